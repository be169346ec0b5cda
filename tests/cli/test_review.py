"""``zopa review`` in a real (pseudo-)terminal: keys in, screens out, decisions in the ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.ferry import Zopa
from tests.cli.terminal import Terminal

from zopa.casework.keys import ACTIONS, keys_of
from zopa.casework.reviewing import Desk
from zopa.errors import UsageError
from zopa.ledger import Ledger
from zopa.statements import READER

READY = "[q] quit"
BACKSPACE = "\x7f"


@pytest.fixture
def read(zopa: Zopa, ferry: Path) -> Path:
    """The small case, read."""
    assert zopa("read", ferry).status == 0
    return ferry


def decisions(folder: Path) -> list[tuple[str, str]]:
    """What the ledger holds, oldest first: (who, what)."""
    with Ledger.open(folder / "zopa.db") as ledger:
        return [(review.by, review.decision) for review in ledger.reviews()]


def test_a_sitting_from_start_to_finish(read: Path) -> None:
    """Accept, reject, take back, unsure, stop; the next sitting goes on after the last decision."""
    with Terminal(["review", read, "--by", "Ana"]) as terminal:
        first = terminal.until(READY)
        assert "1 of " in first
        assert "decided by Ana: 0" in first
        assert "four-week tours of duty" in first
        assert "never accept" in first
        assert "stored: accepted" in terminal.type("a", READY)
        assert "stored: rejected" in terminal.type("x", READY)
        back = terminal.type(BACKSPACE, READY)
        assert "taken back: rejected" in back
        assert "2 of " in back
        assert "stored: unsure" in terminal.type("u", READY)
        terminal.type("q", "left to decide")
        terminal.end()
    assert terminal.status == 0
    assert decisions(read) == [("Ana", "accept"), ("Ana", "reject"), ("Ana", "undo"), ("Ana", "unsure")]
    with Terminal(["review", read, "--by", "Ana"]) as terminal:
        again = terminal.until(READY)
        assert "3 of " in again
        assert "decided by Ana: 2" in again
        for expected in ("unsure", "accepted"):
            assert f"taken back: {expected}" in terminal.type(BACKSPACE, READY)
        assert "nothing left to take back" in terminal.type(BACKSPACE, READY)
        terminal.type("q", "left to decide")
        terminal.end()
    assert Desk(read).decisions("Ana") == {}


@pytest.mark.slow
def test_moving_skipping_searching_and_help(read: Path) -> None:
    """None of them decides anything."""
    with Terminal(["review", read, "--by", "Ana"]) as terminal:
        terminal.until(READY)
        assert "2 of " in terminal.type("j", READY)
        assert "1 of " in terminal.type("k", READY)
        assert "2 of " in terminal.type(" ", READY)
        assert "Tom Vance" in terminal.type("/Harbour Gazette\rk/tom vance\r", "Tom Vance")
        terminal.type("/absent\r", "Nothing here contains 'absent'")
        terminal.until(READY)
        assert "take back your last decision" in terminal.type("?", "Any key goes on.")
        terminal.type("k", READY)
        assert "That key does nothing" in terminal.type("Z", READY)
        terminal.type("\x04", "0 stored as Ana")
        terminal.end()
    assert terminal.status == 0
    assert decisions(read) == []


def test_an_edit_by_keys(read: Path) -> None:
    """Strength, day and words; the stored coding is what the screen says."""
    with Terminal(["review", read, "--by", "Ana", "--issue", "wage", "--party", "Union"]) as terminal:
        terminal.until(READY)
        terminal.type("e", "Escape leave")
        terminal.type("r", "strength (number): ")
        assert "(red line)" in terminal.type("1\r", "Escape leave")
        terminal.type("d", "as read): ")
        terminal.type("2026-13-01\r", "is no day or month")
        terminal.until("Escape leave")
        terminal.type("d2026-03-0" + BACKSPACE + "02\r", "said on 2026-03-02")
        terminal.until("Escape leave")
        terminal.type("w", "the exact words: ")
        terminal.type("gold\r", "do not stand in this paragraph")
        terminal.until("Escape leave")
        terminal.type("wdemanded a wage rise\r", "Escape leave")
        assert "stored: edited: Union demands wage: 6 (red line)" in terminal.type("\r", READY)
        terminal.type("q", "left to decide")
        terminal.end()
    (review,) = Desk(read).decisions("Ana").values()
    assert review.after is not None
    assert (review.after.strength, review.after.said_on) == ("red_line", "2026-03-02")
    assert [quote.exact for quote in review.words] == ["demanded a wage rise"]


@pytest.mark.slow
def test_adding_what_was_missed(read: Path, zopa: Zopa) -> None:
    """On a statement in which nothing was coded; it is a position from then on."""
    page = read / "coverage" / "wednesday.txt"
    page.write_text("Mara Lind said on Wednesday that gulls had stolen the sandwiches of the harbour cook.\n", "utf-8")
    assert zopa("read", read).status == 0
    with Terminal(["review", read, "--by", "Ana", "--uncoded"]) as terminal:
        assert "Nothing was coded" in terminal.until(READY)
        for key, asked in (("n", "party"), ("1\r", "issue"), ("1\r", "option"), ("2\r", "stance"), ("2\r", "strength")):
            terminal.type(key, f"{asked} (number): ")
        terminal.type("3\r", "Escape leave")
        assert "stored: added: Union accepts wage: 4 (soft)" in terminal.type("\r", READY)
        terminal.type("q", "left to decide")
        terminal.end()
    listed = zopa("positions", read, "--jsonl").out.splitlines()
    assert any('"coder": "Ana"' in line and '"accepts"' in line for line in listed)


@pytest.mark.slow
def test_all_codings_of_a_statement_at_once(read: Path) -> None:
    """`A` accepts what is on the screen, and a note can be left."""
    with Terminal(["review", read, "--by", "Ana"]) as terminal:
        terminal.until(READY)
        terminal.type("tlooks right\r", "stored: noted (looks right)")
        terminal.until(READY)
        assert "stored: accepted" in terminal.type("A", READY)
        terminal.type("q", "left to decide")
        terminal.end()
    assert decisions(read)[0] == ("Ana", "note")
    assert {decision for _, decision in decisions(read)[1:]} == {"accept"}


@pytest.mark.slow
def test_without_colour_the_words_stand_between_brackets(read: Path) -> None:
    """NO_COLOR and plain terminals are served as well."""
    with Terminal(["review", read, "--by", "Ana"], NO_COLOR="1", TERM="dumb") as terminal:
        assert "[[The union will never accept four-week tours of duty]]" in terminal.until(READY).replace("\n", " ")
        terminal.type("q", "left to decide")
        terminal.end()


def test_differences_are_settled_one_by_one(read: Path, zopa: Zopa) -> None:
    """The settler takes over one of the decisions; it can be taken back."""
    desk = Desk(read)
    items = [item for item in desk.items if item.coding][:2]
    for item in items:
        desk.decide(item, "accept", "Ana")
        desk.decide(item, "reject", "Ben")
    assert '"decided by both": 2' in zopa("review", read, "--agreement", "--json").out
    with Terminal(["review", read, "--differences", "--by", "Cato"]) as terminal:
        screen = terminal.until(READY)
        assert "difference 1 of 2" in screen
        assert "[1] Ana: accepted" in screen
        assert "[2] Ben: rejected" in screen
        assert "difference 1 of 1" in terminal.type("1", READY)
        assert "taken back: accepted" in terminal.type(BACKSPACE, READY)
        terminal.type("2", READY)
        terminal.type("u", "settled as Cato; 0 left")
        terminal.end()
    assert terminal.status == 0
    outcomes = {ruling.outcome for ruling in Desk(read).rulings.values()}
    assert outcomes == {"rejected", "unsure"}


def test_without_a_terminal_there_is_a_message(read: Path, zopa: Zopa) -> None:
    """Exit status 2, and what to do instead."""
    outcome = zopa("review", read, "--by", "Ana")
    assert outcome.status == 2
    assert "needs a terminal" in outcome.err
    assert "zopa import reviews" in outcome.err


@pytest.mark.slow
def test_a_review_without_its_statement_is_listed(read: Path, zopa: Zopa) -> None:
    """Another reading no longer has the statement: the review is kept, and listed with the reason."""
    assert "Every review has its place" in zopa("review", read, "--orphaned").out
    desk = Desk(read)
    desk.decide(desk.items[0], "reject", "Ana")
    with Ledger.open(read / "zopa.db") as ledger:
        ledger.add_reading(desk.items[0].article.id, READER, [])
    listed = zopa("review", read, "--orphaned", "--csv").out
    assert listed.splitlines()[1].startswith("orphaned,Ana,reject,")
    assert "no statement read in monday has these words any more" in listed
    with Terminal(["review", read, "--by", "Ana"]) as terminal:
        terminal.until(READY)
        assert "have no place today: 1" in terminal.type("q", "--orphaned")
        terminal.end()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["--by", " "], "--by is empty"), (["--json"], "go with --agreement")],
)
def test_wrong_usage(read: Path, zopa: Zopa, arguments: list[str], words: str) -> None:
    """One line that says what to type."""
    outcome = zopa("review", read, *arguments)
    assert outcome.status == 2
    assert words in outcome.err


@pytest.mark.slow
def test_keys_can_be_given_other_places(read: Path, own_config: Path) -> None:
    """The file keys.yaml among the person's settings; the screen names the new keys."""
    (own_config / "keys.yaml").write_text("accept: y\nreject: right\n", "utf-8")
    with Terminal(["review", read, "--by", "Ana"]) as terminal:
        assert "[y] accept  [right] reject" in terminal.until(READY)
        terminal.type("a", "That key does nothing")
        terminal.until(READY)
        assert "stored: accepted" in terminal.type("y", READY)
        assert "stored: rejected" in terminal.type("\x1b[C", READY)
        terminal.type("q", "left to decide")
        terminal.end()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("accept: x", "accept and reject are both on the key 'x'"),
        ("burn: b", "there is no action 'burn'"),
        ("accept: yes please", "is no key for accept"),
        ("- a", "it holds no keys"),
        ("accept: [", "keys.yaml"),
    ],
)
def test_keys_that_make_no_sense_are_refused(own_config: Path, content: str, words: str) -> None:
    """With the file's name, before anything is shown."""
    (own_config / "keys.yaml").write_text(content, "utf-8")
    with pytest.raises(UsageError, match=r"keys\.yaml") as refused:
        keys_of()
    assert words in str(refused.value)


def test_every_action_has_a_key(own_config: Path) -> None:
    """Without a file, or with an empty one, the usual keys."""
    usual = {key: action for action, (key, _) in ACTIONS.items()}
    assert keys_of() == usual
    (own_config / "keys.yaml").touch()
    assert keys_of() == usual


@pytest.mark.parametrize("form", ["csv", "annotations", "jsonl"])
def test_reviews_go_out_and_come_back(read: Path, make_case: Callable[..., Path], zopa: Zopa, form: str) -> None:
    """Through the command line."""
    desk = Desk(read)
    desk.decide(desk.items[0], "reject", "Ana")
    file = read / "reviews"
    assert zopa("export", form, read, "-o", file).status == 0
    assert zopa("export", form, read).out == file.read_text("utf-8")
    other = make_case(name="other")
    zopa("read", other)
    outcome = zopa("import", "reviews", file, "--into", other)
    assert outcome.status == 0
    assert "1 reviews" in outcome.out
    assert decisions(other) == [("Ana", "reject")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["import", "reviews", "FILE"], "--into CASE"),
        (["import", "genius", "FILE", "--into", "CASE"], "--into and --other-case go with reviews"),
        (["import", "reviews", "FILE", "--into", "CASE"], "is no file from zopa export"),
        (["export", "csv", "CASE", "--full-text"], "--full-text goes with jsonl"),
    ],
)
def test_imports_and_exports_that_make_no_sense(read: Path, zopa: Zopa, arguments: list[str], words: str) -> None:
    """Exit status 2 and one line."""
    (read / "note.txt").write_text("shopping list", "utf-8")
    places = {"FILE": read / "note.txt", "CASE": read}
    outcome = zopa(*(places.get(argument, argument) for argument in arguments))
    assert outcome.status == 2
    assert words in outcome.err
