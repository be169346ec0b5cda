"""Plan how to walk through the issues when rules and interactions tie some of them together.

Bucket elimination (Dechter 1999) along one order: issues are taken one at a time, and one frontier is carried for every
way in which the issues so far bear on the rest. There are never more of those than assignments of the separator, and
usually fewer: of a rule or interaction half read only matters whether it can still apply. Options that no rule or
interaction tells apart form one class. The order is chosen to keep separators small; what nothing ties comes last.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from zopa.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.settlements.model import Issue, NegotiationModel, Rule, When

State = tuple[tuple[int, bool], ...]
"""What of the issues so far bears on the rest: (factor, does ``then`` still fit) for each that can yet apply."""

_STARTS = 8
MOST_MOVES = 300_000
"""Beyond so many moves a model is refused as too tangled."""


@dataclass(frozen=True, slots=True)
class Move:
    """From one state to another by an option of one class; ``terms`` are the interactions that now apply."""

    before: int
    options: tuple[int, ...]
    after: int
    terms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One issue: all moves, sorted by the state they lead to, of which there are ``states``."""

    issue: int
    moves: tuple[Move, ...]
    states: int


@dataclass(frozen=True, slots=True)
class _Literal:
    """One line of a condition: an issue and which of its options fit."""

    issue: int
    options: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Factor:
    """A rule (``term`` None) or an interaction: up to two conditions, and the issues they name."""

    scope: frozenset[int]
    if_: tuple[_Literal, ...]
    then: tuple[_Literal, ...] | None
    term: int | None = None


def plan_steps(model: NegotiationModel, rules: Sequence[Rule]) -> tuple[Step, ...]:
    """The steps through all issues of ``model`` under ``rules`` and the model's interactions.

    An empty tuple of moves at some step means that no package satisfies the rules. Cost: the sum over steps of states
    times classes of the issue; exponential only in the size of the largest separator. Raises ModelError where that
    comes to more than ``MOST_MOVES``.
    """
    if not rules and not model.interactions:
        whole = [tuple(range(len(issue.options))) for issue in model.issues]
        return tuple(Step(place, (Move(0, options, 0, ()),), 1) for place, options in enumerate(whole))
    factors = _factors(model, rules)
    classes = _classes(model.issues, factors)
    order = _order(len(model.issues), factors, classes)
    return _walk(order, factors, classes)


def count_feasible(model: NegotiationModel) -> int:
    """How many packages break no rule, exactly, whatever the size of the space. Cost: as ``plan_steps``."""
    counts = [1]
    for step in plan_steps(replace(model, interactions=()), model.rules):
        reached = [0] * step.states
        for move in step.moves:
            reached[move.after] += counts[move.before] * len(move.options)
        counts = reached
    return sum(counts)


def _factors(model: NegotiationModel, rules: Sequence[Rule]) -> list[_Factor]:
    place = {issue.id: k for k, issue in enumerate(model.issues)}
    names = [{option: k for k, option in enumerate(issue.options)} for issue in model.issues]

    def literals(when: When) -> tuple[_Literal, ...]:
        return tuple(
            _Literal(place[issue], frozenset(names[place[issue]][option] for option in options))
            for issue, options in when
        )

    factors = []
    for rule in rules:
        if_, then = (literals(rule.never), None) if rule.never else (literals(rule.if_), literals(rule.then))
        factors.append(_Factor(_scope(if_, then or ()), if_, then))
    for index, term in enumerate(model.interactions):
        factors.append(_Factor(_scope(literals(term.when), ()), literals(term.when), None, index))
    return factors


def _scope(*parts: Iterable[_Literal]) -> frozenset[int]:
    return frozenset(literal.issue for part in parts for literal in part)


def _classes(issues: Sequence[Issue], factors: Sequence[_Factor]) -> list[list[tuple[int, ...]]]:
    """For each issue its options, grouped by which conditions they fit."""
    groups: list[list[tuple[int, ...]]] = []
    for index, issue in enumerate(issues):
        literals = [
            literal for factor in factors for literal in (*factor.if_, *(factor.then or ())) if literal.issue == index
        ]
        by_fit: dict[tuple[bool, ...], list[int]] = {}
        for option in range(len(issue.options)):
            by_fit.setdefault(tuple(option in literal.options for literal in literals), []).append(option)
        groups.append([tuple(options) for options in by_fit.values()])
    return groups


def _order(number: int, factors: Sequence[_Factor], classes: Sequence[Sequence[object]]) -> list[int]:
    """Tied issues first, in the best of a few greedy orders; then the others."""
    neighbours: dict[int, set[int]] = {k: set() for factor in factors for k in factor.scope}
    for factor in factors:
        for k in factor.scope:
            neighbours[k] |= factor.scope - {k}
    order: list[int] = []
    for component in _components(neighbours):
        starts = sorted(component, key=lambda k: (len(neighbours[k]), k))[:_STARTS]
        tried = [_greedy(start, component, neighbours, classes) for start in starts]
        order.extend(min(tried)[1])
    return order + [k for k in range(number) if k not in neighbours]


def _components(neighbours: dict[int, set[int]]) -> list[set[int]]:
    left = set(neighbours)
    found = []
    while left:
        component: set[int] = set()
        edge = {min(left)}
        while edge:
            component |= edge
            edge = {other for k in edge for other in neighbours[k]} - component
        left -= component
        found.append(component)
    return sorted(found, key=len)


def _greedy(
    start: int, component: set[int], neighbours: dict[int, set[int]], classes: Sequence[Sequence[object]]
) -> tuple[int, list[int]]:
    """(work, order): from ``start``, always the neighbour after which the fewest combinations are open."""
    order, done, work = [start], {start}, len(classes[start])
    while len(done) < len(component):
        edge = {other for k in done for other in neighbours[k]} - done

        def opened(k: int, done: set[int] = done) -> tuple[int, int]:
            after = done | {k}
            return prod(len(classes[j]) for j in after if neighbours[j] - after), k

        best = min(edge, key=opened)
        before = prod(len(classes[j]) for j in done if neighbours[j] - done)
        work += before * len(classes[best])
        order.append(best)
        done = done | {best}
    return work, order


def _walk(
    order: Sequence[int], factors: Sequence[_Factor], classes: Sequence[Sequence[tuple[int, ...]]]
) -> tuple[Step, ...]:
    position = {issue: k for k, issue in enumerate(order)}
    first = [min((position[k] for k in factor.scope), default=-1) for factor in factors]
    last = [max((position[k] for k in factor.scope), default=-1) for factor in factors]
    states: list[State] = [()]
    steps = []
    moves = 0
    for now, issue in enumerate(order):
        touching = [k for k, factor in enumerate(factors) if issue in factor.scope]
        stage = _Stage(issue, factors, touching, {k for k in touching if first[k] == now}, [at == now for at in last])
        step, states = _step(stage, states, classes[issue])
        steps.append(step)
        moves += len(step.moves)
        if moves > MOST_MOVES:
            message = "The rules and interactions tie too many issues together for an exact frontier."
            raise ModelError(f"{message} Leave some of them out.")
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class _Stage:
    """One issue in its turn: the factors that name it, those of them it opens, and which factors it closes."""

    issue: int
    factors: Sequence[_Factor]
    touching: Sequence[int]
    opens: set[int]
    closes: Sequence[bool]


def _step(stage: _Stage, states: Sequence[State], classes: Sequence[tuple[int, ...]]) -> tuple[Step, list[State]]:
    after: dict[State, int] = {}
    moves = []
    fits = [[_fits(stage.factors[k], stage.issue, options[0]) for k in stage.touching] for options in classes]
    for before, state in enumerate(states):
        for number, options in enumerate(classes):
            reached = _advance(stage, dict(state), fits[number])
            if reached is not None:
                left, terms = reached
                moves.append(Move(before, options, after.setdefault(left, len(after)), terms))
    moves.sort(key=lambda move: move.after)
    return Step(stage.issue, tuple(moves), len(after)), list(after)


def _advance(
    stage: _Stage, alive: dict[int, bool], fits: Sequence[tuple[bool, bool]]
) -> tuple[State, tuple[int, ...]] | None:
    """The state after one class of options, and the interactions that apply; None where a rule is broken."""
    terms = []
    for k, (if_fits, then_fits) in zip(stage.touching, fits, strict=True):
        factor = stage.factors[k]
        can_apply = if_fits and (k in stage.opens or k in alive)
        then_holds = factor.then is not None and then_fits and (k in stage.opens or alive.get(k, False))
        alive.pop(k, None)
        if not can_apply:
            continue
        if not stage.closes[k]:
            alive[k] = then_holds
        elif factor.term is not None:
            terms.append(factor.term)
        elif not then_holds:
            return None
    return tuple(sorted(alive.items())), tuple(terms)


def _fits(factor: _Factor, issue: int, option: int) -> tuple[bool, bool]:
    """Whether an option fits what the factor's two conditions say of its issue."""
    if_fits, then_fits = (
        all(option in each.options for each in part if each.issue == issue) for part in (factor.if_, factor.then or ())
    )
    return if_fits, then_fits
