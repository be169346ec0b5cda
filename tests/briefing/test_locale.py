"""Dates and per cent by locale: what is said changes its looks, never its number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from zopa.briefing import Briefing, render_html, render_markdown, wording
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
    assert ("23% ± 0.9%" in text) is (name != "en")


def test_an_unknown_locale_is_refused() -> None:
    """What is not listed is a KeyError, and nothing changes."""
    with pytest.raises(KeyError), speaking("fr"):
        pass
