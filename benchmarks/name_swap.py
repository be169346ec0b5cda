"""Are all named alike? Swap two people's names in a text: the statements must swap too, and nothing else change.

    python benchmarks/name_swap.py [--shared ../shared]

Two people of an article are swapped where both have a first name and a surname and are of one gender (or none is
told); two states are swapped together with their adjectives and capitals. Counted is every statement of every swapped
reading that is the same, once the names are swapped back, in speaker, kind, chain, description, day, quotation type
and words.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from zopa.coverage import Page, plain_article, read_coverage
from zopa.coverage.article import Article, words_of
from zopa.statements import Statement, find_attributions, read_statements
from zopa.statements.attribution import Attribution
from zopa.statements.finding import find_attributions as find_by_rules
from zopa.statements.people import people_in

Finder = Callable[[Article], list[Attribution]]
REPOSITORY = Path(__file__).resolve().parents[1]
STATES = (
    {"Ukraine": "Russia", "Ukrainian": "Russian", "Ukrainians": "Russians", "Kyiv": "Moscow"},
    {"Norway": "Sweden", "Norwegian": "Swedish", "Oslo": "Stockholm"},
)
_TWO_NAMES = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+")
Row = tuple[object, ...]


def exchange(text: str, names: dict[str, str]) -> str:
    """A text with each name put for its counterpart, both ways, as whole words."""
    both = names | {value: key for key, value in names.items()}
    pattern = re.compile(r"\b(" + "|".join(sorted(both, key=len, reverse=True)) + r")\b")
    return pattern.sub(lambda match: both[match.group()], text)


def swaps_in(article: Article) -> Iterator[dict[str, str]]:
    """Every swap that an article allows: pairs of people of equal shape, and states that it names."""
    people = [person for person in people_in(article).persons.values() if _TWO_NAMES.fullmatch(person.name)]
    for one, other in combinations(people, 2):
        names = dict(zip(one.name.split(), other.name.split(), strict=True))
        if one.gender == other.gender and len({*names, *names.values()}) == 4:
            yield names
    for states in STATES:
        if all(re.search(rf"\b{name}\b", article.text) for name in next(iter(states.items()))):
            yield states


def swapped(article: Article, names: dict[str, str]) -> Article:
    """The article with names exchanged, read as a page of its own."""
    other = plain_article(exchange(article.text, names), article.doc)
    return replace(other, published=article.published, outlet=article.outlet)


def rows(article: Article, statements: Iterable[Statement], names: dict[str, str] | None = None) -> Counter[Row]:
    """The statements without their places; with ``names``, those names exchanged."""

    def plain(words: str | None) -> str | None:
        return exchange(words, names) if words and names else words

    return Counter(
        (
            plain(one.speaker),
            one.speaker_kind,
            tuple(plain(name) for name in one.relayed_via),
            plain(one.anonymous.description) if one.anonymous else None,
            one.said_on,
            one.quote_type,
            plain(words_of(one.content, article.text)),
        )
        for one in statements
    )


def compared(article: Article, names: dict[str, str], find: Finder = find_attributions) -> tuple[int, int]:
    """How many statements stay the same under a swap, and how many there are."""
    before = plain_article(article.text, article.doc)
    before = replace(before, published=article.published, outlet=article.outlet)
    after = swapped(before, names)
    wanted = rows(before, read_statements(before, find=find))
    given = rows(after, read_statements(after, find=find), names)
    return (wanted & given).total(), max(wanted.total(), given.total())


def sources(shared: Path) -> list[Path]:
    """The texts: the held-out articles, the examples, and the development articles where they are at hand."""
    folder = shared / "data" / "coverage"
    own = [*(REPOSITORY / "tests/statements").glob("held_out*/articles.jsonl"), *REPOSITORY.glob("examples/*/coverage")]
    return own + [
        path for path in (folder / "seed_alaska.txt", folder / "ukraine_dev.jsonl", folder / "trade_eu_us.jsonl")
        if path.exists()
    ]  # fmt: skip


def measure(paths: Sequence[Path], find: Finder = find_attributions) -> tuple[int, int, int]:
    """Statements unchanged, statements compared, swaps made."""
    same = total = swaps = 0
    for path in paths:
        for item in read_coverage([path] if path.is_file() else path):
            for names in swaps_in(item.article) if isinstance(item, Page) else ():
                kept, counted = compared(item.article, names, find)
                same, total, swaps = same + kept, total + counted, swaps + 1
    return same, total, swaps


def main() -> None:
    """Swap and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    paths = sources(parser.parse_args().shared)
    for name, find in (("tagger", find_attributions), ("rules", find_by_rules)):
        same, total, swaps = measure(paths, find)
        share = same / max(1, total)
        print(f"{name}: {same} of {total} statements unchanged under {swaps} swaps ({share:.3f})")


if __name__ == "__main__":
    main()
