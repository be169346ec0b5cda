"""Places to states, offline: seats of government, cities where meetings are held, first-level regions.

The tables are small on purpose. A place they do not hold has no state: nothing is guessed, and the case file can say it
(``host``). Sources: the table of states of the reader, a list of cities written for this project, and the region names
of Natural Earth (public domain). A place whose state is disputed is not in the tables.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.positions.gazetteer import state_named, states
from zopa.statements.lexicon import word_table

if TYPE_CHECKING:
    from collections.abc import Collection

_TABLES = ("regions", "cities")
"""Later tables win: a city goes before a region of the same name."""

_SOIL = r"(?P<adjective>[A-Z][\w.'’-]+)\s+(?:soil|territory|ground|capital)\b"
_LED = re.compile(
    r"\b(?:in|at|near|outside|like|on the island of|(?:fly|flew|flying|travel\w*|trip|visit|return\w*|move\w*|went|"
    r"go) to|visit(?:s|ed|ing)?|suggest(?:s|ed|ing)|propos(?:es|ed|ing)|offer(?:s|ed|ing)|considered|such as|including|"
    r"favou?r(?:s|ed|ing))\s+(?:the\s+)?(?=[A-ZÀ-Þ\d])"
)
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*)(?:(?:\s|-)(?:(?:of|the|and|de|el|al)\s)?[A-ZÀ-Þ][\w.'’-]*)*")
_VENUE = re.compile(
    r"\b(?:in|at|inside|outside)\s+(?P<venue>(?:an?|the|her|his|its|their)\s+(?:[\w'’-]+\s+){0,3}?(?:hotel|airport|"
    r"air base|airbase|embassy|consulate|residence|palace|villa|headquarters|town hall|city hall|ministry|monastery|"
    r"castle|office|port|border crossing|courthouse|school|church|mosque|factory|depot|union hall|club|restaurant|"
    r"ranch|base|ship))\b"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """A place as words name it: the ``name`` to show, and the ``state`` it lies in (None: not in the tables)."""

    name: str
    state: str | None
    span: Span


@cache
def _known() -> dict[str, str]:
    """Every place of the tables, in small letters, with its state."""
    found: dict[str, str] = {}
    for table in _TABLES:
        for state, places in read_table(table):
            found |= {_key(name): state for name in places.split(",")}
    for row in word_table("state_forms"):
        known = state_named(row[0][0])
        if known is not None and not known.union and len(row) > 3:
            found |= {_key(name): row[0][0] for name in row[3]}
    return found


@cache
def _adjectives() -> dict[str, str]:
    """Adjectives of nationality, in small letters, with their states."""
    rows = word_table("state_forms")
    return {word.casefold(): row[0][0] for row in rows if len(row) > 2 for word in row[2]}


def read_table(name: str) -> list[tuple[str, ...]]:
    """The rows of a table of this room, columns parted by ``|``; lines that begin with ``#`` are comments."""
    text = (files(__package__) / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return [tuple(column.strip() for column in line.split("|")) for line in lines]


def state_of(name: str) -> str | None:
    """The state that a place lies in, or that a name is; None for what the tables do not hold.

    >>> state_of("Alaska"), state_of("the Grand Hotel, Geneva"), state_of("Elsewhere")
    ('United States', 'Switzerland', None)
    """
    key = _key(name)
    state = states().get(key)
    if state is not None:
        return None if state.union else state.words[0]
    if key in _known():
        return _known()[key]
    tail = name.rpartition(",")[2].strip()
    return state_of(tail) if tail and tail != name.strip() else None


def is_state(name: str) -> bool:
    """Whether a name is a state itself and not a place in one."""
    state = states().get(_key(name))
    return state is not None and not state.union


def _key(name: str) -> str:
    plain = name.casefold().replace("’", "'").replace(".", "").strip(" ,")
    return plain.removeprefix("the ").removesuffix("'s")


def places_in(text: str, span: Span) -> list[Place]:
    """The places a passage puts something at: *in Geneva*, *on Arvenian soil*, *at a hotel near the port*.

    1. A name behind a word of place that the tables hold; of *in Rome, Italy* the nearer name.
    2. *On ... soil* by the adjective of a state.
    3. A house or hall named by a common noun, which has no state.

    Cost: linear in the passage.
    """
    found: list[Place] = []
    for lead in _LED.finditer(text, span.start, span.end):
        name = _NAME.match(text, lead.end(), span.end)
        while name is not None:
            place = _held(text, Span(*name.span()))
            if place is not None:
                found.append(place)
                break
            more = re.compile(r"\s*(?:,|and|or)\s+(?:the\s+)?(?=[A-ZÀ-Þ])").match(text, name.end(), span.end)
            name = _NAME.match(text, more.end(), span.end) if more else None
    for match in re.finditer(_SOIL, text[span.start : span.end]):
        state = _adjectives().get(match["adjective"].casefold())
        if state is not None:
            found.append(Place(state, state, Span(span.start + match.start(), span.start + match.end())))
    for venue in _VENUE.finditer(text, span.start, span.end):
        found.append(Place(venue["venue"], None, Span(venue.start("venue"), venue.end("venue"))))
    distinct = {place.span: place for place in sorted(found, key=lambda place: place.span)}
    return [place for place in distinct.values() if not _inside_another(place, distinct.values())]


def _inside_another(place: Place, others: Collection[Place]) -> bool:
    return any(
        other is not place and other.span.start <= place.span.start and place.span.end <= other.span.end
        for other in others
    )


def _held(text: str, name: Span) -> Place | None:
    """The longest beginning of a run of capitalised words that the tables hold."""
    words = name.of(text)
    ends = [match.end() for match in re.finditer(r"\S+", words)]
    for end in reversed(ends):
        bare = re.sub(r"['’]s$|(?<![A-Z])\.$", "", words[:end].rstrip(","))
        state = state_of(bare) if "," not in bare else None
        if state is not None and not _is_adjective(bare):
            return Place(bare, state, Span(name.start, name.start + len(bare)))
    return None


def _is_adjective(word: str) -> bool:
    return word.casefold() in _adjectives()
