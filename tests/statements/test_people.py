"""Who is named in an article: fullest names, offices and affiliations; and what is no person."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.people import People, agrees, people_in


def people(text: str) -> People:
    return people_in(plain_article(text, "page"))


@pytest.mark.parametrize(
    ("text", "name", "office", "affiliation"),
    [
        ("Trade Minister Ana Lopez spoke. Lopez left.", "Ana Lopez", "Trade Minister", None),
        ("Lopez spoke. Ana Lopez, a fellow at the Harbour Institute.", "Ana Lopez", "fellow", "Harbour Institute"),
        ("Qatari mediator Khalid al-Sulaiti said so.", "Khalid al-Sulaiti", "Qatari mediator", None),
        ("Dario Quint, the Danish farm minister, said so.", "Dario Quint", "Danish farm minister", "Danish"),
        ("Commission chief Ursula von der Leyen said so.", "Ursula von der Leyen", "chief", None),
        ("MR. ITO: The deal is dead.", "ITO", None, None),
    ],
)  # fmt: skip
def test_name_office_affiliation(text: str, name: str, office: str | None, affiliation: str | None) -> None:
    """The fullest name an article gives, with the office before it or behind it."""
    person = people(text).named(name)
    assert person is not None
    assert person.name == name
    assert (person.office or "").endswith(office or "")
    assert person.affiliation == affiliation


@pytest.mark.parametrize(
    "text",
    [
        "Talks went on in Oslo on Monday.",
        "The Conflict Observatory said that the river is quiet.",
        "The Harbour Institute reported it.",
        "Norway and Denmark agreed.",
        "One Western diplomat and Two European envoys met.",
    ],
)
def test_what_is_no_person(text: str) -> None:
    """Places, bodies with an article before their name, states and numbers are nobody."""
    assert people(text).persons == {}


def test_an_acronym_at_the_end_of_a_sentence_is_not_a_title() -> None:
    """``… to CNN. Paul Ito …`` names Paul Ito, ``Dr. Ito`` and ``John F. Ito`` keep their full stops."""
    for text, name in (
        ("Ana Lopez spoke to CNN. Paul Ito said no.", "Paul Ito"),
        ("John F. Ito said no.", "John F. Ito"),
    ):
        person = people(text).named("Ito")
        assert person is not None
        assert person.name == name


def test_a_description_finds_the_one_it_fits() -> None:
    """``the trade minister`` is the one with that office; where two fit, nobody is meant."""
    found = people("Trade Minister Ana Lopez met Foreign Minister Paul Ito.")
    assert found.described("the trade minister") == found.named("Lopez")
    assert found.described("the minister") is None
    assert found.described("the weather") is None


def test_within_and_gender() -> None:
    """The people inside a span in order, each once; a pronoun may mean whoever is not of the other gender."""
    text = "Ana Lopez met Paul Ito. Lopez left."
    found = people(text)
    lopez, ito = found.within(Span(0, len(text)))
    assert (lopez.name, ito.name) == ("Ana Lopez", "Paul Ito")
    assert agrees(lopez, "female")
    assert not agrees(ito, "female")
    assert found.within(Span(24, len(text))) == [lopez]
