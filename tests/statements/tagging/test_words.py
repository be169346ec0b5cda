"""Words and pieces: positions hold in the text, quotation marks are followed, long paragraphs are cut at sentences."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.statements.tagger import WEIGHTS
from zopa.statements.tagging.network import load_tokenizer
from zopa.statements.tagging.words import LONGEST_UNIT, QUOTED, case_kind, quoted_flags, slices, units_of


def units(text: str) -> list:
    """The units of a text that is one paragraph."""
    return list(units_of(text, 0, len(text), 0, load_tokenizer(WEIGHTS)))


@pytest.mark.parametrize(("word", "kind"), [("port", 0), ("Port", 1), ("PORT", 2), ("I", 1), ("3rd", 0), ("“", 0)])
def test_case_kind(word: str, kind: int) -> None:
    """Lower case and marks, a capital first letter, capitals throughout."""
    assert case_kind(word) == kind


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        (["He", "“", "left", "”", "."], [0, 1, 1, 1, 0]),
        (["He", '"', "left", '"', "."], [0, 1, 1, 1, 0]),
        (["“", "We", "left"], [1, 1, 1]),
        (["'", "'", "left", "'", "'", "."], [1, 1, 1, 1, 0, 0]),
        (["left", "”", "now"], [0, 1, 0]),
    ],
    ids=["curly", "straight", "left open", "twin marks", "never opened"],
)
def test_quoted_flags(words: list[str], flags: list[int]) -> None:
    """A mark left open holds to the paragraph's end; two single marks count as one (a closing pair by its first)."""
    assert quoted_flags(words) == [bool(flag) for flag in flags]


def test_words_know_where_they_stand() -> None:
    """Starts and ends cut the words out of the text; kinds tell capitals and quotation."""
    text = "Ilse Brandt said “no”."
    (unit,) = units(text)
    cut = [text[low:high] for low, high in zip(unit.starts, unit.ends, strict=True)]
    assert cut == ["Ilse", "Brandt", "said", "“", "no", "”", "."]
    assert unit.kinds.tolist() == [1, 1, 0, QUOTED, QUOTED, QUOTED, 0]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=400))
def test_units_are_consistent_for_any_text(text: str) -> None:
    """Each word has a first piece of its own, each piece a word, and no unit is longer than a window holds."""
    for unit in units(text):
        assert len(unit.pieces) <= LONGEST_UNIT
        assert (unit.starts < unit.ends).all()
        assert (unit.starts[1:] >= unit.ends[:-1]).all()
        assert (unit.owners[unit.first] == np.arange(len(unit.starts))).all()
        assert (np.diff(unit.owners) >= 0).all()


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    """Every part but the last ends with a full stop, and nothing is lost."""
    text = "The crew waited for the pilot boat in the rain. " * 90
    found = units(text)
    assert len(found) > 3
    assert all(text[part.starts[-1]] == "." for part in found[:-1])
    assert sum(len(part.starts) for part in found) == 11 * 90


def test_slices_cover_the_range_once() -> None:
    """Stretches follow one another without gap, even where there is no white space."""
    for text in ("ab " * 30_000, "x" * 50_000):
        found = list(slices(text, 0, len(text)))
        assert found[0][0] == 0
        assert found[-1][1] == len(text)
        assert all(before[1] == after[0] for before, after in pairwise(found))
