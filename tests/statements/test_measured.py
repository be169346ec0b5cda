"""What the reader reaches does not sink: the floors of ``floors.json``, written by ``benchmarks/reading.py --pin``."""

from __future__ import annotations

import importlib
from itertools import chain
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def bench(repository: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The measurement; benchmarks import each other as scripts do."""
    monkeypatch.syspath_prepend(str(repository / "benchmarks"))
    return importlib.import_module("reading")


@pytest.fixture
def floors_module(repository: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """What reads, compares and pins floors."""
    monkeypatch.syspath_prepend(str(repository / "benchmarks"))
    return importlib.import_module("_floors")


def sunk(bench: ModuleType, floors_module: ModuleType, group: str, figures: dict[str, float]) -> dict[str, float]:
    """The figures of a group that are under their floors."""
    floors = floors_module.read_floors(bench.FLOORS).figures[group]
    under: dict[str, float] = floors_module.below(floors, figures)
    return under


def test_floors_belong_to_these_texts(bench: ModuleType, floors_module: ModuleType, shared: Path) -> None:
    """The texts and annotations are those the floors were measured on."""
    assert floors_module.read_floors(bench.FLOORS).corpora == bench.corpora(shared)


def test_listed_attributions(bench: ModuleType, floors_module: ModuleType, shared: Path) -> None:
    """Articles annotated by others: what is listed, by tagger and rules together and by the rules alone."""
    assert sunk(bench, floors_module, "listed", bench.listed_figures(shared)) == {}
    by_rules = bench.listed_figures(shared, bench.find_by_rules)
    assert sunk(bench, floors_module, "listed, rules alone", by_rules) == {}


@pytest.mark.slow
@pytest.mark.parametrize(("group", "fast"), [("tagger", False), ("fast tagger", True)])
def test_weights_alone(bench: ModuleType, floors_module: ModuleType, shared: Path, group: str, *, fast: bool) -> None:
    """The same articles: what the weights find before statements are made of it."""
    assert sunk(bench, floors_module, group, bench.tagger_figures(shared, fast=fast)) == {}


def test_annotated_articles(bench: ModuleType, floors_module: ModuleType, shared: Path) -> None:
    """On the 13 annotated articles: speakers, chains, unnamed sources and days, invented ones counted."""
    assert sunk(bench, floors_module, "annotated", bench.statement_figures(bench.annotated(shared))) == {}


def test_held_out_articles(bench: ModuleType, floors_module: ModuleType) -> None:
    """On the eight articles written to measure the reader: the same."""
    both = chain(bench.held_out(), bench.held_out(bench.HELD_OUT_2))
    assert sunk(bench, floors_module, "held out", bench.statement_figures(both)) == {}
