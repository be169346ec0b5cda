"""From the content of a MODEL file to a NegotiationModel; what is wrong on the way goes to the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.settlements.model import Agreement, Interaction, Issue, NegotiationModel, RedLine, Rule
from zopa.settlements.modelfile.claims import parse_claims
from zopa.settlements.modelfile.preferences import PREFERENCE_KEYS, parse_preference
from zopa.settlements.modelfile.sheet import Sheet, name_of

if TYPE_CHECKING:
    from zopa.settlements.model import Preference
    from zopa.settlements.modelfile.sheet import Path

TOP_KEYS = (
    "parties",
    "issues",
    "preferences",
    "rules",
    "signatories",
    "ratifiers",
    "agreement",
    "red_lines",
    "interactions",
    "claims",
    "hidden_red_line",
    "posture",
    "hidden_red_line_range",
    "posture_range",
    "reservation_range",
)


def parse_model(sheet: Sheet) -> NegotiationModel | None:
    """The model of a file whose every piece could be read as far as it goes; None where nothing can be built.

    The caller looks at ``sheet.found``: where it holds an error, the model returned is not to be used.
    """
    data = sheet.document.data
    if data is None:
        sheet.report("ZP202", (), "The file is empty.", "Write at least parties and issues.")
        return None
    top = sheet.mapping(data, (), "A MODEL", TOP_KEYS)
    sheet.parties = _parties(sheet, top)
    for issue in _issues(sheet, top):
        sheet.issues[issue.id] = issue
    if not sheet.parties or not sheet.issues:
        return None
    preferences = _preferences(sheet, top.get("preferences"))
    signatories, ratifiers = _signing(sheet, top)
    return NegotiationModel(
        parties=sheet.parties,
        issues=tuple(sheet.issues.values()),
        preferences=preferences,
        signatories=signatories,
        ratifiers=ratifiers,
        rules=_rules(sheet, top.get("rules")),
        red_lines=(*_nested(sheet, top, _red_line, "red_lines"), *_listed(sheet, top, _red_line, "red_lines")),
        claims=parse_claims(sheet, top.get("claims"), ("claims",)),
        interactions=(
            *_nested(sheet, top, _interaction, "interactions"),
            *_listed(sheet, top, _interaction, "interactions"),
        ),
        agreement=_agreement(sheet, top.get("agreement"), tuple(dict.fromkeys((*signatories, *ratifiers)))),
        **_settings(sheet, top),
    )


def _parties(sheet: Sheet, top: dict[Any, Any]) -> tuple[str, ...]:
    if "parties" not in top:
        if isinstance(sheet.document.data, dict):
            sheet.report("ZP204", (), "'parties' is missing.", "Add parties: [A, B].")
        return ()
    names = sheet.new_names(top["parties"], ("parties",), "parties")
    if top["parties"] in (None, []):
        sheet.report("ZP202", ("parties",), "There is no party.", "Name at least one.")
    return names


def _issues(sheet: Sheet, top: dict[Any, Any]) -> list[Issue]:
    if "issues" not in top:
        if isinstance(sheet.document.data, dict):
            sheet.report("ZP204", (), "'issues' is missing.", "Add issues: {price: [low, high]}.")
        return []
    content = sheet.mapping(top["issues"], ("issues",), "issues")
    if top["issues"] in (None, {}):
        sheet.report("ZP202", ("issues",), "There is no issue.", "Name at least one with its options.")
    issues: dict[str, Issue] = {}
    for key, raw in content.items():
        name, path = name_of(key), ("issues", key)
        if name is None:
            sheet.report("ZP205", path, f"{key!r} is not a name.", "Write a name.")
        elif name in issues:
            sheet.report("ZP209", path, f"The issue '{name}' stands twice.", "Remove one.")
        else:
            issues[name] = _issue(sheet, name, raw, path)
    return list(issues.values())


def _issue(sheet: Sheet, name: str, raw: object, path: Path) -> Issue:
    """An issue from its list of options, or from ``options``, ``scale``, ``unit`` and ``divisible``."""
    if not isinstance(raw, dict):
        options = sheet.new_names(raw, path, f"the options of '{name}'")
        if not options:
            sheet.report("ZP202", path, f"The issue '{name}' has no option.", "Name at least one.")
        return Issue(name, options)
    content = sheet.mapping(raw, path, f"the issue '{name}'", ("options", "scale", "unit", "divisible"))
    entries = sheet.sequence(content.get("scale"), (*path, "scale"), "scale")
    places = [sheet.number(entry, (*path, "scale", k), "A place on the scale") for k, entry in enumerate(entries)]
    listed = "options" if "options" in content else "scale"
    options = sheet.new_names(content.get(listed), (*path, listed), f"the options of '{name}'")
    if not options:
        sheet.report("ZP202", path, f"The issue '{name}' has no option.", "Name at least one.")
    scale = tuple(place for place in places if place is not None)
    if scale and len(scale) != len(options):
        sheet.report("ZP205", path, f"'{name}' has {len(options)} options, {len(scale)} places.", "Give one each.")
    divisible = content.get("divisible", False)
    if not isinstance(divisible, bool):
        sheet.report("ZP205", (*path, "divisible"), "divisible should be true or false.", "Write true or false.")
    unit = sheet.text(content.get("unit"), (*path, "unit"), "unit")
    return Issue(name, options, scale or None, unit, divisible is True)


def _preferences(sheet: Sheet, raw: object) -> tuple[Preference, ...]:
    """One preference for each party, in the order of the parties; a party left out is wholly unknown."""
    by_party: dict[str, Preference] = {}
    for key, content in sheet.mapping(raw, ("preferences",), "preferences").items():
        path = ("preferences", key)
        party = sheet.party(key, path)
        if party in by_party:
            sheet.report("ZP209", path, f"The preferences of '{party}' stand twice.", "Remove one.")
        elif party is not None:
            fields = sheet.mapping(content, path, f"the preferences of '{party}'", PREFERENCE_KEYS)
            by_party[party] = parse_preference(sheet, party, fields, path)
    missing = {party: parse_preference(sheet, party, {}, ()) for party in sheet.parties if party not in by_party}
    return tuple((by_party | missing)[party] for party in sheet.parties)


def _nested(sheet: Sheet, top: dict[Any, Any], parse: Any, key: str) -> list[Any]:
    """What stands under each party's preferences, in the order of the parties."""
    found: dict[str, list[Any]] = {}
    content = top.get("preferences")
    for name, fields in content.items() if isinstance(content, dict) else ():
        party = name_of(name)
        if party in sheet.parties and party is not None and isinstance(fields, dict):
            path: Path = ("preferences", name, key)
            entries = sheet.sequence(fields.get(key), path, key)
            found[party] = [parse(sheet, party, entry, (*path, k)) for k, entry in enumerate(entries)]
    return [each for party in sheet.parties for each in found.get(party, []) if each is not None]


def _listed(sheet: Sheet, top: dict[Any, Any], parse: Any, key: str) -> list[Any]:
    """What stands at the top of the file, each entry naming its party."""
    found = []
    for index, entry in enumerate(sheet.sequence(top.get(key), (key,), key)):
        path: Path = (key, index)
        content = sheet.mapping(entry, path, f"an entry of {key}")
        party = sheet.party(content.get("party"), (*path, "party"))
        if party is not None:
            found.append(parse(sheet, party, {k: v for k, v in content.items() if k != "party"}, path))
    return [each for each in found if each is not None]


def _red_line(sheet: Sheet, party: str, raw: object, path: Path) -> RedLine | None:
    content = sheet.mapping(raw, path, "a red line", ("when", "p", "because", "statements"))
    if not _has(sheet, content, ("when",), path, "a red line"):
        return None
    p = sheet.probability(content.get("p", 1.0), (*path, "p"), "The probability of a red line")
    return RedLine(
        party,
        sheet.when(content["when"], (*path, "when"), "when"),
        1.0 if p is None else p,
        sheet.text(content.get("because"), (*path, "because"), "because"),
        sheet.texts(content.get("statements"), (*path, "statements"), "statements"),
    )


def _interaction(sheet: Sheet, party: str, raw: object, path: Path) -> Interaction | None:
    content = sheet.mapping(raw, path, "an interaction", ("when", "add"))
    if not _has(sheet, content, ("when", "add"), path, "an interaction"):
        return None
    add = sheet.number(content["add"], (*path, "add"), "add")
    return Interaction(party, sheet.when(content["when"], (*path, "when"), "when"), add or 0.0)


def _has(sheet: Sheet, content: dict[Any, Any], keys: tuple[str, ...], path: Path, what: str) -> bool:
    missing = [key for key in keys if key not in content]
    for key in missing:
        sheet.report("ZP204", path, f"'{key}' is missing from {what}.", f"Add {key}.")
    return not missing


def _rules(sheet: Sheet, raw: object) -> tuple[Rule, ...]:
    rules = []
    for index, entry in enumerate(sheet.sequence(raw, ("rules",), "rules")):
        path: Path = ("rules", index)
        content = sheet.mapping(entry, path, "a rule", ("if", "then", "never"))
        parts = {key: sheet.when(content[key], (*path, key), key) for key in ("if", "then", "never") if key in content}
        if set(parts) not in ({"if", "then"}, {"never"}):
            sheet.report("ZP221", path, "A rule needs 'if' with 'then', or 'never' alone.", "Write it in one form.")
        rules.append(Rule(parts.get("if", ()), parts.get("then", ()), parts.get("never", ())))
    return tuple(rules)


def _signing(sheet: Sheet, top: dict[Any, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Signatories and ratifiers; where no signatory is named, every party that is no ratifier signs."""
    ratifiers = sheet.known(top.get("ratifiers"), ("ratifiers",), "ratifiers", "party")
    if top.get("signatories") is None:
        return tuple(party for party in sheet.parties if party not in ratifiers), ratifiers
    signatories = sheet.known(top["signatories"], ("signatories",), "signatories", "party")
    if not top["signatories"] and not ratifiers:
        sheet.report("ZP202", ("signatories",), "Nobody signs.", "Name at least one signatory.")
    return signatories, ratifiers


def _agreement(sheet: Sheet, raw: object, signing: tuple[str, ...]) -> Agreement:
    path: Path = ("agreement",)
    content = sheet.mapping(raw, path, "agreement", ("at_least", "always"))
    always = sheet.known(content.get("always"), (*path, "always"), "always", "party")
    for party in always:
        if party not in signing:
            sheet.report("ZP223", (*path, "always"), f"'{party}' does not sign.", "Make it a signatory.")
    at_least = content.get("at_least")
    if at_least is None:
        return Agreement(None, always)
    if isinstance(at_least, bool) or not isinstance(at_least, int):
        sheet.report("ZP205", (*path, "at_least"), "at_least should be a whole number.", "Write a number.")
        return Agreement(None, always)
    if not 1 <= at_least <= len(signing):
        message = f"at_least is {at_least}, but {len(signing)} sign."
        sheet.report("ZP223", (*path, "at_least"), message, "Write a number from 1 to that.")
    return Agreement(at_least, always)


def _settings(sheet: Sheet, top: dict[Any, Any]) -> dict[str, Any]:
    """The probabilities and ranges that concern the whole model."""
    read: dict[str, Any] = {}
    for key in ("hidden_red_line", "posture"):
        if top.get(key) is not None:
            read[key] = sheet.probability(top[key], (key,), key) or 0.0
    for key in ("hidden_red_line_range", "posture_range"):
        if top.get(key) is not None:
            read[key] = sheet.unit_band(top[key], (key,), key, "ZP219")
    if top.get("reservation_range") is not None:
        read["reservation_range"] = sheet.band(top["reservation_range"], ("reservation_range",), "reservation_range")
    return read
