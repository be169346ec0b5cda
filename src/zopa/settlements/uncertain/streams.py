"""Random numbers that belong to declared ids, so that the same thing is drawn alike whatever stands around it.

Each quantity of a model (the truth of an origin, one party's value of one option, ...) has its own stream, made by the
counter-based generator Philox (Salmon, Moraes, Dror and Shaw 2011) with a key hashed from the seed, the purpose and the
ids concerned. Hence reordering a model changes nothing, two settings of one model share their draws (common random
numbers), and the first n draws of a longer run are the draws of a run of n.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Streams:
    """The random numbers of one run: ``draws`` uniform numbers in [0, 1) for every name asked for."""

    seed: int
    draws: int

    def uniform(self, purpose: str, *ids: str) -> NDArray[np.float64]:
        """``draws`` uniform numbers in [0, 1), always the same for the same seed, purpose and ids."""
        name = "\x1f".join((str(self.seed), purpose, *ids))
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16], "little")
        return np.random.Generator(np.random.Philox(key=key)).random(self.draws)

    def exponential(self, purpose: str, *ids: str) -> NDArray[np.float64]:
        """``draws`` numbers from the exponential distribution of mean 1, by inversion of the uniform ones."""
        return -np.log1p(-self.uniform(purpose, *ids))
