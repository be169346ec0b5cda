"""Comments: threads on statements and cells that decide nothing and are never changed."""

from __future__ import annotations

import pytest
from tests.workbench.conftest import Visitor


def test_a_comment_and_its_answer_make_a_thread(visitor: Visitor) -> None:
    """On a cell; the answer names what it answers, and the page leads back to where it was written."""
    form = {"about": "cell:Union/wage", "text": "Is 6 % net?", "next": "/review?party=Union"}
    assert visitor.post("/comments", form).headers["location"] == "/review?party=Union"
    (first,) = visitor.get("/comments.json").json()["rows"]
    visitor.post("/comments", {"about": "cell:Union/wage", "text": "Gross.", "reply_to": first["id"]})
    rows = visitor.get("/comments.json?about=cell:Union/wage").json()["rows"]
    assert [(row["by"], row["text"], row["reply_to"]) for row in rows] == [
        ("Ana", "Is 6 % net?", None),
        ("Ana", "Gross.", first["id"]),
    ]


def test_a_comment_stands_under_its_statement(visitor: Visitor) -> None:
    """It is shown beside the statement and changes nothing that was decided."""
    row = visitor.get("/review.json").json()["rows"][0]
    visitor.post("/comments", {"about": f"statement:{row['statement']}", "text": "Who is “they”?"})
    assert "Who is “they”?" in visitor.get(f"/review?item={row['item']}").text
    assert visitor.get("/review.json").json()["rows"][0]["decision"] is None


@pytest.mark.parametrize(
    "form",
    [
        {"about": "cell:Union/wage", "text": ""},
        {"about": "cell:Nobody/wage", "text": "x"},
        {"about": "statement:gone", "text": "x"},
        {"about": "", "text": "x"},
        {"about": "cell:Union/wage", "text": "x", "reply_to": "gone"},
        {"about": "cell:Union/wage", "text": "x" * 5000},
    ],
)
def test_a_comment_on_nothing_is_refused(visitor: Visitor, form: dict[str, str]) -> None:
    """With one message; nothing is stored."""
    assert visitor.post("/comments", form).status_code in (400, 422)
    assert visitor.get("/comments.json").json()["count"] == 0


@pytest.mark.parametrize(
    "there", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/a\n"]
)
def test_a_comment_leads_nowhere_else(visitor: Visitor, there: str) -> None:
    """What a form names as the next page is one of ours, or it is ignored."""
    form = {"about": "cell:Union/wage", "text": "x", "next": there}
    assert visitor.post("/comments", form).headers["location"] in ("/comments", "/a")
