"""The words that attribute: verbs by the company they keep, phrases, and nouns of saying. Data and one look-up."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from zopa.statements.lexicon import word_set


class CueKind(Enum):
    """What a verb of attribution can take.

    SPEECH takes quotations and clauses, with or without ``that``, before or after. THOUGHT takes clauses. EVIDENCE is
    what reports and polls do. WISH takes an infinitive. STANCE takes a thing ("rejected the plan"). NAMING takes a
    thing and what it is called. ADDRESS takes a person first ("told reporters that").
    """

    SPEECH = "speech"
    THOUGHT = "thought"
    EVIDENCE = "evidence"
    WISH = "wish"
    STANCE = "stance"
    NAMING = "naming"
    ADDRESS = "address"


class CueVerb(NamedTuple):
    """One form of a verb of attribution."""

    lemma: str
    kind: CueKind
    ending: str  # base, s, ed or ing


_LEMMAS: dict[CueKind, str] = {
    CueKind.SPEECH: """
        say add note state remark comment declare mention write tweet post reply respond explain insist
        argue claim assert stress emphasize emphasise underscore underline warn caution announce confirm
        deny acknowledge admit reveal disclose report ask continue conclude observe recall joke quip suggest
        indicate contend allege maintain reiterate repeat testify complain lament boast concede predict
        counter clarify specify recount opine exclaim proclaim retort muse conjecture estimate elaborate
        affirm profess intone ponder speculate read recommend swear signal hint imply assess relay publish
        tout summarize reason shout yell whisper chant cry scoff fume gush plead pray theorize ruminate
        advise determine rule cite stipulate allow
    """,
    CueKind.ADDRESS: """
        tell inform assure remind notify convince persuade brief urge warn ask lecture
    """,
    CueKind.THOUGHT: """
        believe think hope fear feel expect worry doubt know understand consider assume suspect realize
        realise recognize recognise imagine anticipate regret wonder guess agree disagree decide learn
    """,
    CueKind.EVIDENCE: """
        show find demonstrate prove reveal suggest indicate project illustrate
    """,
    CueKind.WISH: """
        want plan hope refuse decline agree promise vow pledge threaten offer propose seek aim intend expect
        demand prefer request choose commit
    """,
    CueKind.STANCE: """
        support oppose endorse criticize criticise praise accuse blame reject defend blast attack dismiss
        denounce condemn demand back applaud slam question challenge decry deride mock ridicule hail welcome
        cite rip discuss disavow repudiate tout express voice dispute rebuke lambaste bash propose urge
        acknowledge confirm deny announce consider contest advocate champion deplore trash assail laud scold
        chide protest fault seek want approve promise
    """,
    CueKind.NAMING: """
        call describe label characterize characterise brand portray dub refer depict deem
    """,
}

_PAST = {
    "say": "said",
    "tell": "told",
    "write": "wrote",
    "read": "read",
    "think": "thought",
    "feel": "felt",
    "know": "knew",
    "understand": "understood",
    "find": "found",
    "seek": "sought",
    "see": "saw",
    "swear": "swore",
    "show": "showed",
    "deny": "denied",
    "cry": "cried",
    "reply": "replied",
    "testify": "testified",
    "clarify": "clarified",
    "specify": "specified",
    "imply": "implied",
    "decry": "decried",
    "worry": "worried",
    "notify": "notified",
    "rip": "ripped",
    "quip": "quipped",
    "admit": "admitted",
    "refer": "referred",
    "regret": "regretted",
    "commit": "committed",
    "plan": "planned",
    "slam": "slammed",
    "prefer": "preferred",
    "choose": "chose",
    "learn": "learned",
    "dub": "dubbed",
    "label": "labeled",
    "signal": "signaled",
}
_PARTICIPLES = {
    "write": "written",
    "know": "known",
    "see": "seen",
    "show": "shown",
    "choose": "chosen",
    "swear": "sworn",
}
_DOUBLED = frozenset(("rip", "quip", "admit", "refer", "regret", "commit", "plan", "slam", "prefer", "dub"))
_VOWELS = "aeiou"

PARTICLES: dict[str, tuple[str, ...]] = {
    "call": ("for", "on", "upon"),
    "point": ("to", "out"),
    "refer": ("to",),
    "complain": ("about", "of"),
    "warn": ("of", "about", "against"),
    "worry": ("about",),
    "object": ("to",),
    "apologize": ("for",),
    "agree": ("with", "to"),
    "disagree": ("with",),
    "argue": ("for", "against"),
    "ask": ("for", "about"),
    "hope": ("for",),
    "allude": ("to",),
    "lash": ("out",),
    "insist": ("on",),
    "comment": ("on",),
    "joke": ("about",),
    "boast": ("about", "of"),
    "brag": ("about",),
    "rail": ("against",),
    "speculate": ("about",),
    "approve": ("of",),
    "tweet": ("about",),
    "learn": ("of", "about"),
    "elaborate": ("on",),
}

# Verbs after which a clause may stand without "that". After the others it rarely is what somebody said.
BARE_CLAUSE = word_set(
    """
    say tell note suggest claim argue insist warn explain write tweet report announce admit acknowledge
    predict hope show find indicate reveal cite recall estimate reiterate repeat concede allege conclude
    lament mention publish ask learn complain quip joke swear imply assume disclose stress tout plead post
    imagine signal deny fear guess think believe caution confirm inform assure remind emphasize emphasise
    assert contend wonder realize realise doubt worry observe state suspect shout counter counsel testify
    boast proclaim assess
    """
)

# Forms that look like verbs of attribution and seldom are: nouns, adjectives, and deeds that report no words.
_SELDOM_CUES = word_set(
    """
    state states tweet comments remarks comment rules rule ruling points votes attacks contests questions
    posts backing back backs supporting support attacking seeking challenging challenge challenges defending
    discussing denouncing dismissing condemning demanding proposing attack attacks seek report known
    intended intends read reading chose committed welcome finding considering promising
    allow allows allowing
    """
)

# Phrases after which the source follows: "according to X", "as noted by X".
ACCORDING = ("according to", "in the words of", "in the view of", "in the opinion of", "in the eyes of")
VIEW_NOUNS = word_set(
    """
    view opinion account telling reckoning version words eyes assessment estimation judgment judgement reading
    """
)
SAYING_NOUNS = word_set(
    """
    statement claim impression belief view opinion argument assertion suggestion allegation warning message
    hope fear conclusion contention notion idea promise pledge announcement admission accusation concern
    position report insistence conviction prediction assessment comment remark vow threat demand proposal
    point reminder confirmation assurance reply answer response
    """
)
BE_FORMS = word_set("is was are were has been")


def forms_of(lemma: str) -> dict[str, str]:
    """The forms of a verb, each with its ending: base, s, ed or ing."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma
    softened = lemma[:-1] + "i" if lemma.endswith("y") and lemma[-2] not in _VOWELS else None
    without_e = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else stem
    third = softened + "es" if softened else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    past = _PAST.get(lemma) or (softened + "ed" if softened else without_e + "ed")
    found = {lemma: "base", third: "s", past: "ed", without_e + "ing": "ing"}
    if lemma in _PARTICIPLES:
        found[_PARTICIPLES[lemma]] = "ed"
    return found


def _look_up() -> dict[str, tuple[CueVerb, ...]]:
    table: dict[str, list[CueVerb]] = {}
    for kind, lemmas in _LEMMAS.items():
        for lemma in dict.fromkeys(lemmas.split()):
            for form, ending in forms_of(lemma).items():
                if form not in _SELDOM_CUES:
                    table.setdefault(form, []).append(CueVerb(lemma, kind, ending))
    for lemma in PARTICLES:
        for form, ending in forms_of(lemma).items():
            if form not in _SELDOM_CUES and not any(
                one.lemma == lemma and one.kind is CueKind.STANCE for one in table.get(form, ())
            ):
                table.setdefault(form, []).append(CueVerb(lemma, CueKind.STANCE, ending))
    return {form: tuple(readings) for form, readings in table.items()}


CUE_VERBS: dict[str, tuple[CueVerb, ...]] = _look_up()
