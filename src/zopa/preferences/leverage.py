"""Reservation values over time: what no deal is worth to each party, as the analyst's events move it.

A band is the analyst's word, never read from the tone of a text. Up to the first event a party has the band written
under ``leverage``, else the case's default; from the day of an event on it has the band of that event.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from zopa.case.case import Case
    from zopa.case.talks import Band, LeverageEvent


@dataclass(frozen=True, slots=True)
class Reservation:
    """The band of one party's reservation value from a day on (None: from the beginning).

    ``event`` is what moved it, None for the band at the start; ``stated`` is False where it is only the case's default.
    """

    party: str
    band: Band
    since: date | None
    event: LeverageEvent | None
    stated: bool


def reservation_history(party: str, case: Case) -> tuple[Reservation, ...]:
    """The bands of a party from the beginning on, in the order of their days."""
    start = next((one for one in case.talks.leverage if one.party == party), None)
    default = (case.settings.reservation, case.settings.reservation)
    first = Reservation(party, start.band if start else default, None, None, start is not None)
    events = sorted((one for one in case.talks.events if one.party == party), key=lambda event: event.on)
    return (first, *(Reservation(party, event.band, event.on, event, True) for event in events))


def reservation_of(party: str, case: Case, as_of: date) -> Reservation:
    """The band that holds for a party on a day: that of the last event up to it.

    >>> from zopa.case import Case
    >>> case = Case.model_validate({"id": "x", "title": "x", "parties": [], "issues": [], "signatories": []})
    >>> from datetime import date
    >>> reservation_of("A", case, date(2031, 5, 1)).band
    (0.5, 0.5)
    """
    return [one for one in reservation_history(party, case) if one.since is None or one.since <= as_of][-1]
