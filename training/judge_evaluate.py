"""How well the coder does on passages of negotiations that its judge had not seen.

    python training/judge_evaluate.py WORK [--told] [--rules]

Every negotiation is coded with the judge of WORK that was learned without it (``judge_train.py learn WORK --fold N``).
With --told the coder is told whom each speaker speaks for; with --rules the judge is left out.
"""

from __future__ import annotations

import argparse
import importlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from benchmarks.passages import PASSAGES, STAGES, UNSEEN, read_passages, stages
from judge_train import folds_in, part_of

from zopa.positions.judging.network import load_judge

JUDGE = importlib.import_module("zopa.positions.judging.judge")
CANDIDATES = importlib.import_module("zopa.positions.candidates")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--told", action="store_true")
    parser.add_argument("--rules", action="store_true")
    given = parser.parse_args()
    names = sorted({each.stem for each in PASSAGES.glob("*.json")} - {*UNSEEN})
    counts: Counter[str] = Counter()
    found = hits = gold = statements = negotiations = 0
    for fold in folds_in(given.work):
        network = load_judge(given.work / f"graphs-{fold}")
        for name in (each for each in names if part_of(each) == fold):
            vectors = None
            negotiations += 1
            for coded in read_passages(PASSAGES / f"{name}.json"):
                if given.told and coded.speaks_for and coded.statement.speaker_kind != "narrator":
                    coded = replace(coded, statement=replace(coded.statement, affiliation=coded.speaks_for))
                vectors = network.options(coded.case) if vectors is None else vectors
                with (
                    patch.object(JUDGE, "load_judge", lambda network=network: network),
                    patch.object(JUDGE, "option_vectors", lambda _, vectors=vectors: vectors),
                    patch.object(CANDIDATES, "_opinion", (lambda *_: None) if given.rules else CANDIDATES._opinion),
                ):
                    counted, right = stages(coded, counts)
                found, hits, gold, statements = (
                    found + counted,
                    hits + right,
                    gold + len(coded.positions),
                    statements + 1,
                )
    print(f"{negotiations} negotiations, {statements} statements, {gold} positions; to its judge each was new")
    print(f"P {hits / max(1, found):.2f}  R {hits / gold:.2f}  F1 {2 * hits / (found + gold):.2f}   ({found} found)")
    for stage in STAGES:
        print(f"  {stage:32} {counts[stage] / gold:.2f}")


if __name__ == "__main__":
    main()
