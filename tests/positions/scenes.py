"""Small made-up cases of several kinds, and statements in them, for the tests of this room."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from zopa.case.case import Case, Issue, Option, Party, Person
from zopa.coverage.article import Article, Span, article_id
from zopa.statements.statement import Anonymity, Statement, statement_id

if TYPE_CHECKING:
    from zopa.statements.statement import SpeakerKind


def _options(**definitions: str) -> tuple[Option, ...]:
    return tuple(Option(id=id_, definition=text) for id_, text in definitions.items())


STRIKE = Case(
    id="harbour-strike",
    title="The harbour strike",
    parties=(
        Party(
            id="Union",
            name="Dockers' Federation",
            aliases=("the union", "Federation", "dockers"),
            people=(Person(name="Marta Lindqvist", office="union president"),),
        ),
        Party(
            id="Port",
            name="Nordhaven Port Authority",
            aliases=("the port", "Nordhaven", "management", "the employer"),
            people=(Person(name="Jonas Okafor"),),
        ),
    ),
    issues=(
        Issue(
            id="wage",
            name="Wage rise",
            unit="%",
            options=tuple(Option(id=f"{n}", definition=f"a rise of {n}%", value=n) for n in (3, 5, 8)),
        ),
        Issue(
            id="night_shifts",
            name="Night shifts",
            options=_options(
                abolished="no more night shifts", voluntary="only for volunteers", kept="kept as they are"
            ),
        ),
        Issue(
            id="strike_end",
            name="When the strike ends",
            options=_options(
                suspended_for_talks="suspended while talks go on", after_signature="ended only after a deal is signed"
            ),
        ),
        Issue(
            id="dismissed_workers",
            name="The dismissed crane drivers",
            options=_options(reinstated="all get their jobs back", compensated="compensation instead of their jobs"),
        ),
    ),
    signatories=("Union", "Port"),
)

HOSTAGES = Case(
    id="valley-hostages",
    title="The valley hostages",
    parties=(
        Party(id="Rebels", name="Valley Front", aliases=("Front", "the rebels"), people=(Person(name="Idris Kamal"),)),
        Party(
            id="Government",
            name="Arvenia",
            aliases=("Arvenian", "the government"),
            people=(Person(name="Lena Ostrov"), Person(name="Paul de Witt")),
        ),
    ),
    issues=(
        Issue(
            id="hostages",
            name="Release of the hostages",
            options=_options(
                all_at_once="all released at once", in_stages="released in stages", none="nobody released"
            ),
        ),
        Issue(
            id="ceasefire_length",
            name="Length of the ceasefire",
            options=_options(permanent="a permanent ceasefire", sixty_days="a ceasefire of 60 days"),
        ),
        Issue(
            id="amnesty",
            name="Amnesty for the fighters",
            options=_options(
                full="a full amnesty for all", partial="amnesty except for grave crimes", none="no amnesty"
            ),
        ),
        Issue(
            id="northern_pass",
            name="The Northern Pass",
            options=_options(
                rebels_withdraw="the rebels withdraw from it",
                joint_patrols="joint patrols of both sides",
                rebels_stay="the rebels stay",
            ),
        ),
        Issue(
            id="eastern_bridge",
            name="The Eastern Bridge",
            options=_options(rebels_withdraw="the rebels withdraw from it", rebels_stay="the rebels stay"),
        ),
    ),
    signatories=("Rebels", "Government"),
    coding_notes=('"Highlands" codes both northern_pass and eastern_bridge.',),
)


FISHING = Case(
    id="skerry",
    title="Fishing at Skerry",
    parties=(
        Party(
            id="Fishermen",
            name="Skerry Fishermen's League",
            aliases=("the league", "the fishermen"),
            people=(Person(name="Anna Roth", office="league president"),),
        ),
        Party(
            id="Ministry",
            name="Ministry of Fisheries",
            aliases=("the ministry",),
            people=(Person(name="Paul Varga", office="fisheries minister"),),
        ),
        Party(
            id="Greens",
            name="Clean Sea Alliance",
            aliases=("the alliance", "campaigners"),
            people=(Person(name="Mira Holt"),),
        ),
    ),
    issues=(
        Issue(
            id="quota_years",
            name="Length of the quota agreement",
            unit="years",
            options=tuple(Option(id=f"{n}", definition=f"{n} years", value=n) for n in (1, 2, 3)),
        ),
        Issue(
            id="start",
            name="Start of the new quota",
            options=_options(january="on 1 January", july="on 1 July", next_year="not before next year"),
        ),
        Issue(
            id="inspectors",
            name="Who inspects the boats",
            options=_options(
                coastguard="the coastguard alone",
                joint="joint teams of coastguard and fishermen",
                nobody="no inspections at sea",
            ),
        ),
        Issue(
            id="fee",
            name="Licence fee",
            unit="euro",
            options=tuple(Option(id=f"{n}", definition=f"{n} euros", value=n) for n in (0, 50, 100)),
        ),
        Issue(
            id="arbitration",
            name="Disputes",
            options=_options(
                binding="binding arbitration", advisory="a panel whose opinion does not bind", courts="ordinary courts"
            ),
        ),
        Issue(
            id="closed_season",
            name="Closed season for cod",
            options=_options(two_months="two months a year", four_months="four months a year", none="no closed season"),
        ),
        Issue(
            id="trawling",
            name="Bottom trawling in the bay",
            options=_options(banned="banned", permitted="allowed to go on", phased_out="phased out over five years"),
        ),
        Issue(
            id="compensation",
            name="Compensation for idle boats",
            options=_options(paid="the state pays for idle boats", unpaid="no compensation"),
        ),
    ),
    signatories=("Fishermen", "Ministry"),
)


CABINET = Case(
    id="cabinet",
    title="Talks on a coalition",
    parties=(
        Party(
            id="Liberals",
            name="Liberal Party",
            aliases=("the Liberals",),
            people=(Person(name="Nils Berger", office="party leader"),),
        ),
        Party(id="Greens", name="Green Party", aliases=("the Greens",), people=(Person(name="Ada Moss"),)),
        Party(id="Centre", name="Centre Union", aliases=("the Centre", "CU"), people=(Person(name="Karl Voss"),)),
    ),
    issues=(
        Issue(
            id="premier",
            name="Who becomes prime minister",
            options=_options(berger="Nils Berger", voss="Karl Voss", rotation="the post changes hands after two years"),
        ),
        Issue(
            id="wealth_tax", name="Tax on large fortunes", options=_options(introduced="introduced", none="no such tax")
        ),
        Issue(
            id="pension_age",
            name="Pension age",
            unit="years",
            options=tuple(Option(id=f"{n}", definition=f"{n} years", value=n) for n in (65, 67, 68)),
        ),
        Issue(
            id="nuclear",
            name="The Haldern nuclear plant",
            options=_options(
                shut_2030="shut down by 2030",
                extended="runs ten years longer",
                new_reactor="a new reactor is built beside it",
            ),
        ),
        Issue(
            id="deficit",
            name="Budget deficit",
            options=_options(
                balanced="balanced budget every year",
                three_percent="up to 3% of output",
                suspended="the rule is suspended for the term",
            ),
        ),
        Issue(
            id="asylum",
            name="Asylum seekers taken in each year",
            options=_options(cap_10000="at most 10,000", cap_30000="at most 30,000", no_cap="no upper limit"),
        ),
        Issue(
            id="interior",
            name="The interior ministry",
            options=_options(
                liberals="goes to the Liberals", centre="goes to the Centre Union", greens="goes to the Greens"
            ),
        ),
        Issue(
            id="vote",
            name="How members approve the deal",
            options=_options(
                ballot="a ballot of all members", congress="a party congress decides", leaders="the leaders sign"
            ),
        ),
    ),
    signatories=("Liberals", "Greens", "Centre"),
)


def _two_states(id: str, title: str, *issues: Issue) -> Case:
    """Velland, for which Ida Brandt speaks, and Osmark, for which Petr Halva does."""
    speakers = {"Velland": "Ida Brandt", "Osmark": "Petr Halva"}
    parties = tuple(Party(id=name, name=name, people=(Person(name=who),)) for name, who in speakers.items())
    return Case(id=id, title=title, parties=parties, issues=issues, signatories=tuple(speakers))


ORCHARDS = _two_states(
    "orchards",
    "Duties between two states",
    Issue(
        id="general_duty",
        name="Velland's tariff on most Osmark goods",
        options=_options(ten="10%", twenty="20% or 40%"),
    ),
    Issue(id="fruit", name="Velland's tariff on fruit", options=_options(forty="40% stays", none="removed")),
    Issue(
        id="answer",
        name="Osmark's countermeasures",
        options=_options(imposed="countermeasures imposed", suspended="suspended or delayed"),
    ),
)

TOLL = _two_states(
    "bridge",
    "The toll on a bridge",
    Issue(
        id="toll",
        name="Toll on the bridge",
        unit="%",
        options=tuple(Option(id=f"{n}", definition=f"{n}%", value=n) for n in (0, 5, 10)),
    ),
    Issue(id="lane", name="Lane for lorries", options=_options(opened="a lane is opened", closed="no lane")),
)


def make_article(text: str, published: str | None = "2031-03-10", outlet: str | None = "The Coast Courier") -> Article:
    """An article whose every line is a paragraph."""
    spans, place = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(place, place + len(line.rstrip("\n"))))
        place += len(line)
    day = date.fromisoformat(published) if published else None
    return Article(
        id=article_id(text),
        doc="made-up",
        source="made-up.txt",
        outlet=outlet,
        title="",
        published=day,
        published_from="sidecar" if day else "unknown",
        bylines=(),
        text=text,
        raw_sha256="",
        paragraphs=tuple(spans),
    )


def make_statement(
    article: Article,
    content: str,
    speaker: str = "narrator",
    kind: SpeakerKind | None = None,
    *,
    said_on: str | None = None,
    via: tuple[str, ...] = (),
    office: str | None = None,
) -> Statement:
    """A statement whose content is a part of the article's text."""
    start = article.text.index(content)
    spans = (Span(start, start + len(content)),)
    speaker_kind = kind or ("narrator" if speaker == "narrator" else "person")
    return Statement(
        id=statement_id(article.id, spans),
        article=article.id,
        speaker=speaker,
        speaker_kind=speaker_kind,
        relayed_via=via,
        anonymous=Anonymity(speaker) if speaker_kind == "anonymous" else None,
        quote_type="indirect",
        content=spans,
        cue=(),
        source=(),
        said_on=said_on,
        said_on_exact=said_on is not None,
        confidence=1.0,
        office=office,
    )
