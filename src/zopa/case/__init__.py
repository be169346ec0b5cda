"""The case room: what a negotiation is about, read from the analyst's ``case.yaml``.

:func:`load_case` gives the validated :class:`Case` or raises; :func:`check_case` gives everything that is wrong with a
file, with its lines; :func:`scaffold` starts a new case.
"""

from zopa.case.case import Case, Grade, Issue, Option, Party, Person, RedLine, Rule, Settings
from zopa.case.codes import CODES
from zopa.case.reader import CASE_FILE, check_case, load_case
from zopa.case.scaffolding import scaffold
from zopa.case.schema import json_schema, write_schema
from zopa.case.talks import Authority, LeverageEvent, MeetingEntry, NoDeal, Talks, TravelBan, Warrant
from zopa.case.zones import (
    Asset,
    ControlFigure,
    Corridor,
    Residents,
    Shape,
    TerritorialClaim,
    Territory,
    Transfer,
    Zone,
)

__all__ = [
    "CASE_FILE",
    "CODES",
    "Asset",
    "Authority",
    "Case",
    "ControlFigure",
    "Corridor",
    "Grade",
    "Issue",
    "LeverageEvent",
    "MeetingEntry",
    "NoDeal",
    "Option",
    "Party",
    "Person",
    "RedLine",
    "Residents",
    "Rule",
    "Settings",
    "Shape",
    "Talks",
    "TerritorialClaim",
    "Territory",
    "Transfer",
    "TravelBan",
    "Warrant",
    "Zone",
    "check_case",
    "json_schema",
    "load_case",
    "scaffold",
    "write_schema",
]
