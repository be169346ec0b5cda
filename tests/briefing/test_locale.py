"""Numbers and dates by locale: what is said changes its looks, never its number."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from zopa.briefing import Briefing, ground_words, render_html, render_markdown, render_text, wording
from zopa.briefing.locale import LOCALES, speaking

CASES = [
    ("en", "9 August 2025", "37 % ± 2 %", "9 Aug"),
    ("en-GB", "9 August 2025", "37% ± 2%", "9 Aug"),
    ("en-US", "August 9, 2025", "37% ± 2%", "Aug 9"),
]


@pytest.mark.parametrize(("name", "day", "figure", "short"), CASES)
def test_day_and_per_cent(name: str, day: str, figure: str, short: str) -> None:
    """The three kinds of English; outside the context the default speaks again."""
    with speaking(name):
        assert wording.day(date(2025, 8, 9)) == wording.said_on("2025-08-09") == day
        assert wording.estimate(0.37, 0.02) == figure
        assert wording.day_and_month(date(2025, 8, 9)) == short
    assert wording.day(date(2025, 8, 9)) == "9 August 2025"


@pytest.mark.parametrize("name", LOCALES)
def test_the_whole_briefing_speaks_it(rebuilt: Callable[..., Briefing], name: str) -> None:
    """The page says its language, and no date or figure of ours in another way stands in it."""
    with speaking(name):
        page, text = render_html(rebuilt()), render_markdown(rebuilt())
    assert f'<html lang="{name}">' in page
    assert ("March 20, 2031" in text) is (name == "en-US")
    assert ("20 March 2031" in text) is (name != "en-US")
    figures = {"en": "23 % ± 0.9 %", "en-DE": "23 % ± 0,9 %", "en-FI": "23 % ± 0,9 %"}
    assert figures.get(name, "23% ± 0.9%") in text


def test_an_unknown_locale_is_refused() -> None:
    """What is not listed is a KeyError, and nothing changes."""
    with pytest.raises(KeyError), speaking("fr"):
        pass


NUMBERS = [
    ("en", "5,038,848 packages", "0.25", "6,630 km²", "± 0.3 %", "186,000 to 1,290,000 residents"),
    ("en-CH", "5’038’848 packages", "0.25", "6’630 km²", "± 0.3%", "186’000 to 1’290’000 residents"),
    ("en-DE", "5.038.848 packages", "0,25", "6.630 km²", "± 0,3 %", "186.000 to 1.290.000 residents"),
    ("en-FI", "5_038_848 packages", "0,25", "6_630 km²", "± 0,3 %", "186_000 to 1_290_000 residents"),
]


@pytest.mark.parametrize(("name", "count", "utility", "area", "error", "people"), NUMBERS)
def test_thousands_and_fractions(name: str, count: str, utility: str, area: str, error: str, people: str) -> None:
    """Counts, utilities, areas, errors and residents have the signs of the locale; the words stay English."""
    count, area, people = (one.replace("_", "\u00a0") for one in (count, area, people))
    with speaking(name):
        assert wording.counted(5_038_848, "package") == count
        assert wording.utility(0.25) == utility
        assert ground_words.area(6630.0) == area
        assert wording.standard_error(0.003) == error
        assert ground_words.people(186_000, 1_290_000, "") == people


def test_a_sentence_of_the_engine_keeps_its_words() -> None:
    """Only its per cent signs are written otherwise."""
    with speaking("en-GB"):
        assert wording.shares_said("suits both in 49% of 1.5 draws") == "suits both in 49% of 1.5 draws"
    assert wording.shares_said("suits both in 49% of 1.5 draws") == "suits both in 49 % of 1.5 draws"


@pytest.mark.parametrize("form", [render_html, render_markdown, render_text])
def test_no_english_fraction_is_left(rebuilt: Callable[..., Briefing], form: Callable[[Briefing], str]) -> None:
    """With a comma for fractions no figure of ours has a point: what has one is code, a version or a quotation."""
    with speaking("en-DE"):
        said = form(rebuilt())
    shown = re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>|<[^>]*>", "", said)
    assert "4.000 draws" in shown
    assert set(re.findall(r"(?<![\d.])\d+\.\d+(?![\d.])", shown)) <= {
        "4.000",
        "0.0",
    }  # draws; the version of the invented briefing
    with speaking("en"):
        assert "4,000 draws" in form(rebuilt())
