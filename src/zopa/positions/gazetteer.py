"""States and unions of states: what reporters write for them and their governments, for all of them alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zopa.statements.lexicon import word_table

_UNIONS = {
    "European Union": "the bloc",
    "African Union": "the bloc",
    "Association of Southeast Asian Nations": "the bloc",
    "Mercosur": "the bloc",
    "Arab League": "the bloc",
    "Gulf Cooperation Council": "the bloc",
    "North Atlantic Treaty Organization": "the alliance",
    "United Nations": "the world body",
}


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a ``union`` of states, with all the ``words`` for it, its name first."""

    words: tuple[str, ...]
    union: bool


@cache
def states() -> dict[str, State]:
    """Every state by its name and its other names, in small letters and without *the*."""
    found: dict[str, State] = {}
    for (name,), names, *others in word_table("state_forms"):
        noun = _UNIONS.get(name)
        words = (name, *names, *(word for column in others for word in column), *((noun,) if noun else ()))
        found |= {_key(each): State(words, union=noun is not None) for each in (name, *names)}
    return found


def state_named(name: str) -> State | None:
    """The state a name stands for; None for any other name."""
    return states().get(_key(name))


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").replace(".", "").strip()
