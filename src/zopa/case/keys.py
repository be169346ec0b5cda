"""The keys of a case file with what each says: one table for the reader, the JSON Schema and its editors.

Where two spellings are accepted the first is the one to use.
"""

from __future__ import annotations

from zopa.case.case import Settings
from zopa.case.talk_keys import TALK_CASE_KEYS

CASE_KEYS: dict[str, str] = {
    "case": "The id of the case, in lower case with hyphens: eu-us-tariffs-2025. Left out, the folder's name.",
    "id": "The same as 'case'.",
    "title": "The heading of the briefing. Left out, the id.",
    "question": "The question the briefing answers, as one sentence.",
    "as_of": "The date the case is looked at from: 2025-08-17. Left out, today.",
    "parties": "The sides of the negotiation and the people who speak for each.",
    "issues": "What is to be settled: each issue with its mutually exclusive options.",
    "rules": "Logical rules between options. A package that breaks one is infeasible for everybody.",
    "signatories": "The parties that must say yes. Left out, all of them.",
    "ratifiers": "Parties that must say yes afterwards, such as a parliament or the members of a union.",
    "red_lines": "What the analyst holds a party to refuse in any case, each with its reason.",
    "stakes": "Which issues a party cares about. A party left out cares about all.",
    "order": "A party's issues from most to least important, where that is known.",
    "coding_notes": "Guidance for coding, in prose.",
    "stances": "What each stance means in this case, in prose.",
    "strengths": "What each strength means in this case, in prose.",
    "not_coded": "What is deliberately not made an issue; kept with the coding notes.",
    "settings": "The numbers the figures depend on beside evidence and review.",
    "zones": "Territory: the zones whose control is negotiated.",
    "corridors": "Ways over land that matter to a party: from which zone to which.",
    "settlements": "A CSV file inside the case folder: name, lon, lat, population of the places in the zones.",
    **TALK_CASE_KEYS,
}
PARTY_KEYS: dict[str, str] = {
    "id": "The id used everywhere else in the file and in results.",
    "name": "The display name. Left out, the id.",
    "aliases": "Words that stand for the party in coverage: the union, dockers, the federation.",
    "people": "Who speaks for the party.",
}
PERSON_KEYS: dict[str, str] = {
    "name": "The full name.",
    "aliases": "Other ways of writing the name.",
    "office": "The office held.",
    "role": "The same as 'office'.",
}
ISSUE_KEYS: dict[str, str] = {
    "id": "The id used everywhere else in the file and in results.",
    "name": "What the issue is, in a few words. Left out, the id.",
    "kind": "'substance' (the default), or 'procedure' for an issue that is no part of a package.",
    "options": "The mutually exclusive outcomes, each with a definition of one line.",
    "scale": "The options of an ordered issue: numbers or dates in increasing order.",
    "unit": "The unit of the scale: %, EUR, days.",
    "divisible": "Whether the issue can be split between the parties.",
}
OPTION_KEYS: dict[str, str] = {
    "id": "The id of the option.",
    "definition": "One line that says what would happen, in the words coverage would use.",
    "description": "The same as 'definition'.",
    "name": "A few words for the option; read as its definition where there is none.",
    "value": "The place of the option on the issue's scale.",
    "transfer": "The ground that changes hands under the option: ZONE:PARTY, or a list of these.",
}
RULE_KEYS: dict[str, str] = {
    "if": "Options that, where all are in a package, call for those under 'then'.",
    "then": "Options that must be in every package that matches 'if'.",
    "never": "Options that are never in one package together.",
    "because": "Why, in one line.",
}
RED_LINE_KEYS: dict[str, str] = {
    "party": "Whose red line it is.",
    "when": "The options the party refuses: a package that matches all issues named here.",
    "reason": "Why the analyst holds it to be one. Shown wherever the red line is.",
    "because": "The same as 'reason'.",
    "p": "How probable the analyst holds it to be, from 0 to 1. Left out, 1.",
}
SETTING_KEYS: frozenset[str] = frozenset(Settings.model_fields)


RESERVED_PARTIES = frozenset({"other", "none"})
"""Words a codebook lists beside its parties: they code a speaker who belongs to no party."""
