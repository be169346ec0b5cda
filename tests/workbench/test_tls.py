"""``zopa serve`` over TLS, from outside: a certificate, an account, a decision, and nothing over a plain connection."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.cookies import Morsel, SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

import pytest

from zopa.ledger import Ledger
from zopa.workbench.accounts import Accounts

PASSWORD = "long enough, surely"
NAMED = re.compile(r"at https://127\.0\.0\.1:(\d+)/")


@dataclass
class Reply:
    """What came back: status, where it leads, the cookie it sets, and its text."""

    status: int
    leads_to: str
    cookie: Morsel[str] | None
    text: str


@dataclass
class Browser:
    """A browser that trusts one certificate and keeps its cookie."""

    port: int
    trusts: Path
    name: str = "127.0.0.1"
    kept: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> Reply:
        """One request; a change brings the origin and the cookie a browser would send."""
        context = ssl.create_default_context(cafile=self.trusts)
        connection = http.client.HTTPSConnection(self.name, self.port, timeout=30, context=context)
        headers = {"cookie": "; ".join(f"{name}={value}" for name, value in self.kept.items())}
        if form is not None:
            headers |= {"content-type": "application/x-www-form-urlencoded", "origin": self.origin}
        connection.request(method, path, urlencode(form) if form is not None else None, headers)
        reply = connection.getresponse()
        cookies = list(SimpleCookie(reply.getheader("set-cookie") or "").values())
        self.kept |= {cookie.key: cookie.value for cookie in cookies}
        text = reply.read().decode()
        connection.close()
        return Reply(reply.status, reply.getheader("location") or "", cookies[0] if cookies else None, text)

    @property
    def origin(self) -> str:
        """The address the pages stand under."""
        return f"https://{self.name}:{self.port}"

    def sign_in(self) -> Reply:
        """Send the sign-in page's form."""
        form = {"name": "Rev", "password": PASSWORD, "token": self.token("/sign-in"), "next": "/review"}
        return self.ask("POST", "/sign-in", form)

    def token(self, path: str) -> str:
        """The token that a page's form holds."""
        found = re.search(r'name="token" value="([0-9a-f]+)"', self.ask("GET", path).text)
        assert found
        return found[1]


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for this computer that signs itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl, which makes the certificate, is not on this computer")
    folder = tmp_path_factory.mktemp("pair")
    certificate, key = folder / "zopa.pem", folder / "zopa.key"
    command = [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", "/CN=zopa", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    return certificate, key


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with one reviewer."""
    file = tmp_path_factory.mktemp("accounts") / "accounts.json"
    Accounts(file).add("Rev", "reviewer", PASSWORD)
    return file


@pytest.fixture(scope="module")
def served(
    read_case: Path, pair: tuple[Path, Path], accounts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, Path]]:
    """The port of ``zopa serve`` with the certificate and the accounts, started as a person does, and its case."""
    folder = shutil.copytree(read_case, tmp_path_factory.mktemp("served") / "ferry")
    command = [sys.executable, "-m", "zopa", "serve", str(folder), "--port", "0", "--accounts", str(accounts)]
    command += ["--certificate", str(pair[0]), "--key", str(pair[1])]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    try:
        assert server.stderr is not None
        found = NAMED.search(server.stderr.readline())
        assert found
        yield int(found[1]), folder
    finally:
        server.terminate()
        _, rest = server.communicate(timeout=20)
    assert "Traceback" not in rest


@pytest.fixture
def browser(served: tuple[int, Path], pair: tuple[Path, Path]) -> Browser:
    """A new browser at that workbench."""
    return Browser(served[0], pair[0])


def test_one_signs_in_over_tls_and_reviews(browser: Browser, served: tuple[int, Path]) -> None:
    """From the closed door to a decision in the ledger under the account's name; the cookie goes over TLS only, to no
    script and to no other site."""
    door = browser.ask("GET", "/review")
    assert (door.status, door.leads_to) == (303, "/sign-in?next=/review")
    assert browser.ask("GET", "/review.json").status == 401
    signed = browser.sign_in()
    assert (signed.status, signed.leads_to) == (303, "/review")
    for cookie in (door.cookie, signed.cookie):
        assert cookie is not None
        assert cookie.key.startswith("__Host-zopa")
        assert (cookie["secure"], cookie["httponly"], cookie["path"]) == (True, True, "/")
        assert (cookie["samesite"], cookie["domain"]) == ("Strict", "")
    assert door.cookie is not None
    assert signed.cookie is not None
    assert door.cookie.value != signed.cookie.value
    shown = browser.ask("GET", "/review").text
    item, version = (re.search(rf'name="{name}" value="([^"]+)"', shown) for name in ("item", "shown"))
    assert item
    assert version
    form = {"item": item[1], "shown": version[1], "decision": "accept", "token": browser.token("/review")}
    assert browser.ask("POST", "/review/decide", form).status == 303
    with Ledger.open(served[1] / "zopa.db") as ledger:
        assert [(review.by, review.decision) for review in ledger.reviews()] == [("Rev", "accept")]


def test_a_plain_connection_is_refused(browser: Browser) -> None:
    """The port speaks TLS only, and a modern one: no page, no redirect, not a word of HTTP, and the server goes on."""
    with socket.create_connection(("127.0.0.1", browser.port), timeout=30) as plain:
        plain.sendall(b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        told = b""
        try:
            while more := plain.recv(4096):
                told += more
        except ConnectionResetError:
            pass
    assert b"HTTP" not in told
    connection = http.client.HTTPConnection("127.0.0.1", browser.port, timeout=30)
    connection.request("GET", "/sign-in")
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        connection.getresponse()
    connection.close()
    assert browser.ask("GET", "/sign-in").status == 200


def test_a_change_from_the_plain_address_is_refused(browser: Browser) -> None:
    """A page under http:// with the same host is another site."""
    browser.sign_in()
    token = browser.token("/review")
    context = ssl.create_default_context(cafile=browser.trusts)
    connection = http.client.HTTPSConnection("127.0.0.1", browser.port, timeout=30, context=context)
    headers = {"origin": f"http://127.0.0.1:{browser.port}", "content-type": "application/x-www-form-urlencoded"}
    headers["cookie"] = "; ".join(f"{name}={value}" for name, value in browser.kept.items())
    connection.request("POST", "/sign-out", urlencode({"token": token}), headers)
    assert connection.getresponse().status == 403
    connection.close()
    assert browser.ask("GET", "/review.json").status == 200


def test_a_certificate_for_localhost_will_do(browser: Browser) -> None:
    """As on a plain connection: the name and the address of this computer lead to the same workbench."""
    browser.name = "localhost"
    assert browser.sign_in().status == 303
    assert browser.ask("GET", "/review").status == 200
