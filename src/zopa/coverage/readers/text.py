"""Plain text files: the words as they stand."""

from __future__ import annotations

from zopa.coverage.build import Draft
from zopa.coverage.decoding import decode


def read_text(raw: bytes, doc: str, source: str) -> Draft:
    """A .txt file as a draft. Raises Unreadable."""
    text, encoding = decode(raw)
    return Draft(doc, source, text, raw, notes=encoding_note(encoding))


def encoding_note(encoding: str) -> tuple[str, ...]:
    """What to tell the reader where a file was not UTF-8."""
    if encoding in ("utf-8", "utf-8-sig"):
        return ()
    return (f"read as {'Windows-1252' if encoding == 'cp1252' else encoding.upper()}: it is not UTF-8",)
