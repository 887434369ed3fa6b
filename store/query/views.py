"""What a query of one thing gives back: the card of a claim, the view of a document, their lines.

>>> DocumentLine(1, "ab12", "a.txt", "", "Example", "2025-08-03", "given", 4).claims
4
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from store.editions import Change
    from store.model import (
        Dating,
        HedgeKind,
        HopKind,
        Publication,
        RelationKind,
        Role,
        SourceBasis,
        Span,
    )
    from store.query.values import Row

MarkStyle = Literal["claim", "repeat", "date", "hop", "hedge", "place"]


_PASSIVE: dict[RelationKind, str] = {
    "disputes": "disputed by",
    "denies": "denied by",
    "supersedes": "superseded by",
    "corroborates": "corroborated by",
    "restates": "restated by",
    "revises": "revised by",
}


@dataclass(frozen=True, slots=True)
class CardHop:
    """A hop of a claim's chain, outermost first; no span where a person named it."""

    name: str
    kind: HopKind
    anonymous: bool
    span: Span | None
    antecedent: Span | None


@dataclass(frozen=True, slots=True)
class CardHedge:
    """Words that limit the claim."""

    kind: HedgeKind
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A place of the claim: its canonical name and where the text names it."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class CardQuantity:
    """A figure with its bounds (None: open) and the words for what it counts."""

    span: Span
    low: int | None
    high: int | None
    counted: str


@dataclass(frozen=True, slots=True)
class CardRelation:
    """How the claim stands to another; ``incoming`` when the other stands so to this one."""

    kind: RelationKind
    claim: int
    key: str
    quote: str
    incoming: bool

    @property
    def said(self) -> str:
        """The relation in words: "disputes", or "disputed by" when the other does."""
        return _PASSIVE[self.kind] if self.incoming else self.kind


@dataclass(frozen=True, slots=True)
class CardDate:
    """The claim's date phrase as the machine reads it, whatever a person set instead."""

    span: Span
    words: str
    role: Role
    dating: Dating


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """Everything there is to know of one claim.

    ``letter`` is the grade letter in force, ``own_letter`` the one set on this claim alone,
    ``digit`` the information's digit, each "" where nobody gave one.
    """

    row: Row
    span: Span
    cue: Span | None
    title: str
    rule: str
    extractor: str
    flag_reason: str
    chain: tuple[CardHop, ...]
    repeats: tuple[Span, ...]
    places: tuple[CardPlace, ...]
    hedges: tuple[CardHedge, ...]
    quantities: tuple[CardQuantity, ...]
    relations: tuple[CardRelation, ...]
    cautions: tuple[str, ...]
    date: CardDate | None
    letter: str
    own_letter: str
    digit: str
    note: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a document to be shown in a style; ``claim`` is the id it belongs to, if any.

    Marks come in the order of their starts, longer ones first; they may overlap.
    """

    span: Span
    style: MarkStyle
    claim: int | None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as the source panel shows it.

    ``published`` is the date in force and how it is known; ``stated`` what the document itself
    says where that differs. ``title`` may be metadata that stands nowhere in ``text``, and then
    ``title_span`` is None. ``source_basis`` says how the source is known.
    """

    id: int
    identity: str
    sha256: str
    name: str
    text: str
    title: str
    title_span: Span | None
    skipped: tuple[Span, ...]
    source: str
    reliability: str
    author: str
    url: str
    language: str
    published: Publication | None
    stated: Publication | None
    marks: tuple[Mark, ...]
    source_basis: SourceBasis = "given"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document in a list: ``claims`` counts those on the timeline."""

    id: int
    identity: str
    name: str
    title: str
    source: str
    published: str
    basis: str
    claims: int


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition of a document: when the page says it was edited, when it was captured, loaded.

    ``changes`` are those from the edition before it, none in the first.
    """

    document: int
    title: str
    source: str
    published: str
    edited: str
    captured: str
    loaded: str
    claims: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A document of another outlet that runs the same text; ``claim`` is its first, if any."""

    document: int
    source: str
    title: str
    published: str
    claim: int | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source, its letter ("" until rated), its documents and claims on the timeline."""

    name: str
    reliability: str
    documents: int
    claims: int
