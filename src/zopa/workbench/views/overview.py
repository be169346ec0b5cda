"""The overview: can the positions be reconciled, what stands in the way, and where to look next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.casework.contradictions import contradictions_in
from zopa.casework.scenarios import Scenario
from zopa.workbench.views.evidence import newest_first
from zopa.workbench.views.outlooks import headline_of, line_rows, objection_rows, package_rows
from zopa.workbench.views.page import Page

if TYPE_CHECKING:
    from zopa.casework.state import CaseState
    from zopa.workbench.views.page import Ask

RECENT = 6


def overview(state: CaseState, ask: Ask) -> Page:
    """The answer as of the case's day, the red lines in the way, and the way to everything else."""
    moment = ask.moment(state)
    settled = state.settled_by_now(moment.known.as_of)
    answer = settled or state.answer(Scenario(as_of=moment.known.as_of if moment is not state.now else None))
    counted = sum(item.position.counted for item in moment.known.evidence)
    headline = headline_of(answer.outlook)
    signatories = len(answer.outlook.signatories)
    changes = [row for row in state.changes_at(moment) if row["kind"] != "constancy" and row["on"]]
    known = sum(not cell.unknown for cell in moment.briefing.cells)
    states = Counter(dict(state.search.find().counts["review"]))
    data = {
        "moment": moment,
        "look": moment.look,
        "case": state.case,
        "answer": answer,
        "pending": settled is None,
        "again": ask.with_(),
        "headline": headline,
        "says": wording.answer(headline, signatories, counted),
        "detail": wording.detail(headline, signatories),
        "package": package_rows(answer, state),
        "lines": line_rows(answer, state),
        "better_without": wording.better_without(
            [(one["party"], one["share"]) for one in objection_rows(answer, state) if one["kind"] == "reservation"]
        ),
        "changes": newest_first(changes, moment.look)[:RECENT],
        "contradictions": len(contradictions_in(moment.known)),
        "known": known,
        "cells": len(moment.briefing.cells),
        "articles": len(moment.known.articles),
        "statements": len(moment.known.statements),
        "positions": counted,
        "open": states["not reviewed"],
        "reviewed": states["accepted"] + states["rejected"] + states["unsure"] + states["disputed"],
    }
    point = answer.outlook.headline
    row = {
        "case": state.case.id,
        "as_of": moment.known.as_of.isoformat(),
        "answer": data["says"],
        "headline": point.point,
        "headline_se": point.se,
        "draws": answer.outlook.draws,
        "quick_estimate": settled is None,
        "low": point.range[0],
        "high": point.range[1],
        "package": point.package,
    }
    return Page("overview.html", "Overview", data, [row], part="overview_part.html")
