"""Candidates: what a statement may be saying of the options of a case, before any threshold."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.positions.anchoring import ANCHOR_NEEDED, said, weight_of
from zopa.positions.answering import answered
from zopa.positions.antecedents import pointed
from zopa.positions.assessments import is_judgement
from zopa.positions.closeness import near_options
from zopa.positions.cues import FORSWEARING, SPEAKING
from zopa.positions.doubts import doubted
from zopa.positions.hearing import hear, words_of_case
from zopa.positions.judging.gauging import score_of
from zopa.positions.judging.judge import judge
from zopa.positions.judging.question import question
from zopa.positions.matching import matches
from zopa.positions.position import Condition
from zopa.positions.recalled import come_to_terms, taken_up_again
from zopa.positions.scales import fitting
from zopa.positions.stances import attitudes
from zopa.positions.voices import tone
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.positions.closeness import Near
    from zopa.positions.hearing import Hearing
    from zopa.positions.judging.judge import Opinion
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance, Strength
    from zopa.positions.vocabulary import CaseWords
    from zopa.positions.voices import Attitude
    from zopa.statements.statement import Statement

COUNTED_FROM = 0.5
"""The least score of a position that counts; below it stands a suggestion."""

SHOWN_FROM = 0.25
"""The least score of a suggestion."""

_TAKEN_BACK = stems(" ".join(FORSWEARING))
_WITHHOLDING, _SPEAKING = stems("decline refuse"), stems(" ".join(SPEAKING))
_DOUBTED = 0.5
"""What a coding in doubt keeps of its score: too little to count."""
_UNHEARD = 0.6
"""What a position of the speaker's own keeps when the reader is not sure at all who speaks."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One option that a statement may be about, and what it may say of it.

    ``score`` is in [0, 1]; from what it is made stands beside it, each in [0, 1]: ``quality`` how well the words match
    the option, ``certainty`` how plainly they tell the stance, ``heard`` how sure it is who speaks. Where words tell
    no stance, ``stance`` is None, ``party`` is the speaker's or None, ``certainty`` is 0 and the score says only how
    near the words lie to the option. Where the judge found it, ``chance`` is how often readings like it were right,
    ``quality`` the score made of that, and the others are 1. ``named`` where the words name the party.
    """

    party: str | None
    issue: str
    option: str
    stance: Stance | None
    strength: Strength
    score: float
    quality: float
    certainty: float
    heard: float
    named: bool = False
    words: tuple[Span, ...] = ()
    condition: Condition | None = None
    chance: float | None = None


@dataclass(frozen=True, slots=True)
class ByRules:
    """What the rules make of a statement: ``told`` best first, ``near`` every option its words have to do with."""

    words: CaseWords
    hearing: Hearing
    told: tuple[Candidate, ...]
    near: tuple[Near, ...]

    @property
    def understood(self) -> frozenset[str]:
        """The issues of which the rules know that nothing more is said: those they tell or suggest something of; those
        whose numbers are another's or long past; all that are named where a demand is dropped, and those named in what
        is only answered.
        """
        passage = self.hearing.passage
        found = {candidate.issue for candidate in self.told}
        found |= {
            issue.id
            for issue in self.words.issues
            if issue.scale is not None and issue.scale.declared
            if any(fitting(passage, clause, issue.scale, bare=False) for clause in passage.clauses)
        }
        if _takes_back(passage):
            present = {term.name for term in passage.terms}
            found |= {issue.id for issue in self.words.issues if said(issue, present) >= ANCHOR_NEEDED}
        places = answered(passage)
        if places:
            there = {term.name for term in passage.terms if term.first in places}
            found |= {issue.id for issue in self.words.issues if weight_of(issue, there) >= ANCHOR_NEEDED}
        return frozenset(found)

    @property
    def withheld(self) -> bool:
        """Whether the words only say that nothing was said: *declined to discuss*, *did not say whether*."""
        stems_said = [token.stem for token in self.hearing.passage.tokens]
        declined = any(
            first in _WITHHOLDING and then == "to" and last in _SPEAKING
            for first, then, last in zip(stems_said, stems_said[1:], stems_said[2:], strict=False)
        )
        return declined or ("whether" in stems_said and not _SPEAKING.isdisjoint(stems_said))


@dataclass(frozen=True, slots=True)
class Coded:
    """What is made of a statement: ``told`` by rules and judge, best first, and what each of the two saw."""

    told: tuple[Candidate, ...]
    rules: ByRules
    opinion: Opinion | None


def _takes_back(passage: Passage) -> bool:
    """Whether something is given up in a passage: *has dropped*, *no longer insists*."""
    stems_said = [token.stem for token in passage.tokens]
    no_longer = ("no", "longer") in itertools.pairwise(stems_said)
    return no_longer or not _TAKEN_BACK.isdisjoint(stems_said)


def coded(statement: Statement, article: Article, case: Case) -> Coded:
    """What rules and judge tell of a statement. A pure function of the three.

    1. What the rules tell (:func:`by_rules`); what rests on few words is a suggestion where the judge finds another
       issue spoken of (:mod:`~zopa.positions.doubts`).
    2. What the judge makes of the issues that they are silent on (:mod:`~zopa.positions.judging`); nothing of words
       that judge likelihood, motive or effect, or only say that nothing was said.

    Cost: linear in the words of the statement and its neighbours, times the issues of the case.
    """
    rules = by_rules(statement, article, case)
    opinion = None if rules.withheld else _opinion(statement, article, case, rules)
    judged = tuple(_judged(statement, rules, opinion)) if opinion and not is_judgement(rules.hearing) else ()
    told = sorted((*_doubting(rules, opinion), *judged), key=lambda candidate: -candidate.score)
    return Coded(tuple(told), rules, opinion)


def by_rules(statement: Statement, article: Article, case: Case) -> ByRules:
    """What words and rules alone tell.

    1. The content is cut into clauses; its parties, the case's terms and the cues of stance are found in it.
    2. For every clause but those of reason, the options its words point to (:mod:`~zopa.positions.matching`), but for
       what is only answered (:mod:`~zopa.positions.answering`).
       A number named again is of what it was of before (:mod:`~zopa.positions.recalled`).
    3. For every option, whose attitude governs it and what that is (:mod:`~zopa.positions.stances`); where the words
       only point (*such notions*), the option is looked for just before (:mod:`~zopa.positions.antecedents`). The score
       is quality times certainty, and where the party is the speaker's and not named in the words, also times
       0.6 + 0.4 times the reader's confidence in the speaker.
    4. Of several stances of a party on an option the surest stays.
    """
    words = words_of_case(case)
    hearing = hear(statement, article, case, words)
    best: dict[tuple[str, str, str], Candidate] = {}
    for match, attitude, places in _attitudes(hearing, words):
        found = _told(statement, hearing.passage, match, attitude, places)
        key = (attitude.party, found.issue, found.option)
        if key not in best or best[key].score < found.score:
            best[key] = found
    told = sorted(best.values(), key=lambda candidate: -candidate.score)
    return ByRules(words, hearing, tuple(told), tuple(near_options(hearing, words)))


def _opinion(statement: Statement, article: Article, case: Case, rules: ByRules) -> Opinion | None:
    """What the judge makes of a statement; None where it is about no party."""
    asked = question(statement, article, words_of_case(case), rules.hearing, rules.near, rules.told)
    return judge(asked, case) if asked else None


def _doubting(rules: ByRules, opinion: Opinion | None) -> Iterator[Candidate]:
    """What the rules tell, those in doubt (:mod:`~zopa.positions.doubts`) as suggestions."""
    for told in rules.told:
        option = (told.issue, told.option)
        doubt = opinion and doubted(option, rules.hearing.passage, rules.words, opinion.near)
        yield replace(told, score=round(told.score * _DOUBTED, 3)) if doubt else told


def _judged(statement: Statement, rules: ByRules, opinion: Opinion) -> Iterator[Candidate]:
    """The judge's readings of a statement, but for issues that the rules understood; their words are all of it."""
    passage = rules.hearing.passage
    for found in opinion.judgements:
        score = score_of(found.chance, SHOWN_FROM, COUNTED_FROM)
        if score < SHOWN_FROM:
            return
        if found.issue in rules.understood:
            continue
        yield Candidate(
            party=found.party,
            issue=found.issue,
            option=found.option,
            stance=found.stance,
            strength="soft" if found.stance == "undecided" else tone(passage, passage.clauses[0], None),
            score=score,
            quality=score,
            certainty=1.0,
            heard=1.0,
            named=found.party not in rules.hearing.voice.parties,
            words=statement.content,
            condition=_condition(passage) if found.stance == "conditions" else None,
            chance=found.chance,
        )


def _attitudes(hearing: Hearing, words: CaseWords) -> Iterator[tuple[Match, Attitude, tuple[int, ...]]]:
    passage, voice = hearing.passage, hearing.voice
    told = answered(passage)
    for clause in passage.clauses:
        if clause.role == "reason":
            continue
        found = matches(passage, clause, words, hearing.context, voice.parties)
        for match in found or taken_up_again(passage, clause, hearing.earlier, words):
            if match.words and told.issuperset(match.words):
                continue
            for attitude in attitudes(passage, clause, match, voice):
                given = hearing.conditioned and attitude.stance in ("accepts", "offers") and clause.role == "main"
                yield match, replace(attitude, stance="conditions") if given else attitude, match.words
    yield from pointed(passage, hearing.earlier, words, voice)
    yield from come_to_terms(passage, hearing.earlier, words, voice)


def _told(
    statement: Statement, passage: Passage, match: Match, attitude: Attitude, places: tuple[int, ...]
) -> Candidate:
    heard = 1.0 if attitude.named else _UNHEARD + (1 - _UNHEARD) * statement.confidence
    return Candidate(
        party=attitude.party,
        issue=match.issue,
        option=match.option.id,
        stance=attitude.stance,
        strength=attitude.strength,
        score=round(match.quality * attitude.certainty * heard, 3),
        quality=match.quality,
        certainty=attitude.certainty,
        heard=heard,
        named=attitude.named,
        words=_spans(passage, places),
        condition=_condition(passage) if attitude.stance == "conditions" else None,
    )


def _spans(passage: Passage, places: tuple[int, ...]) -> tuple[Span, ...]:
    """Matched tokens as spans, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for place in places:
        token = passage.tokens[place]
        if place == last + 1:
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
        last = place
    return tuple(spans)


def _condition(passage: Passage) -> Condition | None:
    """The words of the first clause of condition."""
    for clause in passage.clauses:
        if clause.role == "condition":
            tokens = passage.tokens[clause.first : clause.last + 1]
            return Condition(" ".join(token.text for token in tokens if token.is_word))
    return None
