"""Words of general English that the coder treats in a way of their own, as data: common, irregular, marking words.

Entries are matched by stem. Nothing here names a party, a place or a person.
"""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, one entry each."""
    return tuple(words.split())


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
"""Words too common to say by themselves which issue is meant, and hardly which option."""

COMMON: tuple[str, ...] = listed(
    """
    able allow answer appear ask back bad bear big both bring build carry clear close common decide decision
    different home easy effect enough expect face fact feel find friend gain hard hear help important instead keep know
    late learn less life little look lose low matter mind moment move near note old own particular pass past people
    person provide public reason receive remain report result run same see serious several short show side simple
    single sort strong sure tell think today together top true try turn understand view wait watch wide win word
    write wrong young money need give put front unspecified accord add admit affect afford agreed along alike
    allowed apart appoint arrange arrive assume attend avoid aware away based basis become beforehand begun behind
    better beyond bind body break brief broad busy care case catch certain chance charge check choice choose combine
    commit compare concern confirm connect consult contain count couple cover create current daily deep define
    depend deserve design detail develop direction double draw drive due early either eleven elsewhere entire
    especially establish ever everyone everything exact example except exist experience explain extra fair fall fast
    favour fight fill final finish fit fix fixed foot forward fourth free frequent future ground grow guess half
    handle happen heavy high hit hour idea ignore immediate improve increase inside involve itself jump lay least
    limited list live local lock long loss lot love major manage mark match maximum maybe meantime minimum miss mix
    name narrow natural necessary never nobody normal nothing notice obtain occur official once opening ordinary
    original otherwise ought outright overall pace pair partly pay perhaps permit pick plain pleasant pretty
    previous prior problem produce promise proper protect prove pull push quick quiet quite rather reach ready real
    really refer regard regular relate rely require rest rich rough round save second seem send serve settle shape
    sharp sixth slow somebody somewhere soon speak specific spend split spot stage steady stick straight strict
    sudden suggest suit surface surround themselves third though tie tight tomorrow touch toward treat twice type
    typical unless upper usual usually value vary visible warm whenever wherever whichever whole wholly worth yes
    yesterday yet
    """
)
"""Words that say which option is meant and not, by themselves, which issue."""

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

CALENDAR: tuple[str, ...] = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """
)
"""Words in capitals that are no names."""

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
    "officials": "officers",
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
    "built": "build",
    "sent": "send",
    "spent": "spend",
    "lent": "lend",
    "dealt": "deal",
    "meant": "mean",
    "bound": "bind",
    "dug": "dig",
    "flew": "fly",
    "flown": "fly",
    "grew": "grow",
    "grown": "grow",
    "hid": "hide",
    "hidden": "hide",
    "laid": "lay",
    "shown": "show",
    "tore": "tear",
    "torn": "tear",
    "threw": "throw",
    "thrown": "throw",
    "bore": "bear",
    "borne": "bear",
    "withheld": "withhold",
    "caught": "catch",
    "taught": "teach",
    "sank": "sink",
    "sunk": "sink",
    "ran": "run",
    "drove": "drive",
    "driven": "drive",
    "ceded": "cede",
    "shook": "shake",
    "shaken": "shake",
    "clung": "cling",
    "stuck": "stick",
    "shot": "shoot",
    "sworn": "swear",
    "forbade": "forbid",
    "forbidden": "forbid",
}

DEEDS: dict[str, str] = {
    pair.split(":")[0]: pair.split(":")[1]
    for pair in listed(
        """
        abolition:abolish elimination:eliminate replacement:replace renewal:renew extension:extend
        inclusion:include closure:close retention:retain construction:construct demolition:demolish
        suspension:suspend expansion:expand restoration:restore reinstatement:reinstate appointment:appoint
        deportation:deport evacuation:evacuate repatriation:repatriate relocation:relocate introduction:introduce
        implementation:implement publication:publish expulsion:expel disclosure:disclose deployment:deploy
        creation:create conversion:convert adoption:adopt cancellation:cancel postponement:postpone
        enlargement:enlarge nationalisation:nationalise privatisation:privatise separation:separate ratification:ratify
        verification:verify compensation:compensate reimbursement:reimburse resumption:resume continuation:continue
        termination:terminate reopening:reopen modernisation:modernise renovation:renovate refurbishment:refurbish
        enforcement:enforce prohibition:prohibit destruction:destroy dissolution:dissolve disbandment:disband
        liberation:liberate storage:store supervision:supervise participation:participate representation:represent
        registration:register certification:certify inspection:inspect exemption:exempt protection:protect
        taxation:tax conservation:conserve division:divide doubling:double halving:halve
        tripling:triple enrichment:enrich dismantlement:dismantle recruitment:recruit amendment:amend
        redeployment:redeploy resettlement:resettle curtailment:curtail disbursement:disburse removal:remove
        delivery:deliver disposal:dispose acquisition:acquire installation:install extraction:extract
        allocation:allocate distribution:distribute dilution:dilute
        """
    )
}
"""Nouns of deeds with their verbs, where the one is said for the other and neither says what somebody thinks."""
