"""What every request passes: whom it is addressed to, where it comes from, how large it is, and what a reply may do."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Content-Security-Policy (level 3): only our own files, nothing inline, nobody may frame a page."""

HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}

LARGEST_FORM = 1_000_000
"""Bytes of a request's body, where the page takes no files."""

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Access:
    """Where the workbench is reached, and by whom.

    ``origins`` are the addresses a browser may name (``http://127.0.0.1:8470``); ``accounts`` says whether one has to
    sign in; with ``any_address`` a numeric address is taken as well, since no name can be bent to point at it.
    ``bodies`` are the paths that take larger bodies than a form, with their limits in bytes.
    """

    origins: tuple[str, ...]
    accounts: bool = False
    any_address: bool = False

    @property
    def secure(self) -> bool:
        """Whether pages come over TLS, so that cookies are never sent without."""
        return all(origin.startswith("https:") for origin in self.origins)

    def allows_host(self, host: str) -> bool:
        """Whether a Host header names this workbench."""
        if any(urlsplit(origin).netloc == host.lower() for origin in self.origins):
            return True
        return self.any_address and _is_address(host)

    def allows_origin(self, origin: str, host: str) -> bool:
        """Whether an Origin header is that of a page of this workbench, asked under the same host."""
        parts = urlsplit(origin)
        schemes = {urlsplit(known).scheme for known in self.origins}
        return parts.scheme in schemes and parts.netloc.lower() == host.lower() and self.allows_host(host)


def loopback(port: int) -> Access:
    """The access of a workbench on this computer alone."""
    return Access(tuple(f"http://{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")))


class Safety:
    """ASGI middleware: refuses what is not addressed to us or comes from another site, bounds bodies, adds headers."""

    def __init__(self, app: ASGIApp, access: Access, larger: dict[str, int] | None = None) -> None:
        """``larger`` are the paths that take larger bodies than a form, each with its limit in bytes."""
        self.app, self.access, self.larger = app, access, larger or {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        limit = self.larger.get(scope["path"], LARGEST_FORM)
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers, limit)
        if refused is not None:
            await refused(scope, receive, _with_headers(scope, send))
            return
        await self.app(scope, _bounded(receive, limit), _with_headers(scope, send))

    def _refused(self, scope: Scope, headers: Headers, limit: int) -> PlainTextResponse | None:
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.access.allows_host(hosts[0]):
            there = self.access.origins[0]
            return PlainTextResponse(f"This workbench does not go by that name. Open {there}/\n", 421)
        if scope["method"] not in SAFE_METHODS and not self._from_here(headers, hosts[0]):
            return PlainTextResponse("This request comes from another site and was refused.\n", 403)
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length) > limit:
            return PlainTextResponse(f"This is more than is taken at once: at most {limit:,} bytes.\n", 413)
        return None

    def _from_here(self, headers: Headers, host: str) -> bool:
        origin = headers.get("origin")
        return origin is not None and self.access.allows_origin(origin, host)


class BodyTooLarge(Exception):
    """A body went on beyond its limit; what had come of it is thrown away."""


def _bounded(receive: Receive, limit: int) -> Receive:
    """``receive``, until more than ``limit`` bytes have come: a body may be longer than it says, or not say."""
    taken = 0

    async def bounded() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise BodyTooLarge(f"This is more than is taken at once: at most {limit:,} bytes.")
        return message

    return bounded


def _with_headers(scope: Scope, send: Send) -> Send:
    static = scope["path"].startswith("/static/")

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                # A page that brings a policy of its own, stricter or naming its inline parts by hash, keeps it.
                if name != "content-security-policy" or name not in headers:
                    headers[name] = value
            if not static:
                headers["cache-control"] = "no-store"
        await send(message)

    return sending


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(urlsplit(f"//{host}").hostname or "")
    except ValueError:
        return False
    return True
