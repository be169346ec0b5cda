"""Settle a negotiation model: what could be agreed, how probably, what stands in the way, and what would help."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.errors import UsageError
from zopa.settlements.uncertain.acceptability import draws_that_fit
from zopa.settlements.uncertain.arrays import layout_of, must_accept
from zopa.settlements.uncertain.asked import with_asked
from zopa.settlements.uncertain.draws import Assumptions, draw
from zopa.settlements.uncertain.engine import engine_of
from zopa.settlements.uncertain.exactness import is_exact
from zopa.settlements.uncertain.run import Run
from zopa.settlements.uncertain.streams import Streams
from zopa.settlements.uncertain.vast import settle_vast
from zopa.settlements.uncertain.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from zopa.settlements.model import NegotiationModel
    from zopa.settlements.result import Settlement
    from zopa.settlements.uncertain.engine import Engine

LARGEST_SPACE = 200_000_000


def settle(
    model: NegotiationModel,
    *,
    draws: int | None = None,
    seed: int = 1,
    posture: float | None = None,
    top: int = 10,
    without: Iterable[str] = (),
    relax: Iterable[tuple[str, str, str]] = (),
    progress: Callable[[int, int, str], None] | None = None,
    seconds: float | None = None,
    threads: int = 2,
    every_issue: bool = False,
    packages: Iterable[Mapping[str, str]] = (),
) -> Settlement:
    """What could be agreed, how acceptable it is, what stands in the way and what would help.

    ``draws`` None takes as many as suit the size of the space, at most 10,000; an exact model is one draw. ``posture``
    replaces the model's. ``without`` drops signatories; ``relax`` gives up a party's stated refusals of an option:
    (party, issue, option). ``packages`` are described beside those found (``asked``), with what stops them; an issue
    one leaves out is settled as in the headline. ``progress`` is told how much is done, of how much, and of what. After
    ``seconds``, parts not yet begun are left out and noted; ``every_issue`` looks at concessions on issues of which
    nothing is refused, too; an interruption (Ctrl-C) gives the result so far with ``complete`` False.

    Spaces of more than ``LARGEST_SPACE`` packages are searched instead of counted: headline and packages only, with
    what the search can promise in the notes (``vast``).

    Raises UsageError for names the model does not have, ModelError when the model contradicts itself. Cost: draws times
    packages, see ``counting``; every other part is small beside it.
    """
    model = _asked(model, posture, tuple(without))
    relaxed = frozenset(relax)
    vast = layout_of(model).space > LARGEST_SPACE
    engine = engine_of(model, relaxed, listed=not vast)
    asked = tuple(dict(package) for package in packages)
    _check(engine, relaxed, asked)
    exact = is_exact(model)
    count = 1 if exact else draws or draws_that_fit(engine.layout.space)
    assumed = Assumptions(model.posture, model.hidden_red_line)
    drawn = draw(model, engine.layout, Streams(seed, count), relaxed)
    work = Work(engine, drawn, assumed, exact, threads=threads)
    if vast:
        found = settle_vast(work, seed, top, progress)
    else:
        run = Run(work, seed, top, threads, progress, seconds, every_issue)
        found, work = run.settlement(), run.work
    return _with_caution(with_asked(work, found, asked))


def _with_caution(found: Settlement) -> Settlement:
    """A note where there are too few draws to read anything from."""
    if not found.few_draws:
        return found
    said = "1 draw is" if found.draws == 1 else f"{found.draws} draws are"
    caution = f"{said} too few to say how likely anything is: take each figure for unknown, and more draws"
    return replace(found, notes=(*found.notes, caution))


def _asked(model: NegotiationModel, posture: float | None, without: Sequence[str]) -> NegotiationModel:
    """The model with another posture, and without some signatories. Raises UsageError for unknown ones."""
    if posture is not None:
        if not 0 <= posture <= 1:
            raise UsageError(f"posture is a share between 0 and 1, not {posture}")
        model = replace(model, posture=posture)
    unknown = [party for party in without if party not in must_accept(model)]
    if unknown:
        raise UsageError(f"{', '.join(unknown)} is no signatory; they are {', '.join(must_accept(model))}")
    if not without:
        return model
    agreement = model.agreement
    signatories = tuple(party for party in model.signatories if party not in without)
    ratifiers = tuple(party for party in model.ratifiers if party not in without)
    left = len({*signatories, *ratifiers})
    if not left:
        raise UsageError("nobody would be left to sign; keep at least one signatory")
    at_least = None if agreement.at_least is None else min(agreement.at_least, left)
    always = tuple(party for party in agreement.always if party not in without)
    agreement = replace(agreement, at_least=at_least, always=always)
    return replace(model, signatories=signatories, ratifiers=ratifiers, agreement=agreement)


def _check(engine: Engine, relaxed: Iterable[tuple[str, str, str]], asked: Iterable[Mapping[str, str]]) -> None:
    """Raise ModelError when a relaxed refusal or a package asked about names something the model does not have."""
    for package in asked:
        for issue, option in package.items():
            engine.layout.option(issue, option)
    for party, issue, option in relaxed:
        engine.layout.party(party)
        engine.layout.option(issue, option)
