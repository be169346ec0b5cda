"""What the rules reach on annotated articles does not sink: floors just under the measured figures."""

from __future__ import annotations

import importlib.util
import json
import sys
from typing import TYPE_CHECKING

from zopa.coverage import plain_article
from zopa.statements import as_attributions, find_attributions, read_statements

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

FOUND_FLOOR = 0.575
LISTED_FLOOR = 0.57
SPEAKER_FLOOR = 0.84


def load(path: Path) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(f"measured_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_attribution_f1_on_articles_annotated_by_others(shared: Path) -> None:
    """Found and listed attributions stay above their floors on the development split."""
    score = load(shared / "bench/reading/score_attributions.py")
    gold = [
        json.loads(line) for line in (shared / "data/polnear/dev/dev.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    articles = [plain_article(one["text"], one["doc"]) for one in gold]
    found = [
        {
            "doc": one.doc,
            "attributions": [{"source": a.source, "cue": a.cue, "content": a.content} for a in find_attributions(one)],
        }
        for one in articles
    ]
    listed = [as_attributions(one, read_statements(one)) for one in articles]
    assert score.evaluate(gold, found)["attribution"]["f1"] >= FOUND_FLOOR
    assert score.evaluate(gold, listed)["attribution"]["f1"] >= LISTED_FLOOR


def test_statements_with_the_right_speaker(shared: Path, repository: Path) -> None:
    """On the annotated articles, F1 of statements found with the right speaker, invented ones counted."""
    bench = load(repository / "benchmarks/reading.py")
    table = bench.Counts()
    for article, gold in bench.annotated(shared):
        statements = read_statements(article)
        pairs = bench.paired(article.text, gold, statements)
        table.wanted += len(gold)
        table.given += len(statements)
        table.right += sum(bench.same_speaker(gold[i]["speaker"], statements[j]) for i, j in pairs.items())
    assert 2 * table.right / (table.wanted + table.given) >= SPEAKER_FLOOR
