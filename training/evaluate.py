"""Evaluation: what the shipped weights reach on a PolNeAR file, and how fast, by the reading bench's scorer."""

from __future__ import annotations

import argparse
import importlib.util
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus

from zopa.coverage import plain_article
from zopa.coverage.article import Article, Span, article_id
from zopa.statements.tagger import find_attributions
from zopa.statements.tagging.edges import with_marks
from zopa.statements.tagging.roles import ROLES

if TYPE_CHECKING:
    from types import ModuleType

    from zopa.statements.attribution import Attribution


def scorer(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_attributions", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article(record: dict[str, Any]) -> Article:
    """A corpus record as the reader sees an article: paragraphs are what blank lines part."""
    text = record["text"]
    return Article(
        id=article_id(text),
        doc=record["doc"],
        source=record["doc"],
        outlet=None,
        title="",
        published=None,
        published_from="unknown",
        bylines=(),
        text=text,
        raw_sha256="",
        paragraphs=tuple(Span(start, end) for start, end in corpus.paragraphs_of(text)),
    )


def predicted(text: str, doc: str, found: list[Attribution]) -> dict[str, Any]:
    """Attributions in the scorer's form, contents with their quotation marks as annotators mark them."""
    items = []
    for item in found:
        spans = {"source": item.source, "cue": item.cue, "content": with_marks(item.content, text)}
        items.append({role: [list(span) for span in own] for role, own in spans.items()})
    return {"doc": doc, "attributions": items}


def table(result: dict[str, Any], speed: float) -> str:
    """The measures that the targets name, as a table in Markdown."""
    rows = [("attribution F1", result["attribution"]["f1"]), ("precision", result["attribution"]["p"])]
    rows += [("recall", result["attribution"]["r"]), ("content-only F1", result["attribution.content_only"]["f1"])]
    rows += [(f"exact F1 {role}", result[f"exact.{role}"]["f1"]) for role in ROLES]
    rows += [(f"recall {kind}", result[f"attribution.recall.{kind}"]["r"]) for kind in ("direct", "mixed", "indirect")]
    rows += [("token F1, all roles", result["token.micro"]["f1"]), ("articles per CPU-second", speed)]
    return "\n".join(["| what | measured |", "|---|---|", *(f"| {name} | {value:.3f} |" for name, value in rows)])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="a PolNeAR file")
    parser.add_argument("scorer", type=Path, help="score_attributions.py")
    parser.add_argument(
        "--held-back", action="store_true", help="only the articles of the train split kept from learning"
    )
    parser.add_argument("--as-read", action="store_true", help="paragraphs as the coverage room finds them")
    parser.add_argument("--predictions", type=Path, help="also write the predictions here")
    parser.add_argument("--fast", action="store_true", help="the fast reader")
    options = parser.parse_args()
    records = corpus.read(options.gold)
    if options.held_back:
        records = [record for record in records if corpus.is_held_back(record["doc"])]
    articles = [plain_article(item["text"], item["doc"]) if options.as_read else article(item) for item in records]
    find_attributions(articles[0], fast=options.fast)
    began = time.process_time()
    answers = [predicted(each.text, each.doc, find_attributions(each, fast=options.fast)) for each in articles]
    speed = len(records) / (time.process_time() - began)
    result = scorer(options.scorer).evaluate(records, answers)
    print(table(result, speed))
    if options.predictions:
        options.predictions.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")


if __name__ == "__main__":
    main()
