"""``zopa meetings``: who meets whom, where and when, and what law and leverage coverage speaks of."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from zopa.cli.listings import AS_OF, CASE, day
from zopa.cli.output import Column, output_flags, print_rows

MEETING_COLUMNS = (
    Column(("when",), "when", wrap=True),
    Column(("status",), "status"),
    Column(("format",), "format"),
    Column(("people",), "who", wrap=True),
    Column(("place",), "where", wrap=True),
    Column(("notes",), "to know", wrap=True, wide=True),
)
MEETING_KEYS = tuple(Column((key,), key) for key in ("when", "status", "format", "who", "where", "state", "articles"))
CIRCUMSTANCE_COLUMNS = (
    Column(("kind",), "kind"),
    Column(("when",), "when", wrap=True),
    Column(("about",), "about", wrap=True),
    Column(("speaker",), "told by", wrap=True),
    Column(("words",), "words", wrap=True, wide=True),
    Column(("doc",), "in"),
)


@click.command("meetings", short_help="List who meets whom, where and when.")
@click.argument("case", type=CASE)
@AS_OF
@click.option("--circumstances", is_flag=True, help="Law, happenings and what each side holds, instead; in no figure.")
@output_flags
def meetings_command(case: Path, as_of: datetime | None, circumstances: bool, format: str | None, quiet: bool) -> None:
    """List the meetings that coverage and the case file tell of, with what the case file's warrants, bans and needs
    mean.

    Reports of one meeting are brought together; where they differ, both values are shown. A legal flag is for the
    reader: it enters no figure.

    \b
    Example:
      zopa meetings examples/alaska
      zopa meetings examples/alaska --json
      zopa meetings examples/strike --circumstances
    """
    from zopa.casework.talks import circumstance_rows, meeting_rows

    if circumstances:
        rows = circumstance_rows(case, as_of=day(as_of))
        none = "Nothing that was read speaks of law, of happenings or of what a side holds."
        print_rows(rows, CIRCUMSTANCE_COLUMNS, format, none)
        return
    rows = meeting_rows(case, as_of=day(as_of))
    if format == "csv":
        rows = [{key: "" if value is None else value for key, value in row.items()} for row in rows]
    shown = rows if format else [_meeting_row(row) for row in rows]
    print_rows(
        shown,
        MEETING_KEYS if format else MEETING_COLUMNS,
        format,
        "No meeting was found: nothing that was read tells of one.",
    )


def _meeting_row(row: dict[str, Any]) -> dict[str, Any]:
    """A meeting as the table shows it."""
    place = row["where"] or "; ".join(f"{one['where']}?" for one in row["suggested"])
    state = row["state"] if row["state"] and row["state"] != row["where"] else None
    differing = [
        f"reports differ on the {one['what']}: {' / '.join(v['value'] for v in one['values'])}"
        for one in row["conflicts"]
    ]
    flags = [_shortly(one) for one in row["flags"] if one["finding"] != "does not apply"]
    asserted = "noted by the analyst" if row["told_by"] == "the analyst" else ""
    return {
        **row,
        "people": "; ".join([", ".join(row["who"]) or "not said", *row["others"]]),
        "place": f"{place} ({state})" if state else place,
        "notes": " ".join(
            f"{note[:1].upper()}{note[1:].rstrip('.')}." for note in (*differing, *flags, row["note"], asserted) if note
        ),
    }


def _shortly(flag: dict[str, Any]) -> str:
    """A flag in the table: who is not there in two words, a need for consent without its reason."""
    if flag["matter"] == "absent":
        return f"without {flag['about']}"
    says = str(flag["says"])
    return says.partition(". ")[0] if flag["matter"] == "authority" else says
