"""Provisos: a condition in the sentence behind a statement, on what the same speaker has just accepted or offered.

*She would sign for 5 per cent. But only if the strike ends first.* The second sentence has no clause of its own that
says anything, so it can only go on with the first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.positions.position import Condition
from zopa.positions.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.coverage.article import Article
    from zopa.positions.position import Position
    from zopa.statements.statement import Statement

_ONLY = r"(?:only\s+)?(?:if|once|when|after|provided(?:\s+that)?|as\s+long\s+as|on\s+(?:the\s+)?condition\s+that)"
_LEADS_IN = (
    rf"(?:(?:but|and|though|yet)\s+)?(?:only\s+(?:if|once|when|after|in\s+(?:return|exchange)\s+for)|"
    rf"provided(?:\s+that)?|as\s+long\s+as|on\s+(?:the\s+)?condition\s+that|on\s+one\s+condition\s*[:–—-])|"
    rf"(?:but\s+)?(?:that|this|it)\s+(?:would\s+)?(?:depends?|hinges?)\s+on|(?:but|and)\s+{_ONLY}"
)
_PROVISO = re.compile(rf"\s*[\"“‘]?(?P<words>(?:{_LEADS_IN})\s+[^.!?\n]{{3,300}})[.!?]", re.IGNORECASE)
_WHO_SAID = re.compile(
    r",?\s*[\"”’]?,?\s*(?:(?P<name>[^,.\"”]{2,60}?)\s+(?:said|says|added|adds|told\s[^,.]*)|"
    r"(?:said|says|added|adds)\s+(?P<named>[^,.\"”]{2,60}))$"
)
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_MAIN = re.compile(r",\s+(?:then\s+)?(?:\w+\s+){1,4}?(?:would|will|can|could|may|is|are|has|have)\b")


def condition_behind(statement: Statement, article: Article) -> Condition | None:
    """The condition that the sentence right behind a statement sets on it, in the same paragraph; None without one.

    A sentence that says more than the condition (*only if it rains, the port will close*) is a statement of its own,
    and so is one that somebody else is named for. Cost: linear in the sentence.
    """
    end = sentence_of(statement, article.text).end
    match = _PROVISO.match(article.text, end)
    if match is None or "\n" in article.text[end : match.start("words")] or _MAIN.search(match["words"]):
        return None
    said = _WHO_SAID.search(match["words"])
    if said is None:
        return Condition(match["words"].strip(' ”"’,'))
    who = said["name"] or said["named"]
    if who.lower() not in _PRONOUNS and who.split()[-1] not in statement.speaker.split():
        return None
    return Condition(match["words"][: said.start()].strip(' ”"’,'))


def with_proviso(positions: Iterable[Position], statement: Statement, article: Article) -> list[Position]:
    """The positions of a statement, what it accepts or offers made conditional on the proviso behind it."""
    found = list(positions)
    if not any(position.stance in ("accepts", "offers") and position.condition is None for position in found):
        return found
    condition = condition_behind(statement, article)
    if condition is None:
        return found
    return [
        replace(position, stance="conditions", condition=condition)
        if position.stance in ("accepts", "offers") and position.condition is None
        else position
        for position in found
    ]
