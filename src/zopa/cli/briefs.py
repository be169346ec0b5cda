"""``zopa brief``: the main job. Reads what is new, then briefs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zopa.cli.listings import AS_OF, CASE, day
from zopa.cli.output import ProgressBar, console, safe
from zopa.errors import UsageError

if TYPE_CHECKING:
    from zopa.casework.briefs import Form

ENDINGS: dict[str, Form] = {
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".markdown": "md",
    ".md": "md",
    ".txt": "text",
}
"""What a file's ending says about the format."""


@click.command("brief", short_help="Read what is new, then brief: the main job.")
@click.argument("case", type=CASE)
@click.argument("articles", metavar="[ARTICLE...]", type=CASE, nargs=-1)
@click.option("-o", "--output", type=CASE, help="Write here; the ending says the format: .html .md .json .txt.")
@click.option(
    "--format", type=click.Choice(["text", "md", "json", "html"]), help="The format, where no file's ending says it."
)
@AS_OF
@click.option("--since", metavar="DAY|FILE", help="What changed since a day (YYYY-MM-DD) or an earlier .json briefing.")
@click.option("--full-text", is_flag=True, help="Carry whole articles, not only what is quoted.")
@click.option(
    "--locale",
    type=click.Choice(["en", "en-GB", "en-US", "en-CH", "en-DE", "en-FI"]),
    default="en",
    help="How numbers and dates look: signs for thousands, fractions and per cent. JSON stays plain.",
)
@click.option("--draws", type=click.IntRange(1), help="How many draws of the uncertain model.")
@click.option("--seed", type=int, help="Draw otherwise: the same seed gives the same figures.")
@click.option("--quiet", is_flag=True, help="No progress on the error stream.")
def brief_command(
    case: Path,
    articles: tuple[Path, ...],
    output: Path | None,
    format: Form | None,
    as_of: datetime | None,
    since: str | None,
    full_text: bool,
    locale: str,
    draws: int | None,
    seed: int | None,
    quiet: bool,
) -> None:
    """Read what is new in CASE and brief on it: can the sides' positions be reconciled, and what stands in the way?

    With -o the briefing is written to a file, and a short text of it is printed here as well. --format text and .txt
    give everything as text.

    \b
    Example:
      zopa brief examples/alaska
      zopa brief examples/alaska -o alaska.html
      zopa brief examples/alaska new-article.txt --format md
    """
    from zopa.briefing.locale import speaking
    from zopa.casework.briefs import brief, render
    from zopa.casework.earlier import since_of
    from zopa.casework.output import write

    form = format or _form_of(output)
    with speaking("en" if form == "json" else locale):
        with ProgressBar(quiet) as progress:
            briefing = brief(
                case,
                articles,
                as_of=day(as_of),
                since=since_of(since) if since else None,
                full_text=full_text,
                draws=draws,
                seed=seed,
                progress=progress,
            )
        for skipped in briefing.skipped:
            click.echo(safe(f"skipped {skipped.source}: {skipped.reason}"), err=True)
        if output is None:
            click.echo(render(briefing, form, console().width, in_full=format is not None), nl=False)
            return
        write(output, render(briefing, form, 100, in_full=True))
        click.echo(render(briefing, "text", console().width), nl=False)
        click.echo(f"\nThe briefing is in {output}")


def _form_of(output: Path | None) -> Form:
    """The format a file's ending asks for; text for the terminal. Raises UsageError for an ending that says none."""
    if output is None:
        return "text"
    if output.suffix.lower() in ENDINGS:
        return ENDINGS[output.suffix.lower()]
    raise UsageError(f"{output}: the ending says no format. End it in .html, .md, .json or .txt, or give --format.")
