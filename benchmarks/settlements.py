"""How long the engine takes: exact frontiers beside NegMAS and paretoset on the same instances, and uncertain models.

    python benchmarks/settlements.py                       # zopa alone; peers of this Python where installed
    python benchmarks/settlements.py --peers PYTHON        # peers run by another Python, which has them
    python benchmarks/settlements.py --largest-peer 1e7    # how many packages peers are given (default 1e6)
    python benchmarks/settlements.py --only uncertain      # one section: peers, matrix, alone, uncertain, kernels,
                                                           # seeds, start

Instances are ``domain(P, I, K, seed=1)``: uniform weights scaled to sum 1 and uniform values; ``n points`` rounds every
weighted value to a multiple of 1/n. A reservation value of 0 for everybody. Times of zopa run from a model in memory
to the frontier with packages, ties and all four solution points, the median of a few runs, with the CPU time beside it;
each tool runs in a process of its own, each peer once, and its time leaves out what building its objects takes. The
frontiers and solution points of peers are compared with those of zopa, to nine decimals. 'times zopa' compares CPU
times, which other work on the machine hardly changes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import _kernels
import _uncertain
import numpy as np
from numpy.typing import NDArray

PEER_CASES = [(2, 6, 10), (3, 6, 10), (2, 7, 10), (3, 7, 10)]
RULES_SEED = 1
Real = NDArray[np.float64]


def domain(parties: int, issues: int, options: int, seed: int = 1) -> tuple[Real, Real]:
    """Weights (parties, issues) and values (parties, issues, options)."""
    rng = np.random.default_rng(seed)
    weights = rng.random((parties, issues))
    weights /= weights.sum(axis=1, keepdims=True)
    return weights, rng.random((parties, issues, options))


def model_of(weights: Real, values: Real, points: int | None = None, rules: int = 0):
    """The instance as a model of raw scores, with random rules that forbid pairs of options of two issues."""
    from zopa.settlements import Issue, NegotiationModel, Preference, Rule

    scores = weights[:, :, None] * values
    if points is not None:
        scores = np.rint(scores * points)
    parties, issues, options = scores.shape
    names = tuple(f"P{p}" for p in range(parties))
    preferences = tuple(
        Preference(
            names[p],
            scores={f"i{i}": {str(k): float(scores[p, i, k]) for k in range(options)} for i in range(issues)},
            reservation=(0.0, 0.0),
        )
        for p in range(parties)
    )
    rng = np.random.default_rng(RULES_SEED)
    drawn = []
    for _ in range(rules):
        first, second = rng.choice(issues, 2, replace=False)
        left, right = rng.integers(0, options, 2)
        drawn.append(Rule(never=((f"i{first}", (str(left),)), (f"i{second}", (str(right),)))))
    listed = tuple(Issue(f"i{i}", tuple(str(k) for k in range(options))) for i in range(issues))
    return NegotiationModel(names, listed, preferences, names, rules=tuple(drawn))


def timed(model, least_runs: int = 5, seconds: float = 2.0):
    """(frontier, median time in seconds, median CPU time, runs)."""
    from zopa.settlements import frontier

    walls, cpus, result = [], [], None
    while len(walls) < least_runs or (sum(walls) < seconds and len(walls) < 200):
        start, cpu = time.perf_counter(), time.process_time()
        result = frontier(model)
        walls.append(time.perf_counter() - start)
        cpus.append(time.process_time() - cpu)
        if sum(walls) > 10:
            break
    return result, statistics.median(walls), statistics.median(cpus), len(walls)


def utility_matrix(weights: Real, values: Real) -> Real:
    """All utilities, one row a package."""
    columns = []
    for party in range(len(values)):
        total = np.zeros(1)
        for weight, row in zip(weights[party], values[party], strict=True):
            total = (total[:, None] + (weight * row)[None, :]).ravel()
        columns.append(total)
    return np.stack(columns, axis=1)


def answers(points, nash, welfare) -> dict[str, object]:
    """What tools are compared by: every point of the frontier, and the Nash and utilitarian points."""
    rows = sorted([round(float(value), 9) for value in row] for row in points)
    return {
        "frontier": len(rows),
        "points": rows,
        "nash": [float(value) for value in nash],
        "welfare": [float(value) for value in welfare],
    }


def agree(ours, theirs) -> bool:
    """Whether two tools found the same frontier and the same points on it."""
    return len(ours["points"]) == len(theirs["points"]) and all(
        np.allclose(np.array(ours[key]), np.array(theirs[key]), rtol=0, atol=2e-9)
        for key in ("points", "nash", "welfare")
    )


def peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_paretoset(weights: Real, values: Real) -> dict[str, object]:
    from paretoset import paretoset

    sense = ["max"] * len(values)
    paretoset(np.random.default_rng(0).random((200, len(values))), sense=sense, use_numba=True)
    start, begun = time.perf_counter(), time.process_time()
    matrix = utility_matrix(weights, values)
    built = time.process_time()
    kept = matrix[paretoset(matrix, sense=sense, distinct=True, use_numba=True)]
    done = time.process_time()
    nash, welfare = kept[np.argmax(kept.prod(axis=1))], kept[np.argmax(kept.sum(axis=1))]
    kept[np.argmax(kept.min(axis=1))]
    took, cpu = time.perf_counter() - start, time.process_time() - begun
    return {"seconds": took, "cpu": cpu, "filter": done - built, "mb": peak_mb(), **answers(kept, nash, welfare)}


def run_negmas(weights: Real, values: Real) -> dict[str, object]:
    import warnings

    warnings.filterwarnings("ignore")
    from negmas.outcomes import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction, kalai_points, nash_points, pareto_frontier
    from negmas.preferences.ops import max_welfare_points, pareto_frontier_numpy

    parties, issues, options = values.shape
    pareto_frontier_numpy(np.random.default_rng(0).random((50, parties)))
    listed = [make_issue(list(range(options)), name=f"i{i}") for i in range(issues)]
    space = make_os(listed)
    functions = [
        LinearAdditiveUtilityFunction(
            values={f"i{i}": {k: float(values[p, i, k]) for k in range(options)} for i in range(issues)},
            weights={f"i{i}": float(weights[p, i]) for i in range(issues)},
            outcome_space=space,
            reserved_value=0.0,
        )
        for p in range(parties)
    ]
    start, begun = time.perf_counter(), time.process_time()
    found, _ = pareto_frontier(functions, issues=listed)
    nash, _, welfare = (
        solve(functions, found, outcome_space=space)[0][0] for solve in (nash_points, kalai_points, max_welfare_points)
    )
    took, cpu = time.perf_counter() - start, time.process_time() - begun
    return {"seconds": took, "cpu": cpu, "mb": peak_mb(), **answers(found, nash, welfare)}


PEERS = {"negmas": run_negmas, "paretoset": run_paretoset}


def peer(python: str, name: str, case: tuple[int, int, int], limit: float) -> dict[str, float] | str:
    """What a peer needed, in a process of its own; or why there is no figure."""
    command = [python, __file__, "--one", name, *map(str, case)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"over {limit:.0f} s"
    if done.returncode != 0:
        return "not installed" if "ModuleNotFoundError" in done.stderr else "failed"
    answer: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def compare(python: str, largest: float, limit: float) -> None:
    """The same additive instances for all."""
    print(
        f"{'instance':20} {'tool':10} {'seconds':>10} {'cpu':>10} {'frontier':>9} {'peak MB':>8}  times zopa"
        "  same answers"
    )
    for case in PEER_CASES:
        parties, issues, options = case
        name = f"{parties} parties, {issues} x {options}"
        ours = peer(sys.executable, "zopa", case, 600)
        if isinstance(ours, str):
            print(f"{name:20} zopa       {ours:>10}")
            continue
        figures = f"{ours['seconds']:10.5f} {ours['cpu']:10.5f} {ours['frontier']:9.0f} {ours['mb']:8.0f}"
        print(f"{name:20} {'zopa':10} {figures}")
        for tool in PEERS:
            given = peer(python, tool, case, limit) if options**issues <= largest else "left out"
            if isinstance(given, str):
                print(f"{'':20} {tool:10} {given:>10}")
                continue
            same = "yes" if agree(ours, given) else "NO"
            figures = f"{given['seconds']:10.5f} {given['cpu']:10.5f} {given['frontier']:9.0f} {given['mb']:8.0f}"
            print(f"{'':20} {tool:10} {figures}  {given['cpu'] / ours['cpu']:10,.0f}  {same:>12}")


def matrices(python: str, largest: float, limit: float) -> None:
    """Utilities given package by package: dominance in a matrix of 10^6 rows."""
    print("\n10^6 packages as a matrix (nothing known of issues), CPU time")
    for parties in (2, 3, 4):
        ours = peer(sys.executable, "zopa-matrix", (parties, 6, 10), limit)
        theirs = peer(python, "paretoset", (parties, 6, 10), limit) if largest >= 1e6 else "left out"
        shown = theirs if isinstance(theirs, str) else f"{theirs['filter']:.3f} s"
        own = ours if isinstance(ours, str) else f"{ours['seconds']:.3f} s"
        print(f"{parties} parties: zopa {own}, paretoset {shown}")


def alone() -> None:
    """Spaces no peer can enumerate."""
    cases = [
        ("3 x 40 x 5", (3, 40, 5), None, 0),
        ("3 x 40 x 5, 1,000 points", (3, 40, 5), 1000, 0),
        ("4 x 20 x 5, 1,000 points", (4, 20, 5), 1000, 0),
        ("3 x 30 x 5, 100 points, 30 rules", (3, 30, 5), 100, 30),
        ("5 x 10 x 5, 100 points", (5, 10, 5), 100, 0),
        ("6 x 8 x 5, 100 points", (6, 8, 5), 100, 0),
    ]
    print(f"\n{'instance':34} {'packages':>9} {'frontier':>9} {'seconds':>9} {'cpu':>9} {'runs':>5}")
    for name, case, points, rules in cases:
        result, wall, cpu, runs = timed(model_of(*domain(*case), points=points, rules=rules), least_runs=3)
        print(f"{name:34} {float(result.space):9.1e} {len(result.points):9,} {wall:9.3f} {cpu:9.3f} {runs:5}")
    model = model_of(*domain(4, 20, 5))
    start = time.perf_counter()
    from zopa.settlements import frontier

    result = frontier(model, limit=20_000)
    took = time.perf_counter() - start
    name = "4 x 20 x 5, at most 20,000 kept"
    print(f"{name:34} {float(result.space):9.1e} {len(result.points):9,} {took:9.3f}   epsilon {result.epsilon:.4f}")


def one(name: str, case: tuple[int, int, int]) -> dict[str, object]:
    """One tool on one instance, in this process."""
    if name == "zopa-matrix":
        from zopa.settlements import undominated

        matrix = utility_matrix(*domain(*case))
        took = []
        for _ in range(3):
            start = time.process_time()
            marks = undominated(matrix)
            took.append(time.process_time() - start)
        return {"seconds": statistics.median(took), "frontier": int(marks.sum()), "mb": peak_mb()}
    if name != "zopa":
        return PEERS[name](*domain(*case))
    result, wall, cpu, _ = timed(model_of(*domain(*case)))
    nash, welfare = (list(point.utility.values()) for point in (result.nash, result.utilitarian))
    return {"seconds": wall, "cpu": cpu, "mb": peak_mb(), **answers(result.points.utilities, nash, welfare)}


def uncertain(runs: int = 3) -> None:
    """Every issue of the Ukraine talks, 10,000 draws: each run in a process of its own, two threads."""
    if _uncertain.alaska() is None:
        print("\nuncertain models: the development data is not there")
        return
    print(f"\n{'uncertain, 5,038,848 packages':44} {'seconds':>9} {'cpu':>9} {'peak MB':>8}   (median of {runs})")
    for name, shown in (("every-package", "a_S with bounds of all, top 100"), ("everything", "settle, whole")):
        script = str(Path(_uncertain.__file__))
        found = [
            json.loads(subprocess.run([sys.executable, script, name, "2"], capture_output=True, check=True).stdout)
            for _ in range(runs)
        ]
        middle = {key: statistics.median(one[key] for one in found) for key in found[0]}
        print(f"{shown:44} {middle['seconds']:9.2f} {middle['cpu']:9.2f} {middle['mb']:8.0f}")
        for key, value in middle.items():
            if key.startswith("s_") or key == "target":
                print(f"    {key.removeprefix('s_'):40} {value:9.2f}")


def start() -> None:
    """The first answer of the command line on a small MODEL, in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_text(
            "parties: [A, B]\nissues: {price: [low, high]}\npreferences:\n  A: {reservation: 0.5}\n  B: {}\n"
        )
        took = []
        for _ in range(5):
            begin = time.perf_counter()
            command = [sys.executable, "-m", "zopa", "settle", str(path), "--json"]
            done = subprocess.run(command, capture_output=True, check=False)
            took.append(time.perf_counter() - begin)
    print(f"\nfirst answer of the command line: {statistics.median(took):.2f} s (exit {done.returncode})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--largest-peer", type=float, default=1e6)
    parser.add_argument("--limit", type=float, default=600.0, help="seconds a peer may take")
    parser.add_argument("--only", choices=["peers", "matrix", "alone", "uncertain", "kernels", "seeds", "start"])
    parser.add_argument("--one", nargs=4, metavar=("TOOL", "P", "I", "K"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        tool, *numbers = chosen.one
        print(json.dumps(one(tool, (int(numbers[0]), int(numbers[1]), int(numbers[2])))))
        return
    sections = {
        "peers": lambda: compare(chosen.peers, chosen.largest_peer, chosen.limit),
        "matrix": lambda: matrices(chosen.peers, chosen.largest_peer, chosen.limit),
        "alone": alone,
        "uncertain": uncertain,
        "kernels": lambda: _kernels.compare(chosen.peers),
        "seeds": _uncertain.seeds,
        "start": start,
    }
    for name, section in sections.items():
        if chosen.only in (None, name):
            section()


if __name__ == "__main__":
    main()
