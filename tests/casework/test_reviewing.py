"""The desk: what is decided changes the positions, can be taken back to any depth, and survives another reading."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from zopa.casework.choosing import choose
from zopa.casework.differing import agreement_rows, differences
from zopa.casework.folder import CaseFolder
from zopa.casework.gathering import gather
from zopa.casework.reviewing import Desk, Item, default_reviewer, matter_of
from zopa.coverage import Span
from zopa.errors import LedgerError, UsageError
from zopa.ledger import Decision, Ledger
from zopa.positions import Coding, coding_of
from zopa.statements import READER


@pytest.fixture
def desk(ferry: CaseFolder) -> Desk:
    """The ferry strike, open for review."""
    return Desk(ferry.path)


def item(desk: Desk, **wanted: str) -> Item:
    """The first coding with these fields."""
    return next(
        found
        for found in desk.items
        if found.coding and all(getattr(found.coding, name) == value for name, value in wanted.items())
    )


def positions(desk: Desk) -> dict[Coding, tuple[str, float, bool]]:
    """What the positions are now: coding -> coder, confidence, whether it counts."""
    found = gather(desk.folder).evidence
    return {coding_of(e.position): (e.position.coder, e.position.confidence, e.position.counted) for e in found}


def test_decisions_change_the_positions(desk: Desk) -> None:
    """Accepted is sure, rejected is gone, unsure does not count; figures follow."""
    accepted, rejected = item(desk, party="Company", option="2"), item(desk, party="Union", option="6")
    unsure = item(desk, party="Union", option="four_weeks")
    desk.decide(accepted, "accept", "Ana")
    desk.decide(rejected, "reject", "Ana", note="not said")
    desk.decide(unsure, "unsure", "Ana")
    found = positions(desk)
    assert accepted.coding is not None
    assert unsure.coding is not None
    assert found[accepted.coding] == ("Ana", 1.0, True)
    assert rejected.coding not in found
    assert found[unsure.coding][2] is False


def test_edits_and_additions_are_positions(desk: Desk) -> None:
    """With the words that were marked."""
    edited = item(desk, party="Union", option="6")
    assert edited.coding is not None
    after = replace(edited.coding, strength="red_line", said_on="2026-03-01")
    desk.decide(edited, "edit", "Ana", after=after, words=[edited.statement.content[0]])
    added = Coding("Union", "rosters", "two_weeks", "demands", "firm")
    desk.decide(edited, "add", "Ana", after=added)
    found = positions(desk)
    assert found[replace(after, said_on=None)] == ("Ana", 1.0, True)
    assert found[added] == ("Ana", 1.0, True)
    evidence = next(
        e for e in gather(desk.folder).evidence if e.position.strength == "red_line" and e.position.option == "6"
    )
    assert (evidence.position.words, evidence.statement.said_on) == ((edited.statement.content[0],), "2026-03-01")


def test_undo_to_any_depth(desk: Desk) -> None:
    """Every decision of this reviewer, and nobody else's, back to the very first; the history keeps all of them."""
    before = positions(desk)
    first, second = item(desk, party="Company", option="2"), item(desk, party="Union", option="6")
    desk.decide(second, "reject", "Ben")
    decisions: tuple[Decision, ...] = ("accept", "reject", "unsure")
    for decision in decisions:
        desk.decide(first, decision, "Ana")  # each takes the place of the one before
    undone = [desk.undo("Ana") for _ in range(4)]
    assert [review and review.decision for review in undone] == ["unsure", "reject", "accept", None]
    assert positions(desk) == {coding: found for coding, found in before.items() if coding != second.coding}
    with Ledger.open(desk.folder.ledger) as ledger:
        assert [review.decision for review in ledger.reviews()].count("undo") == 3
        assert len(ledger.reviews()) == 7


def test_after_an_undo_one_can_decide_anew(desk: Desk) -> None:
    """The new decision stands."""
    first = item(desk, party="Company", option="2")
    desk.decide(first, "reject", "Ana")
    desk.undo("Ana")
    desk.decide(first, "accept", "Ana")
    assert first.coding is not None
    assert positions(desk)[first.coding][0] == "Ana"


def test_bulk_accept_takes_what_is_shown_and_undecided(desk: Desk) -> None:
    """What was rejected by this reviewer stays rejected; what was not shown is not touched."""
    shown = [found for found in desk.items if found.coding][:3]
    desk.decide(shown[0], "reject", "Ana")
    assert desk.accept_all(shown, "Ana") == 2
    decisions = desk.decisions("Ana")
    assert [decisions[matter_of(found)].decision for found in shown] == ["reject", "accept", "accept"]
    assert len(decisions) == 3


def test_a_suggestion_never_counts_as_reviewed(desk: Desk) -> None:
    """Nobody has decided anything in a case that was only read."""
    assert desk.decisions("Ana") == {}
    assert len(choose(desk, ["unreviewed"], "Ana")) == len([found for found in desk.items if found.coding])


def test_filters(desk: Desk) -> None:
    """By party, issue, and what was decided."""
    union = choose(desk, [], "Ana", party="union")
    assert {found.coding.party for found in union if found.coding} == {"Union"}
    wage = choose(desk, [], "Ana", issue="wage")
    assert {found.coding.issue for found in wage if found.coding} == {"wage"}
    desk.decide(wage[0], "unsure", "Ana")
    assert choose(desk, ["unsure"], "Ben") == [wage[0]]
    assert wage[0] not in choose(desk, ["unreviewed"], "Ana")
    assert wage[0] in choose(desk, ["unreviewed"], "Ben")
    assert all(found.coding is None for found in choose(desk, ["uncoded"], "Ana"))
    with pytest.raises(UsageError, match="There is no party 'Pirates'"):
        choose(desk, [], "Ana", party="Pirates")


def test_two_reviewers_differ_and_somebody_settles(desk: Desk) -> None:
    """A disputed coding does not count; the settled decision does; undoing it brings the difference back."""
    disputed = item(desk, party="Company", option="2")
    ana, ben = desk.decide(disputed, "accept", "Ana"), desk.decide(disputed, "reject", "Ben")
    assert disputed.coding is not None
    assert positions(desk)[disputed.coding][2] is False
    (difference,) = differences(desk)
    assert difference.reviews == (ana, ben)
    assert disputed in choose(desk, ["conflicting"], "Ana")
    desk.decide(disputed, "accept", "Cato", supersedes=[ana.id, ben.id])
    assert differences(desk) == []
    assert positions(desk)[disputed.coding] == ("Cato", 1.0, True)
    desk.undo("Cato")
    assert len(differences(desk)) == 1


def test_agreement_is_what_each_decided_alone(desk: Desk) -> None:
    """Settling a difference does not make two people agree."""
    items = [found for found in desk.items if found.coding][:4]
    for found in items:
        desk.decide(found, "accept", "Ana")
    decisions: tuple[Decision, ...] = ("accept", "accept", "reject", "unsure")
    for found, decision in zip(items, decisions, strict=True):
        ben = desk.decide(found, decision, "Ben")
    (before,) = agreement_rows(desk.folder.path)
    assert (before["reviewer"], before["other"], before["decided by both"]) == ("Ana", "Ben", 4)
    assert before["observed"] == 0.5
    desk.decide(items[3], "accept", "Cato", supersedes=[ben.id])
    assert before in agreement_rows(desk.folder.path)


def test_a_review_finds_its_statement_after_another_reading(ferry: CaseFolder, desk: Desk) -> None:
    """The better reading gives the statement another id and a longer content; the decision still holds."""
    rejected = item(desk, party="Company", option="2")
    desk.decide(rejected, "reject", "Ana")
    _read_again(ferry, rejected, longer=1)
    again = Desk(ferry.path)
    assert again.lost == ()
    assert all(found.coding is None or found.coding.key != ("Company", "wage", "2") for found in _standing(again))


def test_a_review_of_a_statement_that_is_gone_is_kept_and_shown(ferry: CaseFolder, desk: Desk) -> None:
    """It is listed as orphaned with the reason, changes no position, and still stands in the ledger."""
    rejected = item(desk, party="Company", option="2")
    desk.decide(rejected, "reject", "Ana")
    _read_again(ferry, rejected, longer=None)
    again = Desk(ferry.path)
    (lost,) = again.lost
    assert (lost.standing, lost.review.by) == ("orphaned", "Ana")
    assert "no statement read in" in lost.why
    with Ledger.open(ferry.ledger) as ledger:
        assert len(ledger.reviews()) == 1


def test_a_review_of_an_option_that_was_removed_is_kept_and_shown(ferry: CaseFolder, desk: Desk) -> None:
    """The case file was edited; the review says what it was about."""
    desk.decide(item(desk, party="Company", option="2"), "accept", "Ana")
    ferry.case_file.write_text(
        ferry.case_file.read_text("utf-8").replace("scale: [2, 4, 6]", "scale: [3, 4, 6]"), "utf-8"
    )
    (lost,) = Desk(ferry.path).lost
    assert "does not have this party, issue or option" in lost.why


def test_a_coding_the_case_does_not_have_is_refused(desk: Desk) -> None:
    """And nothing is stored."""
    with pytest.raises(UsageError, match="a party, an issue and an option of the case"):
        desk.decide(desk.items[0], "add", "Ana", after=Coding("Pirates", "wage", "2", "demands", "firm"))
    with pytest.raises(UsageError, match="name is empty"):
        desk.decide(desk.items[0], "accept", " ")
    assert desk.decisions("Ana") == {}


def test_a_decision_that_cannot_be_stored_is_none(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk shows what is in the ledger, not what was meant to be."""

    def refuse(*_: object) -> int:
        raise LedgerError("the disk is full")

    monkeypatch.setattr(Ledger, "add_reviews", refuse)
    with pytest.raises(LedgerError):
        desk.decide(desk.items[0], "accept", "Ana")
    monkeypatch.undo()
    assert desk.decisions("Ana") == {}


def test_the_login_name_stands_for_the_reviewer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has none, the message says what to type."""
    monkeypatch.setenv("LOGNAME", "ana")
    assert default_reviewer() == "ana"
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    with pytest.raises(UsageError, match="--by NAME"):
        default_reviewer()


def _standing(desk: Desk) -> list[Item]:
    """The items whose coding is a position."""
    kept = {(e.statement.id, coding_of(e.position).key) for e in gather(desk.folder).evidence}
    return [found for found in desk.items if matter_of(found) in kept]


def _read_again(folder: CaseFolder, old: Item, longer: int | None) -> None:
    """Another reading of an item's article: its statement a little longer and with a new id, or not there at all."""
    with Ledger.open(folder.ledger) as ledger:
        statements = []
        for found in ledger.statements_of(old.article.id, READER):
            if found.id != old.statement.id:
                statements.append(found)
            elif longer is not None:
                content = (*found.content[:-1], Span(found.content[-1].start, found.content[-1].end + longer))
                statements.append(replace(found, id="0123456789abcdef", content=content))
        ledger.add_reading(old.article.id, READER, statements)
