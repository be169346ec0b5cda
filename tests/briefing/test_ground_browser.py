"""The map in a real browser: the slider shows one state at a time, by keyboard too, and the page's policy holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.briefing.test_page_browser import find
from tests.territory.coverage import write_coverage
from tests.territory.island import write_island

import zopa
from zopa.briefing.locale import speaking

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefing on the invented island, as a page."""
    folder = tmp_path_factory.mktemp("page")
    island = write_coverage(write_island(folder / "island"))
    (folder / "island.html").write_text(zopa.render(zopa.brief(island, draws=50), "html"), "utf-8")
    return folder / "island.html"


def shown(browser: Any) -> list[str]:
    groups = browser.find_elements("css selector", "#map g[data-state]")
    return [group.get_attribute("data-state") for group in groups if group.get_attribute("display") != "none"]


def test_the_slider_shows_one_state_at_a_time(browser: Any, page: Path) -> None:
    """It begins at the day looked at; the arrow keys lead to other days and to what an option would move."""
    browser.get_log("browser")
    browser.get(page.as_uri())
    slider, name = find(browser, "#stop"), find(browser, "#stop-name")
    assert (shown(browser), name.text) == (["2"], "1 June 2031")
    slider.send_keys("\ue014")
    assert (shown(browser), name.text) == (["3"], "land: swap")
    assert slider.get_attribute("aria-valuetext") == "land: swap"
    slider.send_keys("\ue012\ue012\ue012")
    assert (shown(browser), name.text) == (["0"], "1 January 2030")
    assert browser.get_log("browser") == []


def test_the_map_in_words_has_the_numbers_of_the_locale(tmp_path: Path) -> None:
    """Who holds which share, as the rest of the page writes per cent."""
    briefing = zopa.brief(write_coverage(write_island(tmp_path / "island")), draws=50)
    for locale, share in (("en", "Arven 50 %"), ("en-GB", "Arven 50%")):
        with speaking(locale):
            page = zopa.render(briefing, "html")
        assert share in page.partition("<desc id")[2].partition("</desc>")[0]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_does_not_scroll_sideways(browser: Any, page: Path, width: int) -> None:
    """On a phone the map scrolls in its own frame."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(page.as_uri())
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
