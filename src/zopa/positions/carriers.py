"""Carriers: the person who brings a proposal to the table, as its sentence names them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case.case import Case

_PLAN = r"(?:peace\s+)?(?:proposal|plan|offer|package|outline|draft|paper)"
_BRINGS = (
    r"(?:had\s+|has\s+)?(?:brought|presented|tabled|delivered|carried|conveyed|passed\s+on|handed\s+over|put\s+forward|"
    r"introduced|laid\s+out|put)\b"
)
_ROLE = r"(?:(?:the|an?|its|his|her|their)\s+)?(?:[\w’'.-]+\s+){0,2}?(?:envoy|mediator|negotiator|emissary)\s+"
_TOLD = (
    r"(?:told|proposed\s+to|offered\s+to|suggested\s+to|gave|handed|via|through|brought\s+by|presented\s+by|made\s+by)"
)


def carrier_in(sentence: str, case: Case) -> str | None:
    """The full name of the person of the case who carried a plan, or was given it to carry; None where none is named.

    *proposed to Nemec*, *told the envoy Anna Nemec*, *a Nemec proposal*, *Nemec presented*: only such words name one.
    """
    for names, full in _names(tuple((p.name, p.aliases) for party in case.parties for p in party.people)):
        for pattern in _patterns(names):
            if pattern.search(sentence):
                return full
    return None


@lru_cache(maxsize=32)
def _names(people: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[tuple[str, str], ...]:
    """For each person the alternatives of a pattern, longest first, and the full name."""
    found = []
    for full, aliases in people:
        names = sorted({full, *aliases, full.split()[-1]}, key=len, reverse=True)
        found.append(("|".join(re.escape(name) for name in names), full))
    return tuple(found)


@lru_cache(maxsize=256)
def _patterns(names: str) -> tuple[re.Pattern[str], ...]:
    name = rf"(?:{names})"
    return (
        re.compile(rf"\b{_TOLD}\s+(?:{_ROLE})?{name}\b"),
        re.compile(rf"\b(?:an?|the|this|that)\s+{name}(?:[’']s)?\s+{_PLAN}\b"),
        re.compile(rf"\b{_ROLE}{name}\s+{_BRINGS}"),
        re.compile(rf"\b{name}\s+{_BRINGS}[^.;]{{0,60}}\b{_PLAN}"),
    )
