"""Decoding: spans begin and end as tags allow, a surer attribution keeps its words, quotations are taken whole."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.statements.tagging.chances import CueReading, WindowReading
from zopa.statements.tagging.cues import cue_candidates
from zopa.statements.tagging.decoding import Found, Thresholds, attributions_of, best_tags, ranges_of
from zopa.statements.tagging.roles import CONTENT, CUE, LINK_TAGS, SOURCE, beginning, first, inside, last, middle, only
from zopa.statements.tagging.snapping import snapped
from zopa.statements.tagging.windows import Window
from zopa.statements.tagging.words import QUOTED


def window(words: int, quoted: tuple[int, int] = (0, 0)) -> Window:
    """A window of one paragraph with a piece a word; the given range lies between quotation marks."""
    kinds = np.ones(words, dtype=np.int64)
    kinds[quoted[0] : quoted[1]] += QUOTED
    positions = np.arange(words)
    return Window(
        pieces=positions,
        kinds=kinds,
        first=positions,
        starts=positions * 2,
        ends=positions * 2 + 1,
        paragraphs=np.zeros(words, dtype=np.int64),
        runs_on=np.zeros(words, dtype=bool),
    )


def chances(tags: list[int], sure: float = 0.9) -> np.ndarray:
    """Linker chances that favour the given tags."""
    found = np.full((len(tags), LINK_TAGS), (1 - sure) / (LINK_TAGS - 1), dtype=np.float32)
    found[np.arange(len(tags)), tags] = sure
    return found


@given(st.lists(st.lists(st.floats(-9, 0), min_size=LINK_TAGS, max_size=LINK_TAGS), min_size=1, max_size=12))
def test_best_tags_are_always_whole_spans(rows: list[list[float]]) -> None:
    """Whatever the chances, every span begun is ended, within its role."""
    tags = best_tags(np.array(rows)).tolist()
    role = None
    for tag in tags:
        kind, own = (tag - 1) % 4, (tag - 1) // 4
        if tag == 0:
            assert role is None
        elif kind == 0:
            assert role is None
            role = own
        elif kind == 3:
            assert role is None
        else:
            assert role == own
            role = None if kind == 2 else role
    assert role is None


def test_best_tags_follow_clear_chances() -> None:
    """Where the chances are clear and allowed, they are the answer."""
    tags = [only(SOURCE), only(CUE), first(CONTENT), middle(CONTENT), last(CONTENT), 0]
    assert best_tags(np.log(chances(tags))).tolist() == tags
    assert ranges_of(np.array(tags), CONTENT) == [(2, 5)]


def reading(*cues: CueReading) -> WindowReading:
    """A reading of a six-word window."""
    return WindowReading(window(6), np.zeros((6, 7), dtype=np.float32), cues)


SAID = [only(SOURCE), only(CUE), first(CONTENT), middle(CONTENT), last(CONTENT), 0]


def test_a_cue_becomes_an_attribution() -> None:
    """Source, cue and content come out as ranges of words."""
    (found,) = attributions_of(reading(CueReading(1, 1, 0, chances(SAID), 0.9)), Thresholds(0.4))
    assert (found.source, found.cue, found.content) == (((0, 1),), ((1, 2),), ((2, 5),))
    assert found.confidence == pytest.approx(0.9 * (0.9 + 3 * 0.1 / 12), abs=1e-3)


def test_what_is_unsure_is_left_out() -> None:
    """An attribution below the threshold is not given out, nor one without content."""
    assert attributions_of(reading(CueReading(1, 1, 0, chances(SAID), 0.3)), Thresholds(0.4)) == []
    silent = chances([only(SOURCE), only(CUE), 0, 0, 0, 0])
    assert attributions_of(reading(CueReading(1, 1, 0, silent, 0.9)), Thresholds(0.4)) == []


def test_the_surer_of_two_keeps_the_words() -> None:
    """Two cues that claim the same content give one attribution, the surer."""
    other = chances([only(SOURCE), 0, first(CONTENT), middle(CONTENT), last(CONTENT), only(CUE)])
    cues = (CueReading(1, 1, 0, chances(SAID), 0.7), CueReading(5, 5, 0, other, 0.95))
    (found,) = attributions_of(reading(*cues), Thresholds(0.4))
    assert found.cue == ((5, 6),)


def test_a_likely_source_with_unsure_edges_is_kept() -> None:
    """A source whose likeliest word is fairly sure is found although 'outside' beats each of its tags."""
    unsure = chances(SAID)
    unsure[0] = 0.001
    unsure[0, [0, only(SOURCE), first(SOURCE)]] = (0.5, 0.3, 0.19)
    (found,) = attributions_of(reading(CueReading(1, 1, 0, unsure, 0.9)), Thresholds(0.4))
    assert found.source == ((0, 1),)


def test_a_content_within_a_quotation_is_drawn_out_to_its_marks() -> None:
    """The rest of the quotation is taken on both sides."""
    found = Found(((0, 1),), ((1, 2),), ((4, 8),), 0.9)
    assert snapped([found], window(12, (3, 10)))[0].content == ((3, 10),)


def test_a_content_is_not_drawn_out_over_others_or_from_a_scrap() -> None:
    """Words another attribution uses stay its own, and a scrap of a long quotation is no claim to it."""
    here, there = Found((), ((1, 2),), ((4, 8),), 0.9), Found((), ((8, 9),), ((10, 11),), 0.9)
    assert snapped([here, there], window(12, (4, 10)))[0].content == ((4, 8),)
    scrap = Found((), ((0, 1),), ((2, 3),), 0.9)
    assert snapped([scrap], window(20, (2, 20)))[0].content == ((2, 3),)


def test_candidates_are_runs_of_likely_words() -> None:
    """Neighbours join unless the second begins a cue itself or a paragraph ends between them."""
    tagger = np.zeros((7, 7), dtype=np.float32)
    tagger[1, beginning(CUE)], tagger[2, inside(CUE)] = 0.8, 0.7
    tagger[3, beginning(CUE)] = 0.9
    tagger[5, beginning(CUE)], tagger[6, inside(CUE)] = 0.6, 0.6
    paragraphs = np.array([0, 0, 0, 0, 0, 0, 1])
    assert cue_candidates(tagger, paragraphs) == [(1, 2), (3, 3), (5, 5), (6, 6)]
    assert cue_candidates(np.zeros((4, 7), dtype=np.float32), np.zeros(4, dtype=np.int64)) == []
