"""Assessments: what an outsider judges to be likely, meant or to follow; shown beside positions, never in the numbers.

An analyst's report of what a party wants is a second-hand position and is coded as one. A judgement of how likely
something is, why a party does it, or what would come of it is nobody's position.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.coverage.article import Span
from zopa.positions.closeness import near_options
from zopa.positions.hearing import hear, words_of_case
from zopa.positions.words import phrase_table, phrases_at, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.hearing import Hearing
    from zopa.positions.vocabulary import CaseWords
    from zopa.positions.words import Term, Token
    from zopa.statements.statement import Statement

Judgement = Literal["likelihood", "motive", "effect"]

JUDGEMENTS: Mapping[Judgement, tuple[str, ...]] = {
    "likelihood": (
        "likely",
        "unlikely",
        "probable",
        "probably",
        "improbable",
        "odds",
        "chance of",
        "chances of",
        "no chance",
        "little chance",
        "prospect of",
        "prospects of",
        "bound to",
        "doubt that",
        "doubt whether",
        "doubtful",
        "hard to see",
        "hard to imagine",
        "difficult to imagine",
        "sooner or later",
        "inevitable",
        "may well",
        "might well",
        "could well",
        "bet that",
        "will end up",
        "remote possibility",
        "far from certain",
        "ill placed to",
        "well placed to",
    ),
    "motive": (
        "in order to",
        "bluff",
        "buy time",
        "play for time",
        "its aim is",
        "his aim is",
        "her aim is",
        "their aim is",
        "real aim",
        "real goal",
        "motive",
        "calculate that",
        "calculation",
        "gamble",
        "hope to",
        "hope that",
        "try to look",
        "want to look",
        "save face",
        "under pressure",
        "pressure from",
        "for domestic reasons",
        "eye on",
        "eyes on",
        "to please",
        "posture",
        "tactic",
        "ploy",
        "test whether",
        "testing the",
        "drive a wedge",
    ),
    "effect": (
        "would lead to",
        "will lead to",
        "could lead to",
        "would mean",
        "would require",
        "will mean",
        "would cost",
        "will cost",
        "could cost",
        "would weaken",
        "will weaken",
        "would strengthen",
        "will strengthen",
        "risk",
        "set a precedent",
        "set _ precedent",
        "would encourage",
        "would reward",
        "backfire",
        "consequence",
        "make it harder",
        "make it easier",
        "would give _ time",
        "would hurt",
        "will hurt",
        "would split",
        "would end",
        "would spell",
        "play into the hands",
        "would leave",
        "will leave",
        "would undermine",
        "undermine",
    ),
}
"""The words of each kind of judgement, matched by stem; ``_`` stands for up to four words."""

_TABLE = phrase_table({str(kind): phrases for kind, phrases in JUDGEMENTS.items()})


@dataclass(frozen=True, slots=True)
class Assessment:
    """One judgement by somebody who speaks for none of the parties it is about.

    ``kind`` says what is judged; ``about`` are the parties named in it and ``issue`` the issue its words lie nearest to
    (None where they touch none). ``words`` are the spans of the cue. It has no option, no stance and no number.
    """

    statement: str
    kind: Judgement
    about: tuple[str, ...]
    issue: str | None
    words: tuple[Span, ...]


def assessments_in(statement: Statement, article: Article, case: Case) -> tuple[Assessment, ...]:
    """The judgements of a statement, one of each kind at most, in the order of ``JUDGEMENTS``.

    1. The outlet's own voice and documents judge nothing here; a speaker of a party judges only others.
    2. A statement that touches neither a party nor an issue of the case is left out.

    Cost: that of :func:`~zopa.positions.hearing.hear`.
    """
    if statement.speaker_kind in ("narrator", "document"):
        return ()
    tokens = [token for span in statement.content for token in tokens_of(article.text, span.start, span.end)]
    cues = _cues(tokens)
    if not cues:  # Most statements judge nothing; they are spared the hearing.
        return ()
    words = words_of_case(case)
    hearing = hear(statement, article, case, words)
    named = dict.fromkeys(mention.party for mention in hearing.passage.mentions)
    about = tuple(party for party in named if party not in hearing.voice.parties)
    issue = _issue(hearing, words)
    if (hearing.voice.parties and not about) or not (about or issue):
        return ()
    return tuple(
        Assessment(statement.id, kind, about, issue, (_span(tokens, cues[kind]),))
        for kind in JUDGEMENTS
        if kind in cues
    )


def is_judgement(hearing: Hearing) -> bool:
    """Whether words of judgement stand in a statement, whoever speaks. Cost: linear in its words."""
    return bool(_cues(hearing.passage.tokens))


def _cues(tokens: list[Token]) -> dict[str, Term]:
    """The first cue of each kind."""
    found: dict[str, Term] = {}
    for index in range(len(tokens)):
        for term, _ in phrases_at(tokens, index, _TABLE):
            found.setdefault(term.name, term)
    return found


def _issue(hearing: Hearing, words: CaseWords) -> str | None:
    """The issue that a word of the statement itself has to do with most."""
    present = {term.name for term in hearing.passage.terms}
    touched = {issue.id for issue in words.issues if present & issue.anchors.keys()}
    return next((near.issue for near in near_options(hearing, words) if near.issue in touched), None)


def _span(tokens: list[Token], cue: Term) -> Span:
    return Span(tokens[cue.first].start, tokens[cue.last].end)
