"""Every diagnostic of case files: its title, why it matters, what to do, and an example for its page."""

from __future__ import annotations

from zopa.case.talk_codes import TALK_CODES, TALK_WARNINGS
from zopa.case.zone_codes import ZONE_CODES
from zopa.diagnostics import Code

CODES: dict[str, Code] = {
    "ZP001": Code(
        "No case file",
        "A case is a folder with a file named case.yaml in it; without that file there is nothing to read against.",
        "Name a folder that holds a case.yaml, or make one with 'zopa new'.",
        "zopa check alaska        # alaska/case.yaml does not exist",
    ),
    "ZP002": Code(
        "Not YAML",
        "The file cannot be parsed at all, so nothing in it can be checked further.",
        "Mend the line: a missing colon, a tab, an unclosed quotation mark or bracket are the usual reasons.",
        "parties: [Union, Company",
    ),
    "ZP003": Code(
        "Unknown key",
        "What stands under a key nobody reads would be silently ignored. It is an error where the key looks like a "
        "slip for one that is read, and a warning where it does not.",
        "Rename the key as suggested, or remove it.",
        "signatoris: [Union, Company]",
    ),
    "ZP004": Code(
        "Missing key",
        "Something without which the case, or one entry of it, means nothing is not there.",
        "Add the key.",
        "parties: [A, B]        # and no issues",
    ),
    "ZP005": Code(
        "Wrong kind of value",
        "A list stands where a mapping is expected, a mapping where words are expected, or the like.",
        "Write the value in one of the forms shown in the reference of the case file.",
        "issues: wages",
    ),
    "ZP006": Code(
        "Empty file",
        "The case file is there and holds nothing.",
        "Write at least parties and issues, or remove the file and run 'zopa new' for a commented template.",
    ),
    "ZP007": Code(
        "Not a mapping",
        "A case file is a mapping of keys such as parties and issues. A list or a lone sentence is not one.",
        "Put the keys 'case:', 'parties:' and 'issues:' at the left margin.",
        "- Union\n- Company",
    ),
    "ZP008": Code(
        "Same key twice",
        "Of two equal keys in one mapping only one could count, and which one is anybody's guess.",
        "Remove one of the two, or merge what stands under them.",
        "title: The strike\ntitle: The ballot",
    ),
    "ZP009": Code(
        "Too large for a case file",
        "A case file is written by hand; one of many megabytes is some other file by mistake.",
        "Put the articles into the coverage folder and keep case.yaml for parties, issues and rules.",
    ),
    "ZP010": Code(
        "Unknown party",
        "A name that is in no entry of parties cannot sign, refuse or have stakes.",
        "Correct the name, or add the party under parties.",
        "parties: [A, B]\nsignatories: [A, C]",
    ),
    "ZP011": Code(
        "Unknown issue",
        "A rule, red line, stake or order that names no issue of the case would never apply.",
        "Correct the name, or add the issue under issues.",
        "stakes: {A: [prise]}",
    ),
    "ZP012": Code(
        "Unknown option",
        "A rule or red line that names no option of the issue would never apply.",
        "Correct the name, or add the option to the issue.",
        "rules: [{never: {price: highest}}]",
    ),
    "ZP013": Code(
        "Duplicate party",
        "Two parties with one id cannot be told apart.",
        "Give one of them another id, or merge the two.",
        "parties: [A, B, A]",
    ),
    "ZP014": Code(
        "Duplicate issue",
        "Two issues with one id cannot be told apart.",
        "Give one of them another id, or merge the two.",
        "issues: [{id: price, options: [low, high]}, {id: price, options: [a, b]}]",
    ),
    "ZP015": Code(
        "Duplicate option",
        "Options of one issue are mutually exclusive outcomes; two with one id cannot be told apart.",
        "Give one of them another id, or merge the two.",
        "options: [low, high, low]",
    ),
    "ZP016": Code(
        "Fewer than two options",
        "An issue with one possible outcome is settled already and is nothing to negotiate about.",
        "Add the other outcomes, or remove the issue.",
        "options: {signed: the treaty is signed}",
    ),
    "ZP017": Code(
        "Unusable id",
        "Ids are typed on the command line as PARTY:ISSUE=OPTION and ZONE:PARTY, so they are not empty, do not begin "
        "with a space and hold none of ':', '=', ',' and '/' and nothing that cannot be seen. They stand in addresses "
        "as well, so they are not full stops alone.",
        "Choose another id and keep the full wording in 'name' or in the definition.",
        "parties: ['Clerks/Drivers']",
    ),
    "ZP018": Code(
        "Too few parties",
        "A negotiation has two sides or more.",
        "Add the other side under parties.",
        "parties: [A]",
    ),
    "ZP019": Code(
        "Issue outside packages",
        "An issue of kind 'procedure' is coded and shown but is no part of a package, so a rule, red line, stake or "
        "order cannot bear on it. What was written is left out.",
        "Remove the mention, or make the issue one of substance.",
        "rules: [{never: {table_format: trilateral}}]",
    ),
    "ZP020": Code(
        "No feasible package",
        "The rules together exclude every combination of options, so no agreement whatever could be described.",
        "Relax one of the rules named in the message.",
        "rules: [{never: {price: [low, high]}}]        # price has no third option",
    ),
    "ZP021": Code(
        "Option excluded by the rules",
        "No package that keeps the rules contains the option. That may be meant, and is then better written by "
        "leaving the option out; more often a rule says more than was intended.",
        "Check the rules named in the message; narrow them, or remove the option.",
        "rules: [{if: {price: high}, then: {price: low}}]",
    ),
    "ZP022": Code(
        "Rule without a logical form",
        "A rule says either {if: ..., then: ...} or {never: ...}; anything else binds nobody.",
        "Write 'if' together with 'then', or 'never' alone.",
        "rules: [{if: {price: high}}]",
    ),
    "ZP023": Code(
        "Prose among the rules",
        "Rules are logical conditions between options. A sentence is guidance for coding; it has been moved to the "
        "coding notes and binds no package.",
        "Move sentences to coding_notes; write what is logical as {if: ..., then: ...} or {never: ...}.",
        'rules: ["A threatened rate is coded as a demand."]',
    ),
    "ZP024": Code(
        "Person in two parties",
        "What the person says would be attributed to either party.",
        "Leave the person with the party spoken for.",
        "parties: {A: {people: [Jo Moe]}, B: {people: [Jo Moe]}}",
    ),
    "ZP025": Code(
        "Alias shared",
        "The word stands for more than one party or person, so where it occurs alone nobody can be recognised by it.",
        "Remove the alias from all but one, or from all.",
        "parties: {A: {aliases: [the board]}, B: {aliases: [the board]}}",
    ),
    "ZP026": Code(
        "Little to read",
        "The coder recognises an option by the words of its definition. With none, or with one word, hardly any "
        "statement can be coded to it.",
        "Write one line that says what would happen under the option, in the words coverage would use.",
        "options: {keep: kept, end: ended}",
    ),
    "ZP027": Code(
        "Same definition twice",
        "Two options of one issue that are defined alike cannot be told apart in what people say.",
        "Say in each definition what sets it apart, or merge the options.",
        "options: {hold: the date stays, keep: the date stays}",
    ),
    "ZP028": Code(
        "Red line without a reason",
        "A red line asserted by the analyst rests on no statement; its reason is shown wherever the red line is.",
        "Add 'reason:' with one line that says why the party would refuse.",
        "red_lines: [{party: A, when: {price: low}}]",
    ),
    "ZP029": Code(
        "Unordered scale",
        "The values of a scale go from small to large, each once, and are all numbers or all dates.",
        "Write the values in increasing order and put the unit into 'unit'.",
        "scale: [20, 40, 25]",
    ),
    "ZP030": Code(
        "Number out of range",
        "A probability lies between 0 and 1; each setting has its own range.",
        "Choose a value in the range that the message names.",
        "red_lines: [{party: A, when: {price: low}, reason: the by-laws, p: 1.5}]",
    ),
    "ZP031": Code(
        "Not a date",
        "Statements are weighed by their age, so the date must be unmistakable.",
        "Write the date as YEAR-MONTH-DAY, for example 2025-08-17.",
        "as_of: 17 August",
    ),
    "ZP032": Code(
        "Nothing to settle",
        "Every issue is of kind 'procedure', so there is no package to agree on.",
        "Leave out 'kind: procedure' for the issues an agreement would settle.",
        "issues: [{id: venue, kind: procedure, options: [here, there]}]",
    ),
    "ZP033": Code(
        "Template not filled in",
        "A new case comes with placeholders for parties and issues. They can be read, but nobody in coverage is called "
        "Side A, so nothing would be coded to them.",
        "Put the parties and issues of your negotiation in their place, or let 'zopa new CASE --from ARTICLE...' "
        "propose some.",
        "parties: [{id: Side A, aliases: [], people: []}]",
    ),
    "ZP034": Code(
        "One option within another",
        "The definition of one option stands within that of another, so what is said of the wider one is "
        "easily coded to the narrower one, and the other way round.",
        "Put into the shorter definition what the other leaves out, for example 'without ...' or 'only ...'.",
        "options: {sold: the ships are sold, split: the ships are sold and the harbour is leased}",
    ),
    **ZONE_CODES,
    **TALK_CODES,
}
"""Code to documentation. A code never changes its meaning."""

_OWN = frozenset({"ZP018", "ZP019", "ZP021", "ZP023", "ZP025", "ZP026", "ZP027", "ZP032", "ZP033", "ZP034"})
WARNINGS = _OWN | TALK_WARNINGS
"""The codes that do not keep a case from being used."""
