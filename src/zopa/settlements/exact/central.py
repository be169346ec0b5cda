"""The central model: one number for every band, so that an uncertain negotiation has a frontier to look at.

Bands go to their midpoints, weights known in order only to the rank-order centroid (Barron and Barrett 1996), free
weights to equal shares of the stakes, reservations to their midpoints. What single origins claim is averaged: each
origin holds with its own probability, and the value is the expected midpoint of the band that then remains.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from zopa.settlements.feasibility import matches
from zopa.settlements.model import Preference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.settlements.model import Band, Claim, Issue, NegotiationModel

SILENT: Band = (0.0, 1.0)
MOST_ORIGINS = 10
"""So many origins for one option are averaged over exactly; beyond, the weakest are left out."""

_BAND_OF: dict[str, Band] = {
    "demands": (1.0, 1.0),
    "accepts": (0.5, 1.0),
    "offers": (0.5, 1.0),
    "rejects": (0.0, 0.5),
    "conditions": (0.5, 1.0),
    "undecided": SILENT,
}


def is_exact(model: NegotiationModel) -> bool:
    """Whether every number a utility depends on is exact: no band, no claim, no weight left open."""
    return not model.claims and all(_exact(preference, model.issues) for preference in model.preferences)


def central_model(model: NegotiationModel) -> NegotiationModel:
    """``model`` with every uncertain utility replaced by its central value; an exact model is returned as it is.

    Red lines, rules, interactions and signatories are kept; claims are used up.
    """
    if is_exact(model):
        return model
    preferences = tuple(_central(preference, model) for preference in model.preferences)
    return replace(model, preferences=preferences, claims=())


def central_utilities(model: NegotiationModel, packages: Iterable[Mapping[str, str]]) -> list[dict[str, float]]:
    """Every party's utility of each package in the model of central values, in the order of the model's parties."""
    central = central_model(model)
    by_party = {preference.party: preference for preference in central.preferences}
    return [{party: _utility(by_party[party], package, central) for party in central.parties} for package in packages]


def _utility(preference: Preference, package: Mapping[str, str], model: NegotiationModel) -> float:
    mine = (term for term in model.interactions if term.party == preference.party)
    total = sum(term.add for term in mine if matches(term.when, package))
    for issue, option in package.items():
        if preference.scores is not None:
            total += preference.scores.get(issue, {}).get(option, 0.0)
        else:
            low, high = preference.values.get(issue, {}).get(option, SILENT)
            total += (preference.weights or {}).get(issue, 0.0) * (low + high) / 2
    return total


def rank_order_centroid(count: int) -> tuple[float, ...]:
    """Mean of the uniform distribution over weights w_1 >= ... >= w_n >= 0 that sum to 1: w_k = sum_{j>=k} 1/(j n)."""
    return tuple(sum(1 / j for j in range(k, count + 1)) / count for k in range(1, count + 1))


def _exact(preference: Preference, issues: Sequence[Issue]) -> bool:
    if preference.reservation[0] != preference.reservation[1]:
        return False
    if preference.scores is not None:
        return True
    if preference.weights is None:
        return False
    return all(
        band[0] == band[1]
        for issue in issues
        if preference.weights.get(issue.id, 0.0) > 0
        for band in (preference.values.get(issue.id, {}).get(option, SILENT) for option in issue.options)
    )


def _central(preference: Preference, model: NegotiationModel) -> Preference:
    reservation = (preference.reservation[0] + preference.reservation[1]) / 2
    if preference.scores is not None:
        return replace(preference, reservation=(reservation, reservation))
    return Preference(
        party=preference.party,
        weights=central_weights(preference, model.issues),
        values={issue.id: _central_row(preference, issue, model.claims) for issue in model.issues},
        reservation=(reservation, reservation),
    )


def central_weights(preference: Preference, issues: Sequence[Issue]) -> Mapping[str, float]:
    """The mean of a party's weights: as given, the rank-order centroid, or equal shares of the stakes."""
    if preference.weights is not None:
        return preference.weights
    if preference.order is not None:
        return dict(zip(preference.order, rank_order_centroid(len(preference.order)), strict=True))
    stakes = preference.stakes or tuple(issue.id for issue in issues)
    return {issue: 1 / len(stakes) for issue in stakes}


def _central_row(preference: Preference, issue: Issue, claims: Iterable[Claim]) -> dict[str, Band]:
    said = [claim for claim in claims if claim.party == preference.party and claim.issue == issue.id]
    given = preference.values.get(issue.id, {})
    means = []
    for option in issue.options:
        about = [claim for claim in said if claim.option == option]
        band = given.get(option, SILENT)
        means.append(None if band == SILENT and not about else _expected(band, about))
    sign = preference.monotone.get(issue.id)
    row = [0.5 if mean is None else mean for mean in means] if sign is None else _along_scale(means, sign)
    return {option: (mean, mean) for option, mean in zip(issue.options, row, strict=True)}


def _expected(band: Band, claims: Sequence[Claim]) -> float:
    """Expected midpoint over which origins hold; an empty intersection is a conflict and leaves [0, 1]."""
    origins: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: -claim.alpha):
        origins.setdefault(claim.origin, []).append(claim)
    groups = list(origins.values())[:MOST_ORIGINS]
    mean = 0.0
    for holds in product((True, False), repeat=len(groups)):
        chance, low, high = 1.0, band[0], band[1]
        for group, held in zip(groups, holds, strict=True):
            chance *= group[0].alpha if held else 1 - group[0].alpha
            for claim in group if held else ():
                low, high = max(low, _BAND_OF[claim.stance][0]), min(high, _BAND_OF[claim.stance][1])
        mean += chance * (0.5 if low > high else (low + high) / 2)
    return mean


def _along_scale(means: Sequence[float | None], sign: int) -> list[float]:
    """Fill what is unknown on a straight line between what is known (0 and 1 at the ends), never against ``sign``."""
    rising = list(means) if sign > 0 else list(reversed(means))
    known = [(place, mean) for place, mean in enumerate(rising) if mean is not None]
    if not known or known[0][0] > 0:
        known.insert(0, (0, 0.0))
    if known[-1][0] < len(rising) - 1:
        known.append((len(rising) - 1, max(1.0, known[-1][1])))
    filled: list[float] = []
    for place in range(len(rising)):
        (left, low), (right, high) = _around(known, place)
        value = low if right == left else low + (high - low) * (place - left) / (right - left)
        filled.append(max([value, *filled[-1:]]))
    return filled if sign > 0 else filled[::-1]


def _around(known: Sequence[tuple[int, float]], place: int) -> tuple[tuple[int, float], tuple[int, float]]:
    left = [pair for pair in known if pair[0] <= place][-1]
    right = next(pair for pair in known if pair[0] >= place)
    return left, right
