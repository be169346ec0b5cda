"""Hostile input: nothing from outside becomes markup, nothing leaves the case's folder, no other site can change it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.cli.ferry import CASE
from tests.workbench.conftest import ORIGIN, Visitor

import zopa
from zopa.errors import UsageError
from zopa.workbench import Access, Workspace, create_app
from zopa.workbench.safety import LARGEST_FORM
from zopa.workbench.uploads import safe_name

SCRIPT = "<script>alert(1)</script>"
PAYLOADS = (
    SCRIPT,
    "<svg onload=alert(1)>",
    "<img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "'><style>*{background:url(//evil.example)}</style>",
    "</textarea></select></title><script src=//evil.example></script>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><iframe srcdoc=x>",
    '" hx-on:click="alert(1)" hx-get="//evil.example',
)
ATTACK = " ".join(PAYLOADS)


class Tags(HTMLParser):
    """Collects the tags of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep one."""
        self.tags.append((tag, dict(attrs)))


def assert_clean(page: str) -> None:
    """No element or attribute that only a payload could have brought."""
    for tag, attributes in Tags(page).tags:
        assert tag not in ("style", "iframe", "img", "object", "embed", "base"), tag
        assert not [name for name in attributes if name.startswith(("on", "hx-on")) or name == "style"], attributes
        for name in ("href", "src", "action", "formaction", "hx-get", "hx-post", "xlink:href"):
            address = attributes.get(name) or ""
            assert address == "" or re.match(r"(/(?!/)|#|https?://(?!evil))", address), address
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/")
    assert SCRIPT not in page


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case whose titles, names, texts and definitions are attacks."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "coverage").mkdir()
    quoted = ATTACK.replace("'", "''")
    case = CASE.replace("The ferry strike", f"'{quoted}'").replace("name: Wage rise", f"name: '{quoted}'")
    case = case.replace("two-week tours of duty, two weeks on board and two weeks ashore", f"'{quoted}'")
    (folder / "case.yaml").write_text(case, "utf-8")
    text = (
        f"The union will never accept four-week tours of duty {ATTACK}, its general secretary Mara Lind said on Monday."
    )
    (folder / "coverage" / "a.txt").write_text(
        text + "\n\nMara Lind said seafarers demanded a wage rise of 6 %.\n", "utf-8"
    )
    (folder / "coverage" / "a.meta.yaml").write_text(
        f"outlet: '{quoted}'\ntitle: '{quoted}'\nurl: 'javascript:alert(1)'\npublished: 2026-03-02\n", "utf-8"
    )
    zopa.open_case(folder).read()
    return folder


@pytest.fixture(scope="module")
def attacked(hostile: Path) -> Visitor:
    """A browser at the hostile case, in which reviewer, notes and comments are attacks too."""
    visitor = Visitor(TestClient(create_app(Workspace(hostile), by="Ana"), base_url=ORIGIN, follow_redirects=False))
    assert visitor.post("/review/by", {"by": ATTACK[:100]}).status_code == 303
    row = visitor.get("/review.json").json()["rows"][0]
    form = {"item": row["item"], "shown": row["shown"], "decision": "note", "note": ATTACK}
    assert visitor.post("/review/decide", form).status_code == 303
    assert visitor.post("/comments", {"about": f"statement:{row['statement']}", "text": ATTACK}).status_code == 303
    assert visitor.post("/comments", {"about": "cell:Union/wage", "text": ATTACK}).status_code == 303
    return visitor


def pages(visitor: Visitor) -> list[str]:
    """Every page that can be looked at, found in the application itself."""
    found = visitor.paths("GET")
    return [path for path in found if "{" not in path]


def test_no_page_carries_a_payload(attacked: Visitor) -> None:
    """Whatever was attacked: titles, texts, names, notes, comments, the case file, the address itself."""
    paths = pages(attacked)
    assert len(paths) > 8
    attack = ATTACK.replace("&", "")
    for path in paths:
        for query in ({}, {"words": attack}, {"item": attack, "source": attack}, {"about": attack, "page": attack}):
            reply = attacked.get(path, params=query)
            assert reply.status_code < 500, path
            if reply.headers.get("content-type", "").startswith("text/html"):
                assert_clean(reply.text)


@pytest.mark.parametrize("path", ["/" + SCRIPT, "/%3Cscript%3Ealert(1)%3C/script%3E", "/review?party=" + SCRIPT])
def test_no_error_carries_a_payload(attacked: Visitor, path: str) -> None:
    """What was asked for is not repeated as markup."""
    assert_clean(attacked.get(path).text)


FORM = {"about": "cell:Union/wage", "text": "x"}


def test_no_cell_of_the_csv_is_a_formula(visitor: Visitor) -> None:
    """A spreadsheet that opens the file computes nothing."""
    for text in ("=1+1", "+1", "-1", "@x"):
        visitor.post(
            "/comments", {"about": "cell:Union/wage", "text": f"x{text}"[1:] if text.strip() == text else text}
        )
    cells = re.findall(r"(?:^|,)\"?([^,\"]*)", visitor.get("/comments.csv").text, re.MULTILINE)
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:8471"},
        {"origin": "https://127.0.0.1:8470"},
        {"origin": "http://localhost:8470"},
    ],
)
def test_another_site_can_change_nothing(visitor: Visitor, headers: dict[str, str]) -> None:
    """Even with the token: the request has to come from a page of the very same address."""
    given = {"x-zopa-token": visitor.token(), **headers}
    assert visitor.client.post("/comments", data=FORM, headers=given).status_code == 403
    assert visitor.get("/comments.json").json()["count"] == 0


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_change_needs_the_token(visitor: Visitor, visit: Callable[..., Visitor], token: str) -> None:
    """None, a wrong one and that of another session do not do."""
    for given in (token, visit().token()):
        reply = visitor.client.post("/comments", data={**FORM, "token": given}, headers={"origin": ORIGIN})
        assert reply.status_code == 403
    assert visitor.get("/comments.json").json()["count"] == 0


def test_every_change_asks_for_the_token(visitor: Visitor) -> None:
    """Found in the application itself, so that none is forgotten."""
    posts = visitor.paths("POST")
    assert len(posts) >= 7
    for path in posts:
        assert visitor.client.post(path, headers={"origin": ORIGIN}).status_code == 403, path


def test_a_body_that_is_too_large_is_refused(visitor: Visitor) -> None:
    """By what it says and, where it does not say, by what comes."""
    assert visitor.post("/comments", {**FORM, "text": "x" * LARGEST_FORM}).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(40):
            yield b"text=" + b"x" * 50_000

    headers = {"origin": ORIGIN, "x-zopa-token": visitor.token(), "content-type": "application/x-www-form-urlencoded"}
    assert visitor.client.post("/comments", content=endless(), headers=headers).status_code == 413
    for length in ("-1", "1e3", ""):
        bad = {**headers, "content-length": length}
        assert visitor.client.post("/comments", content=b"", headers=bad).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/../../../../etc/passwd",
        "/static/%00",
        "/review/..%2f..%2fcase.yaml",
    ],
)
def test_no_path_leaves_its_folder(visitor: Visitor, path: str) -> None:
    """Neither the case's nor that of our own files."""
    reply = visitor.get(path)
    assert reply.status_code in (404, 400)
    assert "root:" not in reply.text


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("report.txt", "report.txt"),
        ("../../case.yaml.txt", "case.yaml.txt"),
        ("C:\\temp\\a b.HTML", "a b.html"),
        ("/etc/cron.d/x.pdf", "x.pdf"),
        ("..\u202etxt.exe.txt", "txt.exe.txt"),
        (".hidden.txt", "hidden.txt"),
        ("con.txt", "_con.txt"),
        ("a\x00b\n.json", "a b.json"),
        ("x" * 500 + ".txt", "x" * 100 + ".txt"),
        ("déjà vu.mhtml", "déjà vu.mhtml"),
        (SCRIPT + ".txt", "script.txt"),
    ],
)
def test_an_uploaded_name_leads_nowhere(name: str, stored: str) -> None:
    """Only its last part is kept, of printing characters, with an ending that is read."""
    assert safe_name(name) == stored


@pytest.mark.parametrize("name", ["", "x", "x.exe", ".txt", "...txt", "case.yaml", "zopa.db", "a.txt/.."])
def test_a_name_of_no_use_is_refused(name: str) -> None:
    """With what would do."""
    with pytest.raises(UsageError):
        safe_name(name)


def upload(visitor: Visitor, *files: tuple[str, bytes]) -> Any:
    """Upload files as a browser does."""
    sent = [("articles", (name, io.BytesIO(content), "text/plain")) for name, content in files]
    headers = {"origin": ORIGIN, "x-zopa-token": visitor.token()}
    return visitor.client.post("/articles/upload", files=sent, headers=headers)


def test_an_upload_lands_among_the_coverage_and_overwrites_nothing(visitor: Visitor, folder: Path) -> None:
    """Under a name of its own; the rest of the case is as it was."""
    before = (folder / "coverage" / "monday.txt").read_bytes()
    case = (folder / "case.yaml").read_bytes()
    reply = upload(visitor, ("../monday.txt", b"Lind said no."), ("../../case.yaml.txt", b"parties: []"))
    assert reply.status_code == 303
    assert (folder / "coverage" / "monday-2.txt").read_bytes() == b"Lind said no."
    assert (folder / "coverage" / "monday.txt").read_bytes() == before
    assert (folder / "case.yaml").read_bytes() == case


@pytest.mark.parametrize(
    "files",
    [
        [],
        [("x.exe", b"x")],
        [("good.txt", b"x"), ("bad.exe", b"x")],
        [("empty.txt", b"")],
        [("a.txt", b"x"), ("b.txt", b"")],
    ],
)
def test_an_upload_of_no_use_is_refused(visitor: Visitor, folder: Path, files: list[tuple[str, bytes]]) -> None:
    """Whole: nothing of it is stored."""
    before = sorted(path.name for path in (folder / "coverage").iterdir())
    assert upload(visitor, *files).status_code == 400
    assert sorted(path.name for path in (folder / "coverage").iterdir()) == before


def test_coverage_that_is_a_file_takes_no_upload(visitor: Visitor, folder: Path) -> None:
    """One message, no fault of ours."""
    (folder / "coverage").rename(folder / "elsewhere")
    (folder / "coverage").write_text("x", "utf-8")
    reply = upload(visitor, ("new.txt", b"x"))
    assert reply.status_code == 400
    assert "cannot be stored" in reply.text


def test_too_many_files_are_refused(visitor: Visitor) -> None:
    """At most a hundred at once."""
    assert upload(visitor, *((f"{number}.txt", b"x") for number in range(101))).status_code == 400


def test_coverage_that_is_a_link_takes_no_upload(visitor: Visitor, folder: Path, tmp_path: Path) -> None:
    """It would leave the case's folder."""
    elsewhere = tmp_path / "elsewhere"
    (folder / "coverage").rename(elsewhere)
    (folder / "coverage").symlink_to(elsewhere)
    assert upload(visitor, ("new.txt", b"x")).status_code == 400
    assert not (elsewhere / "new.txt").exists()


def test_a_case_file_that_breaks_while_the_workbench_runs_is_told(visitor: Visitor, folder: Path) -> None:
    """With its diagnostics, as a page; mended, everything goes on."""
    whole = (folder / "case.yaml").read_text("utf-8")
    for broken in ("parties: [", SCRIPT, "", "\x00", "issues: {}\n"):
        (folder / "case.yaml").write_text(broken, "utf-8")
        reply = visitor.get("/review")
        assert reply.status_code == 409
        assert_clean(reply.text)
    (folder / "case.yaml").write_text(whole, "utf-8")
    assert visitor.get("/review").status_code == 200


@pytest.mark.parametrize("origin", ["https://zopa.example.org", "http://192.0.2.7:8470"])
def test_an_address_is_taken_only_where_it_is_meant(visit: Callable[..., Visitor], origin: str) -> None:
    """A loopback workbench does not answer to a name or an address of the network."""
    assert visit(Access((ORIGIN,)), origin).get("/review").status_code == 421
