"""The addresses of the views: each as a page, as JSON and as CSV, over the state of the opened case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from zopa.briefing import lookup, svg, wording
from zopa.briefing.page import pieces, safe_address
from zopa.casework.catalogue import FACETS
from zopa.casework.savedscenarios import remove_scenario, save_scenario
from zopa.casework.scenarios import KEYS, scenario_from
from zopa.casework.state import CaseState
from zopa.ledger.faceted import WordIndex
from zopa.workbench.answers import Answer, Entry, action, page_only, text_of, view
from zopa.workbench.views import evidence, finding, grounds, matrix, overview, talks, whatif
from zopa.workbench.views.comments import thread_about
from zopa.workbench.views.page import AS_OF, Ask, NotThere, Page, Parameter, View

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request
    from starlette.routing import Route

    from zopa.ledger import Comment
    from zopa.workbench.workspace import Workspace

PARTY = Parameter("party", "Only this party, by its id.")
ISSUE = Parameter("issue", "Only this issue, by its id.")
KIND = Parameter("kind", "Only changes of this kind: new, reversal, softening, hardening, constancy.")
SEARCHED = (
    Parameter("q", "Words that must all be there; those between quotation marks stand together."),
    *(Parameter(name, f"Only what is filed under one of these ({name}).", many=True) for name in FACETS),
    Parameter("page", "Which page of 50 to show; the rows of .json and .csv are all of them."),
)

VIEWS = (
    View("/overview", "overview", overview.overview, (AS_OF,)),
    View("/matrix", "matrix", matrix.matrix, (AS_OF,)),
    View("/cells/{party}/{issue}", "cell", matrix.cell, (AS_OF,)),
    View("/search", "search", finding.search, SEARCHED),
    View("/statements", "statements", finding.statements, SEARCHED),
    View("/statements/{statement}", "statement", finding.statement, (AS_OF,)),
    View("/article/{article}", "article", finding.article),
    View("/evidence/people", "people", evidence.people, (AS_OF, PARTY)),
    View("/evidence/outlets", "outlets", evidence.sources, (AS_OF,)),
    View("/evidence/origins", "origins", evidence.origins, (AS_OF, PARTY, ISSUE)),
    View("/evidence/contradictions", "contradictions", evidence.contradictions, (AS_OF,)),
    View(
        "/evidence/changes",
        "changes",
        evidence.changes,
        (AS_OF, PARTY, Parameter("kind", "Only changes of this kind.")),
    ),
    View("/ground", "ground", grounds.ground, (AS_OF, grounds.TRANSFER, grounds.ZONE, grounds.TO)),
    View("/meetings", "meetings", talks.meetings, (AS_OF,)),
    View("/meetings/circumstances", "circumstances", talks.circumstances, (AS_OF,)),
    View("/whatif", "what if", whatif.whatif, tuple(Parameter(key, whatif.SAYS[key], many=True) for key in KEYS)),
    View("/scenarios", "scenarios", whatif.scenarios, (Parameter("name", "Only these scenarios.", many=True),)),
)
"""Every view that is a pure function of the case and what was asked; saved scenarios belong to the case."""

MENU = (
    Entry("/overview", "Overview"),
    Entry("/matrix", "Matrix"),
    Entry("/whatif", "What if"),
    Entry("/search", "Search"),
    Entry("/evidence", "Evidence"),
)

SHARED = {"wording": wording, "say": lookup, "along": svg.along, "pieces": pieces, "safe_address": safe_address}
"""What the templates of the views use beside their data."""


def routes(workspace: Workspace) -> list[Route]:
    """The routes of the views over one opened case."""
    states = States(workspace)
    workspace.wanted_first.append(states.now)
    found = [route for one in VIEWS for route in view(one.path, partial(_answered, states, one))]
    found += page_only("/", partial(_start, states))
    found += page_only("/evidence", _to_the_evidence)
    found += action("/scenarios", partial(_save, states))
    found += action("/scenarios/remove", partial(_remove, states))
    return found


class States:
    """The states of an opened case: one for each revision, over one index of its words."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._index = WordIndex()

    def now(self) -> CaseState:
        """The state of the case as it is."""
        workspace = self.workspace
        case, (articles, readings, reviews, *_) = workspace.revision()

        def make() -> CaseState:
            made = CaseState(workspace.gathered(), self._index, workspace.folder, self._comments)
            made.settled_by_now(made.gathered.as_of)
            return made

        return workspace.cached(("state", case, articles, readings, reviews), make)

    def _comments(self) -> list[Comment]:
        return [comment for thread in self.workspace.comments().values() for comment in thread]


def ask_of(request: Request) -> Ask:
    """What a request asks for."""
    whole = request.url.path.endswith((".json", ".csv"))
    return Ask(dict(request.path_params), tuple(request.query_params.multi_items()), whole)


def answer_of(page: Page, request: Request, **more: object) -> Answer:
    """A page as the answer to a request."""
    in_place = request.headers.get("hx-request") == "true" and page.part is not None
    context = {
        **SHARED,
        "title": page.title,
        "may_edit": request.state.session.may("reviewer"),
        "in_place": in_place,
        **page.data,
        **more,
    }
    return Answer(page.template, page.rows, {}, context, page.total, page.part)


def _start(states: States, request: Request) -> Answer | Response:
    """The overview."""
    return _answered(states, VIEWS[0], request)


def _to_the_evidence(request: Request) -> Response:
    """The evidence, from the side of the people who speak in it."""
    return RedirectResponse("/evidence/people", 303)


def _answered(states: States, one: View, request: Request) -> Answer | Response:
    try:
        page = one.make(states.now(), ask_of(request))
    except NotThere as error:
        raise HTTPException(404, str(error)) from error
    about = str(page.data.get("about", ""))
    comments = thread_about(states.workspace, about) if about else []
    answer = answer_of(page, request, comments=comments, told_of=_told_of(states.now()))
    if answer.context["in_place"] and page.data.get("pending"):
        return Response(status_code=204)  # htmx leaves the page as it is, and asks again
    if answer.context["in_place"] and page.address is not None:
        return _in_place(request, answer, page.address)
    return answer


def _told_of(state: CaseState) -> list[tuple[str, str]]:
    """The sides of the evidence that not every case has."""
    ground = [("ground", "Ground")] if state.case.territory.zones else []
    return ground + ([("meetings", "Meetings")] if state.has_meetings() else [])


def _in_place(request: Request, answer: Answer, address: str) -> Response:
    """A piece of a page, with the address under which the whole page shows the same."""
    from zopa.workbench.pages import render

    known = {"rows": answer.rows, "about": {}, "count": len(answer.rows), "total": answer.total or len(answer.rows)}
    response = render(request, answer.part or answer.template, **{**known, **answer.context})
    response.headers["HX-Push-Url"] = address
    return response


def _save(states: States, request: Request, form: FormData) -> Response:
    """Keep a scenario under a name."""
    state = states.now()
    query = text_of(form, "query")
    save_scenario(states.workspace.folder, text_of(form, "name"), scenario_from(query, state.case))
    return RedirectResponse(f"/whatif?{query}" if query else "/whatif", 303)


def _remove(states: States, request: Request, form: FormData) -> Response:
    """Forget a scenario that was kept under a name."""
    remove_scenario(states.workspace.folder, text_of(form, "name"))
    return RedirectResponse("/scenarios", 303)
