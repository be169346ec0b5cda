"""Room 5: the evidence store. Articles, readings and reviews are added, never changed; no conclusion is stored."""

from zopa.ledger.ledger import Ledger
from zopa.ledger.reading import Reading
from zopa.ledger.review import Decision, Review

__all__ = ["Decision", "Ledger", "Reading", "Review"]
