"""Everybody is read alike: with two names swapped, the statements are the same with the names swapped."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture(scope="module")
def bench(repository: Path) -> ModuleType:
    """The measurement as a module."""
    spec = importlib.util.spec_from_file_location("name_swap", repository / "benchmarks" / "name_swap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_examples_and_the_held_out_articles(bench: ModuleType, repository: Path) -> None:
    """Every swap that their articles allow leaves every statement as it was."""
    own = [*(repository / "tests/statements").glob("held_out*/articles.jsonl"), *repository.glob("examples/*/coverage")]
    same, total, swaps = bench.measure(own)
    assert swaps >= 20
    assert same == total


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
