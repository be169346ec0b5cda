"""The desk at which a case is reviewed: what there is to decide, decisions and how they are taken back."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from zopa.casework.added import marked_statement
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.errors import UsageError
from zopa.ledger import Ledger, Review, anchor_of, place_reviews, quotes_of, standing
from zopa.positions import coding_of, in_case, rulings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from zopa.case import Case
    from zopa.casework.gathering import Gathered
    from zopa.coverage import Article, Span
    from zopa.ledger import Decision, Placed
    from zopa.positions import Coding, Matter, Position, Ruling
    from zopa.statements import Statement


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide: a coding of a statement, or a statement in which nothing was coded (``coding`` None).

    ``position`` is the coder's; it is None for a coding that a reviewer added, or that the coder no longer finds.
    """

    statement: Statement
    article: Article
    coding: Coding | None
    position: Position | None = None

    @property
    def words(self) -> tuple[Span, ...]:
        """The words the coding rests on."""
        return self.position.words if self.position else self.statement.content


def default_reviewer() -> str:
    """The login name, which stands for the reviewer where no other name is given."""
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise UsageError("This system gives no login name. Say who reviews with --by NAME.") from error


class Desk:
    """A case open for review. ``items`` come in the order of the coverage; every decision is stored as it is made."""

    def __init__(self, path: Path | str, gathered: Gathered | None = None) -> None:
        """``gathered`` is what is known about the case, where that is at hand already."""
        self.folder = case_folder(path)
        gathered = gathered or gather(self.folder)
        self.case: Case = gathered.case
        self.articles = gathered.articles
        self.statements = {found.id: (found, gathered.articles[found.article]) for found in gathered.statements}
        self.coded = gathered.coded
        self.placed: tuple[Placed, ...] = gathered.reviews
        self.as_of = gathered.as_of
        self.items = self._items()
        self.stored = 0

    @property
    def rulings(self) -> dict[Matter, Ruling]:
        """What was decided on each matter."""
        return rulings(verdict for found in self.placed if (verdict := found.verdict) is not None)

    @property
    def lost(self) -> tuple[Placed, ...]:
        """The reviews that have no place today: orphaned or broken, or about what the case does not have any more."""
        gone = "the case does not have this party, issue or option any more"
        return tuple(
            found if found.statement is None else replace(found, standing="orphaned", why=gone)
            for found in self.placed
            if found.statement is None or _outside(found.review, self.case)
        )

    def decisions(self, by: str) -> dict[Matter, Review]:
        """A reviewer's standing decision on each matter, the latest where there are several; the newest comes last."""
        found: dict[Matter, Review] = {}
        for placed in self.placed:
            if placed.review.by == by and placed.verdict:
                found.pop(_matter(placed), None)
                found[_matter(placed)] = placed.review
        return found

    def decided(self, item: Item, by: str) -> Review | None:
        """The standing decision of a reviewer on an item."""
        return self.decisions(by).get(matter_of(item))

    def independent(self) -> tuple[Placed, ...]:
        """What each reviewer decided alone: the reviews that were not taken back, without settlements."""
        with Ledger.open(self.folder.ledger) as ledger:
            return self._place(standing(ledger.reviews(), settled=False))

    def decide(
        self,
        item: Item,
        decision: Decision,
        by: str,
        *,
        after: Coding | None = None,
        words: Sequence[Span] = (),
        note: str = "",
        supersedes: Sequence[str] = (),
    ) -> Review:
        """Store a decision on an item and give it back. ``after`` is the coding of an ``edit`` or ``add``.

        Raises UsageError for a coding the case does not have or for an empty name, LedgerError where it cannot be
        stored; then nothing has changed.
        """
        review = self._review(item, decision, by, after, words, note, supersedes)
        self._store(review)
        return review

    def _review(
        self,
        item: Item,
        decision: Decision,
        by: str,
        after: Coding | None = None,
        words: Sequence[Span] = (),
        note: str = "",
        supersedes: Sequence[str] = (),
    ) -> Review:
        if not by.strip():
            raise UsageError("Say who reviews: the name is empty.")
        after = item.coding if decision == "accept" else after
        if decision in ("edit", "add") and (after is None or not in_case(after, self.case)):
            raise UsageError("A coding names a party, an issue and an option of the case.")
        return Review(
            target=anchor_of(item.statement, item.article),
            decision=decision,
            by=by,
            at=datetime.now(UTC),
            before=None if decision == "add" else item.coding,
            after=after,
            words=quotes_of(words or (item.words if after else ()), item.article.text),
            note=note,
            coder=item.position.coder if item.position else "",
            supersedes=tuple(supersedes),
        )

    def accept_all(self, items: Sequence[Item], by: str) -> int:
        """Accept several items at once, as they are shown; those this reviewer has decided on stay as they are."""
        decided = self.decisions(by)
        open_items = [item for item in items if item.coding is not None and matter_of(item) not in decided]
        self._store(*(self._review(item, "accept", by) for item in open_items))
        return len(open_items)

    def add_statement(self, article: str, content: Sequence[Span], speaker: str, by: str) -> Statement:
        """Say that the reader missed a statement, and give it; a desk made after this has it among its items.

        Raises UsageError for words that are none of the article, or a statement already, and where no speaker is named.
        """
        if not by.strip() or not speaker.strip():
            raise UsageError("Say who reviews, and who said these words: a name is empty.")
        found = self.articles.get(article)
        if found is None or not content or any(not 0 <= s.start < s.end <= len(found.text) for s in content):
            raise UsageError("Mark the words of the statement in the text of the article.")
        made = marked_statement(found, content, speaker.strip(), self.case)
        if made.id in self.statements:
            raise UsageError("These words are a statement already.")
        self._store(Review(anchor_of(made, found), "statement", by, datetime.now(UTC)))
        return made

    def undo(self, by: str) -> Review | None:
        """Take back the latest standing review of a reviewer, and give it; None where there is none left.

        Nothing is removed: an entry is added that supersedes it, so what it had superseded stands again.
        """
        with Ledger.open(self.folder.ledger) as ledger:
            mine = [review for review in standing(ledger.reviews()) if review.by == by]
        if not mine:
            return None
        last = mine[-1]
        entry = replace(
            last, decision="undo", at=datetime.now(UTC), after=None, words=(), note="", supersedes=(last.id,)
        )
        self._store(entry)
        return last

    def _store(self, *reviews: Review) -> None:
        changes = any(review.supersedes for review in reviews)
        with Ledger.open(self.folder.ledger) as ledger:
            self.stored += ledger.add_reviews(reviews)
            # What takes the place of something changes what stands; anything else only adds to it.
            stored = standing(ledger.reviews()) if changes else ()
        self.placed = self._place(stored) if changes else (*self.placed, *self._place(reviews))
        self.items = self._items()

    def _place(self, reviews: Iterable[Review]) -> tuple[Placed, ...]:
        return place_reviews(reviews, self.articles, (found for found, _ in self.statements.values()))

    def _items(self) -> tuple[Item, ...]:
        """The coder's codings, those reviewers added or the coder lost, and statements in which nothing was coded."""
        found: dict[str, dict[object, Item]] = {id: {} for id in self.statements}
        for item in self.coded:
            coded = coding_of(item.position)
            found[item.statement.id][coded.key] = Item(item.statement, item.article, coded, item.position)
        known = {
            (party.id, issue.id, option.id)
            for party in self.case.parties
            for issue in self.case.issues
            for option in issue.options
        }
        for placed in self.placed:
            coding = placed.review.before or placed.review.after
            if placed.statement and coding and coding.key in known and placed.verdict:
                statement, article = self.statements[placed.statement]
                found[placed.statement].setdefault(coding.key, Item(statement, article, coding))
        return tuple(
            item
            for id, (statement, article) in self.statements.items()
            for item in (found[id].values() or [Item(statement, article, None)])
        )


def lost_rows(desk: Desk) -> list[dict[str, str]]:
    """One row a review that has no place today: what it is about, and why it has none."""
    return [
        {
            "standing": placed.standing,
            "by": placed.review.by,
            "decision": placed.review.decision,
            "on": placed.review.at.date().isoformat(),
            "words": " … ".join(quote.exact for quote in placed.review.target.quotes),
            "why": placed.why,
        }
        for placed in desk.lost
    ]


def matter_of(item: Item) -> Matter:
    """What an item is about, as rulings name it."""
    return item.statement.id, item.coding.key if item.coding else None


def _matter(placed: Placed) -> Matter:
    """What a placed review is about, as rulings name it."""
    coding = placed.review.before or placed.review.after
    return placed.statement or "", coding.key if coding else None


def _outside(review: Review, case: Case) -> bool:
    coding = review.after or review.before
    return coding is not None and not in_case(coding, case)
