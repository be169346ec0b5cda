"""Reviewing in the browser: every decision is stored once, under the right name, and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.workbench.conftest import Visitor

from zopa.casework.reviewing import Desk
from zopa.ledger import Ledger
from zopa.workbench import Workspace


def reviews(folder: Path) -> list[tuple[str, str]]:
    """(decision, by) of every review in the ledger, oldest first."""
    with Ledger.open(folder / "zopa.db") as ledger:
        return [(review.decision, review.by) for review in ledger.reviews()]


def rows(visitor: Visitor, query: str = "") -> list[dict[str, Any]]:
    """The items as data."""
    found = visitor.get(f"/review.json{query}").json()
    assert found["count"] == found["total"] == len(found["rows"])
    return list(found["rows"])


def decide(visitor: Visitor, row: dict[str, Any], decision: str, **values: Any) -> Any:
    """Post a decision on an item as it was shown."""
    return visitor.post("/review/decide", {"item": row["item"], "shown": row["shown"], "decision": decision, **values})


@pytest.mark.parametrize("decision", ["accept", "reject", "unsure"])
def test_a_decision_is_stored_and_the_next_item_shown(visitor: Visitor, folder: Path, decision: str) -> None:
    """Under the reviewer's name; the reply leads to the next item that is not decided."""
    first, second = rows(visitor)[:2]
    reply = decide(visitor, first, decision)
    assert (reply.status_code, reviews(folder)) == (303, [(decision, "Ana")])
    assert f"item={second['item']}" in reply.headers["location"]
    assert rows(visitor)[0]["decision"] == decision
    assert f"stored: {decision}" in visitor.get(reply.headers["location"]).text


def test_the_sitting_goes_on_where_it_stopped(visitor: Visitor) -> None:
    """Without an item in the address, the first one not decided after the latest decision is shown."""
    items = rows(visitor)
    decide(visitor, items[0], "accept")
    assert f'name="item" value="{items[1]["item"]}"' in visitor.get("/review").text


def test_what_was_decided_is_taken_back(visitor: Visitor, folder: Path) -> None:
    """As often as there is something; then it says that there is nothing."""
    items = rows(visitor)
    decide(visitor, items[0], "accept")
    assert f"item={items[0]['item']}" in visitor.post("/review/decide", {"decision": "undo"}).headers["location"]
    assert [row["decision"] for row in rows(visitor)] == [None] * len(items)
    reply = visitor.post("/review/decide", {"decision": "undo"})
    assert "There is nothing left to take back." in visitor.get(reply.headers["location"]).text
    assert reviews(folder) == [("accept", "Ana"), ("undo", "Ana")]


def test_what_changed_since_it_was_shown_is_not_decided(visitor: Visitor, folder: Path) -> None:
    """The page is shown again instead."""
    first = rows(visitor)[0]
    reply = decide(visitor, {**first, "shown": "0" * 16}, "accept")
    assert "has changed since it was shown" in visitor.get(reply.headers["location"]).text
    assert reviews(folder) == []


def test_an_edit_and_an_added_coding_count(visitor: Visitor, folder: Path) -> None:
    """With party, option, stance, strength, day and words; the next item follows."""
    first = rows(visitor)[0]
    values = {"whose": "Company", "option": "wage=2", "stance": "offers", "strength": "soft", "said_on": "2026-03"}
    with_words = {**values, "support": first["words"].split()[0] + " " + first["words"].split()[1]}
    assert decide(visitor, first, "edit", **with_words).status_code == 303
    codings = {(row["party"], row["option"], row["stance"]) for row in rows(visitor)}
    desk = Desk(folder)
    after = [placed.review.after for placed in desk.placed]
    assert after[0] is not None
    assert (after[0].party, after[0].option, after[0].said_on) == ("Company", "2", "2026-03")
    added = {**values, "whose": "Union", "option": "wage=6"}
    other = rows(visitor)[-1]
    assert decide(visitor, other, "add", **added).status_code == 303
    assert ("Union", "6", "offers") in {(row["party"], row["option"], row["stance"]) for row in rows(visitor)} | codings


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"stance": "wants"}, "Choose a stance"),
        ({"whose": "Nobody"}, "a party, an issue and an option of the case"),
        ({"option": "wage=99"}, "a party, an issue and an option of the case"),
        ({"said_on": "2026-02-31"}, "is no day or month"),
        ({"support": "words that stand nowhere"}, "do not stand in this paragraph"),
        ({"condition": "x" * 2000}, "at most 1,000 characters"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused(
    visitor: Visitor, folder: Path, values: dict[str, str], told: str
) -> None:
    """With what is wrong, and nothing is stored."""
    usual = {"whose": "Company", "option": "wage=2", "stance": "offers", "strength": "soft"}
    reply = decide(visitor, rows(visitor)[0], "edit", **{**usual, **values})
    assert reply.status_code in (400, 422)
    assert told in reply.text
    assert reviews(folder) == []


@pytest.mark.parametrize(
    "form", [{}, {"decision": "accept"}, {"decision": "drop"}, {"decision": "accept", "item": "x"}]
)
def test_a_form_that_is_none_of_ours_is_refused(visitor: Visitor, folder: Path, form: dict[str, str]) -> None:
    """One clear message, whatever came."""
    assert visitor.post("/review/decide", form).status_code in (400, 404)
    assert reviews(folder) == []


def test_only_what_is_shown_is_accepted_at_once(visitor: Visitor, folder: Path) -> None:
    """The list accepts its own page; an item whose coding has changed since is left."""
    shown = rows(visitor)
    form = {"decision": "accept_shown", "back": "list", "shown": [shown[0]["shown"], shown[1]["shown"], "f" * 16]}
    reply = visitor.post("/review/decide", form)
    assert reviews(folder) == [("accept", "Ana")] * 2
    assert "accepted 2; 1 changed since they were shown" in visitor.get(reply.headers["location"]).text


def test_a_statement_that_was_missed_becomes_one(visitor: Visitor, folder: Path) -> None:
    """Words selected in an article with a speaker; it is found again by its words, and taken back like the rest."""
    desk = Desk(folder)
    article = next(found for found in desk.articles.values() if "considering the offer" in found.text)
    start = article.text.index("considering")
    spans = f"{start}-{start + len('considering the offer')}"
    form = {"decision": "statement", "article": article.id, "spans": spans, "speaker": "The union"}
    reply = visitor.post("/review/decide", form)
    assert reply.status_code == 303
    page = visitor.get(reply.headers["location"]).text
    assert "stored: a statement" in page
    fresh = Desk(folder)
    made = [found for found, _ in fresh.statements.values() if found.speaker == "The union"]
    assert [(one.speaker_kind, one.content[0].of(article.text)) for one in made] == [("group", "considering the offer")]
    assert fresh.lost == ()
    assert visitor.post("/review/decide", form).status_code == 400
    visitor.post("/review/decide", {"decision": "undo"})
    assert made[0].id not in Desk(folder).statements


@pytest.mark.parametrize("spans", ["", "0-0", "5-2", "0-99999999", "-1-3", "a-b", "0-5;6-7", "٣-٥"])
def test_words_that_are_nowhere_are_no_statement(visitor: Visitor, folder: Path, spans: str) -> None:
    """Whatever a form says."""
    article = next(iter(Desk(folder).articles))
    form = {"decision": "statement", "article": article, "spans": spans, "speaker": "X"}
    assert visitor.post("/review/decide", form).status_code == 400
    assert reviews(folder) == []


@pytest.mark.parametrize(
    ("query", "keeps"),
    [
        ("?party=Union", lambda row: row["party"] == "Union"),
        ("?issue=wage", lambda row: row["issue"] == "wage"),
        ("?source=monday", lambda row: row["doc"] == "monday"),
        ("?most=0", lambda row: False),
        ("?words=vance", lambda row: "Vance" in row["speaker"]),
        ("?filter=unreviewed", lambda row: True),
        ("?filter=unsure", lambda row: False),
        ("?filter=changed", lambda row: False),
        ("?filter=nonsense", lambda row: True),
    ],
)
def test_filters_choose_items(visitor: Visitor, query: str, keeps: Callable[[dict[str, Any]], bool]) -> None:
    """And they are in the address, so that a view can be sent on."""
    every = rows(visitor)
    assert rows(visitor, query) == [row for row in every if keeps(row)]


@pytest.mark.parametrize("query", ["?party=Nobody", "?most=much", "?least=101", "?most=nan"])
def test_a_filter_that_makes_no_sense_says_so(visitor: Visitor, query: str) -> None:
    """As a page with one message."""
    assert visitor.get(f"/review{query}").status_code == 400


def test_the_coder_finds_something_else_today(visitor: Visitor, folder: Path) -> None:
    """What was decided on another coding than today's is in the filter for what changed."""
    desk = Desk(folder)
    item = next(item for item in desk.items if item.coding and item.coding.stance == "rejects")
    from dataclasses import replace

    from zopa.casework.reviewing import Item

    assert item.coding is not None
    desk.decide(
        Item(item.statement, item.article, replace(item.coding, stance="accepts"), item.position), "reject", "Ana"
    )
    assert [row["stance"] for row in rows(visitor, "?filter=changed")] == ["rejects"]


def test_decisions_made_elsewhere_are_on_the_desk(visitor: Visitor, folder: Path) -> None:
    """In the terminal, say, while the workbench runs."""
    rows(visitor)
    desk = Desk(folder)
    desk.decide(desk.items[0], "reject", "Ana")
    assert rows(visitor)[0]["decision"] == "reject"


def test_a_reviewer_takes_a_name(visit: Callable[..., Visitor], folder: Path) -> None:
    """Each browser its own; decisions go under it."""
    ana, ben = visit(), visit()
    assert ben.post("/review/by", {"by": " Ben \n Ro "}).status_code == 303
    decide(ben, rows(ben)[0], "accept")
    decide(ana, rows(ana)[0], "reject")
    assert reviews(folder) == [("accept", "Ben Ro"), ("reject", "Ana")]
    assert ben.post("/review/by", {"by": "  "}).status_code == 400


def test_keys_are_moved_and_conflicts_refused(visitor: Visitor, own_config: Path) -> None:
    """One key, one action; the buttons show the new key, and the terminal uses it too."""
    assert visitor.post("/review/keys", {"accept": "y"}).status_code == 303
    assert "<kbd>y</kbd>" in visitor.get("/review").text
    assert (own_config / "keys.yaml").read_text("utf-8") == 'accept: "y"\n'
    for key in ("x", "shift", "ab", "\u0007"):
        assert visitor.post("/review/keys", {"accept": key}).status_code == 400
    assert (own_config / "keys.yaml").read_text("utf-8") == 'accept: "y"\n'


@pytest.mark.parametrize("key", ['"', "\\", "#", ":", "'", "é", "-", "{"])
def test_any_printing_key_can_be_stored(visitor: Visitor, own_config: Path, key: str) -> None:
    """Whatever it means in YAML."""
    assert visitor.post("/review/keys", {"accept": key}).status_code == 303
    assert (own_config / "keys.yaml").exists()
    assert visitor.get("/review").status_code == 200


def test_everything_decided_says_so(visitor: Visitor) -> None:
    """And the latest can still be taken back."""
    visitor.post("/review/decide", {"decision": "accept_shown", "shown": [row["shown"] for row in rows(visitor)]})
    page = visitor.get("/review").text
    assert "Everything here is decided." in page
    assert re.search(r'value="undo"', page)


def test_many_reviewers_at_once_lose_nothing(workspace: Workspace, visit: Callable[..., Visitor], folder: Path) -> None:
    """Eight browsers decide on every item at the same time: every decision is there, none twice."""
    from concurrent.futures import ThreadPoolExecutor

    def work(number: int) -> int:
        mine = visit()
        mine.post("/review/by", {"by": f"R{number}"})
        return sum(decide(mine, row, "accept").status_code == 303 for row in rows(mine))

    count = len(rows(visit()))
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(8))) == [count] * 8
    stored = reviews(folder)
    assert len(stored) == 8 * count
    assert {by for _, by in stored} == {f"R{number}" for number in range(8)}
    with workspace.desk() as desk:
        assert len(desk.placed) == 8 * count
