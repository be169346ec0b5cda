"""Occasions: one statement told by several articles, and two statements that only sound alike."""

from __future__ import annotations

import pytest
from tests.positions.scenes import STRIKE, make_article, make_statement

from zopa.positions.occasions import Said, same_statement
from zopa.positions.voice_names import known_people, person_named
from zopa.statements.statement import SpeakerKind

BASE = "the dismissed drivers must be taken back before talks can go on"


def said(
    words: str,
    speaker: str = "Marta Lindqvist",
    kind: SpeakerKind = "person",
    published: str = "2031-03-10",
    via: tuple[str, ...] = (),
) -> Said:
    """Some words of somebody in an article of its own."""
    article = make_article(f"{speaker} via {via} on {published}: {words}.", published)
    return Said(make_statement(article, words, speaker, kind, via=via), article)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (said("drivers who were dismissed have to be taken back before the talks go on", "Lindqvist"), True),
        (said("the dismissed drivers must be taken back first", "Jonas Okafor"), False),
        (said("dismissed drivers must be taken back before talks go on", published="2031-04-20"), False),
        (said("crane fees at the timber pier are too high"), False),
        (said("the dismissed drivers must be taken back", "a source", "anonymous"), False),
        (said("the dismissed drivers must be taken back", "Ola Brandt", via=("Marta Lindqvist",)), True),
    ],
)
def test_a_named_voice_is_followed_from_article_to_article(other: Said, same: bool) -> None:
    """The same person, near in time, with the same claim; not another person, another month or another claim."""
    assert same_statement(said(BASE), other, STRIKE, one_report=False) is same
    assert same_statement(other, said(BASE), STRIKE, one_report=False) is same


def test_figures_tell_two_statements_apart() -> None:
    """A rise of 5 per cent is not one of 8, however alike the words."""
    five, eight = said("dockers would take a wage rise of 5% this year"), said("dockers would take a wage rise of 8%")
    assert not same_statement(five, eight, STRIKE, one_report=False)
    assert not same_statement(five, eight, STRIKE, one_report=True)


def test_unnamed_voices_are_one_only_inside_one_report() -> None:
    """Two outlets' own sources stay apart; a retelling that changes the description does not add one."""
    one = said("the port will give way on the dismissed drivers", "a port official", "anonymous")
    other = said("the port would give way over the dismissed drivers", "one diplomat", "anonymous")
    assert not same_statement(one, other, STRIKE, one_report=False)
    assert same_statement(one, other, STRIKE, one_report=True)


def test_one_document_read_by_two_outlets_is_one_origin() -> None:
    """A memorandum of the union is one text; that of the port is another."""
    words = "every dismissed driver returns to work within a week"
    one = said(words, "the union's memorandum", "document")
    other = said(words, "paper", "document")
    ports = said(words, "the port's memorandum", "document")
    assert same_statement(one, other, STRIKE, one_report=False)
    assert not same_statement(one, ports, STRIKE, one_report=False)


def test_a_long_surname_may_be_spelled_in_two_ways() -> None:
    """One letter exchanged or left out; two letters, or a short name, are somebody else."""
    people = known_people(STRIKE)
    assert person_named("Ms Lindqist", people) == person_named("Lindkvist", people) == "marta lindqvist"
    assert person_named("Lundqvisth", people) is None
    assert person_named("Okafer", people) is None
