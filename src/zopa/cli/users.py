"""``zopa user``: the accounts of workbenches that others can reach."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zopa.cli.output import Column, output_flags, print_rows
from zopa.errors import UsageError

if TYPE_CHECKING:
    from zopa.workbench.sessions import Role

ACCOUNTS = click.option(
    "--accounts", type=click.Path(path_type=Path), help="The file of accounts; left out, the one of this user."
)
COLUMNS = (Column(("name",), "name"), Column(("role",), "role"))


@click.group("user", short_help="Accounts of a workbench that others can reach.")
def user_command() -> None:
    """Accounts for the workbench: who may sign in, and what each may do.

    A reader looks; a reviewer also decides and comments; an editor also changes the case and reads new articles. The
    accounts are kept in a file of the user who runs zopa serve, with passwords as Argon2id hashes: never in a case.

    \b
    Example:
      zopa user add Ana --role editor
      zopa user list
      zopa user remove Ana
    """


@user_command.command("add", short_help="Make an account.")
@click.argument("name")
@click.option("--role", type=click.Choice(["reader", "reviewer", "editor"]), required=True, help="What it may do.")
@click.option("--password-stdin", is_flag=True, help="Take the password from the input instead of asking for it.")
@ACCOUNTS
def add_command(name: str, role: Role, password_stdin: bool, accounts: Path | None) -> None:
    """Make an account for NAME; the password is asked for twice.

    \b
    Example:
      zopa user add Ana --role reviewer
    """
    from zopa.workbench.accounts import Accounts, accounts_file, need_library

    need_library()
    known = Accounts(accounts or accounts_file())
    if password_stdin:
        password = sys.stdin.readline().rstrip("\n")
    elif not sys.stdin.isatty():
        raise UsageError("There is nobody to ask for the password. Give it on the input with --password-stdin.")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    known.add(name, role, password)
    click.echo(f"{name} is a {role} now ({known.path}).")


@user_command.command("list", short_help="List the accounts.")
@ACCOUNTS
@output_flags
def list_command(accounts: Path | None, format: str | None, quiet: bool) -> None:
    """List the accounts and their roles.

    \b
    Example:
      zopa user list --json
    """
    from zopa.workbench.accounts import Accounts, accounts_file

    found = Accounts(accounts or accounts_file()).all()
    rows = [{"name": one.name, "role": one.role} for one in found.values()]
    print_rows(rows, COLUMNS, format, "There are no accounts yet. Make one with: zopa user add NAME --role editor")


@user_command.command("remove", short_help="Remove an account.")
@click.argument("name")
@ACCOUNTS
def remove_command(name: str, accounts: Path | None) -> None:
    """Remove the account of NAME; it is signed out at once. What it decided stays in the ledger, under its name.

    \b
    Example:
      zopa user remove Ana
    """
    from zopa.workbench.accounts import Accounts, accounts_file

    Accounts(accounts or accounts_file()).remove(name)
    click.echo(f"{name} has no account any more.")
