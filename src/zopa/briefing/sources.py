"""From articles, statements and codings to numbered entries: what every reference of a briefing points at."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zopa.briefing.briefing import ArticleEntry, Coding, Mark, StatementEntry, TimelineEntry
from zopa.briefing.quote import broken_anchor, cut, quote, sentences_of
from zopa.briefing.wording import plain, short, stance
from zopa.coverage.article import Span
from zopa.positions.evidence import is_dated, said_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from zopa.briefing.briefing import ChangeEntry, Piece
    from zopa.briefing.names import Names
    from zopa.coverage.article import Article, Byline
    from zopa.positions.evidence import Evidence
    from zopa.positions.position import Position
    from zopa.statements.statement import Statement


_IN_A_DAY = {"article": 1, "statement": 2, "change": 3}


def in_order(articles: Iterable[Article]) -> list[Article]:
    """Oldest first, undated last: a later article does not change the numbers of earlier statements."""
    once = {article.id: article for article in articles}
    return sorted(
        once.values(), key=lambda a: (a.published is None, a.published, a.doc, a.id) if a.published else _last(a)
    )


def _last(article: Article) -> tuple[bool, None, str, str]:
    return (True, None, article.doc, article.id)


def all_statements(statements: Iterable[Statement], evidence: Iterable[Evidence]) -> list[Statement]:
    """The statements given, and those that only the evidence holds, each once."""
    found = {statement.id: statement for statement in statements}
    for one in evidence:
        found.setdefault(one.statement.id, one.statement)
    return list(found.values())


def statement_entries(
    statements: Sequence[Statement], articles: Sequence[Article], evidence: Sequence[Evidence]
) -> tuple[StatementEntry, ...]:
    """Number the statements by article, in the order given, then by place in the text; the rest come last."""
    places = {article.id: place for place, article in enumerate(articles)}
    known = {article.id: article for article in articles}
    sentences = {article.id: sentences_of(article) for article in articles}
    codings = _codings(evidence)
    ordered = sorted(statements, key=lambda s: (places.get(s.article, len(places)), s.content, s.id))
    return tuple(
        _entry(number, one, known.get(one.article), sentences.get(one.article), codings[one.id])
        for number, one in enumerate(ordered, start=1)
    )


def _entry(
    number: int,
    statement: Statement,
    article: Article | None,
    sentences: Sequence[Span] | None,
    codings: Sequence[Coding],
) -> StatementEntry:
    unnamed = statement.anonymous
    return StatementEntry(
        number=number,
        id=statement.id,
        article=statement.article,
        speaker=statement.speaker,
        speaker_kind=statement.speaker_kind,
        office=statement.office,
        anonymous=unnamed.description if unnamed else None,
        anonymous_reason=unnamed.reason if unnamed else None,
        via=statement.relayed_via,
        outlet=_outlet(article) if article else "unknown outlet",
        text_kind=article.text_kind if article else "page",
        published=article.published if article else None,
        said_on=statement.said_on if statement.said_on_from != "published" else None,
        said_on_exact=statement.said_on_exact,
        quote_type=statement.quote_type,
        confidence=statement.confidence,
        excerpt=quote(article, statement, sentences),
        codings=tuple(codings),
        affiliation=statement.affiliation,
    )


def _outlet(article: Article) -> str:
    return article.outlet or "outlet not stated"


def _codings(evidence: Iterable[Evidence]) -> defaultdict[str, list[Coding]]:
    found: defaultdict[str, list[Coding]] = defaultdict(list)
    for one in evidence:
        coding = _coding(one.position)
        if coding not in found[one.statement.id]:
            found[one.statement.id].append(coding)
    return found


def _coding(position: Position) -> Coding:
    return Coding(
        position.party,
        position.issue,
        position.option,
        position.stance,
        position.strength,
        position.coder,
        position.confidence,
        position.condition.text if position.condition else None,
        position.counted,
    )


def article_entries(
    articles: Sequence[Article],
    statements: Sequence[StatementEntry],
    spans: Mapping[str, Statement],
    new: frozenset[str],
    *,
    full_text: bool,
) -> tuple[ArticleEntry, ...]:
    """The articles in the order given, each with the ids of its statements, and its whole text only if asked for."""
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        inside[statement.article].append(statement.id)
    return tuple(
        ArticleEntry(
            number=number,
            id=article.id,
            doc=article.doc,
            title=article.title,
            outlet=_outlet(article),
            url=article.url,
            published=article.published,
            published_from=article.published_from,
            text_kind=article.text_kind,
            bylines=tuple(_byline(byline) for byline in article.bylines),
            new=article.id in new,
            statements=tuple(inside[article.id]),
            full_text=_whole(article, [spans[id] for id in inside[article.id]]) if full_text else None,
        )
        for number, article in enumerate(articles, start=1)
    )


def _byline(byline: Byline) -> str:
    role = "" if byline.role == "author" else f", {byline.role}"
    return byline.name + (f" ({byline.place}{role})" if byline.place else role)


def _whole(article: Article, statements: Sequence[Statement]) -> tuple[Piece, ...]:
    marked: list[tuple[Mark, Span]] = [
        ("content", span) for one in statements if not broken_anchor(article, one) for span in one.content
    ]
    return tuple(cut(article.text, Span(0, len(article.text)), marked))


def timeline(
    articles: Sequence[Article],
    evidence: Sequence[Evidence],
    changes: Sequence[ChangeEntry],
    names: Names,
    as_of: date,
    events: Iterable[TimelineEntry] = (),
) -> tuple[TimelineEntry, ...]:
    """Everything dated up to the date, oldest first; on one day events, articles, then words, then changes.

    Of ``events`` nothing is left out: a meeting may lie ahead.
    """
    entries = [*_published(articles), *_said(evidence, names), *_changed(changes, names)]
    kept = {(entry.on, entry.kind, entry.text): entry for entry in entries if entry.on <= as_of}
    kept |= {(entry.on, entry.kind, entry.text): entry for entry in events}
    return tuple(sorted(kept.values(), key=lambda entry: (entry.on, _IN_A_DAY.get(entry.kind, 0))))


def _published(articles: Sequence[Article]) -> list[TimelineEntry]:
    return [
        TimelineEntry(article.published, True, "article", f"{_outlet(article)}: {plain(article.title)}", ())
        for article in articles
        if article.published is not None
    ]


def _said(evidence: Sequence[Evidence], names: Names) -> list[TimelineEntry]:
    found = []
    for one in evidence:
        on = said_on(one) if is_dated(one) and one.position.counted else None
        if on is not None:
            condition = one.position.condition.text if one.position.condition else None
            option = names.option(one.position.issue, one.position.option)
            held = stance(one.position.stance, option, condition)
            text = f"{names.party(one.position.party)} {held} ({short(names.issue(one.position.issue))})"
            found.append(
                TimelineEntry(
                    on,
                    one.statement.said_on_exact,
                    "statement",
                    text,
                    (one.statement.id,),
                    one.position.party,
                    one.position.stance,
                )
            )
    return found


def _changed(changes: Sequence[ChangeEntry], names: Names) -> list[TimelineEntry]:
    return [
        TimelineEntry(
            change.on,
            True,
            "change",
            f"{names.party(change.party)} on {short(names.issue(change.issue))}: {' and '.join(change.before)}"
            f" → {' and '.join(change.after) or 'given up'}",
            change.statements,
            change.party,
        )
        for change in changes
        if change.before
    ]
