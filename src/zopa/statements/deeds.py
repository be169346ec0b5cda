"""Deeds: where the outlet tells what somebody did or wants, the speaker is the outlet and not the one who did it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.cues import CUE_VERBS, CueKind, CueVerb, forms_of
from zopa.statements.roles import GROUP_NOUNS
from zopa.statements.words import AUXILIARIES, NEGATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.attribution import Attribution
    from zopa.statements.page import Page
    from zopa.statements.sources import Speaker

_DEED_KINDS = frozenset((CueKind.WISH, CueKind.STANCE, CueKind.NAMING))
_SAYING = frozenset((CueKind.SPEECH, CueKind.ADDRESS, CueKind.EVIDENCE))
_BEING = frozenset(("is", "are", "was", "were", "been", "being"))
_PROGRESSIVE = {
    form: readings
    for readings in CUE_VERBS.values()
    for form, ending in forms_of(readings[0].lemma).items()
    if ending == "ing"
}
_ASKED_TO = re.compile(
    r"(?!an?\s)(?:(?:on|upon|to)\s+)?(?:[\w’'-]+\s+){1,6}?to\s+(?!(?:the|an?|its|their|his|her)\s)\w"
)
_UTTERED = frozenset((("urge", ""), ("call", "on"), ("call", "upon"), ("appeal", "to")))
_SEEMING = frozenset(("seem", "seems", "seemed", "appear", "appears", "appeared"))
_RELATIVES = frozenset(("that", "which", "who", "whose", "where"))
_PLURAL_HEAD = re.compile(r"(?:[^\s]*[^s\W]s|people|men|women|many|most|both|police|media)$", re.IGNORECASE)
_BEHIND_HEAD = re.compile(r"\s+(?:of|for|on|in|at|with|from|to|who|seeking|close|familiar|briefed)\s.*$", re.DOTALL)


def is_deed(page: Page, attribution: Attribution, speaker: Speaker) -> bool:
    """Whether the outlet tells what somebody did or wants rather than what was said.

    So it is where a state is the subject, where the saying is denied ("did not specify"), and where the verb is one of
    wish or stance with a thing or an infinitive behind it ("rejected the plan"), or says how somebody seems.
    """
    if page.quoted_share(attribution.content) > 0 or not attribution.cue:
        return False
    cue = [word for span in attribution.cue for word in span.of(page.article.text).lower().split()]
    if any(word in _SEEMING for word in cue):
        return True
    kinds = {reading.kind for word in cue for reading in _readings(word)}
    progressive = cue[0] in _BEING
    if any(word.endswith("ing") for word in cue) and not progressive:
        return False
    if _plans(page, attribution, cue) and not kinds & _SAYING:
        return speaker.kind != "document"
    if not kinds:
        return False
    if speaker.is_state or any(word in NEGATIONS for word in cue):
        return True
    return bool(kinds & _DEED_KINDS) and not _is_clause(page, attribution)


def _readings(word: str) -> tuple[CueVerb, ...]:
    """What a verb can be; ``asking`` and its like are looked up by what they are forms of."""
    return CUE_VERBS.get(word) or _PROGRESSIVE.get(word, ())


def _plans(page: Page, attribution: Attribution, cue: Sequence[str]) -> bool:
    """``The bloc is planning to answer``, ``the cabinet voted to accept``: an infinitive behind a verb of no saying."""
    content = attribution.content[0]
    behind = content.start > attribution.cue[-1].end
    verbal = cue[-1].endswith(("s", "ed", "ing")) or cue[0] in AUXILIARIES
    return behind and verbal and content.of(page.article.text).startswith("to ") and bool(attribution.source)


def is_uttered(attribution: Attribution, text: str) -> bool:
    """Whether a deed is one of speech, put under whoever did it: ``called it a mistake``, ``urged them to go``."""
    asks = _ASKED_TO.match(attribution.content[0].of(text)) is not None
    words = [word for span in attribution.cue for word in span.of(text).lower().split()]
    return (
        bool(attribution.source)
        and not any(word in NEGATIONS or word in _SEEMING for word in words)
        and any(
            (reading.kind is CueKind.NAMING and particle != "for") or (asks and (reading.lemma, particle) in _UTTERED)
            for word, particle in zip(words, [*words[1:], ""], strict=True)
            for reading in _readings(word)
        )
    )


def _is_clause(page: Page, attribution: Attribution) -> bool:
    """Whether content is a clause: ``that`` stands before it, it stands before its cue, or it has a verb of its own."""
    text, content = page.article.text, attribution.content[0]
    between = text[attribution.cue[-1].end : content.start].lower().split()
    if "that" in between or content.start < attribution.cue[0].start:
        return True
    words = list(takewhile(lambda word: word not in _RELATIVES, content.of(text).lower().split()))
    return bool(words) and words[0] not in ("to", "not") and any(word in AUXILIARIES for word in words)


def clause_of(attribution: Attribution) -> Span:
    """The clause that tells a deed: from its subject to the end of its object."""
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def tells_itself(speaker: Speaker) -> bool:
    """Whether a deed is put under the one who did it: several people together (``European officials``), the unnamed
    and documents. What a person, a state or a body (``the union``) did is told by the outlet."""
    if speaker.kind == "person" or speaker.is_state:
        return False
    return speaker.kind != "group" or are_several(speaker.name)


def are_several(description: str) -> bool:
    """Whether a description means several people rather than one body."""
    head = _BEHIND_HEAD.sub("", description)
    if " and " in head:
        return True
    words = head.split()
    named = len(words) > 1 and words[-1][:1].isupper() and words[-1].lower() not in GROUP_NOUNS  # *Calder Terminals*
    return not named and _PLURAL_HEAD.search(head) is not None
