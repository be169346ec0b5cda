"""Whom names, offices and pronouns mean: measured on ten short reports in which every mention is marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements.describing import role_words
from zopa.statements.mentions import Mentions
from zopa.statements.page import page_of

if TYPE_CHECKING:
    from pathlib import Path

_MARK = re.compile(r"\[\[(?P<words>.+?)\|(?P<person>.+?)\]\]")
FLOORS = {"seen": (0.98, 0.99), "aside": (0.96, 0.94)}


class Marked(NamedTuple):
    """A text with its marked mentions, and what it says of each person."""

    text: str
    mentions: list[tuple[Span, str]]
    people: list[tuple[str, str, str]]


def marked(path: Path) -> Marked:
    """A text read from its file, marks taken out."""
    body, _, facts = path.read_text(encoding="utf-8").partition("\n@ ")
    text, mentions, at = "", [], 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        mentions.append((Span(len(text), len(text) + len(match["words"])), match["person"]))
        text, at = text + match["words"], match.end()
    rows = [tuple(part.strip() for part in line.split("|")) for line in facts.splitlines() if line.strip("@ ")]
    return Marked(text + body[at:], mentions, [(row[0].removeprefix("@ "), row[1], row[2]) for row in rows])


def measured(folder: Path) -> tuple[list[str], int, list[str], int]:
    """The mentions read wrongly and how many there are; the people wrongly described and how many there are."""
    wrong, mentions, lacking, people = [], 0, [], 0
    for path in sorted(folder.glob("*.txt")):
        example = marked(path)
        page = page_of(plain_article(example.text, path.stem))
        known = Mentions(page)
        for span, person in example.mentions:
            found = known.person_at(span)
            mentions += 1
            if (found.name if found else "-") != person:
                wrong.append(f"{path.stem}: {span.of(example.text)} at {span.start}: {found and found.name}")
        for name, office, affiliation in example.people:
            somebody = page.people.named(name)
            people += 1
            given = role_words(f"{somebody.office} {somebody.affiliation}") if somebody else frozenset()
            if somebody is None or somebody.name != name or not role_words(f"{office} {affiliation}") - {"-"} <= given:
                lacking.append(f"{path.stem}: {name}: {somebody and (somebody.office, somebody.affiliation)}")
    return wrong, mentions, lacking, people


@pytest.mark.parametrize("folder", ["seen", "aside"])
def test_marked_reports(repository: Path, folder: str) -> None:
    """The share of mentions and of people read rightly stays above its floor."""
    wrong, mentions, lacking, people = measured(repository / "tests/statements/who" / folder)
    assert 1 - len(wrong) / mentions >= FLOORS[folder][0], wrong
    assert 1 - len(lacking) / people >= FLOORS[folder][1], lacking
