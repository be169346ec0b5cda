"""What a view is: a pure function from a state of the case and what was asked to a page with its rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from zopa.casework.state import CaseState, Moment

Row = dict[str, Any]


class NotThere(UsageError):
    """What an address names is not in the case; the answer is 404."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What was asked: the variable parts of the path, and the pairs of the query in order.

    ``whole`` asks for every row (JSON, CSV), not for those of one page.
    """

    path: Mapping[str, str] = field(default_factory=dict)
    query: tuple[tuple[str, str], ...] = ()
    whole: bool = False

    def get(self, name: str, default: str = "") -> str:
        """The last value of a key."""
        return next((value for key, value in reversed(self.query) if key == name), default)

    def every(self, name: str) -> list[str]:
        """Every value of a key that is not empty, each once."""
        return list(dict.fromkeys(value for key, value in self.query if key == name and value))

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within bounds; what is none, or lies outside, is the nearest bound or the default."""
        try:
            return min(most, max(least, int(self.get(name) or default)))
        except ValueError:
            return default

    def moment(self, state: CaseState) -> Moment:
        """The case as of ``as_of``, else as of its own day. Raises UsageError for what is no day."""
        asked = self.get("as_of")
        if not asked:
            return state.now
        try:
            return state.moment(date.fromisoformat(asked))
        except ValueError as error:
            raise UsageError(f"{asked!r} is no day. Write it as 2031-03-09.") from error

    def with_(self, **changes: str | list[str] | None) -> str:
        """The query with some keys set otherwise; None or nothing takes a key away. Starts with ``?`` unless empty."""
        pairs = [(key, value) for key, value in self.query if key not in changes and value]
        for key, given in changes.items():
            pairs += [(key, value) for value in ([given] if isinstance(given, str) else given or []) if value]
        return f"?{urlencode(pairs)}" if pairs else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template and data, and the rows it shows as ``.json`` and ``.csv`` give them.

    ``total`` is how many rows there are in all where the page shows a part of them. ``part`` is the template of the
    piece that htmx puts in place when only that is asked for, and ``address`` the address that then shows the whole.
    """

    template: str
    title: str
    data: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]]
    total: int | None = None
    part: str | None = None
    address: str | None = None

    @property
    def count(self) -> int:
        """How many rows there are in all."""
        return len(self.rows) if self.total is None else self.total


@dataclass(frozen=True, slots=True)
class Parameter:
    """One key of a query: its name, what it does, and whether it may be given several times."""

    name: str
    says: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """An address with the function that answers it. ``.json`` and ``.csv`` behind the path give the rows."""

    path: str
    name: str
    make: Callable[[CaseState, Ask], Page]
    parameters: tuple[Parameter, ...] = ()

    @property
    def summary(self) -> str:
        """The first line of the function's docstring."""
        return (self.make.__doc__ or "").strip().splitlines()[0]


AS_OF = Parameter("as_of", "Only what was known on this day (YYYY-MM-DD).")
