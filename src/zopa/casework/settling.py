"""Settling: a MODEL file, or the model a case's positions add up to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.errors import UsageError
from zopa.settlements import frontier, read_model, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from zopa.casework.gathering import Gathered
    from zopa.settlements import Frontier, NegotiationModel, Settlement

Relaxation = tuple[str, str, str]
"""(party, issue, option): the party's stated refusals of that option are set aside."""


def is_model_file(path: Path | str) -> bool:
    """Whether ``path`` names a MODEL file rather than a case folder."""
    return Path(path).is_file()


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be settled: a model, and the draws and the seed that its case asks for."""

    model: NegotiationModel
    draws: int | None = None
    seed: int = 1


def question_of(path: Path | str, as_of: date | None = None) -> Question:
    """The model in a MODEL file, or the one a case's positions add up to as of a date."""
    if not is_model_file(path):
        return _question_of_case(path, as_of)
    if as_of is not None:
        raise UsageError("--as-of belongs to a case: a MODEL file has no dates.")
    return Question(read_model(Path(path)))


def _question_of_case(path: Path | str, as_of: date | None) -> Question:
    # Imported here because a MODEL file needs neither ledger nor reader nor coder, and is answered at once.
    from zopa.casework.folder import case_folder
    from zopa.casework.gathering import gather

    return question_in(gather(case_folder(path), as_of))


def question_in(gathered: Gathered) -> Question:
    """The model that the positions of a case add up to as of its date."""
    from zopa.preferences import build_model

    settings = gathered.case.settings
    return Question(build_model(gathered.case, gathered.known.evidence, gathered.as_of), settings.draws, settings.seed)


def settle_path(
    path: Path | str,
    *,
    as_of: date | None = None,
    draws: int | None = None,
    seed: int | None = None,
    posture: float | None = None,
    top: int = 10,
    without: Sequence[str] = (),
    relax: Sequence[Relaxation] = (),
    every_issue: bool = False,
    packages: Sequence[Mapping[str, str]] = (),
    progress: Callable[[int, int, str], None] | None = None,
) -> Settlement:
    """What could be agreed: see :func:`zopa.settlements.settle`. ``path`` is a case folder or a MODEL file."""
    return settle_question(
        question_of(path, as_of),
        draws=draws,
        seed=seed,
        posture=posture,
        top=top,
        without=without,
        relax=relax,
        every_issue=every_issue,
        packages=packages,
        progress=progress,
    )


def settle_question(
    question: Question,
    *,
    draws: int | None = None,
    seed: int | None = None,
    posture: float | None = None,
    top: int = 10,
    without: Sequence[str] = (),
    relax: Sequence[Relaxation] = (),
    every_issue: bool = False,
    packages: Sequence[Mapping[str, str]] = (),
    progress: Callable[[int, int, str], None] | None = None,
) -> Settlement:
    """What could be agreed in a model that is at hand. Raises UsageError for a name the model does not have."""
    model = question.model
    return settle(
        model,
        draws=draws or question.draws,
        seed=question.seed if seed is None else seed,
        posture=posture,
        top=top,
        without=tuple(_declared(party, model.parties, "party") for party in without),
        relax=tuple(_declared_relaxation(model, *relaxation) for relaxation in relax),
        every_issue=every_issue,
        packages=tuple(_declared_package(model, package) for package in packages),
        progress=progress,
    )


def frontier_of(path: Path | str, *, as_of: date | None = None) -> Frontier:
    """The Pareto frontier of a case or a MODEL file: see :func:`zopa.settlements.frontier`."""
    return frontier(question_of(path, as_of).model)


def _declared_relaxation(model: NegotiationModel, party: str, issue: str, option: str) -> Relaxation:
    issues = {declared.id: declared.options for declared in model.issues}
    found = _declared(issue, issues, "issue")
    return _declared(party, model.parties, "party"), found, _declared(option, issues[found], f"option of {found}")


def _declared_package(model: NegotiationModel, package: Mapping[str, str]) -> dict[str, str]:
    issues = {declared.id: declared.options for declared in model.issues}
    named = {_declared(issue, issues, "issue"): option for issue, option in package.items()}
    return {issue: _declared(option, issues[issue], f"option of {issue}") for issue, option in named.items()}


def _declared(name: str, declared: Sequence[str] | dict[str, tuple[str, ...]], kind: str) -> str:
    """``name`` as it was declared, whatever its capitals. Raises UsageError with what there is."""
    for candidate in declared:
        if candidate.casefold() == name.casefold():
            return candidate
    raise UsageError(f"There is no {kind} {name!r}. There are: {', '.join(declared)}.")
