"""A passage: a statement's words prepared for coding, with its parties, terms, cues and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.clauses import clauses_of
from zopa.positions.cue_phrases import ENDS, marks_in, stances_in
from zopa.positions.definitions import case_terms
from zopa.positions.quantities import quantities_in
from zopa.positions.words import phrase_table, phrases_in, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.coverage.article import Span
    from zopa.positions.clauses import Clause
    from zopa.positions.parties import Mention, PartyNames
    from zopa.positions.quantities import Quantity
    from zopa.positions.words import Term, Token

_MODALS = phrase_table({"directive": cues.DIRECTIVES, "future": cues.FUTURES})
_TONES = phrase_table({"red_line": cues.RED_LINES, "soft": cues.HEDGES, "mutual": cues.MUTUAL})
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens and everything found in them; indices count tokens."""

    tokens: list[Token]
    mentions: list[Mention]
    terms: list[Term]
    attitudes: list[Term]
    modals: list[Term]
    tones: list[Term]
    marks: list[Term]
    clauses: list[Clause]
    quantities: list[Quantity]

    def within(self, found: Iterable[Term], clause: Clause) -> list[Term]:
        """The terms that begin in a clause."""
        return [term for term in found if clause.holds(term.first)]

    def negated(self, index: int, reach: int = 3) -> bool:
        """Whether a negator stands within ``reach`` words before a token, in the same clause."""
        for place in range(index - 1, max(-1, index - 1 - reach), -1):
            token = self.tokens[place]
            if token.text in ENDS:
                return False
            if token.stem in cues.NEGATORS or token.text.lower().endswith(("n't", "n’t")):
                return True
        return False


def read_passage(text: str, spans: Sequence[Span], names: PartyNames) -> Passage:
    """Prepares spans of a text. Cost: linear in their length; neighbouring statements share what was read last."""
    return _read(text, tuple(spans), names)


@lru_cache(_KEPT)
def _read(text: str, spans: tuple[Span, ...], names: PartyNames) -> Passage:
    tokens = [token for span in spans for token in tokens_of(text, span.start, span.end)]
    marks = marks_in(tokens)
    traded = {index for mark in marks if mark.name == "exchange" for index in range(mark.first, mark.last + 1)}
    mentions = names.mentions(tokens)
    terms = [term for term in case_terms(tokens, names, mentions) if term.first not in traded]
    attitudes = stances_in(tokens, terms)
    terms = [
        term
        for term in terms
        if not (term.name == "KEEP" and any(c.first <= term.last + 1 <= c.last + 1 for c in attitudes))
    ]
    return Passage(
        tokens=tokens,
        mentions=mentions,
        terms=terms,
        attitudes=attitudes,
        modals=phrases_in(tokens, _MODALS),
        tones=phrases_in(tokens, _TONES),
        marks=marks,
        clauses=clauses_of(tokens, marks, mentions, attitudes),
        quantities=[
            each for each in quantities_in(tokens) if not any(m.first <= each.first <= m.last for m in mentions)
        ],
    )
