"""``zopa new``, ``zopa check`` and ``zopa read``: a case is made, looked over, and given its coverage."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.cli.output import Column, ProgressBar, output_flags, print_json, print_rows, safe

CASE = click.Path(path_type=Path)


@click.command("new", short_help="Make a case to fill in, or draft one from articles.")
@click.argument("case", type=CASE)
@click.option("--title", help="What the negotiation is called.")
@click.option(
    "--from",
    "article",
    type=CASE,
    metavar="ARTICLE...",
    help="Draft the case from these articles, files or folders, and copy them into its coverage.",
)
@click.argument("more", metavar="", type=CASE, nargs=-1)
@click.option("--quiet", is_flag=True, help="No progress on the error stream.")
def new_command(case: Path, title: str | None, article: Path | None, more: tuple[Path, ...], quiet: bool) -> None:
    """Make a folder CASE with a case file to fill in and a place for coverage.

    With --from the file is a draft made from articles: parties, people and candidate issues, each with the words it
    rests on and what is doubtful. The articles become the coverage of the case.

    \b
    Example:
      zopa new ferry --title "The ferry strike"
      zopa new ferry --from monday.html tuesday.txt
      zopa new ferry --from ~/Downloads/ferry
    """
    if article is None and more:
        raise click.UsageError(f"{more[0]} is one argument too many; articles stand after --from")
    if article is None:
        from zopa.casework.newcase import new_case

        made = new_case(case, title)
        where = case / "coverage"
        click.echo(f"Made {made}. Describe parties, issues and options there, put articles into {where}, then:")
    else:
        _draft(case, title, (article, *more), quiet)
    click.echo(f"  zopa check {case}\n  zopa brief {case}")


def _draft(case: Path, title: str | None, articles: tuple[Path, ...], quiet: bool) -> None:
    """Draft a case from articles, and say what was found and what to do with it."""
    from zopa.casework.draftedcase import draft_new_case

    with ProgressBar(quiet) as progress:
        drafted = draft_new_case(case, articles, title, progress=progress)
    for note in drafted.notes:
        click.echo(safe(note), err=True)
    for skipped in drafted.skipped:
        click.echo(safe(f"skipped {skipped.source}: {skipped.reason}"), err=True)
    draft = drafted.draft
    people = sum(len(party.people) for party in draft.parties)
    click.echo(
        f"Made {drafted.case_file} from {_count(drafted.articles, 'article')}: "
        f"{_many(len(draft.parties), 'party', 'parties')} with {_many(people, 'person', 'people')}, "
        f"{_count(len(draft.issues), 'candidate issue')}."
    )
    click.echo("It is a draft: edit it (each entry quotes the words that it rests on), then:")


def _many(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


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
