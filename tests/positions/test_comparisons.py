"""Comparisons: one issue said to matter more than another, in so many words."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.positions.comparisons import comparisons_in


@pytest.mark.parametrize(
    ("case", "speaker", "words", "found"),
    [
        (STRIKE, "Marta Lindqvist", "night shifts matter more to us than the wage rise", ("night_shifts", "wage")),
        (
            STRIKE,
            "Marta Lindqvist",
            "we care more about the crane drivers than about wages",
            ("dismissed_workers", "wage"),
        ),
        (STRIKE, "Jonas Okafor", "the wage is more important than night shifts", ("wage", "night_shifts")),
        (HOSTAGES, "Lena Ostrov", "the hostages come before any amnesty", ("hostages", "amnesty")),
        (STRIKE, "Marta Lindqvist", "night shifts do not matter more than the wage rise", None),
        (STRIKE, "Karin Moe", "night shifts matter more than the wage rise", None),
        (STRIKE, "Marta Lindqvist", "the weather matters more than the wage rise", None),
        (STRIKE, "Marta Lindqvist", "night shifts matter more than they did", None),
    ],
)
def test_what_matters_more(case: Case, speaker: str, words: str, found: tuple[str, str] | None) -> None:
    """Said by somebody of the party about two issues of the case; a denial and an outsider say nothing."""
    article = make_article(f"{speaker} said: {words}.")
    comparisons = comparisons_in(make_statement(article, words, speaker), article, case)
    assert [(one.more, one.less) for one in comparisons] == ([found] if found else [])
