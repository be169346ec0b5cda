"""A case file is edited line by line: comments and untouched lines stay, and nobody's change is lost."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.case import load_case
from zopa.casework.caseediting import Edit, edited
from zopa.casework.caseentries import (
    add_entry,
    add_item,
    remove_entry,
    remove_item,
    set_in_entry,
    set_option,
    set_value,
)
from zopa.casework.casefile import CaseChanged, check_text, read_case_text, save_case_text
from zopa.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.casework.folder import CaseFolder

TEXT = """\
# A quarrel about a bridge.
case: bridge   # its id
title: The bridge

parties:
  - id: North   # the north bank
    name: North
    aliases: [the north, northerners]
  - id: South

# What is to be settled.
issues:
  - id: toll
    name: The toll
    options:
      none: nobody pays a toll on the bridge
      cars: cars pay a toll, carts and walkers
        do not   # carts were argued about
  - id: watch
    name: Who keeps watch
    options: [{id: both, definition: both banks keep watch}, {id: nobody, definition: nobody keeps watch at all}]

rules:
  - never: {toll: none, watch: both}
    because: Watchmen are paid from the toll.

# The end.
"""


def changed(after: str) -> list[str]:
    """The lines taken away and added."""
    lines = difflib.ndiff(TEXT.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


def test_no_edit_changes_nothing() -> None:
    """Not a space, whatever the layout."""
    assert edited(TEXT, []) == TEXT


def test_one_value_is_one_line() -> None:
    """The rest of the file, comments included, stays as it is."""
    after = edited(TEXT, [set_value(["title"], "The old bridge")])
    assert changed(after) == ["- title: The bridge", "+ title: The old bridge"]


def test_a_party_is_renamed_and_its_comment_stays() -> None:
    """A list written on one line stays on one line."""
    after = edited(TEXT, [set_in_entry("parties", "North", {"name": "North bank", "aliases": ["the north"]})])
    assert changed(after) == [
        "-     name: North",
        "+     name: North bank",
        "-     aliases: [the north, northerners]",
        "+     aliases: [the north]",
    ]


def test_an_empty_value_takes_the_key_away() -> None:
    """As a form sends it."""
    assert changed(edited(TEXT, [set_in_entry("parties", "North", {"aliases": []})])) == [
        "-     aliases: [the north, northerners]"
    ]


def test_a_party_is_added_above_the_comment_of_what_follows() -> None:
    """The heading of the next section stays with it."""
    after = edited(TEXT, [add_entry("parties", "Island", {"name": "The island", "aliases": []})])
    assert changed(after) == ["+   - id: Island", "+     name: The island"]
    assert after.index("Island") < after.index("# What is to be settled.") < after.index("issues:")


def test_options_are_defined_added_and_removed() -> None:
    """In a mapping and in a list of options."""
    assert changed(edited(TEXT, [set_option("toll", "none", "no toll at all")])) == [
        "-       none: nobody pays a toll on the bridge",
        "+       none: no toll at all",
    ]
    added = edited(
        TEXT, [set_option("toll", "carts", "carts pay, cars do not"), set_option("watch", "north", "the north")]
    )
    assert "carts: carts pay, cars do not" in added
    assert "definition: the north" in added
    gone = edited(TEXT, [set_option("toll", "none", None), set_option("watch", "nobody", None)])
    assert "none: nobody" not in gone
    assert "id: nobody" not in gone
    assert "# carts were argued about" in gone


def test_rules_are_added_and_removed() -> None:
    """At the end of their list; the comment at the end of the file stays."""
    after = edited(TEXT, [add_item("rules", {"never": {"toll": "cars", "watch": "nobody"}})])
    assert "# The end." in after
    assert "Watchmen are paid" in after
    assert "Watchmen" not in edited(after, [remove_item("rules", 0)])


def test_entries_are_removed_with_what_is_theirs() -> None:
    """And nothing else."""
    after = edited(TEXT, [remove_entry("parties", "South"), remove_entry("issues", "watch"), remove_item("rules", 0)])
    assert "South" not in after
    assert "watch" not in after
    assert "# its id" in after


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (set_in_entry("parties", "East", {"name": "x"}), "no 'East' among the parties"),
        (add_entry("parties", "North", {}), "'North' among the parties already"),
        (add_entry("parties", "", {}), "Give it an id"),
        (remove_entry("issues", "tax"), "no 'tax' among the issues"),
        (remove_item("rules", 7), "no entry 8 under 'rules'"),
        (set_option("toll", "ships", None), "has no option 'ships'"),
    ],
)
def test_an_edit_that_cannot_be_made_is_said(edit: Edit, said: str) -> None:
    """In one line."""
    with pytest.raises(UsageError) as error:
        edited(TEXT, [edit])
    assert said in str(error.value)


@pytest.mark.parametrize("text", ["", "[1]", "a: [", "just words"])
def test_what_is_no_case_is_left_to_the_text_editor(text: str) -> None:
    """Forms edit mappings only."""
    with pytest.raises(UsageError, match="as text first"):
        edited(text, [set_value(["title"], "x")])


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60))
def test_any_title_survives(title: str) -> None:
    """Whatever is typed into a field is that field's value afterwards, and nothing else changes."""
    from zopa.lined_yaml import parse_lined

    before, after = parse_lined(TEXT).data, parse_lined(edited(TEXT, [set_value(["title"], title)])).data
    assert after == {**before, "title": title}


@pytest.mark.parametrize("name", ["alaska", "strike"])
def test_examples_are_edited_without_touching_other_lines(repository: Path, name: str) -> None:
    """A word in a complete case, as its author laid it out."""
    text = (repository / "examples" / name / "case.yaml").read_text("utf-8")
    case = load_case(repository / "examples" / name)
    party, issue = case.parties[0].id, case.issues[0]
    after = edited(
        text,
        [
            set_in_entry("parties", party, {"name": "Another name"}),
            set_option(issue.id, issue.options[0].id, "another definition"),
        ],
    )
    lines = list(difflib.ndiff(text.splitlines(), after.splitlines()))
    assert len([line for line in lines if line.startswith("+ ")]) == 2
    assert len([line for line in lines if line.startswith("- ")]) <= 2


def test_a_text_is_checked_as_the_file_would_be(ferry: CaseFolder) -> None:
    """Same codes and lines as ``zopa check``, without touching the file."""
    before = ferry.case_file.read_text("utf-8")
    checked = check_text(before.replace("scale: [2, 4, 6]", "scale: [6, 4, 2]"), ferry)
    assert not checked.usable
    assert [(found.code, found.file) for found in checked.diagnostics if found.severity == "error"] == [
        ("ZP029", "case.yaml")
    ]
    assert check_text(before, ferry).usable
    assert ferry.case_file.read_text("utf-8") == before


def test_a_text_is_saved_once_and_a_change_underneath_is_told(ferry: CaseFolder) -> None:
    """Who saves second is told, keeps the own text and loses nothing of the other's."""
    opened = read_case_text(ferry)
    first = save_case_text(ferry, opened.text.replace("The ferry strike", "The strike"), opened.version)
    assert "The strike" in ferry.case_file.read_text("utf-8")
    with pytest.raises(CaseChanged) as error:
        save_case_text(ferry, opened.text + "# mine\n", opened.version)
    assert error.value.current == first
    assert "# mine" not in ferry.case_file.read_text("utf-8")


@pytest.mark.parametrize("text", ["", "parties: [", "case: x\n", "a" * 5_000_001])
def test_what_holds_no_case_is_not_saved(ferry: CaseFolder, text: str) -> None:
    """The file stays what it was."""
    opened = read_case_text(ferry)
    with pytest.raises(UsageError):
        save_case_text(ferry, text, opened.version)
    assert read_case_text(ferry) == opened
