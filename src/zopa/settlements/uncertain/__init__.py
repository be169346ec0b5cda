"""Uncertain models: draws, acceptability of every package, what blocks and what would help."""
