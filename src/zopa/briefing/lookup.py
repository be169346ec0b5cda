"""What every renderer needs of a briefing: names behind ids, references, attribution chains, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.briefing import wording
from zopa.briefing.wording import human, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.briefing.briefing import (
        AnswerEntry,
        ArticleEntry,
        AssessmentEntry,
        Briefing,
        CellEntry,
        ChangeEntry,
        Chosen,
        ClauseEntry,
        Coding,
        FormatEntry,
        MarkEntry,
        PackageEntry,
        ProposalEntry,
        RefusedEntry,
        StanceEntry,
        StatementEntry,
        TermEntry,
        WeightEntry,
    )

KIND_WORDS = {
    "stated": "stated",
    "asserted": "asserted by the analyst",
    "hidden": "an assumption, no statement",
    "reservation": "an assumption, no statement",
}
FORMAT_WORDS = {
    "without": "Without one who must agree",
    "with": "With one more who must agree",
    "bilateral": "Two agree first, the others are asked afterwards",
    "proposer": "One proposes what suits it best, the others say yes or no",
    "mediator": "Somebody proposes what serves the worst served best",
}
TEXT_KIND_WORDS = {"page": "", "transcript": "transcript", "retold": "retold"}


RETOLD_MEANS = "retellings, not the outlets’ own words; no sentence of them is a quotation from the outlet"
QUOTE_TYPE_WORDS = {"direct": "quoted", "indirect": "paraphrased", "mixed": "partly quoted"}


_WEIGHTS = 6
_VISIBLE = 0.005
"""A difference of utilities or weights below this reads as none."""


class Lookup:
    """Names and entries of one briefing by id. Built once, read many times."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.statements = {one.id: one for one in briefing.statements}
        self.articles = {one.id: one for one in briefing.articles}
        self._parties = {one.id: one.name for one in briefing.parties}
        self._issues = {one.id: one.name for one in briefing.issues}
        self._options = {(issue.id, one.id): one.name for issue in briefing.issues for one in issue.options}
        self.silent = frozenset(silent_issues(briefing))
        self._cells = {(cell.party, cell.issue): cell for cell in briefing.cells}

    def party(self, id: str) -> str:
        """A party's name."""
        return plain(self._parties.get(id, id))

    def place(self, id: str) -> int:
        """A party's place among the parties, from 1."""
        return list(self._parties).index(id) + 1

    def issue(self, id: str) -> str:
        """An issue's name."""
        return plain(self._issues.get(id, id))

    def short(self, id: str) -> str:
        """An issue's name without the explanation at its end."""
        return wording.short(self.issue(id))

    def option(self, issue: str, option: str) -> str:
        """An option's name."""
        return plain(self._options.get((issue, option), human(option)))

    def cell(self, party: str, issue: str) -> CellEntry | None:
        """The cell of a party and an issue."""
        return self._cells.get((party, issue))

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """The reference numbers of statements, in rising order; an id that is not in the briefing has none."""
        return sorted(self.statements[id].number for id in ids if id in self.statements)

    def references(self, ids: Iterable[str]) -> str:
        """``[2] [7]``."""
        return " ".join(f"[{number}]" for number in self.numbers(ids))

    def quoted(self, ids: Iterable[str], at_most: int) -> list[StatementEntry]:
        """The statements to quote for a figure: somebody's words before the outlet's own voice, newest first."""
        found = [self.statements[id] for id in ids if id in self.statements]
        found.sort(key=lambda one: -one.number)
        found.sort(key=lambda one: one.said_on or (one.published.isoformat() if one.published else ""), reverse=True)
        found.sort(key=lambda one: (one.excerpt.broken is not None, one.speaker_kind == "narrator"))
        return found[:at_most]

    def stance(self, cell: CellEntry, entry: StanceEntry) -> str:
        """``rejects every night``."""
        condition = entry.conditions[0] if entry.conditions else None
        return wording.stance(entry.stance, self.option(cell.issue, entry.option), condition)

    def coding(self, coding: Coding) -> str:
        """What a statement was coded as, in one line."""
        held = wording.stance(coding.stance, self.option(coding.issue, coding.option), coding.condition)
        said = (
            f"{self.party(coding.party)} {held} ({self.short(coding.issue)}; {wording.STRENGTH_WORDS[coding.strength]})"
        )
        return said if coding.counted else f"{said}, suggested, not counted"

    def change(self, change: ChangeEntry) -> str:
        """``Northline Ferries on Pay rise a year: offers 3 % → would have 4 % on a condition``."""
        after = " and ".join(plain(one) for one in change.after) or "given up"
        before = " and ".join(plain(one) for one in change.before)
        moved = f"{before} → {after}" if before else f"first words: {after}"
        return f"{self.party(change.party)} on {self.short(change.issue)}: {moved}"

    def proposal(self, found: ProposalEntry) -> str:
        """``Northline Ferries, through Anna Nemec (9 August 2031)``."""
        through = f", through {plain(found.carrier)}" if found.carrier else ""
        return f"{self.party(found.proposer)}{through} ({wording.day(found.on)})"

    def terms(self, found: ProposalEntry) -> list[tuple[str, str]]:
        """A proposal's terms as (issue name, what is proposed) pairs, unsure ones and open questions last."""
        sure = [(self.short(issue), self.option(issue, option)) for issue, option in found.package]
        unsure = [(self.short(issue), f"{self.option(issue, option)} (unsure)") for issue, option in found.suggested]
        return [*sure, *unsure, *((self.short(issue), "left open") for issue in found.left_open)]

    def answer(self, found: AnswerEntry) -> str:
        """``Ferry Crews' Union rejected it``."""
        return f"{self.party(found.party)} {wording.ANSWERS[found.answer]}{wording.UNSURE if found.unsure else ''}"

    def refused(self, found: RefusedEntry) -> str:
        """``Ferry Crews' Union refuses 3 % (65 % of the draws)``."""
        share = wording.percent(found.share)
        return f"{self.party(found.party)} refuses {self.option(found.issue, found.option)} ({share} of the draws)"

    def heard(self, package: Chosen) -> list[tuple[str, str]]:
        """A package's issues on which at least one party has been heard, as (issue id, option name) pairs."""
        return [(issue, self.option(issue, option)) for issue, option in package if issue not in self.silent]

    def unheard(self, package: Chosen) -> list[tuple[str, str]]:
        """A package's other issues: no statement of anybody is known, so the option is picked by assumption alone."""
        return [(issue, self.option(issue, option)) for issue, option in package if issue in self.silent]

    def changed(self, package: Chosen) -> list[tuple[str, str]]:
        """Where a package differs from the headline's, as (issue name, option name) pairs."""
        same = set(self.base())
        return [(self.short(i), self.option(i, o)) for i, o in package if (i, o) not in same]

    def difference(self, package: Chosen, at_most: int | None = None) -> str:
        """The same as one phrase: ``Pay rise a year: 5 %``; no more than ``at_most`` issues are named."""
        changed = [f"{issue}: {option}" for issue, option in self.changed(package)]
        if at_most is not None and len(changed) > at_most:
            changed[at_most:] = [f"{len(changed) - at_most} more"]
        return "; ".join(changed) or "the headline package"

    def neighbours(self, at_most: int) -> list[PackageEntry]:
        """The packages of the ranking next to the headline's."""
        base = self.base()
        return [found for found in self.briefing.packages if found.package != base][:at_most]

    def term(self, found: TermEntry) -> str:
        """``5 % (Pay rise a year): rejects 5 % (red line)``, in one phrase."""
        return f"{self.option(found.issue, found.option)} ({self.short(found.issue)}): {plain(found.because)}"

    def assessments(self, party: str, issue: str) -> list[AssessmentEntry]:
        """What others judge of a party on an issue; in no figure."""
        return [one for one in self.briefing.assessments if party in one.about and one.issue == issue]

    def mark(self, found: MarkEntry) -> str:
        """What a mark of the frontier is: ``package 2``, ``Nash``, ``Northline Ferries (9 August 2031)``."""
        if found.kind == "headline":
            return "the package that comes closest"
        if found.kind == "package":
            return f"package {found.place}"
        if found.kind == "solution":
            return self.briefing.solutions[found.place - 1].name
        return self.proposal(self.briefing.proposals[found.place - 1])

    def base(self) -> Chosen:
        """The package that others are compared with: the headline's, else the first."""
        head, packages = self.briefing.headline, self.briefing.packages
        if head is not None and head.package is not None:
            return head.package
        return packages[0].package if packages else ()

    def better_without(self) -> str:
        """For which parties no deal may be better than the headline package, in one sentence."""
        return wording.better_without([(self.party(c.party), c.share or 0.0) for c in self.briefing.reservations])


def refusal(clause: ClauseEntry) -> str:
    """A clause as what its party does, without the party's name."""
    if clause.kind == "reservation":
        return "holds no deal to be better"
    said = f"{'may refuse' if clause.kind == 'hidden' else 'refuses'} {plain(clause.label)}"
    return f"{said}: {plain(clause.because)}" if clause.kind == "stated" and clause.because else said


def violated(clause: ClauseEntry) -> str:
    """How often a clause stands in the way; empty where that was not measured."""
    if clause.share is not None:
        return f", violated in {wording.percent(clause.share)} of the draws"
    if clause.responsibility is not None:
        size = wording.fraction(clause.responsibility)
        return f", part of what blocks every package in some draws (responsibility {size} of 1)"
    return ""


def signatories(briefing: Briefing) -> list[str]:
    """The names of those who must agree, in the order of the case."""
    return [plain(party.name) for party in briefing.parties if party.role != "other"]


def speaker(statement: StatementEntry) -> str:
    """Who said it: a name with an office, an unnamed source with the reason it is unnamed, or the outlet itself."""
    if statement.speaker_kind == "narrator":
        return f"{plain(statement.outlet)} itself"
    if statement.anonymous is not None:
        why = f", unnamed because {plain(statement.anonymous_reason)}" if statement.anonymous_reason else ", unnamed"
        return plain(statement.anonymous) + why
    about = [plain(part) for part in (statement.office, statement.affiliation) if part]
    return f"{plain(statement.speaker)} ({', '.join(about)})" if about else plain(statement.speaker)


def chain(statement: StatementEntry) -> list[str]:
    """The attribution chain: who said it, through whom, and who published it."""
    links = [speaker(statement), *(plain(link) for link in statement.via)]
    return links if statement.speaker_kind == "narrator" else [*links, plain(statement.outlet)]


def dated(statement: StatementEntry) -> str:
    """How its words are given, and when it was said, or published where that alone is known."""
    given = "" if statement.speaker_kind == "narrator" else f"{QUOTE_TYPE_WORDS[statement.quote_type]}, "
    if statement.said_on is not None:
        return f"{given}said {wording.said_on(statement.said_on, statement.said_on_exact)}"
    return f"{given}published {wording.day(statement.published)}" if statement.published else f"{given}undated"


def attribution(statement: StatementEntry) -> str:
    """``Edda Voss (council leader) → Radio Sound → Island Wire, said March 2031; retold, ...`` on one line."""
    kind = TEXT_KIND_WORDS[statement.text_kind]
    return f"{' → '.join(chain(statement))}, {dated(statement)}{f'; {kind}' if kind else ''}"


def words(statement: StatementEntry) -> str:
    """The statement's own words on one line, or that they can no longer be found."""
    if statement.excerpt.broken is not None:
        return f"Broken anchor: {statement.excerpt.broken}."
    return f"“{plain(statement.excerpt.words).strip('“”')}”"


def article_line(article: ArticleEntry) -> str:
    """``Harbour Herald, “Crews call strike”, 3 March 2031``."""
    kind = TEXT_KIND_WORDS[article.text_kind]
    dated_on = wording.day(article.published)
    return f"{plain(article.outlet)}, “{plain(article.title)}”, {dated_on}{f' ({kind})' if kind else ''}"


def retold(briefing: Briefing) -> str:
    """What 'retold' means and how many articles are; empty where none is."""
    number = sum(article.text_kind == "retold" for article in briefing.articles)
    if not number:
        return ""
    return f"Retold: {number} of {wording.counted(len(briefing.articles), 'article')} are {RETOLD_MEANS}."


def silent_issues(briefing: Briefing) -> list[str]:
    """The ids of issues on which no statement is known of any party."""
    heard = {cell.issue for cell in briefing.cells if not cell.unknown}
    return [issue.id for issue in briefing.issues if issue.id not in heard]


def yielding_nothing(briefing: Briefing) -> list[str]:
    """The names of those who must agree and have no stated refusal to let go of."""
    conceding = {one.party for one in briefing.concessions}
    return [plain(one.name) for one in briefing.parties if one.role != "other" and one.id not in conceding]


def weights(briefing: Briefing) -> list[WeightEntry]:
    """The weights that differ where all accept the headline by more than twice their error: six at most."""
    return [one for one in briefing.weights if abs(one.given - one.mean) > max(2 * one.se, _VISIBLE)][:_WEIGHTS]


def pairs_say(briefing: Briefing) -> str:
    """Whether two refusals let go of together bring more than the better one alone."""
    more = sum(one.beyond > 2 * one.se for one in briefing.pairs)
    of = f"of {wording.counted(len(briefing.pairs), 'pair')}"
    return f"{more} {of} bring more than the better one alone" if more else f"none {of} brings more than one alone"


def formats(briefing: Briefing) -> list[tuple[str, list[FormatEntry]]]:
    """The formats by kind, each kind in words."""
    kinds = [(said, [one for one in briefing.formats if one.kind == kind]) for kind, said in FORMAT_WORDS.items()]
    return [(said, found) for said, found in kinds if found]


def first_briefing(briefing: Briefing) -> bool:
    """Whether nothing was read before this briefing."""
    return bool(briefing.articles) and all(article.new for article in briefing.articles)


def moves(briefing: Briefing) -> Sequence[ChangeEntry]:
    """Changes with something before them, newest first: all of them in a first briefing, else the new ones."""
    fresh = first_briefing(briefing)
    return [change for change in briefing.changes if change.before and (change.new or fresh)]
