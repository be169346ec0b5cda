"""The trained network at run time: two graphs run by onnxruntime on one thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Integers = NDArray[np.int64]


class Encoded(NamedTuple):
    """The encoder's answer for windows side by side, per piece: tag scores, and the linker's keys and queries."""

    tags: Floats
    keys: Floats
    cues: Floats


class Linked(NamedTuple):
    """The linker's answer for cues side by side: tag scores [cues, words, 13] and acceptance scores [cues]."""

    tags: Floats
    accepts: Floats


class Network(Protocol):
    """Whatever computes the two steps. Scores are logits; masks say where an array holds something."""

    def encode(self, pieces: Integers, kinds: Integers, mask: NDArray[np.bool_]) -> Encoded:
        """Scores and states of windows, each argument [windows, pieces]."""

    def link(self, keys: Floats, cues: Floats, distances: Integers, mask: NDArray[np.bool_]) -> Linked:
        """Roles of the words around cues: keys [cues, words, 192], cues [cues, 192], the rest [cues, words]."""


class Graph(Protocol):
    """What onnxruntime makes of a graph's file."""

    def run(self, names: None, arrays: dict[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """Every output of the graph, in its order, for the named inputs."""


@dataclass(frozen=True, slots=True)
class OnnxNetwork:
    """The shipped weights: a table of words in 8 bits (``rows``, and a scale for each) and the two graphs."""

    rows: NDArray[np.int8]
    scales: Floats
    encoder: Graph
    linker: Graph

    def encode(self, pieces: Integers, kinds: Integers, mask: NDArray[np.bool_]) -> Encoded:
        """See `Network`."""
        embedded = self.rows[pieces] * self.scales[pieces][:, :, None]
        return Encoded(*self.encoder.run(None, {"embedded": embedded, "kinds": kinds, "mask": mask}))

    def link(self, keys: Floats, cues: Floats, distances: Integers, mask: NDArray[np.bool_]) -> Linked:
        """See `Network`."""
        return Linked(*self.linker.run(None, {"keys": keys, "cues": cues, "distances": distances, "mask": mask}))


@cache
def load_network(folder: Path, prefix: str = "") -> OnnxNetwork:
    """The network in a folder of weights, read once; ``prefix`` names its graphs (``fast_``).

    Raises what onnxruntime raises where a file is not a graph.
    """
    runtime = import_module("onnxruntime")  # here, since it is slow to import and not every command reads
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    graphs = [
        runtime.InferenceSession(str(folder / f"{prefix}{name}.onnx"), options, ["CPUExecutionProvider"])
        for name in ("encoder", "linker")
    ]
    with np.load(folder / "words.npz") as words:
        return OnnxNetwork(words["rows"], words["scales"], *graphs)


@cache
def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer in a folder of weights, read once."""
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def boundary_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """The pieces that open a window and close a paragraph. Raises ValueError where the vocabulary lacks them."""
    classify, separate = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if classify is None or separate is None:
        raise ValueError("the tokenizer's vocabulary has no [CLS] or no [SEP]")
    return classify, separate
