"""A sitting of ``zopa review``: a key, an action, the next item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.casework.codings import in_words, told
from zopa.casework.reviewing import matter_of
from zopa.casework.sitting import next_undecided, where_stopped
from zopa.cli.output import safe
from zopa.cli.review_edit import edit_coding, new_coding
from zopa.cli.review_screen import hint, show_help, show_item
from zopa.coverage import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.console import Console

    from zopa.casework.reviewing import Desk, Item
    from zopa.cli.keyboard import Keyboard
    from zopa.ledger import Decision
    from zopa.positions import Matter


class Session:
    """One reviewer before the items of a desk. Every decision is stored before the next item is shown."""

    def __init__(
        self, desk: Desk, items: Sequence[Item], by: str, keys: Mapping[str, str], keyboard: Keyboard, console: Console
    ) -> None:
        self.desk, self.by, self.keys, self.keyboard, self.console = desk, by, keys, keyboard, console
        self.matters: list[Matter] = [matter_of(item) for item in items]
        self.message = ""
        self.made = 0
        self.actions: dict[str, Callable[[Item], None]] = {
            "accept": lambda item: self._decide_and_on(item, "accept"),
            "reject": lambda item: self._decide_and_on(item, "reject"),
            "unsure": lambda item: self._decide_and_on(item, "unsure"),
            "accept_all": self._accept_all,
            "edit": self._edit,
            "add": self._add,
            "note": self._note,
            "undo": lambda _: self._undo(),
            "skip": lambda _: self._on(),
            "next": lambda _: self._move(1),
            "previous": lambda _: self._move(-1),
            "search": lambda _: self._search(),
            "help": lambda _: self._help(),
        }
        self._refresh()
        self.index = where_stopped(self.matters, list(self.mine))
        if all(matter in self.mine for matter in self.matters):
            self.message = "Everything here is decided."

    def run(self) -> int:
        """Show items and act on keys until the reviewer stops; gives how many decisions were stored."""
        while True:
            item = self._current()
            self._show(item)
            try:
                action = self.keys.get(self.keyboard.key())
            except (EOFError, KeyboardInterrupt):
                return self.made
            if action == "quit":
                return self.made
            if action is None:
                self.message = "That key does nothing here."
            else:
                self.actions[action](item)

    def _refresh(self) -> None:
        """After a change: what there is, and what this reviewer decided. An added coding makes an item of its own, and
        taking it back ends it; the sitting's list follows."""
        self.items = {matter_of(item): item for item in self.desk.items}
        self.mine = self.desk.decisions(self.by)
        first = {matter[0]: matter for matter in reversed(self.items)}
        self.matters = list(dict.fromkeys(found if found in self.items else first[found[0]] for found in self.matters))

    def _current(self) -> Item:
        self.index = min(self.index, len(self.matters) - 1)
        return self.items[self.matters[self.index]]

    def _show(self, item: Item) -> None:
        decided = sum(matter in self.mine for matter in self.matters)
        place = f"{self.index + 1} of {len(self.matters)}   decided by {self.by}: {decided}"
        siblings = [other for other in self.desk.items if other.statement.id == item.statement.id]
        self.console.clear()
        show_item(self.console, item, place, self.desk.case, siblings, self.mine.get(matter_of(item)))
        self.console.print()
        if self.message:
            self.console.print(safe(self.message), markup=False)
        self.console.print(hint(self.keys), markup=False)
        self.message = ""

    def _decide(self, item: Item, decision: Decision, **values: Any) -> None:
        review = self.desk.decide(item, decision, self.by, **values)
        self.made += 1
        self.message = f"stored: {told(review)}"
        self._refresh()

    def _decide_and_on(self, item: Item, decision: Decision) -> None:
        self._decide(item, decision)
        self._on()

    def _accept_all(self, item: Item) -> None:
        siblings = [other for other in self.desk.items if other.statement.id == item.statement.id]
        count = self.desk.accept_all(siblings, self.by)
        self.made += count
        self.message = f"stored: accepted {count}"
        self._refresh()
        self._on()

    def _edit(self, item: Item) -> None:
        if item.coding is None:
            self._add(item)
            return
        mine = self.mine.get(matter_of(item))
        edited = edit_coding(self.keyboard, item, self.desk.case, (mine and mine.after) or item.coding)
        if edited is None or (edited[0] == item.coding and not edited[1]):
            self.message = "nothing changed"
            return
        self._decide(item, "edit", after=edited[0], words=edited[1])
        self._on()

    def _add(self, item: Item) -> None:
        made = new_coding(self.keyboard, item, self.desk.case)
        if made is None:
            self.message = "nothing added"
            return
        matter = (item.statement.id, made[0].key)
        if matter in self.items:
            self.message = f"{in_words(made[0])}: that is coded already; edit it instead"
            return
        self.matters.insert(self.index + 1, matter)
        self._decide(item, "add", after=made[0], words=made[1])

    def _note(self, item: Item) -> None:
        words = self.keyboard.line("note: ")
        if words:
            self._decide(item, "note", note=words)

    def _undo(self) -> None:
        places = {placed.review.id: placed for placed in self.desk.placed}
        review = self.desk.undo(self.by)
        if review is None:
            self.message = "There is nothing left to take back."
            return
        self.made -= 1
        self.message = f"taken back: {told(review)}"
        self._refresh()
        coding = review.before or review.after
        placed = places.get(review.id)
        matter = (placed.statement or "", coding.key if coding else None) if placed else None
        if matter in self.matters:
            self.index = self.matters.index(matter)

    def _on(self) -> None:
        """To the next item this reviewer has not decided, from here on and then from the start."""
        place = next_undecided(self.matters, self.index, self.mine)
        if place is None:
            self.message = f"{self.message}\nEverything here is decided.".strip()
        else:
            self.index = place

    def _move(self, step: int) -> None:
        self.index = min(max(self.index + step, 0), len(self.matters) - 1)

    def _search(self) -> None:
        words = self.keyboard.line("/")
        if not words:
            return
        count = len(self.matters)
        for step in range(1, count + 1):
            place = (self.index + step) % count
            if words.casefold() in _searched(self.items[self.matters[place]]).casefold():
                self.index = place
                return
        self.message = f"Nothing here contains {words!r}."

    def _help(self) -> None:
        show_help(self.console, self.keys)
        self.console.print("Any key goes on.")
        self.keyboard.key()


def _searched(item: Item) -> str:
    coding = in_words(item.coding) if item.coding else ""
    return f"{item.statement.speaker} {words_of(item.statement.content, item.article.text)} {coding}"
