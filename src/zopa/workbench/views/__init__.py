"""The views: pure functions from a state of the case and what was asked to a page with its rows."""

from __future__ import annotations

from zopa.casework.catalogue import FACETS
from zopa.casework.scenarios import KEYS
from zopa.workbench.views import evidence, finding, matrix, overview
from zopa.workbench.views.page import AS_OF, Parameter, View

PARTY = Parameter("party", "Only this party, by its id.")
ISSUE = Parameter("issue", "Only this issue, by its id.")
SEARCHED = (
    Parameter("q", "Words that must all be there; those between quotation marks stand together."),
    *(Parameter(name, f"Only what is filed under one of these ({name}).", many=True) for name in FACETS),
    Parameter("page", "Which page of 50 to show; the rows of .json and .csv are all of them."),
)

VIEWS = (
    View("/", "overview", overview.overview, (AS_OF,)),
    View("/matrix", "matrix", matrix.matrix, (AS_OF,)),
    View("/cells/{party}/{issue}", "cell", matrix.cell, (AS_OF,)),
    View("/search", "search", finding.search, SEARCHED),
    View("/statements", "statements", finding.statements, SEARCHED),
    View("/statements/{statement}", "statement", finding.statement, (AS_OF,)),
    View("/articles/{article}", "article", finding.article),
    View("/people", "people", evidence.people, (AS_OF, PARTY)),
    View("/sources", "sources", evidence.sources, (AS_OF,)),
    View("/origins", "origins", evidence.origins, (AS_OF, PARTY, ISSUE)),
    View("/contradictions", "contradictions", evidence.contradictions, (AS_OF,)),
    View("/changes", "changes", evidence.changes, (AS_OF, PARTY, Parameter("kind", "Only changes of this kind."))),
)
"""Every view that needs nothing but a state of the case."""

SCENARIO = tuple(Parameter(name, "A setting of the scenario: see the guide to what-if.", many=True) for name in KEYS)
