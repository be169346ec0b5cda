"""Agreed deals of campsite negotiations (CaSiNo; Chawla et al. 2021) beside the engine's ZOPA, frontier and points.

    python benchmarks/casino.py

Two people divide three packages each of food, water and firewood; a package is worth 5, 4 or 3 points by each one's
own ranking, and no deal is worth 5 points. With the true rankings the model is exact: how often does the agreed deal
lie in the ZOPA and on the frontier, and how far are the solution points from it? Error: the mean distance between
predicted and agreed shares of a resource, in points of 100. Anchors: an equal split; Nash on rankings guessed from the
dialogue, 29.3 (measured elsewhere).
"""

from __future__ import annotations

import json
import statistics
from pathlib import Path

from zopa.settlements import Issue, NegotiationModel, Preference, frontier

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "negotiations" / "casino"
POINTS = {"High": 5, "Medium": 4, "Low": 3}
RESOURCES = ("Food", "Water", "Firewood")
NO_DEAL = 5.0
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def deals():
    """(true points of both by resource, what the first one gets) of every dialogue that ended in a deal."""
    for name in ("casino_train.json", "casino_valid.json"):
        for dialogue in json.loads((DATA / name).read_text("utf-8")):
            first, second = sorted(dialogue["participant_info"])
            agreed = None
            closed = False
            for turn in dialogue["chat_logs"]:
                if turn["text"] == "Submit-Deal":
                    mine = turn["task_data"]["issue2youget"]
                    theirs = turn["task_data"]["issue2theyget"]
                    agreed = mine if turn["id"] == first else theirs
                closed = closed or turn["text"] == "Accept-Deal"
            if closed and agreed:
                ranks = (dialogue["participant_info"][who]["value2issue"] for who in (first, second))
                points = [{resource: POINTS[rank] for rank, resource in one.items()} for one in ranks]
                yield points, {resource: int(agreed[resource]) for resource in RESOURCES}


def model_of(points) -> NegotiationModel:
    """The negotiation with true points: an option is how many packages the first one gets."""
    first = {r: {str(k): float(k * points[0][r]) for k in range(4)} for r in RESOURCES}
    second = {r: {str(k): float((3 - k) * points[1][r]) for k in range(4)} for r in RESOURCES}
    issues = tuple(Issue(resource, ("0", "1", "2", "3")) for resource in RESOURCES)
    return NegotiationModel(
        ("A", "B"),
        issues,
        (
            Preference("A", scores=first, reservation=(NO_DEAL,) * 2),
            Preference("B", scores=second, reservation=(NO_DEAL,) * 2),
        ),
        ("A", "B"),
    )


def error(predicted, agreed) -> float:
    """Mean distance of shares, in points of 100."""
    return 100 * statistics.mean(abs(float(predicted[r]) - agreed[r]) / 3 for r in RESOURCES)


def main() -> None:
    if not DATA.is_dir():
        print("the CaSiNo data is not there")
        return
    inside, on, errors = [], [], {name: [] for name in ("equal split", *SOLUTIONS)}
    known: dict[str, object] = {}
    for points, agreed in deals():
        key = json.dumps(points, sort_keys=True)
        found = known.setdefault(key, frontier(model_of(points)))
        worth = (
            sum(agreed[r] * points[0][r] for r in RESOURCES),
            sum((3 - agreed[r]) * points[1][r] for r in RESOURCES),
        )
        inside.append(min(worth) >= NO_DEAL)
        on.append(
            any(abs(u["A"] - worth[0]) + abs(u["B"] - worth[1]) < 1e-9 for u in (p.utility for p in found.points))
        )
        errors["equal split"].append(error(dict.fromkeys(RESOURCES, 1.5), agreed))
        for name in SOLUTIONS:
            errors[name].append(error(getattr(found, name).package, agreed))
    count = len(inside)
    print(f"{count} agreed deals, {len(known)} pairs of rankings")
    print(f"in the ZOPA  {100 * statistics.mean(inside):.1f} %")
    print(f"on the frontier  {100 * statistics.mean(on):.1f} %")
    for name, values in errors.items():
        print(f"error of {name:20} {statistics.mean(values):.1f} (se {statistics.stdev(values) / count**0.5:.1f})")


if __name__ == "__main__":
    main()
