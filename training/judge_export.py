"""Export of the judge: two ONNX graphs with 8-bit weights, the words that tell stances, and the gauge."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from export import OPSET, quantized
from judge_model import KEPT, Asked, Whole, encoder
from model import WIDTH
from torch import nn

from zopa.positions.judging.features import OF_OPTION, OF_PARTY, OF_RULES, OF_STATEMENT
from zopa.positions.judging.network import FOLDER

if TYPE_CHECKING:
    from torch import Tensor

SHARED = ("states", "kinds", "named", "options", "of_parties", "of_statement", "of_options", "of_rules")
_PIECES, _PARTIES, _OPTIONS = {1: "pieces"}, {1: "parties"}, {1: "options"}


class ReaderGraph(nn.Module):
    """Rows of the table of words, kinds and mask to states."""

    def __init__(self, model: Whole) -> None:
        super().__init__()
        self.reader = model.reader

    def forward(self, embedded: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """States, every piece."""
        return self.reader.read(embedded, kinds, mask)


class JudgeGraph(nn.Module):
    """One question, all of it read, to its answers."""

    def __init__(self, model: Whole) -> None:
        super().__init__()
        self.judge = model.judge

    def forward(self, *given: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Taken, stances, nearness."""
        states, kinds, *rest = given
        found = self.judge(Asked(states, kinds, torch.ones_like(kinds).bool(), *rest))
        return found.taken, found.stances, found.nearness


def export(weights: Path, out: Path | None, words: Path | None = None, gauge: Path | None = None) -> None:
    """The graphs into ``out``, with the words and the gauge where given; into the package without ``out``."""
    folder = out or FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    model = Whole(encoder(KEPT))
    model.load_state_dict(torch.load(weights))
    model.set_rounding(False)
    model.eval()
    with tempfile.TemporaryDirectory() as made:
        _graphs(model, Path(made))
        for name in ("reader.onnx", "judge.onnx"):
            quantized(Path(made) / name, folder / name)
    for path, name in ((words, "words.npz"), (gauge, "gauge.json")):
        if path:
            shutil.copyfile(path, folder / name)


def _graphs(model: Whole, folder: Path) -> None:
    """The two graphs in full precision."""
    pieces, parties, options = 24, 2, 5
    numbers = torch.ones(2, pieces, dtype=torch.int64)
    torch.onnx.export(
        ReaderGraph(model),
        (torch.zeros(2, pieces, WIDTH), numbers, numbers.bool()),
        str(folder / "reader.onnx"),
        input_names=["embedded", "kinds", "mask"],
        output_names=["states"],
        dynamic_axes={name: {0: "texts", 1: "pieces"} for name in ("embedded", "kinds", "mask", "states")},
        opset_version=OPSET,
        dynamo=False,
    )
    given = (
        torch.randn(1, pieces, WIDTH),
        3 * numbers[:1],
        torch.ones(1, parties, pieces, dtype=torch.int64),
        torch.randn(options, WIDTH),
        torch.zeros(1, parties, OF_PARTY),
        torch.zeros(1, OF_STATEMENT),
        torch.zeros(1, options, OF_OPTION),
        torch.zeros(1, parties, options, OF_RULES),
    )
    axes = {"states": _PIECES, "kinds": _PIECES, "named": _PARTIES | {2: "pieces"}, "options": {0: "options"}}
    axes |= {"of_parties": _PARTIES, "of_options": _OPTIONS, "of_rules": _PARTIES | {2: "options"}}
    axes |= {"taken": _PARTIES | {2: "options"}, "stances": _PARTIES | {2: "options"}, "nearness": _OPTIONS}
    torch.onnx.export(
        JudgeGraph(model),
        given,
        str(folder / "judge.onnx"),
        input_names=list(SHARED),
        output_names=["taken", "stances", "nearness"],
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
