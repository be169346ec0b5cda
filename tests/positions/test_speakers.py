"""Whose statement it is: the case's people, offices and groups; nobody's where the case is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.coverage.article import Span
from zopa.positions import party_of
from zopa.positions.speakers import parties_of
from zopa.statements.statement import SpeakerKind


@pytest.mark.parametrize(
    ("case", "speaker", "kind", "party"),
    [
        (STRIKE, "Marta Lindqvist", "person", "Union"),
        (STRIKE, "Lindqvist", "person", "Union"),
        (STRIKE, "Karin Moe", "person", None),
        (STRIKE, "a senior Nordhaven official", "anonymous", "Port"),
        (STRIKE, "a person familiar with the talks", "anonymous", None),
        (STRIKE, "a lawyer close to the union", "anonymous", None),
        (STRIKE, "the union", "group", "Union"),
        (STRIKE, "dockers and management", "group", None),
        (HOSTAGES, "Arvenian officials", "group", "Government"),
        (HOSTAGES, "analysts on Arvenia", "group", None),
        (HOSTAGES, "armed group holding the crew in the Arvenian highlands", "group", "Rebels"),
        (HOSTAGES, "officials in the Arvenian highlands", "group", None),
        (HOSTAGES, "a former Arvenian minister", "anonymous", None),
        (HOSTAGES, "Arvenian memorandum", "document", "Government"),
        (HOSTAGES, "the rebels' draft", "document", "Rebels"),
        (HOSTAGES, "joint statement", "document", None),
        (HOSTAGES, "narrator", "narrator", None),
    ],
)
def test_party_of(case: Case, speaker: str, kind: SpeakerKind, party: str | None) -> None:
    """Names, offices and titles decide; analysts, bystanders and joint descriptions belong to nobody."""
    article = make_article(f"It was late. {speaker}: nothing has changed.")
    statement = make_statement(article, "nothing has changed", speaker, kind)
    assert party_of(statement, article, case) == party


@pytest.mark.parametrize(
    ("introduction", "party"),
    [
        ("Tomas Reyle, an Arvenian official, said", "Government"),
        ("Arvenian envoy Tomas Reyle said", "Government"),
        ("Tomas Reyle, an analyst of Arvenian politics, said", None),
        ("Tomas Reyle, a doctor, said", None),
    ],
)
def test_a_person_the_case_does_not_list_is_known_by_the_words_that_introduce_them(
    introduction: str, party: str | None
) -> None:
    """Only where those words are of office and name one party."""
    article = make_article(f"{introduction} the pass is closed.")
    statement = make_statement(article, "the pass is closed", "Tomas Reyle")
    assert party_of(statement, article, HOSTAGES) == party


def test_the_office_the_reader_found_decides_too() -> None:
    """The statement's own office stands for an introduction."""
    article = make_article("Reyle said the pass is closed.")
    statement = make_statement(article, "the pass is closed", "Reyle", office="spokesman of the Valley Front")
    assert party_of(statement, article, HOSTAGES) == "Rebels"


@pytest.mark.parametrize(
    ("behind", "parties"),
    [
        ("settled on Friday by Marta Lindqvist and Jonas Okafor", ["Union", "Port"]),
        ("agreed between the union and the port", ["Union", "Port"]),
        ("seen by the union", []),
        ("drafted on Friday", []),
    ],
)
def test_a_text_speaks_for_all_who_are_said_to_have_agreed_on_it(behind: str, parties: list[str]) -> None:
    """One name alone says nothing: a text seen by one side is not its own."""
    article = make_article(f"Under the terms {behind}, wages rise by 5 per cent.")
    place = article.text.index("the terms")
    statement = replace(
        make_statement(article, "wages rise by 5 per cent", "terms", "document"),
        source=(Span(place, place + len("the terms")),),
    )
    assert parties_of(statement, article, STRIKE) == parties
