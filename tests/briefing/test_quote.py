"""Quoting: what is shown is the article's own words, at their own place, or is shown as broken."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from zopa.briefing import quote
from zopa.coverage.article import Article, Span, article_id
from zopa.statements.statement import Statement, statement_id

TEXT = "Before it. The pier is shut, she said. After it.\n\nA new day began. Nobody came.\n\nShare this page\n"


def article(text: str = TEXT, body: int | None = None) -> Article:
    end = len(text) if body is None else body
    spans, start = [], 0
    for block in text[:end].split("\n\n"):
        spans.append(Span(start, start + len(block)))
        start += len(block) + 2
    return Article(
        article_id(text), "doc", "doc.txt", "Wire", "Title", None, "unknown", (), text, "0" * 64, tuple(spans)
    )


def statement(of: Article, *content: Span, cue: tuple[Span, ...] = (), source: tuple[Span, ...] = ()) -> Statement:
    return Statement(
        statement_id(of.id, content),
        of.id,
        "She",
        "person",
        (),
        None,
        "indirect",
        content,
        cue,
        source,
        None,
        False,
        1.0,
    )


def place(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_shows_the_sentence_and_one_to_either_side() -> None:
    """The excerpt holds the sentence of the words, the one before it and the one after it, and no more."""
    of = article()
    found = quote(of, statement(of, place("A new day began")))
    assert "".join(piece.text for piece in found.pieces) == "After it.\n\nA new day began. Nobody came."
    assert found.words == "A new day began"


def test_marks_content_cue_and_source_apart() -> None:
    """Each marked piece is exactly the span of its role."""
    of = article()
    found = quote(of, statement(of, place("The pier is shut"), cue=(place("said"),), source=(place("she"),)))
    marked = {piece.marks: piece.text for piece in found.pieces if piece.marks}
    assert marked == {("content",): "The pier is shut", ("source",): "she", ("cue",): "said"}


def test_leaves_out_what_lies_between_distant_parts() -> None:
    """Parts of one statement that lie far apart are shown each in its place, without the text between."""
    text = " ".join(f"Sentence number {n} is here." for n in range(20))
    of = article(text)
    found = quote(of, statement(of, place("number 1 is", text), place("number 15 is", text)))
    shown = "".join(piece.text for piece in found.pieces)
    assert "number 2 is" in shown
    assert "number 14 is" in shown
    assert "number 8 is" not in shown


def test_words_outside_the_body_are_shown_on_their_own_line() -> None:
    """A span in chrome that was kept has no sentence; its line stands in."""
    of = article(body=TEXT.index("\n\nShare"))
    found = quote(of, statement(of, place("Share")))
    assert "".join(piece.text for piece in found.pieces) == "Share this page"


def test_overlapping_roles_share_a_piece() -> None:
    """Words that are both source and content carry both marks."""
    of = article()
    found = quote(of, statement(of, place("pier is shut, she"), source=(place("she"),)))
    assert [piece.marks for piece in found.pieces if piece.text == "she"] == [("content", "source")]


def test_broken_anchors_are_shown_as_broken() -> None:
    """No article, another article, changed text, or spans outside the text: no words, and the reason."""
    of = article()
    said = statement(of, place("The pier is shut"))
    changed = replace(of, text=TEXT.replace("shut", "open"))
    outside = replace(said, content=(Span(3, len(TEXT) + 5),))
    for broken in (
        quote(None, said),
        quote(article("Another text entirely."), said),
        quote(changed, said),
        quote(of, outside),
        quote(of, replace(said, content=())),
        quote(of, replace(said, cue=(Span(9, 9),))),
    ):
        assert broken.broken
        assert broken.pieces == ()
        assert broken.words == ""


@given(st.text(alphabet="ab. \n“”é𝔸\u0301", min_size=1, max_size=80), st.data())
def test_every_piece_is_cut_from_the_text(text: str, data: st.DataObject) -> None:
    """Whatever the text and the spans: pieces equal the text at their place, in order, and hold every marked span."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    at = data.draw(st.integers(0, len(text) - 1))
    of = article(text)
    found = quote(of, statement(of, Span(start, end), cue=(Span(at, at + 1),)))
    assert all(text[piece.start : piece.end] == piece.text for piece in found.pieces)
    assert all(one.end <= other.start for one, other in pairwise(found.pieces))
    said = "".join(piece.text for piece in found.pieces if "content" in piece.marks)
    assert said == text[start:end]
