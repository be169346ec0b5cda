"""Two or more people who say something with one voice: one statement each, told apart by their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements import as_attributions, statement_id
from zopa.statements.joint import people_joined, speakers_joined
from zopa.statements.people import people_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement

NAMED = "Ana Lopez met Paul Ito and Maria Blum.\n\n"


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        ("Ana Lopez and Paul Ito", ("Ana Lopez", "Paul Ito")),
        ("Both Lopez and Ito", ("Ana Lopez", "Paul Ito")),
        ("Ana Lopez, Paul Ito and Maria Blum", ("Ana Lopez", "Paul Ito", "Maria Blum")),
        ("The bank's counsel, Ana Lopez, and its outside lawyer, Paul Ito", ("Ana Lopez", "Paul Ito")),
        ("Minister of Trade Ana Lopez and union leader Paul Ito", ("Ana Lopez", "Paul Ito")),
        ("Ana Lopez", ()),
        ("Lopez and an Ito aide", ()),
        ("Lopez's and Ito's aides", ()),
        ("Lawyers for Lopez and Ito", ()),
        ("Lopez, who met Ito and Blum", ()),
        ("Lopez, speaking with Ito", ()),
    ],
)
def test_who_is_joined(source: str, joined: tuple[str, ...]) -> None:
    """``and`` joins named people; owners, and people behind a preposition, do not speak."""
    text = NAMED + source + " said so."
    people = people_in(plain_article(text, "page"))
    found = people_joined(text, Span(len(NAMED), len(NAMED) + len(source)), people)
    assert tuple(person.name for person in found) == joined


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        ("Ana Lopez and a spokesman for the miners", ["Ana Lopez", "spokesman for the miners"]),
        ("Ana Lopez, along with two aides,", ["Ana Lopez", "two aides"]),
        ("A ministry spokeswoman and union leader Paul Ito", ["ministry spokeswoman", "Paul Ito"]),
        ("Ana Lopez and Paul Ito", ["Ana Lopez", "Paul Ito"]),
        ("a spokesman for Ana Lopez and Paul Ito", []),
        ("Ana Lopez, a lawyer and an adviser to the king", []),
        ("Ana Lopez and the port", []),
    ],
)
def test_named_and_unnamed_joined(source: str, joined: list[str]) -> None:
    """A person with a name and an unnamed one make two speakers; several offices of one person make none."""
    text = f"Ana Lopez met Paul Ito. {source} said no."
    people = people_in(plain_article(text, "page"))
    start = text.index(source, 24)
    span = Span(start, start + len(source))
    assert [one.name for one in speakers_joined(text, span, Span(24, len(text)), people)] == joined


def test_one_statement_each(read: Callable[..., list[Statement]]) -> None:
    """Same words, two speakers, two ids; ``they`` goes on for both; each has a row in the listing."""
    text = "Both Ana Lopez and Paul Ito said on Monday that the plan was dead. They added that pay was low."
    found = read(text)
    assert [one.speaker for one in found] == ["Ana Lopez", "Paul Ito"] * 2
    assert len({one.id for one in found}) == 4
    assert {one.said_on for one in found[:2]} == {"2025-03-10"}
    rows = as_attributions(plain_article(text, "page"), found)["attributions"]
    assert [row["speaker"] for row in rows] == ["Ana Lopez", "Paul Ito"] * 2


def test_the_speaker_is_in_the_id_only_where_needed() -> None:
    """Without joint speakers the id depends on article and content alone."""
    spans = (Span(0, 4),)
    assert statement_id("page", spans) == statement_id("page", spans, None)
    ids = {statement_id("page", spans, name) for name in (None, "Ana Lopez", "Paul Ito")}
    assert len(ids) == 3
    assert all(len(one) == 16 for one in ids)
