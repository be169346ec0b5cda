"""Whose statement it is: the case's people, offices and groups; nobody's where the case is silent."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.positions import party_of
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
