"""Statements, positions, reviews and comments as Web Annotations (W3C Recommendation, 23 February 2017).

Reviews and comments can be read back from them, exactly as they were.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any
from urllib.parse import quote as escaped

from zopa.ledger import Anchor, quotes_of
from zopa.ledger.rows import comment_to_dict, review_to_dict
from zopa.positions import coding_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.casework.gathering import Gathered
    from zopa.coverage import Article
    from zopa.ledger import Comment, Quote, Review
    from zopa.positions import Evidence
    from zopa.statements import Statement

FORMAT = 1
"""The version of the annotations written here."""

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"zopa": "urn:zopa:"}]
"""The terms used: those of the standard, and zopa's own under ``zopa:``."""

_URN = "urn:zopa:"
_MOTIVES = {"edit": "editing", "add": "classifying", "note": "commenting"}


def annotation_collection(
    case: str,
    evidence: Iterable[Evidence],
    gathered: Gathered,
    reviews: Sequence[Review],
    comments: Sequence[Comment] = (),
) -> dict[str, Any]:
    """An AnnotationCollection with one page: statements with their positions as bodies, then reviews, then comments."""
    positions: dict[str, list[Evidence]] = {}
    for item in evidence:
        positions.setdefault(item.statement.id, []).append(item)
    statements = [
        _statement(statement, gathered.articles[statement.article], positions.get(statement.id, []))
        for statement in gathered.statements
    ]
    items = [
        *statements,
        *(_review(review, gathered.articles) for review in reviews),
        *(_comment(comment, case, gathered.articles) for comment in comments),
    ]
    name = f"{_URN}case:{case}"
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": case,
        "zopa:format": FORMAT,
        "zopa:case": case,
        "total": len(items),
        "first": {"id": f"{name}:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def annotations_in(collection: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The annotations of a collection or a page. Raises KeyError, TypeError or ValueError where there are none."""
    page = collection["first"] if collection["type"] == "AnnotationCollection" else collection
    return [dict(item) for item in page["items"]]


def kind_of(item: Mapping[str, Any]) -> str:
    """What an annotation was made from: ``review``, ``comment``, or empty for a statement."""
    return next((kind for kind in ("review", "comment") if f"zopa:{kind}" in item), "")


def review_values(item: Mapping[str, Any]) -> dict[str, Any]:
    """An annotation as the review it was made from, in the shape of ``review_to_dict``.

    Raises KeyError, TypeError or ValueError for what is none.
    """
    own = dict(item["zopa:review"])
    said = {body["purpose"]: body["value"] for body in item["body"]}
    target = {name: own.pop(name) for name in ("article", "statement", "speaker")}
    return {
        "target": {**target, "quotes": [_quote(place) for place in item["target"]]},
        "decision": said["assessing"],
        "note": said.get("commenting", ""),
        "by": item["creator"]["name"],
        "at": item["created"],
        **own,
    }


def comment_values(item: Mapping[str, Any]) -> dict[str, Any]:
    """An annotation as the comment it was made from, in the shape of ``comment_to_dict``.

    Raises KeyError, TypeError or ValueError for what is none.
    """
    own = dict(item["zopa:comment"])
    reply_to = own.pop("reply_to")
    if "issue" not in own:
        own["quotes"] = [_quote(place) for place in item["target"] if "selector" in place]
    (body,) = item["body"]
    return {
        "about": own,
        "by": item["creator"]["name"],
        "at": item["created"],
        "text": body["value"],
        "reply_to": reply_to,
    }


def _statement(statement: Statement, article: Article, positions: Sequence[Evidence]) -> dict[str, Any]:
    return {
        "id": f"{_URN}statement:{statement.id}",
        "type": "Annotation",
        "motivation": "classifying" if positions else "identifying",
        "body": [_position(item) for item in positions],
        "target": _targets(statement.article, quotes_of(statement.content, article.text), article),
        "zopa:speaker": statement.speaker,
        "zopa:said_on": statement.said_on,
        "zopa:confidence": statement.confidence,
    }


def _position(item: Evidence) -> dict[str, Any]:
    position = item.position
    words = f"{position.party} {position.stance} {position.issue}: {position.option} ({position.strength})"
    return {
        "type": "TextualBody",
        "purpose": "classifying",
        "format": "text/plain",
        "value": words,
        "zopa:coding": asdict(coding_of(position)),
        "zopa:coder": position.coder,
        "zopa:confidence": position.confidence,
        "zopa:counted": position.counted,
    }


def _review(review: Review, articles: Mapping[str, Article]) -> dict[str, Any]:
    values = review_to_dict(review)
    target = review.target
    body = [{"type": "TextualBody", "purpose": "assessing", "value": review.decision}]
    if review.note:
        body.append({"type": "TextualBody", "purpose": "commenting", "value": review.note})
    return {
        "id": f"{_URN}review:{review.id}",
        "type": "Annotation",
        "motivation": _MOTIVES.get(review.decision, "assessing"),
        "creator": {"type": "Person", "name": review.by},
        "created": values["at"],
        "body": body,
        "target": _targets(target.article, target.quotes, articles.get(target.article)),
        "zopa:review": {
            "article": target.article,
            "statement": target.statement,
            "speaker": target.speaker,
            **{name: values[name] for name in ("before", "after", "words", "coder", "supersedes")},
        },
    }


def _comment(comment: Comment, case: str, articles: Mapping[str, Article]) -> dict[str, Any]:
    """A comment on words or on a cell of the matrix; an answer is also about the comment it answers."""
    about, motive = comment.about, "replying" if comment.reply_to else "commenting"
    own: dict[str, str]
    targets: list[Any]
    if isinstance(about, Anchor):
        own = {"article": about.article, "statement": about.statement, "speaker": about.speaker}
        targets = _targets(about.article, about.quotes, articles.get(about.article))
    else:
        own = {"party": about.party, "issue": about.issue}
        targets = [{"id": f"{_URN}cell:{'/'.join(escaped(part, safe='') for part in (case, *own.values()))}"}]
    if comment.reply_to:
        targets.append({"id": f"{_URN}comment:{comment.reply_to}"})
    return {
        "id": f"{_URN}comment:{comment.id}",
        "type": "Annotation",
        "motivation": motive,
        "creator": {"type": "Person", "name": comment.by},
        "created": comment_to_dict(comment)["at"],
        "body": [{"type": "TextualBody", "purpose": motive, "format": "text/plain", "value": comment.text}],
        "target": targets,
        "zopa:comment": {**own, "reply_to": comment.reply_to},
    }


def _targets(id: str, quotes: Iterable[Quote], article: Article | None) -> list[dict[str, Any]]:
    """One specific resource a run of words: both selectors say the same place."""
    source = {"id": f"{_URN}article:{id}"} | ({"canonical": article.url} if article and article.url else {})
    return [
        {
            "type": "SpecificResource",
            "source": source,
            "selector": [
                {"type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix},
                {"type": "TextPositionSelector", "start": quote.span.start, "end": quote.span.end},
            ],
        }
        for quote in quotes
    ]


def _quote(place: Mapping[str, Any]) -> dict[str, Any]:
    selectors = {selector["type"]: selector for selector in place["selector"]}
    words = selectors["TextQuoteSelector"]
    return {
        "start": selectors.get("TextPositionSelector", {"start": 0})["start"],
        **{name: words.get(name, "") for name in ("exact", "prefix", "suffix")},
    }
