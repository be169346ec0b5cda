"""Candidate issues: what several statements ask for or refuse is one issue, and what they differ in are its options."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from zopa.positions.drafting.draft import DraftIssue
from zopa.positions.drafting.gists import gists_of, surfaces_of
from zopa.positions.drafting.options import options_of, scale_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.coverage.article import Article
    from zopa.positions.drafting.gists import Gist
    from zopa.statements.statement import Statement

MOST_ISSUES = 12
LEAST_STATEMENTS = 2
"""Statements an issue needs; one alone is a remark."""

_TOGETHER = 0.5
_COMMONEST = 0.5
_MANY = 12


def issues_from(
    articles: Sequence[Article], statements: Sequence[Statement], names: Iterable[str]
) -> tuple[DraftIssue, ...]:
    """The candidate issues of articles, most spoken of first; ``names`` are those of parties and people.

    1. Statements with a stance, as sets of nouns.
    2. The noun that most speakers bring up, weighed by how few of the statements have it (a noun that half of them
       share is what the talks are about, and no issue of them), takes its statements, with the nouns that stand beside
       it in at least half of them; again with the statements that are left, up to twelve times.
    3. The numbers of an issue's statements that share a unit are a scale; else what its statements differ in are its
       options.

    Cost: linear in the statements for each issue.
    """
    gists = gists_of(articles, statements, names)
    form = surfaces_of(articles).form
    left = list(gists)
    issues: list[DraftIssue] = []
    used: set[str] = set()
    while len(issues) < MOST_ISSUES:
        topic = _topic(left, len(gists))
        if topic is None:
            break
        mine = [gist for gist in left if topic in gist.terms]
        left = [gist for gist in left if topic not in gist.terms]
        issue = _issue(topic, mine, form, used)
        if issue is not None:
            issues.append(issue)
            used.add(issue.id)
    return tuple(issues)


def _topic(gists: Sequence[Gist], whole: int) -> str | None:
    """The noun that makes the best issue of what is left."""
    uses = Counter(term for gist in gists for term in gist.terms)
    speakers: dict[str, set[str]] = {}
    for gist in gists:
        for term in gist.terms:
            speakers.setdefault(term, set()).add(gist.speaker)
    most = _COMMONEST * whole if whole >= _MANY else whole
    weights = {
        term: (count + len(speakers[term])) * math.log((whole + 2) / count)
        for term, count in uses.items()
        if LEAST_STATEMENTS <= count <= most
    }
    return max(sorted(weights), key=lambda term: weights[term], default=None)


def _issue(topic: str, gists: Sequence[Gist], form: Mapping[str, str], used: set[str]) -> DraftIssue | None:
    beside = Counter(term for gist in gists for term in gist.terms if term != topic)
    shared = [term for term, count in beside.most_common(2) if count >= max(2, _TOGETHER * len(gists))]
    words = [form.get(term, term) for term in (topic, *shared)]
    id = "_".join(words)
    if id in used:
        return None
    name = words[0].capitalize() + (f" ({', '.join(words[1:])})" if shared else "")
    unit, options = scale_options(gists, form)
    if not options:
        unit, options = None, options_of({topic, *shared}, gists, words[0])
    speakers = len({gist.speaker for gist in gists})
    doubt = (
        "brought up by one speaker" if speakers == 1 else "brought up twice" if len(gists) == LEAST_STATEMENTS else None
    )
    return DraftIssue(id, name, options, unit, len(gists), speakers, doubt) if len(options) > 1 else None
