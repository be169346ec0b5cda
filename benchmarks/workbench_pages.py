"""How long the server takes for the pages of the workbench, and for an answer to what-if, on a whole case.

    python benchmarks/workbench_pages.py [CASE] [--wide]

CASE is read first if it has not been; left out, it is the example of the Alaska summit. ``--wide`` makes its issue of
procedure one of substance, which makes four times as many packages. Times are medians of nine requests in milliseconds
of wall-clock time, from the request to the last byte of the reply, without a network, and beside them of CPU time on
all cores, which other programs do not lengthen; the first request of each page computes what is kept. Every what-if is
another scenario, so that none is kept from before.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from starlette.testclient import TestClient

import zopa
from zopa.workbench import Workspace, create_app

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "alaska"
REPEATS = 9
PAGES = (
    "/overview",
    "/matrix",
    "/matrix?as_of=2025-04-25",
    "/search",
    "/search?q=sanctions",
    "/statements",
    "/evidence/people",
    "/evidence/outlets",
    "/evidence/origins",
    "/evidence/contradictions",
    "/evidence/changes",
    "/whatif",
    "/scenarios",
    "/case",
    "/review",
)


def timed(client: TestClient, path: str) -> tuple[float, float]:
    """Milliseconds of one request, which must succeed: on the clock, and of all cores."""
    start, used = perf_counter(), process_time()
    reply = client.get(path)
    taken, cpu = 1000 * (perf_counter() - start), 1000 * (process_time() - used)
    assert reply.status_code == 200, f"{path}: {reply.status_code}"
    return taken, cpu


def row(name: str, first: float, times: list[tuple[float, float]]) -> str:
    """One line of a table: the first or the slowest request, and the medians."""
    wall, cpu = (median(found) for found in zip(*times, strict=True))
    return f"{name:34}{first:9.0f}{wall:9.0f}{cpu:9.0f}"


def scenarios(case: zopa.OpenCase) -> dict[str, list[str]]:
    """Queries of several kinds, none twice."""
    matrix = case.matrix()
    refused = [(row["party"], row["issue"], row["stances"]) for row in matrix if "rejects" in row["stances"]]
    lines = [f"{party}:{issue}={stances.split('rejects ')[1].split(' ')[0]}" for party, issue, stances in refused][
        :REPEATS
    ]
    parties = list(dict.fromkeys(row["party"] for row in matrix))
    return {
        "posture": [f"posture={0.05 + step / 20:.2f}" for step in range(REPEATS)],
        "a red line given up": [f"relax={line}" for line in lines],
        "a signatory left out": [f"without={party}" for party in parties],
        "weights by hand": [f"weight={parties[0]}:{refused[0][1]}={step / 10}" for step in range(1, REPEATS + 1)],
        "another day": [f"as_of=2025-0{month}-15" for month in range(1, 9)],
    }


def main(path: Path, wide: bool) -> None:
    """Measure and print."""
    with TemporaryDirectory() as place:
        folder = Path(place) / path.name
        shutil.copytree(path, folder)
        if wide:
            text = (folder / "case.yaml").read_text("utf-8")
            (folder / "case.yaml").write_text(text.replace("    kind: procedure\n", ""), "utf-8")
        case = zopa.open_case(folder)
        case.read()
        workspace = Workspace(folder)
        client = TestClient(create_app(workspace), base_url="http://127.0.0.1:8470")
        print(f"{'page':34}{'first':>9}{'median':>9}{'CPU':>9}")
        for page in PAGES:
            first, _ = timed(client, page)
            print(row(page, first, [timed(client, page) for _ in range(REPEATS)]))
        print(f"\n{'what if':34}{'slowest':>9}{'median':>9}{'CPU':>9}")
        for name, queries in scenarios(case).items():
            times = [timed(client, f"/whatif?{query}") for query in queries]
            print(row(name, max(times)[0], times))
        workspace.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, nargs="?", default=EXAMPLE)
    parser.add_argument("--wide", action="store_true")
    given = parser.parse_args()
    main(given.case, given.wide)
