"""What is drawn of the frontier: what parties could reach two by two, and where the packages of a briefing lie."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from zopa.briefing.briefing import FrontierEntry, MarkEntry, ReachEntry
from zopa.settlements import Agreement, central_utilities, frontier

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zopa.briefing.briefing import Chosen, MarkKind
    from zopa.settlements import NegotiationModel, Settlement

MOST_PARTIES = 6
"""So many parties are drawn two by two (15 pairs); beyond, the first in the order of the case."""

MOST_POINTS = 120
"""Points drawn of one frontier; of more, so many are taken at even steps, both ends among them."""

LIMIT = 20_000
"""Points kept while a frontier is computed; beyond, it is approximate, which no drawing shows."""

LISTED = 5
"""Packages of the ranking that are drawn; the others lie close to them."""


def frontier_entry(
    model: NegotiationModel, settlement: Settlement, proposals: Sequence[Mapping[str, str]]
) -> FrontierEntry | None:
    """Those who must agree, two by two, and the packages; None where fewer than two must, or no package is feasible.

    ``proposals`` are the best completions of what is on the table, in the order shown; an empty one is left out.
    Cost: one exact frontier of two parties a pair.
    """
    if settlement.headline.package is None or len(settlement.signatories) < 2:
        return None
    parties = tuple(party for party in model.parties if party in settlement.signatories)
    drawn, left_out = parties[:MOST_PARTIES], parties[MOST_PARTIES:]
    marks = list(_marks(settlement, proposals))
    worth = central_utilities(model, [package for _, _, package in marks])
    reservations = {one.party: sum(one.reservation) / 2 for one in model.preferences}
    issues = [issue.id for issue in model.issues]
    return FrontierEntry(
        parties=drawn,
        no_deal=tuple(reservations[party] for party in drawn),
        reaches=tuple(_reach(model, pair) for pair in combinations(drawn, 2)),
        marks=tuple(
            MarkEntry(kind, place, _chosen(package, issues), tuple(utility[party] for party in drawn))
            for (kind, place, package), utility in zip(marks, worth, strict=True)
        ),
        left_out=left_out,
    )


def _chosen(package: Mapping[str, str], issues: Sequence[str]) -> Chosen:
    return tuple((issue, package[issue]) for issue in issues)


def _marks(
    settlement: Settlement, proposals: Sequence[Mapping[str, str]]
) -> Iterator[tuple[MarkKind, int, Mapping[str, str]]]:
    """Everything that is drawn, with its place in the briefing's own list."""
    if settlement.headline.package is not None:
        yield "headline", 1, settlement.headline.package
    for place, found in enumerate(settlement.packages[:LISTED], start=1):
        if found.package != settlement.headline.package:
            yield "package", place, found.package
    points = settlement.solutions
    known = (points.nash, points.kalai_smorodinsky, points.egalitarian, points.utilitarian)
    for place, point in enumerate((one for one in known if one is not None), start=1):
        yield "solution", place, point.package
    for place, package in enumerate(proposals, start=1):
        if package:
            yield "proposal", place, package


def _reach(model: NegotiationModel, pair: tuple[str, str]) -> ReachEntry:
    """The frontier of two parties as if nobody else had a say."""
    alone = replace(
        model,
        parties=pair,
        preferences=tuple(one for one in model.preferences if one.party in pair),
        signatories=pair,
        ratifiers=(),
        agreement=Agreement(),
        red_lines=tuple(one for one in model.red_lines if one.party in pair),
        claims=tuple(one for one in model.claims if one.party in pair),
        interactions=tuple(one for one in model.interactions if one.party in pair),
    )
    found = frontier(alone, limit=LIMIT).points.utilities
    step = max(1.0, (len(found) - 1) / (MOST_POINTS - 1))
    kept = [round(place * step) for place in range(int((len(found) - 1) / step) + 1)]
    points = tuple((float(found[place][0]), float(found[place][1])) for place in kept)
    return ReachEntry(pair, points, len(kept) < len(found))
