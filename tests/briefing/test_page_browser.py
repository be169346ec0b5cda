"""The page in a real browser: cells open their words, by mouse and keyboard, at any width, and nothing is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.chromium import STILL

from zopa.briefing import Briefing, render_html

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(browser: Any, briefing: Briefing, tmp_path: Path) -> Any:
    """The briefing, open in the browser."""
    path = tmp_path / "briefing.html"
    path.write_text(render_html(briefing), encoding="utf-8")
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(path.as_uri())
    return browser


def find(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def test_a_cell_opens_its_words_by_click_and_by_keyboard(opened: Any) -> None:
    """Clicking a cell shows the highlighted words; Escape closes it; Enter opens it again."""
    cell, panel = find(opened, "[popovertarget=c3-1]"), find(opened, "#c3-1")
    assert not panel.is_displayed()
    cell.click()
    assert panel.is_displayed()
    marked = [mark.text for mark in panel.find_elements("css selector", "mark.content")]
    assert "out of the question" in marked
    opened.switch_to.active_element.send_keys("\ue00c")
    assert not panel.is_displayed()
    cell.send_keys("\ue007")
    assert panel.is_displayed()
    opened.switch_to.active_element.send_keys("\ue00c")


def test_a_reference_shows_its_statement_and_leads_to_its_article(opened: Any) -> None:
    """A reference opens the statement over the page; its number leads to its place among the articles."""
    find(opened, ".obstacle .ref").click()
    peek = find(opened, "#peek")
    assert peek.is_displayed()
    assert "three per cent is an insult" in find(opened, "#peek mark.content").text
    find(opened, "#peek .place").click()
    assert not peek.is_displayed()
    assert opened.current_url.endswith("#s2")


def test_a_cell_under_the_pointer_shows_its_words(opened: Any) -> None:
    """Resting on a cell shows the words said and by whom; leaving it, Escape or opening the cell takes them away."""
    from selenium.webdriver import ActionChains, Keys

    cell, hint = find(opened, "[popovertarget=c3-1]"), find(opened, "#hint")
    opened.execute_script("document.querySelector('#matrix').scrollIntoView()")
    ActionChains(opened).move_to_element(find(opened, "#matrix")).move_to_element(cell).pause(0.5).perform()
    assert hint.is_displayed()
    assert "out of the question" in hint.text
    assert "Mara Holt" in hint.text
    ActionChains(opened).send_keys(Keys.ESCAPE).perform()
    assert not hint.is_displayed()
    ActionChains(opened).move_to_element(find(opened, "#matrix")).pause(0.4).move_to_element(cell).pause(0.5).perform()
    assert hint.is_displayed()
    cell.click()
    assert not hint.is_displayed()
    assert find(opened, "#c3-1").is_displayed()


def test_the_focus_shows_the_words_of_a_cell(opened: Any) -> None:
    """Going from cell to cell with the keyboard shows each one's words."""
    from selenium.webdriver import ActionChains, Keys

    opened.execute_script("document.querySelector('[popovertarget=c1-1]').focus()")
    ActionChains(opened).send_keys(Keys.TAB).perform()
    assert opened.switch_to.active_element.get_attribute("popovertarget") == "c1-2"
    hint = find(opened, "#hint")
    assert "Six per cent would sink this company" in hint.text
    opened.execute_async_script("scrollBy(0, 30); requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    assert "Six per cent would sink this company" in hint.text
    opened.execute_script("document.activeElement.blur()")
    assert not hint.is_displayed()


def test_two_other_parties_are_drawn(opened: Any) -> None:
    """One pair at a time; a button shows another and says that it is pressed."""
    shown = [figure.is_displayed() for figure in opened.find_elements("css selector", ".pair")]
    assert shown == [True, False, False]
    other = opened.find_elements("css selector", ".pairs button")[2]
    other.click()
    assert find(opened, "#f3").is_displayed()
    assert not find(opened, "#f1").is_displayed()
    assert other.get_attribute("aria-pressed") == "true"


def test_the_timeline_leads_to_words(opened: Any) -> None:
    """A shape of the drawing opens its statement."""
    find(opened, ".strip a.dot").click()
    assert find(opened, "#peek mark.content").is_displayed()


def test_no_error_and_no_request(opened: Any) -> None:
    """The console stays empty (the policy refuses nothing the page needs), and nothing but the file is fetched."""
    find(opened, "[popovertarget=c3-1]").click()
    assert opened.get_log("browser") == []
    asked = [
        entry["message"] for entry in opened.get_log("performance") if "Network.requestWillBeSent" in entry["message"]
    ]
    assert not any('"url":"http' in message for message in asked)


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
def test_nothing_sticks_out_at_any_width(opened: Any, width: int) -> None:
    """The page itself never scrolls sideways: wide tables scroll inside themselves."""
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    opened.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    assert opened.execute_script("return document.documentElement.scrollWidth") <= width
    opened.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_readable_on_its_background(opened: Any, scheme: str) -> None:
    """Ink, muted text and every stance colour have a contrast of at least 4.5 to 1 with the paper (WCAG 2.1 AA)."""
    features = [{"name": "prefers-color-scheme", "value": scheme}, *STILL]
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    names = [
        "ink",
        "muted",
        "context",
        "accent",
        "cue",
        "warn",
        "demands",
        "accepts",
        "offers",
        "rejects",
        "conditions",
        "undecided",
    ]
    read = """const style = getComputedStyle(document.documentElement);
        return arguments[0].map((name) => style.getPropertyValue('--' + name).trim())"""
    paper, raised, mark, *inks = opened.execute_script(read, ["paper", "raised", "mark", *names])
    low = {name: contrast(ink, under) for name, ink in zip(names, inks, strict=True) for under in (paper, raised)}
    assert min(low.values()) >= 4.5, low
    assert contrast(inks[0], mark) >= 7
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": STILL})


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
