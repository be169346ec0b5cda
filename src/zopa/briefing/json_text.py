"""The briefing as JSON, with keys that stay.

The document is an object with ``format`` (``zopa-briefing/1``) and then the fields of
:class:`~zopa.briefing.briefing.Briefing` by name, each value by the names of its own fields (see there for meanings and
units). Dates are ISO days, ids are those of the case file and of the statements, a package is an object
``{issue id: option id}`` in the order of the case, a cell also carries ``unknown``, and lists keep the reading order.
Keys may be added within a format number; none is renamed or dropped.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.briefing.briefing import CellEntry

if TYPE_CHECKING:
    from zopa.briefing.briefing import Briefing

FORMAT = "zopa-briefing/1"


def render_json(briefing: Briefing) -> str:
    """The whole briefing as one JSON document, indented, ending in a newline."""
    return json.dumps(as_data(briefing), ensure_ascii=False, indent=1) + "\n"


def as_data(briefing: Briefing) -> dict[str, Any]:
    """The briefing as dictionaries, lists, strings, numbers and None."""
    return {"format": FORMAT, **_record(briefing)}


def _record(value: Any) -> dict[str, Any]:
    found = {one.name: _field(one.name, getattr(value, one.name)) for one in fields(value)}
    return {**found, "unknown": value.unknown} if isinstance(value, CellEntry) else found


def _field(name: str, value: Any) -> Any:
    return dict(value) if name in ("package", "suggested", "best") and value is not None else _value(value)


def _value(value: Any) -> Any:
    if is_dataclass(value):
        return _record(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
