"""The outlet's own voice: sentences that report, without a speaker, what a party wants, accepts, offers or refuses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.statements.lexicon import word_list, word_set
from zopa.statements.names import bare
from zopa.statements.roles import GROUP_NOUNS, ORGANISATION_NOUNS, TERMS_NOUNS

if TYPE_CHECKING:
    from zopa.coverage.article import Span
    from zopa.statements.people import People

_VERBS = (
    r"demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|seeks?|sought|wants?|wanted|call(?:s|ed)? for|refus(?:e|es|ed)|"
    r"reject(?:s|ed)?|oppos(?:e|es|ed)|object(?:s|ed) to|resist(?:s|ed)|rul(?:e|es|ed) out|accept(?:s|ed)?|"
    r"agree[sd]? to|agreed|"
    r"offer(?:s|ed)?(?! (?:an? |some |little )?(?:\w+ )?(?:window|glimpse|look|insight|hint|view|reminder|lesson))|"
    r"propos(?:e|es|ed)|pledg(?:e|es|ed)(?! (?:delegate|super))|promis(?:e|es|ed)|"
    r"did not (?:say|specify)|has not (?:said|specified)|maintain(?:s|ed) that|threaten(?:s|ed)|give up|cede|approved|"
    r"suspend(?:s|ed)?(?! (?:his|her|their|its|the) (?:\w+ )?campaign)|holds? out|"
    r"turn(?:s|ed)? (?:\S+\s+){0,8}?down|(?:back|support)(?:s|ed)? (?:a|the|an)|"
    r"seeking|asking for|asked for|demanding|push(?:es|ed|ing) for|press(?:es|ed|ing) for|hold(?:s|ing)? out for|"
    r"held out for|consent(?:s|ed) to|conced(?:es|ed)|g(?:ave|iven|ives?) (?:in|way) (?:on|to|over)|back(?:s|ed) down|"
    r"bow(?:s|ed) to|c[ao]me down to|mov(?:es|ed) to \d|tabl(?:es|ed)|put(?:s)? forward|endors(?:es|ed)|"
    r"sign(?:s|ed) (?:up to|off on)|settl(?:es|ed) for|st(?:icks?|uck) to|ba(?:u)?lk(?:s|ed) at|veto(?:es|ed)|"
    r"weighing|undecided|tempted|content (?:with|to)|favour(?:s|ed)?|"
    r"not made up (?:its|his|her|their) minds?|prefer(?:s|red)?|would (?:like|rather)|stand(?:s|ing) firm|stood firm|"
    r"has (?:no objection|nothing against)|puts? (?:[^\s,;]+\s+){1,6}?(?:on the table|to (?:the )?(?:\w+ )?members)|"
    r"lets? (?:[^\s,;]+\s+){1,7}?(?:lapse|drop)|warmed to|stopped (?:asking|insisting|pressing)|"
    r"(?:will|would) not (?:pay|accept|allow|grant|agree|sign|give|let|lift|withdraw|leave|cede|recogni[sz]e|go beyond|"
    r"back|support|release|free|surrender|hand over|reinstate|raise|lower)|(?:could|can) live with|"
    r"(?:is|are|was|were) (?:firmly |strongly )?(?:against|opposed to)|backed|campaigning for|"
    r"regards? (?:[^\s,;]+\s+){1,6}?as (?:un)?acceptable|finds? (?:[^\s,;]+\s+){1,6}?(?:un)?acceptable|"
    r"(?:gives?|gave|given) up|ma[kd]es? (?:[^\s,;]+\s+){1,9}?(?:dependent|conditional) on|vot(?:es|ed) to"
)
_NOUNS = (
    r"refusal|rejection|resistant|(?:un)?willing(?:ness)? to|prepared to|ready to|open to|unacceptable|"
    r"out of the question|red line|non-negotiable|reservations?|insistence|concessions?|ultimatum|in exchange for|"
    r"in return for|only (?:if|once|after|when|in)|on condition that|provided that|unless|"
    r"remains? (?:unclear|ambiguous)|troubled by|constrained by|stance|"
    r"(?:position|demands?) (?:on|is|was|that|has|have|had|remain(?:s|ed)?)|dependent on|conditional on|"
    r"hing(?:es|ed) on"
)
_DEMAND = re.compile(rf"\b(?:{_VERBS}|{_NOUNS})\b", re.IGNORECASE)
_TAKEN_UP = frozenset({"It", "They", "He", "She", "Its", "Their"})
_SUBJECT = 4
"""Words at the beginning of a sentence among which *The* makes a group its subject: *The steel workers' union*."""

_OWN = r"(?:its|his|her|their|the|an?|all)\s+(?:[\w’'-]+\s+){0,3}?"
_WORDS_HELD = r"(?:demands?|insistence|claims?|offers?|proposals?|objections?|opposition|refusal|conditions?|bids?)\b"
_MEASURES = (
    r"(?:measures?|countermeasures?|tariffs?|dut(?:y|ies)|sanctions?|strikes?|walkouts?|boycott|blockade|embargo|ban|"
    r"curbs?|retaliation|reprisals?|lockout|offensive|attacks?|shelling|deliver(?:y|ies)|payments?|aid|deadline|"
    r"(?:retaliation|sanctions|aid|tariff) (?:package|list))\b"
)
_STAYED = (
    r"put off|puts off|postpon(?:es|ed)|delay(?:s|ed)|suspend(?:s|ed)|halt(?:s|ed)|paus(?:es|ed)|lift(?:s|ed)|"
    r"call(?:s|ed) off|impos(?:es|ed)|reinstat(?:es|ed)|resum(?:es|ed)|extend(?:s|ed)"
)
_TURNS = (
    rf"(?:drop(?:s|ped)|t(?:akes?|ook|aken) back|g(?:ave|iven|ives?) up|abandon(?:s|ed)|"
    rf"with(?:drew|draw(?:s|n))|retract(?:s|ed)|"
    rf"rescind(?:s|ed)|renounc(?:es|ed)|rais(?:es|ed)|increas(?:es|ed)|lower(?:s|ed)|softened|hardened|improved|cut|halved|doubled|"
    rf"(?:back|walk)(?:s|ed) (?:away from|down from|off|back))\s+(?:from\s+)?{_OWN}{_WORDS_HELD}|"
    rf"(?:{_STAYED})\s+{_OWN}{_MEASURES}"
)
_TURN = re.compile(rf"\b(?:{_TURNS})", re.IGNORECASE)
_MEASURE_STAYED = re.compile(
    rf"^(?:Those|These|The|Its|Their|Both)\s+(?:[\w’'-]+\s+){{0,2}}?{_MEASURES}\s+(?:(?:ha(?:s|ve|d)\s+been|is|are|was|"
    rf"were)\s+)(?:\w+ly\s+)?(?:{_STAYED})\b"
)
_DEED = re.compile(rf"\b(?:{_VERBS}|{_TURNS})\b", re.IGNORECASE)
_HELPERS = (
    r"(?:(?:has|have|had|is|are|was|were|been|being|will|would|could|does|do|did|no|not|never|now|still|"
    r"also|then|so|yet|far|once|already|again|finally|even|only|at|first|last|long|said|to|be|both|since|twice|"
    r"this|week|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|continues|continued|seems|appears|begun|"
    r"\w+ly)\s+){0,6}"
)
_BEGINNING = r"(?:^|[,;:]\s+|\b(?:and|but|while|though|although|whereas|after|because|when|as|since)\s+)"
_SUBJECT_BEFORE = re.compile(
    rf"{_BEGINNING}(?P<head>[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Bb]oth|[Nn]either|[A-Z][\w’'.-]+)?"
    rf"(?P<rest>(?:\s*[\w’'-]+){{0,5}}?)(?:\s+of\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)?"
    rf"(?:,\s[^,;:]{{3,90}},|\s+(?:who|which|that)\s[^,;:]{{3,60}})?\s+{_HELPERS}$"
)
_PRONOUN_BEFORE = re.compile(rf"(?<!\bwhat )(?<!\bwhich )(?<!\bthat )\b(?:it|they|he|she)\s+{_HELPERS}$", re.IGNORECASE)
_VERB_FIRST = re.compile(rf"^(?:(?:who|which)\s+)?{_HELPERS}$", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us|you|You|your)\b(?!\.)")
_A_NOUN = re.compile(r"(?:[’']s|\b(?:the|an?|its|their|his|her|this|that|no|any))\s+$", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"\b(?:to|who|which|that)\s+$", re.IGNORECASE)


def reports_demand(text: str, sentence: Span, people: People) -> bool:
    """Whether a sentence has a party in it and wording of demand, acceptance, offer, refusal or condition, or tells
    that one of these, or a measure against the other side, was taken back, put off or begun.

    Questions, headlines without a full stop and very short sentences are left alone.
    """
    words = sentence.of(text)
    if not words.rstrip().endswith(".") or len(words.split()) < 3:
        return False
    told = _DEMAND.search(words) or _TURN.search(words)
    if told is not None and len(words.split()) > 3 and _has_party(text, sentence, people):
        return True
    if _MEASURE_STAYED.match(words) is not None:
        return True
    return _FIRST_PERSON.search(words) is None and any(_has_subject(words, deed) for deed in _DEED.finditer(words))


def tells_deed(text: str, clause: Span, people: People, *, opens: bool) -> bool:
    """Whether a clause, part of a sentence, tells what a party demanded, accepted, offered or refused.

    The deed has its subject in the clause; or the clause is a second predicate that begins with it (``opens``).
    """
    words = clause.of(text)
    if _FIRST_PERSON.search(words):
        return False  # Somebody's words, though nobody is named for them.
    for deed in _DEED.finditer(words):
        before = words[: deed.start()]
        if _A_NOUN.search(before):
            continue
        if (opens and _VERB_FIRST.match(before)) or _has_subject(words, deed):
            return True
        if not _TO_BE_DONE.search(before) and before.strip() and _names_party_first(text, clause, people):
            return True
    return False


def _names_party_first(text: str, clause: Span, people: People) -> bool:
    return any(text.startswith(one.name.split()[-1], clause.start) for one in people.within(clause))


def _has_subject(words: str, deed: re.Match[str]) -> bool:
    """Whether what stands before a deed in its clause is its subject: a name, *the hijackers*, *its leaders*, *it*."""
    before = words[: deed.start()]
    if _A_NOUN.search(before):
        return False
    if _PASSIVE.search(before) and deed.group().lower().endswith(("ed", "ed out", "put off", "up")):
        return _BY_SOMEBODY.match(words, deed.end()) is not None
    if (pronoun := _PRONOUN_BEFORE.search(before)) is not None and len(before[: pronoun.start()].split()) <= _FRONTED:
        return True
    for match in _SUBJECT_BEFORE.finditer(before):
        head, rest = match["head"], match["rest"].split()
        if head is None or head.lower() in _NO_SUBJECTS:
            continue
        noun = bare(rest[-1]) if rest else bare(head)
        if noun.lower() not in _THINGS and (noun[:1].isupper() or _is_several_or_body(noun)):
            return True
    return False


def _is_several_or_body(noun: str) -> bool:
    return (noun.endswith("s") and not noun.endswith("ss")) or noun in GROUP_NOUNS | ORGANISATION_NOUNS | _BODIES


_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_BY_SOMEBODY = re.compile(r"[^,;:]{0,60}?\bby\s+(?:the|its|their|his|her|both|[A-Z])")
_BODIES = word_set(
    """
    region province movement front operator owner carrier airline club side capital town island firm business shipper
    trust crew navy guild chamber insurer employer leadership opposition majority fleet mill port publisher studio
    producer retailer bidder buyer seller supplier regulator manufacturer landowner state country
    """
)


_FRONTED = 3  # Words before a pronoun that is the subject: *On wages they …*, *Downstream they …*.
_NO_SUBJECTS = word_set(
    """
    in on at by for from with to under over after before during this that these those there here no a an one what
    when where if as and but so yet or nor he she it they while although though since because until unless monday
    tuesday wednesday thursday friday saturday sunday
    """
)
_THINGS = TERMS_NOUNS | word_set("measure measures move law text talks war rule rules report reports")


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
    return any(
        word.removesuffix("'s").removesuffix("’s") in GROUP_NOUNS | ORGANISATION_NOUNS | _BODIES for word in subject
    )
