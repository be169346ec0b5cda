"""``zopa serve``: says where the workbench is, serves it, and refuses what is not safe."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.ferry import Zopa

from zopa.errors import UsageError
from zopa.workbench import serving


def test_it_says_where_it_is_and_serves(ferry: Path) -> None:
    """On a free port; a page comes, and an interrupt ends it."""
    command = [sys.executable, "-m", "zopa", "serve", str(ferry), "--port", "0", "--by", "Ana"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    try:
        assert server.stderr is not None
        found = re.search(r"of ferry is at http://127\.0\.0\.1:(\d+)/", server.stderr.readline())
        assert found
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=30)
        connection.request("GET", "/articles")
        reply = connection.getresponse()
        assert (reply.status, "Nothing has been read yet." in reply.read().decode()) == (200, True)
        connection.close()
    finally:
        server.terminate()
        server.wait(20)
        if server.stderr is not None:
            server.stderr.close()


def test_another_host_needs_more(zopa: Zopa, ferry: Path, tmp_path: Path) -> None:
    """One message says what; nothing is served."""
    outcome = zopa("serve", ferry, "--host", "0.0.0.0")
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert "--certificate FILE --key FILE" in outcome.err
    none = zopa("serve", ferry, "--behind-proxy", "https://zopa.example.org", "--accounts", tmp_path / "none.json")
    assert "zopa user add NAME --role editor" in none.err


def test_a_host_that_cannot_be_one_is_said() -> None:
    """A slip of the keyboard in the name, met when the name is looked up."""
    with pytest.raises(UsageError, match="there can be no such name"):
        serving._listen("é" * 70, 0)


def test_a_taken_port_is_said(zopa: Zopa, ferry: Path) -> None:
    """With what to do."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        outcome = zopa("serve", ferry, "--port", taken.getsockname()[1])
    assert outcome.status == 2
    assert "--port 0" in outcome.err


def test_a_case_that_is_none_is_said(zopa: Zopa, tmp_path: Path) -> None:
    """As with every command."""
    assert zopa("serve", tmp_path / "nothing").status == 2
