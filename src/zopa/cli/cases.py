"""``zopa new``, ``zopa check`` and ``zopa read``: a case is made, looked over, and given its coverage."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.cli.output import Column, ProgressBar, output_flags, print_json, print_rows, safe

CASE = click.Path(path_type=Path)


@click.command("new", short_help="Make a case to fill in.")
@click.argument("case", type=CASE)
@click.option("--title", help="What the negotiation is called.")
def new_command(case: Path, title: str | None) -> None:
    """Make a folder CASE with a case file to fill in and a place for coverage.

    \b
    Example:
      zopa new ferry --title "The ferry strike"
    """
    from zopa.casework.newcase import new_case

    made = new_case(case, title)
    click.echo(f"Made {made}. Describe parties, issues and options there, put articles into {case / 'coverage'}, then:")
    click.echo(f"  zopa check {case}\n  zopa brief {case}")


@click.command("check", short_help="Say what is wrong with a case or a MODEL.")
@click.argument("path", metavar="CASE|MODEL", type=CASE)
@output_flags
def check_command(path: Path, format: str | None, quiet: bool) -> int:
    """Say what is wrong with a case or a MODEL file: code, file, line and what to do.

    Exits with 1 when there are errors; warnings alone do not count.

    \b
    Example:
      zopa check examples/alaska
      zopa check talks.yaml --json
    """
    from zopa.casework.newcase import check

    found = check(path)
    errors = sum(diagnostic.severity == "error" for diagnostic in found)
    rows = [diagnostic.as_dict() for diagnostic in found]
    if format:
        print_rows(
            rows, [Column((key,), key) for key in ("code", "severity", "file", "line", "message", "fix")], format, ""
        )
    else:
        for diagnostic in found:
            click.echo(str(diagnostic))
        click.echo(_verdict(path, errors, len(found) - errors))
    return 1 if errors else 0


def _verdict(path: Path, errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return f"{path}: nothing to complain about."
    return f"{path}: {_count(errors, 'error')}, {_count(warnings, 'warning')}."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


@click.command("read", short_help="Read coverage into the ledger.")
@click.argument("case", type=CASE)
@click.argument("articles", metavar="[ARTICLE...]", type=CASE, nargs=-1)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Read with so many processes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--quiet", is_flag=True, help="No progress on the error stream.")
def read_command(case: Path, articles: tuple[Path, ...], jobs: int, as_json: bool, quiet: bool) -> int:
    """Read articles into the ledger of CASE: its coverage folder, or only those named.

    Reading again changes nothing. One article that cannot be read never stops the others; exits with 2 where none could
    be read.

    \b
    Example:
      zopa read examples/alaska
      zopa read examples/alaska ~/Downloads/page.html --jobs 2
    """
    from zopa.casework.folder import case_folder
    from zopa.casework.reading import read_case

    with ProgressBar(quiet) as progress:
        report = read_case(case_folder(case), articles, jobs=jobs, progress=progress)
    for note in report.notes:
        click.echo(safe(note), err=True)
    for skipped in report.skipped:
        click.echo(safe(f"skipped {skipped.source}: {skipped.reason}"), err=True)
    if as_json:
        print_json(
            {
                "read": report.read,
                "new": report.new,
                "statements": report.statements,
                "skipped": [{"source": skipped.source, "reason": skipped.reason} for skipped in report.skipped],
            }
        )
    else:
        click.echo(str(report))
    return 2 if report.skipped and not report.read else 0
