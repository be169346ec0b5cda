"""The pictures of the tour through the workbench: ``python docs/tour.py`` makes them again in docs/tutorial/pictures.

A copy of the strike example is read and served on a free port of this computer, and a headless Chromium goes through
it. Needs chromium and chromedriver; with ``--check`` nothing is written, and the exit status is 1 where a step fails.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import zopa
from zopa.workbench import Workspace, create_app
from zopa.workbench.safety import loopback

PICTURES = Path(__file__).parent / "tutorial" / "pictures"
EXAMPLE = Path(__file__).parent.parent / "examples" / "strike"
DESKTOP, TABLET, PHONE = (1120, 700), (820, 820), (390, 700)
LARGEST = 1_500_000
"""Bytes of all pictures together."""

FLAGS = ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "no-first-run", "hide-scrollbars")

Step = tuple[str, str, tuple[int, int], bool, Callable[[Any], None] | None]


def find(browser: Any, selector: str) -> Any:
    """The first element that a selector finds."""
    return browser.find_element("css selector", selector)


def settled(browser: Any, text: str, selector: str = "main") -> None:
    """Wait until an element holds a text."""
    passing = [NoSuchElementException, StaleElementReferenceException]
    WebDriverWait(browser, 20, 0.1, passing).until(lambda _: text in find(browser, selector).text)
    time.sleep(0.3)


def earlier(browser: Any) -> None:
    """The date slider, three days back."""
    find(browser, "#day").send_keys(Keys.ARROW_LEFT * 3)
    settled(browser, "as of", "#matrix .legend")
    time.sleep(0.7)


def without_the_members(browser: Any) -> None:
    """One tick in the form of what-if."""
    find(browser, "input[name=without][value=Members]").click()
    settled(browser, "without", "#answer .says")


def mistaken(browser: Any) -> None:
    """A mistake in the text of the case file, with its diagnostic."""
    put = (
        "const t = document.getElementById('yaml'); t.value = t.value.replace('[12, 24, 36]', '[24, 12, 36]');"
        "t.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    browser.execute_script(put)
    settled(browser, "ZP029", "#diagnostics")
    find(browser, "#diagnostics [data-line]").click()


STEPS: tuple[Step, ...] = (
    ("overview", "/overview", DESKTOP, False, None),
    ("matrix", "/matrix", DESKTOP, False, None),
    ("matrix-earlier", "/matrix", TABLET, False, earlier),
    ("cell", "/cells/Union/night_service", DESKTOP, False, None),
    ("search", "/search?q=night", DESKTOP, False, None),
    ("origins", "/evidence/origins", DESKTOP, False, None),
    ("review", "/review", DESKTOP, False, None),
    ("whatif", "/whatif", DESKTOP, False, without_the_members),
    ("scenarios", "/scenarios", DESKTOP, True, None),
    ("case", "/case?as=text", DESKTOP, False, mistaken),
    ("phone", "/overview", PHONE, True, None),
)
"""Name of the picture, address, size of the window, whether it is dark, and what is done before it is taken."""

SAVED = (
    ("The members need not vote", "without=Members"),
    ("Half of it is posture", "posture=0.5"),
    ("Both", "posture=0.5&without=Members"),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The workbench of a case on a free port; gives its address."""
    workspace = Workspace(folder)
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    app = create_app(workspace, access=loopback(port), by="Ana")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
        workspace.close()


@contextmanager
def chromium(profile: Path) -> Iterator[Any]:
    """A headless browser."""
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or driver is None:
        sys.exit("The tour needs chromium and chromedriver: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    for flag in (
        "headless=new",
        "no-sandbox",
        "disable-gpu",
        "disable-dev-shm-usage",
        "no-first-run",
        "hide-scrollbars",
    ):
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={profile}")
    browser = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield browser
    finally:
        browser.quit()


def picture(browser: Any, address: str, step: Step) -> bytes:
    """One step of the tour, as a PNG."""
    _, path, (width, height), dark, act = step
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    still = {"name": "prefers-reduced-motion", "value": "reduce"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still]})
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(address + path)
    if act is not None:
        act(browser)
        browser.execute_script("scrollTo(0, 0)")
    found: bytes = browser.get_screenshot_as_png()
    return found


def main(check: bool) -> int:
    """Take every picture; write them unless only checking. 1 where they are too large together."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "strike"
        shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("zopa.db*", "scenarios.yaml"))
        zopa.open_case(folder).read()
        rows = "".join(f"  {name}: {query}\n" for name, query in SAVED)
        (folder / "scenarios.yaml").write_text(f"scenarios:\n{rows}", "utf-8")
        with served(folder) as address, chromium(Path(place) / "profile") as browser:
            taken = {step[0]: picture(browser, address, step) for step in STEPS}
    size = sum(map(len, taken.values()))
    print(f"{len(taken)} pictures, {size:,} bytes")
    if not check:
        PICTURES.mkdir(exist_ok=True)
        for name, png in taken.items():
            (PICTURES / f"{name}.png").write_bytes(png)
    return 1 if size > LARGEST else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="Write nothing.")
    sys.exit(main(parser.parse_args().check))
