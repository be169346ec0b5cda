"""Every diagnostic code: a bad file that has it, with the line it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from zopa.case import CODES, check_case
from zopa.case.codes import WARNINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GOOD = """\
parties: [Buyer, Seller]
issues:
  price: {options: {low: a low price, high: a high price}}
  speed: {options: {fast: a fast delivery, slow: a slow delivery}}
"""

ZONE = "zones:\n  north:\n    region: FR-75\n    control:\n"
EVENT = "on: 2031-05-03, what: w, direction: worse, quote: q, url: u"
EARLIER = EVENT.replace("03", "01")
TWO_EVENTS = f"events:\n  - {{{EVENT}, party: Buyer, band: 0.4}}\n  - {{{EARLIER}, party: Buyer, band: 0.4}}"

ADDED_TO_A_GOOD_CASE = [
    ("ZP003", "signatoris: [Buyer]", 5, "Did you mean 'signatories'?"),
    ("ZP003", "weather: fine", 5, "Remove it"),
    ("ZP005", "stakes: [price]", 5, "the forms"),
    ("ZP005", "settings: {draws: many}", 5, "the forms"),
    ("ZP008", "title: a\ntitle: b", 6, "Remove one"),
    ("ZP010", "signatories:\n  - Buyer\n  - Selller", 7, "Did you mean 'Seller'?"),
    ("ZP010", "ratifiers: [Parliament]", 5, "Known: Buyer, Seller."),
    ("ZP010", "stakes:\n  Broker: [price]", 6, "Known"),
    ("ZP010", "red_lines:\n  - {party: X, when: {price: low}, reason: so}", 6, "Known"),
    ("ZP011", "rules:\n  - never: {prise: low}", 6, "Did you mean 'price'?"),
    ("ZP011", "order: {Buyer: [price, sped]}", 5, "Did you mean 'speed'?"),
    ("ZP012", "rules:\n  - if: {price: low}\n    then:\n      speed: [slow, slwo]", 8, "Did you mean 'slow'?"),
    ("ZP012", "red_lines:\n  - {party: Buyer, when: {price: mid}, reason: so}", 6, "Known: low, high."),
    ("ZP017", "case: a/b", 5, "Choose another id"),
    ("ZP020", "rules:\n  - never: {price: low}\n  - never: {price: high, speed: [fast, slow]}", 6, "Relax"),
    ("ZP021", "rules:\n  - {if: {price: low}, then: {speed: fast}}\n  - never: {speed: fast}", 6, "narrow"),
    ("ZP022", "rules:\n  - if: {price: low}", 6, "'if' together with 'then'"),
    ("ZP022", "rules: [{never: {price: low}, then: {speed: fast}}]", 5, "'never' alone"),
    ("ZP023", "rules:\n  - Prices are coded as said.", 6, "coding_notes"),
    ("ZP028", "red_lines:\n  - {party: Buyer, when: {price: high}}", 6, "Add 'reason:'"),
    ("ZP030", "red_lines:\n  - party: Buyer\n    when: {price: high}\n    reason: so\n    p: -0.1", 9, "range"),
    ("ZP030", "settings:\n  half_life: 0", 6, "range"),
    ("ZP030", "settings:\n  posture_range: [0.5, 0.2]", 6, "range"),
    ("ZP031", "title: x\nas_of: 2025-02-30", 6, "YEAR-MONTH-DAY"),
    ("ZP031", "as_of: last week", 5, "YEAR-MONTH-DAY"),
    ("ZP031", "as_of: 2025", 5, "YEAR-MONTH-DAY"),
    ("ZP041", "zones:\n  north: {region: FR-75}\n  rest: {part_of: nroth, held_by: Buyer}", 7, "Did you mean 'north'?"),
    ("ZP041", "zones: {n: {region: FR-75}}\ncorridors: [{name: way, party: Buyer, from: n, to: s}]", 6, "Known: n."),
    ("ZP042", "zones:\n  - {id: n, region: FR-75}\n  - {id: n, region: FR-77}", 7, "Rename"),
    ("ZP043", "zones:\n  n: {name: The north}", 6, "exactly one"),
    ("ZP043", "zones:\n  n: {region: FR-75, file: n.geojson}", 6, "exactly one"),
    ("ZP043", "zones:\n  n: {held_by: Buyer}", 6, "exactly one"),
    ("ZP043", "zones:\n  n: {zones: []}", 6, "exactly one"),
    ("ZP044", "zones:\n  a: {region: FR-75, part_of: b}\n  b: {region: FR-77, part_of: a}", 6, "Break"),
    ("ZP044", "zones:\n  a: {zones: [b, c]}\n  b: {zones: [a]}\n  c: FR-75", 6, "Break"),
    ("ZP045", f"{ZONE}      - {{holder: Buyer, share: 101, on: 2031-01-01, source: x}}", 9, "per cent"),
    (
        "ZP045",
        f"{ZONE}      - {{holder: Buyer, share: 60, on: 2031-01-01, source: x}}\n"
        "      - {holder: Seller, share: 50, on: 2031-01-01, source: x}",
        10,
        "per cent",
    ),
    (
        "ZP046",
        f"{ZONE}      - {{holder: Buyer, share: 60, on: 2031-01-01, source: x}}\n"
        "      - {holder: Buyer, share: 50, on: 2030-01-01, source: x}",
        10,
        "Correct the date",
    ),
    ("ZP046", "zones: {n: {region: FR-75, claims: {party: Buyer, since: 2031-01-01, until: 2030-01-01}}}", 5, "date"),
    ("ZP047", f"{ZONE}      - {{holder: Buyer, on: 2031-01-01, source: x}}", 9, "exactly one"),
    ("ZP047", f"{ZONE}      - {{holder: Buyer, on: 2031-01-01, source: x, share: 5, km2: 7}}", 9, "exactly one"),
    ("ZP048", "zones: {n: {region: FR-75, assets: {Quay: {kind: port, at: [120, 95]}}}}", 5, "longitude first"),
    ("ZP050", f"{ZONE}      - {{holder: Buyer, on: 2031-01-01, source: x, share: 5, side: left}}", 9, "north-east"),
    ("ZP051", "zones:\n  n:\n    region: FR-75\n    official_km2: 26 thousand", 8, "without a unit"),
    ("ZP010", f"events:\n  - {{{EVENT}, party: Sellr, band: 0.4}}", 6, "Did you mean 'Seller'?"),
    ("ZP010", "leverage: {Broker: 0.4}", 5, "Known: Buyer, Seller."),
    ("ZP030", f"events:\n  - {{{EVENT}, party: Seller, band: [0.4, 1.2]}}", 6, "range"),
    ("ZP030", "leverage: {Buyer: [0.7, 0.3]}", 5, "range"),
    ("ZP061", "meetings:\n  - {who: Buyer, where: Oslo, on: 2031-05-03, until: 2031-05-01}", 6, "order of their days"),
    ("ZP061", TWO_EVENTS, 7, "order"),
    ("ZP062", "meetings:\n  - {who: [Buyer, Seller], on: 2031-05-03}", 6, "Add 'where:'"),
    ("ZP063", "meetings: [{who: Buyer, where: Prague, host: Czechoslovakia, on: 2031-05-03}]", 5, "on that day"),
    ("ZP063", "meetings: [{who: Buyer, where: 'Aden, South Yemen', on: 1990-05-22}]", 5, "on that day"),
    ("ZP064", "events:\n  - {on: 2031-05-03, what: w, party: Buyer, direction: worse, band: 0.4}", 6, "Add 'quote:'"),
    ("ZP064", "events: [{on: 2031-05-03, what: w, party: Buyer, direction: worse, band: 0.4, quote: q}]", 5, "'url:'"),
    ("ZP065", f"leverage: {{Buyer: 0.6}}\nevents:\n  - {{{EVENT}, party: Buyer, band: 0.7}}", 7, "or 'band'"),
    ("ZP066", "warrants: [{person: Jo Nobody, since: 2031-01-02}]", 5, "under 'people'"),
]

WHOLE_FILES = [
    ("ZP049", "parties: [A, B]\nzones: {n: FR-75}\nissues: {p: {options: [{id: x, transfer: n}, y]}}", 3),
    ("ZP002", "parties: [A, B\nissues: 3", 2),
    ("ZP002", "parties:\n\t- A", 2),
    ("ZP004", "parties: [A, B]", 1),
    ("ZP004", "parties: []\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP004", "parties: [A, {aliases: [x], name: }]\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP005", "parties: 7\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP006", "", None),
    ("ZP006", "# nothing yet\n", None),
    ("ZP007", "- A\n- B", 1),
    ("ZP013", "parties: [A, B, A]\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP013", "parties:\n  A:\n  B:\n  A:\nissues: {p: {options: {a: one way, b: other way}}}", 4),
    ("ZP014", "parties: [A, B]\nissues:\n  - {id: p, options: [x, y]}\n  - {id: p, options: [x, y]}", 4),
    ("ZP014", "parties: [A, B]\nissues:\n  p: [x, y]\n  p: [x, y]", 4),
    ("ZP015", "parties: [A, B]\nissues:\n  p: [x, y, x]", 3),
    ("ZP015", "parties: [A, B]\nissues:\n  p:\n    options:\n      x: one\n      y: two\n      x: three", 7),
    ("ZP015", "parties: [A, B]\nissues:\n  - id: p\n    options: {x: one, y: two, x: three}", 4),
    ("ZP016", "parties: [A, B]\nissues:\n  p: [x]", 3),
    ("ZP016", "parties: [A, B]\nissues:\n  - id: p", 3),
    ("ZP016", "parties: [A, B]\nissues:\n  - {id: p, scale: [3]}", 3),
    ("ZP017", "parties: ['..', C, D]\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP017", 'parties: ["A\\u202eB", C, D]\nissues: {p: {options: {a: one way, b: other way}}}', 1),
    ("ZP017", "parties: ['A:B', C, D]\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP018", "parties: [A]\nissues: {p: {options: {a: one way, b: other way}}}", 1),
    ("ZP019", "parties: [A, B]\nissues: {p: [x, y], v: {kind: procedure, options: [x, y]}}\nstakes: {A: v}", 3),
    ("ZP024", "parties:\n  A: {people: [Jo Moe]}\n  B: {people: [jo moe]}\nissues: {p: [x, y]}", 3),
    ("ZP025", "parties:\n  A: {aliases: [the board]}\n  B: {aliases: [The board]}\nissues: {p: [x, y]}", 3),
    ("ZP025", "parties:\n  A: {people: {Jo Moe: [Moe]}}\n  B: {people: {Al Moe: [Moe]}}\nissues: {p: [x, y]}", 3),
    ("ZP026", "parties: [A, B]\nissues:\n  p: {options: {x: kept, y: it is ended}}", 3),
    ("ZP034", "parties: [A, B]\nissues:\n  p: {options: {x: the dam stays, y: the dam stays and is raised}}", 3),
    ("ZP027", "parties: [A, B]\nissues:\n  p: {options: {x: the dam stays, y: Stays the dam}}", 3),
    ("ZP029", "parties: [A, B]\nissues:\n  p: {scale: [20, 40, 25]}", 3),
    ("ZP029", "parties: [A, B]\nissues:\n  p: {scale: [20, 20]}", 3),
    ("ZP029", "parties: [A, B]\nissues:\n  p: {scale: [20, much]}", 3),
    ("ZP029", "parties: [A, B]\nissues:\n  p: {scale: [20, 2025-01-01]}", 3),
    ("ZP029", "parties: [A, B]\nissues:\n  p: {options: [{id: x, value: 2}, {id: y, value: 1}]}", 3),
    ("ZP032", "parties: [A, B]\nissues: {p: {kind: procedure, options: [x, y]}}", 2),
    ("ZP033", "parties: [Side A, B]\nissues: {p: [x, y]}", 1),
    ("ZP033", "parties: [A, B]\nissues:\n  - id: p\n    name: What the first issue is\n    options: [x, y]", 3),
    (
        "ZP033",
        "parties: [A, B]\nissues:\n  p:\n    options:\n      x: it ends\n"
        "      y: the outcome side B asks for, in one line",
        4,
    ),
]

ELSEWHERE = {"ZP001", "ZP009"}
"""Codes about the file as a whole, tested one by one below."""


def test_every_code_is_documented_and_tested() -> None:
    """Each code has a title, a reason and a fix, and a bad file in this module; none is left over."""
    tested = {code for code, *_ in [*ADDED_TO_A_GOOD_CASE, *WHOLE_FILES]} | ELSEWHERE
    assert tested == set(CODES)
    assert set(CODES) >= WARNINGS
    for code, documentation in CODES.items():
        assert code.startswith("ZP0")
        assert documentation.title
        assert documentation.why.endswith(".")
        assert documentation.fix.endswith(".")


@pytest.mark.parametrize(("code", "added", "line", "fix"), ADDED_TO_A_GOOD_CASE)
def test_one_bad_thing_in_a_good_case(check: Callable[[str], Any], code: str, added: str, line: int, fix: str) -> None:
    """What is wrong is named by code and line, with what to do, and nothing else is reported."""
    case, diagnostics = check(GOOD + added)
    assert {found.code for found in diagnostics} == {code}
    assert diagnostics[0].line == line
    assert fix in diagnostics[0].fix
    assert (case is None) == (diagnostics[0].severity == "error")


@pytest.mark.parametrize(("code", "text", "line"), WHOLE_FILES)
def test_bad_files(check: Callable[[str], Any], code: str, text: str, line: int | None) -> None:
    """Each bad file has its diagnostic at the line at fault; an error leaves no case, a warning does."""
    case, diagnostics = check(text)
    found = next(found for found in diagnostics if found.code == code)
    assert found.line == line
    assert (found.severity == "warning") == (code in WARNINGS)
    assert (case is None) == any(other.severity == "error" for other in diagnostics)


WRONG_KINDS = [
    ("parties: [A, [B]]\nissues: {p: [x, y]}", "This party is a list"),
    ("parties: {A: , B: [Jo Moe]}\nissues: {p: [x, y]}", "What is said of 'B' is a list"),
    ("parties: {A: , B: {people: 3}}\nissues: {p: [x, y]}", "What should list each person is the single value '3'"),
    ("parties: {A: , B: {name: [b]}}\nissues: {p: [x, y]}", "The name of a party is a list"),
    ("parties: [A, B]\nissues: {p: x}", "What is said of issue 'p' is the single value 'x'"),
    (
        "parties: [A, B]\nissues: {p: {options: [x, y], kind: matter}}",
        "The kind of an issue is the single value 'matter'",
    ),
    ("parties: [A, B]\nissues: {p: {options: [x, y], divisible: maybe}}", "'divisible' is the single value 'maybe'"),
    ("parties: [A, B]\nissues: {p: {scale: 3}}", "The scale of 'p' is the single value '3'"),
    ("parties: [A, B]\nissues: {p: {options: {x: {value: low}, y: }}}", "The value of option 'x' is the single value"),
    (GOOD + "rules: [[price]]", "This rule is a list"),
    (GOOD + "rules: 3", "'rules' is the single value '3'"),
    (GOOD + "rules: [{never: price}]", "'never' of a rule is the single value 'price'"),
    (GOOD + "rules: [{never: {price: }}]", "What is said of 'price' is empty"),
    (GOOD + "red_lines: [price]", "This red line is the single value 'price'"),
    (GOOD + "red_lines: [{party: Buyer, when: {price: low}, reason: so, p: high}]", "The probability of a red line is"),
    (GOOD + "settings: fast", "'settings' is the single value 'fast'"),
    (GOOD + "stances: fast", "'stances' is the single value 'fast'"),
    (GOOD + "settings: {grades: {N: Z1}}", "The setting 'grades.N.source'"),
    (GOOD + "title: [a]", "'title' is a list"),
    (GOOD + "meetings: [Oslo]", "This meeting is the single value 'Oslo'"),
    (GOOD + "meetings: 3", "'meetings' is the single value '3'"),
    (GOOD + "meetings: [{who: Buyer, where: Oslo, status: maybe}]", "'status' is the single value 'maybe'"),
    (GOOD + "leverage: [0.4]", "'leverage' is a list"),
    (GOOD + "leverage: {Buyer: high}", "This band is the single value 'high'"),
    (GOOD + "authority: [{party: Buyer, needs: luck, reason: so}]", "'needs' is the single value 'luck'"),
]


@pytest.mark.parametrize(("text", "message"), WRONG_KINDS)
def test_values_of_the_wrong_kind(check: Callable[[str], Any], text: str, message: str) -> None:
    """A list, mapping or word in the wrong place is an error that says what stands there."""
    case, diagnostics = check(text)
    assert case is None
    assert any(found.code == "ZP005" and found.message.startswith(message) for found in diagnostics)


def test_a_definition_beside_a_scale_that_is_not_on_it(check: Callable[[str], Any]) -> None:
    """Definitions may stand beside a scale for its own values only."""
    _, diagnostics = check('parties: [A, B]\nissues:\n  p:\n    scale: [2, 3]\n    options: {4: "four per cent"}')
    assert [(found.code, found.line) for found in diagnostics] == [("ZP012", 5)]


@pytest.mark.parametrize("examples", [code.example for code in CODES.values() if code.example.startswith("parties:")])
def test_the_examples_of_the_documentation_have_their_code(check: Callable[[str], Any], examples: str) -> None:
    """An example that is a file of its own, completed by issues, reports the code it stands for."""
    expected = next(code for code, documentation in CODES.items() if documentation.example == examples)
    issues = "" if expected == "ZP004" else "\nissues: {price: [low, high]}"
    _, diagnostics = check(examples + issues)
    assert expected in {found.code for found in diagnostics}


def test_all_problems_of_a_file_are_reported_together(check: Callable[[str], Any]) -> None:
    """Errors of different kinds in different sections come out of one run, in the order of lines."""
    case, diagnostics = check("""\
parties: [Buyer, Seller, Buyer]
issues:
  price: [low, low, high]
  speed: [fast]
signatories: [Buyer, Bank]
rules:
  - never: {price: middle}
  - {if: {size: big}, then: {price: low}}
red_lines:
  - {party: Buyer, when: {price: high}, p: 2}
as_of: soon
""")
    assert case is None
    errors = [(found.line, found.code) for found in diagnostics if found.severity == "error"]
    assert errors == [
        (1, "ZP013"),
        (3, "ZP015"),
        (4, "ZP016"),
        (5, "ZP010"),
        (7, "ZP012"),
        (8, "ZP011"),
        (10, "ZP028"),
        (10, "ZP030"),
        (11, "ZP031"),
    ]


def test_all_repeated_keys_are_reported_together(check: Callable[[str], Any]) -> None:
    """Repeated keys keep a file from being parsed; all of them are named, each for what it is."""
    _, diagnostics = check(
        "title: a\ntitle: b\nparties: {A: , A: }\nissues: {p: {options: {x: , x: }}}\nas_of: 2025-13-01"
    )
    assert [(found.line, found.code) for found in diagnostics] == [
        (2, "ZP008"),
        (3, "ZP013"),
        (4, "ZP015"),
        (5, "ZP031"),
    ]


@pytest.mark.parametrize("anchored", ["a: &a [*a]", "&a {a: *a}"])
def test_a_file_that_contains_itself(check: Callable[[str], Any], anchored: str) -> None:
    """An anchor inside itself is refused with a diagnostic and no endless loop."""
    case, diagnostics = check(anchored)
    assert case is None
    assert diagnostics


def test_merge_keys_are_read_and_have_a_line(check: Callable[[str], Any]) -> None:
    """A problem inside what a merge key brings in is reported where it is brought in."""
    _, diagnostics = check("parties:\n  A: &a {aliases: [[x]]}\n  B: {<<: *a}\nissues: {p: [x, y]}")
    assert [(found.line, found.code) for found in diagnostics] == [(2, "ZP005"), (3, "ZP005"), (4, "ZP026")]


@pytest.mark.parametrize("make", ["nothing", "a folder", "a file instead of the folder"])
def test_no_case_file(tmp_path: Path, make: str) -> None:
    """A folder without case.yaml, no folder at all, a folder in its place: one diagnostic, no traceback."""
    folder = tmp_path / "case"
    if make == "a folder":
        (folder / "case.yaml").mkdir(parents=True)
    if make == "a file instead of the folder":
        folder.write_text("an article")
    case, diagnostics = check_case(folder)
    assert case is None
    assert [(found.code, found.line) for found in diagnostics] == [("ZP001", None)]
    assert str(folder / "case.yaml") in str(diagnostics[0])


@pytest.mark.parametrize(
    "raw", [b"\x00\x01\x02\xff", b"title: caf\xe9", "parties: [A, B]".encode("utf-16"), b"a: \x07"]
)
def test_a_file_that_is_no_text(tmp_path: Path, raw: bytes) -> None:
    """Binary files and other encodings are named as such."""
    (tmp_path / "case.yaml").write_bytes(raw)
    case, diagnostics = check_case(tmp_path)
    assert case is None
    assert [found.code for found in diagnostics] == ["ZP002"]


def test_a_very_large_file(tmp_path: Path) -> None:
    """A file of many megabytes is refused before it is parsed."""
    with (tmp_path / "case.yaml").open("wb") as file:
        file.truncate(50_000_000)
    case, diagnostics = check_case(tmp_path)
    assert case is None
    assert [found.code for found in diagnostics] == ["ZP009"]
