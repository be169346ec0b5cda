"""What is new, line by line, in the same words for every form: since an earlier briefing, or since the last reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.briefing.lookup import article_line, first_briefing, moves

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.briefing.lookup import Lookup
    from zopa.briefing.since import MovedEntry, SinceEntry


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One thing that is new, the statements it rests on, and the article it is about, if it is one."""

    text: str
    statements: Sequence[str] = ()
    article: str | None = None


def news_title(look: Lookup) -> str:
    """The heading above the lines."""
    if look.briefing.since is not None:
        return f"What changed since {wording.day(look.briefing.since.as_of)}"
    return "New since the last briefing"


def news_lines(look: Lookup) -> list[NewsLine]:
    """Everything that is new; with no earlier briefing to compare with, new articles and changes of position."""
    found = look.briefing.since
    return list(_since(look, found) if found is not None else _read(look))


def _read(look: Lookup) -> Iterator[NewsLine]:
    briefing = look.briefing
    if first_briefing(briefing):
        articles = wording.counted(len(briefing.articles), "article")
        yield NewsLine(f"This is the first briefing of this case: everything in {articles} is new.")
    elif not briefing.new_articles:
        yield NewsLine("No new article.")
    for change in moves(briefing):
        yield NewsLine(f"{look.change(change)} ({wording.day(change.on)})", change.statements)
    if not first_briefing(briefing):
        yield from (_article(look, id) for id in briefing.new_articles)


def _article(look: Lookup, id: str) -> NewsLine:
    return NewsLine(f"New article: {article_line(look.articles[id])}", (), id)


def _since(look: Lookup, found: SinceEntry) -> Iterator[NewsLine]:
    if found.nothing:
        yield NewsLine("Nothing that the briefing says has changed.")
    elif found.before is not None and found.after is not None:
        yield NewsLine(_figure(found.before, found.after))
    elif found.after is not None:
        yield NewsLine(f"There was no figure then; now it is {wording.estimate(*found.after)}")
    refusals = {(one.party, one.label): one.statements for one in look.briefing.obstacles}
    for party, label in found.came:
        yield NewsLine(f"Now in the way: {look.party(party)} refuses {label}", refusals.get((party, label), ()))
    for party, label in found.went:
        yield NewsLine(f"No longer among the first in the way: {look.party(party)} refuses {label}")
    for moved in found.moved:
        yield NewsLine(_move(look, moved), moved.statements)
    for place in found.proposals:
        proposal = look.briefing.proposals[place - 1]
        yield NewsLine(f"New on the table: {look.proposal(proposal)}", proposal.statements)
    for issue, old, new in found.terms:
        options = f"{look.option(issue, old)} → {look.option(issue, new)}"
        yield NewsLine(f"In the package that comes closest, {look.short(issue)}: {options}")
    yield from (_article(look, id) for id in found.articles)
    yield from (NewsLine(f"{wording.MADE_OTHERWISE}: {line}") for line in found.made)


def _figure(before: tuple[float, float], after: tuple[float, float]) -> str:
    said = f"The figure was {wording.estimate(*before)} and is {wording.estimate(*after)}"
    error = (before[1] ** 2 + after[1] ** 2) ** 0.5
    if before == after:
        return f"The figure is the same: {wording.estimate(*after)}"
    if abs(after[0] - before[0]) < 2 * error:
        return f"{said}, no more than drawing again would move it"
    return f"{said}: {wording.points(after[0] - before[0], error)}"


def _move(look: Lookup, moved: MovedEntry) -> str:
    where = f"{look.party(moved.party)} on {look.short(moved.issue)}"
    if not moved.before:
        return f"{where}: now also {wording.listed(moved.after)}"
    if not moved.after:
        return f"{where}: no longer {wording.listed(moved.before)}"
    return f"{where}: {wording.listed(moved.before)} → {wording.listed(moved.after)}"
