"""The talks themselves in all forms: escaped, marked as retold, and empty where there is nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from zopa.briefing import Briefing, render_html, render_json, render_markdown, render_text
from zopa.briefing.talks import (
    BandEntry,
    CauseEntry,
    CircumstanceEntry,
    FlagEntry,
    MeetingEntry,
    SeatEntry,
    StepEntry,
    TalksSection,
    WordsEntry,
)

NASTY = "<script>alert(1)</script> *and* [so](http://x.example)"


def section(briefing: Briefing) -> TalksSection:
    """One of everything, with text that would be markup if it were let."""
    article = briefing.articles[0].id
    words = WordsEntry(article, f"They met. {NASTY}", 0, 9)
    flag = FlagEntry("warrant", "applies", "Mara Holt", f"Mara Holt is wanted. {NASTY}", ("https://example.org/w",))
    absent = FlagEntry("absent", "applies", "Islands Council", "Not in the room: Islands Council.", ())
    meeting = MeetingEntry(
        ("Mara Holt", "Jonas Reed"), (f"{NASTY}: invited",), "Bergen", "Norway", ("Oslo",), "2031-03-18", "took place",
        "two sides", ("how long: two hours",), ("Reports differ on the time: a or b.",), (flag, absent), (words,),
        (briefing.statements[0].id,), False, "",
    )  # fmt: skip
    cause = CauseEntry("the boats lay idle", "northline", 0.2, f"idle {NASTY}", "javascript:alert(1)", ())
    steps = (
        StepEntry(date(2031, 3, 10), 0.2, 0.02, None, False, "the first date looked at", ()),
        StepEntry(date(2031, 3, 20), 0.4, 0.02, 0.2, True, "up, most by: the boats lay idle", (cause,)),
    )
    return TalksSection(
        meetings=(meeting,),
        sequences=("If A and B agree first ...",),
        seats=(SeatEntry("the members", "ratifier", "must say yes afterwards"),),
        circumstances=(CircumstanceEntry("constraint", "", "The Wire", words, ()),),
        bands=(BandEntry("northline", 0.3, 0.5, date(2031, 3, 20), "idle boats"),),
        steps=steps,
        draws=800,
    )


def test_nothing_is_shown_where_there_is_nothing(briefing: Briefing) -> None:
    """A case without meetings has no heading for them."""
    for form in (render_html, render_markdown, render_text):
        made = form(briefing)
        assert "How the headline moved".casefold() not in made.casefold()
        assert 'id="meetings"' not in made


def test_everything_is_shown_and_nothing_becomes_markup(briefing: Briefing) -> None:
    """Names, words, flags and figures are there; text from outside stays text."""
    full = replace(briefing, talks=section(briefing))
    page, markdown, text = render_html(full), render_markdown(full), render_text(full, 100)
    for made in (page, markdown, text):
        for words in ("Mara Holt and Jonas Reed", "Bergen (Norway)", "is wanted", "40 %", "the boats lay idle"):
            assert words in made.replace("\u00a0", " "), words
    assert "<script>alert(1)" not in page
    assert "](http://x.example)" not in markdown
    assert 'href="javascript' not in page
    assert "without Islands Council" in text
    assert f"#a{briefing.articles[0].number}" in page


def test_the_json_form_carries_it_by_name(briefing: Briefing) -> None:
    """Keys are those of the fields."""
    talks = json.loads(render_json(replace(briefing, talks=section(briefing))))["talks"]
    assert talks["meetings"][0]["suggested_places"] == ["Oslo"]
    assert talks["steps"][1]["causes"][0]["moved"] == 0.2
    assert set(talks) == {"meetings", "sequences", "seats", "circumstances", "bands", "steps", "draws"}


def test_words_of_a_retelling_are_marked(briefing: Briefing) -> None:
    """On the page and in Markdown, wherever they are shown."""
    articles = tuple(replace(one, text_kind="retold") for one in briefing.articles)
    full = replace(briefing, articles=articles, talks=section(briefing))
    assert ", retold)" in render_markdown(full)
    law = render_html(full).partition('id="law"')[2].partition("</section>")[0]
    assert "badge retold" in law
