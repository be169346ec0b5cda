"""A case file is edited line by line: comments and untouched lines stay, and nobody's change is lost."""

from __future__ import annotations

import difflib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zopa.case import load_case
from zopa.casework.caseediting import Edit, edited
from zopa.casework.caseentries import (
    add_entry,
    add_item,
    remove_entry,
    remove_item,
    set_in_entry,
    set_item,
    set_option,
    set_value,
)
from zopa.casework.casefile import CaseChanged, check_text, read_case_text, save_case_text
from zopa.casework.caseparts import add_person, remove_person, scale_values, set_person, set_places, set_scale
from zopa.casework.casewritten import Written, written
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


PEOPLE = """\
case: bridge
parties:
  # The bank that asked for the bridge.
  - id: North
    people:
      - Nan   # the reeve
      - {name: Ned, office: clerk}   # since spring
      - Nora: [the toller]
      - id: Nils
        role: ferryman
  # The bank that pays for it.
  - id: South
    people:
      Sue: mayor
      Sam: {aliases: [Sammy]}

# What is to be settled.
issues:
  toll:
    scale:
      - 1
      - 2.5   # as in the old days
      - 4
    options:
      1: a penny
      2.5: two pence and a half
  watch:
    options: [{id: both, definition: both banks}, {id: one, definition: one bank}]
  boats: {options: {few: three boats, many: nine boats}}
"""

NEW = {"name": "Noa", "aliases": ["N.", "Noë"], "office": "reeve"}


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (set_person("North", "Nan", NEW), ["-       - Nan   # the reeve",
          "+       - {name: Noa, aliases: [N., Noë], office: reeve} # the reeve"]),
        (set_person("North", "Ned", {"name": "Ned", "aliases": [], "office": "scribe"}),
         ["-       - {name: Ned, office: clerk}   # since spring",
          "+       - {name: Ned, office: scribe}  # since spring"]),
        (set_person("North", "Nora", {"name": "Nora", "aliases": ["the toller"], "office": "tolls"}),
         ["-       - Nora: [the toller]", "+       - {name: Nora, aliases: [the toller], office: tolls}"]),
        (set_person("North", "Nils", {"name": "Nils", "aliases": [], "office": "boatman"}),
         ["-         role: ferryman", "+         role: boatman"]),
        (set_person("South", "Sue", {"name": "Susan", "aliases": [], "office": "mayor"}),
         ["-       Sue: mayor", "+       Susan: {office: mayor}"]),
        (set_person("South", "Sam", {"name": "Sam", "aliases": ["Sammy", "S."], "office": ""}),
         ["-       Sam: {aliases: [Sammy]}", "+       Sam: {aliases: [Sammy, S.]}"]),
        (add_person("North", {"name": "Nell", "aliases": [], "office": "smith"}),
         ["+       - {name: Nell, office: smith}"]),
        (add_person("South", {"name": "Sid", "aliases": ["S: the, Kid"], "office": ""}),
         ["+       Sid: {aliases: ['S: the, Kid']}"]),
        (remove_person("North", "Ned"), ["-       - {name: Ned, office: clerk}   # since spring"]),
        (remove_person("North", "Nils"), ["-       - id: Nils", "-         role: ferryman"]),
        (remove_person("South", "Sam"), ["-       Sam: {aliases: [Sammy]}"]),
        (set_scale("toll", [1, 2.5, 5], "pence", True),
         ["-       - 4", "+       - 5", "+     unit: pence", "+     divisible: true"]),
        (set_scale("toll", [2.5, 4], "", False), ["-       - 1", "-       1: a penny"]),
        (set_places("boats", [3, 9]),
         ["-   boats: {options: {few: three boats, many: nine boats}}",
          "+   boats: {options: {few: {definition: three boats, value: 3}, "
          "many: {definition: nine boats, value: 9}}}"]),
        (remove_entry("parties", "North"), None),
        (remove_entry("parties", "South"), None),
    ],
)  # fmt: skip
def test_what_lies_deeper_is_edited_line_by_line(edit: Edit, lines: list[str] | None) -> None:
    """People in each of the ways to write them, scales and places: nothing else changes, and no comment is lost that
    is about something else."""
    after = edited(PEOPLE, [edit])
    if lines is not None:
        found = difflib.ndiff(PEOPLE.splitlines(), after.splitlines())
        assert sorted(line for line in found if line.startswith(("- ", "+ "))) == sorted(lines)
    assert after.index("# What is to be settled.") + len("# What is to be settled.\n") == after.index("issues:")
    assert "# The bank that pays for it." in after


def test_what_is_added_to_the_last_entry_stands_with_it() -> None:
    """Above the comment that heads what follows; so does what is taken from it."""
    after = edited(TEXT, [add_person("South", {"name": "Sue", "aliases": ["Su"], "office": "reeve"})])
    assert changed(after) == ["+     people:", "+       - {name: Sue, aliases: [Su], office: reeve}"]
    assert after.index("name: Sue") < after.index("# What is to be settled.")
    assert edited(after, [remove_person("South", "Sue")]) == TEXT


def test_a_rule_is_changed_in_its_place() -> None:
    """With its layout; what a rule of the other kind does not have goes. The comment at the end stays in any case."""
    values = {"never": {"toll": "cars"}, "if": None, "then": None, "because": "x"}
    assert changed(edited(TEXT, [set_item("rules", 0, values)])) == [
        "-   - never: {toll: none, watch: both}",
        "-     because: Watchmen are paid from the toll.",
        "+   - never: {toll: cars}",
        "+     because: x",
    ]
    other = {"never": None, "if": {"toll": "none"}, "then": {"watch": ["nobody", "both"]}, "because": None}
    after = edited(TEXT, [set_item("rules", 0, other)])
    assert "  - if: {toll: none}\n    then: {watch: [nobody, both]}\n\n# The end.\n" in after
    assert edited(TEXT, [remove_item("rules", 0)]).endswith("rules: []\n\n# The end.\n")
    same = {"never": {"toll": "none", "watch": "both"}, "because": "Watchmen are paid from the toll."}
    assert edited(TEXT, [set_item("rules", 0, same)]) == TEXT


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (set_person("North", "Nobody", NEW), "Nobody called 'Nobody' speaks for 'North'"),
        (set_person("North", "Nan", {**NEW, "name": "Ned"}), "'Ned' speaks for 'North' already"),
        (set_person("North", "Nan", {**NEW, "name": ""}), "needs a name"),
        (add_person("South", {**NEW, "name": "Sam"}), "'Sam' speaks for 'South' already"),
        (set_scale("boats", [1, 2], "", False), "'few', 'many' would be none"),
        (set_places("boats", [1, 2, 3]), "has 2 options, and these are 3 places"),
        (set_item("rules", 0, {}), "no entry 1 under 'rules'"),
    ],
)
def test_a_deeper_edit_that_cannot_be_made_is_said(edit: Edit, said: str) -> None:
    """In one line."""
    with pytest.raises(UsageError) as error:
        edited(PEOPLE, [edit])
    assert said in str(error.value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2, 4,6", [2, 4, 6]),
        (" -1.5\n2 ", [-1.5, 2]),
        ("2026-01-31; 2026-06-30", [date(2026, 1, 31), date(2026, 6, 30)]),
    ],
)
def test_a_scale_is_read_from_a_line(text: str, values: list[float | date]) -> None:
    """Numbers and dates, with commas or without."""
    assert scale_values(text) == values


@pytest.mark.parametrize(
    "text", ["", "2", "2, many", "2, 1e3", "2026-02-30, 2026-03-01", "2, nan", f"1, {'9' * 400}.5"]
)
def test_what_is_no_scale_is_said(text: str) -> None:
    """In one line, with an example or the word that is none."""
    with pytest.raises(UsageError, match="scale"):
        scale_values(text)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=12)
                .map(lambda name: " ".join(name.split())).filter(bool), min_size=3, max_size=3))  # fmt: skip
@example(["0", "0", "?0"])
def test_any_person_survives(words: list[str]) -> None:
    """Whatever is typed is what the file says of that person afterwards, and nothing else changes."""
    from zopa.lined_yaml import parse_lined

    name, alias, office = words
    values = {"name": name, "aliases": [alias], "office": office}
    before, after = parse_lined(TEXT).data, parse_lined(edited(TEXT, [add_person("South", values)])).data
    assert after["parties"][1].pop("people") == [values]
    assert after == before
    known = parse_lined(edited(PEOPLE, [set_person("North", "Ned", values)])).data
    assert known["parties"][0]["people"][1] == values


def test_what_a_file_says_is_shown_entry_by_entry() -> None:
    """Also sentences among the rules and entries of no use: a place in the list is that in the file."""
    text = PEOPLE + (
        "rules:\n  - Say it in words.\n  - {if: {toll: [1, 2.5]}, then: {watch: both}}\n  - {never: toll}\n"
        "red_lines:\n  - {party: North, when: {toll: 4}, p: 0.5, reason: said so}\n"
    )
    found = written(text)
    assert [(rule.place, rule.editable, rule.note, rule.keys) for rule in found.rules] == [
        (0, False, "Say it in words.", {}),
        (1, True, "", {"if": "toll=1|2.5", "then": "watch=both"}),
        (2, False, "", {"never": "toll"}),
    ]
    assert found.red_lines[0].keys == {"party": "North", "when": "toll=4", "p": "0.5", "reason": "said so"}
    assert found.scales == {"toll": "1, 2.5, 4"}
    assert written("[1]") == written("a: [") == Written()
