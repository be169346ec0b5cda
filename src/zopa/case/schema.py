"""The JSON Schema of ``case.yaml``, for editors: what may be written, in each of the accepted short forms.

The keys and their descriptions are those of :mod:`zopa.case.keys`, so that the schema and the reader cannot differ.
The schema says what form a file has; what its names refer to is the business of ``zopa check``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zopa.case.case import Settings
from zopa.case.keys import (
    CASE_KEYS,
    ISSUE_KEYS,
    OPTION_KEYS,
    PARTY_KEYS,
    PERSON_KEYS,
    RED_LINE_KEYS,
    RULE_KEYS,
)
from zopa.case.talk_schema import talk_definitions, talk_values
from zopa.case.zone_keys import (
    ASSET_KEYS,
    CLAIM_KEYS,
    CONTROL_KEYS,
    CORRIDOR_KEYS,
    RESIDENT_KEYS,
    ZONE_KEYS,
)
from zopa.case.zones import ASSET_KINDS
from zopa.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Schema = dict[str, Any]

WORD: Schema = {"type": ["string", "number", "boolean"]}
PROSE: Schema = {"type": ["string", "number"]}
ID: Schema = {"type": ["string", "number", "boolean"], "pattern": "^[^\\s:=,/][^:=,/]*$"}
DATE: Schema = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}"}
AREA: Schema = {"type": "number", "exclusiveMinimum": 0}
POINT: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
TRANSFER: Schema = {"type": "string", "pattern": "^.+:[^:]+$"}
PROBABILITY: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of a case file, as plain data."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zopa case file",
        "description": "What a negotiation is about: parties and their people, issues and options, rules.",
        **_mapping(CASE_KEYS, _case_values()),
        "required": ["parties", "issues"],
        "$defs": _definitions(),
    }


def write_schema(path: Path) -> None:
    """Write the schema as JSON. Raises OutputError where the file cannot be written."""
    try:
        path.write_text(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}; choose a folder you may write to") from error


def _case_values() -> dict[str, Schema]:
    parties, issue_lists = _list_or_one(WORD), _open_mapping(_list_or_one(WORD))
    return {
        "case": ID,
        "id": ID,
        "title": PROSE,
        "question": PROSE,
        "as_of": DATE,
        "parties": _entries("party", "partyDetails"),
        "issues": _entries("issue", "issueDetails"),
        "rules": _list_or_one({"anyOf": [_ref("rule"), {"type": "string"}]}),
        "signatories": parties,
        "ratifiers": parties,
        "red_lines": _list_or_one(_ref("redLine")),
        "stakes": issue_lists,
        "order": issue_lists,
        "coding_notes": _list_or_one(PROSE),
        "not_coded": _list_or_one(PROSE),
        "stances": _wordings(),
        "strengths": _wordings(),
        "settings": _ref("settings"),
        "zones": _entries("zone", "zoneDetails"),
        "corridors": _entries("corridor", "corridor"),
        "settlements": {"type": "string"},
        **talk_values(),
    }


def _definitions() -> dict[str, Schema]:
    return {
        "partialPackage": {**_open_mapping(_list_or_one(WORD)), "minProperties": 1},
        **_party_definitions(),
        **_issue_definitions(),
        "rule": {
            **_mapping(RULE_KEYS, {**dict.fromkeys(("if", "then", "never"), _ref("partialPackage")), "because": PROSE}),
            "oneOf": [{"required": ["if", "then"]}, {"required": ["never"]}],
        },
        "redLine": {
            **_mapping(
                RED_LINE_KEYS,
                {"party": WORD, "when": _ref("partialPackage"), "reason": PROSE, "because": PROSE, "p": PROBABILITY},
            ),
            "required": ["party", "when"],
            "anyOf": [{"required": ["reason"]}, {"required": ["because"]}],
        },
        "settings": _settings(),
        **_zone_definitions(),
        **talk_definitions(),
    }


def _party_definitions() -> dict[str, Schema]:
    aliases = _list_or_one(WORD)
    party = _mapping(PARTY_KEYS, {"id": ID, "name": WORD, "aliases": aliases, "people": _entries("person", "person")})
    person = _mapping(PERSON_KEYS, {"name": WORD, "aliases": aliases, "office": PROSE, "role": PROSE})
    return {
        "party": {"anyOf": [ID, _named(party, "id", "name"), _single(_ref("partyDetails"))]},
        "partyDetails": {"anyOf": [party, WORD, {"type": "null"}]},
        "person": {"anyOf": [WORD, {"type": "null"}, person, _single(_ref("personDetails")), aliases]},
        "personDetails": {"anyOf": [person, aliases, {"type": "null"}]},
    }


def _issue_definitions() -> dict[str, Schema]:
    values: dict[str, Schema] = {
        "id": ID,
        "name": PROSE,
        "kind": {"enum": ["substance", "procedure"]},
        "options": {"anyOf": [_entries("option", "optionDetails"), {"type": "null"}]},
        "scale": {"type": "array", "items": {"anyOf": [{"type": "number"}, DATE]}, "minItems": 2},
        "unit": WORD,
        "divisible": {"type": "boolean"},
    }
    issue = {**_mapping(ISSUE_KEYS, values), "anyOf": [{"required": ["options"]}, {"required": ["scale"]}]}
    place = {"anyOf": [{"type": "number"}, DATE]}
    option = _mapping(
        OPTION_KEYS,
        {
            "id": ID,
            **dict.fromkeys(("definition", "description", "name"), PROSE),
            "value": place,
            "transfer": _list_or_one(TRANSFER),
        },
    )
    return {
        "issue": {"anyOf": [_named(issue, "id", "name"), _single(_ref("issueDetails"))]},
        "issueDetails": {"anyOf": [issue, {"type": "array", "items": _ref("option"), "minItems": 2}]},
        "option": {"anyOf": [ID, _named(option, "id", "name"), _single(_ref("optionDetails"))]},
        "optionDetails": {"anyOf": [PROSE, option, {"type": "null"}]},
    }


def _zone_definitions() -> dict[str, Schema]:
    shape: dict[str, Schema] = {"geometry": {"type": "object"}, "file": {"type": "string"}, "feature": WORD}
    figure = _mapping(
        CONTROL_KEYS,
        {"holder": WORD, "on": DATE, "source": PROSE, "share": {"type": "number", "minimum": 0, "maximum": 100},
         "km2": AREA, **shape, "side": WORD, "boundary": PROSE},
    )  # fmt: skip
    claim = _mapping(CLAIM_KEYS, {"party": WORD, "since": DATE, "until": DATE, "by": PROSE})
    asset = _mapping(
        ASSET_KEYS,
        {"name": WORD, "kind": {"enum": list(ASSET_KINDS)}, "at": POINT, "joins": _list_or_one(WORD)},
    )
    residents = _mapping(RESIDENT_KEYS, {"count": AREA, "on": WORD, "source": PROSE})
    zone = _mapping(
        ZONE_KEYS,
        {"id": ID, "name": PROSE, "aliases": _list_or_one(WORD), "of": WORD, "region": _list_or_one(WORD), **shape,
         "zones": _list_or_one(WORD), "part_of": WORD, "held_by": WORD, "boundary": PROSE, "official_km2": AREA,
         "residents": residents, "control": _list_or_one(_ref("controlFigure")), "claims": _list_or_one(claim),
         "assets": {"anyOf": [_list_or_one(asset), _open_mapping(asset)]}},
    )  # fmt: skip
    return {
        "controlFigure": {**figure, "required": ["holder", "on", "source"]},
        "zone": {"anyOf": [_named(zone, "id"), _single(_ref("zoneDetails"))]},
        "zoneDetails": {"anyOf": [zone, _list_or_one(WORD)]},
        "corridor": _mapping(CORRIDOR_KEYS, {"name": WORD, "party": WORD, "from": WORD, "to": WORD}),
    }


def _settings() -> Schema:
    """The schema pydantic gives for the settings, its one inner definition put where it is used."""
    schema = Settings.model_json_schema()
    grade = {"anyOf": [schema.pop("$defs")["Grade"], {"type": "string", "pattern": "^[A-Fa-f][1-6]$"}]}
    schema["properties"]["grades"]["additionalProperties"] = grade
    return schema


def _mapping(keys: Mapping[str, str], values: Mapping[str, Schema]) -> Schema:
    """A mapping with exactly these keys allowed; each with its description."""
    described = {key: {"description": keys[key], **values[key]} for key in keys}
    return {"type": "object", "properties": described, "additionalProperties": False}


def _open_mapping(values: Schema) -> Schema:
    return {"type": "object", "additionalProperties": values}


def _named(mapping: Schema, *id_keys: str) -> Schema:
    """A mapping that carries its own id under one of the keys."""
    named = {"anyOf": [{"required": [key]} for key in id_keys]}
    return {"allOf": [mapping, named]}


def _single(details: Schema) -> Schema:
    """A mapping of one id to its details."""
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": details}


def _entries(item: str, details: str) -> Schema:
    """The forms of a list of things: a list of items, or a mapping from id to details; or a single word."""
    return {"anyOf": [{"type": "array", "items": _ref(item)}, _open_mapping(_ref(details)), {"type": "string"}]}


def _list_or_one(item: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": item}, item]}


def _wordings() -> Schema:
    return {"anyOf": [_open_mapping(PROSE), {"type": "array", "items": {"type": "string"}}]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
