"""Fixtures shared by all tests."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

settings.register_profile("zopa", deadline=None)
settings.load_profile("zopa")
"""No deadline for one example: how long it takes says more about the machine than about the code."""

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the repository."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data beside the repository; tests that need it skip where it is absent."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the development data (../shared) is not beside this repository")
    return folder


@pytest.fixture(autouse=True, scope="session")
def nobodys_config(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or changes the settings of who runs it, nor does a command that it starts."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "APPDATA"):
            patch.setenv(name, str(tmp_path_factory.getbasetemp() / "config"))
        yield


@pytest.fixture
def own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of zopa among the settings of a person who has none yet."""
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "config"))
    folder = tmp_path / "config" / "zopa"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(autouse=True, scope="session")
def ctrl_c_interrupts() -> Iterator[None]:
    """Ctrl-C interrupts, in tests and in the commands they start, even where a background job began with it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
