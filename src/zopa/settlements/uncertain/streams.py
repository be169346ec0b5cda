"""Random numbers that belong to declared ids, so that the same thing is drawn alike whatever stands around it.

Each quantity of a model (the truth of an origin, one party's value of one option, ...) has its own stream, made by the
counter-based generator Philox (Salmon, Moraes, Dror and Shaw 2011) with a key hashed from the seed, the purpose and the
ids concerned. Hence reordering a model changes nothing, two settings of one model share their draws (common random
numbers), and the first n draws of a longer run are the draws of a run of n.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


SHORT = 2_000
"""Streams of so many draws are kept for the next run of the same seed, such as another date or another what-if."""

MOST_KEPT = 1_000


@dataclass(frozen=True, slots=True)
class Streams:
    """The random numbers of one run: ``draws`` uniform numbers in [0, 1) for every name asked for."""

    seed: int
    draws: int

    def uniform(self, purpose: str, *ids: str) -> NDArray[np.float64]:
        """``draws`` uniform numbers in [0, 1), always the same for the same seed, purpose and ids."""
        name = "\x1f".join((str(self.seed), purpose, *ids))
        return _kept(name, self.draws) if self.draws <= SHORT else _drawn(name, self.draws)

    def exponential(self, purpose: str, *ids: str) -> NDArray[np.float64]:
        """``draws`` numbers from the exponential distribution of mean 1, by inversion of the uniform ones."""
        return -np.log1p(-self.uniform(purpose, *ids))


def _drawn(name: str, draws: int) -> NDArray[np.float64]:
    """The numbers of a stream; read only, since they may be kept."""
    key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "little")
    found = np.random.Generator(np.random.Philox(key=key)).random(draws)
    found.flags.writeable = False
    return found


_kept = lru_cache(MOST_KEPT)(_drawn)
