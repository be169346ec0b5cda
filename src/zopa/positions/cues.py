"""The language around stances, as data: modals, negators, hedges, words that exclude, and marks between clauses.

Entries are matched by stem; ``_`` stands for up to four words. Nothing here names a party, a place or a person.
"""

from __future__ import annotations

DIRECTIVES: tuple[str, ...] = (
    "must",
    "should",
    "have to",
    "need to",
    "ought to",
    "compel",
    "necessitate",
    "be required to",
    "be obliged to",
    "force to",
    "has to",
    "had to",
    "come first",
    "necessary",
    "crucial",
    "essential",
    "prerequisite",
    "starting point",
)
"""Words that lay something down without saying who wants it: the speaker does."""

FUTURES: tuple[str, ...] = (
    *("will", "would", "ll", "shall", "can", "could", "may", "might", "cannot"),
    *("won't", "wouldn't", "can't", "couldn't", "won’t", "wouldn’t", "can’t", "couldn’t"),
)
"""Words that make a plain sentence speak of what is to be, and not of what is."""

POSSIBLES: tuple[str, ...] = ("can", "could", "may", "might")
"""Those among them that hold something out and do not announce it."""

NEGATORS: tuple[str, ...] = (
    "not",
    "never",
    "no",
    "cannot",
    "nor",
    "neither",
    "without",
    "none",
    "n't",
    "hardly",
    "nobody",
    "unlikely",
    "improbable",
)

FORETELLING: tuple[str, ...] = (
    "likely",
    "unlikely",
    "probably",
    "probable",
    "improbable",
    "doubt",
    "bound",
    "inevitably",
)
"""Words that judge how likely an attitude is: said of another, a forecast and no report of what it wants."""

FORSWEARING: tuple[str, ...] = (
    "abandon",
    "drop",
    "refrain",
    "renounce",
    "forgo",
    "desist",
    "abstain",
    "forswear",
    "shelve",
    "withdraw",
)
"""Verbs that turn what follows them around: *promised to refrain from a strike*, *dropped its demand*."""

SPEAKING: tuple[str, ...] = (
    "comment",
    "discuss",
    "say",
    "speak",
    "speculate",
    "answer",
    "confirm",
    "elaborate",
    "name",
    "explain",
)
"""Verbs behind *declined to* and *refused to* that make a silence of it, and no refusal."""

PLANS: tuple[str, ...] = (
    "proposal",
    "plan",
    "offer",
    "draft",
    "text",
    "deal",
    "memorandum",
    "package",
    "demand",
    "idea",
    "notion",
    "option",
    "term",
    "concession",
    "suggestion",
    "request",
    "condition",
    "point",
    "move",
    "scheme",
    "claim",
    "formula",
    "compromise",
    "promise",
    "pledge",
    "commitment",
)
"""Nouns that stand for what somebody else put forward."""

RED_LINES: tuple[str, ...] = (
    "never",
    "out of the question",
    "unacceptable",
    "constitution",
    "constitutional",
    "rule out",
    "red line",
    "non negotiable",
    "not negotiable",
    "not up for negotiation",
    "no right to",
    "under no circumstances",
    "no way",
    "at any price",
    "impossible",
    "not acceptable",
    "or not at all",
    "or nothing",
    "nothing less",
    "unthinkable",
    "at no price",
    "nothing short of",
    "fantasy",
    "deal breaker",
    "dealbreaker",
    "non starter",
    "nonstarter",
)
HEDGES: tuple[str, ...] = (
    "seem",
    "may",
    "might",
    "reportedly",
    "privately",
    "float",
    "appear",
    "apparently",
    "perhaps",
    "possibly",
    "possible",
    "could",
    "believe",
    "convinced",
    "reservation",
    "hint",
    "signal",
    "suggest that",
    "improbable",
    "likely",
    "unlikely",
    "probably",
    "hard to agree",
    "hard _ to agree",
    "in private",
    "inadequate",
)

EXCHANGE_MARKS: tuple[str, ...] = (
    "in exchange for",
    "in return for",
    "in exchange",
    "in return",
    "as the price of",
    "swap for",
    "in turn",
)
CONDITION_MARKS: tuple[str, ...] = (
    "only if",
    "if",
    "unless",
    "once",
    "provided",
    "provided that",
    "providing",
    "providing that",
    "assuming",
    "on the understanding that",
    "in the event of",
    "not before",
    "not until",
    "until",
    "as long as",
    "hinge on",
    "depend on",
    "only after",
    "only when",
    "contingent on",
    "on condition",
    "on one condition",
    "together with",
    "so long as",
    "as soon as",
    "conditional on",
    "only once",
    "on the condition that",
    "in the event that",
    "assuming that",
)
REASON_MARKS: tuple[str, ...] = ("because", "since", "due to", "owing to", "so that", "in order to", "as a result of")
ANSWERING: tuple[str, ...] = (
    "answer",
    "counter the",
    "counter a",
    "counter any",
    "respond to",
    "react to",
    "retaliate against",
    "retaliate for",
    "hit back at",
    "in response to",
    "in retaliation for",
)
"""Words before what somebody else has done or threatens, up to *with* or *by* and the answer to it."""
CONTRAST_MARKS: tuple[str, ...] = ("but", "though", "although", "while", "whereas", "however")

MUTUAL: tuple[str, ...] = (
    "both",
    "mutual",
    "each side",
    "the two sides",
    "the sides",
    "reciprocal",
    "exchange",
    "swap",
)
"""Words that ask something of both sides: said by a third party, a compromise it puts forward."""
