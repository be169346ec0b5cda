"""Kinds of party: the words that say what a party is, and those reporters then use for it, as data.

Entries are matched by stem. Nothing here names a party, a place or a person.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions.gazetteer import state_named
from zopa.positions.words import stem, stems, tokens_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.case import Case, Party
    from zopa.positions.gazetteer import State


@dataclass(frozen=True, slots=True)
class Kind:
    """What a name of this kind holds (``signs``), what such a party is called, and offices that only it has."""

    signs: frozenset[str]
    nouns: tuple[str, ...]
    offices: frozenset[str]


KINDS: Mapping[str, Kind] = {
    "union": Kind(
        stems(
            """
            union unions guild brotherhood worker employee staff teacher nurse doctor docker miner pilot driver
            labourer steward lecturer cleaner baker builder conductor fireman firefighter sailor seaman
            ranger actor writer musician player postman courier porter machinist metalworker engineer
            strikers labour crew controllers gardeners weavers
            """
        ),
        ("the union", "the unions", "the strikers", "the workers", "the employees", "the workforce"),
        stems("organiser steward"),
    ),
    "employer": Kind(
        stems(
            """
            company companies employer employers management airline corporation ltd inc plc gmbh ag group holding
            owner owners operator board railway railways rail motors bank shipping bulk lines steel works mine mines
            shipyard shipyards brewery bakery stores port energy foods industries logistics publisher publishers
            studios producers opera theatre orchestra
            """
        ),
        (
            "the company",
            "the management",
            "management",
            "the employer",
            "the employers",
            "the firm",
            "the owners",
            "the operator",
        ),
        stems("executive manager owner shareholder"),
    ),
    "government": Kind(
        stems("government ministry minister cabinet administration republic kingdom federation state crown"),
        (
            "the government",
            "the authorities",
            "the cabinet",
            "the state",
            "the administration",
            "the ministers",
        ),
        stems("minister premier chancellor governor ministry senator lawmaker"),
    ),
    "state beside a bloc": Kind(frozenset(), (), stems("president senator secretary congress")),
    "bloc": Kind(stems("bloc"), (), stems("commissioner commission")),
    "armed group": Kind(
        stems(
            """
            front militia rebel rebels guerrilla gunman gunmen movement liberation brigade fighter fighters insurgent
            insurgents hijacker hijackers kidnapper kidnappers pirate pirates resistance mutineer captors
            militants
            """
        ),
        (
            "the rebels",
            "the gunmen",
            "the militants",
            "the militia",
            "the insurgents",
            "the hijackers",
            "the kidnappers",
            "the hostage takers",
            "the captors",
            "the guerrillas",
            "the fighters",
            "the armed group",
        ),
        stems("commander"),
    ),
}
"""The kinds of party that reporters call by a common noun where there is only one of the kind."""

ORGANISATIONS = stems(
    """
    union league council ministry commission company movement committee federation association authority board
    group coalition alliance bloc club airline port museum university hospital trust bank church guild militia
    army province city island islands republic kingdom region district county township village cooperative fund
    agency department chamber syndicate consortium brigade junta regime opposition congress parliament assembly
    government management institute college school network society confederation organisation tribe clan
    orchestra theatre opera festival publisher harbour railway shipyard mine mill factory farm utility
    """
)
"""Nouns at the head of a name that stand for the whole of it with *the*: the Varn Teachers' League, *the league*."""

OFFICERS = stems(
    """
    leader president chairman chairwoman chair head chief boss spokesman spokeswoman spokesperson official member
    negotiator representative delegate delegation secretary organiser lawyer adviser executive manager director
    minister envoy commander source side team office aide
    """
)
"""Words for those who speak and act for a party, when its noun stands right before them."""

TITLES = OFFICERS | stems(
    """
    mr mrs ms dr sir dame lord lady prof professor general colonel major captain sergeant commander judge reverend
    prime premier chancellor foreign interior finance trade defence education health home labour transport energy
    fisheries agriculture economy industry press deputy vice senior former acting senator governor mayor king queen
    prince princess pope president minister secretary ambassador commissioner counsellor mediator speaker
    """
)
"""Words that stand before a name in capitals and are no part of it."""

_OPPOSITE = {"union": "employer", "armed group": "government"}


def kinds_of(case: Case) -> dict[str, str]:
    """The kind of every party of which its id or name tells it.

    1. A state is a government (beside a union of states, a state); else the last word of the name, then of the id, that
       is a sign decides.
    2. Where one party alone is of no kind and no party is a government, it is the employer a union faces, or the
       government an armed group faces.
    """
    found = {party.id: kind for party in case.parties for kind in (_told(party),) if kind is not None}
    if "bloc" in found.values():
        states = [party.id for party in case.parties if _state_of(party)]
        found |= {party: "state beside a bloc" for party in states if found[party] == "government"}
    rest = [party.id for party in case.parties if party.id not in found]
    counts = Counter(found.values())
    for kind, opposite in _OPPOSITE.items():
        if len(rest) == 1 and counts[kind] and not counts[opposite] and not counts["government"]:
            found.setdefault(rest[0], opposite)
    return found


def _told(party: Party) -> str | None:
    state = _state_of(party)
    if state is not None:
        return "bloc" if state.union else "government"
    for name in (party.name, party.id.replace("_", " ")):
        for token in reversed(tokens_of(name)):
            for kind, each in KINDS.items():
                if stem(token.text) in each.signs:
                    return kind
    return None


def _state_of(party: Party) -> State | None:
    return state_named(party.id) or state_named(party.name)


def office_holders(case: Case) -> dict[str, str]:
    """For every office (a stem) that one kind of party alone has, the one party of that kind in the case."""
    found = kinds_of(case)
    counts = Counter(found.values())
    return {office: party for party, kind in found.items() if counts[kind] == 1 for office in KINDS[kind].offices}
