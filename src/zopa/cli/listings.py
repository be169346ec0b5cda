"""``zopa statements``, ``zopa positions`` and ``zopa changes``: what was found, one row each."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from zopa.cli.output import Column, ProgressBar, output_flags, print_json, print_rows
from zopa.errors import UsageError

CASE = click.Path(path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])
AS_OF = click.option("--as-of", type=DAY, help="Only what was said up to this day (YYYY-MM-DD).")

STATEMENT_COLUMNS = (
    Column(("doc",), "article"),
    Column(("speaker",), "speaker", wrap=True),
    Column(("relayed_via",), "via", wrap=True),
    Column(("said_on",), "said on"),
    Column(("words",), "words", wrap=True, wide=True),
)
POSITION_COLUMNS = (
    Column(("party",), "party"),
    Column(("stance", "option", "strength"), "stance", wrap=True),
    Column(("issue",), "issue", wrap=True),
    Column(("speaker", "said_on"), "speaker, day", wrap=True),
    Column(("content",), "words", wrap=True, wide=True),
)
MATRIX_COLUMNS = (
    Column(("party",), "party"),
    Column(("issue",), "issue"),
    Column(("stances",), "stance", wrap=True, wide=True),
    Column(("origins",), "origins"),
    Column(("first_seen",), "first seen"),
    Column(("last_seen",), "last seen"),
)
ASSESSMENT_COLUMNS = (
    Column(("kind",), "judged"),
    Column(("about",), "about", wrap=True),
    Column(("issue",), "issue", wrap=True),
    Column(("speaker", "said_on"), "speaker, day", wrap=True),
    Column(("content",), "words", wrap=True, wide=True),
)
CHANGE_COLUMNS = (
    Column(("party",), "party"),
    Column(("issue",), "issue"),
    Column(("on",), "on"),
    Column(("before",), "before", wrap=True, wide=True),
    Column(("after",), "after", wrap=True, wide=True),
)


def day(value: datetime | None) -> Any:
    """The day a --as-of option names, or None."""
    return None if value is None else value.date()


@click.command("statements", short_help="List who said what, through whom.")
@click.argument("case", type=CASE, required=False)
@click.option("--text", "texts", type=CASE, multiple=True, help="Read this .txt or .jsonl file; no case needed.")
@click.argument("more", type=CASE, nargs=-1)
@click.option("--fast", is_flag=True, help="With --text: read with the smaller network, quicker and less sure.")
@output_flags
def statements_command(
    case: Path | None, texts: tuple[Path, ...], more: tuple[Path, ...], fast: bool, format: str | None, quiet: bool
) -> None:
    """List who said what, through whom, with exact spans: from the ledger of CASE, or from text files.

    \b
    Example:
      zopa statements examples/alaska
      zopa statements --text article.txt more.jsonl --jsonl
      zopa statements --text archive.jsonl --fast --csv
    """
    from zopa.casework.listing import statements_in_case, statements_in_texts
    from zopa.casework.unclaimed import unclaimed_note

    if texts:
        with ProgressBar(quiet) as progress:
            documents = statements_in_texts([*texts, *([case] if case else []), *more], fast=fast, progress=progress)
    elif case is None or more or fast:
        raise UsageError(
            "Name one case, or text files after --text: zopa statements CASE | zopa statements --text FILE..."
        )
    else:
        documents = statements_in_case(case)
        note = unclaimed_note(documents)
        if note and not quiet:
            click.echo(note, err=True)
    if format == "json":
        print_json([document.as_dict() for document in documents])
    elif format == "jsonl":
        print_rows([document.as_dict() for document in documents], (), "jsonl", "")
    else:
        rows = [row for document in documents for row in document.rows()]
        print_rows(rows, STATEMENT_COLUMNS, format, "No statements.")


@click.command("positions", short_help="List what each side wants, and how firmly.")
@click.argument("case", type=CASE)
@AS_OF
@click.option("--party", help="Only this party.")
@click.option("--issue", help="Only this issue.")
@click.option("--matrix", is_flag=True, help="One row a cell: where each party stands on each issue.")
@click.option("--assessments", is_flag=True, help="What outsiders judge likely, meant or to follow; in no figure.")
@output_flags
def positions_command(
    case: Path,
    as_of: datetime | None,
    party: str | None,
    issue: str | None,
    matrix: bool,
    assessments: bool,
    format: str | None,
    quiet: bool,
) -> None:
    """List what each side demands, accepts, offers or rejects, with the words that say so.

    \b
    Example:
      zopa positions examples/strike --party Union
      zopa positions examples/alaska --matrix --as-of 2025-08-12
      zopa positions examples/strike --assessments
    """
    from zopa.casework.assessing import assessment_rows
    from zopa.casework.listing import matrix_rows, position_rows

    if assessments:
        if matrix or party or issue:
            raise UsageError("--assessments goes with --as-of only: zopa positions CASE --assessments")
        rows = assessment_rows(case, as_of=day(as_of))
        print_rows(rows, ASSESSMENT_COLUMNS, format, "No assessments: no outsider judges what was read.")
        return
    list_rows = matrix_rows if matrix else position_rows
    rows = list_rows(case, as_of=day(as_of), party=party, issue=issue)
    columns = MATRIX_COLUMNS if matrix else POSITION_COLUMNS
    print_rows(rows, columns, format, "No positions: nothing that was read says what a party wants.")


@click.command("changes", short_help="List who moved, from what to what.")
@click.argument("case", type=CASE)
@AS_OF
@output_flags
def changes_command(case: Path, as_of: datetime | None, format: str | None, quiet: bool) -> None:
    """List the changes of position, each with the words before and after.

    \b
    Example:
      zopa changes examples/alaska
    """
    from zopa.casework.listing import change_rows

    print_rows(change_rows(case, as_of=day(as_of)), CHANGE_COLUMNS, format, "No change of position was found.")
