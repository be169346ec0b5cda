"""The workbench in a real browser: clicked and keyed through, at every width, with nothing refused by the policy."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.chromium import chromium
from tests.cli.ferry import ARTICLES, CASE

import zopa
from zopa.ledger import Ledger
from zopa.workbench import Workspace, create_app
from zopa.workbench.safety import loopback

pytestmark = pytest.mark.browser
STILL = [{"name": "prefers-reduced-motion", "value": "reduce"}]
AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
PAGES = ["/review", "/review/list", "/review/keys", "/decisions", "/comments", "/articles", "/nothing"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Headless Chromium, one for the tests of this file."""
    opened = chromium(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.quit()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A case folder, read."""
    (tmp_path / "ferry" / "coverage").mkdir(parents=True)
    (tmp_path / "ferry" / "case.yaml").write_text(CASE, "utf-8")
    for name, content in ARTICLES.items():
        (tmp_path / "ferry" / "coverage" / name).write_text(content, "utf-8")
    zopa.open_case(tmp_path / "ferry").read()
    return tmp_path / "ferry"


@pytest.fixture
def at(case: Path, browser: Any) -> Iterator[Callable[[str], Any]]:
    """Open a page of the case's workbench: ``at("/review")``."""
    listening = socket.create_server(("127.0.0.1", 0))  # listens at once: a page asked for before the server runs waits
    port = listening.getsockname()[1]
    workspace = Workspace(case)
    app = create_app(workspace, access=loopback(port), by="Ana")
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()

    def opened(path: str) -> Any:
        browser.get_log("browser")
        browser.get(f"http://127.0.0.1:{port}{path}")
        return browser

    yield opened
    browser.get("about:blank")
    server.should_exit = True
    thread.join(10)
    listening.close()
    workspace.close()


def find(browser: Any, selector: str) -> Any:
    return browser.find_element("css selector", selector)


def press(browser: Any, keys: str) -> None:
    find(browser, "body").send_keys(keys)


def until(condition: Callable[[], object]) -> None:
    """Wait for something to become true."""
    for _ in range(600):
        try:
            if condition():
                return
        except Exception:  # the element at hand was replaced meanwhile
            pass
        time.sleep(0.05)
    raise AssertionError("it did not become true")


def shown(browser: Any) -> str:
    return str(find(browser, "input[name=item]").get_attribute("value"))


def decisions(case: Path) -> list[str]:
    with Ledger.open(case / "zopa.db") as ledger:
        return [review.decision for review in ledger.reviews()]


def test_a_review_goes_by_click_and_by_key_and_back(at: Callable[[str], Any], case: Path) -> None:
    """Accept by click, reject by key, take back by key: the page follows without being loaded anew."""
    browser = at("/review")
    first = shown(browser)
    browser.execute_script("window.same = true")
    find(browser, "button[value=accept]").click()
    until(lambda: shown(browser) != first)
    second = shown(browser)
    press(browser, "x")
    until(lambda: shown(browser) != second)
    assert "item=" in browser.current_url
    assert decisions(case) == ["accept", "reject"]
    press(browser, "\ue003")  # backspace
    until(lambda: shown(browser) == second)
    assert "taken back: rejected" in find(browser, ".last").text
    assert decisions(case) == ["accept", "reject", "undo"]
    assert browser.execute_script("return window.same") is True
    assert browser.get_log("browser") == []


def test_the_other_keys_move_open_and_search(at: Callable[[str], Any], case: Path) -> None:
    """j and k move, e opens the form, / goes to the search field where letters are letters, ? shows the keys."""
    browser = at("/review")
    first = shown(browser)
    press(browser, "j")
    until(lambda: shown(browser) != first)
    press(browser, "k")
    until(lambda: shown(browser) == first)
    press(browser, "e")
    assert find(browser, "#edit-party").is_displayed()
    press(browser, "/")
    field = browser.switch_to.active_element
    assert field.get_attribute("name") == "words"
    field.send_keys("axu")
    assert decisions(case) == []
    browser.execute_script("document.activeElement.blur()")
    press(browser, "?")
    assert find(browser, "#help").is_displayed()


def test_words_selected_in_the_article_become_a_statement(at: Callable[[str], Any], case: Path) -> None:
    """The exact words, wherever they stand."""
    browser = at("/review")
    find(browser, "#missed summary").click()
    browser.execute_script("""
        const parts = [...document.querySelectorAll('#text [data-start]')];
        const node = parts.find((one) => one.textContent.includes('demanded'));
        const text = node.firstChild, start = text.data.indexOf('demanded');
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + 'demanded'.length);
        document.getSelection().removeAllRanges();
        document.getSelection().addRange(range);
    """)
    until(lambda: find(browser, "#missed-words").get_attribute("value") == "demanded")
    find(browser, "#speaker").send_keys("Mara Lind")
    find(browser, "#missed button").click()
    until(lambda: "stored: a statement" in find(browser, ".last").text)
    assert [mark.text for mark in browser.find_elements("css selector", "mark.content")] == ["demanded"]
    assert decisions(case) == ["statement"]


def test_a_comment_is_written_and_stands_there(at: Callable[[str], Any]) -> None:
    """Under the statement at hand."""
    browser = at("/review")
    find(browser, ".thread > details summary").click()
    find(browser, ".thread > details textarea").send_keys("Net or gross?")
    find(browser, ".thread > details button").click()
    until(lambda: find(browser, ".thread .comment").text == "Net or gross?")


def test_articles_are_uploaded_and_read(at: Callable[[str], Any], tmp_path: Path) -> None:
    """With the files chosen in the form; the table follows when the reading has ended."""
    new = tmp_path / "wednesday.txt"
    new.write_text("Mara Lind said on Wednesday that her members demanded a wage rise of 4 %.\n", "utf-8")
    browser = at("/articles")
    find(browser, "#articles").send_keys(str(new))
    find(browser, ".intake button.main").click()
    until(lambda: len(browser.find_elements("css selector", "tbody tr")) == 3)
    assert browser.get_log("browser") == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_sticks_out_and_nobody_is_shut_out(at: Callable[[str], Any], path: str) -> None:
    """No page scrolls sideways at any width; axe finds nothing serious in light or dark; the console stays empty."""
    browser = at(path)
    for width in (360, 768, 1280):
        size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    assert [entry for entry in browser.get_log("browser") if "404" not in entry["message"]] == []
    for scheme in ("dark", "light"):
        features = [{"name": "prefers-color-scheme", "value": scheme}, *STILL]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        browser.execute_script(AXE.read_text("utf-8"))
        found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        serious = [
            (one["id"], [node["html"][:160] for node in one["nodes"]])
            for one in found["violations"]
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == [], scheme
