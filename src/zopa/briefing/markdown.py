"""The briefing as Markdown (CommonMark with tables): the same content and order as the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.briefing import outline, wording
from zopa.briefing.ground_markdown import ground_lines
from zopa.briefing.lookup import (
    Lookup,
    article_line,
    attribution,
    refusal,
    retold,
    signatories,
    violated,
    words,
    yielding_nothing,
)
from zopa.briefing.markup import escape, excerpt, table
from zopa.briefing.news import news_lines, news_title
from zopa.briefing.talks_markdown import talks_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zopa.briefing.briefing import Briefing, CellEntry, ClauseEntry, StatementEntry
    from zopa.briefing.outline import Block, Line


def render_markdown(briefing: Briefing) -> str:
    """The briefing as Markdown. Every text from an article or a case file is escaped, so none of it becomes markup."""
    look = Lookup(briefing)
    before = (_opening, _obstacles, _news, _matrix, _part(outline.assessments), _packages, _part(outline.sides))
    middle = (_part(outline.picks), _part(outline.frontier), _proposals, ground_lines, _blockers, _concessions)
    after = (_part(outline.pairs), _part(outline.formats), _questions, _part(outline.weights), _posture, talks_lines)
    lines = [line for part in (*before, *middle, *after, _timeline, _sources, _method) for line in part(look)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def references(look: Lookup, ids: Iterable[str]) -> str:
    """Links to statements by their numbers."""
    return " ".join(f"[\\[{number}\\]](#s{number})" for number in look.numbers(ids))


def _part(part: Callable[[Lookup], Block | None]) -> Callable[[Lookup], Iterator[str]]:
    """A part without markup as Markdown."""

    def lines(look: Lookup) -> Iterator[str]:
        block = part(look)
        if block is None:
            return
        yield f"\n{'###' if block.below else '##'} {escape(block.title)}\n"
        if block.lead:
            yield f"{escape(block.lead)}\n"
        if block.rows:
            rows = [["<br>".join(_line(look, one) for one in shown) for shown in row] for row in block.rows]
            yield from table([escape(heading) for heading in block.headings], rows)
        yield from (f"- {_line(look, one)}" for one in block.lines)

    return lines


def _line(look: Lookup, one: Line) -> str:
    return f"{escape(one.text)} {references(look, one.statements)}".rstrip()


def _opening(look: Lookup) -> Iterator[str]:
    briefing = look.briefing
    yield f"# {escape(briefing.title)}"
    yield f"\n*As of {wording.day(briefing.as_of)}.* {escape(briefing.question)}\n\n**{escape(briefing.answer)}**\n"
    head = briefing.headline
    if head is None or head.package is None:
        return
    yield " ".join(part for part in (briefing.detail, wording.bounds(head), wording.some_package(head)) if part)
    heard = [[escape(look.issue(i)), escape(o)] for i, o in look.heard(head.package)]
    picked = [
        [escape(look.issue(i)), f"{escape(o)} *({wording.UNHEARD.lower()})*"] for i, o in look.unheard(head.package)
    ]
    yield from table(["Issue", "Option"], [*heard, *picked])
    yield f"Must agree: {escape(wording.listed(signatories(briefing)))}. The figures {_rests(look, head.statements)}."


def _rests(look: Lookup, ids: Sequence[str]) -> str:
    return f"{wording.rests_on(ids)} {references(look, ids)}".strip()


def _obstacles(look: Lookup) -> Iterator[str]:
    if look.briefing.obstacles or look.briefing.reservations:
        yield "\n## What stands in the way\n"
    for clause in look.briefing.obstacles:
        yield from _clause(look, clause)
    if look.briefing.reservations:
        yield f"- {escape(look.better_without())}"


def _clause(look: Lookup, clause: ClauseEntry) -> Iterator[str]:
    yield f"- {escape(look.party(clause.party))} {escape(refusal(clause))}{escape(violated(clause))}"
    for statement in look.quoted(clause.statements, 2):
        number = statement.number
        yield f"  - {escape(words(statement))} [\\[{number}\\]](#s{number}) {escape(attribution(statement))}"
    if not clause.statements:
        yield f"  - {escape(clause.because)}"


def _news(look: Lookup) -> Iterator[str]:
    yield f"\n## {news_title(look)}\n"
    yield from (f"- {escape(one.text)} {references(look, one.statements)}".rstrip() for one in news_lines(look))


def _matrix(look: Lookup) -> Iterator[str]:
    briefing = look.briefing
    yield "\n## Who wants what"
    rows = [
        [escape(issue.name), *(_cell(look, look.cell(party.id, issue.id)) for party in briefing.parties)]
        for issue in briefing.issues
    ]
    yield from table(["Issue", *(escape(party.name) for party in briefing.parties)], rows)


def _cell(look: Lookup, cell: CellEntry | None) -> str:
    asserted = [f"red line asserted by the analyst: {escape(reason)}" for reason in (cell.red_lines if cell else ())]
    if cell is None or cell.unknown:
        return "<br>".join((f"? {wording.UNKNOWN}", *asserted))
    lines = [
        f"{wording.STANCE_SHAPES[entry.stance]} {escape(look.stance(cell, entry))} "
        f"({wording.STRENGTH_WORDS[entry.strength]}, {wording.independent(entry.origins)}) "
        f"{references(look, entry.statements)}"
        for entry in cell.entries
    ]
    lines += [f"≠ {escape(one)} and {escape(other)} cannot both hold" for one, other in cell.conflicts]
    return "<br>".join((*lines, *asserted))


def _packages(look: Lookup) -> Iterator[str]:
    packages = look.briefing.packages
    if not packages:
        return
    yield f"\n## Packages, by how likely they are acceptable to all\n\n{wording.DRAW}"
    parties = [escape(look.party(used.party)) for used in packages[0].utilities]
    rows = []
    for found in packages:
        differs = look.difference(found.package)
        worth = [
            f"{wording.utility(u.mean)} ({wording.utility(u.low)} to {wording.utility(u.high)})"
            for u in found.utilities
        ]
        rows.append([str(found.rank), wording.acceptable(found.acceptability), escape(differs), *worth])
    yield from table(["", "Acceptable", "Differs from the headline in", *parties], rows)
    span = f"{wording.per_cent('5')} to {wording.per_cent('95')}"
    half = wording.number(0.5, "g")
    yield f"Utility of each party: mean over the draws ({span}); 0 worst, {half} as good as no deal, 1 ideal.\n"
    for found in packages:
        if found.objections:
            yield f"\nWho objects to package {found.rank}:\n"
        for clause in found.objections:
            yield from _clause(look, clause)
        if found.unlisted:
            yield f"- {wording.unlisted(found.unlisted)}"


def _proposals(look: Lookup) -> Iterator[str]:
    if look.briefing.proposals:
        yield "\n## On the table"
    for found in look.briefing.proposals:
        yield f"\n### {escape(look.proposal(found))}\n"
        yield from (f"- {escape(issue)}: {escape(what)}" for issue, what in look.terms(found))
        yield f"\nRead in {references(look, found.statements)}.\n"
        yield from (f"- {escape(look.answer(one))} {references(look, one.statements)}" for one in found.answers)
        yield ""
        yield escape(found.finding) if found.answers else f"{wording.NO_ANSWER} {escape(found.finding)}"
        yield ""
        yield from (f"- {escape(look.refused(one))} {references(look, one.statements)}" for one in found.refused)


def _blockers(look: Lookup) -> Iterator[str]:
    found = look.briefing.blockers
    if not found.clauses:
        return
    yield "\n## Blockers, by responsibility"
    yield from table(
        ["Party", "Clause", "Responsibility", "Rests on"],
        [
            [
                escape(look.party(c.party)),
                escape(refusal(c)),
                wording.number(c.responsibility or 0, ".2f"),
                _ground(look, c),
            ]
            for c in found.clauses
        ],
    )
    for title, sets in (("Lift these together and a deal exists", found.corrections),
                        ("These alone prevent a deal", found.conflicts)):  # fmt: skip
        for one in sets[:5]:
            clauses = [f"{look.party(clause.party)} {refusal(clause)}" for clause in one.clauses]
            yield f"- {title}: {escape(wording.listed(clauses))} ({wording.percent(one.share)} of the draws)"


def _ground(look: Lookup, clause: ClauseEntry) -> str:
    return references(look, clause.statements) or escape(clause.because)


def _concessions(look: Lookup) -> Iterator[str]:
    if not look.briefing.concessions:
        return
    yield "\n## If a party let go of one refusal"
    yield from table(
        ["Party", "Refusal", "The headline gains", "It costs the party (utility)", "Rests on"],
        [
            [
                escape(look.party(one.party)),
                escape(one.label),
                wording.points(one.gain, one.se),
                "" if one.cost is None else wording.cost(one.cost),
                references(look, one.statements) or "an assumption, no statement",
            ]
            for one in look.briefing.concessions
        ],
    )

    rest = yielding_nothing(look.briefing)
    if rest:
        yield f"No stated refusal to let go of: {escape(wording.listed(rest))}."


def _questions(look: Lookup) -> Iterator[str]:
    if look.briefing.questions:
        yield "\n## Worth finding out next\n"
    for one in look.briefing.questions:
        yield f"- {escape(one.ask)} (worth {wording.points(one.gain, one.se)}) {references(look, one.statements)}"


def _posture(look: Lookup) -> Iterator[str]:
    curve = look.briefing.posture_curve
    if not curve:
        return
    yield "\n## If part of what is said is bargaining stance"
    yield from table(["Posture", "Headline"], [[wording.fraction(at), wording.percent(value)] for at, value in curve])
    yield from (f"- At posture {wording.fraction(flip.posture)}: {escape(flip.what)}." for flip in look.briefing.flips)


def _sources(look: Lookup) -> Iterator[str]:
    yield "\n## Statements, by article"
    for article in look.briefing.articles:
        yield f"\n### {escape(article_line(article))}\n"
        if article.url is not None:
            yield f"Address: {escape(article.url)}\n"
        yield from (_statement(look, look.statements[id]) for id in article.statements)
        if article.full_text is not None:
            yield "\n" + "\n".join(
                f"> {escape(line)}" for line in "".join(p.text for p in article.full_text).split("\n")
            )
    known = {id for article in look.briefing.articles for id in article.statements}
    yield from (_statement(look, one) for one in look.briefing.statements if one.id not in known)


def _statement(look: Lookup, statement: StatementEntry) -> str:
    lines = [f'- <a id="s{statement.number}"></a>\\[{statement.number}\\] {escape(attribution(statement))}']
    if statement.excerpt.broken is not None:
        return f"{lines[0]}\n  - {escape(words(statement))}"
    lines.append(f"  - {excerpt(statement)}")
    lines += [f"  - coded: {escape(look.coding(coding))} by {escape(coding.coder)}" for coding in statement.codings]
    return "\n".join(lines)


def _timeline(look: Lookup) -> Iterator[str]:
    yield "\n## Timeline\n"
    for one in look.briefing.timeline:
        on = wording.said_on(one.on.isoformat(), one.exact)
        yield f"- {on}: {escape(one.text)} {references(look, one.statements)}".rstrip()


def _method(look: Lookup) -> Iterator[str]:
    briefing, made = look.briefing, look.briefing.method
    yield "\n## How this was made\n"
    yield f"- zopa {escape(made.version)}, reader {escape(made.reader)}, coder {escape(made.coder)}"
    if made.draws is not None:
        draws, space = wording.number(made.draws), wording.number(made.space or 0)
        yield f"- {draws} draws, seed {made.seed}, posture {wording.number(made.posture or 0.0, '')}; {space} packages,"
        yield f"  of which {wording.number(made.feasible or 0)} obey the rules"
    yield from table(
        ["Setting", "Value", "Meaning"],
        [[escape(one.name), escape(one.value), escape(one.meaning)] for one in made.settings],
    )
    yield "### What is not settled\n"
    yield from (f"- {escape(line)}" for line in made.unsettled)
    if retold(briefing):
        yield f"- {retold(briefing)}"
    yield f"\n### Read {wording.counted(len(briefing.articles), 'article')}, skipped {len(briefing.skipped)}\n"
    yield from (f"- skipped {escape(one.source)}: {escape(one.reason)}" for one in briefing.skipped)
    yield f"\n### How to cite\n\n{escape(made.citation)}"
