"""``zopa review``: what the coder suggests, decided by people with single keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zopa.cli.listings import CASE
from zopa.cli.output import Column, console, output_flags, print_rows
from zopa.errors import UsageError

if TYPE_CHECKING:
    from zopa.casework.choosing import Filter
    from zopa.casework.reviewing import Desk
    from zopa.cli.keyboard import Keyboard

AGREEMENT_COLUMNS = tuple(
    Column((key,), key) for key in ("reviewer", "other", "decided by both", "observed", "expected", "kappa")
)

ORPHAN_COLUMNS = (
    *(Column((key,), key) for key in ("standing", "by", "decision", "on")),
    Column(("words",), "words", wrap=True, wide=True),
    Column(("why",), "why", wrap=True, wide=True),
)


@click.command("review", short_help="Decide, key by key, what counts.")
@click.argument("case", type=CASE)
@click.option("--by", metavar="NAME", help="Who decides; left out, the login name.")
@click.option("--party", help="Only codings of this party.")
@click.option("--issue", help="Only codings of this issue.")
@click.option("--unreviewed", is_flag=True, help="Only what this reviewer has not decided yet.")
@click.option("--unsure", is_flag=True, help="Only what somebody was unsure of.")
@click.option("--conflicting", is_flag=True, help="Only what conflicts with another position or between reviewers.")
@click.option("--changed", is_flag=True, help="Only what the coder codes otherwise today than when it was decided.")
@click.option("--uncoded", is_flag=True, help="Statements in which nothing was coded, instead.")
@click.option("--differences", is_flag=True, help="Settle, one by one, what reviewers decided differently.")
@click.option("--agreement", is_flag=True, help="List how far every two reviewers agree (Cohen's kappa), and stop.")
@click.option("--orphaned", is_flag=True, help="List the reviews that have no place today, and why, and stop.")
@output_flags
def review_command(
    case: Path,
    by: str | None,
    party: str | None,
    issue: str | None,
    unreviewed: bool,
    unsure: bool,
    conflicting: bool,
    changed: bool,
    uncoded: bool,
    differences: bool,
    agreement: bool,
    orphaned: bool,
    format: str | None,
    quiet: bool,
) -> None:
    """Decide, key by key, what of the coding of CASE is right: accepted codings are sure, rejected ones are gone.

    Each coding is shown with its words in their paragraph and the definition of its option. Keys: a accept, x reject,
    u unsure, space skip, backspace undo, j and k move, e edit, n add what was missed, t note, A accept all of this
    statement, / search, ? help, q quit. Your file keys.yaml gives them other places. Every decision is stored
    at once; the next sitting goes on where this one stopped.

    --json, --jsonl and --csv go with --agreement and --orphaned.

    \b
    Example:
      zopa review examples/strike --by Ana
      zopa review examples/strike --issue wage --unreviewed
      zopa review examples/strike --agreement
      zopa review examples/strike --differences --by Ben
    """
    from zopa.casework.differing import agreement_rows
    from zopa.casework.reviewing import Desk, default_reviewer, lost_rows
    from zopa.cli.keyboard import Keyboard

    if agreement:
        print_rows(agreement_rows(case), AGREEMENT_COLUMNS, format, "There are no two reviewers yet.")
        return
    if orphaned:
        print_rows(lost_rows(Desk(case)), ORPHAN_COLUMNS, format, "Every review has its place.")
        return
    if format:
        raise UsageError(
            "--json, --jsonl and --csv go with --agreement and --orphaned; decisions come out with: zopa export"
        )
    by = by if by is not None else default_reviewer()
    if not by.strip():
        raise UsageError("Say who reviews: --by is empty.")
    keyboard = Keyboard()
    if differences:
        _settle(Desk(case), by, keyboard)
        return
    switches: dict[Filter, bool] = {
        "unreviewed": unreviewed,
        "unsure": unsure,
        "conflicting": conflicting,
        "changed": changed,
        "uncoded": uncoded,
    }
    filters = [name for name, on in switches.items() if on]
    _sit(Desk(case), by, keyboard, filters, party, issue)


def _sit(desk: Desk, by: str, keyboard: Keyboard, filters: list[Filter], party: str | None, issue: str | None) -> None:
    from zopa.casework.choosing import choose
    from zopa.casework.keys import keys_of
    from zopa.cli.review_session import Session

    keys = keys_of()
    items = choose(desk, filters, by, party, issue)
    if not items:
        click.echo("There is nothing to review here.")
        return
    with keyboard:
        session = Session(desk, items, by, keys, keyboard, console())
        try:
            session.run()
        finally:
            left = sum(matter not in session.mine for matter in session.matters)
            stored = f"{session.made} stored" if session.made >= 0 else f"{-session.made} taken back"
            click.echo(f"\n{stored} as {by}; {left} of {len(session.matters)} left to decide.")
            if desk.lost:
                click.echo(f"Reviews that have no place today: {len(desk.lost)}. List them with --orphaned.")


def _settle(desk: Desk, by: str, keyboard: Keyboard) -> None:
    from zopa.casework.differing import differences
    from zopa.casework.keys import keys_of
    from zopa.cli.review_settling import Settling

    keys = keys_of()
    if not differences(desk):
        click.echo("There are no differences: wherever two reviewers decided, they agree.")
        return
    with keyboard:
        settled = Settling(desk, by, keys, keyboard, console()).run()
    click.echo(f"\n{settled} settled as {by}; {len(differences(desk))} left.")
