"""Everybody is read alike: with two names swapped, the statements are the same with the names swapped."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements
from zopa.statements.finding import find_attributions

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


TAGGER_FLOOR = 0.94


@pytest.fixture(scope="module")
def bench(repository: Path) -> ModuleType:
    """The measurement as a module."""
    spec = importlib.util.spec_from_file_location("name_swap", repository / "benchmarks" / "name_swap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def own_articles(repository: Path) -> list[Path]:
    """The held-out articles and the examples."""
    return [
        *(repository / "tests/statements").glob("held_out*/articles.jsonl"),
        *repository.glob("examples/*/coverage"),
    ]


def test_the_rules_read_everybody_alike(bench: ModuleType, repository: Path) -> None:
    """Every swap that the articles allow leaves every statement that the rules find as it was."""
    same, total, swaps = bench.measure(own_articles(repository), find_attributions)
    assert swaps >= 20
    assert same == total


def test_the_tagger_reads_nearly_everybody_alike(bench: ModuleType, repository: Path) -> None:
    """The tagger has learned from names: how far a swap changes what it finds is measured and does not grow."""
    same, total, _ = bench.measure(own_articles(repository))
    assert same / total >= TAGGER_FLOOR


def test_the_measurement_sees_a_difference(bench: ModuleType) -> None:
    """A name that is read as no person's is noticed when it takes a person's place."""
    text = "Jane Doe said that the duty stays. Later the mayor met Norway Lopez."
    article = replace(plain_article(text, "page"), outlet=None)
    names = {"Jane": "Norway", "Doe": "Lopez"}
    assert bench.exchange(text, names).startswith("Norway Lopez said that the duty stays. Later the mayor met Jane Doe")
    rows = bench.rows(article, read_statements(article))
    assert rows != bench.rows(article, read_statements(bench.swapped(article, names)))
    same, total = bench.compared(article, {"Jane": "Ursula", "Doe": "Blum"})
    assert same == total == 1
