"""Spaces too large to be counted are searched, and the result says what the search can promise."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest
from tests.settlements.uncertain.test_counting import six_issues

from zopa.settlements import Issue, NegotiationModel, Preference, RedLine, Rule, settle
from zopa.settlements.exact.elimination import count_feasible
from zopa.settlements.uncertain import vast

if TYPE_CHECKING:
    from collections.abc import Mapping

SETTLE = sys.modules["zopa.settlements.settle"]


@pytest.fixture(autouse=True)
def _few_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A short search is enough for these models."""
    monkeypatch.setattr(vast, "STARTS", 6)


def many(issues: int, rules: tuple[Rule, ...] = ()) -> NegotiationModel:
    """A wants option a, B refuses option c, everywhere; c is worthless to A, so that b is what is left."""
    values: Mapping[str, Mapping[str, tuple[float, float]]] = {
        f"i{k}": {"a": (1.0, 1.0), "b": (0.9, 1.0), "c": (0.0, 0.0)} for k in range(issues)
    }
    others = {issue: {"a": (0.0, 0.0), "b": (0.9, 1.0), "c": (1.0, 1.0)} for issue in values}
    weights = dict.fromkeys(values, 1 / issues)
    return NegotiationModel(
        ("A", "B"),
        tuple(Issue(issue, ("a", "b", "c")) for issue in values),
        (
            Preference("A", weights=weights, values=values, reservation=(0.85, 0.85)),
            Preference("B", weights=weights, values=others, reservation=(0.85, 0.85)),
        ),
        ("A", "B"),
        rules=rules,
        red_lines=(RedLine("B", (("i0", ("a",)),), 0.3),),
    )


def test_a_good_package_among_10_to_the_19_is_found() -> None:
    """Forty issues of three options: hardly any package suits both, but those of mostly b do."""
    found = settle(many(40), draws=100)
    assert found.space == found.feasible == 3**40
    assert found.headline.point >= 0.95
    chosen = list((found.headline.package or {}).values())
    assert abs(chosen.count("a") - chosen.count("c")) < 10
    assert chosen.count("b") > 20
    assert any("compared" in note for note in found.notes)


def test_rules_hold_in_the_search() -> None:
    """A rule that forbids b on one issue leaves the next best package, and feasible packages are counted exactly."""
    rule = Rule(never=(("i5", ("b",)),))
    found = settle(many(40, (rule,)), draws=100)
    assert found.feasible == 2 * 3**39
    assert found.headline.package is not None
    assert found.headline.package["i5"] != "b"


def test_the_search_finds_what_the_count_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a space that can be counted: no better than the count, and not worse than by the error it states."""
    counted = settle(six_issues(), draws=1000)
    monkeypatch.setattr(SETTLE, "LARGEST_SPACE", 100)
    searched = settle(six_issues(), draws=1000)
    assert searched.feasible == counted.feasible == count_feasible(six_issues())
    best, met = counted.packages[0].acceptability.point, searched.packages[0].acceptability.point
    assert met <= best
    assert met >= best - 0.1


def test_rules_that_leave_nothing_leave_nothing_to_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """No feasible package: no headline, and no package listed."""
    monkeypatch.setattr(SETTLE, "LARGEST_SPACE", 2)
    nothing = many(2, (Rule(never=(("i0", ("a", "b", "c")),)),))
    found = settle(nothing, draws=50)
    assert found.headline.package is None
    assert (found.feasible, found.packages) == (0, ())


def test_ctrl_c_in_the_search_races_what_was_met() -> None:
    """The result stands on the packages met so far, says so, and still has its error."""

    def press(done: int, _total: int, _what: str) -> None:
        if done == 2:
            os.kill(os.getpid(), signal.SIGINT)

    found = settle(many(40), draws=100, progress=press)
    assert not found.complete
    assert found.headline.package is not None
    assert any("interrupted" in note for note in found.notes)
    assert any("compared" in note for note in found.notes)


def test_a_package_is_asked_about_in_a_space_too_large_to_count() -> None:
    """One that suits nobody, and one that is the headline but for one issue."""
    worst = {f"i{k}": "c" for k in range(40)}
    found = settle(many(40), draws=200, packages=[worst, {"i0": "a"}])
    first, second = found.asked
    assert first.acceptability.upper == 0
    assert second.package == {**(found.headline.package or {}), "i0": "a"}
    refused = next(objection for objection in second.objections if objection.clause.kind == "asserted")
    assert 0.2 < refused.share < 0.4
