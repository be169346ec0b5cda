"""What each party gains and swallows in a package, by its own words alone."""

from __future__ import annotations

from zopa.briefing import Briefing


def sides(briefing: Briefing, rank: int) -> dict[str, tuple[set[str], set[str]]]:
    """By party: the issues on which it gains, and on which it swallows."""
    return {
        side.party: ({term.issue for term in side.gains}, {term.issue for term in side.swallows})
        for side in briefing.packages[rank - 1].sides
    }


def test_gains_and_swallows_follow_the_words(briefing: Briefing) -> None:
    """A demand met is a gain; a demand for something else, or a refusal, is swallowed; silence is in neither list."""
    found = sides(briefing, 1)
    assert found["crews"] == ({"lifeline"}, {"pay"})
    assert found["northline"] == ({"pay"}, {"crewing"})
    assert found["council"] == ({"night", "lifeline"}, set())
    assert sides(briefing, 3)["crews"][1] == {"pay", "crewing"}


def test_every_term_leads_to_its_words(briefing: Briefing) -> None:
    """Each term names the stance it rests on and statements of that party."""
    known = {one.id: one for one in briefing.statements}
    for found in briefing.packages:
        for side in found.sides:
            for term in (*side.gains, *side.swallows):
                assert term.because
                assert term.statements
                parties = {coding.party for id in term.statements for coding in known[id].codings}
                assert side.party in parties
