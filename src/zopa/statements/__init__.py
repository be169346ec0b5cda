"""Articles to statements: who said what, through whom, when, with the exact words. Knows nothing of any case."""

from zopa.statements.attribution import Attribution
from zopa.statements.language import language_problem
from zopa.statements.mentions import Mentions
from zopa.statements.page import page_of
from zopa.statements.people import Person, people_in
from zopa.statements.reader import READER, read_statements
from zopa.statements.shape import as_attributions
from zopa.statements.statement import Anonymity, DayBasis, QuoteType, SpeakerKind, Statement, statement_id
from zopa.statements.tagger import find_attributions

__all__ = [
    "READER",
    "Anonymity",
    "Attribution",
    "DayBasis",
    "Mentions",
    "Person",
    "QuoteType",
    "SpeakerKind",
    "Statement",
    "as_attributions",
    "find_attributions",
    "language_problem",
    "page_of",
    "people_in",
    "read_statements",
    "statement_id",
]
