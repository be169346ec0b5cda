"""Positions: what each side wants, how firmly, since when, on whose word."""

from zopa.positions.assessments import Assessment, assessments_in
from zopa.positions.candidates import COUNTED_FROM, SHOWN_FROM, Candidate
from zopa.positions.changes import Change, detect_changes, find_constancies
from zopa.positions.coder import CODER, as_position, code_positions
from zopa.positions.coding import Coding, coding_of
from zopa.positions.evidence import Evidence, is_dated, relays, said_on, spoken_for_party, stands_on
from zopa.positions.introductions import with_people
from zopa.positions.learning import LEARNED, Learned, apply_learning, learn
from zopa.positions.lessons import Lesson, carried, lessons_of
from zopa.positions.matrix import Cell, Matrix, Standing, build_matrix
from zopa.positions.origins import Origin, find_origins
from zopa.positions.position import STANCES, STRENGTHS, Condition, Position, Stance, Strength
from zopa.positions.proposals import Answer, Proposal, Term, find_proposals
from zopa.positions.ranking import candidates
from zopa.positions.reviewed import Matter, Ruling, Verdict, apply_reviews, in_case, rulings
from zopa.positions.rows import positions_as_rows
from zopa.positions.speakers import party_of
from zopa.positions.succession import standing_evidence
from zopa.positions.told import all_changes

__all__ = [
    "CODER",
    "COUNTED_FROM",
    "LEARNED",
    "SHOWN_FROM",
    "STANCES",
    "STRENGTHS",
    "Answer",
    "Assessment",
    "Candidate",
    "Cell",
    "Change",
    "Coding",
    "Condition",
    "Evidence",
    "Learned",
    "Lesson",
    "Matrix",
    "Matter",
    "Origin",
    "Position",
    "Proposal",
    "Ruling",
    "Stance",
    "Standing",
    "Strength",
    "Term",
    "Verdict",
    "all_changes",
    "apply_learning",
    "apply_reviews",
    "as_position",
    "assessments_in",
    "build_matrix",
    "candidates",
    "carried",
    "code_positions",
    "coding_of",
    "detect_changes",
    "find_constancies",
    "find_origins",
    "find_proposals",
    "in_case",
    "is_dated",
    "learn",
    "lessons_of",
    "party_of",
    "positions_as_rows",
    "relays",
    "rulings",
    "said_on",
    "spoken_for_party",
    "standing_evidence",
    "stands_on",
    "with_people",
]
