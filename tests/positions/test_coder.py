"""The coder: what statements of several kinds of negotiation are coded as, and what is not coded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import HOSTAGES, STRIKE, make_article, make_statement

from zopa.case.case import Case
from zopa.positions import Position, code_positions
from zopa.positions.candidates import by_rules
from zopa.statements.statement import SpeakerKind

Coded = tuple[str, str, str, str]


def code(
    case: Case, text: str, content: str = "", speaker: str = "narrator", kind: SpeakerKind | None = None
) -> list[Position]:
    """The positions of one statement in an article that holds nothing else."""
    article = make_article(text)
    return code_positions(make_statement(article, content or text, speaker, kind), article, case)


def counted(positions: list[Position]) -> set[Coded]:
    """What counts, as (party, issue, option, stance)."""
    return {(p.party, p.issue, p.option, p.stance) for p in positions if p.counted}


TOLD = [
    (STRIKE, "Management has offered 3 percent.", {("Port", "wage", "3", "offers")}),
    (STRIKE, "The dockers refused to suspend the strike.", {("Union", "strike_end", "suspended_for_talks", "rejects")}),
    (
        STRIKE,
        "The port rejected any change to night shifts, which it wants kept as they are.",
        {("Port", "night_shifts", "kept", "demands")},
    ),
    (
        STRIKE,
        "The union insists that all dismissed crane drivers be reinstated.",
        {("Union", "dismissed_workers", "reinstated", "demands")},
    ),
    (
        HOSTAGES,
        "The rebels demand a permanent ceasefire in exchange for the release of all hostages.",
        {("Rebels", "ceasefire_length", "permanent", "demands"), ("Rebels", "hostages", "all_at_once", "offers")},
    ),
    (HOSTAGES, "Arvenia has ruled out a full amnesty.", {("Government", "amnesty", "full", "rejects")}),
    (
        HOSTAGES,
        "Arvenia demands that the rebels pull out of the Northern Pass.",
        {("Government", "northern_pass", "rebels_withdraw", "demands")},
    ),
    (
        HOSTAGES,
        "The government wants the rebels out of the Highlands.",
        {
            ("Government", "northern_pass", "rebels_withdraw", "demands"),
            ("Government", "eastern_bridge", "rebels_withdraw", "demands"),
        },
    ),
    (
        HOSTAGES,
        "It is unclear whether Arvenia would grant a full amnesty.",
        {("Government", "amnesty", "full", "undecided")},
    ),
]


@pytest.mark.parametrize(("case", "text", "expected"), TOLD)
def test_what_the_outlet_reports_is_the_partys_position(case: Case, text: str, expected: set[Coded]) -> None:
    """The narrator has no side: the grammatical subject says whose position it is."""
    assert counted(code(case, text)) == expected


SAID = [
    (
        STRIKE,
        "Marta Lindqvist",
        None,
        "she would reject any plan to keep night shifts as they are",
        {("Union", "night_shifts", "kept", "rejects")},
    ),
    (STRIKE, "Marta Lindqvist", None, "the union demands a rise of 8 per cent", {("Union", "wage", "8", "demands")}),
    (
        STRIKE,
        "Jonas Okafor",
        None,
        "Nordhaven could live with 5% but would never pay 8%",
        {("Port", "wage", "5", "accepts"), ("Port", "wage", "8", "rejects")},
    ),
    (
        STRIKE,
        "Marta Lindqvist",
        None,
        "night shifts must be abolished",
        {("Union", "night_shifts", "abolished", "demands")},
    ),
    (
        STRIKE,
        "Jonas Okafor",
        None,
        "the port is ready to compensate the dismissed drivers",
        {("Port", "dismissed_workers", "compensated", "offers")},
    ),
    (
        STRIKE,
        "Jonas Okafor",
        None,
        "the port would keep night shifts as they are",
        {("Port", "night_shifts", "kept", "demands")},
    ),
    (
        STRIKE,
        "a person close to the talks",
        "anonymous",
        "the union is considering a rise of 5 per cent",
        {("Union", "wage", "5", "undecided")},
    ),
    (
        HOSTAGES,
        "Idris Kamal",
        None,
        "the Front would never leave the Northern Pass",
        {("Rebels", "northern_pass", "rebels_withdraw", "rejects")},
    ),
    (
        HOSTAGES,
        "a Western diplomat",
        "anonymous",
        "the Valley Front has proposed joint patrols at the Northern Pass",
        {("Rebels", "northern_pass", "joint_patrols", "offers")},
    ),
    (
        HOSTAGES,
        "Arvenian memorandum",
        "document",
        "The rebels leave the Eastern Bridge.",
        {("Government", "eastern_bridge", "rebels_withdraw", "demands")},
    ),
    (
        HOSTAGES,
        "Paul de Witt",
        None,
        "the government could agree to a full amnesty only if all hostages are released",
        {("Government", "amnesty", "full", "conditions"), ("Government", "hostages", "all_at_once", "demands")},
    ),
]


@pytest.mark.parametrize(("case", "speaker", "kind", "content", "expected"), SAID)
def test_what_is_said_is_coded_under_the_party_described(
    case: Case, speaker: str, kind: SpeakerKind | None, content: str, expected: set[Coded]
) -> None:
    """The speaker's own party, or the one an outsider describes."""
    assert counted(code(case, f"{speaker} said that {content}.", content, speaker, kind)) == expected


@pytest.mark.parametrize(
    ("case", "speaker", "kind", "content"),
    [
        (STRIKE, "narrator", None, "The strike entered its third week on Monday."),
        (STRIKE, "a shipping analyst", "anonymous", "the strike has cost the region millions"),
        (STRIKE, "a shipping analyst", "anonymous", "night shifts must be abolished"),
        (STRIKE, "Marta Lindqvist", None, "the union demands respect"),
        (STRIKE, "Marta Lindqvist", None, "the union demands a rise of 6 per cent"),
        (HOSTAGES, "narrator", None, "The minister visited the Northern Pass on Tuesday."),
        (HOSTAGES, "narrator", None, "Arvenia did not say whether it would release prisoners."),
        (HOSTAGES, "Lena Ostrov", None, "the talks were long"),
        (STRIKE, "Marta Lindqvist", None, "abolishing night shifts would require a new timetable"),
        (STRIKE, "Marta Lindqvist", None, "keeping night shifts as they are would cost the port dear"),
    ],
)
def test_nothing_is_coded_that_no_words_support(
    case: Case, speaker: str, kind: SpeakerKind | None, content: str
) -> None:
    """A fact, an outsider's wish, a number that is no option, and silence are no positions."""
    text = content if speaker == "narrator" else f"{speaker} said that {content}."
    assert counted(code(case, text, content, speaker, kind)) == set()


BESIDE = [
    (
        STRIKE,
        "The union rejects 3 per cent, which the port has offered.",
        {("Union", "wage", "3", "rejects"), ("Port", "wage", "3", "offers")},
    ),
    (
        HOSTAGES,
        "Kamal demanded a full amnesty, which Ostrov called unacceptable.",
        {("Rebels", "amnesty", "full", "demands"), ("Government", "amnesty", "full", "rejects")},
    ),
    (
        HOSTAGES,
        "The rebels rejected an Arvenian proposal for joint patrols at the Northern Pass.",
        {
            ("Rebels", "northern_pass", "joint_patrols", "rejects"),
            ("Government", "northern_pass", "joint_patrols", "offers"),
        },
    ),
    (
        STRIKE,
        "The union rejected a demand by the port that night shifts be kept as they are.",
        {("Union", "night_shifts", "kept", "rejects"), ("Port", "night_shifts", "kept", "demands")},
    ),
    (
        STRIKE,
        "The union welcomed the port's promise to give all dismissed drivers their jobs back.",
        {
            ("Union", "dismissed_workers", "reinstated", "accepts"),
            ("Port", "dismissed_workers", "reinstated", "offers"),
        },
    ),
    (
        STRIKE,
        "The union and the port have agreed on a rise of 5 per cent.",
        {("Union", "wage", "5", "accepts"), ("Port", "wage", "5", "accepts")},
    ),
    (
        STRIKE,
        "The port would pay 5 per cent only if the union agrees to keep night shifts as they are.",
        {("Port", "wage", "5", "conditions"), ("Port", "night_shifts", "kept", "demands")},
    ),
    (
        STRIKE,
        "Lindqvist accused the port of wanting to keep night shifts as they are.",
        {("Port", "night_shifts", "kept", "demands")},
    ),
]


@pytest.mark.parametrize(("case", "text", "expected"), BESIDE)
def test_one_sentence_can_hold_the_positions_of_two(case: Case, text: str, expected: set[Coded]) -> None:
    """A proposal is its author's and is refused by another; nobody demands and rejects one thing in one breath."""
    assert counted(code(case, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port has dropped its insistence that night shifts be kept as they are.", set()),
        ("The union no longer demands 8 per cent.", set()),
        ("Arvenia has not said whether it would accept a full amnesty.", set()),
        ("The union declined to discuss a rise of 5 per cent.", set()),
        (
            "The union rejects any deal that keeps night shifts as they are, but it would accept a rise of 5 per cent.",
            {("Union", "night_shifts", "kept", "rejects"), ("Union", "wage", "5", "accepts")},
        ),
        ("Arvenia promised not to grant a full amnesty.", {("Government", "amnesty", "full", "rejects")}),
        ("Arvenia has not ruled out a full amnesty.", {("Government", "amnesty", "full", "undecided")}),
        (
            "Arvenia demands that the hostages be released in stages, not all at once.",
            {("Government", "hostages", "in_stages", "demands")},
        ),
    ],
)
def test_what_turns_words_around(text: str, expected: set[Coded]) -> None:
    """Demands given up, words left unsaid, promises not to do, and what is only set aside."""
    case = STRIKE if "port" in text or "union" in text else HOSTAGES
    assert counted(code(case, text)) == expected


def test_the_offer_is_looked_up_where_it_was_made() -> None:
    """*The offer* reaches past a sentence without one, to where something was offered."""
    text = "Management has offered 3 percent. It had named no figure before. The union turned the offer down."
    positions = code(STRIKE, text, "The union turned the offer down.")
    assert counted(positions) == {("Union", "wage", "3", "rejects")}


@pytest.mark.parametrize(
    "text",
    [text for _, text, _ in [*TOLD, *BESIDE]],
)
def test_a_party_has_one_stance_on_an_option_in_one_statement(text: str) -> None:
    """Never demanded and rejected at once."""
    for case in (STRIKE, HOSTAGES):
        keys = [(p.party, p.issue, p.option) for p in code(case, text)]
        assert len(keys) == len(set(keys))


def test_words_that_only_point_are_resolved_to_the_sentence_before() -> None:
    """*refused* takes what was asked just before, and says so with less confidence."""
    text = "Arvenia demands that the rebels pull out of the Northern Pass. The rebels refused."
    (position,) = code(HOSTAGES, text, "The rebels refused.")
    assert counted([position]) == {("Rebels", "northern_pass", "rebels_withdraw", "rejects")}
    (direct,) = code(HOSTAGES, "The rebels refused to leave the Northern Pass.")
    assert position.confidence < direct.confidence


def test_words_that_say_what_is_judged_point_to_nothing_else() -> None:
    """A figure says itself what is rejected, and is not taken for what was named in the sentence before."""
    text = "The port asks that the strike be suspended while talks go on. Anything above 4 per cent is unacceptable."
    content = "Anything above 4 per cent is unacceptable."
    article = make_article(text)
    told = by_rules(make_statement(article, content, "Jonas Okafor"), article, STRIKE).told
    found = {(one.party, one.issue, one.option, one.stance) for one in told}
    assert found == {("Port", "wage", "5", "rejects"), ("Port", "wage", "8", "rejects")}


def test_the_verb_outside_the_quotation_decides_too() -> None:
    """What stands between the speaker and the content says what is done with it."""
    text = "Lena Ostrov ruled out a full amnesty for the fighters."
    positions = code(HOSTAGES, text, "a full amnesty for the fighters", "Lena Ostrov")
    assert counted(positions) == {("Government", "amnesty", "full", "rejects")}


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("The union rejects a rise of 3%.", "firm"),
        ("For the union, a rise of 3% is out of the question.", "red_line"),
        ("The union would never accept a rise of 3%.", "red_line"),
        ("The union seemed to reject a rise of 3%.", "soft"),
        ("Privately, the union would accept a rise of 5%.", "soft"),
    ],
)
def test_strength_follows_the_words(text: str, strength: str) -> None:
    """Words that exclude movement make a red line, hedges make it soft, nothing leaves it firm."""
    positions = [position for position in code(STRIKE, text) if position.counted]
    assert [position.strength for position in positions] == [strength]


def test_a_conditional_position_carries_its_condition() -> None:
    """In the words of the statement."""
    text = "The port would accept a rise of 5% only if the strike is suspended for the talks."
    position = next(each for each in code(STRIKE, text) if each.stance == "conditions")
    assert position.condition is not None
    assert position.condition.text == "only if the strike is suspended for the talks"


def test_the_words_of_a_position_lie_inside_its_statement() -> None:
    """Every span can be followed down to the article."""
    text = "Earlier news. Arvenia demands that the rebels pull out of the Northern Pass. More news."
    content = "Arvenia demands that the rebels pull out of the Northern Pass."
    (position,) = code(HOSTAGES, text, content)
    start = text.index(content)
    assert all(start <= span.start < span.end <= start + len(content) for span in position.words)
    assert "Northern Pass" in " ".join(span.of(text) for span in position.words)


def test_doubtful_readings_are_suggestions() -> None:
    """A demand that is only foreseen, and an unlabelled tie, are shown for review and never counted."""
    foreseen = code(STRIKE, "The union would demand a rise of 8%.")
    assert [(position.option, position.stance, position.counted) for position in foreseen] == [("8", "demands", False)]
    tied = code(STRIKE, "The union demands a rise of 5% or 8%.")
    assert tied
    assert not any(position.counted for position in tied)


@given(st.text(max_size=200))
def test_any_text_can_be_coded(text: str) -> None:
    """No text breaks the coder, and confidence is a probability."""
    body = f"x{text}"
    for position in code(STRIKE, body, body, "Marta Lindqvist"):
        assert 0 <= position.confidence <= 1


def test_swapping_two_parties_names_swaps_their_positions() -> None:
    """The coder treats every party alike: only who is who changes."""
    swapped = HOSTAGES.model_copy(
        update={
            "parties": tuple(
                party.model_copy(update={"id": other.id})
                for party, other in zip(HOSTAGES.parties, reversed(HOSTAGES.parties), strict=True)
            )
        }
    )
    other_id = {party.id: other.id for party, other in zip(HOSTAGES.parties, reversed(HOSTAGES.parties), strict=True)}
    for case, text, _ in TOLD:
        if case is HOSTAGES:
            plain, exchanged = counted(code(HOSTAGES, text)), counted(code(swapped, text))
            assert exchanged == {(other_id[party], issue, option, stance) for party, issue, option, stance in plain}
