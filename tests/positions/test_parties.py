"""Parties in a text: names, aliases, nationality words and people, and none that two parties claim."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE

from zopa.case.case import Case, Party, Person
from zopa.positions.parties import PartyNames


@pytest.mark.parametrize(
    ("case", "text", "parties"),
    [
        (STRIKE, "Lindqvist met Jonas Okafor.", ["Union", "Port"]),
        (STRIKE, "Then the union walked out.", ["Union"]),
        (STRIKE, "A union of ideas.", []),
        (HOSTAGES, "Arvenian troops faced the rebels.", ["Government", "Rebels"]),
        (HOSTAGES, "Mr de Witt was silent.", ["Government"]),
        (HOSTAGES, "The front door was open.", []),
    ],
)
def test_mentions_are_found(case: Case, text: str, parties: list[str]) -> None:
    """A surname with its particle, a nationality, an alias the case writes in lower case; never a common word."""
    assert PartyNames(case).parties_in(text) == parties


def test_a_name_two_parties_claim_is_no_name() -> None:
    """Two Novaks: the surname alone says nothing, the full names do."""
    parties = (
        Party(id="North", name="Northland", people=(Person(name="Ana Novak"),)),
        Party(id="South", name="Southland", people=(Person(name="Petr Novak"),)),
    )
    names = PartyNames(Case(id="c", title="c", parties=parties, issues=(), signatories=("North", "South")))
    assert names.parties_in("Novak refused.") == []
    assert names.parties_in("Petr Novak refused.") == ["South"]


def test_us_is_a_country_only_in_capitals() -> None:
    """*Us* at the head of a sentence is a pronoun."""
    parties = (Party(id="US", name="United States", aliases=("US", "U.S.")),)
    names = PartyNames(Case(id="c", title="c", parties=parties, issues=(), signatories=("US",)))
    assert names.parties_in("The U.S. refused, and the US left.") == ["US"]
    assert names.parties_in("Us, they refused.") == []
