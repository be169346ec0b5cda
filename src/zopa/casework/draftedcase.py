"""``zopa new CASE --from ARTICLE...``: a case drafted from articles, which become its coverage."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.case import write_schema
from zopa.case.scaffolding import SCHEMA_FILE
from zopa.casework.draftedfile import case_text
from zopa.casework.folder import CaseFolder
from zopa.coverage import Skipped, read_coverage
from zopa.coverage.sidecar import sidecar_of
from zopa.coverage.walking import candidates
from zopa.errors import NothingReadable, OutputError, UsageError
from zopa.positions.drafting import draft_case
from zopa.statements import language_problem, read_statements
from zopa.statements.language import looks_english

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from zopa.coverage import Article
    from zopa.positions.drafting import Draft


@dataclass(frozen=True, slots=True)
class Drafted:
    """A drafted case: its file, what it proposes, how many articles it rests on, and what was skipped or guessed."""

    case_file: Path
    draft: Draft
    articles: int
    statements: int
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]


@dataclass(slots=True)
class _Found:
    """The articles that can be read, and the files they come from."""

    articles: list[Article]
    files: list[Path]
    skipped: list[Skipped]
    notes: list[str]


def draft_new_case(
    path: Path,
    articles: Sequence[Path],
    title: str | None = None,
    *,
    progress: Callable[[int, int, str], None] | None = None,
) -> Drafted:
    """Make a case folder from articles (files or folders): a drafted ``case.yaml``, and the articles as its coverage.

    Nothing is written before everything has been read, and a case file is never overwritten. ``progress(done, total,
    what)`` is called as articles are read.

    Errors: UsageError where there is a case already, NothingReadable where no article can be read or none is in
    English, OutputError where the folder cannot be written.
    """
    folder = CaseFolder(path)
    if folder.case_file.exists():
        raise UsageError(f"{folder.case_file} exists already; edit it, or name another folder")
    found = _read(articles)
    readable = [article for article in found.articles if looks_english(article.text)]
    if not readable:
        raise NothingReadable(_nothing(found))
    statements = []
    for number, article in enumerate(readable, 1):
        statements += read_statements(article)
        if progress is not None:
            progress(number, len(readable), "reading")
    draft = draft_case(readable, statements)
    _write(folder, found.files, case_text(folder.path, title, draft))
    return Drafted(folder.case_file, draft, len(readable), len(statements), tuple(found.skipped), tuple(found.notes))


def _read(paths: Sequence[Path]) -> _Found:
    found = _Found([], [], [], [])
    texts: set[str] = set()
    for candidate in candidates(paths):
        if isinstance(candidate, Skipped):
            found.skipped.append(candidate)
            continue
        pages = 0
        for page in read_coverage([candidate.path]):
            if isinstance(page, Skipped):
                source = page.source.replace(str(candidate.path), candidate.source, 1)
                found.skipped.append(replace(page, source=source))
                continue
            pages += 1
            problem = language_problem(page.article)
            found.notes += [f"{candidate.source}: {note}" for note in (*page.notes, problem) if note]
            if page.article.id not in texts:
                found.articles.append(page.article)
                texts.add(page.article.id)
        if pages:
            found.files.append(candidate.path)
    return found


def _nothing(found: _Found) -> str:
    if found.articles:
        return "None of the articles is in English, and only English can be read. Make an empty case without --from."
    if found.skipped:
        return f"No article could be read. {found.skipped[0]}"
    return "There is no article there. Name .txt, .html, .mhtml, .json, .jsonl or .pdf files, or a folder of them."


def _write(folder: CaseFolder, files: Sequence[Path], text: str) -> None:
    """Copy the files into the coverage folder, each with its sidecar, and write the case file and its schema last."""
    try:
        folder.coverage.mkdir(parents=True, exist_ok=True)
        for file in files:
            if not file.resolve().is_relative_to(folder.coverage.resolve()):
                _copy(file, folder.coverage)
        with folder.case_file.open("x", encoding="utf-8") as stream:
            stream.write(text)
        write_schema(folder.path / SCHEMA_FILE)
    except OSError as error:
        where = error.filename or folder.path
        raise OutputError(f"cannot write {where}: {error.strerror}; choose a folder you may write to") from error


def _copy(file: Path, coverage: Path) -> None:
    """Copy an article file under its own name, or a numbered one where another file has it already."""
    stem, number = file.stem, 1
    while (coverage / f"{stem}{file.suffix}").exists():
        if (coverage / f"{stem}{file.suffix}").read_bytes() == file.read_bytes():
            return
        number += 1
        stem = f"{file.stem}-{number}"
    shutil.copyfile(file, coverage / f"{stem}{file.suffix}")
    if sidecar := sidecar_of(file):
        shutil.copyfile(sidecar, coverage / f"{stem}{file.suffix}.meta.yaml")
