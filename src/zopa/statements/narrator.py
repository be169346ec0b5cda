"""The outlet's own voice: sentences that report, without a speaker, what a party wants, accepts, offers or refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.statements.lexicon import word_list
from zopa.statements.names import bare
from zopa.statements.roles import GROUP_NOUNS

if TYPE_CHECKING:
    from zopa.coverage.article import Span
    from zopa.statements.people import People

_DEMAND = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|seeks?|sought|wants?|wanted|call(?:s|ed)? for|refus(?:e|es|ed|al)|"
    r"reject(?:s|ed|ion)?|oppos(?:e|es|ed)|object(?:s|ed) to|resist(?:s|ed|ant)|rul(?:e|es|ed) out|accept(?:s|ed)?|"
    r"agree[sd]? to|agreed|"
    r"offer(?:s|ed)?(?! (?:an? |some |little )?(?:\w+ )?(?:window|glimpse|look|insight|hint|view|reminder|lesson))|"
    r"propos(?:e|es|ed)|pledg(?:e|es|ed)(?! (?:delegate|super))|promis(?:e|es|ed)|"
    r"(?:un)?willing(?:ness)? to|prepared to|ready to|open to|unacceptable|out of the question|red line|non-negotiable|"
    r"reservations?|insistence|concessions?|ultimatum|in exchange for|in return for|only (?:if|once|after|when|in)|"
    r"on condition that|provided that|unless|did not (?:say|specify)|has not (?:said|specified)|"
    r"remains? (?:unclear|ambiguous)|"
    r"maintain(?:s|ed) that|threaten(?:s|ed)|give up|cede|troubled by|approved|"
    r"suspend(?:s|ed)?(?! (?:his|her|their|its|the) (?:\w+ )?campaign)|holds? out|"
    r"constrained by|turn(?:s|ed)? (?:\S+\s+){0,8}?down|stance|"
    r"(?:position|demands?) (?:on|is|was|that|has|have|had|remain(?:s|ed)?)|"
    r"(?:back|support)(?:s|ed)? (?:a|the|an)|"
    r"seeking|asking for|asked for|demanding|push(?:es|ed|ing) for|press(?:es|ed|ing) for|hold(?:s|ing)? out for|"
    r"held out for|consent(?:s|ed) to|conced(?:es|ed)|g(?:ave|iven|ives?) (?:in|way) (?:on|to|over)|back(?:s|ed) down|"
    r"bow(?:s|ed) to|c[ao]me down to|mov(?:es|ed) to \d|tabl(?:es|ed)|put(?:s)? forward|endors(?:es|ed)|"
    r"sign(?:s|ed) (?:up to|off on)|settl(?:es|ed) for|st(?:icks?|uck) to|ba(?:u)?lk(?:s|ed) at|veto(?:es|ed)|"
    r"dependent on|conditional on|hing(?:es|ed) on|weighing|undecided|tempted|content (?:with|to)|favour(?:s|ed)?|"
    r"not made up (?:its|his|her|their) minds?|prefer(?:s|red)?|would (?:like|rather)|stand(?:s|ing) firm|stood firm|"
    r"has (?:no objection|nothing against))\b",
    re.IGNORECASE,
)
_TAKEN_UP = frozenset({"It", "They", "He", "She", "Its", "Their"})
_SUBJECT = 4
"""Words at the beginning of a sentence among which *The* makes a group its subject: *The steel workers' union*."""

_OWN = r"(?:its|his|her|their|the|an?|all)\s+(?:[\w’'-]+\s+){0,3}?"
_WORDS_HELD = r"(?:demands?|insistence|claims?|offers?|proposals?|objections?|opposition|refusal|conditions?|bids?)\b"
_WORDS_DONE = (
    r"(?:measures?|countermeasures?|tariffs?|dut(?:y|ies)|sanctions?|strikes?|walkouts?|boycott|blockade|embargo|ban|"
    r"curbs?|retaliation|reprisals?|lockout|offensive|attacks?|shelling|strikes|deliver(?:y|ies)|payments?|aid|deadline)\b"
)
_TURN = re.compile(
    rf"\b(?:(?:drop(?:s|ped)|g(?:ave|iven|ives?) up|abandon(?:s|ed)|with(?:drew|draw(?:s|n))|retract(?:s|ed)|"
    rf"rescind(?:s|ed)|renounc(?:es|ed)|rais(?:es|ed)|lower(?:s|ed)|softened|hardened|improved|cut|halved|doubled|"
    rf"(?:back|walk)(?:s|ed) (?:away from|down from|off|back))\s+(?:from\s+)?{_OWN}{_WORDS_HELD}|"
    rf"(?:put off|puts off|postpon(?:es|ed)|delay(?:s|ed)|suspend(?:s|ed)|halt(?:s|ed)|paus(?:es|ed)|lift(?:s|ed)|"
    rf"call(?:s|ed) off|impos(?:es|ed)|reinstat(?:es|ed)|resum(?:es|ed)|extend(?:s|ed))\s+{_OWN}{_WORDS_DONE})",
    re.IGNORECASE,
)


def reports_demand(text: str, sentence: Span, people: People) -> bool:
    """Whether a sentence has a party in it and wording of demand, acceptance, offer, refusal or condition, or tells
    that one of these, or a measure against the other side, was taken back, put off or begun.

    Questions, headlines without a full stop and very short sentences are left alone.
    """
    words = sentence.of(text)
    if not words.rstrip().endswith(".") or len(words.split()) < 4:
        return False
    told = _DEMAND.search(words) or _TURN.search(words)
    return told is not None and _has_party(text, sentence, people)


def _has_party(text: str, sentence: Span, people: People) -> bool:
    if people.within(sentence):
        return True
    words = [bare(word.strip('.,;:()“”"')) for word in sentence.of(text).split()]
    named = word_list("states") | word_list("nationalities")
    if any(word[:1].isupper() and word.lower() in named | GROUP_NOUNS for word in words):
        return True
    if words and words[0] in _TAKEN_UP:
        return True
    subject = words[1:_SUBJECT] if words and words[0] == "The" else []
    return any(word.removesuffix("'s").removesuffix("’s") in GROUP_NOUNS for word in subject)
