"""Proposals beside what settling finds for them: which refusals they break, how acceptable they can be at best."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.briefing import wording
from zopa.briefing.briefing import AnswerEntry, ProposalEntry, RefusedEntry
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.coverage.article import words_of
from zopa.positions import find_proposals
from zopa.preferences import build_model
from zopa.settlements.narrowed import headlines_within

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from zopa.casework.gathering import Gathered
    from zopa.positions import Proposal, Term
    from zopa.settlements import NegotiationModel
    from zopa.settlements.narrowed import Narrowed

DRAWS = 2000
"""Draws for one proposal; the standard error stands beside each figure."""

SHOWN = 0.05
"""The least share of draws in which a refusal is violated if it is to be listed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A stated or asserted refusal that a term breaks, in a share of the draws."""

    party: str
    issue: str
    option: str
    because: str
    share: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A proposal and what settling finds for it.

    ``complete`` says whether the terms settle every issue. ``best`` is the completion most likely acceptable to all and
    ``point`` how likely, with its standard error ``se``; ``open_point`` is the share of draws in which at least one
    completion suits everybody, which may be another one in each draw. ``possible`` is False where the case's rules
    allow no package with these terms; then the figures are 0. ``refused`` are the refusals the terms break.
    """

    proposal: Proposal
    complete: bool
    possible: bool
    best: Mapping[str, str]
    point: float
    se: float
    open_point: float
    open_se: float
    refused: tuple[Refused, ...]


def weighed_proposals(gathered: Gathered, draws: int | None = None, seed: int | None = None) -> list[Weighed]:
    """Every proposal known on the day, with what settling finds for it."""
    known = gathered.known
    proposals = find_proposals(known.evidence, gathered.case)
    if not proposals:
        return []
    model = build_model(gathered.case, known.evidence, gathered.as_of)
    seed = gathered.case.settings.seed if seed is None else seed
    found = headlines_within(model, [proposal.package for proposal in proposals], draws=draws or DRAWS, seed=seed)
    return [_weighed(proposal, model, one) for proposal, one in zip(proposals, found, strict=True)]


def _weighed(proposal: Proposal, model: NegotiationModel, found: Narrowed | None) -> Weighed:
    """A proposal with what is found among its completions."""
    complete = set(proposal.package) == {issue.id for issue in model.issues}
    if found is None:
        return Weighed(proposal, complete, False, {}, 0.0, 0.0, 0.0, 0.0, ())
    head, exists = found.headline, found.exists
    refused = _refused(found, proposal)
    return Weighed(proposal, complete, True, found.package, head.point, head.se, exists.point, exists.se, refused)


def _refused(found: Narrowed, proposal: Proposal) -> tuple[Refused, ...]:
    """The refusals of a term itself that stand in the way of the best completion, most frequent first."""
    terms = {f"{issue}={option}": (issue, option) for issue, option in proposal.package.items()}
    broken = [(one, terms.get(one.clause.id.partition(": ")[2])) for one in found.objections]
    return tuple(
        Refused(one.clause.party, *term, one.clause.because, one.share, one.clause.statements)
        for one, term in broken
        if term is not None and one.clause.kind in ("stated", "asserted") and one.share >= SHOWN
    )


def proposal_entries(gathered: Gathered, draws: int | None = None, seed: int | None = None) -> list[ProposalEntry]:
    """The proposals as a briefing shows them, newest first."""
    found = weighed_proposals(gathered, draws, seed)
    ordered = sorted(found, key=lambda one: one.proposal.on or date.min, reverse=True)
    return [_entry(weighed) for weighed in ordered]


def _entry(weighed: Weighed) -> ProposalEntry:
    proposal = weighed.proposal
    return ProposalEntry(
        proposer=proposal.proposer,
        carrier=proposal.carrier,
        on=proposal.on,
        package=tuple(proposal.package.items()),
        suggested=tuple((term.issue, term.option) for term in proposal.terms if not term.counted),
        left_open=tuple(term.issue for term in proposal.left_open),
        answers=tuple(AnswerEntry(one.party, one.answer, one.statements, one.unsure) for one in proposal.answers),
        finding=in_words(weighed),
        refused=tuple(
            RefusedEntry(one.party, one.issue, one.option, one.share, one.statements) for one in weighed.refused
        ),
        statements=proposal.statements,
        best=tuple(weighed.best.items()),
    )


def proposal_rows(path: Path | str, *, as_of: date | None = None, draws: int | None = None) -> list[dict[str, Any]]:
    """One row a proposal, oldest first: who put what to whom, who answered how, and what settling finds for it."""
    gathered = gather(case_folder(path), as_of)
    words = {
        item.statement.id: " ".join(words_of(item.statement.content, item.article.text).split())
        for item in gathered.known.evidence
    }
    return [_row(weighed, words, gathered) for weighed in weighed_proposals(gathered, draws)]


def _row(weighed: Weighed, words: Mapping[str, str], gathered: Gathered) -> dict[str, Any]:
    proposal = weighed.proposal
    return {
        "proposer": proposal.proposer,
        "carrier": proposal.carrier,
        "on": proposal.on.isoformat() if proposal.on else None,
        "terms": [_term(term, words) for term in proposal.terms],
        "left_open": [_term(term, words) for term in proposal.left_open],
        "answers": [
            {
                "party": one.party,
                "answer": one.answer,
                "unsure": one.unsure,
                "statements": [_quoted(id, words) for id in one.statements],
            }
            for one in proposal.answers
        ],
        "settling": {
            "terms": proposal.package,
            "complete": weighed.complete,
            "possible": weighed.possible,
            "best_completion": dict(weighed.best),
            "acceptability": {"point": weighed.point, "se": weighed.se},
            "some_completion": {"point": weighed.open_point, "se": weighed.open_se},
            "refused": [_refusal(one) for one in weighed.refused],
        },
        "says": in_words(weighed),
        "articles": [gathered.articles[id].doc for id in proposal.articles],
        "statements": list(proposal.statements),
    }


def _refusal(one: Refused) -> dict[str, Any]:
    return {
        "party": one.party,
        "issue": one.issue,
        "option": one.option,
        "because": one.because,
        "share": one.share,
        "statements": list(one.statements),
    }


def _term(term: Term, words: Mapping[str, str]) -> dict[str, Any]:
    return {
        "issue": term.issue,
        "option": term.option,
        "stance": term.stance,
        "counted": term.counted,
        "condition": term.condition.text if term.condition else None,
        "statements": [_quoted(id, words) for id in term.statements],
    }


def _quoted(id: str, words: Mapping[str, str]) -> dict[str, str]:
    return {"id": id, "words": words[id]}


def in_words(weighed: Weighed) -> str:
    """What settling finds, in a sentence or two."""
    if not weighed.possible:
        return "The rules of the case allow no package with these terms."
    figure = wording.estimate(weighed.point, weighed.se)
    if weighed.complete:
        return f"Acceptable to all who must agree: {figure}."
    rest = wording.percent(weighed.open_point)
    return (
        f"With the other issues settled in the one way that suits all best, acceptable: {figure}. With these terms and "
        f"the rest left open, some package suits all in {rest} of the draws."
    )
