"""What the reader reaches on annotated articles does not sink: floors just under the measured figures.

``test_tagger.py`` holds the floors of the tagger alone.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from itertools import chain
from typing import TYPE_CHECKING, Any

from zopa.coverage import plain_article
from zopa.statements import as_attributions, read_statements
from zopa.statements.finding import find_attributions as find_by_rules

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

DEV_SHA256 = "e4dd65c90add1d830c72d0afb99df68007a11c9040cf8a71e3d226823576bd4f"  # The corpus the floors belong to.
RULES_FLOOR = 0.57
LISTED_FLOORS = {
    "attribution": 0.756,
    "attribution.content_only": 0.798,
    "exact.source": 0.815,
    "exact.cue": 0.731,
    "exact.content": 0.695,
}
RECALL_FLOORS = {"direct": 0.930, "mixed": 0.835, "indirect": 0.676}
SPEAKER = "statements with the right speaker"
SEEN_FLOORS = {SPEAKER: 0.82, "relayed_via": 0.94, "anonymous description": 0.94, "said_on": 0.83}
HELD_OUT_FLOORS = {SPEAKER: 0.85, "relayed_via": 0.93, "anonymous description": 0.98, "said_on": 0.90}


def load(path: Path) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(f"measured_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_attribution_f1_on_articles_annotated_by_others(shared: Path) -> None:
    """Listed attributions stay above their floors on the development split, and so do those of the rules alone."""
    score = load(shared / "bench/reading/score_attributions.py")
    raw = (shared / "data/polnear/dev/dev.jsonl").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == DEV_SHA256, "the floors belong to another corpus"
    gold = [json.loads(line) for line in raw.decode("utf-8").splitlines()]
    articles = [plain_article(one["text"], one["doc"]) for one in gold]
    by_rules = [as_attributions(one, read_statements(one, find=find_by_rules)) for one in articles]
    listed = [as_attributions(one, read_statements(one)) for one in articles]
    assert score.evaluate(gold, by_rules)["attribution"]["f1"] >= RULES_FLOOR
    reached = score.evaluate(gold, listed)
    assert {name: reached[name]["f1"] for name, floor in LISTED_FLOORS.items() if reached[name]["f1"] < floor} == {}
    recall = {kind: reached[f"attribution.recall.{kind}"]["r"] for kind in RECALL_FLOORS}
    assert {kind: recall[kind] for kind, floor in RECALL_FLOORS.items() if recall[kind] < floor} == {}


def below(tables: dict[str, Any], floors: dict[str, float]) -> dict[str, float]:
    """The F1 of each measure that is under its floor."""
    reached = {name: 2 * one.right / (one.wanted + one.given) for name, one in tables.items()}
    return {name: reached[name] for name, floor in floors.items() if reached[name] < floor}


def test_annotated_articles(shared: Path, repository: Path) -> None:
    """On the 13 annotated articles: speakers, chains, unnamed sources and days, invented ones counted."""
    bench = load(repository / "benchmarks/reading.py")
    assert below(bench.tables_of(bench.annotated(shared)), SEEN_FLOORS) == {}


def test_held_out_articles(repository: Path) -> None:
    """On the eight articles written to measure the reader: the same."""
    bench = load(repository / "benchmarks/reading.py")
    both = chain(bench.held_out(), bench.held_out(bench.HELD_OUT_2))
    assert below(bench.tables_of(both), HELD_OUT_FLOORS) == {}
