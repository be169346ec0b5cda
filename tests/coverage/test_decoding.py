"""Decoding: the words of a page are read exactly, or the page is refused."""

from __future__ import annotations

import codecs

import pytest

from zopa.coverage.decoding import decode
from zopa.coverage.page import Unreadable

WORDS = "“No deal,” the café owner said – twice."
RUSSIAN = "Переговоры о мире продолжаются в столице."


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (WORDS.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode("utf-8"), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32"),
        (WORDS.encode("cp1252"), "cp1252"),
    ],
)
def test_known_encodings_give_the_same_words(raw: bytes, encoding: str) -> None:
    """UTF-8, Unicode with a mark, Windows-1252; the encoding used is named."""
    assert decode(raw) == (WORDS, encoding)


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    """A page may say what it is; UTF-8 is still tried first."""
    assert decode(RUSSIAN.encode("cp1251"), "windows-1251") == (RUSSIAN, "windows-1251")
    assert decode(RUSSIAN.encode("utf-8"), "windows-1251") == (RUSSIAN, "utf-8")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "ZP101"),
        (b" \n\t ", "ZP101"),
        (codecs.BOM_UTF8 + b"  ", "ZP101"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ZP102"),
        (b"PK\x03\x04 and so on", "ZP102"),
        (b"%PDF-1.4 and so on", "ZP102"),
        (b"words \x00 and a zero", "ZP102"),
        (b"\x01\x02\x03\x04 words", "ZP102"),
        (RUSSIAN.encode("cp1251"), "ZP103"),
        (RUSSIAN.encode("koi8-r"), "ZP103"),
        (b"words and \x81 an undefined byte", "ZP103"),
        (codecs.BOM_UTF16_LE + b"odd", "ZP103"),
        ("講和の条件について".encode("shift-jis"), "ZP103"),
    ],
)
def test_what_cannot_be_read_exactly_is_refused(raw: bytes, code: str) -> None:
    """Empty, binary, or in an encoding that could only be guessed."""
    with pytest.raises(Unreadable) as refused:
        decode(raw)
    assert refused.value.code == code


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    """A page may declare nonsense."""
    assert decode(WORDS.encode("cp1252"), "no-such-code") == (WORDS, "cp1252")
