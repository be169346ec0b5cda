"""What changed since an earlier briefing: found by comparing two, said in every form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from zopa.briefing import Briefing, render_html, render_json, render_markdown, render_text
from zopa.briefing.lookup import Lookup
from zopa.briefing.news import news_lines, news_title
from zopa.briefing.since import Earlier, earlier_of


def said(briefing: Briefing) -> list[str]:
    """What is said to be new, line by line."""
    return [line.text for line in news_lines(Lookup(briefing))]


@pytest.fixture
def earlier(briefing: Briefing) -> Earlier:
    """The briefing itself, as an earlier one."""
    return earlier_of(briefing)


def test_nothing_changed(rebuilt: Callable[..., Briefing], earlier: Earlier) -> None:
    """Compared with itself, a briefing says that nothing has changed, and nothing else."""
    again = rebuilt(earlier=earlier)
    assert again.since is not None
    assert again.since.nothing
    assert said(again) == ["Nothing that the briefing says has changed."]


def test_every_change_is_found(rebuilt: Callable[..., Briefing], earlier: Earlier, briefing: Briefing) -> None:
    """A figure, an option of the package, an article, a cell, a red line, a proposal and a setting that differ."""
    others = tuple(cell for cell in earlier.cells if cell != ("northline", "night"))
    gone = replace(
        earlier,
        as_of=date(2031, 3, 10),
        point=0.05,
        package=tuple((issue, "3" if issue == "pay" else option) for issue, option in earlier.package),
        articles=earlier.articles - {briefing.articles[2].id},
        cells={cell: earlier.cells[cell] for cell in others},
        obstacles=(("crews", "something else"), *earlier.obstacles[1:]),
        proposals=frozenset(),
        made={**earlier.made, "Draws": "100"},
    )
    now = rebuilt(earlier=gone)
    lines = said(now)
    for start in (
        "The figure was 5 %",
        "Now in the way: ",
        "No longer among the first in the way: Ferry Crews’ Union refuses something else",
        "Northline Ferries on Night sailings: now also rejects every night (red line)",
        "New on the table: Northline Ferries, through Edda Voss",
        "In the package that comes closest, Pay rise a year: 3 % → 4 %",
        "New article: Radio Sound",
        "Made otherwise than before, so figures may differ for that reason: Draws: 100 before, 4000 now",
    ):
        assert any(line.startswith(start) for line in lines), (start, lines)
    assert news_title(Lookup(now)) == "What changed since 10 March 2031"
    moved = next(one for one in now.since.moved if one.issue == "night") if now.since else None
    assert moved is not None
    assert moved.statements


@pytest.mark.parametrize("render", [render_text, render_markdown, render_html])
def test_it_is_said_in_every_form(rebuilt: Any, earlier: Earlier, render: Callable[[Briefing], str]) -> None:
    """Title and figure stand in the text, the Markdown and the page; the JSON form holds the data."""
    now = rebuilt(earlier=replace(earlier, point=0.05))
    made = " ".join(render(now).replace("\u00a0", " ").split())
    assert "what changed since 20 march 2031" in made.lower()
    assert "The figure was 5 %" in made
    assert '"before": [\n   0.05,' in render_json(now)


def test_a_change_within_the_error_is_called_none(rebuilt: Any, earlier: Earlier) -> None:
    """Two figures closer than twice their joint error are not said to differ."""
    close = rebuilt(earlier=replace(earlier, point=(earlier.point or 0) + 0.01))
    assert said(close)[0].endswith("no more than drawing again would move it")
    far = rebuilt(earlier=replace(earlier, point=0.05))
    assert said(far)[0].endswith("+18 points ± 1.3")


def test_no_figure_before_anything_was_read(rebuilt: Any, ferry: Any) -> None:
    """Before the first article there was no figure, whatever the model of nothing would give."""
    empty = rebuilt(articles=(), evidence=(), statements=(), changes=(), new_articles=())
    assert earlier_of(empty).point is None
    assert said(rebuilt(earlier=earlier_of(empty)))[0].startswith("There was no figure then; now it is 23 %")


def test_options_picked_by_assumption_are_no_change(rebuilt: Any, earlier: Earlier, ferry: Any) -> None:
    """Where nobody has been heard, another option in the package is chance and is not listed."""
    cells = tuple(replace(cell, standings=()) if cell.issue == "pay" else cell for cell in ferry.matrix.cells)
    other = tuple((issue, "3" if issue == "pay" else option) for issue, option in earlier.package)
    now = rebuilt(matrix=replace(ferry.matrix, cells=cells), earlier=replace(earlier, package=other))
    assert now.since is not None
    assert now.since.terms == ()
