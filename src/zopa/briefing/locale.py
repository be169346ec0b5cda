"""How numbers and dates are written: kinds of English, chosen for a whole briefing at once.

The words stay English. Signs and orders are those of the Unicode CLDR for the locale named, kept here by hand:
there are few of them, and they do not change.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Locale:
    """``name`` as in BCP 47; ``day`` takes a day, a month's name and a year; ``gap`` stands before per cent.

    ``thousands`` stands between groups of three digits, ``decimal`` before a fraction.
    """

    name: str
    day: str
    day_and_month: str
    gap: str
    thousands: str = ","
    decimal: str = "."

    def number(self, text: str) -> str:
        """A number as Python writes it (``1,234.5``) as this locale does."""
        return text.translate({ord(","): self.thousands, ord("."): self.decimal})


LOCALES: Mapping[str, Locale] = {
    "en": Locale("en", "{day} {month} {year}", "{day} {month}", " "),
    "en-GB": Locale("en-GB", "{day} {month} {year}", "{day} {month}", ""),
    "en-US": Locale("en-US", "{month} {day}, {year}", "{month} {day}", ""),
    "en-CH": Locale("en-CH", "{day} {month} {year}", "{day} {month}", "", "’"),
    "en-DE": Locale("en-DE", "{day} {month} {year}", "{day} {month}", " ", ".", ","),
    "en-FI": Locale("en-FI", "{day} {month} {year}", "{day} {month}", " ", "\u00a0", ","),
}
"""``en`` is the default: days as in British English, and a space before the per cent sign as ISO 80000-1 has it."""

_CURRENT: ContextVar[Locale] = ContextVar("locale", default=LOCALES["en"])


def current() -> Locale:
    """The locale in which things are said just now."""
    return _CURRENT.get()


@contextmanager
def speaking(name: str) -> Iterator[None]:
    """Everything said inside is said in that locale. Raises KeyError for one that is not in ``LOCALES``."""
    token = _CURRENT.set(LOCALES[name])
    try:
        yield
    finally:
        _CURRENT.reset(token)
