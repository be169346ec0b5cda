"""Room 1: published pages in, articles out. The page is kept as found; its chrome is left out of the body."""

from zopa.coverage.article import (
    Article,
    Byline,
    PublishedFrom,
    Span,
    TextKind,
    article_id,
    words_of,
)
from zopa.coverage.build import plain_article
from zopa.coverage.codes import CODES
from zopa.coverage.filing import about_days
from zopa.coverage.page import Page, Skipped
from zopa.coverage.reading import SIZE_LIMIT, count_candidates, read_coverage, texts_in

__all__ = [
    "CODES",
    "SIZE_LIMIT",
    "Article",
    "Byline",
    "Page",
    "PublishedFrom",
    "Skipped",
    "Span",
    "TextKind",
    "about_days",
    "article_id",
    "count_candidates",
    "plain_article",
    "read_coverage",
    "texts_in",
    "words_of",
]
