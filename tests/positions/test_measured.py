"""Measured quality: floors just under the figures of ``benchmarks/positions.py``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from benchmarks._position_measures import bare, ranks
from benchmarks.positions import (
    HARDEST,
    IN_VIEW,
    KEPT_ASIDE,
    OPEN,
    OPEN_LAST,
    OPEN_LATER,
    RETOLD,
    UNSEEN,
    UNSEEN_LAST,
    UNSEEN_LATER,
    WIRE,
    coded_keys,
    documents,
    gold_keys,
    introduced,
    invented,
    score,
    statement_from,
    unknown_filled,
)

from zopa.statements import read_statements

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.positions import Document


def from_annotated(found: Sequence[Document]) -> dict[str, float]:
    """The figures from the annotated statements, with the share of unknown cells that are filled."""
    pairs = [
        (gold_keys(each), coded_keys(each, [statement_from(row, each.article) for row in each.gold])) for each in found
    ]
    cells = sum(len(each.case.parties) * len(each.case.issues) for each in found)
    return score(pairs) | {"unknown": unknown_filled(pairs, cells)}


def from_articles(found: Sequence[Document]) -> dict[str, float]:
    """The figures from the articles, with the reader's statements."""
    return score([(gold_keys(each), coded_keys(each, read_statements(each.article))) for each in found])


def test_coverage_of_the_development_negotiations(shared: Path) -> None:
    """F1 .78 and precision .90 when written; an unknown cell is hardly ever filled."""
    figures = from_annotated(introduced(documents(shared), shared))
    assert figures["f1"] >= 0.75
    assert figures["precision"] >= 0.87
    assert figures["unknown"] <= 0.02


def test_the_development_negotiations_with_nothing_known_of_their_parties_but_the_names(shared: Path) -> None:
    """F1 .77 with precision .89 when written: hardly less than with aliases and people."""
    docs = [replace(each, case=bare(each.case)) for each in documents(shared)]
    figures = from_annotated(introduced(docs, shared))
    assert figures["f1"] >= 0.74
    assert figures["precision"] >= 0.86
    assert figures["unknown"] <= 0.02


@pytest.mark.parametrize(
    ("names", "f1", "precision", "unknown"),
    [
        (IN_VIEW, 0.88, 0.94, 0.02),
        (KEPT_ASIDE, 0.72, 0.75, 0.03),
        (OPEN, 0.69, 0.83, 0.04),
        (UNSEEN, 0.43, 0.57, 0.02),
        (OPEN_LATER, 0.54, 0.78, 0.03),
        (UNSEEN_LATER, 0.38, 0.46, 0.09),
        (OPEN_LAST, 0.42, 0.62, 0.05),
        (HARDEST, 0.21, 0.37, 0.03),
        (WIRE, 0.91, 0.94, 0.02),
        (RETOLD, 0.60, 0.76, 0.06),
        (UNSEEN_LAST, 0.37, 0.67, 0.02),
    ],
    ids=[
        *("in view", "kept aside", "open", "unseen", "open later", "unseen later", "open last", "hardest"),
        *("wire", "retold", "unseen last"),
    ],
)
def test_invented_negotiations(names: Sequence[str], f1: float, precision: float, unknown: float) -> None:
    """F1 .89 with precision .96 on the two in view, .73 with .76 on the two kept aside, when written.

    Of the later four, .70 with .84 on the two open ones and .43 with .58 on the two unseen; of the next four .55 with
    .79 and .37 with .46: far less, and there more than one unknown cell in twenty is filled (.079). On the last two,
    looked at since, .43 with .64 (.40 with .54 before) and .22 with .39 (.20 with .36). Of the later ones .92 with .95
    on the two in the manner of a wire (unseen .84 with .89), .61 with .77 on the two retold (unseen .48 with .63), .38
    with .70 on the one never looked at.
    """
    figures = from_annotated(introduced(invented(names)))
    assert figures["f1"] >= f1
    assert figures["precision"] >= precision
    assert figures["unknown"] <= unknown


def ranked(docs: Sequence[Document]) -> dict[str, float]:
    """Where the annotated issues and options stand among the candidates."""
    return ranks([(each, [statement_from(row, each.article) for row in each.gold]) for each in docs])


@pytest.mark.parametrize("names", [IN_VIEW, KEPT_ASIDE, OPEN, UNSEEN, OPEN_LATER, UNSEEN_LATER])
def test_the_right_issue_and_option_are_among_the_first_three(names: Sequence[str]) -> None:
    """Issue .98 to 1.00, option .91 to .98 when written."""
    found = ranked(introduced(invented(names)))
    assert found["issue within three"] >= 0.95
    assert found["option within three"] >= 0.9


def test_so_are_those_of_the_development_negotiations(shared: Path) -> None:
    """Issue .96, option .92 when written."""
    found = ranked(introduced(documents(shared), shared))
    assert found["issue within three"] >= 0.93
    assert found["option within three"] >= 0.9


@pytest.mark.slow
def test_from_the_articles(shared: Path) -> None:
    """With the reader of the day: F1 .75 and precision .87 when written, .74 and .77 on the invented ones."""
    figures = from_articles(introduced(documents(shared), shared))
    assert figures["f1"] >= 0.74
    assert figures["precision"] >= 0.84
    figures = from_articles(introduced(invented((*IN_VIEW, *KEPT_ASIDE))))
    assert figures["f1"] >= 0.7
    assert figures["precision"] >= 0.74
