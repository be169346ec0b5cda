"""Governing: which cue of a passage decides about an option that words point to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.subjects import sentence_start, subjects_before
from zopa.positions.words import stem, stems
from zopa.statements.lexicon import word_set

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.words import Term

_PLANS = frozenset(stem(word) for word in cues.PLANS)
_EMBEDS = frozenset({"demands", "proposes"})
_RELATIVES = frozenset({"that", "which", "also", "has", "had", "would"})
_ALSO_NOUNS = frozenset({stem("plan")})
_DETERMINERS = frozenset(
    [
        "a",
        "an",
        "any",
        "every",
        "each",
        "no",
        "the",
        "this",
        "that",
        "its",
        "his",
        "her",
        "their",
        "our",
        "such",
        "some",
    ]
)
_OF = frozenset({"of", "for", "with", "all", "these", "those", "most"})
_BEHIND_VERBS = word_set("to that by the a an it them this these its any for in on at with from")
_NEEDS = frozenset(stem(word) for word in ("require", "need", "demand"))
_JUDGING = frozenset({"rejects", "accepts", "undecided"})
_GIVING = frozenset({"offers", "proposes", "accepts"})
_ASKING_OR_JUDGING = _JUDGING | {"demands"}
_VERDICTS = frozenset({"rejects", "accepts", "demands"})
STANCE_NOUNS = stems("offer demand request claim call bid proposal pledge promise insistence threat appeal")
_CONSIDER, _SUPPORT = stem("consider"), stem("support")
_VERBAL = word_set(
    """
    to will would could can may might must should do does did not and it they we he she i who which that also now still
    is are was were be been being have has had
    """
)
_SPOKEN_WITHIN, _MAKING = 4, 9
_TURNS = stems("and but while whereas though although")
_OWNING = frozenset({"its", "his", "her", "their", "our"})
_SPEAKING_OF = stems(
    """
    criticise condemn discuss mention ignore attack call describe brand dub label comment respond answer reply debate
    """
)
_VERDICT, _NOUN_WITHIN, _PREDICATE_WITHIN = 3, 3, 4
_APART = frozenset({"and", "that", ",", "—", "–"})
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "remain", "being"})
_READY = frozenset(
    stem(word) for word in ("ready", "prepared", "willing", "readiness", "willingness", "signal", "hint", "indicate")
) | {"will"}
_AFTER = frozenset({"rejects", "accepts", "undecided", "conditions"})


@dataclass(frozen=True, slots=True)
class Governed:
    """The cue, what it does (``kind``), and the cue whose subject holds the attitude (mostly the same).

    ``owner`` is the party whose plan it is that calls for something: *a Nordhaven proposal that called for*.
    """

    cue: Term
    kind: str
    holder: Term
    owner: str | None = None


def governing(passage: Passage, clause: Clause, match: Match) -> Governed | None:
    """The cue that governs a match, or None.

    1. The cues of the match's sentence that are not themselves words of the option (*dismissed its legitimacy*),
       not nouns (*any plan to leave*), not what an act takes (*leaving would require a vote*): nobody wants it there.
    2. Among those of its clause: the last before its words; else the first after them that judges (*is unacceptable*).
    3. A clause of exchange or condition, or one without a subject of its own, falls under the last cue before it; an
       exchange that opens its sentence under the first behind it.
    4. An earlier *unclear whether* covers what follows it; an earlier demand covers what it asks others to accept; a
       plan that calls for something proposes it; what hangs on a condition is held by the holder of the cue before.
    """
    start = sentence_start(passage, clause.first)
    usable = [
        cue
        for cue in passage.attitudes
        if sentence_start(passage, cue.first) == start
        and not _is_matter(cue, match)
        and not _is_noun(passage, cue)
        and not _is_need(passage, cue)
        and not _names_issue(passage, clause, cue, match)
        and not _is_spoken_of(passage, cue)
        and not _is_how(passage, cue)
    ]
    cue = _nearest(passage, clause, match, usable)
    if cue is not None and passage.tokens[cue.first].stem == _CONSIDER:
        verdict = _considered(clause, match, usable)
        if verdict is not None:
            return Governed(verdict, verdict.name, cue)
    return None if cue is None else _adjusted(passage, cue, [other for other in usable if other.first < cue.first])


def _is_matter(cue: Term, match: Match) -> bool:
    """Whether a judging cue is itself a word of the option: *dismissed the legitimacy*."""
    own = set(range(cue.first, cue.last + 1)) if cue.solid else {cue.first, cue.last}
    return cue.name in _AFTER and bool(own & match.consumed)


def _is_spoken_of(passage: Passage, cue: Term) -> bool:
    """Whether a noun of stance is nobody's here, only spoken of: *criticised the demand for 8 per cent*, *an offer of 3
    per cent falls short*.
    """
    if passage.tokens[cue.first].stem not in STANCE_NOUNS:
        return False
    before = [token.stem for token in passage.tokens[max(0, cue.first - _SPOKEN_WITHIN) : cue.first]]
    by = [token.stem for token in passage.tokens[cue.last + 1 : cue.last + 2]] == ["by"]
    if by or not before or before[-1] not in _DETERMINERS - _OWNING:
        return False
    return not _SPEAKING_OF.isdisjoint(before) or _is_refused_behind(passage, cue)


def _is_how(passage: Passage, cue: Term) -> bool:
    """Whether a cue only says as what something is refused: *dismissed as inadequate a rise of 3 per cent*."""
    before = passage.tokens[cue.first - 1].stem if cue.first else ""
    refused = any(cue.first - each.last in (1, 2) and each.name == "rejects" for each in passage.attitudes)
    return before == "as" and refused


def _is_refused_behind(passage: Passage, cue: Term) -> bool:
    """Whether the noun opens its sentence, nobody owns it, and a refusal follows."""
    start = sentence_start(passage, cue.first)
    refused = any(
        each.first > cue.last and each.name == "rejects" and sentence_start(passage, each.first) == start
        for each in passage.attitudes
    )
    near = range(start, cue.last + _NOUN_WITHIN)
    return cue.first - start == 1 and refused and not any(mention.first in near for mention in passage.mentions)


def _names_issue(passage: Passage, clause: Clause, cue: Term, match: Match) -> bool:
    """Whether a noun of stance is what the issue is called, and something *must* be with it: *the pledge must be
    lifted* is not pledged.
    """
    named = cue.first == cue.last and cue.first in match.words and cue.first not in match.consumed
    behind = (modal for modal in passage.within(passage.modals, clause) if modal.first > cue.last)
    return named and passage.tokens[cue.first].stem in STANCE_NOUNS and any(m.name == "directive" for m in behind)


def _is_noun(passage: Passage, cue: Term) -> bool:
    """Whether a cue that can be a verb is a noun here: *any plan to leave*."""
    before = passage.tokens[cue.first - 1].text.lower() if cue.first else ""
    if cue.first == cue.last and _is_adjective(passage, cue.first, before):
        return True
    if passage.tokens[cue.first].stem == _SUPPORT and cue.first == cue.last:
        behind = [token.stem for token in passage.tokens[cue.last + 1 : cue.last + 2]]
        named = any(mention.last == cue.first - 1 for mention in passage.mentions)
        return bool(before) and before not in _VERBAL and not before.endswith("ly") and not named and behind != ["for"]
    return passage.tokens[cue.first].stem in _ALSO_NOUNS and before in _DETERMINERS


def _is_adjective(passage: Passage, place: int, before: str) -> bool:
    """Whether a participle only says which: *the dismissed drivers*, *of rejected bids*; not *all rejected it*."""
    if not passage.tokens[place].text.lower().endswith("ed") or before not in _DETERMINERS | _OF:
        return False
    following = passage.tokens[place + 1 : place + 2]
    return bool(following) and following[0].is_word and following[0].text.lower() not in _BEHIND_VERBS


def _is_need(passage: Passage, cue: Term) -> bool:
    """Whether the cue says what an act takes, not what somebody asks for: *leaving the pact would require a vote*."""
    first = passage.tokens[sentence_start(passage, cue.first)].text.lower()
    return passage.tokens[cue.first].stem in _NEEDS and first.endswith("ing")


def _nearest(passage: Passage, clause: Clause, match: Match, usable: list[Term]) -> Term | None:
    first = min(match.consumed or match.words)
    own = [cue for cue in usable if clause.holds(cue.first)]
    before = [cue for cue in own if cue.first <= first]
    if before:
        return before[-1]
    after = [
        cue
        for cue in own
        if cue.first > first and (cue.name in _AFTER or _is_predicate(passage, cue, max(match.words)))
    ]
    if after:
        return after[0]
    if clause.role == "main" and (
        subjects_before(passage, clause.first, first) or passage.within(passage.modals, clause)
    ):
        return None
    earlier = [cue for cue in usable if cue.first < clause.first]
    giving = clause.role == "exchange"
    later = [cue for cue in usable if giving and cue.first > clause.last and cue.name in _GIVING]
    return earlier[-1] if earlier else later[0] if later else None


def _is_predicate(passage: Passage, cue: Term, last: int) -> bool:
    """Whether a cue is what the option is said to be: *six is our final offer*, *a truce remains their goal*."""
    between = [token.stem for token in passage.tokens[last + 1 : cue.first]]
    linked = {*between, passage.tokens[cue.first].stem}
    goes_on = not _APART.isdisjoint(between) or len(between) > _PREDICATE_WITHIN
    return cue.first > last and not _BEING.isdisjoint(linked) and not goes_on


def _considered(clause: Clause, match: Match, usable: list[Term]) -> Term | None:
    """The cue behind the option that says as what it is considered: *considers a guarantee indispensable*."""
    last = max(match.words)
    behind = (cue for cue in usable if clause.holds(cue.first) and last < cue.first <= last + _VERDICT)
    return next((cue for cue in behind if cue.name in _VERDICTS), None)


def _adjusted(passage: Passage, cue: Term, earlier: list[Term]) -> Governed:
    if earlier and earlier[-1].name == "rejects" and _is_its_object(passage, earlier[-1], cue):
        kind = "undecided" if cue.name == "rejects" else "rejects"
        return Governed(earlier[-1], kind, earlier[-1])
    if (
        earlier
        and earlier[-1].name == "rejects"
        and cue.name == "conditions"
        and cue.first - earlier[-1].last <= _MAKING
    ):
        return Governed(earlier[-1], "rejects", earlier[-1])  # *ruled out making it depend on a vote*
    open_ = [other for other in earlier if other.name == "undecided"]
    if open_:
        led = cue.name == "conditions" or _is_judged(passage, open_[-1], cue)
        holder = open_[-1] if led else cue
        return Governed(cue, "undecided", holder)
    if cue.name == "conditions":
        return Governed(cue, "conditions", earlier[-1] if earlier else cue)
    if earlier and cue.name == "rejects" and earlier[-1].name == "demands" and _close(passage, earlier[-1], cue):
        return Governed(cue, "rejects", earlier[-1])  # *threatened to reject*, *wants to stop*
    if earlier and earlier[-1].name in _EMBEDS and _embeds(passage, earlier[-1], cue):
        return Governed(earlier[-1], earlier[-1].name, earlier[-1])
    if cue.name == "accepts" and earlier and earlier[-1].name == "offers" and _close(passage, earlier[-1], cue):
        kind = "accepts" if passage.tokens[earlier[-1].first].stem in _READY else "offers"
        return Governed(earlier[-1], kind, earlier[-1])
    if earlier and earlier[-1].name in _ASKING_OR_JUDGING and _is_judged(passage, earlier[-1], cue):
        return Governed(earlier[-1], earlier[-1].name, earlier[-1])
    plan = _plan_before(passage, cue)
    if cue.name in _EMBEDS | {"offers"} and plan is not None:
        owner = next((mention.party for mention in passage.mentions if mention.last == plan - 1), None)
        return Governed(cue, "proposes", cue, owner)
    return Governed(cue, cue.name, cue)


def _is_its_object(passage: Passage, outer: Term, inner: Term) -> bool:
    """Whether the inner cue is the act that the outer one refuses: *refused to accept*, *ruled out paying*."""
    between = [token.stem for token in passage.tokens[outer.last + 1 : inner.first]]
    word = passage.tokens[inner.first].text.lower()
    last = passage.tokens[outer.last].stem
    return between == ["to"] or (not between and inner.name != "rejects" and (last == "to" or word.endswith("ing")))


def _embeds(passage: Passage, outer: Term, inner: Term) -> bool:
    """Whether the inner cue is what the outer one asks for: *demands that they consent*, *wants us to accept*."""
    between = {token.stem for token in passage.tokens[outer.last + 1 : inner.first]}
    return bool(between & {"that", "to"}) and not between & _TURNS


def _is_judged(passage: Passage, outer: Term, inner: Term) -> bool:
    """Whether the inner cue is a noun that the outer one judges: *spurned the offer of*, *bowed to the demand for*."""
    between = passage.tokens[outer.last + 1 : inner.first]
    noun = passage.tokens[inner.first]
    determined = bool(between) and between[0].text.lower() in _DETERMINERS - {"no"}
    several = not between and noun.text.endswith("s")
    return (determined or several) and len(between) <= _NOUN_WITHIN and noun.stem in STANCE_NOUNS


def _close(passage: Passage, outer: Term, inner: Term) -> bool:
    """Whether the inner cue follows the outer one at once: *offered to accept*."""
    return {token.stem for token in passage.tokens[outer.last + 1 : inner.first]} <= {"to"}


def _plan_before(passage: Passage, cue: Term) -> int | None:
    """The token of the plan that calls for something, where a plan is the cue's subject."""
    place = cue.first - 1
    while place >= 0 and passage.tokens[place].stem in _RELATIVES:
        place -= 1
    return place if place >= 0 and passage.tokens[place].stem in _PLANS else None
