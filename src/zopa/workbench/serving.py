"""Running the workbench: on this computer by default, elsewhere only with accounts and TLS."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvicorn

from zopa.errors import UsageError, ZopaError
from zopa.workbench.accounts import Accounts, accounts_file
from zopa.workbench.app import create_app
from zopa.workbench.mounts import network_share
from zopa.workbench.safety import Access, loopback

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.workbench.workspace import Workspace

PORT = 8470
"""The port unless another is named."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a workbench is served.

    ``certificate`` and ``key`` are the files for TLS; ``behind_proxy`` is the https address a proxy serves it under;
    ``accounts`` the file of accounts, None for the usual one.
    """

    host: str = "127.0.0.1"
    port: int = PORT
    certificate: Path | None = None
    key: Path | None = None
    behind_proxy: str | None = None
    accounts: Path | None = None

    @property
    def open_to_others(self) -> bool:
        """Whether anybody but who sits at this computer can reach it."""
        return self.behind_proxy is not None or not is_loopback(self.host)


def serve(workspace: Workspace, place: Place, *, by: str, tell: Callable[[str], None]) -> None:
    """Serve a case until it is interrupted; ``tell`` gets the lines a person reads. Port 0 takes a free one.

    Raises UsageError where the port is taken, and for a place open to others without accounts or without TLS.
    """
    accounts = checked(place)
    share = network_share(workspace.folder.ledger)
    if share:
        tell(f"Warning: the ledger lies on a network share ({share}), where locks cannot be relied on and decisions")
        tell("can be lost. Keep the case on a disk of the computer that serves it.")
    listening = _listen(place.host, place.port)
    port = listening.getsockname()[1]
    access = access_to(place, port)
    app = create_app(workspace, access=access, by=by, accounts=accounts)
    tell(f"The workbench of {workspace.folder.path.name} is at {access.origins[0]}/  (stop it with Ctrl-C)")
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        lifespan="off",
        proxy_headers=place.behind_proxy is not None,
        ssl_certfile=place.certificate,
        ssl_keyfile=place.key,
        timeout_graceful_shutdown=5,
    )
    threading.Thread(target=_warm, args=(workspace,), daemon=True, name="zopa opening").start()
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def checked(place: Place) -> Accounts | None:
    """The accounts of a place, None where it has none. Raises UsageError for a place that cannot be served safely."""
    if (place.certificate is None) != (place.key is None):
        raise UsageError("TLS takes both: --certificate FILE and --key FILE.")
    if place.certificate is not None and place.key is not None:
        _check_certificate(place.certificate, place.key)
    if place.behind_proxy is not None and not _is_origin(place.behind_proxy):
        raise UsageError("--behind-proxy takes the address people open, for example https://zopa.example.org")
    if place.open_to_others and place.certificate is None and place.behind_proxy is None:
        raise UsageError(
            f"At {place.host} others can reach the workbench, so it needs TLS: --certificate FILE --key FILE, "
            "or --behind-proxy ADDRESS where a proxy sees to it."
        )
    if not place.open_to_others and place.accounts is None:
        return None
    accounts = Accounts(place.accounts or accounts_file())
    if not accounts.all():
        raise UsageError(f"There are no accounts in {accounts.path}. Make one with: zopa user add NAME --role editor")
    return accounts


def access_to(place: Place, port: int) -> Access:
    """How browsers reach a place."""
    asked = place.open_to_others or place.accounts is not None
    if place.behind_proxy is not None:
        return Access((place.behind_proxy.rstrip("/").lower(),), accounts=True)
    if place.certificate is None:
        return Access(loopback(port).origins, accounts=asked)
    everywhere = place.host in ("0.0.0.0", "::")
    names = [socket.gethostname(), socket.getfqdn(), "localhost"] if everywhere else [place.host]
    if is_loopback(place.host):
        names += [urlsplit(origin).hostname or "" for origin in loopback(port).origins]
    origins = tuple(dict.fromkeys(f"https://{_bracketed(name.lower())}{_port(port)}" for name in names))
    return Access(origins, accounts=asked, any_address=everywhere)


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach what listens there."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _warm(workspace: Workspace) -> None:
    """Compute what the first page needs while the browser is being opened; what is wrong, that page says."""
    with suppress(ZopaError, OSError):
        workspace.gathered()
        for compute in workspace.wanted_first:
            compute()


def _is_origin(address: str) -> bool:
    """Whether this is https, a host, perhaps a port, and nothing more."""
    try:
        parts = urlsplit(address)
        rest = (parts.path.strip("/"), parts.query, parts.fragment, parts.username, parts.password)
        return parts.scheme == "https" and bool(parts.hostname) and not any(rest) and parts.port != 0
    except ValueError:
        return False


def _port(port: int) -> str:
    return "" if port == 443 else f":{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _check_certificate(certificate: Path, key: Path) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
    except OSError as error:
        raise UsageError(f"{certificate} and {key} cannot be used for TLS: {error.strerror or error}.") from error


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP so that the event loop sends small replies at once instead of gathering them (TCP_NODELAY).
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)  # from here on nobody is refused, though the first answer takes a moment
    except (OSError, TypeError) as error:  # a name that cannot be encoded as one is a TypeError
        listening.close()
        why = getattr(error, "strerror", None) or "there can be no such name"
        raise UsageError(
            f"Port {port} of {host} cannot be used: {why}. Name another with --port, or let one be found with --port 0."
        ) from error
    return listening
