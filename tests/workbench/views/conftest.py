"""A running workbench and a headless browser to look at it with."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.chromium import chromium as start
from tests.cli.ferry import ARTICLES, CASE

import zopa
from zopa.workbench import Workspace, create_app
from zopa.workbench.safety import loopback


def serving(folder: Path) -> Iterator[str]:
    """The workbench of a case, served from a thread; gives its address."""
    workspace = Workspace(folder)
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = create_app(workspace, access=loopback(port), by="Ana")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
    workspace.close()


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Headless Chromium, one for the tests of the views."""
    opened = start(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.quit()


@pytest.fixture(scope="module")
def ferry_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ferry strike, dated, read once for a module of browser tests."""
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "coverage").mkdir()
    (folder / "case.yaml").write_text(f"# A comment that stays.\n{CASE}as_of: 2031-03-10\n", "utf-8")
    for day, (name, text) in enumerate(ARTICLES.items(), start=3):
        (folder / "coverage" / name).write_text(text, "utf-8")
        sidecar = folder / "coverage" / f"{Path(name).stem}.meta.yaml"
        sidecar.write_text(f"outlet: Harbour Gazette\npublished: 2031-03-{day:02}\n", "utf-8")
    zopa.open_case(folder).read()
    return folder


@pytest.fixture(scope="module")
def address(ferry_folder: Path) -> Iterator[str]:
    """Where the workbench of the ferry strike runs."""
    yield from serving(ferry_folder)
