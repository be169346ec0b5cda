"""What any finder hands over is made fit for statements."""

from __future__ import annotations

import pytest

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.tidying import tidied


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


def test_cues_that_say_nothing() -> None:
    """``seemed`` with no source reports nobody's words; a verb of saying without a source stays, for carry-over."""
    text = "seemed added the duty stays"
    seemed = Attribution((), (Span(0, 6),), (Span(13, 27),), 0.5)
    added = Attribution((), (Span(7, 12),), (Span(13, 27),), 0.5)
    assert tidied(text, [seemed, added]) == [added]
