"""``zopa serve`` with certificate files, from the first request to a stored decision, over real TLS."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import pytest

import zopa
from zopa.ledger import Ledger
from zopa.workbench.accounts import Accounts

PASSWORD = "a long enough password"


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody signed but itself, and its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    made, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command = [openssl, "req", "-x509", *curve, "-keyout", key, "-out", made, "-days", "2", *names]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return made, key


@pytest.fixture
def port(ferry: Path, tmp_path: Path, certificate: tuple[Path, Path]) -> Iterator[int]:
    """The port at which the case is served over TLS, with one reviewer's account."""
    pytest.importorskip("argon2")
    zopa.open_case(ferry).read()
    accounts = tmp_path / "accounts.json"
    Accounts(accounts).add("Rev", "reviewer", PASSWORD)
    command = [sys.executable, "-m", "zopa", "serve", ferry, "--port", "0", "--accounts", accounts]
    command += ["--certificate", certificate[0], "--key", certificate[1]]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(list(map(str, command)), stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr is not None
            found = re.search(r"is at https://127\.0\.0\.1:(\d+)/", server.stderr.readline())
            assert found
            yield int(found[1])
        finally:
            server.terminate()
            server.wait(20)


class Browser:
    """One that trusts this certificate and no other, keeps one cookie, and follows nothing by itself."""

    def __init__(self, port: int, trusted: Path) -> None:
        context = ssl.create_default_context(cafile=str(trusted))
        self.port = port
        self.connection = http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=context)
        self.cookie = self.set_cookie = ""

    def ask(self, path: str, form: Mapping[str, str] | None = None) -> tuple[int, http.client.HTTPMessage, str]:
        """Status, headers and text of a page, or of a form that is sent."""
        headers = {"cookie": self.cookie} if self.cookie else {}
        if form is not None:
            headers |= {"origin": f"https://127.0.0.1:{self.port}", "content-type": "application/x-www-form-urlencoded"}
        self.connection.request("GET" if form is None else "POST", path, form and urlencode(form), headers)
        reply = self.connection.getresponse()
        if reply.headers["set-cookie"]:
            self.set_cookie = reply.headers["set-cookie"]
            self.cookie = self.set_cookie.partition(";")[0]
        return reply.status, reply.headers, reply.read().decode()


def value_of(page: str, name: str) -> str:
    """What a hidden field of a form holds."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, name
    return found[1]


def test_a_reviewer_signs_in_and_decides(port: int, certificate: tuple[Path, Path], ferry: Path) -> None:
    """Nothing before signing in; the cookie goes over TLS alone; the decision has the name; no plain http."""
    browser = Browser(port, certificate[0])
    status, headers, _ = browser.ask("/review")
    assert (status, headers["location"]) == (303, "/sign-in?next=/review")
    before = browser.cookie
    _, _, page = browser.ask("/sign-in?next=/review")
    sent = {"name": "Rev", "password": PASSWORD, "next": "/review", "token": value_of(page, "token")}
    status, headers, _ = browser.ask("/sign-in", sent)
    assert (status, headers["location"]) == (303, "/review")
    assert browser.cookie != before
    assert browser.cookie.startswith("__Host-zopa")
    parts = {part.strip().lower() for part in browser.set_cookie.split(";")[1:]}
    assert {"secure", "httponly", "samesite=strict", "path=/"} <= parts
    assert not any(part.startswith("domain") for part in parts)
    status, headers, page = browser.ask("/review")
    assert status == 200
    decided = {name: value_of(page, name) for name in ("token", "item", "shown")} | {"decision": "accept"}
    assert browser.ask("/review/decide", {**decided, "token": "0" * 64})[0] == 403
    assert browser.ask("/review/decide", decided)[0] == 303
    with Ledger.open(ferry / "zopa.db") as ledger:
        assert [(review.decision, review.by) for review in ledger.reviews()] == [("accept", "Rev")]
    browser.connection.close()
    refuses_what_is_not_safe(port)


def refuses_what_is_not_safe(port: int) -> None:
    """Plain http gets no answer, and a browser that does not trust the certificate stops by itself."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as plain:
        plain.request("GET", "/sign-in")
        with pytest.raises((http.client.HTTPException, ConnectionError)):
            plain.getresponse()
    wary = ssl.create_default_context()
    with (
        closing(http.client.HTTPSConnection("127.0.0.1", port, timeout=30, context=wary)) as stranger,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        stranger.request("GET", "/sign-in")
