"""The text of a drafted case file: YAML with comments that quote what each entry rests on and say what is doubtful."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from zopa.case.placeholders import DEFINITIONS, ISSUE_NAME, PARTIES
from zopa.case.scaffolding import SCHEMA_FILE, case_id, in_a_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from zopa.positions.drafting import Draft, DraftIssue, DraftOption, DraftParty, DraftPerson, Ground

_FORBIDDEN = re.compile(r"[\s:=,/]+")
_SHORT_QUOTE = 110
_UNNAMED = "unnamed"
_UNEDITED = "parties and issues are a draft made from the articles, not edited yet"


def case_text(folder: Path, title: str | None, draft: Draft) -> str:
    """The drafted case file. It passes ``zopa check``; where nothing was found it holds the template's placeholders."""
    name = " ".join((title or folder.absolute().name).split())
    shown = _line(str(folder))
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        "# A DRAFT of a case, made from the articles in coverage/. It is a guess: rename, merge and delete until it",
        "# says what the negotiation is about. The line above an entry quotes the words that it rests on; 'unsure'",
        "# says why it may be wrong. Then run",
        f"# zopa check {shown}",
        f"# zopa brief {shown}",
        "",
        f"case: {_quoted(case_id(folder.absolute().name))}",
        f"title: {_quoted(name)}",
        "# Take the words in brackets away when you have edited the file: a briefing shows them on top.",
        f"question: {_quoted(f'What could settle {in_a_sentence(name)}? ({_UNEDITED})')}",
        "",
        "# Who acts, most active first: the words that stand for a party, and who speaks for it. Look for two entries",
        "# that are one party, and for bodies that are only mentioned.",
        "parties:",
        *_parties(draft.parties),
        *_unplaced(draft.unplaced),
        "",
        "# What several statements ask for or refuse, most spoken of first. The options are what those statements",
        "# differ in, in their own words: make each one line that says an outcome, so that exactly one comes true.",
        "issues:",
        *_issues(draft.issues),
        "",
        "# Who must say yes. Left out: every party.",
        "#signatories: []",
    ]
    return "\n".join(lines) + "\n"


def _parties(parties: Iterable[DraftParty]) -> Iterator[str]:
    claimed: set[str] = set()
    ids: list[str] = []
    for party in parties:
        id = _distinct(_id(party.name), ids)
        aliases = [alias for alias in party.aliases if alias.lower() not in claimed]
        if party.name.startswith("the "):
            aliases.insert(0, party.name)
        claimed |= {alias.lower() for alias in (*aliases, party.name)}
        yield from _comments("  ", party.ground, party.unsure)
        yield f"  - id: {_quoted(id)}"
        if id != party.name and not party.name.startswith("the "):
            yield f"    name: {_quoted(party.name)}"
        yield f"    aliases: [{', '.join(map(_quoted, aliases))}]"
        yield "    people:" if party.people else "    people: []"
        for person in party.people:
            yield from _comments("      ", person.ground, person.unsure)
            yield f"      - {_person(person)}"
    for placeholder in PARTIES[: max(0, 2 - len(ids))]:
        yield "  # nothing found; name the other side here"
        yield f"  - id: {placeholder}"


def _person(person: DraftPerson) -> str:
    parts = [f"name: {_quoted(_line(person.name) or _UNNAMED)}"]
    if person.aliases:
        parts.append(f"aliases: [{', '.join(map(_quoted, person.aliases))}]")
    if person.office:
        parts.append(f"office: {_quoted(person.office)}")
    return "{" + ", ".join(parts) + "}"


def _unplaced(people: Iterable[DraftPerson]) -> Iterator[str]:
    people = list(people)
    if people:
        yield "# These speak too; move those who speak for a party to its people:"
    for person in people:
        yield f"#   {{name: {_line(person.name)}}}   {_line(person.unsure or '')}; {_cited(person.ground)}"


def _issues(issues: Iterable[DraftIssue]) -> Iterator[str]:
    written = False
    for issue in issues:
        written = True
        speakers = f"{issue.speakers} speaker{'s' if issue.speakers != 1 else ''}"
        doubt = f"; unsure: {_line(issue.unsure)}" if issue.unsure else ""
        yield f"  # {issue.statements} statements by {speakers}{doubt}"
        yield f"  - id: {_quoted(_id(issue.id))}"
        yield f"    name: {_quoted(issue.name)}"
        if issue.unit is None:
            yield "    options:"
            yield from _options(issue.options)
        else:
            for option in issue.options:
                yield from _comments("    ", option.ground, None, f"{option.id}: ")
            yield f"    scale: [{', '.join(option.id for option in issue.options)}]"
            yield f"    unit: {_quoted(issue.unit)}"
    if not written:
        yield "  # nothing found that two statements ask for or refuse"
        yield "  - id: first_issue"
        yield f"    name: {ISSUE_NAME}"
        yield "    options:"
        yield f"      as_a_wants: {DEFINITIONS[0]}"
        yield f"      as_b_wants: {DEFINITIONS[1]}"


def _options(options: Iterable[DraftOption]) -> Iterator[str]:
    ids: list[str] = []
    for option in options:
        yield from _comments("      ", option.ground, option.unsure)
        definition = option.definition if " " in option.definition else f"{option.definition}: this comes true"
        yield f"      {_quoted(_distinct(_id(option.id), ids))}: {_quoted(definition)}"


def _comments(indent: str, ground: Ground | None, unsure: str | None, lead: str = "") -> Iterator[str]:
    if ground is not None:
        yield f"{indent}# {lead}{_cited(ground)}"
    if unsure is not None:
        yield f"{indent}# unsure: {_line(unsure)}"


def _cited(ground: Ground) -> str:
    words = _line(ground.words)
    if len(words) > _SHORT_QUOTE:
        words = words[:_SHORT_QUOTE].rsplit(" ", 1)[0] + " …"
    return f"{_line(ground.file)}: “{words.strip('“”')}”"


def _id(name: str) -> str:
    """A name without what an id may not hold; ``the union`` becomes ``Union``."""
    bare = name.removeprefix("the ")
    shown = bare if bare == name else bare[:1].upper() + bare[1:]
    id = " ".join(_FORBIDDEN.sub(" ", _line(shown)).split())
    return id if id.strip(".") else _UNNAMED


def _distinct(id: str, used: list[str]) -> str:
    """An id that is not in use yet, and is from now on; small and capital letters are not told apart."""
    free, number = id, 2
    while free.lower() in used or free.lower() in ("other", "none"):
        free, number = f"{id} {number}", number + 1
    used.append(free.lower())
    return free


def _quoted(words: str) -> str:
    """Words as a YAML string in double quotation marks, on one line."""
    return json.dumps(_line(words), ensure_ascii=False)


def _line(words: str) -> str:
    """Words on one line, without what cannot be printed."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in words).split())
