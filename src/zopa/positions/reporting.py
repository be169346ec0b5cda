"""Reporting: which other outlets an article retells, by its own account (*the Valley Post reported*, *citing X*).

An outlet counts where its name stands in the first sentences, or more than once: a retelling credits its report at the
top or throughout, while an article of its own reporting names another outlet in passing for a single quotation.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.positions.claims import sentences_of
from zopa.statements.lexicon import word_list, word_set

if TYPE_CHECKING:
    from zopa.coverage.article import Article

LEAD = 3
"""Sentences at the top of an article in which one mention is enough."""

_OUTLET_ENDS = word_set(
    "agency broadcaster chronicle courier daily echo gazette herald journal magazine mail mercury news newspaper "
    "observer post press radio review standard sun telegraph times tribune weekly wire"
)
_NAME = r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'&.-]*(?:\s+(?:of\s+|de\s+)?[A-Z][\w’'&-]*){0,4})"
_CREDITS = (
    re.compile(
        r"\b(?:according\s+to|citing|cites|cited\s+by|reported\s+by|reports\s+in|report\s+(?:by|in)|told|relayed\s+by|"
        r"obtained\s+by|published\s+(?:by|in)|interview\s+with)\s+" + _NAME
    ),
    re.compile(
        _NAME
        + r"(?:\s+(?:has|have))?\s+(?:reported|reports|writes|wrote|revealed|reveals|disclosed|listed|said|says)\b"
    ),
    re.compile(_NAME + r"[’']s?\s+(?:own\s+)?(?:report|account|sources|story)\b"),
)
_MARKS = re.compile(r"[^\w\s]")
_CREDIT_IN_BRACKETS = re.compile(r"\(([^)]+)\)")


@lru_cache(maxsize=2048)
def reports_named(article: Article) -> frozenset[str]:
    """The plain names of the outlets an article credits with its report. Cost: linear in its words."""
    lead, rest = Counter[str](), Counter[str]()
    for place, sentence in enumerate(sentences_of(article)):
        (lead if place < LEAD else rest).update(_outlets_in(sentence))
    own = own_names(article)
    return frozenset(name for name in lead | rest if name not in own and (name in lead or rest[name] > 1))


def own_names(article: Article) -> frozenset[str]:
    """The plain names an article is published under: its outlet, and the agency in brackets behind it."""
    outlet = article.outlet or ""
    parts = (_CREDIT_IN_BRACKETS.sub("", outlet), *_CREDIT_IN_BRACKETS.findall(outlet))
    return frozenset(name for part in parts if (name := plain_outlet(part)))


def plain_outlet(name: str) -> str:
    """An outlet's name in small letters, without marks and the article before it."""
    words = _MARKS.sub(" ", name.casefold().removesuffix("’s").removesuffix("'s")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _outlets_in(sentence: str) -> set[str]:
    """The outlets credited in one sentence; a person or a party in the same place is none."""
    found = set()
    for pattern in _CREDITS:
        for match in pattern.finditer(sentence):
            name = plain_outlet(match.group("name"))
            if name and (name.split()[-1] in _OUTLET_ENDS or name in _known()):
                found.add(name)
    return found


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(plain_outlet(name) for name in word_list("outlets"))
