"""The opened case: what is computed from it is kept in memory for as long as nothing it rests on has changed."""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from zopa.case import load_case
from zopa.casework.folder import case_folder
from zopa.casework.gathering import code, reviewed, stored_readings
from zopa.casework.reviewing import Desk
from zopa.casework.settling import question_in, settle_question
from zopa.errors import CaseError, NothingReadable
from zopa.ledger import Ledger
from zopa.positions import build_matrix

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from datetime import date

    from zopa.case import Case
    from zopa.casework.gathering import Coded, Gathered
    from zopa.ledger import Comment
    from zopa.positions import Matrix
    from zopa.settlements import Settlement

Value = TypeVar("Value")

KEPT = 64
"""Results kept at most; the one not asked for the longest goes first."""

AT_ONCE = 2
"""Settlements computed at the same time at most; others wait, so that pages go on being served."""


class Workspace:
    """One case, open for many readers and reviewers at once. Every method may be called from any thread.

    What is computed is kept under what it was computed from: the content of the case file, the revision of the ledger,
    the date and the settings. A change of the case file or of the ledger, by this program or another, therefore counts
    with the next request.
    """

    def __init__(self, path: Path | str) -> None:
        """Raises UsageError where there is no case at ``path``."""
        self.folder = case_folder(Path(path).resolve())
        self._kept: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = threading.Lock()
        self._settling = threading.BoundedSemaphore(AT_ONCE)
        self._reviewing = threading.RLock()
        self._seat: _Seat | None = None
        self._ledger: Ledger | None = None
        self._ledger_seen: Hashable = None
        self._case_seen: tuple[Hashable, str] = ((), "")
        self.wanted_first: list[Callable[[], object]] = []
        """What views want computed while the browser is being opened."""

    def close(self) -> None:
        """Close the ledger."""
        with self._lock:
            if self._ledger is not None:
                self._ledger.close()
                self._ledger = None

    @property
    def ledger(self) -> Ledger:
        """The ledger, kept open. Raises NothingReadable where nothing has been read yet.

        Where the file is gone or another stands in its place, nothing more is stored in the one that was open: what
        is written to a deleted file is lost.
        """
        file = self.folder.ledger
        with self._lock:
            if self._ledger is not None and self._ledger_seen != _identity(file):
                self._ledger.close()
                self._ledger = self._seat = None
                self._kept.clear()
            if self._ledger is None:
                if not file.exists():
                    raise NothingReadable("Nothing has been read for this case yet. Add articles on the page Articles.")
                self._ledger = Ledger.open(file)
                self._ledger_seen = _identity(file)
            return self._ledger

    def case_revision(self) -> str:
        """A hash of the case file's content. Raises CaseError where it cannot be read."""
        file = self.folder.case_file
        try:
            seen = _stamp(file)
            if self._case_seen[0] != seen:
                self._case_seen = (seen, hashlib.sha256(file.read_bytes()).hexdigest()[:16])
        except OSError as error:
            raise CaseError(f"The case file {file} cannot be read: {error.strerror}. Put it back.") from error
        return self._case_seen[1]

    def revision(self) -> tuple[str, tuple[int, ...]]:
        """What every figure rests on: the case file's content, and the ledger's last article, reading and review."""
        return self.case_revision(), self.ledger.revision()[:3]

    def cached(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value made for ``key``; made once, however many ask at the same time. An error is not kept."""
        with self._lock:
            future = self._kept.get(key)
            mine = future is None
            if future is None:
                future = self._kept[key] = Future()
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
        if mine:
            try:
                future.set_result(make())
            except BaseException as error:
                with self._lock:
                    self._kept.pop(key, None)
                future.set_exception(error)
        return cast("Value", future.result())

    def case(self) -> Case:
        """The case as its file says it. Raises CaseError where the file cannot be used."""
        return self.cached(("case", self.case_revision()), lambda: load_case(self.folder.path))

    def coded(self) -> Coded:
        """What the coder finds in the readings, before any review."""
        case_revision, (articles, readings, _) = self.revision()

        def make() -> Coded:
            return code(self.case(), *stored_readings(self.ledger))

        return self.cached(("coded", case_revision, articles, readings), make)

    def gathered(self, as_of: date | None = None) -> Gathered:
        """Everything known about the case; ``known`` of it is cut at the date, by default the case's own."""
        revision = self.revision()
        found = self.cached(("gathered", revision), lambda: reviewed(self.coded(), self.ledger.reviews()))
        return replace(found, as_of=as_of) if as_of else found

    def known(self, as_of: date | None = None) -> Gathered:
        """What was known on a day."""
        key = ("known", self.revision(), as_of)
        return self.cached(key, lambda: self.gathered(as_of).known)

    def matrix(self, as_of: date | None = None) -> Matrix:
        """Party by issue as of a day."""

        def make() -> Matrix:
            known = self.known(as_of)
            return build_matrix(known.evidence, known.case, known.as_of)

        return self.cached(("matrix", self.revision(), as_of), make)

    def settlement(self, as_of: date | None = None, **settings: Any) -> Settlement:
        """What could be agreed as of a day; ``settings`` are those of :func:`zopa.casework.settling.settle_question`.

        Takes seconds the first time. Raises UsageError for a name the case does not have.
        """

        def make() -> Settlement:
            with self._settling:
                return settle_question(question_in(self.gathered(as_of)), **settings)

        return self.cached(("settlement", self.revision(), as_of, _hashable(settings)), make)

    def clear_desk(self) -> None:
        """Have the next reviewer sit down anew: what there is to decide has changed, as when a statement was added."""
        with self._reviewing:
            self._seat = None

    def comments(self) -> dict[str, list[Comment]]:
        """Every thread, by what it is about (:func:`zopa.ledger.subject_of`); comments in the order they were made."""

        def make() -> dict[str, list[Comment]]:
            threads: dict[str, list[Comment]] = {}
            for comment in self.ledger.comments():
                threads.setdefault(comment.subject, []).append(comment)
            return threads

        return self.cached(("comments", self.ledger.revision()[3:]), make)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The desk at which the case is reviewed, for one thread at a time; decisions made elsewhere are on it."""
        with self._reviewing:
            case_revision, (articles, readings, reviews) = self.revision()
            rests_on = (case_revision, articles, readings)
            seat = self._seat
            if seat is None or seat.rests_on != rests_on or seat.reviews != reviews:
                seat = self._seat = _Seat(Desk(self.folder.path, self.gathered()), rests_on, reviews)
            before = seat.desk.stored
            try:
                yield seat.desk
            finally:
                # Where somebody else stored a review meanwhile the numbers do not meet: the next one sits down anew.
                seat.reviews = reviews + seat.desk.stored - before


@dataclass(slots=True)
class _Seat:
    """A desk, what it rests on, and the number of the last review that is on it."""

    desk: Desk
    rests_on: Hashable
    reviews: int


def _stamp(file: Path) -> Hashable:
    """What changes whenever a file is written or replaced. Raises OSError where there is none."""
    found = file.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _identity(file: Path) -> Hashable:
    """Which file stands under a name; None where none does."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _hashable(value: Any) -> Hashable:
    if isinstance(value, dict):
        return tuple(sorted((key, _hashable(held)) for key, held in value.items()))
    if isinstance(value, (list, tuple)):
        return tuple(_hashable(held) for held in value)
    return cast("Hashable", value)
