"""The JSON Schema: current, well-formed, and true of what the reader accepts."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from zopa.case import json_schema, scaffold, write_schema
from zopa.errors import OutputError
from zopa.lined_yaml import parse_lined

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = json_schema()
KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "integer": int,
    "boolean": bool,
    "null": type(None),
}
UNDERSTOOD = {
    *("$schema", "$defs", "$ref", "title", "description", "default", "type", "properties", "required"),
    *("additionalProperties", "items", "minItems", "maxItems", "minProperties", "maxProperties", "enum", "pattern"),
    *("minimum", "maximum", "exclusiveMinimum", "anyOf", "oneOf", "allOf", "prefixItems", "const"),
}


def fits(value: Any, schema: dict[str, Any] | bool) -> bool:
    """Whether a value fits a schema written with the keywords of UNDERSTOOD."""
    if isinstance(schema, bool):
        return schema
    assert schema.keys() <= UNDERSTOOD, schema.keys() - UNDERSTOOD
    if "$ref" in schema and not fits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")]):
        return False
    return _fits_kind(value, schema) and _fits_inside(value, schema) and _fits_combined(value, schema)


def _fits_kind(value: Any, schema: dict[str, Any]) -> bool:
    kinds = schema.get("type", list(KINDS))
    kinds = [kinds] if isinstance(kinds, str) else kinds
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return (
        any(isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool)) for kind in kinds)
        and value in schema.get("enum", [value])
        and (not isinstance(value, str) or re.search(schema.get("pattern", ""), value) is not None)
        and (not number or schema.get("minimum", value) <= value <= schema.get("maximum", value))
        and (not number or "exclusiveMinimum" not in schema or value > schema["exclusiveMinimum"])
    )


def _fits_inside(value: Any, schema: dict[str, Any]) -> bool:
    if isinstance(value, list):
        inside = all(fits(item, schema.get("items", True)) for item in value)
        return inside and schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value))
    if isinstance(value, dict):
        known, rest = schema.get("properties", {}), schema.get("additionalProperties", True)
        inside = all(fits(item, known.get(key, rest)) for key, item in value.items())
        size = schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", len(value))
        return inside and size and set(schema.get("required", [])) <= value.keys()
    return True


def _fits_combined(value: Any, schema: dict[str, Any]) -> bool:
    return (
        any(fits(value, option) for option in schema.get("anyOf", [True]))
        and all(fits(value, option) for option in schema.get("allOf", []))
        and sum(fits(value, option) for option in schema.get("oneOf", [True])) == 1
    )


def as_json(text: str) -> Any:
    """YAML as an editor sees it: keys and dates are strings."""
    return json.loads(json.dumps(_plain(parse_lined(text).data)))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def test_the_committed_schema_is_current(repository: Path, tmp_path: Path) -> None:
    """docs/reference/case.schema.json is what ``write_schema`` writes."""
    write_schema(tmp_path / "schema.json")
    assert (repository / "docs/reference/case.schema.json").read_text("utf-8") == (tmp_path / "schema.json").read_text(
        "utf-8"
    )


def test_every_reference_of_the_schema_is_defined_and_every_key_described() -> None:
    """No $ref leads nowhere, no definition is unused, and each key says what it is for."""
    references = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(SCHEMA)))
    assert references == set(SCHEMA["$defs"])
    assert all(value["description"].endswith(".") for value in SCHEMA["properties"].values())


@pytest.mark.parametrize("name", ["alaska", "strike"])
def test_examples_fit_the_schema_they_name(repository: Path, name: str) -> None:
    """The first line of an example leads an editor to the committed schema, and the example fits it."""
    path = repository / "examples" / name / "case.yaml"
    text = path.read_text("utf-8")
    named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", text)
    assert named is not None
    assert (path.parent / named[1]).resolve() == repository / "docs/reference/case.schema.json"
    assert fits(as_json(text), SCHEMA)


@pytest.mark.parametrize("name", ["ukraine_codebook.yaml", "trade_codebook.yaml"])
def test_codebooks_fit_the_schema(shared: Path, name: str) -> None:
    """A codebook is a case file as far as the schema goes."""
    assert fits(as_json((shared / "data" / "coverage" / name).read_text("utf-8")), SCHEMA)


def test_a_scaffold_fits_the_schema_beside_it(tmp_path: Path) -> None:
    """A new case names the schema that was written beside it."""
    path = scaffold(tmp_path / "new", "New talks")
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=case.schema.json\n")
    assert json.loads((path.parent / "case.schema.json").read_text("utf-8")) == SCHEMA
    assert fits(as_json(text), SCHEMA)


PARTIES, ISSUES = "parties: [A, B]\n", "issues: {p: [x, y]}\n"


@pytest.mark.parametrize(
    "text",
    [
        PARTIES + ISSUES,
        "parties: {A: , B: {people: {Jo Moe: chair, Al Moe: [Moe]}}}\n" + ISSUES,
        "parties: [{A: {people: Jo}}, {id: B, aliases: b}]\n" + ISSUES,
        PARTIES + "issues: [{p: [x, y]}, {id: q, options: [{x: one, }, y]}, {name: r, scale: [1, 2.5]}]",
        PARTIES + "issues: {p: {scale: [2025-01-01, 2025-02-01], divisible: true}}",
        PARTIES + ISSUES + "rules: {if: {p: x}, then: {p: [x, y]}, because: so}\nas_of: 2025-01-01",
        PARTIES + ISSUES + "rules: [A sentence., {never: {p: x}}]\nsignatories: A\nstakes: {A: p}",
        PARTIES + ISSUES + "red_lines: [{party: A, when: {p: x}, reason: so, p: 0.5}]\nsettings: {grades: {N: B2}}",
        PARTIES
        + ISSUES
        + "settings: {half_life: 90, posture_range: [0, 0.5], grades: {N: {source: A, information: 1}}}",
    ],
)
def test_accepted_forms_fit(text: str) -> None:
    """The short forms the reader accepts are no errors in an editor either."""
    assert fits(as_json(text), SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        PARTIES,
        PARTIES + "issues: 3",
        "parties: 7\n" + ISSUES,
        PARTIES + ISSUES + "signatoris: [A]",
        PARTIES + ISSUES + "rules: [{if: {p: x}}]",
        PARTIES + ISSUES + "rules: [{if: {p: x}, then: {p: y}, never: {p: x}}]",
        PARTIES + ISSUES + "red_lines: [{party: A, when: {p: x}}]",
        PARTIES + ISSUES + "red_lines: [{party: A, when: {p: x}, reason: so, p: 1.5}]",
        PARTIES + ISSUES + "as_of: soon",
        PARTIES + ISSUES + "settings: {kappa: 2}",
        PARTIES + "issues: {p: {options: [x, y], kind: matter}}",
        PARTIES + "issues: {p: {name: nothing to choose}}",
        "parties: ['A:B', C]\n" + ISSUES,
    ],
)
def test_wrong_forms_do_not_fit(text: str) -> None:
    """What the reader reports about the form of a file an editor reports too."""
    assert not fits(as_json(text), SCHEMA)


def test_an_unwritable_place(tmp_path: Path) -> None:
    """A schema that cannot be written is an OutputError that names the place."""
    with pytest.raises(OutputError, match="cannot write"):
        write_schema(tmp_path / "no" / "such" / "folder.json")
