"""JSON and JSONL: every record keeps its own bytes and place; a broken one stops nothing."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import Byline, Skipped
from zopa.coverage.build import Draft
from zopa.coverage.page import Unreadable
from zopa.coverage.readers.json_records import read_json, read_jsonl
from zopa.coverage.readers.record import draft_of_record

if TYPE_CHECKING:
    from pathlib import Path

RECORD = {
    "id": "r1",
    "url": "https://post.example/x",
    "outlet": "The Post",
    "published": "2025-03-04",
    "title": "Unions  accept",
    "text": "The unions accepted the offer.",
    "text_kind": "retold",
    "bylines": ["Ann Lee", {"name": "Kent", "place": "Oslo", "role": "contributor"}],
    "cluster": "ignored",
}


def test_a_record_gives_what_it_states() -> None:
    """Known keys become facts, others stay in the raw bytes only."""
    draft = draft_of_record(RECORD, b"raw", "file-1", "file:1")
    facts = draft.facts
    assert (draft.doc, draft.text, draft.raw, draft.notes) == ("r1", RECORD["text"], b"raw", ())
    assert (facts.title, facts.outlet, facts.url, facts.text_kind) == (
        "Unions accept",
        "The Post",
        "https://post.example/x",
        "retold",
    )
    assert (facts.published, facts.published_from) == (date(2025, 3, 4), "record")
    assert facts.bylines == (Byline("Ann Lee"), Byline("Kent", "Oslo", "contributor"))


def test_doc_and_text_are_enough() -> None:
    """A record may be no more than a name and a text, or a text alone."""
    assert draft_of_record({"doc": "d7", "text": "Words."}, b"", "f-1", "f:1").doc == "d7"
    assert draft_of_record({"text": "Words."}, b"", "f-1", "f:1").doc == "f-1"
    assert draft_of_record({"id": 7, "text": "Words."}, b"", "f-1", "f:1").doc == "7"


def test_what_a_record_states_wrongly_is_noted() -> None:
    """The article is still read; null is no mistake."""
    draft = draft_of_record({"text": "Words.", "published": "soon", "text_kind": "poem", "title": None}, b"", "f", "f")
    assert [note.partition(":")[0] for note in draft.notes] == ["published", "text_kind"]
    assert (draft.facts.published, draft.facts.text_kind, draft.facts.title) == (None, None, None)
    assert draft_of_record({"text": "Words.", "published": None}, b"", "f", "f").notes == ()


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": "  "}, {"text": 7}, [], "words", None, 7])
def test_a_record_without_text_is_refused(record: object) -> None:
    """Whatever else it is."""
    with pytest.raises(Unreadable) as refused:
        draft_of_record(record, b"", "f", "f")
    assert refused.value.code == "ZP110"


def _lines(path: Path, *lines: bytes, limit: int = 10_000) -> list[Draft | Skipped]:
    path.write_bytes(b"\n".join(lines))
    return list(read_jsonl(path, "news", "coverage/news.jsonl", limit))


def test_a_broken_line_stops_nothing(tmp_path: Path) -> None:
    """Its neighbours are read; each result names file and line; raw bytes are the line's own."""
    good = json.dumps(RECORD).encode()
    found = _lines(tmp_path / "news.jsonl", good, b"", b'{"text": ', b"{} {}", b"\xff\xfe\xff", b'{"id": 1}', good)
    assert [(item.source.rpartition(":")[2], getattr(item, "code", "read")) for item in found] == [
        ("1", "read"),
        ("3", "ZP109"),
        ("4", "ZP109"),
        ("5", "ZP103"),
        ("6", "ZP110"),
        ("7", "read"),
    ]
    assert isinstance(found[0], Draft)
    assert found[0].raw == good


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    """It is not loaded as a whole, and the next line is read."""
    long = b'{"text": "' + b"x" * 5000 + b'"}'
    found = _lines(tmp_path / "news.jsonl", long, b'{"text": "Words."}', limit=1000)
    assert [getattr(item, "code", "read") for item in found] == ["ZP104", "read"]
    assert found[1].source == "coverage/news.jsonl:2"


def test_an_empty_jsonl_file_is_said_to_be_empty(tmp_path: Path) -> None:
    """A file of blank lines, too."""
    (found,) = _lines(tmp_path / "news.jsonl", b"", b"  ")
    assert isinstance(found, Skipped)
    assert found.code == "ZP101"


def test_a_json_file_may_hold_one_record() -> None:
    """Its raw bytes are the file."""
    raw = json.dumps(RECORD, indent=1).encode()
    (draft,) = read_json(raw, "news", "news.json")
    assert isinstance(draft, Draft)
    assert (draft.doc, draft.raw, draft.source) == ("r1", raw, "news.json")


def test_a_json_file_may_hold_a_list() -> None:
    """Each record has its own bytes, and the line on which it begins."""
    raw = '[\n{"text": "Erste Wörter."},\n\n  {"id": 1},\n{"text": "Second words."} ]'.encode()
    first, second, third = read_json(raw, "news", "news.json")
    assert isinstance(first, Draft)
    assert isinstance(third, Draft)
    assert (first.source, first.doc, first.raw.decode()) == ("news.json:2", "news-1", '{"text": "Erste Wörter."}')
    assert second == Skipped(
        "news.json:4", 'the record has no "text" with words in it; add the text or remove the record', "ZP110"
    )
    assert (third.source, third.doc) == ("news.json:5", "news-3")


@pytest.mark.parametrize("rest", ['{"text": ', "nonsense]", ', {"text": "x"}', ""])
def test_a_list_is_read_up_to_where_it_breaks(rest: str) -> None:
    """What stands before the break counts."""
    found = list(read_json(f'[{{"text": "Words."}}, {rest}'.encode(), "news", "news.json"))
    assert isinstance(found[0], Draft)
    assert [item.code for item in found[1:] if isinstance(item, Skipped)] in (["ZP109"], [])


@pytest.mark.parametrize(
    ("raw", "code"), [(b"", "ZP101"), (b"{", "ZP109"), (b'[{"a": 1}, 2]', "ZP110"), (b"[]", "ZP110")]
)
def test_a_file_that_holds_no_article_is_refused_once(raw: bytes, code: str) -> None:
    """Not once for each of its records."""
    with pytest.raises(Unreadable) as refused:
        list(read_json(raw, "x", "x.json"))
    assert refused.value.code == code


def test_json_nested_too_deeply_is_refused() -> None:
    """It is reported and not raised as an error of the interpreter."""
    with pytest.raises(Unreadable):
        list(read_json(b'{"text": ' + b"[" * 200_000, "x", "x.json"))
