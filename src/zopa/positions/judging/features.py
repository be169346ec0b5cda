"""What the rules saw in a statement, as numbers: cues, whose voice, how near each option, what was coded."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from zopa.positions.position import STANCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.positions.candidates import Candidate
    from zopa.positions.closeness import Near
    from zopa.positions.hearing import Hearing
    from zopa.positions.parties import Mention
    from zopa.positions.passage import Passage
    from zopa.statements.statement import Statement

    Floats = NDArray[np.float32]

Option = tuple[str, str]
"""An issue and one of its options, by id."""

CUES = (*STANCES, "proposes")
OF_STATEMENT, OF_PARTY, OF_OPTION, OF_RULES = 4 * len(CUES) + 6, 10, 10, 2 * len(STANCES) + 2
_FIRST = 3
_OPENING = 4
_PAIR = 2


def of_statement(statement: Statement, hearing: Hearing, parties: int) -> Floats:
    """Which cues stand in a statement, denied or not, and outside of it; who speaks; how long it is. [34]."""
    passage, voice = hearing.passage, hearing.voice
    inside = {(cue.name, passage.negated(cue.first)) for cue in passage.attitudes}
    outside = {(voice.outer, voice.outer_negated)}
    found = [float((cue, negated) in cues) for cues in (inside, outside) for negated in (False, True) for cue in CUES]
    length = statement.content[-1].end - statement.content[0].start
    found += [
        float(statement.speaker_kind == "narrator"),
        float(not voice.parties),
        float(len(voice.parties) > 1),
        float(voice.joint),
        math.log1p(length) / 6,
        parties / 4,
    ]
    return np.array(found, dtype=np.float32)


def of_parties(parties: Sequence[str], statement: Statement, hearing: Hearing) -> Floats:
    """Whether each party speaks, and where it is named. [parties, 10]."""
    first, last = statement.content[0].start, statement.content[-1].end
    here, earlier = _places(hearing.whole), _places(hearing.before)
    opening = next((mention.party for mention, _ in (*here, *earlier)), None)
    rows = []
    for party in parties:
        mine = [(place, mention.person) for mention, place in here if mention.party == party]
        inside = [place for place, _ in mine if first <= place < last]
        before = [place for place, _ in mine if place < first]
        rows.append(
            [
                party in hearing.voice.parties,
                hearing.voice.parties == (party,),
                bool(inside),
                bool(before),
                any(place >= last for place, _ in mine),
                any(mention.party == party for mention, _ in earlier),
                {mention.party for mention, _ in here} == {party},
                opening == party,
                bool(inside) and inside[0] - first < _OPENING,
                any(person for place, person in mine if place < last),
            ]
        )
    return np.array(rows, dtype=np.float32).reshape(len(parties), OF_PARTY)


def _places(passage: Passage | None) -> list[tuple[Mention, int]]:
    """Mentions with their first character."""
    return [(mention, passage.tokens[mention.first].start) for mention in passage.mentions] if passage else []


def of_options(options: Sequence[Option], near: Sequence[Near], told: Sequence[Candidate]) -> Floats:
    """How near the words lie to each option, beside its sisters and the other issues. [options, 10]."""
    place = {option: number for number, option in enumerate(options)}
    issue, own, matched, leads, elsewhere, sisters = (np.zeros(len(options)) for _ in range(6))
    for each in near:
        number = place[each.issue, each.option]
        issue[number], own[number] = each.to_issue, each.to_option
    for candidate in told:
        number = place[candidate.issue, candidate.option]
        matched[number] = max(matched[number], candidate.quality)
    total = issue + own
    names = np.array([name for name, _ in options])
    for name in dict.fromkeys(name for name, _ in options):
        mine = names == name
        elsewhere[mine] = total[~mine].max(initial=0.0)
        leads[mine] = _best_other(own[mine])
        sisters[mine] = mine.sum() - 1
    order = list(dict.fromkeys([(each.issue, each.option) for each in told] + [(n.issue, n.option) for n in near]))
    first, early = np.zeros(len(options)), np.zeros(len(options))
    first[[place[option] for option in order[:1]]] = early[[place[option] for option in order[:_FIRST]]] = 1
    columns = (
        _squeezed(issue),
        _squeezed(own),
        (total >= total.max(initial=0.0)) & (total > 0),
        np.tanh(own - leads),
        np.tanh(total - elsewhere),
        _squeezed(issue) * _squeezed(own),
        np.log1p(sisters),
        matched,
        first,
        early,
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _best_other(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each of a few values the greatest of the others, 0 where there is none."""
    if len(values) < _PAIR:
        return np.zeros(len(values))
    ordered = np.sort(values)
    return np.asarray(np.where(values == ordered[-1], ordered[-2], ordered[-1]))


def of_rules(parties: Sequence[str], options: Sequence[Option], told: Sequence[Candidate]) -> Floats:
    """What the rules coded, by stance: for the party itself, for any other, and how plainly. [parties, options, 14]."""
    rows = np.zeros((len(parties), len(options), OF_RULES), dtype=np.float32)
    place = {option: number for number, option in enumerate(options)}
    for candidate in told:
        if candidate.stance is None:
            continue
        stance, number = STANCES.index(candidate.stance), place[candidate.issue, candidate.option]
        for row, party in zip(rows[:, number], parties, strict=True):
            column = stance if party == candidate.party else len(STANCES) + stance
            row[column] = max(row[column], candidate.score)
            if party == candidate.party:
                row[2 * len(STANCES)] = candidate.certainty
    return rows


def _squeezed(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights in [0, 1)."""
    return weights / (1 + weights)
