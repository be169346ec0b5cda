"""Transcripts: whose turn it is, where it ends, and what is no transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement

OPENING = "Reporters spoke to Ana Lopez in Oslo for an hour and it was a long day.\n\n"


def turns(text: str, found: list[Statement]) -> list[tuple[str, str]]:
    """Speaker and words of each statement."""
    return [(one.speaker, one.content[0].of(text)) for one in found]


def test_labels_name_the_speaker(read: Callable[..., list[Statement]]) -> None:
    """A surname stands for the person the text names; another label for itself; asides are nobody's words."""
    text = (
        f"{OPENING}REPORTER: Is the deal dead?\n\nLOPEZ: It is dead. We go home.\n\n(APPLAUSE)\n\n"
        "ITO: “We think that the plan is good.”"
    )
    assert turns(text, read(text)) == [
        ("REPORTER", "Is the deal dead?"),
        ("Ana Lopez", "It is dead. We go home."),
        ("Ito", "We think that the plan is good."),
    ]


def test_turns_of_several_paragraphs(read: Callable[..., list[Statement]]) -> None:
    """A paragraph without a label goes on with the turn, where most paragraphs have one."""
    first = "Host: Is it over?\n\nAna Lopez: It is.\n\nWe tried it all.\n\n"
    text = f"{OPENING}{first}Host: Who ended it?\n\nAna Lopez: We did."
    assert turns(text, read(text)) == [
        ("Host", "Is it over?"),
        ("Ana Lopez", "It is."),
        ("Ana Lopez", "We tried it all."),
        ("Host", "Who ended it?"),
        ("Ana Lopez", "We did."),
    ]


@pytest.mark.parametrize(
    ("opening", "speakers"),
    [
        (OPENING, {"Ana Lopez"}),
        ("Ana Lopez and Paul Ito met in Oslo for an hour and it was a long day.\n\n", set()),
        ("The ministers met in Oslo for an hour and it was a long day.\n\n", set()),
    ],
)
def test_answers(read: Callable[..., list[Statement]], opening: str, speakers: set[str]) -> None:
    """``A:`` is the one person named before the first ``Q:``; with none or several nothing is invented."""
    text = (
        f"{opening}Q: Is the deal dead?\n\nA: It is dead, and we are going home.\n\nQ: Who did it?\n\nA: The union did."
    )
    assert {one.speaker for one in read(text)} == speakers


def test_tables_are_no_transcripts(read: Callable[..., list[Statement]]) -> None:
    """Names with figures behind them say nothing."""
    rows = "Lopez: 41\nIto: 38\nLopez: 12\nIto: 9"
    assert read(f"{OPENING}{rows}") == []
