"""From a case and its positions to a negotiation model: evidence weights, claims, red lines, stakes."""

from zopa.preferences.build import build_model
from zopa.preferences.leverage import Reservation, reservation_history, reservation_of
from zopa.preferences.weights import DEFAULT_GRADES, evidence_weight, grade_of, kind_of, weight_of

__all__ = [
    "DEFAULT_GRADES",
    "Reservation",
    "build_model",
    "evidence_weight",
    "grade_of",
    "kind_of",
    "reservation_history",
    "reservation_of",
    "weight_of",
]
