"""Meetings, circumstances and the replay of a case that was read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.case import load_case
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.opencase import open_case
from zopa.casework.reading import read_case
from zopa.casework.replaying import in_words, replay, replay_rows
from zopa.casework.talk_entries import shown_source, talks_section
from zopa.casework.talks import circumstance_rows, meeting_rows
from zopa.coverage import Page, read_coverage

if TYPE_CHECKING:
    from pathlib import Path

CASE = """\
case: fisheries
title: The fisheries talks
as_of: 2031-03-25
parties:
  - {id: Arvenia, aliases: [Arvenian], people: [{name: Lena Orr, aliases: [Orr], office: President}]}
  - {id: Delta, people: [{name: Jon Falk, aliases: [Falk], office: Prime Minister}]}
issues:
  - id: quota
    name: The cod quota
    options:
      kept: the cod quota is kept as it is
      halved: the cod quota is cut by half
ratifiers: []
warrants: [{person: Jon Falk, since: 2029-02-01, source: https://example.org/warrant}]
authority:
  - {party: Arvenia, needs: parliament, by: the assembly, when: {quota: halved}, reason: Treaties need its vote.}
meetings: [{who: [Lena Orr, Jon Falk], where: Oslo, on: 2031-04-02, source: a letter}]
leverage: {Delta: {band: [0.45, 0.55], because: nothing is known}}
events:
  - on: 2031-03-12
    what: Delta's boats lay idle for want of fuel
    party: Delta
    direction: worse
    band: [0.0, 0.1]
    quote: Delta's boats lay idle for want of fuel.
    article: wire-2
"""
ARTICLES = {
    "wire-1": (
        "2031-03-03",
        "Arvenia demands that the cod quota be cut by half, President Lena Orr said on Monday. Prime Minister Jon "
        "Falk said "
        "on Monday that Delta rejects a quota cut by half.\n\nOrr and Falk are to meet in Vienna on 20 March to "
        "discuss "
        "the quota.\n",
    ),
    "wire-2": (
        "2031-03-12",
        "Delta's boats lay idle for want of fuel. Falk said on Wednesday that Delta would accept a quota cut by "
        "half.\n",
    ),
    "wire-3": (
        "2031-03-21",
        "Orr met Falk in Vienna on Thursday for two hours. The by-laws of the fleet forbid a cut without a vote.\n",
    ),
}


@pytest.fixture(scope="module")
def fisheries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented dispute, read."""
    folder = tmp_path_factory.mktemp("fisheries")
    (folder / "coverage").mkdir()
    (folder / "case.yaml").write_text(CASE, "utf-8")
    for name, (published, text) in ARTICLES.items():
        (folder / "coverage" / f"{name}.txt").write_text(text.replace("\\\n", "\n"), "utf-8")
        (folder / "coverage" / f"{name}.meta.yaml").write_text(f"published: {published}\noutlet: The Wire\n", "utf-8")
    read_case(case_folder(folder))
    return folder


def test_a_meeting_is_one_row_with_its_words_and_checks(fisheries: Path) -> None:
    """Announced and held in two articles: one row, whose every part leads to the words; the host is looked up."""
    row = next(row for row in meeting_rows(fisheries) if row["told_by"] == "coverage")
    assert (row["who"], row["where"], row["state"]) == (["Lena Orr", "Jon Falk"], "Vienna", "Austria")
    assert (row["status"], row["from"], row["format"]) == ("held", "2031-03-20", "bilateral")
    assert row["articles"] == ["wire-1", "wire-3"]
    texts = {name: text.replace("\\\n", "\n") for name, (_, text) in ARTICLES.items()}
    told = [row["attendees"][0]["words"], *row["durations"], *row["purposes"]]
    for words in told:
        start, end = words["spans"][0]
        assert words["words"] in " ".join(texts[words["doc"]].split())
        assert end - start == len(words["words"])
    # The list of states parties ends before 2031: nothing is claimed beyond it.
    assert [(one["matter"], one["finding"]) for one in row["flags"]] == [
        ("warrant", "unknown"),
        ("authority", "applies"),
    ]


def test_the_analysts_meeting_stands_beside_them(fisheries: Path) -> None:
    """Marked as the analyst's, with its source."""
    row = next(row for row in meeting_rows(fisheries) if row["told_by"] == "the analyst")
    assert (row["where"], row["from"], row["source"], row["articles"]) == ("Oslo", "2031-04-02", "a letter", [])


def test_as_of_an_early_day_only_the_plan_is_known(fisheries: Path) -> None:
    """What was published later is not there."""
    row = next(row for row in meeting_rows(fisheries, as_of=date(2031, 3, 10)) if row["told_by"] == "coverage")
    assert (row["status"], row["articles"]) == ("planned", ["wire-1"])


def test_the_same_articles_give_the_same_rows(fisheries: Path) -> None:
    """Nothing is stored: it is read anew, and comes out alike."""
    assert meeting_rows(fisheries) == meeting_rows(fisheries)
    assert circumstance_rows(fisheries) == circumstance_rows(fisheries)


def test_circumstances_are_listed_with_their_speaker(fisheries: Path) -> None:
    """The outlet's own voice where nobody is named."""
    (law,) = [row for row in circumstance_rows(fisheries) if row["kind"] == "constraint"]
    assert (law["speaker"], law["doc"]) == ("The Wire", "wire-3")
    assert law["cue"].startswith(("The by-laws", "forbid"))


def test_the_replay_names_what_moved_the_headline(fisheries: Path) -> None:
    """An event that lowers what no deal is worth makes a deal likelier, and is named with its words."""
    steps = replay(gather(case_folder(fisheries)))
    assert [step.on for step in steps] == [date(2031, 3, 3), date(2031, 3, 12), date(2031, 3, 25)]
    moved = steps[1]
    assert moved.telling
    assert moved.change is not None
    assert moved.change > 0
    assert {cause.event.what if cause.event else cause.party for cause in moved.causes} == {
        "Delta's boats lay idle for want of fuel", "Delta",
    }  # fmt: skip
    assert in_words(moved).startswith("up, most by: ")
    assert moved.bands["Delta"] == (0.0, 0.1)
    assert steps[0].bands["Delta"] == (0.45, 0.55)


def test_the_replay_is_repeatable_and_ends_on_the_day_of_the_case(fisheries: Path) -> None:
    """The same seed gives the same figures; rows say the same in plain values."""
    gathered = gather(case_folder(fisheries))
    assert replay(gathered) == replay(gathered)
    rows = replay_rows(fisheries)
    assert rows[-1]["on"] == "2031-03-25"
    assert rows[1]["causes"]
    assert [row["headline"] for row in rows] == [step.point for step in replay(gathered)]
    assert len(replay(gathered, dates=2)) == 2


def test_small_steps_that_add_up_are_told_at_the_last_date(fisheries: Path) -> None:
    """The move since the first date, with what moved it most, where the draws can tell it."""
    *_, last = replay(gather(case_folder(fisheries)))
    assert last.overall is not None
    assert last.overall.since == date(2031, 3, 3)
    assert last.overall.change > 0
    assert last.overall.causes
    assert "since 3 March 2031 up, most by: " in in_words(last)


def test_a_single_day_has_nothing_to_replay(fisheries: Path) -> None:
    """One date is no history."""
    assert replay(gather(case_folder(fisheries), date(2031, 3, 3))) == ()


def test_a_quotation_that_does_not_stand_in_its_article_is_shown_as_broken() -> None:
    """Never passed off as evidence; an address cannot be looked up and is shown as it is."""
    texts = {"wire-2": "Delta's boats  lay\nidle for want of fuel."}
    assert shown_source("boats lay idle", "wire-2", texts) == "wire-2"
    assert "broken" in shown_source("boats sank", "wire-2", texts)
    assert shown_source("boats sank", "https://example.org", texts) == "https://example.org"


def test_the_quotations_of_the_example_stand_in_their_articles(repository: Path) -> None:
    """Each event and meeting of the Alaska case names words that its own coverage holds."""
    talks = load_case(repository / "examples" / "alaska").talks
    pages = read_coverage([repository / "examples" / "alaska" / "coverage"])
    texts = {page.article.doc: page.article.text for page in pages if isinstance(page, Page)}
    assert talks.events
    for one in (*talks.events, *talks.meetings):
        assert one.source in texts
        assert shown_source(one.quote, one.source, texts) == one.source


def test_the_front_door_has_them(fisheries: Path) -> None:
    """The same rows through ``open_case``."""
    case = open_case(fisheries)
    assert case.meetings() == meeting_rows(fisheries)
    assert case.circumstances() == circumstance_rows(fisheries)
    assert case.replay() == replay_rows(fisheries)


def test_the_section_of_a_briefing_carries_all_of_it(fisheries: Path) -> None:
    """Meetings by day, the analyst's own among them; the statement of every band; what coverage tells of law."""
    gathered = gather(case_folder(fisheries))
    section = talks_section(gathered, None, replay(gathered))
    assert [meeting.noted for meeting in section.meetings] == [True, False]
    assert [(band.party, band.low, band.high) for band in section.bands] == [("Delta", 0.0, 0.1)]
    assert section.draws > 0
    assert {one.kind for one in section.circumstances} >= {"constraint"}
