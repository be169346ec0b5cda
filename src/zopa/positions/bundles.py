"""Bundles: the statements of an article that put terms together, as drafts of proposals, and drafts of one proposal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.positions.carriers import carrier_in
from zopa.positions.evidence import said_on
from zopa.positions.plans import is_plan_document, offers_together, refers_to_plan
from zopa.positions.sentences import sentence_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from zopa.case.case import Case
    from zopa.positions.evidence import Evidence

DAYS = 21
"""The most days between two reports of one proposal, and between a proposal and an answer in another article."""

_NEAR = 600
"""Characters after the terms within which a question left open belongs to them."""

_PROPOSING = frozenset({"demands", "offers", "conditions"})
_TERMS = _PROPOSING | {"accepts"}


@dataclass(frozen=True, slots=True)
class Draft:
    """The pieces of one proposal: evidence for its terms, and what is left open."""

    party: str
    pieces: tuple[Evidence, ...]
    open: tuple[Evidence, ...] = ()

    @property
    def on(self) -> date | None:
        """The day of its first words."""
        return min((day for item in self.pieces if (day := said_on(item)) is not None), default=None)

    @property
    def package(self) -> dict[str, str]:
        """The option of each issue: of several, the one read most surely."""
        surest = sorted(self.pieces, key=lambda item: (item.position.counted, item.position.confidence))
        return {item.position.issue: item.position.option for item in surest}

    @property
    def counted(self) -> Mapping[str, str]:
        """The same without what is only suggested."""
        return replace(self, pieces=tuple(item for item in self.pieces if item.position.counted)).package


def drafts_in(own: Sequence[Evidence]) -> list[Draft]:
    """The proposals of one party in one article."""
    by_statement: dict[str, list[Evidence]] = {}
    for item in own:
        by_statement.setdefault(item.statement.id, []).append(item)
    party = own[0].position.party if own else ""
    bundles = [Draft(party, tuple(_terms(items))) for items in by_statement.values() if _bundles(items)]
    loose = [item for items in by_statement.values() if not _bundles(items) for item in _terms(items)]
    pointing = [item for item in loose if _points(item)]
    if not bundles and len({item.position.issue for item in pointing if item.position.counted}) > 1:
        bundles = [Draft(party, tuple(pointing))]
    adding = [Draft(party, (item,)) for item in loose if item.position.stance == "offers" or _points(item)]
    joined: list[Draft] = []
    for draft in (*bundles, *adding):
        place = next((at for at, other in enumerate(joined) if _fits(other, draft)), None)
        if place is not None:
            joined[place] = replace(joined[place], pieces=(*joined[place].pieces, *draft.pieces))
        elif draft in bundles:
            joined.append(draft)
    return [_with_open(draft, own) for draft in joined]


def _bundles(items: Sequence[Evidence]) -> bool:
    """Whether one statement puts terms on several issues together, as an offer."""
    counted = [item for item in _terms(items) if item.position.counted]
    several = len({item.position.issue for item in counted}) > 1
    proposed = any(item.position.stance in _PROPOSING for item in counted)
    return several and proposed and offers_together(sentence_with(items[0]))


def _terms(items: Iterable[Evidence]) -> list[Evidence]:
    return [item for item in items if item.position.stance in _TERMS]


def _points(item: Evidence) -> bool:
    return is_plan_document(item.statement) or refers_to_plan(sentence_with(item))


def sentence_with(item: Evidence) -> str:
    """The words of the sentence, or sentences, that hold a piece of evidence."""
    return sentence_of(item.statement, item.article.text).of(item.article.text)


def _fits(draft: Draft, other: Draft) -> bool:
    """Whether two parts of one article contradict each other on no issue, and are of one time."""
    mine, theirs = draft.package, other.package
    return _near(draft.on, other.on) and all(mine[issue] == theirs[issue] for issue in mine.keys() & theirs.keys())


def _with_open(draft: Draft, own: Sequence[Evidence]) -> Draft:
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


def merged(drafts: Sequence[Draft], case: Case) -> list[Draft]:
    """The drafts with those of one proposal put together, in the order of the first of each."""
    found: list[Draft] = []
    for draft in drafts:
        place = next((at for at, other in enumerate(found) if _same_proposal(other, draft, case)), None)
        if place is None:
            found.append(draft)
        else:
            other = found[place]
            found[place] = replace(other, pieces=(*other.pieces, *draft.pieces), open=(*other.open, *draft.open))
    return found


def _same_proposal(one: Draft, other: Draft, case: Case) -> bool:
    """Whether two reports are of one proposal.

    An issue that one leaves open and the other settles tells them apart, and one without a day must agree on more than
    half of what either has.
    """
    if one.party != other.party or not _near(one.on, other.on):
        return False
    mine, theirs = one.counted, other.counted
    shared = mine.keys() & theirs.keys()
    if any(mine[issue] != theirs[issue] for issue in shared) or _settles(one, other) or _settles(other, one):
        return False
    carrier = carrier_of(one, case)
    carried = carrier is not None and carrier == carrier_of(other, case)
    if one.on is None or other.on is None:
        return len(shared) * 2 > max(len(mine), len(theirs))
    return len(shared) * 2 > min(len(mine), len(theirs)) or (carried and bool(shared))


def _settles(one: Draft, other: Draft) -> bool:
    return any(item.position.issue in one.package for item in other.open)


def carrier_of(draft: Draft, case: Case) -> str | None:
    """The person who carried it, if its sentences name one."""
    carriers = (carrier_in(sentence_with(item), item.article, case) for item in draft.pieces)
    return next((name for name in carriers if name is not None), None)


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS
