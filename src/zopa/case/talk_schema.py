"""The JSON Schema of the sections on the talks themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case.talk_keys import AUTHORITY_KEYS, BAN_KEYS, EVENT_KEYS, MEETING_KEYS, NO_DEAL_KEYS, WARRANT_KEYS
from zopa.case.talks import MEETING_FORMATS, MEETING_STATUSES, NEEDS

if TYPE_CHECKING:
    from collections.abc import Mapping

Schema = dict[str, Any]

_PROSE: Schema = {"type": ["string", "number"]}
_DAY: Schema = {"type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}"}
_CHANCE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
_BAND: Schema = {"anyOf": [_CHANCE, {"type": "array", "items": _CHANCE, "minItems": 2, "maxItems": 2}]}
_WORDS: Schema = {"anyOf": [{"type": "array", "items": _PROSE}, _PROSE]}


def talk_values() -> dict[str, Schema]:
    """The values of the sections, by key of the case file."""
    leverage = {"anyOf": [_BAND, {"$ref": "#/$defs/noDeal"}]}
    return {
        "meetings": _listed("meeting"),
        "warrants": _listed("warrant"),
        "travel_bans": _listed("travelBan"),
        "authority": _listed("authority"),
        "leverage": {"type": "object", "additionalProperties": leverage},
        "events": _listed("event"),
    }


def talk_definitions() -> dict[str, Schema]:
    """The definitions the values refer to."""
    days: dict[str, Schema] = {"on": _DAY, "since": _DAY, "until": _DAY}
    meeting: dict[str, Schema] = {
        "who": _WORDS,
        "status": {"enum": list(MEETING_STATUSES)},
        "format": {"enum": list(MEETING_FORMATS)},
        **days,
    }
    authority: dict[str, Schema] = {"needs": {"enum": list(NEEDS)}, "when": {"$ref": "#/$defs/partialPackage"}}
    event: dict[str, Schema] = {"direction": {"enum": ["better", "worse"]}, "band": _BAND, **days}
    return {
        "meeting": _entry(MEETING_KEYS, meeting, "who"),
        "warrant": _entry(WARRANT_KEYS, days, "person", "since"),
        "travelBan": _entry(BAN_KEYS, {"by": _WORDS, **days}, "person", "by", "since"),
        "authority": _entry(AUTHORITY_KEYS, authority, "party", "needs"),
        "noDeal": _entry(NO_DEAL_KEYS, {"band": _BAND}, "band"),
        "event": _entry(EVENT_KEYS, event, "on", "what", "party", "direction", "band", "quote"),
    }


def _entry(keys: Mapping[str, str], values: Mapping[str, Schema], *required: str) -> Schema:
    """A mapping with exactly these keys; what is not in ``values`` is words."""
    described = {key: {"description": says, **values.get(key, _PROSE)} for key, says in keys.items()}
    return {"type": "object", "properties": described, "additionalProperties": False, "required": list(required)}


def _listed(name: str) -> Schema:
    reference = {"$ref": f"#/$defs/{name}"}
    return {"anyOf": [{"type": "array", "items": reference}, reference]}
