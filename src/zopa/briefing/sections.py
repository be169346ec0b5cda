"""The parts of the page in reading order: each a template of its own, with the name under which readers find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.briefing.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its template, the anchor of its heading, its name in the list of sections, and its ground.

    The template is included where ``shown`` finds something to show; it reads the briefing's own fields. A part
    without a title follows the one before it and is not named in the list.
    """

    template: str
    anchor: str
    title: str
    shown: Callable[[Briefing], object]


SECTIONS = (
    Section("matrix.html", "matrix", "Who wants what", lambda briefing: briefing.cells),
    Section("assessments.html", "assessments", "", lambda briefing: briefing.assessments),
    Section("packages.html", "packages", "Packages", lambda briefing: briefing.packages),
    Section("frontier.html", "frontier", "Frontier", lambda briefing: briefing.frontier),
    Section("proposals.html", "table", "On the table", lambda briefing: briefing.proposals),
    Section("ground.html", "ground-held", "The ground", lambda briefing: briefing.territory),
    Section("blockers.html", "blockers", "Blockers", lambda briefing: briefing.blockers.clauses),
    Section("concessions.html", "concessions", "Concessions", lambda briefing: briefing.concessions),
    Section("formats.html", "formats", "Formats", lambda briefing: briefing.formats),
    Section("questions.html", "questions", "Questions", lambda briefing: briefing.questions or briefing.weights),
    Section("posture.html", "posture", "", lambda briefing: briefing.posture_curve),
    Section("talks.html", "meetings", "Meetings", lambda briefing: briefing.talks.meetings),
    Section("timeline.html", "timeline", "Timeline", lambda briefing: briefing.timeline),
    Section("statements.html", "statements", "Statements", lambda briefing: True),
    Section("method.html", "method", "Method", lambda briefing: True),
)
"""A new part is one line here, one template, one field of the briefing, and its lines in the text forms."""
