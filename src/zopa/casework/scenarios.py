"""Scenarios: what an analyst sets otherwise than the case has it, written in a URL, and applied to a model."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import parse_qsl, quote, urlencode

from zopa.errors import UsageError
from zopa.settlements import RedLine
from zopa.settlements.model import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.case import Case
    from zopa.settlements import NegotiationModel, Preference

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Line:
    """A red line that is added: the party refuses every package with the option, with probability ``p``."""

    party: str
    issue: str
    option: str
    p: float = 1.0


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is set otherwise; the empty scenario is the case as it stands.

    ``relax`` are stated refusals given up, as (party, issue, option). ``without`` and ``joined`` take signatories away
    and add some. ``order`` is a party's issues from most to least important, ``weight`` the weights of some of its
    issues; issues left out share what is left of 1 equally. ``reservation`` is what a party has without a deal.
    ``hidden``, ``kappa`` and ``half_life`` (days) are the assumptions of those names.
    """

    as_of: date | None = None
    posture: float | None = None
    hidden: float | None = None
    kappa: float | None = None
    half_life: float | None = None
    relax: tuple[tuple[str, str, str], ...] = ()
    red_line: tuple[Line, ...] = ()
    without: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    order: tuple[tuple[str, tuple[str, ...]], ...] = ()
    weight: tuple[tuple[str, tuple[tuple[str, float], ...]], ...] = ()
    reservation: tuple[tuple[str, float], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is set otherwise."""
        return self == Scenario()


NUMBERS: Mapping[str, tuple[float, float]] = {
    "posture": (0.0, 1.0),
    "hidden": (0.0, 1.0),
    "kappa": (0.0, 1.0),
    "half_life": (1.0, 36_500.0),
}
"""The settings that are one number, with the least and the most each may be."""

KEYS = tuple(field.name for field in fields(Scenario))
"""The keys of a scenario in a query."""


def scenario_query(scenario: Scenario) -> str:
    """The scenario as a URL query, the empty one as nothing: ``posture=0.3&relax=Union:wage=2``.

    ``scenario_of(parse_qsl(scenario_query(s)), case)`` gives ``s`` back.
    """
    pairs: list[tuple[str, str]] = [("as_of", scenario.as_of.isoformat())] if scenario.as_of else []
    pairs += [(name, f"{value:g}") for name in NUMBERS if (value := getattr(scenario, name)) is not None]
    pairs += [("relax", f"{party}:{issue}={option}") for party, issue, option in scenario.relax]
    pairs += [("red_line", _line_text(line)) for line in scenario.red_line]
    pairs += [("without", party) for party in scenario.without]
    pairs += [("joined", party) for party in scenario.joined]
    pairs += [("order", f"{party}:{','.join(issues)}") for party, issues in scenario.order]
    pairs += [("weight", f"{party}:{_shares(weights)}") for party, weights in scenario.weight]
    pairs += [("reservation", f"{party}={value:g}") for party, value in scenario.reservation]
    return urlencode(pairs, quote_via=quote, safe=":=,")


def scenario_from(query: str, case: Case) -> Scenario:
    """The scenario a query writes down: see :func:`scenario_of`."""
    return scenario_of(parse_qsl(query.lstrip("?"), keep_blank_values=True), case)


def scenario_of(pairs: Iterable[tuple[str, str]], case: Case) -> Scenario:
    """The scenario in the pairs of a query or a form; empty values and keys of other things are passed over.

    Raises UsageError, in one plain line, for a name the case does not have and for a number out of its range.
    """
    given: dict[str, list[str]] = {}
    for key, value in pairs:
        if key in KEYS and value.strip():
            given.setdefault(key, []).append(value.strip())
    read = _Reader(case)
    one = {name: found[-1] for name, found in given.items()}
    number = {name: read.number(name, one[name], *NUMBERS[name]) for name in NUMBERS if name in one}
    return Scenario(
        as_of=read.day(one["as_of"]) if "as_of" in one else None,
        posture=number.get("posture"),
        hidden=number.get("hidden"),
        kappa=number.get("kappa"),
        half_life=number.get("half_life"),
        relax=_once(read.stated(text)[:3] for text in given.get("relax", ())),
        red_line=_once(Line(*read.stated(text)) for text in given.get("red_line", ())),
        without=_once(read.party(text) for text in given.get("without", ())),
        joined=_once(read.party(text) for text in given.get("joined", ())),
        order=tuple(dict(read.order(text) for text in given.get("order", ())).items()),
        weight=_joined(read.weights(text) for text in given.get("weight", ())),
        reservation=tuple(dict(read.reservation(text) for text in given.get("reservation", ())).items()),
    )


def in_words(scenario: Scenario, case: Case) -> tuple[str, ...]:
    """Each thing the scenario sets otherwise, as one short line."""
    found = [f"as of {scenario.as_of.isoformat()}"] if scenario.as_of else []
    names = {
        "posture": "posture",
        "hidden": "hidden red lines",
        "kappa": "firm refusals hold",
        "half_life": "half-life",
    }
    for name, label in names.items():
        value = getattr(scenario, name)
        if value is not None:
            found.append(f"{label} {value:g} days" if name == "half_life" else f"{label} {value:g}")
    party = {one.id: one.name for one in case.parties}
    issue = {one.id: one.name for one in case.issues}
    found += [f"{party[p]} no longer refuses {o} ({issue[i]})" for p, i, o in scenario.relax]
    for line in scenario.red_line:
        likely = "" if line.p == 1 else f", probability {line.p:g}"
        found.append(f"{party[line.party]} refuses {line.option} ({issue[line.issue]}){likely}")
    found += [f"without {party[p]}" for p in scenario.without]
    found += [f"{party[p]} must sign too" for p in scenario.joined]
    found += [f"{party[p]} puts first {', '.join(issue[i] for i in issues)}" for p, issues in scenario.order]
    for p, weights in scenario.weight:
        found.append(f"{party[p]} weighs " + ", ".join(f"{issue[i]} {share:g}" for i, share in weights))
    found += [f"{party[p]} has {value:g} without a deal" for p, value in scenario.reservation]
    return tuple(found)


def applied(scenario: Scenario, model: NegotiationModel) -> NegotiationModel:
    """The model with what the scenario sets otherwise, but for ``as_of``, ``kappa`` and ``half_life``.

    Those three decide what the model is built from: see :func:`zopa.casework.whatif.model_of`; ``relax`` is given to
    the engine. Raises UsageError where nobody would be left to sign.
    """
    signatories, ratifiers, agreement = _signing(scenario, model)
    added = tuple(
        RedLine(line.party, ((line.issue, (line.option,)),), line.p, "set in this scenario")
        for line in scenario.red_line
    )
    return replace(
        model,
        posture=model.posture if scenario.posture is None else scenario.posture,
        hidden_red_line=model.hidden_red_line if scenario.hidden is None else scenario.hidden,
        red_lines=(*model.red_lines, *added),
        signatories=signatories,
        ratifiers=ratifiers,
        agreement=agreement,
        preferences=tuple(_preferring(found, scenario, model) for found in model.preferences),
    )


def _signing(scenario: Scenario, model: NegotiationModel) -> tuple[tuple[str, ...], tuple[str, ...], Agreement]:
    """Who signs, who ratifies and how many must, once some have left and others joined."""
    stays = [party for party in dict.fromkeys((*model.signatories, *scenario.joined)) if party not in scenario.without]
    ratifiers = tuple(party for party in model.ratifiers if party not in scenario.without)
    if not stays and not ratifiers:
        raise UsageError("Nobody would be left to sign. Keep at least one signatory.")
    rule = model.agreement
    most = len({*stays, *ratifiers})
    at_least = None if rule.at_least is None else min(rule.at_least, most)
    always = tuple(party for party in rule.always if party not in scenario.without)
    return tuple(stays), ratifiers, Agreement(at_least, always)


def _preferring(found: Preference, scenario: Scenario, model: NegotiationModel) -> Preference:
    """One party's preference with the weights, the order or the reservation set by hand."""
    issues = [issue.id for issue in model.issues]
    weights, order = dict(scenario.weight).get(found.party), dict(scenario.order).get(found.party)
    reservation = dict(scenario.reservation).get(found.party)
    if weights is not None:
        found = replace(found, weights=_filled(dict(weights), found.stakes or issues), order=None)
    elif order is not None:
        found = replace(found, order=order, weights=None)
    return found if reservation is None else replace(found, reservation=(reservation, reservation))


def _filled(weights: Mapping[str, float], stakes: Sequence[str]) -> dict[str, float]:
    """Weights that add up to 1.

    Issues left out share the rest equally; more than 1 in all is scaled down; 0 everywhere means all alike.
    """
    others = [issue for issue in stakes if issue not in weights]
    given = sum(weights.values())
    if given >= 1 or not others:
        weights, given = (weights, given) if given else (dict.fromkeys(stakes, 1.0), float(len(stakes)))
        return {issue: weight / given for issue, weight in weights.items()}
    return {**weights, **dict.fromkeys(others, (1 - given) / len(others))}


def _joined(
    pairs: Iterable[tuple[str, tuple[tuple[str, float], ...]]],
) -> tuple[tuple[str, tuple[tuple[str, float], ...]], ...]:
    """The weights of each party together, however many entries give them; the last of an issue counts."""
    found: dict[str, dict[str, float]] = {}
    for party, weights in pairs:
        found.setdefault(party, {}).update(weights)
    return tuple((party, tuple(weights.items())) for party, weights in found.items() if weights)


def _once(things: Iterable[Thing]) -> tuple[Thing, ...]:
    return tuple(dict.fromkeys(things))


def _line_text(line: Line) -> str:
    return f"{line.party}:{line.issue}={line.option}" + ("" if line.p == 1 else f",{line.p:g}")


def _shares(weights: Iterable[tuple[str, float]]) -> str:
    return ",".join(f"{issue}={share:g}" for issue, share in weights)


class _Reader:
    """Reads the values of a query against the names of a case."""

    def __init__(self, case: Case) -> None:
        self.parties = {name: found.id for found in case.parties for name in (found.id, found.id.casefold())}
        self.issues = {found.id: found for found in case.substantive}

    def party(self, text: str) -> str:
        """A party's id. Raises UsageError."""
        found = self.parties.get(text) or self.parties.get(text.casefold())
        if found is None:
            raise UsageError(
                f"There is no party {text!r}. There are: {', '.join(dict.fromkeys(self.parties.values()))}."
            )
        return found

    def issue(self, text: str) -> str:
        """The id of an issue of packages. Raises UsageError."""
        if text not in self.issues:
            raise UsageError(f"There is no issue {text!r} in packages. There are: {', '.join(self.issues)}.")
        return text

    def stated(self, text: str) -> tuple[str, str, str, float]:
        """``Union:wage=2`` or ``Union:wage=2,0.8``. Raises UsageError."""
        party, _, rest = text.partition(":")
        issue, equals, rest = rest.partition("=")
        option, _, chance = rest.partition(",")
        if not equals:
            raise UsageError(f"{text!r} is no refusal. Write PARTY:ISSUE=OPTION.")
        options = [found.id for found in self.issues[self.issue(issue)].options]
        if option not in options:
            raise UsageError(f"There is no option {option!r} of {issue}. There are: {', '.join(options)}.")
        return self.party(party), issue, option, self.number("a probability", chance, 0.0, 1.0) if chance else 1.0

    def order(self, text: str) -> tuple[str, tuple[str, ...]]:
        """``Union:wage,rosters``. Raises UsageError."""
        party, _, rest = text.partition(":")
        return self.party(party), _once(self.issue(issue) for issue in rest.split(",") if issue)

    def weights(self, text: str) -> tuple[str, tuple[tuple[str, float], ...]]:
        """``Union:wage=0.5,rosters=0.2``. Raises UsageError."""
        party, _, rest = text.partition(":")
        pairs = (part.partition("=") for part in rest.split(",") if part)
        read = {self.issue(issue): self.number(f"the weight of {issue}", share, 0.0, 1.0) for issue, _, share in pairs}
        return self.party(party), tuple(read.items())

    def reservation(self, text: str) -> tuple[str, float]:
        """``Union=0.4``. Raises UsageError."""
        party, _, value = text.rpartition("=")
        return self.party(party), self.number("what a party has without a deal", value, 0.0, 1.0)

    def day(self, text: str) -> date:
        """A day. Raises UsageError."""
        try:
            return date.fromisoformat(text)
        except ValueError as error:
            raise UsageError(f"{text!r} is no day. Write it as 2031-03-09.") from error

    def number(self, what: str, text: str, least: float, most: float) -> float:
        """A number in its range. Raises UsageError."""
        try:
            value = float(text)
        except ValueError as error:
            raise UsageError(f"{text!r} is no number for {what.replace('_', ' ')}.") from error
        if not least <= value <= most:
            raise UsageError(f"{what.replace('_', ' ')} lies between {least:g} and {most:g}, not at {text}.")
        return value
