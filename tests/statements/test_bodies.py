"""Names that nobody bears: places and bodies, told from how a text goes on with them."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements.bodies import is_body
from zopa.statements.people import people_in


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("Harrow Line, which runs the boats, said no.", "Harrow Line", True),
        ("Harrow Line says its costs have risen.", "Harrow Line", True),
        ("Zelmia refused. The Zelmian side went home.", "Zelmia", True),
        ("Port Harrow asked for a bridge.", "Port Harrow", True),
        ("Ana Lopez says her costs have risen.", "Ana Lopez", False),
        ("Lopez said that the union made its offer.", "Lopez", False),
        ("Lopez met the envoy, which surprised all.", "Lopez", False),
    ],
)
def test_table(text: str, name: str, body: bool) -> None:
    """``which``, ``its``, a word for the people and a word for the site speak for a place or a body."""
    assert is_body(text, name) == body


def test_a_body_is_nobody() -> None:
    """What a text goes on with as ``its`` is no person; who has an office stays one."""
    text = "Harrow Line said its costs had risen. Minister Ana Lopez said that Harrow Line had asked for its money."
    assert [one.name for one in people_in(plain_article(text, "page")).persons.values()] == ["Ana Lopez"]


def test_a_particle_is_no_first_name() -> None:
    """``Von der Heide`` at the head of a sentence is whoever bears the surname."""
    text = "Minister Ursula von der Heide spoke. Von der Heide said that the duty stays."
    assert [one.name for one in people_in(plain_article(text, "page")).persons.values()] == ["Ursula von der Heide"]
