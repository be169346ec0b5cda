"""Train the judge: distil a small encoder, learn from the coded passages, gauge on negotiations kept out, export.

    python training/judge_train.py distil POLNEAR_TRAIN WORK     # three layers taught by the base model's six
    python training/judge_train.py learn WORK --fold 0           # one of three parts of the negotiations kept out
    python training/judge_train.py learn WORK                    # all of them
    python training/judge_train.py gauge WORK                    # from the three: how often a reading is right
    python training/judge_train.py export WORK                   # two graphs, the words and the gauge

Seeds are fixed. ``WORK`` is a folder for what is made on the way.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import time
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import corpus
import judge_data
import numpy as np
import torch
from judge_export import export
from judge_gauge import fit_gauge
from judge_model import KEPT, Asked, Whole, encoder
from judge_words import fit_words, idiom_questions
from torch import Tensor
from torch.nn import functional
from train import pace

from zopa.positions.judging.wording import option_wordings
from zopa.positions.position import STANCES
from zopa.statements.tagger import WEIGHTS
from zopa.statements.tagging.network import boundary_ids, load_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from judge_data import Taught
    from judge_model import Encoder, Judged

FOLDS = 3
DISTILLED = 26_000
"""Sentences that the small encoder is taught on."""
SHORTEST = 25
"""Characters that such a sentence is longer than."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How to learn."""

    epochs: int = 3
    rounded_epochs: int = 1
    size: int = 8
    seed: int = 0
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    told: float = 0.6
    """How often a statement is learned from with its speaker's party told."""
    idioms: int = 6
    """Turns of phrase beside each batch."""


class Batch(NamedTuple):
    """Questions of one negotiation as tensors, those of ``Asked`` before the encoder, with their answers.

    ``answer`` [questions, parties, options] is -1 where there is no party; the last of ``meant`` [questions,
    options + 1] stands for none.
    """

    pieces: Tensor
    kinds: Tensor
    mask: Tensor
    option_pieces: Tensor
    option_mask: Tensor
    measures: tuple[Tensor, ...]
    answer: Tensor
    meant: Tensor
    stances: list[tuple[int, int]]


def batch(taught: Sequence[Taught]) -> Batch:
    """Questions side by side."""
    questions = [each.question for each in taught]
    count, pieces = len(taught), max(len(each.pieces) for each in questions)
    parties, options = max(len(each.parties) for each in questions), len(questions[0].options)
    arrays = {name: torch.zeros(count, pieces, dtype=torch.long) for name in ("pieces", "kinds")}
    mask, named = torch.zeros(count, pieces, dtype=torch.bool), torch.zeros(count, parties, pieces, dtype=torch.long)
    of_parties = torch.zeros(count, parties, questions[0].of_parties.shape[1])
    of_rules = torch.zeros(count, parties, options, questions[0].of_rules.shape[2])
    answer, meant = torch.full((count, parties, options), -1), torch.zeros(count, options + 1)
    stances = []
    for row, (each, asked) in enumerate(zip(taught, questions, strict=True)):
        length, known = len(asked.pieces), len(asked.parties)
        arrays["pieces"][row, :length] = torch.tensor(asked.pieces)
        arrays["kinds"][row, :length] = torch.tensor(asked.kinds)
        mask[row, :length] = True
        named[row, :known, :length] = torch.tensor(asked.named)
        of_parties[row, :known], of_rules[row, :known] = torch.tensor(asked.of_parties), torch.tensor(asked.of_rules)
        answer[row, :known] = torch.tensor(each.answer)
        for _, issue, option in each.positions:
            meant[row, asked.options.index((issue, option))] = 1
        meant[row, -1] = 0.0 if each.positions else 0.5
        stances += [(row, STANCES.index(stance)) for stance in sorted(set(each.positions.values()))]
    case = taught[0].case
    names = ((i.name, o.id.replace("_", " "), o.definition) for i in case.issues for o in i.options)
    option_pieces, option_mask = option_wordings(names)
    of_statement, of_options = (
        torch.tensor(np.stack([getattr(asked, name) for asked in questions])) for name in ("of_statement", "of_options")
    )
    measures = (named, of_parties, of_statement, of_options, of_rules)
    read = torch.tensor(option_pieces), torch.tensor(option_mask)
    return Batch(arrays["pieces"], arrays["kinds"], mask, *read, measures, answer, meant, stances)


def judged(model: Whole, given: Batch) -> Judged:
    """The model's answers to a batch."""
    with torch.autocast("cpu", torch.bfloat16):
        states = model.reader(given.pieces, given.kinds, given.mask)
        of_options = model.reader(given.option_pieces, torch.zeros_like(given.option_pieces), given.option_mask)
    inside = given.option_mask[..., None].float()
    options = (of_options.float() * inside).sum(1) / inside.sum(1)
    named, *rest = given.measures
    return model.judge(Asked(states.float(), given.kinds, given.mask, named, options, *rest))


def loss_of(found: Judged, given: Batch) -> Tensor:
    """Whether a stance is taken, which, by which option, and the statement's stance as a whole."""
    asked, right = given.answer >= 0, given.answer > 0
    taken = functional.binary_cross_entropy_with_logits(found.taken[asked], right[asked].float(), reduction="sum")
    total = taken / len(given.answer)
    if right.any():
        total = total + functional.cross_entropy(found.stances[right], given.answer[right] - 1)
    if given.stances:
        rows, stances = zip(*given.stances, strict=True)
        total = total + 0.5 * functional.cross_entropy(found.overall[list(rows)], torch.tensor(stances))
    return total


def near_loss(model: Whole, found: Judged, given: Batch) -> Tensor:
    """The annotated options are nearest; to a statement without one, none is."""
    nowhere = model.judge.nowhere.expand(len(given.meant), 1)
    near = torch.cat([found.nearness, nowhere], 1).log_softmax(1)
    return 0.7 * -(near * given.meant).sum() / given.meant.sum()


def epoch(taught: Sequence[Taught], settings: Settings, chance: random.Random) -> list[list[Taught]]:
    """Batches of one negotiation each, every statement once, in an order of chance."""
    by: dict[str, dict[str, dict[bool, Taught]]] = defaultdict(lambda: defaultdict(dict))
    for each in taught:
        by[each.negotiation][each.statement][each.told] = each
    found = []
    for statements in by.values():
        chosen = [
            variants.get(chance.random() < settings.told) or next(iter(variants.values()))
            for variants in statements.values()
        ]
        chance.shuffle(chosen)
        found += [chosen[start : start + settings.size] for start in range(0, len(chosen), settings.size)]
    chance.shuffle(found)
    return found


def learn(taught: Sequence[Taught], start: Encoder, settings: Settings) -> Whole:
    """A judge that has learned from ``taught``; ``start`` is the encoder it begins with."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    model = Whole(start)
    groups = [
        {"params": [each for each in model.reader.parameters() if each.requires_grad], "rate": settings.encoder_rate},
        {"params": list(model.judge.parameters()), "rate": settings.head_rate},
    ]
    optimizing = torch.optim.AdamW(groups, lr=0.0, weight_decay=0.02, betas=(0.9, 0.98))
    idioms = idiom_questions()
    steps = settings.epochs * len(epoch(taught, settings, random.Random(settings.seed)))
    step, began = 0, time.time()
    for number in range(settings.epochs):
        model.train()
        model.set_rounding(number >= settings.epochs - settings.rounded_epochs)
        total = 0.0
        for together in epoch(taught, settings, chance):
            for group in optimizing.param_groups:
                group["lr"] = group["rate"] * pace(min(step, steps - 1), steps)
            given = batch(together)
            found = judged(model, given)
            loss = loss_of(found, given) + near_loss(model, found, given)
            loss = loss + 0.25 * _idiom_loss(model, chance.sample(idioms, settings.idioms))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizing.step()
            optimizing.zero_grad()
            step += 1
            total += loss.item()
        print(number, round(total * settings.epochs / steps, 3), f"{time.time() - began:.0f}s", flush=True)
    return model.eval()


def _idiom_loss(model: Whole, idioms: Sequence[tuple[np.ndarray, np.ndarray, int]]) -> Tensor:
    pieces = torch.zeros(len(idioms), max(len(each) for each, _, _ in idioms), dtype=torch.long)
    kinds, mask = torch.zeros_like(pieces), torch.zeros_like(pieces, dtype=torch.bool)
    for row, (read, kind, _) in enumerate(idioms):
        pieces[row, : len(read)], kinds[row, : len(read)] = torch.tensor(read), torch.tensor(kind)
        mask[row, : len(read)] = True
    with torch.autocast("cpu", torch.bfloat16):
        states = model.reader(pieces, kinds, mask)
    return functional.cross_entropy(
        model.judge.stance(states.float(), kinds), torch.tensor([each for *_, each in idioms])
    )


def sentences(polnear: Path, chance: random.Random) -> Iterator[list[int]]:
    """Sentences of news text as word pieces."""
    texts = [
        sentence
        for record in corpus.read(polnear)
        for paragraph in record["text"].split("\n")
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"“])", paragraph.strip())
        if len(sentence) > SHORTEST
    ]
    found = list(dict.fromkeys(texts))
    chance.shuffle(found)
    tokenizer = load_tokenizer(WEIGHTS)
    classify, separate = boundary_ids(tokenizer)
    for text in found[:DISTILLED]:
        yield [classify, *tokenizer.encode(text).ids[:100], separate]


def distil(texts: list[list[int]], seed: int = 0) -> Encoder:
    """A small encoder whose states are near to those of the base model's six layers."""
    chance = random.Random(seed)
    torch.manual_seed(seed)
    teacher, student = encoder(range(6)).eval(), encoder(KEPT)
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]) + 6 * chance.random())
    together = [order[start : start + 24] for start in range(0, len(order), 24)]
    chance.shuffle(together)
    optimizing = torch.optim.AdamW(
        [each for each in student.parameters() if each.requires_grad], lr=3e-4, betas=(0.9, 0.98)
    )
    for step, places in enumerate(together):
        pieces = torch.zeros(len(places), max(len(texts[place]) for place in places), dtype=torch.long)
        mask = torch.zeros_like(pieces, dtype=torch.bool)
        for row, place in enumerate(places):
            pieces[row, : len(texts[place])] = torch.tensor(texts[place])
            mask[row, : len(texts[place])] = True
        for group in optimizing.param_groups:
            group["lr"] = (
                3e-4 * min(1, (step + 1) / 50) * (0.02 + 0.49 * (1 + math.cos(math.pi * step / len(together))))
            )
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                meant = teacher(pieces, torch.zeros_like(pieces), mask).float()
            found = student(pieces, torch.zeros_like(pieces), mask).float()
        counted = mask.float()
        apart = ((1 - functional.cosine_similarity(meant, found, dim=-1)) * counted).sum() / counted.sum()
        right, own = (functional.normalize((s * counted[..., None]).sum(1), dim=-1) for s in (meant, found))
        loss = apart + 20 * ((right @ right.T - own @ own.T) ** 2).mean() + (1 - (right * own).sum(-1)).mean()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimizing.step()
        optimizing.zero_grad()
        if step % 100 == 0:
            print(step, len(together), round(loss.item(), 4), flush=True)
    return student


def part_of(name: str) -> int:
    """In which part a negotiation is kept out; the same whatever others there are."""
    return zlib.crc32(name.encode()) % FOLDS


def folds_in(work: Path) -> list[int]:
    """The parts of which ``work`` has a judge that has not seen them."""
    return [fold for fold in range(FOLDS) if (work / f"graphs-{fold}").is_dir()]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("distil", "learn", "gauge", "export"))
    parser.add_argument("folders", type=Path, nargs="+", help="WORK; for distil, train.jsonl.gz of PolNeAR before it")
    parser.add_argument("--fold", type=int, help="the part of the negotiations that is kept out")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    work = given.folders[-1]
    work.mkdir(parents=True, exist_ok=True)
    if given.step == "distil":
        torch.save(distil(list(sentences(given.folders[0], random.Random(0)))).state_dict(), work / "encoder.pt")
        return
    taught = list(judge_data.passages())
    if given.step == "learn":
        start = encoder(KEPT)
        start.load_state_dict(torch.load(work / "encoder.pt"))
        kept = [each for each in taught if given.fold is None or part_of(each.negotiation) != given.fold]
        name = "all" if given.fold is None else str(given.fold)
        torch.save(learn(kept, start, Settings()).state_dict(), work / f"judge-{name}.pt")
        fit_words(kept, work / f"words-{name}.npz")
        export(work / f"judge-{name}.pt", work / f"graphs-{name}", work / f"words-{name}.npz")
    elif given.step == "gauge":
        (work / "gauge.json").write_text(json.dumps(fit_gauge(taught, work), indent=2) + "\n", "utf-8")
    else:
        export(work / "judge-all.pt", None, words=work / "words-all.npz", gauge=work / "gauge.json")


if __name__ == "__main__":
    main()
