"""Reading coverage: every article of a folder or of some files, one bad file never stopping the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.build import Draft, Facts, build_article, refuse_half_characters
from zopa.coverage.page import Page, Skipped, Unreadable
from zopa.coverage.readers.html import read_html
from zopa.coverage.readers.json_records import read_json, read_jsonl
from zopa.coverage.readers.mhtml import read_mhtml
from zopa.coverage.readers.pdf import read_pdf
from zopa.coverage.readers.text import read_text
from zopa.coverage.sidecar import read_sidecar, sidecar_of
from zopa.coverage.walking import Candidate, candidates
from zopa.errors import CoverageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

SIZE_LIMIT = 20_000_000
"""The largest file, or line of a .jsonl file, that is read, in bytes. A .jsonl file itself may be of any size."""

_WHOLE_FILE: dict[str, Callable[[bytes, str, str], Draft]] = {
    ".htm": read_html,
    ".html": read_html,
    ".mht": read_mhtml,
    ".mhtml": read_mhtml,
    ".pdf": read_pdf,
    ".txt": read_text,
}


def read_coverage(folder_or_files: Path | Sequence[Path]) -> Iterator[Page | Skipped]:
    """Every article of a folder (with its subfolders) or of some files, one at a time, in a fixed order.

    What cannot be read comes as Skipped with the reason and what to do; nothing is raised for it. Where a sidecar
    cannot be used, its article is read and given first, and a Skipped for the sidecar follows. An article whose text
    was already given in the same run is Skipped. Memory: one file (or one line of a .jsonl file) at a time.
    """
    first_source: dict[str, str] = {}
    for candidate in candidates(folder_or_files):
        if isinstance(candidate, Skipped):
            yield candidate
            continue
        for found in _pages_of(candidate):
            yield _unless_repeated(found, first_source)


def count_candidates(folder_or_files: Path | Sequence[Path]) -> int:
    """How many results ``read_coverage`` will give at least, for a progress bar: files, and lines of .jsonl files."""
    return sum(_count(candidate) for candidate in candidates(folder_or_files))


def texts_in(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a file exactly as given, each with its name: of a .txt file, or of a .jsonl file's records.

    The name is the file's stem, or the record's own ``doc`` (or ``id``). Raises CoverageError, naming file and line,
    for what cannot be read: here nothing is skipped, because every text named was asked for.
    """
    for draft in _drafts(Candidate(path, str(path))):
        if isinstance(draft, Skipped):
            raise CoverageError(str(draft))
        try:
            refuse_half_characters(draft.text)
        except CoverageError as error:
            raise CoverageError(f"{draft.source}: {error}") from error
        yield draft.doc, draft.text


def _pages_of(candidate: Candidate) -> Iterator[Page | Skipped]:
    stated = Facts()
    problems: tuple[Skipped, ...] = ()
    if sidecar := sidecar_of(candidate.path):
        source = candidate.source.removesuffix(candidate.path.name) + sidecar.name
        stated, problems = read_sidecar(sidecar, source)
    for draft in _drafts(candidate):
        if isinstance(draft, Skipped):
            yield draft
        else:
            yield _page(replace(draft, facts=stated.over(draft.facts)))
    yield from problems


def _drafts(candidate: Candidate) -> Iterator[Draft | Skipped]:
    path, source = candidate.path, candidate.source
    try:
        if path.suffix.lower() == ".jsonl":
            yield from read_jsonl(path, path.stem, source, SIZE_LIMIT)
        elif path.suffix.lower() == ".json":
            yield from read_json(_bytes_of(path), path.stem, source)
        else:
            read = _WHOLE_FILE.get(path.suffix.lower(), read_text)
            yield read(_bytes_of(path), path.stem, source)
    except Unreadable as problem:
        yield Skipped(source, problem.reason, problem.code)
    except OSError as error:
        reason = f"it cannot be opened ({error.strerror or error}); check the name and its permissions"
        yield Skipped(source, reason, "ZP114")


def _bytes_of(path: Path) -> bytes:
    """The bytes of a file, unless it is larger than the limit; it is then not loaded."""
    size = path.stat().st_size / 1_000_000
    limit = SIZE_LIMIT // 1_000_000
    if size > limit:
        raise Unreadable(
            "ZP104", f"the file is too large ({size:.0f} MB; at most {limit} MB are read); save the article by itself"
        )
    return path.read_bytes()


def _page(draft: Draft) -> Page | Skipped:
    try:
        article = build_article(draft)
    except CoverageError as error:
        return Skipped(draft.source, str(error), "ZP117")
    if not article.paragraphs:
        return Skipped(draft.source, "no article was found in it, only page furniture; remove the file", "ZP105")
    return Page(article, draft.raw, draft.notes)


def _unless_repeated(found: Page | Skipped, first_source: dict[str, str]) -> Page | Skipped:
    if isinstance(found, Skipped):
        return found
    article = found.article
    earlier = first_source.get(article.id)
    if earlier is None:
        first_source[article.id] = article.source
        return found
    return Skipped(article.source, f"the same text as {earlier}; it counts once", "ZP116")


def _count(candidate: Candidate | Skipped) -> int:
    if isinstance(candidate, Skipped) or candidate.path.suffix.lower() != ".jsonl":
        return 1
    try:
        with candidate.path.open("rb") as file:
            pieces = iter(lambda: file.read(1 << 20), b"")
            return max(1, sum(piece.count(b"\n") for piece in pieces))
    except OSError:
        return 1
