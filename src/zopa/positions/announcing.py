"""Announcing: what the outlet reports that a party would do or would not do, without a word of stance.

*The port will not pay 8 per cent* rejects it, *the rebels would release the hostages in stages* offers that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.positions import cues
from zopa.positions.deeds import GIVING, does_away
from zopa.positions.subjects import acts, is_object
from zopa.positions.voices import ANNOUNCED, DENIED, Attitude, strictly_conditioned
from zopa.positions.words import stems

if TYPE_CHECKING:
    from zopa.positions.clauses import Clause
    from zopa.positions.matching import Match
    from zopa.positions.parties import Mention
    from zopa.positions.passage import Passage
    from zopa.positions.position import Stance, Strength
    from zopa.positions.words import Term

_SPEAKING = stems(" ".join(cues.SPEAKING))
_NEAR = 3
_VERB_WITHIN = 4


def announced(passage: Passage, clause: Clause, match: Match, strength: Strength) -> list[Attitude]:
    """The stance of the party whose deed to come a clause reports; empty where it reports none.

    1. The party stands right before a modal of the future, and the option's words behind it.
    2. Denied it is rejected; a verb of giving that is a word of the option offers it (on a condition, if one is
       strict), one of keeping demands it. What a party would otherwise do says nothing: the outlet may foresee it.
    """
    if clause.role != "main":
        return []
    for modal in passage.within(passage.modals, clause):
        party = _subject(passage, clause, modal)
        if modal.name != "future" or party is None or modal.last >= max(match.words):
            continue
        if _only_unsaid(passage, modal):
            return []
        if _is_denied(passage, modal):
            refused = not match.option.negative or does_away(passage, match)
            return [Attitude(party, "rejects", strength, DENIED, named=True)] if refused else []
        verbs = range(modal.last + 1, modal.last + 1 + _VERB_WITHIN)
        doing = {term.name for term in passage.terms if term.first in verbs}
        if not doing.isdisjoint(GIVING & match.option.terms.keys()):
            stance: Stance = "conditions" if strictly_conditioned(passage, clause) else "offers"
            return [Attitude(party, stance, strength, ANNOUNCED, named=True)]
        if "KEEP" in doing:
            return [Attitude(party, "demands", strength, ANNOUNCED, named=True)]
        return []
    return []


def _subject(passage: Passage, clause: Clause, modal: Term) -> str | None:
    """The party right before a modal."""
    found: Mention | None = None
    for mention in passage.mentions:
        if clause.first <= mention.first and mention.last < modal.first <= mention.last + _NEAR:
            found = mention
    if found is None or is_object(passage, found.first, clause.first) or not acts(passage, found):
        return None
    between = passage.tokens[found.last + 1 : modal.first]
    return found.party if all(token.is_word and token.stem not in ("that", "and", "to") for token in between) else None


def _only_unsaid(passage: Passage, modal: Term) -> bool:
    """Whether what a party would not do is to speak: *would not say whether it would pay*."""
    behind = [token.stem for token in passage.tokens[modal.last + 1 : modal.last + 1 + _VERB_WITHIN]]
    return "whether" in behind or not _SPEAKING.isdisjoint(behind[:2])


def _is_denied(passage: Passage, modal: Term) -> bool:
    if passage.tokens[modal.last].stem == "cannot" or passage.tokens[modal.last].text.lower().endswith(("n't", "n’t")):
        return True
    following = passage.tokens[modal.last + 1 : modal.last + 1 + _NEAR]  # *would “not give”*
    return any(token.stem in ("not", "never") for token in following)
