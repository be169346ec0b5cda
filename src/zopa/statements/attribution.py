"""The seam between finding words and understanding them: a source, a cue and a content, as spans of one text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.coverage.article import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as a finder sees it, before anybody asks who the source is.

    Each role is a tuple of spans of the article's text, in text order, without overlap. ``content`` is never empty
    and has several spans where the cue interrupts it (``"A," she said. "B"`` is two sentences of one statement only
    if the first does not end). ``source`` and ``cue`` may be empty: a quotation nobody is named for, or a sentence
    that carries on an attribution begun before. Direct quotations leave out their outer quotation marks; a ``that``
    before what was said may stand in the content or not: the reader takes it out. ``confidence`` is between 0 and 1.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
