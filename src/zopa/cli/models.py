"""``zopa import``: foreign model files become MODEL files."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.casework.output import write

PATH = click.Path(path_type=Path)


@click.command("import", short_help="Turn another tool's files into a MODEL.")
@click.argument("format", type=click.Choice(["genius"]))
@click.argument("files", metavar="FILE...", type=PATH, nargs=-1, required=True)
@click.option("-o", "--output", type=PATH, help="Write the MODEL here instead of printing it.")
def import_command(format: str, files: tuple[Path, ...], output: Path | None) -> None:
    """Turn the files of another tool into a MODEL: a Genius domain and its profiles.

    \b
    Example:
      zopa import genius domain.xml buyer.xml seller.xml -o laptop.yaml
    """
    from zopa.settlements import import_genius, write_model

    text = write_model(import_genius(files))
    if output is None:
        click.echo(text, nl=False)
    else:
        write(output, text)
        click.echo(f"The model is in {output}")
