"""YAML that remembers its lines."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.lined_yaml import YamlProblem, parse_lined, read_lined

TEXT = """\
# a comment
parties:
  - id: Union
    people: [Lind]
no: yes
base: &base {a: 1}
merged:
  <<: *base
  b: 2
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("parties",), 2),
        (("parties", 0), 3),
        (("parties", 0, "people"), 4),
        (("parties", 0, "missing", "deeper"), 3),
        (("parties", 7), 2),
        (("no",), 5),
        (("merged", "b"), 9),
        (("merged", "a"), 7),
    ],
)
def test_the_line_of_a_path(path: tuple[str | int, ...], line: int) -> None:
    """The line of the thing, or of the nearest thing above it that exists."""
    assert parse_lined(TEXT).line_of(path) == line


def test_yaml_is_1_2() -> None:
    """`no` is a name and `yes` a text, not truth values."""
    assert parse_lined(TEXT).data["no"] == "yes"


def test_data_is_plain() -> None:
    """No types of the YAML library leak out."""
    data = parse_lined(TEXT).data
    assert type(data) is dict
    assert type(data["parties"]) is list
    assert type(data["parties"][0]["id"]) is str


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: 1\na: 2\n", 2), ("a: [1\nb: }", 2), ("&x {a: *x}", None), ("a: *nowhere", 1), ("\t\tx: [", 1)],
    ids=["duplicate key", "unbalanced", "contains itself", "unknown anchor", "tab"],
)
def test_what_is_not_usable_yaml_has_a_reason_and_a_line(text: str, line: int | None) -> None:
    """Never an error of the YAML library, and a line where it is known."""
    with pytest.raises(YamlProblem) as caught:
        parse_lined(text)
    assert caught.value.reason
    assert caught.value.line == line


def test_a_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    """Said in words."""
    path = tmp_path / "case.yaml"
    path.write_bytes(b"title: caf\xe9")
    with pytest.raises(YamlProblem, match="UTF-8"):
        read_lined(path)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_yaml_or_a_problem(text: str) -> None:
    """No text makes it raise anything else."""
    with suppress(YamlProblem):
        parse_lined(text)
