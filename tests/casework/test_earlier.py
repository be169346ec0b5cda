"""The briefing to compare with: a day or a file, and what is said of one that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zopa.briefing import render_json
from zopa.briefing.since import earlier_of
from zopa.case import load_case
from zopa.casework.briefs import brief
from zopa.casework.earlier import read_earlier, since_of
from zopa.casework.folder import CaseFolder
from zopa.errors import UsageError


@pytest.fixture
def ferry(ferry: CaseFolder) -> CaseFolder:
    """The ferry strike with nothing new to read."""
    ferry.coverage.mkdir()
    return ferry


def test_a_briefing_read_back_is_the_one_that_was_written(ferry: CaseFolder, tmp_path: Path) -> None:
    """What is compared of a briefing is the same before and after it was a file; against itself nothing changed."""
    made = brief(ferry.path, draws=100)
    kept = tmp_path / "kept.json"
    kept.write_text(render_json(made), "utf-8")
    assert read_earlier(kept, load_case(ferry.path)) == earlier_of(made)
    again = brief(ferry.path, draws=100, since=kept)
    assert again.since is not None
    assert again.since.nothing


def test_a_day_is_briefed_again(ferry: CaseFolder) -> None:
    """Since its own day nothing changed; a day later than the briefing's is refused; nothing is stored."""
    before = ferry.ledger.read_bytes()
    today = brief(ferry.path, draws=100)
    same = brief(ferry.path, draws=100, since=today.as_of)
    assert same.since is not None
    assert same.since.nothing
    with pytest.raises(UsageError, match="lies after the day of the briefing"):
        brief(ferry.path, draws=100, as_of=date(2026, 3, 1), since=date(2026, 3, 2))
    assert ferry.ledger.read_bytes() == before


def changed(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    """A briefing in JSON with one thing changed in it."""

    def edit(text: str) -> str:
        data = json.loads(text)
        change(data)
        return json.dumps(data)

    return edit


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda text: text[:-40], "cannot be read as JSON"),
        (lambda _: "[" * 100_000, "cannot be read as JSON"),
        (lambda _: "[1, 2]", "is not a briefing in JSON"),
        (changed(lambda data: data.update(format="other/1")), "is not a briefing in JSON"),
        (changed(lambda data: data.pop("cells")), "do not fit together"),
        (changed(lambda data: data.update(as_of="soon")), "do not fit together"),
        (changed(lambda data: data.update(articles=3)), "do not fit together"),
        (changed(lambda data: data.update(parties=[{"id": "x"}])), "a briefing of another case"),
    ],
)
def test_a_file_that_cannot_be_used(ferry: CaseFolder, tmp_path: Path, edit: Callable[[str], str], said: str) -> None:
    """Each says what is wrong with it, and what to do."""
    kept = tmp_path / "kept.json"
    kept.write_text(edit(render_json(brief(ferry.path, draws=100))), "utf-8")
    with pytest.raises(UsageError, match=said):
        brief(ferry.path, draws=100, since=kept)


def test_since_names_a_day_or_a_file(tmp_path: Path) -> None:
    """A day in ISO form, else a file that is there."""
    kept = tmp_path / "kept.json"
    kept.touch()
    assert since_of("2026-03-01") == date(2026, 3, 1)
    assert since_of(str(kept)) == kept
    with pytest.raises(UsageError, match="neither a day"):
        since_of("yesterday")
