"""What goes out comes back: articles, readings, reviews and comments, in every form that carries them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.ferry import CASE

from zopa.casework.exporting import ExportFormat, export
from zopa.casework.folder import CaseFolder, case_folder
from zopa.casework.importing import import_reviews
from zopa.casework.reviewing import Desk
from zopa.coverage import Page, Span, plain_article
from zopa.errors import NothingReadable, UsageError
from zopa.ledger import Anchor, Cell, Comment, Decision, Ledger, Quote, Reading, Review, anchor_of, quotes_of
from zopa.positions import STANCES, STRENGTHS, Coding
from zopa.statements import Statement
from zopa.statements.statement import statement_id

FORMS: tuple[ExportFormat, ...] = get_args(ExportFormat)

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
NOTES = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CODINGS = st.builds(
    Coding,
    party=st.sampled_from(["Union", "Company"]),
    issue=st.just("rosters"),
    option=st.sampled_from(["two_weeks", "four_weeks"]),
    stance=st.sampled_from(STANCES),
    strength=st.sampled_from(STRENGTHS),
    condition=st.none() | WORDS,
    said_on=st.none() | st.just("2026-03"),
)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


Contents = tuple[list[Page], list[Reading], list[Review], list[Comment]]
"""What a ledger holds."""


@st.composite
def _contents(draw: st.DrawFn) -> Contents:
    """Articles, readings of them, reviews of what was read, some taking the place of others, and threads of comments
    on statements and cells."""
    texts = draw(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=5, max_size=60), max_size=3))
    pages = [Page(plain_article(text, draw(WORDS)), draw(st.binary(max_size=20))) for text in dict.fromkeys(texts)]
    pages = list({page.article.id: page for page in pages if page.article.text}.values())
    readings: list[Reading] = []
    reviews: list[Review] = []
    abouts: list[Anchor | Cell] = [Cell("Union", "rosters"), Cell("a/b: %", "é")]
    for page in pages:
        article = page.article
        span = Span(0, draw(st.integers(1, len(article.text))))
        statement = Statement(
            statement_id(article.id, [span]), article.id, draw(WORDS), "person", (), None, "direct", (span,), (), (),
            None, False, draw(st.floats(0, 1)),
        )  # fmt: skip
        abouts.append(Anchor(article.id, statement.id, statement.speaker, quotes_of([span], article.text)))
        readings.append(Reading(article.id, draw(WORDS), (statement,), draw(MOMENTS)))
        for _ in range(draw(st.integers(0, 3))):
            decision: Decision = draw(st.sampled_from(get_args(Decision)))
            review = Review(
                target=Anchor(article.id, statement.id, statement.speaker, quotes_of([span], article.text)),
                decision=decision,
                by=draw(WORDS.filter(str.strip)),
                at=draw(MOMENTS),
                before=draw(st.none() | CODINGS),
                after=draw(st.none() | CODINGS),
                words=draw(st.just(()) | st.just((Quote(0, article.text[:3], "", ""),))),
                note=draw(NOTES),
                coder=draw(WORDS),
                supersedes=tuple(found.id for found in reviews[-1:]) if draw(st.booleans()) else (),
            )
            reviews.append(review)
    comments: list[Comment] = []
    for _ in range(draw(st.integers(0, 4))):
        reply_to = comments[-1].id if comments and draw(st.booleans()) else ""
        said = NOTES.filter(str.strip)
        named = WORDS.filter(str.strip)
        zone = timezone(timedelta(minutes=draw(st.integers(-720, 720))))
        at = draw(MOMENTS).astimezone(zone)
        comments.append(Comment(draw(st.sampled_from(abouts)), draw(named), at, draw(said), reply_to))
    return pages, readings, reviews, comments


def _case(folder: Path, name: str) -> CaseFolder:
    (folder / name).mkdir()
    (folder / name / "case.yaml").write_text(CASE, "utf-8")
    Ledger.open(folder / name / "zopa.db").close()
    return case_folder(folder / name)


def _held(folder: CaseFolder) -> tuple[object, ...]:
    with Ledger.open(folder.ledger) as ledger:
        articles = ledger.articles()
        raws = [ledger.raw(article.id) for article in articles]
        readings = [ledger.readings_of(article.id) for article in articles]
        return articles, raws, readings, set(ledger.reviews()), ledger.comments()


@settings(max_examples=12)
@given(contents=_contents())
def test_everything_comes_back_into_an_empty_ledger(contents: Contents) -> None:
    """JSON lines with full text: the same articles, bytes, readings, reviews and comments, once. CSV and
    annotations: the same reviews and comments, where the articles are. A second time nothing is new."""
    pages, readings, reviews, comments = contents
    with TemporaryDirectory() as name:
        place = Path(name)
        first, second = (_case(place, name) for name in ("first", "second"))
        with Ledger.open(first.ledger) as ledger:
            for page in pages:
                ledger.add_page(page)
            ledger.add_readings(readings)
            ledger.add_reviews(reviews)
            for comment in comments:
                ledger.add_comment(comment)
        (place / "all.jsonl").write_text(export(first.path, "jsonl", full_text=True), "utf-8")
        report = import_reviews(second.path, [place / "all.jsonl"])
        assert report.skipped == []
        assert _held(second) == _held(first)
        again = import_reviews(second.path, [place / "all.jsonl"])
        assert (again.reviews, again.readings, again.articles, again.comments) == (0, 0, 0, 0)
        forms: list[ExportFormat] = ["csv", "annotations"]
        for form in forms:
            there = _case(place, f"there-{form}")
            with Ledger.open(there.ledger) as ledger:
                for page in pages:
                    ledger.add_page(page)
                ledger.add_readings(readings)
            (place / form).write_text(export(first.path, form), "utf-8", newline="")
            assert import_reviews(there.path, [place / form]).skipped == []
            assert _held(there) == _held(first)
            again = import_reviews(there.path, [place / form])
            assert (again.reviews, again.comments, again.skipped) == (0, 0, [])


@pytest.fixture
def reviewed(ferry: CaseFolder) -> CaseFolder:
    """The ferry strike with three reviews, one of them taken back, and a thread and a comment."""
    desk = Desk(ferry.path)
    coded = [item for item in desk.items if item.coding]
    desk.decide(coded[0], "accept", "Ana", note="as printed, “so to say”")
    desk.decide(coded[1], "reject", "Ben")
    desk.undo("Ben")
    with Ledger.open(ferry.ledger) as ledger:
        articles = {article.id: article for article in ledger.articles()}
        about = anchor_of(coded[0].statement, articles[coded[0].statement.article])
        first = Comment(about, "Ana", datetime(2026, 3, 1, tzinfo=UTC), "Who is “they”?\nThe crew?")
        ledger.add_comment(first)
        ledger.add_comment(replace(first, by="Ben", text="The crew.", reply_to=first.id))
        ledger.add_comment(replace(first, about=Cell("Union", "wage"), text="Net?"))
    return ferry


@pytest.fixture
def colleague(reviewed: CaseFolder, tmp_path: Path) -> CaseFolder:
    """Somebody else's folder of the same case, read but not reviewed."""
    folder = _case(tmp_path, "colleague")
    with Ledger.open(reviewed.ledger) as ledger, Ledger.open(folder.ledger) as other:
        for article in ledger.articles():
            other.add_page(Page(article, ledger.raw(article.id) or b""))
            other.add_readings(ledger.readings_of(article.id))
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_reviews_move_to_a_colleague(
    reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path, form: ExportFormat
) -> None:
    """In every form, history included; the articles are known there already."""
    file = tmp_path / "reviews"
    file.write_text(export(reviewed.path, form), "utf-8")
    report = import_reviews(colleague.path, [file])
    assert (report.reviews, report.comments, report.skipped) == (3, 3, [])
    assert _held(colleague) == _held(reviewed)


@pytest.mark.parametrize("form", FORMS)
def test_articles_go_out_only_on_request(reviewed: CaseFolder, form: ExportFormat) -> None:
    """Without --full-text there are quoted words with a little around them, and no article."""
    with Ledger.open(reviewed.ledger) as ledger:
        texts = [article.text for article in ledger.articles()]
    out = export(reviewed.path, form)
    assert not any(json.dumps(text)[1:-1] in out or text in out for text in texts)
    if form == "jsonl":
        assert json.dumps(texts[0])[1:-1] in export(reviewed.path, form, full_text=True)


def test_annotations_are_those_of_the_standard(reviewed: CaseFolder) -> None:
    """Every annotation has a target with both selectors; reviews have creator and time; positions are bodies."""
    collection = json.loads(export(reviewed.path, "annotations"))
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    with Ledger.open(reviewed.ledger) as ledger:
        texts = {f"urn:zopa:article:{article.id}": article.text for article in ledger.articles()}
    for item in items:
        assert item["type"] == "Annotation"
        assert item["target"]
        for target in item["target"]:
            if "selector" not in target:
                assert target["id"].startswith(("urn:zopa:comment:", "urn:zopa:cell:ferry/"))
                continue
            quote, position = target["selector"]
            text = texts[target["source"]["id"]]
            assert text[position["start"] : position["end"]] == quote["exact"]
    reviews = [item for item in items if item["id"].startswith("urn:zopa:review:")]
    assert [item["creator"]["name"] for item in reviews] == ["Ana", "Ben", "Ben"]
    assert all(datetime.fromisoformat(item["created"]).tzinfo for item in reviews)
    assert any(body["purpose"] == "classifying" for item in items for body in item["body"])


def test_a_table_has_a_row_a_review(reviewed: CaseFolder) -> None:
    """With names a person can read."""
    rows = list(csv.DictReader(io.StringIO(export(reviewed.path, "csv"), newline="")))
    assert [row["kind"] for row in rows] == ["review"] * 3 + ["comment"] * 3
    rows, comments = rows[:3], rows[3:]
    assert [(row["decision"], row["by"]) for row in rows] == [("accept", "Ana"), ("reject", "Ben"), ("undo", "Ben")]
    assert rows[0]["after_party"] in ("Union", "Company")
    assert rows[0]["note"] == "as printed, “so to say”"
    assert [row["comment"] for row in comments] == ["Who is “they”?\nThe crew?", "The crew.", "Net?"]
    assert comments[0]["words"] == rows[0]["words"]
    assert (comments[1]["reply_to"], comments[2]["cell_party"]) == (comments[0]["id"], "Union")


def test_comments_are_annotations_of_their_own(reviewed: CaseFolder) -> None:
    """On words, on a cell, or as an answer to the comment before; their text is a body."""
    items = json.loads(export(reviewed.path, "annotations"))["first"]["items"]
    comments = [item for item in items if "zopa:comment" in item]
    assert [item["motivation"] for item in comments] == ["commenting", "replying", "commenting"]
    assert [item["body"][0]["value"] for item in comments][1:] == ["The crew.", "Net?"]
    assert comments[1]["target"][-1] == {"id": comments[0]["id"]}
    assert comments[2]["target"] == [{"id": "urn:zopa:cell:ferry/Union/wage"}]


def test_a_table_from_before_there_were_comments_is_read(
    reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path
) -> None:
    """It has none of their columns; its rows are reviews."""
    newer = {"kind", "comment", "reply_to", "cell_party", "cell_issue"}
    rows = list(csv.DictReader(io.StringIO(export(reviewed.path, "csv"), newline="")))
    with (tmp_path / "older").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [name for name in rows[0] if name not in newer], extrasaction="ignore")
        writer.writeheader()
        writer.writerows(row for row in rows if row["kind"] == "review")
    assert import_reviews(colleague.path, [tmp_path / "older"]).reviews == 3


@pytest.mark.parametrize("form", FORMS)
def test_a_comment_that_is_none_is_named(
    reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path, form: ExportFormat
) -> None:
    """Without words, without a place in the text, without a moment: each is left out, the rest is brought in."""
    spoilt = {
        "jsonl": [('"text":"Net?"', '"text":""'), ('"text":"The crew."', '"text":7')],
        "csv": [('"Net?"', '""'), ('"The crew."', '" \n"')],
        "annotations": [('"value": "Net?"', '"value": ""'), ('"value": "The crew."', '"valeur": "x"')],
    }

    def change(text: str) -> str:
        for old, new in spoilt[form]:
            assert old in text
            text = text.replace(old, new)
        return text

    report = import_reviews(colleague.path, [_edited(reviewed, form, change, tmp_path)])
    assert (report.reviews, report.comments) == (3, 1)
    assert all("it is no comment" in skipped.reason for skipped in report.skipped)
    assert len(report.skipped) == 2


def _edited(reviewed: CaseFolder, form: ExportFormat, change: Callable[[str], str], place: Path) -> Path:
    file = place / "edited"
    file.write_text(change(export(reviewed.path, form)), "utf-8")
    return file


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_another_case_is_refused(
    reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path, form: ExportFormat
) -> None:
    """Unless it is meant."""
    colleague.case_file.write_text(CASE.replace("case: ferry", "case: harbour"), "utf-8")
    file = _edited(reviewed, form, str, tmp_path)
    with pytest.raises(UsageError, match=r"from the case 'ferry', and this is 'harbour'.*--other-case"):
        import_reviews(colleague.path, [file])
    assert import_reviews(colleague.path, [file], other_case=True).reviews == 3


NEWER = {
    "jsonl": ('"format":1', '"format":2'),
    "csv": ('\n"1",', '\n"2",'),
    "annotations": ('"zopa:format": 1', '"zopa:format": 2'),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_of_a_newer_zopa_is_refused(
    reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path, form: ExportFormat
) -> None:
    """The message says how to upgrade, and nothing is brought in."""
    file = _edited(reviewed, form, lambda text: text.replace(*NEWER[form]), tmp_path)
    with pytest.raises(UsageError, match="pip install --upgrade zopa"):
        import_reviews(colleague.path, [file])
    with Ledger.open(colleague.ledger) as ledger:
        assert ledger.reviews() == ()


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"{", b"{}", b"[]", b'{"type": "AnnotationPage"}', b"a,b\n1,2\n", b'"open', b"[" * 100_000,
     b'{"kind": "ledger", "format": "1", "case": "ferry"}', b'{"type": "AnnotationCollection", "zopa:format": 1}',
     b'{"a":' * 100_000, b"\x00" * 100],
)  # fmt: skip
def test_garbage_is_named_and_nothing_is_brought_in(colleague: CaseFolder, tmp_path: Path, content: bytes) -> None:
    """One line, with the file's name."""
    file = tmp_path / "garbage.csv"
    file.write_bytes(content)
    with pytest.raises(NothingReadable, match=r"garbage\.csv"):
        import_reviews(colleague.path, [file, tmp_path / "absent"])


def test_one_bad_entry_does_not_stop_the_others(reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path) -> None:
    """Each is named with its line and the reason; what is good is kept."""
    lines = export(reviewed.path, "jsonl").splitlines()
    good = next(line for line in lines if '"kind":"review"' in line)
    values = json.loads(good)
    bad = [
        "no JSON",
        json.dumps({"kind": "recipe"}),
        json.dumps({**values, "decision": "burn"}),
        json.dumps({**values, "at": "2026-03-01T10:00:00"}),
        json.dumps({**values, "by": ""}),
        json.dumps({**values, "by": 7}),
        json.dumps({**values, "target": {**values["target"], "article": "unknown", "quotes": []}}),
        json.dumps({**values, "before": {**values["before"], "option": "99"}}),
        json.dumps({**values, "supersedes": ["0123456789abcdef"], "decision": "undo"}),
        json.dumps({key: value for key, value in values.items() if key != "target"}),
        json.dumps({"kind": "article", "id": "x", "text": "y"}),
        json.dumps({"kind": "reading", "article": "unknown", "reader": "r", "read_at": "2026-03-01T10:00:00Z"}
                   | {"statements": []}),
    ]  # fmt: skip
    file = tmp_path / "mixed.jsonl"
    file.write_text("\n".join([lines[0], *bad, good]), "utf-8")
    report = import_reviews(colleague.path, [file])
    assert report.reviews == 1
    assert sorted(skipped.source for skipped in report.skipped) == sorted(
        f"{file}:{number}" for number in range(2, len(bad) + 2)
    )
    assert all(skipped.reason for skipped in report.skipped)


def test_a_good_file_is_read_beside_a_bad_one(reviewed: CaseFolder, colleague: CaseFolder, tmp_path: Path) -> None:
    """The bad one is reported."""
    (tmp_path / "bad").write_text("nothing", "utf-8")
    file = _edited(reviewed, "csv", str, tmp_path)
    report = import_reviews(colleague.path, [tmp_path / "bad", file])
    assert report.reviews == 3
    assert [skipped.source for skipped in report.skipped] == [str(tmp_path / "bad")]


def test_a_review_finds_its_words_in_another_extraction(reviewed: CaseFolder, tmp_path: Path) -> None:
    """The colleague's copy of the article has other text around the same words, and so another id: it is kept."""
    folder = _case(tmp_path, "other")
    with Ledger.open(reviewed.ledger) as ledger, Ledger.open(folder.ledger) as other:
        for article in ledger.articles():
            changed = replace(plain_article("TOP STORY. " + article.text, article.doc))
            other.add_page(Page(changed, b""))
    file = _edited(reviewed, "annotations", str, tmp_path)
    assert import_reviews(folder.path, [file]).reviews == 3


def test_nothing_can_be_exported_before_reading(ferry: CaseFolder) -> None:
    """The message is the command to type."""
    ferry.ledger.unlink()
    shutil.rmtree(ferry.path / "coverage", ignore_errors=True)
    with pytest.raises(NothingReadable, match="zopa read"):
        export(ferry.path, "csv")
