"""Carriers: the person who brings a proposal to the table, as its sentence names them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article

_PLAN = r"(?:peace\s+)?(?:proposal|plan|offer|package|outline|draft|paper)"
_BRINGS = (
    r"(?:had\s+|has\s+)?(?:brought|presented|tabled|delivered|carried|conveyed|passed\s+on|handed\s+over|put\s+forward|"
    r"introduced|laid\s+out|put)\b"
)
_ROLE = r"(?:(?:the|an?|its|his|her|their)\s+)?(?:[\w’'.-]+\s+){0,2}?(?:envoy|mediator|negotiator|emissary)\s+"
_CARRIES = re.compile(r"\b(?:envoy|mediator|negotiator|emissary)\b", re.IGNORECASE)
_TOLD = (
    r"(?:told|proposed\s+to|offered\s+to|suggested\s+to|gave|handed|via|through|brought\s+by|presented\s+by|made\s+by)"
)


def carrier_in(sentence: str, article: Article, case: Case) -> str | None:
    """The full name of the person of the case who carried a plan, or was given it to carry; None where none is named.

    *A Nemec proposal*, *Nemec presented*: whoever brings it. *Proposed to Nemec*, *told Nemec*: only somebody whose
    office, in the case or anywhere in the article, is to carry (envoy, mediator, negotiator); others just hear of it.
    """
    for names, full, office in _names(tuple((p.name, p.aliases, p.office) for y in case.parties for p in y.people)):
        told, brings = _patterns(names)
        if any(pattern.search(sentence) for pattern in brings):
            return full
        if told.search(sentence) and (_CARRIES.search(office) or _in_role(names).search(article.text)):
            return full
    return None


@lru_cache(maxsize=32)
def _names(people: Sequence[tuple[str, tuple[str, ...], str | None]]) -> tuple[tuple[str, str, str], ...]:
    """For each person the alternatives of a pattern, longest first, the full name, and the office."""
    found = []
    for full, aliases, office in people:
        names = sorted({full, *aliases, full.split()[-1]}, key=len, reverse=True)
        found.append(("|".join(re.escape(name) for name in names), full, office or ""))
    return tuple(found)


@lru_cache(maxsize=256)
def _patterns(names: str) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What says that somebody was given a plan, and what says that they brought it."""
    name = rf"(?:{names})"
    told = re.compile(rf"\b{_TOLD}\s+(?:{_ROLE})?{name}\b")
    return told, (
        re.compile(rf"\b(?:an?|the|this|that)\s+{name}(?:[’']s)?\s+{_PLAN}\b"),
        re.compile(rf"\b{_ROLE}{name}\s+{_BRINGS}"),
        re.compile(rf"\b{name}\s+{_BRINGS}[^.;]{{0,60}}\b{_PLAN}"),
    )


@lru_cache(maxsize=256)
def _in_role(names: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_ROLE}(?:{names})\b")
