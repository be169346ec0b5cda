"""Words that tell a stance: a logistic regression on the words of coded statements and on turns of phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from judge_data import idioms
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from zopa.case.case import Case, Issue, Option, Party
from zopa.coverage import plain_article
from zopa.coverage.article import Span
from zopa.positions.hearing import hear, words_of_case
from zopa.positions.judging.wording import CONTENT, MARK, stance_words
from zopa.positions.position import STANCES
from zopa.statements.statement import Statement, statement_id
from zopa.statements.tagger import WEIGHTS
from zopa.statements.tagging.network import boundary_ids, load_tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from judge_data import Taught

LEAST = 2
"""In how many statements a word must stand to be learned."""
FREEDOM = 0.4

_NOBODY = Case(
    id="nobody",
    title="nobody",
    parties=(Party(id="Zzq", name="Zzq"), Party(id="Qqz", name="Qqz")),
    issues=(Issue(id="x", name="x", options=(Option(id="y"), Option(id="z"))),),
    signatories=("Zzq", "Qqz"),
)


def fit_words(taught: Sequence[Taught], target: Path) -> None:
    """The regression of the stance on words, into a file. A statement with two stances counts for both."""
    told = [
        (each.question.words, STANCES.index(stance))
        for each in taught
        if each.told
        for stance in sorted(set(each.positions.values()))
    ]
    told += [(_words(text), stance) for text, stance in idioms()]
    vectorizer = DictVectorizer()
    counts = vectorizer.fit_transform([dict.fromkeys(words, 1.0) for words, _ in told])
    kept = np.flatnonzero(np.asarray((counts > 0).sum(axis=0)).ravel() >= LEAST)
    model = LogisticRegression(C=FREEDOM, max_iter=2000).fit(counts[:, kept], [stance for _, stance in told])
    words = "\n".join(str(vectorizer.feature_names_[column]) for column in kept)
    np.savez_compressed(
        target,
        words=np.array(words),
        weights=model.coef_.T.astype(np.float16),
        bias=model.intercept_.astype(np.float32),
    )


def _words(text: str) -> tuple[str, ...]:
    article = plain_article(text, "phrase")
    content = (Span(0, len(article.text.rstrip())),)
    statement = Statement(
        id=statement_id(article.id, content),
        article=article.id,
        speaker="narrator",
        speaker_kind="narrator",
        relayed_via=(),
        anonymous=None,
        quote_type="indirect",
        content=content,
        cue=(),
        source=(),
        said_on=None,
        said_on_exact=False,
        confidence=1.0,
    )
    return stance_words(statement, article, hear(statement, article, _NOBODY, words_of_case(_NOBODY)))


def idiom_questions() -> list[tuple[np.ndarray, np.ndarray, int]]:
    """Turns of phrase as pieces, their kinds, and the stance."""
    tokenizer = load_tokenizer(WEIGHTS)
    classify, separate = boundary_ids(tokenizer)
    found = []
    for text, stance in idioms():
        pieces = tokenizer.encode(text).ids
        kinds = [MARK, *[CONTENT] * len(pieces), MARK]
        found.append((np.array([classify, *pieces, separate]), np.array(kinds), stance))
    return found
