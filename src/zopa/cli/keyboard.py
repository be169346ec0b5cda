"""Single keys and short lines from a terminal."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from zopa.casework.keys import name_of
from zopa.cli.output import safe
from zopa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

_ARROW = 3
"""Characters a terminal sends for an arrow."""


class Keyboard:
    """The terminal, read key by key; a context, because the terminal has to be put back as it was.

    Keys pressed ahead are kept. The end of the input (Ctrl-D, a closed window) raises EOFError. Raises UsageError where
    standard input or output is no terminal.
    """

    def __init__(self) -> None:
        if sys.stdin is None or not sys.stdin.isatty() or not sys.stdout.isatty():
            raise UsageError(
                "zopa review reads single keys and needs a terminal. Without one, list what there is with zopa "
                "positions, and bring decisions in with: zopa import reviews FILE --into CASE"
            )
        self._waiting: list[str] = []
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._before: list[Any] | None = None

    def __enter__(self) -> Keyboard:
        try:
            import termios
            import tty
        except ImportError:  # Windows: click reads the keys there.
            return self
        self._before = termios.tcgetattr(sys.stdin.fileno())
        tty.setcbreak(sys.stdin.fileno(), termios.TCSADRAIN)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            import termios

            termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, self._before)

    def key(self) -> str:
        """The next key, by its name. Waits for it."""
        while not self._waiting:
            self._waiting += _split(self._read())
        return name_of(self._waiting.pop(0))

    def _read(self) -> str:
        if self._before is None:
            return click.getchar()
        data = os.read(sys.stdin.fileno(), 1024)
        if not data or data == b"\x04":
            raise EOFError
        return self._decoder.decode(data)

    def line(self, prompt: str, start: str = "") -> str | None:
        """A line, typed with echo and ended by Enter; None where Escape leaves it."""
        typed = start
        click.echo(f"{prompt}{safe(typed)}", nl=False)
        while True:
            key = self.key()
            if key in ("enter", "escape"):
                click.echo()
                return typed.strip() if key == "enter" else None
            if key == "backspace" and typed:
                typed = typed[:-1]
                click.echo("\b \b", nl=False)
            letter = " " if key == "space" else key
            if len(letter) == 1 and letter.isprintable():
                typed += letter
                click.echo(letter, nl=False)

    def choice(self, what: str, options: Sequence[tuple[str, str]], now: str | None = None) -> str | None:
        """One of several pairs (id, description), by its number or else its id; None where Escape leaves."""
        for number, (id, words) in enumerate(options, 1):
            mark = "*" if id == now else " "
            click.echo(safe(f" {mark}{number:>3}  {id}" + (f": {words}" if words else "")))
        while True:
            typed = self.line(f"{what} (number): ")
            if typed is None or (typed == "" and now is not None):
                return None if typed is None else now
            if typed.isdecimal() and 1 <= int(typed) <= len(options):
                return options[int(typed) - 1][0]
            if typed in (id for id, _ in options):
                return typed
            click.echo(f"Type a number from 1 to {len(options)}, or Escape.")


def _split(text: str) -> list[str]:
    """What a terminal sent, cut into keys: an arrow is three characters, every other key one."""
    keys = []
    while text:
        length = _ARROW if text.startswith("\x1b[") and len(text) >= _ARROW else 1
        keys.append(text[:length])
        text = text[length:]
    return keys
