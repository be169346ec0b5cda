"""Finding attributions by rule: source, cue and content of every sentence of an article.

Each rule looks at one place in one sentence and gives a finding or nothing. The rules are tried in a fixed order;
of several findings about the same words the first and surest stays. Cost: linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.contents import content_spans
from zopa.statements.cues import CUE_VERBS
from zopa.statements.noun_phrases import Range
from zopa.statements.phrase_rules import by_phrase
from zopa.statements.quotations import Quotation, quotations
from zopa.statements.rules import Finding
from zopa.statements.scene import QUOTE_MARKS, Scene, scene_of
from zopa.statements.sentences import sentences
from zopa.statements.verb_rules import by_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.coverage.article import Article


MOST_CUES = 40  # Verbs of attribution in one sentence: more are no prose.
MOST_SPANS = 100  # Of one attribution: a longer speech goes on as another attribution.


def find_attributions(article: Article) -> list[Attribution]:
    """Every attribution the rules see in an article's own paragraphs, in text order."""
    found: list[Attribution] = []
    for scene, finding in findings_in(article):
        attribution = _attribution(scene, finding)
        if finding.rule == "continuation" and (place := _quoting(article.text, found)) is not None:
            found[place] = _joined(found[place], attribution)
        else:
            found.append(attribution)
    return found


def findings_in(article: Article) -> Iterator[tuple[Scene, Finding]]:
    """Sentence by sentence, what the rules find; ``continuation`` marks a quotation that carries on the one before."""
    quoted = quotations(article.text, article.paragraphs)
    at = 0
    for paragraph in article.paragraphs:
        here: list[Quotation] = []
        while at < len(quoted) and quoted[at].outside.start < paragraph.end:
            here.append(quoted[at])
            at += 1
        yield from _findings_in_paragraph(article.text, paragraph, here)


def _findings_in_paragraph(text: str, paragraph: Span, quoted: list[Quotation]) -> Iterator[tuple[Scene, Finding]]:
    direct_before = False
    first = 0
    for sentence in sentences(text, paragraph, quoted):
        while first < len(quoted) and quoted[first].outside.end <= sentence.start:
            first += 1
        inside = _overlapping(quoted, first, sentence)
        scene = scene_of(text, sentence, inside)
        found = findings_in_sentence(scene)
        if (direct_before or (inside and inside[0].continues)) and _carries_on(scene, found):
            found = [_continuation(scene)]
        for finding in found:
            yield scene, finding
        direct_before = bool(found) and bool(inside)


def _overlapping(quoted: list[Quotation], first: int, sentence: Span) -> list[Quotation]:
    return list(takewhile(lambda one: one.outside.start < sentence.end, islice(quoted, first, None)))


def _carries_on(scene: Scene, found: list[Finding]) -> bool:
    """Whether a sentence goes on with the quotation before it: it begins with one and nobody new is named for it."""
    if not scene.quoted(0) or not scene.has_word(0, scene.end):
        return False
    start = scene.quotes[0].inside.start
    return not any(span.start <= start + 1 for finding in found for span in finding.content)


def _continuation(scene: Scene) -> Finding:
    return Finding("continuation", None, Range(0, 0), content_spans(scene, 0, scene.body_end), 0.8)


def findings_in_sentence(scene: Scene) -> list[Finding]:
    """The findings of one sentence, in the order of their cues, without two about the same content."""
    if sum(token.word in CUE_VERBS for token in scene.tokens) > MOST_CUES:
        return []
    found: list[Finding] = []
    for finding in sorted(_candidates(scene), key=lambda one: -one.confidence):
        if finding.content and not any(_same_words(scene, finding, other) for other in found):
            found.append(finding)
    return sorted(found, key=lambda one: one.cue)


def _same_words(scene: Scene, one: Finding, other: Finding) -> bool:
    if one.cue == other.cue:
        return True
    if _is_inside(one.cue, other, scene) or _is_inside(other.cue, one, scene):
        return False
    if len(one.content) == 1 and len(other.content) == 1:
        a, b = one.content[0], other.content[0]
        shared = min(a.end, b.end) - max(a.start, b.start)
        return shared > 0.7 * max(a.end - a.start, b.end - b.start)
    return False


def _is_inside(cue: Range, other: Finding, scene: Scene) -> bool:
    """Whether a cue lies inside the content of another finding: then the two are nested, not the same."""
    place = scene.tokens[cue.start].start
    return any(span.start <= place < span.end for span in other.content)


def _candidates(scene: Scene) -> Iterator[Finding]:
    for index, token in enumerate(scene.tokens):
        if scene.quoted(index) or not (token.is_word or token.word == ":"):
            continue
        if (finding := by_phrase(scene, index)) is not None:
            yield finding
        for reading in CUE_VERBS.get(token.word, ()):
            if (finding := by_verb(scene, index, reading)) is not None:
                yield finding
                break


def _attribution(scene: Scene, finding: Finding) -> Attribution:
    source = (scene.span_of(*finding.source),) if finding.source else ()
    cue = (scene.span_of(*finding.cue),) if finding.cue.end > finding.cue.start else ()
    content = tuple(sorted(finding.content))
    return Attribution(source, cue, content, finding.confidence)


def _quoting(text: str, found: list[Attribution]) -> int | None:
    """The place of the attribution that a quotation carries on: the latest of the last few whose content is quoted."""
    for place in range(len(found) - 1, max(-1, len(found) - 4), -1):
        if len(found[place].content) < MOST_SPANS and any(_touches_mark(text, span) for span in found[place].content):
            return place
    return None


def _touches_mark(text: str, span: Span) -> bool:
    return any(mark in text[max(0, span.end - 2) : span.end + 2] for mark in QUOTE_MARKS)


def _joined(before: Attribution, more: Attribution) -> Attribution:
    return replace(before, content=before.content + more.content)
