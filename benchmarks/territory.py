"""Territory: how fast, how exact, and what is said beside what was measured.

    python benchmarks/territory.py [--shared ../shared]

Times are medians of processor time. Areas are geodesic, on WGS 84. The measured figures of control, and full outlines
to compare the atlas with, are development data: without them those tables are left out.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from shapely.geometry import shape

from zopa.case import Transfer, check_case, load_case
from zopa.coverage import plain_article
from zopa.territory import (
    Adjacency,
    Census,
    ExtentReader,
    compare,
    consequences,
    geodesic_km2,
    load_atlas,
    parts_on,
    read_settlements,
    survey,
)

REPOSITORY = Path(__file__).resolve().parents[1]
DAY = date(2025, 8, 9)
OFFICIAL = {
    "UA-14": 26_517, "UA-09": 26_684, "UA-23": 27_183, "UA-65": 28_461, "UA-43": 26_081, "UA-40": 864, "UA-63": 31_415,
    "UA-59": 23_834, "UA-12": 31_914, "UA-48": 24_598, "RU-KRS": 29_997, "RU-ROS": 100_967, "RU-KDA": 75_485,
    "DE-BY": 70_542, "DE-SN": 18_450, "US-CO": 269_837, "US-UT": 219_887, "CA-AB": 661_848, "CA-SK": 651_036,
    "AU-SA": 984_377, "AU-NT": 1_349_129, "BR-MT": 903_207, "ZA-NC": 372_889, "IN-RJ": 342_239, "MX-CHH": 247_455,
    "KZ-KAR": 427_982, "PL-MZ": 35_558, "TR-06": 24_521,
}  # fmt: skip
SAID = (
    "Russia occupies roughly a fifth of Ukraine's land.",
    "Russian forces fully control Luhansk.",
    "Russia holds about 75 per cent of Donetsk.",
    "Russia controls about 70 per cent of Donetsk.",
    "Ukraine holds the remaining 9,000 square kilometres of Donetsk.",
    "Ukraine still holds about four square miles of Russian ground in Kursk.",
)


def median(work: Callable[[], object], times: int = 7) -> float:
    """The median processor time of some work, in milliseconds."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return 1000 * statistics.median(taken)


def speed() -> None:
    """The atlas, the survey of the example and a transfer on it."""

    def load() -> None:
        load_atlas.cache_clear()
        load_atlas().everything()

    folder = REPOSITORY / "examples" / "alaska"
    territory = load_case(folder).territory
    ground, _ = survey(territory, folder, "case.yaml")
    assert ground is not None
    settlements, _ = read_settlements(folder / "settlements.csv")
    parts = parts_on(ground, DAY)
    wanted = [Transfer(zone=zone, party="Russia") for zone in ("donetsk", "kherson", "zaporizhzhia")]

    def transfer() -> None:
        consequences(ground, parts, wanted, Census(ground, settlements), Adjacency(ground))

    print(f"load and build all {len(load_atlas()):,} regions   {median(load):7.0f} ms")
    surveyed = median(lambda: survey(territory, folder, "case.yaml"))
    print(f"survey the example's {len(ground.plots)} zones        {surveyed:7.0f} ms")
    print(f"who holds what on a day              {median(lambda: parts_on(ground, DAY)):7.0f} ms")
    print(f"a transfer of three zones, from cold {median(transfer):7.0f} ms")


def areas(shared: Path) -> None:
    """Each area against the official one, for the atlas and for full outlines where they are there."""
    full = {}
    for name in ("ukr_adm1_ne10m.geojson", "rus_border_adm1_ne10m.geojson"):
        path = shared / "data" / "territory" / name
        if path.is_file():
            for feature in json.loads(path.read_text("utf-8"))["features"]:
                full[feature["properties"]["iso"]] = geodesic_km2(shape(feature["geometry"]))
    print("\nregion    official km2   atlas          full outline")
    for code, official in OFFICIAL.items():
        ours = sum(geodesic_km2(region.outline) for region in load_atlas().find(code))
        beside = f"{100 * (full[code] / official - 1):+7.2f} %" if code in full else ""
        mark = "  *" if abs(ours / official - 1) > 0.01 else ""
        print(f"{code:8} {official:12,} {100 * (ours / official - 1):+9.2f} % {beside:>14}{mark}")
    both = [(code, area) for code, area in full.items() if area >= 20_000]
    off = [abs(sum(geodesic_km2(r.outline) for r in load_atlas().find(code)) / area - 1) for code, area in both]
    if off:
        print(f"atlas against full outlines, {len(off)} regions of 20,000 km2 and more:", end=" ")
        print(f"mean {100 * statistics.mean(off):.2f} %, worst {100 * max(off):.2f} %")


def claims(shared: Path) -> None:
    """What is widely said beside the measured figures of 3 August 2025."""
    path = shared / "data" / "territory" / "control_areas_measured.csv"
    if not path.is_file():
        print("\n(the measured figures of control are not here)")
        return
    rows = [row for row in csv.DictReader(path.read_text("utf-8").splitlines()) if row["date"] == "2025-08-03"]
    with TemporaryDirectory() as folder:
        (Path(folder) / "case.yaml").write_text(measured_case(rows), "utf-8")
        case, problems = check_case(Path(folder))
        assert case is not None, problems
        ground, problems = survey(case.territory, Path(folder), "case.yaml")
        assert ground is not None, problems
        print("\nsaid, and measured on 3 August 2025")
        for text in SAID:
            article = replace(plain_article(text, "x"), published=DAY)
            for found in compare(ground, ExtentReader(case).read(article), DAY):
                assert found.measured is not None
                low, high = found.measured
                unit, scale = ("%", 100.0) if found.extent.amount.unit == "share" else ("km2", 1.0)
                span = f"{low * scale:.1f} to {high * scale:.1f} {unit}"
                off = f"{(found.by or 0) * scale:+.1f}, by boundary alone {(found.boundary or 0) * scale:.1f}"
                print(f"  {text}\n      {found.verdict}: {span} ({off})")


def measured_case(rows: list[dict[str, str]]) -> str:
    """A case with the measured figures of a day, on two boundaries where there are two."""
    text = (
        "parties: [{id: Russia, aliases: [Russian]}, {id: Ukraine, aliases: [Ukrainian]}]\n"
        "issues: {land: {options: {keep: each keeps what it holds, swap: land is exchanged}}}\n"
        "zones:\n  ukraine:\n    region: UA\n    of: Ukraine\n    control:\n"
    )
    total = next(row for row in rows if row["iso"] == "UA")["occupied_pct_gb"]
    text += f"      - {{holder: Russia, on: 2025-08-03, source: measured, share: {total}}}\n"
    for row in rows:
        if not row["iso"].startswith("UA-") or float(row["occupied_km2_gb"]) < 1:
            continue
        text += f"  {row['name'].lower()}:\n    region: {row['iso']}\n    part_of: ukraine\n    of: Ukraine\n"
        text += f"    aliases: [{row['name']}]\n    control:\n"
        head = "      - {holder: Russia, on: 2025-08-03, source: measured, boundary:"
        text += f"{head} geoBoundaries, share: {row['occupied_pct_gb']}}}\n"
        text += f"{head} Natural Earth, km2: {row['occupied_km2_ne']}}}\n"
    kursk = next(row for row in rows if row["iso"] == "RU")["occupied_km2_gb"]
    text += "  kursk:\n    region: RU-KRS\n    of: Russia\n    aliases: [Kursk]\n    control:\n"
    head = "      - {holder: Ukraine, on: 2025-08-03, source: measured, boundary:"
    return f"{text}{head} geoBoundaries, km2: {kursk}}}\n"


def main() -> None:
    """Print every table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    shared = arguments.parse_args().shared
    speed()
    areas(shared)
    claims(shared)


if __name__ == "__main__":
    main()
