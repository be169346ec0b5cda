"""HTML and MHTML pages: the article's words, and what the page says of itself."""

from __future__ import annotations

from datetime import date
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from zopa.coverage import Byline
from zopa.coverage.build import build_article
from zopa.coverage.page import Unreadable
from zopa.coverage.readers.html import read_html
from zopa.coverage.readers.metadata import facts_of_page
from zopa.coverage.readers.mhtml import read_mhtml

BODY = [
    "The mayors of the two towns said on Tuesday that an agreement on the use of the river was close.",
    "“We will not sell the water,” Mayor Dana Holt told reporters. She said that the dam had to be repaired first.",
    "- The lower town would pay for the repair of the dam.",
    "- The upper town would open the gates.",
    "Her colleague said the offer was fair, but that the council of the lower town would have to vote on it first.",
]


def test_an_html_page_gives_its_article(html_page: str) -> None:
    """Menus, asides and footers are left out; title, day, authors, outlet and address come from the page."""
    article = build_article(read_html(html_page.encode(), "river", "river.html"))
    assert [span.of(article.text) for span in article.paragraphs] == BODY
    assert article.title == "River pact nears as both towns give ground"
    assert (article.published, article.published_from) == (date(2025, 3, 4), "metadata")
    assert article.bylines == (Byline("Ann Lee"), Byline("Bo Chen"))
    assert (article.outlet, article.url) == ("The Valley Post", "https://valleypost.example/river")


def test_the_declared_encoding_is_used(html_page: str) -> None:
    """A page in Windows-1252 that says so."""
    raw = html_page.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    assert "“We will not sell the water,”" in read_html(raw, "river", "river.html").text


@pytest.mark.parametrize(
    "html",
    [
        "<html><head><title>Log in</title></head><body><form><input name=u></form><a href=/>Home</a></body></html>",
        "<p></p>",
        "no mark-up at all",
    ],
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    """A login page, an empty template."""
    with pytest.raises(Unreadable, match="no article"):
        read_html(html.encode(), "x", "x.html")


def archive_of(html: str, kind: str = "html") -> bytes:
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://valleypost.example/2025/03/04/river"
    message.attach(MIMEText("body { color: red }", "css"))
    message.attach(MIMEText(html, kind, "utf-8"))
    return message.as_bytes()


def test_an_archive_gives_the_page_in_it(html_page: str) -> None:
    """The first HTML part is the page; the address it was saved from stands in the archive."""
    raw = archive_of(html_page.replace('<link rel="canonical" href="https://valleypost.example/river">', ""))
    draft = read_mhtml(raw, "river", "river.mhtml")
    assert draft.raw == raw
    assert draft.facts.url == "https://valleypost.example/2025/03/04/river"
    assert [line for line in draft.text.splitlines() if line][-1] == BODY[-1]


@pytest.mark.parametrize(
    ("raw", "code"), [(b"", "ZP101"), (archive_of("words", "plain"), "ZP105"), (b"\x00\x01", "ZP105")]
)
def test_an_archive_without_a_page_is_refused(raw: bytes, code: str) -> None:
    """Whatever stands in it."""
    with pytest.raises(Unreadable) as refused:
        read_mhtml(raw, "x", "x.mhtml")
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2025-03-04T10:00:00Z">', date(2025, 3, 4)),
        ('<meta name="date" content="4 March 2025">', date(2025, 3, 4)),
        ('<time datetime="2025-03-04">yesterday</time>', date(2025, 3, 4)),
        ('<span itemprop="datePublished" content="2025-03-04"></span>', date(2025, 3, 4)),
        ('<meta name="dcterms.issued" content="2025-03-04">', date(2025, 3, 4)),
        (
            '<script type="application/ld+json; charset=utf-8">{"@graph": [{"@type": "WebSite"}, '
            '{"@type": "NewsArticle", "datePublished": "2025-03-04T01:00:00+03:00"}]}</script>',
            date(2025, 3, 4),
        ),
        ('<script type="application/ld+json">{"@type": "Person", "datePublished": "2025-03-04"}</script>', None),
        ('<meta name="date" content="soon">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline"</script>', None),
    ],
)
def test_the_day_a_page_states(head: str, day: date | None) -> None:
    """In the fields that publishing software writes; broken fields are passed over."""
    facts = facts_of_page(f"<html><head>{head}</head><body></body></html>")
    assert (facts.published, facts.published_from) == (day, "metadata" if day else "unknown")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>River pact nears | The Post</title><h1>The Post</h1>", "River pact nears"),
        ("<title>River pact nears - The Post</title><h1>River pact nears</h1>", "River pact nears"),
        ('<meta property="og:title" content="River pact"><title>x</title>', "River pact"),
        ("<h1>River pact</h1>", "River pact"),
        ("", None),
    ],
)
def test_the_title_a_page_states(head: str, title: str | None) -> None:
    """Open Graph before the heading and the window title, from which the outlet's name is cut."""
    assert facts_of_page(f"<html><head>{head}</head></html>").title == title


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ('<meta name="author" content="By Ann Lee and Bo Chen">', (Byline("Ann Lee"), Byline("Bo Chen"))),
        ('<meta name="author" content="https://post.example/ann">', ()),
        (
            '<script type="application/ld+json">[{"@type": ["Article"], "headline": "x", "author": "Eve Ng"}]</script>',
            (Byline("Eve Ng"),),
        ),
        ("", ()),
    ],
)
def test_the_authors_a_page_states(head: str, authors: tuple[Byline, ...]) -> None:
    """As names, not as addresses."""
    assert facts_of_page(f"<html><head>{head}</head></html>").bylines == authors
