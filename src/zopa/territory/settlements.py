"""Settlements: places with the people who were counted there, from a CSV file beside the case."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.diagnostics import Diagnostic
from zopa.territory.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COLUMNS = ("name", "lon", "lat", "population")
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Settlement:
    """A place, its point in degrees, and how many people were counted there."""

    name: str
    longitude: float
    latitude: float
    population: int


def read_settlements(path: Path, inside: Path | None = None) -> tuple[tuple[Settlement, ...], tuple[Diagnostic, ...]]:
    """The settlements of a CSV file, and what is wrong with it; rows that cannot be used are left out.

    A file that does not lie ``inside`` the folder named is not read.
    """

    def problem(message: str, line: int | None = None) -> Diagnostic:
        return Diagnostic("ZP411", "warning", message, CODES["ZP411"].fix, str(path), line)

    if "\0" in str(path):
        return (), (problem("The file's name holds a NUL character."),)
    if inside is not None and not path.resolve().is_relative_to(inside.resolve()):
        return (), (problem("The file lies outside the case folder."),)
    try:
        rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    except UnicodeDecodeError:
        return (), (problem("The file is not text in UTF-8."),)
    except (OSError, csv.Error) as error:
        return (), (problem(f"The file cannot be read: {getattr(error, 'strerror', None) or error}."),)
    if rows and not set(COLUMNS) <= set(rows[0]):
        return (), (problem(f"The heading has {', '.join(str(key) for key in rows[0])}.", 1),)
    read = [(line, _settlement(row)) for line, row in enumerate(rows, 2)]
    bad = [line for line, found in read if found is None]
    problems = tuple(problem("This row has no usable name, point or population.", line) for line in bad[:_MOST_NAMED])
    if len(bad) > _MOST_NAMED:
        problems += (problem(f"{len(bad) - _MOST_NAMED} more rows cannot be used."),)
    return tuple(found for _, found in read if found is not None), problems


def _settlement(row: Mapping[str, str]) -> Settlement | None:
    try:
        found = Settlement(row["name"].strip(), float(row["lon"]), float(row["lat"]), int(row["population"]))
    except (KeyError, ValueError, AttributeError, TypeError):
        return None
    usable = found.name and abs(found.longitude) <= 180 and abs(found.latitude) <= 90 and found.population >= 0
    return found if usable else None
