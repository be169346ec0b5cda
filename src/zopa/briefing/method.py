"""How the briefing was made: settings in words, what is not settled, and how to cite it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.briefing.briefing import Method, SettingEntry
from zopa.briefing.wording import counted, day, number, percent_range, plain
from zopa.preferences import DEFAULT_GRADES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from zopa.briefing.briefing import CellEntry, StatementEntry
    from zopa.case.case import Case, Grade, Settings
    from zopa.settlements.result import Settlement

_GRADE = "how far such a source (A to F) and its information (1 to 6) are relied on, NATO Admiralty"


def setting_entries(settings: Settings) -> tuple[SettingEntry, ...]:
    """Every setting the figures depend on, with its value and what it means, in one fixed order."""
    grades: dict[str, Grade] = {str(kind): grade for kind, grade in DEFAULT_GRADES.items()} | settings.grades
    return (
        SettingEntry(
            "Half-life", f"{number(settings.half_life, 'g')} days", "the age at which a statement weighs half"
        ),
        SettingEntry(
            "Relay discount", number(settings.relay_discount, "g"), "the weight kept at each relay of the words"
        ),
        SettingEntry(
            "Firm rejection", number(settings.kappa, "g"), "the probability that a firm rejection is a red line (kappa)"
        ),
        SettingEntry(
            "Hidden red line",
            _with_range(settings.hidden_red_line, settings.hidden_red_line_range),
            "the probability that an option nobody has heard a party on is refused all the same (q)",
        ),
        SettingEntry(
            "Posture",
            _with_range(settings.posture, settings.posture_range),
            "how much of what is said in public is bargaining stance (pi)",
        ),
        SettingEntry(
            "Reservation",
            _with_range(settings.reservation, settings.reservation_range),
            "what no deal is worth to a party (b)",
        ),
        *(
            SettingEntry(f"Grade of {plain(source)}", f"{grade.source}{grade.information}", _GRADE)
            for source, grade in grades.items()
        ),
    )


def _with_range(value: float, span: tuple[float, float]) -> str:
    return f"{number(value, 'g')} (range {wording.span(*span)})"


def method(
    case: Case,
    settings: Settings,
    settlement: Settlement | None,
    *,
    as_of: date,
    unsettled: tuple[str, ...],
    version: str,
    reader: str,
    coder: str,
) -> Method:
    """How this briefing was made."""
    found = settlement
    return Method(
        version=version,
        reader=reader,
        coder=coder,
        draws=None if found is None else found.draws,
        seed=None if found is None else found.seed,
        posture=None if found is None else found.posture,
        space=None if found is None else found.space,
        feasible=None if found is None else found.feasible,
        settings=setting_entries(settings),
        unsettled=unsettled,
        citation=citation(case, as_of, version, reader, coder, found),
    )


def citation(case: Case, as_of: date, version: str, reader: str, coder: str, settlement: Settlement | None) -> str:
    """One line that names everything another run needs to give the same figures."""
    made = [
        part for part in (f"zopa {version}".strip(), reader and f"reader {reader}", coder and f"coder {coder}") if part
    ]
    if settlement is not None:
        made.append(f"seed {settlement.seed}, {counted(settlement.draws, 'draw')}")
    return f"{plain(case.title)}: briefing as of {day(as_of)}. {'; '.join(made)}."


def unsettled(
    cells: Sequence[CellEntry],
    statements: Sequence[StatementEntry],
    settlement: Settlement | None,
) -> tuple[str, ...]:
    """What a reader must know before leaning on the figures; only what applies is said."""
    unknown = sum(cell.unknown for cell in cells)
    torn = sum(bool(cell.conflicts) for cell in cells)
    broken = sum(one.excerpt.broken is not None for one in statements)
    suggested = sum(any(not coding.counted for coding in one.codings) for one in statements)
    undated = sum(one.said_on is None and one.published is None for one in statements if one.codings)
    said = [
        _if(unknown, f"Unknown cells of the matrix (no statement, nothing assumed): {unknown} of {len(cells)}."),
        _if(torn, f"Cells with statements that contradict one another: {torn}."),
        _if(undated, f"Coded statements without any date: {undated}; they age from the day they were read."),
        _if(suggested, f"Statements coded as a suggestion only, used in no figure: {suggested}."),
        _if(broken, f"Statements whose place in their article can no longer be found: {broken}."),
    ]
    return (*(line for line in said if line), *_of_settlement(settlement))


def _if(number: int, line: str) -> str:
    return line if number else ""


def _of_settlement(settlement: Settlement | None) -> tuple[str, ...]:
    if settlement is None:
        return ("No package was computed, so the briefing has no figures.",)
    bounds = settlement.headline.bounds
    lines = [
        f"Logic alone bounds the headline to {percent_range(*bounds, exact=True)}; everything narrower is assumption.",
        _if(settlement.ties > 1, f"Packages that tie at the last rank, listed or not: {number(settlement.ties)}."),
        _if(not settlement.complete, "The computation was interrupted: the figures are those reached by then."),
    ]
    return (*(line for line in lines if line), *settlement.notes)
