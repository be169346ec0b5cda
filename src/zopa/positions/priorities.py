"""Priorities: in which order a speaker cares for the issues, told from the speaker's own words.

What counts is how an issue is spoken of: what is named first and most often, what is needed, asked for more of or kept,
what is offered away. The weights in ``priorities.json`` are those of general words and of such counts; they were
learned from the dialogues of CaSiNo (Chawla et al. 2021; CC BY 4.0) without any word that goes with one of its issues.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TABLE = Path(__file__).with_name("priorities.json")

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[.!?,;]")
_ENDS = frozenset(".!?;")
_ME = frozenset(["i", "me", "my", "mine", "i'm", "i'll", "i'd", "i've", "we", "us", "our", "ours", "we're", "we'll"])
_YOU = frozenset(["you", "your", "yours", "you'll", "you're", "u"])
_NUMBERS = {"none": 0, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MARK = "#"
"""Begins an issue's id among words; no word begins so."""

PLAIN = ("never", "alone", "often", "part", "leads", "early", "late", "me", "you", "nobody", "first", "share")
"""First words of the features that are not about single words."""

_MOST_ISSUES = 7
_WINDOW = 5
_MOST = 2.0
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Priorities:
    """Issues from the most to the least cared for, the log-odds behind it and the probability of the whole order."""

    order: tuple[str, ...]
    scores: Mapping[str, float]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Mention:
    """An issue named in a sentence: what stands before and after it, up to the next mention."""

    issue: str
    before: Sequence[str]
    after: Sequence[str]
    leads: bool


def priorities(
    utterances: Sequence[str], names: Mapping[str, Sequence[str]], available: int | None = None
) -> Priorities:
    """The order of the issues for somebody who said these utterances.

    ``names`` gives the words for each issue, in any case; plurals in -s are found too. ``available`` is how much there
    is to divide of each, where all can be counted: then *I take two* tells a share. Without a word about any issue the
    order is that of ``names`` and the confidence no better than chance.

    1. Features of each issue from its mentions (:func:`features`), and how they differ from the mean of the others
       (:func:`compared`).
    2. The learned weights give each issue a probability of being cared for most, least, or in between (multinomial
       logistic regression; McFadden 1974). What marks the middle is more than the lack of what marks the ends.
    3. The order is the one whose places are most probable together, its confidence the share of that probability
       among all orders. Beyond seven issues they are sorted by how much likelier most is than least, and the confidence
       is the product of the places'.

    ``scores`` are log-odds of most against least. Cost: linear in the words, and n! for n issues up to seven.
    """
    found = compared(features(utterances, names, available))
    chances = {issue: _places(each) for issue, each in found.items()}
    scores = {issue: each[0] - each[-1] for issue, each in chances.items()}
    issues = tuple(sorted(names, key=lambda issue: -scores[issue]))
    if len(issues) > _MOST_ISSUES:
        return Priorities(issues, scores, round(math.exp(_together(issues, chances)), 3))
    orders = {order: _together(order, chances) for order in permutations(names)}
    best = max(orders, key=lambda order: orders[order])
    whole = sum(math.exp(chance - orders[best]) for chance in orders.values())
    return Priorities(best, scores, round(1 / whole, 3))


def _places(found: Mapping[str, float]) -> tuple[float, float, float]:
    """Logarithms of the probability of being cared for most, in between and least."""
    table = weights()
    sums = [sum(each.get(name, 0.0) * amount for name, amount in sorted(found.items())) for each in table]
    whole = max(sums) + math.log(sum(math.exp(each - max(sums)) for each in sums))
    return sums[0] - whole, sums[1] - whole, sums[2] - whole


def _together(order: Sequence[str], chances: Mapping[str, tuple[float, float, float]]) -> float:
    """The logarithm of the probability of all places of an order, each taken alone."""
    last = len(order) - 1
    return sum(chances[issue][0 if place == 0 else 2 if place == last else 1] for place, issue in enumerate(order))


@cache
def weights() -> tuple[Mapping[str, float], Mapping[str, float], Mapping[str, float]]:
    """The learned weights by the name of the feature: for most, in between and least."""
    learned: dict[str, dict[str, float]] = json.loads(TABLE.read_text("utf-8"))["weights"]
    return learned["most"], learned["between"], learned["least"]


def compared(found: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """The features of each issue, an ``always`` of 1, and, for those not of single words, ``than others``: the
    difference to the mean of the other issues.
    """
    plain = sorted({name for each in found.values() for name in each if name.split()[0] in PLAIN})
    rest = max(len(found) - 1, 1)
    return {
        issue: {
            "always": 1.0,
            **each,
            **{
                f"{name} than others": own
                - sum(other.get(name, 0.0) for key, other in found.items() if key != issue) / rest
                for name in plain
                for own in [each.get(name, 0.0)]
            },
        }
        for issue, each in found.items()
    }


def features(
    utterances: Sequence[str], names: Mapping[str, Sequence[str]], available: int | None = None
) -> dict[str, dict[str, float]]:
    """What can be counted about each issue.

    ``first 0``, ``first 1`` ...: the place in the order of first mentions, ``alone`` if the first was made alone, or
    ``never``; ``often`` and ``part``: how often, and of all mentions; ``leads``: it opened a list; ``early`` and
    ``late``; ``me``, ``you``, ``nobody``: whom the sentence speaks of up to it, and how much of it is
    said there (``me all``, ``you few``); ``share ...``: what the speaker would keep, from
    -0.5 to 0.5; ``before``, ``after`` and ``with`` and one or two words: those beside it, and those of a sentence that
    names nothing else. Numbers are no words. Counts stop at two.
    """
    phrases = _phrases(names)
    counts: dict[str, Counter[str]] = {issue: Counter() for issue in names}
    shares: dict[str, list[float]] = {issue: [] for issue in names}
    firsts: list[str] = []
    for place, utterance in enumerate(utterances):
        for sentence in _sentences(utterance, phrases):
            mentions = list(_mentions(sentence))
            whom = "nobody"
            for mention in mentions:
                count = counts[mention.issue]
                if mention.issue not in firsts:
                    count["alone"] += len({other.issue for other in mentions}) == 1
                    firsts.append(mention.issue)
                whom = _whom(mention.before, whom)
                count.update(["often", whom, "late" if 2 * place > len(utterances) else "early"])
                count["leads"] += mention.leads
                count.update(_words("before", mention.before[-_WINDOW:]))
                count.update(_words("after", mention.after[:_WINDOW]))
                amount = _amount(mention.before[-_WINDOW:])
                if amount is not None and available and amount <= available:
                    count[f"{whom} {_part(amount / available)}"] += 1
                    if whom != "nobody":
                        kept = amount if whom == "me" else available - amount
                        shares[mention.issue].append(kept / available - 0.5)
            if len({mention.issue for mention in mentions}) == 1:
                counts[mentions[0].issue].update(
                    _words("with", [word for word in sentence if not word.startswith(_MARK)])
                )
    total = sum(count["often"] for count in counts.values())
    return {
        issue: {
            **{name: min(_MOST, float(amount)) for name, amount in count.items() if amount},
            **_standing(issue, firsts),
            **_kept(shares[issue]),
            "often": math.log1p(count["often"]),
            "part": count["often"] / total if total else 0.0,
        }
        for issue, count in counts.items()
    }


def _standing(issue: str, firsts: Sequence[str]) -> dict[str, float]:
    return {f"first {firsts.index(issue)}" if issue in firsts else "never": 1.0}


def _kept(shares: Sequence[float]) -> dict[str, float]:
    if not shares:
        return {}
    mean = sum(shares) / len(shares)
    return {
        "share told": 1.0,
        "share mean": mean,
        "share most": max(shares),
        "share first": shares[0],
        "share last": shares[-1],
    }


def _phrases(names: Mapping[str, Sequence[str]]) -> dict[tuple[str, ...], str]:
    """The words of every name, in the singular and in the plural, with the issue they stand for."""
    found = {}
    for issue, words in names.items():
        for name in words:
            parts = tuple(_TOKEN.findall(name.lower()))
            if parts:
                found[parts] = found[*parts[:-1], parts[-1] + "s"] = issue
    return found


def _sentences(text: str, phrases: Mapping[tuple[str, ...], str]) -> Iterator[list[str]]:
    """The sentences of a text as words and commas; a name is replaced by its issue, marked."""
    tokens = _TOKEN.findall(text.lower().replace("’", "'"))
    longest = max((len(phrase) for phrase in phrases), default=1)
    sentence: list[str] = []
    place = 0
    while place < len(tokens):
        sizes = range(min(longest, len(tokens) - place), 0, -1)
        size = next((size for size in sizes if tuple(tokens[place : place + size]) in phrases), 0)
        if size:
            sentence.append(_MARK + phrases[tuple(tokens[place : place + size])])
        elif tokens[place] not in _ENDS:
            sentence.append(tokens[place])
        elif sentence:
            yield sentence
            sentence = []
        place += size or 1
    if sentence:
        yield sentence


def _mentions(sentence: Sequence[str]) -> Iterator[_Mention]:
    places = [place for place, word in enumerate(sentence) if word.startswith(_MARK)]
    edges = [-1, *places, len(sentence)]
    for number, place in enumerate(places):
        before = sentence[edges[number] + 1 : place]
        after = sentence[place + 1 : edges[number + 2]]
        yield _Mention(sentence[place].removeprefix(_MARK), before, after, leads=number == 0 and len(places) > 1)


def _whom(words: Sequence[str], until_now: str) -> str:
    """Whom the words speak of last: the speaker, the other, or as until now."""
    spoken = [word for word in words if word in _ME or word in _YOU]
    return until_now if not spoken else "me" if spoken[-1] in _ME else "you"


def _words(place: str, words: Sequence[str]) -> set[str]:
    plain = [word for word in words if not word.isdigit() and word not in _NUMBERS]
    return {f"{place} {word}" for word in plain} | {f"{place} {one} {two}" for one, two in pairwise(plain)}


def _part(share: float) -> str:
    return "all" if share == 1 else "most" if share > _HALF else "few" if share else "none"


def _amount(words: Sequence[str]) -> int | None:
    """The last number among some words."""
    found = [int(word) if word.isdigit() else _NUMBERS[word] for word in words if word.isdigit() or word in _NUMBERS]
    return found[-1] if found else None
