"""Accounts: only who signs in sees anything, each may do what its role allows, and guessing is slow."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.workbench.conftest import Visitor

from zopa.casework.keys import keys_of
from zopa.cli.main import run
from zopa.errors import UsageError
from zopa.ledger import Ledger
from zopa.workbench import Access, Place
from zopa.workbench.accounts import FAILURES, Accounts
from zopa.workbench.mounts import network_share
from zopa.workbench.serving import access_to, checked

AT = "https://zopa.example.org"
ACCESS = Access((AT,), accounts=True)
PASSWORD = "long enough, surely"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with one account of each role, hashed once."""
    accounts = Accounts(tmp_path_factory.mktemp("accounts") / "deep" / "accounts.json")
    accounts.add("Rea", "reader", PASSWORD)
    accounts.add("Rev", "reviewer", PASSWORD)
    accounts.add("Edi", "editor", PASSWORD)
    assert stat.S_IMODE(accounts.path.stat().st_mode) == 0o600
    return accounts.path.read_bytes()


@pytest.fixture
def accounts(made: bytes, tmp_path: Path) -> Accounts:
    """The accounts, in a file of the test's own."""
    path = tmp_path / "accounts.json"
    path.write_bytes(made)
    return Accounts(path)


@pytest.fixture
def sign_in(visit: Callable[..., Visitor], accounts: Accounts) -> Callable[..., Visitor]:
    """A browser that has signed in: ``sign_in("Rev")``."""

    def signed(name: str, password: str = PASSWORD) -> Visitor:
        visitor = visit(ACCESS, AT, accounts)
        visitor.reply = send(visitor, name, password)
        return visitor

    return signed


def send(visitor: Visitor, name: str, password: str) -> Any:
    """Send the form of the sign-in page."""
    import re

    token = re.search(r'name="token" value="([0-9a-f]+)"', visitor.get("/sign-in").text)
    assert token
    form = {"name": name, "password": password, "token": token[1], "next": "/review?party=Union"}
    return visitor.client.post("/sign-in", data=form, headers={"origin": AT})


def test_nobody_sees_anything_before_signing_in(visit: Callable[..., Visitor], accounts: Accounts) -> None:
    """Pages lead to the form and back, data are refused; changes too."""
    visitor = visit(ACCESS, AT, accounts)
    assert visitor.get("/review?party=Union").headers["location"] == "/sign-in?next=/review%3Fparty%3DUnion"
    assert visitor.get("/review.json").status_code == visitor.get("/comments.csv").status_code == 401
    assert visitor.client.post("/review/decide", headers={"origin": AT}).status_code == 401


def test_signing_in_begins_a_new_session(sign_in: Callable[..., Visitor]) -> None:
    """Its cookie was never sent before, goes over TLS only, to nobody's script and to no other site."""
    visitor = sign_in("Rev")
    before, after = [], visitor.reply.headers["set-cookie"]
    assert visitor.reply.headers["location"] == "/review?party=Union"
    assert after.startswith("__Host-zopa")
    assert all(part in after for part in ("HttpOnly", "SameSite=Strict", "Secure", "Path=/"))
    assert after not in before
    assert visitor.get("/review").status_code == 200


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        ("Rea", "/review/decide", 403),
        ("Rea", "/comments", 403),
        ("Rea", "/articles/read", 403),
        ("Rev", "/comments", 303),
        ("Rev", "/articles/read", 403),
        ("Rea", "/review/keys", 403),
        ("Rev", "/review/keys", 303),
    ],
)
def test_each_role_may_do_its_part(sign_in: Callable[..., Visitor], name: str, path: str, status: int) -> None:
    """A reader looks; a reviewer decides and comments; an editor does the rest."""
    form = {"about": "cell:Union/wage", "text": "x"} if path == "/comments" else {}
    assert sign_in(name).post(path, form).status_code == status


def test_each_account_has_its_own_keys(sign_in: Callable[..., Visitor], own_config: Path) -> None:
    """What one person moves stays where it was for another, and for who runs the workbench in the terminal."""
    assert sign_in("Rev").post("/review/keys", {"accept": "y"}).status_code == 303
    assert "<kbd>y</kbd>" in sign_in("Rev").get("/review").text
    assert "<kbd>a</kbd>" in sign_in("Edi").get("/review").text
    assert keys_of()["a"] == "accept"
    (kept,) = (own_config / "keys").iterdir()
    assert kept.read_text("utf-8") == '# The keys of Rev\naccept: "y"\n'


def test_decisions_carry_the_account(sign_in: Callable[..., Visitor], folder: Path) -> None:
    """And nobody takes another name."""
    visitor = sign_in("Rev")
    row = visitor.get("/review.json").json()["rows"][0]
    form = {"item": row["item"], "shown": row["shown"], "decision": "accept", "by": "Edi"}
    assert visitor.post("/review/decide", form).status_code == 303
    assert visitor.post("/review/by", {"by": "Edi"}).status_code == 403
    with Ledger.open(folder / "zopa.db") as ledger:
        assert [review.by for review in ledger.reviews()] == ["Rev"]


def test_a_wrong_password_says_no_more_than_that(sign_in: Callable[..., Visitor]) -> None:
    """The same for a name that does not exist; after a few, the right one has to wait too."""
    told = {sign_in(name, "not the password").reply.text.count("do not belong together") for name in ("Rev", "No")}
    assert told == {1}
    for _ in range(FAILURES):
        visitor = sign_in("Rev", "not the password")
    assert visitor.reply.status_code == 429
    assert sign_in("Rev").reply.status_code == 429
    assert sign_in("Edi").reply.status_code == 303


def test_an_account_that_is_removed_is_out_at_once(sign_in: Callable[..., Visitor], accounts: Accounts) -> None:
    """So is one whose role was changed, until it signs in again."""
    visitor, other = sign_in("Rev"), sign_in("Edi")
    accounts.remove("Rev")
    assert visitor.get("/review.json").status_code == 401
    assert other.get("/review.json").status_code == 200


def test_signing_out_ends_the_session(sign_in: Callable[..., Visitor]) -> None:
    """Also for a cookie that somebody kept."""
    visitor = sign_in("Rev")
    kept = dict(visitor.client.cookies)
    visitor.post("/sign-out")
    visitor.client.cookies.update(kept)
    assert visitor.get("/review.json").status_code == 401


def test_a_session_ends_after_a_while(sign_in: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing was asked for long, and after a week in any case."""
    import zopa.workbench.sessions as sessions

    visitor = sign_in("Rev")
    now = sessions.time.monotonic()
    monkeypatch.setattr(sessions.time, "monotonic", lambda: now + sessions.IDLE_SECONDS + 60)
    assert visitor.get("/review.json").status_code == 401


def test_nobody_signs_in_on_loopback(visitor: Visitor) -> None:
    """There is nothing to sign in to."""
    assert visitor.get("/sign-in").status_code == 404


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place("0.0.0.0"), "needs TLS"),
        (Place("192.0.2.1"), "needs TLS"),
        (Place("::"), "needs TLS"),
        (Place(certificate=Path("a.pem")), "TLS takes both"),
        (Place(certificate=Path("a.pem"), key=Path("a.key")), "cannot be used for TLS"),
        (Place(behind_proxy="http://zopa.example.org"), "takes the address people open"),
        (Place(behind_proxy="https://zopa.example.org/x"), "takes the address people open"),
        (Place(behind_proxy="zopa"), "takes the address people open"),
        (Place(behind_proxy=AT), "There are no accounts"),
        (Place("0.0.0.0", behind_proxy=AT), "There are no accounts"),
    ],
)
def test_a_place_that_is_not_safe_is_refused(place: Place, told: str, tmp_path: Path) -> None:
    """With what it takes."""
    from dataclasses import replace

    with pytest.raises(UsageError, match=told):
        checked(replace(place, accounts=tmp_path / "none.json"))


def test_loopback_needs_nothing(accounts: Accounts) -> None:
    """Unless accounts are asked for, or a proxy stands before it."""
    assert checked(Place()) is None
    assert not access_to(Place(), 8470).accounts
    assert access_to(Place(accounts=accounts.path), 8470).accounts
    behind = Place(behind_proxy=AT + "/", accounts=accounts.path)
    assert checked(behind) is not None
    assert access_to(behind, 8470) == ACCESS
    assert access_to(behind, 8470).secure


def test_a_missing_library_is_named(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line that installs it."""
    monkeypatch.setitem(sys.modules, "argon2", None)
    with pytest.raises(UsageError, match=r"pip install 'zopa\[accounts\]'"):
        accounts.check("Rev", PASSWORD)


@pytest.mark.parametrize("missing", [True, False])
def test_nobody_is_asked_in_vain(
    missing: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing library is named before a password is asked for; so is the way without anybody to ask."""
    import io

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    if missing:
        monkeypatch.setitem(sys.modules, "argon2", None)
    assert run(["user", "add", "Ana", "--role", "editor"]) == 2
    assert ("pip install 'zopa[accounts]'" if missing else "--password-stdin") in capsys.readouterr().err


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[" * 100_000, '{"format": 2, "accounts": {}}', '{"format": 1, "accounts": {"a": 1}}']
)
def test_a_file_that_holds_no_accounts_is_refused(tmp_path: Path, text: str) -> None:
    """Rather than letting everybody in."""
    path = tmp_path / "accounts.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match="holds no accounts"):
        Accounts(path).all()


def test_a_password_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """As it comes from an input in another encoding."""
    with pytest.raises(UsageError, match="not text in UTF-8"):
        Accounts(tmp_path / "accounts.json").add("Ana", "reader", "long enough \udcff")


def test_the_command_line_keeps_accounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Add, list, remove; in the user's configuration, with no password in it."""
    import io

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD + "\n"))
    assert run(["user", "add", "Ana", "--role", "editor", "--password-stdin"]) == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("short\n"))
    assert run(["user", "add", "Ben", "--role", "reader", "--password-stdin"]) == 2
    capsys.readouterr()
    assert run(["user", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"name": "Ana", "role": "editor"}]
    assert PASSWORD not in (tmp_path / "zopa" / "accounts.json").read_text("utf-8")
    assert run(["user", "remove", "Ana"]) == 0
    assert run(["user", "remove", "Ana"]) == 2


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ana/case/zopa.db", None),
        ("/mnt/team/case/zopa.db", "nfs4"),
        ("/mnt/team local/zopa.db", "cifs"),
        ("/mnt/ssh/x/zopa.db", "fuse.sshfs"),
        ("/mnt/teams/zopa.db", None),
        ("/mnt/team/local/zopa.db", None),
    ],
)
def test_a_network_share_is_known(path: str, kind: str | None) -> None:
    """By the mount that holds the file, the deepest where there are several."""
    mounts = (
        "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
        "40 22 0:50 / /mnt/team rw - nfs4 server:/team rw\n"
        "41 22 0:51 / /mnt/team\\040local rw shared:2 - cifs //server/x rw\n"
        "42 22 0:52 / /mnt/ssh rw - fuse.sshfs ana@server: rw\n"
        "43 40 8:2 / /mnt/team/local rw - ext4 /dev/sdb1 rw\n"
        "broken line\n"
    )
    assert network_share(Path(path), mounts) == kind
