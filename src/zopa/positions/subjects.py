"""Subjects: which party acts, and which is only spoken of, told from the words around its mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.parties import Mention
    from zopa.positions.passage import Passage

_PREPOSITIONS = stems(
    """
    of to for with on by from in between against over than about towards toward upon at under
    without
    """
)
_TAKING_OBJECTS = stems(
    "give hand tell send show grant present ask urge press invite host meet warn accuse phone call visit join help let"
)
_CLAIM_WITHIN, _BEING = 3, stems("is was are were")
_SKIPPED = frozenset({"the", "a", "an", "its", "both", "all"})
_PLANS = stems("proposal draft memorandum package idea notion scheme suggestion deal plan")
_ENDS = frozenset(".;?!")
_ADJECTIVES = ("an", "ish", "ese", "ch")
_BODIES = stems(
    """
    troops forces army units military soldiers officials side team government delegation negotiators
    leaders management workers members president minister leader authorities companies employers
    fighters gunmen supporters envoys spokesman spokeswoman lawyers representatives officers
    """
)


def sentence_start(passage: Passage, index: int) -> int:
    """The first token of the sentence, or of the part before a semicolon, in which a token stands."""
    for place in range(index - 1, -1, -1):
        if passage.tokens[place].text in _ENDS:
            return place + 1
    return 0


def subjects_before(passage: Passage, start: int, end: int) -> list[str]:
    """The nearest party between ``start`` and ``end`` that is no object, with those joined to it by *and*."""
    inside = [mention for mention in passage.mentions if start <= mention.first and mention.last < end]
    for place in range(len(inside) - 1, -1, -1):
        mention = inside[place]
        if (
            is_object(passage, mention.first, start)
            or _owns_plan(passage, mention)
            or _only_claims(passage, mention, end)
        ):
            continue
        chosen = [inside[place].party]
        listed = False
        while place > 0 and _joined(passage, inside[place - 1].last, inside[place].first, listed):
            place -= 1
            listed = True
            chosen.insert(0, inside[place].party)
        return list(dict.fromkeys(chosen))
    return []


def _owns_plan(passage: Passage, mention: Mention) -> bool:
    """Whether a mention only says whose plan it is: *the Nordhaven proposal*; not *the port plans to*."""
    following = passage.tokens[mention.last + 1 : mention.last + 2]
    if any(cue.first == mention.last + 1 for cue in passage.attitudes):
        return False
    return bool(following) and following[0].stem in _PLANS and not following[0].text.endswith("ed")


def _only_claims(passage: Passage, mention: Mention, end: int) -> bool:
    """Whether a mention only says who claimed what is judged: *the 5 per cent the port offered was not enough*."""
    return any(
        0 < cue.first - mention.last <= _CLAIM_WITHIN
        and cue.last + 1 < end
        and passage.tokens[cue.last + 1].stem in _BEING
        for cue in passage.attitudes
    )


def actors_in(passage: Passage, start: int, end: int) -> list[str]:
    """The parties that do something in a range of tokens: no object, no possessive, no mere adjective."""
    return list(
        dict.fromkeys(
            mention.party
            for mention in passage.mentions
            if start <= mention.first <= end and not is_object(passage, mention.first, start) and acts(passage, mention)
        )
    )


def is_object(passage: Passage, index: int, start: int) -> bool:
    """Whether a preposition, or a verb such as *give*, stands before a mention, but not in ``For the union, ...``."""
    for place in range(index - 1, max(start, index - 3) - 1, -1):
        token = passage.tokens[place]
        if token.stem in _TAKING_OBJECTS:
            return True
        if token.stem == "of" and place > start and passage.tokens[place - 1].stem in _BODIES:
            return False
        if token.stem in _PREPOSITIONS:
            return not (place == start and "," in [t.text for t in passage.tokens[index + 1 : index + 3]])
        if token.stem not in _SKIPPED:
            return False
    return False


def acts(passage: Passage, mention: Mention) -> bool:
    """Whether a mention can be an actor: *Arvenia*, *Arvenian troops*; not *Arvenia's borders*, *Arvenian law*."""
    token = passage.tokens[mention.last]
    following = passage.tokens[mention.last + 1 : mention.last + 2]
    body = bool(following) and following[0].stem in _BODIES
    if token.text.endswith(("'s", "’s", "'", "’")):
        return body
    adjective = token.text.lower().endswith(_ADJECTIVES) and bool(following) and following[0].text[0].islower()
    return body or not adjective or following[0].stem in _AUXILIARIES


_AUXILIARIES = stems(
    """
    would will could can may might must should have has had is are was were did do does and
    """
)


def _joined(passage: Passage, end: int, start: int, listed: bool) -> bool:
    """Whether *and* joins two mentions, or a comma does in a list that ends with *and*."""
    between = {token.stem for token in passage.tokens[end + 1 : start]}
    return bool(between) and ("and" in between or listed) and between <= {"and", "its", "the", ",", "western", "both"}
