"""Office and affiliation, in front of a name and behind it."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements.people import people_in


@pytest.mark.parametrize(
    ("text", "office", "affiliation"),
    [
        ("The union's lead negotiator, Ana Lopez, said so.", "lead negotiator", "union"),
        ("A federal mediator, Ana Lopez, said so.", "federal mediator", None),
        ("The landlord, Ana Lopez, said so.", "landlord", None),
        ("He met her counterpart, Ana Lopez, said so.", "counterpart", None),
        ("Water Minister Ana Lopez of Vastria said so.", "Water Minister", "Vastria"),
        ("Ana Lopez, who runs labour relations at Acme Air, said so.", None, "Acme Air"),
        ("Ana Lopez, who leads the Vastrian team, said so.", None, "Vastrian team"),
        ("General Ana Lopez, the army's chief of staff, said so.", "chief of staff", "army"),
        ("Ana Lopez, chief executive of Acme Air, said so.", "chief executive", "Acme Air"),
        ("Ana Lopez, a lawyer for the tenants who is ill, said so.", "lawyer", "tenants"),
        ("The next day, Ana Lopez said so.", None, None),
        ("After a talk with the minister, Ana Lopez said so.", None, None),
        ("Ana Lopez, and Judge Eva Holm said so.", None, None),
        ("Ana Lopez, Judge Eva Holm and others said so.", None, None),
        ("Ana Lopez, who was ill, said so.", None, None),
    ],
)
def test_what_is_said_of_somebody(text: str, office: str | None, affiliation: str | None) -> None:
    """In the words the article uses; a time, an occasion and a second person are no office."""
    person = people_in(plain_article(text, "page")).named("Lopez")
    assert person is not None
    assert (person.office, person.affiliation) == (office, affiliation)


def test_a_body_led_is_nobody() -> None:
    """``Chief executive of Acme Air``: the title is that of the person, and the body is no person."""
    assert set(people_in(plain_article("Ana Lopez, chief executive of Acme Kraft, said so.", "page")).persons) == {
        "lopez"
    }
