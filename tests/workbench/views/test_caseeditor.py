"""The case file is edited in forms and as text, with what is wrong said, and no change is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.workbench.conftest import Visitor

from zopa.workbench.sessions import Session


def version(visitor: Visitor) -> str:
    """The version of the file a page was made from."""
    found = re.search(r'name="version" value="([0-9a-f]+)"', visitor.get("/case").text)
    assert found
    return found[1]


def edit(visitor: Visitor, **fields: str) -> int:
    """Send one form; the status of the reply."""
    return int(visitor.post("/case/edit", {"version": version(visitor), **fields}).status_code)


def case_text(folder: Path) -> str:
    return (folder / "case.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"what": "case", "key": "title", "value": "The strike"}, "title: The strike"),
        ({"what": "case", "key": "signatories", "value": "Union, Company"}, "signatories: [Union, Company]"),
        ({"what": "parties", "id": "Union", "name": "Seafarers' union", "aliases": "the union"}, "Seafarers' union"),
        ({"what": "parties", "id": "Council", "new": "yes", "name": "The council"}, "- id: Council"),
        ({"what": "option", "issue": "rosters", "id": "six_weeks", "definition": "six weeks"}, "six_weeks: six"),
        ({"what": "issues", "id": "rosters", "name": "Tours", "kind": "procedure"}, "kind: procedure"),
        ({"what": "rule", "never": "wage=6, rosters=two_weeks", "because": "cost"}, "- never:"),
        ({"what": "red_line", "party": "Union", "when": "wage=2", "reason": "said so"}, "reason: said so"),
        ({"what": "issues", "id": "days", "new": "yes", "scale": "1, 2, 3", "unit": "days"}, "scale: [1, 2, 3]"),
        ({"what": "scale", "id": "wage", "scale": "2, 4.5", "unit": "%", "divisible": "yes"}, "scale: [2, 4.5]"),
        ({"what": "places", "id": "rosters", "places": "2, 4"}, "value: 4"),
        ({"what": "person", "party": "Union", "name": "Ida Holm", "aliases": "Holm, I. Holm"}, "[Holm, I. Holm]"),
        ({"what": "person", "party": "Union", "person": "Mara Lind", "name": "Mara Lind-Berg"}, "Mara Lind-Berg"),
        ({"what": "person", "party": "Union", "person": "Mara Lind", "remove": "yes"}, "# Kept."),
        (
            {"what": "issues", "id": "pay_day", "new": "yes", "options": "first: on day 1\nlast: on day 30"},
            "first: on day 1",
        ),
    ],
)  # fmt: skip
def test_a_form_changes_its_lines_and_counts_at_once(
    visitor: Visitor, folder: Path, fields: dict[str, str], line: str
) -> None:
    """The file holds the change, comments included, and the next page knows it."""
    (folder / "case.yaml").write_text(f"# Kept.\n{case_text(folder)}", "utf-8")
    assert edit(visitor, **fields) == 303
    assert line in case_text(folder)
    assert case_text(folder).startswith("# Kept.\n")
    assert visitor.get("/matrix").status_code == 200


def test_removing_what_is_needed_is_refused(visitor: Visitor, folder: Path) -> None:
    """A file that would be no case is not saved, and the reason is told."""
    before = case_text(folder)
    assert edit(visitor, what="option", issue="rosters", id="two_weeks", remove="yes") == 422
    assert case_text(folder) == before


@pytest.mark.parametrize(
    "fields",
    [
        {"what": "magic"},
        {"what": "case", "key": "settings", "value": "x"},
        {"what": "parties", "id": "Nobody", "name": "x"},
        {"what": "rule", "never": "wage"},
        {"what": "rule"},
        {"what": "red_line", "party": "Union", "when": "wage=2", "reason": ""},
        {"what": "red_line", "party": "Union", "when": "wage=2", "reason": "x", "p": "often"},
        {"what": "issues", "id": "x", "new": "yes", "options": "one: only one"},
        {"what": "rule", "place": "-1", "remove": "yes"},
        {"what": "rule", "place": "0", "never": "wage=6"},
        {"what": "person", "party": "Union", "name": ""},
        {"what": "person", "party": "Union", "name": "Mara Lind"},
        {"what": "person", "party": "Nobody", "name": "x"},
        {"what": "person", "party": "Union", "person": "Nobody", "name": "x"},
        {"what": "scale", "id": "wage", "scale": "6, 4"},
        {"what": "scale", "id": "wage", "scale": "2, many"},
        {"what": "scale", "id": "rosters", "scale": "2, 4"},
        {"what": "places", "id": "rosters", "places": "2, 4, 6"},
        {"what": "option", "issue": "rosters", "id": "six_weeks", "definition": "six weeks", "value": "6"},
    ],
)
def test_a_form_that_makes_no_sense_changes_nothing(visitor: Visitor, folder: Path, fields: dict[str, str]) -> None:
    """One line says why."""
    before = case_text(folder)
    assert edit(visitor, **fields) == 422
    assert case_text(folder) == before


def test_rules_and_red_lines_are_changed_where_they_stand(visitor: Visitor, folder: Path) -> None:
    """Each by its place in the file, sentences among them counted; its comment and the other entries stay."""
    rules = (
        "rules:\n  - Count seafarers only.\n"
        "  - never: {wage: 6, rosters: two_weeks}   # dear\n    because: cost\n"
        "red_lines:\n  - {party: Union, when: {wage: 2}, reason: said so}\n"
    )
    (folder / "case.yaml").write_text(case_text(folder) + rules, "utf-8")
    page = visitor.get("/case").text
    assert "Count seafarers only." in page
    assert 'value="wage=6, rosters=two_weeks"' in page
    assert edit(visitor, what="rule", place="1", never="wage=6, rosters=two_weeks", because="the budget") == 303
    assert (
        edit(visitor, what="red_line", place="0", party="Union", when="wage=2|4", p="0.5", reason="she said so") == 303
    )
    assert case_text(folder).endswith(
        "rules:\n  - Count seafarers only.\n"
        "  - never: {wage: 6, rosters: two_weeks}   # dear\n    because: the budget\n"
        "red_lines:\n  - {party: Union, when: {wage: [2, 4]}, reason: she said so, p: 0.5}\n"
    )
    assert edit(visitor, what="rule", place="0", never="wage=6") == 422
    assert edit(visitor, what="rule", place="1", remove="yes") == 303
    assert "Count seafarers only." in case_text(folder)
    assert "never" not in case_text(folder)


def test_a_form_is_checked_while_it_is_filled_in(visitor: Visitor, folder: Path) -> None:
    """What its change would bring is said, or why it cannot be made; nothing is saved."""
    before = case_text(folder)
    fields = {"what": "red_line", "party": "Union", "when": "wage=3", "reason": "x"}
    reply = visitor.post("/case/check", fields)
    assert "not saved yet" in reply.text
    assert "has no option" in reply.text
    assert "ZP029" in visitor.post("/case/check", {"what": "scale", "id": "wage", "scale": "6, 4"}).text
    assert "is no probability" in visitor.post("/case/check", {**fields, "p": "often"}).text
    attack = visitor.post("/case/check", {"what": "scale", "id": "wage", "scale": "2, <script>alert(1)</script>"})
    assert "&lt;script&gt;" in attack.text
    assert "<script>" not in attack.text
    assert case_text(folder) == before


def test_the_text_is_checked_while_it_is_written(visitor: Visitor, folder: Path) -> None:
    """Line by line, without being saved."""
    before = case_text(folder)
    reply = visitor.post("/case/check", {"text": before.replace("[2, 4, 6]", "[6, 4, 2]")})
    assert "ZP029" in reply.text
    assert 'data-line="' in reply.text
    assert "Nothing is wrong" in visitor.post("/case/check", {"text": before + "\n"}).text or "warning" in reply.text
    assert case_text(folder) == before


def test_a_change_underneath_is_a_conflict_and_loses_nothing(visitor: Visitor, folder: Path) -> None:
    """Who saves second sees both texts; saving again then takes the place of the other's."""
    opened, text = version(visitor), case_text(folder)
    theirs = text.replace("The ferry strike", "Their title")
    (folder / "case.yaml").write_text(theirs, "utf-8")
    mine = text.replace("The ferry strike", "My title")
    reply = visitor.post("/case/text", {"version": opened, "text": mine})
    assert reply.status_code == 409
    assert "Their title" in reply.text
    assert "My title" in reply.text
    assert case_text(folder) == theirs
    again = re.search(r'name="version" value="([0-9a-f]+)"', reply.text)
    assert again
    assert visitor.post("/case/text", {"version": again[1], "text": mine}).status_code == 303
    assert case_text(folder) == mine


def test_a_text_that_is_no_case_stays_in_the_editor(visitor: Visitor, folder: Path) -> None:
    """Nothing is saved, and nothing typed is lost."""
    before = case_text(folder)
    reply = visitor.post("/case/text", {"version": version(visitor), "text": "parties: [\n# my notes"})
    assert reply.status_code == 422
    assert "# my notes" in reply.text
    assert case_text(folder) == before


def test_what_a_refused_form_held_comes_back(visitor: Visitor, folder: Path) -> None:
    """With the reason; as text, whatever it is."""
    before = case_text(folder)
    fields = {"what": "scale", "id": "wage", "scale": "2, <b>many</b>", "unit": "EUR an hour"}
    reply = visitor.post("/case/edit", {"version": version(visitor), **fields})
    assert reply.status_code == 422
    assert '<dd data-field="scale">2, &lt;b&gt;many&lt;/b&gt;</dd>' in reply.text
    assert '<dd data-field="unit">EUR an hour</dd>' in reply.text
    assert 'data-field="token"' not in reply.text
    assert case_text(folder) == before


def test_a_file_that_was_broken_elsewhere_is_mended_here(visitor: Visitor, folder: Path) -> None:
    """The editor opens on the text with its errors, where every other page can only say so."""
    good = case_text(folder)
    (folder / "case.yaml").write_text("parties: [", "utf-8")
    assert visitor.get("/matrix").status_code == 409
    page = visitor.get("/case")
    assert page.status_code == 200
    assert "<textarea" in page.text
    assert visitor.post("/case/text", {"version": version(visitor), "text": good}).status_code == 303
    assert visitor.get("/matrix").status_code == 200


def test_only_an_editor_changes_the_case(visitor: Visitor, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reviewer sees the file and no button; what is sent all the same is refused."""
    token, opened = visitor.token(), version(visitor)
    monkeypatch.setattr(Session, "may", lambda _, role: role != "editor")
    page = visitor.get("/case").text
    assert ">Save" not in page
    headers = {"origin": visitor.origin, "x-zopa-token": token}
    fields = {"version": opened, "what": "case", "key": "title", "value": "x"}
    assert visitor.client.post("/case/edit", data=fields, headers=headers).status_code == 403
    assert "title: The ferry strike" in case_text(folder)
