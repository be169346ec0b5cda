"""Reading coverage into the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.ferry import ARTICLES, CASE

from zopa.casework.folder import CaseFolder, case_folder
from zopa.casework.gathering import gather
from zopa.casework.reading import read_case
from zopa.errors import NothingReadable, UsageError
from zopa.ledger import Ledger
from zopa.statements import READER, Statement


@pytest.fixture
def folder(tmp_path: Path) -> CaseFolder:
    """A case with two articles."""
    (tmp_path / "coverage").mkdir()
    (tmp_path / "case.yaml").write_text(CASE, "utf-8")
    for name, text in ARTICLES.items():
        (tmp_path / "coverage" / name).write_text(text, "utf-8")
    return case_folder(tmp_path)


def stored(folder: CaseFolder) -> dict[str, tuple[Statement, ...]]:
    """Every reading the ledger holds."""
    with Ledger.open(folder.ledger) as ledger:
        return {id: reading.statements for id, reading in ledger.readings().items()}


def test_several_processes_find_the_same(folder: CaseFolder, tmp_path: Path) -> None:
    """`--jobs 2` stores what one process stores."""
    read_case(folder)
    alone = stored(folder)
    folder.ledger.unlink()
    read_case(folder, jobs=2)
    assert stored(folder) == alone


def test_progress_ends_at_the_end(folder: CaseFolder) -> None:
    """The last reports are (all, all): of the articles met, and of those whose statements were found."""
    seen: list[tuple[int, int, str]] = []
    read_case(folder, progress=lambda done, total, what: seen.append((done, total, what)))
    assert {(2, 2, "reading"), (2, 2, "finding statements")} <= set(seen)
    assert seen[-1] == (2, 2, "finding statements")
    assert all(done <= total for done, total, _ in seen)


def test_an_article_left_unread_is_read_next_time(folder: CaseFolder) -> None:
    """What an interruption left without a reading gets one, even when its file is gone."""
    read_case(folder)
    everything = stored(folder)
    folder.ledger.unlink()
    with Ledger.open(folder.ledger) as ledger:
        from zopa.coverage import Page, read_coverage

        for page in read_coverage(folder.coverage):
            assert isinstance(page, Page)
            ledger.add_page(page)
    (folder.coverage / "monday.txt").unlink()
    read_case(folder)
    assert stored(folder) == everything


def test_articles_named_are_read_instead_of_the_folder(folder: CaseFolder, tmp_path: Path) -> None:
    """`zopa read CASE ARTICLE` reads that one only."""
    other = tmp_path / "other.txt"
    other.write_text("The union rejected the offer of 2 % at once, Lind said, and called it an insult to all crews.\n")
    report = read_case(folder, [other])
    assert (report.read, report.new) == (1, 1)
    assert len(stored(folder)) == 1


def test_a_guess_about_a_new_article_is_noted(folder: CaseFolder) -> None:
    """An old encoding is said once, with the file."""
    (folder.coverage / "old.txt").write_bytes("“Never,” Lind said of the café on Monday afternoon.".encode("cp1252"))
    (note,) = read_case(folder).notes
    assert "old.txt" in note
    assert read_case(folder).notes == ()


def test_a_case_nobody_has_read_cannot_be_gathered(folder: CaseFolder) -> None:
    """The message is the command to type."""
    with pytest.raises(NothingReadable, match="zopa read"):
        gather(folder)


def test_a_folder_without_a_case_file_is_no_case(tmp_path: Path) -> None:
    """The message says how to make one."""
    with pytest.raises(UsageError, match="zopa new"):
        case_folder(tmp_path)


def test_every_statement_of_the_ledger_is_by_this_reader(folder: CaseFolder) -> None:
    """Readings carry the reader's version."""
    read_case(folder)
    with Ledger.open(folder.ledger) as ledger:
        assert {reading.reader for reading in ledger.readings().values()} == {READER}
