"""``zopa review --differences``: what reviewers decided differently, one by one, for somebody to settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.casework.codings import told
from zopa.casework.differing import Difference, differences, settle_difference
from zopa.cli.output import safe
from zopa.cli.review_edit import edit_coding
from zopa.cli.review_screen import hint, show_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from zopa.casework.reviewing import Desk
    from zopa.cli.keyboard import Keyboard


class Settling:
    """One settler before the differences of a desk. A settled decision takes the place of those that differed."""

    def __init__(self, desk: Desk, by: str, keys: Mapping[str, str], keyboard: Keyboard, console: Console) -> None:
        self.desk, self.by, self.keys, self.keyboard, self.console = desk, by, keys, keyboard, console
        self.settled = 0
        self.index = 0
        self.message = ""

    def run(self) -> int:
        """Show differences and act on keys until none is left or the settler stops; gives how many were settled."""
        while found := differences(self.desk):
            self.index %= len(found)
            difference = found[self.index]
            self._show(difference, len(found))
            try:
                key = self.keyboard.key()
            except (EOFError, KeyboardInterrupt):
                break
            if self.keys.get(key) == "quit":
                break
            self._act(difference, key)
        return self.settled

    def _show(self, difference: Difference, count: int) -> None:
        item = difference.item
        siblings = [other for other in self.desk.items if other.statement.id == item.statement.id]
        self.console.clear()
        place = f"difference {self.index + 1} of {count}, settled by {self.by}"
        show_item(self.console, item, place, self.desk.case, siblings, None)
        for number, review in enumerate(difference.reviews, 1):
            self.console.print(safe(f"  [{number}] {review.by}: {told(review)}"), markup=False)
        if self.message:
            self.console.print(safe(self.message), markup=False)
        hints = hint(self.keys, ("unsure", "edit", "skip", "undo", "quit"))
        self.console.print(f"[1], [2], ...: that decision holds  {hints}", markup=False)
        self.message = ""

    def _act(self, difference: Difference, key: str) -> None:
        item, reviews, action = difference.item, difference.reviews, self.keys.get(key)
        ids = [review.id for review in reviews]
        if key.isdecimal() and 1 <= int(key) <= len(reviews):
            chosen = reviews[int(key) - 1]
            settle_difference(self.desk, difference, chosen, self.by)
            self.settled += 1
        elif action == "unsure":
            settle_difference(self.desk, difference, None, self.by)
            self.settled += 1
        elif action == "edit" and item.coding is not None:
            edited = edit_coding(self.keyboard, item, self.desk.case, item.coding)
            if edited is not None:
                self.desk.decide(item, "edit", self.by, after=edited[0], words=edited[1], supersedes=ids)
                self.settled += 1
        elif action == "undo":
            review = self.desk.undo(self.by)
            self.message = f"taken back: {told(review)}" if review else "There is nothing left to take back."
        elif action == "skip":
            self.index += 1
        else:
            self.message = "That key does nothing here."
