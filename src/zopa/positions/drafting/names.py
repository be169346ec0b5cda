"""Names that may stand for a party: states by all their forms, organisations, unknown proper names, and groups."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.statements.lexicon import word_list, word_set, word_table
from zopa.statements.names import name_kind, names_in
from zopa.statements.roles import GROUP_NOUNS, ORGANISATION_NOUNS, OUTLET_NOUNS, TITLES
from zopa.statements.tokens import tokens_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.coverage.article import Article
    from zopa.statements.names import Name
    from zopa.statements.tokens import Token

NATIONAL_ENDINGS = ("ian", "ean", "an", "n", "ese", "i", "ish")
_SHORTEST = 3
_VAGUE = word_set(
    """
    officials analysts leaders critics experts supporters opponents lawmakers diplomats economists historians observers
    scholars researchers scientists activists advocates residents citizens conservatives liberals progressives allies
    aides advisers advisors members people sources media reporters journalists pundits strategists women men some many
    others most both few several party team group nations countries states executives representatives lawyers attorneys
    staff house agreement court campaign deal war sea river island islands award square act security wall
    province country nation region world city town street
    national united international conflict press summit convention hall forum park talks police investigators voters
    """
)
"""Nouns of groups and bodies that are too vague, or too far from the table, to be a party by themselves."""

_PLURAL_PARTIES = word_set(
    """
    rebels militants insurgents separatists hijackers gunmen strikers owners employers workers farmers growers unions
    shareholders creditors families governments ministries museum trustees tenants landlords players clubs teachers
    doctors nurses dockers fishermen skippers regulator rebel buyers sellers bondholders directors company firm
    """
)
GROUPS = (GROUP_NOUNS | ORGANISATION_NOUNS | _PLURAL_PARTIES) - _VAGUE - OUTLET_NOUNS - TITLES
"""Nouns that, after *the*, may stand for a party: *the union*, *the rebels*, *the authority*."""


@dataclass(slots=True)
class Forms:
    """The forms of names found in articles: of each candidate (its fullest name), the words that stand for it.

    ``of`` maps a form in small letters to the candidate; ``capitals`` are the forms written with a capital.
    """

    of: dict[str, str] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)

    def forms(self, candidate: str) -> list[str]:
        """The forms of a candidate, in the order in which they were met."""
        return [form for form, stands in self.of.items() if stands == candidate]


def forms_in(articles: Sequence[Article], people: Iterable[str]) -> Forms:
    """The names of articles that may stand for a party; ``people`` are the last words of people's names.

    1. States stand under one name for their adjectives, capitals and seats of government.
    2. Names of organisations and names of unknown kind stand for themselves; those of media are left out.
    3. A single word joins the one longer name that begins or ends with it, an adjective joins the name it comes from
       (*Arvenian*, Arvenia), and *the union* the one organisation whose name ends with the word.

    Cost: linear in the text, and quadratic in the number of distinct names.
    """
    seen, groups = _sighted(articles, frozenset(people))
    forms = Forms(dict(_state_forms()))
    forms.states = set(forms.of.values())
    names = [name for name, _ in seen.most_common() if name not in forms.of]
    for name in sorted(names, key=lambda name: -len(name.split())):
        forms.of[name] = _longer(name, names) or _country(name, names) or name
    for group in groups:
        ending = {forms.of[name] for name in names if name.split()[-1].lower() == group and " " in name}
        forms.of[f"the {group}"] = ending.pop() if len(ending) == 1 else f"the {group}"
    return forms


def _state_forms() -> Iterable[tuple[str, str]]:
    for (name,), *others in word_table("state_forms"):
        yield name, name
        for form in (form for column in others for form in column):
            yield form, name


def _sighted(articles: Sequence[Article], people: frozenset[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each name that is no person's is met, and each group noun after *the*."""
    names: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    for article in articles:
        for paragraph in article.paragraphs:
            tokens = tokens_in(article.text, paragraph)
            found = names_in(article.text, tokens)
            names.update(
                clean
                for name in found
                if (clean := _body(name, people)) is not None and not _names_an_office(tokens, name, clean)
            )
            names.update(_members_bodies(article.text, tokens, found))
            groups.update(
                after.word
                for before, after in pairwise(tokens)
                if before.word == "the" and not after.capital and after.word in GROUPS
            )
            groups.update(_owners(tokens))
    return names, groups


def _members_bodies(text: str, tokens: Sequence[Token], names: Sequence[Name]) -> list[str]:
    """Bodies named after their members, which are two names in a row: ``Stonecutters' Union``."""
    return [
        text[tokens[one.start].start : tokens[other.end - 1].end].removesuffix("'s").removesuffix("’s")
        for one, other in pairwise(names)
        if text[tokens[one.end - 1].end - 1 : tokens[other.start].start] in ("s' ", "s’ ")
        and tokens[other.end - 1].word.removesuffix("'s") in ORGANISATION_NOUNS | GROUP_NOUNS
    ]


def _owners(tokens: Sequence[Token]) -> list[str]:
    """The nouns that offices belong to, which makes them bodies: ``the league's chairwoman``."""
    return [
        token.word.removesuffix("'s")
        for index, token in enumerate(tokens)
        if token.word.endswith("'s") and not token.capital and index and tokens[index - 1].word == "the"
        and token.word.removesuffix("'s") not in TITLES | _VAGUE
        and any(after.word in TITLES for after in tokens[index + 1 : index + 4])
    ]  # fmt: skip


def _body(name: Name, people: frozenset[str]) -> str | None:
    """The words of a name that may be a party's; None for people, media, months and words in capitals throughout."""
    words = name.words.removeprefix("The ").removeprefix("the ")
    while words.split() and words.split()[0].lower() in TITLES:
        words = " ".join(words.split()[1:])
    last = words.split()[-1].lower() if words.split() else ""
    if name.kind == "outlet" or len(words) < _SHORTEST or (name.kind == "person" and last in people):
        return None
    if len(words.split()) > 1 and words.isupper():
        return None
    small = [word.lower() for word in words.split()]
    if not small:
        return None
    if name.kind == "organisation" and any(word in OUTLET_NOUNS for word in small):
        return None
    return None if words.lower() in word_list("nationalities") or name_kind(words) == "outlet" else words


def _names_an_office(tokens: Sequence[Token], name: Name, words: str) -> bool:
    """Whether a lone word belongs to an office (``Education minister``) or is a common noun with a capital."""
    if " " in words:
        return False
    following = tokens[name.end].word if name.end < len(tokens) else ""
    return words.lower() in GROUPS or (following in TITLES and not words.endswith(NATIONAL_ENDINGS))


def _longer(name: str, names: Sequence[str]) -> str | None:
    """The one longer name that a single word begins or ends."""
    if " " in name:
        return None
    whole = {other for other in names if " " in other and name in (other.split()[0], other.split()[-1])}
    return whole.pop() if len(whole) == 1 else None


def _country(name: str, names: Sequence[str]) -> str | None:
    """The name that an adjective of nationality comes from."""
    for ending in NATIONAL_ENDINGS:
        root = name.removesuffix("s").removesuffix(ending)
        for other in names:
            if other != name and len(root) >= _SHORTEST and other in (root, f"{root}a", f"{root}ia"):
                return other
    return None
