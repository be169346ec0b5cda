"""Who is credited with an article: the line above it, and the credits of the bureaus below it.

Credits are taken apart at commas and 'and', piece by piece, so that the cost is linear in their length.
"""

from __future__ import annotations

import re
from typing import Literal

from zopa.coverage.article import Byline

Role = Literal["author", "contributor", "assistant"]

LONGEST_CREDIT = 600
"""A paragraph of more characters is no credit."""

_PART = r"(?:[A-Z]\.|(?:[A-Z]|O['’]|Mc|Mac|al-|el-)[\w'’\-]*\w|d['’][A-Z]\w+)"
_LINK = r"(?:de|del|della|van|von|der|den|bin|al|el|la|le|di|da|dos|ter|ten)"
_NAME = re.compile(rf"{_PART}(?: (?:{_LINK} ){{0,2}}{_PART}){{0,4}}")
_PLACE = re.compile(rf"{_PART}(?: {_PART}){{0,3}}")
_REGION = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]")
_LONGEST_NAME = 60

_TO_THIS = r" (?:to|on|with|in) (?:this|the) (?:report|article|story|piece|reporting)"
_CREDIT_FORMS: tuple[tuple[Role, str], ...] = (
    (
        "contributor",
        r"(?:[\w .'’]{0,40}\b(?:[Ww]riters?|[Rr]eporters?|[Jj]ournalists?|[Cc]orrespondents?) )?"
        rf"(?P<names>.+?) (?:also )?contributed(?: reporting)?{_TO_THIS}",
    ),
    (
        "contributor",
        rf"(?P<names>.+?) (?:also )?(?:contributed|reported)(?: reporting)?(?:{_TO_THIS})?(?P<places> from .+)",
    ),
    ("assistant", rf"(?P<names>.+?) (?:also )?(?:assisted|helped){_TO_THIS}(?P<places> from .+)?"),
    (
        "contributor",
        r"(?:[Aa]dditional|[Ff]urther|[Ww]ith(?: additional)?) reporting(?: was (?:contributed|provided))? by "
        r"(?P<names>.+)",
    ),
    ("author", r"(?:[Rr]eporting|[Ww]ritten|[Rr]eported) by (?P<names>.+)"),
    ("assistant", r"(?:[Ee]diting|[Ee]dited|[Tt]ranslated|[Tt]ranslation|[Ww]riting) by (?P<names>.+)"),
)
_CREDITS = tuple((role, re.compile(form)) for role, form in _CREDIT_FORMS)
_TOP = re.compile(r"(?:By|BY|Reported by|Written by|Story by)[: ]+(?P<names>[^|(–—]+?)(?P<rest>\s?[|(–—].{0,60})?")
_TOP_STAFF = re.compile(
    r"(?:by|from)[: ]+(?:(?:our |the )?(?:[\w.'’]+ )?(?:staff|agencies|newsroom|editors?|correspondents?|web ?desk"
    r"|news ?desk|admin|reporters?|associated press|reuters|afp))\b.{0,60}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z’'\)]{2}[.;])\s+|(?<=[.;])\s+(?=(?:Editing|Additional|Reporting|Writing|With)\b)")
_PIECES = re.compile(r"(,? (?:and|&) |[,;] (?:and )?|,? (?:(?:reported|contributed) )?(?:from|in) )")
_NOBODY = frozenset({"staff", "agencies", "reporter", "reporters", "newsroom", "editor", "editors"})


def read_credits(paragraph: str) -> tuple[Byline, ...] | None:
    """The people a paragraph credits, or None if any sentence of it is more than a credit.

    ``Kent and Lane contributed from Washington, Prince from Paris. Olsen assisted with this report.`` Brackets around
    the whole are allowed. A credit may name nobody (``Reporting by staff``): then the tuple is empty.
    """
    if len(paragraph) > LONGEST_CREDIT:
        return None
    found: list[Byline] = []
    sentences = [part.strip(" .;") for part in _SENTENCE.split(_unwrapped(paragraph))]
    for sentence in filter(None, sentences):
        credited = _credit(sentence)
        if credited is None:
            return None
        found.extend(credited)
    return tuple(found) if any(sentences) else None


def read_byline(line: str) -> tuple[Byline, ...] | None:
    """The authors named by a line such as ``By Ann Lee and Bo Chen in Oslo``, or None if it is no such line."""
    if len(line) > LONGEST_CREDIT or len(line.split()) > 16:
        return None
    if _TOP_STAFF.fullmatch(line):
        return ()
    match = _TOP.fullmatch(line)
    if match is None:
        return None
    names, title = _without_title(match["names"])
    closed = (match["rest"] or title).endswith((".", "!", "?"))
    people = _people(names.rstrip("."), "author")
    return tuple(people) if people and not closed else None


def split_names(names: str) -> tuple[str, ...]:
    """``A, B and C`` as three names; words such as 'staff' that name nobody are left out."""
    parts = (part.strip() for part in _PIECES.split(names)[::2])
    return tuple(part for part in parts if part and part.lower() not in _NOBODY)


def _unwrapped(paragraph: str) -> str:
    bare = paragraph.strip(" *_—–-")
    return bare[1:-1] if bare[:1] in "([" and bare[-1:] in ")]" else bare


def _without_title(names: str) -> tuple[str, str]:
    """Names, and the office that follows the last of them (``Ann Lee, senior correspondent``)."""
    before, comma, last = names.rpartition(", ")
    last = last.removeprefix("and ")
    if comma and not _is_name(last.rstrip(".")) and not _PIECES.search(last):
        return before, last
    return names, ""


def _credit(sentence: str) -> list[Byline] | None:
    for role, pattern in _CREDITS:
        match = pattern.fullmatch(sentence)
        if match is None:
            continue
        people = _people(match["names"] + (match.groupdict().get("places") or ""), role)
        if people is not None:
            return people
    return None


def _people(text: str, role: Role) -> list[Byline] | None:
    """The people of a list such as ``A in X, B and C in Y and D``, or None if it is anything else."""
    pieces = _PIECES.split(text)
    found: list[Byline] = []
    waiting: list[str] = []
    for between, piece in zip(["", *pieces[1::2]], pieces[::2], strict=True):
        if between.endswith(("from ", "in ")):
            if not waiting or not _PLACE.fullmatch(piece[:_LONGEST_NAME]):
                return None
            found.extend(Byline(name, piece, role) for name in waiting)
            waiting = []
        elif _REGION.fullmatch(piece) and found and not waiting and found[-1].place:
            place = f"{found[-1].place}, {piece}" if piece.endswith(".") else f"{found[-1].place}, {piece}."
            found = [_moved(byline, found[-1].place, place) for byline in found]
        elif _is_name(piece):
            waiting.append(piece)
        elif piece.lower() not in _NOBODY:
            return None
    return found + [Byline(name, None, role) for name in waiting]


def _moved(byline: Byline, before: str | None, place: str) -> Byline:
    return Byline(byline.name, place, byline.role) if byline.place == before else byline


def _is_name(piece: str) -> bool:
    return len(piece) <= _LONGEST_NAME and piece.lower() not in _NOBODY and _NAME.fullmatch(piece) is not None
