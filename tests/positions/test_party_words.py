"""What a party is called when its case file gives an id and a name and nothing more."""

from __future__ import annotations

import pytest

from zopa.case.case import Case, Party
from zopa.positions.gazetteer import state_named, states
from zopa.positions.parties import PartyNames


def bare(**names: str) -> PartyNames:
    """The names of parties known by id and name alone."""
    parties = tuple(Party(id=id_, name=name.replace("_", " ")) for id_, name in names.items())
    return PartyNames(Case(id="c", title="c", parties=parties, issues=(), signatories=tuple(names)))


@pytest.mark.parametrize(
    ("names", "text", "parties"),
    [
        ({"EU": "EU", "US": "US"}, "Brussels turned Washington down.", ["EU", "US"]),
        ({"EU": "EU", "US": "US"}, "The White House wants it, but the bloc does not.", ["US", "EU"]),
        ({"A": "Japan", "B": "South Korea"}, "Seoul and a Japanese envoy met.", ["B", "A"]),
        ({"A": "Kenya", "B": "Chad"}, "Kenyans asked N'Djamena for more.", ["A", "B"]),
        (
            {"Movement": "Free Coast Movement", "Navy": "Ostland"},
            "FCM men met Ostlandian officers.",
            ["Movement", "Navy"],
        ),
        ({"Staff": "Corvel Nurses' Union", "Firm": "Corvel Holding"}, "The union met the company.", ["Staff", "Firm"]),
        (
            {"Staff": "Corvel Nurses' Union", "Firm": "Tarn Clinics"},
            "Union leaders left. The nurses cheered.",
            ["Staff"],
        ),
        ({"A": "Kingdom of Oru", "B": "Harl Museum of Antiquities"}, "Oru asked the museum.", ["A", "B"]),
        ({"A": "Veltrix Broadcasting", "B": "Osmund Media"}, "Veltrix raised its bid for Osmund.", ["A", "B"]),
        ({"A": "Steelworkers' Union", "B": "Bakers' Union"}, "The union left.", []),
        ({"A": "Upper Marn", "B": "Lower Marn"}, "The upper town floods.", []),
    ],
)
def test_names_that_follow_from_a_name(names: dict[str, str], text: str, parties: list[str]) -> None:
    """States by capital, seat and adjective; initials, heads, kinds, firms; nothing two parties could be called."""
    assert bare(**names).parties_in(text) == parties


def test_what_the_case_lists_comes_before_what_a_name_suggests() -> None:
    """An alias of one party is not taken by the kind of the other."""
    parties = (Party(id="A", name="Dockers' Union"), Party(id="B", name="Harbour Pilots", aliases=("the union",)))
    names = PartyNames(Case(id="c", title="c", parties=parties, issues=(), signatories=("A", "B")))
    assert names.parties_in("Then the union left.") == ["B"]


def test_every_state_is_known_alike() -> None:
    """Each has a name, and no two share one."""
    assert len(states()) > 190
    for key, state in states().items():
        assert state_named(key) is state
        assert state.words[0]
    assert state_named("Nowhere") is None
