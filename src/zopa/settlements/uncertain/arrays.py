"""From names to positions in arrays: one canonical layout for a model, whatever order its author wrote it in.

Inside the engine parties, issues and options stand sorted by their ids, so that reordering a model changes no figure,
not even in the last bit. Results are put back into the author's order when they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from zopa.errors import ModelError
from zopa.settlements.model import Agreement, NegotiationModel, Preference

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from zopa.settlements.model import Rule, When

Match = dict[int, "NDArray[np.bool_]"]
"""A partial description of packages: per issue (its position) which of its options match. Issues match together."""


@dataclass(frozen=True)
class Layout:
    """The canonical order of a model's names, and where each option stands on the flat axis of all options.

    ``options[j]`` are the ids of issue j's options; option k of issue j stands at ``starts[j] + k`` of ``width``.
    """

    parties: tuple[str, ...]
    issues: tuple[str, ...]
    options: tuple[tuple[str, ...], ...]
    declared: tuple[str, ...]

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many options each issue has."""
        return tuple(len(options) for options in self.options)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each issue's options begin on the flat axis, and at the end its length."""
        return tuple(int(start) for start in np.concatenate([[0], np.cumsum(self.sizes)]))

    @property
    def width(self) -> int:
        """The number of options of all issues together."""
        return self.starts[-1]

    @property
    def space(self) -> int:
        """The number of packages, before any rule."""
        return prod(self.sizes)

    @cached_property
    def slices(self) -> tuple[slice, ...]:
        """The stretch of the flat axis that each issue's options take."""
        return tuple(slice(start, end) for start, end in pairwise(self.starts))

    @cached_property
    def _issue_at(self) -> Mapping[str, int]:
        return {issue: j for j, issue in enumerate(self.issues)}

    @cached_property
    def _party_at(self) -> Mapping[str, int]:
        return {party: i for i, party in enumerate(self.parties)}

    def party(self, party: str) -> int:
        """The position of a party. Raises ModelError for one the model does not name."""
        if party not in self._party_at:
            raise ModelError(f"the model names no party {party!r}; its parties are {', '.join(self.parties)}")
        return self._party_at[party]

    def issue(self, issue: str) -> int:
        """The position of an issue. Raises ModelError for one the model does not name."""
        if issue not in self._issue_at:
            raise ModelError(f"the model names no issue {issue!r}; its issues are {', '.join(self.issues)}")
        return self._issue_at[issue]

    def option(self, issue: str, option: str) -> tuple[int, int]:
        """The positions of an issue and of one of its options. Raises ModelError for unknown names."""
        j = self.issue(issue)
        if option not in self.options[j]:
            raise ModelError(f"issue {issue!r} has no option {option!r}; it has {', '.join(self.options[j])}")
        return j, self.options[j].index(option)

    def match(self, when: When | Iterable[tuple[str, Sequence[str]]]) -> Match:
        """A partial description by ids as one by positions; issues of which every option matches are left out."""
        found: Match = {}
        for issue, options in when:
            j = self.issue(issue)
            mask = found.setdefault(j, np.zeros(self.sizes[j], dtype=bool))
            for option in options:
                mask[self.option(issue, option)[1]] = True
        return {j: mask for j, mask in sorted(found.items()) if not mask.all()}

    def package(self, choice: Sequence[int]) -> dict[str, str]:
        """A choice (one option position per issue) as issue id -> option id, in the author's order of issues."""
        named = {issue: self.options[j][int(choice[j])] for j, issue in enumerate(self.issues)}
        return {issue: named[issue] for issue in self.declared}

    def choice(self, package: Mapping[str, str]) -> NDArray[np.intp]:
        """The option positions of a package given by ids. Raises ModelError when an issue is left out or unknown."""
        for issue in package:
            self.issue(issue)
        missing = [issue for issue in self.issues if issue not in package]
        if missing:
            raise ModelError(f"the package leaves out {', '.join(missing)}; name one option of every issue")
        return np.array([self.option(issue, package[issue])[1] for issue in self.issues], dtype=np.intp)


def layout_of(model: NegotiationModel) -> Layout:
    """The canonical layout of a model. Raises ModelError when it has no issue, or an issue without options."""
    if not model.issues or any(not issue.options for issue in model.issues):
        raise ModelError("the model needs at least one issue, and every issue at least one option")
    issues = sorted(model.issues, key=lambda issue: issue.id)
    return Layout(
        parties=tuple(sorted(model.parties)),
        issues=tuple(issue.id for issue in issues),
        options=tuple(tuple(sorted(issue.options)) for issue in issues),
        declared=tuple(issue.id for issue in model.issues),
    )


def must_accept(model: NegotiationModel) -> tuple[str, ...]:
    """Signatories and ratifiers in the author's order, each once. Raises ModelError when there is none."""
    found = tuple(dict.fromkeys((*model.signatories, *model.ratifiers)))
    if not found:
        raise ModelError("nobody has to agree: the model needs at least one signatory")
    return found


def stakes_of(preference: Preference, issues: Sequence[str]) -> tuple[str, ...]:
    """The issues a party cares about: its stakes, else those it weighs, orders or scores, else all of them."""
    if preference.stakes is not None:
        return tuple(preference.stakes)
    if preference.weights is not None:
        return tuple(issue for issue, weight in preference.weights.items() if weight > 0)
    if preference.scores is not None:
        return tuple(preference.scores)
    return tuple(issues) if preference.order is None else tuple(preference.order)


def preference_of(model: NegotiationModel, party: str) -> Preference:
    """What the model says a party wants; a party of which it says nothing may want anything."""
    return next((found for found in model.preferences if found.party == party), Preference(party))


def canonical(model: NegotiationModel) -> NegotiationModel:
    """The same model with everything in the order of its ids, whatever order its author chose."""
    issues = []
    for issue in model.issues:
        places = sorted(range(len(issue.options)), key=lambda k: issue.options[k])
        scale = None if issue.scale is None else tuple(issue.scale[k] for k in places)
        issues.append(replace(issue, options=tuple(issue.options[k] for k in places), scale=scale))
    return replace(
        model,
        parties=tuple(sorted(model.parties)),
        issues=tuple(sorted(issues, key=lambda issue: issue.id)),
        preferences=tuple(preference_of(model, party) for party in sorted(model.parties)),
        signatories=tuple(sorted(model.signatories)),
        ratifiers=tuple(sorted(model.ratifiers)),
        rules=tuple(sorted(model.rules, key=repr)),
        red_lines=tuple(sorted(model.red_lines, key=repr)),
        claims=tuple(sorted(model.claims, key=repr)),
        interactions=tuple(sorted(model.interactions, key=repr)),
    )


@dataclass(frozen=True)
class Quorum:
    """Who must say yes, by position: ``at_least`` of ``signatories``, and every one of ``always`` among them."""

    signatories: tuple[int, ...]
    at_least: int
    always: tuple[int, ...]

    @property
    def everybody(self) -> bool:
        """Whether every signatory must accept."""
        return self.at_least >= len(self.signatories)


def quorum_of(model: NegotiationModel, layout: Layout) -> Quorum:
    """The agreement rule by positions. Raises ModelError when it asks for more than there are."""
    signatories = tuple(sorted(layout.party(party) for party in must_accept(model)))
    agreement: Agreement = model.agreement
    at_least = len(signatories) if agreement.at_least is None else agreement.at_least
    if at_least > len(signatories):
        raise ModelError(f"agreement asks for {at_least} signatories, but there are only {len(signatories)}")
    always = tuple(sorted({layout.party(party) for party in agreement.always}))
    outside = [layout.parties[i] for i in always if i not in signatories]
    if outside:
        raise ModelError(f"{', '.join(outside)} must always accept but is no signatory")
    return Quorum(signatories, max(at_least, len(always)), always)


def broken_by(rule: Rule, layout: Layout) -> tuple[Match, Match | None]:
    """What a rule forbids: packages that match the first part and, where there is one, do not match the second."""
    if rule.never:
        return layout.match(rule.never), None
    return layout.match(rule.if_), layout.match(rule.then)


def matches(match: Match, choices: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Which rows of ``choices`` (packages x issues, option positions) match; every row when nothing is asked."""
    found = np.ones(len(choices), dtype=bool)
    for j, mask in match.items():
        found &= mask[choices[:, j]]
    return found


def feasible(model: NegotiationModel, layout: Layout, choices: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Which rows of ``choices`` (packages x issues, option positions) break no rule."""
    found = np.ones(len(choices), dtype=bool)
    for rule in model.rules:
        forbidden, unless = broken_by(rule, layout)
        broken = matches(forbidden, choices)
        if unless is not None:
            broken &= ~matches(unless, choices)
        found &= ~broken
    return found
