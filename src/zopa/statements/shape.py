"""Statements in the shape that listings print and that attribution scorers read."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from zopa.coverage.article import Span
from zopa.statements.tagging.edges import with_marks
from zopa.statements.tokens import trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement


def as_attributions(
    article: Article, statements: Sequence[Statement], parties: Sequence[str | None] = ()
) -> dict[str, Any]:
    """``{"doc", "attributions": [...]}``, spans as pairs of code point offsets into the article's text.

    Neighbouring statements that rest on the same cue (``“A.” she said. “B.”``) are one attribution with several spans
    here, and roles do not overlap: a clause in the outlet's own voice is shown with what stands behind its cue. A
    ``that`` which introduces content is shown with it, and so are the quotation marks around it, the way annotators
    mark them. ``parties``, one a statement, says which party of a case each speaker belongs to; there may be none.
    """
    spoken = zip(statements, parties or (None,) * len(statements), strict=True)
    together = (list(group) for _, group in groupby(spoken, key=lambda one: one[0].cue or one[0].id))
    groups = [own for group in together for own in _by_speaker(group)]
    listed = [_attribution(article.text, [one for one, _ in group], group[0][1]) for group in groups]
    return {"doc": article.doc, "attributions": listed}


def _by_speaker(group: list[tuple[Statement, str | None]]) -> list[list[tuple[Statement, str | None]]]:
    """Statements on one cue, apart for each of those who spoke jointly."""
    names = dict.fromkeys(one.speaker for one, _ in group)
    return [[both for both in group if both[0].speaker == name] for name in names]


def _attribution(text: str, group: list[Statement], party: str | None) -> dict[str, Any]:
    first = group[0]
    content = [span for statement in group for span in _with_that(text, _beside_cue(text, statement))]
    kinds = {statement.quote_type for statement in group}
    return {
        "source": _pairs(first.source),
        "cue": _pairs(first.cue),
        "content": _pairs(with_marks(content, text)),
        "speaker": first.speaker,
        "speaker_kind": first.speaker_kind,
        "party": party,
        "relayed_via": list(first.relayed_via),
        "named": first.named,
        "anonymous": first.anonymous.description if first.anonymous else None,
        "quote_type": first.quote_type if len(kinds) == 1 else "mixed",
        "said_on": first.said_on,
        "said_on_exact": first.said_on_exact,
        "said_on_from": first.said_on_from,
        "office": first.office,
        "affiliation": first.affiliation,
        "confidence": min(statement.confidence for statement in group),
    }


def _beside_cue(text: str, statement: Statement) -> tuple[Span, ...]:
    """The content; of a clause that holds its own cue, what stands behind it, or around it where nobody is named."""
    content, cue = statement.content, statement.cue
    if not cue or not (content[0].start <= cue[0].start and cue[-1].end < content[0].end):
        return content
    before = () if statement.source else (Span(content[0].start, cue[0].start),)
    rest = (*before, Span(cue[-1].end, content[0].end), *content[1:])
    return tuple(span for span in (trimmed(text, span) for span in rest) if span.end > span.start) or content


_THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)


def _with_that(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Content with the ``that`` which introduces it: annotators mark it as part of what was said."""
    match = _THAT.search(text, max(0, content[0].start - 8), content[0].start)
    return (Span(match.start(), content[0].end), *content[1:]) if match else content


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
