"""Proposals: packages on the table, read from statements that put several terms together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from zopa.positions.bundles import DAYS, Draft, carrier_of, drafts_in, merged, sentence_with
from zopa.positions.evidence import said_on, spoken_for_party
from zopa.positions.plans import refers_to_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence
    from zopa.positions.position import Condition, Stance

AnswerKind = Literal["accepted", "rejected", "conditional", "open", "in part"]


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
    """How a party answered a proposal, from its positions on the terms.

    ``unsure`` where nothing but hedged words of others tell of an acceptance: *was said to like the idea*.
    """

    party: str
    answer: AnswerKind
    statements: tuple[str, ...]
    unsure: bool = False


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
    """The proposals in a body of evidence, oldest first, those without a day last. Only issues of packages count.

    1. A statement in which a party puts terms on two issues or more together, with a word for an offer, a plan or an
       exchange, is a proposal of that party; so are the terms that an article reads out of one of its documents.
    2. Statements of the same article and time that offer more, or point to the plan (*under the proposal*), add their
       terms, if no option contradicts; questions left open right behind the terms are kept as open.
    3. Reports of one proposer, at most ``DAYS`` days apart, that share more than half of the terms of the shorter one
       and contradict in none, are one proposal; one term is enough where the same person carried both.
    4. Another party's acceptance, refusal, condition or open question on a term is its answer: in the same statement,
       behind the terms in the same article, or where a later article's words point to the plan.

    Cost: quadratic in the proposals, linear in the rest.
    """
    order = {
        (issue.id, option.id): (i, o)
        for i, issue in enumerate(case.substantive)
        for o, option in enumerate(issue.options)
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
        for draft in drafts_in([item for item in items if item.position.party == party])
    ]
    joined = merged(sorted(drafts, key=lambda draft: draft.on or date.max), case)
    return [_finished(draft, known, case, order) for draft in joined]


def _finished(
    draft: Draft, known: Sequence[Evidence], case: Case, order: Mapping[tuple[str, str], tuple[int, int]]
) -> Proposal:
    package = draft.package
    pieces = [item for item in draft.pieces if package[item.position.issue] == item.position.option]
    terms = sorted(_as_terms(pieces), key=lambda term: order[term.issue, term.option])
    left = [term for term in _as_terms(draft.open) if term.issue not in package]
    return Proposal(
        proposer=draft.party,
        carrier=carrier_of(draft, case),
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


def _answers(draft: Draft, known: Sequence[Evidence], case: Case) -> Iterator[Answer]:
    """Each other party's answer, in the order of the case."""
    for party in case.parties:
        found = [item for item in known if item.position.party == party.id and _answers_to(item, draft)]
        if party.id != draft.party and found:
            ids = tuple(dict.fromkeys(item.statement.id for item in found))
            taken = [item for item in found if item.position.stance == "accepts"]
            hinted = all(item.position.strength == "soft" and not spoken_for_party(item, case) for item in taken)
            yield Answer(party.id, _kind(found), ids, unsure=bool(taken) and hinted)


def _answers_to(item: Evidence, draft: Draft) -> bool:
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
    return behind or refers_to_plan(sentence_with(item))


def _kind(found: Sequence[Evidence]) -> AnswerKind:
    stances = {item.position.stance for item in found}
    if "conditions" in stances:
        return "conditional"
    if {"accepts", "rejects"} <= stances:
        return "in part"
    if "rejects" in stances:
        return "rejected"
    return "accepted" if "accepts" in stances else "open"
