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
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from store.dates.yearless import by_tense, counted_from, exists, lacking, month_of, said, tense_of
from store.dating import DatePhrase, PhraseContext
from store.meaning import Deictic, Inside, Meaning, Offset, Partial, Same, Shaded

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
PATHS = 6  # paths that are followed at a time


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


_COST = itemgetter(0)


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

    ``away`` is whether the last year chosen is not the one that publication and tense suggest.
    """

    cost: float
    year: int
    month: int
    chosen: _Link | None = None
    away: bool = False


class _Gap(NamedTuple):
    """A phrase that lacks its year: its place among all, what it says, and what it may be.

    ``usual`` is the year that publication and tense suggest, None in a history; no year after
    ``latest`` is likely; ``told`` is a year that was just said (0 if none was).
    """

    at: int
    part: Partial
    usual: int | None
    latest: int
    told: int


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
    before, told = None, 0
    for index, phrase in enumerate(phrases):
        meaning, reach = phrase.meaning, _reach(before, phrase.context)
        if index in open_ends:
            gap = _gap(index, phrase, open_ends[index], published, news, told)
            paths, told = _filled(paths, gap, years, reach), 0
        elif place := said(meaning) or (counted_from(meaning, news) if news else None):
            aside = reach.weight * _aside(phrase, place)
            paths, told = _stepped(paths, place, aside, reach.weight, bool(news)), place[0]
        elif move := _move(meaning, narrative=narrative):
            paths, told = _moved(paths, *move), 0
        else:
            continue
        before = phrase.context
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
    at: int, phrase: DatePhrase, part: Partial, published: date | None, news: date | None, told: int
) -> _Gap:
    usual = by_tense(part, news, tense_of(phrase)) if news else None
    return _Gap(at, part, usual, published.year if published and not news else 9998, told)


def _filled(paths: list[_Path], gap: _Gap, years: list[int], reach: _Reach) -> list[_Path]:
    """The cheapest way to each year that a date may have."""
    month, part = month_of(gap.part), gap.part
    near = [set(_near(path, gap, years)) for path in paths]
    if not any(exists(year, part) for year in near[0]):
        part = part._replace(weekday=None)  # a wrong weekday in the text must not cost the date
    real = {year for year in set().union(*near) if exists(year, part)}
    cheapest: dict[int, tuple[float, _Path]] = {}
    for path, around in zip(paths, near, strict=True):
        for year in real & around:
            cost = path.cost + _cost(path, gap, year, month, reach)
            if year not in cheapest or cost < cheapest[year][0]:
                cheapest[year] = cost, path
    return _best(
        [
            _Path(cost, year, month, (gap.at, year, path.chosen), year != (gap.usual or year))
            for year, (cost, path) in cheapest.items()
        ]
    )


def _near(path: _Path, gap: _Gap, years: list[int]) -> Iterable[int]:
    """The years in reach: the usual one, and those around where the story stands."""
    if not path.year or gap.part.weekday or (gap.part.month, gap.part.day) == (2, 29):
        return years
    around = {path.year - 1, path.year, path.year + 1}
    return around | {gap.usual} if gap.usual else around


def _cost(path: _Path, gap: _Gap, year: int, month: int, reach: _Reach) -> float:
    """What it costs to go on to a date in some year."""
    move = step(path.year, path.month, year, month, FORWARD)
    tie = gap.told and gap.told != path.year and year not in (gap.told, gap.told + 1)
    own = reach.tie if tie else 0.0
    if gap.usual is None:
        own += AWAY if year > gap.latest else 0.0
    elif year == gap.usual:
        move = min(move, reach.home)
    else:
        own += STAY if path.away else AWAY
    return own + reach.weight * move


def _stepped(
    paths: list[_Path], place: tuple[int, int], aside: float, weight: float, news: bool
) -> list[_Path]:
    """The ways to tell a date that says its year: as a step of the story, or as an aside.

    Only the differences of costs count: the step gets what an aside would cost taken off.
    """
    far = FAR_SAID if news else FAR
    there: dict[bool, _Path] = {}
    for path in paths:
        move = min(far, step(path.year, path.month, *place, FORWARD_SAID))
        cost = path.cost + weight * move - aside
        if path.away not in there or cost < there[path.away].cost:
            there[path.away] = _Path(cost, *place, path.chosen, path.away)
    others = [path for path in paths if path.year and (path.year, path.month) != place]
    return _best([*there.values(), *others])


def _aside(phrase: DatePhrase, place: tuple[int, int]) -> float:
    """What it costs to leave a date off the path: less for one that is quoted or lies ahead."""
    plan = bool(phrase.context.depth) or phrase.context.tense == "future"
    return (ASIDE_FULL if place[1] else ASIDE) * (PLAN if plan else 1.0)


def _best(paths: list[_Path]) -> list[_Path]:
    """The cheapest few of some paths, the cheapest first."""
    return sorted(paths, key=_COST)[:PATHS]


def _move(meaning: Meaning, *, narrative: bool) -> tuple[int, int | None] | None:
    """How far "the following year" or "that May" takes a story: years, and to which month."""
    match meaning:
        case Shaded(of=inner):
            return _move(inner, narrative=narrative)
        case Deictic(unit="year", shift=shift, whose=whose) if narrative or whose != "publication":
            return shift, 0
        case Offset(unit="year", count=int(count), sign=1, whose="story", base=None):
            return count, None
        case Inside(part=part, whole=Same()):
            return 0, month_of(part)
        case Inside(part=part, whole=Deictic() as whole):
            move = _move(whole, narrative=narrative)
            return move and (move[0], 0 if part.day else month_of(part))
        case _:
            return None


def _moved(paths: list[_Path], years: int, month: int | None) -> list[_Path]:
    """All paths moved by some years, and to a month where one is said."""
    return [
        path._replace(year=path.year + years, month=path.month if month is None else month)
        for path in paths
        if path.year
    ] or paths


@lru_cache(maxsize=4096)  # paths that stand at the same month go on alike
def step(year: int, month: int, to_year: int, to_month: int, forward: float) -> float:
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
    cheapest = min(paths, key=_COST)
    best = dict(_links(cheapest.chosen))
    others: dict[int, list[int]] = {}
    for path in (p for p in paths if p is not cheapest and p.cost - cheapest.cost <= DOUBT):
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
