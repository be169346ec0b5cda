"""One state of a case with everything that is computed from it, each part once and only when it is asked for."""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from zopa.briefing import Briefing, build_briefing
from zopa.briefing.lookup import Lookup
from zopa.briefing.names import names_of
from zopa.casework.catalogue import CaseSearch
from zopa.casework.scenarios import Scenario
from zopa.casework.talk_entries import circumstance_entries, meeting_entries
from zopa.casework.talks import circumstance_rows_in, meeting_rows_in
from zopa.casework.tracing import changes_in, moves_in, origins_in
from zopa.casework.whatif import Answer, answer, outlook_of, settled_outlook
from zopa.errors import ZopaError
from zopa.positions import build_matrix
from zopa.settlements import difference

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from zopa.briefing.ground import GroundEntry
    from zopa.briefing.names import Names
    from zopa.briefing.talks import CircumstanceEntry, MeetingEntry
    from zopa.case import Case
    from zopa.casework.folder import CaseFolder
    from zopa.casework.gathering import Gathered
    from zopa.casework.grounds import Grounds
    from zopa.ledger import Comment
    from zopa.ledger.faceted import WordIndex
    from zopa.positions import Matrix
    from zopa.settlements import Outlook

Key = TypeVar("Key")
Part = TypeVar("Part")

_SETTLING = Lock()
"""Held while something is settled behind the pages: one at a time, so that pages go on being served."""

MOST_KEPT = 64
"""Moments and answers kept at most; the oldest go first."""


@dataclass(frozen=True)
class Moment:
    """The case as of a day: what was known, the matrix, and names and statements as a briefing has them.

    ``briefing`` is without figures: nothing is settled in it.
    """

    known: Gathered
    matrix: Matrix
    briefing: Briefing

    @cached_property
    def look(self) -> Lookup:
        """Names and entries by id."""
        return Lookup(self.briefing)


@dataclass(frozen=True, slots=True)
class Talks:
    """Meetings and circumstances as a briefing shows them, and as plain rows."""

    meetings: tuple[MeetingEntry, ...]
    meeting_rows: list[dict[str, Any]]
    circumstances: tuple[CircumstanceEntry, ...]
    circumstance_rows: list[dict[str, Any]]


class CaseState:
    """A state of a case: readings, case file and reviews as they were gathered. Several threads may use it.

    What is computed is a pure function of ``gathered``; a change of the case makes a new state, and ``index`` carries
    the words that were indexed from one to the next. ``folder`` is where the case's scenarios are kept,
    ``comments`` gives what was commented so far; it alone may change under a state.
    """

    def __init__(
        self,
        gathered: Gathered,
        index: WordIndex | None = None,
        folder: CaseFolder | None = None,
        comments: Callable[[], Sequence[Comment]] = tuple,
    ) -> None:
        self.gathered = gathered
        self.folder = folder
        self._index = index
        self._comments = comments
        self._lock = Lock()
        self._moments: dict[date, Future[Moment]] = {}
        self._answers: dict[Scenario, Future[Answer]] = {}
        self._outlooks: dict[Scenario, Future[Outlook]] = {}
        self._settled: dict[date, Future[Answer]] = {}
        self._grounds: dict[date, Future[Grounds | None]] = {}
        self._ground: dict[date, Future[GroundEntry]] = {}
        self._talks: dict[date, Future[Talks]] = {}
        self._origins: dict[date, Future[list[dict[str, Any]]]] = {}
        self._changes: dict[date, Future[list[dict[str, Any]]]] = {}
        self._searches: dict[int, Future[CaseSearch]] = {}

    @property
    def case(self) -> Case:
        """The case, with the people its articles introduce."""
        return self.gathered.case

    @cached_property
    def names(self) -> Names:
        """The names behind the ids of the case."""
        return names_of(self.case)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which something was published, oldest first, up to the day the case is looked at from."""
        return _days(self.gathered)

    @property
    def now(self) -> Moment:
        """The case as of its own day."""
        return self.moment(self.gathered.as_of)

    @property
    def end(self) -> Moment:
        """The case as of its last day: everything the ledger holds, whatever day the case is looked at from."""
        days = [article.published for article in self.gathered.articles.values() if article.published]
        return self.moment(max([*days, self.gathered.as_of]))

    def moment(self, as_of: date) -> Moment:
        """The case as of a day."""
        return self._once(self._moments, as_of, lambda: _moment(self.gathered, as_of))

    @property
    def search(self) -> CaseSearch:
        """The search over everything in the case."""
        comments = self._comments()
        return self._once(self._searches, len(comments), lambda: CaseSearch(self.gathered, self._index, comments))

    def origins_at(self, moment: Moment) -> list[dict[str, Any]]:
        """The origins as of a day: see :func:`zopa.casework.tracing.origins_in`."""
        return self._once(self._origins, moment.known.as_of, lambda: origins_in(moment.known))

    def changes_at(self, moment: Moment) -> list[dict[str, Any]]:
        """The changes of position up to a day: see :func:`zopa.casework.tracing.changes_in`."""
        return self._once(self._changes, moment.known.as_of, lambda: changes_in(moment.known))

    def grounds_at(self, moment: Moment) -> Grounds | None:
        """The measured ground as of a day; None for a case without zones. Raises CaseError for zones of no use."""
        if not self.case.territory.zones or self.folder is None:
            return None
        # Imported here because geometry is slow to load, and most cases have none.
        from zopa.casework.grounds import grounds_of

        folder, as_of = self.folder, moment.known.as_of
        return self._once(self._grounds, as_of, lambda: grounds_of(self.case, folder, as_of))

    def ground_at(self, moment: Moment) -> GroundEntry | None:
        """The ground as a briefing shows it, without packages."""
        found = self.grounds_at(moment)
        if found is None:
            return None
        from zopa.casework.ground_entries import entry_of

        return self._once(self._ground, moment.known.as_of, lambda: entry_of(found, moment.known))

    def meetings_at(self, moment: Moment) -> Talks:
        """The meetings and circumstances that were known on a day, with their checks."""
        return self._once(self._talks, moment.known.as_of, lambda: _talks(moment.known))

    def has_meetings(self) -> bool:
        """Whether there is a meeting to show; True as long as nobody has looked yet."""
        with self._lock:
            found = self._talks.get(self.gathered.as_of)
        return found is None or not found.done() or bool(found.result().meetings)

    def answer(self, scenario: Scenario) -> Answer:
        """The answer to a scenario, with the difference to the case as it stands."""
        return self._once(self._answers, scenario, lambda: answer(self.gathered, scenario, self.baseline))

    @property
    def baseline(self) -> Outlook:
        """The outlook of the case as it stands."""
        return self._once(self._outlooks, Scenario(), lambda: outlook_of(self.gathered, Scenario()))

    def settled(self, as_of: date) -> Answer:
        """The answer as of a day with all the draws of a briefing, so that its figures are those of the briefing."""

        def make() -> Answer:
            with _SETTLING:
                scenario = Scenario(as_of=as_of if as_of != self.gathered.as_of else None)
                found = settled_outlook(self.gathered, scenario)
            return Answer(scenario, found, found, difference(found, found), ())

        return self._once(self._settled, as_of, make)

    def settled_by_now(self, as_of: date) -> Answer | None:
        """What ``settled`` gives, where it is there; else None at once, and it is made behind the pages."""
        with self._lock:
            future = self._settled.get(as_of)
        if future is None:
            Thread(target=self._settle_behind, args=(as_of,), daemon=True, name="zopa settling").start()
            return None
        return future.result() if future.done() else None

    def _settle_behind(self, as_of: date) -> None:
        """Settle in a thread of its own. What is wrong with the case, the quick answer of the page says."""
        with suppress(ZopaError):
            moment = self.moment(as_of)
            _ = self.baseline, self.search  # what a page waits for comes first
            self.settled(as_of)
            self.meetings_at(moment)
            self.ground_at(moment)

    def _once(self, kept: dict[Key, Future[Part]], key: Key, make: Callable[[], Part]) -> Part:
        """A part that is made once: threads that ask for it at one time wait for one of them. An error is not kept."""
        with self._lock:
            mine = key not in kept
            future = kept.setdefault(key, Future())
            while len(kept) > MOST_KEPT:
                del kept[next(iter(kept))]
        if mine:
            try:
                future.set_result(make())
            except BaseException as error:
                with self._lock:
                    kept.pop(key, None)
                future.set_exception(error)
        return future.result()


def _moment(gathered: Gathered, as_of: date) -> Moment:
    known = replace(gathered, as_of=as_of).known
    matrix = build_matrix(known.evidence, known.case, as_of)
    changes = moves_in(known)
    briefing = build_briefing(
        known.case, known.evidence, matrix, None, known.articles.values(), known.statements, changes, as_of
    )
    return Moment(known, matrix, briefing)


def _talks(known: Gathered) -> Talks:
    return Talks(
        meeting_entries(known), meeting_rows_in(known), circumstance_entries(known), circumstance_rows_in(known)
    )


def _days(gathered: Gathered) -> tuple[date, ...]:
    published = {article.published for article in gathered.articles.values() if article.published}
    return tuple(sorted({day for day in published if day <= gathered.as_of} | {gathered.as_of}))
