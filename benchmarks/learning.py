"""What reviews teach, how far confidence can be relied on, and what the encoder is worth.

    python benchmarks/learning.py [--shared ../shared]          the learning curve
    python benchmarks/learning.py --calibration                 reliability before and after, leaving a negotiation out
    python benchmarks/learning.py --encoder [--model FILE --tokenizer FILE]
    python benchmarks/learning.py --fit                         writes the shipped tables

The learning curve: every article in turn is coded end to end after a share of the statements of the case's other
articles was reviewed. A review is simulated from the annotation: the coder's codings are accepted if the article's
annotation has them, else rejected; annotated positions the coder missed are added to the reader's statement that shares
most of their words, if there is one. F1 is over distinct (party, issue, option, stance) an article, of what is counted.
The rates of other negotiations and, with --calibration, the calibration are fitted on the others: for Ukraine on trade
and the invented ones, for trade on Ukraine and the invented ones, for the invented ones on Ukraine and trade. On
*bronzes* and *merger* nothing is ever fitted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.positions import IN_VIEW, KEPT_ASIDE, documents, gold_keys, invented, score, statement_from

from zopa.positions import SHOWN_FROM, Coding, Evidence, as_position, candidates, party_of
from zopa.positions.calibration import TABLE as CALIBRATION
from zopa.positions.calibration import Calibration, expected_calibration_error, fit_calibration, reliability
from zopa.positions.encoder import encode, unit
from zopa.positions.learning import TABLE as RATES
from zopa.positions.learning import apply_learning, learn
from zopa.positions.lessons import Lesson, claim_of, words_of
from zopa.positions.rehearsal import BANDS, missed, rehearse, solve
from zopa.statements import read_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from benchmarks.positions import Document

    from zopa.positions import Candidate
    from zopa.positions.encoder import Floats
    from zopa.positions.lessons import Claim
    from zopa.statements import Statement

SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
SEEDS = (0, 1, 2)
OPEN, ONLY_MEASURED = ("exchange", "river"), ("bronzes", "merger")
MADE_UP = (*IN_VIEW, *KEPT_ASIDE, *OPEN, *ONLY_MEASURED)

KINDS = tuple(f"{state} {before}" for state in ("counted", "suggested") for before in ("new", "seen", "refused"))


@dataclass
class Read:
    """An article end to end: the reader's statements with the coder's candidates, and what is annotated in each."""

    document: Document
    statements: list[Statement]
    candidates: list[tuple[Candidate, ...]]
    annotated: list[dict[Claim, Coding]]

    @property
    def gold(self) -> set[Claim]:
        """The distinct annotated claims."""
        return gold_keys(self.document)


def read(document: Document) -> Read:
    """Reads and codes an article, and finds the annotated positions of each statement."""
    statements = read_statements(document.article)
    found = [candidates(each, document.article, document.case) for each in statements]
    return Read(document, statements, found, [_annotated(each, document) for each in statements])


def _annotated(statement: Statement, document: Document) -> dict[Claim, Coding]:
    codings = {}
    for row in document.gold:
        start = document.article.text.index(row["content"])
        end = start + len(row["content"])
        shared = max(
            (min(end, c.end) - max(start, c.start)) / min(end - start, c.end - c.start) for c in statement.content
        )
        for p in row["positions"] if shared > 0.5 else ():
            if p["party"] not in ("other", "none"):
                coding = Coding(p["party"], p["issue"], p["option"], p["stance"], p["strength"])
                codings[claim_of(coding)] = coding
    return codings


def coded(found: Read) -> list[list[Evidence]]:
    """The coder's positions of each statement."""
    codings = []
    for statement, ranked in zip(found.statements, found.candidates, strict=True):
        positions = [as_position(statement, candidate) for candidate in ranked if candidate.score >= SHOWN_FROM]
        codings.append([Evidence(each, statement, found.document.article) for each in positions if each is not None])
    return codings


def reviewed(found: Read, codings: list[list[Evidence]], share: float, seed: int = 0) -> list[Lesson]:
    """The lessons of a share of an article's statements."""
    lessons = []
    for statement, own, annotated in zip(found.statements, codings, found.annotated, strict=True):
        if _draw(statement, seed) >= share:
            continue
        positions = [item.position for item in own]
        shown = {(p.party, p.issue, p.option, p.stance): p for p in positions}
        right = dict(annotated)
        for claim, p in shown.items():
            if claim in found.gold:
                right.setdefault(claim, Coding(p.party, p.issue, p.option, p.stance, p.strength))
        lessons.append(
            Lesson(
                article=found.document.article.id,
                words=words_of(statement, found.document.article),
                party=party_of(statement, found.document.article, found.document.case),
                right=tuple(right.values()),
                shown=tuple((claim, p.confidence) for claim, p in shown.items()),
            )
        )
    return lessons


def _draw(statement: Statement, seed: int) -> float:
    return int(hashlib.sha256(f"{seed} {statement.id}".encode()).hexdigest()[:8], 16) / 2**32


def scores(found: Iterable[Read]) -> list[tuple[float, bool]]:
    """(score, right) of every coding by rule that is shown, once an article and claim.

    The judge's codings have a gauge of their own (``training/judge_gauge.py``).
    """
    rows = []
    for each in found:
        best: dict[Claim, float] = {}
        for ranked in each.candidates:
            for c in ranked:
                if c.party and c.stance and c.score >= SHOWN_FROM and c.chance is None:
                    claim = (c.party, c.issue, c.option, c.stance)
                    best[claim] = max(best.get(claim, 0.0), c.score)
        rows += [(sure, claim in each.gold) for claim, sure in sorted(best.items())]
    return rows


def calibrate(found: Iterable[Read]) -> Calibration:
    """The calibration of some articles."""
    rows = scores(found)
    return fit_calibration([sure for sure, _ in rows], [right for _, right in rows])


def rates(groups: Mapping[str, list[Read]]) -> dict[str, float]:
    """How often each kind of coding is right, an article being predicted from half or all of its case's others."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for found in groups.values():
        for share, seed in ((1.0, 0), (0.5, 0), (0.5, 1)):
            lessons = [lesson for each in found for lesson in reviewed(each, coded(each), share, seed)]
            for guess in rehearse(lessons, solve(lessons)):
                right[guess.kind] += guess.right
                count[guess.kind] += 1
    for start, above in zip(reversed(BANDS[:-1]), reversed(BANDS[1:]), strict=True):
        right[missed(start)] += right[missed(above)]
        count[missed(start)] += count[missed(above)]
    names = (*KINDS, *(missed(start) for start in BANDS))
    return {name: round((right[name] + 1) / (count[name] + 2), 3) for name in names}


def after_reviews(
    case: list[Read], share: float, seed: int, known: Mapping[str, float]
) -> list[tuple[set[Claim], set[Claim]]]:
    """(annotated, counted) of every article of a case after a share of the others was reviewed."""
    codings = [coded(each) for each in case]
    lessons = [reviewed(each, own, share, seed) for each, own in zip(case, codings, strict=True)]
    pairs = []
    for place, each in enumerate(case):
        others = [lesson for other, mine in enumerate(lessons) if other != place for lesson in mine]
        statements = {s.id: (s, each.document.article) for s in each.statements}
        items = [item for own in codings[place] for item in own]
        found = apply_learning(items, statements, learn(others, known), each.document.case)
        pairs.append((each.gold, {claim_of(_coding(item)) for item in found if item.position.counted}))
    return pairs


def _coding(item: Evidence) -> Coding:
    p = item.position
    return Coding(p.party, p.issue, p.option, p.stance, p.strength)


def by_case(found: Iterable[Read]) -> dict[str, list[Read]]:
    cases: dict[str, list[Read]] = defaultdict(list)
    for each in found:
        cases[each.document.case.id].append(each)
    return cases


def left_out(case: str, cases: Mapping[str, list[Read]]) -> dict[str, list[Read]]:
    """The negotiations to fit on when a case is measured: the invented ones are left out together."""
    out = set(MADE_UP) if case in MADE_UP else {case, *ONLY_MEASURED}
    return {name: found for name, found in cases.items() if name not in out}


def curve(cases: Mapping[str, list[Read]]) -> dict[str, list[dict[str, float]]]:
    """Precision, recall and F1 at every share of reviews, for each group of negotiations."""
    pairs: dict[tuple[str, float], list[tuple[set[Claim], set[Claim]]]] = defaultdict(list)
    for name, found in cases.items():
        known = rates(left_out(name, cases))
        for share in SHARES:
            for seed in SEEDS if 0 < share < 1 else (0,):
                pairs[name, share] += after_reviews(found, share, seed, known)
    dev = [name for name in cases if name not in MADE_UP]
    groups = {"all dev": dev, **{name: [name] for name in dev}, "in view": IN_VIEW, "kept aside": KEPT_ASIDE}
    groups |= {"exchange, river": OPEN, "bronzes, merger": ONLY_MEASURED}
    return {
        group: [score([pair for name in names for pair in pairs[name, share]]) for share in SHARES]
        for group, names in groups.items()
    }


def show_curve(cases: Mapping[str, list[Read]]) -> None:
    began = time.process_time()
    found = curve(cases)
    print("F1 (precision) of what is counted, after a share of the other articles was reviewed")
    print(f"{'':22}" + "".join(f"{share:>14.0%}" for share in SHARES))
    for group, figures in found.items():
        cells = [f"{each['f1']:.3f} ({each['precision']:.2f})" for each in figures]
        print(f"{group:22}" + "".join(f"{cell:>14}" for cell in cells))
    print(f"{time.process_time() - began:.1f} CPU seconds")


def show_calibration(cases: Mapping[str, list[Read]]) -> None:
    """Reliability of the coder's score and of the calibrated confidence, each case fitted on the other negotiations."""
    before, after, right = [], [], []
    for name, found in cases.items():
        fitted = calibrate(each for group in left_out(name, cases).values() for each in group)
        for sure, hit in scores(found):
            before.append(sure)
            after.append(fitted.confidence(sure))
            right.append(hit)
    for what, confidences in (("score", before), ("calibrated", after)):
        print(f"{what}: expected calibration error {expected_calibration_error(confidences, right):.3f}")
        for each in reliability(confidences, right):
            print(
                f"   {each.confidence:.2f}  right {each.right:.2f}  of {each.count:3}  {'#' * round(40 * each.right)}"
            )


def fit(cases: Mapping[str, list[Read]]) -> None:
    """Writes the shipped tables, fitted on every negotiation."""
    calibration = calibrate(each for found in cases.values() for each in found)
    made = {
        "made_by": "python benchmarks/learning.py --fit",
        "made_from": "coded articles of development: Ukraine, trade, and six invented negotiations (tests/positions)",
    }
    table = {**made, "offset": calibration.offset, "slope": calibration.slope}
    CALIBRATION.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    RATES.write_text(json.dumps({**made, "rates": rates(cases)}, indent=1) + "\n", "utf-8")


def ranks(documents: Sequence[Document], encoder: Callable[[list[str]], Floats]) -> str:
    """How often the annotated issue and option of a statement are the first, or among the first three, by cosine."""
    hits: Counter[str] = Counter()
    total = count = 0
    taken = 0.0
    for document in documents:
        keys = [(issue.id, option.id) for issue in document.case.issues for option in issue.options]
        options = encoder(
            [f"{i.name}: {o.definition or o.id.replace('_', ' ')}" for i in document.case.issues for o in i.options]
        )
        centre = options.mean(axis=0)
        rows = [
            (row, {(p["issue"], p["option"]) for p in row["positions"] if p["party"] not in ("other", "none")})
            for row in document.gold
        ]
        rows = [row for row in rows if row[1]]
        if not rows:
            continue
        began = time.process_time()
        vectors = encoder([row["content"] for row, _ in rows])
        taken += time.process_time() - began
        count += len(rows)
        closeness = unit(vectors - centre) @ unit(options - centre).T
        for (_, wanted), near in zip(rows, closeness, strict=True):
            ranked = [keys[place] for place in (-near).argsort(kind="stable")]
            issues = list(dict.fromkeys(issue for issue, _ in ranked))
            for issue, option in wanted:
                total += 1
                hits["issue 1"] += issues[0] == issue
                hits["issue 3"] += issue in issues[:3]
                hits["option 1"] += ranked[0] == (issue, option)
                hits["option 3"] += (issue, option) in ranked[:3]
    shares = "  ".join(f"{name} {hits[name] / total:.2f}" for name in ("issue 1", "issue 3", "option 1", "option 3"))
    return f"{shares}  {count / taken:,.0f} statements a CPU-second"


def show_encoder(collections: Mapping[str, Sequence[Document]], model: Path | None, tokenizer: Path | None) -> None:
    """The shipped encoder, beside the whole network where its files are given, and beside the coder's own ranking."""
    for name, found in collections.items():
        print(f"{name:10} word pieces  {ranks(found, encode)}")
        if model and tokenizer:
            print(f"{name:10} network      {ranks(found, _network(model, tokenizer))}")
        print(f"{name:10} the coder    {_ranked_by_coder(found)}")


def _ranked_by_coder(documents: Sequence[Document]) -> str:
    hits: Counter[str] = Counter()
    total = 0
    for document in documents:
        for row in document.gold:
            wanted = {(p["issue"], p["option"]) for p in row["positions"] if p["party"] not in ("other", "none")}
            found = candidates(statement_from(row, document.article), document.article, document.case) if wanted else ()
            ranked = list(dict.fromkeys((c.issue, c.option) for c in found))
            issues = list(dict.fromkeys(issue for issue, _ in ranked))
            for issue, option in wanted:
                total += 1
                hits["issue 1"] += issues[:1] == [issue]
                hits["issue 3"] += issue in issues[:3]
                hits["option 1"] += ranked[:1] == [(issue, option)]
                hits["option 3"] += (issue, option) in ranked[:3]
    return "  ".join(f"{name} {hits[name] / total:.2f}" for name in ("issue 1", "issue 3", "option 1", "option 3"))


def _network(model: Path, tokenizer: Path) -> Callable[[list[str]], Floats]:
    """The mean of a sentence encoder's states, one text at a time, on one thread."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options, ["CPUExecutionProvider"])
    pieces = Tokenizer.from_file(str(tokenizer))
    pieces.no_padding()
    names = [each.name for each in session.get_inputs()]

    def encoder(texts: list[str]) -> Floats:
        rows = []
        for text in texts:
            ids = np.array([pieces.encode(text).ids])
            given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            states = session.run(None, {name: given[name] for name in names})[0]
            rows.append(states[0].mean(axis=0) if states.ndim == 3 else states[0])
        return unit(np.array(rows, dtype=np.float64))

    return encoder


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--encoder", action="store_true")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--tokenizer", type=Path)
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    collections = {"dev": documents(arguments.shared), "invented": invented((*IN_VIEW, *KEPT_ASIDE))}
    if arguments.encoder:
        show_encoder(collections, arguments.model, arguments.tokenizer)
        return
    collections["later"] = invented(OPEN if arguments.fit else (*OPEN, *ONLY_MEASURED))
    cases = by_case(read(document) for found in collections.values() for document in found)
    if arguments.fit:
        fit(cases)
    elif arguments.calibration:
        show_calibration(cases)
    else:
        show_curve(cases)


if __name__ == "__main__":
    main()
