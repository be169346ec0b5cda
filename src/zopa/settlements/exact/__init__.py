"""Exact frontiers and solution points: issue by issue, never going through the product of all options."""
