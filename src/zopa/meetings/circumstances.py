"""Circumstances: what coverage tells of law, of happenings and of what each side holds, with its words.

Four kinds, none of which is a position or a meeting:

- ``constraint``: law that binds or forbids: a constitution, a warrant, a mandate, a referendum, a treaty, a court.
- ``event``: a dated happening: troops moved, sanctions imposed, a strike begun, hostages released, an election held.
- ``holding``: what a side has in hand: land, a plant, a port, prisoners, a majority.
- ``strength``: words on who is gaining or losing: leverage, pressure, a weaker position.

They are listed for a reader and for the analyst who writes ``events`` and ``authority`` into the case file. They are
never used in numbers: which way something moves a side's alternatives is a judgement, and no wording is taken for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.coverage.article import Span
from zopa.meetings.actors import Actor, Cast, distinct
from zopa.meetings.meeting import EXACTNESS, Time, Words
from zopa.statements.page import page_of
from zopa.statements.times import moments_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.case.case import Case
    from zopa.coverage.article import Article
    from zopa.statements.page import Page
    from zopa.statements.statement import Statement

CircumstanceKind = Literal["constraint", "event", "holding", "strength"]
KINDS: tuple[CircumstanceKind, ...] = ("constraint", "event", "holding", "strength")

_LAW = (
    r"(?:un)?constitution\w*|arrest warrants?|warrants? for|wanted by|indict(?:ed|ment|ments)|(?:not |"
    r"un)authori[sz]ed to(?! (?:speak|comment|discuss|talk))|no (?:authority|mandate|power)s? to|"
    r"lacks? the (?:authority|mandate|power)|without (?:a |the )?mandate|mandate (?:to|from|for)|referendum|plebiscite|"
    r"ratif(?:y|ies|ied|ication)|(?:needs?|requires?|subject to|without) (?:the )?(?:approval|consent|assent|vote)|"
    r"parliamentary (?:approval|vote|consent|majority)|(?:approval|consent) (?:of|by|from) (?:the )?(?:parliament|"
    r"congress|members|shareholders|board|senate|assembly|legislature|creditors|court)|martial law|(?:the|its|his|her|"
    r"their|under) (?:by-laws|statutes?|charter|constitution)|(?:un|il)lawful\w*|illegal\w*|forbidden by|forbids?|"
    r"prohibit(?:s|ed|ion)?|outlaw(?:s|ed)?|barred from|bars (?:him|her|it|them|the)|banned from|injunction|"
    r"court (?:order|ruling|ruled|orders|blocked)|(?:party|participant|signatory|member) (?:to|in|of) the (?:court|"
    r"treaty|statute|convention|tribunal)|(?:bound|obliged|required) (?:by (?:law|treaty|statute)|under|to (?:arrest|"
    r"surrender|hand over))|jurisdiction|extradit\w*|travel ban|statutory|legally (?:bound|binding|obliged|required)|"
    r"by law\b|under (?:the|international|national|federal|labou?r) law|law (?:requires|forbids|prohibits|allows|bars)|"
    r"immunity from"
)
_CONSTRAINT = re.compile(rf"\b(?:{_LAW})\b", re.IGNORECASE)
_DEEDS = (
    r"captur(?:ed|ing)|seiz(?:ed|ing)|invad(?:ed|ing)|expell(?:ed|ing)|withdr(?:ew|awn|awing|awal)|annex(?:ed|ing)|"
    r"attack(?:ed|ing)|bomb(?:ed|ing)|shell(?:ed|ing)|impos(?:ed|ing)|lift(?:ed|ing)|suspend(?:ed|ing)|fro(?:ze|zen)|"
    r"freez(?:ing)|sign(?:ed|ing)|ratified|reject(?:ed|ing)|vot(?:ed|ing)|elect(?:ed|ion|ions)|resign(?:ed|ing|ation)|"
    r"walk(?:ed)? out|walkout|struck|went on strike|strike began|began (?:a|the) strike|lock(?:ed)? out|lockout|"
    r"releas(?:ed|ing)|fre(?:ed|eing)|abduct(?:ed|ing|ion)|kidnapp(?:ed|ing)|arrest(?:ed|ing)(?! warrant)|issu(?:ed|"
    r"ing)|order(?:ed|ing)|halt(?:ed|ing)|resum(?:ed|ing)|cut off|clos(?:ed|ing)|reopen(?:ed|ing)|shot down|kill(?:ed|"
    r"ing)|mov(?:ed|ing) (?:troops|forces|in|out)|deploy(?:ed|ing|ment)|mobili[sz](?:ed|ing|ation)|declared (?:war|a|"
    r"martial|independence)|launch(?:ed|ing)|broke off|collaps(?:ed|ing)|expir(?:ed|es|ing)|approved|passed (?:a|the)|"
    r"adopted|visit(?:ed|ing)?|initiat(?:ed|ing)|took (?:control|over|power|hostages?|office)|tak(?:en|ing) (?:control|"
    r"over|hostage)|blockad(?:ed|ing)|occupied|retreat(?:ed|ing)|advanc(?:ed|ing)|reach(?:ed|ing) (?:a|an|the)|"
    r"rais(?:ed|ing) tariffs|tariffs took effect|took effect|enter(?:ed|ing) into force|won (?:the|a|an)|lost (?:the|a|"
    r"an)|deliver(?:ed|ing|y)|handed over|exchang(?:ed|ing) prisoners|ceased? fire|truce began|deadline (?:passed|"
    r"expired)|fled|defect(?:ed|ing)|downgrad(?:ed|ing)|filed for|sued|dismissed \d|laid off"
)
_EVENT = re.compile(rf"\b(?:{_DEEDS})\b", re.IGNORECASE)
_HOLDING = re.compile(
    r"\b(?:controls?|controlled|controlling|in control of|command (?:of|over)|occup(?:y|ies|ied|ying)|"
    r"holds?(?! (?:talks|a meeting|meetings|a summit|out|back|its|elections|that))|held by|in the hands of|"
    r"under (?:[\w’'-]+\s){0,3}(?:control|occupation|rule)|retains?|still has|in its grip|owns|possess(?:es)?|"
    r"secur(?:e|es|ed|ing) (?:its|their|his|her|a|an|the)|captur(?:ed|ing)|seiz(?:ed|ing)|hold(?:s|ing)? \d|"
    r"hostages? (?:held|in)|sits on|in possession of|majority (?:in|of))\b",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"\b(?:leverage|bargaining (?:chips?|power|position|strength)|upper hand|(?:weak|strong|weaker|stronger|weakened|"
    r"strengthened|better|worse|poor|good)\s+(?:(?:\w+\s+){0,3})(?:position|hand)|pressure on|under pressure|(?:gain|"
    r"los)(?:s|es|ing)? ground|momentum|(?:battlefield|territorial|recent|rapid|military|steady) (?:gains|advances|"
    r"losses|expansion)|advances on|(?:is|are|was|were) (?:winning|losing)|losing (?:the )?(?:war|strike|support|"
    r"money|patience)|advantage|running (?:out|low)|run (?:out|low) of|strike fund|stockpiles?|reserves (?:are|were|"
    r"fell|have)|dependent on|depends on|lifeline|strategically|valuable|crucial (?:route|supply|crossing)|"
    r"can (?:afford|hold out|wait)|time is on)\b",
    re.IGNORECASE,
)
_PATTERNS: tuple[tuple[CircumstanceKind, re.Pattern[str]], ...] = (
    ("constraint", _CONSTRAINT),
    ("event", _EVENT),
    ("holding", _HOLDING),
    ("strength", _STRENGTH),
)
_NOT_DONE = re.compile(
    r"\b(?:would|could|might|may|will|if|whether|should|must|demand\w*|propos\w*|want\w*|calls? for|urg\w*|to be|"
    r"threat\w*|plans? to|be|not|never|unless|offer\w*|return for|exchange for)\s+(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_OPENS = re.compile(r",|;|\b(?:that|which|where|though|while|and|but)\b", re.IGNORECASE)
_ENDS = re.compile(
    r",|;|\.(?=\s|$|”)|\b(?:which|who|where|though|while|but|and (?:has|have|is|are|was|were|it|they|he|she))\b|”",
    re.IGNORECASE,
)
_RECENTLY = re.compile(
    r"\b(?:recently|lately|earlier|already|after|following|since|when|has|have|had)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One circumstance: its kind, the sentence, and the words that make it one.

    ``about`` are the people and parties the sentence names, ``parties`` those of the case among them. ``time`` is when
    an event happened, as far as the words tell. ``subject`` is who holds or did it and ``matter`` what, where the words
    are in that order (for law and strength both stay open). ``statements`` are the statements the words belong to,
    none where the outlet tells it in its own voice; ``speaker`` is theirs.
    """

    kind: CircumstanceKind
    article: str
    sentence: Span
    words: Words
    cue: Words
    about: tuple[str, ...]
    parties: tuple[str, ...]
    time: Time | None
    subject: str | None
    matter: Words | None
    statements: tuple[str, ...]
    speaker: str | None


def read_circumstances(article: Article, case: Case, statements: Iterable[Statement] = ()) -> tuple[Circumstance, ...]:
    """The circumstances an article tells of, at most one of each kind in a sentence, in the order of the text.

    1. A sentence with a cue of a kind, outside headlines and bylines, that names a person, a party or, for law,
       anybody.
    2. An event needs words of a deed that is told as done (not demanded, offered, denied or only possible), and either
       a time or a party that does or suffers it.

    Cost: linear in the text.
    """
    page = page_of(article)
    cast = Cast(page, case)
    own = tuple(one for one in statements if one.article == article.id)
    found: list[Circumstance] = []
    for number, sentence in enumerate(page.sentences):
        if not sentence.of(article.text).rstrip().endswith((".", "!", "?", "”", '"', "’", "]")):
            continue
        for kind, pattern in _PATTERNS:
            cue = _first(pattern, page, sentence, kind)
            if cue is None:
                continue
            actors = distinct(cast.in_sentence(number))
            time = _time_near(page, sentence, cue) if kind == "event" else None
            if (actors or kind == "constraint") and (kind != "event" or _is_told(page, sentence, cue, time, actors)):
                found.append(_circumstance(kind, page, sentence, cue, actors, time, own))
    return tuple(found)


def _first(pattern: re.Pattern[str], page: Page, sentence: Span, kind: CircumstanceKind) -> Span | None:
    text = page.article.text
    for match in pattern.finditer(text, sentence.start, sentence.end):
        if kind != "event" or _NOT_DONE.search(text[sentence.start : match.start()]) is None:
            return Span(*match.span())
    return None


def _time_near(page: Page, sentence: Span, cue: Span) -> Time | None:
    """The time that stands nearest to the words of the deed."""
    text, published = page.article.text, page.article.published
    moments = moments_in(text, sentence, published, "past")
    if not moments:
        return None
    nearest = min(
        moments,
        key=lambda one: (min(abs(one.span.start - cue.end), abs(cue.start - one.span.end)), EXACTNESS[one.precision]),
    )
    words = Words(page.article.id, (nearest.span,), nearest.span.of(text))
    return Time(nearest.start, nearest.end, nearest.precision, words)


def _is_told(page: Page, sentence: Span, cue: Span, time: Time | None, actors: Sequence[Actor]) -> bool:
    """Whether a deed has a time, or a party of the case beside words that tell it as done."""
    if time is not None:
        return True
    party = any(actor.party is not None for actor in actors)
    return party and _RECENTLY.search(page.article.text, sentence.start, cue.start + 1) is not None


def _circumstance(
    kind: CircumstanceKind, page: Page, sentence: Span, cue: Span, actors: Sequence[Actor], time: Time | None,
    own: Sequence[Statement],
) -> Circumstance:  # fmt: skip
    text, article = page.article.text, page.article.id
    inside = [one for one in own if any(span.overlaps(cue) for span in one.content)]
    return Circumstance(
        kind=kind,
        article=article,
        sentence=sentence,
        words=Words(article, (sentence,), " ".join(sentence.of(text).split())),
        cue=Words(article, (cue,), cue.of(text)),
        about=tuple(actor.name for actor in actors),
        parties=tuple(dict.fromkeys(actor.party for actor in actors if actor.party)),
        time=time,
        subject=_subject(text, cue, sentence, actors) if kind in ("holding", "event") else None,
        matter=_matter(text, cue, sentence, article) if kind in ("holding", "event") else None,
        statements=tuple(one.id for one in inside),
        speaker=next((one.speaker for one in inside if one.speaker_kind != "narrator"), None),
    )


def _subject(text: str, cue: Span, sentence: Span, actors: Sequence[Actor]) -> str | None:
    """Who holds or did it: whom *under Arvenian control* names, else the last one named before the words."""
    within = [actor for actor in actors if actor.span.overlaps(cue)]
    before = [actor for actor in actors if actor.span.end <= cue.start and not actor.owner]
    chosen = within[:1] or before[-1:]
    return chosen[0].name if chosen else None


def _matter(text: str, cue: Span, sentence: Span, article: str) -> Words | None:
    """What is held or done: the words behind, up to the end of their clause; before *under control*, those in front."""
    if text[cue.start : cue.end].lower().startswith(("under", "in the hands", "held by")):
        opened = [match.end() for match in _OPENS.finditer(text, sentence.start, cue.start)]
        span = Span(opened[-1] if opened else sentence.start, cue.start)
    else:
        end = _ENDS.search(text, cue.end, sentence.end)
        span = Span(cue.end, end.start() if end else sentence.end)
    words = " ".join(span.of(text).split()).strip(" .,;")
    return Words(article, (span,), words) if words else None
