"""What the outlet tells beside what it lets others say: the clauses of a sentence that no statement holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.narrator import tells_deed
from zopa.statements.tokens import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.statements.page import Page

LEAST_WORDS = 3
_JOINTS = re.compile(
    r"\s*[;:]\s+|\s*[—–]\s*|,\s+(?:and|but|yet|while|although|though|whereas|so|or)\s+|,\s+(?=(?:who|which)\s)|"
    r"\s+(?:while|although|though|whereas|after|because|when)\s+(?=[a-z]+\s)"
)
_DANGLING = re.compile(
    r"(?:[,;:.\s—–-]|(?:and|but|yet|or|nor|while|although|though|whereas|after|because|when|as|since|so|that|where)\b)+"
)
_LOOSE_END = re.compile(
    r"(?:[,;:\s—–-]|\b(?:and|but|yet|or|nor|while|although|though|whereas|after|before|because|when|as|since|so|that)\b)+$"
)
_RELATIVE = re.compile(r"(?:who|which|whose)\s")
_RELATIVE_INSIDE = re.compile(r"(?P<head>[A-Z][^,;]{2,40}),\s+(?:who|which)\s+(?:has|have|had)\s")
_ENDS_RELATIVE = re.compile(r",\s")


def own_clauses(
    page: Page, number: int, held: Iterable[Span], sources: Iterable[Span] = ()
) -> Iterator[tuple[Span, ...]]:
    """The clauses of a sentence, apart from what statements ``held``, in which the outlet tells a party's deed.

    1. Take what was held out of the sentence; a relative clause goes to its comma.
    2. Part the rest where clauses are joined, and strip the words that join them.
    3. What is left and tells a demand, an offer, a refusal or its like is a clause of the outlet's own; one that goes
       on behind a relative clause has the subject before it as its first span, and so has one right behind one of
       the ``sources`` of statements (*The ministry* **raised its offer**, *but said …*).

    Quotations are nobody's clause. Linear in the length of the sentence.
    """
    text, sentence = page.article.text, page.sentences[number]
    if text[sentence.start : sentence.end].rstrip()[-1:] != ".":
        return
    taken = sorted(_whole(text, sentence, span) for span in held if span.overlaps(sentence))
    for piece, subject in _pieces(text, _gaps(sentence, taken)):
        if len(piece.of(text).split()) < LEAST_WORDS or page.quoted_share((piece,)) > 0:
            continue
        if _lacks_object(text, piece, taken):
            continue
        if tells_deed(text, piece, page.people, opens=_goes_on(text, sentence, piece, taken)):
            subject = subject or next((span for span in sources if span.end == piece.start - 1), None)
            yield (subject, piece) if subject else (piece,)


def _lacks_object(text: str, piece: Span, taken: Sequence[Span]) -> bool:
    """Whether a clause breaks off where something held begins: *Acme had sought* behind which its object is held."""
    return any(span.start - piece.end <= 1 and span.start >= piece.end for span in taken) and text[piece.end] == " "


def _whole(text: str, sentence: Span, span: Span) -> Span:
    """A held relative clause to the comma that closes it."""
    start, end = max(span.start, sentence.start), min(span.end, sentence.end)
    if (inside := _RELATIVE_INSIDE.match(text, start, end)) is not None:
        return Span(start, inside.end("head"))  # *Doe, who had refused,* as a source: what the outlet tells of Doe.
    if _RELATIVE.match(text, start) and text[:start].rstrip().endswith(",") and text[end : end + 1] != ",":
        closing = _ENDS_RELATIVE.search(text, end, sentence.end)
        end = closing.start() if closing else end
    return Span(start, end)


def _gaps(sentence: Span, taken: Sequence[Span]) -> list[Span]:
    gaps, start = [], sentence.start
    for span in taken:
        if span.start > start:
            gaps.append(Span(start, span.start))
        start = max(start, span.end)
    if start < sentence.end:
        gaps.append(Span(start, sentence.end))
    return gaps


def _pieces(text: str, gaps: Sequence[Span]) -> Iterator[tuple[Span, Span | None]]:
    """The clauses in the gaps, each with the subject that a held relative clause parts from it."""
    before: Span | None = None
    for gap in gaps:
        starts = [gap.start, *(match.end() for match in _JOINTS.finditer(text, *gap))]
        ends = [*(match.start() for match in _JOINTS.finditer(text, *gap)), gap.end]
        for start, end in zip(starts, ends, strict=True):
            piece = _stripped(text, Span(start, end))
            if piece.end <= piece.start:
                continue
            parted = before is not None and start == gap.start and text[gap.start : gap.start + 1] == ","
            yield piece, before if parted else None
        last = Span(starts[-1], ends[-1])
        before = _stripped(text, last) if len(starts) == 1 and text[: gap.end].rstrip().endswith(",") else None


def _stripped(text: str, span: Span) -> Span:
    opening = _DANGLING.match(text, *span)
    start = opening.end() if opening else span.start
    closing = _LOOSE_END.search(text, start, span.end)
    return trimmed(text, Span(start, closing.start() if closing and closing.start() > start else span.end))


def _goes_on(text: str, sentence: Span, piece: Span, taken: Sequence[Span]) -> bool:
    """Whether a clause follows another of its sentence without a subject of its own: ``… and has refused``."""
    behind = any(span.end <= piece.start for span in taken)
    return behind and piece.start > sentence.start and text[piece.start].islower()
