"""Proposals: packages on the table, read from statements that put several terms together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from zopa.positions.carriers import carrier_in
from zopa.positions.evidence import said_on
from zopa.positions.plans import is_plan_document, offers_together, refers_to_plan
from zopa.positions.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence
    from zopa.positions.position import Condition, Stance

AnswerKind = Literal["accepted", "rejected", "conditional", "open", "in part"]

DAYS = 21
"""The most days between two reports of one proposal, and between a proposal and an answer in another article."""

_NEAR = 600
"""Characters after the terms within which a question left open belongs to them."""

_PROPOSING = frozenset({"demands", "offers", "conditions"})
_TERMS = _PROPOSING | {"accepts"}


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a proposal. ``counted`` is False for one that is only suggested by the coder: shown, never used."""

    issue: str
    option: str
    stance: Stance
    statements: tuple[str, ...]
    condition: Condition | None = None
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """How a party answered a proposal, from its positions on the terms."""

    party: str
    answer: AnswerKind
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A package somebody put on the table.

    ``carrier`` is the person who brought it, where the words name one. ``on`` is the day of the first words, stated or
    of publication. ``terms`` hold at most one option an issue, in the order of the case; ``left_open`` are issues the
    proposer is said to have left open. ``articles`` are the ids of those that report it.
    """

    proposer: str
    carrier: str | None
    on: date | None
    terms: tuple[Term, ...]
    left_open: tuple[Term, ...]
    answers: tuple[Answer, ...]
    articles: tuple[str, ...]

    @property
    def package(self) -> dict[str, str]:
        """The counted terms: issue to option."""
        return {term.issue: term.option for term in self.terms if term.counted}

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements the terms rest on, each once."""
        return tuple(dict.fromkeys(id for term in (*self.terms, *self.left_open) for id in term.statements))


def find_proposals(evidence: Sequence[Evidence], case: Case) -> list[Proposal]:
    """The proposals in a body of evidence, oldest first, those without a day last.

    1. A statement in which a party puts terms on two issues or more together, with a word for an offer, a plan or an
       exchange, is a proposal of that party; so are the terms that an article reads out of one of its documents.
    2. Statements of the same article that point to the plan (*under the proposal*) add their terms, if no option
       contradicts; questions left open right behind the terms are kept as open.
    3. Reports of one proposer, at most ``DAYS`` days apart, that share at least half of the terms of the shorter one
       and contradict in none, are one proposal.
    4. Another party's acceptance, refusal, condition or open question on a term is its answer: in the same statement,
       behind the terms in the same article, or where a later article's words point to the plan.

    Cost: quadratic in the proposals, linear in the rest.
    """
    order = {
        (issue.id, option.id): (i, o) for i, issue in enumerate(case.issues) for o, option in enumerate(issue.options)
    }
    known = [item for item in evidence if (item.position.issue, item.position.option) in order]
    by_article: dict[str, list[Evidence]] = {}
    for item in known:
        by_article.setdefault(item.article.id, []).append(item)
    parties = [party.id for party in case.parties]
    drafts = [
        draft
        for items in by_article.values()
        for party in parties
        for draft in _in_article([item for item in items if item.position.party == party], items)
    ]
    merged = _merged(sorted(drafts, key=lambda draft: draft.on or date.max))
    return [_finished(draft, known, case, order) for draft in merged]


@dataclass(frozen=True, slots=True)
class _Draft:
    """The pieces of one proposal: evidence for its terms, and what is left open."""

    party: str
    pieces: tuple[Evidence, ...]
    open: tuple[Evidence, ...] = ()

    @property
    def on(self) -> date | None:
        return min((day for item in self.pieces if (day := said_on(item)) is not None), default=None)

    @property
    def package(self) -> dict[str, str]:
        """The option of each issue: of several, the one read most surely."""
        surest = sorted(self.pieces, key=lambda item: (item.position.counted, item.position.confidence))
        return {item.position.issue: item.position.option for item in surest}

    @property
    def counted(self) -> Mapping[str, str]:
        return replace(self, pieces=tuple(item for item in self.pieces if item.position.counted)).package


def _in_article(own: Sequence[Evidence], everything: Sequence[Evidence]) -> list[_Draft]:
    """The proposals of one party in one article."""
    by_statement: dict[str, list[Evidence]] = {}
    for item in own:
        by_statement.setdefault(item.statement.id, []).append(item)
    bundles = [
        _Draft(own[0].position.party, tuple(_terms(items))) for items in by_statement.values() if _bundles(items)
    ]
    pointing = [
        item for items in by_statement.values() if not _bundles(items) and _points(items[0]) for item in _terms(items)
    ]
    if not bundles and len({item.position.issue for item in pointing if item.position.counted}) > 1:
        return [_with_open(_Draft(own[0].position.party, tuple(pointing)), own)]
    joined: list[_Draft] = []
    for bundle in bundles:
        for item in pointing:
            if _fits(bundle, item):
                bundle = replace(bundle, pieces=(*bundle.pieces, item))
        joined.append(_with_open(bundle, own))
    return joined


def _bundles(items: Sequence[Evidence]) -> bool:
    """Whether one statement puts terms on several issues together, as an offer."""
    counted = [item for item in _terms(items) if item.position.counted]
    several = len({item.position.issue for item in counted}) > 1
    proposed = any(item.position.stance in _PROPOSING for item in counted)
    return several and proposed and offers_together(_sentence(items[0]))


def _terms(items: Iterable[Evidence]) -> list[Evidence]:
    return [item for item in items if item.position.stance in _TERMS]


def _points(item: Evidence) -> bool:
    return is_plan_document(item.statement) or refers_to_plan(_sentence(item))


def _sentence(item: Evidence) -> str:
    return sentence_of(item.statement, item.article.text).of(item.article.text)


def _fits(bundle: _Draft, item: Evidence) -> bool:
    """Whether a piece says nothing else on an issue of the bundle, and is of no other day."""
    stated = {piece.statement.said_on for piece in bundle.pieces} - {None}
    same_day = item.statement.said_on is None or not stated or item.statement.said_on in stated
    return same_day and bundle.package.get(item.position.issue, item.position.option) == item.position.option


def _with_open(draft: _Draft, own: Sequence[Evidence]) -> _Draft:
    """The draft with the questions its party leaves open right behind the terms."""
    end = max(item.statement.content[-1].end for item in draft.pieces)
    start = min(item.statement.content[0].start for item in draft.pieces)
    left = [
        item
        for item in own
        if item.position.stance == "undecided"
        and item.position.counted
        and item.position.issue not in draft.package
        and start <= item.statement.content[0].start <= end + _NEAR
    ]
    return replace(draft, open=tuple(left))


def _merged(drafts: Sequence[_Draft]) -> list[_Draft]:
    merged: list[_Draft] = []
    for draft in drafts:
        place = next((at for at, other in enumerate(merged) if _same_proposal(other, draft)), None)
        if place is None:
            merged.append(draft)
        else:
            other = merged[place]
            merged[place] = replace(other, pieces=(*other.pieces, *draft.pieces), open=(*other.open, *draft.open))
    return merged


def _same_proposal(one: _Draft, other: _Draft) -> bool:
    if one.party != other.party or not _near(one.on, other.on):
        return False
    mine, theirs = one.counted, other.counted
    shared = mine.keys() & theirs.keys()
    agree = all(mine[issue] == theirs[issue] for issue in shared)
    return agree and len(shared) * 2 >= min(len(mine), len(theirs)) and bool(shared)


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS


def _finished(
    draft: _Draft, known: Sequence[Evidence], case: Case, order: Mapping[tuple[str, str], tuple[int, int]]
) -> Proposal:
    package = draft.package
    pieces = [item for item in draft.pieces if package[item.position.issue] == item.position.option]
    terms = sorted(_as_terms(pieces), key=lambda term: order[term.issue, term.option])
    left = [term for term in _as_terms(draft.open) if term.issue not in package]
    carriers = (carrier_in(_sentence(item), case) for item in draft.pieces)
    return Proposal(
        proposer=draft.party,
        carrier=next((name for name in carriers if name is not None), None),
        on=draft.on,
        terms=tuple(terms),
        left_open=tuple(sorted(left, key=lambda term: order[term.issue, term.option])),
        answers=tuple(_answers(draft, known, case)),
        articles=tuple(dict.fromkeys(item.article.id for item in draft.pieces)),
    )


def _as_terms(pieces: Iterable[Evidence]) -> list[Term]:
    by_option: dict[tuple[str, str], list[Evidence]] = {}
    for item in pieces:
        by_option.setdefault((item.position.issue, item.position.option), []).append(item)
    return [_term(items) for items in by_option.values()]


def _term(items: Sequence[Evidence]) -> Term:
    surest = max(items, key=lambda item: (item.position.counted, item.position.confidence)).position
    return Term(
        surest.issue,
        surest.option,
        surest.stance,
        tuple(dict.fromkeys(item.statement.id for item in items)),
        next((item.position.condition for item in items if item.position.condition is not None), None),
        any(item.position.counted for item in items),
    )


def _answers(draft: _Draft, known: Sequence[Evidence], case: Case) -> Iterator[Answer]:
    """Each other party's answer, in the order of the case."""
    for party in case.parties:
        found = [item for item in known if item.position.party == party.id and _answers_to(item, draft)]
        if party.id != draft.party and found:
            yield Answer(party.id, _kind(found), tuple(dict.fromkeys(item.statement.id for item in found)))


def _answers_to(item: Evidence, draft: _Draft) -> bool:
    position = item.position
    if not position.counted or position.stance in ("demands", "offers"):
        return False
    if draft.counted.get(position.issue) != position.option:
        return False
    if any(item.statement.id == piece.statement.id for piece in draft.pieces):
        return True
    day = said_on(item)
    if day is not None and draft.on is not None and not 0 <= (day - draft.on).days <= DAYS:
        return False
    places = [piece.statement.content[0].start for piece in draft.pieces if piece.article.id == item.article.id]
    behind = bool(places) and item.statement.content[0].start > min(places)
    return behind or refers_to_plan(_sentence(item))


def _kind(found: Sequence[Evidence]) -> AnswerKind:
    stances = {item.position.stance for item in found}
    if "conditions" in stances:
        return "conditional"
    if {"accepts", "rejects"} <= stances:
        return "in part"
    if "rejects" in stances:
        return "rejected"
    return "accepted" if "accepts" in stances else "open"
