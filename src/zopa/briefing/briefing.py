"""The briefing: everything a reader sees, as one frozen plain value.

Names are spelled out here (a renderer needs no case file), and every figure carries ``statements``: the ids of the
statements it rests on, each found in :attr:`Briefing.statements` with its words. A figure with no statements rests on
declared assumptions alone, and renderers say so. Probabilities are between 0 and 1; ``se`` is one standard error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.briefing.cited import (
    ArticleEntry,
    Coding,
    Excerpt,
    Mark,
    Piece,
    SkippedEntry,
    StatementEntry,
    TimelineEntry,
)
from zopa.briefing.computed import (
    Acceptability,
    Blockers,
    Chosen,
    ClauseEntry,
    ClauseKind,
    ClauseSetEntry,
    ConcessionEntry,
    FlipEntry,
    Headline,
    PackageEntry,
    QuestionEntry,
    SideEntry,
    SolutionEntry,
    TermEntry,
    UtilityEntry,
)
from zopa.briefing.further import (
    FormatEntry,
    FrontierEntry,
    MarkEntry,
    MarkKind,
    PairEntry,
    ReachEntry,
    WeightEntry,
)
from zopa.briefing.held import (
    AnswerEntry,
    AssessmentEntry,
    CellEntry,
    ChangeEntry,
    IssueEntry,
    OptionEntry,
    PartyEntry,
    ProposalEntry,
    RefusedEntry,
    StanceEntry,
)
from zopa.briefing.since import MovedEntry, SinceEntry
from zopa.briefing.talks import TalksSection

if TYPE_CHECKING:
    from datetime import date

    from zopa.briefing.ground import GroundEntry

__all__ = [
    "Acceptability",
    "AnswerEntry",
    "ArticleEntry",
    "AssessmentEntry",
    "Blockers",
    "Briefing",
    "CellEntry",
    "ChangeEntry",
    "Chosen",
    "ClauseEntry",
    "ClauseKind",
    "ClauseSetEntry",
    "Coding",
    "ConcessionEntry",
    "Excerpt",
    "FlipEntry",
    "FormatEntry",
    "FrontierEntry",
    "Headline",
    "IssueEntry",
    "Mark",
    "MarkEntry",
    "MarkKind",
    "Method",
    "MovedEntry",
    "OptionEntry",
    "PackageEntry",
    "PairEntry",
    "PartyEntry",
    "Piece",
    "ProposalEntry",
    "QuestionEntry",
    "ReachEntry",
    "RefusedEntry",
    "SettingEntry",
    "SideEntry",
    "SinceEntry",
    "SkippedEntry",
    "SolutionEntry",
    "StanceEntry",
    "StatementEntry",
    "TalksSection",
    "TermEntry",
    "TimelineEntry",
    "UtilityEntry",
    "WeightEntry",
]


@dataclass(frozen=True, slots=True)
class SettingEntry:
    """One setting the figures depend on: what it is called, its value in words, and what it means."""

    name: str
    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Method:
    """How the briefing was made, so that somebody else can make it again."""

    version: str
    reader: str
    coder: str
    draws: int | None
    seed: int | None
    posture: float | None
    space: int | None
    feasible: int | None
    settings: tuple[SettingEntry, ...]
    unsettled: tuple[str, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a reader sees, in reading order. Built by :func:`zopa.briefing.build_briefing`."""

    title: str
    question: str
    as_of: date
    answer: str
    detail: str
    headline: Headline | None
    obstacles: tuple[ClauseEntry, ...]
    reservations: tuple[ClauseEntry, ...]
    new_articles: tuple[str, ...]
    changes: tuple[ChangeEntry, ...]
    parties: tuple[PartyEntry, ...]
    issues: tuple[IssueEntry, ...]
    cells: tuple[CellEntry, ...]
    packages: tuple[PackageEntry, ...]
    proposals: tuple[ProposalEntry, ...]
    ties: int
    solutions: tuple[SolutionEntry, ...]
    blockers: Blockers
    concessions: tuple[ConcessionEntry, ...]
    questions: tuple[QuestionEntry, ...]
    posture_curve: tuple[tuple[float, float], ...]
    flips: tuple[FlipEntry, ...]
    statements: tuple[StatementEntry, ...]
    articles: tuple[ArticleEntry, ...]
    timeline: tuple[TimelineEntry, ...]
    skipped: tuple[SkippedEntry, ...]
    method: Method
    since: SinceEntry | None = None
    frontier: FrontierEntry | None = None
    formats: tuple[FormatEntry, ...] = ()
    pairs: tuple[PairEntry, ...] = ()
    robust: tuple[SolutionEntry, ...] = ()
    weights: tuple[WeightEntry, ...] = ()
    assessments: tuple[AssessmentEntry, ...] = ()
    territory: GroundEntry | None = None
    talks: TalksSection = field(default_factory=TalksSection)
