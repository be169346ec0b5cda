"""How well positions are coded, against the coded development articles.

    python benchmarks/positions.py [--shared ../shared] [--end-to-end] [--show DOC]
    python benchmarks/positions.py --invented freighter,schools,cod,hospitals [--end-to-end] [--show DOC] [--bare]
    python benchmarks/positions.py --invented exchange,river,bronzes,merger [--end-to-end]
    python benchmarks/positions.py --invented ferries,tariffs,truce,campus [--end-to-end]

Two measurements: from the annotated statements, and from the article with the reader's own statements. The figure is
micro F1 over distinct (party, issue, option, stance) per article. Also measured: the precision of what is counted, and
how many party x issue cells are filled that the annotation leaves unknown, how high the annotated issue and option are
ranked among the candidates, and whether the evidence shown is the annotated words. The cases hold the codebooks'
definitions as they are, the parties' names and people, and no example; with --bare only the parties' ids and names.

The second form measures invented negotiations of other kinds (tests/positions/held_out): *freighter* and *schools* were
in view while the rules were written, *cod* and *hospitals* were kept aside. *exchange*, *river*, *bronzes* and *merger*
were written later, by somebody who had not read the rules; the first two are open to whoever changes the rules, the
last two are kept aside. *ferries*, *tariffs*, *truce* and *campus* are later still, by another who had read no code:
the first two are open, the last two kept aside. *river*, *bronzes*, *ferries* and *tariffs* give the names of their
parties and nothing more. What the others are for is told in tests/positions/held_out/README.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._position_measures import bare, evidence_fit, ranks, without_judge

from zopa.case import load_case
from zopa.case.case import Case, Issue, Option, Party, Person
from zopa.coverage.article import Article, Span, article_id
from zopa.positions import code_positions, with_people
from zopa.statements.statement import Anonymity, Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from zopa.statements.statement import SpeakerKind

Key = tuple[str, str, str, str]

SHARED = Path(__file__).resolve().parents[2] / "shared"
INVENTED = Path(__file__).resolve().parents[1] / "tests" / "positions" / "held_out"
IN_VIEW, KEPT_ASIDE = ("freighter", "schools"), ("cod", "hospitals")
OPEN, UNSEEN = ("exchange", "river"), ("bronzes", "merger")
OPEN_LATER, UNSEEN_LATER = ("ferries", "tariffs"), ("truce", "campus")
OPEN_LAST, HARDEST = ("hostages",), ("coalition",)
WIRE, RETOLD = ("marenga", "upper-lode"), ("nuclear", "writers")
UNSEEN_LAST = ("airport",)
COLLECTIONS = {"ukraine-2025": "ukraine dev", "eu-us-tariffs-2025": "trade dev"}


def people(*names: str) -> tuple[Person, ...]:
    """Persons by 'name|alias|alias'."""
    return tuple(Person(name=parts[0], aliases=tuple(parts[1:])) for parts in (name.split("|") for name in names))


UKRAINE = (
    Party(
        id="Russia",
        name="Russia",
        aliases=("Russian", "Russians", "Moscow", "Kremlin"),
        people=people("Vladimir Putin", "Yuri Ushakov", "Vladimir Medinsky", "Sergey Lavrov", "Dmitry Peskov"),
    ),
    Party(
        id="Ukraine",
        name="Ukraine",
        aliases=("Ukrainian", "Ukrainians", "Kyiv"),
        people=people("Volodymyr Zelensky|Zelenskyy", "Rustem Umerov", "Andriy Yermak"),
    ),
    Party(
        id="United States",
        name="United States",
        aliases=("US", "U.S.", "American", "Americans", "Washington", "White House"),
        people=people("Donald Trump", "Steve Witkoff", "Marco Rubio", "J.D. Vance", "Keith Kellogg"),
    ),
    Party(
        id="Europe",
        name="Europe",
        aliases=("European", "Europeans", "EU", "European Union", "Brussels", "France", "Germany", "U.K.", "Britain"),
        people=people("Emmanuel Macron", "Friedrich Merz", "Keir Starmer", "Ursula von der Leyen"),
    ),
)
TRADE = (
    Party(
        id="EU",
        name="European Union",
        aliases=("EU", "European", "Europeans", "Europe", "Brussels", "European Commission", "Commission", "the bloc"),
        people=people("Ursula von der Leyen", "Maros Sefcovic|Maroš Šefčovič|Šefčovič", "Olof Gill"),
    ),
    Party(
        id="United States",
        name="United States",
        aliases=("US", "U.S.", "American", "America", "Washington"),
        people=people("Donald Trump", "Howard Lutnick", "Jamieson Greer"),
    ),
)


def case_from(codebook: Path, parties: tuple[Party, ...]) -> Case:
    """A case made of a codebook's issues and rules."""
    book = YAML(typ="safe").load(codebook)
    issues = tuple(
        Issue(
            id=issue["id"],
            name=issue["name"],
            options=tuple(Option(id=key, definition=text) for key, text in issue["options"].items()),
        )
        for issue in book["issues"]
    )
    ids = tuple(party.id for party in parties)
    return Case(
        id=book["case"],
        title=book["case"],
        parties=parties,
        issues=issues,
        signatories=ids,
        coding_notes=tuple(str(rule) for rule in book.get("rules", ())),
    )


def article_from(doc: str, text: str, published: str | None = None, outlet: str | None = None) -> Article:
    """An article with every line a paragraph."""
    spans, place = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(place, place + len(line.rstrip())))
        place += len(line)
    day = date.fromisoformat(published) if published else None
    return Article(
        id=article_id(text),
        doc=doc,
        source=doc,
        outlet=outlet,
        title=doc,
        published=day,
        published_from="sidecar" if day else "unknown",
        bylines=(),
        text=text,
        raw_sha256="",
        paragraphs=tuple(spans),
        text_kind="retold",
    )


def statement_from(gold: dict[str, Any], article: Article) -> Statement:
    """The annotated statement as the reader would hand it on."""
    start = article.text.index(gold["content"])
    content = (Span(start, start + len(gold["content"])),)
    prefix, _, rest = gold["speaker"].partition(": ")
    kind: SpeakerKind = prefix if prefix in ("group", "document", "anonymous", "narrator") else "person"
    speaker = rest or gold["speaker"]
    anonymous = Anonymity(speaker) if kind == "anonymous" else None
    return Statement(
        id=statement_id(article.id, content),
        article=article.id,
        speaker=speaker,
        speaker_kind=kind,
        relayed_via=tuple(gold["relayed_via"]),
        anonymous=anonymous,
        quote_type=gold["quote_type"],
        content=content,
        cue=(),
        source=(),
        said_on=gold["said_on"],
        said_on_exact=True,
        confidence=1.0,
    )


@dataclass
class Document:
    """One coded article: its gold statements and the positions they carry."""

    article: Article
    case: Case
    gold: list[dict[str, Any]]

    @property
    def collection(self) -> str:
        """The collection it belongs to, by its case, the seed by its name."""
        return "seed" if self.article.doc.startswith("seed") else COLLECTIONS.get(self.case.id, self.case.id)


def documents(shared: Path) -> list[Document]:
    """Every article with a gold file."""
    folder = shared / "data" / "coverage"
    ukraine = case_from(folder / "ukraine_codebook.yaml", UKRAINE)
    trade = case_from(folder / "trade_codebook.yaml", TRADE)
    texts = {
        "seed_alaska": (folder / "seed_alaska.txt").read_text(),
    }
    rows: dict[str, dict[str, Any]] = {}
    for name in ("ukraine_dev.jsonl", "trade_eu_us.jsonl"):
        rows |= {row["id"]: row for row in map(json.loads, (folder / name).read_text().splitlines())}
    found = []
    for path in sorted((folder / "gold").glob("*.json")):
        row = rows.get(path.stem, {"text": texts.get(path.stem), "published": None, "outlet": None})
        article = article_from(path.stem, row["text"], row["published"], row["outlet"])
        found.append(Document(article, trade if path.stem.startswith("tr") else ukraine, json.loads(path.read_text())))
    return found


def invented(names: Sequence[str]) -> list[Document]:
    """The articles of invented negotiations, each with its own case file."""
    found = []
    for name in names:
        case = load_case(INVENTED / name)
        for row in map(json.loads, (INVENTED / name / "coverage.jsonl").read_text("utf-8").splitlines()):
            article = article_from(row["id"], row["text"], row["published"], row["outlet"])
            gold = json.loads((INVENTED / name / "gold" / f"{row['id']}.json").read_text("utf-8"))
            found.append(Document(article, case, gold))
    return found


def introduced(docs: Sequence[Document], shared: Path = SHARED) -> list[Document]:
    """The articles with their cases, to which the people that all articles of a case introduce are added."""
    coverage: dict[str, list[Article]] = {}
    for each in docs:
        coverage.setdefault(each.case.id, []).append(each.article)
    for id_, name in (("ukraine-2025", "ukraine_dev.jsonl"), ("eu-us-tariffs-2025", "trade_eu_us.jsonl")):
        if id_ in coverage:
            rows = map(json.loads, (shared / "data" / "coverage" / name).read_text().splitlines())
            coverage[id_].extend(article_from(row["id"], row["text"]) for row in rows)
    first = {each.case.id: each.case for each in reversed(docs)}
    cases = {id_: with_people(case, coverage[id_]) for id_, case in first.items()}
    return [replace(each, case=cases[each.case.id]) for each in docs]


def gold_keys(document: Document) -> set[Key]:
    """The distinct gold positions of an article."""
    return {
        (p["party"], p["issue"], p["option"], p["stance"])
        for statement in document.gold
        for p in statement["positions"]
        if p["party"] not in ("other", "none")
    }


def coded_keys(document: Document, statements: list[Statement], suggestions: bool = False) -> set[Key]:
    """The distinct counted positions of an article (with suggestions, if asked)."""
    return {
        (p.party, p.issue, p.option, p.stance)
        for statement in statements
        for p in code_positions(statement, document.article, document.case)
        if p.counted or suggestions
    }


def score(pairs: Sequence[tuple[Set[Any], Set[Any]]]) -> dict[str, float]:
    """Micro precision, recall and F1 over (gold, found) pairs."""
    hits = sum(len(gold & found) for gold, found in pairs)
    found = sum(len(found) for _, found in pairs)
    gold = sum(len(gold) for gold, _ in pairs)
    return {
        "precision": hits / found if found else 0.0,
        "recall": hits / gold if gold else 0.0,
        "f1": 2 * hits / (found + gold) if found + gold else 0.0,
        "found": found,
        "gold": gold,
    }


def line(name: str, figures: dict[str, float]) -> str:
    return (
        f"{name:34} P {figures['precision']:.2f}  R {figures['recall']:.2f}  F1 {figures['f1']:.2f}"
        f"   ({figures['found']} found, {figures['gold']} gold)"
    )


def unknown_filled(pairs: list[tuple[set[Key], set[Key]]], cells: int) -> float:
    """The share of the cells without a gold position that are filled."""
    wrong = sum(len({k[:2] for k in found} - {k[:2] for k in gold}) for gold, found in pairs)
    empty = cells - sum(len({k[:2] for k in gold}) for gold, _ in pairs)
    return wrong / empty


def report(name: str, found: list[tuple[Document, set[Key]]]) -> None:
    """Prints the figures of one measurement, for all articles and for each collection."""
    print(f"== {name}")
    pairs = [(document.collection, gold_keys(document), keys) for document, keys in found]
    print(line("all: party issue option stance", score([pair[1:] for pair in pairs])))
    for collection in dict.fromkeys(pair[0] for pair in pairs):
        members = [pair[1:] for pair in pairs if pair[0] == collection]
        print(line(f"{collection}: party issue option stance", score(members)))
    for depth, what in ((3, "party issue option"), (2, "party issue")):
        cut = [({key[:depth] for key in gold}, {key[:depth] for key in keys}) for _, gold, keys in pairs]
        print(line(f"all: {what}", score(cut)))
    cells = sum(len(document.case.parties) * len(document.case.issues) for document, _ in found)
    print(f"{unknown_filled([(gold, keys) for _, gold, keys in pairs], cells):.1%} of the unknown cells filled")


def strength_agreement(given: list[tuple[Document, list[Statement]]]) -> str:
    """How often the strength is the annotated one, where party, issue, option and stance are."""
    same = both = 0
    for document, statements in given:
        for row, statement in zip(document.gold, statements, strict=True):
            gold = {(p["party"], p["issue"], p["option"], p["stance"]): p["strength"] for p in row["positions"]}
            for p in code_positions(statement, document.article, document.case):
                key = (p.party, p.issue, p.option, p.stance)
                if p.counted and key in gold:
                    both += 1
                    same += gold[key] == p.strength
    return f"strength as annotated: {same} of {both}"


def show(document: Document, statements: list[Statement]) -> None:
    """The differences of one article, statement by statement."""
    by_id = {s.id: s for s in statements}
    for row in document.gold:
        statement = statement_from(row, document.article)
        gold = {(p["party"], p["issue"], p["option"], p["stance"]) for p in row["positions"]}
        coded = code_positions(by_id.get(statement.id, statement), document.article, document.case)
        keys = {(p.party, p.issue, p.option, p.stance) for p in coded if p.counted}
        print(f"\n[{row['speaker']}] {row['content']}")
        for key in sorted(gold | keys):
            mark = "=" if key in gold & keys else ("missing" if key in gold else "WRONG")
            print(f"   {mark:8}", *key)
        for p in coded:
            if not p.counted:
                print("   suggest ", p.party, p.issue, p.option, p.stance, round(p.confidence, 2))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--end-to-end", action="store_true", help="read the statements from the article")
    parser.add_argument("--show", help="differences of one article, or 'all'")
    parser.add_argument("--invented", help="invented negotiations instead, by name, with commas between them")
    parser.add_argument("--bare", action="store_true", help="parties by id and name only: no aliases, no people")
    parser.add_argument("--rules", action="store_true", help="the coder's rules alone, without its judge")
    arguments = parser.parse_args()
    if arguments.rules:
        without_judge()
    docs = invented(arguments.invented.split(",")) if arguments.invented else documents(arguments.shared)
    if arguments.bare:
        cases = {each.case.id: bare(each.case) for each in docs}
        docs = [replace(each, case=cases[each.case.id]) for each in docs]
    docs = introduced(docs, arguments.shared)
    given = [(d, [statement_from(row, d.article) for row in d.gold]) for d in docs]
    if arguments.show:
        for document, statements in given:
            if arguments.show in ("all", document.article.doc):
                print("#" * 10, document.article.doc)
                show(document, statements)
        return
    for document, statements in given:  # what is made once for a case is no cost of a statement
        coded_keys(document, statements[:1])
    began = time.process_time()
    coded = [(d, coded_keys(d, statements)) for d, statements in given]
    taken = time.process_time() - began
    report("from the annotated statements", coded)
    print(f"{sum(len(s) for _, s in given) / taken:.0f} statements a CPU-second")
    print(strength_agreement(given))
    print("ranked", "  ".join(f"{what} {share:.2f}" for what, share in ranks(given).items()), "\n")
    report("with suggestions", [(d, coded_keys(d, s, suggestions=True)) for d, s in given])
    stances = Counter(key[3] for d, _ in given for key in gold_keys(d))
    print(dict(stances))
    if arguments.end_to_end:
        from zopa.statements import read_statements

        print()
        read = [(d, read_statements(d.article)) for d in docs]
        report("end to end", [(d, coded_keys(d, statements)) for d, statements in read])
        fits, found = evidence_fit(read)
        print(f"evidence overlaps the annotated words and is no longer than its sentences: {fits} of {found}")


if __name__ == "__main__":
    main()
