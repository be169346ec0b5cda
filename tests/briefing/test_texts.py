"""The text, Markdown and JSON forms against golden files of an invented dispute.

After a wanted change: ``ZOPA_WRITE_GOLDEN=1 pytest tests/briefing/test_texts.py``, then read the difference.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.briefing import Briefing, render_json, render_markdown, render_text
from zopa.briefing.markup import escape
from zopa.briefing.wording import plain

GOLDEN = Path(__file__).parent / "golden"
FORMS: dict[str, Callable[[Briefing], str]] = {
    "ferry_80.txt": lambda briefing: render_text(briefing, 80),
    "ferry_in_full.txt": lambda briefing: render_text(briefing, 120, in_full=True),
    "ferry_120.txt": lambda briefing: render_text(briefing, 120),
    "ferry.md": render_markdown,
    "ferry.json": render_json,
}


@pytest.mark.parametrize("name", FORMS)
def test_golden_file(briefing: Briefing, name: str) -> None:
    """Each form is exactly its golden file."""
    made, path = FORMS[name](briefing), GOLDEN / name
    if os.environ.get("ZOPA_WRITE_GOLDEN"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_keeps_to_its_width(briefing: Briefing, width: int) -> None:
    """No line is wider than the terminal, and no terminal code is written unless asked for."""
    made = render_text(briefing, width)
    assert max(len(line) for line in made.splitlines()) <= width
    assert "\x1b" not in made


def test_the_answer_comes_first(briefing: Briefing) -> None:
    """Question, answer and figure stand in the first ten lines of the terminal."""
    first = "\n".join(render_text(briefing, 80).splitlines()[:10])
    assert briefing.question.split()[0] in first
    assert briefing.answer.split(" under")[0] in first.replace("\n", " ")
    assert "23 % ± 0.9 %" in first


def test_colour_carries_no_meaning(briefing: Briefing) -> None:
    """With colours, the characters are the same."""
    coloured = render_text(briefing, 100, colour=True)
    assert "\x1b[" in coloured
    bare = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines())
    assert bare.strip() == render_text(briefing, 100).strip()


def test_retold_words_say_so_wherever_quoted(briefing: Briefing) -> None:
    """Every line that attributes words of a retold article says that it is retold."""
    for made in (render_text(briefing, 400), render_markdown(briefing)):
        lines = [line for line in made.splitlines() if "→ Island Wire" in line]
        assert all("retold" in line for line in lines)
    assert sum("→ Island Wire" in line for line in render_markdown(briefing).splitlines()) >= 3


def test_json_is_plain_data_with_stable_top_level_keys(briefing: Briefing) -> None:
    """The keys of the document are the documented ones; a package is an object; unknown is said."""
    data = json.loads(render_json(briefing))
    assert data["format"] == "zopa-briefing/1"
    assert list(data)[1:7] == ["title", "question", "as_of", "answer", "detail", "headline"]
    assert data["headline"]["package"]["pay"] == "4"
    assert data["as_of"] == "2031-03-20"
    assert sum(cell["unknown"] for cell in data["cells"]) == 11


HOSTILE = [
    "# heading",
    "- item",
    "1. one",
    "12) two",
    "> quote",
    "| cell |",
    "<script>alert(1)</script>",
    "[a](javascript:b)",
    "![x](http://evil.example/x.png)",
    "`code`",
    "**bold**",
    "_em_",
    "~~gone~~",
    "http://evil.example",
    "&lt;b&gt;",
    "$x$",
    "line\nbreak\n# heading",
    "a\x1b[2Jb",
    "\\[x](y)",
    "===",
    "www.evil.example",
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_markdown_shows_hostile_text_as_text(payload: str) -> None:
    """Rendered by a CommonMark parser with tables and links, the payload is one paragraph of its own characters."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(escape(payload))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or ()} <= {"text", "text_special"}
    shown = "".join(child.content for child in tokens[1].children or ())
    assert shown == " ".join(payload.replace("\x1b", "").split())


@given(st.text(max_size=60))
def test_markdown_escape_round_trip(text: str) -> None:
    """Whatever the text, a CommonMark parser shows exactly its plain characters."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = parser.parse(escape(text))
    shown = "".join(child.content for token in tokens for child in token.children or ())
    assert " ".join(shown.split()) == plain(text)


def test_a_terminal_receives_no_commands(ferry: Any) -> None:
    """Escape sequences in titles, names and words do not reach the terminal, and markup of rich is not obeyed."""
    articles = tuple(
        replace(one, title="\x1b]0;owned\x07[red]title[/red]", outlet="\x9b31mWire") for one in ferry.articles
    )
    made = render_text(replace(ferry, articles=articles).build(), 100)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", made)
    assert "[red]title[/red]" in made
