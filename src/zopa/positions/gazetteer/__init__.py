"""States and unions of states: their names, adjectives and seats of government, for all of them alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class State:
    """A state, or a ``union`` of states: what it is called, and what a reporter writes for its government."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]
    union: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """All of them, the name first; *the* is left out before a capital."""
        words = (self.name, *self.names, *self.adjectives, *self.seats)
        return tuple(word[4:] if word.startswith("the ") and word[4].isupper() else word for word in words)


@cache
def states() -> dict[str, State]:
    """Every state by its name and its other names, in small letters and without *the*."""
    found: dict[str, State] = {}
    union = False
    for line in (files(__package__) / "states.txt").read_text(encoding="utf-8").splitlines():
        union = union or line.startswith("# Unions")
        if line.strip() and not line.startswith("#"):
            name, names, adjectives, seats = (_listed(part) for part in line.split("|"))
            state = State(name[0], names, adjectives, seats, union)
            found |= {_key(each): state for each in (*name, *names)}
    return found


def state_named(name: str) -> State | None:
    """The state a name stands for; None for any other name."""
    return states().get(_key(name))


def _listed(part: str) -> tuple[str, ...]:
    return tuple(each.strip() for each in part.split(",") if each.strip())


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ").replace(".", "").strip()
