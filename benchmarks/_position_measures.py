"""Further measures of coding: how high the right issue and option are ranked, and how tight the evidence shown is."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from zopa.positions import candidates, code_positions
from zopa.positions.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.positions import Document

    from zopa.case.case import Case
    from zopa.coverage.article import Span
    from zopa.statements.statement import Statement

FIRST = 3


def bare(case: Case) -> Case:
    """The case with nothing known of its parties but id and name: no aliases, no people."""
    parties = tuple(party.model_copy(update={"aliases": (), "people": ()}) for party in case.parties)
    return case.model_copy(update={"parties": parties})


def ranks(given: Sequence[tuple[Document, list[Statement]]]) -> dict[str, float]:
    """Over the issues, and the options, of every annotated statement: the share ranked first, and in the first three.

    An annotated statement with two options counts twice. Options are ranked among all options of the case. ``option
    beside the other right ones`` leaves out of each ranking what else is annotated there (the filtered setting of
    Bordes et al. 2013): four right options cannot all stand in the first three places.
    It was added after the plain share had been seen.
    """
    filtered = "option beside the other right ones"
    places: dict[str, list[int]] = {"issue": [], "option": [], filtered: []}
    for document, statements in given:
        for row, statement in zip(document.gold, statements, strict=True):
            gold = [p for p in row["positions"] if p["party"] not in ("other", "none")]
            if not gold:
                continue
            ranked = candidates(statement, document.article, document.case)
            issues = list(dict.fromkeys(found.issue for found in ranked))
            options = list(dict.fromkeys((found.issue, found.option) for found in ranked))
            places["issue"].extend(_place(issues, issue) for issue in {p["issue"] for p in gold})
            right = {(p["issue"], p["option"]) for p in gold}
            places["option"].extend(_place(options, option) for option in right)
            for option in right:
                places[filtered].append(_place([one for one in options if one == option or one not in right], option))
    return {
        f"{what} {named}": sum(place < most for place in found) / len(found) if found else 0.0
        for what, found in places.items()
        for named, most in (("first", 1), ("within three", FIRST))
    }


def _place(ranked: Sequence[object], wanted: object) -> int:
    return ranked.index(wanted) if wanted in ranked else len(ranked) + FIRST


def evidence_fit(read: Iterable[tuple[Document, list[Statement]]]) -> tuple[int, int]:
    """Of the counted positions that are annotated too: how many show words that overlap the annotated words and lie
    within their sentences, and how many there are.
    """
    fits = total = 0
    for document, statements in read:
        gold = _gold_contents(document)
        for statement in statements:
            for position in code_positions(statement, document.article, document.case):
                key = (position.party, position.issue, position.option, position.stance)
                if not position.counted or key not in gold:
                    continue
                total += 1
                fits += any(_fits(document, statement, each) for each in gold[key])
    return fits, total


def _gold_contents(document: Document) -> dict[tuple[str, str, str, str], list[Statement]]:
    from benchmarks.positions import statement_from

    found: dict[tuple[str, str, str, str], list[Statement]] = {}
    for row in document.gold:
        for p in row["positions"]:
            key = (p["party"], p["issue"], p["option"], p["stance"])
            found.setdefault(key, []).append(statement_from(row, document.article))
    return found


def _fits(document: Document, statement: Statement, gold: Statement) -> bool:
    text = document.article.text
    shown, meant = _whole(statement.content), gold.content[0]
    sentence = sentence_of(gold, text)
    own = sentence_of(statement, text)
    longest = max(sentence.end - sentence.start, own.end - own.start)
    return shown[0] < meant.end and meant.start < shown[1] and shown[1] - shown[0] <= longest


def _whole(spans: Sequence[Span]) -> tuple[int, int]:
    return spans[0].start, spans[-1].end


def without_judge() -> None:
    """From here on the coder's rules stand alone."""
    module = importlib.import_module("zopa.positions.candidates")
    module._opinion = lambda *_: None
