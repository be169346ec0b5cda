"""What changed since an earlier briefing of the same case: the two are compared, and nothing is stored for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.briefing.lookup import Lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from zopa.briefing.briefing import Briefing, Chosen, ClauseEntry, ProposalEntry
    from zopa.positions.position import Stance, Strength

Key = tuple[str, str]
Held = tuple[str, "Stance", "Strength"]
"""An option, the stance on it and its strength."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What is compared of an earlier briefing, as plain values: it may have been read back from a file.

    ``cells`` hold (option, stance, strength) triples by (party, issue); ``obstacles`` are (party, label) pairs;
    ``proposals`` are (proposer, day or empty, terms); ``made`` is how it was made, by name.
    """

    as_of: date
    point: float | None
    se: float
    package: Chosen
    articles: frozenset[str]
    cells: Mapping[Key, frozenset[Held]]
    obstacles: tuple[Key, ...]
    proposals: frozenset[tuple[str, str, Chosen]]
    made: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MovedEntry:
    """What a party holds on an issue, before and now, as phrases; none: nothing was known."""

    party: str
    issue: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SinceEntry:
    """What changed since the earlier briefing as of ``as_of``.

    ``before`` and ``after`` are the headline's figures, each with its standard error; ``terms`` lists (issue, option
    before, option now) where the headline package differs, on issues somebody was heard on. ``came`` and ``went`` are
    red lines (party, label) that stand in the way now and did not, and the other way round; ``proposals`` are places
    (from 1) in the briefing's list. ``made`` says what was otherwise in how the two were made: figures differ for that
    reason, too.
    """

    as_of: date
    before: tuple[float, float] | None
    after: tuple[float, float] | None
    terms: tuple[tuple[str, str, str], ...]
    articles: tuple[str, ...]
    moved: tuple[MovedEntry, ...]
    came: tuple[Key, ...]
    went: tuple[Key, ...]
    proposals: tuple[int, ...]
    made: tuple[str, ...]

    @property
    def nothing(self) -> bool:
        """Whether the two say the same."""
        same = self.before == self.after
        return same and not (self.terms or self.articles or self.moved or self.came or self.went or self.proposals)


def earlier_of(briefing: Briefing) -> Earlier:
    """What is compared of a briefing."""
    head = briefing.headline
    return Earlier(
        as_of=briefing.as_of,
        point=head.point if head and head.package is not None and briefing.articles else None,
        se=head.se if head else 0.0,
        package=(head.package or ()) if head else (),
        articles=frozenset(article.id for article in briefing.articles),
        cells={
            (cell.party, cell.issue): frozenset((e.option, e.stance, e.strength) for e in cell.entries)
            for cell in briefing.cells
        },
        obstacles=_refusals(briefing.obstacles),
        proposals=frozenset(_terms_of(one) for one in briefing.proposals),
        made=made_of(briefing),
    )


def _terms_of(proposal: ProposalEntry) -> tuple[str, str, Chosen]:
    return proposal.proposer, proposal.on.isoformat() if proposal.on else "", proposal.package


def _refusals(clauses: Iterable[ClauseEntry]) -> tuple[Key, ...]:
    return tuple((clause.party, clause.label) for clause in clauses)


def made_of(briefing: Briefing) -> dict[str, str]:
    """How a briefing was made, by name: another value of any of these moves figures without any news."""
    made = briefing.method
    fixed = {"Version": made.version, "Reader": made.reader, "Coder": made.coder}
    run = {"Seed": made.seed, "Draws": made.draws}
    return fixed | {name: str(value) for name, value in run.items()} | {one.name: one.value for one in made.settings}


def since(earlier: Earlier, briefing: Briefing) -> SinceEntry:
    """What changed from the earlier briefing to this one."""
    now = earlier_of(briefing)
    chosen = dict(earlier.package)
    silent = Lookup(briefing).silent
    heard = [(issue, option) for issue, option in now.package if issue not in silent]
    return SinceEntry(
        as_of=earlier.as_of,
        before=None if earlier.point is None else (earlier.point, earlier.se),
        after=None if now.point is None else (now.point, now.se),
        terms=tuple((i, chosen[i], o) for i, o in heard if i in chosen and chosen[i] != o),
        articles=tuple(article.id for article in briefing.articles if article.id not in earlier.articles),
        moved=_moved(earlier, now, briefing),
        came=tuple(one for one in now.obstacles if one not in earlier.obstacles),
        went=tuple(one for one in earlier.obstacles if one not in now.obstacles),
        proposals=tuple(
            place for place, one in enumerate(briefing.proposals, start=1) if _terms_of(one) not in earlier.proposals
        ),
        made=tuple(
            f"{name}: {value} before, {now.made[name]} now"
            for name, value in earlier.made.items()
            if name in now.made and now.made[name] != value
        ),
    )


def _moved(earlier: Earlier, now: Earlier, briefing: Briefing) -> tuple[MovedEntry, ...]:
    """The cells that hold something else than before, in the order of the matrix."""
    look = Lookup(briefing)
    found = []
    for cell in briefing.cells:
        key = (cell.party, cell.issue)
        before, after = earlier.cells.get(key, frozenset()), now.cells[key]
        if before != after:
            fresh = [e for e in cell.entries if (e.option, e.stance, e.strength) not in before]
            found.append(
                MovedEntry(
                    cell.party,
                    cell.issue,
                    _phrases(look, cell.issue, before - after),
                    _phrases(look, cell.issue, after - before),
                    tuple(dict.fromkeys(id for entry in fresh for id in entry.statements)),
                )
            )
    return tuple(found)


def _phrases(look: Lookup, issue: str, held: Iterable[Held]) -> tuple[str, ...]:
    return tuple(
        wording.held(stance, look.option(issue, option), firmness) for option, stance, firmness in sorted(held)
    )
