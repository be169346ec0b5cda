"""Vectors of what words mean."""

from __future__ import annotations

import numpy as np
import pytest

from zopa.positions.encoder import WIDTH, encode
from zopa.positions.likeness import likeness


def test_every_text_has_a_row_of_length_one() -> None:
    """A text without words has a row of zeros."""
    rows = encode(["The ferry sails at noon.", ""])
    assert rows.shape == (2, WIDTH)
    assert np.linalg.norm(rows, axis=1) == pytest.approx([1, 0])


def test_like_meanings_are_nearer() -> None:
    """A raise of wages is nearer to more pay than to a boat."""
    wages, pay, boat = encode(["raise the wages", "higher salaries", "a boat in the harbour"])
    assert wages @ pay > wages @ boat


def test_a_text_is_most_like_itself() -> None:
    """The same words are alike in full; others less."""
    texts = ["The union wants more pay.", "The port keeps its fee.", "Pilots will not fly at night."]
    alike = likeness(texts).to(texts)
    assert np.diag(alike) == pytest.approx(1)
    assert alike.max(axis=1) == pytest.approx(1)
    assert likeness(texts).to(["Nothing of the kind"]).max() < 0.6
