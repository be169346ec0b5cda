"""The judge's network: a small encoder reads statement and options, and each option looks at the statement's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import base
import numpy as np
import torch
from model import WIDTH, Encoder, RoundedLinear, _copy, _copy_layer
from torch import nn
from torch.nn import functional

from zopa.positions.judging.features import OF_OPTION, OF_PARTY, OF_RULES, OF_STATEMENT
from zopa.positions.judging.question import OTHER
from zopa.positions.judging.wording import CONTENT
from zopa.positions.position import STANCES
from zopa.statements.tagger import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

LAYERS, KEPT = 3, (0, 2, 5)
"""Layers of the small encoder, and those of the base model that they start from."""
NARROW, HEADS, LOOKS = 128, 4, 4
KINDS = 7
_CLOSED = -10_000.0


def encoder(layers: Sequence[int]) -> Encoder:
    """An encoder with some of the base model's layers, and the table of words that the reader ships, which stays."""
    with np.load(WEIGHTS / "words.npz") as words:
        table = torch.tensor(words["rows"].astype(np.float32) * words["scales"].reshape(-1, 1))
    tensors = base.weights()
    made = Encoder(len(table), len(layers))
    with torch.no_grad():
        made.words.weight.copy_(table)
        made.positions.weight.copy_(tensors["embeddings.position_embeddings.weight"][: len(made.positions.weight)])
        made.kinds.weight.copy_(tensors["embeddings.token_type_embeddings.weight"][:1].expand(KINDS, -1))
        _copy(made.norm, tensors, "embeddings.LayerNorm")
        for layer, number in zip(made.layers, layers, strict=True):
            _copy_layer(layer, tensors, f"encoder.layer.{number}")
    made.words.weight.requires_grad = False
    return made


class Asked(NamedTuple):
    """Questions of one negotiation side by side; arrays as in ``zopa.positions.judging.question``, with a first axis of
    questions, but for ``options`` [options, 384]. ``mask`` [questions, pieces] says where there is a piece."""

    states: Tensor
    kinds: Tensor
    mask: Tensor
    named: Tensor
    options: Tensor
    of_parties: Tensor
    of_statement: Tensor
    of_options: Tensor
    of_rules: Tensor


class Judged(NamedTuple):
    """Logits: whether a stance is taken [questions, parties, options], which [..., 6], how near each option lies
    [questions, options], and the stance of the whole statement [questions, 6]."""

    taken: Tensor
    stances: Tensor
    nearness: Tensor
    overall: Tensor


class Look(nn.Module):
    """One look of every option at a statement's words: attention, then what the option makes of it."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.ask, self.join = nn.Linear(NARROW, NARROW), nn.Linear(NARROW, NARROW)
        self.answer = nn.Linear(NARROW, 2 * NARROW)
        self.first_norm, self.last_norm = nn.LayerNorm(NARROW), nn.LayerNorm(NARROW)
        self.up, self.down = nn.Linear(NARROW, 2 * NARROW), nn.Linear(2 * NARROW, NARROW)
        self.dropout = nn.Dropout(rate)

    def forward(self, options: Tensor, words: Tensor, closed: Tensor) -> Tensor:
        """Options [questions, parties, options, 128] after a look at words [questions, parties, pieces, 128]."""
        query = _heads(self.ask(self.first_norm(options)))
        key, value = (_heads(part) for part in self.answer(words).chunk(2, -1))
        seen = (query @ key.transpose(-1, -2) * (NARROW // HEADS) ** -0.5 + closed).softmax(-1) @ value
        joined = seen.transpose(2, 3).flatten(3)
        options = options + self.dropout(self.join(joined))
        return options + self.dropout(self.down(functional.gelu(self.up(self.last_norm(options)))))


def _heads(states: Tensor) -> Tensor:
    return states.unflatten(-1, (HEADS, NARROW // HEADS)).transpose(2, 3)


class Judge(nn.Module):
    """Everything behind the encoder."""

    def __init__(self, rate: float = 0.1) -> None:
        super().__init__()
        measures = OF_OPTION + OF_PARTY + OF_STATEMENT + OF_RULES + 5
        self.of_option, self.of_word = nn.Linear(WIDTH, NARROW), nn.Linear(WIDTH, NARROW)
        self.of_name, self.of_kind = nn.Embedding(OTHER + 1, NARROW), nn.Embedding(KINDS, NARROW)
        self.of_voice, self.word_norm = nn.Linear(OF_PARTY + OF_STATEMENT, NARROW), nn.LayerNorm(NARROW)
        self.look, self.norm = Look(rate), nn.LayerNorm(NARROW)
        self.measures, self.plain = nn.Linear(measures, NARROW), nn.Linear(measures, 1 + len(STANCES))
        self.both, self.out = nn.Linear(2 * NARROW, NARROW), nn.Linear(NARROW, 1 + len(STANCES))
        self.weigh, self.gather = nn.Linear(WIDTH, LOOKS), nn.Linear((1 + LOOKS) * WIDTH, NARROW)
        self.overall = nn.Linear(NARROW, len(STANCES))
        self.dropout, self.more_dropout = nn.Dropout(rate), nn.Dropout(2 * rate)
        self.scales = nn.Parameter(torch.tensor([6.0, 4.0]))
        self.by_words = nn.Parameter(torch.tensor([1.0, 1.0, 0.5, 1.0, 1.0, 0, 0, 1.0, 0, 0]))
        self.nowhere, self.by_nearness = nn.Parameter(torch.tensor(2.0)), nn.Parameter(torch.tensor(0.5))
        with torch.no_grad():
            self.plain.weight.zero_()
            self.plain.bias.zero_()
            self.out.weight.mul_(0.3)
            self.out.bias[0] = -2
            self.of_word.weight.copy_(self.of_option.weight)

    def stance(self, states: Tensor, kinds: Tensor) -> Tensor:
        """The stance of whole statements, [questions, 6], from the states of their words."""
        closed = (kinds != CONTENT)[..., None].to(states.dtype) * _CLOSED
        looks = (self.weigh(states) + closed).softmax(1).transpose(1, 2) @ states
        found = torch.cat([states[:, :1], looks], 1).flatten(1)
        return self.overall(self.more_dropout(functional.gelu(self.gather(self.more_dropout(found)))))

    def forward(self, asked: Asked) -> Judged:
        """The answers. Nearness is the likeness of means; each option looks at the words once for each party."""
        states, kinds = asked.states, asked.kinds
        shape = (*asked.of_rules.shape[:3], -1)
        inside = (kinds == CONTENT)[..., None].to(states.dtype)
        around = (kinds >= CONTENT - 1)[..., None].to(states.dtype)
        options = functional.normalize(asked.options, dim=-1)
        means = [
            functional.normalize((states * part).sum(1) / part.sum(1).clamp(min=1), dim=-1) for part in (inside, around)
        ]
        likeness = torch.stack([mean @ options.T for mean in means], -1)
        nearest = (functional.normalize(states, dim=-1) @ options.T + (inside - 1) * 2).max(1).values
        nearness = (self.scales * likeness).sum(-1) + (asked.of_options * self.by_words).sum(-1)
        nowhere = self.nowhere.expand(nearness.shape[0], 1)
        near = torch.cat([nearness, nowhere], 1).log_softmax(1)[:, :-1]
        closed = (~asked.mask)[:, None, None, None, :].to(states.dtype) * _CLOSED
        voice = torch.cat([asked.of_parties, asked.of_statement[:, None].expand(-1, shape[1], -1)], -1)
        seen = self.of_option(self.dropout(asked.options))[None, None] + self.of_voice(voice)[:, :, None]
        words = self.of_word(self.dropout(states))[:, None] + self.of_name(asked.named) + self.of_kind(kinds)[:, None]
        seen = self.norm(self.look(seen, self.word_norm(words), closed))
        compared = torch.cat([likeness, nearest[..., None], near[..., None] * 0.2, near.exp()[..., None]], -1)
        measures = torch.cat(
            [
                asked.of_options[:, None].expand(shape),
                asked.of_parties[:, :, None].expand(shape),
                asked.of_statement[:, None, None].expand(shape),
                asked.of_rules,
                compared[:, None].expand(shape),
            ],
            -1,
        )
        joined = torch.cat([seen, functional.gelu(self.measures(measures))], -1)
        found = self.out(self.dropout(functional.gelu(self.both(joined)))) + self.plain(measures)
        overall = self.stance(states, kinds)
        taken = found[..., 0] + self.by_nearness * near[:, None]
        return Judged(taken, found[..., 1:] + overall[:, None, None], nearness, overall)


class Whole(nn.Module):
    """Encoder and judge together."""

    def __init__(self, reader: Encoder, rate: float = 0.1) -> None:
        super().__init__()
        self.reader, self.judge = reader, Judge(rate)

    def set_rounding(self, rounding: bool) -> None:
        """Learn under the rounding of 8-bit weights and activations, or not."""
        for module in self.modules():
            if isinstance(module, RoundedLinear):
                module.rounding = rounding
