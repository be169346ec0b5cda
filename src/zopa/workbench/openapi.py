"""The OpenAPI description of the workbench, made from its routes, so that none can be missing from it."""

from __future__ import annotations

import inspect
import re
from typing import TYPE_CHECKING, Any

from starlette.routing import Mount, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from starlette.routing import BaseRoute

    from zopa.workbench.views.page import View

VERSION = "3.1.0"
_PARAMETER = re.compile(r"{(\w+)(?::\w+)?}")
_ROWS = {
    "type": "object",
    "required": ["count", "rows"],
    "properties": {
        "count": {"type": "integer", "description": "How many rows there are."},
        "rows": {"type": "array", "items": {"type": "object"}},
    },
}
_CONTENT = {
    "html": ("text/html", {"type": "string"}),
    "json": ("application/json", _ROWS),
    "csv": ("text/csv", {"type": "string"}),
}


def openapi(routes: Iterable[BaseRoute], views: Iterable[View], title: str, version: str) -> dict[str, Any]:
    """The description as plain data: every route with its methods, parameters and what it answers with.

    What a route does is the first line of its function's docstring; the queries of ``views`` are declared with them.
    """
    declared = {view.path: view for view in views}
    paths: dict[str, dict[str, Any]] = {}
    for path, methods, endpoint in each_route(routes):
        bare, form = _form(path)
        view = declared.get(bare)
        operations = paths.setdefault(_PARAMETER.sub(r"{\1}", path), {})
        for method in sorted(methods):
            operations[method.lower()] = _operation(path, method, form, endpoint, view)
    return {
        "openapi": VERSION,
        "info": {
            "title": title,
            "version": version,
            "description": "Every view has a stable address; .json and .csv behind it give its rows with their count. "
            "What changes something takes the token of the page that offers it.",
        },
        "paths": dict(sorted(paths.items())),
    }


def each_route(routes: Iterable[BaseRoute], prefix: str = "") -> Iterator[tuple[str, set[str], Callable[..., Any]]]:
    """Every path with its methods (HEAD, which goes with GET, left out) and its function."""
    for route in routes:
        if isinstance(route, Route):
            yield prefix + route.path, set(route.methods or {"GET"}) - {"HEAD"}, route.endpoint
        elif isinstance(route, Mount) and route.routes:
            yield from each_route(route.routes, prefix + route.path)
        elif isinstance(route, Mount):
            yield f"{prefix}{route.path}/{{path:path}}", {"GET"}, route.app


def _form(path: str) -> tuple[str, str]:
    """The path without its ending, and the form the ending asks for."""
    for ending in ("json", "csv"):
        if path.endswith(f".{ending}"):
            return path.removesuffix(f".{ending}"), ending
    return path, "html"


def _operation(path: str, method: str, form: str, endpoint: Callable[..., Any], view: View | None) -> dict[str, Any]:
    says = view.summary if view else (inspect.getdoc(endpoint) or f"{method} {path}").partition("\n")[0]
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PARAMETER.findall(path)
    ]
    text = {"type": "string"}
    for one in view.parameters if view else ():
        kind: dict[str, Any] = {"type": "array", "items": text} if one.many else text
        parameters.append({"name": one.name, "in": "query", "description": one.says, "schema": kind})
    content, schema = _CONTENT[form]
    found: dict[str, Any] = {
        "summary": says,
        "operationId": re.sub(r"\W+", "_", f"{method.lower()} {path.strip('/') or 'start'}").strip("_"),
        "responses": {"200": {"description": says, "content": {content: {"schema": schema}}}},
    }
    if parameters:
        found["parameters"] = parameters
    return found
