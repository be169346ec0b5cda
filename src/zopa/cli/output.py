"""The same output on every listing command: a table for people, or JSON, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.segment import Segment
from rich.table import Table

from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from rich.console import ConsoleOptions, RenderableType

Command = TypeVar("Command", bound="Callable[..., Any]")

Format = Literal["table", "json", "jsonl", "csv"]
WIDTH_WITHOUT_TERMINAL = 120
NARROW, WIDE = 20, 38
"""Characters a wrapping column takes at most, and a wide one at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: the keys of the row it shows, its heading, and whether it may wrap.

    ``wide`` columns share what room is left.
    """

    keys: tuple[str, ...]
    heading: str
    wrap: bool = False
    wide: bool = False


def output_flags(command: Command) -> Command:
    """Add --json, --jsonl, --csv and --quiet to a listing command."""
    options = (
        click.option("--json", "format", flag_value="json", help="Print JSON."),
        click.option("--jsonl", "format", flag_value="jsonl", help="Print JSON, one object a line."),
        click.option("--csv", "format", flag_value="csv", help="Print comma-separated values with a heading line."),
        click.option("--quiet", is_flag=True, help="No progress on the error stream."),
    )
    for option in reversed(options):
        command = option(command)
    return command


class _Console(Console):
    """A console through which no name of a case commands the terminal, and that lets its reader go (``| head``)."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """What is printed, without characters that control or reorder others."""
        for segment in super().render(renderable, options):
            text = "\n".join(safe(line) for line in segment.text.split("\n"))
            yield segment if segment.control or text == segment.text else Segment(text, segment.style)

    def on_broken_pipe(self) -> None:
        """Instead of ending the program with status 1, as the library does: nobody answered no."""
        raise BrokenPipeError


def console(stderr: bool = False) -> Console:
    """A console that is wide enough for tables when its output goes to a file or a pipe."""
    made = _Console(stderr=stderr, highlight=False, soft_wrap=False)
    return made if made.is_terminal else _Console(stderr=stderr, highlight=False, width=WIDTH_WITHOUT_TERMINAL)


def print_json(value: Any) -> None:
    """Print JSON as UTF-8 text, keys in the order they were given."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def print_rows(rows: Sequence[Mapping[str, Any]], columns: Sequence[Column], format: str | None, none: str) -> None:
    """Print rows in the format asked for; ``none`` is what a person reads where there are no rows."""
    if format == "json":
        print_json(list(rows))
    elif format == "jsonl":
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False, default=str))
    elif format == "csv":
        click.echo(as_csv(rows, [key for column in columns for key in column.keys]), nl=False)
    elif not rows:
        click.echo(none)
    else:
        console().print(_table(rows, columns))


def as_csv(rows: Sequence[Mapping[str, Any]], keys: Sequence[str]) -> str:
    """Rows as CSV: the keys of the table first, then every other key a row has."""
    others = [key for key in dict.fromkeys(key for row in rows for key in row) if key not in keys]
    text = io.StringIO()
    writer = csv.DictWriter(text, [*keys, *others], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue()


def _table(rows: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", expand=any(column.wide for column in columns))
    for column in columns:
        table.add_column(
            column.heading,
            overflow="fold",
            no_wrap=not column.wrap,
            vertical="top",
            ratio=1 if column.wide else None,
            min_width=WIDE if column.wide else None,
            max_width=NARROW if column.wrap and not column.wide else None,
        )
    for row in rows:
        table.add_row(*(" ".join(_plain(row.get(key)) for key in column.keys) for column in columns))
    return table


def _plain(value: Any) -> str:
    """A value as a person reads it; square brackets are text here, never markup."""
    return "" if value is None else safe(_cell(value)).replace("[", "\\[")


def safe(text: str) -> str:
    """Text that cannot command a terminal: what controls or reorders characters is left out."""
    return "".join(character for character in text if unicodedata.category(character) not in ("Cc", "Cf"))


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, (dict, list, tuple)) else str(value)


class ProgressBar:
    """A progress bar on the error stream, shown only to a person.

    A context that gives a callback ``(done, total, what)``.
    """

    def __init__(self, quiet: bool) -> None:
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=quiet or not sys.stderr.isatty(),
        )
        self.tasks: dict[str, Any] = {}

    def __enter__(self) -> Callable[[int, int, str], None]:
        self.bar.__enter__()
        return self.update

    def __exit__(self, *error: Any) -> None:
        self.bar.__exit__(*error)

    def update(self, done: int, total: int, what: str) -> None:
        """Show that ``done`` of ``total`` steps of ``what`` are done."""
        if what not in self.tasks:
            self.tasks[what] = self.bar.add_task(what, total=total)
        self.bar.update(self.tasks[what], completed=done, total=total)


def parsed_package(text: str) -> dict[str, str]:
    """``ISSUE=OPTION,ISSUE=OPTION`` as a mapping. Raises UsageError."""
    parts = [part.partition("=") for part in text.split(",")]
    if not all(issue.strip() and equals and option.strip() for issue, equals, option in parts):
        raise UsageError(
            f"--package takes ISSUE=OPTION,..., for example wage=4,hours=fixed; {text!r} is not of that form."
        )
    return {issue.strip(): option.strip() for issue, _, option in parts}


def parsed_relaxation(text: str) -> tuple[str, str, str]:
    """``PARTY:ISSUE=OPTION`` in its three parts. Raises UsageError."""
    party, colon, rest = text.partition(":")
    issue, equals, option = rest.partition("=")
    if not (party.strip() and colon and issue.strip() and equals and option.strip()):
        raise UsageError(f"--relax takes PARTY:ISSUE=OPTION, for example Union:wage=4; {text!r} is not of that form.")
    return party.strip(), issue.strip(), option.strip()
