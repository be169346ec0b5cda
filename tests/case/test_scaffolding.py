"""Starting a case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zopa.case import check_case, load_case, scaffold
from zopa.case.scaffolding import case_id
from zopa.errors import OutputError, UsageError


def test_a_new_case_can_be_used_and_is_reported_as_unedited(tmp_path: Path) -> None:
    """The folder has a case file, its schema and an empty coverage folder; every placeholder is a warning."""
    path = scaffold(tmp_path / "Harbour Dues", None)
    assert path == tmp_path / "Harbour Dues" / "case.yaml"
    case, diagnostics = check_case(path.parent)
    assert [diagnostic.code for diagnostic in diagnostics] == ["ZP033"] * 4
    assert {diagnostic.severity for diagnostic in diagnostics} == {"warning"}
    assert case is not None
    assert (case.id, case.title) == ("harbour-dues", "Harbour Dues")
    assert sorted(child.name for child in path.parent.iterdir()) == ["case.schema.json", "case.yaml", "coverage"]
    assert list((path.parent / "coverage").iterdir()) == []


def test_everything_commented_out_is_right_too(tmp_path: Path) -> None:
    """The keys that are commented out are right once their signs are taken away; prose has a space after its sign."""
    path = scaffold(tmp_path / "talks", "The talks")
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^( *)#(?! \S)", r"\1", text, flags=re.MULTILINE), encoding="utf-8")
    case, diagnostics = check_case(path.parent)
    assert {diagnostic.code for diagnostic in diagnostics} == {"ZP033"}
    assert case is not None
    assert len(case.issues) == 3
    assert len(case.rules) == 2
    assert case.red_lines[0].p == 0.9
    assert case.ratifiers == ("Side B",)


def test_a_template_that_was_filled_in_is_not_reported(tmp_path: Path) -> None:
    """A party with aliases may be called Side A; names and definitions of one's own are no placeholders."""
    path = scaffold(tmp_path / "talks", None)
    text = path.read_text("utf-8").replace("aliases: []", "aliases: [the owners]", 1)
    text = text.replace("id: Side B", "id: Crew").replace("What the first issue is", "Pay at sea")
    text = text.replace("the outcome side A asks for, in one line", "pay rises at once")
    text = text.replace("the outcome side B asks for, in one line", "pay stays as it is")
    path.write_text(text.replace("something between the two, in one line", "pay rises next year"), encoding="utf-8")
    assert check_case(path.parent)[1] == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(
    title=st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30).filter(lambda text: text.strip())
)
def test_any_title_survives(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    """Quotation marks, braces, colons and number signs of a title come back as they were."""
    folder = tmp_path_factory.mktemp("scaffold")
    scaffold(folder, title)
    assert load_case(folder).title == " ".join(title.split())


@pytest.mark.parametrize(
    ("name", "id"), [("Harbour Dues", "harbour-dues"), ("a:b/c,d=e", "a-b-c-d-e"), ("Çaya", "çaya"), ("--", "case")]
)
def test_ids_from_names(name: str, id: str) -> None:
    """A folder's name becomes an id without the signs that ids may not hold."""
    assert case_id(name) == id


def test_an_existing_case_file_is_never_overwritten(tmp_path: Path) -> None:
    """A second scaffold of the same folder is refused and leaves the file as it was."""
    (tmp_path / "case.yaml").write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        scaffold(tmp_path, "Talks")
    assert (tmp_path / "case.yaml").read_text() == "mine"


def test_a_folder_with_coverage_is_filled_up(tmp_path: Path) -> None:
    """Articles that are there already stay."""
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "a.txt").write_text("an article")
    scaffold(tmp_path, "Talks")
    assert (tmp_path / "coverage" / "a.txt").read_text() == "an article"


@pytest.mark.parametrize("folder", ["/proc/no/such/case", "file/below"])
def test_an_unwritable_folder(tmp_path: Path, folder: str) -> None:
    """A folder that cannot be made or written is an OutputError that names it."""
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(OutputError, match="cannot write"):
        scaffold(tmp_path / folder if not folder.startswith("/") else Path(folder), "Talks")
