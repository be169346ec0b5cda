"""Reading coverage: everything that can be read is read, and for the rest it is said why not and what to do."""

from __future__ import annotations

import json
import os
import tracemalloc
from datetime import date
from typing import TYPE_CHECKING

import pytest

from zopa.coverage import CODES, SIZE_LIMIT, Page, Skipped, count_candidates, read_coverage, texts_in
from zopa.errors import CoverageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TEXT = "The {} unions accepted the offer of the mediator on Monday."


def read(where: Path | Sequence[Path]) -> tuple[list[Page], list[Skipped]]:
    found = list(read_coverage(where))
    assert all(isinstance(item, Page) or item.code in CODES for item in found)
    return [item for item in found if isinstance(item, Page)], [item for item in found if isinstance(item, Skipped)]


def test_one_broken_file_among_forty_good_ones(folder: Path) -> None:
    """'read 39, skipped 1', and why."""
    for number in range(39):
        (folder / f"a{number:02}.txt").write_text(TEXT.format(number))
    (folder / "a20b.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    pages, skipped = read(folder)
    assert len(pages) == 39
    assert [str(item) for item in skipped] == [
        "coverage/a20b.txt: the file is a picture, not text; save the page as text, HTML or PDF"
    ]
    assert count_candidates(folder) == 40


def test_every_kind_of_file_is_read(
    folder: Path, html_page: str, article_text: str, make_pdf: Callable[..., bytes]
) -> None:
    """Text, HTML, JSON, JSONL, PDF, capital letters in the ending, subfolders; in the order of their names."""
    (folder / "june").mkdir()
    (folder / "june" / "b.HTML").write_text(html_page, "utf-8")
    (folder / "a.txt").write_text(article_text, "utf-8")
    (folder / "k.json").write_text(json.dumps({"text": TEXT.format("two")}))
    (folder / "l.jsonl").write_text("\n".join(json.dumps({"doc": n, "text": TEXT.format(n)}) for n in "xy"))
    (folder / "m.pdf").write_bytes(make_pdf("The city has agreed to the price of the land."))
    pages, skipped = read(folder)
    assert skipped == []
    assert [page.article.source for page in pages] == [
        "coverage/a.txt",
        "coverage/june/b.HTML",
        "coverage/k.json",
        "coverage/l.jsonl:1",
        "coverage/l.jsonl:2",
        "coverage/m.pdf",
    ]
    assert [page.article.doc for page in pages] == ["a", "b", "k", "x", "y", "m"]


BAD_FILES: dict[str, tuple[str, bytes]] = {
    "empty.txt": ("ZP101", b""),
    "binary.txt": ("ZP102", bytes(range(256)) * 4),
    "encoding.txt": ("ZP103", "Переговоры о мире продолжаются".encode("cp1251")),
    "large.txt": ("ZP104", b"x" * (SIZE_LIMIT + 1)),
    "login.html": ("ZP105", b"<html><title>Log in</title><form><input></form></html>"),
    "menu.txt": ("ZP105", b"Home / World\n\nShare this\n\nPost a Comment"),
    "damaged.pdf": ("ZP108", b"%PDF-1.7 and then nothing"),
    "broken.json": ("ZP109", b'{"text": "Words'),
    "record.json": ("ZP110", b'{"title": "No text"}'),
    "half.json": ("ZP117", rb'{"text": "The two unions \ud83d accepted."}'),
    "notes.docx": ("ZP113", b"PK"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_each_bad_file_is_skipped_with_a_reason(folder: Path, name: str) -> None:
    """One line: what is wrong; what to do. The good file beside it is read."""
    code, content = BAD_FILES[name]
    (folder / name).write_bytes(content)
    (folder / "zz_good.txt").write_text(TEXT.format("two"))
    pages, (skipped,) = read(folder)
    assert [page.article.doc for page in pages] == ["zz_good"]
    assert (skipped.source, skipped.code) == (f"coverage/{name}", code)
    assert "\n" not in skipped.reason


def test_a_file_of_50_megabytes_is_not_loaded(folder: Path) -> None:
    """It is skipped for its size alone, and takes no memory."""
    with (folder / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    tracemalloc.start()
    _, (skipped,) = read(folder)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "too large (50 MB; at most 20 MB are read)" in skipped.reason
    assert most < 1_000_000


def test_the_same_text_counts_once(folder: Path) -> None:
    """Under another name and with other chrome it is the same article."""
    (folder / "a.txt").write_text(TEXT.format("two"))
    (folder / "b.txt").write_text(f"Home / World\n\n{TEXT.format('two')}\n\n0 Comments")
    pages, (skipped,) = read(folder)
    assert [page.article.doc for page in pages] == ["a"]
    assert str(skipped) == "coverage/b.txt: the same text as coverage/a.txt; it counts once"
    assert read([folder / "a.txt", folder / "a.txt"])[1][0].code == "ZP116"


def test_a_sidecar_overrides_the_page(folder: Path, html_page: str) -> None:
    """What it states wins; what it leaves out comes from the page."""
    (folder / "river.html").write_text(html_page, "utf-8")
    (folder / "river.meta.yaml").write_text(
        "outlet: Harbour Radio\npublished: 2025-05-06\ntext_kind: transcript\nbylines: [Eve Ng]\n"
    )
    (page,), skipped = read(folder)
    article = page.article
    assert skipped == []
    assert (article.outlet, article.published, article.published_from) == (
        "Harbour Radio",
        date(2025, 5, 6),
        "sidecar",
    )
    assert (article.text_kind, article.bylines[0].name) == ("transcript", "Eve Ng")
    assert article.title == "River pact nears as both towns give ground"


@pytest.mark.parametrize(
    ("sidecar", "place", "reason"),
    [
        ("outlet: [", "coverage/a.meta.yaml:1", "correct the sidecar"),
        ("outlet: The Post\npublished: soon", "coverage/a.meta.yaml:2", "'soon' names no day"),
        ("\ntext_kind: poem", "coverage/a.meta.yaml:2", "is not one of page, transcript, retold"),
        ("autlet: The Post", "coverage/a.meta.yaml:1", "autlet: is not one of outlet"),
        ("just words", "coverage/a.meta.yaml", "should hold keys"),
    ],
)
def test_a_broken_sidecar_does_not_lose_its_article(folder: Path, sidecar: str, place: str, reason: str) -> None:
    """The article is read without it, and then the sidecar is reported with its line."""
    (folder / "a.txt").write_text(TEXT.format("two"))
    (folder / "a.meta.yaml").write_text(sidecar)
    page, skipped = read_coverage(folder)
    assert isinstance(page, Page)
    assert isinstance(skipped, Skipped)
    assert (skipped.source, skipped.code) == (place, "ZP111")
    assert reason in skipped.reason


def test_an_empty_sidecar_states_nothing(folder: Path) -> None:
    """It is no mistake."""
    (folder / "a.txt").write_text(TEXT.format("two"))
    (folder / "a.txt.meta.yaml").write_text("# to be filled in\n")
    assert len(read(folder)[0]) == 1
    assert read(folder)[1] == []


def test_a_sidecar_without_its_article_is_reported(folder: Path) -> None:
    """A misspelt name would otherwise go unnoticed."""
    (folder / "b.meta.yaml").write_text("outlet: The Post")
    (skipped,) = read(folder)[1]
    assert (skipped.source, skipped.code) == ("coverage/b.meta.yaml", "ZP112")


def test_hidden_files_and_sources_are_passed_over(folder: Path) -> None:
    """They are no articles, and nothing is said about them."""
    for name in (".hidden.txt", "sources.txt"):
        (folder / name).write_text(TEXT.format("two"))
    (folder / ".git").mkdir()
    assert read(folder) == ([], [])


def test_links_are_followed_but_never_in_circles(folder: Path) -> None:
    """A link back to the folder, a link that leads nowhere, a link to a file elsewhere."""
    (folder.parent / "elsewhere.txt").write_text(TEXT.format("two"))
    (folder / "a.txt").symlink_to(folder.parent / "elsewhere.txt")
    (folder / "b").symlink_to(folder)
    (folder / "c.txt").symlink_to(folder / "gone.txt")
    pages, skipped = read(folder)
    assert [page.article.source for page in pages] == ["coverage/a.txt"]
    assert [(item.source, item.code) for item in skipped] == [("coverage/b", "ZP115"), ("coverage/c.txt", "ZP114")]


def test_a_file_that_may_not_be_opened_is_skipped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is the system's own."""
    (folder / "a.txt").write_text(TEXT.format("two"))

    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("zopa.coverage.reading._bytes_of", refuse)
    (skipped,) = read(folder)[1]
    assert (skipped.code, "Permission denied" in skipped.reason) == ("ZP114", True)


def test_a_folder_that_may_not_be_entered_is_skipped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking at what is in it is refused, and that stops nothing."""
    (folder / "a.txt").write_text(TEXT.format("two"))
    (folder / "shut").mkdir()
    looked_at = type(folder).is_dir

    def refuse(path: Path) -> bool:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return looked_at(path)

    monkeypatch.setattr(type(folder), "is_dir", refuse)
    pages, (skipped,) = read(folder)
    assert len(pages) == 1
    assert (skipped.source, skipped.code) == ("coverage/shut", "ZP114")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in its file system")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    """Only files are opened."""
    os.mkfifo(folder / "a.txt")
    (skipped,) = read(folder)[1]
    assert skipped.code == "ZP114"


def test_a_name_that_does_not_exist_is_skipped(folder: Path) -> None:
    """Files may be named one by one; one wrong name stops nothing."""
    (folder / "a.txt").write_text(TEXT.format("two"))
    pages, (skipped,) = read([folder / "gone.txt", folder / "a.txt"])
    assert [page.article.source for page in pages] == [str(folder / "a.txt")]
    assert skipped.reason == "there is no such file; check the name"


def test_an_encoding_that_was_assumed_is_noted(folder: Path) -> None:
    """The page says how it was read."""
    (folder / "a.txt").write_bytes("The café owners’ union accepted the offer.".encode("cp1252"))
    (page,), _ = read(folder)
    assert page.notes == ("read as Windows-1252: it is not UTF-8",)
    assert page.article.text == "The café owners’ union accepted the offer."
    assert page.raw == (folder / "a.txt").read_bytes()


def test_nothing_is_read_before_it_is_asked_for(folder: Path) -> None:
    """The results come one at a time."""
    for name in "ab":
        (folder / f"{name}.txt").write_text(TEXT.format(name))
    results = read_coverage(folder)
    next(results)
    (folder / "b.txt").write_text("")
    assert isinstance(next(results), Skipped)


def test_candidates_are_counted_by_lines_of_jsonl(folder: Path) -> None:
    """A progress bar needs to know how many results will come."""
    (folder / "a.txt").write_text(TEXT.format("two"))
    (folder / "b.jsonl").write_text('{"text": "Words."}\n' * 3)
    (folder / "c.docx").touch()
    assert count_candidates(folder) == 5
    assert count_candidates([folder / "a.txt"]) == 1


def test_texts_are_given_exactly(tmp_path: Path) -> None:
    """Chrome, line ends and all: offsets count these very characters."""
    text = "Home / World\r\n\r\nWords and “quotes”.\n\n\n0 Comments "
    (tmp_path / "a.txt").write_bytes(text.encode())
    (tmp_path / "b.jsonl").write_text(json.dumps({"doc": "d1", "text": text}) + "\n")
    assert list(texts_in(tmp_path / "a.txt")) == [("a", text)]
    assert list(texts_in(tmp_path / "b.jsonl")) == [("d1", text)]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jsonl", b"{}", r"a\.jsonl:1: the record has no"),
        ("a.txt", b"", r"a\.txt: the file is empty"),
        ("a.jsonl", rb'{"text": "\ud800"}', r"a\.jsonl:1: the text holds half a character"),
        ("gone.txt", None, "cannot be opened"),
    ],
)
def test_a_text_that_cannot_be_read_is_an_error(tmp_path: Path, name: str, content: bytes | None, message: str) -> None:
    """Here every text was asked for by name."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(CoverageError, match=message):
        list(texts_in(tmp_path / name))


def test_every_code_is_documented() -> None:
    """Each has a title, a reason and what to do."""
    assert all(code.title and code.why and code.fix for code in CODES.values())
    assert all(name.startswith("ZP1") for name in CODES)
