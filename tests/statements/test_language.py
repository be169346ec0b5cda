"""What the reader says of texts it cannot read."""

from __future__ import annotations

import pytest

from zopa.coverage import plain_article
from zopa.statements import language_problem, read_statements


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The minister said that the union would not accept the offer and would stay out.", None),
        ("Der Minister sagte am Montag, dass die Gewerkschaft das Angebot nicht annehmen werde.", "not in English"),
        ("Министр заявил в понедельник, что профсоюз не примет предложение и продолжит забастовку.", "not in English"),
        ("قال الوزير يوم الاثنين إن النقابة لن تقبل العرض وستواصل الإضراب", "not in English"),
        ("", "no words"),
        ("*** --- 12:30 ***", "no words"),
        ("THE MINISTER SAID THAT THE UNION WOULD NOT ACCEPT THE OFFER AND WOULD STAY OUT.", "in capital letters"),
    ],
)
def test_problems(text: str, problem: str | None) -> None:
    """None for English; another language and a text without words give no statements, and the problem says so."""
    article = plain_article(text, "page")
    found = language_problem(article)
    assert (found is None) == (problem is None)
    assert (found or "").startswith(problem or "")
    if found and found.endswith("no statements read"):
        assert read_statements(article) == []
