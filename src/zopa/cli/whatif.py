"""``zopa whatif``: what would change if something were otherwise than the case has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zopa.cli.listings import CASE
from zopa.cli.output import console, output_flags, print_json, print_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zopa.casework.whatif import Answer


@click.command("whatif", short_help="Ask what would change if something were otherwise.")
@click.argument("case", type=CASE)
@click.option("--as-of", metavar="DAY", help="Only what was said up to this day (YYYY-MM-DD).")
@click.option("--posture", metavar="SHARE", help="How much of what is said is bargaining stance, 0 to 1.")
@click.option("--relax", metavar="PARTY:ISSUE=OPTION", multiple=True, help="Set the party's stated refusal aside.")
@click.option("--red-line", metavar="PARTY:ISSUE=OPTION[,P]", multiple=True, help="Let the party refuse the option.")
@click.option("--without", metavar="PARTY", multiple=True, help="Leave this signatory out.")
@click.option("--joined", metavar="PARTY", multiple=True, help="Let this party sign too.")
@click.option("--order", metavar="PARTY:ISSUE,...", multiple=True, help="The party's issues, most important first.")
@click.option("--weight", metavar="PARTY:ISSUE=W,...", multiple=True, help="Weights of some of the party's issues.")
@click.option("--reservation", metavar="PARTY=VALUE", multiple=True, help="What the party has without a deal, 0 to 1.")
@click.option("--hidden", metavar="CHANCE", help="The chance of a red line nobody has stated, per option.")
@click.option("--kappa", metavar="CHANCE", help="The chance that a refusal that is only firm is a red line.")
@click.option("--half-life", metavar="DAYS", help="Days after which evidence counts half.")
@click.option("--scenario", metavar="QUERY", default="", help="A scenario as the workbench writes it in its address.")
@click.option("--draws", type=click.IntRange(2), help="How many draws; more make the errors smaller.")
@output_flags
def whatif_command(
    case: Path, scenario: str, draws: int | None, format: str | None, quiet: bool, **given: str | tuple[str, ...] | None
) -> None:
    """Ask what would change in CASE if something were otherwise, with the difference to the case as it stands.

    The same draws are used for both, so that the error of a difference is that of the difference alone.

    \b
    Example:
      zopa whatif examples/strike --relax Company:wage=6
      zopa whatif examples/strike --without Members --posture 0.3
      zopa whatif examples/strike --scenario 'posture=0.3&without=Members' --json
    """
    from urllib.parse import parse_qsl

    from zopa.casework.whatif import what_if

    pairs = [*parse_qsl(scenario.lstrip("?")), *_pairs(given)]
    answer = what_if(case, pairs, draws=draws)
    if format == "json":
        print_json(answer.as_dict())
    elif format:
        print_rows(list(answer.rows()), (), format, "")
    else:
        for line in _lines(answer):
            console().print(line, markup=False, highlight=False)


def _pairs(given: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in given.items():
        for one in value if isinstance(value, tuple) else (value,):
            if one is not None:
                yield key, one


def _lines(answer: Answer) -> Iterator[str]:
    for words in answer.words or ("Nothing is set otherwise: this is the case as it stands.",):
        yield f"· {words}"
    yield ""
    yield f"{'':34}{'as it stands':>16}{'then':>16}   difference"
    for row in answer.rows():
        change = row["difference"]
        difference = "" if change is None else f"{100 * change:+.1f} ± {100 * row['difference_se']:.1f} points"
        yield f"{row['of']:34}{_share(row, 'before'):>16}{_share(row, 'after'):>16}   {difference}".rstrip()
    headline = answer.outlook.headline
    low, high = headline.range
    yield ""
    if headline.package is None:
        yield "No package obeys all rules."
        return
    yield f"Over what nobody can know the headline lies between {low:.0%} and {high:.0%}."
    for issue, (before_option, after_option) in answer.difference.changed.items():
        yield f"The best package then settles {issue} with {after_option}, not {before_option}."
    yield f"Measured on {answer.outlook.draws // 2:,} draws; seed {answer.outlook.seed}."


def _share(row: Mapping[str, Any], name: str) -> str:
    return "–" if row[name] is None else f"{100 * row[name]:.1f} ± {100 * row[f'{name}_se']:.1f} %"
