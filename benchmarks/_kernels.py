"""The engine's inner loops in C, in numpy and in numba, on the same numbers.

The whole count of the Ukraine talks and the exact frontiers with and without the compiled library; and the hottest loop
alone, what each left row needs against all right rows, also in numba where the peers' Python has it.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

PARTIES, COLUMNS, ROWS, DRAWS, REACHED = 4, 324, 8064, 64, 520
"""As in the talks: 64 draws at a time, some 520 left rows reached in each."""


def compare(python: str) -> None:
    """All of it as lines."""
    from zopa.settlements.kernels import library

    print(f"\n{'inner loops':44} {'seconds':>9}   (CPU, median of 5)")
    if library.load() is None:
        print("the library is not compiled here")
        return
    numbers = example()
    took = {"C": timed(lambda: _in_c(numbers)), "numpy": timed(lambda: _in_numpy(numbers))}
    for name, seconds in took.items():
        print(f"{f'{DRAWS * REACHED:,} left rows x {COLUMNS} right ones, {name}':44} {seconds:9.4f}")
    found = _in_numba(python, numbers)
    if isinstance(found, str):
        print(f"{'the same, numba':44} {found:>9}")
    else:
        print(f"{'the same, numba':44} {found['seconds']:9.4f}")
        print(f"{'    its import, and compiling it once':44} {found['import']:9.2f} {found['compile']:9.2f}")


def example() -> dict[str, np.ndarray]:
    """Numbers of the size the talks have."""
    rng = np.random.default_rng(1)
    rows = DRAWS * REACHED
    ends = np.arange(DRAWS + 1) * REACHED
    return {
        "right": rng.integers(0, 1 << 24, (DRAWS, PARTIES, COLUMNS)).astype(np.int32),
        "need": rng.integers(0, 1 << 24, (PARTIES, rows)).astype(np.int32),
        "spans": np.stack([ends[:-1], ends[1:]], axis=1),
        "row": np.concatenate([np.sort(rng.choice(ROWS, REACHED, replace=False)) for _ in range(DRAWS)]),
    }


def timed(run: Callable[[], np.ndarray], runs: int = 5) -> float:
    run()
    took = []
    for _ in range(runs):
        start = time.process_time()
        run()
        took.append(time.process_time() - start)
    return statistics.median(took)


def _in_c(numbers: dict[str, np.ndarray]) -> np.ndarray:
    from zopa.settlements.kernels.counting import note

    burst = np.zeros((ROWS, COLUMNS), dtype=np.uint8)
    least = np.zeros((DRAWS, PARTIES), dtype=np.int32)
    note(numbers["right"], least, -numbers["need"], numbers["spans"], numbers["row"], None, burst)
    return burst


def _in_numpy(numbers: dict[str, np.ndarray]) -> np.ndarray:
    from zopa.settlements.uncertain.comparing import comparison

    burst = np.zeros((ROWS, COLUMNS), dtype=np.uint8)
    columns = np.ones((DRAWS, COLUMNS), dtype=bool)
    draw = np.repeat(np.arange(DRAWS), REACHED)
    best = numbers["right"].max(axis=2)[draw].T
    compared = comparison(numbers["right"], columns, draw, np.minimum(numbers["need"], best))
    buffers = np.empty((2, REACHED, COLUMNS), dtype=bool)
    for n, (begin, end) in enumerate(numbers["spans"]):
        burst[numbers["row"][begin:end]] += compared.accepted(n, slice(begin, end), *buffers).view(np.uint8)
    return burst


def _in_numba(python: str, numbers: dict[str, np.ndarray]) -> dict[str, float] | str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "numbers.npz"
        np.savez(path, **numbers)
        done = subprocess.run([python, __file__, str(path)], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return "not installed" if "ModuleNotFoundError" in done.stderr else "failed"
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def numba_alone(path: str) -> dict[str, float]:
    """Run by the peers' Python, which need not have zopa."""
    begin = time.perf_counter()
    import numba

    imported = time.perf_counter() - begin

    @numba.njit(nogil=True)
    def note(right, need, spans, row, burst):
        for n in range(len(right)):
            for at in range(spans[n, 0], spans[n, 1]):
                into = burst[row[at]]
                a, b, c, d = right[n, 0], right[n, 1], right[n, 2], right[n, 3]
                least = need[:, at]
                for k in range(right.shape[2]):
                    enough = (a[k] >= least[0]) & (b[k] >= least[1]) & (c[k] >= least[2]) & (d[k] >= least[3])
                    into[k] += np.uint8(enough)

    numbers = dict(np.load(path))
    burst = np.zeros((ROWS, COLUMNS), dtype=np.uint8)
    begin = time.perf_counter()
    note(*numbers.values(), burst)
    compiled = time.perf_counter() - begin
    return {"seconds": timed(lambda: note(*numbers.values(), burst)), "import": imported, "compile": compiled}


if __name__ == "__main__":
    print(json.dumps(numba_alone(sys.argv[1])))
