"""Proposals: who put which terms together, through whom, and who answered how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.samples import sample
from tests.positions.scenes import STRIKE, make_article

from zopa.case import load_case
from zopa.case.case import Case, Party, Person
from zopa.coverage import read_coverage
from zopa.coverage.page import Page
from zopa.positions import Evidence, Proposal, Stance, code_positions, find_proposals
from zopa.positions.carriers import carrier_in
from zopa.statements import read_statements

FIRST = """Port puts money on the table

The port has offered a wage rise of 3% and voluntary night shifts, Jonas Okafor said on Monday. Its offer was brought \
to the union hall by a clerk.

The union rejected a wage rise of 3%, Marta Lindqvist said.
"""
SECOND = """A second offer

The port has offered a wage rise of 5% and voluntary night shifts in a new proposal, Jonas Okafor said.

The union could accept a wage rise of 5% if the strike is suspended while talks go on, Marta Lindqvist said.
"""


def evidence_of(text: str, published: str, case: Case = STRIKE) -> list[Evidence]:
    """An article read and coded."""
    article = make_article(text, published)
    return [
        Evidence(position, statement, article)
        for statement in read_statements(article)
        for position in code_positions(statement, article, case)
    ]


def test_two_offers_of_a_strike() -> None:
    """An invented dispute: the first offer is refused, the second answered with a condition."""
    found = find_proposals([*evidence_of(SECOND, "2031-03-17"), *evidence_of(FIRST, "2031-03-03")], STRIKE)
    first, second = (one for one in found if one.proposer == "Port")
    assert first.package == {"wage": "3", "night_shifts": "voluntary"}
    assert first.on == date(2031, 3, 3)
    assert [(answer.party, answer.answer) for answer in first.answers] == [("Union", "rejected")]
    assert second.package == {"wage": "5", "night_shifts": "voluntary"}
    assert [(answer.party, answer.answer) for answer in second.answers] == [("Union", "conditional")]


def bundle(wage: str, shifts: str, published: str, stance: Stance = "offers") -> list[Evidence]:
    """Two terms in one statement."""
    items = [
        sample(stance, wage, party="Port", speaker="Jonas Okafor", published=published, text=f"News of {published}."),
        sample(stance, shifts, issue="night_shifts", party="Port", speaker="Jonas Okafor", published=published),
    ]
    one = items[0]
    return [one, Evidence(items[1].position, one.statement, one.article)]


def test_reports_of_one_proposal_are_one() -> None:
    """The same terms within days; other terms, or the same terms months later, are another."""
    near = [*bundle("3", "voluntary", "2031-03-03"), *bundle("3", "voluntary", "2031-03-05")]
    (proposal,) = find_proposals(near, STRIKE)
    assert len(proposal.articles) == 2
    other = [*bundle("3", "voluntary", "2031-03-03"), *bundle("5", "voluntary", "2031-03-05")]
    assert len(find_proposals(other, STRIKE)) == 2
    late = [*bundle("3", "voluntary", "2031-03-03"), *bundle("3", "voluntary", "2031-06-05")]
    assert len(find_proposals(late, STRIKE)) == 2


def test_demands_without_a_word_of_offering_are_no_proposal() -> None:
    """A list of what somebody wants puts nothing on the table."""
    items = bundle("3", "voluntary", "2031-03-03", "demands")
    assert find_proposals(items, STRIKE) == []


def test_one_term_alone_is_no_package() -> None:
    """It takes two issues."""
    assert find_proposals(bundle("3", "voluntary", "2031-03-03")[:1], STRIKE) == []


@given(st.permutations([*bundle("3", "voluntary", "2031-03-03"), *bundle("5", "kept", "2031-04-07")]))
def test_the_order_of_the_evidence_does_not_matter(evidence: list[Evidence]) -> None:
    """The same packages in any order."""
    assert [one.package for one in find_proposals(evidence, STRIKE)] == [
        {"wage": "3", "night_shifts": "voluntary"},
        {"wage": "5", "night_shifts": "kept"},
    ]


ENVOYS = Case(
    **{
        **dict(STRIKE),
        "parties": (
            *STRIKE.parties,
            Party(id="Town", name="Town council", people=(Person(name="Anna Nemec"), Person(name="Karl Voss"))),
        ),
    }
)


@pytest.mark.parametrize(
    ("sentence", "carrier"),
    [
        ("Both sides had rejected a Nemec proposal on Monday.", "Anna Nemec"),
        ("The port proposed to Nemec that the strike end.", "Anna Nemec"),
        ("The port told Karl Voss that the strike must end.", None),
        ("Voss presented the plan in the town hall.", "Karl Voss"),
        ("Nemec said that she was tired.", None),
    ],
)
def test_a_carrier_is_named_by_what_is_said_of_the_plan(sentence: str, carrier: str | None) -> None:
    """An envoy is given a plan or brings it; somebody without that office only hears of it."""
    article = make_article(f"The envoy Anna Nemec arrived. {sentence}")
    assert carrier_in(sentence, article, ENVOYS) == carrier


@pytest.fixture(scope="module")
def seed(shared: Path, repository: Path) -> list[Proposal]:
    """What the seed article has on the table."""
    case = load_case(repository / "examples" / "alaska")
    (page,) = read_coverage([shared / "data" / "coverage" / "seed_alaska.txt"])
    assert isinstance(page, Page)
    article = replace(page.article, published=date(2025, 8, 9))  # Its text names weekdays only.
    evidence = [
        Evidence(position, statement, article)
        for statement in read_statements(article)
        for position in code_positions(statement, article, case)
    ]
    return find_proposals(evidence, case)


def test_the_april_plan_of_the_seed_article(seed: list[Proposal]) -> None:
    """American, carried by Witkoff: sanctions lifted, neutrality; refused by Ukraine and by Europe."""
    (plan,) = (one for one in seed if one.proposer == "United States")
    assert {"sanctions": "full_lift", "nato_neutrality": "neutral_no_nato"}.items() <= plan.package.items()
    assert plan.carrier == "Steve Witkoff"
    assert plan.on == date(2025, 4, 30)
    assert {answer.party: answer.answer for answer in plan.answers} == {"Ukraine": "rejected", "Europe": "rejected"}


def test_the_august_proposal_of_the_seed_article(seed: list[Proposal]) -> None:
    """Russian, put to Witkoff: the Donbas for a ceasefire, Crimea recognised; Kherson and Zaporizhzhia left open."""
    (plan,) = (one for one in seed if one.proposer == "Russia")
    assert plan.carrier == "Steve Witkoff"
    assert plan.package == {
        "donetsk_unoccupied": "cede_to_russia",
        "luhansk": "de_facto_russian",
        "crimea_recognition": "de_jure_russian",
        "ceasefire_timing": "after_withdrawal",
    }
    assert [term.issue for term in plan.left_open] == ["kherson_zaporizhzhia"]


def test_an_answer_that_only_others_hint_at_is_marked() -> None:
    """*Was said to like it* by a rival is unsure; the party's own soft word, or a firm account, is not."""
    terms = bundle("5", "voluntary", "2031-03-01")
    article = terms[0].article
    words = "a wage rise of 5 per cent"
    told = {
        (strength, speaker): Evidence(
            replace(found.position, strength=strength), replace(found.statement, article=article.id), article
        )
        for strength in ("soft", "firm")
        for speaker in ("Marta Lindqvist", "Jonas Okafor")
        for found in [sample("accepts", "5", speaker=speaker, said_on="2031-03-01", text=words)]
    }
    unsure = {
        key: [answer.unsure for one in find_proposals([*terms, item], STRIKE) for answer in one.answers]
        for key, item in told.items()
    }
    assert unsure == {
        ("soft", "Marta Lindqvist"): [False],
        ("soft", "Jonas Okafor"): [True],
        ("firm", "Marta Lindqvist"): [False],
        ("firm", "Jonas Okafor"): [False],
    }
