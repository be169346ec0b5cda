"""Sentences to reports: who, where, when, how, with the exact words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.meetings.scenes import CASE, PUBLISHED, article, names, reports

from zopa.meetings import read_meetings

TOLD = [
    # sentence, who, status, format, place, first day
    (
        "Negotiators for the dock workers' union and the port company met for six hours at a hotel near the harbour on "
        "Tuesday but broke up without agreement.",
        {"dock workers' union", "port company"}, "held", None, "a hotel", date(2031, 3, 11),
    ),
    ("Tom Hale spoke by phone with Morrow late on Sunday.", {"Tom Hale", "Ines Morrow"}, "held", "call", None,
     date(2031, 3, 9)),
    ("Orr spoke with Falk by telephone on Monday evening, her office said.", {"Lena Orr", "Jon Falk"}, "held", "call",
     None, date(2031, 3, 10)),
    ("Trade ministers of Arvenia and Delta are to meet in Vienna on 3 June to sign the accord.", {"Arvenia", "Delta"},
     "planned", None, "Vienna", date(2031, 6, 3)),
    ("Falk flew to Geneva on Sunday and met Orr at the Palais Wilson for two hours.", {"Jon Falk", "Lena Orr"}, "held",
     None, "Geneva", date(2031, 3, 9)),
    ("Hale refused a meeting with Morrow until pickets are lifted.", {"Tom Hale", "Ines Morrow"}, "refused", None, None,
     None),
    ("A planned summit of Orr, Falk and the Northern Front's leader was called off.",
     {"Lena Orr", "Jon Falk", "Northern Front"}, "refused", None, None, None),
    ("Envoy Pia Lund will travel to Oslo next month to discuss tariffs with Falk.", {"Pia Lund", "Jon Falk"}, "planned",
     "envoy", "Oslo", date(2031, 4, 1)),
    ("Qatar hosted indirect talks between Arvenia and the Northern Front in Doha in January.",
     {"Arvenia", "Northern Front"}, "held", "mediated", "Doha", date(2031, 1, 1)),
    ("A three-way summit of Orr, Falk and the Northern Front could take place on Swiss soil.",
     {"Lena Orr", "Jon Falk", "Northern Front"}, "proposed", "trilateral", "Switzerland", None),
    ("Refusing a meeting with Falk, Orr said the time had not come.", {"Lena Orr", "Jon Falk"}, "refused", None, None,
     None),
    ("Hale gave way on shifts, after a telephone call with Ines Morrow.", {"Tom Hale", "Ines Morrow"}, "held", "call",
     None, None),
    ("The momentum towards an Orr-Falk summit has grown.", {"Lena Orr", "Jon Falk"}, "proposed", None, None, None),
    ("Orr will host Jon Falk in Geneva on March 20.", {"Lena Orr", "Jon Falk"}, "planned", None, "Geneva",
     date(2031, 3, 20)),
    ("Orr, who met Falk on Friday, said nothing.", {"Lena Orr", "Jon Falk"}, "held", None, None, date(2031, 3, 14)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "who", "status", "form", "place", "day"), TOLD)
def test_a_sentence_tells_who_where_when_and_how(
    sentence: str, who: set[str], status: str, form: str | None, place: str | None, day: date | None
) -> None:
    """Each part is read from its words; what is not told stays open."""
    (report,) = reports(sentence)
    assert names(report) == who
    assert report.status == status
    assert form is None or form in [told.value for told in report.formats]
    assert (report.venues[0].name if report.venues else None) == place
    assert (report.day.start if report.day else None) == day


NOTHING = [
    "Orr met the demands of her coalition.",
    "Negotiators met the deadline with an hour to spare.",
    "Falk and Orr had never met before the spring.",
    "No meeting between Hale and Morrow has been scheduled.",
    "Zelda Orrison said at a meeting with journalists on Monday that prices rose.",
    "Workers met at the gates to vote on the offer.",
    "The union called for higher pay.",
    "Talks about talks",
    "Morrow loves the school that her daughter attends in Bergen.",
    "Hale plans to participate in a national sports day.",
    "Orr told an invited crowd that prices rose.",
    "The intelligence-gathering in Oslo went on.",
    "Hale's yard has been meeting safety standards since March.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_meeting_of_the_sides_is_left_out(sentence: str) -> None:
    """Demands that are met, meetings denied, meetings with reporters, headlines."""
    assert reports(sentence) == []


def test_conditions_purpose_duration_and_outcome_are_kept_in_their_words() -> None:
    """Each as the exact words of the article."""
    (first,) = reports("The union and the company held three-hour talks in Bergen on Monday on the pension fund.")
    assert [words.text for words in first.durations] == ["three-hour"]
    (second,) = reports("Orr ruled out talks with the Northern Front until all hostages are free.")
    assert [words.text for words in second.preconditions] == ["until all hostages are free"]
    (third,) = reports("Orr and Falk are to meet in Vienna on 3 June to sign the fisheries accord.")
    assert [words.text for words in third.purposes] == ["to sign the fisheries accord"]
    (fourth,) = reports("Orr and Falk met in Oslo on Monday and agreed on a quota for cod.")
    assert [words.text for words in fourth.outcomes] == ["agreed on a quota for cod"]


def test_two_of_three_meetings_in_one_sentence_are_told_apart() -> None:
    """*Two meetings, one between A and B and another between A and C, before one of all three.*"""
    found = reports(
        "Officials considered holding two bilateral meetings — one between Orr and Falk, and another between Orr and "
        "Ines Morrow — before a meeting involving all three."
    )
    assert [names(report) for report in found] == [
        {"Lena Orr", "Jon Falk"},
        {"Lena Orr", "Ines Morrow"},
        {"Lena Orr", "Jon Falk", "Ines Morrow"},
    ]
    assert {report.status for report in found} == {"proposed"}


def test_who_proposes_a_meeting_of_others_is_not_put_at_it_and_an_answer_goes_to_it() -> None:
    """*The side ignored this idea* is said of the meeting proposed, not of the one at which it was."""
    proposed, held = reports(
        "Orr said that Lund had raised the idea of a three-way summit during her meeting with Falk on Wednesday, but "
        "Delta "
        "ignored this idea."
    )
    assert (proposed.status, names(proposed)) == ("refused", set())
    assert (held.status, names(held)) == ("held", {"Pia Lund", "Jon Falk"})


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Hale did not say whether Morrow would be present.", "Ines Morrow", "open"),
        ("Morrow had not yet received an invitation, a person close to her said.", "Ines Morrow", "not invited"),
        ("Morrow will not attend, the union said.", "Ines Morrow", "refuses"),
        ("Hale has invited Morrow to a meeting on Friday.", "Ines Morrow", "invited"),
    ],
)
def test_who_comes_is_read_where_no_meeting_is_named(sentence: str, name: str, role: str) -> None:
    """Left open, not invited, refusing, invited."""
    (report,) = reports(sentence)
    assert [(one.name, one.role) for one in report.attendees] == [(name, role)]


def test_the_two_leaders_are_those_of_the_meeting_before() -> None:
    """A pair points back to the last two who met."""
    found = reports("Orr met Falk in Oslo on Monday.", "The two leaders may meet again in the autumn.")
    assert names(found[1]) == {"Lena Orr", "Jon Falk"}
    assert found[1].day is not None
    assert (found[1].day.start, found[1].day.precision) == (date(2031, 9, 1), "season")


def test_without_a_day_of_publication_a_weekday_stays_open() -> None:
    """Its words are kept, and no day is guessed."""
    (report,) = reports("Orr met Falk in Oslo on Monday.", published=None)
    assert report.day is None
    assert [(time.precision, time.words.text) for time in report.times] == [("open", "Monday")]


SENTENCES = [sentence for sentence, *_ in TOLD] + NOTHING


@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_every_part_is_the_exact_words_of_its_spans(chosen: list[str]) -> None:
    """Law 3: whatever is told of a meeting can be found in the article, letter by letter."""
    page = article(*chosen)
    for report in read_meetings(page, CASE):
        parts = [
            report.told,
            report.full,
            *(one.words for one in report.attendees),
            *(one.words for one in report.venues),
        ]
        parts += [one.words for one in (*report.times, *report.formats, *report.statuses)]
        parts += [*report.preconditions, *report.purposes, *report.durations, *report.outcomes]
        for words in parts:
            assert " … ".join(" ".join(span.of(page.text).split()) for span in words.spans) == words.text
            assert all(report.sentence.start <= span.start and span.end <= report.sentence.end for span in words.spans)


def test_names_swapped_swap_the_report_and_nothing_else() -> None:
    """Every side is read alike: exchanging two names exchanges them in the result."""
    one, other = (
        "Orr refused a meeting with Falk in Oslo on Monday.",
        "Falk refused a meeting with Orr in Oslo on Monday.",
    )
    (first,), (second,) = reports(one), reports(other)
    assert names(first) == names(second)
    assert (first.status, first.venues[0].name, first.day) == (second.status, second.venues[0].name, second.day)
    assert PUBLISHED.weekday() == 5
