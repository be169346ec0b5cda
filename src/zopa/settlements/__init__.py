"""The engine: from what parties value, refuse and settle for to what they could agree on.

Knows nothing of text or cases: ``from zopa.settlements import NegotiationModel, frontier, read_model`` is a library of
its own.
"""

from __future__ import annotations

from zopa.settlements.codes import CODES
from zopa.settlements.exact.adjusted_winner import Division, adjusted_winner
from zopa.settlements.exact.central import central_utilities
from zopa.settlements.exact.matrix import undominated
from zopa.settlements.frontier import Frontier, FrontierPoint, FrontierPoints, frontier
from zopa.settlements.model import (
    Agreement,
    Band,
    Claim,
    Interaction,
    Issue,
    NegotiationModel,
    Preference,
    RedLine,
    Rule,
    When,
)
from zopa.settlements.modelfile.files import check_model, read_model, write_model
from zopa.settlements.modelfile.genius import import_genius
from zopa.settlements.result import Settlement
from zopa.settlements.settle import settle
from zopa.settlements.uncertain.acceptability import SpaceAcceptability, acceptability
from zopa.settlements.uncertain.outlook import Difference, Outlook, difference, outlook

__all__ = [
    "CODES",
    "Agreement",
    "Band",
    "Claim",
    "Difference",
    "Division",
    "Frontier",
    "FrontierPoint",
    "FrontierPoints",
    "Interaction",
    "Issue",
    "NegotiationModel",
    "Outlook",
    "Preference",
    "RedLine",
    "Rule",
    "Settlement",
    "SpaceAcceptability",
    "When",
    "acceptability",
    "adjusted_winner",
    "central_utilities",
    "check_model",
    "difference",
    "frontier",
    "import_genius",
    "outlook",
    "read_model",
    "settle",
    "undominated",
    "write_model",
]
