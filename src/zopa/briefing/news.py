"""What changed since an earlier briefing, line by line, in the same words for every form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.briefing.lookup import article_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.briefing.lookup import Lookup
    from zopa.briefing.since import MovedEntry, SinceEntry


def since_lines(look: Lookup, found: SinceEntry) -> list[tuple[str, Sequence[str]]]:
    """What changed, one line each with the statements it rests on, in the same words for every form."""
    lines: list[tuple[str, Sequence[str]]] = []
    if found.before is not None and found.after is not None:
        lines.append((_figure(found.before, found.after), ()))
    for issue, old, new in found.terms:
        lines.append((f"The package that comes closest has, on {look.short(issue)}, {look.option(issue, new)}"
                      f" in place of {look.option(issue, old)}.", ()))  # fmt: skip
    for moved in found.moved:
        lines.append((_move(look, moved), moved.statements))
    by_refusal = {(one.party, one.label): one.statements for one in look.briefing.obstacles}
    for one in found.came:
        lines.append((f"Now in the way: {look.party(one[0])} refuses {one[1]}.", by_refusal.get(one, ())))
    for party, label in found.went:
        lines.append((f"No longer among the first in the way: {look.party(party)} refuses {label}.", ()))
    for place in found.proposals:
        proposal = look.briefing.proposals[place - 1]
        lines.append((f"New on the table: {look.proposal(proposal)}.", proposal.statements))
    lines += [(f"New article: {article_line(look.articles[id])}.", ()) for id in found.articles]
    if found.nothing:
        lines.append(("Nothing that the briefing says has changed.", ()))
    lines += [
        (f"Made otherwise than before, so figures may differ for that reason: {line}.", ()) for line in found.made
    ]
    return lines


def _figure(before: tuple[float, float], after: tuple[float, float]) -> str:
    said = f"The figure was {wording.estimate(*before)} and is {wording.estimate(*after)}"
    error = (before[1] ** 2 + after[1] ** 2) ** 0.5
    if before == after:
        return f"The figure is the same: {wording.estimate(*after)}."
    if abs(after[0] - before[0]) < 2 * error:
        return f"{said}: no more than drawing again would move it."
    return f"{said}: {wording.points(after[0] - before[0], error)}."


def _move(look: Lookup, moved: MovedEntry) -> str:
    where = f"{look.party(moved.party)} on {look.short(moved.issue)}"
    if not moved.before:
        return f"{where}: now also {wording.listed(moved.after)}."
    if not moved.after:
        return f"{where}: no longer {wording.listed(moved.before)}."
    return f"{where}: {wording.listed(moved.before)} → {wording.listed(moved.after)}."
