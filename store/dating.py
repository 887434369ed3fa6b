"""The frozen values of dates: where a phrase stands, what it says and what it comes to.

They are named tuples apart from ``store.model``, so that dates can be found without paying for
the import of all that a document carries.

>>> Span(3, 7).cut("on July 31")
'July'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from store.meaning import Meaning

Role = Literal["event", "as-of", "announcement"]
Granularity = Literal[
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
    "interval",
]
Extent = Literal["within", "throughout"]
PublicationBasis = Literal["given", "metadata", "dateline", "file-name", "guessed"]


class Span(NamedTuple):
    """A half-open range of code points of a document's text."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


class Sentence(NamedTuple):
    """A sentence, its paragraph (counted from 0) and whether it is a heading, title or dateline."""

    span: Span
    paragraph: int
    heading: bool = False


class PhraseContext(NamedTuple):
    """What the surroundings of a date phrase say, kept for resolving it again.

    ``tense`` is that of the nearest verb in the clause; ``depth`` counts enclosing quotations and
    parentheses; ``role`` is what the words before it make of it.
    """

    paragraph: int
    sentence: int
    tense: Literal["past", "present", "future", ""] = ""
    depth: int = 0
    heading: bool = False
    role: Role = "event"


class DatePhrase(NamedTuple):
    """A date expression as it stands in the text, before any anchor.

    ``meaning`` is what the words say; with its ``context`` it is all that resolving needs, so a
    stored phrase can be resolved again under another publication date without its text.
    """

    span: Span
    text: str
    meaning: Meaning
    context: PhraseContext


class Dating(NamedTuple):
    """What a date phrase comes to under an anchor.

    ``edtf`` is the value (empty where there is none: a duration, a set, "now"); ``earliest`` and
    ``latest`` are ISO days, empty where open or unknown. ``rule`` names the rule, ``anchor`` the
    EDTF day it counted from and ``anchor_kind`` whose day that is; ``alternatives`` are other
    EDTF values it could have had; ``confidence`` runs from 0 to 1; ``timex`` is the TIMEX3 value.
    """

    edtf: str
    earliest: str
    latest: str
    granularity: Granularity
    extent: Extent
    role: Role
    rule: str
    anchor: str = ""
    anchor_kind: Literal["publication", "story", "sentence", "phrase", ""] = ""
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    timex: str = ""


class Published(Protocol):
    """What dates need of a publication: its EDTF day or month, and how that is known."""

    @property
    def edtf(self) -> str:
        """The day or month."""

    @property
    def basis(self) -> PublicationBasis:
        """How it is known."""


class Given(NamedTuple):
    """A publication date that was given, and no more."""

    edtf: str
    basis: PublicationBasis = "given"
