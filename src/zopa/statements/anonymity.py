"""Unnamed sources in an article's own words: how many, of what, and why they stay unnamed."""

from __future__ import annotations

import re

from zopa.statements.names import bare
from zopa.statements.roles import ANONYMOUS_NOUNS, GROUP_NOUNS
from zopa.statements.statement import Anonymity

_LEADING = re.compile(r"^(?:the|a|an|some|both|one|another|unnamed|unidentified|this|that|citing)\s+", re.IGNORECASE)
_CLAUSE_VERBS = r"(?:requested|asked|declined|refused|spoke|insisted|sought|demanded)"
_DESCRIPTION_END = re.compile(
    rf"\s*,?\s*\b(?:who|speaking)\s+(?:\w+\s+){{0,3}}?{_CLAUSE_VERBS}\b.*$|"
    r",.*$|\s+(?:obtained|seen|reviewed|published|released)\s+by\s.*$|"
    r"\s+(?:sent|circulated|issued|addressed|handed|posted|signed|drawn up|prepared|drafted|dated|filed)\b.*$|"
    r"(?<!\bof)(?<!\bin)(?<!\bat)\s+(?:that|which)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_WHO_IS = re.compile(r"\s+who\s+(?:is|are|was|were)\s+(?=\w+ed\b|familiar|close)", re.IGNORECASE)
_SAYING = r"(?=\s+(?:said|says|told|added|indicated|confirmed|stated|warned|insisted)\b|[,;.“”\"]|$)"
_REASONS = (
    re.compile(
        r"(?:(?:requested|requesting|on condition of|on the condition of|granted|asked for|sought|demanded) anonymity|"
        rf"(?:asked|declined|refused|requested) (?:not )?to (?:be|remain) (?:named|identified|unnamed|anonymous)|"
        rf"anonymously)"
        rf"\s*(?P<reason>[^,;.“”\"]*?){_SAYING}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<reason>(?:because\s+\w+\s+(?:is|are|was|were)\s+)?not (?:authori[sz]ed|allowed|permitted) to\s+"
        rf"[^,;.“”\"]*?){_SAYING}",
        re.IGNORECASE,
    ),
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "both": 2, "a": 1, "an": 1, "one": 1, "another": 1}  # fmt: skip
_OF_BODY = re.compile(
    r"\s(?:at|from|in|inside|of|within|for|with)\s+(?:the\s+)?(?P<body>(?!talks\b|knowledge\b|negotiations\b|matter\b)"
    r"[\w’'&-]+(?:\s+[\w’'&-]+){0,5})$"
)
_NOT_OF_A_BODY = re.compile(r"\b(?:familiar|briefed|knowledge|involved|aware|privy|close|who|heard)\b", re.IGNORECASE)
_NOUNS = ANONYMOUS_NOUNS | frozenset(word for word in GROUP_NOUNS if word.endswith("s"))
_RANK = frozenset(["senior", "top", "former", "high-ranking", "junior", "leading", "unnamed", "close", "western"])


def described(words: str) -> str:
    """A description without its article and without the clause that says why no name is given."""
    plain = _WHO_IS.sub(" ", _DESCRIPTION_END.sub("", words.strip()))
    return bare(_LEADING.sub("", plain).strip() or words.strip())


def anonymity_of(words: str, sentence: str) -> Anonymity:
    """What an article tells of an unnamed source: ``words`` describe it, ``sentence`` holds them."""
    return Anonymity(described(words), _reason(sentence), _number(words), _affiliation(described(words)))


def _reason(sentence: str) -> str | None:
    """``because they were not authorised to speak``, ``to discuss private talks``: the first reason given."""
    for pattern in _REASONS:
        for match in pattern.finditer(sentence):
            if reason := match["reason"].strip():
                return reason
    return None


def _number(words: str) -> int | None:
    """How many there are, where the words tell: a number, or one where the noun stands in the singular."""
    first = words.lower().split()[0] if words.split() else ""
    if first.isdigit():
        return int(first)
    if first in _NUMBERS:
        return _NUMBERS[first]
    head = next((word for word in re.findall(r"[\w-]+", words.lower()) if word in _NOUNS), None)
    return None if head is None or head.endswith("s") or head == "people" else 1


def _affiliation(description: str) -> str | None:
    """Whose they are: what stands behind ``at``, ``from`` or ``in`` (``the trade ministry``), else before the noun."""
    if _NOT_OF_A_BODY.search(description):
        description = _NOT_OF_A_BODY.split(description)[0].strip()
    elif match := _OF_BODY.search(description):
        return match["body"]
    words = description.split()
    noun = next((place for place, word in enumerate(words) if word.lower() in _NOUNS), 0)
    before = [word for word in words[:noun] if word.lower() not in _RANK | set(_NUMBERS) and not word.isdigit()]
    return bare(" ".join(word for word in before if word.lower() not in ("several", "multiple"))) or None
