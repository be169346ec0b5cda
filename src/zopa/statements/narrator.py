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
    r"position (?:on|is|was|that)|(?:back|support)(?:s|ed)? (?:a|the|an)\b)\b",
    re.IGNORECASE,
)


def reports_demand(text: str, sentence: Span, people: People) -> bool:
    """Whether a sentence has a party in it and wording of demand, acceptance, offer, refusal or condition.

    Questions, headlines without a full stop and very short sentences are left alone.
    """
    words = sentence.of(text)
    if not words.rstrip().endswith(".") or len(words.split()) < 4:
        return False
    return _DEMAND.search(words) is not None and _has_party(text, sentence, people)


def _has_party(text: str, sentence: Span, people: People) -> bool:
    if people.within(sentence):
        return True
    words = [bare(word.strip('.,;:()“”"')) for word in sentence.of(text).split()]
    named = word_list("states") | word_list("nationalities")
    return any(word[:1].isupper() and word.lower() in named for word in words) or any(
        word.lower() in GROUP_NOUNS and word[:1].isupper() for word in words
    )
