"""The parts that the text forms share: each stands in the page, the Markdown and the full text alike."""

from __future__ import annotations

import pytest

from zopa.briefing import Briefing, render_html, render_markdown, render_text
from zopa.briefing.lookup import Lookup
from zopa.briefing.outline import PARTS, Block
from zopa.briefing.text_in_full import blocks


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_in_every_text_form(briefing: Briefing, part: object) -> None:
    """Its title stands in the Markdown and in the full text, and its first words in the page."""
    assert callable(part)
    block = part(Lookup(briefing))
    assert isinstance(block, Block)
    assert f" {block.title}\n" in render_markdown(briefing)
    assert block.title.lower() in render_text(briefing, 100, in_full=True).lower()
    assert len({len(row) for row in block.rows} | {len(block.headings)}) == 1


def test_the_full_text_has_what_the_page_has(briefing: Briefing) -> None:
    """Every statement, setting, dated entry and article of the page is in the full text, too."""
    made = " ".join(render_text(briefing, 140, in_full=True).split())
    for statement in briefing.statements:
        assert f"[{statement.number}] “" in made
    for setting in briefing.method.settings:
        assert setting.name in made
    for entry in briefing.timeline:
        assert entry.text.split(":")[0] in made
    assert sum(1 for _ in blocks(Lookup(briefing))) >= 14


def test_the_short_text_stays_short(briefing: Briefing) -> None:
    """For a terminal less than half of it is shown."""
    assert len(render_text(briefing, 100)) < len(render_text(briefing, 100, in_full=True)) / 2
    assert "SETTINGS" not in render_text(briefing, 100)


def test_an_assessment_is_said_to_be_in_no_figure(briefing: Briefing) -> None:
    """Page, Markdown and text say so beside it."""
    for made in (render_html(briefing), render_markdown(briefing), render_text(briefing, 100, in_full=True)):
        assert "in no figure" in made
