"""``zopa import``: foreign model files become MODEL files, exported reviews go into a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.casework.output import write
from zopa.cli.output import safe
from zopa.errors import UsageError

PATH = click.Path(path_type=Path)


@click.command("import", short_help="Turn another tool's files into a MODEL, or bring reviews in.")
@click.argument("format", type=click.Choice(["genius", "reviews"]))
@click.argument("files", metavar="FILE...", type=PATH, nargs=-1, required=True)
@click.option("-o", "--output", type=PATH, help="genius: write the MODEL here instead of printing it.")
@click.option("--into", "case", metavar="CASE", type=PATH, help="reviews: the case they go into.")
@click.option("--other-case", is_flag=True, help="reviews: also from files of another case.")
def import_command(
    format: str, files: tuple[Path, ...], output: Path | None, case: Path | None, other_case: bool
) -> int:
    """Turn the files of another tool into a MODEL (genius: a Genius domain and its profiles), or bring what zopa export
    wrote into a case (reviews: with the articles and readings that a file carries).

    Importing reviews again changes nothing. What does not fit the case is named and left out; exits with 2 where
    nothing could be read.

    \b
    Example:
      zopa import genius domain.xml buyer.xml seller.xml -o laptop.yaml
      zopa import reviews ana.csv ben.jsonld --into examples/strike
    """
    if format == "genius":
        if case or other_case:
            raise UsageError("--into and --other-case go with reviews: zopa import reviews FILE... --into CASE")
        _import_genius(files, output)
        return 0
    if case is None or output is not None:
        raise UsageError("Reviews go into a case: zopa import reviews FILE... --into CASE")
    return _import_reviews(files, case, other_case)


def _import_genius(files: tuple[Path, ...], output: Path | None) -> None:
    from zopa.settlements import import_genius, write_model

    text = write_model(import_genius(files))
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
        click.echo(f"The model is in {output}")


def _import_reviews(files: tuple[Path, ...], case: Path, other_case: bool) -> int:
    from zopa.casework.importing import import_reviews

    report = import_reviews(case, files, other_case=other_case)
    for skipped in report.skipped:
        click.echo(safe(f"left out {skipped.source}: {skipped.reason}"), err=True)
    click.echo(str(report))
    return 0
