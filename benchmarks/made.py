"""Articles that a machine makes, the same for the same seed, and their analyses without reading.

Sources, places, actors and flags are skewed as in news; dates lie over ten years, most a few days
before the publication, some coarse, some none; chains have one to five hops. Words are made of
syllables, so that no two articles look alike.

>>> article = made(Making(seed=7, claims=100), 3)
>>> made(Making(seed=7, claims=100), 3) == article
True
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, cycle, islice, product
from random import Random
from typing import NamedTuple

from store.meaning import Explicit, Meaning, Partial
from store.model import (
    Analysis,
    Claim,
    DatePhrase,
    Dating,
    Document,
    Flag,
    Granularity,
    Hedge,
    Hop,
    HopKind,
    PhraseContext,
    PlaceMention,
    Publication,
    Sentence,
    Span,
)

FIRST_DAY, DAYS = date(2016, 1, 1), 3650
MOST = 36
"""Claims on the timeline that the longest article has."""
_FLAGS: tuple[tuple[Flag, int], ...] = (
    *(("reported", 42), ("claimed", 27), ("unverified", 12), ("denied", 5), ("disputed", 4)),
    *(("corroborated", 4), ("confirmed", 3), ("retracted", 1), ("superseded", 2)),
)
_FLAG_WEIGHTS = tuple(accumulate(weight for _, weight in _FLAGS))
_KINDS: tuple[HopKind, ...] = (
    *("official", "military", "outlet", "official-body", "witness", "channel", "ngo"),
)
_CAUTIONS = ("single-origin", "party-to-conflict", "unnamed-source", "contradicted")
_DONE = (
    *(
        "struck",
        "shelled",
        "took",
        "left",
        "lost",
        "held",
        "crossed",
        "closed",
        "burned",
        "rebuilt",
    ),
)
# Two of ten with one word, so that in a million claims it is found 200 000 times.
_SUBJECTS = (
    *("two drones", "a column of vehicles", "rockets", "an assault group", "artillery", "a convoy"),
    *("three battalions", "engineers", "residents", "a swarm of drones"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Making:
    """What to make: so many claims on the timeline and a tenth more beside it, from a seed."""

    seed: int
    claims: int

    @property
    def articles(self) -> int:
        """About how many articles that takes."""
        return max(1, self.claims * 10 // 106)


class When(NamedTuple):
    """The date of a claim: ``days`` are its first and last, none where it has no date."""

    days: tuple[date, date] | None
    granularity: Granularity


class Outline(NamedTuple):
    """What an article is sorted by: when it was published, and the dates of its claims.

    Those of the claims on the timeline come first; there are ``on`` of them.
    """

    published: date | None
    dates: tuple[When, ...]
    on: int


class Told(NamedTuple):
    """A claim before it is written."""

    timeline: bool
    flag: Flag
    when: When
    chain: tuple[str, ...]
    place: str
    words: str
    hedged: bool
    caution: str


_UNDATED = When(None, "day")


class Made(NamedTuple):
    """An article before it is written."""

    number: int
    source: str
    title: str
    published: date | None
    told: tuple[Told, ...]
    filler: tuple[str, ...]


class Written(NamedTuple):
    """A written article: the spans of its claims, and of the dates and names that stand by them."""

    text: str
    claims: list[Span]
    dates: list[Span | None]
    hops: list[list[Span]]
    places: list[Span]
    hedges: list[Span | None]


def made(making: Making, number: int) -> Made:
    """The article with a number, from 0; the later, the later it was published."""
    chance = _chance(making, number)
    outline = _outline(making, number, chance)
    told = tuple(_told(chance, when, n < outline.on) for n, when in enumerate(outline.dates))
    return Made(
        number,
        _one(chance, _names("Example ", 300), 3),
        some_words(chance, 7).capitalize(),
        outline.published,
        told,
        tuple(some_words(chance, 4 + int(chance.random() * 12)) for _ in told),
    )


def outlined(making: Making, number: int) -> Outline:
    """The outline of the article with a number, in a tenth of the time."""
    return _outline(making, number, _chance(making, number))


def _chance(making: Making, number: int) -> Random:
    return Random(making.seed * 1_000_003 + number)


def _outline(making: Making, number: int, chance: Random) -> Outline:
    day = FIRST_DAY + timedelta(DAYS * number // making.articles)
    undated = chance.random() < 0.02
    on = min(MOST, 1 + int(chance.expovariate(1 / 10)))
    beside = on // 10 + (chance.random() < on % 10 / 10)
    dates = tuple(_UNDATED if undated else _when(chance, day) for _ in range(on + beside))
    return Outline(None if undated else day, dates, on)


def _told(chance: Random, when: When, timeline: bool) -> Told:
    flag = _FLAGS[_drawn(chance, _FLAG_WEIGHTS)][0]
    hops = 1 + _drawn(chance, (50, 78, 91, 97, 100))
    subject = _SUBJECTS[int(chance.random() * len(_SUBJECTS))]
    done = _DONE[int(chance.random() * len(_DONE))]
    return Told(
        timeline,
        flag if timeline else chance.choice(("assessment", "forecast")),
        when,
        tuple(_one(chance, _names("the ", 6_000), 8) for _ in range(hops)),
        _one(chance, _names("", 9_000), 5),
        f"{subject} {done} {some_words(chance, 3 + int(chance.random() * 7))}",
        flag in ("unverified", "disputed", "denied"),
        _CAUTIONS[int(chance.random() * len(_CAUTIONS))] if chance.random() < 0.6 else "",
    )


def _when(chance: Random, day: date) -> When:
    """Mostly a day or so before; one in eight coarser, one in eight none but the bound."""
    kind = chance.random()
    start = day - timedelta(min(int(chance.expovariate(1 / 3)), 60))
    if kind < 0.125:
        return _UNDATED
    if kind < 0.19:
        first = start.replace(day=1)
        return When((first, (first + timedelta(31)).replace(day=1) - timedelta(1)), "month")
    if kind < 0.22:
        return When((start.replace(month=1, day=1), start.replace(month=12, day=31)), "year")
    if kind < 0.25:
        return When((start - timedelta(chance.randrange(1, 9)), start), "interval")
    return When((start, start), "day")


def _one(chance: Random, names: tuple[str, ...], flat: int) -> str:
    """One of some names, the nth with a chance of 1 to n + flat."""
    return names[_drawn(chance, _weights(len(names), flat))]


def _drawn(chance: Random, weights: tuple[float, ...]) -> int:
    """A place drawn by weights that add up: a third of the time that ``choices`` takes."""
    return bisect(weights, chance.random() * weights[-1])


def some_words(chance: Random, count: int) -> str:
    """So many words that say nothing: two bytes of chance each, drawn together."""
    words = _drawable()
    return " ".join([words[n] for n in memoryview(chance.randbytes(2 * count)).cast("H")])


@cache
def _drawable() -> tuple[str, ...]:
    """As many words as two bytes can tell apart, most of them several times."""
    return tuple(islice(cycle(_words()), 1 << 16))


@cache
def _weights(count: int, flat: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (n + flat) for n in range(count)))


@cache
def _words() -> tuple[str, ...]:
    """Some thousand words of two and three syllables; the first are of our trade."""
    starts, ends = ("ba", "co", "di", "fe", "gra", "lu", "mo", "ni", "sta", "tre"), ("ndo", "rik")
    middle = ("la", "ri", "sto", "ve", "mu", "ka", "po", "ne", "ta", "di", "lo", "sha")
    short = ["".join(parts) for parts in product(starts, middle, ends)]
    long = ["".join(parts) for parts in product(starts, middle, middle, ("n", "m", "s"))]
    return (*short, *long)


@cache
def _names(before: str, count: int) -> tuple[str, ...]:
    chance = Random(count)
    words = chance.sample(_words(), min(count, len(_words())))
    pairs = zip(words * (count // len(words) + 1), range(count), strict=False)
    return tuple(
        f"{before}{word.capitalize()} {_words()[(7 * n) % 240].capitalize()}" for word, n in pairs
    )


def write(making: Making, article: Made, numbers: list[int]) -> Written:
    """An article as text, its claims numbered as told."""
    text = f"{article.title}\n\n"
    written = Written("", [], [], [], [], [])
    for told, number, filler in zip(article.told, numbers, article.filler, strict=True):
        text = _write(making, written, text, told, number)
        text += f" {filler.capitalize()}.\n\n"
    return written._replace(text=text.rstrip())


def _write(making: Making, written: Written, text: str, told: Told, number: int) -> str:
    date_words = _date_words(told.when)
    start = len(text) + len("On ")
    written.dates.append(Span(start, start + len(date_words)) if date_words else None)
    text += f"On {date_words}, " if date_words else ""
    hops = []
    for nth, name in enumerate(told.chain):
        text += ", citing " if nth else ""
        hops.append(Span(len(text), len(text) + len(name)))
        text += name
    written.hops.append(hops)
    text += " said: "
    quote = f"#{number} of {making.claims} {told.words} near "
    begin = len(text)
    written.claims.append(Span(begin, begin + len(quote) + len(told.place)))
    written.places.append(Span(begin + len(quote), begin + len(quote) + len(told.place)))
    text += f"{quote}{told.place}"
    hedge = "which could not be verified"
    written.hedges.append(Span(len(text) + 2, len(text) + 2 + len(hedge)) if told.hedged else None)
    return f"{text}, {hedge}." if told.hedged else f"{text}."


def _date_words(when: When) -> str:
    if when.days is None:
        return ""
    first, last = when.days
    match when.granularity:
        case "month":
            return f"{_MONTHS[first.month - 1]} {first.year}"
        case "year":
            return str(first.year)
        case "interval":
            return f"{first.day} {_MONTHS[first.month - 1]} to {_day(last)}"
        case _:
            return _day(first)


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


@cache
def dating(when: When) -> Dating | None:
    """What the date of a claim comes to."""
    if when.days is None:
        return None
    first, last = (day.isoformat() for day in when.days)
    edtf = {"month": first[:7], "year": first[:4], "interval": f"{first}/{last}"}
    value = edtf.get(when.granularity, first)
    return Dating(value, first, last, when.granularity, "within", "event", "explicit")


def stub(number: int, numbers: list[int]) -> Document:
    """An article by its number and those of its claims alone: ``analyse`` makes the rest."""
    return Document(f"{number}", b"", " ".join(map(str, numbers)), "")


def analyse(read: Document, making: Making) -> Analysis:
    """The article behind a stub, written, with an analysis that knows where all stands in it."""
    numbers = [int(number) for number in read.text.split()]
    article = made(making, int(read.name))
    # The last article may be cut short, so as to make exactly as many claims as wanted.
    article = article._replace(
        told=article.told[: len(numbers)], filler=article.filler[: len(numbers)]
    )
    written = write(making, article, numbers)
    datings = [dating(told.when) for told in article.told]
    dated = [place for place, found in enumerate(datings) if found is not None]
    phrases = {place: nth for nth, place in enumerate(dated)}
    return Analysis(
        document=_document(article, written.text),
        sentences=(Sentence(Span(0, len(written.text)), 0),),
        phrases=tuple(_phrase(written, article, place) for place in dated),
        datings=tuple(found for found in datings if found is not None),
        claims=tuple(
            _claim(written, told, place, phrases.get(place))
            for place, told in enumerate(article.told)
        ),
        extractor="made 1",
    )


def _document(article: Made, text: str) -> Document:
    return Document(
        name=f"{article.number:08}.txt",
        raw=text.encode(),
        text=text,
        source=article.source,
        title=Span(0, len(article.title)),
        published=_publication(article),
    )


def _publication(article: Made) -> Publication | None:
    return Publication(article.published.isoformat(), "given") if article.published else None


def _phrase(written: Written, article: Made, place: int) -> DatePhrase:
    span, days = written.dates[place], article.told[place].when.days
    assert span is not None
    assert days is not None
    meaning: Meaning = Explicit(days[0].isoformat()) if days[0] == days[1] else Partial(month=1)
    return DatePhrase(span, span.cut(written.text), meaning, PhraseContext(place, place))


def _claim(written: Written, told: Told, place: int, phrase: int | None) -> Claim:
    hedge = written.hedges[place]
    return Claim(
        span=written.claims[place],
        rule="made",
        flag=told.flag,
        flag_reason="made so",
        timeline=told.timeline,
        chain=tuple(
            Hop(span, name, _KINDS[len(name) % len(_KINDS)])
            for span, name in zip(written.hops[place], told.chain, strict=True)
        ),
        hedges=(Hedge(hedge, "unverified"),) if hedge else (),
        places=(PlaceMention(written.places[place], told.place),),
        phrase=phrase,
        join="none" if phrase is None else "own",
        cautions=(told.caution,) if told.caution else (),
    )
