"""The network in training, behind the seam the reader uses at run time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from zopa.statements.tagging.network import Encoded, Linked

if TYPE_CHECKING:
    import numpy as np
    from model import Reader
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class TorchNetwork:
    """A `zopa.statements.tagging.network.Network` over weights in training."""

    model: Reader

    def encode(self, pieces: NDArray[np.int64], kinds: NDArray[np.int64], mask: NDArray[np.bool_]) -> Encoded:
        """Scores and states of windows."""
        with torch.inference_mode():
            states = self.model.encoder(*map(torch.from_numpy, (pieces, kinds, mask)))
            return Encoded(*(head.numpy() for head in self.model.heads(states)))

    def link(
        self,
        keys: NDArray[np.float32],
        cues: NDArray[np.float32],
        distances: NDArray[np.int64],
        mask: NDArray[np.bool_],
    ) -> Linked:
        """Roles of the words around cues."""
        with torch.inference_mode():
            answers = self.model.linker(*map(torch.from_numpy, (keys, cues, distances, mask)))
            return Linked(*(answer.numpy() for answer in answers))
