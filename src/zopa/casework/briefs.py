"""The main job: read what is new, then brief on everything known as of a date."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from zopa.briefing import build_briefing, render_html, render_json, render_markdown, render_text
from zopa.briefing.since import earlier_of
from zopa.case import load_case
from zopa.casework.assessing import assessments_of
from zopa.casework.earlier import read_earlier
from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.picturing import frontier_entry
from zopa.casework.proposing import proposal_entries
from zopa.casework.reading import read_case
from zopa.casework.replaying import replay
from zopa.casework.talk_entries import talks_section
from zopa.casework.tracing import moves_in
from zopa.errors import UsageError
from zopa.positions import CODER, build_matrix
from zopa.preferences import build_model
from zopa.settlements import settle
from zopa.statements import READER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from zopa.briefing import Briefing
    from zopa.briefing.ground import GroundEntry
    from zopa.briefing.since import Earlier
    from zopa.casework.folder import CaseFolder
    from zopa.casework.gathering import Gathered
    from zopa.casework.reading import ReadReport
    from zopa.settlements import Settlement

Form = Literal["text", "md", "json", "html"]


def brief(
    path: Path | str,
    articles: Sequence[Path] = (),
    *,
    as_of: date | None = None,
    since: date | Path | None = None,
    full_text: bool = False,
    draws: int | None = None,
    seed: int | None = None,
    jobs: int = 1,
    progress: Callable[[int, int, str], None] | None = None,
) -> Briefing:
    """Read what is new in the case's coverage (or only ``articles``), then brief on the case as of a date.

    ``as_of`` defaults to the case file's, else to the day of the newest article. ``since`` names the earlier briefing
    to compare with: a day (what was known on it is briefed again with today's settings) or a briefing kept as JSON;
    without it, the articles this run was the first to read count as new. ``draws`` and ``seed`` default to the case's
    settings. ``progress(done, total, what)`` is called as work goes on.

    Errors: UsageError, CaseError, NothingReadable, LedgerError. An article that cannot be read is none: it is listed in
    ``briefing.skipped``.
    """
    folder = case_folder(path)
    case = load_case(folder.path)
    if isinstance(since, Path):
        read_earlier(since, case)
    report = read_case(folder, articles, jobs=jobs, progress=progress, case=case)
    asked = _Asked(folder, gather(folder, as_of, case), report, full_text, draws, seed, progress)
    return _briefing(asked, _earlier(asked, since))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is to be briefed on, and how."""

    folder: CaseFolder
    gathered: Gathered
    report: ReadReport
    full_text: bool
    draws: int | None
    seed: int | None
    progress: Callable[[int, int, str], None] | None


def _earlier(asked: _Asked, since: date | Path | None) -> Earlier | None:
    """The briefing to compare with. Raises UsageError for a day that lies after the briefing's own."""
    if isinstance(since, Path):
        return read_earlier(since, asked.gathered.case)
    if since is None:
        return None
    if since > asked.gathered.as_of:
        raise UsageError(f"--since {since} lies after the day of the briefing, {asked.gathered.as_of}.")
    return earlier_of(_briefing(replace(asked, gathered=replace(asked.gathered, as_of=since), full_text=False), None))


def _briefing(asked: _Asked, earlier: Earlier | None) -> Briefing:
    gathered = asked.gathered
    known = gathered.known
    model = build_model(gathered.case, known.evidence, gathered.as_of)
    settings = gathered.case.settings
    # The engine lets go of the interpreter while it counts, so what does not need the whole is done beside it.
    with ThreadPoolExecutor(1) as beside:
        replaying = beside.submit(copy_context().run, replay, gathered)
        weighing = beside.submit(copy_context().run, proposal_entries, gathered, asked.draws, asked.seed)
        surveying = beside.submit(copy_context().run, _ground, asked.folder, gathered)
        settlement = settle(
            model,
            draws=asked.draws or settings.draws,
            seed=settings.seed if asked.seed is None else asked.seed,
            progress=asked.progress,
        )
    proposals, surveyed = weighing.result(), surveying.result()
    new = asked.report.new_articles if earlier is None else [id for id in known.articles if id not in earlier.articles]
    return build_briefing(
        gathered.case,
        known.evidence,
        build_matrix(known.evidence, gathered.case, gathered.as_of),
        settlement,
        known.articles.values(),
        known.statements,
        moves_in(known),
        gathered.as_of,
        new,
        asked.report.skipped,
        proposals=proposals,
        assessments=assessments_of(known),
        frontier=frontier_entry(model, settlement, [dict(one.best) for one in proposals]),
        earlier=earlier,
        territory=None if surveyed is None else surveyed(settlement),
        talks=talks_section(gathered, settlement, replaying.result()),
        reader=READER,
        coder=CODER,
        version=version("zopa"),
        full_text=asked.full_text,
    )


def _ground(folder: CaseFolder, gathered: Gathered) -> Callable[[Settlement], GroundEntry] | None:
    """What gives the ground once it is settled which packages are shown; None for a case without zones."""
    if not gathered.case.territory.zones:
        return None
    # Imported here because geometry is slow to load, and most cases have none.
    from zopa.casework.ground_entries import ground_without_packages

    return ground_without_packages(folder, gathered)


def render(briefing: Briefing, form: Form = "text", width: int = 100, *, in_full: bool = False) -> str:
    """A briefing as text of that width, as Markdown, as JSON, or as one self-contained HTML page.

    Text is short, for a terminal, unless ``in_full``; the other forms always carry everything.
    """
    if form == "text":
        return render_text(briefing, width, in_full=in_full)
    renderers = {"md": render_markdown, "json": render_json, "html": render_html}
    return renderers[form](briefing)
