"""Copies: articles with the same text are one, however they are trimmed; other reports of the same news are not."""

from __future__ import annotations

from tests.positions.scenes import make_article

from zopa.positions.copies import copy_groups, shingles

REPORT = (
    "The harbour strike entered its fourth week on Monday as crane drivers stayed away from all six piers. "
    "The union said that it would talk at any hour, and the port authority answered that its door was open. "
    "Ships are waiting in the roads, and two lines have sent their vessels to other ports along the coast."
)
OTHER = (
    "Talks on the dockers' pay are stuck, people on both sides said, and no date for another round has been set. "
    "Crane drivers have now been out for a month. Exporters of timber count their losses by the day and ask the "
    "government to step in before the thaw."
)


def test_a_trimmed_copy_belongs_to_its_original() -> None:
    """Chrome added, a sentence cut: still the same article, under the one that came first."""
    first, copy = make_article(REPORT), make_article("Share this story\n" + REPORT[: len(REPORT) * 2 // 3])
    other = make_article(OTHER)
    groups = copy_groups([first, copy, other])
    assert groups == {first.id: first.id, copy.id: first.id, other.id: other.id}


def test_copies_of_copies_are_copies() -> None:
    """The middle one joins the two ends."""
    half = make_article(REPORT[:220])
    whole = make_article(REPORT + " " + OTHER)
    rest = make_article(OTHER[:220])
    assert len(set(copy_groups([half, rest, whole]).values())) == 1


def test_a_text_too_short_to_compare_is_its_own() -> None:
    """A line that two articles share makes no copy."""
    one, other = make_article("The strike goes on."), make_article("The strike goes on. No talks.")
    assert len(set(copy_groups([one, other]).values())) == 2


def test_shingles_are_runs_of_five_words() -> None:
    """Marks and capitals do not count."""
    assert len(shingles("a b c d e f")) == 2
    assert shingles("The strike, it seems, goes on") == shingles("the STRIKE it seems goes on.")
    assert shingles("four words are few") == frozenset()
