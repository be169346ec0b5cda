"""How much of a case file ``zopa new --from`` proposes, against the codebooks that people wrote for the same articles.

    python benchmarks/scaffolding.py [--shared ../shared] [--show]

A codebook's party is found where a proposed party bears one of its names or aliases, or one of its people; proposed
parties beyond those are spurious or repetitions. A person is found where a proposed person has the last word of the
name, placed where that person stands under a party that matches, misplaced where under another; people whom nothing
places are listed apart. An issue is found where a proposed issue's name shares a word with its name, or where the two
share two words and one of them is in its name; common words and parties' names are set aside. One proposed
issue may so be on several of the codebook's: *one each* gives every proposed issue to one of them at most. What no
article mentions is not looked for, issues aside.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.case import load_case
from zopa.positions.drafting import draft_case
from zopa.positions.lexicon import COMMON, GENERIC, STOP_WORDS
from zopa.positions.words import stem, tokens_of
from zopa.statements import read_statements

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.positions import INVENTED, TRADE, UKRAINE, article_from, case_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.case.case import Case, Issue, Party
    from zopa.coverage.article import Article
    from zopa.positions.drafting import Draft, DraftIssue, DraftParty

INVENTED_NAMES = ("exchange", "river", "bronzes", "merger", "freighter", "schools", "cod", "hospitals")
LEAST_SHARED = 2
_PASSED_OVER = frozenset(stem(word) for word in (*STOP_WORDS, *GENERIC, *COMMON))


@dataclass(frozen=True)
class Found:
    """What one draft has of its codebook: each a count of hits and of what there was to find or what was proposed."""

    parties: int
    gold_parties: int
    proposed: int
    people: int
    placed: int
    misplaced: int
    gold_people: int
    issues: int
    apart: int
    gold_issues: int
    overlapping: int
    candidates: int


def collections(shared: Path) -> Iterator[tuple[str, Case, list[Article]]]:
    """Each collection of articles with the codebook written for it."""
    folder = shared / "data" / "coverage"
    ukraine, trade = (
        case_from(folder / f"{name}_codebook.yaml", parties)
        for name, parties in (("ukraine", UKRAINE), ("trade", TRADE))
    )
    yield "seed article", ukraine, [article_from("seed", (folder / "seed_alaska.txt").read_text("utf-8"))]
    for name, case, file in (("ukraine dev", ukraine, "ukraine_dev"), ("trade", trade, "trade_eu_us")):
        yield name, case, articles_of(folder / f"{file}.jsonl")
    for name in INVENTED_NAMES:
        yield name, load_case(INVENTED / name), articles_of(INVENTED / name / "coverage.jsonl")


def articles_of(path: Path) -> list[Article]:
    """The articles of a .jsonl file."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [article_from(row["id"], row["text"], row["published"], row["outlet"]) for row in rows]


def measured(case: Case, articles: list[Article], draft: Draft) -> Found:
    """A draft against the codebook. People and parties that no article mentions are not looked for."""
    text = " ".join(article.text for article in articles)
    parties = [party for party in case.parties if any(name in text for name in names_of(party))]
    pairs = [(gold, each) for gold in parties for each in draft.parties if same_party(gold, each)]
    people = [(party, person) for party in parties for person in party.people if last_word(person.name) in text]
    everybody = [person for party in draft.parties for person in party.people] + list(draft.unplaced)
    surnames = {last_word(name) for person in everybody for name in (person.name, *person.aliases)}
    placed = {
        (gold.id, last_word(name))
        for gold, each in pairs
        for person in each.people
        for name in (person.name, *person.aliases)
    }
    issues = [(issue, each) for issue in case.issues for each in draft.issues if same_issue(issue, each, case)]
    return Found(
        parties=len({gold.id for gold, _ in pairs}),
        gold_parties=len(parties),
        proposed=len(draft.parties),
        people=sum(any(last_word(name) in surnames for name in (p.name, *p.aliases)) for _, p in people),
        placed=sum(any((party.id, last_word(name)) in placed for name in (p.name, *p.aliases)) for party, p in people),
        misplaced=sum(
            any(
                last_word(person.name) == last_word(other.name) and not same_party(party, each)
                for each in draft.parties
                for other in each.people
            )
            for party, person in people
        ),
        gold_people=len(people),
        issues=len({issue.id for issue, _ in issues}),
        apart=matched(issues),
        gold_issues=len(case.issues),
        overlapping=len({each.id for _, each in issues}),
        candidates=len(draft.issues),
    )


def matched(pairs: list[tuple[Issue, DraftIssue]]) -> int:
    """How many issues can be given a proposed issue each, no proposed one twice (augmenting paths)."""
    given: dict[str, str] = {}

    def give(issue: str, tried: set[str]) -> bool:
        for proposed in (each.id for gold, each in pairs if gold.id == issue):
            if proposed not in tried:
                tried.add(proposed)
                if proposed not in given or give(given[proposed], tried):
                    given[proposed] = issue
                    return True
        return False

    return sum(give(issue, set()) for issue in dict.fromkeys(gold.id for gold, _ in pairs))


def names_of(party: Party) -> set[str]:
    """A party's id, name and aliases."""
    return {party.id, party.name, *party.aliases}


def last_word(name: str) -> str:
    """The last word of a name."""
    return name.split()[-1]


def same_party(gold: Party, proposed: DraftParty) -> bool:
    """Whether a proposed party bears a name of the codebook's, or one of its people."""
    own = {bare(name) for name in (proposed.name, *proposed.aliases)}
    if own & {bare(name) for name in names_of(gold)}:
        return True
    people = {last_word(person.name) for person in proposed.people if person.unsure is None}
    return bool(people & {last_word(person.name) for person in gold.people})


def bare(name: str) -> str:
    """A name in small letters, without its article."""
    return name.lower().removeprefix("the ")


def same_issue(gold: Issue, proposed: DraftIssue, case: Case) -> bool:
    """Whether a proposed issue is about a codebook's."""
    parties = terms(" ".join(name for party in case.parties for name in names_of(party)))
    words = f"{gold.name} {gold.id.replace('_', ' ')}"
    named = terms(words) - parties
    whole = named | terms(" ".join(option.definition for option in gold.options)) - parties
    shown = terms(f"{proposed.name} {' '.join(option.definition for option in proposed.options)}")
    return bool(terms(proposed.name) & named) or (bool(shown & named) and len(shown & whole) >= LEAST_SHARED)


def terms(words: str) -> set[str]:
    """The stems of the words that say something."""
    return {token.stem for token in tokens_of(words) if token.is_word and token.stem not in _PASSED_OVER}


def row(name: str, found: Found) -> str:
    """One line of the table."""
    return (
        f"{name:14} parties {found.parties}/{found.gold_parties} of {found.proposed} proposed   "
        f"people {found.people}/{found.gold_people}, {found.placed} placed, {found.misplaced} misplaced   "
        f"issues {found.issues}/{found.gold_issues}, one each {found.apart}, "
        f"{found.overlapping} of {found.candidates} candidates on one"
    )


def total(rows: list[Found]) -> Found:
    """The sum of several."""
    return Found(*(sum(getattr(each, field) for each in rows) for field in Found.__dataclass_fields__))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--show", action="store_true", help="also show what is proposed")
    arguments = parser.parse_args()
    rows = []
    for name, case, articles in collections(arguments.shared):
        draft = draft_case(articles, [found for article in articles for found in read_statements(article)])
        rows.append(measured(case, articles, draft))
        print(row(name, rows[-1]))
        if arguments.show:
            for party in draft.parties:
                print("    ", party.name, [person.name for person in party.people], party.unsure or "")
            for issue in draft.issues:
                print("     *", issue.name, [option.id for option in issue.options], issue.unsure or "")
    print(row("all", total(rows)))


if __name__ == "__main__":
    main()
