"""Packages somebody asks about by name, such as a proposal on the table: how acceptable, and what stops them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.settlements.uncertain.arrays import feasible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.settlements.result import PackageResult, Settlement
    from zopa.settlements.uncertain.work import Work


def with_asked(work: Work, found: Settlement, packages: Sequence[Mapping[str, str]]) -> Settlement:
    """``found`` with the packages asked about described over all draws, and a note for each that breaks a rule.

    An issue a package leaves out is settled as in the headline; where there is none, nothing is described.
    """
    if not packages or found.headline.package is None:
        return found
    described: list[PackageResult] = []
    notes = []
    for partial in packages:
        package = {**found.headline.package, **partial}
        choice = work.engine.layout.choice(package)[None]
        if feasible(work.engine.model, work.engine.layout, choice)[0]:
            described.extend(work.described_choices(choice))
        else:
            named = ", ".join(f"{issue}: {option}" for issue, option in package.items())
            notes.append(f"the package asked about breaks a rule: {named}")
    return replace(found, asked=tuple(described), notes=(*found.notes, *notes))
