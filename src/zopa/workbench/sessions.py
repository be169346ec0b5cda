"""Who is at the browser: a session's cookie, its token for changes, and the name reviews are stored under."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from starlette.requests import Request

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from zopa.workbench.accounts import Accounts

Role = Literal["reader", "reviewer", "editor"]

ROLES: tuple[Role, ...] = ("reader", "reviewer", "editor")
"""What an account may do, each more than the one before: look; review and comment; change the case, read articles."""

IDLE_SECONDS = 12 * 3600
"""After how long without a request a session ends."""

LONGEST_SECONDS = 7 * 24 * 3600
"""After how long it ends in any case."""

MOST_SESSIONS = 5_000


@dataclass(frozen=True, slots=True)
class Session:
    """One browser. ``by`` is the name its decisions are stored under; ``account`` is None where nobody signs in."""

    id: str
    token: str
    by: str
    role: Role
    account: str | None = None

    def may(self, role: Role) -> bool:
        """Whether the session may do what ``role`` may."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class _Held:
    """A session, when it began and was last seen, and what its account was known by."""

    session: Session
    began: float
    seen: float
    hash: str


class Sessions:
    """The sessions of one running workbench, in memory: they end with it. Safe from any thread."""

    def __init__(self, *, by: str, accounts: Accounts | None, secure: bool, name: str = "zopa") -> None:
        """``by`` is the reviewer's name until another is given; ``name`` tells the cookies of two workbenches apart."""
        self.by, self.accounts = by, accounts
        self.cookie = f"__Host-{name}" if secure else name
        self.secure = secure
        self._secret = secrets.token_bytes(32)
        self._held: OrderedDict[str, _Held] = OrderedDict()
        self._said: OrderedDict[str, str] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, request: Request) -> Session:
        """The session of a request; a new one where the request brings none that is known."""
        id = request.cookies.get(self.cookie, "")
        with self._lock:
            held = self._held.get(id)
            if held is not None and self._lives(held):
                self._held[id] = replace(held, seen=time.monotonic())
                self._held.move_to_end(id)
                return held.session
            self._held.pop(id, None)
        if not _is_id(id):
            id = secrets.token_urlsafe(32)
        if self.accounts is not None:
            return Session(id, self._token(id), "", "reader")
        return Session(id, self._token(id), self.by, "editor")

    def sign_in(self, account: str, role: Role) -> Session:
        """A new session for an account; its id was never sent before."""
        id = secrets.token_urlsafe(32)
        return self._hold(Session(id, self._token(id), account, role, account))

    def sign_out(self, session: Session) -> None:
        """End a session."""
        with self._lock:
            self._held.pop(session.id, None)

    def rename(self, session: Session, by: str) -> Session:
        """Store this session's decisions under another name, where nobody signs in."""
        return self._hold(replace(session, by=by))

    def say(self, session: Session, text: str) -> None:
        """Have the session's next page say something."""
        with self._lock:
            self._said[session.id] = text
            while len(self._said) > MOST_SESSIONS:
                self._said.popitem(last=False)

    def heard(self, session: Session) -> str:
        """What the next page is to say, once; empty where there is nothing."""
        with self._lock:
            return self._said.pop(session.id, "")

    def _token(self, id: str) -> str:
        return hmac.new(self._secret, id.encode(), hashlib.sha256).hexdigest()

    def _lives(self, held: _Held) -> bool:
        """Whether a session goes on: not idle for long, not begun long ago, its account as it was."""
        now, session = time.monotonic(), held.session
        if now - held.seen > IDLE_SECONDS or now - held.began > LONGEST_SECONDS:
            return False
        return session.account is None or self._hash_of(session.account) == held.hash

    def _hash_of(self, account: str | None) -> str:
        """What an account is known by: its role and its password's hash; empty where there is none of that name."""
        found = self.accounts.all().get(account) if self.accounts is not None and account is not None else None
        return f"{found.role} {found.hash}" if found else ""

    def _hold(self, session: Session) -> Session:
        with self._lock:
            began = self._held[session.id].began if session.id in self._held else time.monotonic()
            self._held[session.id] = _Held(session, began, time.monotonic(), self._hash_of(session.account))
            while len(self._held) > MOST_SESSIONS:
                self._held.popitem(last=False)
        return session


class WithSession:
    """ASGI middleware: finds the session of a request (``request.state.session``) and sends its cookie."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self.app, self.sessions = app, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        session = self.sessions.of(request)
        request.state.session = session
        request.state.sessions = self.sessions
        fresh = request.cookies.get(self.sessions.cookie) != session.id

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                now: Session = request.state.session
                if fresh or now.id != session.id:
                    message["headers"] = [*message["headers"], (b"set-cookie", self._cookie(now).encode("latin-1"))]
            await send(message)

        await self.app(scope, receive, sending)

    def _cookie(self, session: Session) -> str:
        secure = "; Secure" if self.sessions.secure else ""
        return f"{self.sessions.cookie}={session.id}; Path=/; HttpOnly; SameSite=Strict{secure}"


def same_token(session: Session, given: str) -> bool:
    """Whether a request brought the token of its session; takes the same time either way."""
    return hmac.compare_digest(session.token.encode(), given.encode("utf-8", "surrogatepass"))


def _is_id(text: str) -> bool:
    return len(text) == 43 and text.isascii() and text.replace("-", "").replace("_", "").isalnum()
