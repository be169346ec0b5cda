"""What of the seed article has a structured counterpart: its 62 sentences, kind by kind.

The article stays outside the repository. It is read in a copy of the Alaska example beside the example's own coverage;
for each sentence and each kind the inventory gives it, the outputs of that kind are compared with the sentence by their
spans:

- found: an output of the kind lies in the sentence;
- partly: only outputs of another kind do;
- missed: none does.

``python benchmarks/seed_inventory.py [--write]`` prints the table; ``--write`` puts it into docs/explanation/.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.casework.reading import read_case
from zopa.casework.talks import circumstances_of, meetings_of
from zopa.coverage.article import Span
from zopa.positions import assessments_in, find_proposals

ROOT = Path(__file__).resolve().parent.parent
SHARED = next(
    path for path in (ROOT.parent / "shared", ROOT / "shared", ROOT.parent.parent / "shared") if path.is_dir()
)
PAGE = ROOT / "docs" / "explanation" / "coverage-of-the-seed.md"
PUBLISHED = "2025-08-09"
"""The day of publication, which the page itself does not give: the Saturday of which it says 'early Saturday'."""

ASKED = ("meeting", "event", "territorial_status", "legal_constraint", "leverage", "proposal")
COUNTERPARTS = {
    "meeting": {"meeting"},
    "event": {"event", "meeting"},
    "territorial_status": {"territory", "holding"},
    "legal_constraint": {"constraint"},
    "leverage": {"strength", "holding", "leverage event"},
    "proposal": {"proposal", "proposed meeting"},
    "statement": {"statement"},
    "direct_quote": {"statement"},
    "mixed_quote": {"statement"},
    "nested_quote": {"statement"},
    "anonymous_source": {"statement"},
    "attribution_chain": {"statement"},
    "position": {"position"},
    "red_line": {"position"},
    "assessment": {"assessment", "statement"},
    "uncertainty": {"statement", "meeting"},
    "precondition": {"meeting", "position"},
    "background": {"event", "statement", "constraint"},
    "issue": {"position", "statement"},
}
"""Which outputs count for a kind.

Page furniture (title, byline, duplicate, chrome) counts as found where nothing is read.
"""

FURNITURE = {"page_chrome", "title", "duplicate", "byline"}


@dataclass(frozen=True, slots=True)
class Output:
    """One structured output in the article: what it is and where."""

    kind: str
    span: Span


def outputs(folder: Path) -> tuple[str, list[Output]]:
    """The article's text and everything that is read out of it."""
    case = case_folder(folder)
    read_case(case)
    known = gather(case).known
    article = next(one for one in known.articles.values() if one.doc == "seed_alaska")
    own = {one.id: one for one in known.statements if one.article == article.id}
    found = [Output("statement", span) for one in own.values() for span in (*one.content, *one.source, *one.cue)]
    coded = [one for one in known.evidence if one.article.id == article.id]
    found += [Output("position", span) for one in coded for span in one.statement.content]
    for statement in own.values():
        found += [
            Output("assessment", span) for one in assessments_in(statement, article, known.case) for span in one.words
        ]
    for proposal in find_proposals(known.evidence, known.case):
        found += [Output("proposal", span) for id in proposal.statements if id in own for span in own[id].content]
    for checked in meetings_of(known):
        for report in checked.meeting.reports:
            if report.article == article.id:
                found.append(Output("meeting", report.sentence))
                if report.status in ("proposed", "refused", "invited"):
                    found.append(Output("proposed meeting", report.sentence))
    found += [Output(one.kind, one.sentence) for one in circumstances_of(known) if one.article == article.id]
    return article.text, found


def judged(text: str, found: list[Output], sentences: list[dict[str, Any]]) -> list[tuple[int, dict[str, str]]]:
    """For each sentence its number and the verdict on each of its kinds."""
    verdicts: list[tuple[int, dict[str, str]]] = []
    at = 0
    for entry in sentences:
        words = str(entry["sentence"])
        start = text.find(words, at)
        start = start if start >= 0 else text.find(words)
        span = Span(start, start + len(words)) if start >= 0 else None
        at = span.end if span else at
        inside = {one.kind for one in found if span and _lies_in(one.span, span)}
        kinds = [str(kind) for kind in entry["kinds"]]
        verdicts.append((int(str(entry["n"])), {kind: _verdict(kind, inside) for kind in kinds}))
    return verdicts


def _lies_in(span: Span, sentence: Span) -> bool:
    """Whether at least half of an output, or of the sentence, is shared."""
    shared = min(span.end, sentence.end) - max(span.start, sentence.start)
    return shared > 0 and (2 * shared >= span.end - span.start or 2 * shared >= sentence.end - sentence.start)


def _verdict(kind: str, inside: set[str]) -> str:
    if kind in FURNITURE:
        return "found" if not inside & {"statement", "position"} else "partly"
    if inside & COUNTERPARTS.get(kind, set()):
        return "found"
    return "partly" if inside else "missed"


def table(verdicts: list[tuple[int, dict[str, str]]]) -> list[str]:
    """One row a sentence: its number, and its kinds by verdict."""
    rows = ["| sentence | found | partly | missed |", "|---:|---|---|---|"]
    for number, kinds in verdicts:
        by = {
            verdict: ", ".join(k.replace("_", " ") for k, v in kinds.items() if v == verdict)
            for verdict in kinds.values()
        }
        rows.append(f"| {number} | {by.get('found', '')} | {by.get('partly', '')} | {by.get('missed', '')} |")
    return rows


def summary(verdicts: list[tuple[int, dict[str, str]]]) -> list[str]:
    """One row a kind that was asked for, and their sum."""
    rows = ["| kind | sentences | found | partly | missed |", "|---|---:|---:|---:|---:|"]
    total: Counter[str] = Counter()
    for kind in ASKED:
        counted = Counter(kinds[kind] for _, kinds in verdicts if kind in kinds)
        total += counted
        rows.append(_row(kind.replace("_", " "), counted))
    return [*rows, _row("all six", total)]


def _row(name: str, counted: Counter[str]) -> str:
    return f"| {name} | {sum(counted.values())} | {counted['found']} | {counted['partly']} | {counted['missed']} |"


def measured() -> list[tuple[int, dict[str, str]]]:
    """The verdicts on a fresh copy of the example with the article in its coverage."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "alaska"
        shutil.copytree(ROOT / "examples" / "alaska", folder, ignore=shutil.ignore_patterns("zopa.db*"))
        shutil.copy(SHARED / "data" / "coverage" / "seed_alaska.txt", folder / "coverage")
        (folder / "coverage" / "seed_alaska.meta.yaml").write_text(f"published: {PUBLISHED}\n")
        text, found = outputs(folder)
    sentences = json.loads((SHARED / "data" / "seed_inventory.json").read_text("utf-8"))
    return judged(text, found, sentences)


def main() -> int:
    """Print the tables; with ``--write`` put them into the page."""
    verdicts = measured()
    lines = [*summary(verdicts), "", *table(verdicts)]
    print("\n".join(lines))
    if "--write" in sys.argv[1:]:
        head = PAGE.read_text("utf-8").partition("<!-- measured -->")[0]
        PAGE.write_text(f"{head}<!-- measured -->\n\n" + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
