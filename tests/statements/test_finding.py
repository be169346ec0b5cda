"""Who said what: source, cue and content of the sentence patterns that news writing uses."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements.finding import find_attributions

CASES = [
    ("“We will not sign,” Jane Doe said.", "Jane Doe", "said", ["We will not sign,"]),
    ("“We will not sign,” said Jane Doe, a union leader.", "Jane Doe, a union leader", "said", ["We will not sign,"]),
    ("Jane Doe said that the union would not sign.", "Jane Doe", "said", ["the union would not sign"]),
    ("Jane Doe said on Monday that the union would not sign.", "Jane Doe", "said", ["the union would not sign"]),
    ("Jane Doe told reporters that the talks had failed.", "Jane Doe", "told", ["the talks had failed"]),
    ("The talks had failed, Jane Doe said on Monday.", "Jane Doe", "said", ["The talks had failed"]),
    ("Jane Doe said: “We will not sign.”", "Jane Doe", "said", ["We will not sign."]),
    ("The plan would be “dead on arrival,” she said.", "she", "said", ["The plan would be “dead on arrival,”"]),
    ("A deal is close, he said, but the price is open.", "he", "said", ["A deal is close", "but the price is open"]),
    ("“The plan,” Doe added, “is dead.”", "Doe", "added", ["The plan,", "is dead."]),
    ("According to Jane Doe, the plan is dead.", "Jane Doe", "According to", ["the plan is dead"]),
    (
        "The plan is dead, according to a person close to the talks.",
        "a person close to the talks",
        "according to",
        None,
    ),
    ("The plan is dead, as noted by Jane Doe, a fellow at Acme.", "Jane Doe, a fellow at Acme", "as noted by", None),
    ("In Doe's view, the plan is dead.", "Doe's", "In", ["the plan is dead"]),
    ("Her impression was that the plan is dead.", "Her", "impression was", ["the plan is dead"]),
    ("Doe, who leads the union, said the plan was dead.", "Doe, who leads the union", "said", ["the plan was dead"]),
    ("Analysts on pay believe that the plan is dead.", "Analysts on pay", "believe", ["the plan is dead"]),
    ("The memorandum demands that troops leave the zone.", "The memorandum", "demands", ["troops leave the zone"]),
    ("Doe rejected the plan.", "Doe", "rejected", ["the plan"]),
    ("Doe refused to sign the plan.", "Doe", "refused", ["to sign the plan"]),
    ("DOE: Nobody will sign this.", "DOE", ":", ["Nobody will sign this"]),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), CASES)
def test_patterns(text: str, source: str, cue: str, content: list[str] | None) -> None:
    """One attribution with the spans a person would mark."""
    found = find_attributions(plain_article(text, "page"))
    assert found, text
    words = [tuple(" ".join(span.of(text) for span in role) for role in (one.source, one.cue)) for one in found]
    assert (source, cue) in words
    if content is not None:
        assert [span.of(text) for span in found[words.index((source, cue))].content] == content


@pytest.mark.parametrize(
    "text",
    [
        "The river is long and the bridge is old.",
        "The claims office opens at nine in the United States.",
        "We believe the reader will like this recipe.",
        "She went to say goodbye to the crew.",
    ],
)
def test_sentences_that_attribute_nothing(text: str) -> None:
    """Nouns that look like verbs, the writer's own voice and plain narration give nothing."""
    assert find_attributions(plain_article(text, "page")) == []


def test_a_second_verb_and_a_participle_share_the_subject() -> None:
    """``X said A and insisted B, adding C``: three contents, one source."""
    text = "Jane Doe said that the plan was dead and insisted that pay must rise, adding that time was short."
    found = find_attributions(plain_article(text, "page"))
    assert [one.source[0].of(text) for one in found] == ["Jane Doe"] * 3
    assert [one.content[0].of(text) for one in found] == ["the plan was dead", "pay must rise", "time was short"]


def test_a_quotation_carries_on_after_the_caption() -> None:
    """The sentence behind ``“A,” X said.`` that is all quotation belongs to the same attribution."""
    text = "“We will not sign,” Jane Doe said. “The plan is dead.”"
    (found,) = find_attributions(plain_article(text, "page"))
    assert [span.of(text) for span in found.content] == ["We will not sign,", "The plan is dead."]
