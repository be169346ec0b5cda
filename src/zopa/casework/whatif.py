"""What if: the outlook of a case as a scenario has it, and the difference to the case as it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.scenarios import Scenario, applied, in_words, scenario_of, scenario_query
from zopa.preferences import build_model
from zopa.settlements import difference, outlook

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from zopa.casework.gathering import Gathered
    from zopa.settlements import Difference, NegotiationModel, Outlook
    from zopa.settlements.result import Estimate, Headline


HEADLINE = "the best package suits all"
EXISTS = "some package suits each draw"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a scenario comes to: its outlook, and the difference to ``baseline``, the case as it stands."""

    scenario: Scenario
    outlook: Outlook
    baseline: Outlook
    difference: Difference
    words: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """``{"scenario", "query", "says", "outlook", "baseline", "difference"}``, as plain data."""
        return {
            "query": scenario_query(self.scenario),
            "says": list(self.words),
            "outlook": self.outlook.as_dict(),
            "baseline": self.baseline.as_dict(),
            "difference": self.difference.as_dict(),
        }

    def rows(self) -> Iterator[dict[str, Any]]:
        """One row a figure: the headline, whether some package suits each draw, and each signatory of either."""
        before, after, change = self.baseline, self.outlook, self.difference
        yield _row(HEADLINE, before.headline, after.headline, change.headline)
        yield _row(EXISTS, before.exists, after.exists, change.exists)
        for party in dict.fromkeys((*before.signatories, *after.signatories)):
            figures = (before.accepts.get(party), after.accepts.get(party), change.accepts.get(party))
            yield _row(f"{party} accepts it", *figures)


def _row(
    of: str, before: Estimate | Headline | None, after: Estimate | Headline | None, change: Estimate | None
) -> dict[str, Any]:
    figures = {"before": before, "after": after, "difference": change}
    found: dict[str, Any] = {"of": of}
    for name, figure in figures.items():
        found[name] = None if figure is None else figure.point
        found[f"{name}_se"] = None if figure is None else figure.se
    return found


def model_of(gathered: Gathered, scenario: Scenario) -> NegotiationModel:
    """The model of a case as a scenario has it: built from what was known on its day, then changed by hand.

    Raises UsageError where nobody would be left to sign.
    """
    if scenario.as_of is not None:
        gathered = replace(gathered, as_of=scenario.as_of)
    settings = gathered.case.settings
    kappa = settings.kappa if scenario.kappa is None else scenario.kappa
    half_life = settings.half_life if scenario.half_life is None else scenario.half_life
    if (kappa, half_life) != (settings.kappa, settings.half_life):
        changed = settings.model_copy(update={"kappa": kappa, "half_life": half_life})
        gathered = replace(gathered, case=gathered.case.model_copy(update={"settings": changed}))
    known = gathered.known
    return applied(scenario, build_model(known.case, known.evidence, known.as_of))


def outlook_of(gathered: Gathered, scenario: Scenario, *, draws: int | None = None) -> Outlook:
    """The outlook of a case as a scenario has it. A refusal that is given up may be one nobody has stated."""
    return outlook(model_of(gathered, scenario), draws=draws, seed=gathered.case.settings.seed, relax=scenario.relax)


def settled_outlook(gathered: Gathered, scenario: Scenario) -> Outlook:
    """The outlook with the draws and the seed a briefing takes, so that its headline is that of the briefing."""
    settings = gathered.case.settings
    model = model_of(gathered, scenario)
    return outlook(model, draws=settings.draws, seed=settings.seed, relax=scenario.relax, as_settled=True)


def answer(
    gathered: Gathered, scenario: Scenario, baseline: Outlook | None = None, *, draws: int | None = None
) -> Answer:
    """The answer to a scenario. ``baseline`` is the outlook of the empty scenario, where the caller keeps it."""
    baseline = outlook_of(gathered, Scenario(), draws=draws) if baseline is None else baseline
    found = baseline if scenario.empty else outlook_of(gathered, scenario, draws=draws)
    return Answer(scenario, found, baseline, difference(baseline, found), in_words(scenario, gathered.case))


def what_if(path: Path | str, settings: Iterable[tuple[str, str]] = (), *, draws: int | None = None) -> Answer:
    """The answer to a scenario, given as the pairs of its query (``relax``, ``Union:wage=2``), of the case in a folder.

    Errors: UsageError, CaseError, NothingReadable, LedgerError.
    """
    gathered = gather(case_folder(path))
    return answer(gathered, scenario_of(settings, gathered.case), draws=draws)
