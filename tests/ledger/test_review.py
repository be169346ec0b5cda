"""Reviews are taken back and taken over by later ones; nothing is removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

from zopa.coverage import Page
from zopa.ledger import Review, standing

Pages = Callable[..., Page]
Reviews = Callable[..., Review]
LATER = datetime(2025, 3, 4, tzinfo=UTC)


def _undo(review: Review) -> Review:
    return replace(review, decision="undo", after=None, at=LATER, supersedes=(review.id,))


def test_the_same_review_has_the_same_id(make_page: Pages, make_review: Reviews) -> None:
    """The id is a hash of all that the review says: another note, person or moment is another review."""
    review = make_review(make_page())
    assert review.id == make_review(make_page()).id
    others = [replace(review, note="why"), replace(review, by="Ben"), replace(review, at=LATER)]
    assert len({review.id, *(other.id for other in others)}) == 4


def test_what_was_taken_back_does_not_stand(make_page: Pages, make_review: Reviews) -> None:
    """An undo takes back one review and is itself no decision."""
    review = make_review(make_page())
    assert standing((review,)) == (review,)
    assert standing((review, _undo(review))) == ()


def test_an_undo_can_be_undone_to_any_depth(make_page: Pages, make_review: Reviews) -> None:
    """Each further undo turns the one before around."""
    review = make_review(make_page())
    history = [review]
    for step in range(1, 8):
        last = history[-1]
        history.append(replace(last, decision="undo", after=None, at=LATER + timedelta(step), supersedes=(last.id,)))
        assert standing(tuple(history)) == ((review,) if step % 2 == 0 else ())


def test_a_settlement_takes_the_place_of_what_differed(make_page: Pages, make_review: Reviews) -> None:
    """Undoing the settlement brings the difference back."""
    page = make_page()
    ana, ben = make_review(page), make_review(page, "reject", "Ben")
    settled = make_review(page, "reject", "Cato", supersedes=(ana.id, ben.id))
    assert standing((ana, ben, settled)) == (settled,)
    assert standing((ana, ben, settled, _undo(settled))) == (ana, ben)


def test_the_order_of_reviews_does_not_matter(make_page: Pages, make_review: Reviews) -> None:
    """Ledgers of two people merged in any order come to the same."""
    page = make_page()
    ana, ben = make_review(page), make_review(page, "reject", "Ben")
    settled = make_review(page, "reject", "Cato", supersedes=(ana.id, ben.id))
    history = (ana, ben, settled, _undo(settled))
    assert {frozenset(standing(order)) for order in permutations(history)} == {frozenset({ana, ben})}


def test_what_each_decided_alone(make_page: Pages, make_review: Reviews) -> None:
    """Without settlements, both sides of a settled difference are there; what was taken back is not."""
    page = make_page()
    ana, ben, other = make_review(page), make_review(page, "reject", "Ben"), make_review(page, "unsure", "Ben")
    settled = make_review(page, "reject", "Cato", supersedes=(ana.id, ben.id))
    assert standing((ana, ben, other, settled, _undo(other)), settled=False) == (ana, ben)
