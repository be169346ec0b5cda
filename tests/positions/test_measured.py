"""Measured quality: floors under the figures of ``benchmarks/positions.py`` on the annotated development articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from benchmarks.positions import coded_keys, documents, gold_keys, score, statement_from

from zopa.statements import read_statements

if TYPE_CHECKING:
    from pathlib import Path


def test_from_the_annotated_statements(shared: Path) -> None:
    """F1 .76 and precision .92 when written; an unknown cell is hardly ever filled."""
    pairs = []
    wrong = 0
    for document in documents(shared):
        statements = [statement_from(row, document.article) for row in document.gold]
        found, gold = coded_keys(document, statements), gold_keys(document)
        pairs.append((gold, found))
        wrong += len({key[:2] for key in found} - {key[:2] for key in gold})
    figures = score(pairs)
    assert figures["f1"] >= 0.70
    assert figures["precision"] >= 0.85
    assert wrong <= 5


@pytest.mark.slow
def test_from_the_article(shared: Path) -> None:
    """F1 .67 and precision .91 when written, with the reader of the day."""
    pairs = [
        (gold_keys(document), coded_keys(document, read_statements(document.article))) for document in documents(shared)
    ]
    figures = score(pairs)
    assert figures["f1"] >= 0.55
    assert figures["precision"] >= 0.80
