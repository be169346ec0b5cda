"""``zopa serve``: the workbench of a case in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.cli.listings import CASE


@click.command("serve", short_help="Open the workbench of a case in the browser.")
@click.argument("case", type=CASE)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8470, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--by", metavar="NAME", help="Who reviews; left out, the login name.")
def serve_command(case: Path, port: int, by: str | None) -> None:
    """Serve the workbench of CASE on this computer, until Ctrl-C.

    \b
    Example:
      zopa serve examples/strike
      zopa serve examples/strike --port 0 --by Ana
    """
    from zopa.casework.reviewing import default_reviewer
    from zopa.workbench import Workspace, serve

    serve(Workspace(case), port=port, by=by or default_reviewer(), tell=click.echo)
