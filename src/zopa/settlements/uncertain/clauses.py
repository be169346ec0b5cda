"""The clauses of a model: every red line a party may stand on, with where it comes from and what it forbids.

A refusal of one option is one clause, whoever and how many statements it rests on: ``Union: wage=2``. A red line
over several issues, and an option wanted only on a condition, are clauses of their own. The reservation value of each
signatory is a clause too; it has no red line and stands in ``Settlement`` only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.settlements.result import Clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.settlements.model import Claim, NegotiationModel, RedLine, When
    from zopa.settlements.uncertain.arrays import Layout, Match

Relaxed = frozenset[tuple[str, str, str]]
"""Refusals given up: (party, issue, option)."""


@dataclass(frozen=True)
class Refusal:
    """A clause that forbids packages to a party: those that match ``when`` and, where given, do not match ``unless``.

    ``claims`` and ``red_lines`` are the entries of the model that can bring it about.
    """

    clause: Clause
    party: int
    when: Match
    unless: Match | None
    claims: tuple[Claim, ...]
    red_lines: tuple[int, ...]

    @property
    def atom(self) -> tuple[int, int] | None:
        """(issue, option) when exactly one option of one issue is refused, else None."""
        if self.unless is not None or len(self.when) != 1:
            return None
        ((j, mask),) = self.when.items()
        return (j, int(mask.argmax())) if mask.sum() == 1 else None


def reservation_clause(party: str) -> Clause:
    """The clause of a party's reservation value."""
    return Clause(f"{party}: reservation", party, "reservation", f"{party} does better without a deal")


def hidden_clause(party: str, issue: str, option: str) -> Clause:
    """The clause of an option on which a party has said nothing and which it may refuse all the same."""
    because = f"{party} has said nothing on {issue} = {option} and may refuse it"
    return Clause(f"{party}: {issue}={option} (unstated)", party, "hidden", because)


def refusals_of(model: NegotiationModel, layout: Layout, relaxed: Relaxed = frozenset()) -> tuple[Refusal, ...]:
    """Every refusal the model can bring about, without those given up, in the canonical order of their ids.

    Cost: linear in the entries of the model times the options of an issue.
    """
    wide = [*_wide_red_lines(model, layout, relaxed), *_conditions(model, layout, relaxed)]
    found = [*_atoms(model, layout, relaxed), *wide]
    return tuple(sorted(found, key=lambda refusal: (refusal.clause.id, refusal.red_lines)))


def refused_by_claim(claim: Claim, layout: Layout) -> tuple[str, ...]:
    """The options of the claim's issue that a party refuses while the claim holds and vetoes, ignoring conditions."""
    if claim.veto <= 0 or claim.unless:
        return ()
    if claim.stance == "demands":
        return tuple(option for option in layout.options[layout.issue(claim.issue)] if option != claim.option)
    return (claim.option,) if claim.stance == "rejects" else ()


def _atoms(model: NegotiationModel, layout: Layout, relaxed: Relaxed) -> Iterable[Refusal]:
    """One refusal per party, issue and option that a claim or a red line over a single issue can forbid."""
    claims: dict[tuple[str, str, str], list[Claim]] = {}
    lines: dict[tuple[str, str, str], list[int]] = {}
    for claim in model.claims:
        for option in refused_by_claim(claim, layout):
            claims.setdefault((claim.party, claim.issue, option), []).append(claim)
    for at, line in enumerate(model.red_lines):
        when = _kept(line, relaxed, layout)
        if when is not None and len(when) == 1:
            for option in when[0][1]:
                lines.setdefault((line.party, when[0][0], option), []).append(at)
    for key in sorted(claims.keys() | lines.keys()):
        if key in relaxed:
            continue
        party, issue, option = key
        behind = sorted(claims.get(key, ()), key=_claim_order)
        asserted = [model.red_lines[at] for at in lines.get(key, ())]
        clause = _clause(party, ((issue, (option,)),), behind, asserted)
        refused = layout.match(((issue, (option,)),))
        yield Refusal(clause, layout.party(party), refused, None, tuple(behind), tuple(lines.get(key, ())))


def _wide_red_lines(model: NegotiationModel, layout: Layout, relaxed: Relaxed) -> Iterable[Refusal]:
    """One refusal per thing refused by red lines over several issues (or over none, which refuses everything)."""
    grouped: dict[tuple[str, When], list[int]] = {}
    for at, line in enumerate(model.red_lines):
        when = _kept(line, relaxed, layout)
        if when is not None and len(when) != 1:
            grouped.setdefault((line.party, when), []).append(at)
    for (party, when), entries in sorted(grouped.items()):
        clause = _clause(party, when, (), [model.red_lines[at] for at in entries])
        yield Refusal(clause, layout.party(party), layout.match(when), None, (), tuple(entries))


def _conditions(model: NegotiationModel, layout: Layout, relaxed: Relaxed) -> Iterable[Refusal]:
    """One refusal per option wanted only on a condition, for each condition."""
    grouped: dict[tuple[str, str, str, When], list[Claim]] = {}
    for claim in model.claims:
        key = (claim.party, claim.issue, claim.option)
        if claim.unless and claim.veto > 0 and key not in relaxed:
            grouped.setdefault((*key, _canonical(claim.unless)), []).append(claim)
    for (party, issue, option, unless), claims in sorted(grouped.items()):
        behind = sorted(claims, key=_claim_order)
        words = f"{issue}={option} without {_words(unless)}"
        because = f"{party} would have {issue} = {option} only with {_words(unless)}"
        clause = Clause(f"{party}: {words}", party, "stated", because, _statements(behind))
        when = layout.match(((issue, (option,)),))
        yield Refusal(clause, layout.party(party), when, layout.match(unless), tuple(behind), ())


def _kept(line: RedLine, relaxed: Relaxed, layout: Layout) -> When | None:
    """What a red line still refuses once some refusals are given up: None when nothing is left of it.

    Of several issues, those of which it names every option ask for nothing and are left out.
    """
    kept = []
    for issue, options in _canonical(line.when):
        left = tuple(option for option in options if (line.party, issue, option) not in relaxed)
        if not left:
            return None
        kept.append((issue, left))
    asking = tuple((issue, left) for issue, left in kept if len(left) < layout.sizes[layout.issue(issue)])
    return tuple(kept) if len(kept) == 1 else asking


def _canonical(when: When) -> When:
    return tuple(sorted((issue, tuple(sorted(set(options)))) for issue, options in when))


def _clause(party: str, when: When, claims: Sequence[Claim], lines: Sequence[RedLine]) -> Clause:
    """The clause of a refusal: its id, what it rests on, and in words why."""
    reasons = sorted({line.because for line in lines if line.because})
    because = "; ".join(reasons) if reasons else f"{party} refuses {_words(when, ' = ')}"
    statements = sorted({*_statements(claims), *(found for line in lines for found in line.statements)})
    name = _words(when) or "any deal"
    return Clause(f"{party}: {name}", party, "stated" if claims else "asserted", because, tuple(statements))


def _words(when: When, equals: str = "=") -> str:
    return " & ".join(f"{issue}{equals}{'|'.join(options)}" for issue, options in when)


def _statements(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({found for claim in claims for found in claim.statements}))


def _claim_order(claim: Claim) -> tuple[str, ...]:
    return (claim.origin, claim.issue, claim.option, claim.stance)
