"""Comparisons: statements that say in so many words that one issue matters more to a party than another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.coverage.article import words_of
from zopa.positions.speakers import party_of
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.statements.statement import Statement

_LESS = re.compile(
    r"(?P<more>[^.;]{2,80}?)\s+(?:matters?|mattered|counts?|weighs?)\s+(?:\w+\s+)?more(?:\s+to\s+\w+)?\s+than\s+"
    r"(?P<less>[^.;,]{2,80})|"
    r"(?P<first>[^.;]{2,80}?)\s+(?:is|are|was|were)\s+(?:\w+\s+)?more\s+(?:important|urgent|pressing)"
    r"(?:\s+(?:to|for)\s+\w+)?\s+than\s+(?P<second>[^.;,]{2,80})|"
    r"\b(?:cares?|cared)\s+(?:\w+\s+)?more\s+(?:about|for)\s+(?P<loved>[^.;,]{2,80}?)\s+than\s+(?:about\s+|for\s+)?"
    r"(?P<other>[^.;,]{2,80})|"
    r"(?P<before>[^.;]{2,80}?)\s+(?:comes?|goes)\s+before\s+(?P<after>[^.;,]{2,80})",
    re.IGNORECASE,
)
_PAIRS = (("more", "less"), ("first", "second"), ("loved", "other"), ("before", "after"))
_DENIED = re.compile(r"\b(?:not|never|no|n['’]t|nothing|hardly|if|whether|\w+n['’]t)\b|\?", re.IGNORECASE)
_WORD = re.compile(r"[a-z][a-z'’-]+")
_PLAIN = stems("and at by for from in into of on or over the their to what when where which who whom with end ends")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A party says that the issue ``more`` matters more to it than the issue ``less``."""

    statement: str
    party: str
    more: str
    less: str


def comparisons_in(statement: Statement, article: Article, case: Case) -> list[Comparison]:
    """The comparisons of a statement by somebody who speaks for a party. What is denied or asked is none.

    Both sides must name one issue each, by a word of its name that no other issue's name has. Cost: linear in the
    words.
    """
    party = party_of(statement, article, case)
    if party is None:
        return []
    names = issue_words(case)
    found = []
    for match in _LESS.finditer(" ".join(words_of(statement.content, article.text, " ").split())):
        more, less = next((match[a], match[b]) for a, b in _PAIRS if match[a])
        first, second = _issue(more, names), _issue(less, names)
        if first and second and first != second and not _DENIED.search(match[0]):
            found.append(Comparison(statement.id, party, first, second))
    return found


def issue_words(case: Case) -> dict[str, list[str]]:
    """The words that stand for each issue of packages: its name, and words of it that no other issue's name has."""
    words = {issue.id: _words(issue.name) for issue in case.substantive}
    return {
        issue.id: [
            issue.name.lower(),
            *(word for word in words[issue.id] if sum(word in other for other in words.values()) == 1),
        ]
        for issue in case.substantive
    }


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.lower()) if word not in _PLAIN and len(word) > 2]


def _issue(words: str, names: Mapping[str, Sequence[str]]) -> str | None:
    """The one issue that some words name; None where they name none or several."""
    spoken = {form for word in _WORD.findall(words.lower()) for form in (word, word.removesuffix("s"))}
    named = [issue for issue, each in names.items() if any({word, word.removesuffix("s")} & spoken for word in each)]
    return named[0] if len(named) == 1 else None
