"""Reviews and comments as rows of one table, and the plain data they were made from back out of a row."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from zopa.ledger import Anchor
from zopa.ledger.canonical import canonical_json
from zopa.ledger.rows import comment_to_dict, review_to_dict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.ledger import Comment, Review

CODING_FIELDS = ("party", "issue", "option", "stance", "strength", "condition", "said_on")
_ABOUT = ("article", "statement", "speaker")
COLUMNS = (
    *("format", "case", "kind", "id", "doc", *_ABOUT, "words", "decision", "by", "at"),
    *(f"before_{field}" for field in CODING_FIELDS),
    *(f"after_{field}" for field in CODING_FIELDS),
    *("note", "coder", "supersedes", "quotes", "marked"),
    *("comment", "reply_to", "cell_party", "cell_issue"),
)
"""The columns of the CSV. ``kind`` is review or comment; the last four are filled for comments only, and a comment on a
cell of the matrix names the cell, no words. ``quotes`` and ``marked`` hold JSON: words with their place and context."""


def review_row(review: Review, docs: Mapping[str, str]) -> dict[str, Any]:
    """A review as a row; ``docs`` gives the name of each article by its id."""
    values = review_to_dict(review)
    codings = {
        f"{when}_{field}": (values[when] or {}).get(field) or ""
        for when in ("before", "after")
        for field in CODING_FIELDS
    }
    return {
        "kind": "review",
        "id": review.id,
        **_anchor_cells(review.target, docs),
        **{name: values[name] for name in ("decision", "by", "at", "note", "coder")},
        **codings,
        "supersedes": " ".join(review.supersedes),
        "marked": canonical_json(values["words"]),
    }


def comment_row(comment: Comment, docs: Mapping[str, str]) -> dict[str, Any]:
    """A comment as a row; ``docs`` gives the name of each article by its id."""
    values, about = comment_to_dict(comment), comment.about
    if isinstance(about, Anchor):
        place = _anchor_cells(about, docs)
    else:
        place = {"cell_party": about.party, "cell_issue": about.issue}
    return {
        "kind": "comment",
        "id": comment.id,
        **place,
        **{name: values[name] for name in ("by", "at", "reply_to")},
        "comment": comment.text,
    }


def is_comment(row: Mapping[str, Any]) -> bool:
    """Whether a row was made from a comment, and not from a review."""
    return row.get("kind") == "comment"


def review_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the review it was made from, in the shape of ``review_to_dict``.

    Raises KeyError, TypeError or ValueError for what is none.
    """
    return {
        "target": _anchor(row),
        **{key: row[key] for key in ("decision", "by", "at", "note", "coder")},
        "before": _coding(row, "before"),
        "after": _coding(row, "after"),
        "words": json.loads(row["marked"]),
        "supersedes": row["supersedes"].split(),
    }


def comment_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the comment it was made from, in the shape of ``comment_to_dict``.

    Raises KeyError, TypeError or ValueError for what is none.
    """
    cell = {"party": row["cell_party"], "issue": row["cell_issue"]}
    return {
        "about": cell if any(cell.values()) else _anchor(row),
        **{key: row[key] for key in ("by", "at", "reply_to")},
        "text": row["comment"],
    }


def _anchor_cells(anchor: Anchor, docs: Mapping[str, str]) -> dict[str, Any]:
    return {
        "doc": docs.get(anchor.article, ""),
        **{name: getattr(anchor, name) for name in _ABOUT},
        "words": " … ".join(quote.exact for quote in anchor.quotes),
        "quotes": canonical_json([asdict(quote) for quote in anchor.quotes]),
    }


def _anchor(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**{name: row[name] for name in _ABOUT}, "quotes": json.loads(row["quotes"])}


def _coding(row: Mapping[str, str], when: str) -> dict[str, str | None] | None:
    values = {field: row[f"{when}_{field}"] for field in CODING_FIELDS}
    if not any(values.values()):
        return None
    return {**values, "condition": values["condition"] or None, "said_on": values["said_on"] or None}
