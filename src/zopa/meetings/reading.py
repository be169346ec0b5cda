"""Articles to reports of meetings: every sentence is read, the outlet's own as well as attributed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.meetings import cues
from zopa.meetings.actors import Actor, Cast, is_somebody
from zopa.meetings.attending import at_meeting, joined_before, with_outsiders
from zopa.meetings.meeting import Attendee, Report, Time, Told, Venue, Words
from zopa.meetings.mentions import meeting_words, words_of_coming
from zopa.meetings.places import Place, is_state, places_in, state_of
from zopa.positions import party_of
from zopa.statements.page import page_of
from zopa.statements.times import Direction, Moment, moments_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.meetings.meeting import Role
    from zopa.meetings.mentions import MeetingWords
    from zopa.statements.page import Page
    from zopa.statements.statement import Statement

_BARE_DAY = re.compile(r"[A-Z][a-z]+day")
_REFERENCES = re.compile(r"(?:\[\d+\]|\s)+$")
_FOR_ANOTHER = re.compile(r"\b(?:to (?:prepare|arrange|plan|discuss)|ahead of|before|for)\b", re.IGNORECASE)
_AROUND = re.compile(r"\b(?:since|until|till|before|after|by)\s+$", re.IGNORECASE)
_OTHER_VERB = re.compile(
    r"\b(?:said|says|urged|seem\w*|offer\w*|told|ask\w*|want\w*|is|are|was|were|would|will|could|had|has|have|agreed|refused|failed|"
    r"appear\w*|decid\w*)\b",
    re.IGNORECASE,
)
_LOOKS = re.compile(r"\b(?:meet|host|summit|talk|negotiat|discuss|session|call|sit|sat|gather|attend|present|invit|"
                    r"phone|conver|confer|"
                    r"consult|encounter|room|part|met|spoke|table)", re.IGNORECASE)  # fmt: skip


def read_meetings(article: Article, case: Case, statements: Iterable[Statement] = ()) -> tuple[Report, ...]:
    """What an article tells of meetings, one report for each place that speaks of one, in the order of the text.

    1. Words of meeting are found sentence by sentence, headlines and bylines left out; each reaches as far as its
       clause.
    2. Around them: who, where, when, in which format, whether it took place, is planned, proposed, somebody was
       invited or it was refused, on what condition, what for, how long, with what outcome.
    3. Words that hold nothing but the noun are no report.

    ``statements`` are those read from the article; a report names the ones it lies in. Cost: linear in the text.
    """
    if _LOOKS.search(article.text) is None:
        return ()
    page = page_of(article)
    reader = _Reader(page, Cast(page, case), tuple(one for one in statements if one.article == article.id), case)
    return tuple(reader.reports())


@dataclass(slots=True)
class _Reader:
    """Walks through one article; ``before`` are the actors at the meeting it told of last."""

    page: Page
    cast: Cast
    statements: tuple[Statement, ...]
    case: Case

    def reports(self) -> list[Report]:
        found: list[Report] = []
        before: list[Actor] = []
        text = self.page.article.text
        for number, sentence in enumerate(self.page.sentences):
            if _is_headline(sentence.of(text)) or _LOOKS.search(text, sentence.start, sentence.end) is None:
                continue
            in_sentence: list[Report] = []
            for words in (*meeting_words(text, sentence), *words_of_coming(text, sentence)):
                if (words.kind == "attending" and in_sentence) or with_outsiders(text, words):
                    continue
                if words.kind != "attending" and cues.NO_MEETING.search(text[sentence.start : words.words.start]):
                    continue
                report, actors = self._report(number, sentence, words, before)
                if report is None:
                    continue
                before = actors if len(actors) > 1 else before
                in_sentence.append(report)
            found.extend(_with_answer(in_sentence, text, sentence, self.page.article.id))
        return found

    def _report(
        self, number: int, sentence: Span, words: MeetingWords, before: Sequence[Actor]
    ) -> tuple[Report | None, list[Actor]]:
        text, article = self.page.article.text, self.page.article
        actors = self.cast.in_sentence(number)
        inside = [one for one in self.statements if any(span.overlaps(words.words) for span in one.content)]
        ours = self._ours(words, inside)
        if words.kind == "attending":
            attendees = self._comers(words, actors)
            present: list[Actor] = []
            statuses = tuple(told for told in self._status(words) if told.value == "planned")
        else:
            present = at_meeting(text, words, actors, before, ours)
            statuses = self._status(words)
            attendees = [self._attendee(actor, "attends") for actor in present]
            attendees += self._invited(words, actors, present, statuses)
            attendees += self._brokers(words, actors, attendees)
        status = statuses[0].value if statuses else None
        report = Report(
            article=article.id,
            published=article.published,
            sentence=sentence,
            told=self._words(words.phrase),
            full=self._words(sentence),
            noun=words.words.of(text).lower(),
            attendees=tuple(attendees),
            venues=tuple(self._venues(words, status, [actor.span for actor in actors if actor.person])),
            times=tuple(self._times(words, sentence, status)),
            formats=tuple(self._formats(words, present)),
            statuses=statuses,
            preconditions=self._preconditions(words, sentence) if status != "held" else (),
            purposes=self._purposes(words),
            durations=self._phrases(cues.DURATION, words.window),
            outcomes=self._phrases(cues.OUTCOME, words.right) if status == "held" else (),
            statements=tuple(one.id for one in inside),
            definite=cues.POINTS_BACK.search(text[sentence.start : words.words.start]) is not None,
            another=cues.ANOTHER.search(text[sentence.start : words.words.start]) is not None,
        )
        return (report if _says_something(report, words.kind) else None), present

    def _words(self, *spans: Span) -> Words:
        text = self.page.article.text
        return Words(self.page.article.id, spans, " … ".join(" ".join(span.of(text).split()) for span in spans))

    def _attendee(self, actor: Actor, role: Role) -> Attendee:
        return Attendee(actor.name, actor.party, actor.person, role, self._words(actor.span))

    def _ours(self, words: MeetingWords, inside: Sequence[Statement]) -> list[Actor]:
        for statement in inside:
            party = party_of(statement, self.page.article, self.case)
            speaker = statement.speaker if statement.named else None
            found = self.cast.speaking(words.window, speaker, party)
            if found:
                return found
        return []

    def _comers(self, words: MeetingWords, actors: Sequence[Actor]) -> list[Attendee]:
        """Who comes, is invited or stays away, in a sentence that names no meeting."""
        text, cue = self.page.article.text, words.words.of(self.page.article.text).lower()
        invites = "invit" in cue
        left = [
            actor for actor in actors if actor.span.end <= words.words.start and not actor.owner and is_somebody(actor)
        ]
        right = [actor for actor in actors if actor.span.start >= words.words.end and is_somebody(actor)]
        passive = re.search(
            r"\b(?:been|be|was|were|is|are|not|receiv\w+)\s*$", text[words.left.start : words.words.start]
        ) or ("receiv" in cue or "accepted" in cue or "declined" in cue or cue.startswith("be"))
        chosen = (left[-1:] if passive else right[:1] or left[-1:]) if invites else joined_before(text, left)
        lead = text[words.left.start : words.words.end]
        own = text[chosen[0].span.end : words.words.end] if chosen and chosen[0] in left else lead
        role: Role = "invited" if invites else "attends"
        if cues.OPEN_ROLE.search(lead):
            role = "open"
        elif cues.DENIED_ROLE.search(own):
            role = "not invited" if invites else "refuses"
        return [self._attendee(actor, role) for actor in chosen]

    def _invited(
        self, words: MeetingWords, actors: Sequence[Actor], present: Sequence[Actor], statuses: Sequence[Told]
    ) -> list[Attendee]:
        """Who is invited to a meeting that the sentence names."""
        text = self.page.article.text
        cue = re.compile(r"\binvit(?:e|es|ed|ing|ations?)\b", re.I).search(text, words.left.start, words.right.end)
        if cue is None or not statuses or statuses[0].value != "invited":
            return []
        behind = [
            actor for actor in actors if actor.span.start >= cue.end() and actor not in present and is_somebody(actor)
        ]
        named = {actor.name for actor in present}
        return [self._attendee(actor, "invited") for actor in behind[:1] if actor.name not in named and not actor.owner]

    def _brokers(self, words: MeetingWords, actors: Sequence[Actor], attendees: Sequence[Attendee]) -> list[Attendee]:
        """Who mediates or hosts: *mediated by*, *a Qatari-mediated meeting*."""
        text = self.page.article.text
        known = {attendee.name for attendee in attendees}
        found = []
        for match in cues.BROKER.finditer(text, words.left.start, words.right.end):
            role: Role = "hosts" if "hosted" in match.group().lower() else "mediates"
            behind = [
                actor for actor in actors if 0 <= actor.span.start - match.end() <= 30 and actor.name not in known
            ]
            found += [self._attendee(actor, role) for actor in behind[:1]]
        return found

    def _status(self, words: MeetingWords) -> tuple[Told, ...]:
        text = self.page.article.text
        left = Span(words.lead.start, words.words.end)
        sure = cues.HELD_SURE.search(text, left.start, words.right.end)
        early = next(
            (s for s, pattern in cues.STATUS_CUES[:3] if pattern.search(text, left.start, words.right.end)), None
        )
        if sure and early in (None, "planned") and not _denied(text, left.start, sure.start()):
            return (Told("held", self._words(Span(*sure.span()))),)
        lead = cues.HELD_LEAD.search(text, left.start, words.words.start) if words.kind != "verb" else None
        if lead is not None and lead.end() == words.words.start and early is None:
            ahead = cues.AHEAD.search(text, words.left.start, lead.start())
            told = Span(*ahead.span()) if ahead else Span(lead.start(), words.words.end)
            return (Told("planned" if ahead else "held", self._words(told)),)
        did = cues.HELD_VERB.search(text, words.right.start, min(words.right.end, words.right.start + 80))
        if (
            did is not None
            and early is None
            and words.kind != "verb"
            and not _OTHER_VERB.search(text, words.right.start, did.start())
        ):
            return (Told("held", self._words(Span(*did.span()))),)
        for status, pattern in cues.STATUS_CUES:
            match = pattern.search(text, left.start, left.end) or pattern.search(
                text, words.right.start, words.right.end
            )
            if match is not None:
                return (Told(status, self._words(Span(*match.span()))),)
        return ()

    def _venues(self, words: MeetingWords, status: str | None, people: Sequence[Span]) -> list[Venue]:
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
        return [Venue(one.name, one.state, suggested, self._words(one.span)) for one in nearer]

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

    def _times(self, words: MeetingWords, sentence: Span, status: str | None) -> list[Time]:
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
            Time(one.start, one.end, one.precision, self._words(one.span))
            for one in moments
            if not _AROUND.search(text[start : one.span.start])
            and not (status in ("refused", "proposed", "invited") and _is_of_saying(one, published, words))
        ]

    def _formats(self, words: MeetingWords, present: Sequence[Actor]) -> list[Told]:
        text = self.page.article.text
        found = [Told("call", self._words(words.words))] if words.words.of(text).lower() in ("call", "calls") else []
        for value, pattern in cues.FORMAT_CUES:
            match = pattern.search(text, words.phrase.start, words.phrase.end)
            if match is None and value in ("call", "mediated"):
                match = pattern.search(text, words.left.start, words.right.end)
            if match is None and value == "trilateral":
                match = pattern.search(text, words.right.start, words.right.end)
            if match is not None:
                found.append(Told(value, self._words(Span(*match.span()))))
        for actor in present:
            before = Span(max(words.left.start, actor.span.start - 30), actor.span.end)
            match = cues.ENVOY.search(text, before.start, before.end) if actor.person else None
            if match is not None or "envoy" in self._office(actor).lower():
                span = Span(*match.span()) if match else actor.span
                found.append(Told("envoy", self._words(span)))
                break
        return found[:2]

    def _office(self, actor: Actor) -> str:
        people = (person for party in self.case.parties for person in party.people if person.name == actor.name)
        return next((person.office or "" for person in people), "")

    def _phrases(self, pattern: re.Pattern[str], span: Span) -> tuple[Words, ...]:
        text = self.page.article.text
        found = []
        for match in pattern.finditer(text, span.start, span.end):
            stop = match.start() + len(match.group().rstrip(" ,"))
            found.append(self._words(Span(match.start(), stop)))
        return tuple(found[:2])

    def _preconditions(self, words: MeetingWords, sentence: Span) -> tuple[Words, ...]:
        """What has to be so first: in the clause itself, or said of *conditions* anywhere in the sentence."""
        behind = self._phrases(cues.PRECONDITION, Span(words.words.end, words.right.end))
        return behind or self._phrases(cues.CONDITIONS, sentence)

    def _purposes(self, words: MeetingWords) -> tuple[Words, ...]:
        """What the meeting is for; nothing but places, times and names may stand between."""
        text = self.page.article.text
        found = self._phrases(cues.PURPOSE, words.right)
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


def _is_headline(words: str) -> bool:
    return not _REFERENCES.sub("", words).endswith((".", "!", "?", "”", '"', "’", ":", "…", ")"))


def _says_something(report: Report, kind: str) -> bool:
    """Whether words tell more than that there is a meeting."""
    present = [one for one in report.attendees if one.role == "attends"]
    if kind == "attending":
        return bool(report.attendees)
    if len(present) >= 2 or any(one.role != "attends" for one in report.attendees):
        return True
    placed = bool(report.venues) or any(time.precision != "open" for time in report.times)
    if kind == "talks":
        return bool(report.statuses) and bool(report.venues or (placed and present) or report.durations)
    if kind == "verb":
        return len(present) >= 1 and placed and report.noun not in ("gathered", "convened")
    return placed or bool(report.statuses and (present or report.definite or report.durations or report.formats))


def _with_answer(reports: list[Report], text: str, sentence: Span, article: str) -> list[Report]:
    """The first meeting of a sentence with the answer to *this option* at its end: *...

    but the side ignored this idea*.
    """
    answer = re.compile(
        r"\b(?:ignored|rejected|refused|dismissed|declined|turned down|ruled out|accepted|agreed to|"
        r"welcomed)\b(?=\s+(?:this|that|the|such an?)\s+(?:option|idea|format|proposal|suggestion|offer|notion|"
        r"invitation)\b)",
        re.IGNORECASE,
    ).search(text, sentence.start, sentence.end)
    open_ones = [one for one in reports if one.statuses and one.statuses[0].value in ("proposed", "invited", "refused")]
    if answer is None or not open_ones:
        return reports
    accepted = answer.group().lower().startswith(("accept", "agree", "welcom"))
    told = Told("planned" if accepted else "refused", Words(article, (Span(*answer.span()),), answer.group()))
    return [replace(one, statuses=(told, *one.statuses)) if one is open_ones[0] else one for one in reports]
