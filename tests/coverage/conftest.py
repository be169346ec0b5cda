"""Pages and files that several coverage tests use, written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARTICLE = (
    "The mayors of the two towns said on Tuesday that an agreement on the river was close.\n\n"
    "“We will not sell the water,” Mayor Dana Holt told reporters in the evening.\n\n"
    "Her colleague said that the council of the lower town would have to vote first."
)

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>River pact nears | The Valley Post</title>
<meta property="og:site_name" content="The Valley Post">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
"headline": "River pact nears as both towns give ground", "datePublished": "2025-03-04T08:00:00+01:00",
"author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Chen"}]}]}</script>
<link rel="canonical" href="https://valleypost.example/river"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><main><article>
<h1>River pact nears as both towns give ground</h1><p class="byline">By Ann Lee and Bo Chen</p>
<p>The mayors of the two towns said on Tuesday that an agreement on the use of the river was close.</p>
<p>“We will not sell the water,” Mayor Dana Holt told reporters. She said that the dam had to be repaired first.</p>
<ul><li>The lower town would pay for the repair of the dam.</li><li>The upper town would open the gates.</li></ul>
<p>Her colleague said the offer was fair, but that the council of the lower town would have to vote on it first.</p>
</article></main><aside><h2>Related Articles</h2><ul><li><a href="/a">Bridge closed</a></li></ul></aside>
<footer>© 2025 The Valley Post. All rights reserved.</footer></body></html>"""


def pdf_of(*pages: str) -> bytes:
    """A small PDF whose pages show the given lines, one under the other."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        shown = " T* ".join(f"({line}) Tj" for line in page.splitlines())
        content = f"BT /F1 12 Tf 14 TL 50 750 Td {shown} ET".encode("latin-1")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


@pytest.fixture
def article_text() -> str:
    return ARTICLE


@pytest.fixture
def html_page() -> str:
    return PAGE


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return pdf_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "coverage"
    made.mkdir()
    return made
