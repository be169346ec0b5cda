"""The parts of a draw on their own: weights, streams, minimal sets, top lists, the layout of names."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.errors import ModelError
from zopa.settlements.exact.central import rank_order_centroid
from zopa.settlements.model import Claim, Issue, NegotiationModel, Preference, RedLine, Rule
from zopa.settlements.uncertain.arrays import canonical, feasible, layout_of, stakes_of
from zopa.settlements.uncertain.draws import draw
from zopa.settlements.uncertain.exactness import is_exact
from zopa.settlements.uncertain.hitting import minimal_hitting_sets, minimal_sets
from zopa.settlements.uncertain.streams import Streams
from zopa.settlements.uncertain.weights import draw_weights
from zopa.settlements.uncertain.work import largest

ISSUES = (Issue("price", ("low", "mid", "high")), Issue("date", ("soon", "late")), Issue("place", ("here", "there")))
MODEL = NegotiationModel(("A", "B"), ISSUES, (Preference("A"), Preference("B")), ("A", "B"))


def test_a_stream_belongs_to_its_name() -> None:
    """The same seed, purpose and ids give the same numbers, and fewer draws are the beginning of more."""
    long, short = Streams(1, 1000), Streams(1, 10)
    assert np.array_equal(long.uniform("value", "A", "price")[:10], short.uniform("value", "A", "price"))
    assert not np.array_equal(short.uniform("value", "A", "price"), short.uniform("value", "B", "price"))
    assert not np.array_equal(short.uniform("value", "A", "price"), Streams(2, 10).uniform("value", "A", "price"))
    assert not np.array_equal(short.uniform("value", "A", "bc"), short.uniform("value", "Ab", "c"))


@pytest.mark.parametrize("draws", [10, 5_000])
def test_a_stream_cannot_be_changed(draws: int) -> None:
    """Streams are shared by the runs of one seed, so nobody can write into them."""
    stream = Streams(1, draws).uniform("value", "A", "price")
    with pytest.raises(ValueError, match="read-only"):
        stream[0] = 0.5
    assert np.array_equal(stream, Streams(1, draws).uniform("value", "A", "price"))


@pytest.mark.parametrize("most", [1, 3, 60_000])
@pytest.mark.parametrize("top", [1, 7, 60])
@pytest.mark.parametrize("length", [50, 3_901, 40_000])
def test_the_largest_of_many(length: int, top: int, most: int) -> None:
    """The same places as sorting everything gives, ties by place, with few and with many equal counts."""
    counts = np.random.default_rng(length + most).integers(0, most, length).astype(np.uint32)
    expected = np.argsort(-counts.astype(np.int64), kind="stable")[:top]
    assert largest(counts, top).tolist() == expected.tolist()


def test_free_weights_are_uniform_on_the_simplex_of_the_stakes() -> None:
    """Dirichlet(1) over two stakes: mean 1/2, variance 1/12, nothing outside the stakes, sum 1."""
    weights = draw_weights(Preference("A", stakes=("price", "date")), layout_of(MODEL), Streams(1, 20_000))
    by_name = dict(zip(layout_of(MODEL).issues, weights.T, strict=True))
    assert np.allclose(weights.sum(axis=1), 1)
    assert not by_name["place"].any()
    assert by_name["price"].mean() == pytest.approx(0.5, abs=0.01)
    assert by_name["price"].var() == pytest.approx(1 / 12, abs=0.003)


def test_ordered_weights_keep_the_order_and_average_to_the_rank_order_centroid() -> None:
    """Uniform on the ordered simplex: mean (11/18, 5/18, 2/18) for three issues."""
    order = ("place", "price", "date")
    weights = draw_weights(Preference("A", order=order), layout_of(MODEL), Streams(1, 20_000))
    ranked = weights[:, [layout_of(MODEL).issue(issue) for issue in order]]
    assert np.all(np.diff(ranked, axis=1) <= 0)
    assert rank_order_centroid(3) == pytest.approx((11 / 18, 5 / 18, 2 / 18))
    assert ranked.mean(axis=0) == pytest.approx(rank_order_centroid(3), abs=0.01)


def test_fixed_weights_are_taken_as_given() -> None:
    """Numbers in, the same numbers in every draw."""
    weights = draw_weights(Preference("A", weights={"price": 0.7, "date": 0.3}), layout_of(MODEL), Streams(1, 5))
    assert weights.tolist() == [[0.3, 0.0, 0.7]] * 5


@pytest.mark.parametrize(
    ("preference", "stakes"),
    [
        (Preference("A"), ("price", "date", "place")),
        (Preference("A", stakes=("date",)), ("date",)),
        (Preference("A", order=("place", "date")), ("place", "date")),
        (Preference("A", weights={"price": 1.0, "date": 0.0}), ("price",)),
        (Preference("A", scores={"price": {"low": 1}}), ("price",)),
    ],
)
def test_what_a_party_has_a_stake_in(preference: Preference, stakes: tuple[str, ...]) -> None:
    """Its stakes where given, else what it weighs, orders or scores, else everything."""
    assert stakes_of(preference, tuple(issue.id for issue in ISSUES)) == stakes


sets = st.lists(st.frozensets(st.sampled_from("abcde"), min_size=1), min_size=1, max_size=6)


@given(sets)
def test_minimal_hitting_sets_are_all_of_them(family: list[frozenset[str]]) -> None:
    """Compared with every subset of the members, by definition."""
    members = sorted(set().union(*family))
    every = [frozenset(some) for size in range(len(members) + 1) for some in combinations(members, size)]
    hitting = [some for some in every if all(some & names for names in family)]
    expected = {some for some in hitting if not any(other < some for other in hitting)}
    assert set(minimal_hitting_sets(minimal_sets(family))) == expected


@given(sets)
def test_hitting_the_hitting_sets_gives_the_minimal_sets_back(family: list[frozenset[str]]) -> None:
    """Corrections and conflicts are each other's minimal hitting sets."""
    minimal = minimal_sets(family)
    assert set(minimal_hitting_sets(minimal_hitting_sets(minimal))) == set(minimal)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30), st.integers(0, 40))
def test_the_largest_counts_come_first_and_ties_by_address(values: list[int], top: int) -> None:
    """The top of a list is what sorting the whole list gives."""
    expected = sorted(range(len(values)), key=lambda at: (-values[at], at))[:top]
    assert largest(np.array(values, dtype=np.uint32), top).tolist() == expected


def test_rules_forbid_what_they_say() -> None:
    """if-then and never, options of one issue as alternatives, issues together."""
    rules = (
        Rule(if_=(("price", ("high",)),), then=(("date", ("soon",)),)),
        Rule(never=(("price", ("low", "mid")), ("place", ("there",)))),
    )
    model = replace(MODEL, rules=rules)
    layout = layout_of(model)
    names = [("high", "soon", "there"), ("high", "late", "here"), ("low", "late", "there"), ("mid", "late", "here")]
    packages = [dict(zip(("price", "date", "place"), chosen, strict=True)) for chosen in names]
    choices = np.array([layout.choice(package) for package in packages])
    assert feasible(model, layout, choices).tolist() == [True, False, False, True]
    assert [layout.package(choice) for choice in choices] == packages


SCORED = replace(MODEL, preferences=tuple(Preference(party, scores={}) for party in "AB"))
NUMBERS = {"date": {"soon": (1.0, 1.0), "late": (0.0, 0.0)}}
WEIGHED = tuple(Preference(party, weights={"date": 1.0}, values=NUMBERS) for party in "AB")
BANDED = (Preference("A", scores={}, reservation=(1, 2)), Preference("B", scores={}))


@pytest.mark.parametrize(
    ("model", "exact"),
    [
        (SCORED, True),
        (MODEL, False),
        (replace(MODEL, preferences=BANDED), False),
        (replace(MODEL, preferences=WEIGHED), True),
        (replace(MODEL, preferences=WEIGHED, hidden_red_line=0.02), False),
        (replace(SCORED, red_lines=(RedLine("A", (("price", ("low",)),), 1.0),)), True),
        (replace(SCORED, red_lines=(RedLine("A", (("price", ("low",)),), 0.5),)), False),
        (replace(SCORED, red_lines=(RedLine("A", (("price", ("low",)),), 1.0),), posture=0.1), False),
        (replace(SCORED, claims=(Claim("o", 1.0, "A", "price", "low", "accepts"),)), False),
    ],
)
def test_a_model_is_exact_when_nothing_is_left_to_chance(model: NegotiationModel, exact: bool) -> None:
    """Numbers only: scores, or fixed weights with a number for every option that counts."""
    assert is_exact(model) is exact


def test_unknown_names_are_told_with_what_there_is() -> None:
    """A package or an option the model does not have."""
    layout = layout_of(MODEL)
    with pytest.raises(ModelError, match="low, mid"):
        layout.option("price", "free")
    with pytest.raises(ModelError, match="leaves out"):
        layout.choice({"price": "low"})
    with pytest.raises(ModelError, match="no issue"):
        layout.choice({"price": "low", "date": "soon", "place": "here", "weather": "fine"})


def test_the_canonical_model_is_the_same_whatever_the_order() -> None:
    """Declared backwards, sorted alike."""
    backwards = replace(
        MODEL,
        parties=MODEL.parties[::-1],
        issues=tuple(replace(issue, options=issue.options[::-1]) for issue in MODEL.issues[::-1]),
        preferences=MODEL.preferences[::-1],
    )
    assert canonical(backwards) == canonical(MODEL)


@pytest.mark.parametrize("rows", [[1, 3, 5, 7], [0, 1, 2], [9], [], [3, 1], [0, 1, 3], [4, 4]])
def test_some_draws_are_those_asked_for(rows: list[int]) -> None:
    """Whether they lie at even steps (and are looked at in place) or not, they are the same numbers."""
    claim = Claim("said", 0.5, "A", "price", "low", "rejects", veto=0.5)
    drawn = draw(replace(MODEL, claims=(claim,)), layout_of(MODEL), Streams(1, 10))
    chosen = drawn.some(np.array(rows, dtype=np.intp))
    for name in ("part", "part_low", "part_high", "weights", "reservation", "vetoes", "posture", "hidden", "known"):
        assert np.array_equal(
            getattr(chosen, name),
            np.stack([getattr(drawn, name)[row] for row in rows]) if rows else getattr(drawn, name)[:0],
        ), name
    assert chosen.count == len(rows)
