"""Training: tagger and linker learn together, end to end, on windows cut anew every epoch."""

from __future__ import annotations

import argparse
import math
import random
import time
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import base
import corpus
import numpy as np
import torch
from augmentation import signed_quotations
from batches import epoch
from losses import losses
from model import Reader, RoundedLinear, load, shrunk

from zopa.statements.tagging.network import boundary_ids

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
    frozen_words: bool = False
    """Leave the table of words as it is, as a student does that shares its teacher's."""
    signed: int = 0
    """How many made-up articles of signed quotations to learn from besides."""
    stop_after: int = 99
    """Epochs after which to stop, though the pace is set for all of them."""
    rounded_epochs: int = 0
    """How many of the last epochs to learn under the rounding of the shipped 8-bit graph."""


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
        if name == "encoder.words.weight" and settings.frozen_words:
            rate = 0.0
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


def signed_documents(path: Path, count: int, chance: random.Random) -> list[list[corpus.Document]]:
    """Made-up articles of signed quotations, from random articles that are learned from."""
    tokenizer = base.tokenizer()
    records = [item for item in corpus.read(path) if not corpus.is_held_back(item["doc"])]
    chance.shuffle(records)
    made = (signed_quotations(record, chance) for record in records)
    return [[corpus.document(record, tokenizer)] for record in islice(filter(None, made), count)]


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


def run(
    settings: Settings, train: list[list[corpus.Document]], start: Reader, teacher: Reader | None, out: Path
) -> None:
    """Train from ``start`` on and keep the averaged weights after every epoch in ``out``/weights.pt."""
    tokenizer = base.tokenizer()
    marks = boundary_ids(tokenizer)
    model = start
    torch.manual_seed(settings.seed)
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
                loss = losses(model, batch, chance, teacher)
            loss.total().backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizing.step()
            optimizing.zero_grad()
            step += 1
            keep = min(AVERAGING, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    averaged[name].lerp_(value, 1 - keep)
            sums += [loss.tags.item(), loss.links.item(), loss.accepts.item(), 1]
            if step % 25 == 0:
                print(number, step, steps, (sums[:3] / sums[3]).round(4), f"{time.time() - began:.0f}s", flush=True)
                sums[:] = 0
        torch.save(averaged, out / "weights.pt")


COUNTS = ("epochs", "size", "seed", "layers", "link-layers", "signed", "stop-after", "rounded-epochs")


def options() -> argparse.Namespace:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("train", type=Path, help="train.jsonl.gz of PolNeAR")
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, help="learn from this many articles only")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="weights to start from instead of the base model")
    parser.add_argument(
        "--teacher", type=Path, help="weights to learn from as well; a student starts from their layers"
    )
    parser.add_argument("--frozen-words", action="store_true", help="leave the table of words as it is")
    for name in COUNTS:
        parser.add_argument(f"--{name}", type=int, default=getattr(Settings(), name.replace("-", "_")))
    for name in ("encoder-rate", "head-rate"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Settings(), name.replace("-", "_")))
    return parser.parse_args()


def main() -> None:
    """Train as the command line says."""
    given = options()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    settings = Settings(**{name: value for name, value in vars(given).items() if name in Settings.__dataclass_fields__})
    teacher = load(given.teacher) if given.teacher else None
    if given.start:
        model = load(given.start)
    elif teacher:
        model = shrunk(teacher, settings.layers, settings.link_layers)
    else:
        model = fresh(settings)
    articles = documents(given.train, given.limit, held_back=False)
    articles += signed_documents(given.train, settings.signed, random.Random(settings.seed))
    run(settings, articles, model, teacher, given.out)


if __name__ == "__main__":
    main()
