"""The uncertain instance of the measurements: every issue of the codebook of the Ukraine talks, four signatories.

Claims are the coded positions of the development gold; four rules tie issues together. 5,038,848 packages.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from pathlib import Path

import numpy as np

COVERAGE = Path(__file__).resolve().parents[2] / "shared" / "data" / "coverage"
PARTIES = ("Russia", "Ukraine", "United States", "Europe")
VETO = {"red_line": 1.0, "firm": 0.5, "soft": 0.0}
DRAWS = 10_000
TOP = 100


def alaska():
    """The model; None where the development data is not there."""
    from ruamel.yaml import YAML

    from zopa.settlements import Issue, NegotiationModel, Preference

    if not COVERAGE.is_dir():
        return None
    codebook = YAML(typ="safe").load((COVERAGE / "ukraine_codebook.yaml").read_text("utf-8"))
    return NegotiationModel(
        PARTIES,
        tuple(Issue(issue["id"], tuple(issue["options"])) for issue in codebook["issues"]),
        tuple(Preference(party) for party in PARTIES),
        PARTIES,
        rules=_rules(),
        claims=tuple(_claims()),
        hidden_red_line=0.02,
        hidden_red_line_range=(0.0, 0.05),
        posture_range=(0.0, 0.6),
        reservation_range=(0.4, 0.6),
    )


def _rules():
    from zopa.settlements import Rule

    def one(issue: str, option: str):
        return ((issue, (option,)),)

    return (
        Rule(one("donetsk_unoccupied", "cede_to_russia"), one("territory_principle", "concede_or_swap")),
        Rule(never=one("territory_principle", "no_concession") + one("crimea_recognition", "de_jure_russian")),
        Rule(one("territory_principle", "freeze_all_lines"), one("donetsk_unoccupied", "freeze_line")),
        Rule(never=one("ceasefire_timing", "after_withdrawal") + one("donetsk_unoccupied", "freeze_line")),
    )


def _claims():
    from zopa.settlements import Claim

    for path in sorted((COVERAGE / "gold").glob("*.json")):
        if path.stem.startswith("tr-"):
            continue
        for statement in json.loads(path.read_text("utf-8")):
            for position in statement["positions"]:
                if position["party"] not in PARTIES:
                    continue
                where = (position["party"], position["issue"], position["option"], position["stance"])
                veto = 0.0
                if position["stance"] == "demands":
                    veto = float(position["strength"] == "red_line")
                elif position["stance"] == "rejects":
                    veto = VETO[position["strength"]]
                alpha = 0.64 if statement["named"] else 0.5
                yield Claim("|".join((statement["speaker"], *where)), alpha, *where, veto, (), (statement["id"],))


def every_package(threads: int) -> dict[str, float]:
    """a_S with bounds for every package, and the top 100: one run in this process."""
    from zopa.settlements import acceptability

    model = alaska()
    wall, cpu = time.perf_counter(), time.process_time()
    found = acceptability(model, draws=DRAWS, threads=threads)
    some = np.argpartition(found.point, -TOP)[-TOP:]
    best = some[np.argsort(-found.point[some], kind="stable")]
    return _spent(wall, cpu) | {"best": float(found.point[best[0]]), "space": len(found.point)}


def everything(threads: int) -> dict[str, float]:
    """A whole settlement: headline, range, blockers, concessions, posture, questions, formats, pairs."""
    from zopa.settlements import settle

    seconds: dict[str, float] = {}
    model = alaska()
    wall, cpu = time.perf_counter(), time.process_time()
    last = [wall, "draws made"]

    def progress(done: int, total: int, what: str) -> None:
        if what != last[1]:
            now = time.perf_counter()
            seconds[f"s_{last[1]}"] = now - last[0]
            last[:] = [now, what]

    found = settle(model, draws=DRAWS, threads=threads, progress=progress)
    seconds[f"s_{last[1]}"] = time.perf_counter() - last[0]
    asked = ("draws made", "draws", "blockers", "solutions", "concessions", "posture")
    target = {"target": sum(seconds.get(f"s_{part}", 0.0) for part in asked)}
    return _spent(wall, cpu) | target | seconds | {"headline": found.headline.point, "se": found.headline.se}


def _spent(wall: float, cpu: float) -> dict[str, float]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu, "mb": peak}


RUNS = {"every-package": every_package, "everything": everything}


def seeds(draws: tuple[int, ...] = (1_000, 10_000), count: int = 5) -> None:
    """How much the best figure, the package it belongs to and the top 100 move from seed to seed."""
    from zopa.settlements import acceptability

    model = alaska()
    print("\nseed to seed, every issue of the Ukraine talks")
    print(f"{'draws':>7} {'best a_S, each seed':40} {'spread':>7} {'best packages':>14} {'top 100 shared':>15}")
    for number in draws:
        tops, best = [], []
        for seed in range(1, count + 1):
            point = acceptability(model, draws=number, seed=seed).point
            order = np.argsort(-point, kind="stable")[:TOP]
            tops.append(set(order.tolist()))
            best.append((float(point[order[0]]), int(order[0])))
        shared = statistics.mean(len(a & b) for k, a in enumerate(tops) for b in tops[:k])
        values = [value for value, _ in best]
        listed = " ".join(f"{value:.4f}" for value in values)
        print(
            f"{number:7,} {listed:40} {statistics.stdev(values):7.4f} {len({at for _, at in best}):14} {shared:15.0f}"
        )


if __name__ == "__main__":
    print(json.dumps(RUNS[sys.argv[1]](int(sys.argv[2]))))
