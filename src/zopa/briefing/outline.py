"""Parts of a briefing as headings, lines and tables without any markup: what the Markdown and the text form share.

A part is a function of a :class:`~zopa.briefing.lookup.Lookup` that gives a :class:`Block`, or None where there is
nothing to show. A new part is one such function in ``PARTS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.briefing import lookup, plot, wording
from zopa.briefing.lookup import attribution, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zopa.briefing.briefing import PackageEntry, TermEntry
    from zopa.briefing.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and the statements it rests on."""

    text: str
    statements: Sequence[str] = ()


Cell = tuple[Line, ...]
"""The lines of one cell of a table."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part: its heading, a sentence on how to read it, a table, and lines below it. ``below``: it belongs to the part
    before it.
    """

    title: str
    lead: str = ""
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    lines: tuple[Line, ...] = ()
    below: bool = False


def cell(*texts: str) -> Cell:
    """A cell of lines that rest on nothing further."""
    return tuple(Line(text) for text in texts)


def cited(text: str, statements: Sequence[str]) -> Cell:
    """A cell of one line and its statements."""
    return (Line(text, statements),)


def assessments(look: Lookup) -> Block | None:
    """What is judged by those who do not speak for a party; in no figure."""
    found = []
    for one in look.briefing.assessments:
        about = f", about {wording.listed([look.party(party) for party in one.about])}" if one.about else ""
        issue = f" ({look.short(one.issue)})" if one.issue else ""
        for said in look.quoted(one.statements, 1):
            found.append(Line(f"On {one.says}{about}{issue}: {words(said)} {attribution(said)}", one.statements))
    return Block("Assessments", "Nobody’s position, and in no figure.", lines=tuple(found)) if found else None


def sides(look: Lookup) -> Block | None:
    """What each party gains and swallows: in the headline package, and in every other of the ranking."""
    head = look.briefing.headline
    entries = [head.entry] if head is not None and head.entry is not None else []
    rows = [row for entry in (*entries, *look.briefing.packages) for row in _sides(look, entry)]
    lead = "By each party’s own words; what they do not speak of is in neither list."
    headings = ("Package", "Party", "Gains", "Swallows")
    return Block("What each party gains and swallows", lead, headings, tuple(rows), below=True) if rows else None


def _sides(look: Lookup, entry: PackageEntry) -> Iterable[tuple[Cell, ...]]:
    name = "the closest" if entry.rank == 0 else str(entry.rank)
    for side in entry.sides:
        if side.gains or side.swallows:
            yield (cell(name), cell(look.party(side.party)), _terms(look, side.gains), _terms(look, side.swallows))


def _terms(look: Lookup, found: Sequence[TermEntry]) -> Cell:
    return tuple(Line(look.term(one), one.statements) for one in found)


def picks(look: Lookup) -> Block | None:
    """Packages picked by other rules than acceptability."""
    found = []
    for one in (*look.briefing.solutions, *look.briefing.robust):
        about = f"assumes: {one.assumes}"
        about += f"; {one.ties} packages tie" if one.ties > 1 else ""
        if one.acceptability is not None:
            about += f"; acceptable in {wording.percent(one.acceptability)} of the draws"
        found.append(Line(f"{one.name} ({about}): {look.difference(one.package or ())}"))
    return Block("Where other rules point", lines=tuple(found), below=True) if found else None


def frontier(look: Lookup) -> Block | None:
    """Two parties at a time: the numbers behind the drawing."""
    found = look.briefing.frontier
    if found is None:
        return None
    names = [one.name for one in look.briefing.solutions]
    rows = [("no deal", found.no_deal)]
    rows += [(f"{plot.letter(mark, names)}: {look.mark(mark)}", mark.utility) for mark in found.marks]
    reaches = []
    for reach in found.reaches:
        points = "; ".join(f"{wording.utility(one)}, {wording.utility(other)}" for one, other in reach.points)
        pair = wording.listed([look.party(party) for party in reach.parties])
        reaches.append(Line(f"Frontier of {pair} alone: {points}"))
    return Block(
        "What two parties could reach",
        "Utilities with central values.",
        ("Package", *(look.party(party) for party in found.parties)),
        tuple((cell(name), *(cell(wording.utility(worth)) for worth in utility)) for name, utility in rows),
        tuple(reaches),
    )


def pairs(look: Lookup) -> Block | None:
    """Two refusals let go of at once."""
    rows = tuple(
        (
            cell(*(f"{look.party(party)}: {label}" for party, label in one.refusals)),
            cell(wording.points(one.gain, one.se)),
            cell(wording.points(one.beyond)),
            cited(", ".join(f"{look.party(party)} {wording.cost(cost)}" for party, cost in one.cost), one.statements),
        )
        for one in look.briefing.pairs
    )
    headings = ("Refusals", "The headline gains", "Beyond the better one alone", "Costs (utility)")
    said = lookup.pairs_say(look.briefing)
    return Block("Two refusals at once", f"{said[:1].upper()}{said[1:]}.", headings, rows, below=True) if rows else None


def formats(look: Lookup) -> Block | None:
    """Who has to say yes, and what comes of it."""
    rows = tuple(
        (
            cell(one.says),
            cell(wording.estimate(one.point, one.se)),
            cell(wording.points(one.change, one.change_se)),
            cell(", ".join(f"{look.party(party)} {wording.percent(share)}" for party, share in one.others)),
        )
        for _, entries in lookup.formats(look.briefing)
        for one in entries
    )
    headings = ("Format", "Acceptable to those in it", "Against the headline", "The others accept it")
    return Block("Who has to say yes", "", headings, rows) if rows else None


def weights(look: Lookup) -> Block | None:
    """What must be true of the weights."""
    rows = tuple(
        (
            cell(look.party(one.party)),
            cell(look.short(one.issue)),
            cell(wording.number(one.mean, ".3f")),
            cell(f"{wording.number(one.given, '.3f')} ± {wording.number(one.se, '.3f')}"),
        )
        for one in lookup.weights(look.briefing)
    )
    lead = "Weights that differ most in the draws in which all accept the headline package."
    headings = ("Party", "Issue", "Over all draws", "Where all accept")
    return Block("What must be true of the weights", lead, headings, rows, below=True) if rows else None


PARTS: tuple[Callable[[Lookup], Block | None], ...] = (
    assessments,
    sides,
    picks,
    frontier,
    formats,
    pairs,
    weights,
)
"""The parts that every text form shows, in their order on the page."""
