"""The command line: parse arguments, call one casework function, print."""

from zopa.cli.main import main

__all__ = ["main"]
