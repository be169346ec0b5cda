"""Reading the settings of a case: numbers checked against their ranges, source grades in their short form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from zopa.case.case import Settings
from zopa.case.entries import word
from zopa.case.keys import SETTING_KEYS

if TYPE_CHECKING:
    from zopa.case.findings import Findings, Place

PROBABILITY_RANGES = ("hidden_red_line_range", "posture_range", "reservation_range")
OUT_OF_RANGE = frozenset({"greater_than", "greater_than_equal", "less_than", "less_than_equal"})


def read_settings(findings: Findings, value: Any, place: Place) -> Settings:
    """The settings under ``place``; what cannot be used is reported and its default kept."""
    if value is None:
        return Settings()
    if not isinstance(value, dict):
        findings.wrong_kind(place, "'settings'", "a mapping such as {half_life: 180}", value)
        return Settings()
    findings.check_keys(value, SETTING_KEYS, place, "settings")
    given = {key: setting for key, setting in value.items() if key in SETTING_KEYS and setting is not None}
    if isinstance(given.get("grades"), dict):
        given["grades"] = {word(name) or "": _grade(grade) for name, grade in given["grades"].items()}
    for key in PROBABILITY_RANGES:
        _check_range(findings, given, key, place)
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        _report(findings, error, place)
        return Settings()


def _grade(value: Any) -> Any:
    """``B2`` is source B, information 2."""
    single = word(value)
    if single is None or len(single) != 2 or not single[1].isdecimal():
        return value
    return {"source": single[0].upper(), "information": int(single[1])}


def _check_range(findings: Findings, given: dict[str, Any], key: str, place: Place) -> None:
    value = given.get(key)
    if not isinstance(value, list) or not all(type(end) in (int, float) for end in value) or len(value) != 2:
        return
    if not 0 <= value[0] <= value[1] <= 1:
        findings.report("ZP030", (*place, key), f"{key!r} is {value}; it goes from low to high between 0 and 1.")


def _report(findings: Findings, error: ValidationError, place: Place) -> None:
    for problem in error.errors():
        steps: Place = tuple(problem["loc"])
        code = "ZP030" if problem["type"] in OUT_OF_RANGE else "ZP005"
        name = ".".join(str(step) for step in steps)
        findings.report(code, (*place, *steps), f"The setting {name!r}: {_lower_first(problem['msg'])}.")


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
