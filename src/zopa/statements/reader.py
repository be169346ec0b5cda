"""Reading an article: every statement in it, with speaker, chain, time, quotation type and exact spans."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.clauses import clauses_joined, without_afterthought
from zopa.statements.completing import completed
from zopa.statements.continuing import continued_terms, told_terms
from zopa.statements.dates import SaidOn, from_day_told, said_on
from zopa.statements.deeds import clause_of, is_uttered, tells_itself
from zopa.statements.draft import NARRATOR, Draft
from zopa.statements.drafts import drafts_of
from zopa.statements.finding import find_attributions as find_by_rules
from zopa.statements.frames import frame_voice
from zopa.statements.language import looks_english
from zopa.statements.listing import ITEM
from zopa.statements.narrator import reports_demand
from zopa.statements.page import Page, page_of
from zopa.statements.sources import Speaker
from zopa.statements.statement import Statement, statement_id
from zopa.statements.tagger import find_attributions
from zopa.statements.telling import own_clauses
from zopa.statements.tidying import tidied
from zopa.statements.transcripts import with_turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from zopa.coverage.article import Article
    from zopa.statements.statement import QuoteType

    Finder = Callable[[Article], list[Attribution]]

READER = "tagger-6"
"""The version of what ``read_statements`` finds by default; it changes when the findings do."""

NARRATOR_CONFIDENCE = 0.4
CONTINUED_CONFIDENCE = 0.45
_OPENING_WORDS = 4  # *On the same day*, *Two days later* at the head of a sentence of the outlet's own.
_TOLD_WITHIN = 4  # Sentences back to the day that such words count from.


def read_statements(article: Article, *, find: Finder = find_attributions) -> list[Statement]:
    """Every attributed statement of an article, in text order.

    ``find`` is what finds source, cue and content: the trained tagger, or the rules (``finding.find_attributions``),
    which are some thirty times quicker and find three quarters as much.

    1. Find attributions (source, cue, content); the turns of a transcript are read from their labels, and what the
       tagger finds is completed by the rules.
    2. Work out for each who is meant, through whom it came and when it was said; resolve nesting and carry-over.
    3. Split what was said in separate sentences around one cue, or in clauses set against each other, into separate
       statements.
    4. Let a document whose terms are listed go on speaking through the sentences that carry on the list.
    5. Add the outlet's own voice where it reports a party's demand and no other statement covers the sentence, and the
       deal's where it tells what that sets down.

    A text that is not English gives none. Cost: linear in the length of the text.
    """
    if not looks_english(article.text):
        return []
    page = page_of(article)
    found = with_turns(page, find(article))
    if find is not find_by_rules:
        found = completed(page, found)
    told = [without_afterthought(page, one) for one in tidied(article.text, found)]
    drafts = drafts_of(page, told)
    voice = frame_voice(page, drafts)
    made = [statement for draft in drafts for statement in _statements(page, draft, voice)]
    made += _continued(page, drafts, made)
    made += _narrated(page, made, voice)
    return _unique(sorted(made, key=lambda one: (one.content[0].start, one.content[-1].end)))


def _statements(page: Page, draft: Draft, voice: Speaker) -> list[Statement]:
    sure = draft.attribution.confidence
    if draft.deed:
        uttered = is_uttered(draft.attribution, page.article.text) and not draft.speaker.is_state
        own = (tells_itself(draft.speaker) or uttered) and draft.speaker != NARRATOR
        told = draft if own else replace(draft, speaker=voice, relays=(), joint=False)
        return [_statement(page, told, (clause_of(draft.attribution),), 0.8 * sure)]
    return [_statement(page, draft, part, sure) for part in _separate_parts(page, draft.attribution.content)]


def _separate_parts(page: Page, content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """The spans of a content, parted where one sentence ends and another begins outside its quotation, and where one
    clause is set against another (:func:`clauses_joined`)."""
    parts: list[list[Span]] = []
    for whole in content:
        for number, span in enumerate(clauses_joined(page, whole)):
            if parts and number == 0 and _goes_on(page, parts[-1][-1], span):
                parts[-1].append(span)
            else:
                parts.append([span])
    return [tuple(part) for part in parts]


def _goes_on(page: Page, before: Span, after: Span) -> bool:
    """Whether two spans are one statement: one sentence, or a quotation that runs on into the next paragraph."""
    if page.runs_on_at(after.start):
        return True
    ended = before.of(page.article.text).rstrip("”\"’' ").endswith((".", "!", "?"))
    return not ended and page.sentence_at(before.start) == page.sentence_at(after.start)


def _statement(page: Page, draft: Draft, content: tuple[Span, ...], confidence: float) -> Statement:
    speaker = draft.speaker
    return Statement(
        id=statement_id(page.article.id, content, speaker.name if draft.joint else None),
        article=page.article.id,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        relayed_via=draft.relays,
        anonymous=speaker.anonymous,
        quote_type=quote_type(page, content),
        content=content,
        cue=draft.attribution.cue,
        source=draft.attribution.source,
        said_on=draft.when.when if draft.when else None,
        said_on_exact=draft.when.exact if draft.when else False,
        confidence=round(confidence, 3),
        office=speaker.office,
        affiliation=speaker.affiliation,
        said_on_from=draft.when.basis if draft.when else None,
    )


def quote_type(page: Page, content: tuple[Span, ...]) -> QuoteType:
    """Direct where all words lie between quotation marks, indirect where none do, mixed otherwise."""
    share = page.quoted_share(content)
    return "direct" if share >= 0.999 else "indirect" if share == 0 else "mixed"


def _covered(page: Page, made: Sequence[Statement]) -> set[int]:
    return {page.sentence_at(span.start) for one in made for span in (*one.content, *one.cue, *one.source)}


def _continued(page: Page, drafts: Sequence[Draft], made: Sequence[Statement]) -> list[Statement]:
    """The sentences that carry on a document's terms."""
    by_sentence = {draft.number: draft for draft in drafts}
    found: list[Statement] = []
    for number, draft in continued_terms(page, by_sentence, _covered(page, made)):
        empty = Attribution((), (), (_without_bullet(page, number),), CONTINUED_CONFIDENCE)
        found.append(_statement(page, replace(draft, attribution=empty), empty.content, CONTINUED_CONFIDENCE))
    return found


def _without_bullet(page: Page, number: int) -> Span:
    sentence = page.sentences[number]
    match = ITEM.match(page.article.text, sentence.start, sentence.end)
    return Span(match.end(), sentence.end) if match and match.end() < sentence.end else sentence


def _narrated(page: Page, made: Sequence[Statement], voice: Speaker) -> list[Statement]:
    """The sentences in the outlet's own voice that report a demand, or what a deal sets down, and that no statement
    touches.

    ``voice`` is the narrator, or the organisation whose account the whole article is.
    """
    covered, days = _covered(page, made), _days_of(page, made)
    terms = dict(told_terms(page, covered))
    laid_down = [_own_voice(page, at, Speaker(name, "document"), days) for at, name in terms.items()]
    whole = [
        _own_voice(page, number, voice, days)
        for number, sentence in enumerate(page.sentences)
        if number not in covered and number not in terms and reports_demand(page.article.text, sentence, page.people)
    ]
    held = page.by_sentence(span for one in made for span in (*one.content, *one.cue, *one.source))
    sources = page.by_sentence(span for one in made for span in one.source)
    beside = [
        _own_voice(page, number, voice, days, clause)
        for number in sorted(covered)
        for clause in own_clauses(page, number, held.get(number, ()), sources.get(number, ()))
    ]
    return laid_down + whole + beside


def _own_voice(
    page: Page, number: int, voice: Speaker, days: Mapping[int, SaidOn], clause: tuple[Span, ...] = ()
) -> Statement:
    sentence, published = page.sentences[number], page.article.published
    words = sentence.of(page.article.text)
    opening = " ".join(words.split()[:_OPENING_WORDS])
    when = from_day_told(opening, _day_told(number, days), published) or said_on(words, published)
    alone = Draft(Attribution((), (), clause or (sentence,), NARRATOR_CONFIDENCE), 0, voice, (), when)
    return _statement(page, alone, clause or (sentence,), NARRATOR_CONFIDENCE)


def _days_of(page: Page, made: Sequence[Statement]) -> dict[int, SaidOn]:
    """The day of the last dated statement of each sentence, by the sentence's number."""
    dated = sorted((one for one in made if one.said_on is not None), key=lambda one: one.content[0].start)
    return {page.sentence_at(one.content[0].start): SaidOn(one.said_on or "", exact=one.said_on_exact) for one in dated}


def _day_told(number: int, days: Mapping[int, SaidOn]) -> SaidOn | None:
    """The day of the last dated statement in the sentences right before one."""
    return next((days[at] for at in range(number - 1, number - _TOLD_WITHIN - 1, -1) if at in days), None)


def _unique(statements: Iterable[Statement]) -> list[Statement]:
    """Each content once: the first statement about it stays."""
    return list({statement.id: statement for statement in reversed(list(statements))}.values())[::-1]
