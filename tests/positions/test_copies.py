"""Copies: articles with the same text are one, however they are trimmed; other reports of the same news are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.positions.scenes import make_article

from zopa.positions.copies import copy_groups, relation_of, shingles
from zopa.positions.reporting import reports_named

REPORT = (
    "The harbour strike entered its fourth week on Monday as crane drivers stayed away from all six piers. "
    "The union said that it would talk at any hour, and the port authority answered that its door was open. "
    "Ships are waiting in the roads, and two lines have sent their vessels to other ports along the coast."
)
OTHER = (
    "Talks on the dockers' pay are stuck, people on both sides said, and no date for another round has been set. "
    "Crane drivers have now been out for a month. Exporters of timber count their losses by the day and ask the "
    "government to step in before the thaw."
)


def test_a_trimmed_copy_belongs_to_its_original() -> None:
    """Chrome added, a sentence cut: still the same article, under the one that came first."""
    first, copy = make_article(REPORT), make_article("Share this story\n" + REPORT[: len(REPORT) * 2 // 3])
    other = make_article(OTHER)
    groups = copy_groups([first, copy, other])
    assert groups == {first.id: first.id, copy.id: first.id, other.id: other.id}


def test_copies_of_copies_are_copies() -> None:
    """The middle one joins the two ends."""
    half = make_article(REPORT[:220])
    whole = make_article(REPORT + " " + OTHER)
    rest = make_article(OTHER[:220])
    assert len(set(copy_groups([half, rest, whole]).values())) == 1


def test_a_text_too_short_to_compare_is_its_own() -> None:
    """A line that two articles share makes no copy."""
    one, other = make_article("The strike goes on."), make_article("The strike goes on. No talks.")
    assert len(set(copy_groups([one, other]).values())) == 2


def test_shingles_are_runs_of_three_words() -> None:
    """Marks and capitals do not count."""
    assert len(shingles("a b c d")) == 2
    assert shingles("The strike, it seems") == shingles("the STRIKE it seems.")
    assert shingles("two words") == frozenset()


POST = (
    "Crane drivers will call off their strike if the port takes back the eleven men it dismissed, according to the "
    "Valley Post, which cited two people at the table. The dockers would also accept a wage rise of five per cent "
    "spread over two years. A port official called the mood in the room icy."
)
RETOLD = (
    "The Valley Post has reported that the strike could end soon. Its sources said that dockers would accept five per "
    "cent on wages over two years. They want the eleven dismissed men taken back by the port. Exporters are hopeful."
)
OWN = (
    "Dockers gathered at pier four on Monday and swore to stay out for as long as it takes. Their president, Marta "
    "Lindqvist, told Harbour Radio that the eleven dismissed men must be taken back. “We accept five per cent over two "
    "years, and the port takes back the eleven men it dismissed,” she said."
)


def test_two_retellings_of_one_credited_report_are_rewrites() -> None:
    """Hardly a run of words in common, but the same report is credited at the top and its claims are there."""
    first, second = make_article(POST, outlet="Morning Star"), make_article(RETOLD, outlet="Coast Daily")
    assert relation_of(first, second) == relation_of(second, first) == "rewrite"
    assert len(set(copy_groups([first, second]).values())) == 1


def test_a_retelling_belongs_to_the_report_it_credits() -> None:
    """The original is known by its outlet."""
    report = POST.replace(", according to the Valley Post, which cited two people at the table", "")
    assert relation_of(make_article(report, outlet="Valley Post"), make_article(RETOLD, outlet=None)) == "rewrite"


def test_quoting_one_public_statement_makes_no_copy() -> None:
    """Another report that quotes the same woman is independent, however long the quotation."""
    quoted = "“We accept five per cent over two years, and the port takes back the eleven men it dismissed,” she said."
    other = make_article("In the fish hall, Lindqvist spoke to mayors of the coast on Monday. " + quoted)
    assert relation_of(make_article(OWN), other) == "independent"


def test_retellings_weeks_apart_are_of_two_reports() -> None:
    """The same outlet reports every week."""
    first, later = make_article(POST, "2031-03-01"), make_article(RETOLD, "2031-03-20")
    assert relation_of(first, later) == "independent"


def test_an_outlet_named_in_passing_is_no_credit() -> None:
    """One quotation taken from elsewhere, far down, does not make the article a retelling."""
    article = make_article(OTHER + " The quay was empty. " + OWN)
    assert reports_named(article) == frozenset()
    assert reports_named(make_article(POST)) == {"valley post"}


@given(st.permutations([POST, RETOLD, OWN, REPORT, OTHER]))
def test_the_groups_do_not_depend_on_the_order(texts: list[str]) -> None:
    """Who stands for a group may differ; who is in it may not."""
    articles = [make_article(text) for text in texts]
    groups = copy_groups(articles)
    members = {frozenset(a.text for a in articles if groups[a.id] == root) for root in groups.values()}
    assert members == {frozenset({POST, RETOLD}), frozenset({OWN}), frozenset({REPORT}), frozenset({OTHER})}
