"""A case in which everything an outsider or an author may write is an attack on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import zopa

if TYPE_CHECKING:
    from pathlib import Path

PAYLOADS = (
    "<script>window.hit=1</script>",
    '"><img src=x onerror="window.hit=1">',
    "<svg/onload=window.hit=1>",
    "</textarea><script>window.hit=1</script>",
    "<style>body{display:none}</style>",
    "javascript:window.hit=1",
    "{{ 7 * 7 }}{% raw %}",
    "' onmouseover='window.hit=1",
)
CASE = """\
case: trap
title: 'A <script>window.hit=1</script> title'
question: 'What </title><svg/onload=window.hit=1> now?'
as_of: 2031-03-10
parties:
  - id: Union<b>
    name: 'Union "><img src=x onerror=window.hit=1>'
    aliases: [the union, '<script>window.hit=1</script>']
    people: [{name: Mara Lind, office: '</textarea><script>window.hit=1</script>'}]
  - id: Company
    aliases: [Northline]
    people: [{name: Tom Vance, office: chief executive}]
issues:
  - id: wage"x
    name: 'Wage rise <svg/onload=window.hit=1>'
    options:
      low<i>: 'a wage rise of 2 % <style>body{display:none}</style>'
      high' onmouseover'window.hit: a wage rise of 6 %
  - id: rosters
    name: Length of a tour of duty on board
    options:
      two_weeks: two-week tours of duty
      four_weeks: four-week tours of duty
red_lines:
  - {party: Union<b>, when: {'wage"x': low<i>}, reason: '<script>window.hit=1</script> says so'}
"""
ARTICLE = """\
The <script>window.hit=1</script> union will never accept four-week tours of duty, Mara Lind said on Monday. \
“{{ 7 * 7 }}<img src=x onerror=window.hit=1> seafarers demand a wage rise of 6 %,” Lind said.

Northline offers a wage rise of 2 % </textarea><svg/onload=window.hit=1>, chief executive Tom Vance told reporters.
"""
SIDECAR = """\
outlet: 'Gazette "><script>window.hit=1</script>'
title: '<img src=x onerror=window.hit=1> talks'
published: 2031-03-03
url: 'javascript:window.hit=1'
"""


def hostile_case(folder: Path) -> Path:
    """The case in a folder, read."""
    (folder / "coverage").mkdir(parents=True)
    (folder / "case.yaml").write_text(CASE, "utf-8")
    for name in ("one", "two"):
        (folder / "coverage" / f"{name}.txt").write_text(f"{ARTICLE}\nThe {name} report.\n", "utf-8")
        (folder / "coverage" / f"{name}.meta.yaml").write_text(SIDECAR, "utf-8")
    zopa.open_case(folder).read()
    return folder
