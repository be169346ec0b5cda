"""``zopa search``: words in the coverage of a case."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.cli.listings import CASE
from zopa.cli.output import Column, output_flags, print_rows

COLUMNS = (
    Column(("doc",), "article"),
    Column(("published",), "published"),
    Column(("places",), "places"),
    Column(("words",), "words", wrap=True, wide=True),
)


@click.command("search", short_help="Find words in the coverage.")
@click.argument("case", type=CASE)
@click.argument("words", nargs=-1, required=True)
@click.option("--top", type=click.IntRange(1), default=50, show_default=True, help="How many articles to list.")
@output_flags
def search_command(case: Path, words: tuple[str, ...], top: int, format: str | None, quiet: bool) -> None:
    """List the articles in the ledger of CASE that hold all the WORDS, best first, with the first place.

    Case and accents do not matter. Words between quotation marks stand together.

    \b
    Example:
      zopa search examples/strike night lines
      zopa search examples/strike '"night lines"' council --json
    """
    from zopa.casework.searching import search_rows

    print_rows(search_rows(case, " ".join(words), top), COLUMNS, format, "No article holds all these words.")
