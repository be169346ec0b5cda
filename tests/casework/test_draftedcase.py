"""A case drafted from articles: what is written, what is copied, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from zopa import brief, new_case
from zopa.case import check_case
from zopa.casework.draftedcase import draft_new_case
from zopa.casework.draftedfile import case_text
from zopa.errors import NothingReadable, OutputError, UsageError
from zopa.positions.drafting import Draft, DraftIssue, DraftOption, DraftParty, DraftPerson, Ground

MONDAY = (
    "Carvalia demanded on Monday that 40 percent of the toll go to the harbour towns. Carvalian Finance Minister Ana "
    "Ruiz said Carvalia would not accept a toll of 20 percent.\n\n"
    "The Harbour League rejected the ferry ban. The Harbour League wants 20 percent of the toll, its chairman, Otto "
    "Lund, told reporters. The League offered to lift the ferry ban in exchange for a lower toll, Lund said.\n"
)
TUESDAY = (
    "Carvalia refused to lift the ferry ban, Ruiz said on Tuesday. The Harbour League demanded that the ferry ban be "
    "lifted at once.\n"
)
GERMAN = "Es regnete in Strömen, und niemand sagte ein Wort dazu, weil alle schliefen und keiner wach war.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles, one of them with a sidecar."""
    folder = tmp_path / "downloads"
    (folder / "more").mkdir(parents=True)
    (folder / "monday.txt").write_text(MONDAY, "utf-8")
    (folder / "monday.meta.yaml").write_text("outlet: The Harbour Post\npublished: 2031-05-05\n", "utf-8")
    (folder / "more" / "tuesday.txt").write_text(TUESDAY, "utf-8")
    return folder


def test_a_drafted_case_passes_its_check_and_can_be_briefed(tmp_path: Path, articles: Path) -> None:
    """The draft has no errors and no warnings; its articles are its coverage, so a briefing follows at once."""
    path = new_case(tmp_path / "toll", "The toll", [articles])
    case, diagnostics = check_case(path.parent)
    assert diagnostics == ()
    assert case is not None
    assert {"Carvalia", "Harbour League"} <= {party.id for party in case.parties}
    assert case.title == "The toll"
    made = brief(path.parent, draws=50)
    assert len(made.new_articles) == 2


def test_every_entry_quotes_the_file_it_rests_on(tmp_path: Path, articles: Path) -> None:
    """Comments name files and quote their words; doubts are marked."""
    text = new_case(tmp_path / "toll", None, [articles]).read_text("utf-8")
    quoted = [line for line in text.splitlines() if ".txt: “" in line]
    assert len(quoted) >= 6
    whole = " ".join((MONDAY + TUESDAY).split())
    for line in quoted:
        words = line.split("“", 1)[1].rsplit("”", 1)[0]
        assert all(part.strip() in whole for part in words.split("…")), line


def test_articles_are_copied_with_their_sidecars(tmp_path: Path, articles: Path) -> None:
    """Subfolders are flattened; a second file of one name gets a number; the originals stay."""
    (articles / "more" / "monday.txt").write_text(TUESDAY.replace("refused", "declined"), "utf-8")
    new_case(tmp_path / "toll", None, [articles])
    copied = sorted(path.name for path in (tmp_path / "toll" / "coverage").iterdir())
    assert copied == ["monday-2.txt", "monday.txt", "monday.txt.meta.yaml", "tuesday.txt"]
    assert (articles / "monday.txt").read_text("utf-8") == MONDAY


def test_articles_that_lie_in_the_coverage_already_are_not_copied(tmp_path: Path) -> None:
    """A folder with coverage and no case file gets its draft."""
    coverage = tmp_path / "toll" / "coverage"
    coverage.mkdir(parents=True)
    (coverage / "monday.txt").write_text(MONDAY, "utf-8")
    drafted = draft_new_case(tmp_path / "toll", [coverage])
    assert drafted.articles == 1
    assert [path.name for path in coverage.iterdir()] == ["monday.txt"]


def test_an_existing_case_is_never_overwritten(tmp_path: Path, articles: Path) -> None:
    """The case file stays as it was, and nothing is copied."""
    (tmp_path / "toll").mkdir()
    (tmp_path / "toll" / "case.yaml").write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        new_case(tmp_path / "toll", None, [articles])
    assert [path.name for path in (tmp_path / "toll").iterdir()] == ["case.yaml"]
    assert (tmp_path / "toll" / "case.yaml").read_text() == "mine"


def test_articles_nobody_can_read_make_no_case(tmp_path: Path) -> None:
    """A missing file, an empty folder, a text in another language: one message, and no folder is left behind."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "regen.txt").write_text(GERMAN, "utf-8")
    for name, message in (("no.txt", "No article"), ("empty", "There is no article"), ("regen.txt", "English")):
        with pytest.raises(NothingReadable, match=message):
            new_case(tmp_path / "toll", None, [tmp_path / name])
        assert not (tmp_path / "toll").exists()


def test_one_bad_article_does_not_stop_the_others(tmp_path: Path, articles: Path) -> None:
    """What cannot be read is reported; an article in another language is kept and noted."""
    (articles / "regen.txt").write_text(GERMAN, "utf-8")
    (articles / "page.html").write_text("", "utf-8")
    drafted = draft_new_case(tmp_path / "toll", [articles])
    assert drafted.articles == 2
    assert [skipped.source for skipped in drafted.skipped] == ["downloads/page.html"]
    assert any("not in English" in note for note in drafted.notes)


def test_a_folder_that_cannot_be_written(tmp_path: Path, articles: Path) -> None:
    """One message that names the place."""
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputError, match="cannot write"):
        new_case(tmp_path / "file" / "toll", None, [articles])


WORDS = st.text(max_size=25)
GROUND = st.builds(Ground, WORDS, WORDS)
PERSON = st.builds(DraftPerson, WORDS.filter(str.strip), st.just(()), st.none() | WORDS, GROUND, st.none() | WORDS)
PARTY = st.builds(DraftParty, WORDS, st.tuples(WORDS), st.tuples(PERSON), GROUND, st.none() | WORDS)
OPTION = st.builds(DraftOption, WORDS, WORDS, GROUND)
ISSUE = st.builds(
    DraftIssue, WORDS, WORDS, st.tuples(OPTION, OPTION), st.none(), st.just(2), st.just(1), st.none() | WORDS
)


NO_GROUND = Ground("", "")
NOWHERE = DraftOption("...", "...", NO_GROUND)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(party=PARTY, issue=ISSUE)
@example(DraftParty(".", (), (), NO_GROUND, None), DraftIssue("..", "..", (NOWHERE, NOWHERE), None, 2, 1, None))
def test_any_words_make_a_file_that_can_be_read(tmp_path: Path, party: DraftParty, issue: DraftIssue) -> None:
    """Quotation marks, colons, line ends and control characters of an article do not break the YAML."""
    (tmp_path / "case.yaml").write_text(case_text(tmp_path, None, Draft((party,), (issue,))), "utf-8")
    case, diagnostics = check_case(tmp_path)
    assert [each for each in diagnostics if each.severity == "error"] == []
    assert case is not None
