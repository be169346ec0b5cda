"""Write a NegotiationModel as a MODEL file that reads back as the same model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from zopa.settlements.modelfile.sheet import name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.settlements.model import Band, Claim, Interaction, Issue, NegotiationModel, Preference, RedLine, When

_PLAIN_FIRST = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PLAIN = _PLAIN_FIRST | frozenset("0123456789_-")
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def write_model(model: NegotiationModel) -> str:
    """The text of a MODEL file (YAML 1.2) with every field of ``model``, extensions included.

    ``read(write(m)) == m`` for every model with one preference a party, in the order of the parties, whose content
    passes ``check_model`` and whose weights sum to 1.
    """
    lines: list[str] = []
    for key, content in _document(model).items():
        lines.extend(_lines(key, content))
    return "\n".join(lines) + "\n"


def _document(model: NegotiationModel) -> dict[str, Any]:
    lines_nested = _grouped(model.parties, [line.party for line in model.red_lines])
    terms_nested = _grouped(model.parties, [term.party for term in model.interactions])
    nested_lines = model.red_lines if lines_nested else ()
    nested_terms = model.interactions if terms_nested else ()
    preferences = {
        preference.party: _preference(preference)
        | _part("red_lines", [_red_line(line) for line in nested_lines if line.party == preference.party])
        | _part("interactions", [_interaction(term) for term in nested_terms if term.party == preference.party])
        for preference in model.preferences
    }
    return {
        "parties": list(model.parties),
        "issues": {issue.id: _issue(issue) for issue in model.issues},
        "preferences": preferences,
        "signatories": list(model.signatories),
        **_part("ratifiers", list(model.ratifiers)),
        **_part("agreement", _agreement(model)),
        **_part("rules", [_rule(rule.if_, rule.then, rule.never) for rule in model.rules]),
        **_part("red_lines", [{"party": r.party} | _red_line(r) for r in model.red_lines if not lines_nested]),
        **_part("interactions", [{"party": t.party} | _interaction(t) for t in model.interactions if not terms_nested]),
        **_part("claims", [_claim(claim) for claim in model.claims]),
        **_settings(model),
    }


def _grouped(parties: Sequence[str], owners: Iterable[str]) -> bool:
    """Whether entries stand party by party, so that writing them under each party keeps their order."""
    places = [parties.index(owner) for owner in owners]
    return places == sorted(places)


def _part(key: str, content: Any) -> dict[str, Any]:
    return {key: content} if content else {}


def _issue(issue: Issue) -> Any:
    if issue.scale is None and issue.unit is None and not issue.divisible:
        return list(issue.options)
    fields: dict[str, Any] = {}
    if issue.scale is None or tuple(name_of(place) for place in issue.scale) != issue.options:
        fields["options"] = list(issue.options)
    if issue.scale is not None:
        fields["scale"] = [_short(place) for place in issue.scale]
    if issue.unit is not None:
        fields["unit"] = issue.unit
    return fields | _part("divisible", issue.divisible)


def _preference(preference: Preference) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key in ("weights", "order", "stakes", "scores"):
        content = getattr(preference, key)
        if content is not None:
            fields[key] = list(content) if isinstance(content, tuple) else content
    if preference.values:
        fields["values"] = {
            issue: {option: _band(band) for option, band in row.items()} for issue, row in preference.values.items()
        }
    if preference.monotone:
        words = {1: "rises", -1: "falls"}
        fields["monotone"] = {issue: words[sign] for issue, sign in preference.monotone.items()}
    return fields | {"reservation": _band(preference.reservation)}


def _red_line(line: RedLine) -> dict[str, Any]:
    fields: dict[str, Any] = {"when": _when(line.when), "p": line.p}
    if line.because is not None:
        fields["because"] = line.because
    return fields | _part("statements", list(line.statements))


def _interaction(term: Interaction) -> dict[str, Any]:
    return {"when": _when(term.when), "add": term.add}


def _claim(claim: Claim) -> dict[str, Any]:
    fields: dict[str, Any] = {key: getattr(claim, key) for key in ("origin", "alpha", "party", "issue", "option")}
    fields |= {"stance": claim.stance, "veto": claim.veto}
    return fields | _part("unless", _when(claim.unless)) | _part("statements", list(claim.statements))


def _rule(if_: When, then: When, never: When) -> dict[str, Any]:
    return _part("if", _when(if_)) | _part("then", _when(then)) | _part("never", _when(never))


def _agreement(model: NegotiationModel) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if model.agreement.at_least is not None:
        fields["at_least"] = model.agreement.at_least
    return fields | _part("always", list(model.agreement.always))


def _settings(model: NegotiationModel) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if model.hidden_red_line:
        fields["hidden_red_line"] = model.hidden_red_line
    if model.posture:
        fields["posture"] = model.posture
    for key in ("hidden_red_line_range", "posture_range", "reservation_range"):
        band = getattr(model, key)
        if band is not None:
            fields[key] = _band(band)
    return fields


def _band(band: Band) -> Any:
    return band[0] if band[0] == band[1] else list(band)


def _when(when: When) -> dict[str, Any]:
    return {issue: options[0] if len(options) == 1 else list(options) for issue, options in when}


def _short(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number


def _lines(key: str, content: Any, indent: str = "") -> list[str]:
    """Block style for the first levels and for lists of mappings, flow style for the rest."""
    head = f"{indent}{_name(key)}:"
    if isinstance(content, dict) and content and key in ("issues", "preferences"):
        return [head, *(line for name, part in content.items() for line in _inner(key, name, part))]
    if isinstance(content, list) and content and isinstance(content[0], dict):
        return [head, *(f"{indent}  - {_flow(entry)}" for entry in content)]
    return [f"{head} {_flow(content)}"]


def _inner(section: str, name: str, part: Any) -> list[str]:
    if section == "issues":
        return [f"  {_name(name)}: {_flow(part)}"]
    lines = [f"  {_name(name)}:"]
    for key, content in part.items():
        if key in ("values", "scores") and content:
            lines.append(f"    {key}:")
            lines.extend(f"      {_name(issue)}: {_flow(row)}" for issue, row in content.items())
        else:
            lines.extend(_lines(key, content, "    "))
    return lines


def _flow(content: Any) -> str:
    if isinstance(content, dict):
        return "{" + ", ".join(f"{_name(key)}: {_flow(part)}" for key, part in content.items()) + "}"
    if isinstance(content, list):
        return "[" + ", ".join(_flow(part) for part in content) + "]"
    if isinstance(content, str):
        return _name(content)
    return repr(_short(content)) if isinstance(content, float) and abs(content) < 1e15 else repr(content)


def _name(text: str) -> str:
    """A name as YAML: bare where nothing could be mistaken, else in double quotes with JSON's escapes."""
    plain = text != "" and text[0] in _PLAIN_FIRST and _PLAIN.issuperset(text) and text.lower() not in _RESERVED
    if plain:
        return text
    return "".join(_escaped(c) for c in json.dumps(text, ensure_ascii=False))


def _escaped(character: str) -> str:
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
