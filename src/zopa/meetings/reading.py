"""Articles to reports of meetings: every sentence is read, the outlet's own as well as attributed ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.meetings import cues
from zopa.meetings.actors import Actor, Cast, is_somebody
from zopa.meetings.attending import at_meeting, joined_before, with_outsiders
from zopa.meetings.meeting import Attendee, Report, Told, Words
from zopa.meetings.mentions import meeting_words, words_of_coming
from zopa.meetings.parts import Parts
from zopa.positions import party_of
from zopa.statements.page import page_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.meetings.meeting import Role
    from zopa.meetings.mentions import MeetingWords
    from zopa.statements.page import Page
    from zopa.statements.statement import Statement

_REFERENCES = re.compile(r"(?:\[\d+\]|\s)+$")
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
    own = tuple(one for one in statements if one.article == article.id)
    reader = _Reader(page, Cast(page, case), own, case, Parts(page, case))
    return tuple(reader.reports())


@dataclass(slots=True)
class _Reader:
    """Walks through one article; ``before`` are the actors at the meeting it told of last."""

    page: Page
    cast: Cast
    statements: tuple[Statement, ...]
    case: Case
    parts: Parts

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
            statuses = tuple(told for told in self.parts.status(words) if told.value == "planned")
        else:
            present = at_meeting(text, words, actors, before, ours)
            statuses = self.parts.status(words)
            attendees = [self._attendee(actor, "attends") for actor in present]
            attendees += self._invited(words, actors, present, statuses)
            attendees += self._brokers(words, actors, attendees)
        status = statuses[0].value if statuses else None
        report = Report(
            article=article.id,
            published=article.published,
            sentence=sentence,
            told=self.parts.words(words.phrase),
            full=self.parts.words(sentence),
            noun=words.words.of(text).lower(),
            attendees=tuple(attendees),
            venues=tuple(self.parts.venues(words, status, [actor.span for actor in actors if actor.person])),
            times=tuple(self.parts.times(words, sentence, status)),
            formats=tuple(self.parts.formats(words, present)),
            statuses=statuses,
            preconditions=self.parts.preconditions(words, sentence) if status != "held" else (),
            purposes=self.parts.purposes(words),
            durations=self.parts.phrases(cues.DURATION, words.window),
            outcomes=self.parts.phrases(cues.OUTCOME, words.right) if status == "held" else (),
            statements=tuple(one.id for one in inside),
            definite=cues.POINTS_BACK.search(text[sentence.start : words.words.start]) is not None,
            another=cues.ANOTHER.search(text[sentence.start : words.words.start]) is not None,
        )
        return (report if _says_something(report, words.kind) else None), present

    def _attendee(self, actor: Actor, role: Role) -> Attendee:
        return Attendee(actor.name, actor.party, actor.person, role, self.parts.words(actor.span))

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
