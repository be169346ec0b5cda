"""The examples: complete, marked as retold, and in step with what they were made from."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.case import check_case, load_case
from zopa.lined_yaml import read_lined

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case import Issue


def records(repository: Path) -> list[dict[str, str | None]]:
    """The articles of the Alaska example."""
    files = sorted((repository / "examples/alaska/coverage").glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def test_alaska_has_nineteen_articles_marked_as_retold(repository: Path) -> None:
    """Each record has the keys of an article and nothing else, an id of its own and a date or none."""
    articles = records(repository)
    assert len({article["id"] for article in articles}) == len(articles) == 19
    for article in articles:
        assert list(article) == ["id", "url", "outlet", "published", "title", "text", "text_kind"]
        assert article["text_kind"] == "retold"
        assert article["published"] is None or date.fromisoformat(article["published"]).year == 2025


def as_in_a_codebook(issue: Issue) -> Issue:
    """An issue as one of substance, without the transfers its options name."""
    options = tuple(option.model_copy(update={"transfer": ()}) for option in issue.options)
    return issue.model_copy(update={"kind": "substance", "options": options})


def test_alaska_has_the_issues_of_the_codebook(repository: Path, shared: Path, tmp_path: Path) -> None:
    """Ids, names and definitions are the codebook's; only the format of the table is made an issue of procedure."""
    text = (shared / "data/coverage/ukraine_codebook.yaml").read_text("utf-8")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    codebook, _ = check_case(tmp_path)
    case = load_case(repository / "examples/alaska")
    assert codebook is not None
    assert [issue.id for issue in case.issues if issue.kind == "procedure"] == ["table_format"]
    assert [as_in_a_codebook(issue) for issue in case.issues] == list(codebook.issues)
    assert [party.id for party in case.parties] == [party.id for party in codebook.parties]


@pytest.mark.parametrize("name", ["alaska", "strike"])
def test_examples_say_what_their_texts_are(repository: Path, name: str) -> None:
    """Each example has a README that says its texts are not quotations, and says why who must sign does."""
    readme = " ".join((repository / "examples" / name / "README.md").read_text("utf-8").split())
    assert "text_kind: retold" in readme
    assert "written for this project" in readme or "written here" in readme
    assert "signatories:" in (repository / "examples" / name / "case.yaml").read_text("utf-8")


def test_strike_articles_have_their_sidecars(repository: Path) -> None:
    """Seven articles of 150 to 250 words, each with outlet, date and kind beside it, in the order of their dates."""
    folder = repository / "examples/strike/coverage"
    articles = sorted(folder.glob("*.txt"))
    assert len(articles) == 7
    sidecars = [read_lined(article.with_name(f"{article.stem}.meta.yaml")).data for article in articles]
    assert {path.name for path in folder.iterdir()} == {
        name for article in articles for name in (article.name, f"{article.stem}.meta.yaml")
    }
    for article, sidecar in zip(articles, sidecars, strict=True):
        assert sidecar.keys() == {"outlet", "published", "text_kind"}
        assert sidecar["text_kind"] == "retold"
        assert 150 <= len(article.read_text("utf-8").split()) <= 250
    dates = [str(sidecar["published"]) for sidecar in sidecars]
    assert dates == sorted(set(dates))


def test_strike_shows_what_alaska_does_not(repository: Path) -> None:
    """Ordered issues with units, a ratifier, a rule, a red line with a probability."""
    case = load_case(repository / "examples/strike")
    assert {issue.id: issue.unit for issue in case.issues if issue.ordered} == {"wage": "%", "term": "months"}
    assert case.ratifiers == ("Members",)
    assert case.rules[0].because
    assert case.red_lines[0].p < 1
