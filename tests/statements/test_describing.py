"""Which person an office means: told in those words, or in words akin to them."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements.people import people_in

TEXT = (
    "Vastrian President Ana Lopez met the union's chief negotiator, Paul Ito. Dora Quist, head of the Liberals, and "
    "Finance Minister Ivo Marsh of Norland stayed away. The landlord, Ned Pool, and Judge Eva Holm spoke."
)


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("the president", "Ana Lopez"),
        ("the Vastrian leader", "Ana Lopez"),
        ("the chief negotiator", "Paul Ito"),
        ("the union's negotiator", "Paul Ito"),
        ("the Liberal leader", "Dora Quist"),
        ("the Norlander minister", "Ivo Marsh"),
        ("the Norland official", "Ivo Marsh"),
        ("the landlord", "Ned Pool"),
        ("the official", None),
        ("the leader", None),
        ("the general", None),
        ("the weather", None),
        ("the", None),
    ],
)
def test_who_is_described(description: str, name: str | None) -> None:
    """An office finds its holder; what fits nobody, or several, finds nobody."""
    found = people_in(plain_article(TEXT, "page")).described(description)
    assert (found.name if found else None) == name


def test_only_those_named_before_are_meant() -> None:
    """An office points back, not forward."""
    people = people_in(plain_article(TEXT, "page"))
    assert people.described("the judge", TEXT.index("Judge")) is None
    assert people.described("the judge", len(TEXT)) == people.named("Holm")


def test_nations_that_look_alike_are_not_akin() -> None:
    """The Australian minister is not the Austrian one."""
    people = people_in(plain_article("Austrian Foreign Minister Ana Lopez spoke.", "page"))
    assert people.described("the Australian minister") is None
    assert people.described("the Austrian minister") == people.named("Lopez")
