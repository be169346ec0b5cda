"""The walk from coverage to briefing through the command line, in the shapes programs read."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.ferry import ARTICLES, Zopa

from zopa.cli.main import COMMANDS

KEYS = {
    "attribution": {
        "source",
        "cue",
        "content",
        "speaker",
        "speaker_kind",
        "party",
        "relayed_via",
        "named",
        "anonymous",
        "quote_type",
        "said_on",
        "said_on_exact",
        "confidence",
    },
    "position": {
        "party",
        "issue",
        "option",
        "stance",
        "strength",
        "condition",
        "content",
        "doc",
        "speaker",
        "said_on",
        "confidence",
        "coder",
        "statement",
        "counted",
    },
    "settlement": {
        "space",
        "feasible",
        "draws",
        "seed",
        "posture",
        "headline",
        "zopa",
        "packages",
        "solutions",
        "blockers",
        "concessions",
        "questions",
        "posture_curve",
    },
    "frontier": {
        "space",
        "frontier",
        "exact",
        "epsilon",
        "nash",
        "kalai_smorodinsky",
        "egalitarian",
        "utilitarian",
    },
}
"""The keys that interface documents; more may be added."""


@pytest.fixture
def read(zopa: Zopa, ferry: Path) -> Path:
    """The small case, read."""
    assert zopa("read", ferry).status == 0
    return ferry


def test_read_counts_articles_and_statements(zopa: Zopa, ferry: Path) -> None:
    """What was read is said in one line, or as JSON."""
    done = zopa("read", ferry, "--json")
    found = json.loads(done.out)
    assert (found["read"], found["new"], found["skipped"]) == (len(ARTICLES), len(ARTICLES), [])
    assert found["statements"] > 0


def test_statements_of_a_case_have_the_shape_programs_read(zopa: Zopa, read: Path) -> None:
    """A list of documents; spans lie in the text; the party is that of the case."""
    documents = json.loads(zopa("statements", read, "--json").out)
    assert {document["doc"] for document in documents} == {"monday", "tuesday"}
    found = [attribution for document in documents for attribution in document["attributions"]]
    assert all(KEYS["attribution"] <= set(attribution) for attribution in found)
    assert {"Union", "Company"} <= {attribution["party"] for attribution in found}


def test_offsets_count_into_the_text_as_given(zopa: Zopa, tmp_path: Path) -> None:
    """`--text` takes no case, drops nothing and shifts nothing."""
    text = "Home | News\nStrike looms\n\n" + ARTICLES["monday.txt"] + "\n0 Comments\n"
    plain, records = tmp_path / "one.txt", tmp_path / "more.jsonl"
    plain.write_text(text, "utf-8")
    records.write_text(json.dumps({"doc": "two", "text": text}) + "\n", "utf-8")
    done = zopa("statements", "--text", plain, records, "--jsonl")
    documents = [json.loads(line) for line in done.out.splitlines()]
    assert [document["doc"] for document in documents] == ["one", "two"]
    assert documents[0]["attributions"] == documents[1]["attributions"]
    words = [text[s:e] for found in documents[0]["attributions"] for s, e in found["content"]]
    assert "seafarers demanded a wage rise of 6 %" in words
    assert all(found["party"] is None for found in documents[0]["attributions"])


def test_positions_have_the_shape_programs_read(zopa: Zopa, read: Path) -> None:
    """The union's demand and refusal and the company's offer are there, each with its words."""
    rows = json.loads(zopa("positions", read, "--json").out)
    assert all(KEYS["position"] <= set(row) for row in rows)
    found = {(row["party"], row["issue"], row["option"], row["stance"]) for row in rows}
    assert ("Union", "rosters", "four_weeks", "rejects") in found
    assert ("Union", "wage", "6", "demands") in found
    assert ("Company", "wage", "2", "offers") in found
    assert all(row["content"] for row in rows)


def test_the_three_formats_say_the_same(zopa: Zopa, read: Path) -> None:
    """JSON, JSON lines and CSV hold the same rows."""
    rows = json.loads(zopa("positions", read, "--json").out)
    lines = [json.loads(line) for line in zopa("positions", read, "--jsonl").out.splitlines()]
    table = list(csv.DictReader(io.StringIO(zopa("positions", read, "--csv").out)))
    assert lines == rows
    assert [row["statement"] for row in table] == [row["statement"] for row in rows]


def test_the_matrix_shows_unknown_as_unknown(zopa: Zopa, read: Path) -> None:
    """A cell nobody spoke of says so."""
    as_of = json.loads(zopa("positions", read, "--matrix", "--json").out)
    assert len(as_of) == 2 * 2
    nothing_yet = json.loads(zopa("positions", read, "--matrix", "--json", "--issue", "wage").out)
    assert {row["issue"] for row in nothing_yet} == {"wage"}


def test_settle_has_the_shape_programs_read(zopa: Zopa, read: Path) -> None:
    """Every documented key is there, and the draws are those asked for."""
    done = zopa("settle", read, "--json", "--draws", 200, "--seed", 7, "--top", 3)
    found = json.loads(done.out)
    assert done.status == 0
    assert KEYS["settlement"] <= set(found)
    assert (found["space"], found["draws"], found["seed"]) == (6, 200, 7)
    assert len(found["packages"]) == 3
    for package in found["packages"]:
        share = package["acceptability"]
        assert 0 <= share["lower"] <= share["point"] <= share["upper"] <= 1
        assert set(package["utility"]) == {"Union", "Company"}


def test_settle_says_whose_words_block(zopa: Zopa, read: Path) -> None:
    """An objection to a package leads to the statement it rests on."""
    packages = json.loads(zopa("settle", read, "--json", "--draws", 200).out)["packages"]
    known = {row["statement"] for row in json.loads(zopa("positions", read, "--json").out)}
    resting = {id for package in packages for objection in package["objections"] for id in objection["statements"]}
    assert resting
    assert resting <= known


def test_settle_without_a_signatory_and_with_a_relaxed_refusal(zopa: Zopa, read: Path) -> None:
    """Names are taken as declared whatever their capitals, and neither change makes agreement harder."""
    base = json.loads(zopa("settle", read, "--json", "--draws", 400).out)["headline"]["point"]
    fewer = json.loads(zopa("settle", read, "--json", "--draws", 400, "--without", "company").out)
    assert fewer["headline"]["point"] >= base
    relaxed = json.loads(zopa("settle", read, "--json", "--draws", 400, "--relax", "union:rosters=four_weeks").out)
    assert relaxed["headline"]["point"] >= base - 4 * relaxed["headline"]["se"] - 0.05


def test_the_same_seed_gives_the_same_figures(zopa: Zopa, read: Path) -> None:
    """Two runs print the same bytes."""
    first, second = (zopa("settle", read, "--json", "--draws", 300).out for _ in range(2))
    assert first == second


def test_frontier_has_the_shape_programs_read(zopa: Zopa, read: Path) -> None:
    """Points with utilities and packages, and the solution points."""
    found = json.loads(zopa("frontier", read, "--json").out)
    assert KEYS["frontier"] <= set(found)
    assert found["frontier"]
    assert all({"utility", "package", "ties"} <= set(point) for point in found["frontier"])


def test_as_of_an_early_day_knows_less(zopa: Zopa, make_case: Callable[..., Path]) -> None:
    """Articles that appeared later are not known yet."""
    folder = make_case(
        articles={
            **ARTICLES,
            "monday.meta.yaml": "published: 2026-03-02\n",
            "tuesday.meta.yaml": "published: 2026-03-03\n",
        }
    )
    zopa("read", folder)
    early = json.loads(zopa("positions", folder, "--json", "--as-of", "2026-03-02").out)
    late = json.loads(zopa("positions", folder, "--json").out)
    assert {row["doc"] for row in early} == {"monday"}
    assert {row["doc"] for row in late} == {"monday", "tuesday"}


@pytest.mark.parametrize("form", ["text", "md", "json", "html"])
def test_brief_in_every_format(zopa: Zopa, ferry: Path, form: str) -> None:
    """The title, both parties and every statement's words are in each."""
    done = zopa("brief", ferry, "--format", form, "--draws", 100)
    assert done.status == 0, done.err
    for words in ("The ferry strike", "Union", "Company"):
        assert words in done.out
    words_alone = " ".join(re.sub(r"<[^>]+>", "", done.out).split())
    assert "will never accept four-week tours of duty" in words_alone


def test_brief_says_what_changed_since(zopa: Zopa, ferry: Path, tmp_path: Path) -> None:
    """Since a briefing kept as JSON, and since a day; what names neither is refused with what to do."""
    kept = tmp_path / "kept.json"
    assert zopa("brief", ferry, "-o", kept, "--draws", 100).status == 0
    more = ferry / "coverage" / "wednesday.txt"
    more.write_text("“We could accept a wage rise of 4 %,” Mara Lind said. The union meets again on Monday.\n")
    done = zopa("brief", ferry, "--since", kept, "--draws", 100)
    assert done.status == 0, done.err
    assert "WHAT CHANGED SINCE" in done.out
    assert "New article: " in done.out
    assert json.loads(zopa("brief", ferry, "--since", kept, "--draws", 100, "--format", "json").out)["since"][
        "articles"
    ]
    wrong = zopa("brief", ferry, "--since", "yesterday")
    assert (wrong.status, wrong.out) == (2, "")
    assert "neither a day" in wrong.err


def test_brief_by_locale(zopa: Zopa, ferry: Path) -> None:
    """Per cent without its space, and days with the month first, where that is asked for."""
    done = zopa("brief", ferry, "--locale", "en-US", "--as-of", "2026-03-04", "--draws", 200)
    assert done.status == 0, done.err
    assert "as of March 4, 2026" in done.out
    assert zopa("brief", ferry, "--locale", "fr").status == 2


def test_json_is_plain_whatever_the_locale(zopa: Zopa, ferry: Path) -> None:
    """Programs read the same words and numbers, while text has the comma for fractions."""
    asked = ("brief", ferry, "--draws", 200, "--format")
    plain, other = (json.loads(zopa(*asked, "json", "--locale", name).out) for name in ("en", "en-DE"))
    figures = ("headline", "packages", "proposals", "method")
    assert [plain[name] for name in figures] == [other[name] for name in figures]
    assert ", posture 0.0;" not in zopa(*asked, "md", "--locale", "en-DE").out


def test_brief_to_a_file_prints_the_text_and_where_the_page_is(zopa: Zopa, ferry: Path, tmp_path: Path) -> None:
    """The ending says the format; the terminal still shows the answer."""
    page = tmp_path / "pages" / "ferry.html"
    done = zopa("brief", ferry, "-o", page, "--draws", 100)
    assert done.status == 0, done.err
    assert str(page) in done.out
    assert "The ferry strike" in done.out
    assert page.read_text("utf-8").startswith("<!doctype html>")


def test_brief_reads_only_what_is_new(zopa: Zopa, ferry: Path) -> None:
    """A second briefing has no new article; one that is handed over by name is."""
    first = json.loads(zopa("brief", ferry, "--format", "json", "--draws", 50).out)
    second = json.loads(zopa("brief", ferry, "--format", "json", "--draws", 50).out)
    assert len(first["new_articles"]) == len(ARTICLES)
    assert second["new_articles"] == []
    more = ferry / "wednesday.txt"
    more.write_text("The union rejected a wage rise of 2 %, Lind said. She called the offer an insult to all crews.\n")
    third = json.loads(zopa("brief", ferry, more, "--format", "json", "--draws", 50).out)
    assert len(third["new_articles"]) == 1


def test_new_check_brief_as_the_help_says(zopa: Zopa, tmp_path: Path) -> None:
    """A newcomer's first three commands; the check warns that the scaffold is unedited, and passes it."""
    folder = tmp_path / "talks"
    assert zopa("new", folder, "--title", "The talks").status == 0
    checked = zopa("check", folder)
    assert checked.status == 0
    assert "ZP033" in checked.out
    (folder / "coverage" / "a.txt").write_text(ARTICLES["monday.txt"], "utf-8")
    done = zopa("brief", folder, "--draws", 50)
    assert done.status == 0, done.err
    assert "The talks" in done.out


def test_new_from_articles_then_brief(zopa: Zopa, tmp_path: Path) -> None:
    """A case drafted from articles passes its check and is briefed without an edit; progress can be silenced."""
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    folder = tmp_path / "talks"
    done = zopa("new", folder, "--title", "The talks", "--quiet", "--from", *(tmp_path / name for name in ARTICLES))
    assert done.status == 0, done.err
    assert "from 2 articles" in done.out
    assert done.err == ""
    assert zopa("check", folder).status == 0
    assert zopa("brief", folder, "--draws", 50).status == 0
    again = zopa("new", folder, "--from", tmp_path / "monday.txt")
    assert (again.status, again.out) == (2, "")
    assert "exists already" in again.err
    assert zopa("new", tmp_path / "other", tmp_path / "monday.txt").status == 2


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help_with_an_example(zopa: Zopa, command: str) -> None:
    """`--help` says what the command does and shows it."""
    done = zopa(*([command] if command else []), "--help")
    assert done.status == 0
    assert "Example" in done.out
    assert "Usage: zopa" in done.out


def test_wrong_usage_is_status_two(zopa: Zopa) -> None:
    """An unknown command and a missing argument."""
    assert zopa("settel").status == 2
    assert zopa("settle").status == 2


def test_the_version_is_printed(zopa: Zopa) -> None:
    """`zopa --version`."""
    assert zopa("--version").out.startswith("zopa, version ")
