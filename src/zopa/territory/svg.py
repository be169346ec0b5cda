"""A drawing as SVG: classes and patterns instead of inline styles, a title and a description, nothing fetched.

Parties are told apart by pattern as well as by colour, so that a printout in grey can be read; what a party holds of
others carries its pattern, its own land only a tint. The style sheet is :data:`STYLE`; an SVG of its own carries it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.territory.labels import Mark
    from zopa.territory.map import Drawing, Held, State

STYLE = """
.map { --land: #f4f1ea; --edge: #8a857a; --name: #3c3f45; --mark: #1c1f24; --halo: #fcfbf8;
  --party-1: #b4503a; --party-2: #2f6fa8; --party-3: #6a7a1c;
  --party-4: #7b5aa6; --party-5: #a8751a; --party-6: #2f8073; }
@media (prefers-color-scheme: dark) {
  .map { --land: #20232a; --edge: #7d828c; --name: #d6d4ce; --mark: #f2efe8; --halo: #14161a;
    --party-1: #e58a72; --party-2: #79b0e4; --party-3: #b9c95e;
    --party-4: #b79be0; --party-5: #dcb160; --party-6: #74c4b6; }
}
.map { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.map .land { fill: var(--land); fill-rule: evenodd; }
.map .held { fill-rule: evenodd; stroke: none; }
.map .border { fill: none; stroke: var(--edge); stroke-width: .8; stroke-linejoin: round; }
.map .tint { opacity: .34; } .map .tint.own { opacity: .12; }
.map .line { stroke-width: 1.3; stroke-linejoin: round; }
.map .moved { fill: none; stroke: var(--mark); stroke-width: 2.4; stroke-dasharray: 6 4; }
.map .name { fill: var(--name); font-size: 12px; text-anchor: middle; }
.map text { paint-order: stroke; stroke: var(--halo); stroke-width: 3px; stroke-linejoin: round; }
.map .asset { fill: var(--mark); stroke: var(--halo); stroke-width: 1; }
.map .asset text { font-size: 10.5px; stroke-width: 3px; }
.map .end { text-anchor: end; }
.map .scale { stroke: var(--mark); stroke-width: 1.5; fill: none; }
.map .scale-name { fill: var(--mark); font-size: 11px; }
.map .hatch { stroke-width: 1.3; }
""" + "".join(
    f".map .tint.p{place}, .map .dot.p{place} {{ fill: var(--party-{place}); stroke: none; }}\n"
    f".map .hatch.p{place}, .map .line.p{place} {{ fill: none; stroke: var(--party-{place}); }}\n"
    for place in range(1, 7)
)
"""The colours and lines of a map, in light and in dark."""

_PATTERNS = (
    '<path class="hatch p{p}" d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6"/>',
    '<path class="hatch p{p}" d="M-2 -2L10 10M6 -2L10 2M-2 6L2 10"/>',
    '<circle class="dot p{p}" cx="4" cy="4" r="1.3"/>',
    '<path class="hatch p{p}" d="M0 4H8"/>',
    '<path class="hatch p{p}" d="M4 0V8"/>',
    '<path class="hatch p{p}" d="M0 4H8M4 0V8"/>',
)
_SHAPES = {
    "power plant": '<path d="M0 -6L5.5 4H-5.5Z"/>',
    "port": '<path d="M-4.5 -4.5H4.5V4.5H-4.5Z"/>',
    "canal": '<path d="M-6 -2H6V2H-6Z"/>',
    "crossing": '<path d="M-6 3V-1Q0 -7 6 -1V3H3.5V0Q0 -3 -3.5 0V3Z"/>',
    "city": '<circle r="3"/>',
    "other": '<path d="M0 -5L5 0L0 5L-5 0Z"/>',
}


def svg(drawing: Drawing, id: str = "map", *, alone: bool = False) -> str:
    """The map as one ``svg`` element. ``id`` begins the ids in it; ``alone`` makes it a file of its own.

    Every state is a group with ``data-state``; all but the one shown have ``display="none"``.
    """
    parts = [
        f'<svg class="map" id={quoteattr(id)} viewBox="0 0 {drawing.width} {drawing.height}" role="img"'
        f' aria-labelledby="{id}-title {id}-text"{_namespace(alone)}>',
        f'<title id="{id}-title">{escape(drawing.title)}</title>',
        f'<desc id="{id}-text">{escape(drawing.description)}</desc>',
        f"<style>{STYLE}</style>" if alone else "",
        f"<defs>{''.join(_patterns(drawing, id))}</defs>",
        *(f'<path class="land" d="{path}"/>' for path in drawing.borders),
        *(_state(state, place, id, shown=place == drawing.shown) for place, state in enumerate(drawing.states)),
        *(f'<path class="border" d="{path}"/>' for path in drawing.borders),
        *(f'<text class="name" x="{name.x:g}" y="{name.y:g}">{escape(name.text)}</text>' for name in drawing.labels),
        *(_mark(mark) for mark in drawing.marks),
        _scale(drawing),
        _schematic(drawing) if drawing.schematic else "",
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _namespace(alone: bool) -> str:
    return ' xmlns="http://www.w3.org/2000/svg"' if alone else ""


def _patterns(drawing: Drawing, id: str) -> Iterator[str]:
    for place, _ in drawing.parties:
        shape = _PATTERNS[(place - 1) % len(_PATTERNS)].format(p=tone(place))
        yield f'<pattern id="{id}-p{place}" width="8" height="8" patternUnits="userSpaceOnUse">{shape}</pattern>'


def tone(party: int) -> int:
    """Which of the six colours and patterns a party has, by its place in the case."""
    return (party - 1) % len(_PATTERNS) + 1


def _state(state: State, place: int, id: str, *, shown: bool) -> str:
    hidden = "" if shown else ' display="none"'
    held = "".join(_held(one, id) for one in state.held if one.party)
    moved = f'<path class="moved" d="{state.moved}"/>' if state.moved else ""
    return f'<g data-state="{place}"{hidden}>{held}{moved}</g>'


def _held(held: Held, id: str) -> str:
    colour = f"p{tone(held.party)}"
    if held.own:
        return f'<path class="held tint own {colour}" d="{held.path}"/>'
    return (
        f'<path class="held tint {colour}" d="{held.path}"/>'
        f'<path class="held" fill="url(#{id}-p{held.party})" d="{held.path}"/>'
        f'<path class="line {colour}" d="{held.path}"/>'
    )


def _mark(mark: Mark) -> str:
    side = ' class="end" x="-8"' if mark.left else ' x="8"'
    return (
        f'<g class="asset" transform="translate({mark.x:g} {mark.y:g})">{_SHAPES[mark.kind]}'
        f'<text{side} y="3.6">{escape(mark.name)}</text></g>'
    )


def _schematic(drawing: Drawing) -> str:
    x, y = drawing.width - 12, drawing.height - 14
    return f'<text class="scale-name end" x="{x}" y="{y}">Schematic: straight cuts, no front line</text>'


def _scale(drawing: Drawing) -> str:
    x, y = 14, drawing.height - 14
    return (
        f'<path class="scale" d="M{x} {y - 4}V{y}H{x + drawing.scale:g}V{y - 4}"/>'
        f'<text class="scale-name" x="{x}" y="{y - 8}">{drawing.scale_km} km</text>'
    )
