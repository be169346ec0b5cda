"""Who acts in articles: of each name that may be a party's, how often it demands, offers, refuses, or is spoken for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.positions.attitude_cues import ATTITUDES
from zopa.positions.descriptions import OFFICES, OUTSIDERS
from zopa.positions.drafting.draft import Ground, file_of
from zopa.positions.words import phrase_table, phrases_at, stems, tokens_of
from zopa.statements.cues import CUE_VERBS
from zopa.statements.page import page_of
from zopa.statements.words import ADVERBS, AUXILIARIES, MODALS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.coverage.article import Article
    from zopa.positions.drafting.names import Forms
    from zopa.positions.words import Token

_PHRASES = phrase_table(ATTITUDES)
_BETWEEN = 4
_LONGEST = 6
_QUOTED = 110


@dataclass(slots=True)
class Actor:
    """A candidate party: how often it acts, how often somebody holds an office of it, and the words that show it."""

    name: str
    acts: int = 0
    offices: int = 0
    articles: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)
    ground: Ground | None = None

    @property
    def weight(self) -> float:
        """Acts, and half as much for offices: a spokesman shows that a body speaks, not that it sits at the table."""
        return self.acts + self.offices / 2


class NameFinder:
    """Finds the forms of candidate names in token sequences, longest first."""

    def __init__(self, forms: Forms) -> None:
        self._of: Mapping[tuple[str, ...], tuple[str, str]] = {
            tuple(_plain(token) for token in tokens_of(form)): (name, form) for form, name in forms.of.items()
        }
        self._longest = min(max(map(len, self._of), default=0), _LONGEST)

    def in_tokens(self, tokens: Sequence[Token]) -> list[tuple[str, str, int, int]]:
        """The mentions: name, form, first and last token."""
        found = []
        index = 0
        while index < len(tokens):
            match = self._at(tokens, index)
            if match is None:
                index += 1
            else:
                found.append(match)
                index = match[3] + 1
        return found

    def names_in(self, words: str) -> list[str]:
        """The distinct candidates a few words name, in order."""
        return list(dict.fromkeys(name for name, *_ in self.in_tokens(tokens_of(words))))

    def _at(self, tokens: Sequence[Token], index: int) -> tuple[str, str, int, int] | None:
        for length in range(min(self._longest, len(tokens) - index), 0, -1):
            key = tuple(_plain(token) for token in tokens[index : index + length])
            if key[0] == "The" and key not in self._of:
                key = ("the", *key[1:])
            if key in self._of:
                return (*self._of[key], index, index + length - 1)
        return None


def _plain(token: Token) -> str:
    return token.text.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def actors_in(articles: Sequence[Article], finder: NameFinder) -> dict[str, Actor]:
    """The candidates that are met in articles, by name, with what they do. Linear in the text."""
    actors: dict[str, Actor] = {}
    for article in articles:
        for sentence in page_of(article).sentences:
            tokens = tokens_of(article.text, *sentence)
            for name, form, first, last in finder.in_tokens(tokens):
                actor = actors.setdefault(name, Actor(name))
                actor.articles.add(article.doc)
                actor.used.add(form)
                acts, office = _acts(tokens, last), _holds_office(tokens, first, last)
                actor.acts += acts
                actor.offices += office
                if (acts and (actor.ground is None or actor.acts == 1)) or (office and actor.ground is None):
                    words = quotation(sentence.of(article.text), tokens[first].start - sentence.start)
                    actor.ground = Ground(file_of(article), words)
    return actors


def _acts(tokens: Sequence[Token], last: int) -> bool:
    """Whether a verb of saying or of stance follows a name, with nothing but auxiliaries and adverbs between."""
    if tokens[last].text.endswith(("'s", "’s")):
        return False
    index = last + 1
    if index < len(tokens) and tokens[index].text == "," and (end := _apposition_end(tokens, index)):
        index = end + 1
    for _ in range(_BETWEEN):
        if index >= len(tokens) or not tokens[index].is_word:
            return False
        word = tokens[index].text.lower()
        if phrases_at(list(tokens), index, _PHRASES) or word in CUE_VERBS or word in _MODALS:
            return True
        if word not in AUXILIARIES and word not in ADVERBS and word not in _LINKS and not word.endswith("ly"):
            return False
        index += 1
    return False


_MODALS = MODALS - {"to"}
_LINKS = frozenset({"been", "be", "no", "longer", "so", "far", "both"})


def _apposition_end(tokens: Sequence[Token], comma: int) -> int | None:
    """The comma that ends what is inserted after a name, within fourteen words."""
    return next((index for index in range(comma + 2, min(comma + 15, len(tokens))) if tokens[index].text == ","), None)


def _holds_office(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is an office's: ``the union's spokesman``, ``Arvenian officials``, ``chair of the board``."""
    after = [token.stem for token in tokens[last + 1 : last + 4]]
    before = [token.stem for token in tokens[max(0, first - 3) : first]]
    if any(word in OUTSIDERS for word in (*after[:2], *before)):
        return False
    close = tokens[last].text.endswith(("'s", "’s")) or len(after) > 0
    return (close and any(word in SPEAKING for word in after[:2])) or (
        before[-1:] == ["of"] and any(word in SPEAKING for word in before)
    )


SPEAKING = OFFICES - stems("government cabinet commission union army members side administration authorities authority")
"""Words for people who speak for a body, without those for bodies."""


def quotation(sentence: str, around: int = 0) -> str:
    """Some words of a sentence, whole where it is short, else from a word near ``around`` on."""
    words = " ".join(sentence.split())
    if len(words) <= _QUOTED:
        return words
    wanted = min(around, len(words) - _QUOTED)
    start = 0 if around <= _QUOTED // 2 or wanted <= 0 else words.rfind(" ", 0, wanted) + 1
    cut = words[start : start + _QUOTED + 1]
    if start + len(cut) < len(words):
        cut = cut.rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return ("… " if start else "") + cut
