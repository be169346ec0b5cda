"""Sidecars: NAME.meta.yaml beside NAME.html states what the page does not, and overrides what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.coverage.build import Facts
from zopa.coverage.page import Skipped
from zopa.coverage.readers.record import facts_of_mapping
from zopa.lined_yaml import LinedDocument, YamlProblem, read_lined

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX = ".meta.yaml"
KEYS = ("outlet", "published", "url", "title", "text_kind", "bylines")


def is_sidecar(path: Path) -> bool:
    """Whether a file is a sidecar by its name."""
    return path.name.endswith(SUFFIX)


def sidecar_of(path: Path) -> Path | None:
    """The sidecar of an article file: ``NAME.meta.yaml`` or, more exactly, ``NAME.html.meta.yaml``."""
    for name in (path.name + SUFFIX, path.stem + SUFFIX):
        if (beside := path.with_name(name)).is_file():
            return beside
    return None


def read_sidecar(path: Path, source: str) -> tuple[Facts, tuple[Skipped, ...]]:
    """What a sidecar states, and what in it could not be used. The article is read in any case."""
    try:
        document = read_lined(path)
    except YamlProblem as problem:
        return Facts(), (_unusable(source, problem.line, problem.reason),)
    except OSError as problem:
        return Facts(), (_unusable(source, None, f"it cannot be opened ({problem.strerror})"),)
    if document.data is None:
        return Facts(), ()
    if not isinstance(document.data, dict):
        return Facts(), (_unusable(source, None, f"it should hold keys such as {', '.join(KEYS)}"),)
    facts, notes = facts_of_mapping(document.data, "sidecar")
    problems = [_unusable(source, document.line_of([note.partition(":")[0]]), note) for note in notes]
    return facts, (*problems, *_unknown_keys(document, source))


def _unknown_keys(document: LinedDocument, source: str) -> tuple[Skipped, ...]:
    return tuple(
        _unusable(source, document.line_of([key]), f"{key!s}: is not one of {', '.join(KEYS)}")
        for key in document.data
        if key not in KEYS
    )


def _unusable(source: str, line: int | None, reason: str) -> Skipped:
    place = source if line is None else f"{source}:{line}"
    return Skipped(place, f"{reason}; the article was read without it, correct the sidecar", "ZP111")
