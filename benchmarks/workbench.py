"""The workbench under load: how long pages take, and whether 20 reviewers at once lose a decision.

``zopa serve`` runs in a process of its own on a copy of examples/alaska, and is asked over loopback. What is measured
is the whole time of a request as its client sees it.

    python -m benchmarks workbench
"""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import zopa
from zopa.ledger import Ledger

REVIEWERS, DECISIONS, LOADS = 20, 25, 40
PAGES = ("/review", "/review/list", "/review.json", "/comments", "/articles")
CASE = Path(__file__).resolve().parent.parent / "examples" / "alaska"


@dataclass
class Browser:
    """One connection with its cookie and token."""

    port: int
    cookie: str = ""
    token: str = ""
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def get(self, path: str) -> str:
        """A page; its time is kept under the path without its query."""
        return self._ask("GET", path)

    def post(self, path: str, form: dict[str, str]) -> str:
        """A change; its time is kept too."""
        return self._ask("POST", path, urlencode({**form, "token": self.token}))

    def _ask(self, method: str, path: str, body: str | None = None) -> str:
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        text = reply.read().decode()
        self.seconds.setdefault(f"{method} {path.partition('?')[0]}", []).append(time.perf_counter() - began)
        if reply.status not in (200, 303):
            raise RuntimeError(f"{method} {path}: {reply.status}")
        if cookie := reply.getheader("Set-Cookie"):
            self.cookie = cookie.partition(";")[0]
        if found := re.search(r'X-Zopa-Token": "([0-9a-f]+)"', text):
            self.token = found[1]
        return text


def main() -> None:
    """Measure, and print."""
    with tempfile.TemporaryDirectory() as temporary:
        case = Path(shutil.copytree(CASE, Path(temporary) / "alaska"))
        zopa.open_case(case).read()
        server, port = served(case)
        try:
            pages(port)
            reviewers(port, case)
        finally:
            server.terminate()
            server.wait(20)


def served(case: Path) -> tuple[subprocess.Popen[str], int]:
    """The workbench in its own process, and its port."""
    command = [sys.executable, "-m", "zopa", "serve", str(case), "--port", "0", "--by", "Ana"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    assert server.stderr is not None
    for line in server.stderr:
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
            break
    else:
        raise RuntimeError("the workbench did not start")
    port = int(found[1])
    for _ in range(100):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).connect()
            return server, port
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the workbench does not answer")


def pages(port: int) -> None:
    """The pages one after the other, as one person sees them."""
    browser = Browser(port)
    for path in PAGES:
        browser.get(path)
    first = {path: browser.seconds[f"GET {path}"][0] for path in PAGES}
    for _ in range(LOADS):
        for path in PAGES:
            browser.get(path)
    print(f"page loads, {LOADS} each, one person (ms)\n{'page':16} {'first':>8} {'median':>8} {'worst':>8}")
    for path in PAGES:
        times = browser.seconds[f"GET {path}"][1:]
        print(f"{path:16} {1000 * first[path]:8.1f} {1000 * statistics.median(times):8.1f} {1000 * max(times):8.1f}")


def reviewers(port: int, case: Path) -> None:
    """Many reviewers at once: each decides, and loads the next page after every decision."""

    def work(number: int) -> tuple[Browser, dict[str, str], int]:
        browser, errors, made = Browser(port), 0, {}
        browser.get("/review")
        browser.post("/review/by", {"by": f"reviewer {number}"})
        rows: list[dict[str, Any]] = json.loads(browser.get("/review.json"))["rows"]
        for place in range(DECISIONS):
            row = rows[(3 * number + place) % len(rows)]
            decision = ("accept", "reject", "unsure")[(number + place) % 3]
            try:
                browser.post("/review/decide", {"item": row["item"], "shown": row["shown"], "decision": decision})
                made[row["item"]] = decision
                browser.get("/review")
            except (RuntimeError, OSError):
                errors += 1
        return browser, made, errors

    began = time.perf_counter()
    with ThreadPoolExecutor(REVIEWERS) as pool:
        done = list(pool.map(work, range(REVIEWERS)))
    took = time.perf_counter() - began
    lost = 0
    for browser, made, _ in done:
        shown = {row["item"]: row["decision"] for row in json.loads(browser.get("/review.json"))["rows"]}
        lost += sum(shown.get(item) != decision for item, decision in made.items())
    with Ledger.open(case / "zopa.db") as ledger:
        stored = len(ledger.reviews())
    times = {
        kind: [one for browser, _, _ in done for one in browser.seconds.get(kind, ())]
        for kind in ("POST /review/decide", "GET /review")
    }
    print(f"\n{REVIEWERS} reviewers at once, {DECISIONS} decisions each, in {took:.1f} s")
    print(f"errors {sum(errors for *_, errors in done)}, decisions stored {stored}, lost {lost}")
    for kind, found in times.items():
        print(f"{kind:20} median {1000 * statistics.median(found):.0f} ms, worst {1000 * max(found):.0f} ms")


if __name__ == "__main__":
    main()
