"""Reading the parties and their people, and finding names that two of them claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case.case import Party, Person
from zopa.case.entries import Entry, entries, text, texts, usable, word
from zopa.case.keys import PARTY_KEYS, PERSON_KEYS, RESERVED_PARTIES

if TYPE_CHECKING:
    from zopa.case.findings import Findings, Place


def read_parties(findings: Findings, value: Any, place: Place) -> tuple[Party, ...]:
    """The parties under ``place``; the reserved words ``other`` and ``none`` are no parties and are left out."""
    found = entries(findings, value, place, "party", ("id", "name"), PARTY_KEYS.keys())
    found = [entry for entry in found if entry.id not in RESERVED_PARTIES]
    kept = usable(findings, found, "party", "ZP013")
    parties = tuple(_party(findings, entry) for entry in kept)
    if len(parties) < 2 and not findings.broken:
        findings.report("ZP018", place, f"The case has {len(parties)} party.".replace("0 party", "no party"))
    _report_shared_names(findings, list(zip(parties, kept, strict=True)))
    return parties


def _party(findings: Findings, entry: Entry) -> Party:
    details = entry.details
    if word(details) is not None:
        details = {"name": word(details)}
    if not isinstance(details, dict | None):
        findings.wrong_kind(entry.place, f"What is said of {entry.id!r}", "a mapping with people and aliases", details)
        details = None
    details = details or {}
    findings.check_keys(details, PARTY_KEYS, entry.place, f"party {entry.id!r}")
    return Party(
        id=entry.id,
        name=text(findings, details.get("name"), (*entry.place, "name"), "The name of a party", entry.id),
        aliases=texts(findings, details.get("aliases"), (*entry.place, "aliases"), "An alias"),
        people=_people(findings, details.get("people"), (*entry.place, "people")),
    )


def _people(findings: Findings, value: Any, place: Place) -> tuple[Person, ...]:
    if value is None:
        return ()
    found = entries(findings, value, place, "person", ("name", "id"), PERSON_KEYS.keys())
    people: dict[str, Person] = {}
    for entry in found:
        if entry.id:
            people.setdefault(" ".join(entry.id.split()), _person(findings, entry))
    return tuple(people.values())


def _person(findings: Findings, entry: Entry) -> Person:
    details = entry.details
    if isinstance(details, list):
        details = {"aliases": details}
    elif not isinstance(details, dict):
        details = {"office": details}
    findings.check_keys(details, PERSON_KEYS.keys() | {"id"}, entry.place, f"person {entry.id!r}")
    office_key = "office" if "office" in details else "role"
    return Person(
        name=" ".join(entry.id.split()),
        aliases=texts(findings, details.get("aliases"), (*entry.place, "aliases"), "An alias"),
        office=text(findings, details.get(office_key), (*entry.place, office_key), "An office") or None,
    )


def _report_shared_names(findings: Findings, parties: list[tuple[Party, Entry]]) -> None:
    """Report full names of people (ZP024) and other names (ZP025) that stand for more than one party."""
    owners: dict[str, tuple[str, bool]] = {}
    for party, entry in parties:
        people = {person.name.casefold() for person in party.people}
        for folded, shown in _names_of(party).items():
            other, is_person = owners.setdefault(folded, (party.id, folded in people))
            if other == party.id:
                continue
            code = "ZP024" if is_person and folded in people else "ZP025"
            findings.report(code, entry.place, f"{shown!r} stands for both {other!r} and {party.id!r}.")


def _names_of(party: Party) -> dict[str, str]:
    """Everything a party and its people are called, without regard to case, and as written."""
    people = [name for person in party.people for name in (person.name, *person.aliases)]
    return {name.casefold(): name for name in (party.id, party.name, *party.aliases, *people)}
