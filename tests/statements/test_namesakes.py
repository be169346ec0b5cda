"""When two full names with one surname mean one person, and when two."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements.namesakes import first_name_of, key_of, shared_surnames
from zopa.statements.people import people_in


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        (["Ana Lopez", "Lopez", "Ben Lopez"], {"lopez"}),
        (["Volodymyr Marko", "Vladimir Marko"], set()),
        (["Bill Hart", "William Hart", "B. Hart"], set()),
        (["Ana Lopez", "Ben Ito"], set()),
    ],
)
def test_who_shares_a_surname(names: list[str], shared: set[str]) -> None:
    """First names that begin alike, short forms and initials are one person's; others are two people's."""
    assert shared_surnames(names) == shared


def test_keys_and_first_names() -> None:
    """A shared surname is told apart by the first letter of the first name; a surname alone by nothing."""
    assert key_of("Ana Lopez", frozenset({"lopez"})) == "a lopez"
    assert key_of("Lopez", frozenset({"lopez"})) == key_of("Ana Lopez", frozenset()) == "lopez"
    assert [first_name_of(name) for name in ("Lopez", "B. Lopez", "Bob Lopez")] == [None, None, "robert"]


def test_a_shared_surname_means_whoever_was_named_last() -> None:
    """In the text as in a question with a place; without a place the first is meant."""
    text = "Minister Ana Lopez spoke. Lopez left. Captain Ben Lopez stayed. Lopez slept."
    people = people_in(plain_article(text, "page"))
    names = [people.persons[mention.person].name for mention in people.mentions]
    assert names == ["Ana Lopez", "Ana Lopez", "Ben Lopez", "Ben Lopez"]
    for at, name in ((text.index("Lopez left"), "Ana Lopez"), (len(text), "Ben Lopez"), (None, "Ana Lopez")):
        person = people.named("Lopez", at)
        assert person is not None
        assert person.name == name
