"""``zopa serve``: the workbench of a case in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from zopa.cli.listings import CASE

FILE = click.Path(path_type=Path)


@click.command("serve", short_help="Open the workbench of a case in the browser.")
@click.argument("case", type=CASE)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8470, show_default=True, help="The port; 0 takes a free one."
)
@click.option("--by", metavar="NAME", help="Who reviews, where nobody signs in; left out, the login name.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen on; others need accounts and TLS."
)
@click.option("--certificate", type=FILE, help="The certificate for TLS, a PEM file.")
@click.option("--key", type=FILE, help="The key of the certificate, a PEM file.")
@click.option("--behind-proxy", metavar="ADDRESS", help="The https address that a proxy serves this workbench under.")
@click.option("--accounts", type=FILE, help="Ask everybody to sign in; the accounts are in this file.")
def serve_command(
    case: Path,
    port: int,
    by: str | None,
    host: str,
    certificate: Path | None,
    key: Path | None,
    behind_proxy: str | None,
    accounts: Path | None,
) -> None:
    """Serve the workbench of CASE to the browsers of this computer, until Ctrl-C.

    With another --host than this computer's own, or behind a proxy, everybody has to sign in: make accounts with
    zopa user add. Then TLS is needed too, here or at the proxy.

    \b
    Example:
      zopa serve examples/strike
      zopa serve examples/strike --port 0 --by Ana
      zopa serve examples/strike --host 0.0.0.0 --certificate zopa.pem --key zopa.key
      zopa serve examples/strike --behind-proxy https://zopa.example.org
    """
    from zopa.casework.reviewing import default_reviewer
    from zopa.workbench import Place, Workspace, serve

    place = Place(host, port, certificate, key, behind_proxy, accounts)
    serve(Workspace(case), place, by=by or default_reviewer(), tell=lambda line: click.echo(line, err=True))
