"""Everything a person can do, each as one frozen value.

``keys`` name claims, ``document`` a document's identity; neither is a row id, so that an edit
means the same in every store that holds the same documents. A correction of ``None`` takes the
hand-made value away and lets the machine's show again.

>>> Judge(("k3f7",), "verified").verdict
'verified'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from store.model import Publication, PublicationBasis, Span, Verdict

Keys: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """Set the verdict on claims; None takes it back."""

    keys: Keys
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Tag:
    """Put tags on claims and take tags off. A tag is a word without spaces."""

    keys: Keys
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Set the note on claims; the empty text removes it."""

    keys: Keys
    text: str


@dataclass(frozen=True, slots=True)
class Grade:
    """Set the Admiralty grade of claims: a letter A-F of their own, a digit 1-6, or both.

    None leaves a half as it is; the empty text takes it back (the letter is then the source's).
    """

    keys: Keys
    letter: str | None = None
    digit: str | None = None


@dataclass(frozen=True, slots=True)
class Redate:
    """Correct the date of claims to an EDTF value."""

    keys: Keys
    edtf: str | None


@dataclass(frozen=True, slots=True)
class Relocate:
    """Correct the places of claims, the first being the one that is shown."""

    keys: Keys
    places: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Rechain:
    """Correct the attribution chain of claims, outermost hop first; () is the document's voice."""

    keys: Keys
    chain: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Respan:
    """Correct which words of its document a claim is."""

    key: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Hide:
    """Hide claims that are none, or show them again."""

    keys: Keys
    hidden: bool = True


@dataclass(frozen=True, slots=True)
class AddClaim:
    """Add a claim that the loader missed: a span of a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class RemoveClaim:
    """Take away a claim that a person added; what the loader found is hidden instead."""

    key: str


@dataclass(frozen=True, slots=True)
class Publish:
    """Set a document's publication date (EDTF; None: unknown) and resolve its dates again."""

    document: str
    edtf: str | None
    basis: PublicationBasis = "given"
    zone: int | None = None

    @property
    def publication(self) -> Publication | None:
        """The publication date that the edit sets."""
        return Publication(self.edtf, self.basis, self.zone) if self.edtf else None


@dataclass(frozen=True, slots=True)
class Rate:
    """Set the reliability A-F of a source; None takes it back."""

    source: str
    letter: str | None


@dataclass(frozen=True, slots=True)
class Forget:
    """Remove a document, its text and all decisions on its claims from the store.

    It cannot be undone: only its hash and this act stay, in the journal.
    """

    document: str


Edit: TypeAlias = (
    Judge
    | Tag
    | Note
    | Grade
    | Redate
    | Relocate
    | Rechain
    | Respan
    | Hide
    | AddClaim
    | RemoveClaim
    | Publish
    | Rate
    | Forget
)


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An edit that would have changed nothing and was not journalled."""

    sentence: str = "Nothing changed."

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """Why there was nothing to undo, or to do again."""

    sentence: str

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True, slots=True)
class DateChange:
    """What a new publication date would do to one claim: its date before and after.

    ``pinned`` where a person set the date, which then stays as it is. Values are EDTF, empty
    where there is no date.
    """

    claim: int
    key: str
    quote: str
    old: str
    new: str
    pinned: bool = False
