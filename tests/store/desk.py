"""A small desk: documents whose analyses are written down, so that tests know every claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from store import dates
from store.database import Store
from store.load import Report, load
from store.model import (
    Analysis,
    Claim,
    DatePhrase,
    Document,
    Flag,
    Hedge,
    HedgeKind,
    Hop,
    PlaceMention,
    Publication,
    Relation,
    Role,
    Sentence,
    Span,
)

NOW = datetime(2025, 8, 5, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Said:
    """A claim as a test writes it: words, and words of its text for all that belongs to it."""

    words: str
    flag: Flag = "claimed"
    by: tuple[str, ...] = ()
    at: tuple[tuple[str, str], ...] = ()
    on: str = ""
    role: Role = "event"
    hedged: tuple[tuple[HedgeKind, str], ...] = ()
    cautions: tuple[str, ...] = ()
    timeline: bool = True
    disputes: int | None = None


@dataclass(frozen=True)
class Article:
    """A document as a test writes it."""

    name: str
    source: str
    text: str
    said: tuple[Said, ...]
    published: str | None = "2025-08-03"
    title: str = ""

    @property
    def document(self) -> Document:
        """The document that a reader would have made."""
        published = Publication(self.published, "given") if self.published else None
        title = Span(0, len(self.title)) if self.title else None
        raw = self.text.encode()
        return Document(self.name, raw, self.text, self.source, title=title, published=published)


FRONT = Article(
    "front.txt",
    "Example Daily",
    "Town changes hands\n\nOn July 31, the ministry announced the capture of Chasov Yar. "
    "Kyiv denied it. Two drones hit the depot in June, a channel wrote. "
    "The front may move in 2026.",
    (
        Said("the capture of Chasov Yar", by=("the ministry",), at=(("Chasov Yar", "Chasiv Yar"),),
             on="July 31", role="announcement"),
        Said("Kyiv denied it", "denied", by=("Kyiv",), hedged=(("denied", "denied"),), disputes=0),
        Said("Two drones hit the depot", "unverified", by=("Example Agency", "a channel"),
             on="June", cautions=("unnamed-source",)),
        Said("The front may move in 2026", "forecast", on="2026", timeline=False),
    ),
    title="Town changes hands",
)  # fmt: skip
BORDER = Article(
    "border.txt",
    "Example Wire",
    "As of August 2, troops stood near Dnipropetrovsk, the map project said. "
    "Часів Яр was shelled again. Nobody claims more.",
    (
        Said("troops stood near Dnipropetrovsk", by=("the map project",),
             at=(("Dnipropetrovsk", "Dnipropetrovsk"),), on="August 2", role="as-of"),
        Said("Часів Яр was shelled again", "reported", at=(("Часів Яр", "Chasiv Yar"),)),
    ),
    published="2025-08-04",
)  # fmt: skip
UNDATED = Article(
    "undated.txt",
    "Example Notes",
    "On July 30, a bridge fell. The road is closed.",
    (Said("a bridge fell", "reported", on="July 30"), Said("The road is closed", "reported")),
    published=None,
)
DESK = (FRONT, BORDER, UNDATED)


def analysed(article: Article) -> Analysis:
    """The analysis that an article's claims make, its dates recognised by the engine."""
    document = article.document
    text = document.text
    sentences = (Sentence(Span(0, len(text)), 0),)
    phrases = dates.recognise(text, sentences, "en")
    claims = tuple(_claim(text, said, phrases) for said in article.said)
    datings = dates.resolve(phrases, document.published)
    return Analysis(document, sentences, phrases, datings, claims, "tests 1")


def analyse(document: Document, articles: Iterable[Article] = DESK) -> Analysis:
    """The analysis of one of the desk's documents, under the publication date it has now."""
    article = next(a for a in articles if a.text == document.text)
    found = analysed(article)
    datings = dates.resolve(found.phrases, document.published)
    return Analysis(document, found.sentences, found.phrases, datings, found.claims, "tests 1")


def fill(store: Store, articles: Iterable[Article] = DESK) -> Report:
    """Load articles into a store."""
    wanted = tuple(articles)
    documents = [article.document for article in wanted]
    return load(store, documents, who="ann", now=NOW, analyse=lambda d: analyse(d, wanted))


def span(text: str, words: str) -> Span:
    """Where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def _claim(text: str, said: Said, phrases: Sequence[DatePhrase]) -> Claim:
    hops = (Hop(span(text, by) if by in text else Span(0, 1), by, "outlet") for by in said.by)
    return Claim(
        span(text, said.words),
        "test",
        said.flag,
        f"{said.flag} in a test",
        said.timeline,
        chain=tuple(hops),
        hedges=tuple(Hedge(span(text, words), kind) for kind, words in said.hedged),
        places=tuple(PlaceMention(span(text, form), name) for form, name in said.at),
        relations=() if said.disputes is None else (Relation("disputes", said.disputes),),
        phrase=_phrase(said.on, phrases),
        role=said.role,
        cautions=said.cautions,
    )


def _phrase(words: str, phrases: Sequence[DatePhrase]) -> int | None:
    return next((n for n, found in enumerate(phrases) if words and found.text == words), None)
