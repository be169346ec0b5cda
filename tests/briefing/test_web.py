"""The drawing of the blockers: every line is a refusal, what is refused alike is one place, and nothing touches."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from zopa.briefing import Briefing, render_html
from zopa.briefing.briefing import ClauseEntry, ClauseKind
from zopa.briefing.web import web


def refusal(party: str, label: str, share: float, kind: ClauseKind = "stated") -> ClauseEntry:
    """A blocker without words."""
    return ClauseEntry(party, label, kind, "", None, None, share, ())


def test_the_same_refusal_of_two_parties_is_one_place() -> None:
    """Two lines end there; a better no deal is shared by all who hold it; the most responsible stands first."""
    found = web(
        [
            refusal("a", "", 0.2, "reservation"),
            refusal("b", "", 0.1, "reservation"),
            refusal("a", "six (Pay)", 0.7),
            refusal("b", "six (Pay)", 0.3),
            refusal("c", "nine (Crew)", 0.9, "hidden"),
        ],
        str.upper,
    )
    assert found is not None
    assert [(place.name, place.issue) for place in found.refused] == [("six", "Pay"), ("no deal may be better", "")]
    assert {place.name for place in found.parties} == {"A", "B"}
    assert [line.responsibility for line in found.threads] == [0.7, 0.3, 0.2, 0.1]
    assert [line.width for line in found.threads] == sorted((line.width for line in found.threads), reverse=True)
    assert found.left_out == 0


def test_one_line_or_silence_alone_is_not_drawn() -> None:
    """A single refusal is said better in words; what nobody has been heard on is not drawn."""
    assert web([refusal("a", "six", 0.7), refusal("b", "nine", 0.9, "hidden")], str) is None


SHARES = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("uvwxyz"), st.floats(0.01, 1)), max_size=20)


@given(st.lists(st.sampled_from("abcdefgh"), max_size=8), SHARES)
def test_everything_has_its_room(better: list[str], shares: list[tuple[str, str, float]]) -> None:
    """Whatever blocks: at most eight lines, no two ends and no two parties touch, all inside the drawing."""
    said = {(party, label): refusal(party, label, share) for party, label, share in shares}
    found = web([*(refusal(one, "", 0.5, "reservation") for one in dict.fromkeys(better)), *said.values()], str)
    if found is None:
        assert len(set(better)) + len(said) < 2
        return
    assert len(found.threads) + found.left_out == len(set(better)) + len(said)
    assert len(found.threads) <= 8
    for heights, apart in (([one.y for one in found.threads], 20), ([one.y for one in found.parties], 28)):
        assert all(second - first >= apart - 0.2 for first, second in pairwise(sorted(heights)))
        assert all(0 < y < found.height for y in heights)


def test_the_page_has_it_with_its_table(briefing: Briefing) -> None:
    """The drawing is called by what it shows, and the table below keeps every refusal in words."""
    page = render_html(briefing)
    assert 'role="img" aria-labelledby="web-title"' in page
    assert page.count('class="thread stated"') == 3
    assert page.count('class="thread asserted"') == 1
    assert page.index('class="web"') < page.index('aria-label="Table: blockers"')
