"""What ``zopa review`` shows: a statement in its paragraph, its coding, and what was decided."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.text import Text

from zopa.casework.codings import in_words, told
from zopa.casework.keys import ACTIONS
from zopa.cli.output import safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console

    from zopa.case import Case
    from zopa.casework.reviewing import Item
    from zopa.coverage import Span
    from zopa.ledger import Review

USUAL = ("accept", "reject", "unsure", "skip", "undo", "edit", "help", "quit")
"""The actions whose keys every screen of a sitting names."""


def show_item(
    console: Console, item: Item, place: str, case: Case, siblings: Sequence[Item], mine: Review | None
) -> None:
    """One screen: where it stands, the words in their paragraph, the coding with its definition, what was decided."""
    console.print(Text(safe(place), "bold"))
    console.print(Text(safe(_source(item)), "dim"))
    console.print()
    for paragraph in _paragraphs(item):
        console.print(_marked(item, paragraph, console))
    console.print()
    for line in _coding_lines(item, case):
        console.print(line)
    others = [other for other in siblings if other is not item and other.coding]
    for other in others:
        assert other.coding is not None
        console.print(Text(f"  also coded here: {safe(in_words(other.coding))}", "dim"))
    if mine is not None:
        console.print(Text(f"  your decision: {safe(told(mine))}", "bold green"))


def show_help(console: Console, keys: Mapping[str, str]) -> None:
    """The keys and what they do."""
    for key, action in keys.items():
        console.print(Text(f"  {key:>9}  {ACTIONS[action][1]}"))


def hint(keys: Mapping[str, str], shown: Sequence[str] = USUAL) -> str:
    """The keys of some actions in one line."""
    places = {action: key for key, action in keys.items()}
    return "  ".join(f"[{places[action]}] {action}" for action in shown)


def _source(item: Item) -> str:
    statement, article = item.statement, item.article
    parts = [statement.speaker]
    parts += [f"via {name}" for name in statement.relayed_via]
    parts += [statement.said_on or (article.published.isoformat() if article.published else "no date")]
    parts += [f"{article.outlet or 'unknown outlet'}, {article.doc}"]
    return " | ".join(parts) + (f" [{article.text_kind}]" if article.text_kind != "page" else "")


def _paragraphs(item: Item) -> Iterator[Span]:
    """The paragraphs of the article that hold words of the statement."""
    held = (*item.statement.content, *item.statement.cue, *item.statement.source)
    for paragraph in item.article.paragraphs:
        if any(paragraph.overlaps(span) for span in held):
            yield paragraph


def _marked(item: Item, paragraph: Span, console: Console) -> Text:
    """A paragraph with the statement's words marked: by colour, or between brackets where there is no colour."""
    plain = console.color_system is None or console.no_color
    bold = item.words if item.coding else ()
    edges = {paragraph.start, paragraph.end}
    for span in (*item.statement.content, *bold):
        edges |= {edge for edge in span if paragraph.start < edge < paragraph.end}
    text, inside = Text(), False
    for start, end in pairwise(sorted(edges)):
        content = any(span.start <= start and end <= span.end for span in item.statement.content)
        words = any(span.start <= start and end <= span.end for span in bold)
        if plain and content != inside:
            text.append("]]" if inside else "[[")
        inside = content
        style = "bold black on yellow" if words and content else "bold yellow" if content else ""
        text.append(safe(item.article.text[start:end].replace("\n", " ")), style)
    if plain and inside:
        text.append("]]")
    return text


def _coding_lines(item: Item, case: Case) -> Iterator[Text]:
    if item.coding is None:
        yield Text("Nothing was coded in this statement: accept if that is right, or add a coding.", "bold")
        return
    coding = item.coding
    issue = case.issue(coding.issue)
    definition = next(option.definition for option in issue.options if option.id == coding.option)
    kind = "coding"
    if item.position is not None:
        kind = f"{'coding' if item.position.counted else 'suggestion'}, {100 * item.position.confidence:.0f} % sure"
    yield Text.assemble((safe(in_words(coding)), "bold cyan"), f"   [{kind}]")
    yield Text(safe(f"  {coding.issue}: {issue.name}"))
    yield Text(safe(f"  {coding.option}: {definition or 'no definition'}"))
