"""The network: a MiniLM encoder, a tagger over its states, and a linker that tags a paragraph once for each cue."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional

from zopa.statements.tagging.roles import LINK_TAGS, TAGS
from zopa.statements.tagging.windows import DISTANCES, KINDS, LONGEST_WINDOW

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEADS, INNER = 384, 12, 1536
LINK_WIDTH, LINK_HEADS, LINK_INNER = 192, 6, 768


class PooledDropout(nn.Module):
    """Dropout whose masks are stretches of one long random mask, drawn anew now and then.

    Drawing a fresh mask for every layer costs more than the layer itself on a processor.
    """

    length = 1 << 24
    pools: ClassVar[dict[float, Tensor]] = {}

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, states: Tensor) -> Tensor:
        """The states, some set to zero and the rest made larger for it."""
        if not self.training or not self.rate:
            return states
        pool = self.pools.get(self.rate)
        if pool is None or torch.rand(()) < 0.002:
            kept = torch.rand(self.length) >= self.rate
            pool = self.pools[self.rate] = kept.to(torch.bfloat16) / (1 - self.rate)
        size = states.numel()
        start = int(torch.randint(0, self.length - size, ()))
        return states * pool[start : start + size].view(states.shape).to(states.dtype)


class RoundedLinear(nn.Linear):
    """A linear map that can learn under the rounding of the shipped graph; gradients pass it by.

    With ``rounding`` on, inputs are rounded to 256 steps between their least and greatest value, weights to 255 steps
    a row, as onnxruntime's dynamic quantization does.
    """

    rounding = False

    def forward(self, states: Tensor) -> Tensor:
        """The mapped states."""
        if not self.rounding:
            return functional.linear(states, self.weight, self.bias)
        with torch.no_grad():
            low, high = states.min().clamp(max=0).float(), states.max().clamp(min=0).float()
            step = ((high - low) / 255).clamp(min=1e-9)
            states_off = (states / step).round_().mul_(step).sub_(states)
            row = self.weight.abs().amax(1, keepdim=True) / 127
            weight_off = (self.weight / row).round_().mul_(row).sub_(self.weight)
        return functional.linear(states + states_off, self.weight + weight_off, self.bias)


class Layer(nn.Module):
    """One transformer layer. ``first_norm`` normalises before attention (linker) or after it (BERT)."""

    def __init__(self, width: int, heads: int, inner: int, rate: float, first_norm: bool) -> None:
        super().__init__()
        self.heads, self.first_norm = heads, first_norm
        self.query_key_value = RoundedLinear(width, 3 * width)
        self.joined = RoundedLinear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up = RoundedLinear(width, inner)
        self.down = RoundedLinear(inner, width)
        self.output_norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = PooledDropout(rate)

    def attention(self, states: Tensor, mask: Tensor) -> Tensor:
        """What each place takes from the others (Vaswani and others 2017)."""
        batch, length, width = states.shape
        parts = self.query_key_value(states).view(batch, length, 3, self.heads, width // self.heads)
        query, key, value = (part.contiguous() for part in parts.permute(2, 0, 3, 1, 4).unbind(0))
        scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask.to(query.dtype)
        mixed = scores.softmax(-1) @ value
        return self.dropout(self.joined(mixed.transpose(1, 2).reshape(batch, length, width)))

    def feed_forward(self, states: Tensor) -> Tensor:
        """What each place makes of itself."""
        return self.dropout(self.down(functional.gelu(self.up(states))))

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of the same shape; ``mask`` is added to the attention scores."""
        if self.first_norm:
            states = states + self.attention(self.attention_norm(states), mask)
            return states + self.feed_forward(self.output_norm(states))
        states = self.attention_norm(states + self.attention(states, mask))
        return self.output_norm(states + self.feed_forward(states))


def additive(mask: Tensor) -> Tensor:
    """An attention mask of 0 and a large negative number from one of true and false, [batch, 1, 1, length]."""
    return (~mask[:, None, None, :]).float() * -10_000.0


class Encoder(nn.Module):
    """Pieces and their kinds to states, [batch, length, 384]."""

    def __init__(self, vocabulary: int, layers: int, rate: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(LONGEST_WINDOW, WIDTH)
        self.kinds = nn.Embedding(KINDS, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = PooledDropout(rate)
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, INNER, rate, first_norm=False) for _ in range(layers))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """States of windows, each argument [batch, length]."""
        return self.read(self.words(pieces), kinds, mask)

    def read(self, embedded: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """The same from the rows of the pieces in the table of words, [batch, length, 384]."""
        positions = self.positions.weight[: embedded.shape[1]]
        states = self.dropout(self.norm(embedded + positions + self.kinds(kinds)))
        bias = additive(mask)
        for layer in self.layers:
            states = layer(states, bias)
        return states


class Linker(nn.Module):
    """For one cue, the role of every word around it: tags [cues, words, 13] and whether it is a cue at all [cues]."""

    def __init__(self, layers: int, rate: float = 0.1) -> None:
        super().__init__()
        self.distances = nn.Embedding(2 * DISTANCES + 1, LINK_WIDTH)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.layers = nn.ModuleList(
            Layer(LINK_WIDTH, LINK_HEADS, LINK_INNER, rate, first_norm=True) for _ in range(layers)
        )
        self.last_norm = nn.LayerNorm(LINK_WIDTH)
        self.tags = nn.Linear(LINK_WIDTH, LINK_TAGS)
        self.accepts = nn.Linear(LINK_WIDTH, 1)

    def forward(self, keys: Tensor, cue: Tensor, distances: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Scores; keys [cues, words, 192], cue [cues, 192], distances and mask [cues, words]."""
        states = self.norm(keys + cue[:, None, :] + self.distances(distances))
        bias = additive(mask)
        for layer in self.layers:
            states = layer(states, bias)
        states = self.last_norm(states)
        in_cue = ((distances == 0) & mask).to(states.dtype)[:, :, None]
        at_cue = (states * in_cue).sum(1) / in_cue.sum(1).clamp(min=1)
        return self.tags(states), self.accepts(at_cue)[:, 0]


class Reader(nn.Module):
    """Encoder, tagger and linker together."""

    def __init__(self, vocabulary: int, layers: int = 6, link_layers: int = 2) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, layers)
        self.dropout = PooledDropout(0.1)
        self.tags = nn.Linear(WIDTH, TAGS)
        self.keys = nn.Linear(WIDTH, LINK_WIDTH)
        self.cues = nn.Linear(WIDTH, LINK_WIDTH)
        self.linker = Linker(link_layers)

    def heads(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tags [.., 7], keys [.., 192] and cue queries [.., 192] of encoder states."""
        states = self.dropout(states)
        return self.tags(states), self.keys(states), self.cues(states)

    def load_base(self, tensors: dict[str, Tensor], rows: list[int]) -> None:
        """Take the base model's weights: the kept rows of its vocabulary and as many layers as there are here."""
        encoder = self.encoder
        with torch.no_grad():
            encoder.words.weight.copy_(tensors["embeddings.word_embeddings.weight"][rows])
            encoder.positions.weight.copy_(tensors["embeddings.position_embeddings.weight"][:LONGEST_WINDOW])
            encoder.kinds.weight.copy_(tensors["embeddings.token_type_embeddings.weight"][:1].expand(KINDS, -1))
            _copy(encoder.norm, tensors, "embeddings.LayerNorm")
            for number, layer in enumerate(encoder.layers):
                _copy_layer(layer, tensors, f"encoder.layer.{number}")


DEPTHS = ("encoder.layers.", "linker.layers.")


def load(path: Path) -> Reader:
    """A network with the weights of a file, its depth read from their names."""
    tensors = torch.load(path)
    layers, link_layers = (len({name.split(".")[2] for name in tensors if name.startswith(part)}) for part in DEPTHS)
    model = Reader(tensors["encoder.words.weight"].shape[0], layers, link_layers)
    model.load_state_dict(tensors)
    return model.eval()


def shrunk(teacher: Reader, layers: int, link_layers: int) -> Reader:
    """A shallower network that starts from the teacher's weights: its layers evenly picked, its first linker layers."""
    step = len(teacher.encoder.layers) // layers
    kept = {f"encoder.layers.{step * number}.": f"encoder.layers.{number}." for number in range(layers)}
    kept |= {f"linker.layers.{number}.": f"linker.layers.{number}." for number in range(link_layers)}
    tensors = {}
    for name, value in teacher.state_dict().items():
        if not name.startswith(DEPTHS):
            tensors[name] = value.clone()
        prefix = ".".join(name.split(".")[:3]) + "."
        if prefix in kept:
            tensors[name.replace(prefix, kept[prefix])] = value.clone()
    model = Reader(teacher.encoder.words.num_embeddings, layers, link_layers)
    model.load_state_dict(tensors)
    return model


def _copy(module: nn.Linear | nn.LayerNorm, tensors: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(tensors[f"{name}.weight"])
    module.bias.copy_(tensors[f"{name}.bias"])


def _copy_layer(layer: nn.Module, tensors: dict[str, Tensor], name: str) -> None:
    parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    layer.query_key_value.weight.copy_(torch.cat([tensors[f"{part}.weight"] for part in parts]))
    layer.query_key_value.bias.copy_(torch.cat([tensors[f"{part}.bias"] for part in parts]))
    _copy(layer.joined, tensors, f"{name}.attention.output.dense")
    _copy(layer.attention_norm, tensors, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, tensors, f"{name}.intermediate.dense")
    _copy(layer.down, tensors, f"{name}.output.dense")
    _copy(layer.output_norm, tensors, f"{name}.output.LayerNorm")
