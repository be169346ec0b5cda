"""Export: trained weights to two ONNX graphs with 8-bit weights, and the tokenizer beside them."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import base
import numpy as np
import onnx
import torch
from model import LINK_WIDTH, WIDTH, Reader, load
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

if TYPE_CHECKING:
    from torch import Tensor

OPSET = 17
ENCODER_ARRAYS = ("embedded", "kinds", "mask", "tags", "keys", "cues")


class EncoderGraph(nn.Module):
    """Encoder and heads as one graph: rows of the table of words, kinds and mask to tags, keys and cues."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, embedded: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores and states, every piece."""
        return self.model.heads(self.model.encoder.read(embedded, kinds, mask))


def graphs(model: Reader, folder: Path) -> None:
    """The two graphs in full precision."""
    windows, pieces, cues, words = 2, 24, 3, 12
    numbers = torch.ones(windows, pieces, dtype=torch.int64)
    torch.onnx.export(
        EncoderGraph(model),
        (torch.zeros(windows, pieces, WIDTH), numbers, numbers.bool()),
        str(folder / "encoder.onnx"),
        input_names=["embedded", "kinds", "mask"],
        output_names=["tags", "keys", "cues"],
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in ENCODER_ARRAYS},
        opset_version=OPSET,
        dynamo=False,
    )
    distances = torch.zeros(cues, words, dtype=torch.int64)
    torch.onnx.export(
        model.linker,
        (torch.zeros(cues, words, LINK_WIDTH), torch.zeros(cues, LINK_WIDTH), distances, distances == 0),
        str(folder / "linker.onnx"),
        input_names=["keys", "cues", "distances", "mask"],
        output_names=["tags", "accepts"],
        dynamic_axes={name: {0: "cues", 1: "words"} for name in ("keys", "distances", "mask", "tags")}
        | {name: {0: "cues"} for name in ("cues", "accepts")},
        opset_version=OPSET,
        dynamo=False,
    )


def quantized(source: Path, target: Path) -> None:
    """The graph with 8-bit weights, one scale a column, activations scaled as they come."""
    operators = ["MatMul", "Gather"]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=operators,
        per_channel=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(target))


def words(model: Reader, target: Path) -> None:
    """The table of words in 8 bits, one scale a row; the full and the fast reader share it."""
    table = model.encoder.words.weight.detach().numpy()
    scales = np.maximum(np.abs(table).max(axis=1), 1e-9).astype(np.float32) / 127
    np.savez(target, rows=np.round(table / scales[:, None]).astype(np.int8), scales=scales)


def export(weights: Path, out: Path, prefix: str) -> None:
    """Everything the reader needs at run time, into ``out``; with a prefix, the graphs alone."""
    out.mkdir(parents=True, exist_ok=True)
    model = load(weights)
    with tempfile.TemporaryDirectory() as folder:
        graphs(model, Path(folder))
        for name in ("encoder.onnx", "linker.onnx"):
            quantized(Path(folder) / name, out / (prefix + name))
    if not prefix:
        words(model, out / "words.npz")
        (out / "tokenizer.json").write_text(base.tokenizer_json(), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--prefix", default="", help="put before the names of the graphs, as in fast_encoder.onnx")
    options = parser.parse_args()
    export(options.weights, options.out, options.prefix)


if __name__ == "__main__":
    main()
