"""Judging: what a statement seems to hold where the rules say nothing, by a small network."""

from zopa.positions.judging.judge import Judgement, judge

__all__ = ["Judgement", "judge"]
