"""From the engine's further answers to entries: formats, pairs of concessions, other picks, weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing.cells import distinct
from zopa.briefing.computed import SolutionEntry
from zopa.briefing.further import FormatEntry, PairEntry, WeightEntry
from zopa.briefing.wording import listed, percent

if TYPE_CHECKING:
    from zopa.briefing.figures import Ground
    from zopa.settlements.further import Format
    from zopa.settlements.result import Settlement


def format_entries(settlement: Settlement, ground: Ground) -> tuple[FormatEntry, ...]:
    """Who must say yes, format by format, in the engine's order."""
    return tuple(
        FormatEntry(
            kind=one.kind,
            says=_says(one, ground),
            parties=one.parties,
            package=ground.chosen(one.package),
            point=one.point,
            se=one.se,
            change=one.change,
            change_se=one.change_se,
            others=tuple(one.others.items()),
        )
        for one in settlement.formats
    )


def _says(one: Format, ground: Ground) -> str:
    names = listed([ground.names.party(party) for party in one.parties])
    match one.kind:
        case "without":
            return f"without {names}"
        case "with":
            return f"with {names} as well"
        case "bilateral":
            return f"{names} first, the others asked afterwards"
        case "proposer":
            return f"{names} proposes, the others say yes or no"
        case "mediator":
            return "a mediator proposes what serves the worst served best"


def pair_entries(settlement: Settlement, ground: Ground) -> tuple[PairEntry, ...]:
    """Two refusals let go of at once, in the engine's order."""
    known = {one.clause: one for one in settlement.concessions}
    found = []
    for one in settlement.paired_concessions:
        first, second = (known[clause] for clause in one.clauses)
        found.append(
            PairEntry(
                refusals=(
                    (first.party, ground.names.clause(first.party, first.clause)),
                    (second.party, ground.names.clause(second.party, second.clause)),
                ),
                gain=one.gain,
                se=one.se,
                beyond=one.beyond,
                cost=tuple(one.cost.items()),
                statements=distinct((*first.statements, *second.statements)),
            )
        )
    return tuple(found)


def robust_entries(settlement: Settlement, ground: Ground) -> tuple[SolutionEntry, ...]:
    """Packages that stand up to what is not known, with how often all accept them."""
    robust = settlement.robust
    share = percent(robust.quantile)
    rules = (
        (
            robust.nash,
            "Robust Nash",
            "the mean product of gains over the draws is largest; a refusal counts nothing",
        ),
        (robust.regret, "Least regret", f"the regret of whoever regrets most is smallest in {share} of the draws"),
    )
    return tuple(
        SolutionEntry(name, assumes, ground.chosen(one.package), 1, one.acceptability)
        for one, name, assumes in rules
        if one is not None
    )


def weight_entries(settlement: Settlement) -> tuple[WeightEntry, ...]:
    """What must be true of the parties' weights for the headline to be acceptable, largest shifts first."""
    ranked = sorted(settlement.central_weights, key=lambda one: -abs(one.given - one.mean))
    return tuple(WeightEntry(one.party, one.issue, one.mean, one.given, one.se) for one in ranked)
