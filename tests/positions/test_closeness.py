"""Closeness: how near words lie to options, and which issue a shared word belongs to."""

from __future__ import annotations

from tests.positions.scenes import make_article, make_statement

from zopa.case.case import Case, Issue, Option, Party
from zopa.positions.closeness import near_options
from zopa.positions.hearing import hear, words_of_case

LIFTED = (Option(id="lifted", definition="lifted at once"), Option(id="kept", definition="kept as it is"))
CASE = Case(
    id="embargo",
    title="Blockade and sanctions",
    parties=(Party(id="North", name="North"), Party(id="South", name="South")),
    issues=(
        Issue(id="blockade", name="The blockade", options=LIFTED),
        Issue(id="sanctions", name="The sanctions", options=LIFTED),
    ),
    signatories=("North", "South"),
)


def near(text: str, *, yielding: bool) -> dict[tuple[str, str], float]:
    """Every option that a sentence lies near to, with how near."""
    article = make_article(text)
    words = words_of_case(CASE)
    hearing = hear(make_statement(article, text, "narrator"), article, CASE, words)
    return {(one.issue, one.option): one.closeness for one in near_options(hearing, words, yielding=yielding)}


def test_a_shared_word_belongs_to_the_issue_that_is_named() -> None:
    """Of *the blockade is lifted* only the blockade is said; both options share the word *lifted*."""
    text = "The blockade would be lifted at once."
    assert near(text, yielding=False)["sanctions", "lifted"] > 0
    found = near(text, yielding=True)
    assert max(found, key=found.__getitem__) == ("blockade", "lifted")
    assert "sanctions" not in {issue for issue, _ in found}


def test_a_shared_word_belongs_to_all_where_none_or_both_are_named() -> None:
    """Nothing is yielded: *everything is lifted at once*."""
    for text in ("Everything would be lifted at once.", "Blockade and sanctions would be lifted at once."):
        assert near(text, yielding=True) == near(text, yielding=False)
        assert {("blockade", "lifted"), ("sanctions", "lifted")} <= near(text, yielding=True).keys()
