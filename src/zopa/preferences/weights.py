"""How much a piece of evidence weighs: the chance that what it says holds; the rest is ignorance, never the opposite.

alpha = min(source grade, information grade) * 2^(-age / half_life) * rho^relays * confidence of the coding
(discounting, Shafer 1976). Grades are NATO Admiralty (AJP-2.1), two fields: the source from A to F, the information
from 1 to 6; F and 6 mean that it cannot be judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from zopa.case.case import Grade
from zopa.positions import relays, spoken_for_party, stands_on

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from zopa.case.case import Case
    from zopa.positions import Evidence

Kind = Literal["spokesperson", "third party", "anonymous", "document", "narrator"]

SOURCE_GRADES = {"A": 0.95, "B": 0.8, "C": 0.6, "D": 0.4, "E": 0.2, "F": 0.5}
INFORMATION_GRADES = {1: 0.95, 2: 0.8, 3: 0.6, 4: 0.4, 5: 0.2, 6: 0.5}

DEFAULT_GRADES: Mapping[Kind, Grade] = {
    "spokesperson": Grade(source="A", information=1),
    "document": Grade(source="A", information=2),
    "narrator": Grade(source="B", information=2),
    "third party": Grade(source="C", information=3),
    "anonymous": Grade(source="F", information=6),
}
"""Grades by the kind of source: a named speaker for the party itself, a document, the outlet's own account, a named
speaker of somebody else, and an unnamed source.
"""


def grade_number(grade: Grade) -> float:
    """The smaller of the two numbers of a grade."""
    return min(SOURCE_GRADES[grade.source], INFORMATION_GRADES[grade.information])


def evidence_weight(
    grade: float, age: float, relays: int, confidence: float, *, half_life: float = 180.0, relay_discount: float = 0.8
) -> float:
    """alpha, in [0, 1]. ``age`` and ``half_life`` in days; an age below 0 counts as 0.

    >>> round(evidence_weight(0.8, age=180, relays=1, confidence=1.0), 9)
    0.32
    """
    return float(grade * 2 ** (-max(age, 0.0) / half_life) * relay_discount**relays * confidence)


def kind_of(evidence: Evidence, case: Case) -> Kind:
    """What kind of source the evidence comes from."""
    statement = evidence.statement
    if statement.speaker_kind == "narrator":
        return "narrator"
    if statement.speaker_kind == "document":
        return "document"
    if statement.speaker_kind == "anonymous" or statement.anonymous is not None:
        return "anonymous"
    return "spokesperson" if spoken_for_party(evidence, case) else "third party"


def grade_of(evidence: Evidence, case: Case) -> float:
    """The number of the evidence's grade.

    A case may grade kinds of source (``anonymous: D4``), speakers and outlets by name. A speaker's grade replaces that
    of the kind; an outlet's grade can only lower it.
    """
    given = {name.casefold(): grade for name, grade in case.settings.grades.items()}
    kind = kind_of(evidence, case)
    grade = given.get(evidence.statement.speaker.casefold()) or given.get(kind) or DEFAULT_GRADES[kind]
    outlet = given.get((evidence.article.outlet or "").casefold())
    return grade_number(grade) if outlet is None else min(grade_number(grade), grade_number(outlet))


def weight_of(evidence: Evidence, case: Case, as_of: date) -> float:
    """alpha of one piece of evidence as of a day.

    Age runs from the day it was said, else published (or about so, by its place in a file), else read; where not even
    that is known it counts as new.
    """
    day = stands_on(evidence) or evidence.read_on
    return evidence_weight(
        grade_of(evidence, case),
        age=0.0 if day is None else float((as_of - day).days),
        relays=relays(evidence, case),
        confidence=evidence.position.confidence,
        half_life=case.settings.half_life,
        relay_discount=case.settings.relay_discount,
    )
