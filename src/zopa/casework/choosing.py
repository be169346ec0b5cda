"""Which items of a desk are looked at: by party and issue, by what was decided, by what is in conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from zopa.casework.listing import cell_filter
from zopa.casework.reviewing import matter_of
from zopa.positions import apply_reviews, build_matrix, coding_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.casework.reviewing import Desk, Item
    from zopa.positions import Matter, Ruling

Filter = Literal["unreviewed", "unsure", "conflicting", "changed", "uncoded"]


def choose(
    desk: Desk,
    filters: Iterable[Filter],
    by: str,
    party: str | None = None,
    issue: str | None = None,
    source: str | None = None,
    sure: tuple[float, float] | None = None,
) -> list[Item]:
    """The items that pass every filter, in the order of the coverage.

    ``unreviewed``: this reviewer has not decided. ``unsure``: that is what was decided. ``conflicting``: it contradicts
    another position of the same party, or reviewers differ. ``changed``: the coder finds something else today than what
    was decided on. ``source`` is an outlet or an article's short name; ``sure`` the least and the most confidence of
    the coder, both included. ``uncoded``: statements in which nothing was coded, which
    are left out otherwise. Raises UsageError for a party or an issue the case does not have.
    """
    wanted = set(filters)
    in_cell = cell_filter(desk.case, party, issue)
    decided, ruled = desk.decisions(by), desk.rulings
    conflicts: set[Matter] = _conflicts(desk) if "conflicting" in wanted else set()

    def passes(item: Item) -> bool:
        matter, ruling = matter_of(item), ruled.get(matter_of(item))
        return (
            (item.coding is None) == ("uncoded" in wanted)
            and (in_cell(item.coding.party, item.coding.issue) if item.coding else not (party or issue))
            and ("unreviewed" not in wanted or matter not in decided)
            and ("unsure" not in wanted or (ruling is not None and ruling.outcome == "unsure"))
            and (source in (None, item.article.outlet, item.article.doc))
            and (sure is None or (item.position is not None and sure[0] <= item.position.confidence <= sure[1]))
            and ("changed" not in wanted or (ruling is not None and _changed(item, ruling)))
            and ("conflicting" not in wanted or matter in conflicts)
        )

    return [item for item in desk.items if passes(item)]


def _changed(item: Item, ruling: Ruling) -> bool:
    """Whether somebody decided on another coding than the coder's of today."""
    shown = [verdict.before for verdict in ruling.verdicts if verdict.before is not None]
    today = coding_of(item.position) if item.position else None
    return any(before != today for before in shown)


def _conflicts(desk: Desk) -> set[Matter]:
    """The matters in conflict: with another of the same party and issue, as reviewed, or between reviewers."""
    verdicts = [verdict for placed in desk.placed if (verdict := placed.verdict) is not None]
    evidence = apply_reviews(desk.coded, verdicts, desk.statements, desk.case)
    disputed = {matter for matter, ruling in desk.rulings.items() if ruling.outcome == "disputed"}
    return disputed | {
        (id, (cell.party, cell.issue, side.option))
        for cell in build_matrix(evidence, desk.case, desk.as_of).cells
        for pair in cell.conflicts
        for side in pair
        for id in side.statements
    }
