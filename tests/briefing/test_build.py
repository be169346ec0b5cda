"""Building a briefing: every figure leads to words, unknown stays unknown, every party gets the same words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from zopa.briefing import Briefing, render_html, render_json, render_markdown, render_text
from zopa.case.case import Party

RENDERERS: tuple[Callable[[Briefing], str], ...] = (render_text, render_markdown, render_json, render_html)


def statement_ids(value: Any) -> Iterator[str]:
    """Every statement id that any figure names."""
    if isinstance(value, tuple):
        for one in value:
            yield from statement_ids(one)
    elif is_dataclass(value):
        for one in fields(value):
            held = getattr(value, one.name)
            yield from held if one.name == "statements" and not isinstance(value, Briefing) else statement_ids(held)


def test_every_figure_leads_to_its_words(briefing: Briefing) -> None:
    """Every id a figure rests on is a statement of the briefing, with words."""
    known = {one.id: one for one in briefing.statements}
    named = set(statement_ids(briefing))
    assert named
    assert named <= set(known)
    assert all(known[id].excerpt.words for id in named)


def test_words_are_the_articles_own(ferry: Any, briefing: Briefing) -> None:
    """Each piece of each excerpt equals the article's text at its place."""
    texts = {article.id: article.text for article in ferry.articles}
    for one in briefing.statements:
        assert all(texts[one.article][piece.start : piece.end] == piece.text for piece in one.excerpt.pieces)


def test_references_are_numbered_oldest_article_first(briefing: Briefing) -> None:
    """Numbers run from 1 without a gap; the undated article comes last."""
    assert [one.number for one in briefing.statements] == list(range(1, 16))
    assert [article.doc for article in briefing.articles] == ["strike", "minister", "radio", "leaflet"]


def test_unknown_stays_unknown(briefing: Briefing) -> None:
    """A cell nobody spoke on is there, is unknown, and holds no stance."""
    cell = next(one for one in briefing.cells if (one.party, one.issue) == ("ministry", "pay"))
    assert cell.unknown
    assert cell.entries == ()
    assert len(briefing.cells) == 20


def test_suggestions_and_replaced_words_stand_behind_no_figure(briefing: Briefing) -> None:
    """A suggestion and an offer replaced by later words are shown in their cells and counted nowhere."""
    suggested = next(one.id for one in briefing.statements if any(not coding.counted for coding in one.codings))
    replaced = next(cell.earlier[0].statements[0] for cell in briefing.cells if cell.earlier)
    assert briefing.headline is not None
    assert not {suggested, replaced} & set(briefing.headline.statements)
    assert any(suggested in cell.statements for cell in briefing.cells)


def test_obstacles_are_the_headlines_own_first(briefing: Briefing) -> None:
    """The headline's stated objections come first; what is assumed stands apart, for every party."""
    assert next((one.party, one.label, one.share) for one in briefing.obstacles) == (
        "crews",
        "3 % (Pay rise a year)",
        0.18,
    )
    assert {one.kind for one in briefing.obstacles} <= {"stated", "asserted"}
    assert [one.party for one in briefing.reservations] == ["northline"]


def test_new_is_what_a_new_article_brought(briefing: Briefing) -> None:
    """The new article is named, and the change it brought is new."""
    assert len(briefing.new_articles) == 1
    assert [change.new for change in briefing.changes] == [True, True]


def test_later_changes_are_left_out(ferry: Any) -> None:
    """What changed after the date of the briefing is not in it."""
    day_before = ferry.changes[0].on - timedelta(days=1)
    assert replace(ferry, as_of=day_before).build().changes == ()


def test_analysts_reasons_are_shown(briefing: Briefing) -> None:
    """A red line the analyst asserts carries its reason in its cell and among the blockers, in every form."""
    cell = next(one for one in briefing.cells if (one.party, one.issue) == ("council", "lifeline"))
    assert cell.red_lines == ("The council’s charter of 2019 forbids it.",)
    for render in RENDERERS:
        if render is not render_text:
            assert "charter of 2019" in render(briefing)


def test_broken_anchors_are_shown_in_every_form(ferry: Any) -> None:
    """A statement whose article has gone is listed, said to be broken, and keeps its number."""
    gone = replace(ferry, articles=ferry.articles[1:]).build()
    broken = [one for one in gone.statements if one.excerpt.broken]
    assert len(broken) == 8
    assert any("can no longer be found: 8" in line for line in gone.method.unsettled)
    assert "Broken anchor" in render_html(gone)
    assert "Broken anchor" in render_markdown(gone)
    assert "Broken anchor" in render_text(gone)
    assert sum(one["excerpt"]["broken"] is not None for one in json.loads(render_json(gone))["statements"]) == 8


def test_without_a_settlement_the_words_are_still_there(ferry: Any) -> None:
    """No figures: the matrix and the statements remain, and the answer says that nothing was computed."""
    bare = replace(ferry, settlement=None).build()
    assert bare.headline is None
    assert "no package has been computed" in bare.answer
    for render in RENDERERS:
        assert "guaranteed" in render(bare)


def test_an_empty_case_says_that_nothing_is_known(ferry: Any) -> None:
    """No article at all: every form renders and says so."""
    empty = replace(ferry, evidence=(), articles=(), statements=(), changes=(), new_articles=(), settlement=None)
    for render in RENDERERS:
        assert "Nothing is known yet" in render(empty.build())


def test_full_text_only_when_asked(ferry: Any, briefing: Briefing) -> None:
    """Whole articles travel only with full_text=True; then they are complete."""
    far_away = "The last talks broke up after an hour."
    assert all(article.full_text is None for article in briefing.articles)
    whole = ferry.build(full_text=True)
    assert "".join(piece.text for piece in whole.articles[0].full_text or ()) == ferry.articles[0].text
    assert render_html(whole).count(far_away) > render_html(briefing).count(far_away)


@pytest.mark.parametrize("render", RENDERERS)
def test_every_party_gets_the_same_words(ferry: Any, render: Callable[[Briefing], str]) -> None:
    """Two parties that swap their display names swap them everywhere, and no other word changes."""
    first, second = "Alpha Company", "Omega Company"

    def named(one: str, other: str) -> str:
        names = {"crews": one, "northline": other}
        parties = tuple(Party(id=p.id, name=names.get(p.id, p.name)) for p in ferry.case.parties)
        return render(replace(ferry, case=ferry.case.model_copy(update={"parties": parties})).build())

    marked = named(first, second).replace(first, "\0").replace(second, first).replace("\0", second)
    assert marked == named(second, first)


def test_the_same_input_gives_the_same_briefing(ferry: Any) -> None:
    """Building is a pure function."""
    assert ferry.build() == ferry.build()
