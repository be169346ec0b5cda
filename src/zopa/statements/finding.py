"""Finding attributions by rule: source, cue and content of every sentence of an article.

Each rule looks at one place in one sentence and gives a finding or nothing. The rules are tried in a fixed order;
of several findings about the same words the first and surest stays. Cost: linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.coverage.article import Span
from zopa.statements.attribution import Attribution
from zopa.statements.contents import (
    after_adjuncts,
    closes_with_caption,
    content_spans,
    forward_end,
    that_after,
    thing_end,
)
from zopa.statements.cues import BARE_CLAUSE, BE_FORMS, CUE_VERBS, PARTICLES, SAYING_NOUNS, VIEW_NOUNS, CueKind, CueVerb
from zopa.statements.lexicon import word_set
from zopa.statements.quotations import Quotation, quotations
from zopa.statements.roles import DOCUMENT_NOUNS, DOCUMENT_VERBS, TERMS_NOUNS
from zopa.statements.scene import DASHES, QUOTE_MARKS, Scene, scene_of
from zopa.statements.sentences import sentences
from zopa.statements.subjects import (
    Range,
    is_adverb,
    is_plural,
    noun_phrase_after,
    noun_phrase_before,
    subject_before,
    verb_group_start,
)
from zopa.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zopa.coverage.article import Article

_CLAUSE_KINDS = (CueKind.SPEECH, CueKind.THOUGHT, CueKind.EVIDENCE, CueKind.ADDRESS)
_THING_KINDS = (CueKind.STANCE, CueKind.NAMING, CueKind.SPEECH)


@dataclass(frozen=True, slots=True)
class Finding:
    """An attribution in the making: token ranges of one sentence, and the rule that found it."""

    rule: str
    source: Range | None
    cue: Range
    content: tuple[Span, ...]
    confidence: float


def find_attributions(article: Article) -> list[Attribution]:
    """Every attribution the rules see in an article's own paragraphs, in text order."""
    found: list[Attribution] = []
    for scene, finding in findings_in(article):
        attribution = _attribution(scene, finding)
        if finding.rule == "continuation" and (place := _quoting(article.text, found)) is not None:
            found[place] = _joined(found[place], attribution)
        else:
            found.append(attribution)
    return found


def findings_in(article: Article) -> Iterator[tuple[Scene, Finding]]:
    """Sentence by sentence, what the rules find; ``continuation`` marks a quotation that carries on the one before."""
    quoted = quotations(article.text, article.paragraphs)
    at = 0
    for paragraph in article.paragraphs:
        here: list[Quotation] = []
        while at < len(quoted) and quoted[at].outside.start < paragraph.end:
            here.append(quoted[at])
            at += 1
        yield from _findings_in_paragraph(article.text, paragraph, here)


def _findings_in_paragraph(text: str, paragraph: Span, quoted: list[Quotation]) -> Iterator[tuple[Scene, Finding]]:
    direct_before = False
    for sentence in sentences(text, paragraph, quoted):
        inside = [one for one in quoted if one.outside.overlaps(sentence)]
        scene = scene_of(text, sentence, inside)
        found = findings_in_sentence(scene)
        if (direct_before or (inside and inside[0].continues)) and _carries_on(scene, found):
            found = [_continuation(scene)]
        for finding in found:
            yield scene, finding
        direct_before = bool(found) and bool(inside)


def _carries_on(scene: Scene, found: list[Finding]) -> bool:
    """Whether a sentence goes on with the quotation before it: it begins with one and nobody new is named for it."""
    if not scene.quoted(0) or not scene.has_word(0, scene.end):
        return False
    start = scene.quotes[0].inside.start
    return not any(span.start <= start + 1 for finding in found for span in finding.content)


def _continuation(scene: Scene) -> Finding:
    return Finding("continuation", None, Range(0, 0), content_spans(scene, 0, scene.body_end), 0.8)


def findings_in_sentence(scene: Scene) -> list[Finding]:
    """The findings of one sentence, in the order of their cues, without two about the same content."""
    found: list[Finding] = []
    for finding in sorted(_candidates(scene), key=lambda one: -one.confidence):
        if finding.content and not any(_same_words(scene, finding, other) for other in found):
            found.append(finding)
    return sorted(found, key=lambda one: one.cue)


def _same_words(scene: Scene, one: Finding, other: Finding) -> bool:
    if one.cue == other.cue:
        return True
    if _is_inside(one.cue, other, scene) or _is_inside(other.cue, one, scene):
        return False
    if len(one.content) == 1 and len(other.content) == 1:
        a, b = one.content[0], other.content[0]
        shared = min(a.end, b.end) - max(a.start, b.start)
        return shared > 0.7 * max(a.end - a.start, b.end - b.start)
    return False


def _is_inside(cue: Range, other: Finding, scene: Scene) -> bool:
    """Whether a cue lies inside the content of another finding: then the two are nested, not the same."""
    place = scene.tokens[cue.start].start
    return any(span.start <= place < span.end for span in other.content)


def _candidates(scene: Scene) -> Iterator[Finding]:
    for index, token in enumerate(scene.tokens):
        if scene.quoted(index) or not (token.is_word or token.word == ":"):
            continue
        if token.word == "according" and scene.word(index + 1) == "to":
            yield from _given(_according_to(scene, index))
        elif token.word == "as" and scene.word(index + 2) == "by":
            yield from _given(_as_noted_by(scene, index))
        elif token.word in SAYING_NOUNS and scene.word(index + 1) == "that":
            yield from _given(_noun_that(scene, index))
        elif token.word in SAYING_NOUNS and scene.word(index + 1) in BE_FORMS and scene.word(index + 2) == "that":
            yield from _given(_noun_was_that(scene, index))
        elif token.word in VIEW_NOUNS and index < 12:
            yield from _given(_in_somebodys_view(scene, index))
        elif token.word in DOCUMENT_VERBS and index < 6 and scene.word(index - 1) in TERMS_NOUNS:
            yield from _given(_document_sets(scene, index))
        elif token.word in DOCUMENT_NOUNS and index < 8:
            yield from _given(_in_document(scene, index))
        elif token.word == ":" and index < 6:
            yield from _given(_transcript(scene, index))
        for reading in CUE_VERBS.get(token.word, ()):
            finding = _by_verb(scene, index, reading)
            if finding is not None:
                yield finding
                break


def _given(finding: Finding | None) -> Iterable[Finding]:
    return () if finding is None else (finding,)


_SEEMING = word_set("seemed seems appeared appears")

# Rules for verbs, in the order they are tried.

# Outside quotation marks these are the writer or the reader, not a source.
_FIRST_PERSONS = word_set("i we you i'm i've we're we've you're")


def _by_verb(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    if _is_no_verb(scene, verb, reading) or scene.word(verb_group_start(scene, verb) - 1) in _FIRST_PERSONS:
        return None
    for rule in _RULES[reading.kind]:
        finding = rule(scene, verb, reading)
        if finding is not None and finding.content:
            return finding
    return None


def _is_no_verb(scene: Scene, verb: int, reading: CueVerb) -> bool:
    """Nouns that look like verbs (``the claims``, ``a poll of support``) and verbs that attribute nothing (``to say``)."""
    before = scene.word(verb - 1)
    if scene.capital(verb) and verb and scene.capital(verb - 1):
        return True
    if reading.ending in ("base", "s"):
        if before in DETERMINERS | POSSESSIVES | (PREPOSITIONS - {"to"}) or before.endswith("'s"):
            return True
    if reading.ending == "base" and before in MODALS and reading.kind is not CueKind.THOUGHT:
        seems = before == "to" and scene.word(verb - 2) in _SEEMING
        return not seems and (before == "to" or reading.kind in (CueKind.SPEECH, CueKind.EVIDENCE))
    return before in ("be", "let", "lets") or (verb == 0 and reading.ending != "ing")


def _inverted(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``“…,” said X`` and ``…, says X``: the content stands before, the source behind the cue."""
    before = verb - 1
    while before > 0 and is_adverb(scene.word(before)) and not scene.quoted(before):
        before -= 1
    if before < 0 or not (scene.quoted(before) or scene.word(before) in {","} | DASHES):
        return None
    if reading.ending not in ("ed", "s") or not _opens_name(scene, verb + 1):
        return None
    source = noun_phrase_after(scene, verb + 1)
    if source is None:
        return None
    rest = _content_behind(scene, source.end, only_quoted=True)
    if scene.word(before) == "," and not scene.quoted(before - 1) and scene.word(source.end) not in (".", ",", ""):
        return None
    return Finding("inverted", source, Range(verb, verb + 1), _content_before(scene, before + 1) + rest, 0.9)


def _opens_name(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if scene.quoted(index) or word in ("that", "in", "on"):
        return False
    return (
        scene.capital(index)
        or word in DETERMINERS | POSSESSIVES
        or (word.isalpha() and word not in PREPOSITIONS | PRONOUNS)
    )


def _trailing(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``“…,” X said.`` and ``…, X said on Friday.``: the content stands before the source, the cue closes the clause."""
    source = subject_before(scene, verb)
    if source is None or source.start == 0 or reading.ending == "ing":
        return None
    gap = source.start - 1
    if not (scene.quoted(gap) or scene.word(gap) in {","} | DASHES):
        return None
    after = after_adjuncts(scene, verb + 1, address=reading.kind is CueKind.ADDRESS)
    stands_alone = after >= scene.body_end or scene.word(after) in {",", ":", ";"} | DASHES or scene.quoted(after)
    if not stands_alone and (not scene.quoted(gap) or scene.word(verb + 1) == "that"):
        return None
    if not scene.quoted(gap) and _introduces(scene, after) and scene.word(0) in SUBORDINATORS | PREPOSITIONS:
        return None
    content = _content_before(scene, gap + 1)
    if not content:
        return None
    rest = _content_behind(scene, after)
    return Finding("trailing", source, _cue_range(scene, verb), content + rest, 0.92)


def _introduces(scene: Scene, index: int) -> bool:
    """Whether a quotation follows a comma or colon."""
    return scene.word(index) in (",", ":") and scene.quoted(index + 1)


def _content_before(scene: Scene, end: int) -> tuple[Span, ...]:
    """The content that ends before ``end``: the quotation there with the clause it completes, or the whole clause."""
    stop = end
    while stop > 0 and scene.word(stop - 1) in {","} | DASHES and not scene.quoted(stop - 1):
        stop -= 1
    start = 0
    while start < stop and not scene.tokens[start].is_word and not scene.quoted(start):
        start += 1
    if scene.word(start) in ("and", "but", "yet") and scene.quoted(start + 1):
        start += 1
    colons = (index for index in range(start, stop - 1) if scene.word(index) == ":" and scene.quoted(index + 1))
    start = next(colons, start)
    return content_spans(scene, start, stop)


def _content_behind(scene: Scene, start: int, *, only_quoted: bool = False) -> tuple[Span, ...]:
    """What goes on behind a cue in the middle: ``…, he said, but …``; a quotation, or a clause that opens so."""
    index = start
    while index < scene.end and scene.word(index) in {",", ":", ";"} | DASHES and not scene.quoted(index):
        index += 1
    if index >= scene.body_end or (index == start and not scene.quoted(index)):
        return ()
    if scene.quoted(index):
        return content_spans(scene, index, _quoted_end(scene, index))
    word = scene.word(index)
    if closes_with_caption(scene, index):
        return ()
    if (
        only_quoted
        or index == start
        or word in _NOT_CONTENT
        or word.endswith("ing")
        or (word in PREPOSITIONS and not scene.quoted(0))
    ):
        return ()
    return content_spans(scene, index, forward_end(scene, index))


_NOT_CONTENT = word_set(
    """
    according who which whom whose as when while after before during where referring though if
    """
)


def _quoted_end(scene: Scene, start: int) -> int:
    index = start
    while index < scene.end and scene.quote_of[index] == scene.quote_of[start]:
        index += 1
    return index


def _cue_range(scene: Scene, verb: int) -> Range:
    return Range(verb_group_start(scene, verb), verb + 1)


def _clause_with_that(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X said on Monday that …``, ``told reporters that …``, ``, asserting that …``."""
    place = after_adjuncts(scene, verb + 1, address=reading.kind is CueKind.ADDRESS)
    that = that_after(scene, place)
    if that is None:
        that = that_after(scene, verb + 1)
    if that is None:
        return None
    return _forward(scene, verb, reading, that + 1, "that", 0.9)


def _quotation_behind(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X said: “…”``, ``X said, “…”``, ``told the crowd “…”``."""
    place = after_adjuncts(scene, verb + 1, address=reading.kind is CueKind.ADDRESS)
    start = place + 1 if scene.word(place) in (",", ":") and not scene.quoted(place) else place
    if not scene.quoted(start):
        return None
    return _forward(scene, verb, reading, start, "quotation", 0.9)


def _bare_clause(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X said the deal would …``: a clause without ``that``."""
    if reading.lemma not in BARE_CLAUSE:
        return None
    start = after_adjuncts(scene, verb + 1, address=reading.kind is CueKind.ADDRESS)
    if scene.word(start) in ("", ".", ",", ";", "?", "!") or not _has_verb(scene, start):
        return None
    if not _opens_clause(scene, start):
        start = verb + 1
        if not _opens_clause(scene, start):
            return None
    return _forward(scene, verb, reading, start, "bare", 0.75)


def _opens_clause(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if word in PREPOSITIONS and word not in ("in", "under", "after", "by", "since", "with"):
        return False
    return scene.tokens[index].is_word if index < scene.end else False


def _has_verb(scene: Scene, start: int) -> bool:
    """Whether a clause with a finite verb can begin at ``start``; a guess from endings where no auxiliary shows."""
    for index in range(start, scene.body_end):
        word = scene.word(index)
        if index == start and "'" not in word:
            continue
        if word in AUXILIARIES or word.endswith(("ed", "n't", "'s", "'re", "'ll", "'d", "'ve", "'m")):
            return True
        if word.endswith("s") and scene.word(index - 1) not in DETERMINERS and word not in ("as", "his", "its", "this"):
            return True
        if word in CUE_VERBS:
            return True
    return any(scene.word(index) in PRONOUNS for index in range(start, min(start + 3, scene.body_end)))


def _forward(scene: Scene, verb: int, reading: CueVerb, start: int, rule: str, sure: float) -> Finding | None:
    source = _source_for(scene, verb, reading)
    if source is None:
        return None
    content = content_spans(scene, start, _clause_end(scene, source, start))
    return Finding(rule, source, _cue_range(scene, verb), content, sure)


def _clause_end(scene: Scene, source: Range, start: int) -> int:
    """Where a clause ends: with the sentence, or at the comma that closes ``While critics say that …,``."""
    end = forward_end(scene, start)
    if scene.word(source.start - 1) not in _CONCESSIVE:
        return end
    commas = (index for index in range(start, end) if scene.word(index) == "," and not scene.quoted(index))
    return next(commas, end)


_CONCESSIVE = word_set("while although though as if because since whereas")


def _source_for(scene: Scene, verb: int, reading: CueVerb) -> Range | None:
    """The subject of a verb: before it, or, for a participle or a second verb, the subject of the clause it hangs on."""
    before = scene.word(verb_group_start(scene, verb) - 1)
    if reading.ending == "ing" and before not in AUXILIARIES and not _is_progressive(scene, verb):
        return _own_subject(scene, verb) or _main_subject(scene, verb)
    if before in ("and", "but", "or", "then"):
        earlier = _main_subject(scene, verb)
        if reading.ending == "base":
            return None
        if earlier is not None:
            return earlier
    source = subject_before(scene, verb)
    if source is not None and reading.ending == "base" and not _agrees(scene, verb, source):
        return None
    return source


def _own_subject(scene: Scene, verb: int) -> Range | None:
    """The subject of a participle of its own: ``with Smith saying …``."""
    found = noun_phrase_before(scene, verb_group_start(scene, verb))
    if found is not None and scene.word(found.start) == "with" and found.end - found.start > 1:
        return Range(found.start + 1, found.end)
    return None


def _is_progressive(scene: Scene, verb: int) -> bool:
    return any(scene.word(index) in AUXILIARIES for index in range(verb_group_start(scene, verb), verb))


def _agrees(scene: Scene, verb: int, source: Range) -> bool:
    group = range(verb_group_start(scene, verb), verb)
    return is_plural(scene, source) or any(
        scene.word(index) in MODALS | _SEEMING | NEGATIONS | {"did", "does", "do"} for index in group
    )


def _main_subject(scene: Scene, verb: int) -> Range | None:
    """The subject of the first verb of the sentence that has one; failing that, the name the sentence begins with."""
    for index in range(1, verb):
        if scene.quoted(index):
            continue
        word = scene.word(index)
        if word in CUE_VERBS or word in AUXILIARIES or (word.endswith("ed") and not scene.capital(index)):
            source = subject_before(scene, index)
            if source is not None and source.start != index:
                return source
    return _first_name(scene, verb)


def _first_name(scene: Scene, limit: int) -> Range | None:
    index = 0
    while index < limit and not (scene.capital(index) and scene.tokens[index].is_word and not scene.quoted(index)):
        index += 1
    end = index
    while end < limit and scene.capital(end) and not scene.quoted(end):
        end += 1
    return Range(index, end) if end > index else None


def _wish(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X wants to …``, ``refused to …``, ``has promised not to …``."""
    start = verb + 1
    if scene.word(start) != "to" and not (scene.word(start) == "not" and scene.word(start + 1) == "to"):
        return None
    source = _source_for(scene, verb, reading)
    if source is None or _is_passive(scene, verb, reading):
        return None
    return Finding("wish", source, _cue_range(scene, verb), content_spans(scene, start, thing_end(scene, start)), 0.6)


def _thing(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X rejected the plan``, ``called it a disgrace``, ``called for a truce``."""
    start = verb + 1
    particles = PARTICLES.get(reading.lemma, ())
    if scene.word(start) in particles:
        start += 1
    if not _opens_thing(scene, start) or _is_passive(scene, verb, reading):
        return None
    source = _source_for(scene, verb, reading)
    if source is None:
        return None
    content = content_spans(scene, start, thing_end(scene, start))
    return Finding("thing", source, Range(_cue_range(scene, verb).start, start), content, 0.5)


def _is_passive(scene: Scene, verb: int, reading: CueVerb) -> bool:
    if reading.ending != "ed":
        return False
    group = [scene.word(index) for index in range(verb_group_start(scene, verb), verb)]
    return any(word in ("is", "are", "was", "were", "been", "be", "being") for word in group)


def _opens_thing(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if index >= scene.body_end or word in ("that", "to", "by") or word in AUXILIARIES or word in ADVERBS:
        return False
    return scene.quoted(index) or (scene.tokens[index].is_word and word not in PREPOSITIONS)


_CLAUSE_RULES = (_trailing, _inverted, _clause_with_that, _quotation_behind, _bare_clause)
_RULES = {
    CueKind.SPEECH: (*_CLAUSE_RULES,),
    CueKind.ADDRESS: (_trailing, _clause_with_that, _quotation_behind, _bare_clause),
    CueKind.THOUGHT: (_trailing, _clause_with_that, _bare_clause),
    CueKind.EVIDENCE: (_trailing, _clause_with_that, _bare_clause),
    CueKind.WISH: (_clause_with_that, _wish),
    CueKind.STANCE: (_quotation_behind, _clause_with_that, _thing),
    CueKind.NAMING: (_thing,),
}


# Rules for phrases and nouns.


def _according_to(scene: Scene, index: int) -> Finding | None:
    source = noun_phrase_after(scene, index + 2)
    if source is None:
        return None
    source = _with_relative(scene, source)
    if index <= 1:
        start = source.end + 1 if scene.word(source.end) == "," else source.end
        content = content_spans(scene, start, forward_end(scene, start))
    else:
        content = _content_before(scene, index)
    return Finding("according", source, Range(index, index + 2), content, 0.9)


def _with_relative(scene: Scene, source: Range) -> Range:
    """``according to officials who were briefed on it``: take in the clause that says which."""
    if scene.word(source.end) not in ("who", "with", "in", "at", "on", "by"):
        return source
    end = source.end
    while end < scene.body_end and not scene.quoted(end) and scene.word(end) != ",":
        end += 1
    return Range(source.start, end)


def _as_noted_by(scene: Scene, index: int) -> Finding | None:
    if not any(one.ending == "ed" for one in CUE_VERBS.get(scene.word(index + 1), ())):
        return None
    source = noun_phrase_after(scene, index + 3)
    if source is None or index == 0:
        return None
    content = _content_before(scene, index)
    return Finding("as noted by", source, Range(index, index + 3), content, 0.85)


def _noun_that(scene: Scene, noun: int) -> Finding | None:
    """``Trump's claim that …``, ``their belief that …``."""
    owner = _owner(scene, noun)
    if owner is None:
        return None
    content = content_spans(scene, noun + 2, thing_end(scene, noun + 2))
    return Finding("noun that", owner, Range(noun, noun + 1), content, 0.6)


def _noun_was_that(scene: Scene, noun: int) -> Finding | None:
    """``X's impression was that …``."""
    owner = _owner(scene, noun)
    if owner is None:
        return None
    content = content_spans(scene, noun + 3, forward_end(scene, noun + 3))
    return Finding("noun was that", owner, Range(noun, noun + 2), content, 0.8)


def _owner(scene: Scene, noun: int) -> Range | None:
    """The owner of a noun of saying: ``Trump's (own) claim``, ``his claim``."""
    for index in range(noun - 1, max(-1, noun - 4), -1):
        word = scene.word(index)
        if word in POSSESSIVES:
            return Range(index, index + 1)
        if word.endswith(("'s", "s'")):
            return noun_phrase_before(scene, index + 1)
    return None


def _in_somebodys_view(scene: Scene, noun: int) -> Finding | None:
    """``In X's view, …``, ``By the EU's account, …``."""
    if scene.word(0) not in ("in", "by", "to") or noun < 2:
        return None
    owner = _owner(scene, noun)
    if owner is None:
        return None
    owner = Range(max(owner.start, 1), owner.end)
    start = noun + 1
    if scene.word(start) == "," and (second := _after_insertion(scene, start)):
        start = second
    content = content_spans(scene, start, forward_end(scene, start))
    return Finding("in view", owner, Range(0, 1), content, 0.8)


def _in_document(scene: Scene, noun: int) -> Finding | None:
    """``In the joint statement, …``, ``Under the plan there is …``: a document speaks."""
    if scene.word(0) not in ("in", "under", "per") or noun < 2 or scene.word(1) not in DETERMINERS | POSSESSIVES:
        return None
    if any(scene.word(index) in PREPOSITIONS | {","} for index in range(1, noun)):
        return None
    if scene.word(noun + 1) == ",":
        start = noun + 2
    elif scene.word(0) == "under":
        start = 0
    else:
        return None
    content = content_spans(scene, start, forward_end(scene, start))
    return Finding("in document", Range(1, noun + 1), Range(0, 1), content, 0.7)


def _document_sets(scene: Scene, verb: int) -> Finding | None:
    """``The document names a ceasefire as …``: terms told with a verb that says nothing of itself."""
    if scene.word(0) not in ("the", "this", "that", "its"):
        return None
    content = content_spans(scene, verb + 1, forward_end(scene, verb + 1))
    return Finding("document sets", Range(0, verb), Range(verb, verb + 1), content, 0.6)


def _after_insertion(scene: Scene, comma: int) -> int | None:
    """Behind ``, given to reporters,``: an inserted participle between two commas."""
    if not scene.word(comma + 1).endswith(("en", "ed")):
        return None
    for index in range(comma + 2, min(comma + 10, scene.end)):
        if scene.word(index) == ",":
            return index + 1
    return None


def _transcript(scene: Scene, colon: int) -> Finding | None:
    """``WALLACE: Good evening.``: a name in capitals, or one of few words before a quotation, and a colon."""
    label = scene.text[scene.tokens[0].start : scene.tokens[colon].start].strip()
    follows_quotation = scene.quoted(colon + 1) and scene.word(colon + 1) in QUOTE_MARKS
    if not (label.isupper() and len(label) > 2) and not (follows_quotation and label.istitle()):
        return None
    content = content_spans(scene, colon + 1, scene.body_end)
    return Finding("transcript", Range(0, colon), Range(colon, colon + 1), content, 0.7)


# From findings to attributions.


def _attribution(scene: Scene, finding: Finding) -> Attribution:
    source = (scene.span_of(*finding.source),) if finding.source else ()
    cue = (scene.span_of(*finding.cue),) if finding.cue.end > finding.cue.start else ()
    content = tuple(sorted(finding.content))
    return Attribution(source, cue, content, finding.confidence)


def _quoting(text: str, found: list[Attribution]) -> int | None:
    """The place of the attribution that a quotation carries on: the latest of the last few whose content is quoted."""
    for place in range(len(found) - 1, max(-1, len(found) - 4), -1):
        if any(_touches_mark(text, span) for span in found[place].content):
            return place
    return None


def _touches_mark(text: str, span: Span) -> bool:
    return any(mark in text[max(0, span.end - 2) : span.end + 2] for mark in QUOTE_MARKS)


def _joined(before: Attribution, more: Attribution) -> Attribution:
    return replace(before, content=before.content + more.content)
