"""The same work for several things at once: numpy lets other threads run while it computes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Item = TypeVar("Item")
Answer = TypeVar("Answer")


def side_by_side(work: Callable[[Item], Answer], items: Sequence[Item], threads: int) -> Iterator[Answer]:
    """The answers in the order of the items, however many threads there are.

    Leaving early (a break, or an interruption) leaves out what has not begun, and waits for what has.
    """
    if threads < 2 or len(items) < 2:
        yield from (work(item) for item in items)
        return
    pool = ThreadPoolExecutor(threads)
    try:
        yield from pool.map(work, items)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
