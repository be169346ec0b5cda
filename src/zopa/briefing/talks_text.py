"""The talks themselves in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from zopa.briefing import wording
from zopa.briefing.talks import line_of
from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from zopa.briefing.lookup import Lookup

_MEETINGS, _LINES = 8, 4


def talks_blocks(look: Lookup) -> Iterator[RenderableType]:
    """Meetings with what applies to them, who must be in the room, and how the headline moved."""
    talks = look.briefing.talks
    if talks.meetings:
        yield Text("\nMEETINGS", style="bold")
    said: set[str] = set()
    for meeting in talks.meetings[:_MEETINGS]:
        absent = "".join(f"; without {flag.about}" for flag in meeting.flags if flag.matter == "absent")
        yield Text(f"{plain(line_of(meeting))}{plain(absent)} {look.references(meeting.statements)}".rstrip())
        told = (flag.says for flag in meeting.flags if flag.finding != "does not apply" and flag.matter != "absent")
        notes = [*meeting.differing, *told]
        yield from (_indented(plain(note)) for note in notes[:_LINES] if note not in said)
        said.update(notes)
    yield from _more(len(talks.meetings) - _MEETINGS, "meeting")
    yield from (_indented(wording.shares_said(plain(said))) for said in talks.sequences[:1])
    if talks.steps:
        yield Text(f"\nHOW THE HEADLINE MOVED ({wording.number(talks.draws)} draws a date)", style="bold")
    for step in talks.steps:
        yield Text(
            f"{wording.day(step.on)}: {wording.estimate(step.point, step.se)}; {wording.shares_said(plain(step.says))}"
        )
    for band in talks.bands:
        yield _indented(
            f"no deal is worth {wording.span(band.low, band.high)} to {look.party(band.party)}: {plain(band.because)}"
        )


def _indented(words: str) -> Padding:
    return Padding(Text(words), (0, 0, 0, 2))


def _more(count: int, what: str) -> Iterator[RenderableType]:
    if count > 0:
        yield Text(f"... and {wording.counted(count, f'more {what}')}: zopa meetings lists them", style="dim")
