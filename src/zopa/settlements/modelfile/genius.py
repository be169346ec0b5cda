"""Negotiation domains of Genius (Lin et al. 2014): a domain and one preference profile a party, as XML.

Utility follows Genius itself: weight * evaluation / largest evaluation of the issue, summed over issues. Discounts are
left aside. Profiles of hyper-rectangles (the nonlinear domains of ANAC 2014) become interactions.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from zopa.errors import ModelError
from zopa.settlements.model import Interaction, Issue, NegotiationModel, Preference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

MOST_STEPS = 1_000
"""An integer issue with more values than this is refused."""


@dataclass(frozen=True, slots=True)
class _File:
    """One XML file: its root, and what to call the party whose profile it is."""

    root: Element
    name: str
    file: str

    def fail(self, reason: str) -> ModelError:
        return ModelError(f"{self.file}: {reason}")


def import_genius(paths: Iterable[Path]) -> NegotiationModel:
    """The model of a Genius domain: profiles in the order given, each party named after its file.

    ``paths`` are profiles and, if at hand, the domain file, which settles the order of the options; or folders of such
    files. Files of a folder that are no Genius XML are left aside. Raises ModelError for what cannot be read, where
    there is no profile, and for issues with infinitely many values.
    """
    files = _files(paths)
    profiles = [each for each in files if _is_profile(each)]
    if not profiles:
        raise ModelError("No Genius profile among the files: a profile is a utility_space with weights or utilities.")
    domains = [each for each in files if each not in profiles]
    issues = _issues((domains or profiles)[0])
    for profile in profiles:
        _same_issues(profile, issues)
    parties = _names(profiles)
    interactions: list[Interaction] = []
    preferences = []
    for party, profile in zip(parties, profiles, strict=True):
        reservation = _reservation(profile)
        if profile.root.find(".//utility") is not None:
            interactions.extend(_rectangles(profile, party, issues))
            scores: dict[str, dict[str, float]] = {}
        else:
            scores = _scores(profile)
        preferences.append(Preference(party, scores=scores, reservation=(reservation, reservation)))
    return NegotiationModel(parties, issues, tuple(preferences), parties, interactions=tuple(interactions))


def _files(paths: Iterable[Path]) -> list[_File]:
    files = []
    for path in paths:
        inside = sorted(path.glob("*.xml")) if path.is_dir() else [path]
        for file in inside:
            try:
                root = ElementTree.fromstring(file.read_bytes())
            except (OSError, ElementTree.ParseError) as error:
                if path.is_dir():
                    continue
                raise ModelError(f"{file}: it is no Genius XML ({error}).") from error
            if root.tag in ("negotiation_template", "utility_space"):
                files.append(_File(root, file.stem, str(file)))
            elif not path.is_dir():
                raise ModelError(f"{file}: it is no Genius XML (its first element is {root.tag}).")
    return files


def _is_profile(file: _File) -> bool:
    return file.root.find(".//weight") is not None or file.root.find(".//utility") is not None


def _names(profiles: Sequence[_File]) -> tuple[str, ...]:
    """File names; where two are alike, numbered."""
    names: dict[str, None] = {}
    for profile in profiles:
        name, number = profile.name, 2
        while name in names:
            name, number = f"{profile.name} {number}", number + 1
        names[name] = None
    return tuple(names)


def _issues(file: _File) -> tuple[Issue, ...]:
    issues = tuple(_issue(file, element) for element in file.root.iter("issue"))
    if not issues:
        raise file.fail("it has no issue.")
    return issues


def _issue(file: _File, element: Element) -> Issue:
    name = element.get("name", "")
    kind = element.get("vtype") or element.get("type") or "discrete"
    if kind == "discrete":
        options = tuple(item.get("value", "") for item in element.findall("item"))
        if not options or len(set(options)) < len(options):
            raise file.fail(f"the issue '{name}' has no items, or the same one twice.")
        return Issue(name, options)
    if kind != "integer":
        raise file.fail(f"the issue '{name}' is of type {kind}, with infinitely many values; only lists can be read.")
    low, high = int(element.get("lowerbound", "0")), int(element.get("upperbound", "0"))
    if not 0 <= high - low < MOST_STEPS:
        raise file.fail(f"the issue '{name}' runs from {low} to {high}; at most {MOST_STEPS} values can be read.")
    values = range(low, high + 1)
    return Issue(name, tuple(map(str, values)), tuple(map(float, values)))


def _same_issues(profile: _File, issues: Sequence[Issue]) -> None:
    for issue in _issues(profile):
        if not any(issue.id == known.id and set(issue.options) == set(known.options) for known in issues):
            raise profile.fail(f"its issue '{issue.id}' is not that of the domain.")


def _reservation(profile: _File) -> float:
    element = profile.root.find(".//reservation")
    return 0.0 if element is None else _number(profile, element, "value")


def _number(file: _File, element: Element, attribute: str) -> float:
    try:
        return float(element.get(attribute, ""))
    except ValueError:
        message = f"<{element.tag}> needs a number as {attribute}, not {element.get(attribute)!r}."
        raise file.fail(message) from None


def _scores(profile: _File) -> dict[str, dict[str, float]]:
    """What each option adds: weight * evaluation / largest evaluation of its issue; nothing where all are 0."""
    weights = {element.get("index"): _number(profile, element, "value") for element in profile.root.iter("weight")}
    scores: dict[str, dict[str, float]] = {}
    for element in profile.root.iter("issue"):
        name = element.get("name", "")
        if element.find("item") is None:
            raise profile.fail(f"the issue '{name}' is valued by a formula; only evaluations of items can be read.")
        if element.get("index") not in weights:
            raise profile.fail(f"the issue '{name}' has no weight.")
        values = {item.get("value", ""): _number(profile, item, "evaluation") for item in element.findall("item")}
        largest = max(values.values())
        weight = weights[element.get("index")]
        scores[name] = {option: _product(weight, value, largest) for option, value in values.items()}
    return scores


def _product(weight: float, value: float, largest: float) -> float:
    """weight * value / largest of the decimals written, rounded once."""
    if not largest:
        return 0.0
    return float(Fraction(str(weight)) * Fraction(str(value)) / Fraction(str(largest)))


def _rectangles(profile: _File, party: str, issues: Sequence[Issue]) -> list[Interaction]:
    """One interaction for each hyper-rectangle: its utility, as a share of the profile's largest, inside its bounds."""
    utility = profile.root.find(".//utility")
    functions = [] if utility is None else list(utility.iter("ufun"))
    if utility is None or any(
        function.get("type") != "PlainUfun" or function.get("aggregation", "sum") != "sum" for function in functions
    ):
        raise profile.fail("its utility is no plain sum of hyper-rectangles; only those can be read.")
    largest = _number(profile, utility, "maxutility")
    by_index = {element.get("index"): element.get("name") for element in profile.root.iter("issue")}
    by_name = {issue.id: issue for issue in issues}
    found = []
    for function in functions:
        for rectangle in function.iter("hyperRectangle"):
            when = []
            for side in rectangle.iter("INCLUDES"):
                issue = by_name[by_index[side.get("index")] or ""]
                low, high = _number(profile, side, "min"), _number(profile, side, "max")
                inside = [
                    option for option, at in zip(issue.options, issue.scale or (), strict=True) if low <= at <= high
                ]
                when.append((issue.id, tuple(inside)))
            worth = _number(profile, rectangle, "utility") * float(function.get("weight", "1"))
            found.append(Interaction(party, tuple(when), worth / largest))
    return found
