"""The briefing in the terminal: the answer first, then the matrix, the blockers with their words, the packages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from zopa.briefing import wording
from zopa.briefing.ground_text import ground_blocks
from zopa.briefing.lookup import (
    Lookup,
    attribution,
    refusal,
    retold,
    signatories,
    silent_issues,
    violated,
    words,
)
from zopa.briefing.news import news_lines, news_title
from zopa.briefing.talks_text import talks_blocks
from zopa.briefing.text_in_full import blocks
from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from zopa.briefing.briefing import Briefing, CellEntry, ClauseEntry, PackageEntry
    from zopa.briefing.outline import Line

_UNBROKEN = "\ue000"
_PACKAGES = 4
_ROWS = 4
_NEWS = 6
_LEGEND = (
    "▲ demands ● accepts ◆ offers ✕ rejects ◐ only if ○ undecided ? no statement",
    "! red line ~ soft 2× two independent origins ≠ contradicting statements",
)


def render_text(briefing: Briefing, console_width: int = 80, *, colour: bool = False, in_full: bool = False) -> str:
    """The briefing as plain text, ``console_width`` columns wide; ``colour`` adds terminal colours, never meaning.

    Short for a terminal: what comes first of each part. ``in_full`` adds all the rest, as the page has it.
    """
    console = Console(
        file=io.StringIO(),
        width=console_width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        no_color=not colour,
        _environ={},
    )
    look = Lookup(briefing)
    with console.capture() as captured:
        rest = (_rest,) if in_full else ()
        first = (_opening, _obstacles, _news, _matrix, _packages, _proposals, ground_blocks, talks_blocks)
        for part in (*first, _next_steps, *rest, _closing):
            for block in part(look):
                console.print(block)
    lines = captured.get().replace(_UNBROKEN, " ").splitlines()
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def _text(words: str, style: str = "") -> Text:
    """Text whose figures do not break over lines."""
    return Text(wording.FIGURE_SPACE.sub(_UNBROKEN, words), style=style)


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _indented(words: str, by: int = 2, style: str = "") -> Padding:
    return Padding(_text(words, style), (0, 0, 0, by))


def _opening(look: Lookup) -> Iterator[RenderableType]:
    briefing = look.briefing
    yield Text(f"{plain(briefing.title)}, as of {wording.day(briefing.as_of)}", style="dim")
    if briefing.question:
        yield Text(plain(briefing.question))
    yield Text(f"\n{briefing.answer}", style="bold")
    head = briefing.headline
    if head is None or head.package is None:
        return
    if briefing.detail:
        yield _text(f"{briefing.detail} {wording.bounds(head)}")
    yield Text("")
    table = Table.grid(padding=(0, 2))
    for issue, option in look.heard(head.package):
        table.add_row(Text(look.short(issue), style="dim"), Text(option))
    yield Padding(table, (0, 0, 0, 2))
    picked = [f"{look.short(issue)}: {option}" for issue, option in look.unheard(head.package)]
    if picked:
        yield _indented(f"{wording.UNHEARD}: {'; '.join(picked)}.")
    yield _indented(f"Must agree: {wording.listed(signatories(briefing))}.", style="dim")


def _obstacles(look: Lookup) -> Iterator[RenderableType]:
    if not (look.briefing.obstacles or look.briefing.reservations):
        return
    yield _heading("WHAT STANDS IN THE WAY")
    for clause in look.briefing.obstacles:
        yield from _clause(look, clause)
    if any(clause.share is None and clause.responsibility is not None for clause in look.briefing.obstacles):
        yield _indented(wording.RESPONSIBILITY, style="dim")
    if look.briefing.reservations:
        yield _text(look.better_without())


def _clause(look: Lookup, clause: ClauseEntry) -> Iterator[RenderableType]:
    yield _text(f"{look.party(clause.party)} {refusal(clause)}{violated(clause)}")
    for statement in look.quoted(clause.statements, 1):
        yield _indented(words(statement))
        yield _indented(f"[{statement.number}] {attribution(statement)}", style="dim")
    if not clause.statements:
        yield _indented(plain(clause.because))


def _news(look: Lookup) -> Iterator[RenderableType]:
    yield _heading(news_title(look).upper())
    lines = news_lines(look)
    for one in lines[:_NEWS]:
        yield _indented(f"{one.text} {look.references(one.statements)}".rstrip())
    yield from _more(len(lines) - _NEWS, "line")


def _more(count: int, one: str, many: str | None = None) -> Iterator[RenderableType]:
    if count > 0:
        yield _indented(f"and {wording.counted(count, one, many)} more", style="dim")


def _matrix(look: Lookup) -> Iterator[RenderableType]:
    briefing = look.briefing
    silent = silent_issues(briefing)
    yield _heading("WHO WANTS WHAT")
    table = _table("")
    table.columns[0].min_width = 12
    for party in briefing.parties:
        table.add_column(Text(plain(party.name)), min_width=8)
    for issue in briefing.issues:
        if issue.id not in silent:
            cells = (look.cell(party.id, issue.id) for party in briefing.parties)
            table.add_row(Text(look.short(issue.id)), *(_cell(look, cell) for cell in cells))
    if len(silent) < len(briefing.issues):
        yield table
    if silent:
        yield _indented(f"No statement of anybody on: {'; '.join(look.short(id) for id in silent)}.")
    for line in _LEGEND:
        yield _indented(line, style="dim")


def _cell(look: Lookup, cell: CellEntry | None) -> RenderableType:
    if cell is None or cell.unknown:
        return Text("? " + ("(red line asserted)" if cell and cell.red_lines else ""), style="dim")
    lines = []
    for entry in cell.entries[:2]:
        mark = {"red_line": "!", "soft": "~", "firm": ""}[entry.strength]
        times = f" {entry.origins}×" if entry.origins > 1 else ""
        shape = wording.STANCE_SHAPES[entry.stance]
        lines.append(Text(f"{shape}{mark} {look.option(cell.issue, entry.option)}{times}"))
    if len(cell.entries) > 2:
        lines.append(Text(f"and {len(cell.entries) - 2} more", style="dim"))
    if cell.conflicts:
        lines[0].append(" ≠")
    return Group(*lines)


def _packages(look: Lookup) -> Iterator[RenderableType]:
    packages = look.briefing.packages
    if not packages:
        return
    yield _heading("PACKAGES, by how likely they are acceptable to all")
    yield _indented(wording.DRAW, style="dim")
    table = _table("", "Acceptable", "Differs from the headline in", "Who objects most (share of the draws)")
    for found in packages[:_PACKAGES]:
        differs = look.difference(found.package, at_most=2)
        accepted = wording.acceptable(found.acceptability)
        table.add_row(str(found.rank), _text(accepted), _text(differs), _text(_objector(look, found)))
    yield table
    if look.briefing.headline and not look.briefing.headline.exact:
        yield _indented(wording.TWO_FIGURES, style="dim")


def _proposals(look: Lookup) -> Iterator[RenderableType]:
    if not look.briefing.proposals:
        return
    yield _heading("ON THE TABLE")
    for found in look.briefing.proposals[:_ROWS]:
        yield _text(f"{look.proposal(found)} {look.references(found.statements)}")
        yield _indented("; ".join(f"{issue}: {what}" for issue, what in look.terms(found)) + ".")
        answers = [f"{look.answer(one)} {look.references(one.statements)}".rstrip() for one in found.answers]
        yield _indented("; ".join(answers) + "." if answers else wording.NO_ANSWER)
        yield _indented(found.finding)
        for refusal_of_term in found.refused[:2]:
            yield _indented(f"{look.refused(refusal_of_term)} {look.references(refusal_of_term.statements)}".rstrip())
    yield from _more(len(look.briefing.proposals) - _ROWS, "proposal")


def _table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 2, 0, 0), pad_edge=False, show_edge=False)
    for heading in headings:
        table.add_column(heading)
    return table


def _objector(look: Lookup, found: PackageEntry) -> str:
    if not found.objections:
        return "nobody"
    worst = max(found.objections, key=lambda clause: clause.share or 0.0)
    return f"{look.party(worst.party)} {refusal(worst)} ({wording.percent(worst.share or 0.0)})"


def _next_steps(look: Lookup) -> Iterator[RenderableType]:
    concessions = [one for one in look.briefing.concessions if one.gain >= wording.SMALLEST_POINTS][:_ROWS]
    if concessions:
        yield _heading("IF A PARTY LET GO of one refusal, the headline gains")
        table = Table.grid(padding=(0, 2))
        for one in concessions:
            what = f"{look.party(one.party)}: {plain(one.label)} {look.references(one.statements)}"
            table.add_row(_text(wording.points(one.gain, one.se)), Text(what))
        yield Padding(table, (0, 0, 0, 2))
    questions = [one for one in look.briefing.questions if one.gain >= wording.SMALLEST_POINTS][:3]
    if questions:
        yield _heading("WORTH FINDING OUT NEXT")
        for question in questions:
            worth = f"worth {wording.points(question.gain)}"
            yield _indented(f"{plain(question.ask)} ({worth}) {look.references(question.statements)}".rstrip())


def _rest(look: Lookup) -> Iterator[RenderableType]:
    """Everything, part by part."""
    for block in blocks(look):
        yield _heading(block.title if block.below else block.title.upper())
        if block.lead:
            yield _indented(block.lead, style="dim")
        if block.rows:
            table = _table(*(plain(heading) for heading in block.headings))
            for row in block.rows:
                table.add_row(*(Text("\n".join(_cited(look, one) for one in shown)) for shown in row))
            yield table
        for one in block.lines:
            yield _indented(_cited(look, one))


def _cited(look: Lookup, one: Line) -> str:
    return f"{plain(one.text)} {look.references(one.statements)}".rstrip()


def _closing(look: Lookup) -> Iterator[RenderableType]:
    briefing = look.briefing
    read = wording.counted(len(briefing.articles), "article")
    yield _heading(f"Read {read}, skipped {len(briefing.skipped)}. {plain(briefing.method.citation)}")
    if briefing.statements:
        yield _indented("Numbers in brackets are statements; the page and the Markdown form show each in its article.")
    if retold(briefing):
        yield _indented(retold(briefing))
    for skipped in briefing.skipped[:_ROWS]:
        yield _indented(f"skipped {plain(skipped.source)}: {plain(skipped.reason)}", style="dim")
    yield from _more(len(briefing.skipped) - _ROWS, "skipped source")
