"""One sentence laid out for the rules: its tokens, and which of them lie between quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.tokens import Token, tokens_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.quotations import Quotation

QUOTE_MARKS = frozenset(('"', "“", "”", "„", "«", "»", "‟", "`", "``", "''"))
DASHES = frozenset(("—", "–", "--", "―"))
BREAKS = frozenset((",", ";", ":", "(", ")", "[", "]", "…", "...", "?", "!")) | DASHES | QUOTE_MARKS


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence: ``quote_of[i]`` is the index in ``quotes`` of the quotation that token ``i`` lies in, or -1.

    Quotation marks themselves count as lying in their quotation.
    """

    text: str
    span: Span
    tokens: tuple[Token, ...]
    quote_of: tuple[int, ...]
    quotes: tuple[Quotation, ...]

    def word(self, index: int) -> str:
        """The word at an index, in small letters; empty outside the sentence."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def quoted(self, index: int) -> bool:
        """Whether the token at an index lies between quotation marks."""
        return 0 <= index < len(self.tokens) and self.quote_of[index] >= 0

    def capital(self, index: int) -> bool:
        """Whether the token at an index begins with a capital letter."""
        return 0 <= index < len(self.tokens) and self.tokens[index].capital

    def span_of(self, start: int, end: int) -> Span:
        """The span of tokens ``start`` to ``end`` (exclusive); there must be at least one."""
        return Span(self.tokens[start].start, self.tokens[end - 1].end)

    def has_word(self, start: int, end: int) -> bool:
        """Whether any token from ``start`` to ``end`` (exclusive) is a word."""
        return any(token.is_word for token in self.tokens[start:end])

    @property
    def end(self) -> int:
        """The number of tokens."""
        return len(self.tokens)

    @property
    def body_end(self) -> int:
        """The index after the last token that is not closing punctuation."""
        index = len(self.tokens)
        while index and not self.tokens[index - 1].is_word and not self.quoted(index - 1):
            if self.tokens[index - 1].word in (")", "]", "%"):
                break
            index -= 1
        return index


def scene_of(text: str, sentence: Span, quotes: Sequence[Quotation]) -> Scene:
    """Lay out a sentence; ``quotes`` are the quotations that overlap it, in order."""
    tokens = tuple(tokens_in(text, sentence))
    quote_of: list[int] = []
    index = 0
    for token in tokens:
        while index < len(quotes) and quotes[index].outside.end <= token.start:
            index += 1
        inside = index < len(quotes) and quotes[index].outside.start < token.end
        quote_of.append(index if inside else -1)
    return Scene(text, sentence, tokens, tuple(quote_of), tuple(quotes))
