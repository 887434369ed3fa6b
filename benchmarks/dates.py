"""How fast dates are found: against a bare trigger scan and ``dateparser.search``, on one text.

    python -m benchmarks.dates

The text is made here, of English news with about one date in three hundred characters, as in
TimeBank. Times are those of the processor, the best of some rounds, so that other programs on the
machine disturb them little; the first call's is that of the clock as well.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from random import Random

_DATED = (
    "Officials said on {weekday} that the bridge near the old mill had been hit twice.",
    "On {month} {day}, the ministry announced that its troops had left the northern district.",
    "The strike came three days after the depot burned, and {count} people were taken to hospital.",
    "Fighting has gone on since {month} {year}, with no sign that either side would stop.",
)
_PLAIN = (
    "Residents described a long line of cars on the road to the south, most of them full.",
    "The governor asked people to stay in shelters and to keep away from the windows.",
    "It was not possible to confirm the account, which a second channel repeated without a source.",
    "Power was back in most streets, although the pumping station still ran on a generator.",
)
_WEEKDAYS = ("Monday", "Tuesday", "Friday", "Sunday")
_MONTHS = ("January", "March", "July", "August", "December")
_TRIGGER = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|yesterday|today|tomorrow|days?|weeks?|months?"
    r"|years?|(?:1[5-9]|20)\d\d)\b"
)


def news(sentences: int) -> str:
    """English news of so many sentences; the same text every time."""
    chance = Random(3)
    return " ".join(_sentence(chance) for _ in range(sentences))


def _sentence(chance: Random) -> str:
    shape = chance.choice(_DATED if chance.random() < 0.25 else _PLAIN)
    return shape.format(
        weekday=chance.choice(_WEEKDAYS),
        month=chance.choice(_MONTHS),
        day=chance.randint(1, 28),
        year=chance.randint(2015, 2025),
        count=chance.randint(2, 40),
    )


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """The best time of some rounds of work."""
    return min(_once(work) for _ in range(rounds))


def _once(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _speed(name: str, size: int, took: float, base: float) -> str:
    return f"{name:34}{size / 1024 / took:12.0f} KB/s{base / took:10.2f} x the engine"


def _engine(text: str) -> float:
    """Print what recognising and resolving take; the seconds of both."""
    from store.dates import recognise, resolve
    from store.model import Publication
    from store.sentences import split

    sentences, published = split(text, "en"), Publication("2025-08-03", "given")
    phrases = recognise(text, sentences, "en")
    recognising = seconds(lambda: recognise(text, sentences, "en"))
    resolving = seconds(lambda: resolve(phrases, published))
    both = recognising + resolving
    for name, took in (("recognise", recognising), ("resolve", resolving), ("date engine", both)):
        print(_speed(name, len(text), took, both))
    return both


def main() -> None:
    """Print the speeds, the first call's time and how hostile input grows."""
    began, clock = time.process_time(), time.perf_counter()
    from store.dates import timexes

    timexes("The talks resumed on Monday.", "2024-08-05")
    took, waited = time.process_time() - began, time.perf_counter() - clock
    print(
        f"{'import and first call':34}{took:12.3f} s of the processor, {waited:.3f} s by the clock"
    )
    text, short = news(4_000), news(150)
    ours = _engine(text)
    ours_short = seconds(lambda: timexes(short, "2025-08-03"))
    tagged = seconds(lambda: timexes(text, "2025-08-03"))
    print(_speed("TIMEX3 tagging", len(text), tagged, ours))
    scan = seconds(lambda: _TRIGGER.findall(text))
    print(_speed("bare trigger scan", len(text), scan, ours))
    from dateparser.search import search_dates

    theirs = seconds(lambda: search_dates(short, languages=["en"]), rounds=1)
    print(_speed("dateparser.search", len(short), theirs, ours_short))
    for name, piece in (("digits", "1"), ("dates", "3 May 2024, "), ("brackets", "(12 ")):
        small, large = piece * (10**6 // len(piece)), piece * (10**7 // len(piece))
        growth = seconds(lambda t=large: timexes(t, "2025-08-03"), 1) / seconds(  # type: ignore[misc]
            lambda t=small: timexes(t, "2025-08-03"),  # type: ignore[misc]
            1,
        )
        print(f"{'10 MB of ' + name:34}{growth:12.1f} x the time of 1 MB")


if __name__ == "__main__":
    main()
