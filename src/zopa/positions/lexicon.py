"""The general language of negotiation, as data: concepts and the words that stand for them.

A concept groups words that mean the same to a negotiator, whatever is negotiated. ``_`` in a phrase stands for up to
four words (``pull _ out``: *pulled its forces out*). Entries are matched by stem, so one form of a word is enough.
Nothing here names a party, a place or a person.
"""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, one entry each."""
    return tuple(words.split())


CONCEPTS: dict[str, tuple[str, ...]] = {
    # what is done with something held
    "CEDE": (
        "cede",
        "cession",
        "give up",
        "give _ up",
        "give away",
        "give _ away",
        "giveaway",
        "hand over",
        "hand _ over",
        "relinquish",
        "surrender",
        "withdraw",
        "withdrawal",
        "pull out",
        "pull _ out",
        "pullout",
        "pull back",
        "pull _ back",
        "pullback",
        "leave",
        "evacuate",
        "vacate",
        "yield",
        "gift",
        "concession",
        "concede",
        "want _ out",
        "turn over",
        "turn _ over",
        "part with",
        "go to",
    ),
    "RETURN": (
        "return",
        "give back",
        "give _ back",
        "hand back",
        "hand _ back",
        "restore",
        "relinquish",
        "restitution",
    ),
    "KEEP": ("keep", "retain", "remain", "stay", "maintain", "hold on to", "preserve", "continue", "unchanged"),
    "EXCHANGE": ("exchange", "swap", "trade off", "exchange of"),
    "FREEZE": (
        "freeze",
        "line stay",
        "hold the line",
        "present line",
        "current line",
        "front line",
        "frontline",
        "line of contact",
    ),
    "DEMILITARISE": (
        "demilitarise",
        "demilitarisation",
        "free economic zone",
        "buffer zone",
        "neither army",
        "no troops",
    ),
    "LAND": ("land", "territory", "territorial", "soil"),
    "LEFT_OPEN": ("leave open", "leave _ open"),
    "LEFT_TO": ("leave to", "leave it to"),
    # recognition
    "RECOGNISE": ("recognise", "recognition", "acknowledge", "acknowledgement", "accept _ as", "treat _ as"),
    "IN_LAW": (
        "de jure",
        "in law",
        "under law",
        "under international law",
        "legal",
        "legally",
        "official",
        "officially",
        "formal",
        "formally",
        "sovereignty",
        "annexation",
    ),
    "IN_FACT": (
        "de facto",
        "in fact",
        "informal",
        "informally",
        "in practice",
        "unofficial",
        "control",
        "tacit",
        "tacitly",
    ),
    # fighting and its end
    "CEASEFIRE": (
        "ceasefire",
        "cease fire",
        "truce",
        "armistice",
        "stop fighting",
        "stop the fighting",
        "fighting _ stop",
        "fighting _ end",
        "shooting _ stop",
        "shooting _ end",
        "stop shooting",
        "end the shooting",
        "end the fighting",
        "stop the war",
        "halt the war",
        "cessation of hostilities",
        "halt in fighting",
        "stop _ advance",
        "lull",
        "ceasefires",
        "halt to the fighting",
        "pause in the fighting",
    ),
    "BRIEF": (
        "short",
        "few day",
        "brief",
        "hour",
        "two day",
        "three day",
        "temporary pause",
        "local",
        "parts of the front",
        "sector",
    ),
    "LASTING_SPAN": (
        "limited duration",
        "30 day",
        "60 day",
        "90 day",
        "thirty day",
        "week long",
        "month long",
        "interim",
    ),
    "UNCONDITIONAL": ("unconditional", "no conditions", "without conditions", "without preconditions", "general"),
    "FINAL_DEAL": (
        "final deal",
        "final agreement",
        "peace agreement",
        "peace deal",
        "peace treaty",
        "full agreement",
        "comprehensive agreement",
        "everything at once",
        "full settlement",
        "comprehensive deal",
    ),
    "BEFORE": ("before", "first", "ahead of", "precede", "starting point", "prior to"),
    "AFTER": ("after", "once", "following", "subsequent"),
    "DISARM": ("disarm", "disarmament", "lay down arms"),
    "FORCES": ("armed force", "army", "military force", "troop", "soldier"),
    "LIMIT": ("limit", "cap", "ceiling", "restriction"),
    "GUARANTEE": ("guarantee", "security guarantee", "security assurance", "protection against"),
    "NEUTRAL": (
        "neutral",
        "neutrality",
        "non aligned",
        "nonaligned",
        "stay out of every military alliance",
        "out of _ alliance",
    ),
    "MEMBERSHIP": ("membership", "accession", "join", "member"),
    "EXCLUDE": (
        "exclude",
        "bar",
        "prevent",
        "stay outside",
        "stay out",
        "outside",
        "keep out",
        "ban",
        "prohibit",
        "no longer seek",
    ),
    # persons
    "HOSTAGE": ("hostage", "captive", "abductee", "kidnapped"),
    "PRISONER": ("prisoner", "detainee", "inmate"),
    "RELEASE": ("release", "free", "set free", "let _ go", "walk free", "go free", "liberate", "let out"),
    "AMNESTY": ("amnesty", "pardon", "immunity"),
    # measures
    "SANCTION": ("sanction", "embargo", "economic penalty"),
    "TARIFF": ("tariff", "duty", "levy", "customs duty"),
    "LIFT": (
        "lift",
        "remove",
        "removal",
        "relief",
        "ease",
        "waive",
        "scrap",
        "eliminate",
        "abolish",
        "drop",
        "repeal",
        "end all",
        "zero tariff",
        "tariff free",
        "duty free",
        "to zero",
        "at zero",
        "get rid of",
    ),
    "REDUCE": ("reduce", "reduction", "lower", "cut", "decrease"),
    "INCREASE": ("increase", "raise", "tighten", "hike", "new sanction", "more sanction", "step up"),
    "QUOTA": ("quota",),
    "RETALIATE": (
        "retaliate",
        "retaliation",
        "retaliatory",
        "countermeasure",
        "counter measure",
        "counter tariff",
        "hit back",
        "rebalance measure",
        "strike back",
        "respond in kind",
        "answer in kind",
    ),
    "SUSPEND": ("suspend", "suspension", "delay", "postpone", "put off", "defer", "pause", "put on hold", "shelve"),
    "EXTEND": ("extend", "extension", "later date", "move the date", "push back", "prolong", "more time"),
    "OUTSIDE_DEAL": (
        "leave out of",
        "not include",
        "outside the deal",
        "outside of the deal",
        "exempt",
        "carve out",
        "separate rate",
    ),
    "ZERO": ("zero", "nothing", "none"),
    # goods
    "CAR": ("car", "auto", "automobile", "automotive", "vehicle", "carmaker", "automaker"),
    "MEDICINE": ("pharmaceutical", "pharma", "medicine", "drug"),
    "METAL": ("metal",),
    "GOODS": ("good", "product", "import", "export"),
    # work
    "WAGE": ("wage", "pay", "salary", "remuneration", "earnings"),
    "RISE": ("rise", "increase", "raise", "uplift"),
    "WORK_TIME": ("work time", "work hours", "work week", "shift", "rota", "hour a week"),
    "STRIKE": ("strike", "walkout", "industrial action", "stoppage", "picket"),
    "DISMISS_STAFF": ("layoff", "redundancy", "job cut", "dismissal", "sack"),
    # politics
    "GOVERNMENT": ("government", "administration", "regime", "leadership"),
    "OUST": (
        "oust",
        "remove",
        "removal",
        "topple",
        "replace",
        "change of government",
        "regime change",
        "step down",
        "overthrow",
    ),
    "LEGITIMACY": ("legitimacy", "legitimate", "illegitimate"),
    "DENY": ("deny", "dismiss", "question the", "dispute"),
    "ELECTION": ("election", "vote", "ballot", "poll"),
    "TRIAL": ("trial", "try in court", "try in a _ court", "try by", "stand trial", "prosecute", "prosecution", "indict", "court"),
    "CONSTITUTION": ("constitution", "constitutional"),
    # the table
    "MEETING": ("meet", "meeting", "summit", "sit down with", "face to face", "encounter", "session"),
    "THREE_WAY": ("trilateral", "three way", "three sided", "all three", "three party"),
    "TWO_WAY": ("bilateral", "two way", "one on one"),
    "DIRECT": ("direct", "directly", "face to face"),
    # amounts and manner
    "FULL": ("every", "every one", "full", "fully", "all", "complete", "completely", "whole", "entire", "entirely", "total", "totally"),
    "PARTIAL": (
        "partial",
        "partly",
        "partially",
        "in part",
        "some",
        "phased",
        "step by step",
        "gradual",
        "gradually",
        "possible relief",
        "first stage",
    ),
    "JOINT": ("joint", "jointly", "shared", "consortium", "together", "international supervision"),
    "ADOPT": ("adopt", "pass", "enact"),
    "INTRODUCE": ("introduce", "introduction", "submit", "bring forward", "table"),
    "AT_ONCE": ("immediate", "immediately", "at once", "right away"),
}

OPENNESS = (
    "unspecified",
    "left open",
    "form open",
    "not mentioned",
    "not stated",
    "without saying which",
    "any form",
    "some form",
)
"""Words in a definition that mark the option to code when nothing says which option is meant."""

RESIDUAL = (
    "no place named",
    "not named",
    "none named",
    "in general",
    "generally",
    "in principle",
    "unnamed",
    "no figure named",
)
"""Words in an issue's name that mark it as the one to code only when no more specific issue is named."""

OWNED: frozenset[str] = frozenset({"GOODS", "GOVERNMENT", "TARIFF", "FORCES", "SANCTION"})
"""Concepts that mean another thing for another owner: EU goods and US goods."""

MANNER: frozenset[str] = frozenset({"FULL", "PARTIAL", "AT_ONCE", "BEFORE", "AFTER", "DIRECT", "JOINT"})
"""Concepts that qualify the words right beside them."""

LOCAL: frozenset[str] = MANNER | {"KEEP", "RISE", "REDUCE", "INCREASE"}
"""Concepts that say nothing about an option from another clause."""

TOPICAL: frozenset[str] = frozenset(
    {
        "LAND",
        "CEASEFIRE",
        "DISARM",
        "GUARANTEE",
        "NEUTRAL",
        "HOSTAGE",
        "PRISONER",
        "AMNESTY",
        "TRIAL",
        "SANCTION",
        "TARIFF",
        "QUOTA",
        "RETALIATE",
        "CAR",
        "MEDICINE",
        "METAL",
        "WAGE",
        "WORK_TIME",
        "STRIKE",
        "DISMISS_STAFF",
        "LEGITIMACY",
        "ELECTION",
        "MEETING",
        "THREE_WAY",
        "FORCES",
    }
)
"""Concepts that say what is talked about; every other concept says what is done with it."""

GENERIC: tuple[str, ...] = listed(
    """
    accept act agree agreement alone amount approach area arrangement begin believe best call change
    claim come condition continue control country date day deal demand describe differ end every far
    first follow form full general get go good group half held hold hope idea important impose
    include issue join keep large last later law lead leader level limit line list long main make
    mean measure month more most name nation need new next number offer open option other outcome
    outside part party peace period place plan point possible power prepare present process propose
    proposal question rate reach region right rule say sector seek set settlement share side sign
    situation size small some special stand start state status stay step stop subject support system
    take talk team term thing time trigger type use want way week west western work world year kind
    almost everywhere used plus principle well wider has include whole model economic zone name
    """
)
"""Words too common to say by themselves which issue is meant."""

STOP_WORDS: tuple[str, ...] = listed(
    """
    a an the and or but nor so of to in on at by for from with into over under about as than then
    that this these those it its he him his she her they them their we us our you your i me my who
    whom whose which what when where why how be is are was were been being am do does did doing done
    ha have had having will would shall should can could may might must not no never without if
    unless until while because though although since also too very more most much many such own same
    other another both either neither each any all only just even still yet already again there here
    out up down off upon between among against during before after above below through per one two
    three four five six seven eight nine ten fifteen twenty thirty forty fifty sixty hundred
    thousand million billion plu minu via s t re ve ll d m cent percent says said say mr mrs ms dr
    th let like
    """
)

SPELLING: dict[str, str] = {
    "aluminum": "aluminium",
    "defense": "defence",
    "labor": "labour",
    "program": "programme",
    "neighbor": "neighbour",
    "percentage": "percent",
    "center": "centre",
    "judgement": "judgment",
}

IRREGULAR: dict[str, str] = {
    "gave": "give",
    "remaining": "rest",
    "given": "give",
    "took": "take",
    "taken": "take",
    "left": "leave",
    "froze": "freeze",
    "frozen": "freeze",
    "withdrew": "withdraw",
    "withdrawn": "withdraw",
    "held": "hold",
    "kept": "keep",
    "met": "meet",
    "said": "say",
    "told": "tell",
    "sold": "sell",
    "bought": "buy",
    "brought": "bring",
    "sought": "seek",
    "paid": "pay",
    "rose": "rise",
    "risen": "rise",
    "fell": "fall",
    "fallen": "fall",
    "broke": "break",
    "broken": "break",
    "chose": "choose",
    "chosen": "choose",
    "spoke": "speak",
    "spoken": "speak",
    "wrote": "write",
    "written": "write",
    "made": "make",
    "went": "go",
    "gone": "go",
    "came": "come",
    "became": "become",
    "began": "begin",
    "begun": "begin",
    "saw": "see",
    "seen": "see",
    "knew": "know",
    "known": "know",
    "thought": "think",
    "got": "get",
    "won": "win",
    "lost": "lose",
    "stood": "stand",
    "understood": "understand",
    "led": "lead",
    "fought": "fight",
    "struck": "strike",
    "drew": "draw",
    "drawn": "draw",
    "hung": "hang",
    "forwent": "forgo",
    "forgone": "forgo",
    "swore": "swear",
    "sworn": "swear",
}
