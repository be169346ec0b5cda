"""Origins: one voice counts once, through however many outlets; independent voices stay apart."""

from __future__ import annotations

from tests.positions.samples import sample
from tests.positions.scenes import STRIKE

from zopa.positions import find_origins

LONG = (
    "Crane drivers stayed away from all six piers on Monday, and ships are waiting in the roads while exporters of "
    "timber count their losses by the day and ask the government to step in before the thaw and the ice breaks up."
)


def origins(*evidence: object) -> int:
    """How many origins there are."""
    return len(find_origins(evidence, STRIKE))


def test_the_same_person_through_several_outlets_is_one_origin() -> None:
    """The full name, the surname, a title: one voice."""
    assert (
        origins(
            sample("demands", "8"),
            sample("demands", "8", speaker="Lindqvist", via=("Harbour Radio",), outlet="Evening Post"),
            sample("demands", "8", speaker="Ms Marta Lindqvist", outlet="Morning Post"),
        )
        == 1
    )


def test_another_stance_option_or_speaker_is_another_origin() -> None:
    """An origin is speaker, party, issue, option and stance."""
    assert (
        origins(
            sample("demands", "8"),
            sample("demands", "5"),
            sample("accepts", "8"),
            sample("demands", "8", speaker="Jonas Okafor"),
        )
        == 4
    )


def test_unnamed_sources_count_once_for_each_outlet_they_told() -> None:
    """The head of the description and the outlet that reports them; a relay of that outlet is the same origin."""
    told = sample("demands", "8", speaker="a source familiar with the talks", kind="anonymous", outlet="Courier")
    again = sample("demands", "8", speaker="source close to the union", kind="anonymous", outlet="Courier")
    relay = sample("demands", "8", speaker="a source", kind="anonymous", outlet="Post", via=("Courier",))
    other = sample("demands", "8", speaker="a source familiar with the talks", kind="anonymous", outlet="Post")
    official = sample("demands", "8", speaker="a port official", kind="anonymous", outlet="Courier")
    assert origins(told, again, relay) == 1
    assert origins(told, other) == 2
    assert origins(told, official) == 2


def test_a_copied_article_adds_no_origin() -> None:
    """The outlet's own voice, printed by two outlets in the same words."""
    first = sample("demands", "8", speaker="narrator", outlet="Courier", text=LONG)
    copy = sample("demands", "8", speaker="narrator", outlet="Post", text="Advertisement. " + LONG)
    assert origins(first, copy) == 1
    assert origins(first, sample("demands", "8", speaker="narrator", outlet="Post")) == 2


def test_an_origin_names_what_it_is_made_of() -> None:
    """Its key is stable and its evidence complete."""
    items = [sample("demands", "8", said_on="2031-03-01"), sample("demands", "8", said_on="2031-03-09")]
    (origin,) = find_origins(items, STRIKE)
    assert origin.key == "marta lindqvist|Union|wage|8|demands"
    assert list(origin.evidence) == items


def test_one_source_described_twice_in_one_report_is_one_origin() -> None:
    """A retelling makes an official a diplomat: the report is the same, and so is the voice."""
    report = "According to the Valley Post, the port would pay 8 per cent and take back eleven dismissed drivers. "
    retold = "The Valley Post reported that the port would pay 8 per cent and take the eleven dismissed drivers back. "
    first = sample("accepts", "8", party="Port", speaker="a port official", kind="anonymous", text=report, outlet="A")
    second = sample("accepts", "8", party="Port", speaker="one diplomat", kind="anonymous", text=retold, outlet="B")
    (origin,) = find_origins([first, second], STRIKE)
    assert [len(report) for report in origin.reports] == [2]
    other = sample("accepts", "8", party="Port", speaker="one diplomat", kind="anonymous", outlet="C")
    assert origins(first, second, other) == 2
