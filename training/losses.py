"""What a training step minimises: losses of tagger, linker and acceptance, against gold and a student's teacher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from batches import IGNORED, link_batches
from torch.nn import functional

if TYPE_CHECKING:
    import random

    from batches import Batch, LinkBatch
    from model import Reader
    from torch import Tensor

LINK_WEIGHT, ACCEPT_WEIGHT = 2.0, 0.3
TEACHER_SHARE = 0.6
"""Share of the teacher's opinion in a student's tagger and linker losses; the rest is gold."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Means over words (tagger, linker) and over cues (acceptance)."""

    tags: Tensor
    links: Tensor
    accepts: Tensor

    def total(self) -> Tensor:
        """What is minimised."""
        return self.tags + LINK_WEIGHT * self.links + ACCEPT_WEIGHT * self.accepts


@dataclass(frozen=True, slots=True)
class Heads:
    """Scores and states of a batch's words: tags [words, 7], keys and cues [words, 192]."""

    tags: Tensor
    keys: Tensor
    cues: Tensor


def heads(model: Reader, batch: Batch) -> Heads:
    """What the encoder makes of a batch, at each word's first piece."""
    states = model.encoder(batch.pieces, batch.kinds, batch.mask)
    return Heads(*(head[batch.rows, batch.places] for head in model.heads(states)))


def linked(model: Reader, words: Heads, links: LinkBatch) -> tuple[Tensor, Tensor]:
    """The linker's tag scores [cues x words, 13] and acceptance scores of the real cues."""
    weight = links.cue_mask.float() / links.cue_mask.sum(1, keepdim=True)
    cue = (words.cues[links.cue_words] * weight[:, :, None]).sum(1)
    tags, accepts = model.linker(words.keys[links.words], cue, links.distances, links.mask)
    return tags.float().flatten(0, 1), accepts.float()[: len(links.accepted)]


def losses(model: Reader, batch: Batch, chance: random.Random, teacher: Reader | None = None) -> Losses:
    """The losses of one batch."""
    own = heads(model, batch)
    taught = _taught(teacher, batch)
    tag_loss = mixed(own.tags.float(), batch.tags, taught.tags.float() if taught else None) / len(batch.tags)
    chances = own.tags.detach().float().softmax(-1).numpy()
    link_loss = accept_loss = tag_loss * 0
    words = cues = 0
    for links in link_batches(batch, chances, chance):
        scores, accepts = linked(model, own, links)
        flat = links.tags.flatten()
        link_loss = link_loss + mixed(scores, flat, _teacher_scores(teacher, taught, links))
        accept_loss = accept_loss + functional.binary_cross_entropy_with_logits(
            accepts, links.accepted, reduction="sum"
        )
        words += int((flat != IGNORED).sum())
        cues += len(accepts)
    return Losses(tag_loss, link_loss / max(words, 1), accept_loss / max(cues, 1))


def mixed(scores: Tensor, gold: Tensor, taught: Tensor | None) -> Tensor:
    """Cross-entropy summed over words, against gold or against gold and a teacher's chances together."""
    loss = functional.cross_entropy(scores, gold, ignore_index=IGNORED, reduction="sum")
    if taught is None:
        return loss
    real = (gold != IGNORED).float()
    soft = -(taught.softmax(-1) * scores.log_softmax(-1)).sum(-1)
    return (1 - TEACHER_SHARE) * loss + TEACHER_SHARE * (soft * real).sum()


def _taught(teacher: Reader | None, batch: Batch) -> Heads | None:
    if teacher is None:
        return None
    with torch.no_grad():
        return heads(teacher, batch)


def _teacher_scores(teacher: Reader | None, taught: Heads | None, links: LinkBatch) -> Tensor | None:
    if teacher is None or taught is None:
        return None
    with torch.no_grad():
        return linked(teacher, taught, links)[0]
