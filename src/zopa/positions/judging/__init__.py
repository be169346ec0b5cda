"""Judging: what a statement seems to hold where the rules say nothing, by a small network."""

from zopa.positions.judging.judge import Judgement, Opinion, judge

__all__ = ["Judgement", "Opinion", "judge"]
