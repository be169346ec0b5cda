"""What is compiled says the same as numpy, to the last bit; without a compiler numpy answers alone."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from tests.settlements.exact_models import small_models
from tests.settlements.uncertain_models import models

from zopa.settlements import NegotiationModel, frontier, settle
from zopa.settlements.exact.elimination import Move, Step
from zopa.settlements.exact.minkowski import sum_issues
from zopa.settlements.exact.solutions import SOLUTIONS, fairest
from zopa.settlements.kernels import answering, counting, exact, library, violating

compiled = pytest.mark.skipif(library.load() is None, reason="the kernels are not compiled here: no C compiler")
RNG = np.random.default_rng


def numpy_front(table: np.ndarray, sizes: list[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    values = np.split(table, np.cumsum(sizes)[:-1], axis=1)
    steps = [Step(j, (Move(0, tuple(range(size)), 0, ()),), 1) for j, size in enumerate(sizes)]
    front = sum_issues(values, (), steps, 10**6)
    return front.points, front.counts, front.chosen


@compiled
@given(
    st.data(), st.integers(2, 3), st.lists(st.integers(1, 6), min_size=1, max_size=6), st.sampled_from([2, 9, 10**6])
)
@settings(max_examples=150, deadline=None)
def test_sums_of_issues(data: st.DataObject, parties: int, sizes: list[int], top: int) -> None:
    """Points, ties and the packages shown, with few and with many equal values."""
    table = data.draw(arrays(np.int64, (parties, sum(sizes)), elements=st.integers(-top, top)))
    found = exact.sum_issues(table, sizes, 10**6)
    assert found is not None
    for mine, theirs in zip(found, numpy_front(table, sizes), strict=True):
        assert np.array_equal(mine, theirs)


@compiled
@pytest.mark.parametrize(("parties", "issues", "options"), [(2, 9, 12), (3, 7, 8), (3, 12, 5)])
def test_sums_of_many_issues(parties: int, issues: int, options: int) -> None:
    """Thousands of points, more than the first guess of how many there are."""
    table = RNG(issues).integers(0, 10**6, (parties, issues * options))
    found = exact.sum_issues(table, [options] * issues, 10**6)
    assert found is not None
    for mine, theirs in zip(found, numpy_front(table, [options] * issues), strict=True):
        assert np.array_equal(mine, theirs)


@compiled
def test_what_the_kernel_leaves_to_numpy() -> None:
    """Four parties, too many points, and counts beyond 64 bits are not for it."""
    ones = np.ones((2, 45 * 3), dtype=np.int64)
    assert exact.sum_issues(ones, [3] * 45, 10**6) is None
    assert exact.sum_issues(np.ones((4, 3), dtype=np.int64), [3], 10**6) is None
    assert exact.sum_issues(np.array([[0, 1, 2], [2, 1, 0]]), [3], 2) is None


@compiled
@given(st.data(), st.integers(1, 12), st.integers(1, 5), st.booleans())
@settings(max_examples=150, deadline=None)
def test_solution_points(data: st.DataObject, points: int, parties: int, coarse: bool) -> None:
    """Marks, ties and the point shown, where nobody gains, where some do, and where many points are equal."""
    numbers = st.integers(-1, 3).map(float) if coarse else st.floats(0, 1)
    gains = data.draw(arrays(np.float64, (points, parties), elements=numbers))
    utilities, ideal = gains + 0.3, gains.max(axis=0)
    names = data.draw(st.permutations([f"P{k}" for k in range(parties)]))
    order = sorted(range(parties), key=lambda k: names[k])
    found = exact.solutions(gains, utilities, ideal, order)
    assert found is not None
    for (mark, row), shown in zip(zip(SOLUTIONS.values(), found[0], strict=True), found[1], strict=True):
        expected = mark(gains, ideal, utilities)
        assert np.array_equal(row, expected)
        assert shown == fairest(np.flatnonzero(expected), gains, ideal, names)


def numpy_reach(values: list[np.ndarray], needed: np.ndarray) -> list[tuple[int, int, tuple[int, ...]]]:
    found = []
    for n in range(needed.shape[1]):
        so_far = [(0, np.zeros(needed.shape[2], dtype=np.int32))]
        for table, least in zip(values, needed, strict=True):
            longer = [
                (row * table.shape[2] + k, total + table[n, :, k])
                for row, total in so_far
                for k in range(table.shape[2])
            ]
            so_far = [(row, total) for row, total in longer if (total >= least[n]).all()]
        found += [(n, row, tuple(total.tolist())) for row, total in so_far]
    return found


@compiled
@given(st.integers(0, 10**6), st.integers(1, 4), st.integers(1, 4), st.lists(st.integers(1, 4), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_rows_reached(seed: int, draws: int, parties: int, sizes: list[int]) -> None:
    """Branch and bound keeps the rows whose sums reach what is needed after every issue, in order."""
    rng = RNG(seed)
    values = [rng.integers(-5, 6, (draws, parties, size)).astype(np.int32) for size in sizes]
    needed = rng.integers(-9, 5, (len(sizes), draws, parties)).astype(np.int32)
    draw, row, total = counting.reach(values, needed)
    found = list(zip(draw.tolist(), row.tolist(), map(tuple, total.T.tolist()), strict=True))
    assert found == numpy_reach(values, needed)
    place = rng.permutation(math.prod(sizes)) - 2
    draw, row, total = counting.reach(values, needed, place)
    kept = [(n, int(place[k]), sums) for n, k, sums in found if place[k] >= 0]
    assert list(zip(draw.tolist(), row.tolist(), map(tuple, total.T.tolist()), strict=True)) == kept


@compiled
@given(st.integers(0, 10**6), st.integers(1, 7), st.integers(1, 70), st.booleans())
@settings(max_examples=60, deadline=None)
def test_packages_noted(seed: int, parties: int, columns: int, ruled: bool) -> None:
    """The burst grows by one where every party has enough; a draw counts where rules allow one of those packages."""
    rng = RNG(seed)
    right = rng.integers(0, 9, (3, parties, columns)).astype(np.int32)
    row = np.array([0, 2, 1, 2])
    need = rng.integers(0, 7, (parties, 4)).astype(np.int32)
    spans = np.array([[0, 2], [0, 0], [2, 4]])
    allowed = rng.random((3, columns)) < 0.5 if ruled else None
    burst = rng.integers(0, 9, (3, columns)).astype(np.uint8)
    expected, some = burst.copy(), np.zeros(3, dtype=bool)
    for n, (begin, end) in enumerate(spans):
        for at in range(begin, end):
            ok = (right[n] >= need[:, at, None]).all(axis=0)
            expected[row[at]] += ok
            some[n] |= bool((ok if allowed is None else ok & allowed[row[at]]).any())
    least = np.full((3, parties), 20, dtype=np.int32)
    total = np.full((parties, 9), 99, dtype=np.int32)
    total[:, :4] = 20 - need
    assert np.array_equal(counting.note(right, least, total[:, :4], spans, row, allowed, burst), some)
    assert np.array_equal(burst, expected)


def numpy_answers(one: answering.Asked) -> np.ndarray:
    """Every party's answer to every package in every draw, (N, S, M), one at a time."""
    draws, packages = len(one.part), len(one.chosen)
    found = np.zeros((draws, len(one.who), packages), dtype=bool)
    for n, s, m in np.ndindex(found.shape):
        party, options = one.who[s], one.chosen[m]
        lines = [one.wide[n, c] and one.hit[c, m] for c, owner in enumerate(one.owner) if owner == s]
        worth = one.part[n, party, options].sum() >= one.threshold[n, party]
        found[n, s, m] = worth and not one.refused[n, party, options].any() and not any(lines)
    return found


def some_asked(seed: int, draws: int, strided: bool) -> answering.Asked:
    """Four parties of which three are asked, three issues of three options, two refusals over several options."""
    rng = RNG(seed)
    step = 2 if strided else 1
    part = rng.integers(-3, 6, (draws * step, 4, 9)).astype(np.int32)[::step]
    refused = (rng.random((9, 4, draws * step)) < 0.08).T[::step]
    return answering.Asked(
        part=part,
        threshold=rng.integers(-2, 8, (draws * step, 4)).astype(np.int32)[::step],
        refused=refused if strided else np.ascontiguousarray(refused),
        wide=rng.random((draws, 2)) < 0.5,
        who=np.array([0, 2, 3]),
        chosen=rng.integers(0, 3, (5, 3)) + np.array([0, 3, 6]),
        owner=np.array([0, 2]),
        hit=rng.random((2, 5)) < 0.5,
    )


@compiled
@pytest.mark.parametrize("draws", [0, 1, 63, 64, 65, 150])
@pytest.mark.parametrize("strided", [False, True])
def test_answers(draws: int, strided: bool) -> None:
    """What each party says and whether all accept, however the draws lie in memory."""
    one = some_asked(draws, draws, strided)
    expected = numpy_answers(one)
    assert np.array_equal(answering.answers(one, apart=True), expected)
    assert np.array_equal(answering.answers(one, apart=False), expected.all(axis=1))


@compiled
@given(st.integers(0, 10**6), st.integers(1, 140), st.integers(1, 12))
@settings(max_examples=30, deadline=None)
def test_counts_at_postures(seed: int, draws: int, steps: int) -> None:
    """A party's stated refusals bind up to the posture that lifts them; hidden ones always do."""
    one, rng = some_asked(seed, draws, strided=False), RNG(seed)
    hidden = rng.random((draws, 4, 9)) < 0.05
    lifted = rng.integers(0, steps + 1, (draws, 4)).astype(np.uint8)
    counts = answering.posture_counts(one, hidden, lifted, steps)
    for step in range(steps):
        binds = step < lifted
        at_step = dataclasses.replace(
            one,
            refused=hidden | (one.refused & binds[:, :, None]),
            wide=one.wide & binds[:, one.who[one.owner]],
        )
        assert np.array_equal(counts[:, step], numpy_answers(at_step).all(axis=1).sum(axis=0))


@compiled
@given(st.integers(0, 10**6), st.booleans())
@settings(max_examples=60, deadline=None)
def test_combinations_of_what_is_violated(seed: int, ruled: bool) -> None:
    """Per group of left and of right rows, every combination of bits that some allowed package has."""
    rng = RNG(seed)
    parties, rows, columns, rectangles = rng.integers(1, 5), rng.integers(1, 9), rng.integers(1, 40), rng.integers(0, 3)
    need = rng.integers(0, 9, (parties, rows)).astype(np.int32)
    right = rng.integers(0, 9, (parties, columns)).astype(np.int32)
    inside, beside = (rng.random((rectangles, size)) < 0.5 for size in (rows, columns))
    bit = np.full(rectangles, parties)
    allowed = rng.random((rows, columns)) < 0.5 if ruled else None
    looked = np.flatnonzero(rng.random(rows) < 0.8)
    left_of, right_of = rng.integers(0, 3, rows), rng.integers(0, 2, columns)
    groups = left_of, right_of, (3, 2)
    seen = violating.combinations_of(need, right, (inside, beside, bit), allowed, looked, groups)
    expected = np.zeros((3, 2), dtype=np.uint64)
    for row in looked:
        for column in range(columns):
            if allowed is None or allowed[row, column]:
                bits = sum(int(right[i, column] < need[i, row]) << i for i in range(parties))
                bits |= int((inside[:, row] & beside[:, column]).any()) << int(parties)
                expected[left_of[row], right_of[column]] |= np.uint64(1 << bits)
    assert np.array_equal(seen, expected)


def without_library(run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Call something as an installation without the library would."""
    library.function.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "load", lambda: None)
        found = run()
    library.function.cache_clear()
    return found


@compiled
@given(small_models())
@settings(max_examples=40, deadline=None)
def test_a_frontier_without_the_library(model: NegotiationModel) -> None:
    """The same frontier and solution points, however they are computed."""
    assert without_library(lambda: frontier(model).as_dict()) == frontier(model).as_dict()


@compiled
@given(models())
@settings(max_examples=15, deadline=None)
def test_a_settlement_without_the_library(model: NegotiationModel) -> None:
    """The same settlement to the last figure."""
    assert without_library(lambda: settle(model, draws=40).as_dict()) == settle(model, draws=40).as_dict()


@compiled
def test_a_library_of_another_source_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the source has changed, what was compiled before is done without until it is compiled again."""
    source = tmp_path / "kernels.c"
    source.write_bytes(library.SOURCE.read_bytes() + b"\n")
    path = tmp_path / "kernels.so"
    path.write_bytes(library.LIBRARY.read_bytes())
    assert library.load(path) is not None
    library.load.cache_clear()
    monkeypatch.setattr(library, "SOURCE", source)
    assert library.load(path) is None


@pytest.mark.parametrize("content", [None, b"not a library"])
def test_a_library_that_cannot_be_used(tmp_path: Path, content: bytes | None) -> None:
    """One that is missing or damaged is done without."""
    path = tmp_path / "kernels.so"
    if content is not None:
        path.write_bytes(content)
    assert library.load(path) is None
