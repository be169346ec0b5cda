"""What reviews do to positions: the rule by which people's decisions change what the coder found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from zopa.positions.coding import Coding, coding_of
from zopa.positions.evidence import Evidence
from zopa.positions.position import Condition, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.case.case import Case
    from zopa.coverage.article import Article, Span
    from zopa.positions.coding import Key
    from zopa.statements.statement import Statement

Outcome = Literal["accepted", "rejected", "unsure", "disputed"]
Matter = tuple[str, "Key | None"]
"""What is decided about: a statement's id and the key of one of its codings, or None for the statement as a whole."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one person holds of one coding of one statement.

    ``before`` is the coding that was shown, None for the statement as a whole or a coding that was added; ``after`` the
    one that holds (outcome ``accepted``), with the ``words`` that support it where the person marked them.
    """

    statement: str
    by: str
    outcome: Outcome
    before: Coding | None
    after: Coding | None
    words: tuple[Span, ...] = ()

    @property
    def matter(self) -> Matter:
        """What it is about."""
        coding = self.before or self.after
        return self.statement, coding.key if coding else None

    def agrees(self, other: Verdict) -> bool:
        """Whether both come to the same result."""
        return (self.outcome, self.after) == (other.outcome, other.after)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What all verdicts on one matter come to: that of each when they agree, ``disputed`` when they do not."""

    matter: Matter
    verdicts: tuple[Verdict, ...]

    @property
    def outcome(self) -> Outcome:
        """The common outcome, or ``disputed``."""
        first = self.verdicts[0]
        return first.outcome if all(first.agrees(other) for other in self.verdicts[1:]) else "disputed"

    @property
    def by(self) -> str:
        """Everybody who decided."""
        return ", ".join(verdict.by for verdict in self.verdicts)

    def refuses(self, coding: Coding) -> bool:
        """Whether it rejects this coding: the same stance, or the statement as a whole."""
        shown = [verdict.before for verdict in self.verdicts]
        return self.outcome == "rejected" and any(before is None or before.stance == coding.stance for before in shown)


def rulings(verdicts: Iterable[Verdict]) -> dict[Matter, Ruling]:
    """The ruling on every matter. Verdicts come oldest first: a person's later one takes the place of the earlier."""
    voices: dict[Matter, dict[str, Verdict]] = {}
    for verdict in verdicts:
        voices.setdefault(verdict.matter, {})[verdict.by] = verdict
    return {matter: Ruling(matter, tuple(found.values())) for matter, found in voices.items()}


def apply_reviews(
    evidence: Iterable[Evidence],
    verdicts: Iterable[Verdict],
    statements: Mapping[str, tuple[Statement, Article]],
    case: Case,
) -> tuple[Evidence, ...]:
    """The evidence as reviewed.

    1. Verdicts are gathered by matter (:func:`rulings`); where people differ nothing is decided.
    2. A coding that was rejected is left out, as long as the coder still finds the same stance; so is every coding of a
       statement that was rejected as a whole, unless it was accepted by itself.
    3. A coding that somebody is unsure of, or that is disputed, stays as a suggestion and does not count.
    4. A coding that was accepted, edited or added is a position with confidence 1 whose coder is the reviewer, whatever
       the coder finds today. If another ruling rejects that very coding, or accepts another stance of the same party on
       the same option, it does not count.
    5. Everything else stays as the coder left it: a suggestion nobody decided about is still a suggestion.

    A coding whose party, issue or option the case does not have any more is left out. ``statements`` are those of
    today's readings, with their articles, by id. Cost: linear in evidence and verdicts.
    """
    ruled = rulings(verdicts)
    coded = {_matter(item): item for item in evidence}
    kept = [found for item in coded.values() if (found := _judged(item, ruled)) is not None]
    accepted = [
        _accepted(ruling, statements, ruled, coded)
        for ruling in ruled.values()
        if ruling.outcome == "accepted" and _holds(ruling, statements, case)
    ]
    taken = {_matter(item) for item in accepted}
    others = (item for item in kept if _matter(item) not in taken)
    return tuple(_in_order([*others, *_reconciled(accepted)], statements, case))


def in_case(coding: Coding, case: Case) -> bool:
    """Whether the case has the party, the issue and the option of a coding."""
    options = {(issue.id, option.id) for issue in case.issues for option in issue.options}
    return (coding.issue, coding.option) in options and coding.party in {party.id for party in case.parties}


def _judged(item: Evidence, ruled: Mapping[Matter, Ruling]) -> Evidence | None:
    """A coder's position after what was decided about it; None where it was rejected or something else holds now."""
    coding = coding_of(item.position)
    ruling = ruled.get(_matter(item)) or ruled.get((item.statement.id, None))
    if ruling is None:
        return item
    if ruling.refuses(coding):
        return None
    if ruling.outcome in ("unsure", "disputed"):
        return replace(item, position=replace(item.position, counted=False))
    return None if ruling.outcome == "accepted" and _moved(ruling) else item


def _moved(ruling: Ruling) -> bool:
    """Whether an edit gave the coding another party, issue or option."""
    verdict = ruling.verdicts[0]
    return bool(verdict.before and verdict.after and verdict.before.key != verdict.after.key)


def _holds(ruling: Ruling, statements: Mapping[str, object], case: Case) -> bool:
    after = ruling.verdicts[0].after
    return after is not None and ruling.matter[0] in statements and in_case(after, case)


def _accepted(
    ruling: Ruling,
    statements: Mapping[str, tuple[Statement, Article]],
    ruled: Mapping[Matter, Ruling],
    coded: Mapping[Matter, Evidence],
) -> Evidence:
    verdict = ruling.verdicts[-1]
    after = verdict.after
    assert after is not None
    statement, article = statements[verdict.statement]
    coder = coded[ruling.matter].position if ruling.matter in coded else None
    other = ruled.get((verdict.statement, after.key))
    position = Position(
        statement=statement.id,
        party=after.party,
        issue=after.issue,
        option=after.option,
        stance=after.stance,
        strength=after.strength,
        words=verdict.words or (coder.words if coder else statement.content),
        coder=ruling.by,
        confidence=1.0,
        condition=_condition(after, coder),
        counted=other is None or other is ruling or not other.refuses(after),
    )
    return Evidence(position, _dated(statement, after), article)


def _reconciled(accepted: Iterable[Evidence]) -> Iterator[Evidence]:
    """The same coding accepted on two ways is one position; two that contradict each other both do not count."""
    groups: dict[Matter, dict[Coding, Evidence]] = {}
    for item in accepted:
        groups.setdefault(_matter(item), {}).setdefault(coding_of(item.position), item)
    for group in groups.values():
        for item in group.values():
            counted = item.position.counted and len(group) == 1
            yield replace(item, position=replace(item.position, counted=counted))


def _condition(after: Coding, coder: Position | None) -> Condition | None:
    """The condition accepted; with the partial package the coder understood, where its words are the same."""
    if after.condition is None:
        return None
    if coder and coder.condition and coder.condition.text == after.condition:
        return coder.condition
    return Condition(after.condition)


def _dated(statement: Statement, after: Coding) -> Statement:
    return replace(statement, said_on=after.said_on, said_on_exact=True) if after.said_on else statement


def _matter(item: Evidence) -> Matter:
    return item.statement.id, coding_of(item.position).key


def _in_order(evidence: list[Evidence], statements: Mapping[str, object], case: Case) -> list[Evidence]:
    """In the order of statements and, within one, of the case's issues and options, as the coder gives them."""
    places = {id: place for place, id in enumerate(statements)}
    pairs = [(issue.id, option.id) for issue in case.issues for option in issue.options]
    options = {pair: place for place, pair in enumerate(pairs)}

    def place(item: Evidence) -> tuple[int, int, str]:
        position = item.position
        return (
            places.get(item.statement.id, len(places)),
            options.get((position.issue, position.option), len(options)),
            position.party,
        )

    return sorted(evidence, key=place)
