"""Floors follow what is measured upwards by themselves, downwards only when told to."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture
def floors(repository: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module under test; benchmarks import each other as scripts do."""
    monkeypatch.syspath_prepend(str(repository / "benchmarks"))
    return importlib.import_module("_floors")


@pytest.mark.parametrize(
    ("floor", "measured", "after", "sunk"),
    [
        (0.700, 0.750, 0.744, False),  # Raised.
        (0.700, 0.7063, 0.700, False),  # Just there.
        (0.700, 0.703, 0.700, False),  # Nearer than the margin: neither raised nor lowered.
        (0.700, 0.700, 0.700, False),
        (0.700, 0.699, 0.700, True),  # Under the floor: kept, and said.
        (0.000, 0.004, 0.000, False),
    ],
)
def test_floors_rise_by_themselves(floors: ModuleType, floor: float, measured: float, after: float, sunk: bool) -> None:
    """What is measured raises a floor to .006 under it and never lowers one."""
    texts = {"listed": "a1"}
    old = floors.Floors(texts, {"listed": {"source": floor}})
    result = floors.pinned(old, floors.Floors(texts, {"listed": {"source": measured}}))
    assert result.floors.figures == {"listed": {"source": after}}
    assert result.sunk == (("listed: source",) if sunk else ())


def test_lowering_takes_the_flag(floors: ModuleType) -> None:
    """With ``lower``, the floors that the figures are under follow, the others do not; all that follow are named."""
    texts = {"listed": "a1"}
    old = floors.Floors(texts, {"listed": {"source": 0.8, "cue": 0.7, "gone": 0.5}})
    new = floors.Floors(texts, {"listed": {"source": 0.75, "cue": 0.702, "fresh": 0.9}})
    kept = floors.pinned(old, new)
    assert kept.floors.figures == {"listed": {"source": 0.8, "cue": 0.7, "gone": 0.5, "fresh": 0.894}}
    lowered = floors.pinned(old, new, lower=True)
    assert lowered.floors.figures == {"listed": {"source": 0.744, "cue": 0.7, "fresh": 0.894}}
    assert kept.sunk == lowered.sunk == ("listed: gone", "listed: source")


def test_other_texts_take_the_flag_too(floors: ModuleType) -> None:
    """Figures of other texts, high as they may be, do not replace floors unless that is asked for."""
    old = floors.Floors({"listed": "a1"}, {"listed": {"source": 0.8}})
    new = floors.Floors({"listed": "b2"}, {"listed": {"source": 0.9, "cue": 0.9}})
    assert floors.pinned(old, new) == (old, ("listed: source",))
    moved = floors.Floors({"listed": "b2"}, {"listed": {"source": 0.894, "cue": 0.894}})
    assert floors.pinned(old, new, lower=True).floors == moved


def test_a_figure_that_is_not_measured_is_below(floors: ModuleType) -> None:
    """A floor whose measure is no longer taken fails; a measure without a floor does not."""
    assert floors.below({"source": 0.7, "cue": 0.6}, {"source": 0.7, "content": 0.1}) == {"cue": 0.0}


def test_pinning_writes_the_file_and_says_what_is_left(
    repository: Path,
    floors: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """``--pin`` ends with 1 and names the floor it left; ``--lower`` lowers it; alone that flag is wrong usage."""
    assert str(repository / "benchmarks") in sys.path
    bench: Any = importlib.import_module("reading")
    path = tmp_path / "floors.json"
    floors.write_floors(path, floors.Floors({"listed": "a1"}, {"listed": {"source": 0.8, "cue": 0.6}}))
    made_up = floors.Floors({"listed": "a1"}, {"listed": {"source": 0.7, "cue": 0.7}})
    monkeypatch.setattr(bench, "FLOORS", path)
    monkeypatch.setattr(bench, "measured", lambda _: made_up)

    monkeypatch.setattr(sys, "argv", ["reading.py", "--pin"])
    assert bench.main() == 1
    assert "listed: source" in capsys.readouterr().out
    assert json.loads(path.read_text("utf-8"))["floors"] == {"listed": {"source": 0.8, "cue": 0.694}}

    monkeypatch.setattr(sys, "argv", ["reading.py", "--pin", "--lower"])
    assert bench.main() == 0
    assert floors.read_floors(path).figures == {"listed": {"source": 0.694, "cue": 0.694}}

    monkeypatch.setattr(sys, "argv", ["reading.py", "--lower"])
    with pytest.raises(SystemExit) as stopped:
        bench.main()
    assert stopped.value.code == 2
