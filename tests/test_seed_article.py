"""The article it all began with: a briefing on it alone names what a reader of it would name.

The article's text stays outside the repository; the tests read it from the development data.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import zopa


@pytest.fixture(scope="module")
def briefing(shared: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The briefing on a case that holds only the seed article, as a program reads it."""
    folder = tmp_path_factory.mktemp("seed")
    shutil.copy(repository / "examples" / "alaska" / "case.yaml", folder)
    (folder / "coverage").mkdir()
    shutil.copy(shared / "data" / "coverage" / "seed_alaska.txt", folder / "coverage")
    made = zopa.brief(folder, draws=500)
    found: dict[str, Any] = json.loads(zopa.render(made, "json"))
    return found


def codings(briefing: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Every (statement, coding) pair that counts."""
    return [(s, coding) for s in briefing["statements"] for coding in s["codings"] if coding["counted"]]


def test_the_four_parties_are_named(briefing: dict[str, Any]) -> None:
    """Russia, Ukraine, the United States and Europe."""
    assert {party["id"] for party in briefing["parties"]} == {"Russia", "Ukraine", "United States", "Europe"}


def test_the_proposal_is_russias_per_an_unnamed_source(briefing: dict[str, Any]) -> None:
    """Land for a ceasefire: both regions of the Donbas, coded under Russia, told by an unnamed source."""
    demanded = {
        coding["issue"]
        for statement, coding in codings(briefing)
        if statement["speaker_kind"] == "anonymous" and (coding["party"], coding["stance"]) == ("Russia", "demands")
    }
    assert {"donetsk_unoccupied", "luhansk"} <= demanded
    offered = {(c["issue"], c["stance"]) for s, c in codings(briefing) if c["party"] == "Russia"}
    assert ("ceasefire_timing", "offers") in offered


def test_zelenskys_refusal_is_there(briefing: dict[str, Any]) -> None:
    """Ukraine rejects giving up land, in Zelensky's own words."""
    assert any(
        statement["speaker"] == "Volodymyr Zelensky"
        and (coding["party"], coding["issue"], coding["stance"]) == ("Ukraine", "territory_principle", "rejects")
        for statement, coding in codings(briefing)
    )


def test_the_relay_through_tass_is_kept(briefing: dict[str, Any]) -> None:
    """Ushakov's words came through Tass."""
    assert any(s["speaker"] == "Yuri Ushakov" and "Tass" in s["via"] for s in briefing["statements"])


def test_what_blocks_an_agreement_is_named_with_words(briefing: dict[str, Any]) -> None:
    """At least one obstacle is Ukraine's refusal of unoccupied land, and it leads to statements."""
    known = {statement["id"] for statement in briefing["statements"]}
    blockers = briefing["obstacles"] + briefing["blockers"]["clauses"]
    assert any(b["party"] == "Ukraine" and b["statements"] and set(b["statements"]) <= known for b in blockers)


def test_the_page_is_cleaned_and_its_authors_credited(briefing: dict[str, Any]) -> None:
    """Headline once, widgets gone, bureau credits as bylines and none of them a speaker."""
    (article,) = briefing["articles"]
    credited = " ".join(article["bylines"])
    for name in ("Edwards", "Hudson", "O’Grady", "Belton", "Jeong"):
        assert name in credited
        assert not any(name in statement["speaker"] for statement in briefing["statements"])


def test_every_cell_without_words_is_unknown(briefing: dict[str, Any]) -> None:
    """The plant's status is discussed in the article, and nobody's position on it is stated."""
    (cell,) = [c for c in briefing["cells"] if (c["party"], c["issue"]) == ("Ukraine", "zaporizhzhia_npp")]
    assert cell["entries"] == []
