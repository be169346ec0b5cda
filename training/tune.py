"""Tuning: the confidence from which an attribution is given out, chosen on articles kept from learning."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import corpus
from evaluate import article, scorer

from zopa.statements.tagger import FAST, batches, windows_of
from zopa.statements.tagging.chances import readings
from zopa.statements.tagging.decoding import Thresholds, attributions_of
from zopa.statements.tagging.network import load_network
from zopa.statements.tagging.roles import ROLES

if TYPE_CHECKING:
    from zopa.statements.tagging.chances import WindowReading

SLACK = 0.001
"""F1 given up for recall: a wrong attribution can still be refused further on, a missing one cannot be found."""
CHOICES = tuple(number / 100 for number in range(20, 75, 5))


def read_all(records: list[dict[str, Any]], weights: Path, prefix: str) -> list[list[WindowReading]]:
    """The network's readings of every record, computed once for all thresholds."""
    network = load_network(weights, prefix)
    return [
        [reading for group in batches(windows_of(article(record))) for reading in readings(group, network)]
        for record in records
    ]


def answers(
    records: list[dict[str, Any]], read: list[list[WindowReading]], thresholds: Thresholds
) -> list[dict[str, Any]]:
    """Predictions in the scorer's form under given thresholds."""
    found = []
    for record, own in zip(records, read, strict=True):
        items = []
        for reading in own:
            starts, ends = reading.window.starts, reading.window.ends
            for item in attributions_of(reading, thresholds):
                spans = {role: [[int(starts[a]), int(ends[b - 1])] for a, b in getattr(item, role)] for role in ROLES}
                items.append(spans)
        found.append({"doc": record["doc"], "attributions": items})
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path, help="train.jsonl.gz of PolNeAR")
    parser.add_argument("scorer", type=Path, help="score_attributions.py")
    parser.add_argument("weights", type=Path, help="the folder of exported weights")
    parser.add_argument("--fast", action="store_true", help="the fast reader's")
    options = parser.parse_args()
    prefix = FAST if options.fast else ""
    records = [record for record in corpus.read(options.train) if corpus.is_held_back(record["doc"])]
    read = read_all(records, options.weights, prefix)
    judge = scorer(options.scorer)
    scores = {}
    for accept in CHOICES:
        result = judge.evaluate(records, answers(records, read, Thresholds(accept)))
        scores[accept] = result["attribution"]["f1"]
        print(accept, {key: round(result[key]["f1"], 4) for key in ("attribution", "attribution.content_only")})
    best = min(accept for accept in scores if scores[accept] >= max(scores.values()) - SLACK)
    (options.weights / f"{prefix}thresholds.json").write_text(json.dumps({"accept": best}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
