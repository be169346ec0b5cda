"""Through whom words reached the page: outlets and platforms between the speaker and the article, in order.

Only wording counts: ``in a statement reported by X``, ``told the newspaper X``, ``posted on X``, ``X reports``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.anonymity import described
from zopa.statements.lexicon import word_list
from zopa.statements.names import bare, name_kind
from zopa.statements.roles import OUTLET_NOUNS
from zopa.statements.sources import Speaker, speaker_of
from zopa.statements.tokens import trimmed
from zopa.statements.words import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.statements.people import People

_NAME = (
    r"(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+(?:of\s+|de\s+|della\s+)?[A-Z][\w’'&-]*){0,5}"
    r"(?:(?:(?<=Radio)|(?<=Channel))\s+\d\b)?)"
)
_OUTLET_KIND = (
    r"(?:newspapers?|broadcasters?|dailies|daily|weekly|weeklies|magazine|(?:news\s+)?agency|channel|network|"
    r"(?:radio\s+|television\s+|tv\s+)?station|website|site|outlet|radio|newswire|wire service|podcast|portal|"
    r"programme|program|paper)"
)
_KIND_AND_NAME = re.compile(
    rf"^(?:\S+\s+){{0,4}}?{_OUTLET_KIND},?\s+(?P<name>(?:[Tt]he\s+)?[A-Z][\w’'&.-]*(?:\s+\S+){{0,5}})$"
)
_CARRIED_BY = re.compile(
    r"\b(?:reported|carried|quoted|cited|published|relayed|obtained|seen|reviewed|broadcast|aired|shared|released|viewed|"
    r"distributed|picked up)\s+(?:\w+ly\s+)?(?:by|in)\s+(?:the\s+)?(?:\w+\s+){0,3}?" + _NAME
)
_TOLD = re.compile(
    r"\b(?i:tells?|told|telling|informed|interview(?:ed)? (?:with|by|on)|speaking to|speaking with|spoke to|spoke with|"
    r"remarks? to|comments? to|statement to|talking to|"
    r"appear(?:ance|ed|ing) on|speaking on)\s+(?P<kind>(?:(?:the|a|an)\s+)?(?:\S+\s+){0,3}?"
    + _OUTLET_KIND
    + r"\s+)?"
    + _NAME
)
_PRIVATELY = re.compile(
    r"\s+(?:by (?:tele)?phone|over the phone|in a (?:phone )?(?:call|meeting|letter)|"
    r"during (?:a|their) (?:call|meeting))"
)
_REPORTS = re.compile(_NAME + r"\s+(?:has\s+)?(?:reports?|reported|writes|wrote|said in a report)\s*[.,)]?\s*$")
_QUOTED_BY = re.compile(_NAME + r"\s+(?:has\s+)?(?:quoted|quotes|cited|cites)\s+[^.;“”]{1,80}?\s+as\s+saying\b")
_POSTED = re.compile(
    r"\b(?:post(?:s|ed|ing)?|wrote|writes|writing|said|says|saying|shared|published|tweeted|statement|message|video|"
    r"announced|announcement|remarks?|account|channel|page|added)\s+(?:\w+\s+){0,6}?(?:on|to|via|over|through|in)\s+"
    r"(?:(?:his|her|their|its|the|a|an|own|social|platform|network|messaging|app|site|account|post|video|message)\s+)*"
    r"(?P<name>" + "|".join(sorted((re.escape(one) for one in ("X", "Telegram", "Truth Social", "Facebook", "Twitter",
    "Instagram", "WhatsApp", "YouTube", "TikTok", "LinkedIn", "Threads", "Bluesky", "Weibo", "WeChat", "VK", "Reddit",
    "Substack", "social media")), key=len, reverse=True)) + r")\b"
)  # fmt: skip
_OWN_CHANNEL = re.compile(
    r"\bon\s+(?:the\s+|its\s+)?(?P<owner>[A-Z][\w-]+)(?:['’]s)?\s+(?P<thing>channel|website|site|page|feed)\b"
)
_TWEETED = re.compile(r"\b(?:tweets?|tweeted|tweeting)\b")


def relays_in(attributive: str, people: People, own_outlet: str | None) -> list[str]:
    """The relays that the attributive words of a sentence (its text without the content) name, in order."""
    found: list[str] = []
    for name in (*_platforms(attributive), *_told(attributive, people), *_carriers(attributive, people)):
        if _key(name) not in {_key(one) for one in found} and not is_same_outlet(name, own_outlet):
            found.append(name)
    return found


def _key(name: str) -> str:
    return name.lower().removeprefix("the ")


def _platforms(words: str) -> Iterator[str]:
    for match in _POSTED.finditer(words):
        yield match.group("name")
    for match in _OWN_CHANNEL.finditer(words):
        yield f"{match.group('owner')} {match.group('thing')}"


def _told(words: str, people: People) -> Iterator[str]:
    for match in _TOLD.finditer(words):
        name = _clean(match.group("name"))
        if _PRIVATELY.match(words, match.end()):
            continue
        if _is_time(name):
            continue
        if match.group("kind") or is_outlet(name, people):
            yield name


def _carriers(words: str, people: People) -> Iterator[str]:
    for pattern in (_QUOTED_BY, _CARRIED_BY, _REPORTS):
        for match in pattern.finditer(words):
            name = _clean(match.group("name"))
            if name and not _is_time(name) and name_kind(name) != "state" and not _is_person(name, people):
                yield name


def _is_person(name: str, people: People) -> bool:
    """Whether a name is that of somebody with a first name; a single name the article knows no more of may be an
    outlet's (``Suspilne reports``)."""
    person = people.named(name)
    return person is not None and (" " in person.name or " " in name or person.office is not None)


def _is_time(name: str) -> bool:
    return name.split()[0].lower() in WEEKDAYS or name.split()[0].lower() in MONTHS if name else True


_CITING = re.compile(
    r"\b[Cc]iting\s+(?!(?:its|his|her|their|the need|concerns?)\b)(?P<source>[^,;:“”\"—]+?)(?=\s+that\b|[,;.:—]|$)"
)


def cited_in(text: str, sentence: Span, content: Sequence[Span]) -> Span | None:
    """The source behind ``citing``, if a sentence has one outside what was said: its span."""
    for match in _CITING.finditer(text, sentence.start, sentence.end):
        if not any(span.start <= match.start() < span.end for span in content):
            return trimmed(text, Span(*match.span("source")))
    return None


_BACK = re.compile(
    r"\b(?:told|tells|telling|spoke to|speaking to|interview with|statement to|remarks to|comments to)\s+"
    r"(?:the|that)\s+(?:same\s+)?" + _OUTLET_KIND + r"\b(?!\s+[A-Z])|"
    r"^\W*[Tt]he\s+" + _OUTLET_KIND + r"['’]s\s+(?:\w+\s+)?(?:sources?|officials|interlocutors?)\b"
)


_IT_QUOTED = re.compile(
    r"\b(?:[Ii]t|the (?:agency|paper|newspaper|broadcaster))\s+(?:quoted|cited)\b.{1,80}?\bas\s+saying\b"
)


def points_back(attributive: str) -> bool:
    """Whether words mean an outlet named before: ``told the paper``, ``the newspaper's sources``."""
    return _BACK.search(attributive) is not None or _IT_QUOTED.search(attributive) is not None


def outlet_name(words: str) -> str:
    """An outlet's name without the words for its kind: ``Tass`` of ``the state news agency Tass``."""
    match = _KIND_AND_NAME.match(words)
    return match.group("name") if match else words


def relay_name(speaker: Speaker) -> str:
    """What a speaker who passes on somebody else's words is called in a chain."""
    return f"anonymous: {speaker.name}" if speaker.kind == "anonymous" else outlet_name(speaker.name)


_HEARD = re.compile(
    r"\s*,?\s*\bwho\s+(?:had\s+|has\s+)?(?:heard|learned|learnt|got|had)\s+(?:it|this|that|as much)\s+"
    r"(?:directly\s+|first-hand\s+)?from\s+(?P<whom>.+)$|"
    r"\s*,?\s*\bwho\s+(?:was|were|had been)\s+told\s+(?:(?:so|it|this|that|as much)\s+)?by\s+(?P<teller>.+)$"
)


def heard_from(
    text: str, source: Sequence[Span], speakers: tuple[Speaker, ...], relays: tuple[str, ...], people: People
) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
    """``A source who heard it from Doe``: Doe speaks, relayed by the source; else all as it was."""
    match = _HEARD.search(text, *source[0]) if source and speakers[0].kind == "anonymous" else None
    if match is None:
        return speakers, relays
    whom = Span(*match.span("whom" if match["whom"] else "teller"))
    teller = speaker_of(text, whom, whom, people)
    passing_on = described(text[source[0].start : match.start()])
    return (teller,), (f"anonymous: {passing_on}", *relays)


_LEADING_KINDS = frozenset(("radio", "channel", "tv", "television"))


def is_outlet(name: str, people: People) -> bool:
    """Whether a name is an outlet's: known, or built like one, or a single name that is no person, state or body."""
    if _KIND_AND_NAME.match(name) or name.lower() in word_list("outlets") or bare(name).lower() in word_list("outlets"):
        return True
    parts = [part for part in name.lower().split() if not part.isdigit()]
    if parts and (parts[-1] in OUTLET_NOUNS or (parts[0] in _LEADING_KINDS and len(parts) > 1)):
        return True
    return len(parts) == 1 and people.named(name) is None and name_kind(name) == "person"


def _clean(name: str) -> str:
    """A name without possessive ending and trailing punctuation."""
    return bare(name.strip().rstrip(".,’'"))


def is_same_outlet(name: str, own_outlet: str | None) -> bool:
    """Whether a name is the article's own outlet, which relays nothing."""
    if own_outlet is None:
        return False
    strip = re.compile(r"^the\s+|\W+")
    return strip.sub("", name.lower()) == strip.sub("", own_outlet.lower())


def merged(inner: Iterable[str], outer: Iterable[str]) -> tuple[str, ...]:
    """Two parts of a chain as one, without repetition, the part nearer the speaker first."""
    kept: dict[str, str] = {}
    for name in (*inner, *outer):
        kept.setdefault(_key(name), name)
    return tuple(kept.values())
