"""What a source is, from its words alone: person, group, document, unnamed source or state."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.people import people_in
from zopa.statements.sources import Speaker, speaker_of

PEOPLE = "Trade Minister Ana Lopez met Paul Ito, a union leader.\n\n"


def speaker(source: str, rest: str = " said so.") -> Speaker:
    text = PEOPLE + source + rest
    article = plain_article(text, "page")
    start = len(PEOPLE)
    return speaker_of(text, Span(start, start + len(source)), Span(start, len(text)), people_in(article))


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Ana Lopez", "Ana Lopez", "person"),
        ("Lopez", "Ana Lopez", "person"),
        ("the union leader Paul Ito", "Paul Ito", "person"),
        ("a source familiar with the talks", "source familiar with the talks", "anonymous"),
        ("sources in the ministry", "sources in the ministry", "anonymous"),
        ("three people involved in the talks", "three people involved in the talks", "anonymous"),
        ("a diplomat who was briefed on it", "diplomat briefed on it", "anonymous"),
        ("Lopez's spokesman", "Lopez's spokesman", "anonymous"),
        ("an aide to Lopez", "aide to Lopez", "anonymous"),
        ("Danish officials", "Danish officials", "group"),
        ("delegates seeking the release of captives", "delegates seeking the release of captives", "group"),
        ("the union", "union", "group"),
        ("a letter sent to members on Wednesday", "letter", "document"),
        ("a court filing reviewed by Reuters", "court filing", "document"),
        ("A paper that the ministries drew up", "paper", "document"),
        ("Norway", "Norway", "group"),
    ],
)
def test_kinds(source: str, name: str, kind: str) -> None:
    """People by their full name; all others by description, without article and without what came after."""
    found = speaker(source)
    assert (found.name, found.kind) == (name, kind)


def test_states_are_marked() -> None:
    """A state that speaks is a group with a mark, so that its deeds are told by the outlet."""
    assert speaker("Norway").is_state
    assert speaker("both Norway and Denmark").is_state
    assert not speaker("Danish officials").is_state


def test_the_reason_for_staying_unnamed() -> None:
    """It stands in the sentence, not in the description."""
    found = speaker("a minister", ", who requested anonymity to speak freely, said so.")
    assert found.anonymous is not None
    assert (found.anonymous.description, found.anonymous.reason) == ("minister", "to speak freely")
