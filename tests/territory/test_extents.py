"""Extents: who is said to hold how much of what, since when, in whose words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import plain_article
from zopa.statements import read_statements
from zopa.territory import Extent, ExtentReader

if TYPE_CHECKING:
    from zopa.case import Case

PUBLISHED = date(2031, 5, 20)


def read(island: Case, text: str) -> list[Extent]:
    article = replace(plain_article(text, "x"), published=PUBLISHED)
    return list(ExtentReader(island).read(article, read_statements(article)))


@pytest.mark.parametrize(
    ("text", "holder", "zone", "land_of", "low"),
    [
        ("Arven holds about half of the Cape.", "Arven", "cape", None, 0.5),
        ("Arvenian forces control 40 per cent of Cape.", "Arven", "cape", None, 0.4),
        ("Bruman troops have occupied nearly all of Fell.", "Bruma", "fell", None, 0.9),
        ("About a third of Fell is under Bruman control.", "Bruma", "fell", None, 1 / 3),
        ("Some 20 square kilometres of Fell are in the hands of Bruma.", "Bruma", "fell", None, 20),
        ("The 2,900 square kilometres of Cape that Arven holds are the prize.", "Arven", "cape", None, 2900),
        ("Two thirds of Cape are held by Arven.", "Arven", "cape", None, 2 / 3),
        ("Arven occupies roughly a tenth of Bruma's land.", "Arven", None, "Bruma", 0.1),
        ("Arven controls a tenth of Bruman territory.", "Arven", None, "Bruma", 0.1),
        ("Arven controls only four square miles of Bruman territory in Cape.", "Arven", "cape", None, 10.36),
        ("In the Cape, Arven holds 40 per cent.", "Arven", "cape", None, 0.4),
        ("Arven fully controls the Fell.", "Arven", "fell", None, 1.0),
        ("Bruma occupies sections of the Fell.", "Bruma", "fell", None, 0.0005),
        ("The Moor is almost entirely in Bruman hands.", "Bruma", "moor", None, 0.9),
        ("Arven occupies a fifth of Bruma, including the Cape.", "Arven", None, "Bruma", 0.2),
        (
            "Bruma left the city of Cape, though parts of the region are under Arven control.",
            "Arven",
            "cape",
            None,
            0.0005,
        ),
    ],
)
def test_who_holds_what(
    island: Case, text: str, holder: str, zone: str | None, land_of: str | None, low: float
) -> None:
    """Active, passive, relative clauses; parties by name, adjective and forces; zones and whole lands."""
    (found,) = read(island, text)
    assert (found.holder, found.zone, found.land_of, found.deed) == (holder, zone, land_of, "holds")
    assert found.amount.low == pytest.approx(low, rel=1e-3)


@pytest.mark.parametrize(
    "text",
    [
        "Arven wants all of the Cape.",
        "Bruma would control half of Fell under the plan.",
        "Arven demanded that Bruma leave all of Fell.",
        "If Arven held half of Cape, talks would end.",
        "Half of Fell is moor and bog.",
        "Arven held four rounds of talks in Fell.",
        "They do not hold all of them, though Arven claims Cape, Fell and Moor.",
        "Arven controls the town of Fell and half of the fleet.",
        "Arven holds a fifth of the votes.",
        "The plan would leave Arven in control of half of Fell.",
    ],
)
def test_what_says_nothing_of_who_holds_what(island: Case, text: str) -> None:
    """Wishes, plans, conditions, other things that are held."""
    assert read(island, text) == []


def test_not_all_is_less_than_all(island: Case) -> None:
    """A denial of all leaves less than all; a denial of a number says nothing."""
    (found,) = read(island, "Arven has not succeeded in capturing all of Cape.")
    assert (found.holder, found.zone, found.amount.high) == ("Arven", "cape", 0.999)
    assert read(island, "Arven does not hold 40 per cent of Cape.") == []


def test_two_amounts_of_one_verb(island: Case) -> None:
    """Each has its own zone."""
    first, second = read(island, "Arven holds almost all of Moor and about 40 per cent of Cape.")
    assert (first.zone, second.zone, second.holder) == ("moor", "cape", "Arven")


def test_what_was_taken_is_told_from_what_is_held(island: Case) -> None:
    """A deed has its own day: the month it is said to have happened in."""
    (found,) = read(island, "In March 2031, Arven captured about 500 square miles from Bruma.")
    assert (found.deed, found.land_of, found.on) == ("took", "Bruma", date(2031, 3, 31))


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Arven holds half of Cape.", PUBLISHED),
        ("On May 3, Arven held half of Cape.", date(2031, 5, 3)),
        ("In 2030, Arven held half of Cape.", date(2030, 12, 31)),
    ],
)
def test_the_day_it_is_about(island: Case, text: str, on: date) -> None:
    """The day said, the last of a month or year said, else the day of publication."""
    (found,) = read(island, text)
    assert found.on == on


def test_the_speaker_is_whoever_says_it(island: Case) -> None:
    """Within somebody's statement it is theirs, elsewhere the outlet's own."""
    said, told = read(island, "“Arven holds half of Cape,” Jo Moe said on Monday.\n\nBruma holds all of Fell.")
    assert said.speaker == "Jo Moe"
    assert said.statement is not None
    assert (told.speaker, told.statement) == ("narrator", None)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Arven has command over the Cape light.", "Arven"),
        ("Bruman troops seized the Old harbour in May.", "Bruma"),
        ("Bruma wants to control the Cape light.", None),
        ("Arven does not control the Cape light.", None),
        ("Arven painted the Cape light.", None),
    ],
)
def test_assets_are_held_too(island: Case, text: str, holder: str | None) -> None:
    """An asset right behind a verb of holding; not where it is wished, denied or something else is done to it."""
    assert [(one.holder, one.asset is not None) for one in read(island, text)] == ([(holder, True)] if holder else [])


def test_a_town_is_no_zone(island: Case) -> None:
    """The city of a zone's name is not the zone."""
    assert read(island, "Arven controls all of the city of Cape.") == []
