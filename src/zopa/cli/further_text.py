"""What else a settlement says, briefly: solution points, pairs, questions, formats, robust packages, weights, posture.

A line each, and only where it says something: what is nothing, or not clear of its error, is left to ``--json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import RenderableType

    from zopa.settlements import Settlement
    from zopa.settlements.further import AdjustedWinner, Format

CLEAR = 2
"""A difference counts where it is so many standard errors away from nothing."""

NAMES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai-Smorodinsky",
    "egalitarian": "egalitarian",
    "utilitarian": "utilitarian",
}


def further_lines(found: Settlement) -> Iterator[RenderableType]:
    """The parts beyond headline, packages, blockers and single concessions."""
    yield from _section("Two refusals given up together:", _pairs(found))
    yield from _section("What would be most worth finding out:", _questions(found))
    yield from _section("Other ways to the table:", _formats(found))
    yield from _section("Chosen by other rules:", (*_solutions(found), *_robust(found)))
    yield from _section("What must be true of weights for the package above to suit all:", _weights(found))
    yield from _section("Where more posture would change the conclusion:", _flips(found))


def division(found: AdjustedWinner) -> str:
    """Who wins what by Adjusted Winner, and what it is worth."""
    parts = []
    for issue, row in found.shares.items():
        winners = [f"{100 * share:.0f} % {party}" for party, share in row.items() if share > 0]
        parts.append(f"{issue}: {', '.join(winners) if len(winners) > 1 else winners[0].split(' % ')[1]}")
    parts += [f"{issue}: {option} (both want it)" for issue, option in found.agreed.items()]
    worth = ", ".join(f"{points:.1f} of 100 points to {party}" for party, points in found.utility.items())
    aside = f"; cannot be divided: {', '.join(found.left_aside)}" if found.left_aside else ""
    return f"Adjusted Winner (efficient, equitable, free of envy): {'; '.join(parts)} ({worth}){aside}"


def _section(title: str, lines: Iterable[str]) -> Iterator[RenderableType]:
    listed = list(lines)
    if listed:
        yield Text(f"\n{title}", "bold")
        for line in listed:
            yield Padding(Text(line), (0, 0, 0, 2), expand=False)


def _points(gain: float, se: float) -> str:
    return f"{100 * gain:+.1f} points (± {100 * se:.1f})"


def _package(package: Mapping[str, str], first: Mapping[str, str] | None) -> str:
    """A package by what it has otherwise than the headline."""
    if first is None:
        return ", ".join(f"{issue}: {option}" for issue, option in package.items())
    other = [f"{issue}: {option}" for issue, option in package.items() if first.get(issue) != option]
    return ", ".join(other) or "the package above"


def _first(found: Settlement) -> Mapping[str, str] | None:
    return None if found.exact else found.headline.package


def _pairs(found: Settlement) -> Iterator[str]:
    clear = [pair for pair in found.paired_concessions if pair.beyond > CLEAR * pair.se > 0]
    for pair in sorted(clear, key=lambda pair: -pair.gain)[:3]:
        beyond = f"{100 * pair.beyond:.1f} beyond the better of the two alone"
        yield f"{_points(pair.gain, pair.se)}  {' and '.join(pair.clauses)}; {beyond}"


def _questions(found: Settlement) -> Iterator[str]:
    clear = [question for question in found.questions if question.evppi > CLEAR * question.se > 0]
    for question in sorted(clear, key=lambda question: -question.evppi)[:3]:
        yield f"{_points(question.evppi, question.se)}  {question.ask}"


def _formats(found: Settlement) -> Iterator[str]:
    """The best format of each kind, where it differs clearly from the headline."""
    best: dict[str, Format] = {}
    for each in found.formats:
        if each.kind not in best or each.change > best[each.kind].change:
            best[each.kind] = each
    for each in best.values():
        if abs(each.change) > CLEAR * each.change_se > 0:
            others = ", ".join(f"{party} accepts then in {100 * share:.0f} %" for party, share in each.others.items())
            yield f"{_points(each.change, each.change_se)}  {_way(each)}" + (f"; {others}" if others else "")


def _way(each: Format) -> str:
    who = " and ".join(each.parties)
    return {
        "without": f"without {who}",
        "with": f"with {who} as well",
        "bilateral": f"{who} agree first",
        "proposer": f"{who} proposes what suits it best",
        "mediator": "a mediator proposes what serves the worst served best",
    }[each.kind]


def _solutions(found: Settlement) -> Iterator[str]:
    """The solution points, those that agree on one line."""
    chosen: dict[str, list[str]] = {}
    for key, name in NAMES.items():
        point = getattr(found.solutions, key)
        if point is not None:
            chosen.setdefault(_package(point.package, _first(found)), []).append(name)
    for package, names in chosen.items():
        yield f"{', '.join(names)}: {package}"
    if found.solutions.adjusted_winner is not None:
        yield division(found.solutions.adjusted_winner)


def _robust(found: Settlement) -> Iterator[str]:
    for name, chosen in (
        ("largest mean product of gains", found.robust.nash),
        (f"smallest regret in {100 * found.robust.quantile:.0f} % of draws", found.robust.regret),
    ):
        if chosen is not None and not found.exact:
            share = f"acceptable in {100 * chosen.acceptability:.0f} %"
            yield f"{name}: {_package(chosen.package, _first(found))} ({share})"


def _weights(found: Settlement) -> Iterator[str]:
    clear = [each for each in found.central_weights if abs(each.given - each.mean) > CLEAR * each.se > 0]
    for each in sorted(clear, key=lambda each: -abs(each.given - each.mean))[:3]:
        more = "more" if each.given > each.mean else "less"
        shift = f"{each.given:.2f} of its interest, {each.mean:.2f} over all draws"
        yield f"{each.issue} matters {more} to {each.party}: {shift}"


def _flips(found: Settlement) -> Iterator[str]:
    for flip in found.flips:
        yield f"at {flip.posture:g}: {flip.what}"
