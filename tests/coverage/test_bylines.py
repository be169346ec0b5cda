"""Bylines: who wrote an article, and which bureau sent what; sentences of the body are never taken for credits."""

from __future__ import annotations

import pytest

from zopa.coverage.article import Byline
from zopa.coverage.bylines import Role, read_byline, read_credits, split_names


def _credited(*people: tuple[str, str | None, Role]) -> tuple[Byline, ...]:
    return tuple(Byline(name, place, role) for name, place, role in people)


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        (
            "Kent and Lane contributed from Oslo, O’Hara from Dublin, and Price from New York. Mia Olsen assisted with "
            "this report.",
            _credited(
                ("Kent", "Oslo", "contributor"),
                ("Lane", "Oslo", "contributor"),
                ("O’Hara", "Dublin", "contributor"),
                ("Price", "New York", "contributor"),
                ("Mia Olsen", None, "assistant"),
            ),
        ),
        (
            "Reporting by Ann Lee in Oslo, Bo Chen and Di Wu in Paris; Editing by Jo van der Berg",
            _credited(
                ("Ann Lee", "Oslo", "author"),
                ("Bo Chen", "Paris", "author"),
                ("Di Wu", "Paris", "author"),
                ("Jo van der Berg", None, "assistant"),
            ),
        ),
        ("(Reporting by staff; Editing by staff)", ()),
        ("Maria O'Neil contributed to this report from Rome.", _credited(("Maria O'Neil", "Rome", "contributor"))),
        ("Di Wu contributed to this article.", _credited(("Di Wu", None, "contributor"))),
        (
            "Additional reporting by A. B. Carter in Washington, D.C. and Eve Ng in Rome.",
            _credited(("A. B. Carter", "Washington, D.C.", "contributor"), ("Eve Ng", "Rome", "contributor")),
        ),
        (
            "Valley Press writers Ann Lee in Oslo and Bo Chen in Bergen contributed to this report.",
            _credited(("Ann Lee", "Oslo", "contributor"), ("Bo Chen", "Bergen", "contributor")),
        ),
        ("Lane reported from Oslo.", _credited(("Lane", "Oslo", "contributor"))),
        ("Translated by Eve Ng", _credited(("Eve Ng", None, "assistant"))),
    ],
)
def test_credits_below_an_article(credit: str, expected: tuple[Byline, ...]) -> None:
    """Names, places and roles, in the order in which they are printed."""
    assert read_credits(credit) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway contributed to the fund.",
        "Kent contributed from Oslo, and the talks went on until midnight.",
        "Lane reported from Oslo that the unions had accepted.",
        "Holt assisted the mediator.",
        "Reporting by the union shows that wages have fallen.",
        "Mia Olsen assisted with this report. The minister denied it.",
        "The report was translated by a lawyer.",
        "",
    ],
)
def test_sentences_are_no_credits(sentence: str) -> None:
    """One word more than a credit, and the paragraph belongs to the article."""
    assert read_credits(sentence) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee and Bo Chen", _credited(("Ann Lee", None, "author"), ("Bo Chen", None, "author"))),
        ("By Ann Lee, Bo Chen, and Di Wu", tuple(map(Byline, ("Ann Lee", "Bo Chen", "Di Wu")))),
        ("By Ann Lee in Oslo", _credited(("Ann Lee", "Oslo", "author"))),
        ("By Ann Lee, Senior correspondent", _credited(("Ann Lee", None, "author"))),
        ("BY ANN LEE", _credited(("ANN LEE", None, "author"))),
        ("By Staff", ()),
        ("By Staff, The Valley Press", ()),
        ("By our correspondents", ()),
    ],
)
def test_bylines_above_an_article(line: str, expected: tuple[Byline, ...]) -> None:
    """Named authors, or a line that names nobody."""
    assert read_byline(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the talks had failed.",
        "By Holt's account, the towns agreed.",
        "By the mayor's account, almost everything that the lower town asked for will be paid.",
        "By Washington, the talks had failed.",
        "Holt and Lee met.",
    ],
)
def test_sentences_are_no_bylines(line: str) -> None:
    """A sentence that begins with 'By' stays a sentence."""
    assert read_byline(line) is None


def test_names_are_split() -> None:
    """At commas and 'and'; words that name nobody are left out."""
    assert split_names("Ann Lee, Bo Chen and staff") == ("Ann Lee", "Bo Chen")
