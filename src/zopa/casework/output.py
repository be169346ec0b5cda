"""Writing a result where it was asked for."""

from __future__ import annotations

from pathlib import Path

from zopa.errors import OutputError


def write(path: Path | str, text: str) -> None:
    """Write a text file, making the folders it stands in. Raises OutputError with the reason.

    The file appears whole or not at all: what stood there before is replaced only once the new text is on disk. A link
    is followed; what is no plain file (a device, a pipe) is written to and stays what it is.
    """
    path = Path(path)
    if not path.name or path.is_dir():
        raise OutputError(f"{path} is a folder. Name a file in it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            path.write_text(text, "utf-8")
        else:
            _replace(path.resolve(), text)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error


def _replace(path: Path, text: str) -> None:
    unfinished = path.with_name(path.name + ".unfinished")
    try:
        unfinished.write_text(text, "utf-8")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
