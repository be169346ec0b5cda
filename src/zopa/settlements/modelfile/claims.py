"""The ``claims`` of a MODEL file: what single origins say of single options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast, get_args, get_type_hints

from zopa.settlements.model import Claim
from zopa.settlements.modelfile.sheet import nearest

if TYPE_CHECKING:
    from zopa.settlements.modelfile.sheet import Path, Sheet

CLAIM_KEYS = ("origin", "alpha", "party", "issue", "option", "stance", "veto", "unless", "statements")
STANCES: tuple[str, ...] = get_args(get_type_hints(Claim)["stance"])


def parse_claims(sheet: Sheet, raw: object, path: Path) -> tuple[Claim, ...]:
    """The claims that could be read, in their order."""
    entries = sheet.sequence(raw, path, "claims")
    found = (_claim(sheet, entry, (*path, index)) for index, entry in enumerate(entries))
    return tuple(claim for claim in found if claim is not None)


def _claim(sheet: Sheet, raw: object, path: Path) -> Claim | None:
    content = sheet.mapping(raw, path, "a claim", CLAIM_KEYS)
    missing = [key for key in CLAIM_KEYS[:6] if key not in content]
    for key in missing:
        sheet.report("ZP204", path, f"'{key}' is missing from a claim.", f"Add {key}.")
    if missing:
        return None
    party = sheet.party(content["party"], (*path, "party"))
    issue = sheet.issue(content["issue"], (*path, "issue"))
    option = None if issue is None else sheet.option(issue, content["option"], (*path, "option"))
    alpha = sheet.probability(content["alpha"], (*path, "alpha"), "alpha")
    veto = sheet.probability(content.get("veto", 0.0), (*path, "veto"), "veto")
    stance = content["stance"]
    if stance not in STANCES:
        like = nearest(str(stance), STANCES)
        fix = f"Did you mean '{like}'?" if like else f"Known: {', '.join(STANCES)}."
        sheet.report("ZP205", (*path, "stance"), f"'{stance}' is not a stance.", fix)
        return None
    if party is None or issue is None or option is None or alpha is None or veto is None:
        return None
    return Claim(
        origin=str(content["origin"]),
        alpha=alpha,
        party=party,
        issue=issue,
        option=option,
        stance=cast("Any", stance),
        veto=veto,
        unless=sheet.when(content["unless"], (*path, "unless"), "unless") if content.get("unless") else (),
        statements=sheet.texts(content.get("statements"), (*path, "statements"), "statements"),
    )
