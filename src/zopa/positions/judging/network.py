"""The judge's weights at run time: two graphs run on one thread, and a table of words that tell stances."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from zopa.positions.encoder import rows_of
from zopa.positions.judging.wording import option_wordings
from zopa.positions.position import STANCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from zopa.case.case import Case
    from zopa.positions.judging.question import Question
    from zopa.statements.tagging.network import Graph

    Floats = NDArray[np.float32]

FOLDER = Path(__file__).parent / "weights"

_CACHED_CASES = 8
_TOGETHER = 16


class Answer(NamedTuple):
    """What the network makes of a question, as logits: whether a party takes a stance on an option [parties, options],
    which [parties, options, 6], and how near the words lie to each option [options]."""

    taken: Floats
    stances: Floats
    nearness: Floats


class WordScores(NamedTuple):
    """A logistic regression of the stance on words.

    ``columns`` says which word has which row of ``weights`` [words, 6]; ``bias`` [6] is that of a statement without any
    known word.
    """

    columns: Mapping[str, int]
    weights: Floats
    bias: Floats

    def log_chances(self, words: Iterable[str]) -> Floats:
        """The logarithm of the chance of every stance, [6]."""
        rows = [self.columns[word] for word in words if word in self.columns]
        scores = self.weights[rows].sum(axis=0) + self.bias
        return np.asarray(scores - np.logaddexp.reduce(scores))


@dataclass(frozen=True, slots=True)
class JudgeNetwork:
    """``reader`` gives states to word pieces; ``judge`` sets those of a statement against those of the options."""

    reader: Graph
    judge: Graph
    words: WordScores

    def states(self, pieces: NDArray[np.int64], kinds: NDArray[np.int64], mask: NDArray[np.bool_]) -> Floats:
        """States of texts side by side, [texts, pieces, 384]; each argument [texts, pieces]."""
        return np.asarray(self.reader.run(None, {"embedded": rows_of(pieces), "kinds": kinds, "mask": mask})[0])

    def options(self, case: Case) -> Floats:
        """A vector for every option of a case, in its order, [options, 384]: the mean of its words' states."""
        names = (
            (issue.name, option.id.replace("_", " "), option.definition)
            for issue in case.issues
            for option in issue.options
        )
        pieces, mask = option_wordings(names)
        found = [np.zeros((0, 384), dtype=np.float32)]
        for start in range(0, len(pieces), _TOGETHER):
            part, inside = pieces[start : start + _TOGETHER], mask[start : start + _TOGETHER]
            states = self.states(part, np.zeros_like(part), inside)
            counted = inside[:, :, None].astype(np.float32)
            found.append((states * counted).sum(axis=1) / counted.sum(axis=1))
        return np.concatenate(found)

    def answer(self, question: Question, options: Floats) -> Answer:
        """The network's answer. Cost: linear in the words read, and in parties times options."""
        mask = np.ones((1, len(question.pieces)), dtype=np.bool_)
        states = self.states(question.pieces[None], question.kinds[None], mask)
        given: dict[str, NDArray[Any]] = {
            "states": states,
            "kinds": question.kinds[None],
            "named": question.named[None],
            "options": options,
            "of_parties": question.of_parties[None],
            "of_statement": question.of_statement[None],
            "of_options": question.of_options[None],
            "of_rules": question.of_rules[None],
        }
        taken, stances, nearness = (array[0] for array in self.judge.run(None, given))
        return Answer(taken, stances, nearness)


@cache
def load_judge(folder: Path = FOLDER) -> JudgeNetwork:
    """The network in a folder of weights, read once. Raises what onnxruntime raises where a file is not a graph."""
    runtime = import_module("onnxruntime")  # here, since it is slow to import and not every command codes
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    reader, judge = (
        runtime.InferenceSession(str(folder / f"{name}.onnx"), options, ["CPUExecutionProvider"])
        for name in ("reader", "judge")
    )
    return JudgeNetwork(reader, judge, load_words(folder / "words.npz"))


def load_words(path: Path) -> WordScores:
    """The words of a file with their scores."""
    with np.load(path) as arrays:
        columns = {word: row for row, word in enumerate(str(arrays["words"]).split("\n"))}
        weights, bias = arrays["weights"].astype(np.float32), arrays["bias"].astype(np.float32)
    if weights.shape != (len(columns), len(STANCES)):
        raise ValueError(f"{path.name}: {len(columns)} words, but weights of {weights.shape}")
    return WordScores(columns, weights, bias)


_CACHE: dict[int, tuple[Case, Floats]] = {}


def option_vectors(case: Case) -> Floats:
    """The vectors of a case's options, made once per case object."""
    kept = _CACHE.get(id(case))
    if kept is None or kept[0] is not case:
        if len(_CACHE) >= _CACHED_CASES:
            _CACHE.clear()
        kept = _CACHE[id(case)] = (case, load_judge().options(case))
    return kept[1]
