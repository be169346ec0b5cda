"""Transcripts: lines that begin with who speaks and a colon, or with ``Q:`` and ``A:``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.chain import is_outlet
from zopa.statements.roles import GROUP_NOUNS, TITLES
from zopa.statements.sources import Speaker, of_person
from zopa.statements.tokens import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.statements.page import Page

TURN_CONFIDENCE = 0.8
LEAST_TURNS = 3  # Fewer labels are headlines, captions or a list.
_CAPITALS = r"(?:[A-Z][A-Z.'’-]*)(?: [A-Z][A-Z.'’-]*){0,4}"
_NAME = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_LABEL = re.compile(rf"[ \t]*[“\"]?(?P<label>{_CAPITALS}|{_NAME})(?P<colon>:)[ \t]+(?=\S)")
_LINE = re.compile(r"[^\n]+")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]")  # ``(APPLAUSE)``, ``[crosstalk]``
_ENDS = (".", "?", "!", "…", "”", '"', ")", "]", "-", "—")
_QUESTIONS = ("Q", "QUESTION")
_ANSWERS = ("A", "ANSWER")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next one does: the label, its colon, and the lines said."""

    label: Span
    colon: Span
    lines: tuple[Span, ...]


def with_turns(page: Page, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with those of a transcript's turns in place of what was found in the same lines.

    A text is a transcript where at least three lines begin with a label, at least two labels differ and one comes back
    or all are in capitals. Lines without a label go on with the turn before them if most lines have one. A question
    marked ``Q:`` has no speaker and gives nothing; an answer marked ``A:`` is that of the one person named before the
    first question, and gives nothing where there is none or several. Linear in the length of the text.
    """
    turns = turns_in(page)
    if not turns:
        return list(found)
    text = page.article.text
    spoken = [turn for turn in turns if _is_somebody(page, turn)]
    lines = sorted(line for turn in spoken for line in turn.lines)
    labels = {turn.label for turn in turns}
    kept = (one for one in found if not set(one.source) & labels and not _made_within(lines, one))
    made = (
        Attribution((turn.label,), (turn.colon,), tuple(trimmed(text, line) for line in turn.lines), TURN_CONFIDENCE)
        for turn in spoken
    )
    return sorted((*kept, *made), key=lambda one: one.content[0].start)


def turns_in(page: Page) -> list[Turn]:
    """The turns of a transcript, in order; none where the text is something else."""
    text = page.article.text
    lines = [line for paragraph in page.article.paragraphs for line in _lines(text, paragraph)]
    matches = [_LABEL.match(text, *line) for line in lines]
    labels = [match.group("label") for match in matches if match]
    if not _is_transcript(labels) or not _is_prose(text, [line for line, m in zip(lines, matches, strict=True) if m]):
        return []
    dense = 2 * len(labels) >= len(lines)
    turns: list[Turn] = []
    waiting: list[Span] = []  # Lines that belong to the last turn if another one follows.
    for line, match in zip(lines, matches, strict=True):
        if match is None:
            waiting.append(line)
            continue
        if turns and dense:
            turns[-1] = replace(turns[-1], lines=(*turns[-1].lines, *waiting))
        waiting = []
        turns.append(Turn(Span(*match.span("label")), Span(*match.span("colon")), (Span(match.end(), line.end),)))
    return turns


def _lines(text: str, paragraph: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, *paragraph):
        line = Span(*match.span())
        words = line.of(text).strip()
        if any(map(str.isalnum, words)) and _ASIDE.fullmatch(words) is None:
            yield line


def _is_transcript(labels: Sequence[str]) -> bool:
    if len(labels) < LEAST_TURNS or len(set(labels)) < 2:
        return False
    return all(label.isupper() for label in labels) or len(set(labels)) < len(labels)


def _is_prose(text: str, lines: Sequence[Span]) -> bool:
    """Whether most labelled lines are sentences: ``Turnout: 41%`` is a table."""
    return 2 * sum(line.of(text).rstrip().endswith(_ENDS) for line in lines) > len(lines)


def _is_somebody(page: Page, turn: Turn) -> bool:
    label = turn.label.of(page.article.text)
    return label not in _QUESTIONS and (label not in _ANSWERS or answering(page) is not None)


def _made_within(lines: Sequence[Span], one: Attribution) -> bool:
    place = (one.cue or one.source or one.content)[0].start
    return any(line.start <= place < line.end for line in lines)


def answering(page: Page) -> Speaker | None:
    """Who answers questions marked ``Q:``: the one person the text names before the first of them."""
    text = page.article.text
    first = re.search(r"^[ \t]*(?:Q|QUESTION):", text, re.MULTILINE)
    named = page.people.within(Span(0, first.start())) if first else []
    return of_person(named[0]) if len(named) == 1 else None


def is_label(text: str, one: Attribution) -> bool:
    """Whether a source is the label of a line: a colon follows it, and nothing stands before it in its line."""
    source, colon = one.source[0], one.cue[0].of(text) if one.cue else ""
    before = text[text.rfind("\n", 0, source.start) + 1 : source.start]
    opens_line = not before.strip(' \t“"')
    return colon == ":" and opens_line and _LABEL.match(text, source.start, one.cue[0].end + 20) is not None


def labelled(page: Page, source: Span) -> Speaker:
    """The speaker that a label names: somebody the article names by that surname, an office, an outlet, or a name."""
    label = source.of(page.article.text)
    if label in _ANSWERS and (one := answering(page)) is not None:
        return one
    if (person := page.people.named(label)) is not None:
        return of_person(person)
    words = label.lower().split()
    if words[-1] in GROUP_NOUNS | TITLES | _ASKING or is_outlet(label, page.people):
        return Speaker(label, "group")
    return Speaker(label.title() if label.isupper() else label, "person")


_ASKING = frozenset(("reporter", "interviewer", "question", "moderator", "host", "crowd", "audience", "all"))
