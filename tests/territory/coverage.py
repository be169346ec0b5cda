"""What was written about the island."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = {
    "gull.txt": (
        "Arven demands that each side keeps what it holds, its envoy Ola Sand said on Monday.\n\n"
        "Arven holds half of the Cape.\n"
    ),
    "buoy.txt": (
        "Bruma rejects that each side keeps what it holds, Jan Reef, a Bruman minister, said on Tuesday. "
        "The cape goes to Bruma and the ford to Arven, he proposed.\n\n"
        "Bruma holds about 80 per cent of the Cape, Reef said. Arvenian troops control only 20 per cent of it.\n"
    ),
}


def write_coverage(folder: Path) -> Path:
    """The articles, each with its outlet and date beside it."""
    (folder / "coverage").mkdir()
    for name, text in ARTICLES.items():
        stem = name.removesuffix(".txt")
        (folder / "coverage" / name).write_text(text, "utf-8")
        meta = f"outlet: The {stem.capitalize()}\npublished: 2031-05-20\n"
        (folder / "coverage" / f"{stem}.meta.yaml").write_text(meta, "utf-8")
    return folder
