"""How well copies, rewrites and common origins are found, against the annotated pairs of the coverage.

    python benchmarks/origins.py [--shared ../shared] [--show]

Relations: every annotated pair of articles is one report (copy, rewrite) or independent; the figure is F1 of *one
report*. Also counted: pairs called one report among all other pairs of the coverage, which are of other news.
Beside it stands what the overlap of three-word runs alone reaches, at its best threshold.

Origins: for every two texts of an annotated entry, whether they pass on one statement, from the reader's own statement
that covers the annotated words (where none does, the outlet's own voice) and the coder's positions. The figure is F1
of *same*; since most entries are the same, the share right among the different ones stands beside it, and what calling
everything the same would reach.

Thresholds: the figure with every threshold chosen, on a grid, on the other clusters (entries) stands beside each.
Entries marked doubtful are left out.
"""

from __future__ import annotations

import argparse
import json
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _coverage import articles, case_of, statements

from zopa.coverage.article import Span
from zopa.positions import code_positions
from zopa.positions.copies import BOUNDS, Bounds, copy_groups, relation_of, shingles
from zopa.positions.occasions import Said, Shares, same_statement
from zopa.statements.statement import Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.coverage.article import Article

BOUNDS_TRIED = [
    Bounds(reworded=reworded, claims_reworded=claims, claims_credited=credited)
    for reworded, claims, credited in product((0.15, 0.2, 0.3), (0.15, 0.25, 0.35), (0.05, 0.1, 0.2, 0.3))
]
SHARES_TRIED = [Shares(one, between) for one, between in product((0.2, 0.3, 0.4, 0.5), repeat=2)]

Answers = list[tuple[bool, bool]]
"""(annotated, found), one a pair."""


def f1(answers: Answers) -> float:
    """F1 of *yes*."""
    both = sum(gold and found for gold, found in answers)
    either = sum(gold + found for gold, found in answers)
    return 2 * both / either if either else 0.0


def relation_answers(pairs: Sequence[dict[str, Any]], known: dict[str, Article], bounds: Bounds) -> Answers:
    """For each annotated pair whether it is one report, as annotated and as found."""
    return [
        (pair["relation"] != "independent", relation_of(known[pair["a"]], known[pair["b"]], bounds) != "independent")
        for pair in pairs
    ]


def overlap_alone(pairs: Sequence[dict[str, Any]], known: dict[str, Article]) -> float:
    """The best F1 of any threshold on the containment of three-word runs."""
    scored = []
    for pair in pairs:
        one, other = (shingles(known[pair[side]].text) for side in "ab")
        scored.append((pair["relation"] != "independent", len(one & other) / min(len(one), len(other))))
    return max(f1([(gold, value >= least) for gold, value in scored]) for _, least in scored)


def covering(doc: str, content: str, shared: Path) -> Said:
    """The reader's statement that covers most of some words; the outlet's own voice where none does."""
    article = articles(shared)[doc]
    start = article.text.index(content)
    words = Span(start, start + len(content))

    def shared_length(statement: Statement) -> int:
        return sum(max(0, min(words.end, one.end) - max(words.start, one.start)) for one in statement.content)

    best = max(statements(shared)[doc], key=shared_length)
    if not shared_length(best):
        id_ = statement_id(article.id, (words,))
        best = Statement(
            id_, article.id, "narrator", "narrator", (), None, "indirect", (words,), (), (), None, False, 0.5
        )
    coded = code_positions(best, article, case_of(doc, shared))
    return Said(best, article, frozenset((p.party, p.issue, p.option, p.stance) for p in coded if p.counted))


def origin_answers(entry: dict[str, Any], shared: Path, groups: dict[str, str], shares: Shares) -> Answers:
    """For each two texts of an entry whether they pass on one statement."""
    case = case_of(entry["articles"][0]["id"], shared)
    said = [covering(one["id"], one["content"], shared) for one in entry["articles"]]
    return [
        (
            entry["same_origin"],
            same_statement(a, b, case, one_report=groups[a.article.id] == groups[b.article.id], shares=shares),
        )
        for a, b in combinations(said, 2)
    ]


def held_out(parts: Sequence[Any], settings: Sequence[Any], answer: Callable[[Any, Any], Answers]) -> float:
    """F1 where the setting used on each part is the one that is best on all other parts."""
    table = {place: [answer(part, setting) for part in parts] for place, setting in enumerate(settings)}
    pooled: Answers = []
    for left_out in range(len(parts)):
        others = {
            place: f1([pair for index, row in enumerate(rows) if index != left_out for pair in row])
            for place, rows in table.items()
        }
        best = max(others.values())
        chosen = [place for place, value in others.items() if value == best]
        pooled += table[chosen[len(chosen) // 2]][left_out]
    return f1(pooled)


def clusters_of(pairs: Sequence[dict[str, Any]], shared: Path) -> list[list[dict[str, Any]]]:
    """The pairs by the cluster of their first article; the seed's pairs go with its partner's."""
    rows = [
        json.loads(line)
        for name in ("ukraine_dev", "trade_eu_us")
        for line in (shared / "data" / "coverage" / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]
    cluster = {row["id"]: row["cluster"] for row in rows}
    found: dict[str, list[dict[str, Any]]] = {}
    for pair in pairs:
        found.setdefault(cluster.get(pair["a"], cluster.get(pair["b"], "")), []).append(pair)
    return list(found.values())


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--show", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    shared: Path = arguments.shared
    gold = json.loads((shared / "data" / "coverage" / "copies.json").read_text("utf-8"))
    known = articles(shared)

    pairs = [pair for pair in gold["pairs"] if not pair.get("doubtful")]
    found = relation_answers(pairs, known, BOUNDS)
    print(f"relations: F1 {f1(found):.2f} over {len(found)} pairs ({sum(g for g, _ in found)} of one report)")
    print(f"  thresholds chosen on the other clusters: F1 {_held_out_relations(pairs, known, shared):.2f}")
    print(f"  three-word overlap alone, at its best threshold: F1 {overlap_alone(pairs, known):.2f}")
    annotated = {frozenset((pair["a"], pair["b"])) for pair in gold["pairs"]}
    others = [pair for pair in combinations(known, 2) if frozenset(pair) not in annotated]
    wrong = sum(relation_of(known[a], known[b]) != "independent" for a, b in others)
    print(f"  among the {len(others)} other pairs, of other news: {wrong} called one report")

    groups = copy_groups(known.values())
    entries = [entry for entry in gold["origins"] if not entry.get("doubtful")]
    each = [origin_answers(entry, shared, groups, Shares()) for entry in entries]
    answers = [pair for pairs in each for pair in pairs]
    different = [found for gold, found in answers if not gold]
    print(f"origins: F1 {f1(answers):.2f} over {len(answers)} pairs of texts ({len(entries)} statements)")
    print(f"  right among the {len(different)} different ones: {different.count(False)}")
    print(f"  entries right as a whole: {sum(all(g == f for g, f in pairs) for pairs in each)} of {len(each)}")
    print(
        f"  calling all the same: F1 {f1([(gold, True) for gold, _ in answers]):.2f}, none of the different ones right"
    )
    chosen = held_out(entries, SHARES_TRIED, lambda entry, shares: origin_answers(entry, shared, groups, shares))
    print(f"  thresholds chosen on the other entries: F1 {chosen:.2f}")
    if arguments.show:
        for entry, pairs_found in zip(entries, each, strict=True):
            if any(g != f for g, f in pairs_found):
                print("  wrong:", [one["id"] for one in entry["articles"]], pairs_found, entry["gist"])


def _held_out_relations(pairs: Sequence[dict[str, Any]], known: dict[str, Article], shared: Path) -> float:
    parts = clusters_of(pairs, shared)
    return held_out(parts, BOUNDS_TRIED, lambda part, bounds: relation_answers(part, known, bounds))


if __name__ == "__main__":
    main()
