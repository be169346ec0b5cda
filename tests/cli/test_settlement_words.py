"""What ``settle`` and ``frontier`` say in words: divisions, formats, pairs, weights, and of too few draws."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from tests.cli.ferry import Zopa

from zopa.cli.output import ProgressBar

CAMP_DAVID = """\
parties: [Israel, Egypt]
issues:
  sinai: {options: [to Israel, to Egypt], divisible: true}
  recognition: {options: [to Israel, to Egypt], divisible: true}
  west_bank_and_gaza: {options: [to Israel, to Egypt], divisible: true}
  linkage: {options: [to Israel, to Egypt], divisible: true}
  palestinian_rights: {options: [to Israel, to Egypt], divisible: true}
  jerusalem: {options: [to Israel, to Egypt], divisible: true}
preferences:
  Israel:
    scores:
      sinai: {to Israel: 35}
      recognition: {to Israel: 10}
      west_bank_and_gaza: {to Israel: 20}
      linkage: {to Israel: 10}
      palestinian_rights: {to Israel: 5}
      jerusalem: {to Israel: 20}
    reservation: 0
  Egypt:
    scores:
      sinai: {to Egypt: 55}
      recognition: {to Egypt: 5}
      west_bank_and_gaza: {to Egypt: 10}
      linkage: {to Egypt: 5}
      palestinian_rights: {to Egypt: 20}
      jerusalem: {to Egypt: 5}
    reservation: 0
"""


@pytest.fixture
def camp_david(tmp_path: Path) -> Path:
    path = tmp_path / "camp_david.yaml"
    path.write_text(CAMP_DAVID, "utf-8")
    return path


@pytest.mark.parametrize("command", ["settle", "frontier"])
def test_camp_david_from_a_model_file(zopa: Zopa, camp_david: Path, command: str) -> None:
    """Brams and Togman 1996: a sixth of Sinai moves, and each side has 65.83 of its 100 points."""
    data = json.loads(zopa(command, camp_david, "--json").out)
    found = data["solutions"]["adjusted_winner"] if command == "settle" else data["adjusted_winner"]
    assert found["utility"] == pytest.approx({"Israel": 395 / 6, "Egypt": 395 / 6})
    assert found["split"] == "sinai"
    assert found["shares"]["sinai"] == pytest.approx({"Israel": 1 / 6, "Egypt": 5 / 6})
    assert found["shares"]["jerusalem"] == {"Israel": 1, "Egypt": 0}
    assert found["options"]["sinai"] == {"Israel": "to Israel", "Egypt": "to Egypt"}


@pytest.mark.parametrize("command", ["settle", "frontier"])
def test_the_division_in_words(zopa: Zopa, camp_david: Path, command: str) -> None:
    """The terminal says who wins what, what is split and what it is worth."""
    words = " ".join(zopa(command, camp_david).out.split())
    assert "Adjusted Winner" in words
    assert "sinai: 17 % Israel, 83 % Egypt" in words
    assert "65.8" in words


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """An uncertain negotiation of three, with refusals on both sides."""
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS, "utf-8")
    return path


TALKS = """\
parties: [union, firm, council]
issues: {wage: [low, mid, high], hours: [fixed, free], hall: [stays, moves]}
preferences:
  union:
    stakes: [wage, hours]
    values: {wage: {low: [0, 0.5], high: [0.5, 1]}}
    red_lines: [{when: {wage: low}, p: 0.9}]
  firm:
    stakes: [wage, hours]
    values: {wage: {low: [0.5, 1], high: [0, 0.5]}}
    red_lines: [{when: {wage: high}, p: 0.9}, {when: {wage: mid}, p: 0.7}]
  council: {stakes: [hall]}
agreement: {at_least: 2, always: [union]}
"""


def test_the_parts_of_a_settlement_in_words(zopa: Zopa, talks: Path) -> None:
    """Who must agree, what is worth asking, other formats, other rules, and what must be true of weights."""
    words = " ".join(zopa("settle", talks, "--draws", 4000).out.split())
    assert "at least 2 of union, firm, council, union among them" in words
    for title in (
        "most worth finding out",
        "Other ways to the table",
        "Chosen by other rules",
        "must be true of weights",
    ):
        assert title in words
    assert "Nash" in words
    assert "smallest regret in 90 % of draws" in words


@pytest.mark.parametrize(("draws", "said"), [(1, "1 draw is too few"), (50, "50 draws are too few")])
def test_too_few_draws_are_said_to_be_too_few(zopa: Zopa, talks: Path, draws: int, said: str) -> None:
    """No error is claimed that nobody can know, and nothing is called likely."""
    words = " ".join(zopa("settle", talks, "--draws", draws).out.split())
    assert "standard error unknown: too few draws" in words
    assert said in words
    assert "likely" not in words.replace("how likely anything is", "")


def test_a_frontier_says_who_must_agree(zopa: Zopa, talks: Path) -> None:
    """The agreement rule, what no deal is worth, and how many undominated agreements there are."""
    words = " ".join(zopa("frontier", talks).out.split())
    assert "An agreement needs 2 of union, firm, council, union among them" in words
    assert "No deal is worth 0.5 to union" in words


def test_a_package_asked_about(zopa: Zopa, talks: Path) -> None:
    """A package somebody names is described with what stops it; issues left out are as in the headline."""
    asked = ("settle", talks, "--draws", 2000, "--package", "wage=low,hours=fixed,hall=stays", "--package", "Wage=mid")
    data = json.loads(zopa(*asked, "--json").out)
    first, second = data["asked"]
    assert first["package"] == {"wage": "low", "hours": "fixed", "hall": "stays"}
    refusal = next(objection for objection in first["objections"] if objection["clause"] == "union: wage=low")
    assert refusal["share"] == pytest.approx(0.9, abs=0.03)
    assert second["package"] == {**data["headline"]["package"], "wage": "mid"}
    assert "by nothing else: union" in " ".join(zopa(*asked).out.split())


@pytest.mark.parametrize("package", ["wage", "pay=low", "wage=lowest"])
def test_a_package_of_unknown_names(zopa: Zopa, talks: Path, package: str) -> None:
    """Exit status 2 and one line."""
    done = zopa("settle", talks, "--package", package)
    assert (done.status, done.err.count("\n")) == (2, 1)


def test_ctrl_c_prints_the_result_so_far(zopa: Zopa, talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupted count is an answer, with the error of the draws it had, and says that it was stopped."""
    pressed = []

    def press(_bar: ProgressBar, _done: int, _total: int, what: str) -> None:
        if what == "draws" and not pressed:
            pressed.append(what)
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(ProgressBar, "update", press)
    done = zopa("settle", talks, "--draws", 40_000)
    words = " ".join(done.out.split())
    assert done.status == 0
    assert "Most acceptable to" in words
    assert "Note: stopped after" in words
