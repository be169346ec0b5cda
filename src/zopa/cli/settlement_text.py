"""A settlement and a frontier as lines for the terminal, the answer first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from zopa.cli.further_text import division, further_lines

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zopa.settlements import Frontier, Settlement
    from zopa.settlements.result import Clause

SMALLEST_GAIN = 0.0005
"""A gain below this is shown as 0.0 points: nothing worth listing."""

SMALLEST_SHARE = 0.01
"""What stops a package more rarely is left to ``--json``."""

SOLUTIONS = {
    "nash": "Nash (largest product of gains)",
    "kalai_smorodinsky": "Kalai-Smorodinsky (equal shares of what each could hope for)",
    "egalitarian": "egalitarian (the least gain is largest)",
    "utilitarian": "utilitarian (the largest sum)",
}


def percent(share: float) -> str:
    """A probability as a person reads it: ``37 %``, ``< 1 %``, ``> 99 %``."""
    if 0 < share < 0.01:
        return "< 1 %"
    if 0.99 < share < 1:
        return "> 99 %"
    return f"{100 * share:.0f} %"


def chosen(package: Mapping[str, str] | None) -> str:
    """A package on one line."""
    return "none" if package is None else ", ".join(f"{issue}: {option}" for issue, option in package.items())


def differing(package: Mapping[str, str], first: Mapping[str, str] | None) -> str:
    """A package as what it has otherwise than the first of its table."""
    if first is None:
        return chosen(package)
    return chosen({issue: option for issue, option in package.items() if first.get(issue) != option}) or "the same"


def counted(number: int, what: str) -> str:
    """``1 draw``, ``10,000 draws``."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def settlement_lines(found: Settlement) -> Iterator[RenderableType]:
    """What could be agreed, what blocks it, what would help."""
    yield from (_exact_answer(found) if found.exact else _answer(found))
    if found.packages:
        yield Text()
        yield _packages(found)
    yield from _asked(found)
    yield from _blockers(found)
    yield from _concessions(found)
    yield from further_lines(found)
    for note in found.notes:
        yield Text(f"Note: {note}")


def _exact_answer(found: Settlement) -> Iterator[Text]:
    signatories = _everybody(found)
    count = found.zopa.count or 0
    if count:
        verb = "is" if count == 1 else "are"
        said = f"{count:,} of {found.feasible:,} feasible packages {verb} acceptable to {signatories}."
        yield Text(said, "bold")
    else:
        yield Text(f"None of the {found.feasible:,} feasible packages is acceptable to {signatories}.", "bold")


def _answer(found: Settlement) -> Iterator[RenderableType]:
    headline = found.headline
    low, high = headline.range
    yield Text(f"Most acceptable to {_everybody(found)}:", "bold")
    yield _indented(chosen(headline.package))
    yield _indented(
        f"acceptable in {percent(headline.point)} ({_error(found)}) of the draws under these"
        f" assumptions; {percent(low)} to {percent(high)} over the assumption range;"
        f" logical bounds {percent(headline.bounds[0])} and {percent(headline.bounds[1])}"
    )
    yield _indented(
        f"{found.feasible:,} of {found.space:,} packages are feasible; {counted(found.draws, 'draw')},"
        f" posture {found.posture:g}, seed {found.seed}"
    )


def _everybody(found: Settlement) -> str:
    """Who must say yes, in words."""
    rule = found.assumptions.get("agreement", {})
    named, always = ", ".join(found.signatories), ", ".join(rule.get("always", ()))
    if rule.get("at_least", len(found.signatories)) >= len(found.signatories):
        return f"all of {named}"
    return f"at least {rule['at_least']} of {named}" + (f", {always} among them" if always else "")


def _error(found: Settlement) -> str:
    """How far the share may be off; of few draws nobody can say."""
    if found.few_draws:
        return "standard error unknown: too few draws"
    return f"± {100 * found.headline.se:.1f}"


def _indented(words: str) -> Padding:
    return Padding(Text(words), (0, 0, 0, 2), expand=False)


def _said(clause: Clause) -> str:
    """A clause in words that name its party: an analyst's reason alone may not."""
    return clause.because if clause.because.startswith(clause.party) else f"{clause.id} ({clause.because.rstrip('.')})"


def _packages(found: Settlement) -> Table:
    first = None if found.exact else found.headline.package
    table = Table(title="Packages", title_justify="left", box=None, header_style="bold", pad_edge=False)
    heading = "package" if first is None else "differs from the package above in"
    for name in ("acceptable", "bounds", heading, "who objects most"):
        table.add_column(name, overflow="fold", vertical="top", no_wrap=name in ("acceptable", "bounds"))
    for result in found.packages:
        share = result.acceptability
        objection = result.objections[0] if result.objections else None
        table.add_row(
            percent(share.point),
            f"{percent(share.lower)}-{percent(share.upper)}",
            Text(differing(result.package, first)),
            Text(f"{_said(objection.clause)} ({percent(objection.share)})" if objection else ""),
        )
    return table


def _asked(found: Settlement) -> Iterator[Text | Padding]:
    """What stops each package that was asked about, clause by clause."""
    first = None if found.exact else found.headline.package
    for result in found.asked:
        yield Text(f"\nThe package asked about: {differing(result.package, first)}", "bold")
        share = result.acceptability
        yield _indented(
            f"acceptable in {percent(share.point)}; logical bounds {percent(share.lower)} and {percent(share.upper)}"
        )
        for objection in result.objections:
            if objection.share < SMALLEST_SHARE:
                break
            alone = f", in {percent(objection.alone)} by nothing else" if objection.alone else ""
            yield _indented(f"stopped in {percent(objection.share)}{alone}: {_said(objection.clause)}")


def _blockers(found: Settlement) -> Iterator[RenderableType]:
    if not found.blockers.responsibility:
        return
    yield Text("\nWhat blocks an agreement, by responsibility (1: lifting it alone would let a deal exist):", "bold")
    ranked = sorted(found.blockers.responsibility.items(), key=lambda item: (-item[1], item[0]))
    clauses = {clause.id: clause for clause in found.blockers.clauses}
    for id, responsibility in ranked[:5]:
        yield _indented(f"{responsibility:.2f}  {_said(clauses[id]) if id in clauses else id}")


def _concessions(found: Settlement) -> Iterator[RenderableType]:
    worth = [concession for concession in found.concessions if concession.gain >= SMALLEST_GAIN]
    if not worth:
        return
    yield Text("\nWhat the figure would gain if a party let go of one refusal:", "bold")
    for concession in sorted(worth, key=lambda c: -c.gain)[:5]:
        yield Text(f"  {100 * concession.gain:+.1f} points (± {100 * concession.se:.1f})  {concession.clause}")


def frontier_lines(found: Frontier) -> Iterator[RenderableType]:
    """The frontier and the solution points."""
    data = found.as_dict()
    points = data["frontier"]
    exact = "exact" if data["exact"] else f"every package is within {data['epsilon']:g} of a listed one for every party"
    points_word = "point" if len(points) == 1 else "points"
    yield Text(f"{len(points):,} {points_word} on the Pareto frontier of {data['space']:,} packages ({exact}).", "bold")
    rule = found.agreement
    always = f", {', '.join(rule['always'])} among them" if rule["always"] else ""
    yield _indented(
        f"An agreement needs {rule['at_least']} of {', '.join(rule['of'])}{always};"
        f" {counted(found.agreements, 'undominated agreement')}."
    )
    yield _indented("No deal is worth " + ", ".join(f"{worth:g} to {party}" for party, worth in found.no_deal.items()))
    for key, name in SOLUTIONS.items():
        solution = data[key]
        yield _indented(f"{name}: {chosen(solution and solution['package'])}")
    if found.adjusted_winner is not None:
        yield _indented(division(found.adjusted_winner))
    if points:
        yield Text()
        yield _points(points)


def _points(points: list[dict[str, Mapping[str, float]]], most: int = 20) -> Table:
    title = "Frontier" if len(points) <= most else f"Frontier: {most} of {len(points):,} points (--json lists all)"
    table = Table(title=title, title_justify="left", box=None, header_style="bold", pad_edge=False)
    for party in points[0]["utility"]:
        table.add_column(party, justify="right")
    table.add_column("package", overflow="fold")
    for point in points[:most]:
        utilities = (f"{value:.3g}" for value in point["utility"].values())
        table.add_row(*utilities, Text(chosen({k: str(v) for k, v in point["package"].items()})))
    return table
