"""Rules for cues that are verbs, in the order they are tried: each looks at one verb and gives a finding or nothing."""

from __future__ import annotations

from zopa.statements.adjuncts import after_adjuncts, behind_citation, that_after
from zopa.statements.contents import content_spans, forward_end, thing_end
from zopa.statements.cues import BARE_CLAUSE, CUE_VERBS, PARTICLES, CueKind, CueVerb
from zopa.statements.lexicon import word_set
from zopa.statements.noun_phrases import Range, is_adverb, noun_phrase_after
from zopa.statements.rules import Finding, content_before, content_behind, introduces
from zopa.statements.scene import DASHES, Scene
from zopa.statements.subjects import subject_before, verb_group_start
from zopa.statements.verb_sources import SEEMING, cue_range, is_passive, source_for
from zopa.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)

_FIRST_PERSONS = word_set("i we you i'm i've we're we've you're")
_CLOSING = frozenset((",", ":", ";", "because"))  # ``…, he said on condition of anonymity because …``
_ASKING = frozenset(("ask", "decline", "refuse", "request", "insist", "demand", "speak"))
_NOT_NAMED = frozenset(("named", "identified", "anonymity", "quoted"))
_CONCESSIVE = word_set("while although though as if because since whereas")


def by_verb(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """What the first rule that fits finds at the verb at an index, taken in one reading; None where no rule fits."""
    if _is_no_verb(scene, verb, reading) or scene.word(verb_group_start(scene, verb) - 1) in _FIRST_PERSONS:
        return None
    for rule in _RULES[reading.kind]:
        finding = rule(scene, verb, reading)
        if finding is not None and finding.content:
            return finding
    return None


def _is_no_verb(scene: Scene, verb: int, reading: CueVerb) -> bool:
    """Nouns that look like verbs (``the claims``) and verbs that attribute nothing (``to say``)."""
    before = scene.word(verb - 1)
    if any(scene.word(index) in _NOT_NAMED for index in range(verb + 1, verb + 5)) and reading.lemma in _ASKING:
        return True  # ``who asked not to be identified``
    if scene.word(verb) == "citing" and behind_citation(scene, verb - 1) != verb - 1:
        return True
    if scene.capital(verb) and verb and scene.capital(verb - 1):
        return True
    after_noun_mark = before in DETERMINERS | POSSESSIVES | (PREPOSITIONS - {"to"}) or before.endswith("'s")
    if reading.ending in ("base", "s") and after_noun_mark:
        return True
    if reading.ending == "base" and before in MODALS and reading.kind is not CueKind.THOUGHT:
        seems = before == "to" and scene.word(verb - 2) in SEEMING
        return not seems and (before == "to" or reading.kind in (CueKind.SPEECH, CueKind.EVIDENCE))
    return before in ("be", "let", "lets") or (verb == 0 and reading.ending != "ing")


def _trailing(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``“…,” X said.`` and ``…, X said on Friday.``: the content before the source, the cue behind it."""
    source = subject_before(scene, verb)
    if source is None or source.start == 0 or reading.ending == "ing":
        return None
    gap = source.start - 1
    if not (scene.quoted(gap) or scene.word(gap) in {","} | DASHES):
        return None
    after = after_adjuncts(scene, verb + 1, address=reading.kind is CueKind.ADDRESS)
    stands_alone = after >= scene.body_end or scene.word(after) in _CLOSING | DASHES or scene.quoted(after)
    if not stands_alone and (not scene.quoted(gap) or scene.word(verb + 1) == "that"):
        return None
    if not scene.quoted(gap) and introduces(scene, after) and scene.word(0) in SUBORDINATORS | PREPOSITIONS:
        return None
    content = content_before(scene, gap + 1)
    if not content:
        return None
    rest = content_behind(scene, after)
    return Finding("trailing", source, cue_range(scene, verb), content + rest, 0.92)


def _inverted(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``“…,” said X`` and ``…, says X``: the content stands before, the source behind the cue."""
    before = verb - 1
    while before > 0 and is_adverb(scene.word(before)) and not scene.quoted(before):
        before -= 1
    if before < 0 or not (scene.quoted(before) or scene.word(before) in {","} | DASHES):
        return None
    if reading.ending not in ("ed", "s") or not _opens_name(scene, verb + 1) or _closes_insertion(scene, before):
        return None
    source = noun_phrase_after(scene, verb + 1)
    if source is None:
        return None
    rest = content_behind(scene, source.end, only_quoted=True)
    if scene.word(before) == "," and not scene.quoted(before - 1) and scene.word(source.end) not in (".", ",", ""):
        return None
    return Finding("inverted", source, Range(verb, verb + 1), content_before(scene, before + 1) + rest, 0.9)


def _closes_insertion(scene: Scene, comma: int) -> bool:
    """Whether a comma closes words inserted behind a subject: ``Doe, speaking in Oslo, said``."""
    if scene.quoted(comma) or scene.word(comma) != ",":
        return False
    opening = next((index for index in range(comma - 1, 0, -1) if scene.word(index) == ","), 0)
    word = scene.word(opening + 1)
    return 0 < opening < 8 and word.endswith("ing") and not scene.quoted(opening + 1)


def _opens_name(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if scene.quoted(index) or word in ("that", "in", "on"):
        return False
    return (
        scene.capital(index)
        or word in DETERMINERS | POSSESSIVES
        or (word.isalpha() and word not in PREPOSITIONS | PRONOUNS)
    )


def _clause_with_that(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X said on Monday that …``, ``told reporters that …``, ``, asserting that …``."""
    place = behind_citation(scene, after_adjuncts(scene, verb + 1, address=reading.kind is CueKind.ADDRESS))
    that = that_after(scene, place)
    if that is None:
        that = that_after(scene, verb + 1)
    if that is None:
        return None
    if reading.kind is CueKind.STANCE and that == verb + 1 and not _has_verb(scene, that, thing_end(scene, that)):
        return None  # ``rejected that order``
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
    return _forward(scene, verb, reading, start, "bare", 0.5 if _has_no_subject(scene, verb, reading) else 0.75)


def _has_no_subject(scene: Scene, verb: int, reading: CueVerb) -> bool:
    """Whether a verb is a participle or an infinitive: what follows one without ``that`` is seldom said by anybody."""
    return reading.ending == "ing" or scene.word(verb - 1) == "to"


def _opens_clause(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if (word in AUXILIARIES and "'" not in word) or word.endswith(("self", "selves")):
        return False
    if word in PREPOSITIONS and word not in ("in", "under", "after", "by", "since", "with"):
        return False
    return scene.tokens[index].is_word if index < scene.end else False


def _has_verb(scene: Scene, start: int, end: int | None = None) -> bool:
    """Whether a clause with a finite verb can begin at ``start``; a guess from endings where no auxiliary shows."""
    for index in range(start, scene.body_end if end is None else end):
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
    source = source_for(scene, verb, reading)
    if source is None:
        return None
    content = content_spans(scene, start, _clause_end(scene, source, start))
    return Finding(rule, source, cue_range(scene, verb), content, sure)


def _clause_end(scene: Scene, source: Range, start: int) -> int:
    """Where a clause ends: with the sentence, or at the comma that closes ``While critics say that …,``."""
    end = forward_end(scene, start)
    if scene.word(source.start - 1) not in _CONCESSIVE:
        return end
    commas = (index for index in range(start, end) if scene.word(index) == "," and not scene.quoted(index))
    return next(commas, end)


def _wish(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X wants to …``, ``refused to …``, ``has promised not to …``."""
    start = verb + 1
    if scene.word(start) != "to" and not (scene.word(start) == "not" and scene.word(start + 1) == "to"):
        return None
    source = source_for(scene, verb, reading)
    if source is None or is_passive(scene, verb, reading):
        return None
    return Finding("wish", source, cue_range(scene, verb), content_spans(scene, start, thing_end(scene, start)), 0.6)


def _thing(scene: Scene, verb: int, reading: CueVerb) -> Finding | None:
    """``X rejected the plan``, ``called it a disgrace``, ``called for a truce``."""
    start = verb + 1
    particles = PARTICLES.get(reading.lemma, ())
    if scene.word(start) in particles:
        start += 1
    if not _opens_thing(scene, start) or is_passive(scene, verb, reading):
        return None
    source = source_for(scene, verb, reading)
    if source is None:
        return None
    content = content_spans(scene, start, thing_end(scene, start))
    return Finding("thing", source, Range(cue_range(scene, verb).start, start), content, 0.5)


def _opens_thing(scene: Scene, index: int) -> bool:
    word = scene.word(index)
    if index >= scene.body_end or word in ("to", "by") or word in AUXILIARIES or word in ADVERBS - {"both", "all"}:
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
