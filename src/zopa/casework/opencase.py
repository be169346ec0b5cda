"""A case opened from Python: the walk as methods, each a thin call of the function that does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from zopa.casework.briefs import brief
from zopa.casework.exporting import ExportFormat, export
from zopa.casework.folder import CaseFolder, case_folder
from zopa.casework.importing import ImportReport, import_reviews
from zopa.casework.listing import Document, matrix_rows, position_rows, statements_in_case
from zopa.casework.proposing import proposal_rows
from zopa.casework.reading import ReadReport, read_case
from zopa.casework.replaying import replay_rows
from zopa.casework.reviewing import Desk
from zopa.casework.settling import frontier_of, settle_path
from zopa.casework.talks import circumstance_rows, meeting_rows
from zopa.casework.tracing import change_rows, origin_rows
from zopa.casework.whatif import what_if

if TYPE_CHECKING:
    from datetime import date

    from zopa.briefing import Briefing
    from zopa.casework.whatif import Answer
    from zopa.settlements import Frontier, Settlement


def open_case(path: Path | str) -> OpenCase:
    """The case in a folder. Raises UsageError where there is none."""
    return OpenCase(case_folder(path))


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case folder with its walk. Every method reads the files anew, so an edit of the case file counts at once."""

    folder: CaseFolder

    def read(self, *articles: Path | str, jobs: int = 1) -> ReadReport:
        """Read the coverage folder, or the articles named, into the ledger; reading again changes nothing."""
        return read_case(self.folder, [Path(article) for article in articles], jobs=jobs)

    def statements(self) -> list[Document]:
        """Every article with the statements found in it."""
        return statements_in_case(self.folder.path)

    def positions(
        self, *, as_of: date | None = None, party: str | None = None, issue: str | None = None
    ) -> list[dict[str, Any]]:
        """One row a position, in the shape of ``zopa positions --json``."""
        return position_rows(self.folder.path, as_of=as_of, party=party, issue=issue)

    def matrix(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """One row a cell, party by issue; unknown is shown as unknown."""
        return matrix_rows(self.folder.path, as_of=as_of)

    def changes(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """One row a change of position, or a position that stayed the same, oldest first."""
        return change_rows(self.folder.path, as_of=as_of)

    def origins(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """One row an origin: whose word a position rests on, and every article that repeats it."""
        return origin_rows(self.folder.path, as_of=as_of)

    def proposals(self, *, as_of: date | None = None, draws: int | None = None) -> list[dict[str, Any]]:
        """One row a package on the table, with the answers to it and what settling finds for it."""
        return proposal_rows(self.folder.path, as_of=as_of, draws=draws)

    def meetings(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """One row a meeting, with its words and what the case file's warrants, bans and needs mean for it."""
        return meeting_rows(self.folder.path, as_of=as_of)

    def circumstances(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """One row a circumstance: law, happenings and what each side holds; in no figure."""
        return circumstance_rows(self.folder.path, as_of=as_of)

    def replay(self, *, as_of: date | None = None) -> list[dict[str, Any]]:
        """One row a date: the headline as of it, its change, and which event or whose statements moved it."""
        return replay_rows(self.folder.path, as_of=as_of)

    def territory(self, *transfers: str, as_of: date | None = None) -> dict[str, Any]:
        """Who holds what ground, and what transfers (``ZONE:PARTY``) would change: ``zopa territory --json``."""
        from zopa.casework.territory import territory

        return territory(self.folder.path, as_of=as_of, transfers=transfers)

    def desk(self) -> Desk:
        """The case open for review: what there is to decide, decisions, and how they are taken back."""
        return Desk(self.folder.path)

    def export(self, form: ExportFormat = "jsonl", *, full_text: bool = False) -> str:
        """What the ledger holds, as text: see :func:`zopa.casework.exporting.export`."""
        return export(self.folder.path, form, full_text=full_text)

    def import_reviews(self, *files: Path | str, other_case: bool = False) -> ImportReport:
        """Bring exported files into the ledger; what does not fit is in the report's ``skipped``."""
        return import_reviews(self.folder.path, [Path(file) for file in files], other_case=other_case)

    def settle(self, *, as_of: date | None = None, draws: int | None = None, **settings: Any) -> Settlement:
        """What could be agreed; ``settings`` are those of :func:`zopa.settle_path`."""
        return settle_path(self.folder.path, as_of=as_of, draws=draws, **settings)

    def what_if(self, query: str = "", *, draws: int | None = None) -> Answer:
        """What would change under a scenario written as a query (``relax=Union:wage=2&posture=0.3``), with errors."""
        return what_if(self.folder.path, parse_qsl(query.lstrip("?")), draws=draws)

    def frontier(self, *, as_of: date | None = None) -> Frontier:
        """The Pareto frontier of the model of mean values."""
        return frontier_of(self.folder.path, as_of=as_of)

    def brief(self, *articles: Path | str, as_of: date | None = None, **settings: Any) -> Briefing:
        """Read what is new, then brief; ``settings`` are those of :func:`zopa.brief`."""
        return brief(self.folder.path, [Path(article) for article in articles], as_of=as_of, **settings)
