"""Which of the people an article names ``the Russian leader``, ``the envoy`` or ``the finance minister`` means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from zopa.statements.lexicon import word_list, word_set
from zopa.statements.names import bare
from zopa.statements.roles import HEADS_OF_STATE, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = word_set("the a an of for and in at to former u.s this that his her their its")
_LEADERS = HEADS_OF_STATE | word_set("head chief chair chairman chairwoman chairperson president boss")
_OFFICIALS = word_set("minister secretary president premier chancellor ambassador envoy commissioner undersecretary "
                      "governor mayor representative adviser advisor aide spokesman spokeswoman")  # fmt: skip
_GENERIC = {"leader": _LEADERS, "head": _LEADERS, "chief": _LEADERS, "official": _OFFICIALS, "politician": _OFFICIALS}
_SHORTEST_STEM = 4


Somebody = TypeVar("Somebody", bound="HasRoles")


class HasRoles(Protocol):
    """Somebody with the words of the offices and affiliations that an article gives them."""

    @property
    def roles(self) -> frozenset[str]:
        """Those words, in small letters."""


def role_words(description: str | None) -> frozenset[str]:
    """The words of a description that tell an office or an affiliation, in small letters."""
    words = [bare(word.strip('.,;:()“”"')).lower() for word in (description or "").split()]
    return frozenset(word for word in words if word and word not in _SMALL)


def names_an_office(wanted: frozenset[str]) -> bool:
    """Whether role words hold the name of an office."""
    return any(word in TITLES or word in HEADS_OF_STATE for word in wanted)


def fitting(wanted: frozenset[str], people: Iterable[Somebody]) -> list[Somebody]:
    """The people of whom every role word is told: as it stands, else as a word akin (``Tarsian`` of Tarsia).

    Where only some are told exactly, those come alone. ``Leader`` fits whoever heads something, ``official`` the holder
    of a public office if another word of the description fits too.
    """
    if not wanted:
        return []
    somebody = list(people)
    exact = [one for one in somebody if wanted <= one.roles]
    return exact or [one for one in somebody if all(_is_told(word, wanted, one.roles) for word in wanted)]


def _is_told(word: str, wanted: frozenset[str], roles: frozenset[str]) -> bool:
    if word in roles:
        return True
    generic = _GENERIC.get(word, frozenset())
    if generic & roles and (word != "official" or len(wanted) > 1):
        return True
    return word not in TITLES and any(_are_akin(word, role) for role in roles)


def _are_akin(one: str, other: str) -> bool:
    """Whether two words share their beginning but for the last two letters of the shorter (``Norwegian``, ``Norway``).

    Words of occupation are never akin: a minister is no ministry.
    """
    if other in TITLES:
        return False
    length = max(_SHORTEST_STEM, min(len(one), len(other)) - 2)
    return one[:length] == other[:length] and _may_be_a_place(one, other)


def _may_be_a_place(one: str, other: str) -> bool:
    """Two adjectives of nationality are two nations, however alike they look (``Australian``, ``Austrian``)."""
    nationalities = word_list("nationalities")
    return not (one in nationalities and other in nationalities)
