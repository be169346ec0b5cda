"""A sitting: where in a list of things to decide a reviewer goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zopa.positions import Matter


def next_undecided(matters: Sequence[Matter], place: int, decided: Collection[Matter]) -> int | None:
    """The place of the next matter not decided, after ``place`` and then from the start; None where all are."""
    count = len(matters)
    order = ((place + step) % count for step in range(1, count + 1))
    return next((here for here in order if matters[here] not in decided), None)


def where_stopped(matters: Sequence[Matter], decided: Sequence[Matter]) -> int:
    """The place of the first matter not decided, from the latest decision on; ``decided`` has the newest last.

    Where all are decided it is the latest one, and 0 where none of them was.
    """
    places = {matter: place for place, matter in enumerate(matters)}
    latest = next((places[matter] for matter in reversed(decided) if matter in places), -1)
    found = next_undecided(matters, latest, frozenset(decided))
    return max(latest, 0) if found is None else found
