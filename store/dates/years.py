"""Which year a date without one belongs to, by evidence over the whole document.

The dates of a document are read in the order of telling as the path of a story. Each date that
says its year is either a step of the story or an aside; each that does not may lie in the year
that publication and tense suggest, or in one near to where the story stands. The cheapest path
wins: short steps are cheaper than long ones, forward steps cheaper than backward ones. In news
(but not in a history) it costs to leave the year that publication and tense suggest, though not to
stay away: an article may tell an old war in some paragraphs.

The weights were set on WikiWars, TimeBank and AQUAINT together; a third more or less of any one
of them moves the value F1 of either by about half a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store.dates.yearless import by_tense, counted_from, exists, lacking, month_of, said, tense_of
from store.meaning import Deictic, Inside, Meaning, Offset, Partial, Same, Shaded
from store.model import DatePhrase, PhraseContext

FORWARD, BACKWARD = 1.0, 1.7  # the cost of a month of the story's path, forwards and backwards,
FORWARD_SAID = 0.25  # and forwards to a date that says its year
FAR = 24.0  # the most that one step costs,
FAR_SAID = 12.0  # and one to a date that says its year, in news
ASIDE = 5.0  # the cost of leaving a date that says its year off the path,
ASIDE_FULL = 14.0  # and one that says its month as well,
PLAN = 0.3  # of which what is quoted, or lies ahead of the story, costs so much
AWAY = 13.0  # in news, of leaving the years that publication and tense suggest,
STAY = 3.0  # and of each further date that stays away from them
DOUBT = 4.0  # how much dearer a path may be whose years are given as alternatives
PATHS = 8  # paths that are followed at a time


class _Reach(NamedTuple):
    """What the nearness of the date before makes of a step to a date without year.

    ``weight`` is how much the step counts, ``tie`` the cost of another year than one just said,
    ``home`` the most that a step costs back to the year that publication and tense suggest.
    """

    weight: float
    tie: float
    home: float


SENTENCE = _Reach(1.0, tie=14.0, home=FAR)
PARAGRAPH = _Reach(0.5, tie=6.0, home=FAR)
BEYOND = _Reach(0.5, tie=0.0, home=8.0)


class Choice(NamedTuple):
    """The year that was chosen for a phrase, why, and the next best ones."""

    year: int
    by: str  # "publication", "story"
    others: tuple[int, ...] = ()
    sure: float = 1.0


# The years chosen so far, last first: phrase, year, what was chosen before. A path that copied
# its choices at each step would make long documents quadratic.
_Link = tuple[int, int, "_Link | None"]


class _Path(NamedTuple):
    """A way to tell the story so far: where it stands (month 0: somewhere in the year).

    ``away`` is 1 where the last year chosen is not the one that publication and tense suggest;
    ``aside`` the year that the last sentence says and the path left off, if any.
    """

    cost: float
    year: int
    month: int
    chosen: _Link | None = None
    away: int = 0
    aside: int = 0


class _Gap(NamedTuple):
    """A phrase that lacks its year: its place among all, what it says, and what it may be.

    ``usual`` is the year that publication and tense suggest, None in a history; no year after
    ``latest`` is likely.
    """

    at: int
    part: Partial
    usual: int | None
    latest: int


def choose(
    phrases: Sequence[DatePhrase], published: date | None, *, narrative: bool
) -> Mapping[int, Choice]:
    """The year of every phrase that lacks one, by its index; none where nothing suggests one."""
    open_ends = {i: part for i, p in enumerate(phrases) if (part := lacking(p.meaning))}
    news = None if narrative else published
    years = _candidates(phrases, news) if open_ends else []
    if not years:
        return {}
    paths = [_Path(0.0, news.year, news.month) if news else _Path(0.0, 0, 0)]
    before = None
    for index, phrase in enumerate(phrases):
        reach = _reach(before, phrase.context)
        if index in open_ends:
            gap = _gap(index, phrase, open_ends[index], published, news)
            ends = _filled(paths, gap, years, reach)
        else:
            ends = _moved(paths, phrase, reach, news, narrative=narrative)
        if ends:
            paths, before = _best(ends), phrase.context
    return _chosen(paths, phrases, open_ends, published)


def _reach(before: PhraseContext | None, context: PhraseContext) -> _Reach:
    if before is None:
        return BEYOND
    if before.sentence == context.sentence:
        return SENTENCE
    return PARAGRAPH if before.paragraph == context.paragraph else BEYOND


def _candidates(phrases: Sequence[DatePhrase], published: date | None) -> list[int]:
    told = {found[0] for p in phrases if (found := said(p.meaning))}
    near = {year + step for year in told for step in (-1, 0, 1)}
    if published:
        near |= {published.year + step for step in (-1, 0, 1)}
    return sorted(year for year in near if 1 <= year <= 9998)


def _gap(
    index: int, phrase: DatePhrase, part: Partial, published: date | None, news: date | None
) -> _Gap:
    usual = by_tense(part, news, tense_of(phrase)) if news else None
    return _Gap(index, part, usual, published.year if published and not news else 9998)


_Ends = dict[tuple[int, int, int], _Path]


def _filled(paths: list[_Path], gap: _Gap, years: list[int], reach: _Reach) -> _Ends:
    """The cheapest way to each year that a date may have."""
    month, part, ends = month_of(gap.part), gap.part, _Ends()
    if not any(exists(year, part) for year in _near(paths[0], gap, years)):
        part = part._replace(weekday=None)  # a wrong weekday in the text must not cost the date
    for path in paths:
        for year in _near(path, gap, years):
            if exists(year, part):
                away = int(gap.usual is not None and year != gap.usual)
                cost = path.cost + _cost_of(path, gap, year, month, reach)
                if path.aside and year not in (path.aside, path.aside + 1):
                    cost += reach.tie
                link = gap.at, year, path.chosen
                _take(ends, _Path(cost, year, month, link, away))
    return ends


def _cost_of(path: _Path, gap: _Gap, year: int, month: int, reach: _Reach) -> float:
    """What it costs to go on to a date in some year."""
    move = step(path.year, path.month, year, month)
    late = AWAY if year > gap.latest else 0.0
    if gap.usual is None:
        return late + reach.weight * move
    if year == gap.usual:
        return reach.weight * min(move, reach.home)
    return reach.weight * move + (STAY if path.away else AWAY)


def _near(path: _Path, gap: _Gap, years: list[int]) -> Iterable[int]:
    """The years in reach: the usual one, and those around where the story stands."""
    if not path.year or gap.part.weekday or (gap.part.month, gap.part.day) == (2, 29):
        return years
    around = {path.year - 1, path.year, path.year + 1}
    return around | {gap.usual} if gap.usual else around


def _moved(
    paths: list[_Path], phrase: DatePhrase, reach: _Reach, news: date | None, *, narrative: bool
) -> _Ends:
    """The ways to tell a date that lacks no year: as a step of the story or as an aside."""
    ends, far = _Ends(), FAR_SAID if news else FAR
    meaning = _told(phrase.meaning) if narrative else phrase.meaning
    place = said(meaning) or (counted_from(meaning, news) if news else None)
    aside = reach.weight * _aside(phrase, place)
    for path in paths:
        if place:
            move = step(path.year, path.month, *place, forward=FORWARD_SAID)
            cost = path.cost + reach.weight * min(far, move)
            _take(ends, path._replace(cost=cost, aside=0), *place)
            if path.year:
                _take(ends, path._replace(cost=path.cost + aside, aside=place[0]))
        elif path.year and (there := _from(path, meaning)):
            _take(ends, path._replace(aside=0), *there)
    return ends


def _aside(phrase: DatePhrase, place: tuple[int, int] | None) -> float:
    """What it costs to leave a date off the path: less for one that is quoted or lies ahead."""
    plan = bool(phrase.context.depth) or phrase.context.tense == "future"
    return (ASIDE_FULL if place and place[1] else ASIDE) * (PLAN if plan else 1.0)


def _take(ends: _Ends, path: _Path, year: int = 0, month: int = 0) -> None:
    """Take a path to a place, or where it stands, unless a cheaper one leads there."""
    if year:
        path = path._replace(year=year, month=month)
    place = path.year, path.month, path.away
    if place not in ends or path.cost < ends[place].cost:
        ends[place] = path


def _best(ends: _Ends) -> list[_Path]:
    """The cheapest few of some paths."""
    paths = list(ends.values())
    return paths if len(paths) <= PATHS else sorted(paths, key=_cost)[:PATHS]


def _cost(path: _Path) -> float:
    return path.cost


def _told(meaning: Meaning) -> Meaning:
    """In a history "next year" is the story's."""
    match meaning:
        case Deictic():
            return meaning._replace(whose="story")
        case Inside(whole=Deictic() as whole):
            return meaning._replace(whole=whole._replace(whose="story"))
        case _:
            return meaning


def _from(path: _Path, meaning: Meaning) -> tuple[int, int] | None:
    """Where "the following year" or "that month" takes a story."""
    match meaning:
        case Shaded(of=inner):
            return _from(path, inner)
        case Deictic(unit="year", shift=shift, whose="story" | "either"):
            return path.year + shift, 0
        case Offset(unit="year", count=int(count), sign=1, whose="story", base=None):
            return path.year + count, path.month
        case Inside(part=part, whole=Deictic(unit="year", shift=shift, whose="story" | "either")):
            return path.year + shift, month_of(part) if not part.day else 0
        case Inside(part=part, whole=Same()):
            return path.year, month_of(part)
        case _:
            return None


def step(year: int, month: int, to_year: int, to_month: int, *, forward: float = FORWARD) -> float:
    """The cost of a step of the story; nothing for the first, or into a year just named."""
    if not year:
        return 0.0
    months = (to_year - year) * 12
    if month and to_month:
        months += to_month - month
    elif months:
        months += (to_month - 12 if months > 0 else to_month) if to_month else 0
    return min(FAR, months * forward if months >= 0 else -months * BACKWARD)


def _chosen(
    paths: list[_Path],
    phrases: Sequence[DatePhrase],
    parts: Mapping[int, Partial],
    published: date | None,
) -> Mapping[int, Choice]:
    """The years of the cheapest path, with those of the others as second thoughts."""
    cheapest = min(paths, key=_cost)
    best = dict(_links(cheapest.chosen))
    others: dict[int, list[int]] = {}
    near = (p for p in paths if p is not cheapest and p.cost - cheapest.cost <= DOUBT)
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
