"""Territory: zones measured on the ground, who holds what when, and what a transfer would move.

:func:`survey` measures the zones of a case, :func:`parts_on` says who holds which part of them on a day, and
:func:`consequences` what transfers would change. :class:`ExtentReader` reads what coverage says of all this, and
:func:`compare` sets it beside the figures of the case.
"""

from zopa.territory.amounts import Amount, amounts_in
from zopa.territory.atlas import Atlas, Region, load_atlas
from zopa.territory.codes import CODES
from zopa.territory.comparing import Comparison, Difference, compare, differences
from zopa.territory.control import NOBODY, Part, dates_of, parts_on, standing_figures
from zopa.territory.corridors import Adjacency, CorridorState, corridor_states
from zopa.territory.cutting import cut
from zopa.territory.drawings import DrawingProblem, read_drawing
from zopa.territory.extents import Extent, ExtentReader
from zopa.territory.ground import Ground, Plot
from zopa.territory.measuring import Measure, measure
from zopa.territory.people import Census, People
from zopa.territory.projection import Projection, geodesic_km2, km2
from zopa.territory.settlements import Settlement, read_settlements
from zopa.territory.surveying import survey
from zopa.territory.transfers import Balance, Consequences, Line, Move, Moved, apply_moves, consequences, moves_of

__all__ = [
    "CODES",
    "NOBODY",
    "Adjacency",
    "Amount",
    "Atlas",
    "Balance",
    "Census",
    "Comparison",
    "Consequences",
    "CorridorState",
    "Difference",
    "DrawingProblem",
    "Extent",
    "ExtentReader",
    "Ground",
    "Line",
    "Measure",
    "Move",
    "Moved",
    "Part",
    "People",
    "Plot",
    "Projection",
    "Region",
    "Settlement",
    "amounts_in",
    "apply_moves",
    "compare",
    "consequences",
    "corridor_states",
    "cut",
    "dates_of",
    "differences",
    "geodesic_km2",
    "km2",
    "load_atlas",
    "measure",
    "moves_of",
    "parts_on",
    "read_drawing",
    "read_settlements",
    "standing_figures",
    "survey",
]
