"""The briefing: everything a reader sees, as one frozen plain value.

Names are spelled out here (a renderer needs no case file), and every figure carries ``statements``: the ids of the
statements it rests on, each found in :attr:`Briefing.statements` with its words. A figure with no statements rests on
declared assumptions alone, and renderers say so. Probabilities are between 0 and 1; ``se`` is one standard error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from zopa.coverage.article import PublishedFrom, TextKind
    from zopa.positions.position import Stance, Strength
    from zopa.statements.statement import QuoteType, SpeakerKind

Mark = Literal["content", "cue", "source"]
ClauseKind = Literal["stated", "asserted", "hidden", "reservation"]
Chosen = tuple[tuple[str, str], ...]
"""A package or part of one: (issue id, option id) pairs in the order of the case."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of an article's own characters, ``text[start:end]``, and the marks it carries."""

    text: str
    start: int
    end: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A statement in its place: its sentence and one to either side.

    ``pieces`` are cut from the article's text and follow one another without a gap, except where ``…`` stands between
    two of them (a piece that starts later than the one before it ended). ``words`` are the statement's content alone.
    ``broken`` says why the words cannot be shown; then ``pieces`` and ``words`` are empty.
    """

    pieces: tuple[Piece, ...]
    words: str
    broken: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """What a statement was coded as. ``counted`` is False for a suggestion that no figure uses."""

    party: str
    issue: str
    option: str
    stance: Stance
    strength: Strength
    coder: str
    confidence: float
    condition: str | None
    counted: bool


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """One statement as it is quoted. ``number`` is its reference in this briefing: ``[12]``.

    ``anonymous`` and ``anonymous_reason`` are the article's own description of an unnamed source and why it is unnamed.
    ``via`` lists the outlets or platforms the words passed through, in order, before ``outlet`` published them.
    """

    number: int
    id: str
    article: str
    speaker: str
    speaker_kind: SpeakerKind
    office: str | None
    anonymous: str | None
    anonymous_reason: str | None
    via: tuple[str, ...]
    outlet: str
    text_kind: TextKind
    published: date | None
    said_on: str | None
    said_on_exact: bool
    quote_type: QuoteType
    confidence: float
    excerpt: Excerpt
    codings: tuple[Coding, ...]
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """One article that was read. ``full_text`` is there only when whole articles were asked for."""

    number: int
    id: str
    doc: str
    title: str
    outlet: str
    url: str | None
    published: date | None
    published_from: PublishedFrom
    text_kind: TextKind
    bylines: tuple[str, ...]
    new: bool
    statements: tuple[str, ...]
    full_text: tuple[Piece, ...] | None = None


@dataclass(frozen=True, slots=True)
class SkippedEntry:
    """Something that could not be read, and why."""

    source: str
    reason: str


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
class Acceptability:
    """How likely a package is acceptable to all who must agree.

    ``low`` and ``high`` are the 95 % interval of the draws, ``lower`` and ``upper`` the logical bounds.
    """

    lower: float
    point: float
    se: float
    upper: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class UtilityEntry:
    """What a package is worth to a party: 0 worst, 1/2 as good as no deal, 1 ideal (or the unit of its scores)."""

    party: str
    mean: float
    low: float
    high: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseEntry:
    """A clause that can stand in the way: a red line or a reservation of one party.

    ``label`` is a short phrase without the party's name. ``kind`` says where the clause comes from: ``stated`` in the
    statements, ``asserted`` by the analyst (then ``because`` is the reason given), ``hidden`` (an assumed small chance
    that an option nobody has heard the party on is refused) or ``reservation`` (no deal is worth more to the party).
    ``share`` is the share of draws in which the clause is violated, ``alone`` in which it alone is.
    ``responsibility`` is the mean of 1 / the number of clauses that must be lifted together with it for a deal to
    exist (Chockler and Halpern 2004).
    """

    party: str
    label: str
    kind: ClauseKind
    because: str
    share: float | None
    alone: float | None
    responsibility: float | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageEntry:
    """One package, ranked (0: the headline, over all draws), with what each party gets of it and who objects.

    ``objections`` lists every refusal that rests on words or on the analyst, and those that rest on assumptions alone
    where they are violated in at least 5 % of the draws; ``unlisted`` counts the others.
    """

    rank: int
    package: Chosen
    acceptability: Acceptability
    utilities: tuple[UtilityEntry, ...]
    objections: tuple[ClauseEntry, ...]
    unlisted: int
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headline:
    """The package most likely acceptable to all, estimated on draws it was not chosen on.

    ``low`` and ``high`` span the assumption range; ``lower`` and ``upper`` are the logical bounds. ``some_package``
    and ``some_package_se`` say in how many draws any package at all suits: a detail, since no one package suits them
    all. ``package`` is None where no package obeys the rules; ``entry`` has what each party gets and objects to.
    """

    package: Chosen | None
    point: float
    se: float
    low: float
    high: float
    lower: float
    upper: float
    some_package: float | None
    some_package_se: float | None
    count: int | None
    exact: bool
    statements: tuple[str, ...]
    entry: PackageEntry | None = None


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """A change of position. ``before`` and ``after`` are coded stances in words; no ``before`` means first words.

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
class ClauseSetEntry:
    """Clauses taken together: lift these and a deal exists, or these alone prevent one, in ``share`` of the draws."""

    clauses: tuple[ClauseEntry, ...]
    share: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blockers:
    """Why nothing suits in the draws in which nothing does: ``blocked`` of the ``examined`` draws.

    ``clauses`` by responsibility; ``corrections`` are sets to lift (searched up to ``cap`` clauses, None: all sizes);
    ``conflicts`` are sets that alone prevent a deal.
    """

    clauses: tuple[ClauseEntry, ...] = ()
    corrections: tuple[ClauseSetEntry, ...] = ()
    conflicts: tuple[ClauseSetEntry, ...] = ()
    cap: int | None = None
    blocked: int = 0
    examined: int = 0


@dataclass(frozen=True, slots=True)
class ConcessionEntry:
    """What the headline gains, in probability, if a party lets go of a clause, and what that costs the party."""

    party: str
    label: str
    gain: float
    se: float
    cost: float | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """Something worth finding out next: the expected gain in the headline from knowing it."""

    ask: str
    gain: float
    se: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlipEntry:
    """A posture at which the conclusion changes, and how."""

    posture: float
    what: str


@dataclass(frozen=True, slots=True)
class SolutionEntry:
    """A solution point of bargaining theory and what it assumes."""

    name: str
    assumes: str
    package: Chosen | None
    ties: int = 1


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated thing: an article appeared, words were said, a position changed."""

    on: date
    exact: bool
    kind: Literal["article", "statement", "change"]
    text: str
    statements: tuple[str, ...]


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
