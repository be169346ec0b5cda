"""One run of ``settle``: its parts in order, each left out when the time is up or the user interrupts."""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.settlements.result import Estimate, Existence, Headline, Settlement
from zopa.settlements.uncertain.acceptability import count_in_two
from zopa.settlements.uncertain.arrays import must_accept
from zopa.settlements.uncertain.blockers import find_blockers
from zopa.settlements.uncertain.concessions import find_concessions
from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.formats import find_formats
from zopa.settlements.uncertain.pairs import find_pairs
from zopa.settlements.uncertain.points import solution_points
from zopa.settlements.uncertain.posture import posture_curve
from zopa.settlements.uncertain.questions import find_questions
from zopa.settlements.uncertain.ranges import assumption_range
from zopa.settlements.uncertain.robust import central_weights, robust_packages
from zopa.settlements.uncertain.verdicts import share_of
from zopa.settlements.uncertain.work import Counted, Work, largest

if TYPE_CHECKING:
    from collections.abc import Callable


class Run:
    """One run: its parts in order, each left out when the time is up or the user interrupts."""

    def __init__(
        self, work: Work, seed: int, top: int, threads: int,
        progress: Callable[[int, int, str], None] | None, seconds: float | None, every_issue: bool = False,
    ) -> None:  # fmt: skip
        self.work, self.seed, self.top, self.threads = work, seed, top, threads
        self.every_issue = every_issue
        self.progress = progress
        self.deadline = None if seconds is None else monotonic() + seconds
        self.complete = True
        self.notes: list[str] = []

    def settlement(self) -> Settlement:
        """The whole result."""
        counted = self.count()
        found, headline = self._base(counted)
        if headline is not None:
            for name, add in self._parts(counted, headline):
                found = self._part(name, found, add)
        return replace(found, complete=self.complete, notes=tuple(self.notes))

    def count(self) -> Counted:
        """Count the whole space over both halves of the draws; cut the draws to those counted."""
        total = self.work.draws.count
        done = 0

        def go_on(more: int) -> bool:
            nonlocal done
            done += more
            self._tell(done, total, "draws")
            return not self._late()

        if total == 1:
            tally = count_accepted(self.work.engine, self.work.levels)
            return Counted(tally, replace(tally, counts=np.zeros_like(tally.counts)))
        choosing, measuring = count_in_two(self.work.engine, self.work.levels, self.threads, go_on)
        if choosing.draws + measuring.draws < total:
            self.complete = False
            self.notes.append(f"stopped after {choosing.draws + measuring.draws:,} of {total:,} draws")
            used = np.sort(np.concatenate([np.arange(choosing.draws) * 2, np.arange(measuring.draws) * 2 + 1]))
            self.work = replace(self.work, draws=self.work.draws.some(used), even=used % 2 == 0)
        return Counted(choosing, measuring)

    def _base(self, counted: Counted) -> tuple[Settlement, int | None]:
        """The headline, the list of packages and whether some package suits; and the headline's address."""
        work = self.work
        feasible = work.engine.halves.feasible
        exists = np.concatenate([counted.choosing.exists, counted.measuring.exists])[: work.draws.count]
        share = share_of(int(exists.sum()), len(exists))
        count = int(counted.total.sum()) if work.exact else None
        headline = int(counted.choosing.counts.argmax()) if feasible else None
        listed = largest(counted.total, min(self.top, feasible))
        least = counted.total[listed[-1]] if len(listed) else 0
        settlement = Settlement(
            space=work.engine.layout.space,
            feasible=feasible,
            draws=work.draws.count,
            seed=self.seed,
            posture=work.assumed.posture,
            headline=Headline(None, 0.0, 0.0, (0.0, 0.0), (0.0, 0.0)) if headline is None else self._headline(headline),
            zopa=Existence(Estimate(share.point, share.se), count),
            packages=work.described(*listed.tolist()),
            signatories=must_accept(work.engine.model),
            exact=work.exact,
            ties=int((counted.total == least).sum()) if len(listed) else 0,
            assumptions=_assumptions(work),
        )
        if not feasible:
            self.notes.append("no package obeys all rules")
        self._note_conflicts()
        return settlement, headline

    def _headline(self, address: int) -> Headline:
        """The package chosen on half of the draws, as measured on the other half."""
        work, addresses = self.work, np.array([address], dtype=np.intp)
        rows = work.measuring
        share = share_of(int(work.agreed_at(work.assumed, rows, addresses).sum()), len(rows))
        (detail,) = work.described(address)
        return Headline(
            package=detail.package,
            point=share.point,
            se=share.se,
            range=assumption_range(work, addresses),
            bounds=(detail.acceptability.lower, detail.acceptability.upper),
            detail=detail,
        )

    def _note_conflicts(self) -> None:
        for (party, issue, option), share in sorted(self.work.draws.conflicts.items()):
            self.notes.append(
                f"what {party} is reported to want on {issue} = {option} contradicts itself in {share:.0%} of draws; "
                "there it is taken as unknown"
            )

    def _parts(self, counted: Counted, headline: int) -> list[tuple[str, Callable[[Settlement], Settlement]]]:
        """What is added to the base, each on its own."""
        work = self.work

        def blockers(found: Settlement) -> Settlement:
            exists = np.zeros(work.draws.count, dtype=bool)
            exists[work.choosing] = counted.choosing.exists
            exists[work.measuring] |= counted.measuring.exists
            return replace(found, blockers=find_blockers(work, exists, self._step("blockers")))

        def concessions(found: Settlement) -> Settlement:
            listed, whole = find_concessions(work, headline, self._step("concessions"), self.every_issue)
            if not whole:
                self.complete = False
                self.notes.append("not every concession was looked at")
            return replace(found, concessions=listed)

        def posture(found: Settlement) -> Settlement:
            curve, flips = posture_curve(work, counted, headline)
            return replace(found, posture_curve=curve, flips=flips)

        return [
            ("blockers", blockers),
            ("solutions", lambda found: replace(found, solutions=solution_points(work.engine.model))),
            ("concessions", concessions),
            ("posture", posture),
            ("questions", lambda found: replace(found, questions=find_questions(work, counted, headline))),
            ("formats", lambda found: replace(found, formats=find_formats(work, counted, headline))),
            (
                "paired concessions",
                lambda found: replace(found, paired_concessions=find_pairs(work, headline, found.concessions)),
            ),
            (
                "robust packages",
                lambda found: replace(
                    found,
                    robust=robust_packages(work, counted, headline),
                    central_weights=central_weights(work, headline),
                ),
            ),
        ]

    def _part(self, name: str, found: Settlement, add: Callable[[Settlement], Settlement]) -> Settlement:
        """The result with one more part, unless the time is up or the user interrupts."""
        if self._late() or not self.complete:
            self.complete = False
            self.notes.append(f"left out for lack of time: {name}")
            return found
        try:
            self._tell(0, 100, name)
            return add(found)
        except KeyboardInterrupt:
            self.complete = False
            self.notes.append(f"interrupted during {name}")
            return found

    def _step(self, name: str) -> Callable[[float], bool]:
        """For parts that go step by step: report, and say whether there is time for more."""

        def go_on(share: float) -> bool:
            self._tell(round(100 * share), 100, name)
            return not self._late()

        return go_on

    def _late(self) -> bool:
        return self.deadline is not None and monotonic() > self.deadline

    def _tell(self, done: int, total: int, what: str) -> None:
        if self.progress is not None:
            self.progress(done, total, what)


def _assumptions(work: Work) -> dict[str, Any]:
    """Every setting the figures depend on."""
    model = work.engine.model
    return {
        "posture": model.posture,
        "posture_range": _listed(model.posture_range),
        "hidden_red_line": model.hidden_red_line,
        "hidden_red_line_range": _listed(model.hidden_red_line_range),
        "reservation_range": _listed(model.reservation_range),
        "reservations": {found.party: list(found.reservation) for found in model.preferences},
        "agreement": {
            "at_least": work.engine.quorum.at_least,
            "of": len(work.engine.quorum.signatories),
            "always": list(model.agreement.always),
        },
    }


def _listed(band: tuple[float, float] | None) -> list[float] | None:
    return None if band is None else list(band)
