"""The frozen values that flow between the stages, in the words of the project.

Every offset counts code points from the start of the document's whole decoded text, and every
span is half open, so that ``text[span.start:span.end]`` is the quotation itself.

>>> Span(3, 7).cut("on July 31")
'July'
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, Protocol

from store.dating import DatePhrase as DatePhrase
from store.dating import Dating as Dating
from store.dating import Extent as Extent
from store.dating import Granularity as Granularity
from store.dating import PhraseContext as PhraseContext
from store.dating import PublicationBasis as PublicationBasis
from store.dating import Role as Role
from store.dating import Sentence as Sentence
from store.dating import Span as Span

Flag = Literal[
    "reported",
    "claimed",
    "unverified",
    "disputed",
    "denied",
    "corroborated",
    "confirmed",
    "retracted",
    "superseded",
    "assessment",
    "forecast",
]
Verdict = Literal[
    "undetermined",
    "in-progress",
    "verified",
    "false",
    "misleading",
    "disputed",
    "inconclusive",
    "out-of-scope",
]
HedgeKind = Literal[
    "unverified",
    "disputed",
    "denied",
    "no-comment",
    "if-confirmed",
    "alleged",
    "overstated",
    "speculative",
    "corrected",
]
HopKind = Literal[
    "official",
    "official-body",
    "military",
    "armed-group",
    "outlet",
    "ngo",
    "expert",
    "person",
    "company",
    "witness",
    "anonymous",
    "channel",
    "document",
    "evidence",
]
RelationKind = Literal["disputes", "denies", "supersedes", "corroborates", "restates", "revises"]
SourceBasis = Literal["given", "metadata", "url", "folder", "file-name"]
DateJoin = Literal["own", "sentence", "event", "none"]


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was published and how we know: an EDTF day or month, and its basis.

    ``zone`` is the UTC offset in minutes where the document states one, else None. ``how`` says
    where it was found and in which words, as ``pubDate "Сб, 02 авг 2025"``.
    """

    edtf: str
    basis: PublicationBasis
    zone: int | None = None
    how: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Who a document came through before its source had it: a forwarded channel, a feed's outlet.

    It is a hop of every claim of the document, before those that the text names.
    """

    name: str
    kind: HopKind


@dataclass(frozen=True, slots=True)
class Document:
    """One article or post as it was read.

    ``raw`` are the item's bytes, ``text`` the whole decoded file (BOM removed, newlines as they
    are). ``title``, ``dateline`` and ``skipped`` (front matter, say) are spans of ``text``, never
    cut from it. ``published`` is the publication date in force; ``stated`` what the document
    itself says, where that is another. ``reader`` names what read it; ``edited`` and ``captured``
    are ISO 8601 times, "" where nothing tells them; ``reply_to`` is an address; ``left_out`` says
    in sentences what of the bytes is not in the text. ``acts`` are decisions on it that were taken
    in another store, as its export wrote them.
    """

    name: str
    raw: bytes
    text: str
    source: str
    title: Span | None = None
    dateline: Span | None = None
    skipped: tuple[Span, ...] = ()
    language: str = "en"
    author: str = ""
    url: str = ""
    published: Publication | None = None
    stated: Publication | None = None
    headline: str = ""
    source_basis: SourceBasis = "given"
    reader: str = ""
    edited: str = ""
    captured: str = ""
    reply_to: str = ""
    passed_on: tuple[PassedOn, ...] = ()
    left_out: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def identity(self) -> str:
        """The hash over the bytes, the source and the URL, which tells documents apart."""
        parts = (self.raw, self.source.encode(), self.url.encode())
        return hashlib.sha256(b"\0".join(hashlib.sha256(p).digest() for p in parts)).hexdigest()


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop of an attribution chain: who is named, and who that is.

    ``span`` is the form in the text (a pronoun, too), None for a hand that the document came
    through and its text does not name; ``name`` is the canonical name, ``antecedent`` the earlier
    mention that a pronoun or short form stands for.
    """

    span: Span | None
    name: str
    kind: HopKind
    anonymous: bool = False
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words that limit a claim; they may stand in another sentence."""

    span: Span
    kind: HedgeKind


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place as the text names it, and the canonical name it goes by.

    ``ambiguous`` says that more places have the name and the text does not tell which it means.
    """

    span: Span
    name: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its bounds (None: open) and the words for what it counts."""

    span: Span
    low: int | None
    high: int | None
    counted: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim stands to another claim of the same document, named by its index there."""

    kind: RelationKind
    target: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A span that states that something happened, is so or will be, with all it carries.

    ``phrase`` is the index of its date phrase in the analysis, ``join`` says how it came by it.
    ``cautions`` leave out those of its dating, which change with the publication date.
    ``rule`` names the rule that found it.
    """

    span: Span
    rule: str
    flag: Flag
    flag_reason: str
    timeline: bool
    cue: Span | None = None
    repeats: tuple[Span, ...] = ()
    chain: tuple[Hop, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    relations: tuple[Relation, ...] = ()
    phrase: int | None = None
    role: Role = "event"
    join: DateJoin = "none"
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that one reading of a document gives: phrases, their datings (in step), claims."""

    document: Document
    sentences: tuple[Sentence, ...]
    phrases: tuple[DatePhrase, ...]
    datings: tuple[Dating, ...]
    claims: tuple[Claim, ...]
    extractor: str


class Extractor(Protocol):
    """What finds claims; a model can stand here in place of the rules.

    ``name`` and ``version`` are stored with what it found.
    """

    name: str
    version: str

    def extract(
        self, document: Document, sentences: tuple[Sentence, ...], phrases: tuple[DatePhrase, ...]
    ) -> tuple[Claim, ...]:
        """The claims of a document in the order of the text."""
