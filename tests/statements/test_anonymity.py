"""Unnamed sources: their description, number, affiliation, and the reason for staying unnamed."""

from __future__ import annotations

import pytest

from zopa.statements.anonymity import anonymity_of
from zopa.statements.statement import Anonymity


@pytest.mark.parametrize(
    ("words", "behind", "expected"),
    [
        ("two officials", "said no", Anonymity("two officials", None, 2)),
        (
            "A senior official at the trade ministry",
            ", speaking on condition of anonymity, said no",
            Anonymity("senior official at the trade ministry", None, 1, "trade ministry"),
        ),
        (
            "Three Western diplomats",
            ", who spoke on condition of anonymity because they were not authorised to speak, said no",
            Anonymity("Three Western diplomats", "because they were not authorised to speak", 3),
        ),
        (
            "a union official",
            "who asked not to be named citing the sensitivity of the talks said no",
            Anonymity("union official", "citing the sensitivity of the talks", 1, "union"),
        ),
        (
            "One person familiar with the matter",
            ", who was not authorized to speak publicly, said no",
            Anonymity("person familiar with the matter", "not authorized to speak publicly", 1),
        ),
        (
            "a diplomat",
            "who declined to be identified because the talks are private",
            Anonymity("diplomat", "because the talks are private", 1),
        ),
        ("12 envoys from the port union", "said", Anonymity("12 envoys from the port union", None, 12, "port union")),
        ("Norland’s envoys", "said", Anonymity("Norland’s envoys", None, None, "Norland")),
    ],
)  # fmt: skip
def test_what_is_told_of_unnamed_sources(words: str, behind: str, expected: Anonymity) -> None:
    """Each part stands in the article's own words; what it does not tell is None."""
    assert anonymity_of(words, f"{words} {behind}.") == expected
