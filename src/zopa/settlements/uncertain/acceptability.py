"""a_S(x) of every package of the space: the point and the two logical bounds, exact on the draws."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING

import numpy as np

from zopa.settlements.uncertain.counting import count_accepted
from zopa.settlements.uncertain.draws import Assumptions, draw
from zopa.settlements.uncertain.engine import engine_of, lower_levels, point_levels, upper_levels
from zopa.settlements.uncertain.exactness import is_exact
from zopa.settlements.uncertain.streams import Streams

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.uncertain.counting import Tally
    from zopa.settlements.uncertain.engine import Engine, Levels

MOST_DRAWS = 10_000
FEWEST_DRAWS = 500
WORK = 5.1e10


@dataclass(frozen=True)
class SpaceAcceptability:
    """How often each package of the space is accepted: arrays over the whole space, in shares of the draws.

    ``choices(addresses)`` and ``package(address)`` say which package stands where; packages that rules forbid are 0.
    """

    engine: Engine
    draws: int
    lower: NDArray[np.float32]
    point: NDArray[np.float32]
    upper: NDArray[np.float32]

    def package(self, address: int) -> dict[str, str]:
        """The package at an address of the flattened arrays."""
        choice = self.engine.halves.choices(np.array([address], dtype=np.intp))[0]
        return self.engine.layout.package([int(k) for k in choice])


def acceptability(
    model: NegotiationModel, *, draws: int | None = None, seed: int = 1, threads: int = 2
) -> SpaceAcceptability:
    """a_S(x) with its logical bounds for every package. Memory: about 25 bytes a package.

    ``draws`` None takes ``draws_that_fit``. Raises ModelError when the model contradicts itself.
    """
    engine = engine_of(model)
    count = 1 if is_exact(model) else draws or draws_that_fit(engine.layout.space)
    drawn = draw(model, engine.layout, Streams(seed, count))
    assumed = Assumptions(model.posture, model.hidden_red_line)
    layers = (build(engine, drawn, assumed) for build in (lower_levels, point_levels, upper_levels))
    lower, point, upper = (_shares(engine, levels, threads) for levels in layers)
    return SpaceAcceptability(engine, count, lower, point, upper)


def draws_that_fit(space: int) -> int:
    """How many draws a space of that size gets by itself: 10,000, and fewer above five million packages."""
    return int(min(MOST_DRAWS, max(FEWEST_DRAWS, WORK // max(1, space))))


def count_in_two(
    engine: Engine, levels: Levels, threads: int, go_on: Callable[[int], bool] | None = None
) -> tuple[Tally, Tally]:
    """Count even and odd draws apart: the half a package is chosen on, and the half it is measured on.

    An interruption (Ctrl-C) ends both counts after the batch they are at.
    """
    halves = [levels.some(np.arange(first, levels.count, 2)) for first in (0, 1)]
    interrupted = Event()

    def keep_on(done: int) -> bool:
        return not interrupted.is_set() and (go_on is None or go_on(done))

    if levels.count < FEWEST_DRAWS:
        return count_accepted(engine, halves[0], go_on), count_accepted(engine, halves[1], go_on)
    with ThreadPoolExecutor(2 if threads > 1 else 1) as pool:
        running: list[Future[Tally]] = []
        try:
            # The first half counts, and may be interrupted, before the second is begun.
            for half in halves:
                running.append(pool.submit(count_accepted, engine, half, keep_on))
            wait(running)
        except KeyboardInterrupt:
            interrupted.set()
        running += [pool.submit(count_accepted, engine, half, keep_on) for half in halves[len(running) :]]
        return running[0].result(), running[1].result()


def _shares(engine: Engine, levels: Levels, threads: int) -> NDArray[np.float32]:
    first, second = count_in_two(engine, levels, threads)
    return ((first.counts + second.counts) / np.float32(levels.count)).astype(np.float32).ravel()
