"""The views in a real browser: results in place, by mouse and by keyboard, readable by everybody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait
from tests.workbench.views.conftest import serving
from tests.workbench.views.hostile import hostile_case

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[2] / "vendor" / "axe.min.js").read_text("utf-8")
PAGES = [
    "/overview",
    "/matrix",
    "/cells/Union/rosters",
    "/search?q=wage",
    "/statements",
    "/evidence/people",
    "/evidence/outlets",
    "/evidence/origins",
    "/evidence/contradictions",
    "/evidence/changes",
    "/whatif?posture=0.3&without=Company",
    "/scenarios",
    "/case",
    "/case?as=text",
    "/briefing",
    "/review/differences",
]


def find(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def until(browser: Any, holds: Any) -> Any:
    """Wait until something holds; elements that were replaced meanwhile are looked for again."""
    from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException

    waiting = WebDriverWait(browser, 15, 0.05, [NoSuchElementException, StaleElementReferenceException])
    return waiting.until(lambda _: holds())


@pytest.fixture
def browser(chromium: Any, address: str) -> Any:
    """The browser at the start of the workbench, with an empty log."""
    chromium.get(address)
    chromium.get_log("browser")
    return chromium


def errors(browser: Any) -> list[str]:
    """What the browser complained of: refused content, broken scripts."""
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]


def test_what_if_answers_in_place_with_the_difference(browser: Any, address: str) -> None:
    """A tick changes the answer and the address; the address alone shows the same; it is saved under a name."""
    browser.get(f"{address}/whatif")
    assert "as it stands" in find(browser, "#answer").text
    box = find(browser, "input[name=without][value=Company]")
    box.click()
    until(browser, lambda: "without Company" in find(browser, "#answer .says").text)
    assert "points" in find(browser, "#answer .verdict .change").text
    assert browser.current_url == f"{address}/whatif?without=Company"
    assert box.is_selected(), "the form stays as it was"
    Select(find(browser, "#w-line")).select_by_index(1)
    until(browser, lambda: find(browser, "#more-lines input[type=checkbox]").is_selected())
    assert "red_line=" in browser.current_url
    figure = find(browser, "#answer .big").text
    browser.refresh()
    assert find(browser, "#answer .big").text == figure
    assert find(browser, "[data-address]").get_attribute("value") == browser.current_url
    find(browser, "#name").send_keys("Company out")
    find(browser, ".save button").click()
    until(browser, lambda: "Company out" in find(browser, ".keep").text)
    browser.get(f"{address}/scenarios")
    assert "Company out" in find(browser, ".scenarios").text
    assert errors(browser) == []


def test_posture_moves_by_keyboard(browser: Any, address: str) -> None:
    """Arrow keys on the slider; the value beside it follows."""
    browser.get(f"{address}/whatif")
    find(browser, "#w-posture").send_keys(Keys.ARROW_RIGHT * 4)
    assert find(browser, "output[for=w-posture]").text == "0.2"
    until(browser, lambda: "posture=0.2" in browser.current_url)
    until(browser, lambda: "posture 0.2" in find(browser, "#answer .says").text)


def test_the_date_slider_steps_through_the_days(browser: Any, address: str) -> None:
    """Left is earlier: before the second article its words are unknown; the day is said to a screen reader."""
    browser.get(f"{address}/matrix")
    slider = find(browser, "#day")
    before = find(browser, "#matrix").text
    slider.send_keys(Keys.HOME)
    until(browser, lambda: "3 March 2031" in find(browser, "#matrix .legend").text)
    assert slider.get_attribute("aria-valuetext") == "3 March 2031"
    assert browser.current_url.endswith("/matrix?as_of=2031-03-03")
    assert find(browser, "#matrix").text != before
    assert browser.switch_to.active_element.get_attribute("id") == "day", "the slider keeps the focus"
    slider.send_keys(Keys.END)
    until(browser, lambda: find(browser, "#matrix").text == before)
    find(browser, "#matrix a.cell").click()
    assert "/cells/" in browser.current_url
    assert errors(browser) == []


def test_search_narrows_as_words_are_typed_and_facets_ticked(browser: Any, address: str) -> None:
    """Results, counts and address follow; the words stand out."""
    browser.get(f"{address}/search")
    find(browser, "#q").send_keys("wage")
    until(browser, lambda: browser.current_url.endswith("/search?q=wage"))
    until(browser, lambda: find(browser, ".hit mark").text.lower() == "wage")
    everything = find(browser, ".summary b").text
    find(browser, "input[name=kind][value=statement]").click()
    until(browser, lambda: find(browser, ".summary b").text != everything)
    until(browser, lambda: "kind=statement" in browser.current_url)
    assert find(browser, "input[name=kind][value=statement]").is_selected()
    find(browser, ".hit a").click()
    assert "/statements/" in browser.current_url
    assert errors(browser) == []


def test_the_case_file_is_checked_as_it_is_typed_and_saved(browser: Any, address: str, ferry_folder: Path) -> None:
    """An error appears with its line and leads to it; once mended the text is saved, comments and all."""
    browser.get(f"{address}/case?as=text")
    text = find(browser, "#yaml")
    good = text.get_attribute("value")
    put = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))"
    browser.execute_script(put, text, good.replace("[2, 4, 6]", "[6, 4, 2]"))
    until(browser, lambda: "ZP029" in find(browser, "#diagnostics").text)
    find(browser, "#diagnostics [data-line]").click()
    assert browser.switch_to.active_element.get_attribute("id") == "yaml"
    browser.execute_script(put, text, good.replace("The ferry strike", "The strike at sea"))
    until(browser, lambda: "ZP029" not in find(browser, "#diagnostics").text)
    find(browser, ".text-form button").click()
    until(browser, lambda: "The strike at sea" in find(browser, ".home").text)
    stored = (ferry_folder / "case.yaml").read_text("utf-8")
    assert "The strike at sea" in stored
    assert stored.startswith("# A comment that stays.")
    assert errors(browser) == []


def test_a_form_renames_an_issue(browser: Any, address: str) -> None:
    """And the matrix shows the new name at once."""
    browser.get(f"{address}/case")
    summary = next(one for one in browser.find_elements("css selector", ".entry summary") if "Wage rise" in one.text)
    summary.click()
    field = find(browser, ".entry[open] input[name=name]")
    field.clear()
    field.send_keys("Rise of wages" + Keys.ENTER)
    until(browser, lambda: "Rise of wages" in find(browser, "main").text)
    browser.get(f"{address}/matrix")
    assert "Rise of wages" in find(browser, "#matrix").text


def opened(browser: Any, *names: str) -> Any:
    """Open the entry of the case editor with that name, one within the other; gives the last."""
    within = find(browser, "main")
    for name in names:
        within = next(one for one in within.find_elements("css selector", "details.entry") if name in one.text)
        within.find_element("css selector", "summary").click()
    return within


def test_a_person_is_changed_in_a_form_and_checked_meanwhile(browser: Any, address: str, ferry_folder: Path) -> None:
    """A name that another party has is told before anything is saved; one that fits is saved, comments stay."""
    browser.get(f"{address}/case")
    before = (ferry_folder / "case.yaml").read_text("utf-8")
    form = opened(browser, "Company", "Tom Vance")
    also = form.find_element("css selector", "input[name=aliases]")
    also.send_keys("Mara Lind")
    until(browser, lambda: "Mara Lind" in find(browser, "#diagnostics .diagnostics").text)
    assert "not saved yet" in find(browser, "#diagnostics").text
    assert (ferry_folder / "case.yaml").read_text("utf-8") == before
    also.clear()
    also.send_keys("Vance, T. Vance")
    until(browser, lambda: "Mara Lind" not in find(browser, "#diagnostics").text)
    form.find_element("css selector", "button.main").click()
    until(browser, lambda: "not saved yet" not in find(browser, "#diagnostics").text)
    stored = (ferry_folder / "case.yaml").read_text("utf-8")
    assert "people: [{name: Tom Vance, office: chief executive, aliases: [Vance, T. Vance]}]" in stored
    assert stored.startswith("# A comment that stays.")
    assert errors(browser) == []


def test_a_scale_is_changed_in_a_form_and_checked_meanwhile(browser: Any, address: str, ferry_folder: Path) -> None:
    """What is no scale is told while it is typed; what is one becomes the options of the issue."""
    browser.get(f"{address}/case")
    issue = opened(browser, "ise")
    scale = issue.find_element("css selector", "input[name=scale]")
    scale.clear()
    scale.send_keys("2, 4, many")
    until(browser, lambda: "not 'many'" in find(browser, "#diagnostics .bad").text)
    scale.clear()
    scale.send_keys("2, 4, 3")
    until(browser, lambda: "ZP029" in find(browser, "#diagnostics").text)
    scale.clear()
    scale.send_keys("2, 4, 6, 7.5")
    until(browser, lambda: "ZP029" not in find(browser, "#diagnostics").text)
    scale.send_keys(Keys.ENTER)
    until(browser, lambda: "4 options, on a scale" in find(browser, "main").text)
    assert "scale: [2, 4, 6, 7.5]" in (ferry_folder / "case.yaml").read_text("utf-8")
    assert errors(browser) == []


def test_a_refused_form_keeps_what_was_typed(browser: Any, address: str, ferry_folder: Path) -> None:
    """It stands open with the words in it, under the reason, and the file is as it was."""
    before = (ferry_folder / "case.yaml").read_text("utf-8")
    browser.get(f"{address}/case")
    scale = opened(browser, "ise").find_element("css selector", "input[name=scale]")
    scale.clear()
    scale.send_keys("2, 4, many", Keys.ENTER)
    until(browser, lambda: "many" in find(browser, ".problem[role=alert]").text)
    scale = find(browser, "form:has([name=what][value=scale]) input[name=scale]")
    assert scale.is_displayed()
    assert scale.get_attribute("value") == "2, 4, many"
    assert not find(browser, "#typed").is_displayed()
    assert (ferry_folder / "case.yaml").read_text("utf-8") == before


@pytest.mark.parametrize("width", [360, 1280])
def test_the_forms_are_usable_opened(browser: Any, address: str, width: int) -> None:
    """With every entry open nothing sticks out, and axe finds nothing serious."""
    browser.get(f"{address}/case")
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_script("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    sideways = browser.execute_script("return document.documentElement.scrollWidth")
    browser.execute_script(AXE)
    found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert sideways <= width
    assert [one["id"] for one in found["violations"] if one["impact"] in ("serious", "critical")] == []


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_nothing_serious_for_axe(browser: Any, address: str, page: str) -> None:
    """axe-core (WCAG 2.2 A and AA) finds nothing serious or critical, in light and dark."""
    for scheme in ("light", "dark"):
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        browser.get(address + page)
        browser.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE})
        found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        assert len(found["passes"]) > 10, "axe looked at the page"
        serious = [
            f"{one['id']}: {node['html'][:200]}"
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
            for node in one["nodes"]
        ]
        assert serious == [], json.dumps(serious, indent=1)


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 820, 1280])
def test_no_page_is_wider_than_the_window(browser: Any, address: str, width: int) -> None:
    """Wide tables scroll inside; the page does not."""
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    wide = []
    for page in PAGES:
        browser.get(address + page)
        if browser.execute_script("return document.documentElement.scrollWidth") > width:
            wide.append(page)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert wide == []


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the workbench of a case full of attacks runs."""
    yield from serving(hostile_case(tmp_path_factory.mktemp("hostile") / "trap"))


def test_no_attack_runs(chromium: Any, trap: str) -> None:
    """In names, titles, texts, outlets, addresses and the case file: nothing is executed on any view."""
    chromium.get(trap)
    for page in [*(page for page in PAGES if not page.startswith("/cells")), "/briefing/html"]:
        chromium.get(trap + page)
        assert chromium.execute_script("return window.hit") is None, page
        assert chromium.execute_script("return getComputedStyle(document.body).display") != "none", page
