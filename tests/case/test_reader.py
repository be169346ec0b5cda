"""What is read from a case file: the accepted forms and the one shape they are brought into."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from zopa.case import Case, Issue, Option, Party, Person, RedLine, Rule, check_case, load_case
from zopa.errors import CaseError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ISSUES = "issues: {price: {options: {low: a low price, high: a high price}}}\n"
PARTIES = "parties: [Buyer, Seller]\n"


@pytest.mark.parametrize(
    "written",
    [
        "parties: [Buyer, Seller, other, none]",
        "parties: [{id: Buyer}, {id: Seller}]",
        "parties: [{name: Buyer}, Seller]",
        "parties: [{Buyer: }, {Seller: {aliases: []}}]",
        "parties: {Buyer: , Seller: {people: []}}",
        "parties: {Buyer: Buyer, Seller: {name: Seller}, other: , none: }",
    ],
)
def test_forms_of_the_parties(check: Callable[[str], Any], written: str) -> None:
    """Every short form of the party list gives the same parties; a codebook's reserved words are no parties."""
    case, _ = check(f"{written}\n{ISSUES}")
    assert case.parties == (Party(id="Buyer", name="Buyer"), Party(id="Seller", name="Seller"))
    assert case.signatories == ("Buyer", "Seller")


@pytest.mark.parametrize(
    "written",
    [
        "[{name: Ada Moor, aliases: [Moor], office: chair}]",
        "[{name: Ada Moor, aliases: Moor, role: chair}]",
        "{Ada Moor: {aliases: [Moor, Moor], office: chair}}",
        "[{Ada Moor: {aliases: [Moor], office: chair}}]",
    ],
)
def test_forms_of_the_people(check: Callable[[str], Any], written: str) -> None:
    """Every form of a person with aliases and office gives the same person."""
    case, _ = check(f"parties: {{Buyer: {{people: {written}}}, Seller: }}\n{ISSUES}")
    assert case.party("Buyer").people == (Person(name="Ada Moor", aliases=("Moor",), office="chair"),)


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("[Ada Moor]", Person(name="Ada Moor")),
        ("Ada Moor", Person(name="Ada Moor")),
        ("{Ada Moor: }", Person(name="Ada Moor")),
        ("{Ada Moor: chair of the board}", Person(name="Ada Moor", office="chair of the board")),
        ("{Ada Moor: [Moor, A. Moor]}", Person(name="Ada Moor", aliases=("Moor", "A. Moor"))),
    ],
)
def test_short_forms_of_a_person(check: Callable[[str], Any], written: str, person: Person) -> None:
    """A person may be a bare name, a name with an office, or a name with a list of aliases."""
    case, _ = check(f"parties: {{Buyer: {{people: {written}}}, Seller: }}\n{ISSUES}")
    assert case.party("Buyer").people == (person,)


@pytest.mark.parametrize(
    "written",
    [
        "[{id: price, options: {low: a low price, high: a high price}}]",
        "[{id: price, options: [{id: low, definition: a low price}, {id: high, description: a high price}]}]",
        "[{id: price, options: [{low: a low price}, {high: a high price}]}]",
        "[{price: {options: {low: a low price, high: {definition: a high price}}}}]",
        "{price: {options: {low: {name: a low price}, high: a high price}}}",
        "{price: [{low: a low price}, {id: high, definition: a high price}]}",
    ],
)
def test_forms_of_the_issues(check: Callable[[str], Any], written: str) -> None:
    """Every form of issues and options gives the same issue."""
    case, diagnostics = check(f"{PARTIES}issues: {written}")
    options = (Option(id="low", definition="a low price"), Option(id="high", definition="a high price"))
    assert case.issues == (Issue(id="price", name="price", options=options),)
    assert diagnostics == ()


def test_options_as_bare_ids(check: Callable[[str], Any]) -> None:
    """Options without definitions are read; YAML 1.2 leaves yes and no as names, and truth values become words."""
    case, _ = check(f"{PARTIES}issues: {{signed: [yes, no, true, 7]}}")
    assert [option.id for option in case.issues[0].options] == ["yes", "no", "true", "7"]


def test_a_scale_is_the_options_of_an_ordered_issue(check: Callable[[str], Any]) -> None:
    """The values become ids as they are written by hand; definitions may stand beside the scale."""
    case, diagnostics = check(
        PARTIES + 'issues: {wage: {scale: [20, 23.5, 25.0, 40], unit: "%", options: {25: a quarter, 20: a fifth}}}'
    )
    wage = case.issues[0]
    assert [(option.id, option.value, option.definition) for option in wage.options] == [
        ("20", 20.0, "a fifth"),
        ("23.5", 23.5, ""),
        ("25", 25.0, "a quarter"),
        ("40", 40.0, ""),
    ]
    assert wage.unit == "%"
    assert wage.ordered
    assert diagnostics == ()


def test_a_scale_of_dates(check: Callable[[str], Any]) -> None:
    """Deadlines are ordered too: the ids are the dates."""
    case, _ = check(f"{PARTIES}issues: {{deadline: {{scale: [2025-08-01, 2025-10-01]}}}}")
    first, second = case.issues[0].options
    assert (first.id, second.id) == ("2025-08-01", "2025-10-01")
    assert second.value - first.value == 61


def test_options_may_carry_their_place_on_the_scale(check: Callable[[str], Any]) -> None:
    """An issue whose options all have increasing values is ordered."""
    case, _ = check(
        PARTIES + "issues: {wage: {options: {few: {definition: a few, value: 1}, many: {definition: a lot, value: 9}}}}"
    )
    assert case.issues[0].ordered


def test_kind_and_divisible(check: Callable[[str], Any]) -> None:
    """Issues of procedure are kept and are no part of a package."""
    case, _ = check(
        PARTIES
        + "issues: {cake: {options: {all: all of it, half: half of it}, divisible: true},"
        + " venue: {kind: procedure, options: {here: it stays here, there: it goes there}}}"
    )
    assert case.issue("cake").divisible
    assert case.issue("venue").kind == "procedure"
    assert case.substantive == (case.issue("cake"),)


def test_references_are_matched_exactly_first_then_without_case_by_id_or_name(check: Callable[[str], Any]) -> None:
    """Parties and issues are recognised by id or name, options by id; numbers name options of a scale."""
    case, diagnostics = check("""
parties: {B: {name: The Buyer}, b: , S: {name: The Seller}}
issues:
  price: {name: Price of the house, options: {low: a low price, high: a high price}}
  wage: {scale: [20, 23.5], unit: "%"}
signatories: [b, the seller]
ratifiers: the buyer
rules:
  - {if: {PRICE: Low}, then: {wage: [23.5, 20.0]}, because: so it is}
  - never: {price of the house: high, wage: 20}
red_lines: {party: s, when: {price: LOW}, because: the by-laws}
stakes: {The Buyer: Price}
order: {s: [wage, price]}
""")
    assert [found.code for found in diagnostics] == ["ZP025"]
    assert case.signatories == ("b", "S")
    assert case.ratifiers == ("B",)
    assert case.rules == (
        Rule(if_={"price": ("low",)}, then={"wage": ("23.5", "20")}, because="so it is"),
        Rule(never={"price": ("high",), "wage": ("20",)}),
    )
    assert case.red_lines == (RedLine(party="S", when={"price": ("low",)}, reason="the by-laws"),)
    assert case.stakes == {"B": ("price",)}
    assert case.order == {"S": ("wage", "price")}


def test_ratifiers_are_no_signatories_by_default(check: Callable[[str], Any]) -> None:
    """Where signatories are left out, they are all parties but the ratifiers."""
    case, _ = check(f"parties: [A, B, C]\nratifiers: [C]\n{ISSUES}")
    assert (case.signatories, case.ratifiers) == (("A", "B"), ("C",))


@pytest.mark.parametrize(
    ("written", "as_of"),
    [
        ("as_of: 2025-08-17", date(2025, 8, 17)),
        ("as_of: '2025-08-17'", date(2025, 8, 17)),
        ("as_of: 2025-08-17T10:00:00", date(2025, 8, 17)),
        ("as_of:", None),
        ("title: x", None),
    ],
)
def test_dates(check: Callable[[str], Any], written: str, as_of: date | None) -> None:
    """A date may be quoted or carry a time; left out, there is none."""
    case, _ = check(f"{PARTIES}{ISSUES}{written}")
    assert case.as_of == as_of


def test_id_and_title_have_defaults(tmp_path: Path) -> None:
    """Left out, the id is the folder's name without what an id may not hold, and the title is the id."""
    folder = tmp_path / "A case: first, draft"
    folder.mkdir()
    (folder / "case.yaml").write_text(PARTIES + ISSUES)
    case = load_case(folder)
    assert case.id == case.title == "A-case-first-draft"


def test_the_file_itself_may_be_named(tmp_path: Path) -> None:
    """``check_case`` takes the folder or its case file."""
    (tmp_path / "case.yaml").write_text(f"id: x\n{PARTIES}{ISSUES}")
    assert check_case(tmp_path / "case.yaml") == check_case(tmp_path)


def test_other_rooms_sections_are_kept_as_they_are(check: Callable[[str], Any]) -> None:
    """Zones are plain data for the room that reads them."""
    case, diagnostics = check(f"{PARTIES}{ISSUES}zones: [{{id: z, area: 3.5}}]\nmeetings:\n")
    assert diagnostics == ()
    assert case.extra == {"zones": [{"id": "z", "area": 3.5}]}


def test_prose_is_kept_with_the_coding_notes(check: Callable[[str], Any]) -> None:
    """Coding notes, sentences among the rules and what is not coded are the guidance for coding, in this order."""
    case, diagnostics = check(f"""{PARTIES}{ISSUES}
rules: [A sentence about coding., never: {{price: low}}, Another one.]
coding_notes: [First note]
not_coded: Something else.
stances: {{demands: asks for it}}
strengths: [firm, soft]
""")
    assert case.coding_notes == ("First note", "A sentence about coding.", "Another one.", "Something else.")
    assert case.rules == (Rule(never={"price": ("low",)}),)
    assert [diagnostic.code for diagnostic in diagnostics if diagnostic.code == "ZP023"] == ["ZP023"]
    assert case.stances == {"demands": "asks for it"}
    assert case.strengths == {"firm": "", "soft": ""}


def test_settings_and_short_grades(check: Callable[[str], Any]) -> None:
    """Settings left out keep their defaults; B2 is source B, information 2."""
    case, diagnostics = check(
        f"{PARTIES}{ISSUES}settings: {{half_life: 90, posture_range: [0, 0.5], grades: {{X: b2}}}}"
    )
    assert diagnostics == ()
    assert (case.settings.half_life, case.settings.posture_range, case.settings.kappa) == (90.0, (0.0, 0.5), 0.5)
    assert (case.settings.grades["X"].source, case.settings.grades["X"].information) == ("B", 2)


def test_load_case_raises_one_line_that_names_the_first_and_counts_the_rest(tmp_path: Path) -> None:
    """The message of the error is one line; its diagnostics hold everything, warnings included."""
    (tmp_path / "case.yaml").write_text("parties: [A, B, A]\nissues: [{id: p, options: [x, x, y]}]\nsignatories: [C]\n")
    with pytest.raises(CaseError, match=r"case\.yaml:1: ZP013 .* \(and 2 more; ") as caught:
        load_case(tmp_path)
    assert "\n" not in str(caught.value)
    assert [found.code for found in caught.value.diagnostics] == ["ZP013", "ZP015", "ZP026", "ZP010"]


@pytest.mark.parametrize(("name", "issues"), [("ukraine_codebook.yaml", 14), ("trade_codebook.yaml", 8)])
def test_codebooks_load_unchanged(shared: Path, tmp_path: Path, name: str, issues: int) -> None:
    """A codebook alone, with no signatories and no people, is a valid case; its prose becomes coding notes."""
    text = (shared / "data" / "coverage" / name).read_text("utf-8")
    (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
    case, diagnostics = check_case(tmp_path)
    assert case is not None
    assert {found.code for found in diagnostics} <= {"ZP023", "ZP026"}
    assert len(case.issues) == issues
    assert case.rules == ()
    assert case.coding_notes
    assert not {"other", "none"} & set(case.signatories)


@pytest.mark.parametrize("name", ["alaska", "strike"])
def test_examples_have_nothing_to_complain_about(repository: Path, name: str) -> None:
    """The examples pass without a warning."""
    case, diagnostics = check_case(repository / "examples" / name)
    assert case is not None
    assert diagnostics == ()


words = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=6)
ids = words.filter(lambda word: word not in ("other", "none"))
prose = st.lists(words, min_size=2, max_size=4).map(" ".join)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Valid cases whose names collide in nothing but ids of different kinds."""
    party_ids = draw(st.lists(ids, min_size=2, max_size=4, unique_by=str.casefold))
    people = draw(st.lists(st.tuples(words, words).map(" ".join), max_size=3, unique_by=str.casefold))
    parties = [Party(id=id, name=id) for id in party_ids]
    parties[0] = Party(
        id=party_ids[0], name=party_ids[0], people=tuple(Person(name=name, office=draw(prose)) for name in people)
    )
    issue_ids = draw(st.lists(ids, min_size=1, max_size=4, unique_by=str.casefold))
    issues = tuple(_issue(draw, id) for id in issue_ids)
    first = issues[0]
    partial = {first.id: (first.options[0].id,)}
    return Case(
        id=draw(ids),
        title=draw(prose),
        question=draw(prose),
        as_of=draw(st.none() | st.dates(date(1900, 1, 1))),
        parties=tuple(parties),
        issues=issues,
        signatories=tuple(party_ids[:2]),
        ratifiers=tuple(party_ids[2:]),
        rules=(Rule(never=partial, because=draw(prose)),) if draw(st.booleans()) else (),
        red_lines=(RedLine(party=party_ids[1], when=partial, reason=draw(prose), p=draw(st.floats(0, 1))),),
        stakes={party_ids[0]: (first.id,)},
        coding_notes=tuple(draw(st.lists(prose, max_size=2, unique=True))),
    )


def _issue(draw: st.DrawFn, id: str) -> Issue:
    if draw(st.booleans()):
        scale = sorted(draw(st.sets(st.integers(-1000, 1000), min_size=2, max_size=4)))
        options = tuple(Option(id=str(value), definition=draw(prose), value=value) for value in scale)
        return Issue(id=id, name=draw(prose), options=options, unit="%")
    named = draw(st.lists(ids, min_size=2, max_size=4, unique_by=str.casefold))
    options = tuple(Option(id=option, definition=draw(prose)) for option in named)
    return Issue(id=id, name=draw(prose), options=options, divisible=draw(st.booleans()))


def _as_written(case: Case) -> dict[str, Any]:
    """A case as data in the form of a case file."""
    data = case.model_dump(exclude_none=True, exclude={"settings", "extra"})
    data["rules"] = [{key: value for key, value in rule.items() if value} for rule in data["rules"]]
    for issue in data["issues"]:
        for option in issue["options"]:
            option.setdefault("definition", "")
    return data


def _dump(data: Any) -> str:
    stream = io.StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.allow_unicode = True
    yaml.dump(data, stream)
    return stream.getvalue()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(case=cases())
def test_a_case_written_out_in_full_is_read_back(check: Callable[[str], Any], case: Case) -> None:
    """Reading what was written gives the same case: no form loses anything."""
    read, diagnostics = check(_dump(_as_written(case)))
    assert [found for found in diagnostics if found.severity == "error"] == []
    assert read == case


keys = st.sampled_from(["id", "name", "people", "options", "scale", "when", "if", "then", "never", "party", "x", "20"])
junk = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 50) | st.floats() | st.text(max_size=5) | st.dates() | keys,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys | st.integers(0, 3), inner, max_size=3),
    max_leaves=6,
)
sections = st.sampled_from(
    [
        "case",
        "as_of",
        "parties",
        "issues",
        "rules",
        "signatories",
        "red_lines",
        "stakes",
        "order",
        "settings",
        "stances",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(changed=st.dictionaries(sections, junk, max_size=3))
def test_nothing_that_is_written_makes_the_reader_fail(check: Callable[[str], Any], changed: dict[str, Any]) -> None:
    """Whatever stands under the known keys, there is a case or there is an error with a code; nothing is raised."""
    base = {"parties": ["20", "x"], "issues": {"x": ["20", "name"], "20": {"scale": [1, 20]}}}
    case, diagnostics = check(_dump({**base, **changed}))
    assert (case is None) == any(found.severity == "error" for found in diagnostics)
