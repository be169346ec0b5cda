"""States that no longer exist or bear the name, with the day: facts, so that a slip in a case file is seen."""

from __future__ import annotations

from datetime import date

_LAST_DAYS: dict[str, date] = {
    "Soviet Union": date(1991, 12, 26),
    "USSR": date(1991, 12, 26),
    "Yugoslavia": date(2003, 2, 4),
    "Serbia and Montenegro": date(2006, 6, 3),
    "Czechoslovakia": date(1993, 1, 1),
    "East Germany": date(1990, 10, 3),
    "German Democratic Republic": date(1990, 10, 3),
    "West Germany": date(1990, 10, 3),
    "Austria-Hungary": date(1918, 11, 12),
    "Ottoman Empire": date(1922, 11, 1),
    "Prussia": date(1947, 2, 25),
    "North Yemen": date(1990, 5, 22),
    "South Yemen": date(1990, 5, 22),
    "South Vietnam": date(1976, 7, 2),
    "North Vietnam": date(1976, 7, 2),
    "United Arab Republic": date(1971, 9, 2),
    "Tanganyika": date(1964, 4, 26),
    "Rhodesia": date(1980, 4, 18),
    "Zaire": date(1997, 5, 17),
    "Upper Volta": date(1984, 8, 4),
    "Dahomey": date(1975, 11, 30),
    "Ceylon": date(1972, 5, 22),
    "East Pakistan": date(1971, 12, 16),
    "Swaziland": date(2018, 4, 19),
    "Kampuchea": date(1993, 9, 24),
    "Persia": date(1935, 3, 21),
    "Siam": date(1949, 5, 11),
}
_BY_KEY = {name.casefold(): (name, day) for name, day in _LAST_DAYS.items()}


def gone_since(name: str) -> tuple[str, date] | None:
    """The state that a name, or the last part of ``place, state``, stands for if it is gone, and since when."""
    for part in (name, name.rpartition(",")[2]):
        found = _BY_KEY.get(part.strip().casefold().removeprefix("the "))
        if found is not None:
            return found
    return None
