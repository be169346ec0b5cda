"""How well statements are read, and how fast: against PolNeAR's development split and the annotated articles.

    python benchmarks/reading.py [--shared ../shared] [--finder tagger|fast|rules] [--show DOC]
    python benchmarks/reading.py --pin [--lower]

Measured on PolNeAR (84 articles, annotated by others, never shipped): attribution F1 as the shared scorer counts it, of
what the finder finds and of what is listed as statements. Measured on 13 annotated articles and on those of
``tests/statements/held_out`` and ``held_out_2``: statements with the right speaker, the chain, the description of
unnamed sources, the day. The 13 were looked at while the rules were written, so their figures say how much of them is
covered, not how well the rules do on new pages; the others were written and annotated before the reader saw them.

Beside the figures stand those given for BBC Citron (retrained) and for annotators scored against each other. textacy
needs a trained spaCy pipeline, which no package index carries, so it is not run here; given for it, on another split of
the corpus: attribution F1 .27, 3.1 articles per CPU-second.

``--pin`` prints no tables: it measures what the tests hold, raises the floors of ``tests/statements/floors.json`` to
just under that, and leaves those the figures are under unless ``--lower`` is given (exit status 1 where it left one).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from _floors import Figures, Floors, pinned, read_floors, sha256_of, write_floors

from zopa.coverage import Page, plain_article, read_coverage
from zopa.coverage.article import Article, Span
from zopa.statements import Statement, as_attributions, find_attributions, read_statements
from zopa.statements.attribution import Attribution
from zopa.statements.finding import find_attributions as find_by_rules
from zopa.statements.tagging.edges import with_marks

HELD_OUT = Path(__file__).resolve().parents[1] / "tests/statements/held_out"
HELD_OUT_2 = HELD_OUT.with_name("held_out_2")
DEV = "data/polnear/dev/dev.jsonl"
FLOORS = HELD_OUT.with_name("floors.json")
SPEAKER = "statements with the right speaker"
SEED_PUBLISHED = date(2025, 8, 8)  # The seed page prints no date; its annotation counts "earlier in the day" from this.
SOURCES = ("seed_alaska.txt", "ukraine_dev.jsonl", "trade_eu_us.jsonl")
WORD = re.compile(r"\w+")
SMALL = frozenset(("the", "a", "an", "of", "and", "to"))
Json = dict[str, Any]
Finder = Callable[[Article], list[Attribution]]
FINDERS: dict[str, Finder] = {
    "tagger": find_attributions,
    "fast": partial(find_attributions, fast=True),
    "rules": find_by_rules,
}


@dataclass
class Counts:
    """Right, wanted and given; F1 is twice right over wanted and given."""

    right: int = 0
    wanted: int = 0
    given: int = 0

    def row(self, name: str) -> str:
        """One line of the table."""
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.wanted)
        f1 = 2 * self.right / max(1, self.wanted + self.given)
        return f"  {name:44s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   ({self.right} of {self.wanted})"


# PolNeAR


def scorer(shared: Path) -> ModuleType:
    """The shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "bench/reading/score_attributions.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def on_polnear(shared: Path, find: Finder) -> None:
    """Attribution F1 of what is listed on the development split, and articles per second of processor time."""
    score = scorer(shared)
    gold = score.read_jsonl(shared / DEV)
    articles = [plain_article(one["text"], one["doc"]) for one in gold]
    read_statements(articles[0], find=find)  # Loading the network is not counted.
    start = time.process_time()
    predicted = [as_attributions(article, read_statements(article, find=find)) for article in articles]
    seconds = time.process_time() - start
    result = score.evaluate(gold, predicted)
    print(f"\nPolNeAR, development split: {len(articles) / seconds:.1f} articles per CPU-second (Citron 1.5 to 1.8)")
    for key, given in GIVEN.items():
        row = f"P {result[key]['p']:.3f}  R {result[key]['r']:.3f}  F1 {result[key]['f1']:.3f}"
        print(f"  {key:44s} {row}   (Citron {given.citron}, people {given.people})")
    recalls = (f"{kind} {result[f'attribution.recall.{kind}']['r']:.3f}" for kind in ("direct", "mixed", "indirect"))
    print(f"  {'recall of attribution':44s} {'  '.join(recalls)}   (Citron .59 .53 .34, people .97 .88 .69)")
    print("  what is still wrong:")
    for kind, count in errors(score, gold, predicted).most_common():
        print(f"    {kind:60s} {count}")


class Given(NamedTuple):
    """F1 of BBC Citron, retrained on the same data, and of annotators scored against each other: by the same scorer."""

    citron: str
    people: str


GIVEN = {
    "attribution": Given(".506", ".75"),
    "attribution.content_only": Given(".561", ".79"),
    "exact.source": Given(".63", ".79"),
    "exact.cue": Given(".53", ".71"),
    "exact.content": Given(".46", ".69"),
}


def errors(score: ModuleType, gold: Sequence[Json], predicted: Sequence[Json]) -> Counter[str]:
    """What became of each annotated attribution and each listed one that was not right, by kind.

    Listed and annotated ones are paired one to one by the share of content words they have in common, largest first.
    """
    kinds: Counter[str] = Counter()
    for one, listed in zip(gold, predicted, strict=True):
        tokens = score.Tokens(one["text"])
        wanted = [item for item in score.prepare(tokens, one["attributions"]) if item["content"]]
        given = [item for item in score.prepare(tokens, listed["attributions"]) if item["content"]]
        shares = sorted(
            (-len(a["content"] & b["content"]) / max(len(a["content"]), len(b["content"])), i, j)
            for i, a in enumerate(wanted)
            for j, b in enumerate(given)
            if a["content"] & b["content"]
        )
        pairs: dict[int, int] = {}
        for _, i, j in shares:
            if i not in pairs and j not in pairs.values():
                pairs[i] = j
        kinds["missed: nothing listed shares its content"] += len(wanted) - len(pairs)
        kinds["invented: nothing annotated shares its content"] += len(given) - len(pairs)
        kinds.update(filter(None, (_error(score, tokens, wanted[i], given[j]) for i, j in pairs.items())))
    return kinds


def _error(score: ModuleType, tokens: Any, wanted: Json, given: Json) -> str | None:
    shared = len(wanted["content"] & given["content"])
    if 2 * shared < max(len(wanted["content"]), len(given["content"])):
        how = "short" if len(given["content"]) < len(wanted["content"]) else "long"
        return f"content cut too {how} (under half shared)"
    if not wanted["source"] & given["source"] and (wanted["source"] or given["source"]):
        return (
            "source wrong" if wanted["source"] and given["source"] else "source missing, or given where there is none"
        )
    same = score.quote_kind(tokens, wanted["content"]) == score.quote_kind(tokens, given["content"])
    return None if same else "quote type differs (counted as right above)"


# The annotated articles


def held_out(folder: Path = HELD_OUT) -> Iterator[tuple[Article, list[Json]]]:
    """Each of the articles written for this measurement, with its statements."""
    for item in read_coverage([folder / "articles.jsonl"]):
        if isinstance(item, Page):
            gold = folder / f"{item.article.doc}.json"
            yield item.article, json.loads(gold.read_text(encoding="utf-8"))


def annotated(shared: Path) -> Iterator[tuple[Article, list[Json]]]:
    """Each annotated article with its statements."""
    folder = shared / "data/coverage"
    for item in read_coverage([folder / name for name in SOURCES]):
        if isinstance(item, Page):
            article = item.article
            gold = folder / "gold" / f"{article.doc}.json"
            if gold.exists():
                published = article.published or (SEED_PUBLISHED if article.doc == "seed_alaska" else None)
                yield replace(article, published=published), json.loads(gold.read_text(encoding="utf-8"))


def on_annotated(title: str, articles: Iterable[tuple[Article, list[Json]]], find: Finder, show: str | None) -> None:
    """Print F1 of statements with the right speaker, of chains, of unnamed sources and of days."""
    print(f"\n{title}")
    for name, table in tables_of(articles, find, show).items():
        print(table.row(name))


def tables_of(
    articles: Iterable[tuple[Article, list[Json]]], find: Finder = find_attributions, show: str | None = None
) -> dict[str, Counts]:
    """The counts over some annotated articles, by what is measured."""
    tables = {name: Counts() for name in (SPEAKER, *FIELDS)}
    for article, gold in articles:
        statements = read_statements(article, find=find)
        pairs = paired(article.text, gold, statements)
        tables[SPEAKER].wanted += len(gold)
        tables[SPEAKER].given += len(statements)
        tables[SPEAKER].right += sum(same_speaker(gold[i]["speaker"], statements[j]) for i, j in pairs.items())
        for name, (wanted, given, same) in FIELDS.items():
            add_field(tables[name], gold, statements, pairs, wanted, given, same)
        if show in (article.doc, "all"):
            print_pairs(article.text, gold, statements, pairs)
    return tables


def paired(text: str, gold: Sequence[Json], statements: Sequence[Statement]) -> dict[int, int]:
    """One-to-one by shared content: at least half of the larger, right speakers first, then the largest share."""
    wanted = [words_at(text, [_place(text, one["content"])]) for one in gold]
    given = [words_at(text, one.content) for one in statements]
    candidates = []
    for i, a in enumerate(wanted):
        for j, b in enumerate(given):
            share = len(a & b) / max(len(a), len(b), 1)
            if share >= 0.5:
                candidates.append((not same_speaker(gold[i]["speaker"], statements[j]), -share, i, j))
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _place(text: str, content: str) -> tuple[int, int]:
    start = text.index(content)
    return start, start + len(content)


def words_at(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the words in some spans."""
    return {match.start() + start for start, end in spans for match in WORD.finditer(text[start:end])}


def plain(words: str) -> str:
    """Small letters without accents, spelling variants of endings in -yy levelled."""
    letters = unicodedata.normalize("NFD", words.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("yy", "y")


def content_words(words: str) -> set[str]:
    """The words that tell one description from another, without plural endings."""
    return {word.rstrip("s") for word in WORD.findall(plain(words)) if word not in SMALL}


def same_speaker(wanted: str, statement: Statement) -> bool:
    """A person by surname; the outlet's voice by kind; all others by kind and a shared word."""
    kind, _, description = wanted.partition(": ")
    if wanted == "narrator":
        return statement.speaker_kind == "narrator"
    if kind in ("anonymous", "group", "document"):
        return statement.speaker_kind == kind and bool(content_words(description) & content_words(statement.speaker))
    return WORD.findall(plain(wanted))[-1] in WORD.findall(plain(statement.speaker))


def _chain(names: Sequence[str]) -> list[str] | None:
    return [re.sub(r"^the ", "", plain(name)) for name in names] or None


def _unnamed(one: Json) -> str | None:
    return one["speaker"].removeprefix("anonymous: ") if one["speaker"].startswith("anonymous: ") else None


Field = tuple[Callable[[Json], Any], Callable[[Statement], Any], Callable[[Any, Any], bool]]
FIELDS: dict[str, Field] = {
    "relayed_via": (lambda one: _chain(one["relayed_via"]), lambda one: _chain(one.relayed_via), lambda a, b: a == b),
    "anonymous description": (
        _unnamed,
        lambda one: one.anonymous.description if one.anonymous else None,
        lambda a, b: (
            len(content_words(a) & content_words(b)) >= 0.5 * max(len(content_words(a)), len(content_words(b)))
        ),
    ),
    "said_on": (lambda one: one["said_on"], lambda one: one.said_on, lambda a, b: a == b),
}


def add_field(
    table: Counts,
    gold: Sequence[Json],
    statements: Sequence[Statement],
    pairs: dict[int, int],
    wanted: Callable[[Json], Any],
    given: Callable[[Statement], Any],
    same: Callable[[Any, Any], bool],
) -> None:
    """Count one field where the annotation or the reader fills it."""
    table.wanted += sum(wanted(one) is not None for one in gold)
    table.given += sum(given(one) is not None for one in statements)
    for i, j in pairs.items():
        a, b = wanted(gold[i]), given(statements[j])
        table.right += a is not None and b is not None and same(a, b)


def print_pairs(text: str, gold: Sequence[Json], statements: Sequence[Statement], pairs: dict[int, int]) -> None:
    """What was found, missed and invented in one article."""
    for i, one in enumerate(gold):
        found = statements[pairs[i]] if i in pairs else None
        mark = "missed" if found is None else "right " if same_speaker(one["speaker"], found) else "wrong "
        print(f"  {mark}  {one['speaker']} | {found.speaker if found else ''} | {one['content'][:70]}")
        for name, (wanted, given, same) in FIELDS.items():
            a, b = wanted(one), given(found) if found else None
            if (a is None) != (b is None) or (a is not None and b is not None and not same(a, b)):
                print(f"           {name}: {b} instead of {a}")
    for j, extra in enumerate(statements):
        if j not in pairs.values():
            words = " … ".join(span.of(text) for span in extra.content)
            print(f"  extra   {extra.speaker} | {words[:90]} | {extra.relayed_via} {extra.said_on}")


def report(shared: Path, find: Finder, show: str | None) -> None:
    """Every table of one finder."""
    on_polnear(shared, find)
    seed = [one for one in annotated(shared) if one[0].doc == "seed_alaska"]
    found = sum(len(paired(one.text, gold, read_statements(one, find=find))) for one, gold in seed)
    print("\nthe seed article by itself")
    print(tables_of(seed, find)[SPEAKER].row(SPEAKER))
    print(f"  {'found, whoever is named for them':44s} R {found / sum(len(gold) for _, gold in seed):.3f}")
    on_annotated("13 annotated articles (in sight while the rules were written)", annotated(shared), find, show)
    on_annotated("5 held-out articles (new to the reader when they were annotated)", held_out(), find, show)
    on_annotated("3 more, written after the reader had learned from the 5", held_out(HELD_OUT_2), find, show)


# Floors


def corpora(shared: Path) -> dict[str, str]:
    """The hash of the texts and annotations that each group of floors is measured on."""
    dev, coverage = sha256_of([shared / DEV]), shared / "data/coverage"
    seen = [*(coverage / name for name in SOURCES), *sorted((coverage / "gold").glob("*.json"))]
    own = [path for folder in (HELD_OUT, HELD_OUT_2) for path in sorted(folder.glob("*.json*"))]
    groups = dict.fromkeys(("listed", "listed, rules alone", "tagger", "fast tagger"), dev)
    return groups | {"annotated": sha256_of(seen), "held out": sha256_of(own)}


def listed_figures(shared: Path, find: Finder = find_attributions) -> dict[str, float]:
    """What is listed on the development split: F1 by measure, recall by quotation type."""
    score = scorer(shared)
    gold = score.read_jsonl(shared / DEV)
    articles = [plain_article(one["text"], one["doc"]) for one in gold]
    return _figures(score.evaluate(gold, [as_attributions(one, read_statements(one, find=find)) for one in articles]))


def tagger_figures(shared: Path, *, fast: bool) -> dict[str, float]:
    """What the weights alone find on the development split, before statements are made of it."""
    score = scorer(shared)
    gold = score.read_jsonl(shared / DEV)
    answers = []
    for one in gold:
        found = find_attributions(_as_corpus_article(one), fast=fast)
        items = [
            {"source": item.source, "cue": item.cue, "content": with_marks(item.content, one["text"])} for item in found
        ]
        answers.append({"doc": one["doc"], "attributions": items})
    return _figures(score.evaluate(gold, answers))


def _as_corpus_article(one: Json) -> Article:
    """A record with the paragraphs that blank lines part: no chrome is looked for in a corpus."""
    text, paragraphs, start = one["text"], [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    return replace(plain_article(text, one["doc"]), text=text, paragraphs=tuple(paragraphs))


def _figures(result: Json) -> dict[str, float]:
    figures: dict[str, float] = {name: result[name]["f1"] for name in GIVEN}
    recalls = {f"recall, {kind}": result[f"attribution.recall.{kind}"]["r"] for kind in ("direct", "mixed", "indirect")}
    return figures | recalls


def statement_figures(articles: Iterable[tuple[Article, list[Json]]]) -> dict[str, float]:
    """F1 of speakers, chains, unnamed sources and days on annotated articles."""
    tables = tables_of(articles)
    return {name: 2 * one.right / max(1, one.wanted + one.given) for name, one in tables.items()}


def measured(shared: Path) -> Floors:
    """Everything the floors hold, measured now."""
    figures: Figures = {
        "listed": listed_figures(shared),
        "listed, rules alone": listed_figures(shared, find_by_rules),
        "tagger": tagger_figures(shared, fast=False),
        "fast tagger": tagger_figures(shared, fast=True),
        "annotated": statement_figures(annotated(shared)),
        "held out": statement_figures(chain(held_out(), held_out(HELD_OUT_2))),
    }
    return Floors(corpora(shared), figures)


def pin(shared: Path, *, lower: bool) -> int:
    """Write the floors anew; 1 where some are left although the figures are under them."""
    old = read_floors(FLOORS)
    result = pinned(old, measured(shared), lower=lower)
    write_floors(FLOORS, result.floors)
    for name in result.sunk:
        print(f"{'lowered or moved' if lower else 'under its floor, left as it was'}: {name}")
    if result.sunk and not lower:
        print("Nothing was lowered. Give --lower to let these floors follow what was measured.")
        return 1
    return 0


def main() -> int:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--finder", choices=FINDERS, help="measure one finder only")
    parser.add_argument("--show", metavar="DOC", help="list what was found in one annotated article, or in all")
    parser.add_argument("--pin", action="store_true", help="raise the floors to just under what is measured")
    parser.add_argument("--lower", action="store_true", help="with --pin: lower the floors that the figures are under")
    options = parser.parse_args()
    if options.lower and not options.pin:
        parser.error("--lower goes with --pin")
    if options.pin:
        return pin(options.shared, lower=options.lower)
    for name in [options.finder] if options.finder else FINDERS:
        print(f"\n=== {name} ===")
        report(options.shared, FINDERS[name], options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
