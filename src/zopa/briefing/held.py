"""Who holds what: parties, issues, the cells of the matrix, changes of position, and packages on the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from zopa.positions.position import Stance, Strength


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """A side of the negotiation. ``role`` says whether its consent is needed."""

    id: str
    name: str
    role: Literal["signatory", "ratifier", "other"]


@dataclass(frozen=True, slots=True)
class OptionEntry:
    """One outcome of an issue."""

    id: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """One issue; ``procedure`` issues are shown but are no part of a package."""

    id: str
    name: str
    kind: Literal["substance", "procedure"]
    options: tuple[OptionEntry, ...]


@dataclass(frozen=True, slots=True)
class StanceEntry:
    """What a party holds on one option, as of the date, from ``origins`` independent origins."""

    option: str
    stance: Stance
    strength: Strength
    origins: int
    conditions: tuple[str, ...]
    first_seen: date | None
    last_seen: date | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One party on one issue. No entries means unknown: nothing was said, and nothing is assumed of it.

    ``earlier`` was replaced by the party's own later words; ``conflicts`` are pairs that cannot both hold, as phrases.
    ``red_lines`` are the analyst's reasons for red lines asserted on this issue. ``statements`` holds everything said
    on the issue, with what was replaced and what is only suggested, so that a reader can judge it.
    """

    party: str
    issue: str
    entries: tuple[StanceEntry, ...]
    earlier: tuple[StanceEntry, ...]
    conflicts: tuple[tuple[str, str], ...]
    statements: tuple[str, ...]
    red_lines: tuple[str, ...] = ()

    @property
    def unknown(self) -> bool:
        """Whether no statement says where the party stands."""
        return not self.entries


@dataclass(frozen=True, slots=True)
class AssessmentEntry:
    """What somebody who speaks for none of the parties concerned judges likely, meant or to follow.

    It stands beside the positions and is in no figure. ``about`` are the parties judged, ``issue`` the issue nearest to
    its words, ``says`` what kind of judgement it is, in words.
    """

    kind: str
    says: str
    about: tuple[str, ...]
    issue: str | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change of position. ``before`` and ``after`` are coded stances in words; no ``before`` means first words, no
    ``after`` that it was given up.

    ``new`` is True where an article that is new in this briefing brought it.
    """

    party: str
    issue: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    on: date
    new: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """How a party answered a proposal: accepted, rejected, conditional, open, or in part.

    ``unsure`` where nothing but hedged words of others tell of an acceptance.
    """

    party: str
    answer: str
    statements: tuple[str, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class RefusedEntry:
    """A refusal of one term of a proposal, and the share of the draws in which it stands in the way."""

    party: str
    issue: str
    option: str
    share: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalEntry:
    """A package somebody put on the table, and what settling finds for it.

    ``package`` holds the terms, as (issue id, option id) pairs; ``suggested`` are terms the coder is not sure of, never
    counted; ``left_open`` are issues the proposer is said to leave open. ``finding`` says how acceptable the terms can
    be; ``best`` is the whole package with these terms that suits all best.
    """

    proposer: str
    carrier: str | None
    on: date | None
    package: tuple[tuple[str, str], ...]
    suggested: tuple[tuple[str, str], ...]
    left_open: tuple[str, ...]
    answers: tuple[AnswerEntry, ...]
    finding: str
    refused: tuple[RefusedEntry, ...]
    statements: tuple[str, ...]
    best: tuple[tuple[str, str], ...] = ()
