"""The output flags of listing commands."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from zopa.cli.output import Column, as_csv, console, parsed_relaxation, print_rows
from zopa.errors import UsageError

ROWS = [{"party": "Union", "words": "no, [never]", "spans": [[0, 3]], "counted": True}]
COLUMNS = (Column(("party",), "party"), Column(("words",), "words", wrap=True, wide=True))


def test_json_is_a_list_of_the_rows(capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints the rows as they are."""
    print_rows(ROWS, COLUMNS, "json", "none")
    assert json.loads(capsys.readouterr().out) == ROWS


def test_jsonl_is_one_row_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """--jsonl prints one object a line."""
    print_rows(ROWS * 2, COLUMNS, "jsonl", "none")
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == ROWS * 2


def test_a_table_shows_square_brackets_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Words from coverage are never read as markup."""
    print_rows(ROWS, COLUMNS, None, "none")
    assert "[never]" in capsys.readouterr().out


def test_no_rows_are_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A person reads a sentence, not an empty table."""
    print_rows([], COLUMNS, None, "Nothing was found.")
    assert capsys.readouterr().out == "Nothing was found.\n"


def test_csv_starts_with_the_columns_of_the_table() -> None:
    """The table's columns come first, then everything else a row has."""
    read = list(csv.DictReader(io.StringIO(as_csv(ROWS, ["words", "party"]))))
    assert list(read[0]) == ["words", "party", "spans", "counted"]
    assert read[0]["words"] == "no, [never]"


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "b"]), st.text(st.characters(codec="utf-8", exclude_characters="\r\x00")))
    )
)
def test_csv_gives_every_text_back(rows: list[dict[str, str]]) -> None:
    """Commas, quotation marks and line breaks survive."""
    read = list(csv.DictReader(io.StringIO(as_csv(rows, ["a", "b"]), newline="")))
    assert read == [{key: row.get(key, "") for key in ("a", "b")} for row in rows]


def test_a_relaxation_has_three_parts() -> None:
    """PARTY:ISSUE=OPTION, with spaces where names have them."""
    assert parsed_relaxation("United Crews:wage=4") == ("United Crews", "wage", "4")


@pytest.mark.parametrize("text", ["", "Union", "Union:wage", "wage=4", ":wage=4", "Union:=4", "Union:wage="])
def test_a_relaxation_of_another_form_is_refused_with_an_example(text: str) -> None:
    """The message shows the form."""
    with pytest.raises(UsageError, match="PARTY:ISSUE=OPTION"):
        parsed_relaxation(text)


def test_a_table_whose_reader_has_gone_is_done(tmp_path: Path) -> None:
    """``zopa ... | head``: exit status 0, for nobody answered no, and not a word."""
    accounts = {"format": 1, "accounts": {"Ana": {"role": "reader", "hash": ""}}}
    (tmp_path / "accounts.json").write_text(json.dumps(accounts), "utf-8")
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "zopa", "user", "list", "--accounts", str(tmp_path / "accounts.json")]
    with os.fdopen(write, "wb") as gone:
        done = subprocess.run(command, stdout=gone, stderr=subprocess.PIPE, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_name_commands_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """Escape sequences and marks that turn the direction of text are left out of lines and tables; lines stay."""
    console().print(Text("Quay\u202e \x1b[31mred\nand more"))
    assert capsys.readouterr().out == "Quay [31mred\nand more\n"
