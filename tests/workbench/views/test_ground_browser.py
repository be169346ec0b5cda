"""The map of the workbench in a real browser: slider, transfers in place, readable by everybody, on a phone too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from selenium.webdriver.support.ui import Select
from tests.territory.coverage import write_coverage
from tests.territory.island import write_island
from tests.workbench.views.conftest import serving
from tests.workbench.views.test_explore_browser import AXE, errors, find, until

import zopa

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def island(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the workbench of the invented island runs."""
    folder = write_coverage(write_island(tmp_path_factory.mktemp("ground") / "island"))
    zopa.open_case(folder).read()
    yield from serving(folder)


def shown(browser: Any) -> list[str]:
    groups = browser.find_elements("css selector", "#map g[data-state]")
    return [group.get_attribute("data-state") for group in groups if group.get_attribute("display") != "none"]


def test_the_slider_leads_over_days_and_to_what_is_chosen(chromium: Any, island: str) -> None:
    """One state at a time by keyboard; a transfer chosen by form is shown in place, and the slider goes on working."""
    chromium.get_log("browser")
    chromium.get(f"{island}/ground")
    assert (shown(chromium), find(chromium, "#stop-name").text) == (["2"], "1 June 2031")
    find(chromium, "#stop").send_keys("\ue012\ue012")
    assert (shown(chromium), find(chromium, "#stop-name").text) == (["0"], "1 January 2030")
    Select(find(chromium, "#zone")).select_by_value("ford")
    Select(find(chromium, "#to")).select_by_value("Arven")
    find(chromium, "#add-transfer").click()
    until(chromium, lambda: find(chromium, "#moves h2").text == "What would change")
    assert chromium.current_url == f"{island}/ground?transfer=ford%3AArven"
    assert find(chromium, "#stop-name").text == "with the transfers chosen"
    last = shown(chromium)
    find(chromium, "#stop").send_keys("\ue012")
    assert shown(chromium) == [str(int(last[0]) - 1)]
    find(chromium, "input[name=transfer]").click()
    until(chromium, lambda: not chromium.find_elements("css selector", "input[name=transfer]"))
    assert errors(chromium) == []


@pytest.mark.parametrize("path", ["/ground?transfer=ford:Arven", "/meetings", "/meetings/circumstances"])
def test_everybody_can_read_it(chromium: Any, island: str, path: str) -> None:
    """No complaint of axe-core in light or dark, and no scrolling sideways on a phone."""
    for scheme in ("light", "dark"):
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        chromium.get(f"{island}{path}")
        chromium.execute_script(AXE)
        found = chromium.execute_async_script("axe.run().then(arguments[0])")
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    metrics = {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    assert chromium.execute_script("return document.documentElement.scrollWidth") <= 360
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
