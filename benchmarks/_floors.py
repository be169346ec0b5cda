"""Quality floors: figures that measured quality does not sink below, in one data file with the texts they belong to.

``python benchmarks/reading.py --pin`` raises them; only ``--lower`` lowers one. Tests read them from the file.
"""

from __future__ import annotations

import hashlib
import json
import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MARGIN = 0.006
"""How far under the measured figure a floor is set, rounded down to the third decimal."""

Figures = dict[str, dict[str, float]]
"""F1 or recall between 0 and 1, by group (``listed``) and measure (``exact.source``)."""


class Floors(NamedTuple):
    """The floors, and the SHA-256 of the texts each group of them was measured on."""

    corpora: dict[str, str]
    figures: Figures


class Pinned(NamedTuple):
    """New floors, and those that a measurement is under: kept, unless lowering was asked for."""

    floors: Floors
    sunk: tuple[str, ...]


def pinned(old: Floors, measured: Floors, *, lower: bool = False) -> Pinned:
    """Raise floors to just under what was measured.

    1. A floor that is lower than the measured figure less `MARGIN`, or that is new, is set there.
    2. A floor between that and the figure stays.
    3. A floor above the figure has sunk, and so has one that is no longer measured, and all of a group whose texts are
       others than before, even where the figures are higher: they stay as they are, or follow the figure (or go) if
       ``lower`` is given.
    """
    corpora, figures, sunk = dict(measured.corpora), {name: dict(group) for name, group in old.figures.items()}, []
    for group in sorted({*old.figures, *measured.figures}):
        before, now = figures.setdefault(group, {}), measured.figures.get(group, {})
        moved = bool(before) and old.corpora.get(group) != measured.corpora.get(group)
        for name in sorted({*before, *now}):
            if name in before and (moved or name not in now or now[name] < before[name]):
                sunk.append(f"{group}: {name}")
                if lower and name in now:
                    before[name] = _under(now[name])
                elif lower:
                    del before[name]
            elif not moved or lower:
                before[name] = max(before.get(name, 0.0), _under(now[name]))
        if moved and not lower:
            corpora[group] = old.corpora.get(group, "")
    return Pinned(Floors(corpora, {name: group for name, group in figures.items() if group}), tuple(sunk))


def below(floors: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, float]:
    """The measured figures that are under their floors, or 0 where one is not measured."""
    return {name: measured.get(name, 0.0) for name, floor in floors.items() if measured.get(name, 0.0) < floor}


def _under(figure: float) -> float:
    return max(0.0, math.floor((figure - MARGIN) * 1000 + 1e-9) / 1000)


def read_floors(path: Path) -> Floors:
    """The floors of a file; none where there is no file yet."""
    if not path.exists():
        return Floors({}, {})
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Floors(raw["sha256"], raw["floors"])


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors of a file, groups and measures in order."""
    raw = {"sha256": floors.corpora, "floors": floors.figures}
    path.write_text(json.dumps(raw, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def sha256_of(paths: Iterable[Path]) -> str:
    """One hash over the bytes of some files, in the order given."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
