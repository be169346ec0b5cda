"""What is asked for and refused: the statements that carry a stance, cut down to the words that may name an issue."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import words_of
from zopa.positions.attitude_cues import ATTITUDES
from zopa.positions.cues import DIRECTIVES
from zopa.positions.lexicon import COMMON, GENERIC, STOP_WORDS
from zopa.positions.quantities import Quantity, quantities_in
from zopa.positions.sentences import sentence_of
from zopa.positions.words import phrase_table, phrases_at, stem, stems, tokens_of
from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_list, word_table
from zopa.statements.roles import GROUP_NOUNS, TITLES
from zopa.statements.words import DETERMINERS, MODALS, MONTHS, POSSESSIVES, PREPOSITIONS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.coverage.article import Article
    from zopa.positions.words import Token
    from zopa.statements.statement import Statement

_STANCES = phrase_table({**ATTITUDES, "demanded": DIRECTIVES})
_CUES = frozenset(stem(phrase) for cues in ATTITUDES.values() for phrase in cues if " " not in phrase)
_PASSED_OVER = (
    frozenset(stem(word) for word in (*STOP_WORDS, *GENERIC, *COMMON))
    | _CUES
    | frozenset(stem(verb) for verb in CUE_VERBS)
    | frozenset(stem(word) for word in (*MONTHS, *WEEKDAYS, *PREPOSITIONS))
    | stems("today yesterday tomorrow week month year day hour decade morning night spring summer autumn winter")
    | stems("minister president government official party news paper newspaper spokesman reporter statement letter")
    | frozenset(stem(word) for word in GROUP_NOUNS)
    | stems("province trustee director citizen side member partner rival")
    | stems("man men woman women child body thing lot bit matter word percent per cent million dollar")
)
_BEFORE_NOUNS = DETERMINERS | POSSESSIVES | {"of", "no", "for", "on", "over", "about"}
_NOUN_SHARE = 0.34
_LEAST_LETTERS = 3
_LONGEST_SHORT = 6


@dataclass(frozen=True, slots=True)
class Gist:
    """One statement with a stance: its words, who says it, the terms that may name an issue, and its numbers."""

    article: Article
    words: str
    speaker: str
    terms: frozenset[str]
    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Surfaces:
    """How terms are written: of each term its commonest form, and the share of its uses where a noun stands."""

    form: Mapping[str, str]
    nouns: frozenset[str]


def gists_of(articles: Sequence[Article], statements: Sequence[Statement], names: Iterable[str]) -> list[Gist]:
    """The statements that ask for, offer, accept or refuse something; ``names`` of parties and people are no terms.

    A statement counts where it, or the rest of its sentence, holds a word of stance or of obligation, or where it
    speaks of what is to be. Cost: linear in the text.
    """
    by_id = {article.id: article for article in articles}
    own = {token.stem for name in names for token in tokens_of(name)}
    own |= {stem(form) for row in word_table("state_forms") for column in row for form in column}
    surfaces = surfaces_of(articles)
    found = []
    for statement in statements:
        article = by_id[statement.article]
        words = " ".join(words_of(statement.content, article.text).split())
        tokens = tokens_of(words)
        around = tokens_of(article.text, *sentence_of(statement, article.text))
        if not (_has_stance(around) or any(token.text.lower() in MODALS for token in tokens)):
            continue
        terms = frozenset(token.stem for token in tokens if token.stem in surfaces.nouns and token.stem not in own)
        if terms:
            found.append(Gist(article, words, statement.speaker, terms, tuple(quantities_in(tokens))))
    return found


def surfaces_of(articles: Sequence[Article]) -> Surfaces:
    """The words of articles that are used as nouns often enough, and how each is written most often.

    A word is taken for a noun where it follows an article, a possessive, a number or *of*, an adjective between them
    allowed, in at least a third of its uses.
    """
    forms: dict[str, Counter[str]] = {}
    nominal: Counter[str] = Counter()
    for article in articles:
        tokens = tokens_of(article.text)
        for index, token in enumerate(tokens):
            word = token.text.removesuffix("'s").removesuffix("’s")
            if (
                token.stem in _PASSED_OVER
                or word.lower() in TITLES
                or len(token.stem) < _LEAST_LETTERS
                or not word.isalpha()
            ):
                continue
            forms.setdefault(token.stem, Counter())[_written(word)] += 1
            nominal[token.stem] += _stands_as_noun(tokens, index)
    form = {term: counted.most_common(1)[0][0] for term, counted in forms.items()}
    nouns = frozenset(
        term
        for term, counted in forms.items()
        if nominal[term] >= _NOUN_SHARE * counted.total() and form[term].lower() not in word_list("nationalities")
    )
    return Surfaces(form, nouns)


def _written(word: str) -> str:
    return word if word.isupper() and len(word) < _LONGEST_SHORT else word.lower()


def _stands_as_noun(tokens: Sequence[Token], index: int) -> bool:
    before = [token.text.lower() for token in tokens[max(0, index - 2) : index]]
    if before[-1:] and before[-1] in MODALS:
        return False
    return any(word in _BEFORE_NOUNS or word.isdigit() or word.endswith(("'s", "’s")) for word in before)


def _has_stance(tokens: list[Token]) -> bool:
    return any(phrases_at(tokens, index, _STANCES) for index in range(len(tokens)))
