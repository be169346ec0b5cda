"""People learned from how articles introduce them."""

from __future__ import annotations

import pytest
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case, Party
from zopa.positions import party_of, with_people
from zopa.positions.introductions import introduced_as
from zopa.positions.parties import PartyNames

BARE = Case(
    id="schools",
    title="c",
    parties=(Party(id="League", name="Orrin Teachers' League"), Party(id="Ministry", name="Ministry of Schooling")),
    issues=(),
    signatories=("League", "Ministry"),
)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The league's president, Ada Quill, said no.", "League"),
        ("Ada Quill, president of the league, said no.", "League"),
        ("League organiser Ada Quill said no.", "League"),
        ("Ada Quill, who leads the league, said no.", "League"),
        ("The minister, Ada Quill, said no.", "Ministry"),
        ("The league was firm. Its president, Ada Quill, said no.", "League"),
        ("It rained. Its president, Ada Quill, said no.", None),
        ("The Skippers' Guild met the league. Its chair, Ada Quill, said no.", None),
        ("The league was firm. President Ada Quill said no.", "League"),
        ("The league was firm. A bank president, Ada Quill, said no.", None),
        ("Ada Quill, for the league, has signed.", "League"),
        ("The league said its president, Ada Quill, was ill.", "League"),
        ("Ada Quill, told of the league's offer, said no.", None),
        ("Ada Quill, an analyst of the league, said no.", None),
        ("The ministry met parents. Ada Quill, a mother of two, said no.", None),
    ],
)
def test_introductions(text: str, party: str | None) -> None:
    """An apposition, the words before a name, and the offices one kind of party alone has."""
    start = text.index("Ada Quill")
    assert introduced_as(text, start, start + len("Ada Quill"), PartyNames(BARE)) == ([party] if party else [])


def test_a_person_introduced_in_one_article_is_known_in_the_others() -> None:
    """Across the case, by surname too; two introductions that disagree teach nothing."""
    first = make_article(
        "Ada Quill, president of the league, spoke.\n\nMinister Bo Tarn and Bo Tarn, the league's head."
    )
    second = make_article("Quill said that classes must shrink.")
    learned = with_people(BARE, [first, second])
    statement = make_statement(second, "classes must shrink", "Ada Quill")
    assert party_of(statement, second, BARE) is None
    assert party_of(statement, second, learned) == "League"
    assert [person.name for party in learned.parties for person in party.people] == ["Ada Quill"]


def test_who_is_listed_stays_where_the_case_has_them() -> None:
    """And a case whose articles introduce nobody is the same case."""
    article = make_article("Marta Lindqvist, an adviser to Nordhaven, spoke. It rained in Nordhaven.")
    assert with_people(STRIKE, [article]) is STRIKE
    assert with_people(HOSTAGES, []) is HOSTAGES
