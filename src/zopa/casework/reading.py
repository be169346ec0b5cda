"""Coverage into the ledger: what is new is kept and read, what is there already is left as it is."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from zopa.case import load_case
from zopa.coverage import Skipped, count_candidates, read_coverage
from zopa.errors import NothingReadable
from zopa.ledger import Ledger
from zopa.statements import READER, language_problem, read_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from zopa.case import Case
    from zopa.casework.folder import CaseFolder
    from zopa.coverage import Article, Page
    from zopa.statements import Statement

BATCH = 32
"""Articles read at a time; what a batch found is in the ledger before the next begins."""


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What one run of reading did.

    ``read`` counts the articles that could be read, ``new`` those among them the ledger did not hold before;
    ``new_articles`` are their ids. ``skipped`` says what could not be read, and why; ``notes`` say of the new ones what
    had to be guessed (``old.txt: read as Windows-1252``).
    """

    read: int
    new_articles: tuple[str, ...]
    statements: int
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...] = ()

    @property
    def new(self) -> int:
        """How many articles the ledger did not hold before."""
        return len(self.new_articles)

    def __str__(self) -> str:
        """One line: ``read 39, skipped 1 (39 new, 412 statements)``."""
        line = f"read {self.read}, skipped {len(self.skipped)}"
        return f"{line} ({self.new} new, {self.statements} statements in them)"


def read_case(
    folder: CaseFolder,
    articles: Sequence[Path] = (),
    *,
    jobs: int = 1,
    progress: Callable[[int, int, str], None] | None = None,
    case: Case | None = None,
) -> ReadReport:
    """Read the case's coverage folder, or only ``articles``, into the ledger.

    Reading again changes nothing: an article is known by its text, a reading by the reader's version. An article is
    stored as soon as it is met and each reading as soon as it is made, so an interruption loses nothing that was read:
    ``progress`` may raise an error of its own to stop it.
    ``jobs`` above 1 reads in so many processes. ``progress(done, total, what)`` is called as work goes on. ``case`` is
    the case where it has been loaded already; else its file is checked first.

    Errors: CaseError for a case file that cannot be used, LedgerError for a ledger that cannot be opened or written,
    NothingReadable where not one article could be read and the ledger holds none.
    """
    if case is None:
        load_case(folder.path)
    where = list(articles) or [folder.coverage]
    if not articles and not folder.coverage.is_dir():
        raise NothingReadable(f"There is no folder {folder.coverage}. Make it and put the articles there.")
    with Ledger.open(folder.ledger) as ledger, _Readers(jobs) as readers:
        run = _Run(ledger, readers, count_candidates(where), progress)
        for page in run.readable(read_coverage(where)):
            run.keep(page)
        run.read_what_is_unread()
        if not run.read and not ledger.articles():
            raise NothingReadable(_nothing(where, run.skipped))
    return ReadReport(run.read, tuple(run.new), run.statements, tuple(run.skipped), tuple(run.notes))


class _Run:
    """One run of reading: what it has met so far, and the articles kept but not yet read."""

    def __init__(
        self, ledger: Ledger, readers: _Readers, total: int, progress: Callable[[int, int, str], None] | None
    ) -> None:
        self.ledger, self.readers, self.total, self.progress = ledger, readers, total, progress
        self.waiting: list[Article] = []
        self.skipped: list[Skipped] = []
        self.new: list[str] = []
        self.notes: list[str] = []
        self.read = 0
        self.statements = 0
        self.finished = 0

    def readable(self, found: Iterable[Page | Skipped]) -> Iterator[Page]:
        """The pages; what was skipped is put aside."""
        for item in found:
            if isinstance(item, Skipped):
                self.skipped.append(item)
            else:
                self.read += 1
                yield item
            if self.progress is not None:
                done = self.read + len(self.skipped)
                self.progress(done, max(self.total, done), "reading")

    def keep(self, page: Page) -> None:
        """Store a page if it is new, and read it with its batch."""
        if self.ledger.add_page(page):
            self.new.append(page.article.id)
            self.notes += [f"{page.article.source}: {note}" for note in page.notes]
            self.waiting.append(page.article)
        if len(self.waiting) >= BATCH:
            self._read(self.waiting)
            self.waiting = []

    def read_what_is_unread(self) -> None:
        """Read the last batch, and whatever this version of the reader has not seen or an interruption left unread."""
        unread = self.ledger.unread(READER)
        for start in range(0, len(unread), BATCH):
            self._read(unread[start : start + BATCH])

    def _read(self, articles: Sequence[Article]) -> None:
        for article, statements in zip(articles, self.readers.read(articles), strict=True):
            self.ledger.add_reading(article.id, READER, statements)
            self.statements += len(statements)
            self.finished += 1
            if self.progress is not None:
                self.progress(self.finished, max(len(self.new), self.finished), "finding statements")
            if problem := language_problem(article):
                self.notes.append(f"{article.source}: {problem}")


class _Readers:
    """Reads articles here or, with ``jobs`` above 1, in several processes; a context, since processes must be ended."""

    def __init__(self, jobs: int) -> None:
        self.pool = ProcessPoolExecutor(jobs, get_context("spawn")) if jobs > 1 else None

    def __enter__(self) -> _Readers:
        return self

    def __exit__(self, *_: object) -> None:
        if self.pool is not None:
            self.pool.shutdown(cancel_futures=True)

    def read(self, articles: Sequence[Article]) -> Iterable[list[Statement]]:
        """The statements of each article, in order."""
        return self.pool.map(read_statements, articles) if self.pool else map(read_statements, articles)


def _nothing(where: Sequence[Path], skipped: Sequence[Skipped]) -> str:
    places = ", ".join(str(path) for path in where)
    if not skipped:
        return f"There is no article in {places}. Put .txt, .html, .mhtml, .json, .jsonl or .pdf files there."
    first = f"{skipped[0].source}: {skipped[0].reason}"
    if len(skipped) == 1:
        return f"No article could be read. {first}"
    return f"None of the {len(skipped)} articles in {places} could be read. The first: {first}"
