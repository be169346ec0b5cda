"""What each MODEL diagnostic means: ZP201 onwards. A code never changes its meaning."""

from __future__ import annotations

from zopa.diagnostics import Code

CODES: dict[str, Code] = {
    "ZP201": Code(
        "The MODEL cannot be read",
        "The file is missing, is not text in UTF-8, or is not YAML or JSON.",
        "Correct the line named; YAML needs spaces, not tabs, for indentation.",
        "parties: [A, B",
    ),
    "ZP202": Code(
        "Something is empty that must not be",
        "A negotiation needs at least one party, one issue, one option for each issue, and one signatory.",
        "Fill it in or, for an issue, leave it out.",
        "issues: {price: []}",
    ),
    "ZP203": Code(
        "Unknown key",
        "A misspelt key would be ignored without a word, and the result would be that of another negotiation.",
        "Use the key suggested, or remove it.",
        "preferences: {A: {wieghts: {price: 1}}}",
    ),
    "ZP204": Code(
        "A required key is missing",
        "`parties` and `issues` are needed; a red line needs `when`, an interaction `when` and `add`.",
        "Add it.",
        "red_lines: [{p: 0.5}]",
    ),
    "ZP205": Code(
        "The wrong kind of thing",
        "A list, a mapping, a number or a name was expected here.",
        "Write it as the reference page shows.",
        "parties: A",
    ),
    "ZP206": Code(
        "Unknown party",
        "Only parties listed under `parties` can have preferences, sign or ratify.",
        "Correct the name or add the party.",
        "signatories: [A, Z]",
    ),
    "ZP207": Code(
        "Unknown issue",
        "Only issues listed under `issues` can be valued or appear in rules.",
        "Correct the name or add the issue.",
        "weights: {prise: 1}",
    ),
    "ZP208": Code(
        "Unknown option",
        "Only the options of an issue can be valued or appear in rules.",
        "Correct the name or add the option. 20 and '20' are the same option.",
        "never: {price: lowest}",
    ),
    "ZP209": Code(
        "Said twice",
        "Two entries for one thing cannot both hold.",
        "Remove one of them.",
        "parties: [A, A]",
    ),
    "ZP210": Code(
        "Not a usable number",
        "Infinite and undefined numbers cannot be compared.",
        "Write a finite number.",
        "reservation: .nan",
    ),
    "ZP211": Code(
        "A band is reversed",
        "A band is [low, high].",
        "Swap the two numbers.",
        "values: {price: {low: [0.8, 0.2]}}",
    ),
    "ZP212": Code(
        "A value outside [0, 1]",
        "With `values`, 1 is the party's ideal and 0 its worst on the issue; raw figures go under `scores`.",
        "Scale it, or use `scores`.",
        "values: {price: {low: 30}}",
    ),
    "ZP213": Code(
        "Scores and values both given",
        "`scores` are raw and exact, `values` are weighed; one party has one or the other.",
        "Keep one of them.",
        "A: {scores: {...}, values: {...}}",
    ),
    "ZP214": Code(
        "Weights that are negative or all zero",
        "A weight says how much of the party's interest lies in an issue.",
        "Write weights of 0 or more, at least one of them above 0.",
        "weights: {price: -1}",
    ),
    "ZP215": Code(
        "Weights do not sum to 1 (warning)",
        "Utilities lie in [0, 1] only where weights sum to 1. They are divided by their sum.",
        "Write the shares themselves to silence this.",
        "weights: {price: 3, delivery: 2}",
    ),
    "ZP216": Code(
        "Weights said in two ways",
        "Weights are fixed (`weights`), known in order (`order`) or free over `stakes`; `order` lists all stakes.",
        "Keep one way.",
        "A: {weights: {price: 1}, order: [price]}",
    ),
    "ZP217": Code(
        "No reservation beside scores (warning)",
        "Raw scores have no natural reservation value; 0 is used: a package worth nothing is as good as no deal.",
        "Add `reservation` in the unit of the scores.",
        "A: {scores: {price: {low: 30}}}",
    ),
    "ZP218": Code(
        "A reservation in another unit",
        "With `values` utilities lie in [0, 1], so a reservation value outside it makes no sense.",
        "Write it in [0, 1], or give raw `scores`.",
        "A: {values: {...}, reservation: 25}",
    ),
    "ZP219": Code(
        "A probability outside [0, 1]",
        "Probabilities, postures and their ranges lie between 0 and 1.",
        "Correct the number.",
        "red_lines: [{when: {price: low}, p: 80}]",
    ),
    "ZP220": Code(
        "A condition that says nothing",
        "An empty `when` matches every package.",
        "Name at least one issue with at least one option.",
        "red_lines: [{when: {}}]",
    ),
    "ZP221": Code(
        "A rule that is no rule",
        "A rule is `if` with `then`, or `never` alone.",
        "Write it in one of the two forms.",
        "rules: [{if: {price: high}}]",
    ),
    "ZP222": Code(
        "The rules leave no package",
        "No combination of options satisfies every rule, so nothing can be agreed whatever the parties want.",
        "Remove or loosen one of the rules named.",
        "rules: [{never: {price: low}}, {never: {price: high}}]",
    ),
    "ZP223": Code(
        "An agreement rule that cannot be met",
        "`at_least` lies between 1 and the number of signatories; `always` names signatories.",
        "Lower `at_least`, or add signatories.",
        "agreement: {at_least: 5}",
    ),
    "ZP224": Code(
        "An option nobody can accept (warning)",
        "Every signatory refuses every package with this option, so it can be in no agreement.",
        "Leave it if that is meant; else correct the values or the red lines.",
    ),
    "ZP225": Code(
        "A signatory who can accept nothing (warning)",
        "Its best package is below its reservation value, or its certain red lines cover everything.",
        "Leave it if that is meant; else check that reservation and scores have one unit.",
        "A: {scores: {price: {low: 3}}, reservation: 50}",
    ),
    "ZP226": Code(
        "An unknown direction",
        "`monotone` says that a party's value rises or falls along the order of an issue's options.",
        "Write rises or falls.",
        "monotone: {price: up}",
    ),
}
