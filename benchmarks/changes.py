"""How well changes of position are found, against the annotated changes of the coverage.

    python benchmarks/changes.py [--shared ../shared] [--show]

Four measurements: end to end from the articles; the same with the articles that bear no date given the last day on or
in which the annotation says that their words were said, as the sidecar of a case would give it; from the annotated statements, which only the articles with a gold
file have; and from those together with both ends of the annotated changes themselves, as if the coding of these were
perfect: what is left there is the detection's own.

A found change is the annotated one where party and issue are the same; the option of the later end is among the found
later ones; the day is at most ``DAYS`` apart, or in the same month where only the month is annotated (no demand where
either has no day); and the kind is the same, or both end states are (the option of the earlier end too). For a
constancy the annotated days must lie within the found stretch. ``words`` counts, of those, the ones whose later end
points at words that overlap the annotated words in the same article: an article that copies or repeats them is as good
for a reader, so it is shown and not demanded. One found change stands for at most one annotated change of its kind.

Recall is over all annotated entries but the doubtful ones, kind by kind. The annotation lists every move (reversal,
softening, hardening), but only a part of the first words and a sample of the constancies, so precision is over found
moves alone: the share that is an annotated move (doubtful ones included). Of the annotated statements, a move can be
found only where both its articles have a gold file; recall there is over these.
"""

from __future__ import annotations

import argparse
import calendar
import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _coverage import articles, case_of, cases, evidence_annotated, evidence_read, statements

from positions import statement_from
from zopa.positions import Evidence, all_changes, code_positions, detect_changes, find_constancies
from zopa.positions.position import Position
from zopa.statements import read_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Case
    from zopa.positions import Change

DAYS = 7
MOVES = ("reversal", "softening", "hardening")


@dataclass(frozen=True)
class Found:
    """A found change with the evidence it rests on."""

    change: Change
    evidence: Sequence[Evidence]


def matches(gold: dict[str, Any], found: Found) -> bool:
    """Whether a found change is an annotated one; see the top of the file."""
    change = found.change
    if (change.party, change.issue) != (gold["party"], gold["issue"]):
        return False
    if gold["to"]["option"] not in {option for option, _ in change.after}:
        return False
    if gold["kind"] == "constancy":
        return change.kind == "constancy" and _within(gold, change)
    if change.kind == "constancy" or not _near(gold["to"]["on"], change.on):
        return False
    earlier = gold.get("from", {}).get("option")
    ends = earlier is not None and earlier in {option for option, _ in change.before}
    return change.kind == gold["kind"] or ends


def _near(annotated: str | None, found: date | None) -> bool:
    if annotated is None or found is None:
        return True
    if len(annotated) == len("2025-08"):
        return found.isoformat().startswith(annotated)
    return abs((date.fromisoformat(annotated) - found).days) <= DAYS


def _within(gold: dict[str, Any], change: Change) -> bool:
    first, last = (date.fromisoformat(gold[end]["on"]) for end in ("from", "to"))
    if change.since is None or change.on is None:
        return True
    slack = timedelta(days=DAYS)
    return change.since <= first + slack and last - slack <= change.on


def words_agree(gold: dict[str, Any], found: Found, shared: Path) -> bool:
    """Whether the found later end points at words that overlap the annotated ones."""
    article = articles(shared)[gold["to"]["id"]]
    start = article.text.index(gold["to"]["content"])
    end = start + len(gold["to"]["content"])
    return any(
        item.statement.id in found.change.later
        and item.article.id == article.id
        and part.start < end > start < part.end
        for item in found.evidence
        for part in item.statement.content
    )


def annotated_ends(gold: Sequence[dict[str, Any]], case: Case, shared: Path) -> list[Evidence]:
    """Both ends of the annotated changes as evidence, coded as annotated."""
    parties = {party.id for party in case.parties}
    issues = {issue.id for issue in case.issues}
    found = []
    for entry in gold:
        if entry["party"] not in parties or entry["issue"] not in issues:
            continue
        for end in (entry[name] for name in ("from", "to") if name in entry):
            article = articles(shared)[end["id"]]
            row = {
                "content": end["content"],
                "speaker": entry["party"],
                "relayed_via": [],
                "quote_type": "indirect",
                "said_on": end["on"],
            }
            statement = statement_from(row, article)
            position = Position(
                statement.id,
                entry["party"],
                entry["issue"],
                end["option"],
                end["stance"],
                "firm",
                statement.content,
                "gold",
                1.0,
            )
            found.append(Evidence(position, statement, article))
    return found


def report(
    name: str, gold: Sequence[dict[str, Any]], found: Sequence[Found], shared: Path, show: bool
) -> tuple[float, float]:
    """Print recall by kind, and the precision of moves; gives the two."""
    print(f"== {name}")
    left = list(found)
    hits, exact, words, total = (Counter[str]() for _ in range(4))
    right: list[Found] = []
    for entry in gold:
        match = next((one for one in _by_kind(left, entry["kind"]) if matches(entry, one)), None)
        if match is not None:
            right.append(match)
            if entry["kind"] != "constancy":
                left = [one for one in left if one is not match]
        if entry.get("doubtful"):
            continue
        total[entry["kind"]] += 1
        if match is None:
            if show:
                print(
                    "  missed:", entry["kind"], entry["party"], entry["issue"], entry["to"]["option"], entry["to"]["on"]
                )
            continue
        hits[entry["kind"]] += 1
        exact[entry["kind"]] += match.change.kind == entry["kind"]
        words[entry["kind"]] += words_agree(entry, match, shared)
    for kind in total:
        print(f"  {kind:10} {hits[kind]} of {total[kind]} (kind the same {exact[kind]}, words {words[kind]})")
    print(f"  recall {hits.total() / total.total():.2f} ({hits.total()} of {total.total()}; words {words.total()})")
    moves = [one for one in found if one.change.kind in MOVES]
    good = sum(any(one is other for other in right) for one in moves)
    print(f"  precision of moves {good / len(moves) if moves else 0:.2f} ({good} of {len(moves)})")
    if show:
        for one in moves:
            if not any(one is other for other in right):
                c = one.change
                print("  wrong:", c.kind, c.party, c.issue, c.before, c.since, "->", c.after, c.on)
    return hits.total() / total.total(), good / len(moves) if moves else 0.0


def _by_kind(found: Sequence[Found], kind: str) -> list[Found]:
    return sorted(found, key=lambda one: one.change.kind != kind)


def changes_in(evidence: Sequence[Evidence], case: Case) -> list[Found]:
    """Everything found in some evidence."""
    return [Found(one, evidence) for one in (*detect_changes(evidence, case), *find_constancies(evidence, case))]


def changes_read(case: Case, shared: Path) -> list[Found]:
    """Everything found end to end: between statements, and told by one."""
    read = [
        (statement, article)
        for doc, article in articles(shared).items()
        if case_of(doc, shared) is case
        for statement in statements(shared)[doc]
    ]
    evidence = evidence_read(case, shared)
    return [Found(one, evidence) for one in all_changes(read, evidence, case)]


def days_annotated(gold: Sequence[dict[str, Any]], shared: Path) -> dict[str, date]:
    """For each article that bears no date, the last day that the annotation gives for words in it."""
    found: dict[str, date] = {}
    for end in (entry[name] for entry in gold for name in ("from", "to") if name in entry):
        if articles(shared)[end["id"]].published is None:
            year, month, *day = (int(part) for part in end["on"].split("-"))
            last = date(year, month, day[0] if day else calendar.monthrange(year, month)[1])
            found[end["id"]] = max(last, found.get(end["id"], last))
    return found


def changes_dated(case: Case, days: dict[str, date], shared: Path) -> list[Found]:
    """Everything found end to end where undated articles are given a day."""
    pairs = []
    for doc, article in articles(shared).items():
        if case_of(doc, shared) is case:
            day = days.get(doc)
            dated = replace(article, published=day, published_from="sidecar") if day else article
            pairs += [(statement, dated) for statement in (read_statements(dated) if day else statements(shared)[doc])]
    evidence = [Evidence(p, statement, article) for statement, article in pairs for p in code_positions(statement, article, case)]
    return [Found(one, evidence) for one in all_changes(pairs, evidence, case)]


def is_coded(gold: dict[str, Any], found: Sequence[Found]) -> bool:
    """Whether any evidence, of any day, has the party on the option of each end: without it nothing can be found."""
    known = {
        (item.position.party, item.position.issue, item.position.option)
        for one in found
        for item in one.evidence
        if item.position.counted
    }
    ends = [gold[end]["option"] for end in ("from", "to") if end in gold]
    return all((gold["party"], gold["issue"], option) in known for option in ends)


def with_ends(gold: Sequence[dict[str, Any]], shared: Path) -> list[Found]:
    """What is found in the annotated statements and both ends of the annotated changes."""
    found = []
    for case in cases(shared):
        found += changes_in([*evidence_annotated(case, shared), *annotated_ends(gold, case, shared)], case)
    return found


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--show", action="store_true", help="list what is missed and what is wrong")
    arguments = parser.parse_args()
    shared: Path = arguments.shared
    folder = shared / "data" / "coverage"
    gold = json.loads((folder / "changes.json").read_text("utf-8"))
    read = [one for case in cases(shared) for one in changes_read(case, shared)]
    report("end to end", gold, read, shared, arguments.show)
    reachable = [one for one in gold if not one.get("doubtful") and is_coded(one, read)]
    print(
        f"  ends read and coded under party, issue and option at all: {len(reachable)} entries; of these found:", end=""
    )
    print(f" {sum(any(matches(one, other) for other in read) for one in reachable)}")
    days = days_annotated(gold, shared)
    dated = [one for case in cases(shared) for one in changes_dated(case, days, shared)]
    report("end to end, undated articles given a day", gold, dated, shared, arguments.show)
    coded = {path.stem for path in (folder / "gold").glob("*.json")}
    inside = [one for one in gold if {one[end]["id"] for end in ("from", "to") if end in one} <= coded]
    annotated = [one for case in cases(shared) for one in changes_in(evidence_annotated(case, shared), case)]
    report("from the annotated statements", inside, annotated, shared, arguments.show)
    report("with both ends of the annotated changes", gold, with_ends(gold, shared), shared, arguments.show)


if __name__ == "__main__":
    main()
