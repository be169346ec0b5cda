"""How well positions are coded in short passages of many invented negotiations, and where codings are lost.

    python benchmarks/passages.py            # as printed
    python benchmarks/passages.py --told     # the coder is told whom each speaker speaks for
    python benchmarks/passages.py --unseen hard    # nine negotiations that the coder's judge did not learn from
    python benchmarks/passages.py --unseen terse   # twenty-five more, with definitions of a few words

The passages (``benchmarks/passages``, one file a negotiation: parties, issues with options, and coded passages) were
written to be hard: figures of speech, paraphrases that share no word with an option, speakers known by name only. The
coder's judge learned from them, but for thirty-four, and its rules were mended by what they got wrong in the same
files; of the thirty-four a few sentences were seen in a list of changed codings, and nothing was written for them. (For
the others, ``training/judge_evaluate.py`` has each judged by a judge that had not seen it.) One hand wrote and coded
each file, in one reading. The figure is micro F1 over (party, issue, option, stance) of each statement; below it, how
far each coded position gets.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks._position_measures import without_judge

from zopa.case.case import Case, Issue, Option, Party
from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.positions import COUNTED_FROM, candidates
from zopa.statements.statement import Anonymity, Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.coverage.article import Article
    from zopa.positions.position import Stance

PASSAGES = Path(__file__).parent / "passages"


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement with the positions that it holds: (party, issue, option) to stance."""

    statement: Statement
    article: Article
    case: Case
    positions: dict[tuple[str, str, str], Stance]
    speaks_for: str | None


def as_id(words: str) -> str:
    """Words as the case file takes them for an id."""
    return re.sub(r"[:=,/]", " ", re.sub(r"(?<=\d),(?=\d)", "", words)).strip()


def case_of(record: dict[str, Any], name: str) -> Case:
    """The case a file of passages describes."""
    parties = tuple(
        Party(id=as_id(party["id"]), name=party["id"], aliases=tuple(party.get("known_as", ())))
        for party in record["parties"]
    )
    issues = tuple(
        Issue(
            id=as_id(issue["id"]),
            name=issue["id"],
            options=tuple(Option(id=as_id(key), definition=text) for key, text in issue["options"].items()),
        )
        for issue in record["issues"]
    )
    return Case(id=name, title=name, parties=parties, issues=issues, signatories=tuple(party.id for party in parties))


def statement_of(row: dict[str, Any], article: Article) -> Statement:
    """An annotated statement as the reader would hand it on."""
    start = article.text.index(row["content"])
    content = (Span(start, start + len(row["content"])),)
    kind, _, rest = row["speaker"].partition(": ")
    anonymous = kind == "anonymous" and bool(rest)
    speaker = rest if anonymous else row["speaker"]
    return Statement(
        id=statement_id(article.id, content),
        article=article.id,
        speaker=speaker,
        speaker_kind="anonymous" if anonymous else "narrator" if speaker == "narrator" else "person",
        relayed_via=(),
        anonymous=Anonymity(speaker) if anonymous else None,
        quote_type="indirect",
        content=content,
        cue=(),
        source=(),
        said_on=None,
        said_on_exact=False,
        confidence=1.0,
    )


def read_passages(path: Path) -> Iterator[Coded]:
    """The coded statements of one file."""
    record = json.loads(path.read_text("utf-8"))
    case = case_of(record, path.stem)
    for number, passage in enumerate(record["passages"]):
        article = plain_article(passage["text"], f"{path.stem}-{number}")
        for row in passage["statements"]:
            positions = {
                (as_id(party), as_id(issue), as_id(option)): stance
                for party, issue, option, stance, _ in row["positions"]
            }
            yield Coded(statement_of(row, article), article, case, positions, row["party"])


HARD = (
    *("bonddebt", "deportedreturn", "footballers", "pharmaprice", "trooppullout"),
    *("fortresshotel", "jailcontract", "screenstrike", "seacable"),
)
"""Negotiations of the first series that the judge did not learn from."""
TERSE = (
    *("ambulancerota", "bluehelmetexit", "bronzebells", "captivemayors", "elevatorbid", "ferrycrew"),
    *("gasworkssite", "gypsumduty", "lithiumroyalty", "metrocrews", "midwives", "oilembargo", "operachorus"),
    *("paperboard", "peloton", "refuse", "riverpower", "rocketcaps", "rowingrights", "saltplain"),
    *("squidgrounds", "stormdebt", "straitmines", "towerblocks", "tuitionrise"),
)
"""Those whose options have definitions of two to ten words, written as a coverage corpus reads."""
UNSEEN = (*HARD, *TERSE)
"""All that the judge did not learn from."""

STAGES = (
    "option nearest in words",
    "option among the three nearest",
    "some stance told on the option",
    "for the right party",
    "with the right stance",
    "and counted",
)


def stages(coded: Coded, counts: Counter[str]) -> tuple[int, int]:
    """How far each position of a statement gets, into ``counts``; and how many codings count, and are right."""
    ranked = candidates(coded.statement, coded.article, coded.case)
    order = list(dict.fromkeys((each.issue, each.option) for each in ranked))
    told = [each for each in ranked if each.stance and each.party]
    for (party, *option), stance in coded.positions.items():
        on = [each for each in told if [each.issue, each.option] == option]
        own = [each for each in on if each.party == party]
        right = [each for each in own if each.stance == stance]
        reached = (
            order[:1] == [tuple(option)],
            tuple(option) in order[:3],
            bool(on),
            bool(own),
            bool(right),
            any(each.score >= COUNTED_FROM for each in right),
        )
        counts.update(stage for stage, there in zip(STAGES, reached, strict=True) if there)
    counted = [each for each in told if each.score >= COUNTED_FROM]
    hits = sum(coded.positions.get((each.party or "", each.issue, each.option)) == each.stance for each in counted)
    return len(counted), hits


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--told", action="store_true", help="tell the coder whom each speaker speaks for")
    parser.add_argument("--unseen", choices=("hard", "terse"), help="only what the judge did not learn from")
    parser.add_argument("--rules", action="store_true", help="the coder's rules alone, without its judge")
    arguments = parser.parse_args()
    if arguments.rules:
        without_judge()
    told = arguments.told
    counts: Counter[str] = Counter()
    found = hits = gold = statements = 0
    wanted = {"hard": HARD, "terse": TERSE}.get(arguments.unseen)
    files = sorted(path for path in PASSAGES.glob("*.json") if wanted is None or path.stem in wanted)
    for coded in (coded for path in files for coded in read_passages(path)):
        if told and coded.speaks_for and coded.statement.speaker_kind != "narrator":
            coded = replace(coded, statement=replace(coded.statement, affiliation=coded.speaks_for))
        counted, right = stages(coded, counts)
        found, hits, gold, statements = found + counted, hits + right, gold + len(coded.positions), statements + 1
    print(f"{len(files)} negotiations, {statements} statements, {gold} positions")
    precision, recall, f1 = hits / max(1, found), hits / gold, 2 * hits / (found + gold)
    print(f"P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}   ({found} found)")
    for stage in STAGES:
        print(f"  {stage:32} {counts[stage] / gold:.2f}")


if __name__ == "__main__":
    main()
