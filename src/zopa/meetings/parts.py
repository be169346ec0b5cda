"""The parts of a report beside who: status, places, times, format, conditions, purpose, each with its exact words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.meetings import cues
from zopa.meetings.meeting import Time, Told, Venue, Words
from zopa.meetings.places import Place, is_state, places_in, state_of
from zopa.statements.times import Direction, Moment, moments_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.meetings.actors import Actor
    from zopa.meetings.mentions import MeetingWords
    from zopa.statements.page import Page

_BARE_DAY = re.compile(r"[A-Z][a-z]+day")
_FOR_ANOTHER = re.compile(r"\b(?:to (?:prepare|arrange|plan|discuss)|ahead of|before|for)\b", re.IGNORECASE)
_AROUND = re.compile(r"\b(?:since|until|till|before|after|by)\s+$", re.IGNORECASE)
_OTHER_VERB = re.compile(
    r"\b(?:said|says|urged|seem\w*|offer\w*|told|ask\w*|want\w*|is|are|was|were|would|will|could|had|has|have|agreed|"
    r"refused|failed|"
    r"appear\w*|decid\w*)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words around a meeting tell of it, read from one article."""

    page: Page
    case: Case

    def words(self, *spans: Span) -> Words:
        """The exact words of some spans."""
        text = self.page.article.text
        return Words(self.page.article.id, spans, " … ".join(" ".join(span.of(text).split()) for span in spans))

    def status(self, words: MeetingWords) -> tuple[Told, ...]:
        """Whether it took place, is planned, proposed, invited to or refused; nothing where the words leave it open."""
        text = self.page.article.text
        left = Span(words.lead.start, words.words.end)
        sure = cues.HELD_SURE.search(text, left.start, words.right.end)
        early = next(
            (s for s, pattern in cues.STATUS_CUES[:3] if pattern.search(text, left.start, words.right.end)), None
        )
        if sure and early in (None, "planned") and not _denied(text, left.start, sure.start()):
            return (Told("held", self.words(Span(*sure.span()))),)
        lead = cues.HELD_LEAD.search(text, left.start, words.words.start) if words.kind != "verb" else None
        if lead is not None and lead.end() == words.words.start and early is None:
            ahead = cues.AHEAD.search(text, words.left.start, lead.start())
            told = Span(*ahead.span()) if ahead else Span(lead.start(), words.words.end)
            return (Told("planned" if ahead else "held", self.words(told)),)
        did = cues.HELD_VERB.search(text, words.right.start, min(words.right.end, words.right.start + 80))
        if (
            did is not None
            and early is None
            and words.kind != "verb"
            and not _OTHER_VERB.search(text, words.right.start, did.start())
        ):
            return (Told("held", self.words(Span(*did.span()))),)
        for status, pattern in cues.STATUS_CUES:
            match = pattern.search(text, left.start, left.end) or pattern.search(
                text, words.right.start, words.right.end
            )
            if match is not None:
                return (Told(status, self.words(Span(*match.span()))),)
        return ()

    def venues(self, words: MeetingWords, status: str | None, people: Sequence[Span]) -> list[Venue]:
        """The places told; a state only where no place in it is named, and nothing that is a person's name."""
        text = self.page.article.text
        purpose = cues.PURPOSE.search(text, words.right.start, words.right.end)
        end = purpose.start() if purpose else words.right.end
        if (
            purpose
            and text[purpose.end() - 1 : words.right.end].strip(" .")
            and "," in text[purpose.start() : words.right.end]
        ):
            end = purpose.start()
        found = places_in(text, Span(words.left.start, max(end, words.left.start)))
        suggested = cues.SUGGESTED.search(text, words.left.start, words.right.end) is not None and status != "held"
        found = [
            one for one in (*self._venue_before(words), *found) if not any(one.span.overlaps(who) for who in people)
        ]
        nearer = [place for place in found if not is_state(place.name)] or found
        return [Venue(one.name, one.state, suggested, self.words(one.span)) for one in nearer]

    def _venue_before(self, words: MeetingWords) -> list[Place]:
        """*The London talks*: a place right before the noun."""
        text = self.page.article.text
        match = re.search(
            r"([A-Z][\w.-]+(?:\s[A-Z][\w.-]+)?)\s+(?:[a-z]+\s+)?$", text[words.left.start : words.words.start]
        )
        names = (match.group(1), match.group(1).split()[-1]) if match and words.kind in ("noun", "talks") else ()
        name = next((name for name in names if state_of(name) and not is_state(name)), None)
        if name is None or match is None:
            return []
        start = words.left.start + match.start(1) + match.group(1).rindex(name)
        return [Place(name, state_of(name), Span(start, start + len(name)))]

    def times(self, words: MeetingWords, sentence: Span, status: str | None) -> list[Time]:
        """The times of the meeting itself, not those of speaking of it."""
        text, published = self.page.article.text, self.page.article.published
        way: Direction = (
            "past" if status == "held" else "ahead" if status in ("planned", "proposed", "invited") else "unknown"
        )
        start = words.left.start
        when = re.search(r"(\S+)(,?\s+when\s*)$", text[sentence.start : start])
        if when is not None:
            start = sentence.start + max(0, when.start() - 12)
        lead = cues.HELD_LEAD.search(text[sentence.start : words.words.start])
        if status == "held" and lead is not None:
            start = sentence.start + lead.start()
        moments = moments_in(text, Span(start, words.right.end), published, way)
        if status == "held" and published is not None:
            moments = [one for one in moments if one.start is None or one.start <= published]
        own = [one for one in moments if words.words.start - 25 <= one.span.start and one.span.end <= words.words.start]
        if own and re.fullmatch(
            r"['’]s\s+(?:\w+\s+){0,2}|\s+(?:\w+\s+){0,1}", text[own[-1].span.end : words.words.start]
        ):
            moments = own[-1:]
        moments = [
            one for one in moments if not _FOR_ANOTHER.search(text[one.span.end : max(one.span.end, words.words.start)])
        ]
        if status is None:  # A weekday may be the last or the next one.
            moments = [
                replace(one, start=None, end=None, precision="open") if _BARE_DAY.fullmatch(one.span.of(text)) else one
                for one in moments
            ]
        return [
            Time(one.start, one.end, one.precision, self.words(one.span))
            for one in moments
            if not _AROUND.search(text[start : one.span.start])
            and not (status in ("refused", "proposed", "invited") and _is_of_saying(one, published, words))
        ]

    def formats(self, words: MeetingWords, present: Sequence[Actor]) -> list[Told]:
        """The formats named, two at most."""
        text = self.page.article.text
        found = [Told("call", self.words(words.words))] if words.words.of(text).lower() in ("call", "calls") else []
        for value, pattern in cues.FORMAT_CUES:
            match = pattern.search(text, words.phrase.start, words.phrase.end)
            if match is None and value in ("call", "mediated"):
                match = pattern.search(text, words.left.start, words.right.end)
            if match is None and value == "trilateral":
                match = pattern.search(text, words.right.start, words.right.end)
            if match is not None:
                found.append(Told(value, self.words(Span(*match.span()))))
        for actor in present:
            before = Span(max(words.left.start, actor.span.start - 30), actor.span.end)
            match = cues.ENVOY.search(text, before.start, before.end) if actor.person else None
            if match is not None or "envoy" in self._office(actor).lower():
                span = Span(*match.span()) if match else actor.span
                found.append(Told("envoy", self.words(span)))
                break
        return found[:2]

    def _office(self, actor: Actor) -> str:
        people = (person for party in self.case.parties for person in party.people if person.name == actor.name)
        return next((person.office or "" for person in people), "")

    def phrases(self, pattern: re.Pattern[str], span: Span) -> tuple[Words, ...]:
        """The first two places of a span that a pattern fits."""
        text = self.page.article.text
        found = []
        for match in pattern.finditer(text, span.start, span.end):
            stop = match.start() + len(match.group().rstrip(" ,"))
            found.append(self.words(Span(match.start(), stop)))
        return tuple(found[:2])

    def preconditions(self, words: MeetingWords, sentence: Span) -> tuple[Words, ...]:
        """What has to be so first: in the clause itself, or said of *conditions* anywhere in the sentence."""
        behind = self.phrases(cues.PRECONDITION, Span(words.words.end, words.right.end))
        return behind or self.phrases(cues.CONDITIONS, sentence)

    def purposes(self, words: MeetingWords) -> tuple[Words, ...]:
        """What the meeting is for; nothing but places, times and names may stand between."""
        text = self.page.article.text
        found = self.phrases(cues.PURPOSE, words.right)
        return tuple(one for one in found[:1] if _OTHER_VERB.search(text, words.words.end, one.spans[0].start) is None)


def _is_of_saying(moment: Moment, published: date | None, words: MeetingWords) -> bool:
    """Whether a time is that of speaking of a meeting still to come: gone by, or before the words and not placed."""
    if moment.end is not None and published is not None:
        return moment.end < published
    return moment.end is None and moment.span.end < words.words.start


def _denied(text: str, start: int, end: int) -> bool:
    """Whether what follows is denied, left open or only possible: *have not met*, *whether they met*."""
    return (
        re.search(r"\b(?:not|never|n['’]t|whether|if|could have|would have)\s+(?:\w+\s+){0,3}$", text[start:end])
        is not None
    )
