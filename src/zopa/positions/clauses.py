"""Clauses: a passage cut where something else begins to be said, given in exchange, made a condition or a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.positions.cue_phrases import ENDS, HELPING, MODAL_VERBS, STANCE_PHRASES
from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.parties import Mention
    from zopa.positions.words import Term, Token

Role = Literal["main", "exchange", "condition", "reason"]

_ROLES: dict[str, Role] = {"exchange": "exchange", "condition": "condition", "reason": "reason", "main": "main"}
_PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
_CONTRASTING = stems("while although though whereas")
_WERE_TO = 8
_RELATIVE, _NEAR_PARTY = stems("who which"), 2
_MUST = stems("must should")
_ANNOUNCING = stems("would will could can")
_STANDS = frozenset({"demands", "offers", "accepts", "rejects", "proposes"})
_HELPERS = 4


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` and their role: what is said, what is given for it, on what condition, or why."""

    first: int
    last: int
    role: Role

    def holds(self, index: int) -> bool:
        """Whether a token lies in the clause."""
        return self.first <= index <= self.last


def clauses_of(tokens: list[Token], marks: list[Term], mentions: list[Mention], attitudes: list[Term]) -> list[Clause]:
    """Cuts a passage where a mark begins another role, at the end of a sentence, before a new finite clause, and before
    a second verb of stance: *rejected voluntary shifts and demanded their abolition*.

    A marked clause that opens its sentence (``In exchange for peace, ...``) ends at the comma, or without one before
    the party that would do something. *Should it fail, ...* and *were it to fail* open with a condition, too.
    """
    starts: dict[int, Role] = {0: "main"}
    for mark in marks:
        starts[mark.first] = _ROLES[mark.name]
    for index, token in enumerate(tokens[:-1]):
        joins = token.stem == "and" and tokens[index + 1].stem in _PRONOUNS | {"that"}
        if joins or token.text in ENDS:
            starts.setdefault(index + 1, "main")
        begun = _another_stand(tokens, index, mentions, attitudes)
        if begun is not None:
            starts.setdefault(begun, _role_at(tokens, index, starts))
        end = _end_of_aside(tokens, index, mentions, attitudes)
        if end is not None:
            starts.setdefault(index + 1, "main")
            starts.setdefault(end + 1, "main")
        opens = not index or not tokens[index - 1].is_word
        if opens and (token.text == "Should" or _is_were_to(tokens, index)):
            starts[index] = "condition"
    clauses: list[Clause] = []
    order = sorted(starts)
    for first, following in zip(order, [*order[1:], len(tokens)], strict=True):
        clauses.extend(_split_opening(tokens, first, following - 1, starts[first], mentions))
    return [clause for clause in clauses if clause.last >= clause.first]


def _another_stand(tokens: list[Token], index: int, mentions: list[Mention], attitudes: list[Term]) -> int | None:
    """Where a clause begins that takes a stand of its own, if it does at this *and* or comma."""
    if tokens[index].text == ",":
        return index + 1 if _adds_a_stand(tokens, index, attitudes) else None
    if tokens[index].stem != "and":
        return None
    if _takes_a_stand(tokens, index, attitudes):
        return index
    told = any(cue.last < index for cue in attitudes)
    return index + 1 if told and _another_acts(tokens, index, mentions) else None


def _role_at(tokens: list[Token], index: int, starts: dict[int, Role]) -> Role:
    """The role that goes on at a token: that of the clause begun last, but for one that a comma may have ended."""
    start = max(place for place in starts if place <= index)
    return "main" if any(token.text == "," for token in tokens[start:index]) else starts[start]


def _takes_a_stand(tokens: list[Token], joint: int, attitudes: list[Term]) -> bool:
    """Whether a verb of stance follows *and*, after another with an object: *rejected three and was offering two*;
    or after a modal: *would not pay and offered*.
    """
    if joint + 2 < len(tokens) and tokens[joint + 1].stem in _MUST:
        return any(cue.last < joint and cue.name in _STANDS for cue in attitudes)
    place = joint + 1
    while place < len(tokens) - 1 and place < joint + _HELPERS and tokens[place].stem in HELPING:
        place += 1
    verb = next((cue for cue in attitudes if cue.first == place and _is_verb(tokens, cue)), None)
    if verb is None or [token.stem for token in tokens[verb.last + 1 : verb.last + 2]] == ["by"]:
        return False
    before = any(cue.last < joint - 1 and cue.name in _STANDS for cue in attitudes)
    return before or any(token.stem in _ANNOUNCING for token in tokens[:joint])


def _adds_a_stand(tokens: list[Token], comma: int, attitudes: list[Term]) -> bool:
    """Whether a participle of stance follows a comma, after another stance: *rejected three, insisting on five*."""
    adding = any(cue.first == comma + 1 and tokens[cue.first].text.lower().endswith("ing") for cue in attitudes)
    return adding and any(cue.last < comma - 1 and cue.name in _STANDS for cue in attitudes)


def _end_of_aside(tokens: list[Token], comma: int, mentions: list[Mention], attitudes: list[Term]) -> int | None:
    """The comma that ends what is said of a party beside the rest: *The rebels, who want a truce, rejected a pause*."""
    if tokens[comma].text != "," or tokens[comma + 1].stem not in _RELATIVE:
        return None
    if not any(0 < comma - mention.last <= _NEAR_PARTY for mention in mentions):
        return None
    end = next((place for place in range(comma + 2, len(tokens)) if tokens[place].text in ENDS | {","}), None)
    if end is None or tokens[end].text != ",":
        return None
    inside, behind = (
        any(span[0] < cue.first < span[1] for cue in attitudes) for span in ((comma, end), (end, len(tokens)))
    )
    return end if inside and behind else None


def _another_acts(tokens: list[Token], joint: int, mentions: list[Mention]) -> bool:
    """Whether *and* goes on with what a party does: *the League sought more, and the Alliance came back with less*."""
    return any(
        mention.first - joint in (1, 2) and _acts_next(tokens, mention, len(tokens) - 1)
        for mention in mentions
        if not any(0 < joint - other.last <= 1 for other in mentions)
    )


def _is_verb(tokens: list[Token], cue: Term) -> bool:
    """Whether a cue is a verb by its form, or stands behind a helping one: *demanded*, *offering*, *would accept*."""
    text = tokens[cue.first].text.lower()
    helped = cue.first > 0 and tokens[cue.first - 1].stem in HELPING
    return cue.name in _STANDS and (helped or text.endswith(("ed", "ing")))


def _is_were_to(tokens: list[Token], index: int) -> bool:
    """Whether *were* opens a condition: *were the port to pay*."""
    following = tokens[index + 1 : index + _WERE_TO]
    end = next((place for place, token in enumerate(following) if not token.is_word), len(following))
    return tokens[index].text.lower() == "were" and any(token.stem == "to" for token in following[2:end])


def _split_opening(tokens: list[Token], first: int, last: int, role: Role, mentions: list[Mention]) -> list[Clause]:
    opens = first == 0 or tokens[first - 1].text in ENDS
    if role == "main" and opens and first < last and tokens[first].stem in _CONTRASTING:
        turn = next((i for i in range(first, last) if tokens[i].text == ","), None)
        if turn is not None and any(m.first - turn in (1, 2) and _acts_next(tokens, m, last) for m in mentions):
            return [Clause(first, turn, role), Clause(turn + 1, last, role)]
    if role in ("main", "reason") or not opens:
        return [Clause(first, last, role)]
    comma = next((index for index in range(first, last + 1) if tokens[index].text == ","), None)
    if comma is None:
        subject = next((each.first for each in mentions if first < each.first and _acts_next(tokens, each, last)), None)
        if subject is None or role != "exchange":
            return [Clause(first, last, role)]
        return [Clause(first, subject - 1, role), Clause(subject, last, "main")]
    return [Clause(first, comma, role), Clause(comma + 1, last, "main")]


def _acts_next(tokens: list[Token], mention: Mention, last: int) -> bool:
    """Whether a party is the subject of what is or would be done: *the capital would cut*, *the union offered*."""
    place = mention.last + 1
    return place <= last and (tokens[place].stem in MODAL_VERBS or tokens[place].stem in STANCE_PHRASES)
