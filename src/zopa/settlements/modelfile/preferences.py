"""The preferences of one party in a MODEL file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from zopa.settlements.model import Preference

if TYPE_CHECKING:
    from zopa.settlements.model import Band
    from zopa.settlements.modelfile.sheet import Path, Sheet

PREFERENCE_KEYS = (
    "weights",
    "order",
    "stakes",
    "values",
    "scores",
    "monotone",
    "reservation",
    "red_lines",
    "interactions",
)
DIRECTIONS: dict[object, Literal[1, -1]] = {"rises": 1, "falls": -1, 1: 1, -1: -1}
WEIGHT_TOLERANCE = 1e-6
"""Weights whose sum is this near 1 are kept as they are written."""


def parse_preference(sheet: Sheet, party: str, content: dict[Any, Any], path: Path) -> Preference:
    """What one party wants, from the fields under its name."""
    if content.get("scores") is not None and content.get("values") is not None:
        fix = "Keep scores for raw figures, or values in [0, 1]."
        sheet.report("ZP213", (*path, "scores"), f"'{party}' has both scores and values.", fix)
    scores = None if content.get("scores") is None else _scores(sheet, content["scores"], (*path, "scores"))
    order, stakes = (
        None if content.get(key) is None else sheet.known(content[key], (*path, key), key, "issue")
        for key in ("order", "stakes")
    )
    weights = None if content.get("weights") is None else _weights(sheet, party, content["weights"], path)
    _one_way(sheet, party, content, path, order, stakes)
    return Preference(
        party=party,
        weights=weights,
        order=order,
        stakes=stakes,
        values=_values(sheet, content.get("values"), (*path, "values")),
        scores=scores,
        monotone=_monotone(sheet, content.get("monotone"), (*path, "monotone")),
        reservation=_reservation(sheet, party, content, path),
    )


def _by_option(sheet: Sheet, raw: object, path: Path, what: str) -> list[tuple[str, str, object, Path]]:
    """(issue, option, what is written, its place) for a mapping of issues to mappings of options."""
    found: dict[tuple[str, str], tuple[object, Path]] = {}
    for key, row in sheet.mapping(raw, path, what).items():
        issue = sheet.issue(key, (*path, key))
        if issue is None:
            continue
        for name, entry in sheet.mapping(row, (*path, key), f"{what} of '{issue}'").items():
            here = (*path, key, name)
            option = sheet.option(issue, name, here)
            if option is not None and (issue, option) in found:
                sheet.report("ZP209", here, f"'{option}' of '{issue}' stands twice.", "Remove one.")
            elif option is not None:
                found[issue, option] = (entry, here)
    return [(issue, option, entry, here) for (issue, option), (entry, here) in found.items()]


def _scores(sheet: Sheet, raw: object, path: Path) -> dict[str, dict[str, float]]:
    scores: dict[str, dict[str, float]] = {}
    for issue, option, entry, here in _by_option(sheet, raw, path, "scores"):
        number = sheet.number(entry, here, f"The score of '{option}'")
        scores.setdefault(issue, {})[option] = number or 0.0
    return scores


def _values(sheet: Sheet, raw: object, path: Path) -> dict[str, dict[str, Band]]:
    values: dict[str, dict[str, Band]] = {}
    for issue, option, entry, here in _by_option(sheet, raw, path, "values"):
        band = sheet.unit_band(entry, here, f"The value of '{option}'", "ZP212")
        values.setdefault(issue, {})[option] = band or (0.0, 1.0)
    return values


def _weights(sheet: Sheet, party: str, raw: object, path: Path) -> dict[str, float]:
    """Weights by issue. Those that do not sum to 1 are divided by their sum, with a warning."""
    here = (*path, "weights")
    weights: dict[str, float] = {}
    found = len(sheet.found)
    for key, entry in sheet.mapping(raw, here, "weights").items():
        issue = sheet.issue(key, (*here, key))
        number = sheet.number(entry, (*here, key), f"The weight of '{key}'")
        if number is not None and number < 0:
            sheet.report("ZP214", (*here, key), f"The weight of '{key}' is {number:g}.", "Write 0 or more.")
        if issue is not None and issue in weights:
            sheet.report("ZP209", (*here, key), f"The weight of '{issue}' stands twice.", "Remove one.")
        elif issue is not None and number is not None:
            weights[issue] = number
    total = sum(weights.values())
    if len(sheet.found) > found:
        return weights
    if not total > 0:
        sheet.report("ZP214", here, f"The weights of '{party}' sum to {total:g}.", "Write at least one above 0.")
    elif abs(total - 1) > WEIGHT_TOLERANCE:
        message = f"The weights of '{party}' sum to {total:g} and are divided by that."
        sheet.report("ZP215", here, message, "Write shares that sum to 1.", "warning")
        return {issue: number / total for issue, number in weights.items()}
    return weights


def _one_way(
    sheet: Sheet,
    party: str,
    content: dict[Any, Any],
    path: Path,
    order: tuple[str, ...] | None,
    stakes: tuple[str, ...] | None,
) -> None:
    """Weights are said in one way, and nothing is empty that must not be."""
    if content.get("weights") is not None and order is not None:
        sheet.report("ZP216", (*path, "order"), f"'{party}' has both weights and an order.", "Keep one.")
    if order is not None and stakes is not None and set(order) != set(stakes):
        sheet.report("ZP216", (*path, "order"), "order and stakes name different issues.", "List the same ones.")
    if content.get("scores") is not None and (content.get("weights") is not None or order or stakes):
        sheet.report("ZP216", path, f"'{party}' has scores, which already weigh.", "Remove weights, order, stakes.")
    for key, listed in (("order", order), ("stakes", stakes)):
        if listed == ():
            sheet.report("ZP202", (*path, key), f"{key} is empty.", "Name at least one issue, or leave it out.")


def _monotone(sheet: Sheet, raw: object, path: Path) -> dict[str, Literal[1, -1]]:
    directions: dict[str, Literal[1, -1]] = {}
    for key, entry in sheet.mapping(raw, path, "monotone").items():
        issue = sheet.issue(key, (*path, key))
        if isinstance(entry, bool) or entry not in DIRECTIONS:
            sheet.report("ZP226", (*path, key), f"'{entry}' is not a direction.", "Write rises or falls.")
        elif issue is not None:
            directions[issue] = DIRECTIONS[entry]
    return directions


def _reservation(sheet: Sheet, party: str, content: dict[Any, Any], path: Path) -> Band:
    """The reservation value; 1/2 where left out, 0 with a warning beside raw scores."""
    raw, scored = content.get("reservation"), content.get("scores") is not None
    if raw is None and scored and content.get("values") is None:
        message = f"'{party}' has scores but no reservation; 0 is used."
        sheet.report("ZP217", path, message, "Add reservation in the unit of the scores.", "warning")
        return 0.0, 0.0
    if raw is None:
        return 0.5, 0.5
    here = (*path, "reservation")
    if scored:
        return sheet.band(raw, here, "The reservation") or (0.0, 0.0)
    return sheet.unit_band(raw, here, f"The reservation of '{party}'", "ZP218") or (0.5, 0.5)
