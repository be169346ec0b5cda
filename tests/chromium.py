"""Headless Chromium for the page's tests."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

STILL = [{"name": "prefers-reduced-motion", "value": "reduce"}]
FLAGS = (
    "headless=new",
    "no-sandbox",
    "disable-gpu",
    "disable-dev-shm-usage",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
    "no-first-run",
    "window-size=1280,900",
)


def chromium(profile: Path) -> Any:
    """A browser without motion; the test skips where Chromium or its driver is not installed."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("chromium and chromedriver are not installed (apt-get install chromium chromium-driver)")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in (*FLAGS, f"user-data-dir={profile}"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(driver))
    opened.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": STILL})
    return opened


def show(browser: Any, width: int, scheme: str) -> None:
    """The page at a width, light or dark."""
    features = [{"name": "prefers-color-scheme", "value": scheme}, *STILL]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def as_it_was(browser: Any) -> None:
    """Undo :func:`show`."""
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": STILL})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
