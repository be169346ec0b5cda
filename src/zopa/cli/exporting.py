"""``zopa export``: what a case's ledger holds, for other programs and other people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zopa.cli.listings import CASE

if TYPE_CHECKING:
    from zopa.casework.exporting import ExportFormat


@click.command("export", short_help="Write evidence and reviews as JSON lines, CSV or annotations.")
@click.argument("format", type=click.Choice(["jsonl", "csv", "annotations"]))
@click.argument("case", type=CASE)
@click.option("-o", "--output", type=CASE, help="Write here instead of printing.")
@click.option("--full-text", is_flag=True, help="With jsonl: whole articles and their bytes as well.")
def export_command(format: ExportFormat, case: Path, output: Path | None, full_text: bool) -> None:
    """Write what the ledger of CASE holds: articles, readings, reviews and comments as JSON lines (jsonl), reviews and
    comments as CSV (csv), or statements, positions, reviews and comments as W3C Web Annotations (annotations).

    Articles go out without their text, unless --full-text asks for it: what is published belongs to its publisher.
    Reviews and comments come back with: zopa import reviews FILE --into CASE.

    \b
    Example:
      zopa export csv examples/strike -o reviews.csv
      zopa export annotations examples/strike -o strike.jsonld
      zopa export jsonl examples/strike --full-text -o strike.jsonl
    """
    from zopa.casework.exporting import export
    from zopa.casework.output import write
    from zopa.errors import UsageError

    if full_text and format != "jsonl":
        raise UsageError(f"--full-text goes with jsonl: {format} holds no articles.")
    text = export(case, format, full_text=full_text)
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
        click.echo(f"The export is in {output}")
