"""The generated parts of the documentation: command line, diagnostics, schema of the case file.

``python docs/generate.py`` writes them; ``--check`` says which are out of date and exits with 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from zopa.case import CODES as CASE_CODES
from zopa.case import json_schema
from zopa.cli.main import COMMANDS, zopa
from zopa.coverage import CODES as COVERAGE_CODES
from zopa.diagnostics import Code
from zopa.settlements import CODES as MODEL_CODES

REFERENCE = Path(__file__).parent / "reference"
CODES: dict[str, Code] = {**CASE_CODES, **COVERAGE_CODES, **MODEL_CODES}


def pages() -> dict[Path, str]:
    """Every generated page and its text."""
    diagnostics = {REFERENCE / "diagnostics" / f"{code}.md": diagnostic_page(code) for code in CODES}
    return {
        REFERENCE / "cli.md": command_line_page(),
        REFERENCE / "diagnostics" / "index.md": diagnostics_index(),
        REFERENCE / "case.schema.json": json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n",
        **diagnostics,
    }


def command_line_page() -> str:
    """The help of every command, word for word."""
    parts = ["# Command line", "", "Generated from `--help`.", "", *fenced(help_of(zopa, "zopa", None))]
    root = click.Context(zopa, info_name="zopa")
    for name in COMMANDS:
        command = zopa.get_command(root, name)
        assert command is not None
        parts += ["", f"## zopa {name}", "", *fenced(help_of(command, name, root))]
        if isinstance(command, click.Group):
            group = click.Context(command, info_name=name, parent=root)
            for below, one in command.commands.items():
                parts += ["", f"### zopa {name} {below}", "", *fenced(help_of(one, below, group))]
    return "\n".join(parts) + "\n"


def help_of(command: click.Command, name: str, parent: click.Context | None) -> str:
    """What ``--help`` prints, at a fixed width."""
    context = click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    return command.get_help(context)


def fenced(text: str) -> list[str]:
    """The text as a block that keeps its lines."""
    return ["```text", *(line.rstrip() for line in text.splitlines()), "```"]


def diagnostics_index() -> str:
    """The list of all codes."""
    rows = [f"| [{code}]({code}.md) | {CODES[code].title} |" for code in sorted(CODES)]
    toctree = ["```{toctree}", ":hidden:", "", *sorted(CODES), "```"]
    head = ["# Diagnostics", "", "What `zopa check` and the readers report, by code. A code never changes its meaning."]
    return "\n".join([*head, "", "| code | what is wrong |", "|---|---|", *rows, "", *toctree]) + "\n"


def diagnostic_page(code: str) -> str:
    """The page of one code."""
    entry = CODES[code]
    example = ["", "## Example", "", "```yaml", entry.example.rstrip(), "```"] if entry.example else []
    return "\n".join([f"# {code}: {entry.title}", "", entry.why, "", "## What to do", "", entry.fix, *example]) + "\n"


def stale(path: Path, text: str) -> bool:
    """Whether the page on disk differs from what it should be."""
    return not path.is_file() or path.read_text("utf-8") != text


def main() -> int:
    """Write the pages, or with --check compare them."""
    wanted = pages()
    out_of_date = [path for path, text in wanted.items() if stale(path, text)]
    obsolete = [path for path in (REFERENCE / "diagnostics").glob("*.md") if path not in wanted]
    if "--check" in sys.argv[1:]:
        for path in [*out_of_date, *obsolete]:
            print(f"out of date: {path}; run: make generated")
        return 1 if out_of_date or obsolete else 0
    for path in out_of_date:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted[path], "utf-8")
    for path in obsolete:
        path.unlink()
    print(f"{len(out_of_date)} written, {len(obsolete)} removed, {len(wanted)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
