"""Drafting a case from articles: parties with their people, and candidate issues with options."""

from __future__ import annotations

import pytest
from benchmarks.positions import INVENTED, article_from
from benchmarks.scaffolding import articles_of, measured, total
from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.case import load_case
from zopa.positions.drafting import Draft, draft_case
from zopa.statements import read_statements
from zopa.statements.lexicon import word_list, word_table


def drafted(*texts: str) -> Draft:
    """The draft of some texts."""
    articles = [article_from(f"text-{number}", text, "2031-05-04") for number, text in enumerate(texts)]
    return draft_case(articles, [found for article in articles for found in read_statements(article)])


QUARRY = (
    "The Stonecutters' Union wants a wage rise of 6 percent, its chairwoman, Ada Brook, said on Monday. The union "
    "will reject a wage rise below 5 percent, Brook said.\n\n"
    "Granite Holding offers a wage rise of 3 percent, its director, Leo Vance, told reporters. Granite "
    "Holding refuses to close the night shift, Vance said. The union demands that the night shift be closed, "
    "Brook said.\n\n"
    "Mina Roth, a historian at the university, said that a wage rise was likely.\n"
)

STATES = (
    "Kenya demanded on Friday that the fishing boats leave. Nairobi will not accept any fishing boats in its waters, "
    "Kenyan Foreign Minister Asha Mwangi said.\n\n"
    "Norway proposed a licence for the fishing boats. Norwegian Prime Minister Kari Dahl said Oslo would accept "
    "fewer boats. Norway rejected a ban.\n"
)


def test_parties_are_those_who_act() -> None:
    """Bodies that demand, offer and refuse are proposed, with those who speak for them; an observer is not."""
    draft = drafted(QUARRY)
    parties = {party.name: party for party in draft.parties}
    assert "Granite Holding" in parties
    union = next(party for party in draft.parties if "Union" in party.name or party.name == "the union")
    assert [person.name for person in union.people] == ["Ada Brook"]
    assert all(person.name != "Mina Roth" for party in draft.parties for person in party.people)
    assert [person.unsure for person in draft.unplaced if person.name == "Mina Roth"] == ["introduced as an observer"]


def test_a_state_is_one_party_under_all_its_names() -> None:
    """Capital, adjective and name of a state are one party; a minister belongs to the state in the office."""
    parties = {party.name: party for party in drafted(STATES).parties}
    assert set(parties) == {"Kenya", "Norway"}
    assert {"Kenyan", "Nairobi"} <= set(parties["Kenya"].aliases)
    assert [person.name for person in parties["Norway"].people] == ["Kari Dahl"]


def test_states_are_treated_alike() -> None:
    """Exchanging two states in a text exchanges them in the draft and changes nothing else."""
    other = {
        "Kenyan": "Norwegian",
        "Kenya": "Norway",
        "Nairobi": "Oslo",
        "Norwegian": "Kenyan",
        "Norway": "Kenya",
        "Oslo": "Nairobi",
    }
    marked = STATES
    for number, old in enumerate(other):
        marked = marked.replace(old, f"<{number}>")
    for number, new in enumerate(other.values()):
        marked = marked.replace(f"<{number}>", new)
    before, after = drafted(STATES), drafted(marked)
    exchange = {"Kenya": "Norway", "Norway": "Kenya"}
    people = {exchange[party.name]: [person.name for person in party.people] for party in before.parties}
    assert {party.name: [person.name for person in party.people] for party in after.parties} == people


def test_conflicting_demands_on_one_thing_are_options_of_one_issue() -> None:
    """Numbers of one unit are a scale; what is both demanded and refused is an issue."""
    issues = {issue.id: issue for issue in drafted(QUARRY).issues}
    wage = next(issue for id, issue in issues.items() if "wage" in id)
    assert wage.unit == "%"
    assert [option.value for option in wage.options] == sorted(option.value or 0 for option in wage.options)
    assert {3.0, 6.0} <= {option.value for option in wage.options}
    assert any("shift" in id for id in issues)


def test_every_proposal_quotes_words_of_its_article() -> None:
    """The grounds are words of the article, cut but not changed."""
    draft = drafted(QUARRY)
    plain = " ".join(QUARRY.split())
    grounds = [party.ground for party in draft.parties]
    grounds += [person.ground for party in draft.parties for person in party.people]
    grounds += [option.ground for issue in draft.issues for option in issue.options if option.ground]
    assert len(grounds) > 5
    for ground in grounds:
        assert ground.file == "text-0"
        assert all(part.strip() in plain for part in ground.words.split("…"))


def test_options_differ_and_ids_are_distinct() -> None:
    """No two issues and no two options of an issue have one id, and each issue has at least two options."""
    for name in ("exchange", "river"):
        articles = articles_of(INVENTED / name / "coverage.jsonl")
        issues = draft_case(articles, [found for one in articles for found in read_statements(one)]).issues
        assert len({issue.id for issue in issues}) == len(issues) > 2
        for issue in issues:
            assert len({option.id for option in issue.options}) == len(issue.options) > 1


@pytest.mark.parametrize("text", ["", "Rain fell.", "Es regnete in Strömen, und niemand sagte ein Wort.", "1 2 3"])
def test_nothing_is_made_of_nothing(text: str) -> None:
    """A text in which nobody acts gives an empty draft."""
    assert drafted(text) == Draft((), ())


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=200))
def test_any_text_can_be_drafted_from(text: str) -> None:
    """No text breaks the drafting."""
    article = article_from("any", text)
    assert draft_case([article], read_statements(article)).parties is not None


def test_every_state_of_the_list_has_its_forms() -> None:
    """The table of forms covers the list of states; no form has two owners."""
    rows = word_table("state_forms")
    forms = [form for row in rows for column in row for form in column]
    assert len(forms) == len(set(forms))
    assert all(len(row) == 4 and len(row[0]) == 1 for row in rows)
    small = {form.lower() for form in forms} | {"soviet union", "the united states", "england", "scotland", "wales"}
    small |= {"vatican city"}
    assert sorted(word_list("states") - small) == []


def test_what_is_proposed_for_invented_negotiations() -> None:
    """Most parties and nearly all people are proposed, and people are placed under the right party or under none."""
    rows = []
    for name in ("exchange", "river", "merger", "schools"):
        articles = articles_of(INVENTED / name / "coverage.jsonl")
        draft = draft_case(articles, [found for one in articles for found in read_statements(one)])
        rows.append(measured(load_case(INVENTED / name), articles, draft))
    found = total(rows)
    assert found.parties >= 0.85 * found.gold_parties
    assert found.parties >= 0.7 * found.proposed
    assert found.people >= 0.9 * found.gold_people
    assert found.misplaced == 0
    assert found.issues >= 0.6 * found.gold_issues
