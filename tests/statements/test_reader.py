"""Articles to statements: speaker, chain, time, quotation type, spans; and what the reader does with bad input."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.coverage import plain_article
from zopa.statements import as_attributions, read_statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements import Statement


def words(text: str, statement: Statement) -> str:
    return " … ".join(span.of(text) for span in statement.content)


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Trade Minister Ana Lopez spoke first. The duty stays, Lopez said.", "Ana Lopez", "person"),
        ("Trade Minister Ana Lopez spoke first. She said that the duty stays.", "Ana Lopez", "person"),
        ("Trade Minister Ana Lopez was there. The trade minister said that the duty stays.", "Ana Lopez", "person"),
        ("The mayor's adviser, Paul Ito, said that the duty stays.", "Paul Ito", "person"),
        ("A senior official said that the duty stays.", "senior official", "anonymous"),
        ("Two people familiar with the talks said the duty stays.", "Two people familiar with the talks", "anonymous"),
        ("Danish officials said that the duty stays.", "Danish officials", "group"),
        ("According to the draft agreement, the duty would stay.", "draft agreement", "document"),
        ("Norway has clearly stated that the duty would be unacceptable.", "narrator", "narrator"),
        ("For Norway, the second point is out of the question.", "narrator", "narrator"),
        ("Norway and Denmark put their deal in writing. It sets a duty of 4 per cent.", "deal", "document"),
        ("The treaty, signed on Monday, ends a feud. Both fleets would leave by June.", "treaty", "document"),
    ],
)
def test_who_speaks(read: Callable[..., list[Statement]], text: str, speaker: str, kind: str) -> None:
    """People by their fullest name, unnamed sources by description, states in the outlet's own voice."""
    found = read(text)[-1]
    assert (found.speaker, found.speaker_kind) == (speaker, kind)
    assert found.named == (kind == "person")


def test_office_and_affiliation(read: Callable[..., list[Statement]]) -> None:
    """What the article says of a speaker goes along with the name."""
    (one,) = read("The plan is dead, said Maria Blum, a senior fellow at the Harbour Institute.")
    assert (one.speaker, one.office, one.affiliation) == ("Maria Blum", "senior fellow", "Harbour Institute")


def test_why_a_source_is_unnamed(read: Callable[..., list[Statement]]) -> None:
    """The description stays as the article has it, the reason beside it; ``the individual`` means the same source."""
    text = (
        "The port will close, according to a source familiar with the talks, who requested anonymity to discuss "
        "private matters.\n\nThe individual stated that no date was set."
    )
    first, second = read(text)
    assert first.anonymous is not None
    assert first.anonymous.description == "source familiar with the talks"
    assert first.anonymous.reason == "to discuss private matters"
    assert second.speaker == first.speaker


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("“The duty stays,” Ana Lopez said in a statement reported by Daily Chronicle.", ("Daily Chronicle",)),
        ("The duty stays, Ana Lopez said on Monday, Morning Standard reports.", ("Morning Standard",)),
        ("Ana Lopez told Reuters that the duty stays.", ("Reuters",)),
        ("Ana Lopez wrote on X that the duty stays.", ("X",)),
        ("In a statement posted on Telegram, Ana Lopez said that the duty stays.", ("Telegram",)),
        ("According to Paul Ito, Ana Lopez said that the duty stays.", ("Paul Ito",)),
        ("Ana Lopez said that the duty stays.", ()),
        ("Ana Lopez told the Daily Courier that the duty stays.", ()),
    ],
)
def test_through_whom(read: Callable[..., list[Statement]], text: str, chain: tuple[str, ...]) -> None:
    """Outlets, known or not, platforms and people who pass words on; never the article's own outlet."""
    (found,) = [one for one in read(text) if "stays" in words(text, one)]
    assert (found.speaker, found.relayed_via) == ("Ana Lopez", chain)


def test_chain_and_time_carry_over_to_the_same_speaker(read: Callable[..., list[Statement]]) -> None:
    """A second sentence of the same speaker has the chain and, as a guess, the day of the first."""
    text = "“The duty stays,” Ana Lopez said on Monday in a statement carried by Reuters. Lopez added that talks go on."
    first, second = read(text)
    assert second.relayed_via == first.relayed_via == ("Reuters",)
    assert (first.said_on, first.said_on_exact) == ("2025-03-10", True)
    assert (second.said_on, second.said_on_exact) == ("2025-03-10", False)


def test_quotation_types(read: Callable[..., list[Statement]]) -> None:
    """Direct, mixed and indirect by the words between the marks; two sentences around a cue are two statements."""
    text = "“It is over,” Ana Lopez said. “We go home.” She said the plan was “dead.” She said that pay would rise."
    assert [one.quote_type for one in read(text)] == ["direct", "direct", "mixed", "indirect"]


def test_a_document_goes_on_speaking(read: Callable[..., list[Statement]]) -> None:
    """Sentences worded as terms, and the items of a list, belong to the document; other sentences end it."""
    text = (
        "Under the Danish proposal there is no quota before 2030. Boats would need a licence.\n\n"
        "Its other terms are:\n\n- Ports are opened to all.\n\nIt rained in the harbour."
    )
    found = read(text)
    assert [one.speaker for one in found] == ["Danish proposal"] * 3
    assert words(text, found[-1]) == "Ports are opened to all."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "Der Minister sagte am Montag, dass die Gewerkschaft das Angebot nicht annehmen werde und weiter streike.",
        "Le ministre a déclaré lundi que le syndicat refusait la proposition et que la grève allait continuer.",
        "وقال الوزير إن الاتفاق لم يعد مقبولا وإن النقابة ترفض العرض",
    ],
)
def test_no_statements_where_there_is_no_english(read: Callable[..., list[Statement]], text: str) -> None:
    """Nothing is invented for empty text and other languages."""
    assert read(text) == []


_PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "''",
        "‘",
        "Ana Lopez ",
        "said ",
        "that ",
        "she ",
        "the plan is dead",
        ", ",
        ". ",
        "\n",
        "on Monday ",
        "according to ",
        "told Reuters ",
        "Q: ",
        "A: ",
        "- ",
        "\n    ",
        "it would end",
        "The proposal ",
        "\x00",
        "\u202e",
        "😀",
        "(",
        ")",
        "THE UNION SAID ",
        "U.S. ",
        "in ",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(_PIECES, max_size=40).map("".join), st.text(max_size=200)))
def test_any_text_gives_valid_statements(text: str) -> None:
    """For any text: no crash, every span inside it, no content empty or blank, every id different, same twice."""
    article = plain_article(text, "page")
    found = read_statements(article)
    for one in found:
        for span in (*one.content, *one.cue, *one.source):
            assert 0 <= span.start < span.end <= len(text)
        assert any(character.isalnum() for character in words(text, one))
        assert 0 <= one.confidence <= 1
    assert len({one.id for one in found}) == len(found)
    assert read_statements(article) == found


def test_the_listed_shape(read: Callable[..., list[Statement]]) -> None:
    """Statements on one cue are one attribution with several spans; roles do not overlap; keys are the fixed ones."""
    text = "“It is over,” Ana Lopez said. “We go home.” Paul Ito rejected the plan."
    article = plain_article(text, "page")
    listed = as_attributions(article, read(text))
    assert listed["doc"] == "page"
    first, second = listed["attributions"]
    assert [text[start:end] for start, end in first["content"]] == ["“It is over,”", "“We go home.”"]
    assert [text[start:end] for start, end in second["content"]] == ["the plan"]
    assert set(first) == {
        "source", "cue", "content", "speaker", "speaker_kind", "party", "relayed_via", "named", "anonymous",
        "quote_type", "said_on", "said_on_exact", "said_on_from", "office", "affiliation", "confidence",
    }  # fmt: skip


@pytest.mark.slow
def test_cost_grows_with_length() -> None:
    """Eight times the text takes at most some twelve times the time: no part of the reader is quadratic."""
    line = "“It is over,” Ana Lopez said. She added that the plan, which Acme proposed, was “dead.” All want a vote. "

    def seconds(times: int) -> float:
        article = plain_article(line * times, "page")
        start = time.process_time()
        read_statements(article)
        return time.process_time() - start

    seconds(10)
    assert seconds(1600) < 12 * max(seconds(200), 0.05)
