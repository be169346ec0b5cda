"""What the rules add to another finder's attributions."""

from __future__ import annotations

from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.statements import read_statements
from zopa.statements.attribution import Attribution
from zopa.statements.completing import completed
from zopa.statements.finding import find_attributions
from zopa.statements.page import page_of

TEXT = "According to Paul Ito, Ana Lopez said that the duty stays. Maria Blum said that she left."


def found_by_another() -> list[Attribution]:
    """The outer attribution of the first sentence alone."""
    return [one for one in find_attributions(plain_article(TEXT, "page")) if one.cue[0].start == 0]


def test_empty_sentences_and_inner_speakers_are_added() -> None:
    """Who speaks inside ``according to``, and a sentence that was left empty; what was found stays as it is."""
    outer = found_by_another()
    whole = completed(page_of(plain_article(TEXT, "page")), outer)
    assert [one.source[0].of(TEXT) for one in whole] == ["Paul Ito", "Ana Lopez", "Maria Blum"]
    assert outer[0] in whole


def test_the_reader_completes_any_other_finder() -> None:
    """With a finder of one's own, the statements are those of both."""
    found = read_statements(plain_article(TEXT, "page"), find=lambda _: found_by_another())
    assert [(one.speaker, one.relayed_via) for one in found] == [("Ana Lopez", ("Paul Ito",)), ("Maria Blum", ())]


def test_nothing_is_added_to_a_sentence_that_was_read() -> None:
    """The finder's own reading of a sentence is not doubled."""
    article = plain_article(TEXT, "page")
    everything = find_attributions(article)
    assert completed(page_of(article), everything) == everything


def test_what_stands_before_according_to_stays_whole() -> None:
    """A finder that saw a second cue in the clause parted it; the whole clause is the source's."""
    text = "Acme has proposed that the duty end, in return for ports, according to an aide."
    parts = ("Acme has proposed", "in return for ports")
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in parts]
    cue = text.index("according to")
    parted = Attribution((Span(cue + 13, len(text) - 1),), (Span(cue, cue + 12),), tuple(spans), 0.9)
    found = completed(page_of(plain_article(text, "page")), [parted])
    assert "Acme has proposed that the duty end, in return for ports" in {one.content[0].of(text) for one in found}
