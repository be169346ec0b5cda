"""The public surface is ``__all__``, and all of it is there."""

from __future__ import annotations

import importlib

import pytest

import zopa

ROOMS = ["case", "coverage", "settlements", "statements", "positions", "preferences", "meetings", "ledger", "briefing"]


def test_every_public_name_of_the_front_door_can_be_had() -> None:
    """Lazily imported names exist, and each is documented."""
    for name in zopa.__all__:
        assert getattr(zopa, name).__doc__, f"zopa.{name} has no docstring"
    assert dir(zopa) == sorted(zopa.__all__)


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    """As with any module."""
    assert not hasattr(zopa, "settlement_of")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_what_it_offers(room: str) -> None:
    """Every room has an ``__all__`` without repeats, and its names exist."""
    module = importlib.import_module(f"zopa.{room}")
    assert len(set(module.__all__)) == len(module.__all__)
    for name in module.__all__:
        assert hasattr(module, name), f"zopa.{room}.{name}"
