"""The ground as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import ground_lines as lines
from zopa.briefing.ground_words import area
from zopa.briefing.markup import escape, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.briefing.lookup import Lookup


def ground_lines(look: Lookup) -> Iterator[str]:
    """The same content and order as the page, the map left out."""
    ground = look.briefing.territory
    if ground is None:
        return
    yield "\n## The ground\n"
    yield from table(
        ["Zone", "Area", "Held by", "By the figures of"],
        [
            [
                escape(zone.name),
                escape(area(zone.km2)),
                "<br>".join(escape(lines.held(look, one)) for one in zone.held),
                "<br>".join(escape(lines.figure(look, one)) for one in zone.figures),
            ]
            for zone in lines.disputed(ground)
        ],
    )
    for names, claims in lines.claimed_alike(look, ground):
        yield f"- Claimed by more than one: {escape(names)}"
        yield from (f"  - {escape(one)}" for one in claims)
    yield from (f"- {escape(lines.corridor(one))}" for one in ground.corridors)
    for option in ground.options:
        yield f"\n### {escape(lines.option(look, option.issue, option.option))}\n"
        for one in option.consequences.moved:
            yield f"- {escape(lines.moved(look, one))}"
            yield f"  - {escape(lines.people(one))}"
        yield from (f"- {escape(line)}" for line in lines.effects(look, option.consequences))
    if ground.packages:
        yield "\n### What the packages move\n"
        yield from (f"- {escape(line)}" for line in lines.packages(look, ground))
    if ground.extents:
        yield "\n### What is said of the ground\n"
        yield from (f"- {escape(lines.extent(look, one))}" for one in ground.extents)
    yield ""
    yield from (f"- {escape(note)}" for note in lines.notes(ground))
