"""How quickly a case of many statements is searched: words, facets, counts and the rows of one page.

    python benchmarks/workbench_search.py [STATEMENTS]

Statements are invented: words drawn by Zipf's law from a vocabulary of 20,000, filed under the parties and issues of
the example case. Times are medians of eleven searches, in milliseconds of wall-clock time on one core.
"""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from zopa.case import load_case
from zopa.casework.catalogue import CaseSearch
from zopa.casework.gathering import Gathered
from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.positions import Evidence, Position
from zopa.positions.position import STANCES
from zopa.statements import Statement
from zopa.statements.statement import statement_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.case import Case
    from zopa.coverage import Article

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "alaska"
PER_ARTICLE, LENGTH, VOCABULARY, REPEATS = 50, 25, 20_000, 11
QUERIES: dict[str, tuple[str, dict[str, list[str]]]] = {
    "no words": ("", {}),
    "the commonest word": ("w0", {}),
    "a common word": ("w10", {}),
    "a rare word": ("w2000", {}),
    "two common words": ("w0 w1", {}),
    "a common word and two facets": ("w0", {"party": ["Russia", "Ukraine"], "stance": ["rejects"]}),
    "facets alone": ("", {"kind": ["statement"], "month": ["2025-03"], "review": ["not reviewed"]}),
}


def invented(statements: int) -> Gathered:
    """A case with that many statements, every second of them coded."""
    rng = random.Random(1)
    case = load_case(EXAMPLE)
    words = [f"w{rank}" for rank in range(VOCABULARY)]
    shares = [1 / (rank + 1) for rank in range(VOCABULARY)]
    articles: dict[str, Article] = {}
    found: list[Statement] = []
    evidence: list[Evidence] = []
    for number in range(0, statements, PER_ARTICLE):
        sentences = [
            " ".join(rng.choices(words, shares, k=LENGTH)) for _ in range(min(PER_ARTICLE, statements - number))
        ]
        article = plain_article(f"{number}. " + ". ".join(sentences), f"article-{number}")
        articles[article.id] = article
        for statement in _statements(article, sentences, case, rng):
            found.append(statement)
            if len(found) % 2:
                evidence.append(Evidence(_position(statement, case, rng), statement, article))
    return Gathered(case, articles, tuple(found), tuple(evidence), date(2025, 12, 31), tuple(evidence))


def _statements(article: Article, sentences: list[str], case: Case, rng: random.Random) -> Iterator[Statement]:
    start = article.text.index(" ") + 1
    people = [person.name for party in case.parties for person in party.people]
    for sentence in sentences:
        content = (Span(start, start + len(sentence)),)
        start += len(sentence) + 2
        day = (date(2025, 1, 1) + timedelta(days=rng.randrange(365))).isoformat()
        yield Statement(
            statement_id(article.id, content), article.id, rng.choice(people), "person", (), None, "indirect",
            content, (), (), day, True, 0.9,
        )  # fmt: skip


def _position(statement: Statement, case: Case, rng: random.Random) -> Position:
    issue = rng.choice(case.issues)
    option, party = rng.choice(issue.options), rng.choice(case.parties)
    stance = rng.choice(STANCES)
    return Position(statement.id, party.id, issue.id, option.id, stance, "firm", statement.content, "invented", 0.9)


def main(statements: int) -> None:
    """Measure and print."""
    gathered = invented(statements)
    start = perf_counter()
    search = CaseSearch(gathered)
    print(f"{len(gathered.statements):,} statements indexed in {perf_counter() - start:.1f} s")
    for name, (words, chosen) in QUERIES.items():
        times = []
        for _ in range(REPEATS):
            start = perf_counter()
            found = search.find(words, chosen)
            times.append(1000 * (perf_counter() - start))
        print(f"{name:30} {found.total:>8,} found  median {median(times):6.1f} ms  slowest {max(times):6.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
