"""Law, happenings, what each side holds: read with their words, from strikes, trade and hostage cases alike."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.meetings.scenes import CASE, article

from zopa.meetings import read_circumstances

FOUND = [
    ("The union walked out of the harbour on 3 March.", "event", "walked out", date(2031, 3, 3)),
    ("The Northern Front released six hostages on Monday.", "event", "released", date(2031, 3, 10)),
    ("Delta imposed tariffs of 20 per cent in April 2030.", "event", "imposed", date(2030, 4, 1)),
    ("Three years ago the company locked out 400 dockers.", "event", "locked out", date(2028, 1, 1)),
    ("Members must approve any deal, and the by-laws forbid the board to sign without them.", "constraint",
     "the by-laws", None),
    ("A court order bars the union from picketing the gate.", "constraint", "court order", None),
    ("Any new trade pact would need the consent of parliament, Falk said.", "constraint", "need the consent", None),
    ("Orr said she had no mandate to give up the islands.", "constraint", "no mandate to", None),
    ("Giving up the islands would need a referendum, Orr said.", "constraint", "referendum", None),
    ("Falk is wanted by a court abroad.", "constraint", "wanted by", None),
    ("The Northern Front holds 14 hostages.", "holding", "holds", None),
    ("The eastern quay is under the union's control, Hale said.", "holding", "under the union's control", None),
    ("Morrow is in a stronger position than in the winter, an analyst said.", "strength", "stronger position", None),
    ("The union's strike fund is running low.", "strength", "strike fund", None),
]  # fmt: skip

NOTHING = [
    "It rained in Bergen.",
    "Arvenia would lift sanctions if Delta opened the strait.",
    "The union demanded that the warnings be withdrawn.",
    "An official who was not authorised to speak publicly praised Falk.",
    "Hale offered a rise of 4 per cent.",
]


@pytest.mark.parametrize(("sentence", "kind", "cue", "day"), FOUND)
def test_a_circumstance_is_read_with_its_words(sentence: str, kind: str, cue: str, day: date | None) -> None:
    """Its kind, the words that make it one, and the day of a happening."""
    found = {one.kind: one for one in read_circumstances(article(sentence), CASE)}
    assert kind in found
    assert found[kind].cue.text == cue
    time = found[kind].time
    assert (time.start if time else None) == day


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_only_demanded_threatened_or_possible_is_no_happening(sentence: str) -> None:
    """Conditions, demands, and words about who may speak are left out."""
    assert read_circumstances(article(sentence), CASE) == ()


def test_who_holds_what_is_told_apart() -> None:
    """The holder before the words, or the one *under whose control* it is; and what is held."""
    one, other = (
        read_circumstances(article(sentence), CASE)[0]
        for sentence in (
            "The Northern Front holds 14 hostages, two of them ill.",
            "The quay is under Arvenian control.",
        )
    )
    assert (one.subject, one.matter.text if one.matter else None) == ("Northern Front", "14 hostages")
    assert (other.subject, other.matter.text if other.matter else None) == ("Arvenia", "The quay is")


@given(st.lists(st.sampled_from([sentence for sentence, *_ in FOUND] + NOTHING), max_size=5))
def test_words_are_those_of_their_spans(chosen: list[str]) -> None:
    """Law 3, for every circumstance."""
    page = article(*chosen)
    for one in read_circumstances(page, CASE):
        assert one.cue.spans[0].of(page.text) == one.cue.text
        assert one.sentence.start <= one.cue.spans[0].start < one.sentence.end
        assert " ".join(one.sentence.of(page.text).split()) == one.words.text
