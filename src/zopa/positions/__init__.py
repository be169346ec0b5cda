"""Positions: what each side wants, how firmly, since when, on whose word."""

from zopa.positions.changes import Change, detect_changes
from zopa.positions.coder import CODER, code_positions
from zopa.positions.coding import Coding, coding_of
from zopa.positions.evidence import Evidence, is_dated, relays, said_on, spoken_for_party
from zopa.positions.matrix import Cell, Matrix, Standing, build_matrix
from zopa.positions.origins import Origin, find_origins
from zopa.positions.position import STANCES, STRENGTHS, Condition, Position, Stance, Strength
from zopa.positions.reviewed import Matter, Ruling, Verdict, apply_reviews, in_case, rulings
from zopa.positions.rows import positions_as_rows
from zopa.positions.speakers import party_of
from zopa.positions.succession import standing_evidence

__all__ = [
    "CODER",
    "STANCES",
    "STRENGTHS",
    "Cell",
    "Change",
    "Coding",
    "Condition",
    "Evidence",
    "Matrix",
    "Matter",
    "Origin",
    "Position",
    "Ruling",
    "Stance",
    "Standing",
    "Strength",
    "Verdict",
    "apply_reviews",
    "build_matrix",
    "code_positions",
    "coding_of",
    "detect_changes",
    "find_origins",
    "in_case",
    "is_dated",
    "party_of",
    "positions_as_rows",
    "relays",
    "rulings",
    "said_on",
    "spoken_for_party",
    "standing_evidence",
]
