"""The rest of the text form, for readers who want everything and no page: figures, timeline, statements, method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import outline, wording
from zopa.briefing.lookup import article_line, attribution, refusal, words, yielding_nothing
from zopa.briefing.outline import Block, Line, cell, cited
from zopa.briefing.wording import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.briefing.briefing import ClauseEntry
    from zopa.briefing.lookup import Lookup


def blocks(look: Lookup) -> Iterator[Block]:
    """Everything the short text leaves out, in the order of the page."""
    found = (
        outline.assessments,
        _packages,
        outline.sides,
        outline.picks,
        outline.frontier,
        _blockers,
        _concessions,
        outline.pairs,
        outline.formats,
        _questions,
        outline.weights,
        _posture,
        _timeline,
        _statements,
        _settings,
        _unsettled,
    )
    for part in found:
        block = part(look)
        if block is not None:
            yield block


def _packages(look: Lookup) -> Block | None:
    rows = tuple(
        (
            cell(str(found.rank)),
            cell(wording.acceptable(found.acceptability)),
            cell(look.difference(found.package)),
            tuple(Line(_objection(look, clause), clause.statements) for clause in found.objections),
        )
        for found in look.briefing.packages
    )
    headings = ("", "Acceptable", "Differs from the headline in", "Who objects and why")
    return Block("Packages", "", headings, rows) if rows else None


def _objection(look: Lookup, clause: ClauseEntry) -> str:
    share = f" ({wording.percent(clause.share)})" if clause.share is not None else ""
    return f"{look.party(clause.party)} {refusal(clause)}{share}"


def _blockers(look: Lookup) -> Block | None:
    found = look.briefing.blockers
    if not found.clauses:
        return None
    rows = tuple(
        (cited(_objection(look, clause), clause.statements), cell(wording.number(clause.responsibility or 0, ".2f")))
        for clause in found.clauses
    )
    lines = [
        Line(f"{title} ({wording.percent(one.share)}): {wording.listed([_objection(look, c) for c in one.clauses])}")
        for title, sets in (
            ("Lift these together and a deal exists", found.corrections),
            ("These alone prevent a deal", found.conflicts),
        )
        for one in sets
    ]
    return Block("Blockers", wording.RESPONSIBILITY, ("Clause", "Responsibility"), rows, tuple(lines))


def _concessions(look: Lookup) -> Block | None:
    rows = tuple(
        (
            cell(look.party(one.party)),
            cited(plain(one.label), one.statements),
            cell(wording.points(one.gain, one.se)),
            cell("" if one.cost is None else wording.cost(one.cost)),
        )
        for one in look.briefing.concessions
    )
    rest = yielding_nothing(look.briefing)
    lines = (Line(f"No stated refusal to let go of: {wording.listed(rest)}."),) if rest else ()
    headings = ("Party", "Lets go of", "The headline gains", "Costs the party")
    return Block("Concessions", "", headings, rows, lines) if rows else None


def _questions(look: Lookup) -> Block | None:
    found = tuple(
        Line(f"{plain(one.ask)} (worth {wording.points(one.gain, one.se)})", one.statements)
        for one in look.briefing.questions
    )
    return Block("Next questions", lines=found) if found else None


def _posture(look: Lookup) -> Block | None:
    rows = tuple(
        (cell(wording.fraction(at)), cell(wording.percent(value))) for at, value in look.briefing.posture_curve
    )
    lines = tuple(
        Line(f"At posture {wording.fraction(flip.posture)}: {plain(flip.what)}.") for flip in look.briefing.flips
    )
    title = "If part of what is said is bargaining stance"
    return Block(title, "", ("Posture", "Headline"), rows, lines) if rows else None


def _timeline(look: Lookup) -> Block | None:
    found = tuple(
        Line(f"{wording.said_on(one.on.isoformat(), one.exact)}: {plain(one.text)}", one.statements)
        for one in look.briefing.timeline
    )
    return Block("Timeline", lines=found) if found else None


def _statements(look: Lookup) -> Block | None:
    placed = {id for article in look.briefing.articles for id in article.statements}
    lines: list[Line] = []
    for article in look.briefing.articles:
        lines.append(Line(article_line(article)))
        lines += [line for id in article.statements for line in _statement(look, id)]
        if article.full_text is not None:
            lines.append(Line(plain("".join(piece.text for piece in article.full_text))))
    lost = [one.id for one in look.briefing.statements if one.id not in placed]
    lines += [line for id in lost for line in _statement(look, id)]
    return Block("Statements, by article", lines=tuple(lines)) if lines else None


def _statement(look: Lookup, id: str) -> Iterator[Line]:
    one = look.statements[id]
    yield Line(f"[{one.number}] {words(one)} {attribution(one)}")
    if one.excerpt.pieces:
        yield Line(f"in its place: {plain(''.join(piece.text for piece in one.excerpt.pieces))}")
    yield from (Line(f"coded: {look.coding(coding)}, by {plain(coding.coder)}") for coding in one.codings)


def _settings(look: Lookup) -> Block | None:
    rows = tuple((cell(one.name), cell(one.value), cell(one.meaning)) for one in look.briefing.method.settings)
    return Block("How this was made", "", ("Setting", "Value", "Meaning"), rows)


def _unsettled(look: Lookup) -> Block | None:
    found = tuple(Line(plain(line)) for line in look.briefing.method.unsettled)
    return Block("What is not settled", lines=found, below=True) if found else None
