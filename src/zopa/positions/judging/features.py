"""What the rules saw in a statement, as numbers for the judge: cues, whose voice, how near each option, what was coded."""

from __future__ import annotations

import math
from collections import defaultdict
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


def of_statement(statement: Statement, hearing: Hearing, parties: int) -> Floats:
    """Which cues stand in a statement, denied or not, and outside of it; who speaks; how long it is. [34]."""
    passage, voice = hearing.passage, hearing.voice
    inside = {(cue.name, passage.negated(cue.first)) for cue in passage.attitudes}
    outside = {(voice.outer, voice.outer_negated)}
    found = [
        float((cue, negated) in cues) for cues in (inside, outside) for negated in (False, True) for cue in CUES
    ]
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
    issue, own = np.zeros(len(options)), np.zeros(len(options))
    place = {option: number for number, option in enumerate(options)}
    for each in near:
        number = place[each.issue, each.option]
        issue[number], own[number] = each.to_issue, each.to_option
    total = issue + own
    sisters: dict[str, list[int]] = defaultdict(list)
    for number, option in enumerate(options):
        sisters[option[0]].append(number)
    most = {name: max(total[numbers]) for name, numbers in sisters.items()}
    matched = np.zeros(len(options))
    for candidate in told:
        number = place[candidate.issue, candidate.option]
        matched[number] = max(matched[number], candidate.quality)
    order = list(dict.fromkeys([(each.issue, each.option) for each in told] + [(n.issue, n.option) for n in near]))
    rows = np.zeros((len(options), OF_OPTION), dtype=np.float32)
    for number, option in enumerate(options):
        rivals = [own[other] for other in sisters[option[0]] if other != number]
        elsewhere = max((value for name, value in most.items() if name != option[0]), default=0.0)
        rows[number] = [
            _squeezed(issue[number]),
            _squeezed(own[number]),
            total[number] >= total.max() > 0,
            math.tanh(own[number] - max(rivals, default=0.0)),
            math.tanh(total[number] - elsewhere),
            _squeezed(issue[number]) * _squeezed(own[number]),
            math.log1p(len(rivals)),
            matched[number],
            order[:1] == [option],
            option in order[:_FIRST],
        ]
    return rows


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


def _squeezed(weight: float) -> float:
    """A weight in [0, 1)."""
    return weight / (1 + weight)
