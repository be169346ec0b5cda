"""Pages and statements that several ledger tests use, written for them."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from zopa.coverage import Page, plain_article
from zopa.coverage.article import Span
from zopa.ledger import Decision, Ledger, Review, anchor_of
from zopa.positions import Coding
from zopa.statements.statement import Statement, statement_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TEXT = "The harbour workers want forty hours.\n\nThe owners said on Monday that they would not pay for it."


def page_of(text: str = TEXT, doc: str = "harbour") -> Page:
    return Page(plain_article(text, doc), text.encode())


def statement_of(page: Page, confidence: float = 0.5) -> Statement:
    span = page.article.paragraphs[-1]
    return Statement(
        id=statement_id(page.article.id, [span]),
        article=page.article.id,
        speaker="the owners",
        speaker_kind="group",
        relayed_via=("Harbour Radio",),
        anonymous=None,
        quote_type="indirect",
        content=(span,),
        cue=(Span(span.start + 11, span.start + 15),),
        source=(Span(span.start, span.start + 10),),
        said_on="2025-03",
        said_on_exact=False,
        confidence=confidence,
    )


MONDAY = datetime(2025, 3, 3, 9, 30, tzinfo=UTC)
CODING = Coding("Owners", "hours", "forty", "rejects", "firm")


def review_of(page: Page, decision: Decision = "accept", by: str = "Ana", **values: Any) -> Review:
    """A decision on the coding of the statement of ``statement_of``."""
    after = CODING if decision == "accept" else None
    shown: dict[str, Any] = {"at": MONDAY, "before": CODING, "after": after, **values}
    return Review(anchor_of(statement_of(page), page.article), decision, by, **shown)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "zopa.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened


@pytest.fixture
def make_page() -> Callable[..., Page]:
    return page_of


@pytest.fixture
def make_statement() -> Callable[..., Statement]:
    return statement_of


@pytest.fixture
def make_review() -> Callable[..., Review]:
    return review_of


@pytest.fixture
def digest() -> Callable[[Path], str]:
    return lambda path: hashlib.sha256(path.read_bytes()).hexdigest()
