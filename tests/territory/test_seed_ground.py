"""The article it all began with: what it says of the ground is read, sentence by sentence.

The article's text stays outside the repository; the test reads it from the development data.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from zopa.case import load_case
from zopa.coverage import plain_article
from zopa.territory import ExtentReader

OTHERWISE = {35, 36}
"""Sentences on the ground that say nobody's extent: one leaves open what a party wants, one tells of a corridor."""


def test_every_sentence_on_who_holds_what_is_read(shared: Path, repository: Path) -> None:
    """Of the sentences whose kinds say so, those that tell who holds something have an extent; no other has one."""
    text = (shared / "data/coverage/seed_alaska.txt").read_text("utf-8")
    article = replace(plain_article(text, "seed"), published=date(2025, 8, 9))
    read = {
        extent.words.of(text).strip()
        for extent in ExtentReader(load_case(repository / "examples/alaska")).read(article)
    }
    inventory = json.loads((shared / "data/seed_inventory.json").read_text("utf-8"))
    wanted = {entry["n"]: entry["sentence"] for entry in inventory if "territorial_status" in entry["kinds"]}
    found = {n for n, sentence in wanted.items() if any(sentence in words or words in sentence for words in read)}
    assert found == wanted.keys() - OTHERWISE
    assert all(any(words in entry["sentence"] or entry["sentence"] in words for entry in inventory) for words in read)
    assert len(read) == len(found)


def test_what_it_says_of_each_zone(shared: Path, repository: Path) -> None:
    """Holder, deed and ground of each, in the order of the text."""
    text = (shared / "data/coverage/seed_alaska.txt").read_text("utf-8")
    article = replace(plain_article(text, "seed"), published=date(2025, 8, 9))
    found = ExtentReader(load_case(repository / "examples/alaska")).read(article)
    assert [(one.holder, one.deed, one.zone or one.land_of or one.asset) for one in found] == [
        ("Ukraine", "holds", "kursk"),
        ("Russia", "holds", "Ukraine"),
        ("Ukraine", "took", "Russia"),
        ("Russia", "holds", "luhansk"),
        ("Russia", "holds", "donetsk"),
        ("Russia", "holds", "kherson"),
        ("Russia", "holds", "zaporizhzhia"),
        ("Russia", "holds", "Zaporizhzhia nuclear power plant"),
    ]
