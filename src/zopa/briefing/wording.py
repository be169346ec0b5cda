"""How a briefing says things: numbers, dates, stances and the answer itself, in the same words for every party.

Everything computed is said as 'acceptable under these assumptions'; nothing is advised and nothing is foretold.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from zopa.briefing.locale import current

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.briefing.briefing import Acceptability, Headline
    from zopa.positions.position import Stance, Strength

STANCE_WORDS: Mapping[Stance, str] = {
    "demands": "demands",
    "accepts": "accepts",
    "offers": "offers",
    "rejects": "rejects",
    "conditions": "only if",
    "undecided": "undecided on",
}
STANCE_SHAPES: Mapping[Stance, str] = {
    "demands": "▲",
    "accepts": "●",
    "offers": "◆",
    "rejects": "✕",
    "conditions": "◐",
    "undecided": "○",
}
STRENGTH_WORDS: Mapping[Strength, str] = {"red_line": "red line", "firm": "firm", "soft": "soft"}
UNKNOWN = "no statement"
DRAW = "A draw is one complete reading of everything that is uncertain."
UNHEARD = "Picked by assumption alone, since nobody has been heard on it"
TWO_FIGURES = (
    "The headline's own figure comes from the half of the draws it was not picked on, the figures of this table from "
    "all draws; so they differ a little."
)
RESPONSIBILITY = (
    "Responsibility is 1 where lifting the refusal alone would let a deal exist, 1/2 where one more must go with it, "
    "and so on, averaged over the draws in which nothing suits."
)
MADE_OTHERWISE = "Made otherwise than before, so figures may differ for that reason"
SMALLEST_POINTS = 0.0005
"""A difference of probabilities below this is shown as 0 points: nothing worth listing."""
FIGURE_SPACE = re.compile(r"(?<=\d) (?=%)|(?<=[<>±]) (?=[\d<])|(?<=[\d%]) (?=±)")
"""The spaces inside a figure, at which no line may break."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LONG = 40
_SHARE = re.compile(r"\b(\d{1,3}) ?%")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def plain(text: str) -> str:
    """The text without control and formatting characters, on one line: safe in a terminal and in a listing."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (" " if character.isspace() else character for character in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"}).split())


def human(identifier: str) -> str:
    """An id as words: ``cede_to_russia`` becomes ``cede to russia``."""
    return plain(identifier.replace("_", " "))


def short(name: str) -> str:
    """A name without the explanation in brackets at its end, or after a comma where it is long."""
    kept = name.partition(" (")[0] if name.endswith(")") else name
    return kept.partition(", ")[0] if len(kept) > _LONG else kept


def number_word(count: int) -> str:
    """A small count in words, a large one in digits with thin groups: ``four``, ``5,038,848``."""
    return _NUMBERS[count] if 0 <= count < len(_NUMBERS) else number(count)


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 statement``, ``3 statements``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str], joiner: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {joiner} {names[-1]}"


def percent(value: float, *, exact: bool = False) -> str:
    """A probability without false precision: ``37 %``, ``< 1 %``, ``> 99 %``; 0 and 1 only where they are exact."""
    if exact and value in (0.0, 1.0):
        return per_cent(f"{100 * value:.0f}")
    if value < 0.01:
        return f"< {per_cent('1')}"
    if value > 0.99:
        return f"> {per_cent('99')}"
    return per_cent(f"{round(100 * value)}")


def number(value: float, form: str = ",") -> str:
    """A number in a format of Python's, with the signs of the locale: ``5,038,848``, ``5.038.848``, ``0,25``."""
    return current().number(f"{value:{form}}")


def fraction(value: float) -> str:
    """A number between 0 and 1 with two digits: ``0.45``."""
    return number(value, ".2f")


def span(low: float, high: float) -> str:
    """Both ends of a range: ``0.38 to 0.58``."""
    return f"{number(low, 'g')} to {number(high, 'g')}"


def per_cent(text: str) -> str:
    """A number with the per cent sign as the locale has it: ``37 %`` or ``37%``."""
    return f"{current().number(text)}{current().gap}%"


def shares_said(text: str) -> str:
    """A sentence of another room's with its ``49%`` or ``49 %`` as the locale has them."""
    return _SHARE.sub(lambda found: per_cent(found[1]), text)


def percent_range(low: float, high: float, *, exact: bool = False) -> str:
    """``3 % to 12 %``, or one value where both ends read the same."""
    ends = (percent(low, exact=exact), percent(high, exact=exact))
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)


def standard_error(se: float) -> str:
    """One standard error in percentage points: ``± 2 %``, ``± 0.3 %``; empty where the figure is exact."""
    if se <= 0:
        return ""
    if se < 0.0005:
        return f"± < {per_cent('0.1')}"
    return f"± {per_cent(f'{100 * se:.1f}' if se < 0.0095 else f'{round(100 * se)}')}"


def estimate(value: float, se: float, *, exact: bool = False) -> str:
    """A probability with its standard error; none is given at the very ends, where it says nothing."""
    said = percent(value, exact=exact)
    return said if said[0] in "<>" or se <= 0 else f"{said} {standard_error(se)}"


def points(value: float, se: float = 0.0) -> str:
    """A difference of probabilities in percentage points: ``+4 points ± 0.5``."""
    error = "" if se <= 0 else f" ± {number(100 * se, '.1f')}"
    if abs(value) < SMALLEST_POINTS:
        return f"0 points{error}"
    size = number(100 * value, "+.1f") if abs(value) < 0.095 else f"{round(100 * value):+d}"
    return f"{size.replace('-', '−')} points{error}"


def utility(value: float) -> str:
    """A utility with two digits, or as many as a raw score needs."""
    return number(value, ".2f" if abs(value) < 10 else ",.0f")


ANSWERS = {
    "accepted": "accepted it",
    "rejected": "rejected it",
    "conditional": "answered with a condition",
    "open": "left its answer open",
    "in part": "accepted it in part",
}
"""How a party answered a proposal, behind its name."""

UNSURE = " (only by hedged words of others)"
"""Behind an answer that nothing firmer tells."""

NO_ANSWER = "No answer to it was read."


def day(value: date | None) -> str:
    """``9 August 2025``; ``undated`` where there is no date."""
    if value is None:
        return "undated"
    return current().day.format(day=value.day, month=_MONTHS[value.month - 1], year=value.year)


def day_and_month(value: date) -> str:
    """``9 Aug``."""
    return current().day_and_month.format(day=value.day, month=_MONTHS[value.month - 1][:3])


def month(value: date) -> str:
    """``August 2025``, in English whatever the locale of the machine."""
    return f"{_MONTHS[value.month - 1]} {value.year}"


def said_on(value: str | None, exact: bool = True) -> str:
    """An ISO day or month as people write it; ``about`` before a date that was inferred."""
    if value is None:
        return "undated"
    try:
        words = month(date.fromisoformat(f"{value}-01")) if len(value) == 7 else day(date.fromisoformat(value))
    except ValueError:
        words = plain(value)
    return words if exact else f"about {words}"


def stance(stance: Stance, option: str, condition: str | None = None) -> str:
    """A coded position as a phrase: ``rejects 4 %``, ``would have 4 % on this condition: the crew is nine``."""
    if stance != "conditions":
        return f"{STANCE_WORDS[stance]} {option}"
    return (
        f"would have {option} on this condition: {plain(condition)}"
        if condition
        else f"would have {option} on a condition"
    )


def held(held: Stance, option: str, strength: Strength) -> str:
    """A position with its strength where that is not plain firmness: ``rejects 4 % (red line)``."""
    said = stance(held, option)
    return said if strength == "firm" else f"{said} ({STRENGTH_WORDS[strength]})"


def everybody(signatories: int) -> str:
    """``both``, ``all four``: those who must agree."""
    return {1: "the one signatory", 2: "both"}.get(signatories, f"all {number_word(signatories)}")


def answer(headline: Headline | None, signatories: int, known: int) -> str:
    """Can the sides' positions be reconciled? One sentence, in plain words.

    ``known`` is the number of counted positions; with none there is nothing to answer from.
    """
    everyone = everybody(signatories)
    if known == 0:
        return "Nothing is known yet: no statement has been coded as a position of any party."
    if headline is None:
        return "The positions are listed below; no package has been computed."
    if headline.package is None:
        return "No package satisfies the rules of the case, so none can be acceptable to anybody."
    if headline.exact:
        return _exact_answer(headline, everyone)
    if headline.few_draws:
        return f"Too few draws to say whether a package is acceptable to {everyone}: take more of them."
    return _sampled_answer(headline.point, everyone)


def _exact_answer(headline: Headline, everyone: str) -> str:
    if headline.point < 0.5:
        return f"No package is acceptable to {everyone} under these assumptions."
    if headline.count is None or headline.count == 1:
        return f"{'One' if headline.count else 'A'} package is acceptable to {everyone} under these assumptions."
    return f"{number(headline.count)} packages are acceptable to {everyone} under these assumptions."


def _sampled_answer(point: float, everyone: str) -> str:
    if point < 0.1:
        return f"No single package is likely to be acceptable to {everyone} under these assumptions."
    if point < 0.35:
        return f"A package acceptable to {everyone} is possible but unlikely under these assumptions."
    if point < 0.65:
        return f"Whether any one package is acceptable to {everyone} is open: about as likely as not."
    if point < 0.95:
        return f"At least one package is likely to be acceptable to {everyone} under these assumptions."
    return f"At least one package is very likely to be acceptable to {everyone} under these assumptions."


def detail(headline: Headline | None, signatories: int) -> str:
    """The figure behind the answer, and how far the assumptions move it, in one sentence."""
    if headline is None or headline.package is None or headline.exact:
        return ""
    found = percent(headline.point) if headline.few_draws else estimate(headline.point, headline.se)
    if headline.few_draws:
        found += " (standard error unknown)"
    span = percent_range(headline.low, headline.high)
    return (
        f"The package that comes closest is acceptable to {everybody(signatories)} with a probability of {found}; "
        f"over the range of assumptions it is {span}."
    )


def some_package(headline: Headline | None) -> str:
    """What the share of draws that some package suits does and does not say."""
    if headline is None or headline.some_package is None or headline.exact:
        return ""
    found = estimate(headline.some_package, headline.some_package_se or 0.0)
    return (
        f"Some package suits each draw, not one package suits all: in {found} of the draws at least one package suits."
    )


def better_without(shares: Sequence[tuple[str, float]]) -> str:
    """For which parties no deal may be better than the headline package, as one sentence."""
    if not shares:
        return ""
    said = listed([f"{name} ({percent(share)} of the draws)" for name, share in shares])
    return f"No deal may be better than this package for {said}: what no deal is worth is an assumption."


def independent(origins: int) -> str:
    """``2 independent origins``."""
    return counted(origins, "independent origin")


def rests_on(statements: Sequence[str]) -> str:
    """What figures rest on: so many statements, or declared assumptions alone."""
    return f"rest on {counted(len(statements), 'statement')}" if statements else "rest on assumptions, no statement"


def bounds(headline: Headline) -> str:
    """The logical bounds, in a sentence that says what they are."""
    span = percent_range(headline.lower, headline.upper, exact=True)
    return f"Without the assumptions, logic alone bounds it to {span}."


def acceptable(found: Acceptability) -> str:
    """A package's acceptability with its standard error."""
    exact = found.se <= 0 and found.point in (0.0, 1.0) and found.lower == found.upper
    return estimate(found.point, found.se, exact=exact)


def cost(value: float) -> str:
    """What a concession costs a party in utility: ``0.09``; ``gains 0.02`` where it loses nothing by it."""
    if abs(value) < 0.005:
        return "about nothing"
    return number(value, ".2f") if value > 0 else f"gains {number(-value, '.2f')}"


def unlisted(count: int) -> str:
    """How many objections are not listed, and why."""
    refusals = counted(count, "more possible refusal")
    return f"{refusals} by assumption alone, each in less than {per_cent('5')} of the draws."
