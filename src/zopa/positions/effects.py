"""Effects: words that say what an option would bring, which is nobody's wish, and those whose subject is nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.lexicon import IRREGULAR, listed
from zopa.positions.subjects import actors_in
from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.passage import Passage
    from zopa.positions.words import Token

SELF = frozenset({"he", "she", "we", "i", "our", "my", "they", "it"})
"""Words with which a speaker speaks of their own side."""

_BETWEEN = stems("not never even still then also only now just again already")
_COMING_ABOUT = stems(
    """
    start begin end last run rise fall go come apply stay remain continue take happen follow stop cease close open
    enter expire get need return stand hold keep serve become pass belong receive do
    """
)
_PARTICIPLES = (IRREGULAR.keys() - {"gone", "lost", "left", "bound"}) | set(listed("found cut put set let shut split"))
_VERB_WITHIN = 3
_GIVEN = stems("with at")
_NOBODY = stems("no nobody none neither")
_OPENS = 2
_OURS = frozenset({"our", "my", "his", "her", "their", "its"})


def has_effect(passage: Passage, clause: Clause, match: Match) -> bool:
    """Whether an option is the subject of what would follow from it: *a second runway would double the noise*.

    That it *would be built*, or *would start in May*, says that it comes about.
    """
    last = max(match.words)
    modal = next(iter(passage.within(passage.modals, clause)), None)
    if clause.role != "main" or modal is None or modal.name != "future" or modal.first <= last:
        return False
    if passage.tokens[clause.first].stem in _GIVEN:
        return True
    own = any(token.text.lower() in SELF | _OURS for token in passage.tokens[last + 1 : modal.first])
    if own or actors_in(passage, clause.first, modal.first) or nobody_would(passage, clause):
        return False
    verb = next(
        (
            token
            for token in passage.tokens[modal.last + 1 : modal.last + 1 + _VERB_WITHIN]
            if token.is_word and token.stem not in _BETWEEN and not token.text.lower().endswith("ly")
        ),
        None,
    )
    held_out = verb is not None and verb.stem in ("be", "have") and passage.tokens[modal.first].stem in cues.POSSIBLES
    return verb is not None and not held_out and not _comes_about(passage, verb)


def _comes_about(passage: Passage, verb: Token) -> bool:
    """Whether a verb says that its subject comes about: *would start*, *would be built*; not *would be a burden*."""
    if verb.stem not in ("be", "have"):
        return verb.stem in _COMING_ABOUT
    following = (
        token for token in passage.tokens if token.start > verb.start and not token.text.lower().endswith("ly")
    )
    after = next(following, None)
    if after is None or verb.stem == "have":
        return after is not None and after.stem in ("to", "be")
    return after.text.lower().endswith(("ed", "en")) or after.text.lower() in _PARTICIPLES


def nobody_would(passage: Passage, clause: Clause) -> bool:
    """Whether the subject is nobody: *no digger will be let near the spring*, *none of the mayors would sign*."""
    words = [place for place in range(clause.first, clause.last + 1) if passage.tokens[place].is_word][:_OPENS]
    nobody = next((place for place in words if passage.tokens[place].stem in _NOBODY), None)
    if nobody is None and [passage.tokens[place].stem for place in words] != ["not", "one"]:
        return False
    nobody = clause.first if nobody is None else nobody
    modals = [modal.first for modal in passage.within(passage.modals, clause) if modal.first > nobody]
    return bool(modals) and all(token.is_word for token in passage.tokens[nobody : min(modals)])
