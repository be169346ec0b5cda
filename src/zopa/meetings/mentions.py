"""Where a sentence speaks of a meeting, and how far the words about that one meeting reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from zopa.coverage.article import Span
from zopa.meetings import cues

Kind = Literal["noun", "talks", "verb", "attending"]
_PHRASE = re.compile(
    r"(?<![\w-])(?:(?:during|after|before|following)\s+)?(?:(?:a|an|the|his|her|their|its|another|any|two|three|"
    r"such an?|this|our|no|more)\s+)(?:(?!that\b|of\b|to\b|in\b|for\b)[a-z\d½][\w’'-]*\s+){0,4}$|"
    r"(?<![\w-])(?:[a-z]+-[a-z]+|bilateral|trilateral|direct|further|more|new)\s+$"
)
_PLURALS = ("meetings", "summits", "sessions", "calls", "gatherings", "encounters")


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """A place where words speak of a meeting.

    ``words`` is the noun or verb, ``phrase`` the same with what stands before it (*a three-hour meeting*), ``left`` and
    ``right`` what the sentence says about it on either side. ``lead`` is where the words about its status begin: that
    of the plural, where this is one of several meetings.
    """

    kind: Kind
    words: Span
    phrase: Span
    left: Span
    right: Span
    lead: Span

    @property
    def window(self) -> Span:
        """Everything the sentence says about this one meeting."""
        return Span(self.left.start, self.right.end)


def words_of_coming(text: str, sentence: Span) -> list[MeetingWords]:
    """The first words of a sentence about who comes to a meeting that it does not name."""
    comes = cues.ATTENDING.search(text, sentence.start, sentence.end)
    if comes is None:
        return []
    span, left = Span(*comes.span()), Span(sentence.start, comes.start())
    opens = Span(_opens(text, left.start, left.end), left.end)
    left = left if cues.OPEN_ROLE.search(text, left.start, left.end) else opens
    return [MeetingWords("attending", span, span, left, Span(span.end, sentence.end), left)]


def meeting_words(text: str, sentence: Span) -> list[MeetingWords]:
    """The places of a sentence that speak of a meeting, in order.

    1. Nouns and verbs of meeting; of *two meetings, one between A and B and another between A and C* the two members.
    2. Each reaches left to where its clause opens and right to where the clause ends or the next one begins.
    Cost: linear in the sentence.
    """
    found, plural = _places(text, sentence)
    starts = [sentence.start, *(span.end for _, span in found)]
    phrases = [
        span if kind == "verb" else _phrase(text, Span(start, sentence.end), span)
        for (kind, span), start in zip(found, starts, strict=False)
    ]
    listed = []
    for index, ((kind, span), phrase) in enumerate(zip(found, phrases, strict=True)):
        before = found[index - 1][1].end if index else sentence.start
        after = phrases[index + 1].start if index + 1 < len(found) else sentence.end
        left = Span(_opens(text, max(before, sentence.start), phrase.start), span.start)
        several = plural is not None and plural.end <= span.start
        lead = Span(_opens(text, sentence.start, plural.start), span.start) if several and plural else left
        listed.append(MeetingWords(kind, span, phrase, left, Span(span.end, _ends(text, span.end, after)), lead))
    return listed


def _places(text: str, sentence: Span) -> tuple[list[tuple[Kind, Span]], Span | None]:
    """The nouns and verbs of meeting in order, and the plural whose members stand in its place."""
    found: list[tuple[Kind, Span]] = []
    for match in cues.NOUN.finditer(text, sentence.start, sentence.end):
        found.append(("noun" if match["sure"] else "talks", Span(*match.span())))
    for match in cues.VERB.finditer(text, sentence.start, sentence.end):
        found.append(("verb", Span(*match.span())))
    for match in cues.GERUND.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span("gerund"))
        found = [(kind, other) for kind, other in found if other != span]
        found.append(("verb", span))
    found += [("verb", Span(*match.span("host"))) for match in cues.HOST.finditer(text, sentence.start, sentence.end)]
    found.sort(key=lambda one: one[1])
    members = [Span(*match.span("one")) for match in cues.ONE_OF.finditer(text, sentence.start, sentence.end)]
    plurals = [span for _, span in found if span.of(text).lower() in _PLURALS]
    plural = next((span for span in plurals if members and span.end <= members[0].start), None)
    if plural is None:
        return found, None
    kept = [one for one in found if one[1] != plural] + [("noun", member) for member in members]
    return sorted(kept, key=lambda one: one[1]), plural


def _phrase(text: str, sentence: Span, words: Span) -> Span:
    match = _PHRASE.search(text[sentence.start : words.start])
    return Span(sentence.start + match.start() if match else words.start, words.end)


def _opens(text: str, start: int, end: int) -> int:
    """Where the clause before some words opens."""
    opened = [match.end() for match in cues.CLAUSE_OPENS.finditer(text, start, end)]
    return opened[-1] if opened else start


def _ends(text: str, start: int, end: int) -> int:
    match = cues.CLAUSE_ENDS.search(text, start, end)
    return match.start() if match else end
