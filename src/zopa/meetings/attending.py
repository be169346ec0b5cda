"""Who is at a meeting: told from the places of names around the words for it.

1. *Between A and B*, *among*, *involving*, *with*: the names listed behind the words.
2. *The A-B summit*, *A's meeting*: the names in front of them.
3. The subject of the clause: *A met B*, *A had talks with B*, *A refused a meeting with B*.
4. *The two leaders*, *all three*: those told of before.

Somebody who proposes a meeting of others, or speaks of it, is not put at it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.meetings import cues
from zopa.meetings.actors import Actor, distinct, is_somebody
from zopa.statements.lexicon import word_set
from zopa.statements.roles import GROUP_NOUNS, TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.meetings.mentions import MeetingWords

_JOINING = word_set(
    """
    and or as well plus the his her their its also a an then both chief head lead top senior deputy former special
    foreign prime state general dock port trade finance defence defense
    """
)
_HEADED = re.compile(
    r"\b(?:negotiators|delegations?|representatives|officials|leaders|envoys|ministers|teams|presidents|heads|chiefs|"
    r"lawyers|members)\s+"
    r"(?:for|of|from)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_OUTSIDERS = re.compile(
    r"\s+with\s+(?:the\s+|a\s+group\s+of\s+)?(?:[\w-]+\s+){0,2}(?:journalists|reporters|editorial board|press|media|"
    r"voters|supporters|"
    r"students|"
    r"residents|families|relatives|troops|soldiers|workers at|investors|staff)\b",
    re.IGNORECASE,
)
_LONGEST_LEAD = 200  # Characters before the noun in which *after his talks* is looked for.
_OWNED = re.compile(r"[\w-]+['’]s?\s+(?:[a-z][\w-]*\s+){0,3}$")
_PREPOSED = re.compile(r"\b(?:of|to|for|with|by|from|in|against|between|than|about|on|via|towards?|over|through)\s+"
    r"(?:the\s+)?"
                       r"(?:[\w’'-]+\s+){0,2}$", re.I)  # fmt: skip
_ADJECTIVES = re.compile(r"^(?:['’]s)?\s*(?:[a-z][\w’'-]*\s+|[\d½]+\s+|\w+-\w+\s+){0,4}$")
_SPEAKS = re.compile(
    r"\b(?:said|says|say|told|tells|stated|mentioned|noted|added|announced|reported|confirmed|indicated|declared|wrote|"
    r"believes?|anticipated|expects?|hinted|argued|remarked|according)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:introduced|proposed|suggested|floated|raised|broached|offered to (?:host|mediate)|called for|urged|"
    r"brokered|mediated|invited|invites|hosted|hosts|arranged|organi[sz]ed|convened|notion|idea)\b",
    re.IGNORECASE,
)
_MEETING_OF_SUBJECT = re.compile(
    r"\b(?:ha(?:ve|s|d|ving)|h(?:e|o)ld(?:s|ing)?|attend\w*|join\w*|beg[aiu]n\w*|open(?:ed|s)|resum\w*|conclud\w*|"
    r"end(?:ed|s)|return\w*|gather\w*|arriv\w*|travel\w*|agree\w*|go(?:es|ing)?|went|enter\w*|left|departed|start\w*|"
    r"schedul\w*|plan\w*|refus\w*|reject\w*|rul\w+|boycott\w*|cancel\w*|want\w*|demand\w*|seek\w*|conduct\w*|"
    r"emerg\w*)\b",
    re.IGNORECASE,
)


def at_meeting(
    text: str, words: MeetingWords, actors: Sequence[Actor], earlier: Sequence[Actor], ours: Sequence[Actor]
) -> list[Actor]:
    """The actors put at a meeting, each once.

    ``actors`` are those the sentence names, ``earlier`` those at the meeting told of before, ``ours`` whom *we* means
    in the words quoted. Cost: linear in the actors.
    """
    usable = [actor for actor in actors if is_somebody(actor)]
    many = _many(text, words, usable, earlier)
    if many:
        return distinct(many)
    listed, alone = _behind(text, words, usable)
    front = _in_front(text, words, usable)
    if front and (len(front) > 1 or listed):
        return distinct([*front, *listed])
    if listed and not alone and words.kind != "verb":
        return distinct(listed)
    owned = not front and words.kind != "verb" and _OWNED.search(text[words.left.start : words.words.start]) is not None
    subjects = [] if owned else _tailed(text, words, usable) or _subjects(text, words, usable, bool(listed))
    if not subjects and listed:
        subjects = list(ours[:1]) or _after_comma(text, words, usable)
    pair = _pair(text, words, usable, earlier) if not subjects and (words.kind == "verb" or not listed) else []
    return distinct([*front, *subjects, *pair, *listed])


def with_outsiders(text: str, words: MeetingWords) -> bool:
    """Whether the others at a meeting are reporters, voters or the like: no meeting of the sides."""
    return _OUTSIDERS.match(text, words.words.end) is not None


def _many(text: str, words: MeetingWords, actors: Sequence[Actor], earlier: Sequence[Actor]) -> list[Actor]:
    """Whom *all three* stands for: the three parties named before it, in this sentence or at the meeting before."""
    match = cues.THREE.search(text, words.phrase.start, words.right.end)
    if match is None:
        return []
    before = [actor for actor in actors if actor.span.end <= match.start() and actor.party and actor.person]
    chosen: dict[str | None, Actor] = {}
    for actor in [*reversed(before), *earlier]:
        chosen.setdefault(actor.party, actor)
    return list(reversed(list(chosen.values())[:3])) if len(chosen) >= 3 else []


def _behind(text: str, words: MeetingWords, actors: Sequence[Actor]) -> tuple[list[Actor], bool]:
    """The names listed behind the words, and whether they are one side only (*with B*)."""
    right = [actor for actor in actors if words.words.end <= actor.span.start < words.right.end]
    if words.kind == "verb":
        match = re.compile(r"\s+(?:with\s+)?(?:the\s+|his\s+|her\s+|their\s+)?(?:[\w’'-]+\s+){0,4}?").match(
            text, words.words.end
        )
        start = words.words.end if match else words.right.start
        first = [
            actor
            for actor in right
            if _joins(text[start : actor.span.start].replace(" with ", " ").replace(" to ", " "))
        ][:1]
        joined = re.search(r"\bwith\s+(?:[\w’'-]+\s+){0,4}?$", text[start : right[0].span.start]) if right else None
        if not first and right and joined:
            first = right[:1]
        return (_run(text, right, first[0]), True) if first else ([], True)
    lead = cues.WITH.search(text, words.words.start, words.right.end)
    if lead is None or lead.start() - words.words.end > (1 if lead.group().strip() == "of" else 60):
        return [], True
    behind = [actor for actor in right if actor.span.start >= lead.end()]
    if not behind or behind[0].span.start - lead.end() > 45 or _verb_between(text[lead.end() : behind[0].span.start]):
        return [], True
    if lead.group().strip() == "of" and len(_run(text, behind, behind[0])) < 2:
        return [], True
    alone = lead.group().strip().lower() in (
        "with",
        "that includes",
        "that include",
        "including",
        "to include",
        "involving",
    )
    return _run(text, behind, behind[0]), alone


def _verb_between(words: str) -> bool:
    return re.search(r"\b(?:is|are|was|were|will|would|had|has|said|to)\b", words) is not None


def _joins(between: str) -> bool:
    """Whether nothing but commas, *and* and words of office stands between two names."""
    words = re.findall(r"[^\s,]+", re.sub(r"^['’]s?(?=[\s,])", "", between))
    return len(words) <= 7 and all(
        word.lower() in _JOINING
        or word.lower().rstrip("s") in TITLES
        or word.lower() in TITLES | GROUP_NOUNS
        or word[0].isupper()
        for word in (word.strip("—–()") for word in words)
        if word
    )


def _run(text: str, actors: Sequence[Actor], first: Actor) -> list[Actor]:
    """A list of names: those that only commas, *and* and the words of their offices part. Commas alone make no list."""
    chosen, joined = [first], 1
    for actor in actors[list(actors).index(first) + 1 :]:
        between = text[chosen[-1].span.end : actor.span.start]
        if not _joins(between):
            break
        chosen.append(actor)
        if re.search(r"\b(?:and|plus|as well as)\b", between) or "," not in between:
            joined = len(chosen)
    chosen = chosen[:joined]
    return [actor for index, actor in enumerate(chosen) if not _owns(text, actor, chosen[index + 1 :])]


def joined_before(text: str, actors: Sequence[Actor]) -> list[Actor]:
    """The last of some names with those joined to it by *and*."""
    chosen = list(actors[-1:])
    for actor in reversed(actors[:-1]):
        between = text[actor.span.end : chosen[0].span.start]
        if " and " not in between or not _joins(between):
            break
        chosen.insert(0, actor)
    return chosen


def _owns(text: str, actor: Actor, following: Sequence[Actor]) -> bool:
    """Whether a name only owns, or gives an office to, the next one: *Holm's envoy Reef*, *Union leader Reef*."""
    if not following:
        return False
    between = text[actor.span.end : following[0].span.start]
    side = not actor.person and actor.party == following[0].party
    if re.search(r"\b(?:and|or)\b|,", between):
        return actor.owner and "," not in between
    return actor.owner or side


def _in_front(text: str, words: MeetingWords, actors: Sequence[Actor]) -> list[Actor]:
    """The names right before the noun: *the Holm-Reef meeting*, *Reef's talks*, *union-management negotiations*."""
    if words.kind not in ("noun", "talks"):
        return []
    left = [actor for actor in actors if words.left.start <= actor.span.start and actor.span.end <= words.words.start]
    if not left or _ADJECTIVES.match(text[left[-1].span.end : words.words.start]) is None:
        return []
    chosen = [left[-1]]
    for actor in reversed(left[:-1]):
        between = text[actor.span.end : chosen[0].span.start]
        if between not in ("-", "–", "—", "/", " and ", ", ", "- "):
            break
        chosen.insert(0, actor)
    if len(chosen) > 1:
        return chosen
    return chosen if chosen[0].owner or chosen[0].span.of(text).lower() in ("his", "her") else []


def _subjects(text: str, words: MeetingWords, actors: Sequence[Actor], with_others: bool) -> list[Actor]:
    """The subject of the clause in which the words stand, with those joined to it by *and*."""
    left = [actor for actor in actors if words.left.start <= actor.span.start and actor.span.end <= words.phrase.start]
    free = [actor for actor in left if not actor.owner and not _is_preposed(text, words, actor)]
    if not free:
        return _whom_who_means(text, words, actors)
    chosen = [free[-1]]
    for actor in reversed(left[: left.index(free[-1])]):
        between = text[actor.span.end : chosen[0].span.start]
        if not _joins(between) or (actor not in free and " and " not in between):
            break
        chosen.insert(0, actor)
    chosen = [actor for index, actor in enumerate(chosen) if not _owns(text, actor, chosen[index + 1 :])]
    between = text[chosen[-1].span.end : words.phrase.end]
    if words.kind == "verb":
        return chosen
    if _SPEAKS.search(between) or (_OF_OTHERS.search(between) and not with_others):
        return []
    return chosen if with_others or (len(chosen) > 1 and _MEETING_OF_SUBJECT.search(between)) else []


def _is_preposed(text: str, words: MeetingWords, actor: Actor) -> bool:
    """Whether a name hangs on a preposition; *negotiators for A* are A."""
    before = text[max(words.left.start, actor.span.start - 45) : actor.span.start]
    return _PREPOSED.search(before) is not None and _HEADED.search(before) is None


def _whom_who_means(text: str, words: MeetingWords, actors: Sequence[Actor]) -> list[Actor]:
    """The name before *who* where the clause opens with it: *Holm, who met Reef*."""
    if not text.endswith("who", 0, words.left.start):
        return []
    place = words.left.start - len("who")
    return [actor for actor in actors if actor.span.end <= place and not text[actor.span.end : place].strip(" ,")][-1:]


def _tailed(text: str, words: MeetingWords, actors: Sequence[Actor]) -> list[Actor]:
    """The subject of the whole sentence where the meeting stands at its end: *Holm gave way, after talks with Reef.*"""
    begin = max(0, words.words.start - _LONGEST_LEAD)
    lead = cues.HELD_LEAD.search(text[begin : words.words.start]) if words.kind != "verb" else None
    if lead is None or not text[begin : begin + lead.start()].rstrip().endswith(","):
        return []
    place = begin + lead.start()
    return [actor for actor in actors if actor.person and not actor.owner and actor.span.end < place][:1]


def _after_comma(text: str, words: MeetingWords, actors: Sequence[Actor]) -> list[Actor]:
    """The subject behind an opening phrase: *Refusing a meeting with Reef, Holm said*; *After his talks, Holm left*."""
    opening = re.search(
        r"(?:^|[\s,“])\w+ing\b|^\W*(?:After|Before|Following|During|Ahead of|At|In)\b",
        text[words.left.start : words.phrase.end],
    )
    comma = text.find(",", words.words.end, words.right.end)
    if opening is None or comma < 0:
        return []
    behind = [actor for actor in actors if comma <= actor.span.start <= comma + 40]
    behind = [actor for index, actor in enumerate(behind) if not _owns(text, actor, behind[index + 1 :])]
    return [actor for actor in behind[:1] if not actor.owner]


def _pair(text: str, words: MeetingWords, actors: Sequence[Actor], earlier: Sequence[Actor]) -> list[Actor]:
    """Whom *the two leaders* stands for: those at the meeting told of before, if they are two."""
    match = cues.PAIR.search(text, words.left.start, words.phrase.end)
    if match is None or len(earlier) != 2:
        return []
    span = Span(*match.span())
    return [Actor(actor.name, actor.party, actor.person, span) for actor in earlier]
