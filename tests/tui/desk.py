"""A small desk to test the screen on: four articles whose analyses are written out by hand.

Nothing here depends on how well the program reads, so that a picture of the screen stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from store.database import open_store
from store.load import load
from store.meaning import Explicit
from store.model import (
    Analysis,
    Claim,
    DatePhrase,
    Dating,
    Document,
    Flag,
    Granularity,
    Hedge,
    HedgeKind,
    Hop,
    HopKind,
    PhraseContext,
    PlaceMention,
    Publication,
    Role,
    Sentence,
    Span,
)

TODAY = date(2025, 8, 5)
NOW = datetime(2025, 8, 5, 12, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as a test writes it down: words of the text, and what they come to."""

    quote: str
    flag: Flag = "claimed"
    phrase: str = ""
    edtf: str = ""
    latest: str = ""
    granularity: Granularity = "day"
    role: Role = "event"
    hops: tuple[tuple[str, HopKind], ...] = ()
    place: str = ""
    hedge: tuple[str, HedgeKind] | None = None
    cautions: tuple[str, ...] = ()
    timeline: bool = True


TOWN = """Ministry announces capture of Chasov Yar

On July 31, the Russian Ministry of Defense announced the capture of Chasov Yar, a town on a hill.
A spokesman for the eastern command denied that the town had fallen.
The claims of both sides could not be independently verified, and the roads into the town are shut.
"""
BORDER = """As of August 2, troops stood two kilometres from the border of Dnipropetrovsk Oblast, \
according to the mapping project Deep State.

A channel, citing a serviceman called “Alex”, reported that the village of Aleksandrokalinovo was \
seized at night. The information has not been confirmed.
"""
REVIEW = """In July 2025 the front moved by eleven kilometres, the staff said.

The town is likely to fall before winter, an analyst wrote.
"""
UNDATED = "Two bridges were destroyed near Malinovka, a resident said."

ARTICLES: tuple[tuple[Document, tuple[Said, ...]], ...] = (
    (
        Document(
            "town.md",
            TOWN.encode(),
            TOWN,
            "Example Daily",
            title=Span(0, 40),
            url="https://daily.example/town",
            published=Publication("2025-08-03", "metadata"),
        ),
        (
            Said(
                "the capture of Chasov Yar",
                "claimed",
                "On July 31",
                "2025-07-31",
                role="announcement",
                hops=(("Russian Ministry of Defense", "official-body"),),
                place="Chasov Yar",
                hedge=("could not be independently verified", "unverified"),
                cautions=("party-to-conflict",),
            ),
            Said(
                "the town had fallen",
                "denied",
                "July 31",
                "2025-07-31",
                hops=(("spokesman for the eastern command", "military"),),
            ),
            Said("the roads into the town are shut", "reported"),
        ),
    ),
    (
        Document(
            "border.txt",
            BORDER.encode(),
            BORDER,
            "Example Front",
            published=Publication("2025-08-03", "given"),
        ),
        (
            Said(
                "troops stood two kilometres from the border of Dnipropetrovsk Oblast",
                "claimed",
                "August 2",
                "2025-08-02",
                role="as-of",
                hops=(("Deep State", "channel"),),
                place="Dnipropetrovsk Oblast",
            ),
            Said(
                "the village of Aleksandrokalinovo was seized",
                "unverified",
                hops=(("A channel", "channel"), ("Alex", "military")),
                place="Aleksandrokalinovo",
                hedge=("has not been confirmed", "unverified"),
                cautions=("unnamed-source", "single-origin"),
            ),
        ),
    ),
    (
        Document(
            "review.txt",
            REVIEW.encode(),
            REVIEW,
            "Example Review",
            published=Publication("2025-08-04", "given"),
        ),
        (
            Said(
                "the front moved by eleven kilometres",
                "claimed",
                "July 2025",
                "2025-07",
                latest="2025-07-31",
                granularity="month",
            ),
            Said("The town is likely to fall before winter", "forecast", timeline=False),
        ),
    ),
    (
        Document("bridges.txt", UNDATED.encode(), UNDATED, "Example Post"),
        (Said("Two bridges were destroyed near Malinovka", "reported", place="Malinovka"),),
    ),
)


def make_desk(path: Path) -> Path:
    """A store with the four articles in it: seven claims on the timeline and a forecast."""
    written = {document.identity: said for document, said in ARTICLES}

    def analyse(document: Document) -> Analysis:
        return analysis(document, written[document.identity])

    with open_store(path) as store:
        load(store, (d for d, _ in ARTICLES), who="tester", now=NOW, analyse=analyse)
    return path


def analysis(document: Document, said: tuple[Said, ...]) -> Analysis:
    """The analysis that the claims written down make."""
    phrases = tuple(dict.fromkeys(one.phrase for one in said if one.phrase))
    return Analysis(
        document,
        tuple(_sentences(document.text)),
        tuple(_phrase(document.text, words, said) for words in phrases),
        tuple(_dating(words, said) for words in phrases),
        tuple(_claim(document.text, one, phrases) for one in said),
        "by hand",
    )


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text for the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        yield Sentence(Span(start, start + len(line.rstrip())), number)
        start += len(line)


def _phrase(text: str, words: str, said: tuple[Said, ...]) -> DatePhrase:
    one = next(one for one in said if one.phrase == words)
    return DatePhrase(span_of(text, words), words, Explicit(one.edtf), PhraseContext(0, 0))


def _dating(words: str, said: tuple[Said, ...]) -> Dating:
    one = next(one for one in said if one.phrase == words)
    earliest = one.edtf if len(one.edtf) == 10 else f"{one.edtf}-01"
    return Dating(
        one.edtf,
        earliest,
        one.latest or earliest,
        one.granularity,
        "within",
        one.role,
        rule="explicit-date",
        anchor="2025-08-03",
        anchor_kind="publication",
    )


def _claim(text: str, one: Said, phrases: tuple[str, ...]) -> Claim:
    hedges = (Hedge(span_of(text, one.hedge[0]), one.hedge[1]),) if one.hedge else ()
    places = (PlaceMention(span_of(text, one.place), one.place),) if one.place else ()
    return Claim(
        span_of(text, one.quote),
        rule="by hand",
        flag=one.flag,
        flag_reason="“announced” by a party to it" if one.flag == "claimed" else "",
        timeline=one.timeline,
        chain=tuple(Hop(span_of(text, name), name, kind) for name, kind in one.hops),
        hedges=hedges,
        places=places,
        phrase=phrases.index(one.phrase) if one.phrase else None,
        role=one.role,
        join="sentence" if one.phrase else "none",
        cautions=one.cautions,
    )
