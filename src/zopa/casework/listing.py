"""What was found, as plain rows: documents with their attributions, positions, the matrix, changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from zopa.casework.folder import case_folder
from zopa.casework.gathering import gather
from zopa.coverage import count_candidates, plain_article, texts_in
from zopa.errors import NothingReadable, UsageError
from zopa.positions import build_matrix, detect_changes, party_of, positions_as_rows
from zopa.statements import as_attributions, find_attributions, read_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from zopa.case import Case
    from zopa.coverage import Article
    from zopa.positions import Cell, Standing
    from zopa.statements import Statement


@dataclass(frozen=True, slots=True)
class Document:
    """One article and the statements found in it; ``parties`` are those that spoke, None where there is no case."""

    article: Article
    statements: tuple[Statement, ...]
    parties: tuple[str | None, ...]

    def as_dict(self) -> dict[str, Any]:
        """``{"doc": id, "attributions": [...]}``: offsets are code points into the text."""
        return as_attributions(self.article, self.statements, self.parties)

    def rows(self) -> list[dict[str, Any]]:
        """One row a statement, its words written out."""
        attributions = self.as_dict()["attributions"]
        return [{"doc": self.article.doc, "words": self._words(a["content"]), **a} for a in attributions]

    def _words(self, spans: Iterable[Sequence[int]]) -> str:
        return " … ".join(" ".join(self.article.text[start:end].split()) for start, end in spans)


def statements_in_case(path: Path | str) -> list[Document]:
    """Every article of a case with the statements the ledger holds for it."""
    gathered = gather(case_folder(path))
    found: dict[str, list[Statement]] = {id: [] for id in gathered.articles}
    for statement in gathered.statements:
        found[statement.article].append(statement)
    return [_document(article, found[id], gathered.case) for id, article in gathered.articles.items()]


def _document(article: Article, statements: Sequence[Statement], case: Case) -> Document:
    parties = tuple(party_of(found, article, case) for found in statements)
    return Document(article, tuple(statements), parties)


def statements_in_texts(
    paths: Sequence[Path], *, fast: bool = False, progress: Callable[[int, int, str], None] | None = None
) -> list[Document]:
    """The statements in .txt files, or in .jsonl files of ``doc`` and ``text``; offsets are into the text as given.

    ``fast`` reads with the smaller network: about one and a half times as quick, and a little less sure.
    ``progress(done, total, what)`` is called as work goes on.
    """
    documents: list[Document] = []
    find = partial(find_attributions, fast=fast)
    total = count_candidates(paths) if progress else 0
    for doc, text in (found for path in paths for found in texts_in(path)):
        if progress is not None:
            progress(len(documents), max(total, len(documents) + 1), "reading")
        article = plain_article(text, doc)
        statements = tuple(read_statements(article, find=find))
        documents.append(Document(article, statements, (None,) * len(statements)))
    if not documents:
        raise NothingReadable(f"There is no text in {', '.join(str(path) for path in paths)}.")
    return documents


def position_rows(
    path: Path | str, *, as_of: date | None = None, party: str | None = None, issue: str | None = None
) -> list[dict[str, Any]]:
    """One row a position, in the shape of ``zopa positions --json``, oldest article first."""
    gathered = gather(case_folder(path), as_of)
    wanted = cell_filter(gathered.case, party, issue)
    return [row for row in positions_as_rows(gathered.known.evidence) if wanted(str(row["party"]), str(row["issue"]))]


def matrix_rows(
    path: Path | str, *, as_of: date | None = None, party: str | None = None, issue: str | None = None
) -> list[dict[str, Any]]:
    """One row a cell, party by issue; a cell nobody spoke of says ``unknown``."""
    gathered = gather(case_folder(path), as_of)
    wanted = cell_filter(gathered.case, party, issue)
    cells = build_matrix(gathered.known.evidence, gathered.case, gathered.as_of).cells
    return [_cell_row(cell) for cell in cells if wanted(cell.party, cell.issue)]


def _cell_row(cell: Cell) -> dict[str, Any]:
    seen = [day for standing in cell.standings for day in (standing.first_seen, standing.last_seen) if day]
    return {
        "party": cell.party,
        "issue": cell.issue,
        "stances": "; ".join(_standing(standing) for standing in cell.standings) or "unknown",
        "origins": sum(standing.origins for standing in cell.standings),
        "conflict": bool(cell.conflicts),
        "first_seen": min(seen).isoformat() if seen else None,
        "last_seen": max(seen).isoformat() if seen else None,
        "statements": [id for standing in cell.standings for id in standing.statements],
    }


def _standing(standing: Standing) -> str:
    return f"{standing.stance} {standing.option} ({standing.strength.replace('_', ' ')})"


def change_rows(path: Path | str, *, as_of: date | None = None) -> list[dict[str, Any]]:
    """One row a change of position, oldest first."""
    gathered = gather(case_folder(path), as_of)
    return [
        {
            "party": change.party,
            "issue": change.issue,
            "on": change.on.isoformat(),
            "before": _stances(change.before) or "nothing known",
            "after": _stances(change.after),
            "statements": list(change.statements),
        }
        for change in detect_changes(gathered.known.evidence, gathered.case)
    ]


def _stances(pairs: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{stance} {option}" for option, stance in pairs)


def cell_filter(case: Case, party: str | None, issue: str | None) -> Callable[[str, str], bool]:
    """A filter for rows. Raises UsageError for a party or an issue the case does not have."""
    party = _id_of(party, [(found.id, found.name) for found in case.parties], "party")
    issue = _id_of(issue, [(found.id, found.name) for found in case.issues], "issue")
    return lambda row_party, row_issue: (party in (None, row_party)) and (issue in (None, row_issue))


def _id_of(asked: str | None, known: Sequence[tuple[str, str]], kind: str) -> str | None:
    if asked is None:
        return None
    for id, name in known:
        if asked.casefold() in (id.casefold(), name.casefold()):
            return id
    raise UsageError(f"There is no {kind} {asked!r} in this case. There are: {', '.join(id for id, _ in known)}.")
