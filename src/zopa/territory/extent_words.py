"""The words by which a sentence tells who holds ground: verbs of holding and taking, and what makes it no fact."""

from __future__ import annotations

from zopa.positions.lexicon import listed

HOLDING = frozenset(
    listed(
        """
        control controls controlled controlling hold holds held holding occupy occupies occupied occupying
        possess possesses retain retains retained keeps administer administers administered govern governs
        governed rule rules ruled command commands dominates owns
        """
    )
)
"""Verbs that say what somebody holds."""
TAKING = frozenset(
    listed(
        """
        capture captures captured capturing seize seizes seized seizing took taken taking conquer conquered
        overran overrun annexed retook recaptured regained liberated gained won
        """
    )
)
"""Verbs that say what somebody took."""
NOT_SO = frozenset(
    listed(
        """
        would could should might may must if unless until want wants wanted demand demands demanded seek seeks
        sought offer offers offered propose proposes proposed hope hopes plan plans planned threaten threatens
        cede ceded relinquish leave withdraw withdraws recognise recognize recognising recognizing claim claims
        claimed
        """
    )
)
"""Words of wishes, plans and conditions: what follows them is no fact."""
NEGATED = frozenset(listed("not never failed fails without yet unable nor cannot"))
"""Words that deny what follows them."""
HANDS = frozenset(listed("control hands occupation rule possession grip"))
"""Nouns of holding: under their control, in their hands."""
SUPPOSED = frozenset(listed("if unless until whether once would could should might must"))
"""Words before a party that make what it does a supposition."""
OF = frozenset(listed("of in inside across within from"))
"""Prepositions before a place."""
