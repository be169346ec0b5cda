"""Changing a coding in the terminal: one field after the other, each from what the case has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import click

from zopa.casework.codings import in_words, is_day_or_month, places_of
from zopa.coverage import Span
from zopa.positions import STANCES, STRENGTHS, Coding

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.casework.reviewing import Item
    from zopa.cli.keyboard import Keyboard
    from zopa.positions import Stance, Strength

Edited = tuple[Coding, tuple[Span, ...]]
"""A coding, and the words that support it (none: those that did)."""

_FIELDS = "p party  o issue and option  s stance  r strength  c condition  d day  w words  Enter store  Escape leave"


def edit_coding(keyboard: Keyboard, item: Item, case: Case, start: Coding) -> Edited | None:
    """Change fields until Enter stores them; None where Escape leaves it."""
    coding, words = start, cast("tuple[Span, ...]", ())
    while True:
        click.echo(f"\n{in_words(coding)}\n{_FIELDS}")
        key = keyboard.key()
        if key == "escape":
            return None
        if key == "enter":
            return coding, words
        if key == "w":
            words = _words(keyboard, item) or words
        else:
            coding = _changed(keyboard, case, coding, key)


def new_coding(keyboard: Keyboard, item: Item, case: Case) -> Edited | None:
    """A coding from nothing: party, issue, option, stance, strength, then as when editing; None where Escape leaves."""
    party = keyboard.choice("party", [(found.id, found.name) for found in case.parties])
    chosen = party and _option(keyboard, case)
    stance = chosen and _stance(keyboard)
    strength = stance and _strength(keyboard)
    if not (party and chosen and stance and strength):
        return None
    return edit_coding(keyboard, item, case, Coding(party, *chosen, stance, strength))


def _changed(keyboard: Keyboard, case: Case, coding: Coding, key: str) -> Coding:
    if key == "p":
        party = keyboard.choice("party", [(found.id, found.name) for found in case.parties], coding.party)
        return replace(coding, party=party) if party else coding
    if key == "o":
        chosen = _option(keyboard, case, coding.issue, coding.option)
        return replace(coding, issue=chosen[0], option=chosen[1]) if chosen else coding
    if key == "s":
        stance = _stance(keyboard, coding.stance)
        return replace(coding, stance=stance) if stance else coding
    if key == "r":
        strength = _strength(keyboard, coding.strength)
        return replace(coding, strength=strength) if strength else coding
    if key == "c":
        condition = keyboard.line("condition (empty: none): ", coding.condition or "")
        return coding if condition is None else replace(coding, condition=condition or None)
    if key == "d":
        return _dated(keyboard, coding)
    return coding


def _option(
    keyboard: Keyboard, case: Case, issue: str | None = None, option: str | None = None
) -> tuple[str, str] | None:
    chosen = keyboard.choice("issue", [(found.id, found.name) for found in case.issues], issue)
    if chosen is None:
        return None
    options = [(found.id, found.definition) for found in case.issue(chosen).options]
    picked = keyboard.choice("option", options, option if chosen == issue else None)
    return (chosen, picked) if picked else None


def _stance(keyboard: Keyboard, now: str | None = None) -> Stance | None:
    return cast("Stance | None", keyboard.choice("stance", [(stance, "") for stance in STANCES], now))


def _strength(keyboard: Keyboard, now: str | None = None) -> Strength | None:
    return cast("Strength | None", keyboard.choice("strength", [(strength, "") for strength in STRENGTHS], now))


def _dated(keyboard: Keyboard, coding: Coding) -> Coding:
    typed = keyboard.line("said on (YYYY-MM-DD or YYYY-MM; empty: as read): ", coding.said_on or "")
    if typed is None:
        return coding
    if typed and not is_day_or_month(typed):
        click.echo(f"{typed} is no day or month. Write it as 2026-03-30 or 2026-03.")
        return coding
    return replace(coding, said_on=typed or None)


def _words(keyboard: Keyboard, item: Item) -> tuple[Span, ...]:
    """The place of words typed, in the paragraphs of the statement; none where they do not stand there exactly once."""
    typed = keyboard.line("the exact words: ")
    if not typed:
        return ()
    found = places_of(typed, item)
    if len(found) == 1:
        return (found[0],)
    many = f"stand there {len(found)} times; type more of them" if found else "do not stand in this paragraph"
    click.echo(f"These words {many}.")
    return ()
