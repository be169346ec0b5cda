"""A passage: a statement's words prepared for coding, with its parties, terms, cues and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from zopa.positions import cues
from zopa.positions.attitude_cues import ATTITUDES
from zopa.positions.definitions import case_terms
from zopa.positions.lexicon import CALENDAR
from zopa.positions.quantities import quantities_in
from zopa.positions.words import Term, phrase_table, phrases_at, stem, stems, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.coverage.article import Span
    from zopa.positions.parties import Mention, PartyNames
    from zopa.positions.quantities import Quantity
    from zopa.positions.words import PhraseTable, Token

Role = Literal["main", "exchange", "condition", "reason"]

_ROLES: dict[str, Role] = {"exchange": "exchange", "condition": "condition", "reason": "reason", "main": "main"}
_ATTITUDES = phrase_table(ATTITUDES)
_MODALS = phrase_table({"directive": cues.DIRECTIVES, "future": cues.FUTURES})
_MARKS = phrase_table(
    {
        "exchange": cues.EXCHANGE_MARKS,
        "condition": cues.CONDITION_MARKS,
        "reason": cues.REASON_MARKS,
        "main": cues.CONTRAST_MARKS,
    }
)
_TONES = phrase_table({"red_line": cues.RED_LINES, "soft": cues.HEDGES, "mutual": cues.MUTUAL})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we"})
_SPEAKING = frozenset(stem(word) for word in cues.SPEAKING)
_NO_TALKS = (stem("refuse"), stem("discuss"))
_TAKE, _ONCE = stem("take"), stem("once")
_TAKEN_UP = stems(
    "effect place part time years months weeks days hours long longer until up over off on action steps "
    "measures note care account responsibility charge shape root"
)
_SINCE = stem("since")
_AWAY = stems("away off down out from")
_CONTRASTING = stems("while although though whereas")
_COME = stem("come")
_GO, _BACK, _BACKING = stem("go"), stem("back"), frozenset({"backed", "backs", "backing"})
_DOING, _SERVING, _ONLY = stems("do serve suit"), stems("for as to if well"), stem("only")
_WOULD = stems("would will could can may might must should is are has have")
_ENDS = frozenset(".;—–:?!")
_OPEN, _STAYING = stem("open"), stems("remain stay keep kept")
_CONDITION, _QUOTING_WITHIN = stems("condition that"), 8
_QUOTING = stems("anonymity anonymous named identified quoted")
_CALENDAR = stems(" ".join(CALENDAR))
_KEPT = 64
_WERE_TO = 8
_RELATIVE, _NEAR_PARTY = stems("who which"), 2
_TIMES = stems("a an per every each again more")
_INTERVALS = stems("year month week day quarter session term season decade")
_MUST = stems("must should")
_HELPERS, _HELPING = 4, _WOULD | stems("was were had been also now instead then again")
_ANNOUNCING = stems("would will could can")
_STANDS = frozenset({"demands", "offers", "accepts", "rejects", "proposes"})
_SOONER, _THAN = stem("sooner"), stem("than")
_PREFERRING = frozenset({_SOONER, stem("rather")})
_TAKING, _RIGHT_BEHIND = frozenset({"accepts", "offers"}), 2


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``last`` and their role: what is said, what is given for it, on what condition, or why."""

    first: int
    last: int
    role: Role

    def holds(self, index: int) -> bool:
        """Whether a token lies in the clause."""
        return self.first <= index <= self.last


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens and everything found in them; indices count tokens."""

    tokens: list[Token]
    mentions: list[Mention]
    terms: list[Term]
    attitudes: list[Term]
    modals: list[Term]
    tones: list[Term]
    marks: list[Term]
    clauses: list[Clause]
    quantities: list[Quantity]

    def within(self, found: Iterable[Term], clause: Clause) -> list[Term]:
        """The terms that begin in a clause."""
        return [term for term in found if clause.holds(term.first)]

    def negated(self, index: int, reach: int = 3) -> bool:
        """Whether a negator stands within ``reach`` words before a token, in the same clause."""
        for place in range(index - 1, max(-1, index - 1 - reach), -1):
            token = self.tokens[place]
            if token.text in _ENDS:
                return False
            if token.stem in cues.NEGATORS or token.text.lower().endswith(("n't", "n’t")):
                return True
        return False


def read_passage(text: str, spans: Sequence[Span], names: PartyNames) -> Passage:
    """Prepares spans of a text. Cost: linear in their length; neighbouring statements share what was read last."""
    return _read(text, tuple(spans), names)


@lru_cache(_KEPT)
def _read(text: str, spans: tuple[Span, ...], names: PartyNames) -> Passage:
    tokens = [token for span in spans for token in tokens_of(text, span.start, span.end)]
    marks = [mark for mark in _found(tokens, _MARKS) if not any(no(tokens, mark) for no in _NO_MARKS)]
    traded = {index for mark in marks if mark.name == "exchange" for index in range(mark.first, mark.last + 1)}
    mentions = names.mentions(tokens)
    terms = [term for term in case_terms(tokens, names, mentions) if term.first not in traded]
    attitudes = [
        cue
        for cue in (_shortened(tokens, each, terms) for each in _found(tokens, _ATTITUDES))
        if not _inside(cue, terms) and not _is_silence(tokens, cue) and not _is_turn_of_phrase(tokens, cue)
    ]
    terms = [
        term
        for term in terms
        if not (term.name == "KEEP" and any(c.first <= term.last + 1 <= c.last + 1 for c in attitudes))
    ]
    return Passage(
        tokens=tokens,
        mentions=mentions,
        terms=terms,
        attitudes=_preferring(tokens, attitudes),
        modals=_found(tokens, _MODALS),
        tones=_found(tokens, _TONES),
        marks=marks,
        clauses=_clauses(tokens, marks, mentions, attitudes),
        quantities=[
            each for each in quantities_in(tokens) if not any(m.first <= each.first <= m.last for m in mentions)
        ],
    )


def _found(tokens: list[Token], table: PhraseTable) -> list[Term]:
    """Phrases of a table, left to right, none inside another."""
    found: list[Term] = []
    for index, token in enumerate(tokens):
        if token.stem not in table:
            continue
        if found and (index <= found[-1].last if found[-1].solid else index == found[-1].last):
            continue
        found.extend(term for term, _ in phrases_at(tokens, index, table)[:1])
    return found


def _shortened(tokens: list[Token], cue: Term, terms: list[Term]) -> Term:
    """A cue without its last word where that begins a phrase of the matter: *ready to* in *ready to take back*."""
    if cue.first == cue.last or not any(term.first == cue.last < term.last and term.name.isupper() for term in terms):
        return cue
    shorter = phrases_at(tokens[: cue.last], cue.first, _ATTITUDES)
    return shorter[0][0] if shorter else cue


def _inside(cue: Term, terms: list[Term]) -> bool:
    """Whether a cue is only a part of a longer phrase of the matter: *back* in *hand back*."""
    return any(
        (term.solid or cue.first == term.last)
        and term.first <= cue.first
        and cue.first <= term.last
        and term.last - term.first >= cue.last - cue.first
        and (term.first, term.last) != (cue.first, cue.last)
        for term in terms
    )


def _is_silence(tokens: list[Token], cue: Term) -> bool:
    """Whether a refusal is only one to speak: *declined to comment*; not *refused to discuss a ceasefire*."""
    following = [token.stem for token in tokens[cue.last + 1 : cue.last + 3]]
    silent = following[:1] == ["to"] and following[-1] in _SPEAKING
    return cue.name == "rejects" and silent and (tokens[cue.last].stem, following[-1]) != _NO_TALKS


def _is_at_once(tokens: list[Token], mark: Term) -> bool:
    """Whether *once* is no condition but part of *at once*, *for once*, *once a year*, *once again*."""
    before = tokens[mark.first - 1].stem if mark.first else ""
    alone = tokens[mark.first].stem == _ONCE and mark.first == mark.last
    often = any(token.stem in _TIMES for token in tokens[mark.last + 1 : mark.last + 2])
    return alone and (before in ("at", "for", "only") or (often and _is_interval(tokens, mark.last + 2)))


def _is_interval(tokens: list[Token], place: int) -> bool:
    """Whether *a year*, *per month* and their like stand there, or *once* is *once again*."""
    return tokens[place - 1].stem in ("again", "mor") or any(t.stem in _INTERVALS for t in tokens[place : place + 1])


def _is_of_time(tokens: list[Token], mark: Term) -> bool:
    """Whether *until* or *since* only says when: *until 1 July*, *since March*."""
    following = tokens[mark.last + 1 : mark.last + 2]
    dated = bool(following) and (following[0].text[0].isdigit() or following[0].stem in _CALENDAR)
    told = (mark.name == "condition" and tokens[mark.first].stem == "until") or tokens[mark.first].stem == _SINCE
    return told and dated


def _is_for_the_speaker(tokens: list[Token], mark: Term) -> bool:
    """Whether a condition is only how somebody may be quoted: *on condition of anonymity*, *that he not be named*."""
    following = tokens[mark.last + 1 : mark.last + 1 + _QUOTING_WITHIN]
    return tokens[mark.last].stem in _CONDITION and any(token.stem in _QUOTING for token in following)


_NO_MARKS = (_is_at_once, _is_of_time, _is_for_the_speaker)


def _is_turn_of_phrase(tokens: list[Token], cue: Term) -> bool:
    """Whether *would take* is not about taking what is offered: *would take effect*, *would take place*; or *would do*
    not about being good enough: *would do the offices*, *only six would do*.
    """
    following = tokens[cue.last + 1 : cue.last + 2]
    if tokens[cue.last].stem in _DOING and tokens[cue.first].stem in _WOULD:
        goes_on = bool(following) and following[0].is_word and following[0].stem not in _SERVING
        return goes_on or (bool(tokens) and tokens[0].stem == _ONLY)
    if cue.name == "offers" and tokens[cue.first].stem == _COME and tokens[cue.first].text.lower() != "came":
        return tokens[cue.first - 1].stem not in _HELPING - _WOULD | {"has", "have"} if cue.first else True
    if tokens[cue.first].stem == _OPEN and cue.first and tokens[cue.first - 1].stem in _STAYING:
        return True
    if cue.first == cue.last and tokens[cue.first].stem == _BACK and following and following[0].stem in _AWAY:
        return True
    if cue.first == cue.last and tokens[cue.first].stem == _BACK:
        return tokens[cue.first].text.lower() not in _BACKING
    if tokens[cue.last].stem == _GO and cue.name == "rejects":
        return bool(following) and following[0].is_word
    return tokens[cue.last].stem == _TAKE and bool(following) and following[0].stem in _TAKEN_UP


def _preferring(tokens: list[Token], found: list[Term]) -> list[Term]:
    """Cues, but what something is done *sooner* or *rather than* is refused: *would sooner close the
    port than pay eight*, *would rather strike than accept five*. What is done sooner is often a figure of speech.
    """
    cues_found = list(found)
    for cue in found:
        if tokens[cue.last].stem not in _PREFERRING or cue.first == cue.last:
            continue
        following = range(cue.last + 1, len(tokens))
        end = next((place for place in following if tokens[place].text in _ENDS), len(tokens))
        than = next((place for place in following if place < end and tokens[place].stem == _THAN), None)
        if than is None:
            continue
        yielding = [other for other in found if than < other.first <= than + _RIGHT_BEHIND and other.name in _TAKING]
        hidden = [*yielding, cue] if tokens[cue.last].stem == _SOONER else yielding
        cues_found = sorted(
            [*(other for other in cues_found if other not in hidden), Term("rejects", than, than)],
            key=lambda other: other.first,
        )
    return cues_found


def _clauses(tokens: list[Token], marks: list[Term], mentions: list[Mention], attitudes: list[Term]) -> list[Clause]:
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
        if joins or token.text in _ENDS:
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
    while place < len(tokens) - 1 and place < joint + _HELPERS and tokens[place].stem in _HELPING:
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
    end = next((place for place in range(comma + 2, len(tokens)) if tokens[place].text in _ENDS | {","}), None)
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
    helped = cue.first > 0 and tokens[cue.first - 1].stem in _HELPING
    return cue.name in _STANDS and (helped or text.endswith(("ed", "ing")))


def _is_were_to(tokens: list[Token], index: int) -> bool:
    """Whether *were* opens a condition: *were the port to pay*."""
    following = tokens[index + 1 : index + _WERE_TO]
    end = next((place for place, token in enumerate(following) if not token.is_word), len(following))
    return tokens[index].text.lower() == "were" and any(token.stem == "to" for token in following[2:end])


def _split_opening(tokens: list[Token], first: int, last: int, role: Role, mentions: list[Mention]) -> list[Clause]:
    opens = first == 0 or tokens[first - 1].text in _ENDS
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
    return place <= last and (tokens[place].stem in _WOULD or tokens[place].stem in _ATTITUDES)
