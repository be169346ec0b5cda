"""Antecedents: what is refused or taken when the words only point to it (*such notions*, *the offer*, *refused*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.denials import not_refused
from zopa.positions.matching import Match, matches
from zopa.positions.subjects import sentence_start
from zopa.positions.voices import EXPLICIT, Attitude, holders, strictly_conditioned, tone
from zopa.positions.words import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zopa.positions.clauses import Clause
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance
    from zopa.positions.vocabulary import CaseWords
    from zopa.positions.voices import Voice
    from zopa.positions.words import Term

DISCOUNT = 0.75
"""What a reading through an antecedent counts, beside one from the words themselves."""

_PLANS = stems(" ".join(cues.PLANS))
_POINTERS = stems("it this that such these those them")
_INDEFINITE = frozenset({"a", "an", "any", "some", "no"})
_JUDGING = frozenset({"rejects", "accepts", "undecided"})
_ACTS = {"offers": stems("offer bid"), "demands": stems("claim demand request condition")}
_OBJECTS = stems("it this that them those")
_ENDING = stems("end stop gone scrapped dropped withdrawn removed cancelled lifted abolished out ended changed")
_HINTING = 0.5
_NEXT = 1
_LEAST_QUALITY = 0.6
_MOST = 2
_REACH = 5
_FEW = 2
_BESIDE = 1


def pointed(
    passage: Passage, earlier: Callable[[], Iterator[Passage]], words: CaseWords, voice: Voice
) -> Iterator[tuple[Match, Attitude, tuple[int, ...]]]:
    """Attitudes towards what was said just before, with the tokens of the cue.

    1. A judging cue in a clause that itself names no option, whose object is a pronoun, a word for a plan, or nothing.
    2. What it points to: the options of the clauses before it in the statement, else of what stands before, the nearest
       first. Words such as *the pay claim* look for an option of that issue; a pronoun reaches no farther than the
       sentence before, and a plan four sentences, to where somebody asks for or offers something.
    3. None if more than two options stand there, since nothing tells which are meant.
    """
    for cue in passage.attitudes:
        clause = next((each for each in passage.clauses if each.holds(cue.first)), None)
        asked = cue.name == "demands" and (_asks_for_it(passage, cue) or _as_asked(passage, clause, cue))
        if clause is None or not (asked or (cue.name in _JUDGING and _points(passage, cue))):
            continue
        open_ = cue.name == "rejects" and passage.tokens[cue.first].stem == "rule"
        passed = not_refused(passage, cue) == "accepts"  # *would not stand in the way of it*
        if cue.name != "accepts" and passage.negated(cue.first) and not (open_ or passed):
            continue
        if matches(passage, clause, words, frozenset(), voice.parties):
            continue
        hints = {term.name for term in passage.within(passage.terms, clause)}
        found = _options(passage, clause, words, hints) or _found_before(
            earlier, words, hints, _put_forward(passage, cue)
        )
        if 0 < len(found) <= _MOST:
            yield from _attitudes(passage, clause, cue, voice, found)


def _found_before(
    earlier: Callable[[], Iterator[Passage]], words: CaseWords, hints: set[str], act: str | None
) -> list[Match]:
    """The options of the nearest passage that has any, of the issues the hints are about if they are about any.

    ``act`` is what was done with them, where a word such as *offer* or *claim* says so: only that reaches far back.
    """
    meant = {issue.id for issue in words.issues for name in hints if issue.anchors.get(name, 0) >= _HINTING}
    for distance, passage in enumerate(earlier()):
        asked = act is not None and any(cue.name in (act, "proposes") for cue in passage.attitudes)
        if distance and not asked and (act is not None or distance > _NEXT):
            continue
        found = [each for each in _options(passage, None, words, hints) if not meant or each.issue in meant]
        if found:
            return found
    return []


def _attitudes(
    passage: Passage, clause: Clause, cue: Term, voice: Voice, found: list[Match]
) -> Iterator[tuple[Match, Attitude, tuple[int, ...]]]:
    parties, certainty = holders(passage, cue, voice)
    negated = passage.negated(cue.first)
    passed = negated and cue.name == "rejects" and not_refused(passage, cue) == "accepts"
    accepted = passed or (cue.name == "accepts" and not negated)
    left_open = cue.name == "undecided" or (cue.name == "rejects" and passage.negated(cue.first))
    stance: Stance = "accepts" if accepted else "undecided" if left_open else "rejects"
    if cue.name == "demands":
        stance = "demands"
    if accepted and strictly_conditioned(passage, clause):
        stance = "conditions"
    for party in parties:
        for match in found:
            attitude = Attitude(party, stance, tone(passage, clause, cue), certainty * DISCOUNT, certainty == EXPLICIT)
            yield match, attitude, tuple(range(cue.first, cue.last + 1))


def _points(passage: Passage, cue: Term) -> bool:
    """Whether the cue's object is left out, is a pronoun, or is a plan already spoken of (not *a* plan, *no* plan)."""
    if not any(token.is_word for token in passage.tokens[cue.last + 1 :]):
        return _plan_near(passage, cue) or (not _indefinite(passage, cue.first) and not _says_what(passage, cue))
    if any(token.stem in _POINTERS for token in passage.tokens[cue.first + 1 : cue.last + 3]):
        return True
    return _plan_near(passage, cue)


def _asks_for_it(passage: Passage, cue: Term) -> bool:
    """Whether a demand is for what was spoken of: *expects them to continue*, *has asked for this*; not for its end."""
    following = passage.tokens[cue.last + 1 : cue.last + 2]
    ended = any(token.stem in _ENDING for token in passage.tokens[cue.last + 1 : cue.last + 1 + _REACH])
    return bool(following) and following[0].stem in _OBJECTS and not ended and not passage.negated(cue.first)


def _as_asked(passage: Passage, clause: Clause | None, cue: Term) -> bool:
    """Whether a clause only says that somebody asked for what stands before it: *as the line has asked it to do*."""
    return clause is not None and passage.tokens[clause.first].stem == "as" and cue.first - clause.first <= _REACH


def _plan_near(passage: Passage, cue: Term) -> bool:
    """Whether a plan already spoken of stands beside a cue: *turned the offer down*, *the claim is unacceptable*."""
    start = max(sentence_start(passage, cue.first), cue.first - _REACH)
    places = [*range(start, cue.first), *range(cue.first + 1, min(cue.last + 1 + _REACH, len(passage.tokens)))]
    return any(passage.tokens[place].stem in _PLANS and not _indefinite(passage, place) for place in places)


def _put_forward(passage: Passage, cue: Term) -> str | None:
    """What was done with a plan that stands beside a cue: *the offer* was offered, *the pay claim* demanded."""
    near = passage.tokens[max(0, cue.first - _REACH) : cue.last + 1 + _REACH]
    return next((act for token in near for act, nouns in _ACTS.items() if token.stem in nouns), None)


def _says_what(passage: Passage, cue: Term) -> bool:
    """Whether the words before a cue already say what is judged: *anything above 4 per cent is unacceptable*."""
    start = sentence_start(passage, cue.first)
    own = [term for term in passage.terms if start <= term.first < cue.first and term.name not in _PLANS]
    return len(own) > _FEW or any(term.name[0].isdigit() for term in own)


def _indefinite(passage: Passage, place: int) -> bool:
    """Whether *a*, *any* or *no* stands within three words before a token."""
    return any(token.stem in _INDEFINITE for token in passage.tokens[max(0, place - 3) : place])


def _options(passage: Passage, until: Clause | None, words: CaseWords, hints: set[str]) -> list[Match]:
    """The options named in a passage, or in its clauses before one; those beside a hint (*the 90-day idea*) if any."""
    found: dict[tuple[str, str], Match] = {}
    hinted = [term.first for term in passage.terms if term.name in hints]
    for clause in passage.clauses:
        if until is not None and clause.first >= until.first:
            break
        for match in matches(passage, clause, words, frozenset(), ()):
            if match.quality >= _LEAST_QUALITY:
                found.setdefault((match.issue, match.option.id), match)
    beside = [each for each in found.values() if any(abs(p - h) <= _BESIDE for p in each.words for h in hinted)]
    return beside or list(found.values())
