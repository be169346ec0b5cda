"""Entries are found by their words and by what they are filed under, and counted exactly."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.ledger import faceted
from zopa.ledger.faceted import Catalogue, Entry, WordIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS = ("harbour", "wages", "café", "night")
FACETS = {"party": ("Union", "Company"), "stance": ("demands", "rejects", "offers")}

entries = st.lists(
    st.builds(
        lambda words, party, stance, day: (" ".join(words), party, stance, day),
        st.lists(st.sampled_from(WORDS), max_size=4),
        st.lists(st.sampled_from(FACETS["party"]), unique=True).map(tuple),
        st.lists(st.sampled_from(FACETS["stance"]), unique=True).map(tuple),
        st.sampled_from(("", "2031-03-01", "2031-03-02")),
    ),
    max_size=12,
).map(
    lambda rows: [
        Entry(str(place), f"title {place}", text, {"party": party, "stance": stance}, day)
        for place, (text, party, stance, day) in enumerate(rows)
    ]
)
choices = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from(values), unique=True) for name, values in FACETS.items()}
)


def fits(entry: Entry, word: str, chosen: Mapping[str, list[str]], but: str = "") -> bool:
    """Whether an entry is to be found, leaving one facet out."""
    filed = all(not values or name == but or set(values) & set(entry.facets[name]) for name, values in chosen.items())
    return filed and (not word or word in entry.text.split())


@settings(max_examples=60)
@given(entries, st.sampled_from(("", *WORDS)), choices)
def test_what_is_found_and_counted_is_what_is_there(
    given_entries: list[Entry], word: str, chosen: dict[str, list[str]]
) -> None:
    """Against a plain walk through all entries: the total, the ids, and every count with its own facet left open."""
    found = Catalogue(WordIndex(), given_entries).find(word, chosen, limit=100)
    expected = {entry.id for entry in given_entries if fits(entry, word, chosen)}
    assert {entry.id for entry in found.entries} == expected
    assert found.total == len(expected)
    for name, counts in found.counts.items():
        left = [entry for entry in given_entries if fits(entry, word, chosen, but=name)]
        assert dict(counts) == Counter(value for entry in left for value in entry.facets[name])


ROWS = [
    Entry("a", "Lind", "The union wants more. More, it says.", {"party": ("Union",)}, "2031-03-01"),
    Entry("b", "Vance", "More is not to be had.", {"party": ("Company", "Union")}, "2031-03-02"),
    Entry("c", "More", "Nothing of the kind.", {}, ""),
]


def test_the_places_are_those_of_the_words() -> None:
    """Spans lie in the text; a word of the title has none."""
    found = {entry.id: entry.spans for entry in Catalogue(WordIndex(), ROWS).find("MORE").entries}
    assert [span.of(ROWS[0].text) for span in found["a"]] == ["more", "More"]
    assert found["c"] == ()


def test_pages_follow_each_other_and_the_total_is_of_all() -> None:
    """Nothing is cut silently."""
    catalogue = Catalogue(WordIndex(), ROWS)
    pages = [catalogue.find(first=first, limit=1) for first in range(4)]
    assert [page.total for page in pages] == [3, 3, 3, 3]
    assert [entry.id for page in pages for entry in page.entries] == ["b", "a", "c"], "newest first, undated last"


def test_too_common_words_are_not_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of entries the order is by day, and said to be."""
    catalogue = Catalogue(WordIndex(), ROWS)
    assert catalogue.find("more").order == "best first"
    monkeypatch.setattr(faceted, "RANKED", 1)
    found = catalogue.find("more")
    assert found.order == "newest first"
    assert [entry.id for entry in found.entries] == ["b", "a", "c"]


def test_words_stay_indexed_while_what_they_are_filed_under_changes() -> None:
    """One index serves every state of a case; what a state does not hold is not found in it."""
    index = WordIndex()
    Catalogue(index, ROWS)
    refiled = Catalogue(index, [Entry("b", "Vance", ROWS[1].text, {"party": ("Company",)}, "2031-03-02")])
    found = refiled.find("more")
    assert (found.total, found.counts) == (1, {"party": (("Company", 1),)})
    assert index.size == 3


def test_values_and_facets_nobody_has_are_no_error() -> None:
    """A link may name what is gone: a value nobody has finds nothing, a facet nobody has is passed over."""
    catalogue = Catalogue(WordIndex(), ROWS)
    assert catalogue.find(chosen={"party": ["Nobody"]}).total == 0
    assert catalogue.find(chosen={"colour": ["red"]}).total == 3


def test_an_empty_case_has_nothing() -> None:
    """And no facet."""
    assert Catalogue(WordIndex(), []).find("more").total == 0
