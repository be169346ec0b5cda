"""Moves: what kind of change lies between two stances of one party on one issue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from zopa.positions.scales import scale_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from zopa.case.case import Issue
    from zopa.positions.position import Stance

Kind = Literal["new", "reversal", "softening", "hardening", "constancy"]
Hold = tuple[str, "Stance"]
"""(option, stance)."""

_CONDITION = re.compile(r"\b(?:if|only|once|unless|in (?:return|exchange) for|provided|on condition)\b", re.IGNORECASE)

WANTS = frozenset({"demands", "accepts", "offers", "conditions"})
"""The stances under which a party would have the option."""


def kind_of_move(
    issue: Issue, before: Hold, after: Hold, others_want: Iterable[str], others_refuse: Set[str] = frozenset()
) -> Kind:
    """The kind of the step from one stance to the next, beside the options other parties would have, or refuse.

    The same option: from refusing it, or having it only on a condition, to having it is softening, the way back is
    hardening; a stance left open gives ground to a refusal and takes it from the rest; what is only said in another
    way (demanded, offered, accepted) is constancy, and so is an option that holds its own condition (*only after the
    pass is cleared*) whether it is offered or said to depend on it.

    Another option: on an issue measured in numbers, nearer to what others want is softening, further off hardening.
    Else accepting it is softening, and so is leaving an option that others refuse for one they do not; setting a
    condition where none was is hardening, and so is the way back to what others refuse. Anything else is a reversal:
    one end state is dropped for another.
    """
    if before[0] == after[0]:
        return "constancy" if _same_on_its_terms(issue, before, after) else _on_one_option(before[1], after[1])
    towards = _towards(issue, before[0], after[0], others_want)
    if towards is not None and towards != 0:
        return "softening" if towards > 0 else "hardening"
    if after[1] == "accepts":
        return "softening"
    if after[1] == "conditions" and before[1] in ("accepts", "offers"):
        return "hardening"
    if before[1] == "demands" and after[1] in ("offers", "conditions"):
        return "softening"
    refused = (before[0] in others_refuse) - (after[0] in others_refuse)
    return "softening" if refused > 0 else "hardening" if refused < 0 else "reversal"


def _same_on_its_terms(issue: Issue, before: Hold, after: Hold) -> bool:
    """Whether two stances are one because the option itself holds the condition: *strikes if talks fail* is threatened
    and made conditional in the same words."""
    definition = next((option.definition for option in issue.options if option.id == before[0]), "")
    return {before[1], after[1]} <= WANTS and _CONDITION.search(definition) is not None


def _on_one_option(before: Stance, after: Stance) -> Kind:
    ground = {"rejects": 0, "undecided": 1, "conditions": 2}
    step = ground.get(after, 3) - ground.get(before, 3)
    if step == 0:
        return "constancy"
    if {before, after} == {"rejects", "demands"}:
        return "reversal"
    return "softening" if step > 0 else "hardening"


def _towards(issue: Issue, before: str, after: str, others_want: Iterable[str]) -> float | None:
    """By how much the step comes nearer to the nearest option that others want; None without numbers to tell."""
    scale = scale_of(issue)
    if scale is None:
        return None
    values = {option: sum(found) / len(found) for option, found in scale.values.items()}
    aims = [values[option] for option in others_want if option in values]
    if not aims or before not in values or after not in values:
        return None
    return min(abs(values[before] - aim) for aim in aims) - min(abs(values[after] - aim) for aim in aims)
