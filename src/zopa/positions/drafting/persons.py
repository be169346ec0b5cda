"""The people who speak in articles, put together across them: fullest name, office, and where they are introduced."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from zopa.positions.descriptions import OUTSIDERS
from zopa.positions.words import tokens_of
from zopa.statements.cues import CUE_VERBS
from zopa.statements.lexicon import word_list
from zopa.statements.page import page_of
from zopa.statements.words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, SUBORDINATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.coverage.article import Article, Span
    from zopa.statements.page import Page
    from zopa.statements.people import Person
    from zopa.statements.statement import Statement

_BEFORE = 90
_AFTER = 90
_EARLIER = 220
_ALIKE = 0.8
"""How like two last words must be to be spellings of one name, from 0 to 1."""
_REPEATED = 3
_NO_NOUNS = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS


@dataclass(frozen=True, slots=True)
class Introduction:
    """A place that names somebody: its article and sentence, and the words before and after inside the sentence.

    ``earlier`` is what stands before the name in the article, the sentences before included.
    """

    article: Article
    sentence: str
    before: str
    after: str
    earlier: str

    @property
    def apposition(self) -> str:
        """What stands between commas after the name: ``, the union's general secretary,``."""
        match = re.match(r"\s*,\s*(?:an?\s|who\s)?([^,.;:!?”\"]+)", self.after)
        words = match.group(1) if match else ""
        first = words.split()[0].lower() if words.split() else ""
        return "" if first in CUE_VERBS or first in _NO_NOUNS else words

    @property
    def title(self) -> str:
        """What stands right before the name: ``the union's general secretary,``."""
        return re.split(r"[,.;:!?“\"]", self.before.rstrip(" ,"))[-1].strip()

    @property
    def belonging(self) -> str:
        """The name's complement: ``of the union``, ``, for Northline,``."""
        match = re.match(r"\s*,?\s*(?:of|from|for|at)\s+([^,.;:!?”\"]{2,40})", self.after)
        return match.group(1) if match else ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks, with every place that names them; ``said`` counts the statements.

    ``titles`` are what they are called (*general secretary*), ``offices`` also what they belong to.
    """

    name: str
    aliases: tuple[str, ...]
    titles: tuple[str, ...]
    offices: tuple[str, ...]
    introductions: tuple[Introduction, ...]
    said: int

    @property
    def office(self) -> str | None:
        """The longest title that the articles give; None where they give none."""
        return max(self.titles, key=len, default=None)

    @property
    def outsider(self) -> bool:
        """Whether they are introduced as somebody who speaks about the parties: an analyst, a historian."""
        said = [*self.offices, *(introduced.apposition for introduced in self.introductions)]
        return any(token.stem in OUTSIDERS for words in said for token in tokens_of(words))


def speakers_in(articles: Sequence[Article], statements: Sequence[Statement]) -> list[Speaker]:
    """The named people of articles who are quoted, most quoted first.

    1. Gather each last word that names a quoted person, over all articles. A name in full that is repeated in full and
       never shortened to its last word is a body's, not a person's; so is a lone word without office or title.
    2. Join spellings of one name (*Zelensky*, *Zelenskyy*; *Šefčovič*, *Sefcovic*).
    """
    pages = [page_of(article) for article in articles]
    quoted = Counter(one.speaker.split()[-1].lower() for one in statements if one.speaker_kind == "person")
    outlets = {article.outlet.lower() for article in articles if article.outlet}
    found: list[Speaker] = []
    for surname, said in quoted.most_common():
        holding = [page for page in pages if surname in page.people.persons]
        if not holding or _is_body(holding, surname):
            continue
        named = [page.people.persons[surname] for page in holding]
        name = max((person.name for person in named), key=lambda words: (len(words.split()), len(words)))
        if name.lower() in outlets:
            continue
        offices = tuple(words for person in named for words in (person.office, person.affiliation) if words)
        titles = tuple(str(person.office) for person in named if holds_office(person))
        introductions = tuple(introduced for page in holding for introduced in _introductions(page, surname))
        speaker = Speaker(name, (), titles, offices, introductions, said)
        same = next((number for number, other in enumerate(found) if _one_name(other.name, name)), None)
        if same is None:
            found.append(speaker)
        else:
            found[same] = _joined(found[same], speaker)
    return found


def _one_name(one: str, other: str) -> bool:
    """Whether two names are spellings of one: last words nearly alike, first names the same where both have one."""
    first, second = _folded(one).split(), _folded(other).split()
    alike = SequenceMatcher(None, first[-1], second[-1], autojunk=False).ratio() >= _ALIKE
    return alike and (len(first) == 1 or len(second) == 1 or first[0] == second[0])


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()


def _joined(one: Speaker, other: Speaker) -> Speaker:
    name, second = sorted((one.name, other.name), key=lambda words: -len(words.split()))
    aliases = tuple(dict.fromkeys((*one.aliases, *other.aliases, second.split()[-1], second)))
    return Speaker(
        name,
        tuple(alias for alias in aliases if alias not in (name, name.split()[-1])),
        one.titles + other.titles,
        one.offices + other.offices,
        one.introductions + other.introductions,
        one.said + other.said,
    )


def _is_body(pages: Sequence[Page], surname: str) -> bool:
    """Whether a name is more likely a body's than a person's, over all the articles that have it."""
    named = [page.people.persons[surname] for page in pages]
    first = {person.name.split()[0].lower() for person in named}
    if any(holds_office(person) for person in named) or first & (word_list("female_names") | word_list("male_names")):
        return False
    if all(len(person.name.split()) < 2 for person in named):
        return True
    full = alone = 0
    for page in pages:
        for mention in page.people.mentions:
            if mention.person == surname:
                words = _words(page, mention.span)
                full += len(words.split()) > 1
                alone += len(words.split()) == 1 and not _after_small_word(page, mention.span)
    return full > len(pages) and full >= _REPEATED * alone


def holds_office(person: Person) -> bool:
    """Whether an office stands with a name as its bearer's: not *premier of* Lowland."""
    return bool(person.office) and not str(person.office).lower().endswith((" of", " for"))


def _after_small_word(page: Page, span: Span) -> bool:
    """Whether the word stands after an article or preposition: *the Senn*, *of Meridian*."""
    before = page.article.text[max(0, span.start - 12) : span.start].lower().split()
    return before[-1:] in (["the"], ["of"], ["in"], ["on"], ["at"])


def _words(page: Page, span: Span) -> str:
    return span.of(page.article.text).removesuffix("'s").removesuffix("’s")


def _introductions(page: Page, surname: str) -> list[Introduction]:
    found = []
    for mention in page.people.mentions:
        if mention.person == surname:
            sentence = page.sentences[page.sentence_at(mention.span.start)]
            text = page.article.text
            before = text[max(sentence.start, mention.span.start - _BEFORE) : mention.span.start]
            after = text[mention.span.end : min(sentence.end, mention.span.end + _AFTER)]
            earlier = text[max(0, mention.span.start - _EARLIER) : mention.span.start]
            found.append(Introduction(page.article, sentence.of(text), before, after, earlier))
    return found
