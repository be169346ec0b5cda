"""The main job: read what is new, then brief on everything known as of a date."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from zopa.briefing import build_briefing, render_html, render_json, render_markdown, render_text
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.proposing import proposal_entries
from zopa.casework.reading import read_case
from zopa.positions import CODER, all_changes, build_matrix
from zopa.preferences import build_model
from zopa.settlements import settle
from zopa.statements import READER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from zopa.briefing import Briefing
    from zopa.casework.gathering import Gathered
    from zopa.positions import Change
    from zopa.settlements import Settlement

Form = Literal["text", "md", "json", "html"]


def brief(
    path: Path | str,
    articles: Sequence[Path] = (),
    *,
    as_of: date | None = None,
    full_text: bool = False,
    draws: int | None = None,
    seed: int | None = None,
    jobs: int = 1,
    progress: Callable[[int, int, str], None] | None = None,
) -> Briefing:
    """Read what is new in the case's coverage (or only ``articles``), then brief on the case as of a date.

    ``as_of`` defaults to the case file's, else to the day of the newest article. ``draws`` and ``seed`` default to the
    case's settings. ``progress(done, total, what)`` is called as work goes on.

    Errors: UsageError, CaseError, NothingReadable, LedgerError. An article that cannot be read is none: it is listed in
    ``briefing.skipped``.
    """
    folder = case_folder(path)
    report = read_case(folder, articles, jobs=jobs, progress=progress)
    gathered = gather(folder, as_of)
    known = gathered.known
    return build_briefing(
        gathered.case,
        known.evidence,
        build_matrix(known.evidence, gathered.case, gathered.as_of),
        _settled(known, draws, seed, progress),
        known.articles.values(),
        known.statements,
        _moves(known),
        gathered.as_of,
        report.new_articles,
        report.skipped,
        proposals=proposal_entries(gathered, draws, seed),
        reader=READER,
        coder=CODER,
        version=version("zopa"),
        full_text=full_text,
    )


def _moves(known: Gathered) -> list[Change]:
    said = [(statement, known.articles[statement.article]) for statement in known.statements]
    return [one for one in all_changes(said, known.evidence, known.case) if one.kind != "constancy"]


def _settled(
    gathered: Gathered, draws: int | None, seed: int | None, progress: Callable[[int, int, str], None] | None
) -> Settlement:
    settings = gathered.case.settings
    model = build_model(gathered.case, gathered.evidence, gathered.as_of)
    return settle(model, draws=draws or settings.draws, seed=settings.seed if seed is None else seed, progress=progress)


def render(briefing: Briefing, form: Form = "text", width: int = 100) -> str:
    """A briefing as text for a terminal of that width, as Markdown, as JSON, or as one self-contained HTML page."""
    if form == "text":
        return render_text(briefing, width)
    renderers = {"md": render_markdown, "json": render_json, "html": render_html}
    return renderers[form](briefing)
