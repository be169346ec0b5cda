"""Training: tagger and linker learn together, end to end, on windows cut anew every epoch."""

from __future__ import annotations

import argparse
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import base
import corpus
import numpy as np
import torch
import torch.nn.functional as F
from batches import IGNORED, Batch, epoch, link_batches
from model import Reader, RoundedLinear

if TYPE_CHECKING:
    from torch import Tensor

LINK_WEIGHT, ACCEPT_WEIGHT = 2.0, 0.3
AVERAGING = 0.997


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides the data."""

    epochs: int = 8
    size: int = 16
    seed: int = 1
    encoder_rate: float = 1.5e-4
    head_rate: float = 8e-4
    layer_decay: float = 0.85
    layers: int = 6
    link_layers: int = 2
    stop_after: int = 99
    """Epochs after which to stop, though the pace is set for all of them."""
    rounded_epochs: int = 0
    """How many of the last epochs to learn under the rounding of the shipped 8-bit graph."""


def losses(model: Reader, batch: Batch, chance: random.Random) -> tuple[Tensor, Tensor, Tensor]:
    """Tagger, linker and acceptance losses of one batch."""
    states = model.encoder(batch.pieces, batch.kinds, batch.mask)
    tags, keys, cues = (head[batch.rows, batch.places] for head in model.heads(states))
    tag_loss = F.cross_entropy(tags.float(), batch.tags)
    chances = tags.detach().float().softmax(-1).numpy()
    link_losses, accept_losses, words, count = [], [], 0, 0
    for links in link_batches(batch, chances, chance):
        weight = links.cue_mask.float() / links.cue_mask.sum(1, keepdim=True)
        cue = (cues[links.cue_words] * weight[:, :, None]).sum(1)
        link_tags, accepts = model.linker(keys[links.words], cue, links.distances, links.mask)
        flat = links.tags.flatten()
        link_losses.append(F.cross_entropy(link_tags.float().flatten(0, 1), flat, ignore_index=IGNORED, reduction="sum"))
        real = accepts.float()[: len(links.accepted)]
        accept_losses.append(F.binary_cross_entropy_with_logits(real, links.accepted, reduction="sum"))
        words += int((flat != IGNORED).sum())
        count += len(real)
    zero = tag_loss * 0
    return tag_loss, sum(link_losses, zero) / max(words, 1), sum(accept_losses, zero) / max(count, 1)


def optimizer(model: Reader, settings: Settings) -> torch.optim.AdamW:
    """AdamW with smaller steps the deeper a layer lies, and no decay on biases and norms."""
    groups = []
    depth = settings.layers
    for name, parameter in model.named_parameters():
        rate = settings.head_rate
        if name.startswith("encoder.layers."):
            rate = settings.encoder_rate * settings.layer_decay ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = settings.encoder_rate * settings.layer_decay**depth
            rate *= 3 if "kinds" in name else 1
        decay = 0.01 if parameter.dim() > 1 else 0.0
        groups.append({"params": [parameter], "lr": rate, "rate": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-6, fused=True)


def pace(step: int, steps: int) -> float:
    """Share of the full rate: a short rise, then a cosine down to a fiftieth."""
    rise = max(1, int(0.06 * steps))
    if step < rise:
        return (step + 1) / rise
    return 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise)))


def documents(path: Path, limit: int | None, held_back: bool) -> list[list[corpus.Document]]:
    """The train split's articles, each in its own and in other marks; with ``held_back`` those kept from learning."""
    tokenizer = base.tokenizer()
    records = [item for item in corpus.read(path) if corpus.is_held_back(item["doc"]) == held_back][:limit]
    found = []
    for record in records:
        original = corpus.document(record, tokenizer)
        variants = [original]
        if not held_back:
            variants.append(corpus.document(record, tokenizer, corpus.other_marks(record["text"])))
        found.append(variants)
    return found


def fresh(settings: Settings) -> Reader:
    """The network with the base model's weights and untrained heads."""
    torch.manual_seed(settings.seed)
    rows = [row for _, row in base.kept_pieces()]
    model = Reader(len(rows), settings.layers, settings.link_layers)
    for module in (model.tags, model.keys, model.cues, model.linker.distances):
        torch.nn.init.normal_(module.weight, std=0.02)
    model.load_base(base.weights(), rows)
    return model


def set_rounding(model: Reader, rounding: bool) -> None:
    """Learn under the rounding of 8-bit weights and activations, or not."""
    for module in model.modules():
        if isinstance(module, RoundedLinear):
            module.rounding = rounding


def run(settings: Settings, train: list[list[corpus.Document]], out: Path, start: Path | None = None) -> None:
    """Train and keep the averaged weights after every epoch in ``out``/weights.pt."""
    tokenizer = base.tokenizer()
    marks = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    model = fresh(settings)
    if start is not None:
        model.load_state_dict(torch.load(start))
    averaged = {name: value.clone() for name, value in model.state_dict().items()}
    optimizing = optimizer(model, settings)
    chance = random.Random(settings.seed)
    steps = settings.epochs * sum(1 for _ in epoch(train, marks, settings.size, random.Random(0)))
    step, began = 0, time.time()
    model.train()
    for number in range(min(settings.epochs, settings.stop_after)):
        set_rounding(model, number >= settings.epochs - settings.rounded_epochs)
        sums = np.zeros(4)
        for batch in epoch(train, marks, settings.size, chance):
            for group in optimizing.param_groups:
                group["lr"] = group["rate"] * pace(step, steps)
            with torch.autocast("cpu", torch.bfloat16):
                tag_loss, link_loss, accept_loss = losses(model, batch, chance)
            (tag_loss + LINK_WEIGHT * link_loss + ACCEPT_WEIGHT * accept_loss).backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizing.step()
            optimizing.zero_grad()
            step += 1
            keep = min(AVERAGING, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    averaged[name].lerp_(value, 1 - keep)
            sums += [tag_loss.item(), link_loss.item(), accept_loss.item(), 1]
            if step % 25 == 0:
                print(number, step, steps, (sums[:3] / sums[3]).round(4), f"{time.time() - began:.0f}s", flush=True)
                sums[:] = 0
        torch.save(averaged, out / "weights.pt")


EXTRA = (("link-layers", int), ("stop-after", int), ("rounded-epochs", int))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path, help="train.jsonl.gz of PolNeAR")
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="weights to start from")
    for name, kind in (("epochs", int), ("size", int), ("seed", int), ("layers", int)) + EXTRA:
        parser.add_argument(f"--{name}", type=kind, default=getattr(Settings(), name.replace("-", "_")))
    for name in ("encoder-rate", "head-rate"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Settings(), name.replace("-", "_")))
    options = vars(parser.parse_args())
    torch.set_num_threads(options.pop("threads"))
    train, out, start = options.pop("train"), options.pop("out"), options.pop("start")
    out.mkdir(parents=True, exist_ok=True)
    articles = documents(train, options.pop("limit"), held_back=False)
    run(Settings(**options), articles, out, start)


if __name__ == "__main__":
    main()
