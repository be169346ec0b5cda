"""Evidence built by hand for the tests of origins, succession, matrix and changes."""

from __future__ import annotations

from tests.positions.scenes import make_article, make_statement

from zopa.positions import CODER, Evidence, Position, Stance, Strength
from zopa.statements.statement import SpeakerKind


def sample(
    stance: Stance,
    option: str,
    *,
    issue: str = "wage",
    party: str = "Union",
    speaker: str = "Marta Lindqvist",
    kind: SpeakerKind | None = None,
    said_on: str | None = None,
    published: str | None = "2031-03-31",
    outlet: str | None = "The Coast Courier",
    via: tuple[str, ...] = (),
    strength: Strength = "firm",
    text: str = "",
    counted: bool = True,
) -> Evidence:
    """One position of a party, said by somebody on a day, in an article of its own unless ``text`` is shared."""
    words = f"{party} {stance} {option} on {issue}"
    body = text or f"{speaker}, {said_on}, {outlet}, {via}: {words}."
    article = make_article(f"{body}\n{words}", published, outlet)
    statement = make_statement(article, words, speaker, kind, said_on=said_on, via=via)
    position = Position(
        statement.id, party, issue, option, stance, strength, statement.content, CODER, 0.9, counted=counted
    )
    return Evidence(position, statement, article)
