"""The ``zopa`` command: its subcommands, loaded when they are called, and how every error becomes one clear message."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import click

from zopa.errors import CaseError, ModelError, ZopaError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, NO, WRONG, STOPPED = 0, 1, 2, 130
"""Exit statuses: done; the answer to a yes-or-no question is no; wrong usage or nothing readable; interrupted."""

COMMANDS = {
    "new": "zopa.cli.cases",
    "check": "zopa.cli.cases",
    "read": "zopa.cli.cases",
    "statements": "zopa.cli.listings",
    "positions": "zopa.cli.listings",
    "changes": "zopa.cli.listings",
    "origins": "zopa.cli.listings",
    "proposals": "zopa.cli.listings",
    "meetings": "zopa.cli.meetings",
    "priorities": "zopa.cli.listings",
    "search": "zopa.cli.searching",
    "review": "zopa.cli.review",
    "serve": "zopa.cli.serving",
    "user": "zopa.cli.users",
    "settle": "zopa.cli.settling",
    "frontier": "zopa.cli.settling",
    "whatif": "zopa.cli.whatif",
    "territory": "zopa.cli.territory",
    "brief": "zopa.cli.briefs",
    "export": "zopa.cli.exporting",
    "import": "zopa.cli.models",
}
"""Every subcommand, in the order of the walk, and the module that holds it."""


class Commands(click.Group):
    """A group whose subcommands are imported on use, so that a small question is answered without loading the rest."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every subcommand, in the order of the walk."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name])
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version("zopa"), prog_name="zopa")
def zopa() -> None:
    """Understand a negotiation from what is published about it.

    Coverage goes in; out comes who said what through whom, what each side wants and how firmly, and whether there is a
    zone of possible agreement. Every figure leads to the exact words it rests on.

    \b
    Example:
      zopa new ferry             make a case and describe it in ferry/case.yaml
      zopa check ferry           see what is missing in it
      zopa brief ferry           read ferry/coverage and print the briefing
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 the answer is no, 2 wrong usage or nothing readable."""
    # The engine shares its work out itself: threads of the linear algebra below it would only wait for one another.
    # Who sets the number keeps it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # A run makes many small lasting objects and few cycles: looking for cycles more seldom saves a twentieth of it.
    gc.set_threshold(100_000, 20, 20)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; every error a user can cause is one message, never a traceback."""
    try:
        result = zopa.main(args=arguments, prog_name="zopa", standalone_mode=False)
        if sys.stdout is not None:  # None where the caller closed it (`zopa ... >&-`).
            sys.stdout.flush()
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What had been read by then is kept.", err=True)
        return STOPPED
    except ZopaError as error:
        return _tell(error)
    except BrokenPipeError:
        # Whoever read our output has gone (`zopa ... | head`): nothing to say, and nowhere to say it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except MemoryError:
        click.echo("Error: this takes more memory than there is. Ask for fewer draws (--draws), or less.", err=True)
        return WRONG
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        click.echo(f"Error: the system refused: {error.strerror or error}{where}.", err=True)
        return WRONG


def _tell(error: ZopaError) -> int:
    if isinstance(error, (CaseError, ModelError)) and error.diagnostics:
        for diagnostic in error.diagnostics:
            click.echo(str(diagnostic), err=True)
        errors = sum(diagnostic.severity == "error" for diagnostic in error.diagnostics)
        what = "the error above" if errors == 1 else f"the {errors} errors above"
        click.echo(f"Error: mend {what}, then run the command again.", err=True)
    else:
        click.echo(f"Error: {error}", err=True)
    return WRONG
