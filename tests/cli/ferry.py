"""A small invented dispute, and what a command did with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

CASE = """\
case: ferry
title: The ferry strike
parties:
  - id: Union
    aliases: [seafarers, the union]
    people: [{name: Mara Lind, office: general secretary}]
  - id: Company
    aliases: [Northline, the operator]
    people: [{name: Tom Vance, office: chief executive}]
issues:
  - id: wage
    name: Wage rise
    scale: [2, 4, 6]
    unit: "%"
  - id: rosters
    name: Length of a tour of duty on board
    options:
      two_weeks: two-week tours of duty, two weeks on board and two weeks ashore
      four_weeks: four-week tours of duty, four weeks on board and two weeks ashore
"""

ARTICLES = {
    "monday.txt": (
        "The union will never accept four-week tours of duty, its general secretary Mara Lind said on Monday. "
        "She said seafarers demanded a wage rise of 6 %.\n\n"
        "Northline offers a wage rise of 2 %, chief executive Tom Vance told the Harbour Gazette.\n"
    ),
    "tuesday.txt": (
        "“We could accept a wage rise of 4 %,” Vance said on Tuesday, “but four-week tours of duty are needed.”\n\n"
        "A person close to the union said that the seafarers were considering the offer.\n"
    ),
}


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit status and what it wrote to either stream."""

    status: int
    out: str
    err: str


Zopa = Callable[..., Outcome]
"""The command line as a function of its arguments."""


def lines(text: str) -> Sequence[str]:
    """Lines that say something."""
    return [line for line in text.splitlines() if line.strip()]
