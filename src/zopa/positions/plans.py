"""Plans in words: whether a sentence makes an offer of several terms, points to a plan, or is read from one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.positions.words import stems, tokens_of

if TYPE_CHECKING:
    from zopa.statements.statement import Statement

_NOUNS = (
    r"proposals?|offers?|plans?|packages?|memorandum|memoranda|outlines?|drafts?|term\s+sheet|terms|blueprint|framework|"
    r"counter-?offers?|counter-?proposals?|bid|deal|papers?"
)
_OFFERS = re.compile(
    rf"\b(?:{_NOUNS}|propos(?:e|es|ed|ing)|offer(?:s|ed|ing)?|tabl(?:e|es|ed|ing)|put(?:s|ting)?\s+forward|"
    r"(?:in\s+)?(?:exchange|return)\s+for|in\s+return|if|provided|as\s+long\s+as|on\s+condition)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    rf"\b(?:the|this|that|these|those|its|his|her|their|under|such)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{_NOUNS})\b",
    re.IGNORECASE,
)
_DOCUMENTS = stems("proposal offer plan package memorandum outline draft terms blueprint framework paper text")


def offers_together(sentence: str) -> bool:
    """Whether a sentence has a word of offering, for a plan, or that sets one thing against another."""
    return _OFFERS.search(sentence) is not None


def refers_to_plan(sentence: str) -> bool:
    """Whether a sentence points to a plan spoken of: *the offer*, *under the Nordhaven proposal*, *these terms*."""
    return _POINTS.search(sentence) is not None


def is_plan_document(statement: Statement) -> bool:
    """Whether a statement is read from a plan: *according to the memorandum*, *the draft says*."""
    if statement.speaker_kind != "document":
        return False
    return any(token.stem in _DOCUMENTS for token in tokens_of(statement.speaker))
