"""Bytes to text, without ever guessing so far that the words of a quotation could change."""

from __future__ import annotations

import codecs

from zopa.coverage.page import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"PK\x03\x04", "an archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_TEXT_CONTROLS = frozenset("\t\n\r\x0b\x0c\x85\u2028\u2029")


def decode(raw: bytes, declared: str | None = None) -> tuple[str, str]:
    """The text of a file and the name of the encoding it was read in.

    Tried in this order: the byte order mark (UTF-8, UTF-16, UTF-32), UTF-8, the encoding the page itself declares,
    Windows-1252. The last is accepted only where the result looks like Western European prose. Raises Unreadable for
    an empty file, for what is not text, and for what can be read in no sensible way.
    """
    if not raw.strip():
        raise Unreadable("ZP101", "the file is empty; save the page again or remove the file")
    _refuse_binary(raw)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _checked(_strict(raw, encoding)), encoding
    if b"\x00" in raw:
        raise Unreadable("ZP102", "the file is not text (it holds zero bytes); save it as UTF-8 text")
    try:
        return _checked(raw.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _fallback(raw, declared)


def _refuse_binary(raw: bytes) -> None:
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise Unreadable("ZP102", f"the file is {what}, not text; save the page as text, HTML or PDF")


def _strict(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown() from error


def _fallback(raw: bytes, declared: str | None) -> tuple[str, str]:
    for encoding in (declared, "cp1252"):
        text = _try(raw, encoding) if encoding else None
        if text is not None and (encoding == declared or _looks_western(text)):
            return text, str(encoding)
    raise _unknown()


def _try(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _unknown() -> Unreadable:
    return Unreadable("ZP103", "the encoding is unknown; save the file as UTF-8")


def _checked(text: str) -> str:
    if not text.strip():
        raise Unreadable("ZP101", "the file is empty; save the page again or remove the file")
    if _share_of_controls(text) > 0.001:
        raise Unreadable("ZP102", "the file is not text (it holds control characters); save it as UTF-8 text")
    return text


def _looks_western(text: str) -> bool:
    """Mostly plain letters and spaces: text of another alphabet read as Windows-1252 is mostly accented letters."""
    letters = sum(character.isalpha() for character in text)
    accented = sum(character.isalpha() and ord(character) > 127 for character in text)
    words = sum(character.isalpha() or character.isspace() for character in text)
    return _share_of_controls(text) == 0 and letters > 0 and accented <= 0.25 * letters and words >= 0.6 * len(text)


def _share_of_controls(text: str) -> float:
    controls = sum(
        (ord(character) < 32 or 127 <= ord(character) < 160) and character not in _TEXT_CONTROLS for character in text
    )
    return controls / max(len(text), 1)
