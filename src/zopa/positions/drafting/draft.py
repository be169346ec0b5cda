"""A drafted case: parties, people and issues that articles suggest, each with the words it rests on and its doubts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.coverage.article import Article


@dataclass(frozen=True, slots=True)
class Ground:
    """Words of an article that a proposal rests on; ``file`` is the name of the article's file."""

    file: str
    words: str


@dataclass(frozen=True, slots=True)
class DraftPerson:
    """Somebody who speaks, with other forms of the name. ``unsure`` says what is doubtful, or is None."""

    name: str
    aliases: tuple[str, ...]
    office: str | None
    ground: Ground
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class DraftParty:
    """A proposed party: the words that stand for it and the people who speak for it."""

    name: str
    aliases: tuple[str, ...]
    people: tuple[DraftPerson, ...]
    ground: Ground
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class DraftOption:
    """A proposed option: an outcome in the words of a statement, or a ``value`` on the issue's scale."""

    id: str
    definition: str
    ground: Ground | None
    value: float | None = None
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class DraftIssue:
    """A proposed issue, named by its most typical words. ``unit`` is None unless its options are values of a scale.

    ``statements`` and ``speakers`` count what it rests on.
    """

    id: str
    name: str
    options: tuple[DraftOption, ...]
    unit: str | None
    statements: int
    speakers: int
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What articles suggest for a case file. ``unplaced`` are people who speak and for whom no party was found."""

    parties: tuple[DraftParty, ...]
    issues: tuple[DraftIssue, ...]
    unplaced: tuple[DraftPerson, ...] = ()


def file_of(article: Article) -> str:
    """The name of an article's file, without its folders."""
    return PurePath(article.source).name
