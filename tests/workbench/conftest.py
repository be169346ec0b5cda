"""A small case that was read, and a browser's stand-in for its workbench."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from tests.cli.ferry import ARTICLES, CASE

import zopa
from zopa.workbench import Access, Workspace, create_app
from zopa.workbench.accounts import Accounts

ORIGIN = "http://127.0.0.1:8470"


@pytest.fixture(scope="session")
def read_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case folder, read once."""
    made = tmp_path_factory.mktemp("read") / "ferry"
    (made / "coverage").mkdir(parents=True)
    (made / "case.yaml").write_text(CASE, "utf-8")
    for name, content in ARTICLES.items():
        (made / "coverage" / name).write_text(content, "utf-8")
    zopa.open_case(made).read()
    return made


@pytest.fixture
def folder(read_case: Path, tmp_path: Path) -> Path:
    """A case folder, read, of the test's own."""
    return Path(shutil.copytree(read_case, tmp_path / "ferry"))


@pytest.fixture
def workspace(folder: Path) -> Iterator[Workspace]:
    """The case, opened."""
    opened = Workspace(folder)
    yield opened
    opened.close()


class Visitor:
    """A browser: keeps its cookie, sends the token and the origin with a change.

    ``reply`` is what signing in brought, for a visitor that has signed in.
    """

    def __init__(self, client: TestClient, origin: str = ORIGIN) -> None:
        self.client, self.origin = client, origin
        self.reply: Any = None

    def get(self, path: str, **values: Any) -> Any:
        """A page or data."""
        return self.client.get(path, **values)

    def paths(self, method: str) -> list[str]:
        """The paths the workbench answers with a method."""
        app = self.client.app
        assert isinstance(app, Starlette)
        return [route.path for route in app.routes if isinstance(route, Route) and method in (route.methods or ())]

    def token(self) -> str:
        """The token that a page of this session holds."""
        found = re.search(r'X-Zopa-Token": "([0-9a-f]+)"', self.client.get("/review/keys").text)
        assert found
        return found[1]

    def post(self, path: str, data: dict[str, Any] | None = None, **values: Any) -> Any:
        """A change, as a page of ours sends it."""
        headers = {"origin": self.origin, "x-zopa-token": self.token(), **values.pop("headers", {})}
        return self.client.post(path, data=data or {}, headers=headers, **values)


@pytest.fixture
def visit(workspace: Workspace) -> Callable[..., Visitor]:
    """A new browser at the workbench: ``visit()``."""
    apps: dict[Any, Any] = {}

    def open_one(access: Access | None = None, origin: str = ORIGIN, accounts: Accounts | None = None) -> Visitor:
        app = apps.get(access) or create_app(workspace, access=access, by="Ana", accounts=accounts)
        apps[access] = app
        return Visitor(TestClient(app, base_url=origin, follow_redirects=False), origin)

    return open_one


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    """One browser."""
    return visit()
