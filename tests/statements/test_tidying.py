"""What any finder hands over is made fit for statements."""

from __future__ import annotations

import pytest

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.tidying import is_impression, tidied


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("that the duty stays", "the duty stays"),
        ("both that the duty stays", "the duty stays"),
        ("that order", "that order"),
        ("OSLO (AP) — The duty stays", "The duty stays"),
        ("“The duty stays,”", "The duty stays,"),
        ("The “duty” stays", "The “duty” stays"),
        ("“duty” that “stays”", "“duty” that “stays”"),
        ("it", "it"),
        ("which", None),
    ],
)
def test_content(content: str, left: str | None) -> None:
    """Introductions and the marks around a whole quotation go; what is no content is dropped."""
    found = tidied(content, [Attribution((), (), (Span(0, len(content)),), 0.5)])
    assert [one.content[0].of(content) for one in found] == ([] if left is None else [left])


def test_a_noun_taken_for_the_cue_belongs_to_the_source() -> None:
    """``the Danish`` | ``proposal`` is a document; ``Ito's`` | ``proposal`` stays as it is."""
    text = "Under the Danish proposal there is no quota"
    (found,) = tidied(text, [Attribution((Span(6, 16),), (Span(17, 25),), (Span(26, 43),), 0.5)])
    assert (found.source[0].of(text), found.cue) == ("the Danish proposal", ())


@pytest.mark.parametrize(
    ("cue", "impression"), [("seemed", True), ("is expected", True), ("added", False), ("had said", False)]
)
def test_impressions(cue: str, impression: bool) -> None:
    """``seemed`` without a source reports nobody's words; a verb of saying without one does."""
    text = f"{cue} the duty stays"
    found = Attribution((), (Span(0, len(cue)),), (Span(len(cue) + 1, len(text)),), 0.5)
    assert is_impression(text, found) is impression


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("requested", "anonymity to discuss the talks"),
        ("asked", "not to be named"),
        ("sounded unsure", "asked on Monday whether it would end"),
        ("referring to", "the envoy"),
    ],
)
def test_circumstances_are_no_content(cue: str, content: str) -> None:
    """Why a source has no name, what somebody was asked and whom a word means are nothing said."""
    text = f"She {cue} {content}"
    start = len(text) - len(content)
    assert tidied(text, [Attribution((Span(0, 3),), (Span(4, start - 1),), (Span(start, len(text)),), 0.9)]) == []


def test_a_citation_before_content() -> None:
    """``According to the paper, citing two aides, it ended``: the citation belongs to the chain."""
    text = "citing two aides, the strike is over"
    (found,) = tidied(text, [Attribution((), (), (Span(0, len(text)),), 0.9)])
    assert found.content[0].of(text) == "the strike is over"
