"""``zopa settle`` and ``zopa frontier``: what could be agreed, of a case or of a MODEL file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zopa.cli.output import (
    ProgressBar,
    console,
    output_flags,
    parsed_package,
    parsed_relaxation,
    print_json,
    print_rows,
)
from zopa.cli.settlement_text import frontier_lines, settlement_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.settlements import Frontier, Settlement

PATH = click.Path(path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])


@click.command("settle", short_help="Ask what all could accept, and what blocks it.")
@click.argument("path", metavar="CASE|MODEL", type=PATH)
@click.option("--as-of", type=DAY, help="Only what was said up to this day (YYYY-MM-DD).")
@click.option("--draws", type=click.IntRange(1), help="How many draws of the uncertain model.")
@click.option("--seed", type=int, help="Draw otherwise: the same seed gives the same figures.")
@click.option(
    "--posture", type=click.FloatRange(0, 1), help="How much of what is said is taken for bargaining stance, 0 to 1."
)
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="How many packages to list.")
@click.option("--without", metavar="PARTY", multiple=True, help="Leave this signatory out.")
@click.option("--every-issue", is_flag=True, help="Look at concessions on every issue, not only on what was refused.")
@click.option("--relax", metavar="PARTY:ISSUE=OPTION", multiple=True, help="Set the party's stated refusal aside.")
@click.option(
    "--package",
    metavar="ISSUE=OPTION,...",
    multiple=True,
    help="Also describe this package; issues left out are as in the best one.",
)
@output_flags
def settle_command(
    path: Path,
    as_of: datetime | None,
    draws: int | None,
    seed: int | None,
    posture: float | None,
    top: int,
    without: tuple[str, ...],
    every_issue: bool,
    relax: tuple[str, ...],
    package: tuple[str, ...],
    format: str | None,
    quiet: bool,
) -> int:
    """Ask whether the sides' positions can be reconciled: which packages all could accept, and what blocks them.

    Exits with 1 where an exact MODEL has no agreement.

    \b
    Example:
      zopa settle examples/strike
      zopa settle examples/strike --relax Company:wage=6 --draws 2000
      zopa settle examples/strike --package wage=6
      zopa settle talks.yaml --json
    """
    from zopa.casework.settling import settle_path

    with ProgressBar(quiet) as progress:
        settlement = settle_path(
            path,
            as_of=as_of.date() if as_of else None,
            draws=draws,
            seed=seed,
            posture=posture,
            top=top,
            without=without,
            relax=[parsed_relaxation(text) for text in relax],
            every_issue=every_issue,
            packages=[parsed_package(text) for text in package],
            progress=progress,
        )
    moved = _ground_moved(path, [found.package for found in settlement.packages], as_of)
    _print_settlement(settlement, format, moved)
    return 1 if settlement.exact and not settlement.zopa.count else 0


def _ground_moved(
    path: Path, packages: Sequence[Mapping[str, str]], as_of: datetime | None
) -> list[dict[str, Any] | None]:
    """What each package would change on the ground; empty where no option of the case moves any."""
    if path.is_file() or not _moves_ground(path):
        return []
    from zopa.casework.territory import package_ground

    return package_ground(path, packages, as_of.date() if as_of else None)


def _moves_ground(path: Path) -> bool:
    from zopa.case import load_case

    return any(option.transfer for issue in load_case(path).issues for option in issue.options)


def _print_settlement(settlement: Settlement, format: str | None, moved: list[dict[str, Any] | None]) -> None:
    found = settlement.as_dict()
    if moved:
        for package, ground in zip(found["packages"], moved, strict=True):
            package["territory"] = ground
    if format == "json":
        print_json(found)
    elif format in ("jsonl", "csv"):
        rows = found["packages"] if format == "jsonl" else [_flat(package) for package in found["packages"]]
        print_rows(rows, (), format, "")
    else:
        for line in settlement_lines(settlement):
            console().print(line)
        _print_moved(moved, "package")


def _print_moved(moved: list[dict[str, Any] | None], what: str) -> None:
    if moved:
        from zopa.cli.territory_text import package_lines

        for line in package_lines(moved, what):
            console().print(line)


def _flat(package: dict[str, Any]) -> dict[str, Any]:
    """A package of the result as one row: its options, its acceptability, each party's mean utility."""
    utility = {f"utility of {party}": spread["mean"] for party, spread in package["utility"].items()}
    acceptability = {key: package["acceptability"][key] for key in ("lower", "point", "upper", "se")}
    return {**package["package"], **acceptability, **utility}


@click.command("frontier", short_help="List the Pareto frontier and solution points.")
@click.argument("path", metavar="CASE|MODEL", type=PATH)
@click.option("--as-of", type=DAY, help="Only what was said up to this day (YYYY-MM-DD).")
@output_flags
def frontier_command(path: Path, as_of: datetime | None, format: str | None, quiet: bool) -> None:
    """List the Pareto frontier, the packages no other is better than for everybody, and the solution points.

    \b
    Example:
      zopa frontier talks.yaml
      zopa frontier examples/strike --json
    """
    from zopa.casework.settling import frontier_of

    found = frontier_of(path, as_of=as_of.date() if as_of else None)
    data = found.as_dict()
    moved = _ground_moved(path, [point["package"] for point in data["frontier"]], as_of)
    for point, ground in zip(data["frontier"], moved, strict=False):
        point["territory"] = ground
    _print_frontier(found, data, format, moved)


def _print_frontier(
    found: Frontier, data: dict[str, Any], format: str | None, moved: list[dict[str, Any] | None]
) -> None:
    if format == "json":
        print_json(data)
    elif format:
        rows = data["frontier"]
        flat = [{**row["package"], **{f"utility of {p}": u for p, u in row["utility"].items()}} for row in rows]
        print_rows(rows if format == "jsonl" else flat, (), format, "")
    else:
        for line in frontier_lines(found):
            console().print(line)
        _print_moved(moved, "point")
