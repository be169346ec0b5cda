"""zopa: understand a negotiation from what is published about it.

The walk in a few lines::

    import zopa

    case = zopa.open_case("examples/alaska")
    case.read()                                         # what is new in its coverage, into the ledger
    settlement = case.settle(draws=2000)                # which packages all could accept, what blocks them
    zopa.write("alaska.html", zopa.render(case.brief(), "html"))

``zopa.settlements`` is a library of its own, for models without any text.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.casework.briefs import brief, render
    from zopa.casework.newcase import check, new_case
    from zopa.casework.opencase import OpenCase, open_case
    from zopa.casework.output import write
    from zopa.casework.reading import ReadReport
    from zopa.casework.settling import frontier_of, settle_path
    from zopa.errors import ZopaError

__all__ = [
    "OpenCase",
    "ReadReport",
    "ZopaError",
    "brief",
    "check",
    "frontier_of",
    "new_case",
    "open_case",
    "render",
    "settle_path",
    "write",
]

_HOMES = {
    "OpenCase": "zopa.casework.opencase",
    "ReadReport": "zopa.casework.reading",
    "ZopaError": "zopa.errors",
    "brief": "zopa.casework.briefs",
    "check": "zopa.casework.newcase",
    "frontier_of": "zopa.casework.settling",
    "new_case": "zopa.casework.newcase",
    "open_case": "zopa.casework.opencase",
    "render": "zopa.casework.briefs",
    "settle_path": "zopa.casework.settling",
    "write": "zopa.casework.output",
}
"""Where each public name lives. They are imported on first use: the engine alone is there in a fraction of a second."""


def __getattr__(name: str) -> object:
    """A public name, imported on first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'zopa' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
