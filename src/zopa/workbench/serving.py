"""Running the workbench: on this computer by default, elsewhere only with accounts and TLS."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from zopa.errors import UsageError
from zopa.workbench.app import create_app
from zopa.workbench.safety import loopback

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.workbench.workspace import Workspace

PORT = 8470
"""The port unless another is named."""


def serve(workspace: Workspace, *, port: int = PORT, by: str, tell: Callable[[str], None]) -> None:
    """Serve a case until it is interrupted; ``tell`` gets the lines a person reads. ``port`` 0 takes a free one.

    Raises UsageError where the port is taken.
    """
    listening = _listen("127.0.0.1", port)
    port = listening.getsockname()[1]
    app = create_app(workspace, access=loopback(port), by=by)
    tell(f"The workbench of {workspace.folder.path.name} is at http://127.0.0.1:{port}/  (stop it with Ctrl-C)")
    config = uvicorn.Config(app, log_level="warning", server_header=False, date_header=True, lifespan="off")
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} of {host} cannot be used: {error.strerror}. "
            "Name another with --port, or let one be found with --port 0."
        ) from error
    return listening
