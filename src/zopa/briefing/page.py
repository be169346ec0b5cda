"""The briefing as one self-contained HTML page: no request leaves it, and no text from outside becomes markup.

Everything from articles and case files passes through Jinja's autoescape; anchors are made of numbers alone; links are
made only of http and https addresses; styles and script are inline, and a strict Content-Security-Policy names them by
their SHA-256 (CSP level 2), so that nothing else runs.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from zopa.briefing import ground_page, lookup, news, plot, strip, svg, talks, web, wording
from zopa.briefing.locale import current
from zopa.briefing.lookup import Lookup
from zopa.briefing.sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.briefing.briefing import Briefing, StatementEntry

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and line break, changes of writing direction, and lone surrogates."""
_BLANK_LINES = re.compile(r"\n\s*\n")


def render_html(briefing: Briefing) -> str:
    """The whole page as text, to be written as UTF-8."""
    style, script = _asset("page.css"), _asset("page.js")
    if briefing.territory is not None:
        style, script = style + ground_page.style(_asset), script + _asset("ground.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            briefing=briefing,
            look=Lookup(briefing),
            style=style,
            script=script,
            policy=_policy(style, script),
            locale=current().name,
            sections=[section for section in SECTIONS if section.shown(briefing)],
        )
    )


def clean(text: str) -> str:
    """Text as a page can hold it: without control characters, lone surrogates and changes of writing direction."""
    return _UNFIT.sub("", text)


def figure(text: str) -> str:
    """A figure that does not break over lines: ``37 % ± 2 %`` with no-break spaces."""
    return wording.FIGURE_SPACE.sub("\u00a0", text)


def safe_address(url: str | None) -> str | None:
    """The address if it is one of http or https with a host, else None: it is then shown as text only."""
    if url is None or any(character.isspace() for character in url) or clean(url) != url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def pieces(entry: StatementEntry) -> list[dict[str, Any]]:
    """The excerpt's pieces with their class names, and where something was left out before one.

    Of the white space between paragraphs one line break is kept; no other character changes.
    """
    found: list[dict[str, Any]] = []
    end: int | None = None
    for piece in entry.excerpt.pieces:
        gap = end is not None and piece.start > end
        text = _BLANK_LINES.sub("\n", piece.text)
        found.append({"text": text, "marks": " ".join(piece.marks), "gap": gap})
        end = piece.end
    return found


def by_party(look: Lookup, ids: Iterable[str]) -> list[tuple[str, list[int]]]:
    """Reference numbers grouped by the party they were coded under, parties in the order of the case."""
    wanted = set(ids)
    grouped = []
    for party in look.briefing.parties:
        mine = [one.id for one in look.briefing.statements if any(c.party == party.id for c in one.codings)]
        numbers = look.numbers(id for id in mine if id in wanted)
        if numbers:
            grouped.append((look.party(party.id), numbers))
    return grouped


def held_by(look: Lookup, party: str) -> list[int]:
    """The reference numbers of what a party holds as of the date."""
    cells = (cell for cell in look.briefing.cells if cell.party == party)
    return look.numbers({id for cell in cells for entry in cell.entries for id in entry.statements})


def unplaced(briefing: Briefing) -> Sequence[StatementEntry]:
    """Statements whose article is not in the briefing."""
    placed = {id for article in briefing.articles for id in article.statements}
    return [one for one in briefing.statements if one.id not in placed]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("zopa.briefing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    environment.filters |= {"figure": figure, "plain": wording.plain}
    environment.globals |= {
        "wording": wording,
        "say": lookup,
        "news": news,
        "plot": plot,
        "strip_of": strip.strip,
        "curve_of": svg.curve,
        "web_of": web.web,
        "talk": talks,
        "along": svg.along,
        "x_of": svg.x_of,
        "pieces": pieces,
        "by_party": by_party,
        "held_by": held_by,
        "unplaced": unplaced,
        "safe_address": safe_address,
        **ground_page.GLOBALS,
    }
    return environment


@cache
def _asset(name: str) -> str:
    return resources.files("zopa.briefing").joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
