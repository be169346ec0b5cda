"""Room 5: the evidence store. Articles, readings and reviews are added, never changed; no conclusion is stored."""

from zopa.ledger.anchor import Anchor, Quote, anchor_of, find_quote, quotes_of
from zopa.ledger.comment import Cell, Comment, subject_of
from zopa.ledger.ledger import Ledger
from zopa.ledger.placing import Placed, place_reviews
from zopa.ledger.reading import Reading
from zopa.ledger.review import Decision, Review, standing
from zopa.ledger.search import Hit

__all__ = [
    "Anchor",
    "Cell",
    "Comment",
    "Decision",
    "Hit",
    "Ledger",
    "Placed",
    "Quote",
    "Reading",
    "Review",
    "anchor_of",
    "find_quote",
    "place_reviews",
    "quotes_of",
    "standing",
    "subject_of",
]
