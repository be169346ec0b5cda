"""Turns: sentences that tell by themselves that a stance was given up, belongs to the past, or is what it was before.

*Dropped its demand for X* and *no longer insists on X* give up what they name; *had earlier demanded X; it now asks for
Y* and *raised its offer from X to Y* tell both ends; *still demands X*, *would not drop its demand for X* and *its
position has not changed* tell that nothing moved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.coverage.article import Span
from zopa.positions.coder import CODER
from zopa.positions.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.positions.evidence import Evidence

Told = Literal["given up", "past", "kept"]
"""What a sentence tells of a stance beside the stance itself."""

NO_LONGER_HELD = frozenset({"given up", "past"})

_STANCE_NOUNS = (
    r"(?:demands?|insistence|claims?|offers?|proposals?|calls?|objections?|opposition|refusal|requirements?|"
    r"resistance|threats?|bid|pledge|promise|acceptance|consent)"
)
_STANCE_VERBS = (
    r"(?:demand|insist|want|seek|sought|ask|call|offer|propos|accept|agree|reject|refus|rul(?:e[sd]?|ing) out|oppos|"
    r"object|resist|threaten|pledg|promis|back)"
)
_OWN = r"(?:(?:its|his|her|their|our|my|the|an?|all|any|that)\s+)?"
_GIVING_UP = (
    r"(?:drop(?:s|ped|ping)?|giv(?:e|es|en|ing) up|gave up|abandon(?:s|ed|ing)?|renounc(?:e|es|ed|ing)|"
    r"relinquish(?:es|ed|ing)?|back(?:s|ed|ing)?\s+(?:away|down|off)(?:\s+(?:from|on))?|"
    r"(?:walk(?:s|ed|ing)?|roll(?:s|ed|ing)?)\s+back|retreat(?:s|ed|ing)?\s+from|with(?:drew|draw(?:s|n|ing)?)|"
    r"retract(?:s|ed|ing)?|rescind(?:s|ed|ing)?|shelv(?:e|es|ed|ing)|scrap(?:s|ped|ping)?|reversed?|waived?)"
)
_GIVEN_UP = re.compile(
    rf"\b(?:{_GIVING_UP}\s+{_OWN}(?:[\w-]+\s+){{0,2}}?(?P<noun>{_STANCE_NOUNS}\b)|"
    rf"no longer\s+(?P<verb>{_STANCE_VERBS}\w*|(?:open|willing|ready|prepared)\s+to\b)|"
    rf"(?:has|have|had)\s+(?:stopped|ceased)\s+(?P<doing>{_STANCE_VERBS}\w*))",
    re.IGNORECASE,
)
_EARLIER = r"(?:earlier|first|originally|previously|initially|formerly|once)"
_PAST = re.compile(
    rf"\b(?:(?:had\s+)?{_EARLIER}\s+(?P<verb>{_STANCE_VERBS}\w*)|had\s+(?P<had>{_STANCE_VERBS}\w*)|"
    rf"used to\s+(?P<used>{_STANCE_VERBS}\w*))",
    re.IGNORECASE,
)
_SINCE_THEN = re.compile(
    r"(?:\b(?:it|he|she|they|we|and|but|would|will|could|can|has|have|is|are)|[,;:–—])\s+(?:now|instead|since)\b",
    re.IGNORECASE,
)
"""What says that the same side holds something else by now: *it now asks*, not *the port now asks*."""
_FROM_TO = re.compile(
    rf"\b(?:rais|lower|cut|increas|reduc|chang|shift|soften|harden|improv|halv|doubl|trim|lift)\w*\s+"
    rf"{_OWN}(?:[\w-]+\s+)?(?P<noun>{_STANCE_NOUNS})\b(?:\s+[\w-]+){{0,3}}?\s+from\s+(?P<old>[^,;]{{1,60}}?)\s+to\s+"
    r"(?P<new>[^,;.]{1,60})",
    re.IGNORECASE,
)
_KEPT = re.compile(
    rf"\b(?:still\s+{_STANCE_VERBS}|continu(?:es?|ed|ing)\s+to\s+{_STANCE_VERBS}|"
    rf"(?:reiterat|reaffirm|repeat)(?:e[sd]?|s|ed|ing)\b|(?:stands?|stood)\s+by|(?:stick|stuck|holds?|held|cling|clung)s?\s+to|"
    r"(?:has|have|had)(?:\s+not|n['’]t)\s+(?:changed|moved|shifted)|"
    r"(?:position|stance|demands?|view)\s+(?:\w+\s+){0,2}?(?:(?:is|are|remains?|was|were)\s+)?(?:unchanged|the same)|"
    r"as\s+(?:it|he|she|they)\s+(?:has|have|had|did)\s+before)",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:\b(?:not|never|without|cannot|unwilling\s+to|refus\w+\s+to|declin\w+\s+to|no\s+intention\s+of)|n['’]t)"
    r"\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ONLY_ASKED = re.compile(
    r"\b(?:should|must|to|could|might|may|would|will|can|if|unless|until|whether|please)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_AGREED = re.compile(r"\b(?:agreed|decided|chose|consented)\s+to\s+$", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[,;:.]|\s+(?:but|and\s+(?:now|would|will|is|has|had|it|he|she|they|said|\w+ed)|while|after|when)\b", re.IGNORECASE
)
_LISTING = re.compile(
    r"\s*(?::|,?\s*(?:(?:which|that|they)\s+)?(?:includ(?:es?|ed|ing)|such as|among them|above all|namely|that is)\b)",
    re.IGNORECASE,
)
"""What goes on with the very things a noun stands for: *its demands, which include a neutral Arvenia*."""
_LIST_END = re.compile(r"[.;]")
_NO_LONGER = re.compile(r"\bno longer\s+$", re.IGNORECASE)
_HELPING = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|also|then|since|which|who|would|will|did|does|do|not|never|agreed|decided|"
    r"refus\w+|declin\w+|to|cannot|could|\w+n['’]t))+\s*$",
    re.IGNORECASE,
)
_SLACK = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One stance that a sentence tells as given up or past: ``held`` are the spans that word it as it was held.

    ``after`` are the spans that may word what took its place: Y of *from X to Y*, else the rest of the sentence.
    """

    told: Told
    held: tuple[Span, ...]
    after: tuple[Span, ...] = ()


def turns_in(text: str, sentence: Span) -> Iterator[Turn]:
    """The turns of a sentence. One that is denied keeps the stance; one that is asked for or only possible is none.

    Cost: linear in the sentence.
    """
    for match in _FROM_TO.finditer(text, sentence.start, sentence.end):
        subject = _subject(text, sentence.start, match.start())
        noun = Span(*match.span("noun"))
        yield Turn("past", (subject, noun, Span(*match.span("old"))), (subject, noun, Span(*match.span("new"))))
    for match in _GIVEN_UP.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : match.start()]
        if _NEGATED.search(before):
            yield _turn("kept", text, sentence, match)
        elif _AGREED.search(before) or not _ONLY_ASKED.search(before):
            yield _turn("given up", text, sentence, match)
    for match in _PAST.finditer(text, sentence.start, sentence.end):
        if _SINCE_THEN.search(text, match.end(), sentence.end):
            yield _turn("past", text, sentence, match)


def told_as(item: Evidence) -> Told | None:
    """What the sentence tells of a position beside its stance: that it was given up, is past, or was kept.

    Without such words None, and so behind *no longer*, which the coder reads as a denial. A position that an analyst
    decided tells nothing here: the decision stands as it is.
    """
    if not item.position.coder.startswith(CODER):
        return None
    text = item.article.text
    place = item.position.words[0].start if item.position.words else item.statement.content[0].start
    sentence = sentence_of(item.statement, text)
    for turn in turns_in(text, sentence):
        if any(span.start - _SLACK <= place < span.end for span in turn.held):
            return None if _NO_LONGER.search(text[: turn.held[-1].start][-20:]) else turn.told
    return "kept" if _is_kept(text, sentence, place) else None


def _is_kept(text: str, sentence: Span, place: int) -> bool:
    """Whether the words for a stance follow words that it is the old one."""
    kept = _KEPT.finditer(text, sentence.start, place)
    return any(not _NEGATED.search(text[sentence.start : match.start()]) for match in kept)


def _turn(told: Told, text: str, sentence: Span, match: re.Match[str]) -> Turn:
    start = next(match.start(name) for name, found in match.groupdict().items() if found)
    end = _CLAUSE_END.search(text, match.end(), sentence.end)
    if end and _LISTING.match(text, end.start(), sentence.end):
        end = _LIST_END.search(text, end.end(), sentence.end)
    held = Span(start, end.start() if end else sentence.end)
    subject = _subject(text, sentence.start, match.start())
    return Turn(told, (subject, held), (subject, Span(held.end, sentence.end)))


def _subject(text: str, start: int, end: int) -> Span:
    """What stands before a turn in its sentence, without the helping verbs and denials at its end."""
    return Span(start, start + len(_HELPING.sub("", text[start:end]).rstrip(" ,")))
