"""The house: data flows one way, so a room imports only rooms with a lower number."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOMS = {
    "case": 1,
    "coverage": 1,
    "settlements": 1,
    "statements": 2,
    "positions": 3,
    "preferences": 4,
    "territory": 4,
    "meetings": 4,
    "ledger": 5,
    "briefing": 6,
    "casework": 7,
    "workbench": 8,
    "cli": 9,
}
GROUND = {"errors", "diagnostics", "lined_yaml"}
"""Modules every room may stand on; they import no room."""

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "zopa"


def rooms_imported(module: Path) -> set[str]:
    """The rooms a module imports, type-only imports included."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative imports hide the room they reach"
            names = [node.module or ""]
            if node.module == "zopa":
                names = [f"zopa.{alias.name}" for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("zopa.")}
    return found


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def test_every_part_of_the_package_is_a_room_or_the_ground() -> None:
    """A new folder or module at the top has to take its place in the house."""
    parts = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert parts - {"__init__", "__main__"} == set(ROOMS) | GROUND


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_lower_rooms(module: Path) -> None:
    """No module imports its own floor's neighbours or anything above."""
    room = module.relative_to(PACKAGE).parts[0].removesuffix(".py")
    number = ROOMS.get(room, 0 if room in GROUND else 10)
    for other in rooms_imported(module) - {room} - GROUND:
        assert ROOMS[other] < number, f"{room} ({number}) imports {other} ({ROOMS[other]})"


def test_the_engine_knows_no_text() -> None:
    """`zopa.settlements` is a library of its own: it imports no other room at all."""
    for module in (PACKAGE / "settlements").rglob("*.py"):
        assert rooms_imported(module) <= {"settlements"} | GROUND
