"""Agreed deals of campsite negotiations (CaSiNo; Chawla et al. 2021) beside the engine's ZOPA, frontier and points.

    python benchmarks/casino.py
    python benchmarks/casino.py --priorities      the order of priorities from a speaker's own utterances
    python benchmarks/casino.py --nested          the same where the form of the model is chosen anew inside each fold
    python benchmarks/casino.py --fit             writes the learned weights of priorities

Two people divide three packages each of food, water and firewood; a package is worth 5, 4 or 3 points by each one's
own ranking, and no deal is worth 5 points. With the true rankings the model is exact: how often does the agreed deal
lie in the ZOPA and on the frontier, and how far are the solution points from it? Error: the mean distance between
predicted and agreed shares of a resource, in points of 100. Anchors: an equal split; Nash on rankings guessed from the
dialogue, 29.3 (measured elsewhere).

Priorities: the weights are learned on the 900 dialogues for training, on four fifths of them for each fifth that is
measured, and on all of them for the 30 of the validation split. Anchor: the order of first mention. The form of the
model was chosen on these very folds, so their figure flatters. Nested cross-validation (Stone 1974; Varma and Simon
2006) does not: for each fifth, every form is tried on four parts of the other four fifths, and the best one there,
fitted on all of them, is measured on the fifth.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np

from zopa.positions.priorities import PLAIN, TABLE, compared, features
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


NAMES = {
    "Food": ("food", "meal"),
    "Water": ("water", "drink"),
    "Firewood": ("firewood", "fire wood", "wood", "fire"),
}
PACKAGES = 3
STEPS = 60
FOLDS = 5
LEAST_PART, RIDGES = 0.12, (3.0, 10.0, 30.0, 100.0)
INNER = 4
ACTS = ("Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away")


def speakers(name):
    """(dialogue, features of each resource, resources from the most to the least wanted) of every speaker."""
    for dialogue in json.loads((DATA / name).read_text("utf-8")):
        for who, info in sorted(dialogue["participant_info"].items()):
            said = [turn["text"] for turn in dialogue["chat_logs"] if turn["id"] == who and turn["text"] not in ACTS]
            order = [info["value2issue"][rank] for rank in POINTS]
            yield str(dialogue["dialogue_id"]), compared(features(said, NAMES, PACKAGES)), order


@dataclass(frozen=True)
class Form:
    """A form of the model: how many words beside a mention count together (0: none), how often a feature must be seen,
    and the ridge."""

    words: int = 2
    times: int = 30
    ridge: float = 10.0


FORMS = tuple(
    Form(words, times, ridge) for words in (0, 1, 2) for times in ((30,) if not words else (15, 30, 60)) for ridge in RIDGES
)


def learnable(rows, form=Form()) -> list[str]:
    """Features seen often enough; words only if they go with every resource, so that none stands for a resource."""
    total, by_resource = Counter(), {resource: Counter() for resource in RESOURCES}
    for _, found, _ in rows:
        for resource in RESOURCES:
            total.update(found[resource].keys())
            by_resource[resource].update(found[resource].keys())
    return sorted(
        name
        for name, times in total.items()
        if name == "always"
        or name.split()[0] in PLAIN
        or (
            times >= form.times
            and len(name.split()) - 1 <= form.words
            and min(by_resource[r][name] for r in RESOURCES) >= LEAST_PART * times
        )
    )


def learned(rows, names, ridge=Form().ridge) -> np.ndarray:
    """Multinomial logistic regression of a resource's place (most, between, least), by Newton with a ridge.

    Returns the weights, [features, places].
    """
    matrix = arrays(rows, names).reshape(-1, len(names))
    places = np.array([order.index(resource) for _, _, order in rows for resource in RESOURCES])
    truth = np.eye(3)[places]
    penalty = np.array([0.0 if name == "always" else ridge for name in names])
    weights = np.zeros((len(names), 3))
    # The curvature's bound of Boehning (1992), one matrix for all steps and places, keeps each step safe.
    inverse = np.linalg.inv(0.5 * matrix.T @ matrix + np.diag(penalty + 1e-9))
    for _ in range(STEPS):
        chance = softmax(matrix @ weights)
        slope = matrix.T @ (chance - truth) + penalty[:, None] * weights
        weights -= inverse @ slope
    return weights - weights.mean(axis=1, keepdims=True)


def softmax(sums: np.ndarray) -> np.ndarray:
    """Rows that add up to 1."""
    powers = np.exp(sums - sums.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def placed(rows, names, weights) -> list[tuple[bool, bool]]:
    """(the whole order right, the first one right) of every speaker, by the most probable places together."""
    logs = np.log(softmax(arrays(rows, names) @ weights))
    orders = list(permutations(range(3)))
    found = []
    for (_, _, order), log in zip(rows, logs, strict=True):
        best = max(orders, key=lambda each: sum(log[each[place], place] for place in range(3)))
        found.append(([RESOURCES[number] for number in best] == order, RESOURCES[best[0]] == order[0]))
    return found


def arrays(rows, names) -> np.ndarray:
    """The features as numbers, [speakers, resources, features]."""
    columns = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(RESOURCES), len(names)))
    for place, (_, found, _) in enumerate(rows):
        for number, resource in enumerate(RESOURCES):
            for name, amount in found[resource].items():
                if name in columns:
                    matrix[place, number, columns[name]] = amount
    return matrix


def hits(rows, scores) -> list[tuple[bool, bool]]:
    """(the whole order right, the first one right) of every speaker."""
    found = []
    for (_, _, order), score in zip(rows, scores, strict=True):
        ranked = [RESOURCES[place] for place in np.argsort(-score, kind="stable")]
        found.append((ranked == order, ranked[0] == order[0]))
    return found


def first_mentions(rows) -> list[tuple[bool, bool]]:
    """The same for the order of first mention."""
    names = [f"first {place}" for place in range(len(RESOURCES))]
    matrix = arrays(rows, names)
    return hits(rows, matrix @ np.array([3.0, 2.0, 1.0]))


def show_priorities() -> None:
    """Prints how often the order and the first priority are right."""
    train, valid = list(speakers("casino_train.json")), list(speakers("casino_valid.json"))
    fold = [int(hashlib.sha256(row[0].encode()).hexdigest(), 16) % FOLDS for row in train]
    crossed = []
    for left in range(FOLDS):
        rest = [row for row, number in zip(train, fold, strict=True) if number != left]
        mine = [row for row, number in zip(train, fold, strict=True) if number == left]
        names = learnable(rest)
        crossed += placed(mine, names, learned(rest, names))
    names = learnable(train)
    table = {
        "train, first mention": first_mentions(train),
        "train, five folds": crossed,
        "valid, first mention": first_mentions(valid),
        "valid, fitted on train": placed(valid, names, learned(train, names)),
    }
    for what, found in table.items():
        exact, top = (100 * statistics.mean(each) for each in zip(*found, strict=True))
        print(f"{what:24} order {exact:.1f} %   first {top:.1f} %   ({len(found)} speakers)")


def nested() -> None:
    """Prints how often the order and the first priority are right where each fold's form is chosen without it."""
    rows = list(speakers("casino_train.json"))
    fold = [int(hashlib.sha256(row[0].encode()).hexdigest(), 16) for row in rows]
    found = []
    for left in range(FOLDS):
        rest = [(row, number // FOLDS % INNER) for row, number in zip(rows, fold, strict=True) if number % FOLDS != left]
        mine = [row for row, number in zip(rows, fold, strict=True) if number % FOLDS == left]
        form = max(FORMS, key=lambda each: inner_score(rest, each))
        everything = [row for row, _ in rest]
        names = learnable(everything, form)
        found += placed(mine, names, learned(everything, names, form.ridge))
        print(f"fold {left}: {form}", flush=True)
    exact, top = (100 * statistics.mean(each) for each in zip(*found, strict=True))
    print(f"train, nested            order {exact:.1f} %   first {top:.1f} %   ({len(found)} speakers, {len(FORMS)} forms)")


def inner_score(rest, form) -> float:
    """The share of whole orders and of first priorities that a form gets right, over the inner folds."""
    right = []
    for left in range(INNER):
        others = [row for row, number in rest if number != left]
        names = learnable(others, form)
        right += placed([row for row, number in rest if number == left], names, learned(others, names, form.ridge))
    return statistics.mean(exact + top for exact, top in right)


def fit_priorities() -> None:
    """Writes the weights learned on the training dialogues."""
    rows = list(speakers("casino_train.json"))
    names = learnable(rows)
    found = learned(rows, names).round(3)
    weights = {
        place: {name: float(weight) for name, weight in zip(names, found[:, number], strict=True)}
        for number, place in enumerate(("most", "between", "least"))
    }
    made = {
        "made_by": "python benchmarks/casino.py --fit",
        "made_from": "CaSiNo, training split (K. Chawla et al., NAACL 2021; CC BY 4.0): weights only, no text of it",
    }
    TABLE.write_text(json.dumps({**made, "weights": weights}, indent=0, ensure_ascii=False) + "\n", "utf-8")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--priorities", action="store_true")
    parser.add_argument("--nested", action="store_true")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    if not DATA.is_dir():
        print("the CaSiNo data is not there")
    elif arguments.fit:
        fit_priorities()
    elif arguments.nested:
        nested()
    elif arguments.priorities:
        show_priorities()
    else:
        show_deals()


def show_deals() -> None:
    """Prints how the agreed deals lie beside the engine's."""
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
