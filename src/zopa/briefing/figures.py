"""From what the engine found to entries with names and the statements each figure rests on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.briefing.briefing import (
    Acceptability,
    Blockers,
    ClauseEntry,
    ClauseSetEntry,
    ConcessionEntry,
    FlipEntry,
    Headline,
    PackageEntry,
    QuestionEntry,
    SolutionEntry,
    UtilityEntry,
)
from zopa.briefing.cells import distinct
from zopa.briefing.sides import side_entries
from zopa.briefing.wording import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.briefing.briefing import CellEntry, Chosen
    from zopa.briefing.names import Names
    from zopa.settlements.result import Clause, ClauseSet, Objection, PackageResult, Settlement, SolutionPoint

_SOLUTIONS = (
    ("nash", "Nash", "equal bargaining power; the product of the gains over no deal is largest"),
    ("kalai_smorodinsky", "Kalai-Smorodinsky", "everybody gets the same share of the most it could hope for"),
    ("egalitarian", "Egalitarian", "gains can be compared between parties; the smallest gain is largest"),
    ("utilitarian", "Utilitarian", "gains can be compared and added up; their sum is largest"),
)
_MADE_BY_ENGINE = ("{} refuses ", "{} would have ")
_ASSUMED = frozenset({"hidden", "reservation"})
_OBSTACLES = 3
_WORTH_NAMING = 0.05


@dataclass(frozen=True, slots=True)
class Ground:
    """What the figures stand on: names, the order of the issues, and each party's statements as of the date."""

    names: Names
    issues: tuple[str, ...]
    by_party: Mapping[str, tuple[str, ...]]
    demands: Mapping[tuple[str, str], tuple[str, ...]]
    """What a (party, statement id) demands, as option names."""
    cells: Mapping[tuple[str, str], CellEntry]

    @property
    def statements(self) -> tuple[str, ...]:
        """Every statement that a party's position rests on."""
        return distinct(id for ids in self.by_party.values() for id in ids)

    def chosen(self, package: Mapping[str, str]) -> Chosen:
        """A package with its issues in the order of the case."""
        known = [issue for issue in self.issues if issue in package]
        return tuple((issue, package[issue]) for issue in (*known, *(set(package) - set(known))))


def ground_of(names: Names, issues: Sequence[str], cells: Sequence[CellEntry]) -> Ground:
    """What holds as of the date, party by party; suggestions and what was replaced are not among it."""
    held: defaultdict[str, list[str]] = defaultdict(list)
    demands: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for cell in cells:
        for entry in cell.entries:
            held[cell.party].extend(entry.statements)
            option = f"{names.option(cell.issue, entry.option)} ({names.issue(cell.issue)})"
            for id in entry.statements if entry.stance == "demands" else ():
                demands[cell.party, id].append(option)
    return Ground(
        names,
        tuple(issues),
        {party: distinct(ids) for party, ids in held.items()},
        {key: distinct(options) for key, options in demands.items()},
        {(cell.party, cell.issue): cell for cell in cells},
    )


def headline(settlement: Settlement, ground: Ground) -> Headline:
    """The headline; it rests on every statement that holds."""
    found, exists = settlement.headline, settlement.zopa.exists
    return Headline(
        package=None if found.package is None else ground.chosen(found.package),
        point=found.point,
        se=found.se,
        low=found.range[0],
        high=found.range[1],
        lower=found.bounds[0],
        upper=found.bounds[1],
        some_package=exists.point,
        some_package_se=exists.se,
        count=settlement.zopa.count,
        exact=settlement.exact,
        statements=ground.statements,
        entry=_headline_entry(settlement, ground),
        few_draws=settlement.few_draws,
    )


def _headline_entry(settlement: Settlement, ground: Ground) -> PackageEntry | None:
    found = settlement.headline.detail
    if found is None:
        same = (one for one in settlement.packages if one.package == settlement.headline.package)
        found = next(same, None)
    return None if found is None else _package(0, found, ground)


def package_entries(settlement: Settlement, ground: Ground) -> tuple[PackageEntry, ...]:
    """The packages in the engine's order."""
    return tuple(_package(rank, found, ground) for rank, found in enumerate(settlement.packages, start=1))


def _package(rank: int, found: PackageResult, ground: Ground) -> PackageEntry:
    accepted = found.acceptability
    ordered = sorted(found.objections, key=lambda one: (one.clause.kind in _ASSUMED, -one.share))
    listed_here = [one for one in ordered if one.clause.kind not in _ASSUMED or one.share >= _WORTH_NAMING]
    package = ground.chosen(found.package)
    return PackageEntry(
        rank=rank,
        package=package,
        acceptability=Acceptability(accepted.lower, accepted.point, accepted.se, accepted.upper, *accepted.interval),
        utilities=tuple(
            UtilityEntry(party, spread.mean, spread.low, spread.high, ground.by_party.get(party, ()))
            for party, spread in found.utility.items()
        ),
        objections=tuple(_objection(one, ground) for one in listed_here),
        unlisted=len(found.objections) - len(listed_here),
        statements=ground.statements,
        sides=side_entries(package, tuple(found.utility), ground.cells, ground.names),
    )


def clause_entry(clause: Clause, ground: Ground) -> ClauseEntry:
    """A clause in words, without figures."""
    label = "" if clause.kind == "reservation" else ground.names.clause(clause.party, clause.id)
    return ClauseEntry(clause.party, label, clause.kind, _because(clause, ground), None, None, None, clause.statements)


def _because(clause: Clause, ground: Ground) -> str:
    """Why the clause is there. A stated one that follows from a demand says so; an analyst's reason is always said."""
    name = ground.names.party(clause.party)
    if clause.kind == "reservation":
        return f"what no deal is worth to {name} is an assumption; no statement says it"
    if clause.kind == "hidden":
        return f"nobody has heard {name} on this; that it may refuse is an assumption"
    reason = (
        "" if clause.because.startswith(tuple(one.format(clause.party) for one in _MADE_BY_ENGINE)) else clause.because
    )
    if clause.kind == "asserted":
        return f"asserted by the analyst: {reason or 'no reason is given'}"
    demands = distinct(what for id in clause.statements for what in ground.demands.get((clause.party, id), ()))
    said = f"it demands {listed(demands)}" if demands else ""
    return "; ".join(part for part in (said, reason and f"the analyst adds: {reason.rstrip('.')}") if part)


def _objection(found: Objection, ground: Ground) -> ClauseEntry:
    return replace(clause_entry(found.clause, ground), share=found.share, alone=found.alone)


def obstacles(settlement: Settlement, top: Headline, ground: Ground) -> tuple[ClauseEntry, ...]:
    """What stands in the way and rests on words or on an analyst's reason: at most three clauses.

    First what the headline package itself violates, most frequent first; then, while places are left, the clauses most
    responsible for there being no deal at all in the draws in which nothing suits.
    """
    here = [one for one in _objections_to(top) if one.kind not in _ASSUMED and one.share]
    known = {(one.party, one.label) for one in here}
    others = [one for one in blockers(settlement, ground).clauses if one.kind not in _ASSUMED]
    return tuple([*here, *(one for one in others if (one.party, one.label) not in known)][:_OBSTACLES])


def reservations(top: Headline) -> tuple[ClauseEntry, ...]:
    """Every party for which no deal may be better than the headline package, most frequent first."""
    return tuple(one for one in _objections_to(top) if one.kind == "reservation")


def _objections_to(top: Headline) -> tuple[ClauseEntry, ...]:
    return () if top.entry is None else top.entry.objections


def blockers(settlement: Settlement, ground: Ground) -> Blockers:
    """Blockers by responsibility, then the smallest sets to lift and the sets that suffice to prevent a deal."""
    found = settlement.blockers
    clauses = {clause.id: clause_entry(clause, ground) for clause in found.clauses}
    ranked = sorted(found.responsibility.items(), key=lambda item: -item[1])
    return Blockers(
        clauses=tuple(replace(clauses[id], responsibility=share) for id, share in ranked if id in clauses),
        corrections=_sets(found.corrections, clauses),
        conflicts=_sets(found.conflicts, clauses),
        cap=found.cap,
        blocked=found.blocked,
        examined=found.examined,
    )


def _sets(found: Sequence[ClauseSet], clauses: Mapping[str, ClauseEntry]) -> tuple[ClauseSetEntry, ...]:
    named = ((tuple(clauses[id] for id in one.clauses if id in clauses), one.share) for one in found)
    return tuple(
        ClauseSetEntry(ones, share, distinct(id for c in ones for id in c.statements)) for ones, share in named
    )


def concession_entries(settlement: Settlement, ground: Ground) -> tuple[ConcessionEntry, ...]:
    """Every party's concessions in one list, largest gain first."""
    ranked = sorted(settlement.concessions, key=lambda one: -one.gain)
    return tuple(
        ConcessionEntry(
            one.party, ground.names.clause(one.party, one.clause), one.gain, one.se, one.cost, one.statements
        )
        for one in ranked
    )


def question_entries(settlement: Settlement, ground: Ground) -> tuple[QuestionEntry, ...]:
    """What to find out next, most worth knowing first."""
    ranked = sorted(settlement.questions, key=lambda one: -one.evppi)
    return tuple(QuestionEntry(ground.names.readable(one.ask), one.evppi, one.se, one.statements) for one in ranked)


def solution_entries(settlement: Settlement, ground: Ground) -> tuple[SolutionEntry, ...]:
    """The four solution points that exist, each with what it assumes."""
    found: list[SolutionEntry] = []
    for key, name, assumes in _SOLUTIONS:
        point: SolutionPoint | None = getattr(settlement.solutions, key)
        if point is not None:
            found.append(SolutionEntry(name, assumes, ground.chosen(point.package), point.ties))
    return tuple(found)


def flip_entries(settlement: Settlement, ground: Ground) -> tuple[FlipEntry, ...]:
    """Where the conclusion changes along the posture axis."""
    return tuple(FlipEntry(flip.posture, ground.names.readable(flip.what)) for flip in settlement.flips)
