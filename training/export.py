"""Export: trained weights to two ONNX graphs with 8-bit weights, and the tokenizer beside them."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import base
import onnx
import torch
from model import LINK_WIDTH, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

if TYPE_CHECKING:
    from torch import Tensor

OPSET = 17


class EncoderGraph(nn.Module):
    """Encoder and heads as one graph: pieces, kinds, mask to tags, keys, cues."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        return self.model.heads(self.model.encoder(pieces, kinds, mask))


def load(path: Path) -> Reader:
    """A network with the weights of a file, its depth read from their names."""
    tensors = torch.load(path)
    depths = {part: len({name.split(".")[2] for name in tensors if name.startswith(part)}) for part in DEPTHS}
    model = Reader(tensors["encoder.words.weight"].shape[0], *(depths[part] for part in DEPTHS))
    model.load_state_dict(tensors)
    return model.eval()


DEPTHS = ("encoder.layers.", "linker.layers.")


def graphs(model: Reader, folder: Path) -> None:
    """The two graphs in full precision."""
    windows, pieces, cues, words = 2, 24, 3, 12
    numbers = torch.ones(windows, pieces, dtype=torch.int64)
    torch.onnx.export(
        EncoderGraph(model),
        (numbers, numbers, numbers.bool()),
        str(folder / "encoder.onnx"),
        input_names=["pieces", "kinds", "mask"],
        output_names=["tags", "keys", "cues"],
        dynamic_axes={name: {0: "windows", 1: "pieces"} for name in ("pieces", "kinds", "mask", "tags", "keys", "cues")},
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


def export(weights: Path, out: Path) -> None:
    """Everything the reader needs at run time, into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    model = load(weights)
    with tempfile.TemporaryDirectory() as folder:
        graphs(model, Path(folder))
        for name in ("encoder.onnx", "linker.onnx"):
            quantized(Path(folder) / name, out / name)
    (out / "tokenizer.json").write_text(base.tokenizer_json(), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    export(options.weights, options.out)


if __name__ == "__main__":
    main()
