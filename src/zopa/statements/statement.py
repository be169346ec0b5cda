"""A statement: who said what, through whom, when, with the exact spans it rests on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.coverage.article import Span

SpeakerKind = Literal["person", "group", "document", "anonymous", "narrator"]
DayBasis = Literal["words", "context", "published"]
QuoteType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Anonymity:
    """An unnamed source in the article's own words: its description, and the reason given for staying unnamed.

    ``number`` is how many people the words count, ``affiliation`` whose they are (``the trade ministry``); both None
    where the words do not tell.
    """

    description: str
    reason: str | None = None
    number: int | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed statement. It knows nothing of any case: the speaker is a person, group or document.

    ``speaker`` is the fullest name the article gives (``Yuri Ushakov``), the description of an unnamed source
    (``a source familiar with the negotiations``), or ``narrator`` for the outlet's own voice. ``office`` and
    ``affiliation`` are what the article says of the speaker (``Secretary of State``, ``Carnegie Russia Eurasia
    Center``). ``relayed_via`` lists, in order, the outlets or platforms the words came through, never the article's
    own outlet. ``content``, ``cue`` and ``source`` are spans of the article's text; content has several spans where
    the cue interrupts it. ``said_on`` is an ISO day or month; ``said_on_exact`` is False where it was inferred, and
    ``said_on_from`` tells from what: the sentence's own ``words``, its ``context`` (a sentence near it, or the lead),
    or the day the article was ``published``, because a report leads with the news of its day. ``confidence`` is between
    0 and 1.
    """

    id: str
    article: str
    speaker: str
    speaker_kind: SpeakerKind
    relayed_via: tuple[str, ...]
    anonymous: Anonymity | None
    quote_type: QuoteType
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    said_on: str | None
    said_on_exact: bool
    confidence: float
    office: str | None = None
    affiliation: str | None = None
    said_on_from: DayBasis | None = None

    @property
    def named(self) -> bool:
        """Whether the speaker is a person with a name."""
        return self.speaker_kind == "person"


def statement_id(article: str, content: Sequence[Span], joint_speaker: str | None = None) -> str:
    """The id of a statement: a hash of its article's id, its content spans and, for joint speakers, the speaker.

    Where two people said the same words with one voice, the speaker tells their statements apart; everywhere else the
    id stays the same when a better reading names the speaker differently. 16 hexadecimal digits.
    """
    key = article + "".join(f"|{span.start}-{span.end}" for span in content)
    key += f"|{joint_speaker}" if joint_speaker is not None else ""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
