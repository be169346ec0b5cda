"""The HTML page: self-contained, safe against its own sources, and every figure within reach of its words."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

import pytest

from zopa.briefing import Briefing, render_html
from zopa.briefing.briefing import TimelineEntry
from zopa.briefing.page import safe_address
from zopa.briefing.sections import SECTIONS
from zopa.briefing.since import earlier_of
from zopa.statements.statement import Anonymity

VOID = {"meta", "link", "br", "img", "input", "rect", "line", "circle", "path", "use"}
LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest"}
ALLOWED = {
    "a",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "circle",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "i",
    "li",
    "line",
    "link",
    "main",
    "mark",
    "meta",
    "nav",
    "ol",
    "p",
    "path",
    "rect",
    "script",
    "section",
    "small",
    "span",
    "strong",
    "style",
    "summary",
    "svg",
    "symbol",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "use",
}


@dataclass
class Element:
    """One element of the page: its attributes, its parent and its text."""

    tag: str
    attributes: dict[str, str | None]
    parent: Element | None
    own: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the text inside."""
        return "".join(self.own)


class Page(HTMLParser):
    """A page as a list of elements; an element left open or closed twice is an error."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(source)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        element = Element(tag, dict(attrs), self.open[-1] if self.open else None)
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self.elements.append(Element(tag, dict(attrs), self.open[-1]))

    def handle_endtag(self, tag: str) -> None:
        """An element ends: the one opened last."""
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        """Text, for every element it stands in."""
        for element in self.open:
            element.own.append(data)

    def all(self, tag: str) -> list[Element]:
        """The elements with that tag."""
        return [one for one in self.elements if one.tag == tag]

    def with_class(self, name: str) -> list[Element]:
        """The elements with that class."""
        return [one for one in self.elements if name in (one.attributes.get("class") or "").split()]


def policy_of(page: Page) -> str:
    return next(one.attributes["content"] or "" for one in page.all("meta") if "http-equiv" in one.attributes)


def digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.fixture
def page(briefing: Briefing) -> Page:
    return Page(render_html(briefing))


def test_nothing_is_loaded(page: Page) -> None:
    """No attribute fetches anything; outside addresses stand in plain anchors alone; styles import nothing."""
    for one in page.elements:
        assert not LOADING & set(one.attributes), one
        assert not any(name.startswith("on") or name == "style" for name in one.attributes), one
        address = one.attributes.get("href") or "#"
        if not address.startswith(("#", "data:,")):
            assert one.tag == "a"
            assert re.match(r"https?://", address)
            assert {"noopener", "noreferrer"} <= set((one.attributes["rel"] or "").split())
    for style in page.all("style"):
        assert "url(" not in style.text
        assert "@import" not in style.text
    assert {one.tag for one in page.elements} <= ALLOWED


def test_the_policy_admits_exactly_the_inline_style_and_script(page: Page) -> None:
    """default-src 'none', and a hash each for the one style and the one script."""
    policy = policy_of(page)
    (style,), (script,) = page.all("style"), page.all("script")
    assert "default-src 'none'" in policy
    assert f"style-src '{digest(style.text)}'" in policy
    assert f"script-src '{digest(script.text)}'" in policy
    assert "unsafe" not in policy


def test_every_reference_has_its_target_and_ids_are_unique(page: Page) -> None:
    """Each #anchor, popover button and label finds exactly one element."""
    ids = [one.attributes["id"] for one in page.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for one in page.elements:
        for name in ("href", "popovertarget", "aria-labelledby"):
            value = one.attributes.get(name)
            if value is not None and (name != "href" or value.startswith("#")):
                assert value.removeprefix("#") in ids, one


def test_every_statement_is_there_with_its_words_highlighted(briefing: Briefing, page: Page) -> None:
    """Under its number each statement shows its content, mark by mark, as in the article."""
    places = {one.attributes["id"]: one for one in page.elements if one.tag == "article" and "id" in one.attributes}
    for one in briefing.statements:
        shown = " ".join(places[f"s{one.number}"].text.split())
        for piece in one.excerpt.pieces:
            if piece.marks:
                assert " ".join(piece.text.split()) in shown
    assert len(page.with_class("content")) > len(briefing.statements)


def test_every_known_cell_opens_its_statements(briefing: Briefing, page: Page) -> None:
    """A cell with statements is a button; what it opens holds all of them. An unknown cell says so in words."""
    opened = {one.attributes["id"]: one for one in page.elements if "popover" in one.attributes}
    rows = {issue.id: number for number, issue in enumerate(briefing.issues, 1)}
    columns = {party.id: number for number, party in enumerate(briefing.parties, 1)}
    known = [cell for cell in briefing.cells if cell.statements]
    for cell in known:
        panel = opened[f"c{rows[cell.issue]}-{columns[cell.party]}"]
        inside = [one for one in page.elements if within(one, panel) and one.attributes.get("class") == "statement"]
        assert len(inside) == len(cell.statements)
    unknown = [one for one in page.with_class("unknown") if one.tag == "td"]
    assert len(unknown) == sum(cell.unknown and not cell.red_lines for cell in briefing.cells)
    assert all("no statement" in one.text or "only suggested" in one.text for one in unknown)


def within(element: Element, panel: Element) -> bool:
    while element.parent is not None:
        element = element.parent
        if element is panel:
            return True
    return False


def test_stance_is_said_in_words_beside_its_shape(page: Page) -> None:
    """No meaning hangs on colour: each stance in the matrix has its word, each shape is hidden from screen readers."""
    words = {"demands", "accepts", "offers", "rejects", "only if …", "undecided on"}
    stances = page.with_class("stance")
    assert stances
    assert all(any(word in one.text for word in words) for one in stances)
    assert all(one.attributes["aria-hidden"] == "true" for one in page.with_class("shape"))


def test_every_part_has_its_place(page: Page, briefing: Briefing) -> None:
    """Each part with something to show is there in order, and the list leads to the named ones. A strike has no map."""
    headings = [one.attributes.get("id") for one in page.all("h2")]
    shown = [section for section in SECTIONS if section.shown(briefing)]
    anchors = [section.anchor for section in shown]
    assert {section.anchor for section in SECTIONS} - {*anchors} <= {"ground-held", "meetings"}
    assert [anchor for anchor in headings if anchor in anchors] == anchors
    linked = [one.attributes["href"] for one in page.all("a") if one.parent is not None and within_nav(one)]
    assert linked == [f"#{section.anchor}" for section in shown if section.title]


def within_nav(element: Element) -> bool:
    while element.parent is not None:
        element = element.parent
        if element.tag == "nav":
            return True
    return False


def test_what_changed_is_on_the_page(rebuilt: Any, briefing: Briefing) -> None:
    """Beside the figure, with its references."""
    page = Page(render_html(rebuilt(earlier=replace(earlier_of(briefing), cells={}))))
    (news,) = page.with_class("news")
    assert "What changed since 20 March 2031" in news.text
    assert "now also rejects every night (red line)" in news.text
    assert any(within(one, news) for one in page.with_class("ref"))


def test_the_same_page_for_exact_and_bare_briefings(ferry: Any) -> None:
    """An exact settlement says yes or no; no settlement leaves the figures out; both are well-formed."""
    settlement = replace(
        ferry.settlement,
        exact=True,
        headline=replace(ferry.settlement.headline, point=1.0, se=0.0),
        zopa=replace(ferry.settlement.zopa, count=3),
    )
    exact = Page(render_html(replace(ferry, settlement=settlement).build()))
    assert [one.text for one in exact.with_class("big")] == ["Yes"]
    bare = Page(render_html(replace(ferry, settlement=None).build()))
    assert not bare.with_class("big")
    assert not bare.with_class("packages")


PAYLOADS = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "<svg><style>@import 'http://evil.example'</style></svg>",
    "</script><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "<!-- --><a href='javascript:alert(1)'>x</a>",
    "]]><body onload=alert(1)>",
    "\x00<scr\x00ipt>\ud800\u202e",
    "x { background: url(http://evil.example/x.png) } *",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(ferry: Any, payload: str) -> None:
    """In titles, names, outlets, questions, notes and reasons a payload adds no element, attribute or policy hole."""
    case = ferry.case
    issues = tuple(issue.model_copy(update={"name": payload + issue.name}) for issue in case.issues)
    parties = tuple(party.model_copy(update={"name": party.name + payload}) for party in case.parties)
    lines = tuple(line.model_copy(update={"reason": payload}) for line in case.red_lines)
    hostile = {"title": payload, "question": payload, "issues": issues, "parties": parties, "red_lines": lines}
    articles = tuple(replace(one, title=payload, outlet=payload, url=payload) for one in ferry.articles)
    evil = Anonymity(payload, payload)
    evidence = tuple(
        replace(
            one,
            statement=replace(one.statement, speaker=payload, office=payload, relayed_via=(payload,), anonymous=evil),
        )
        for one in ferry.evidence
    )
    statements = tuple(one.statement for one in evidence)
    settlement = replace(
        ferry.settlement, notes=(payload,), questions=tuple(replace(q, ask=payload) for q in ferry.settlement.questions)
    )
    made = render_html(
        replace(
            ferry,
            case=case.model_copy(update=hostile),
            articles=articles,
            evidence=evidence,
            statements=statements,
            settlement=settlement,
            skipped=(replace(ferry.skipped[0], source=payload, reason=payload),),
        ).build(
            version=payload,
            reader=payload,
            full_text=True,
            events=(TimelineEntry(ferry.as_of, True, payload, payload, ()),),
            proposals=tuple(replace(one, carrier=payload, finding=payload) for one in ferry.options["proposals"]),
            earlier=replace(
                earlier_of(ferry.build()), obstacles=((payload, payload),), made={"Version": payload, "Seed": payload}
            ),
        )
    )
    page, clean = Page(made), Page(render_html(ferry.build(full_text=True)))
    assert {one.tag for one in page.elements} <= ALLOWED
    assert {name for one in page.elements for name in one.attributes} <= {
        name for one in clean.elements for name in one.attributes
    } | {"dir"}
    assert len(page.all("script")) == len(page.all("style")) == 1
    assert policy_of(page) == policy_of(clean)
    assert "\x00" not in made
    assert "\ud800" not in made
    made.encode("utf-8")
    assert not any("javascript:" in (one.attributes.get("href") or "") for one in page.elements)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_article_text_stays_text(ferry: Any, payload: str) -> None:
    """A payload inside the quoted words themselves is shown as characters."""
    from zopa.coverage.article import article_id

    text = ferry.articles[2].text.replace("Good morning", payload)
    article = replace(ferry.articles[2], text=text, id=article_id(text))
    moved = len(payload) - len("Good morning")

    def shifted(statement: Any) -> Any:
        spans = tuple(type(span)(span.start + moved, span.end + moved) for span in statement.content)
        return replace(statement, article=article.id, content=spans)

    old = ferry.articles[2].id
    evidence = tuple(
        replace(one, statement=shifted(one.statement), article=article) if one.article.id == old else one
        for one in ferry.evidence
    )
    made = replace(
        ferry,
        articles=(*ferry.articles[:2], article, ferry.articles[3]),
        evidence=evidence,
        statements=tuple(one.statement for one in evidence),
    ).build(full_text=True)
    assert not any(one.excerpt.broken for one in made.statements)
    page = Page(render_html(made))
    assert {one.tag for one in page.elements} <= ALLOWED
    assert len(page.all("script")) == 1


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://herald.example/a?b=1", True),
        ("http://herald.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//herald.example", False),
        ("https:herald", False),
        ("https://", False),
        ("https://a\n.example", False),
        (" https://a.example", False),
        ("https://[bad", False),
        (None, False),
        ("file:///etc/passwd", False),
        ("JAVASCRIPT://herald.example/%0aalert(1)", False),
        ("https://a.example/\u202e", False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, safe: bool) -> None:
    """http and https with a host; everything else is shown as text."""
    assert (safe_address(url) is not None) is safe


def test_an_unsafe_address_is_text(ferry: Any) -> None:
    """The address of an article that is no web address is shown, and is no link."""
    articles = (replace(ferry.articles[0], url="javascript:alert(1)"), *ferry.articles[1:])
    page = Page(render_html(replace(ferry, articles=articles).build()))
    assert "javascript:alert(1)" in page.all("body")[0].text
    assert not [one for one in page.all("a") if not (one.attributes["href"] or "").startswith("#")]


def test_the_page_stays_small(ferry: Any) -> None:
    """20 articles with 15 statements each stay under 1.5 MB."""
    from zopa.coverage.article import article_id

    articles, statements = list(ferry.articles), list(ferry.statements)
    for copy in range(19):
        text = ferry.articles[0].text + f"\nCopy {copy}.\n"
        article = replace(ferry.articles[0], id=article_id(text), text=text, doc=f"copy{copy}")
        articles.append(article)
        mine = [one for one in ferry.statements if one.article == ferry.articles[0].id]
        statements += [replace(one, id=f"{one.id}-{copy}-{n}", article=article.id) for n in range(2) for one in mine]
    made = render_html(replace(ferry, articles=tuple(articles), statements=tuple(statements)).build())
    assert len(statements) > 250
    assert len(made.encode()) < 1_500_000
