"""A command run in a pseudo-terminal: keys go in as a person types them, the screen comes out as text."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence

_PATIENCE = 60.0
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A command on its own terminal. Use it in a ``with`` block; ``status`` is its exit status afterwards."""

    def __init__(self, arguments: Sequence[object], **environment: str) -> None:
        self.outside, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "zopa", *map(str, arguments)],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**os.environ, "TERM": "xterm-256color", **environment},
            start_new_session=True,
        )
        os.close(inside)
        self.raw = ""
        self.status: int | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self.outside)

    def until(self, words: str) -> str:
        """What was shown until ``words`` appear; that is taken off, so the next call starts after it."""
        return self._wait(words)

    def type(self, keys: str, words: str) -> str:
        """Type keys and give what is shown until ``words`` appear."""
        os.write(self.outside, keys.encode())
        return self._wait(words)

    def end(self) -> str:
        """The rest of what was shown, once the command has ended by itself."""
        shown = self._wait(None)
        self.status = self.process.wait(_PATIENCE)
        return shown

    def _wait(self, words: str | None) -> str:
        give_up = time.monotonic() + _PATIENCE
        while words is None or words not in _plain(self.raw):
            ready, _, _ = select.select([self.outside], [], [], max(0.0, give_up - time.monotonic()))
            assert ready, f"{words!r} was not shown; the screen was:\n{_plain(self.raw)}"
            try:
                data = os.read(self.outside, 65536)
            except OSError:
                data = b""
            if not data:
                assert words is None, f"ended before {words!r}; the screen was:\n{_plain(self.raw)}"
                break
            self.raw += data.decode("utf-8", "replace")
        shown = _plain(self.raw)
        cut = len(shown) if words is None else shown.index(words) + len(words)
        self.raw = shown[cut:]
        return shown[:cut]


def _plain(raw: str) -> str:
    return _CONTROL.sub("", raw).replace("\r\n", "\n")
