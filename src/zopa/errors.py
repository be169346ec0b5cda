"""Every error zopa raises on purpose, as one tree with one root.

::

    ZopaError
    ├── UsageError            a command or a function was asked for something that makes no sense
    ├── CaseError             the case file cannot be used; carries diagnostics
    ├── ModelError            a MODEL contradicts itself or cannot be read; carries diagnostics
    ├── CoverageError         one article cannot be read
    │   └── NothingReadable   no article of those named could be read
    ├── LedgerError           the evidence store cannot be opened or written
    │   └── LedgerTooNew      it was written by a newer zopa
    └── OutputError           a result cannot be written where it was asked for

Each message says in one line what is wrong and what to do about it. The command line prints the message without a
traceback and exits with status 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.diagnostics import Diagnostic


class ZopaError(Exception):
    """The root of the tree. ``str(error)`` is one line fit for a user."""


class UsageError(ZopaError):
    """A command or a function was asked for something that makes no sense."""


class _DiagnosedError(ZopaError):
    """An error whose reasons are a list of diagnostics, each with its place in a file."""

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


class CaseError(_DiagnosedError):
    """The case file cannot be used; ``diagnostics`` say where and why."""


class ModelError(_DiagnosedError):
    """A MODEL contradicts itself or cannot be read; ``diagnostics`` say where and why."""


class CoverageError(ZopaError):
    """One article cannot be read. The rest of the coverage is not affected."""


class NothingReadable(CoverageError):
    """No article of those named could be read."""


class LedgerError(ZopaError):
    """The evidence store cannot be opened or written. Nothing already stored is changed."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer version of zopa than this one."""


class OutputError(ZopaError):
    """A result cannot be written where it was asked for."""
