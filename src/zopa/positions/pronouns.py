"""Pronouns: the party that the subject of an outlet's own sentence takes up from the words before.

*The union has called a strike. It is also seeking 9 per cent*: what is sought is sought by the union.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.positions.parties import Mention
from zopa.positions.subjects import actors_in, sentence_start
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.positions.passage import Passage

_OF_BODIES = frozenset({"it", "they", "its", "their"})
_OF_PEOPLE = frozenset({"he", "she", "his", "her"})
_OWNING = frozenset({"its", "their", "his", "her"})
_RELATIVE = frozenset({"which", "who"})
_BEING = frozenset({"is", "was", "were", "are", "be", "been", "remain", "seem", "appear", "has", "had", "have"})
_BETWEEN = stems(
    "also now still yet not already again only currently even never long not been no longer so far repeatedly"
)
_MINDED = stems(
    """
    ready willing prepared open opposed against unwilling reluctant happy content set due likely unlikely keen
    eager adamant firm determined inclined tempted
    """
)
_SPEAKING_FOR = stems(
    """
    leaders leader leadership negotiators negotiator delegation team government side ministers minister officials
    president management board members executive lawyers spokesman spokeswoman representatives cabinet parliament
    council committee chairman director directors owners envoy camp
    """
)
_REACH = 7
"""Words of a sentence among which its subject is looked for."""
_SENTENCES = 3
"""Sentences that a pronoun reaches back over at most."""


def taken_up(passage: Passage, earlier: Iterable[Passage]) -> Passage:
    """A passage with its subject's pronoun as a mention of the party it stands for; the passage itself where none does.

    1. The first pronoun among the opening words of the passage, where no party is named before it; *it* only where
       something follows that a party does or is minded to, not in *it is unclear whether*.
    2. It stands for the first party that acts in the nearest of ``earlier`` (nearest first) in which one does, over
       three sentences; *he* and *she* for a party of which a person is named there.
    3. *Which* and *who*, with which a passage begins, stand for the party named last before.

    Cost: linear in the words.
    """
    place = _subject(passage)
    if place is None:
        return passage
    word = passage.tokens[place].stem
    party = _named_last(earlier) if word in _RELATIVE else _topic(earlier, of_people=word in _OF_PEOPLE)
    if party is None:
        return passage
    mentions = sorted((*passage.mentions, Mention(party, place, place)), key=lambda mention: mention.first)
    return replace(passage, mentions=type(passage.mentions)(mentions))


def _subject(passage: Passage) -> int | None:
    """The place of the pronoun that is the subject of the passage's first sentence."""
    first = passage.mentions[0].first if passage.mentions else len(passage.tokens)
    for place, token in enumerate(passage.tokens[: min(first, _REACH)]):
        if token.stem in _RELATIVE:
            return place if place == 0 else None
        if token.stem in _OWNING and _speaks(passage, place):
            return place
        if token.stem in (_OF_BODIES | _OF_PEOPLE) - _OWNING:
            return place if token.stem != "it" or _does(passage, place) else None
        if sentence_start(passage, place + 1) > place:
            return None
    return None


def _speaks(passage: Passage, place: int) -> bool:
    """Whether what is owned speaks for its owner, *its leaders*, *their chief negotiator*, or tells what it
    thinks, *its refusal*.
    """
    near = range(place + 1, place + 4)
    if any(cue.first in near for cue in passage.attitudes):
        return True
    return any(token.stem in _SPEAKING_FOR for token in passage.tokens[near.start : near.stop])


def _does(passage: Passage, place: int) -> bool:
    """Whether *it* does something: not *it is unclear*, *it was a long night*."""
    rest = [token.stem for token in passage.tokens[place + 1 :] if token.stem not in _BETWEEN]
    texts = [token.text.lower() for token in passage.tokens[place + 1 :] if token.stem not in _BETWEEN]
    if not rest or rest[0] not in _BEING:
        return bool(rest)
    return len(rest) > 1 and (rest[0] in ("has", "had") or rest[1] in _MINDED or texts[1].endswith("ing"))


def _named_last(earlier: Iterable[Passage]) -> str | None:
    head = next(iter(earlier), None)
    if head is None or not head.mentions or len(head.tokens) - head.mentions[-1].last > len(_RELATIVE) + 1:
        return None
    return head.mentions[-1].party


def _topic(earlier: Iterable[Passage], *, of_people: bool) -> str | None:
    """The party that acts first in the nearest passage in which one does."""
    for number, passage in enumerate(earlier):
        if number > _SENTENCES:
            return None
        acting = actors_in(passage, 0, len(passage.tokens))
        people = {mention.party for mention in passage.mentions if mention.person}
        chosen = [party for party in acting if party in people] if of_people else acting
        if chosen:
            return chosen[0]
    return None
