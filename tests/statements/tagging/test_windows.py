"""Windows: paragraphs packed in order without loss, a cue's surroundings, and kinds of distance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zopa.statements.tagger import WEIGHTS
from zopa.statements.tagging.network import boundary_ids, load_tokenizer
from zopa.statements.tagging.windows import DISTANCES, LONGEST_WINDOW, REACH, Window, distances, pack, region
from zopa.statements.tagging.words import units_of


def windows(text: str) -> list[Window]:
    """A text's windows; blank lines part its paragraphs."""
    tokenizer = load_tokenizer(WEIGHTS)
    units, start = [], 0
    for number, part in enumerate(text.split("\n\n")):
        units += units_of(text, start, start + len(part), number, tokenizer)
        start += len(part) + 2
    return list(pack(units, *boundary_ids(tokenizer)))


def test_no_word_is_lost_and_no_window_too_long() -> None:
    """Windows hold all words in order, each within its length."""
    text = "\n\n".join(f"Paragraph {number} says that the harbour is closed for now." for number in range(80))
    found = windows(text)
    words = [text[low:high] for window in found for low, high in zip(window.starts, window.ends, strict=True)]
    assert words == text.replace(".", " .").split()
    assert all(len(window.pieces) <= LONGEST_WINDOW for window in found)
    assert len(found) > 1


def test_a_region_is_the_paragraph_of_the_cue() -> None:
    """What stands in other paragraphs is not read for a cue."""
    (window,) = windows("One two three.\n\nFour said five.\n\nSix.")
    assert region(window, 5, 5) == (4, 8)


def test_a_region_reads_on_after_a_colon_or_before_a_quotation() -> None:
    """A statement may go on in the next paragraph where the cue's ends with a colon or the next opens a quotation."""
    (colon,) = windows("The minister said:\n\nWe are leaving.\n\nIt rained.")
    assert region(colon, 2, 2) == (0, 8)
    (quotation,) = windows("The minister said so.\n\n“We are leaving.”\n\nIt rained.")
    assert region(quotation, 2, 2) == (0, 11)


def test_a_region_is_bounded() -> None:
    """In an endless paragraph a cue reads no further than its reach."""
    (window,) = windows("word " * 240)
    low, high = region(window, 120, 121)
    assert (low, high) == (120 - REACH, 122 + REACH)


@given(st.integers(0, 90), st.integers(0, 5), st.integers(0, 90))
def test_distances_are_zero_in_the_cue_and_grow_away_from_it(before: int, more: int, after: int) -> None:
    """Kinds rise on either side and stay within the table."""
    first, last = before, before + more
    found = distances(0, last + 1 + after, first, last).tolist()
    assert found[first : last + 1] == [0] * (more + 1)
    assert all(1 <= kind <= DISTANCES for kind in found[last + 1 :])
    assert all(DISTANCES < kind <= 2 * DISTANCES for kind in found[:first])
    assert found[last + 1 :] == sorted(found[last + 1 :])
    assert found[:first] == sorted(found[:first], reverse=True)
