"""A case's evidence and decisions as a file: JSON lines, CSV, or W3C Web Annotations."""

from __future__ import annotations

import base64
import csv
import io
import json
from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal

from zopa.case import load_case
from zopa.casework.annotations import annotation_collection
from zopa.casework.decisionrows import COLUMNS, comment_row, review_row
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.errors import NothingReadable
from zopa.ledger import Ledger
from zopa.ledger.canonical import canonical_json
from zopa.ledger.rows import comment_to_dict, review_to_dict, statements_to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from zopa.coverage import Article
    from zopa.ledger import Reading

ExportFormat = Literal["jsonl", "csv", "annotations"]

FORMAT = 1
"""The version of the files written here; raised when an older zopa could not read them any more."""


def export(path: Path | str, form: ExportFormat, *, full_text: bool = False) -> str:
    """What the ledger of a case holds, as text.

    ``jsonl``: a line that says what it is, then one line an article, reading, review and comment; with ``full_text``
    everything the ledger holds, else without the articles' texts and bytes. ``csv``: one row a review or comment.
    ``annotations``: statements with their positions, reviews and comments, as Web Annotations. Whatever the form,
    quoted words go out with up to 32 characters to either side; whole articles only with ``full_text``, in JSON lines.

    Errors: UsageError, CaseError, LedgerError; NothingReadable where nothing has been read yet.
    """
    folder = case_folder(path)
    if not folder.ledger.exists():
        raise NothingReadable(f"Nothing has been read for {folder.path} yet. Read it with: zopa read {folder.path}")
    if form == "annotations":
        gathered = gather(folder)
        with Ledger.open(folder.ledger) as ledger:
            collection = annotation_collection(
                gathered.case.id, gathered.evidence, gathered, ledger.reviews(), ledger.comments()
            )
        return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"
    case = load_case(folder.path).id
    with Ledger.open(folder.ledger) as ledger:
        if form == "csv":
            docs = {article.id: article.doc for article in ledger.articles()}
            rows = [review_row(review, docs) for review in ledger.reviews()]
            rows += [comment_row(comment, docs) for comment in ledger.comments()]
            return _csv({"format": FORMAT, "case": case, **row} for row in rows)
        return "".join(f"{canonical_json(line)}\n" for line in _lines(ledger, case, full_text))


def _lines(ledger: Ledger, case: str, full_text: bool) -> Iterator[dict[str, Any]]:
    yield {"zopa": version("zopa"), "kind": "ledger", "format": FORMAT, "case": case, "full_text": full_text}
    for article in ledger.articles():
        yield {"kind": "article", **_article(article, ledger.raw(article.id) or b"", full_text)}
    for article in ledger.articles():
        for reading in ledger.readings_of(article.id):
            yield {"kind": "reading", **_reading(reading)}
    for review in ledger.reviews():
        yield {"kind": "review", "id": review.id, **review_to_dict(review)}
    for comment in ledger.comments():
        yield {"kind": "comment", "id": comment.id, **comment_to_dict(comment)}


def _article(article: Article, raw: bytes, full_text: bool) -> dict[str, Any]:
    values = asdict(article) | {"published": article.published.isoformat() if article.published else None}
    if full_text:
        return values | {"raw": base64.b64encode(raw).decode()}
    return {name: value for name, value in values.items() if name != "text"}


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "article": reading.article,
        "reader": reading.reader,
        "read_at": reading.read_at.isoformat(),
        "statements": json.loads(statements_to_json(reading.statements)),
    }


def _csv(rows: Iterable[Mapping[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
