"""A state computes each part once, and keeps only so many."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from zopa.casework import state as module
from zopa.casework.gathering import gather
from zopa.casework.scenarios import Scenario
from zopa.casework.state import CaseState

if TYPE_CHECKING:
    from zopa.casework.folder import CaseFolder


@pytest.fixture
def state(ferry: CaseFolder) -> CaseState:
    return CaseState(gather(ferry))


def test_parts_are_made_once(state: CaseState) -> None:
    """Whoever asks, and from however many threads."""
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: state.answer(Scenario(posture=0.5)), range(8)))
    assert len({id(one) for one in answers}) == 1
    assert answers[0].baseline is state.baseline
    assert state.now is state.moment(state.gathered.as_of)
    assert state.search is state.search


def test_only_so_many_moments_are_kept(state: CaseState, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day long gone by is computed again."""
    monkeypatch.setattr(module, "MOST_KEPT", 3)
    days = [date(2031, 1, 1) + timedelta(step) for step in range(5)]
    first = state.moment(days[0])
    for day in days[1:]:
        state.moment(day)
    assert state.moment(days[0]) is not first
    assert state.moment(days[0]).matrix == first.matrix


def test_a_moment_has_names_and_statements(state: CaseState) -> None:
    """As a briefing has them, and nothing settled."""
    moment = state.now
    assert moment.look.party("Union") == "Union"
    assert len(moment.briefing.statements) == len(moment.known.statements)
    assert moment.briefing.headline is None
    assert state.days[-1] == state.gathered.as_of
