"""The diagnostics of the sections on the talks themselves."""

from __future__ import annotations

from zopa.diagnostics import Code

TALK_CODES: dict[str, Code] = {
    "ZP061": Code(
        "Dates out of order",
        "Something ends before it begins, or a list of events does not run from the earliest to the latest day. Which "
        "day "
        "is meant cannot be told, and the replay over time would be wrong.",
        "Correct the day, or put the entries in the order of their days.",
        "meetings: [{who: [A, B], where: Vienna, on: 2031-05-03, until: 2031-05-01}]",
    ),
    "ZP062": Code(
        "A meeting with no place",
        "Without a place nothing can be said about who hosts a meeting, nor about warrants and bans that hold there.",
        "Add 'where:' (and 'host:' if the place does not tell the state), or 'format: call'.",
        "meetings: [{who: [A, B], on: 2031-05-03}]",
    ),
    "ZP063": Code(
        "A country that no longer exists",
        "The state named had ceased to exist, or had another name, on the day. Which law holds there depends on its "
        "successor.",
        "Name the state that holds the place on that day.",
        "meetings: [{who: [A, B], where: Leningrad, host: Soviet Union, on: 2031-05-03}]",
    ),
    "ZP064": Code(
        "An event without evidence",
        "An event moves figures, so a reader must be able to see what it rests on: words, and where they stand. It is "
        "never taken from the tone of a text.",
        "Add 'quote:' with the words, and 'article:' or 'url:'.",
        "events: [{on: 2031-05-03, what: the bridge fell, party: A, direction: worse, band: [0.3, 0.4]}]",
    ),
    "ZP065": Code(
        "The band goes against the direction",
        "The event is said to make no deal better for the party while its band lies lower than before, or the other "
        "way "
        "round. One of the two is a slip.",
        "Change 'direction' or 'band'.",
        "leverage: {A: 0.6}\nevents: "
        "[{on: 2031-05-03, what: w, party: A, direction: better, band: 0.4, quote: q, url: u}]",
    ),
    "ZP066": Code(
        "Nobody of this name in the case",
        "A warrant or a ban is checked against the people at a meeting. Nobody of the case has this name, so it can "
        "only be "
        "found where coverage names the person in full.",
        "Write the name as it stands under 'people', or add the person there.",
        "warrants: [{person: Jo Nobody, since: 2031-01-02}]",
    ),
}
TALK_WARNINGS = frozenset({"ZP062", "ZP065", "ZP066"})
"""Those that do not keep a case from being used."""
