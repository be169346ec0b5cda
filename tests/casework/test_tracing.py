"""Origins, changes and proposals of a case folder, as rows."""

from __future__ import annotations

from datetime import date

import pytest
from tests.cli.ferry import CASE

from zopa.casework.folder import CaseFolder, case_folder
from zopa.casework.listing import matrix_rows
from zopa.casework.proposing import proposal_rows
from zopa.casework.reading import read_case
from zopa.casework.tracing import change_rows, origin_rows

ARTICLES = {
    "2031-03-03": "Seafarers demand a wage rise of 6 %, general secretary Mara Lind told the Harbour Gazette.\n",
    "2031-03-04": "“We demand a wage rise of 6 %,” Lind said in the harbour hall, and the seafarers clapped.\n",
    "2031-03-10": "Northline has offered a wage rise of 2 % and two-week tours of duty, Tom Vance said.\n\n"
    "The union rejected a wage rise of 2 %, Mara Lind said.\n",
    "2031-03-17": "The union would now accept a wage rise of 4 %, Mara Lind said.\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> CaseFolder:
    """A case with four articles on four days, read."""
    path = tmp_path_factory.mktemp("ferry")
    (path / "coverage").mkdir()
    (path / "case.yaml").write_text(CASE, "utf-8")
    for day, text in ARTICLES.items():
        (path / "coverage" / f"{day}.txt").write_text(f"News of {day}\n\n{text}", "utf-8")
        (path / "coverage" / f"{day}.meta.yaml").write_text(f"outlet: Paper of {day}\npublished: {day}\n", "utf-8")
    found = case_folder(path)
    read_case(found)
    return found


def test_one_voice_in_two_papers_is_one_origin(folder: CaseFolder) -> None:
    """The row names the speaker in full, every article, the days and the evidence weight."""
    rows = [row for row in origin_rows(folder.path) if (row["party"], row["option"]) == ("Union", "6")]
    (row,) = rows
    assert (row["speaker"], row["stance"], row["origins"]) == ("Mara Lind", "demands", 1)
    assert row["articles"] == ["2031-03-03", "2031-03-04"]
    assert row["copies"] == []
    assert row["first_seen"] == "2031-03-03"
    assert 0 < row["weight"] <= 1
    assert "6 %" in row["words"]


def test_a_change_has_the_words_of_both_ends(folder: CaseFolder) -> None:
    """The union comes down from 6 to 4; its demand stood unchanged from the third to the fourth of March."""
    rows = change_rows(folder.path)
    (move,) = (row for row in rows if row["kind"] == "softening")
    assert (move["before"], move["after"], move["on"]) == ("demands 6", "accepts 4", "2031-03-17")
    assert "demand" in move["words_before"].lower() or "6 %" in move["words_before"]
    assert "4 %" in move["words_after"]
    assert move["says"] == "Union on Wage rise: demands 6 -> accepts 4, 17 March 2031"
    (constancy,) = (row for row in rows if row["kind"] == "constancy")
    assert "unchanged since 3 March 2031" in constancy["says"]


def test_as_of_a_day_later_words_are_not_known(folder: CaseFolder) -> None:
    """Nothing of a later day, in any of the listings."""
    day = date(2031, 3, 5)
    assert all(row["on"] <= "2031-03-05" for row in change_rows(folder.path, as_of=day))
    assert proposal_rows(folder.path, as_of=day, draws=50) == []
    assert {row["last_seen"] for row in origin_rows(folder.path, as_of=day)} <= {"2031-03-03", "2031-03-04"}


def test_a_proposal_is_weighed(folder: CaseFolder) -> None:
    """Both terms, the answer, and what settling finds while the refusal stands: the whole package is given."""
    (row,) = proposal_rows(folder.path, as_of=date(2031, 3, 12), draws=200)
    assert (row["proposer"], row["on"]) == ("Company", "2031-03-10")
    settling = row["settling"]
    assert settling["terms"] == settling["best_completion"] == {"wage": "2", "rosters": "two_weeks"}
    assert settling["complete"]
    assert settling["possible"]
    assert settling["acceptability"]["point"] <= settling["some_completion"]["point"] + 0.1
    assert [(one["party"], one["answer"]) for one in row["answers"]] == [("Union", "rejected")]
    assert ("Union", "wage", "2") in {(one["party"], one["issue"], one["option"]) for one in settling["refused"]}


def test_the_matrix_shows_what_was_replaced(folder: CaseFolder) -> None:
    """The current stance with its firmness; the demand it replaced beside it."""
    (row,) = (row for row in matrix_rows(folder.path) if (row["party"], row["issue"]) == ("Union", "wage"))
    assert "accepts 4 (firm)" in row["stances"]
    assert "demands 6 (firm)" in row["earlier"]
    assert row["conflicts"] == []
