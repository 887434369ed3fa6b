"""Which year a date without one belongs to, by evidence over the whole document.

The dates of a document are read in the order of telling as the path of a story. Each date that
says its year is either a step of the story or an aside; each that does not may lie in any year
that the document or its publication suggests. The cheapest path wins: short steps are cheaper
than long ones, forward steps cheaper than backward ones, and in news (but not in a history) years
other than the one that publication and tense suggest cost extra.

The weights were set on WikiWars, TimeBank and AQUAINT together; a third more or less of any one
of them moves the value F1 of either by about half a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store.dates.yearless import by_tense, exists, lacking, month_of, said, tense_of
from store.meaning import (
    Deictic,
    Inside,
    Meaning,
    Offset,
    Partial,
    Same,
    Shaded,
)
from store.model import DatePhrase

FORWARD, BACKWARD = 1.0, 1.7  # the cost of a month of the story's path, forwards and backwards,
FORWARD_SAID = 0.25  # and forwards to a date that says its year
FAR = 24.0  # the most that one step costs
ASIDE = 8.0  # the cost of leaving a date that says its year off the path
SIBLING = 8.0  # the cost of a year other than one that the same sentence says before
PLAN = 0.3  # of which what is quoted, or lies ahead of the story, costs so much
OTHER_YEAR = 13.0  # in news, of a year that publication and tense do not suggest
SENTENCE, PARAGRAPH, BEYOND = 1.0, 0.5, 0.5  # how much a step counts that far from the last
DOUBT = 4.0  # how much dearer a path may be whose years are given as alternatives
PATHS = 8  # paths that are followed at a time


class Choice(NamedTuple):
    """The year that was chosen for a phrase, why, and the next best ones."""

    year: int
    by: str  # "publication", "story"
    others: tuple[int, ...] = ()
    sure: float = 1.0


class _Path(NamedTuple):
    """A way to tell the story so far: where it stands (month 0: somewhere in the year)."""

    cost: float
    year: int
    month: int
    sentence: int
    paragraph: int
    chosen: _Link | None = None
    aside: int = 0  # the year that its last sentence says and it left off, if any


# The years chosen so far, last first: phrase, year, what was chosen before. A path that copied
# its choices at each step would make long documents quadratic.
_Link = tuple[int, int, "_Link | None"]


def choose(
    phrases: Sequence[DatePhrase], published: date | None, *, narrative: bool
) -> Mapping[int, Choice]:
    """The year of every phrase that lacks one, by its index; none where nothing suggests one."""
    open_ends = {i: part for i, p in enumerate(phrases) if (part := lacking(p.meaning))}
    if not open_ends:
        return {}
    years = _candidates(phrases, None if narrative else published)
    if not years:
        return {}
    paths = [_Path(0.0, 0, 0, -1, -1)]
    for index, phrase in enumerate(phrases):
        if index in open_ends:
            offered = _offers(phrase, open_ends[index], years, published, narrative)
            paths = _best(_filled(paths, index, phrase, open_ends[index], offered))
        elif moved := list(_moved(paths, phrase, narrative=narrative)):
            paths = _best(iter(moved))
    return _chosen(paths, phrases, open_ends, published)


def _candidates(phrases: Sequence[DatePhrase], published: date | None) -> list[int]:
    told = {found[0] for p in phrases if (found := said(p.meaning))}
    near = {year + step for year in told for step in (-1, 0, 1)}
    if published:
        near |= {published.year + step for step in (-1, 0, 1)}
    return sorted(year for year in near if 1 <= year <= 9998)


def _offers(
    phrase: DatePhrase, part: Partial, years: list[int], published: date | None, narrative: bool
) -> list[tuple[int, float]]:
    """The years a phrase may have, each with what it costs on its own."""
    fit = [year for year in years if exists(year, part)]
    if not fit:  # a wrong weekday in the text must not cost the date
        fit = [year for year in years if exists(year, part._replace(weekday=None))]
    if published is None:
        return [(year, 0.0) for year in fit]
    if narrative:
        return [(y, 0.0 if y <= published.year else OTHER_YEAR) for y in fit]
    usual = by_tense(part, published, tense_of(phrase))
    return [(year, 0.0 if year == usual else OTHER_YEAR) for year in fit]


def _best(paths: Iterator[_Path]) -> list[_Path]:
    """The cheapest path to each place, and of those the cheapest few."""
    ends: dict[tuple[int, int], _Path] = {}
    for path in paths:
        place = (path.year, path.month)
        if place not in ends or path.cost < ends[place].cost:
            ends[place] = path
    return sorted(ends.values(), key=lambda path: path.cost)[:PATHS]


def _filled(
    paths: list[_Path],
    index: int,
    phrase: DatePhrase,
    part: Partial,
    offers: list[tuple[int, float]],
) -> Iterator[_Path]:
    """The cheapest way to each year offered."""
    month = month_of(part)
    cheapest: dict[int, tuple[float, _Path]] = {}
    for path in paths:
        weight = _weight(path, phrase)
        for year, own in offers:
            cost = path.cost + own + weight * step(path.year, path.month, year, month)
            if path.aside and path.sentence == phrase.context.sentence:
                cost += SIBLING if year not in (path.aside, path.aside + 1) else 0.0
            if year not in cheapest or cost < cheapest[year][0]:
                cheapest[year] = cost, path
    for year, (cost, path) in cheapest.items():
        yield _stand(phrase, cost, year, month, (index, year, path.chosen))


def _moved(paths: list[_Path], phrase: DatePhrase, *, narrative: bool) -> Iterator[_Path]:
    place, meaning = said(phrase.meaning), phrase.meaning
    if narrative and isinstance(meaning, Deictic):  # "next year" is the story's in a history
        meaning = meaning._replace(whose="story")
    for path in paths:
        if place:
            move = step(path.year, path.month, *place, forward=FORWARD_SAID)
            cost = path.cost + _weight(path, phrase) * move
            yield _stand(phrase, cost, *place, path.chosen)
            if path.year:
                aside = ASIDE * _weight(path, phrase) * (PLAN if _is_plan(phrase) else 1.0)
                off = _stand(phrase, path.cost + aside, path.year, path.month, path.chosen)
                yield off._replace(aside=place[0])
        elif path.year and (there := _from(path, meaning)):
            yield _stand(phrase, path.cost, *there, path.chosen)


def _is_plan(phrase: DatePhrase) -> bool:
    """Whether a date is likely an aside: within a quotation or brackets, or told in the future."""
    return bool(phrase.context.depth) or phrase.context.tense == "future"


def _stand(
    phrase: DatePhrase,
    cost: float,
    year: int,
    month: int,
    chosen: _Link | None,
) -> _Path:
    return _Path(cost, year, month, phrase.context.sentence, phrase.context.paragraph, chosen)


def _from(path: _Path, meaning: Meaning) -> tuple[int, int] | None:
    """Where "the following year" or "that month" takes a story."""
    match meaning:
        case Shaded(of=inner):
            return _from(path, inner)
        case Deictic(unit="year", shift=shift, whose="story"):
            return path.year + shift, 0
        case Offset(unit="year", count=int(count), sign=sign, whose="story", base=None):
            return path.year + sign * count, path.month
        case Inside(part=part, whole=Deictic(unit="year", shift=shift, whose="story")):
            return path.year + shift, month_of(part) if not part.day else 0
        case Inside(part=part, whole=Same()):
            return path.year, month_of(part)
        case _:
            return None


def _weight(path: _Path, phrase: DatePhrase) -> float:
    if path.sentence == phrase.context.sentence:
        return SENTENCE
    return PARAGRAPH if path.paragraph == phrase.context.paragraph else BEYOND


def step(
    year: int, month: int, to_year: int, to_month: int, *, forward: float | None = None
) -> float:
    """The cost of a step of the story; nothing for the first, or into a year just named."""
    if not year:
        return 0.0
    months = (to_year - year) * 12
    if month and to_month:
        months += to_month - month
    elif months:
        months += (to_month - 12 if months > 0 else to_month) if to_month else 0
    return min(
        FAR,
        months * (FORWARD if forward is None else forward) if months >= 0 else -months * BACKWARD,
    )


def _chosen(
    paths: list[_Path],
    phrases: Sequence[DatePhrase],
    parts: Mapping[int, Partial],
    published: date | None,
) -> Mapping[int, Choice]:
    """The years of the cheapest path, with those of the others as second thoughts."""
    if not paths:
        return {}
    best = dict(_links(paths[0].chosen))
    others: dict[int, list[int]] = {}
    near = (path for path in paths[1:] if path.cost - paths[0].cost <= DOUBT)
    for path in near:
        for index, year in _links(path.chosen):
            if year != best[index] and year not in others.setdefault(index, []):
                others[index].append(year)
    return {
        index: Choice(
            year,
            "publication"
            if published and year == by_tense(parts[index], published, tense_of(phrases[index]))
            else "story",
            tuple(others.get(index, ())),
        )
        for index, year in best.items()
    }


def _links(chosen: _Link | None) -> Iterator[tuple[int, int]]:
    while chosen:
        index, year, chosen = chosen
        yield index, year
