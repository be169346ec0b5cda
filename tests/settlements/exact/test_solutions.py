"""Solution points: known answers, what leaves them alone and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.settlements.exact_models import accepted, scored, small_models, utility

from zopa.settlements import NegotiationModel, RedLine, frontier

SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def one_issue(points: dict[str, tuple[float, ...]], reservations: tuple[float, ...] = (0, 0)) -> NegotiationModel:
    """A model whose packages are just the named points."""
    parties = "AB"[: len(reservations)] if len(reservations) <= 2 else "ABCD"[: len(reservations)]
    scores = {party: {"deal": {name: point[k] for name, point in points.items()}} for k, party in enumerate(parties)}
    return scored(scores, dict(zip(parties, reservations, strict=True)))


def solved(model: NegotiationModel) -> dict[str, str | None]:
    result = frontier(model)
    found = {name: getattr(result, name) for name in SOLUTIONS}
    return {name: None if point is None else point.package["deal"] for name, point in found.items()}


@pytest.mark.parametrize(
    ("points", "reservations", "expected"),
    [
        # products 16, 18, 12; shares of the best gains (8, 4): (1, .5), (.75, .75), (.375, 1)
        ({"a": (8, 2), "b": (6, 3), "c": (3, 4)}, (0, 0), ("b", "b", "b", "a")),
        # the reservation moves the origin: gains (5, 2), (3, 3), (0, 4), shares (1, .5), (.6, .75), (0, 1)
        ({"a": (8, 2), "b": (6, 3), "c": (3, 4)}, (3, 0), ("a", "b", "b", "a")),
        # ideal gains 10 and 2: shares (1, .5), (.6, .75), (.1, 1); gains favour the larger smallest one
        ({"a": (10, 1.0), "b": (6, 1.5), "c": (1, 2)}, (0, 0), ("a", "b", "b", "a")),
        # a party below its reservation value accepts nothing of it
        ({"a": (8, 2), "b": (6, 3), "c": (3, 4)}, (0, 3.5), ("c", "c", "c", "c")),
        # nobody is better off together, and each gets its best: a tie for Nash and Kalai-Smorodinsky
        ({"a": (5, 0), "b": (0, 7)}, (0, 0), ("a", "a", "b", "b")),
        ({"a": (5, 4)}, (6, 0), (None, None, None, None)),
    ],
)
def test_known_answers(
    points: dict[str, tuple[float, ...]], reservations: tuple[float, ...], expected: tuple[str | None, ...]
) -> None:
    """Nash, Kalai-Smorodinsky, egalitarian and utilitarian choices of small bargains worked out by hand."""
    assert tuple(solved(one_issue(points, reservations)).values()) == expected


def test_most_gainers_come_before_the_product() -> None:
    """Where no package lets all three gain, two gainers with product 1 beat one gainer with 100."""
    model = one_issue({"one": (100, 0, 0), "two": (1, 1, 0)}, (0, 0, 0))
    assert solved(model)["nash"] == "two"


def test_leximin_looks_at_the_second_worst_off() -> None:
    """Equal smallest gains: the larger second smallest decides."""
    model = one_issue({"a": (1, 5, 2), "b": (1, 3, 3)}, (0, 0, 0))
    assert solved(model)["egalitarian"] == "b"


def test_ties_are_reported() -> None:
    """Two packages of equal product: either may be shown, and the point says that there are two."""
    result = frontier(one_issue({"a": (4, 2), "b": (2, 4)}))
    assert result.nash is not None
    assert result.nash.ties == 2


def test_a_certain_red_line_of_a_signatory_excludes_packages() -> None:
    """The frontier keeps the package, the solutions do not choose it; a red line that only may hold binds nothing."""
    model = one_issue({"a": (8, 2), "b": (6, 3), "c": (3, 4)})
    barred = replace(model, red_lines=(RedLine("B", (("deal", ("b",)),)),))
    assert len(frontier(barred).points) == 3
    assert solved(barred)["nash"] == "a"
    perhaps = replace(model, red_lines=(RedLine("B", (("deal", ("b",)),), p=0.9),))
    assert solved(perhaps)["nash"] == "b"


def test_only_signatories_must_accept() -> None:
    """A party that does not sign has no say, and its gains do not count; a ratifier has and they do."""
    model = one_issue({"a": (8, 2), "b": (1, 9)}, (0, 3))
    assert solved(replace(model, signatories=("A",)))["nash"] == "a"
    assert solved(replace(model, signatories=("A",), ratifiers=("B",)))["nash"] == "b"


def rescaled(model: NegotiationModel, factor: float, shift: float) -> NegotiationModel:
    """The first party's utility u becomes factor * u + shift, and its reservation value with it."""
    first = model.preferences[0]
    assert first.scores is not None
    scores = {issue: {o: factor * s for o, s in row.items()} for issue, row in first.scores.items()}
    start = model.issues[0].id
    scores[start] = {option: score + shift for option, score in scores[start].items()}
    level = factor * first.reservation[0] + shift
    return replace(
        model, preferences=(replace(first, scores=scores, reservation=(level, level)), *model.preferences[1:])
    )


@settings(max_examples=50, deadline=None)
@given(small_models(), st.sampled_from([0.25, 3.0, 40.0]), st.sampled_from([-7.0, 0.0, 12.0]))
def test_nash_and_kalai_smorodinsky_ignore_units(model: NegotiationModel, factor: float, shift: float) -> None:
    """A positive affine change of one party's utility leaves both points where they were."""
    assume(model.preferences[0].scores is not None)
    interactions = tuple(
        replace(term, add=term.add * factor) if term.party == model.parties[0] else term for term in model.interactions
    )
    before, after = frontier(model), frontier(replace(rescaled(model, factor, shift), interactions=interactions))
    for name in ("nash", "kalai_smorodinsky"):
        left, right = getattr(before, name), getattr(after, name)
        assert (left is None) == (right is None)
        if left is not None:
            first, *rest = left.utility.values()
            assert list(right.utility.values()) == pytest.approx([factor * first + shift, *rest])
            assert left.ties == right.ties


def test_utilitarian_and_egalitarian_do_not() -> None:
    """Another unit for one party moves both: they compare units between parties."""
    model = one_issue({"a": (7, 1), "b": (3, 3.5), "c": (2, 5)})
    assert (solved(model)["utilitarian"], solved(model)["egalitarian"]) == ("a", "b")
    smaller = rescaled(model, 0.25, 0)
    assert solved(smaller)["utilitarian"] == "c"
    larger = rescaled(model, 2.5, 0)
    assert solved(larger)["egalitarian"] == "c"


@settings(max_examples=60, deadline=None)
@given(small_models())
def test_agree_with_looking_at_every_accepted_package(model: NegotiationModel) -> None:
    """Each solution is reached by no accepted package better in its own terms, and is absent when none is accepted."""
    result = frontier(model)
    packages = accepted(model)
    assert (result.nash is None) == (not packages)
    if not packages:
        return
    vectors = [tuple(map(float, utility(model, package))) for package in packages]
    floors = [preference.reservation[0] for preference in model.preferences]
    gains = [[u - b for u, b in zip(vector, floors, strict=True)] for vector in vectors]
    assert result.utilitarian is not None
    assert sum(result.utilitarian.utility.values()) == pytest.approx(max(map(sum, vectors)))
    assert result.egalitarian is not None
    shown = [u - b for u, b in zip(result.egalitarian.utility.values(), floors, strict=True)]
    assert min(shown) == pytest.approx(max(map(min, gains)), abs=1e-8)
    ideal = [max(column) for column in zip(*gains, strict=True)]
    shares = [min(g / i if i > 1e-9 else 1.0 for g, i in zip(row, ideal, strict=True)) for row in gains]
    assert result.kalai_smorodinsky is not None
    chosen = [u - b for u, b in zip(result.kalai_smorodinsky.utility.values(), floors, strict=True)]
    share = min(g / i if i > 1e-9 else 1.0 for g, i in zip(chosen, ideal, strict=True))
    assert share == pytest.approx(max(shares), abs=1e-8)
    for name in SOLUTIONS:
        assert getattr(result, name).package in packages


@settings(max_examples=40, deadline=None)
@given(small_models())
def test_the_order_of_parties_changes_no_number(model: NegotiationModel) -> None:
    """Listing the parties the other way round gives the same utilities, ties broken alike."""
    other = replace(
        model,
        parties=model.parties[::-1],
        preferences=model.preferences[::-1],
        signatories=model.signatories[::-1],
    )
    left, right = frontier(model), frontier(other)
    for name in SOLUTIONS:
        one, two = getattr(left, name), getattr(right, name)
        assert (one is None) == (two is None)
        assert one is None or (one.utility == pytest.approx(two.utility) and one.ties == two.ties)
