"""Who must be in the room, and two first: the engine's formats in words."""

from __future__ import annotations

from typing import Any

from tests.meetings.scenes import CASE

from zopa.case import Talks
from zopa.meetings import bilateral_first, seats
from zopa.settlements import Claim, Issue, NegotiationModel, Preference, settle

NEED: dict[str, Any] = {
    "authority": [
        {
            "party": "Arvenia",
            "needs": "parliament",
            "by": "the assembly",
            "when": {"quota": ["new"]},
            "reason": "By law.",
        }
    ]
}
THREE = CASE.model_copy(
    update={"signatories": ("Arvenia", "Delta"), "ratifiers": ("Union",), "talks": Talks.model_validate(NEED)}
)


def test_who_must_be_in_the_room_hangs_on_the_package() -> None:
    """Signatories and ratifiers always; whose consent is needed only where the package has the option."""
    with_it = [(seat.who, seat.role) for seat in seats({"price": "low", "quota": "new"}, THREE)]
    without = [(seat.who, seat.role) for seat in seats({"price": "low", "quota": "old"}, THREE)]
    assert without == [("Arvenia", "signatory"), ("Delta", "signatory"), ("Union", "ratifier")]
    assert with_it == [*without, ("the assembly", "consent")]


def model() -> NegotiationModel:
    """Arvenia and Delta want a new quota, the Front refuses it in any case."""
    wants = [Claim(f"{p}-q", 1.0, p, "quota", "new", "demands", 0.0) for p in ("Arvenia", "Delta")]
    refuses = Claim("f-q", 1.0, "Front", "quota", "new", "rejects", 1.0)
    parties = ("Arvenia", "Delta", "Front")
    return NegotiationModel(
        parties=parties,
        issues=(Issue("price", ("low", "high")), Issue("quota", ("old", "new"))),
        preferences=tuple(Preference(party=party, reservation=(0.5, 0.5)) for party in parties),
        signatories=parties,
        claims=(*wants, refuses),
    )


def test_two_first_names_whom_the_two_leave_out() -> None:
    """What suits two and not the third is explained, with the engine's own figures."""
    found = settle(model(), draws=800, seed=1)
    (only,) = bilateral_first(found, CASE, ("Delta", "Arvenia"))
    assert set(only.first) == {"Arvenia", "Delta"}
    assert only.two > only.at_once
    assert only.others["Front"] < 0.05
    assert "Northern Front is then asked about a package made without it" in only.says
    assert f"{only.two:.0%}" in only.says
    assert len(bilateral_first(found, CASE)) == 3
