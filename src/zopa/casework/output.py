"""Writing a result where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write a text file, making the folders it stands in. Raises OutputError with the reason.

    The file appears whole or not at all: what stood there before is replaced only once the new text is on disk.
    """
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(text, "utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}. Choose another place with -o.") from error
