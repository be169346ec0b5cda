"""Starting a case: a folder with a commented case file to edit and an empty place for the coverage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.case.placeholders import DEFINITIONS, ISSUE_NAME, PARTIES
from zopa.case.schema import write_schema
from zopa.errors import OutputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA_FILE = "case.schema.json"
"""Written beside the case file, so that editors check it and complete keys without a network."""

TEMPLATE = """\
# yaml-language-server: $schema={schema}
# A case: what the negotiation is about. Edit this file, put articles into coverage/, then run
# zopa check {folder}
# zopa brief {folder}
# coverage/ takes .txt .html .mhtml .pdf .json .jsonl files, in subfolders too. A file NAME.meta.yaml beside an article
# may say what the page itself does not: outlet, published, url, text_kind.

case: {id}
title: {title}
question: {question}
#as_of: 2025-08-17          # look at the negotiation from this date; left out: the day of the newest article

# The sides, the words that stand for them in coverage, and who speaks for them.
parties:
  - id: {sides[0]}
    #name: The full name of side A
    aliases: []              # [the company, management]
    people: []               # [{{name: Ada Example, aliases: [Ms Example], office: chief negotiator}}]
  - id: {sides[1]}
    aliases: []
    people: []

# What is to be settled. The options of an issue are outcomes of which exactly one comes true. The line beside each
# option is what the coder reads: say what would happen, in the words coverage would use.
issues:
  - id: first_issue
    name: {issue}
    options:
      as_a_wants: {definitions[0]}
      as_b_wants: {definitions[1]}
      compromise: {definitions[2]}
  #- id: wage
  #  name: Rise of the wage
  #  scale: [2, 3, 4.5]      # an ordered issue: the values, in increasing order, are the options
  #  unit: "%"
  #- id: venue
  #  name: Where the next round is held
  #  kind: procedure         # coded and shown, no part of a package
  #  options: {{here: the talks stay where they are, elsewhere: the talks move to another town}}

# Who must say yes. Left out: every party. Ratifiers say yes afterwards: a parliament, the members of a union.
#signatories: [Side A]
#ratifiers: [Side B]

# Logic between options: a package that breaks a rule is infeasible for everybody.
#rules:
#  - if: {{first_issue: as_a_wants}}
#    then: {{wage: [2, 3]}}
#    because: one line that says why
#  - never: {{first_issue: as_b_wants, wage: 4.5}}

# What you hold a party to refuse in any case. The reason is shown wherever the red line is.
#red_lines:
#  - party: Side A
#    when: {{first_issue: as_b_wants}}
#    reason: one line that says why
#    p: 0.9                  # how probable, from 0 to 1

# The issues a party cares about (left out: all), and a party's issues from most to least important.
#stakes: {{Side A: [first_issue]}}
#order: {{Side B: [first_issue, wage]}}

# Guidance for coding, in prose.
#coding_notes: []
"""


def scaffold(folder: Path, title: str | None) -> Path:
    """Make a case folder: a ``case.yaml`` to edit, its schema for editors, an empty ``coverage``; gives that file.

    A folder that exists is filled up, but a case file is never overwritten: UsageError. Raises OutputError where the
    folder cannot be written.
    """
    path = folder / "case.yaml"
    name = folder.absolute().name
    title = " ".join((title or name).split())
    text = TEMPLATE.format(
        schema=SCHEMA_FILE,
        folder=" ".join(str(folder).split()),
        id=_quoted(case_id(name)),
        title=_quoted(title),
        question=_quoted(f"What could settle {in_a_sentence(title)}?"),
        sides=PARTIES,
        issue=ISSUE_NAME,
        definitions=DEFINITIONS,
    )
    try:
        (folder / "coverage").mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        write_schema(folder / SCHEMA_FILE)
    except FileExistsError as error:
        raise UsageError(f"{error.filename} exists already; edit it, or name another folder") from error
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}; choose a folder you may write to") from error
    return path


def case_id(name: str) -> str:
    """A name as an id: lower case, words joined by hyphens."""
    return re.sub(r"[^\w.]+", "-", name.casefold()).strip("-._") or "case"


def _quoted(words: str) -> str:
    """Words as a YAML string in single quotation marks."""
    return "'" + words.replace("'", "''") + "'"


def in_a_sentence(title: str) -> str:
    """A title as it stands inside a sentence: without a capital on its article."""
    return f"the {title[4:]}" if title.startswith("The ") else title
