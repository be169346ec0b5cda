"""The reference of the case file: complete, and true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from zopa.case import Settings
from zopa.case.keys import CASE_KEYS, ISSUE_KEYS, OPTION_KEYS, PARTY_KEYS, PERSON_KEYS, RED_LINE_KEYS, RULE_KEYS
from zopa.case.zone_keys import ASSET_KEYS, CLAIM_KEYS, CONTROL_KEYS, CORRIDOR_KEYS, RESIDENT_KEYS, ZONE_KEYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def page(repository: Path) -> str:
    """The text of the reference."""
    return (repository / "docs/reference/case-file.md").read_text("utf-8")


TABLES = [
    *(CASE_KEYS, PARTY_KEYS, PERSON_KEYS, ISSUE_KEYS, OPTION_KEYS, RULE_KEYS, RED_LINE_KEYS, Settings.model_fields),
    *(ZONE_KEYS, CONTROL_KEYS, CLAIM_KEYS, ASSET_KEYS, RESIDENT_KEYS, CORRIDOR_KEYS),
]


@pytest.mark.parametrize("key", sorted({key for table in TABLES for key in table}))
def test_every_key_is_documented(page: str, key: str) -> None:
    """A key that is read and not in the reference fails here."""
    assert f"`{key}`" in page


def test_the_defaults_of_settings_are_those_documented(page: str) -> None:
    """The table of settings shows the default of each number and range."""
    for name, field in Settings.model_fields.items():
        row = re.search(rf"^\| `{name}` \|.*\| (.*) \|$", page, flags=re.MULTILINE)
        assert row is not None, name
        if isinstance(field.default, int | float):
            assert float(row[1]) == field.default
        if isinstance(field.default, tuple):
            assert tuple(float(end) for end in row[1].strip("[]").split(",")) == field.default


def test_every_example_passes_the_check(page: str, check: Callable[[str], Any]) -> None:
    """Each YAML example, completed from the smallest case where it shows one section only, has no errors."""
    smallest, *examples = re.findall(r"^```yaml\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)
    parties, issues = smallest.split("issues:")
    for example in [smallest, *examples]:
        text = example
        text += "" if "parties:" in example else parties
        text += "" if re.search("^issues:", example, re.MULTILINE) else "issues:" + issues
        case, diagnostics = check(text)
        assert case is not None, (example, diagnostics)
        assert {found.code for found in diagnostics} <= {"ZP026"}
