"""What is pinned: the seed article's sentences with a structured counterpart, and the time that reading takes."""

from __future__ import annotations

import importlib.util
import shutil
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.reading import read_case
from zopa.casework.talks import circumstances_of, meetings_of

if TYPE_CHECKING:
    from pathlib import Path

FOUND_FLOOR = 47
"""Of the 50 pairs of a sentence and a kind asked for."""

SECONDS = 1.0
"""Of processor time for meetings and circumstances of the whole Alaska example."""


@pytest.fixture(scope="module")
def verdicts(shared: Path, repository: Path) -> list[tuple[int, dict[str, str]]]:
    """The benchmark's verdict on every sentence and kind."""
    spec = importlib.util.spec_from_file_location("seed_inventory", repository / "benchmarks" / "seed_inventory.py")
    assert spec is not None
    assert spec.loader is not None
    assert shared.is_dir()
    benchmark: Any = importlib.util.module_from_spec(spec)
    sys.modules["seed_inventory"] = benchmark
    spec.loader.exec_module(benchmark)
    found: list[tuple[int, dict[str, str]]] = benchmark.measured()
    return found


def test_what_was_asked_for_in_the_seed_article_has_its_counterpart(verdicts: list[tuple[int, dict[str, str]]]) -> None:
    """At least nine in ten of the meetings, events, claims on land, laws, leverage and proposals; none missed."""
    asked = {"meeting", "event", "territorial_status", "legal_constraint", "leverage", "proposal"}
    counted = Counter(verdict for _, kinds in verdicts for kind, verdict in kinds.items() if kind in asked)
    assert sum(counted.values()) == 50
    assert counted["found"] >= FOUND_FLOOR
    assert counted["missed"] == 0


def test_the_page_shows_what_is_measured(verdicts: list[tuple[int, dict[str, str]]], repository: Path) -> None:
    """The table of the documentation has a row for each sentence, with numbers and kinds and no words of it."""
    page = (repository / "docs" / "explanation" / "coverage-of-the-seed.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ") and line.split("|")[1].strip().isdigit()]
    assert [int(row.split("|")[1]) for row in rows] == [number for number, _ in verdicts]
    for row, (_, kinds) in zip(rows, verdicts, strict=True):
        shown = {kind for cell in row.split("|")[2:5] for kind in cell.strip().split(", ") if kind}
        assert shown == {kind.replace("_", " ") for kind in kinds}


def test_reading_meetings_costs_a_briefing_little(repository: Path, tmp_path: Path) -> None:
    """The speed asked for, on the example, in processor time: best of three."""
    shutil.copytree(repository / "examples" / "alaska", tmp_path / "alaska", ignore=shutil.ignore_patterns("zopa.db*"))
    folder = case_folder(tmp_path / "alaska")
    read_case(folder)
    gathered = gather(folder)
    took = []
    for _ in range(3):
        begun = time.process_time()
        assert meetings_of(gathered)
        assert circumstances_of(gathered)
        took.append(time.process_time() - begun)
    assert min(took) < SECONDS
