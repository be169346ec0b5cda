"""The words by which news writing tells of meetings. Data only; what is made of them stands in the modules beside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.meetings.meeting import Format, Status

_TALKS = r"talks|sessions?|negotiations|discussions?|conversations?|consultations?"
_SURE = (
    r"summits?|meetings?|sit-?downs?|(?:phone|telephone|video|conference) calls?|calls?(?= (?:with|between)\b)|"
    r"video ?conferences?|teleconferences?|encounters?|gatherings?|rounds? of (?:talks|negotiations)|(?:another|next|"
    r"second|third|first|new|further|latest|final) rounds?(?! of\b)|bargaining sessions?|sessions? of talks|"
    r"peace conferences?"
)
_STANDARDS = (
    r"demands?|conditions?|criteria|criterion|requirements?|needs?|deadlines?|targets?|obligations?|goals?|challenges?|"
    r"standards?|"
    r"expectations?|thresholds?|resistance|costs?|payments?|terms|halfway|opposition|approval|commitments?|objectives?|"
    r"quotas?|"
    r"definition"
)
"""What is met without a meeting."""

NOUN = re.compile(
    rf"(?<![\w-])(?:(?!meeting\s+(?:\w+\s+){{0,2}}?(?:{_STANDARDS})\b)(?P<sure>{_SURE})|(?P<talks>{_TALKS}))\b",
    re.IGNORECASE,
)
"""Nouns for a meeting: ``sure`` ones mean one by themselves, ``talks`` need people, a place or a time beside them."""

VERB = re.compile(
    r"(?<![\w-])(?:met|meets?|sat down|sits? down|spoke by (?:tele)?phone|speaks? by (?:tele)?phone|"
    r"spoke on the phone|phoned|"
    r"telephoned|conferred|gathered|convened|"
    r"(?:spoke|speaks?|talked)(?=\s+(?:with|to)\s+(?:[\w’'.-]+\s+){1,4}(?:by (?:tele)?phone|by video|on the phone))|"
    r"discuss(?:es|ed)?(?=\s[^.;,]{1,50}\swith\s[A-Z]))\b"
    r"(?!\s+(?:(?:all|any|the|its|his|her|their|our|those|these|such|some|every|no|a|an)\s+)?"
    rf"(?:\w+\s+){{0,2}}?(?:{_STANDARDS})\b)",
    re.IGNORECASE,
)
GERUND = re.compile(r"(?:^|\b(?:before|after|by|of|for|on|without|when|while|about|to)\s|,\s)(?P<gerund>meeting)\s+"
                    r"(?:with\s+)?"
                    r"(?=[A-Z])")  # fmt: skip
HOST = re.compile(
    r"\b(?P<host>hosts|hosted|hosting|(?:(?<=to )|(?<=will )|(?<=would )|(?<=could )|(?<=may )|(?<=might ))host)\s+"
    r"(?=(?:[A-Z][\w’'.-]+\s+){1,4}(?:in|at|on|for)\b)"
)
"""*Holm hosts Reef in the capital*: hosting a person is a meeting."""

ONE_OF = re.compile(
    r"\b(?P<one>one|another|the other|a first|a second|a third)(?=\s+(?:between|with|involving|among)\b)"
)
"""The members of a plural: *two meetings, one between A and B and another between A and C*."""

_NO_OTHER_EVENT = (
    r"(?=\s*(?:[,.;:”\"]|$)|\s+(?:and|but|too|either|in person|it|them|if|unless|because|alone|on|this|next)\b)"
)
_THE_TALKS = r"the (?:talks|table|meeting|summit|round|negotiations|session)|it\b|attend\b|take part\b"
ATTENDING = re.compile(
    r"\b(?:be present|be in the room|at the table|to the table|"
    rf"attend(?:s|ed|ing)?{_NO_OTHER_EVENT}|(?:take|taking|took) part{_NO_OTHER_EVENT}|participat(?:e|es|ed|"
    rf"ing){_NO_OTHER_EVENT}|"
    r"(?:receiv(?:e|ed)|sent|extended|issued|conveyed|accepted|declined) (?:an|the|his|her|their) invitation|"
    rf"(?:been|be|was|were|is|are|not) invited\b(?! (?:members|guests|crowd|"
    rf"audience))(?!\s+to\b(?! (?:{_THE_TALKS}))))",
    re.IGNORECASE,
)
"""Words about who comes to a meeting, where no meeting is named."""

WITH = re.compile(
    r"\b(?:with|between|among|involving|including|that includes?|that included|to include|attended by|"
    r"bringing together|of)\s"
)
CLAUSE_OPENS = re.compile(
    r";|\s—\s|\s–\s|,\s+but\b|\bbut\b|\bwhile\b|\bwhereas\b|\bthat\b|\bwhich\b|\bwho\b|,\s+where\b|,?\s+when\b|"
    r"\bwhether\b|"
    r"\bbecause\b|,\s+as\b|\bafter which\b|:\s",
    re.IGNORECASE,
)
CLAUSE_ENDS = re.compile(
    r";|\s—\s|\s–\s|,\s+but\b|\bwhile\b|\bwhereas\b|,\s+which\b|\bwhich\b|,\s+who\b|,\s+where\b|,\s+when\b|\bbecause\b|"
    r",\s+as\b|\bas\s+(?=[A-Z])|"
    r",\s+and\s+(?:we|he|she|they|it)\b|\bbefore (?:progressing|moving|going|returning)\b",
    re.IGNORECASE,
)
PAIR = re.compile(
    r"\b(?:the (?:two|pair)(?:\s+(?:\w+\s+)?(?:leaders|presidents|sides|men|women|delegations|parties|ministers|teams|"
    r"governments|countries|negotiators|envoys|chiefs))?|both (?:leaders|presidents|sides|delegations|parties|teams|"
    r"governments)|the sides|the delegations|the negotiators)\b",
    re.IGNORECASE,
)
THREE = re.compile(
    r"\b(?:all three|the three(?:\s+(?:leaders|presidents|sides|parties|governments|countries))?)\b", re.I
)

HELD_SURE = re.compile(
    r"\b(?:(?:was|were|been) held\b|took place|(?<!to )(?:met|sat down|phoned|telephoned|spoke|gathered|convened)\b|"
    r"(?:had|held|hosted) (?:a|an|two|three|several|another|their|direct|indirect|talks|closed)\b(?!\s*(?:notion|idea|"
    r"plan)))",
    re.IGNORECASE,
)
HELD_LEAD = re.compile(
    r"\b(?:after|following|during|at|in|from)\s+(?:(?:an?|the|his|her|their|its|this|that)\s+)(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
"""What stands before a meeting that is spoken of as past: *after his talks*, *in a call with*."""

AHEAD = re.compile(r"\b(?:will|intends? to|plans? to|is to|are to|expected to|set to|due to)\b", re.IGNORECASE)
"""Words that make what happens *at the talks* something to come."""

HELD_VERB = re.compile(
    r"\b(?:considered|discussed|covered|focused|addressed|dealt with|touched on|produced|brought|yielded|lasted|ended|"
    r"concluded)\b"
)
"""What a meeting did: *the talks covered*, *discussions among officials considered*."""

STATUS_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "refused",
        re.compile(
            r"\b(?:refus(?:e|es|ed|ing|al)|reject(?:s|ed|ing|ion)?|rul(?:e|es|ed|ing) out|dismiss(?:es|ed|ing)?|"
            r"resist(?:s|ed|ing|ant)?|declin(?:e|es|ed|ing)|turn(?:s|ed|ing)? down|oppos(?:e|es|ed|ing)|"
            r"no plans? (?:to|for)|(?:will not|would not|won['’]t|wouldn['’]t|cannot|never) (?:meet|hold|attend|sit|"
            r"talk|take part|negotiate)|ignor(?:e|es|ed|ing)|boycott(?:s|ed|ing)?|cancel(?:s|l?ed|l?ing)?|called? off|"
            r"fell (?:apart|through)|put off|postponed|scrapped|unwilling|not ready to|snubb?(?:s|ed)?)\b",
            re.IGNORECASE,
        ),
    ),
    ("invited", re.compile(r"\binvit(?:e|es|ed|ing|ations?)\b", re.IGNORECASE)),
    (
        "planned",
        re.compile(
            r"\b(?:scheduled|(?:is|are|was|were) set (?:to|for)|due (?:to|for|in|on|next|this)|planned|plan(?:s|"
            r"ning)? (?:to|for|a|an)|will (?:meet|hold|host|be held|take place|travel|sit|attend|resume|gather|"
            r"convene|fly|open|begin)|is to|are to|agreed to (?:meet|hold)|slated|upcoming|prepar(?:e|es|ed|ing|"
            r"ations)(?: for| to)? (?:an?|the|talks|meet)|arranged|ahead of|expected to (?:meet|hold|attend|"
            r"take place|travel)|to be held|next round|on the way to|heading to|a date for)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "proposed",
        re.compile(
            r"\b(?:possible|could|(?-i:may)|might|would|should|propos(?:e|es|ed|ing|al|als)|suggest(?:s|ed|ing|ion|"
            r"ions)?|consider(?:s|ed|ing)?|float(?:s|ed|ing)?|idea|notion|prospects?|possibility|call(?:s|ed|"
            r"ing)? for|urg(?:e|es|ed|ing)|wants?|wanted|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|hop(?:e|es|ed|ing)|"
            r"anticipat(?:e|es|ed|ing)|(?:ready|willing|prepared|open|readiness|willingness) (?:to|for)|offer(?:s|ed|"
            r"ing)?|potential|option|concentrate on|push(?:es|ed|ing)? for|request(?:s|ed|ing)?|if|in favou?r of|"
            r"consent to|momentum towards?|a push)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "held",
        re.compile(
            r"\b(?:met|held|hosted|had|attended|took place|spoke|sat down|phoned|after|following|during|emerged|"
            r"left the|departed the|ended|concluded|lasted|wrapped up|opened|began|resumed|broke (?:up|off|down)|"
            r"failed|collapsed|at (?:a|an|the|their|his|her)|walked out|stormed out|returned from)\b",
            re.IGNORECASE,
        ),
    ),
)
"""Cues of each status; the first that fits counts, because *was to have met* holds a word of every one."""

FORMAT_CUES: tuple[tuple[Format, re.Pattern[str]], ...] = (
    (
        "call",
        re.compile(r"\b(?:phone|telephone|video|conference) call|by (?:tele)?phone|on the phone|phoned|telephoned|"
                   r"video ?conference|teleconference|by video|video link|virtual(?:ly)?\b", re.I),
    ),
    (
        "mediated",
        re.compile(r"\b(?:mediat(?:ed|ion|or|ors|ing)|go-betweens?|intermediar(?:y|ies)|indirect|proximity talks|"
                   r"shuttl(?:e|ed|ing)|"
                   r"brokered|facilitated|conciliat(?:or|ion))\b", re.I),
    ),
    ("trilateral", re.compile(r"\b(?:trilateral|three-way|tripartite|three-party|three-sided|all three)\b", re.I)),
    (
        "multilateral",
        re.compile(r"\b(?:multilateral|quadrilateral|four-way|four-party|five-way|six-party|plenary)\b", re.I),
    ),
    ("bilateral", re.compile(r"\b(?:bilateral|two-way|one-on-one|one-to-one|tête-à-tête|face-to-face|direct)\b", re.I)),
)  # fmt: skip
ENVOY = re.compile(r"\b(?:envoys?|emissar(?:y|ies)|special representatives?)\b", re.IGNORECASE)
BROKER = re.compile(
    r"\b(?:mediated|brokered|facilitated|hosted|chaired) by\s|\b(?:through|via) (?=(?:[\w’'-]+\s+){0,3}(?:mediat|"
    r"intermediar|go-between))",
    re.IGNORECASE,
)
BROKERED = re.compile(r"(?:-(?:mediated|brokered|hosted|led)\b)", re.IGNORECASE)

PRECONDITION = re.compile(
    r"\b(?:only (?:if|once|after|when)|provided (?:that)?|on (?:the )?condition that|unless|as long as|not (?:before|"
    r"until)|until|(?<!at )once|if)\b[^.;,”\"]*",
    re.IGNORECASE,
)
CONDITIONS = re.compile(
    r"\b(?:certain |some |the |its |their )?(?:pre)?conditions? (?:need|must|ha(?:ve|s) to|would have to|for (?:a|the|"
    r"such))\b[^.;”\"]*",
    re.IGNORECASE,
)
_AIMS = (
    r"discuss|negotiat|agree|end|conclud|settl|resolv|seek|talk|sign|prepar|review|explor|work out|hammer out|"
    r"finali[sz]e|secure|avert|break|revive|resume|hear|present|address|push|press|consider|clarify|bridge|stop|halt|"
    r"save|find|reach|try|decide|set|plan|draft|exchange|arrange|lay|broker|mediate|test|coordinate"
)
PURPOSE = re.compile(
    rf"\b(?:in order to|to|aimed at|in an effort to|in a bid to)\s+(?:{_AIMS})\w*\b[^.;”\"]*|"
    r"(?<=talks )(?:on|about|over)\s(?![A-Z])[^.;,”\"]*|(?<=meeting )(?:on|about|over)\s(?![A-Z])[^.;,”\"]*|"
    r"(?<=negotiations )(?:on|about|over)\s(?![A-Z])[^.;,”\"]*|(?<=summit )(?:on|about|over)\s(?![A-Z])[^.;,”\"]*",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|half an?)"
DURATION = re.compile(
    rf"\b{_NUMBER}(?:-and-a-half)?-(?:hour|minute|day|week)(?:-long)?\b|\b(?:lasted|for|after|took)\s+(?:about|around|"
    rf"nearly|almost|(?:a little |slightly |well )?(?:more|less) than|just(?: over| under)?|over|under|some|"
    rf"roughly)?\s*{_NUMBER}(?:\s+and a half)?\s+(?:hours?|minutes?|days?)\b|"
    r"\b(?:all-night|day-long|marathon|all-day|overnight)\b",
    re.IGNORECASE,
)
OUTCOME = re.compile(
    r"\b(?:ended|concluded|broke (?:up|off|down)|produced|yielded|resulted in|failed to|collapsed|agreed (?:to|on|"
    r"that)|without (?:an? )?(?:agreement|deal|result|progress|breakthrough|date|announcement)|no (?:breakthrough|"
    r"agreement|deal|progress)|(?:departed|emerged|left|came away|returned|walked away)\b[^.;]{0,40}\bwith|walked out|"
    r"stormed out|signed|made (?:no |some )?progress)\b[^.;”\"]*",
    re.IGNORECASE,
)
NO_MEETING = re.compile(
    r"\b(?:ha(?:d|ve|s) (?:never|not|yet to)(?: yet)?|never|without)\s+$|\bno\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE
)
"""What stands before words of a meeting that there was not."""

POINTS_BACK = re.compile(
    r"\b(?:the|this|that(?!\s+an?\b)|such an?|their|its|these)\s+(?:(?!an?\b|that\b|of\b)[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:second|another|further|new|follow-up|next|third|subsequent|later)\s+(?:[\w’'-]+\s+){0,2}$", re.I
)
DENIED_ROLE = re.compile(r"\b(?:not|never|no|n['’]t|without)\b", re.IGNORECASE)
OPEN_ROLE = re.compile(
    r"\b(?:whether|unclear|did not (?:say|specify)|has not (?:said|decided)|not (?:yet )?(?:clear|known|decided)|"
    r"may or may not)\b",
    re.IGNORECASE,
)
SUGGESTED = re.compile(
    r"\b(?:suggest(?:s|ed|ing)?|consider(?:s|ed|ing)?|propos(?:e|es|ed|ing)|possible|potential|offer(?:s|ed|ing)?|"
    r"option|could|might|"
    r"candidate|locations?|sites?|venues?|like)\b",
    re.IGNORECASE,
)
