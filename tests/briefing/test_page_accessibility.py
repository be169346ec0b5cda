"""The page against axe-core, the accessibility checker: no serious finding at any width, light or dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.chromium import as_it_was, show

from zopa.briefing import Briefing, render_html
from zopa.briefing.since import earlier_of

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then((found) => done(found.violations.map((one) =>
    [one.id, one.impact, one.nodes.map((node) => node.target.join(" ") + ": " + node.failureSummary)])));
"""


@pytest.fixture
def page(browser: Any, rebuilt: Any, briefing: Briefing, tmp_path: Path) -> Iterator[Any]:
    """The briefing with every part in it, open in the browser with the checker beside it."""
    path = tmp_path / "briefing.html"
    path.write_text(render_html(rebuilt(full_text=True, earlier=earlier_of(briefing))), encoding="utf-8")
    browser.get(path.as_uri())
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    yield browser
    as_it_was(browser)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_no_serious_finding(page: Any, width: int, scheme: str) -> None:
    """Closed as it arrives, and with every detail open."""
    show(page, width, scheme)
    assert serious(page) == []
    page.execute_script("document.querySelectorAll('details').forEach((box) => { box.open = true; })")
    assert serious(page) == []


@pytest.mark.parametrize("opener", ["[popovertarget=c3-1]", ".obstacle .ref"])
def test_no_serious_finding_in_what_opens(page: Any, opener: str) -> None:
    """The panel of a cell and a statement that a reference shows."""
    page.find_element("css selector", opener).click()
    assert serious(page) == []


def serious(page: Any) -> list[Any]:
    """What the checker holds to be serious or critical."""
    return [found for found in page.execute_async_script(RUN) if found[1] in ("serious", "critical")]
