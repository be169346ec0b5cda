"""The keys of the sections on the talks themselves, each with what it says: for the reader, the schema and editors."""

from __future__ import annotations

TALK_CASE_KEYS: dict[str, str] = {
    "meetings": "Who meets whom, where and when, as the analyst notes it; shown beside what coverage tells.",
    "warrants": "Arrest warrants for people of the case: whose, of which court, since when.",
    "travel_bans": "Sanctions or bans that keep a person out of a state.",
    "authority": "Who can bind whom: what a party may agree to only with the consent of others.",
    "leverage": "What no deal is worth to a party at the start: a band of its reservation value, from 0 to 1.",
    "events": "Dated events that move what no deal is worth to a party, each with evidence, direction and band.",
}
MEETING_KEYS: dict[str, str] = {
    "who": "The people or parties that meet, by name.",
    "where": "The place: a city, a region or a state.",
    "host": "The state it lies in, where the place does not tell.",
    "on": "The day, or the first day.",
    "until": "The last day, where it is not the first.",
    "status": "held, planned (the default), proposed, invited or refused.",
    "format": "bilateral, trilateral, multilateral, mediated, call or envoy.",
    "purpose": "What for, in a few words.",
    "outcome": "What came of it, in a few words.",
    "quote": "Words it rests on.",
    "source": "Where they stand: an article of the case or an address.",
}
WARRANT_KEYS: dict[str, str] = {
    "person": "Whom the warrant is for.",
    "court": "Which court issued it. Left out, the International Criminal Court.",
    "since": "The day it was issued.",
    "until": "The day it was withdrawn, if it was.",
    "source": "Where that stands.",
}
BAN_KEYS: dict[str, str] = {
    "person": "Whom the ban is for.",
    "by": "The states, or unions of states, that do not let the person in.",
    "since": "Since when.",
    "until": "Until when, if it has ended.",
    "source": "Where that stands.",
}
AUTHORITY_KEYS: dict[str, str] = {
    "party": "The party that is bound only with the consent of others.",
    "needs": "referendum, parliament, constitution, martial law, allies, members, court or other.",
    "by": "Who gives the consent: a party of the case, best one under 'ratifiers', or a name.",
    "when": "The options it is about. Left out, any agreement.",
    "person": "Who cannot bind the party alone.",
    "reason": "Why, in one line. Shown wherever the need is.",
    "because": "The same as 'reason'.",
    "source": "Where that stands.",
}
NO_DEAL_KEYS: dict[str, str] = {
    "band": "The reservation value before any event: a number, or [low, high], from 0 to 1.",
    "reason": "Why, in one line.",
    "because": "The same as 'reason'.",
}
EVENT_KEYS: dict[str, str] = {
    "on": "The day.",
    "what": "What happened, in one neutral line.",
    "party": "Whose no-deal value it moves. An event that moves two is written twice.",
    "direction": "better or worse: what no deal became for that party, as the analyst judges it.",
    "band": "The party's reservation value from that day on: a number, or [low, high], from 0 to 1.",
    "quote": "Words it rests on.",
    "source": "Where they stand: an article of the case or an address.",
    "article": "The same as 'source'.",
    "url": "The same as 'source'.",
}
