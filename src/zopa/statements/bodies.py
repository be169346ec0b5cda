"""Names of places and bodies: what the text itself tells of a name that nobody bears."""

from __future__ import annotations

import re

from zopa.statements.lexicon import word_set

_SITES = word_set(
    """
    lower upper port little old new north south east west northern southern eastern western great fort mount lake cape
    """
)
_PEOPLE_OF = r"(?:ans?|ese|ish)"
_BETWEEN = r"(?:\s+(?!(?:the|a|an|this|that\s+the|he|she|his|her|who)\b)[a-z]+){0,4}?"


def is_body(text: str, name: str) -> bool:
    """Whether a text speaks of a name as of a place or a body, at any of its mentions.

    It does where it goes on with ``which`` (*Acme, which owns the ship*) or ``its`` (*Acme says its costs*), knows a
    word for the people (*Acmia*, *the Acmian side*), or where the name says what lies there (*Port Acme*). Linear in
    the length of the text.
    """
    parts = name.split()
    if len(parts) > 1 and parts[0].lower() in _SITES:
        return True
    written = r"\s+".join(re.escape(part) for part in parts)
    spoken_of = rf"\b{written}(?:,\s+which\b|{_BETWEEN}\s+its\s)"
    if re.search(spoken_of, text) is not None:
        return True
    return (
        len(parts) == 1
        and name.endswith("a")
        and re.search(rf"\b{re.escape(name[:-1])}{_PEOPLE_OF}\b", text) is not None
    )
