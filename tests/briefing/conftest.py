"""An invented dispute over an island ferry, as every room below the briefing would hand it over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import groupby
from typing import Any

import pytest
from tests.chromium import chromium

from zopa.briefing import Briefing, build_briefing
from zopa.briefing.briefing import (
    AnswerEntry,
    FrontierEntry,
    MarkEntry,
    ProposalEntry,
    ReachEntry,
    RefusedEntry,
    TimelineEntry,
)
from zopa.case.case import Case, Issue, Option, Party, Person, RedLine, Settings
from zopa.coverage.article import Article, Byline, Span, article_id
from zopa.coverage.page import Skipped
from zopa.positions import Assessment, Cell, Change, Condition, Evidence, Matrix, Position, Standing
from zopa.settlements import further, result
from zopa.statements.statement import Anonymity, Statement, statement_id

AS_OF = date(2031, 3, 20)
UNION, LINE, COUNCIL, MINISTRY = "crews", "northline", "council", "ministry"

STRIKE_CALLED = """Crews call strike on the island ferries

The crews of the island ferries will stop work on Friday unless their pay rises by six per cent a year. “We have \
waited two winters for this, and three per cent is an insult,” Mara Holt, who leads the Ferry Crews’ Union, said on \
Monday. The last talks broke up after an hour.

Northline Ferries rejected the demand the same evening. “Six per cent would sink this company,” said its chief \
executive, Jonas Reed. He added that the line could offer three per cent a year, and that every ferry must sail with a \
crew of nine.

Holt said that a crew of nine was “out of the question” on a winter night. The Islands Council demanded that \
lifeline sailings be guaranteed for the length of any strike.

People on the outer islands were buying flour and lamp oil.
"""
MINISTER_SPEAKS = """Minister would pay for night boats

OSTREY — The Transport Ministry is ready to pay for night sailings at weekends, according to an official who asked \
not to be named because the talks are private. The official said the money depended on a deal before Easter.

In an interview with Radio Sound, quoted by the Islands News Agency, the council’s leader, Edda Voss, said the \
islands could live with night sailings at weekends only.

Northline has not answered.
"""
LINE_MOVES = """Presenter: Good morning. With us is Jonas Reed of Northline Ferries.

Reed: We can go to four per cent, but not without a crew of nine.

Presenter: And the night boats?

Reed: Every night is impossible. We will not do it.

Presenter: Thank you.
"""
UNDATED = """What the crews want

A leaflet handed out at the harbour says the crews would guarantee lifeline sailings during a strike. It also demands \
twelve hands on every ferry.
"""


@dataclass(frozen=True)
class Parts:
    """The arguments of ``build_briefing``, kept by name so that a test can replace one of them."""

    case: Case
    evidence: tuple[Evidence, ...]
    matrix: Matrix
    settlement: result.Settlement | None
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    changes: tuple[Change, ...]
    as_of: date = AS_OF
    new_articles: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    options: dict[str, Any] = field(default_factory=dict)

    def build(self, **options: Any) -> Briefing:
        """The briefing of these parts."""
        return build_briefing(
            self.case,
            self.evidence,
            self.matrix,
            self.settlement,
            self.articles,
            self.statements,
            self.changes,
            self.as_of,
            self.new_articles,
            self.skipped,
            **{"reader": "reader-0", "coder": "coder-0", "version": "0.0", **self.options, **options},
        )


def make_article(doc: str, text: str, **values: Any) -> Article:
    """An article whose paragraphs are its blocks of text."""
    paragraphs, start = [], 0
    for block in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(block.rstrip("\n"))))
        start += len(block) + 2
    given: dict[str, Any] = {"outlet": "Harbour Herald", "title": text.split("\n")[0], "published": None, "url": None}
    given |= {"published_from": "sidecar", "bylines": (), "text_kind": "page", **values}
    return Article(
        id=article_id(text),
        doc=doc,
        source=f"{doc}.txt",
        text=text,
        raw_sha256="0" * 64,
        paragraphs=tuple(paragraphs),
        **given,
    )


def make_statement(article: Article, speaker: str, content: str | tuple[str, ...], **values: Any) -> Statement:
    """A statement whose spans are found by their words; ``cue`` and ``source`` are words too."""

    def place(words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    spans = tuple(place(words) for words in ((content,) if isinstance(content, str) else content))
    cue, source = values.pop("cue", None), values.pop("source", None)
    given: dict[str, Any] = {"speaker_kind": "person", "relayed_via": (), "anonymous": None, "quote_type": "indirect"}
    given |= {"said_on": None, "said_on_exact": False, "confidence": 0.9, **values}
    return Statement(
        id=statement_id(article.id, spans),
        article=article.id,
        speaker=speaker,
        content=spans,
        cue=(place(cue),) if cue else (),
        source=(place(source),) if source else (),
        **given,
    )


def make_case() -> Case:
    """Four parties, four issues of a package and one of procedure."""
    options = {
        "night": {
            "every_night": "a late boat every night",
            "weekends_only": "late boats on Fridays and Saturdays",
            "none": "no boat after nine in the evening",
        },
        "crewing": {"crew_of_twelve": "twelve hands on every ferry", "crew_of_nine": "nine hands on every ferry"},
        "lifeline": {"guaranteed": "one sailing a day whatever happens", "voluntary": "crews decide each time"},
        "chair": {"ministry": "the ministry chairs", "independent": "somebody from outside chairs"},
    }
    names = {
        "night": "Night sailings",
        "crewing": "Crew on each ferry",
        "lifeline": "Lifeline sailings in a strike",
        "chair": "Who chairs the talks",
    }
    pay = Issue(
        id="pay", name="Pay rise a year", unit="%", options=tuple(Option(id=str(n), value=n) for n in (3, 4, 5, 6))
    )
    others = tuple(
        Issue(
            id=id,
            name=names[id],
            kind="procedure" if id == "chair" else "substance",
            options=tuple(Option(id=one, definition=words) for one, words in defined.items()),
        )
        for id, defined in options.items()
    )
    return Case(
        id="ferry",
        title="The island ferry strike",
        question="Can the crews, the line, the islands and the ministry agree before Easter?",
        parties=(
            Party(id=UNION, name="Ferry Crews’ Union", people=(Person(name="Mara Holt"),)),
            Party(id=LINE, name="Northline Ferries", people=(Person(name="Jonas Reed"),)),
            Party(id=COUNCIL, name="Islands Council", people=(Person(name="Edda Voss"),)),
            Party(id=MINISTRY, name="Transport Ministry"),
        ),
        issues=(pay, *others),
        signatories=(UNION, LINE),
        ratifiers=(COUNCIL,),
        red_lines=(
            RedLine(
                party=COUNCIL,
                when={"lifeline": ("voluntary",)},
                reason="The council’s charter of 2019 forbids it.",
                p=0.9,
            ),
        ),
        settings=Settings(draws=4000, seed=7),
    )


def make_articles() -> dict[str, Article]:
    """Four articles: a page, a retelling, a transcript, and one without a date."""
    return {
        "strike": make_article(
            "strike",
            STRIKE_CALLED,
            published=date(2031, 3, 3),
            url="https://herald.example/strike",
            bylines=(Byline("Ida Moor", "Ostrey"), Byline("Per Lund", None, "contributor")),
        ),
        "minister": make_article(
            "minister", MINISTER_SPEAKS, published=date(2031, 3, 9), outlet="Island Wire", text_kind="retold"
        ),
        "radio": make_article(
            "radio",
            LINE_MOVES,
            published=date(2031, 3, 15),
            outlet="Radio Sound",
            text_kind="transcript",
            title="Jonas Reed on the morning programme",
        ),
        "leaflet": make_article("leaflet", UNDATED, outlet=None, published_from="unknown"),
    }


def make_evidence(articles: dict[str, Article]) -> tuple[list[Statement], list[Evidence]]:
    """The statements and what they were coded as."""
    strike, minister, radio, leaflet = articles.values()
    official = Anonymity("an official", "the talks are private")
    news = ("Radio Sound", "Islands News Agency")
    held = {"said_on": "2031-03-03", "said_on_exact": True}
    holt = {"source": "Mara Holt, who leads the Ferry Crews’ Union", "office": "leader of the Ferry Crews’ Union"}
    reed = {"office": "chief executive", "affiliation": "Northline Ferries"}
    six = make_statement(strike, "narrator", "unless their pay rises by six per cent a year", speaker_kind="narrator")
    insult = make_statement(
        strike,
        "Mara Holt",
        "We have waited two winters for this, and three per cent is an insult",
        cue="said on Monday",
        quote_type="direct",
        **holt,
        **held,
    )
    sink = make_statement(
        strike,
        "Jonas Reed",
        "Six per cent would sink this company",
        cue="said its",
        source="its chief executive, Jonas Reed",
        quote_type="direct",
        **reed,
        **held,
    )
    three = make_statement(
        strike, "Jonas Reed", "the line could offer three per cent a year", cue="added that", **reed, **held
    )
    nine = make_statement(
        strike, "Jonas Reed", "every ferry must sail with a crew of nine", cue="added that", **reed, **held
    )
    crew = make_statement(
        strike,
        "Mara Holt",
        ("a crew of nine was", "out of the question", "on a winter night"),
        cue="Holt said that",
        quote_type="mixed",
        **held,
    )
    lifeline = make_statement(
        strike,
        "Islands Council",
        "that lifeline sailings be guaranteed for the length of any strike",
        cue="demanded",
        source="The Islands Council",
        speaker_kind="group",
    )
    flour = make_statement(
        strike, "narrator", "People on the outer islands were buying flour and lamp oil.", speaker_kind="narrator"
    )
    pays = make_statement(
        minister,
        "an official",
        "The Transport Ministry is ready to pay for night sailings at weekends",
        cue="according to",
        source="an official who asked not to be named",
        speaker_kind="anonymous",
        anonymous=official,
        confidence=0.7,
    )
    depends = make_statement(
        minister,
        "an official",
        "the money depended on a deal before Easter",
        cue="said",
        source="The official",
        speaker_kind="anonymous",
        anonymous=official,
    )
    voss = make_statement(
        minister,
        "Edda Voss",
        "the islands could live with night sailings at weekends only",
        source="the council’s leader, Edda Voss",
        relayed_via=news,
        said_on="2031-03",
        office="council leader",
    )
    four = make_statement(
        radio,
        "Jonas Reed",
        "We can go to four per cent, but not without a crew of nine.",
        quote_type="direct",
        said_on="2031-03-15",
        said_on_exact=True,
        **reed,
    )
    every = make_statement(
        radio,
        "Jonas Reed",
        "Every night is impossible. We will not do it.",
        quote_type="direct",
        said_on="2031-03-15",
        said_on_exact=True,
        **reed,
    )
    paper = make_statement(
        leaflet,
        "A leaflet",
        "the crews would guarantee lifeline sailings during a strike",
        cue="says",
        source="A leaflet handed out at the harbour",
        speaker_kind="document",
    )
    twelve = make_statement(leaflet, "A leaflet", "twelve hands on every ferry", cue="demands", speaker_kind="document")
    coded: list[tuple[Article, Statement, str, str, str, str, str]] = [
        (strike, six, UNION, "pay", "6", "demands", "firm"),
        (strike, insult, UNION, "pay", "3", "rejects", "firm"),
        (strike, sink, LINE, "pay", "6", "rejects", "firm"),
        (strike, three, LINE, "pay", "3", "offers", "firm"),
        (strike, nine, LINE, "crewing", "crew_of_nine", "demands", "firm"),
        (strike, crew, UNION, "crewing", "crew_of_nine", "rejects", "red_line"),
        (strike, lifeline, COUNCIL, "lifeline", "guaranteed", "demands", "firm"),
        (minister, pays, MINISTRY, "night", "weekends_only", "offers", "soft"),
        (minister, depends, MINISTRY, "night", "weekends_only", "conditions", "soft"),
        (minister, voss, COUNCIL, "night", "weekends_only", "accepts", "firm"),
        (radio, four, LINE, "pay", "4", "conditions", "firm"),
        (radio, every, LINE, "night", "every_night", "rejects", "red_line"),
        (leaflet, paper, UNION, "lifeline", "guaranteed", "offers", "firm"),
        (leaflet, twelve, UNION, "crewing", "crew_of_twelve", "demands", "firm"),
    ]
    conditions = {
        four.id: Condition("the crew is nine", (("crewing", "crew_of_nine"),)),
        depends.id: Condition("there is a deal before Easter"),
    }
    evidence = [
        Evidence(
            Position(
                said.id,
                party,
                issue,
                option,
                stance,
                strength,
                said.content,
                "coder-0",
                0.8,
                conditions.get(said.id),
                counted=said is not twelve,
            ),
            said,
            article,
        )
        for article, said, party, issue, option, stance, strength in coded
    ]
    return [
        six,
        insult,
        sink,
        three,
        nine,
        crew,
        lifeline,
        flour,
        pays,
        depends,
        voss,
        four,
        every,
        paper,
        twelve,
    ], evidence


def make_matrix(case: Case, evidence: list[Evidence]) -> Matrix:
    """Cells that group the counted evidence by option and stance; the line's first offer on pay was replaced."""

    def standings(party: str, issue: str) -> tuple[Standing, ...]:
        mine = [e for e in evidence if (e.position.party, e.position.issue) == (party, issue) and e.position.counted]
        found = []
        for (option, stance), group in groupby(mine, key=lambda e: (e.position.option, e.position.stance)):
            same = list(group)
            days = [e.article.published for e in same if e.article.published]
            found.append(
                Standing(
                    option,
                    stance,
                    same[0].position.strength,
                    len({e.statement.speaker for e in same}) + (party == MINISTRY),
                    min(days, default=None),
                    max(days, default=None),
                    tuple(e.statement.id for e in same),
                    tuple(e.position.condition for e in same if e.position.condition),
                )
            )
        return tuple(found)

    cells = []
    for party in case.parties:
        for issue in case.issues:
            found = standings(party.id, issue.id)
            earlier = tuple(one for one in found if (party.id, issue.id, one.option) == (LINE, "pay", "3"))
            conflicts = ((found[0], found[1]),) if (party.id, issue.id) == (MINISTRY, "night") else ()
            cells.append(
                Cell(party.id, issue.id, tuple(one for one in found if one not in earlier), earlier, conflicts)
            )
    return Matrix(AS_OF, tuple(p.id for p in case.parties), tuple(i.id for i in case.issues), tuple(cells))


def make_settlement(statements: list[Statement]) -> result.Settlement:
    """Figures made up for the fixture; only their shape is the engine's."""
    insult, sink, crew, four, every = (statements[place] for place in (1, 2, 5, 11, 12))
    crew_line = result.Clause(
        f"{UNION}: crewing=crew_of_nine", UNION, "stated", f"{UNION} refuses crewing = crew_of_nine", (crew.id,)
    )
    night_line = result.Clause(
        f"{LINE}: night=every_night", LINE, "stated", f"{LINE} refuses night = every_night", (every.id,)
    )
    pay_line = result.Clause(f"{LINE}: pay=6", LINE, "stated", f"{LINE} refuses pay = 6", (sink.id,))
    pay_union = result.Clause(f"{UNION}: pay=3", UNION, "stated", f"{UNION} refuses pay = 3", (insult.id,))
    charter = result.Clause(
        f"{COUNCIL}: lifeline=voluntary", COUNCIL, "asserted", "The council’s charter of 2019 forbids it."
    )
    no_deal = result.Clause(f"{LINE}: reservation", LINE, "reservation", f"{LINE} does better without a deal")
    clauses = (crew_line, night_line, pay_line, pay_union, charter, no_deal)
    best = {"pay": "4", "night": "weekends_only", "crewing": "crew_of_twelve", "lifeline": "guaranteed"}
    second, third = {**best, "pay": "5"}, {**best, "crewing": "crew_of_nine"}

    def found(package: dict[str, str], point: float, objections: tuple[result.Objection, ...]) -> result.PackageResult:
        se = (point * (1 - point) / 4000) ** 0.5
        accepted = result.Acceptability(0.0, point, 1.0, se, (point - 2 * se, point + 2 * se))
        spreads = {
            UNION: (0.61, 0.4, 0.8),
            LINE: (0.52, 0.3, 0.7),
            COUNCIL: (0.72, 0.5, 0.9),
            MINISTRY: (0.66, 0.4, 0.9),
        }
        return result.PackageResult(
            package, accepted, {party: result.Spread(*spread) for party, spread in spreads.items()}, objections
        )

    return result.Settlement(
        space=48,
        feasible=48,
        draws=4000,
        seed=7,
        posture=0.0,
        headline=result.Headline(best, 0.231, 0.0094, (0.12, 0.44), (0.0, 1.0)),
        zopa=result.Existence(result.Estimate(0.81, 0.006)),
        packages=(
            found(best, 0.231, (result.Objection(no_deal, 0.42, 0.2), result.Objection(pay_union, 0.18, 0.06))),
            found(second, 0.204, (result.Objection(no_deal, 0.5, 0.3), result.Objection(pay_line, 0.1, 0.02))),
            found(third, 0.0083, (result.Objection(crew_line, 0.93, 0.6),)),
        ),
        solutions=result.Solutions(
            nash=result.SolutionPoint(best, {UNION: 0.6}), utilitarian=result.SolutionPoint(second, {UNION: 0.6}, 2)
        ),
        blockers=result.Blockers(
            corrections=(result.ClauseSet((crew_line.id,), 0.55), result.ClauseSet((pay_line.id, no_deal.id), 0.2)),
            conflicts=(result.ClauseSet((crew_line.id, no_deal.id), 0.6),),
            responsibility={crew_line.id: 0.71, night_line.id: 0.2, pay_line.id: 0.33, charter.id: 0.05},
            clauses=clauses,
            cap=3,
            blocked=760,
            examined=4000,
        ),
        concessions=(
            result.Concession(UNION, crew_line.id, 0.112, 0.006, 0.09, third, (crew.id,)),
            result.Concession(LINE, night_line.id, 0.004, 0.001, 0.12, best, (every.id,)),
            result.Concession(COUNCIL, charter.id, 0.0, 0.0, -0.01, best, ()),
        ),
        questions=(
            result.Question("Would the line go above 4 per cent if the ministry paid?", 0.061, 0.005, (four.id,)),
            result.Question("Does the ministry hold any view on the crew?", 0.012, 0.004, ()),
        ),
        posture_curve=tuple((step / 10, min(1.0, 0.231 + 0.06 * step)) for step in range(11)),
        flips=(result.Flip(0.45, "the headline crosses 50 %"),),
        signatories=(UNION, LINE, COUNCIL),
        ties=2,
        formats=(
            further.Format("without", (LINE,), second, 0.4, 0.008, 0.17, 0.007, {LINE: 0.3}),
            further.Format("bilateral", (UNION, LINE), third, 0.35, 0.0075, 0.12, 0.006, {COUNCIL: 0.8}),
            further.Format("mediator", (), best, 0.22, 0.0065, -0.01, 0.003),
        ),
        paired_concessions=(
            further.PairedConcession(
                (crew_line.id, night_line.id), (UNION, LINE), 0.16, 0.007, 0.048, {UNION: 0.1, LINE: 0.11}, third
            ),
        ),
        robust=further.Robust(further.RobustPackage(best, 0.021, 0.23), further.RobustPackage(second, 0.31, 0.2)),
        central_weights=(
            further.CentralWeight(UNION, "pay", 0.25, 0.31, 0.004),
            further.CentralWeight(LINE, "crewing", 0.25, 0.252, 0.004),
        ),
        notes=("Blockers were searched up to 3 clauses together.",),
    )


@pytest.fixture
def ferry() -> Parts:
    """The invented dispute."""
    case, articles = make_case(), make_articles()
    statements, evidence = make_evidence(articles)
    three, four = statements[3], statements[11]
    changes = (
        Change(
            LINE,
            "pay",
            (("3", "offers"),),
            (("4", "conditions"),),
            date(2031, 3, 15),
            "hardening",
            date(2031, 3, 3),
            (three.id,),
            (four.id,),
        ),
        Change(
            LINE, "night", (), (("every_night", "rejects"),), date(2031, 3, 15), "new", None, (), (statements[12].id,)
        ),
    )
    return Parts(
        case,
        tuple(evidence),
        make_matrix(case, evidence),
        make_settlement(statements),
        tuple(articles.values()),
        tuple(statements),
        changes,
        new_articles=(articles["radio"].id,),
        skipped=(Skipped("photo.txt", "it is not text", "ZP101"),),
        options={
            "proposals": (make_proposal(three, four),),
            "assessments": (Assessment(statements[9].id, "effect", (LINE,), "night", ()),),
            "frontier": make_frontier(),
            "events": (TimelineEntry(date(2031, 3, 28), True, "meeting", "Crews and line meet in Ostrey", ()),),
        },
    )


def make_frontier() -> FrontierEntry:
    """Three parties two by two, with a package of each kind."""
    best = (("pay", "4"), ("night", "weekends_only"), ("crewing", "crew_of_twelve"), ("lifeline", "guaranteed"))
    return FrontierEntry(
        parties=(UNION, LINE, COUNCIL),
        no_deal=(0.5, 0.5, 0.5),
        reaches=(
            ReachEntry((UNION, LINE), ((0.9, 0.3), (0.7, 0.55), (0.4, 0.8))),
            ReachEntry((UNION, COUNCIL), ((0.9, 0.6), (0.8, 0.7))),
            ReachEntry((LINE, COUNCIL), ((0.8, 0.9),)),
        ),
        marks=(
            MarkEntry("headline", 1, best, (0.61, 0.52, 0.72)),
            MarkEntry("package", 2, best, (0.66, 0.47, 0.72)),
            MarkEntry("solution", 1, best, (0.61, 0.52, 0.72)),
            MarkEntry("proposal", 1, best, (0.55, 0.58, 0.6)),
        ),
    )


def make_proposal(first: Statement, second: Statement) -> ProposalEntry:
    """What the line puts on the table."""
    return ProposalEntry(
        proposer=LINE,
        carrier="Edda Voss",
        on=date(2031, 3, 15),
        package=(("pay", "4"), ("night", "weekends_only")),
        suggested=(("crewing", "crew_of_nine"),),
        left_open=("lifeline",),
        answers=(AnswerEntry(UNION, "rejected", (second.id,)),),
        finding="With the rest left open, some package suits all in 12 % of the draws.",
        refused=(RefusedEntry(UNION, "pay", "4", 0.65, (first.id,)),),
        statements=(first.id, second.id),
        best=(("pay", "4"), ("night", "weekends_only"), ("crewing", "crew_of_nine"), ("lifeline", "guaranteed")),
    )


@pytest.fixture
def briefing(ferry: Parts) -> Briefing:
    """The briefing of the invented dispute."""
    return ferry.build()


@pytest.fixture
def rebuilt(ferry: Parts) -> Callable[..., Briefing]:
    """The briefing with some of its parts or options replaced: ``rebuilt(case=..., full_text=True)``."""

    def build(**given: Any) -> Briefing:
        parts = {name: value for name, value in given.items() if name in {one.name for one in fields(Parts)}}
        return replace(ferry, **parts).build(**{name: value for name, value in given.items() if name not in parts})

    return build


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Headless Chromium, one for all tests of the page."""
    opened = chromium(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.quit()
