"""Everything in order by one command: the full reader, the fast one, then the judge of positions."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "src" / "zopa" / "statements" / "weights"
FIRST = "--epochs 8 --stop-after 2 --seed 1"
SECOND = "--epochs 3 --rounded-epochs 1 --seed 2 --encoder-rate 1.2e-4 --head-rate 6e-4"
THIRD = "--epochs 2 --rounded-epochs 2 --seed 4 --encoder-rate 8e-5 --head-rate 4e-4 --signed 80 --frozen-words"
STUDENT = "--layers 3 --link-layers 1 --epochs 3 --rounded-epochs 1 --seed 3 --frozen-words"


def stages(data: Path, judge: Path, work: Path, out: Path) -> list[list[str]]:
    """The command lines, each a script of this folder with its arguments."""
    train, dev = str(data / "train" / "train.jsonl.gz"), str(data / "dev" / "dev.jsonl")
    first, second, third, student = (
        str(work / name / "weights.pt") for name in ("first", "second", "third", "student")
    )
    target, scorer = str(out), str(judge)
    return [
        ["train.py", train, str(work / "first"), *FIRST.split()],
        ["train.py", train, str(work / "second"), "--start", first, *SECOND.split()],
        ["train.py", train, str(work / "third"), "--start", second, *THIRD.split()],
        ["export.py", third, target],
        ["train.py", train, str(work / "student"), "--teacher", second, *STUDENT.split()],
        ["export.py", student, target, "--prefix", "fast_"],
        ["tune.py", train, scorer, target],
        ["tune.py", train, scorer, target, "--fast"],
        ["evaluate.py", dev, scorer],
        ["evaluate.py", dev, scorer, "--fast"],
        *judge_stages(train, str(work / "judge")),
    ]


def judge_stages(train: str, work: str) -> list[list[str]]:
    """Those of the judge of positions, which writes to its own folder of the package."""
    script = "judge_train.py"
    return [
        [script, "distil", train, work],
        *([script, "learn", work, "--fold", str(fold)] for fold in range(3)),
        [script, "learn", work],
        [script, "gauge", work],
        [script, "export", work],
        ["judge_evaluate.py", work],
        ["judge_evaluate.py", work, "--told"],
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with PolNeAR's train/ and dev/")
    parser.add_argument("scorer", type=Path, help="score_attributions.py")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="where checkpoints go")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(HERE.parent / "src"), str(HERE.parent)))}
    for stage in stages(given.data, given.scorer, given.work, given.out):
        print("::", *stage, flush=True)
        subprocess.run([sys.executable, str(HERE / stage[0]), *stage[1:]], check=True, env=environment)


if __name__ == "__main__":
    main()
