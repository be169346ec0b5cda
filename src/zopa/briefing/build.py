"""Build a briefing: a pure function of the case, the evidence, what was computed from it, and the date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.briefing import figures, formats, wording
from zopa.briefing.briefing import Blockers, Briefing, SkippedEntry
from zopa.briefing.cells import assessment_entries, cell_entries, change_entries
from zopa.briefing.method import method, unsettled
from zopa.briefing.names import issue_entries, names_of, party_entries
from zopa.briefing.since import since
from zopa.briefing.sources import all_statements, article_entries, in_order, statement_entries, timeline
from zopa.briefing.talks import TalksSection

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from zopa.briefing.briefing import FrontierEntry, ProposalEntry, TimelineEntry
    from zopa.briefing.ground import GroundEntry
    from zopa.briefing.since import Earlier
    from zopa.case.case import Case, Settings
    from zopa.coverage.article import Article
    from zopa.coverage.page import Skipped
    from zopa.positions.assessments import Assessment
    from zopa.positions.changes import Change
    from zopa.positions.evidence import Evidence
    from zopa.positions.matrix import Matrix
    from zopa.settlements.result import Settlement
    from zopa.statements.statement import Statement


def build_briefing(
    case: Case,
    evidence: Sequence[Evidence],
    matrix: Matrix,
    settlement: Settlement | None,
    articles: Iterable[Article],
    statements: Iterable[Statement],
    changes: Iterable[Change],
    as_of: date,
    new_articles: Iterable[str] = (),
    skipped: Iterable[Skipped] = (),
    *,
    proposals: Iterable[ProposalEntry] = (),
    assessments: Iterable[Assessment] = (),
    frontier: FrontierEntry | None = None,
    events: Iterable[TimelineEntry] = (),
    earlier: Earlier | None = None,
    territory: GroundEntry | None = None,
    talks: TalksSection | None = None,
    settings: Settings | None = None,
    reader: str = "",
    coder: str = "",
    version: str = "",
    full_text: bool = False,
) -> Briefing:
    """Everything a reader sees, as data.

    ``matrix``, ``settlement`` and ``changes`` are those of ``evidence`` as of ``as_of``; ``settlement`` None leaves the
    figures out, and changes of position after ``as_of`` are left out. ``statements`` are all statements of
    ``articles``, coded or not. ``new_articles`` are the ids of the articles the last briefing did not have.
    ``proposals`` are the packages on the table, in the order in which they are shown; ``assessments`` stand beside the
    positions and are in no figure; ``frontier`` is what is drawn of what two parties could reach; ``events`` are
    further dated things for the timeline, of kinds the briefing need not know. ``earlier`` is the briefing that this
    one is compared with. ``territory`` is who holds what ground, and what packages would move; ``talks`` the section
    on meetings, law and leverage.
    ``settings`` default to the case's own. ``full_text`` puts whole articles into the briefing. Nothing is read,
    written or looked up: the same input gives the same briefing.
    """
    names = names_of(case)
    ordered = in_order(articles)
    new = frozenset(new_articles)
    found = all_statements(statements, evidence)
    said = statement_entries(found, ordered, evidence)
    listed = article_entries(ordered, said, {one.id: one for one in found}, new, full_text=full_text)
    cells = cell_entries(matrix, evidence, case, names)
    fresh = frozenset(one.id for one in said if one.article in new)
    changed = change_entries([one for one in changes if one.on is not None and one.on <= as_of], evidence, names, fresh)
    ground = figures.ground_of(names, [issue.id for issue in case.issues], cells)
    packages = figures.package_entries(settlement, ground) if settlement else ()
    top = figures.headline(settlement, ground) if settlement else None
    signatories = len({*case.signatories, *case.ratifiers})
    made = Briefing(
        title=case.title,
        question=case.question,
        as_of=as_of,
        answer=wording.answer(top, signatories, sum(one.position.counted for one in evidence)),
        detail=wording.detail(top, signatories),
        headline=top,
        obstacles=figures.obstacles(settlement, top, ground) if settlement and top else (),
        reservations=figures.reservations(top) if top else (),
        new_articles=tuple(article.id for article in listed if article.new),
        changes=changed,
        parties=party_entries(case),
        issues=issue_entries(case),
        cells=cells,
        packages=packages,
        proposals=tuple(proposals),
        ties=settlement.ties if settlement else 0,
        solutions=figures.solution_entries(settlement, ground) if settlement else (),
        blockers=figures.blockers(settlement, ground) if settlement else Blockers(),
        concessions=figures.concession_entries(settlement, ground) if settlement else (),
        questions=figures.question_entries(settlement, ground) if settlement else (),
        posture_curve=settlement.posture_curve if settlement else (),
        flips=figures.flip_entries(settlement, ground) if settlement else (),
        statements=said,
        articles=listed,
        timeline=timeline(ordered, evidence, changed, names, as_of, events),
        skipped=tuple(SkippedEntry(one.source, one.reason) for one in skipped),
        method=method(
            case,
            settings or case.settings,
            settlement,
            as_of=as_of,
            unsettled=tuple(names.readable(line) for line in unsettled(cells, said, settlement)),
            version=version,
            reader=reader,
            coder=coder,
        ),
        frontier=frontier if settlement else None,
        formats=formats.format_entries(settlement, ground) if settlement else (),
        pairs=formats.pair_entries(settlement, ground) if settlement else (),
        robust=formats.robust_entries(settlement, ground) if settlement else (),
        weights=formats.weight_entries(settlement) if settlement else (),
        assessments=assessment_entries(assessments),
        territory=territory,
        talks=talks or TalksSection(),
    )
    return made if earlier is None else replace(made, since=since(earlier, made))
