"""``zopa statements``, ``positions``, ``changes``, ``origins``, ``priorities``, ``proposals``: one row each."""

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
    Column(("conflicts",), "contradicting", wrap=True),
    Column(("earlier",), "replaced since", wrap=True),
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
    Column(("on",), "on"),
    Column(("kind",), "kind"),
    Column(("says",), "change", wrap=True, wide=True),
    Column(("words_before",), "words before", wrap=True, wide=True),
    Column(("words_after",), "words after", wrap=True, wide=True),
)
ORIGIN_COLUMNS = (
    Column(("party",), "party"),
    Column(("stance", "option", "issue"), "position", wrap=True),
    Column(("origins",), "of"),
    Column(("speaker", "through"), "on whose word", wrap=True),
    Column(("articles", "said_to_be_one"), "in (one report in brackets)", wrap=True, wide=True),
    Column(("words",), "words", wrap=True, wide=True),
)
PRIORITY_COLUMNS = (
    Column(("party",), "party"),
    Column(("basis",), "basis"),
    Column(("order",), "from most to least", wrap=True, wide=True),
    Column(("confidence",), "confidence"),
    Column(("utterances",), "quotations"),
    Column(("words",), "words", wrap=True, wide=True),
)
PROPOSAL_COLUMNS = (
    Column(("on",), "on"),
    Column(("proposer", "by"), "proposer", wrap=True),
    Column(("package",), "terms", wrap=True, wide=True),
    Column(("answered",), "answers", wrap=True),
    Column(("says", "breaks"), "what settling finds", wrap=True, wide=True),
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
    """List the changes of position, each with the words before and after, and what was said again unchanged.

    \b
    Example:
      zopa changes examples/alaska
    """
    from zopa.casework.tracing import change_rows

    print_rows(change_rows(case, as_of=day(as_of)), CHANGE_COLUMNS, format, "No change of position was found.")


@click.command("priorities", short_help="Guess which issues matter most to each side.")
@click.argument("case", type=CASE)
@AS_OF
@output_flags
def priorities_command(case: Path, as_of: datetime | None, format: str | None, quiet: bool) -> None:
    """Guess in which order each side cares for the issues, from its own quoted words.

    A guess for you to judge: it is in no figure, because how often an issue is spoken of is not its weight. What a side
    says in so many words (X matters more than Y) stands in its own rows; to use it, write the order into the case file.
    The confidence of a guess was measured on bargaining chats about three things; on press quotations nobody measured
    it.

    \b
    Example:
      zopa priorities examples/strike
    """
    from zopa.casework.ranking import priority_rows

    none = "No order: too few of the parties' own words are quoted, or they speak of one issue only."
    print_rows(priority_rows(case, as_of=day(as_of)), PRIORITY_COLUMNS, format, none)


@click.command("origins", short_help="List on whose word each position rests.")
@click.argument("case", type=CASE)
@AS_OF
@output_flags
def origins_command(case: Path, as_of: datetime | None, format: str | None, quiet: bool) -> None:
    """List on whose word each position rests: one row for each voice, with every article that repeats it.

    Copies and retellings of one report count once, and so does one speaker's statement through several outlets. The
    column "of" is the number of independent origins of the position.

    \b
    Example:
      zopa origins examples/alaska
    """
    from zopa.casework.tracing import origin_rows

    rows = origin_rows(case, as_of=day(as_of))
    shown = rows if format else [_origin_row(row) for row in rows]
    print_rows(shown, ORIGIN_COLUMNS if not format else ORIGIN_KEYS, format, "No positions, so no origins.")


ORIGIN_KEYS = tuple(
    Column((key,), key) for key in ("party", "issue", "option", "stance", "origins", "speaker", "relayed_via", "count")
)
"""What stands first in the CSV form."""


def _origin_row(row: dict[str, Any]) -> dict[str, Any]:
    """An origin as the table shows it."""
    through = f"(through {', '.join(row['relayed_via'])})" if row["relayed_via"] else ""
    one_report = " ".join(f"({', '.join(group)})" for group in row["copies"])
    return {**row, "issue": f"on {row['issue']}", "through": through, "said_to_be_one": one_report}


@click.command("proposals", short_help="List the packages on the table, and the answers to them.")
@click.argument("case", type=CASE)
@AS_OF
@click.option("--draws", type=click.IntRange(1), help="How many draws of the uncertain model for each proposal.")
@output_flags
def proposals_command(case: Path, as_of: datetime | None, draws: int | None, format: str | None, quiet: bool) -> None:
    """List the packages on the table: who proposed what through whom, who answered how, and what settling finds.

    A proposal seldom settles every issue. How acceptable it is, is then said twice: with the other issues settled in
    the one way that suits all best, and with the rest left open. A term with "?" is only suggested, and not used.

    \b
    Example:
      zopa proposals examples/alaska
      zopa proposals examples/strike --json
    """
    from zopa.casework.proposing import proposal_rows

    rows = proposal_rows(case, as_of=day(as_of), draws=draws)
    shown = rows if format in ("json", "jsonl") else [_proposal_row(row) for row in rows]
    none = "No proposal was found: nothing that was read puts several terms together."
    print_rows(shown, PROPOSAL_COLUMNS if not format else (), format, none)


def _proposal_row(row: dict[str, Any]) -> dict[str, Any]:
    """A proposal as one flat row, for the table and CSV."""
    terms = [f"{one['issue']}: {one['option']}{'' if one['counted'] else ' ?'}" for one in row["terms"]]
    left = [f"{one['issue']}: left open" for one in row["left_open"]]
    refused = "; ".join(f"{one['because']} ({one['share']:.0%})" for one in row["settling"]["refused"])
    return {
        "on": row["on"],
        "proposer": row["proposer"],
        "by": f"(through {row['carrier']})" if row["carrier"] else "",
        "package": "; ".join([*terms, *left]),
        "answered": "; ".join(_answer(one) for one in row["answers"]) or "no answer read",
        "says": row["says"],
        "breaks": f"Against it: {refused}." if refused else "",
        "articles": row["articles"],
    }


def _answer(one: dict[str, Any]) -> str:
    from zopa.briefing.wording import UNSURE

    return f"{one['party']}: {one['answer']}{UNSURE if one['unsure'] else ''}"
