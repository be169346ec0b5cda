"""``zopa whatif`` compares a scenario with the case as it stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.ferry import Zopa, lines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def read(zopa: Zopa, ferry: Path) -> Path:
    """The small case, read."""
    assert zopa("read", ferry).status == 0
    return ferry


def test_a_scenario_is_told_in_words_with_the_difference(read: Path, zopa: Zopa) -> None:
    """What is set otherwise, both figures, and the difference with its error."""
    out = zopa("whatif", read, "--relax", "Union:rosters=four_weeks", "--draws", "400").out
    assert lines(out)[0].startswith("· Union no longer refuses four_weeks")
    assert "as it stands" in out
    assert "points" in out
    assert "Union accepts it" in out


def test_options_and_an_address_say_the_same(read: Path, zopa: Zopa) -> None:
    """A scenario copied out of the workbench gives the figures of the options."""
    options = zopa("whatif", read, "--posture", "0.5", "--without", "Company", "--draws", "200", "--json").out
    address = zopa("whatif", read, "--scenario", "?posture=0.5&without=Company", "--draws", "200", "--json").out
    assert json.loads(options) == json.loads(address)
    assert json.loads(options)["query"] == "posture=0.5&without=Company"
    table = zopa("whatif", read, "--posture", "0.5", "--draws", "200", "--csv").out
    assert table.startswith("of,before,before_se,after,after_se,difference,difference_se")


def test_what_makes_no_sense_is_one_line(read: Path, zopa: Zopa) -> None:
    """And exit status 2."""
    outcome = zopa("whatif", read, "--relax", "Union:wage=9")
    assert outcome.status == 2
    assert "There is no option '9' of wage" in outcome.err
