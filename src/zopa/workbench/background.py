"""Long work behind the pages: reading new articles, with progress, stopped when somebody asks."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from zopa.casework.reading import read_case
from zopa.errors import UsageError, ZopaError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.casework.folder import CaseFolder

State = Literal["idle", "reading", "stopping", "done", "stopped", "failed"]

_LOG = logging.getLogger("zopa.workbench")

WORDS: dict[State, str] = {
    "idle": "Nothing is being read.",
    "reading": "Reading.",
    "stopping": "Stopping after the article at hand.",
    "done": "Everything has been read.",
    "stopped": "Stopped. What had been read by then is kept.",
    "failed": "The reading has failed.",
}


class Stop(Exception):
    """Raised inside the work, at the next step after somebody asked for it to stop."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: ``done`` of ``total`` steps, who asked for it, and what came of it."""

    state: State = "idle"
    by: str = ""
    what: str = ""
    done: int = 0
    total: int = 0
    said: str = ""
    skipped: tuple[str, ...] = ()

    @property
    def running(self) -> bool:
        """Whether work is going on."""
        return self.state in ("reading", "stopping")

    def as_dict(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "state": self.state,
            "says": self.said or WORDS[self.state],
            "by": self.by,
            "what": self.what,
            "done": self.done,
            "total": self.total,
            "skipped": list(self.skipped),
        }


class Reading:
    """The reading of a case's coverage in a thread; one at a time."""

    def __init__(self, folder: CaseFolder) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._now = Progress()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def now(self) -> Progress:
        """How far it is."""
        with self._lock:
            return self._now

    def start(self, by: str) -> None:
        """Begin to read what is new. Raises UsageError while a reading goes on."""
        with self._lock:
            if self._now.running:
                raise UsageError("A reading is going on already. Wait for it, or stop it first.")
            self._now = Progress("reading", by)
            self._stop.clear()
            self._thread = threading.Thread(target=self._work, daemon=True, name="zopa reading")
        self._thread.start()

    def stop(self) -> None:
        """Stop after the article at hand; what was read is kept."""
        with self._lock:
            if self._now.state == "reading":
                self._now = replace(self._now, state="stopping")
                self._stop.set()

    def wait(self, seconds: float) -> None:
        """Wait for the end of a reading, at most so long."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        try:
            report = read_case(self.folder, progress=self._step)
        except Stop:
            self._end("stopped", "")
        except (ZopaError, OSError) as error:
            self._end("failed", str(error))
        except Exception as error:
            _LOG.error("reading failed", exc_info=error)
            self._end("failed", "The reading failed; the terminal says more. What had been read by then is kept.")
        else:
            skipped = [f"{one.source}: {one.reason}" for one in report.skipped]
            self._end("done", f"{report}.", [*skipped, *report.notes])

    def _step(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise Stop
        with self._lock:
            self._now = replace(self._now, done=done, total=total, what=what)

    def _end(self, state: State, said: str, skipped: Sequence[str] = ()) -> None:
        with self._lock:
            self._now = replace(self._now, state=state, said=said, skipped=tuple(skipped))
