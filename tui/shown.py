"""What the panels show, as frozen values: a view of the list, a reading, the hits of a search.

>>> View().window.lines.total, Reading().document, Hits().search
(0, None, '')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from store.query import Bucket, BucketSize, ClaimCard, DocumentView, Filter, Heading
from tui.rows import Window


@dataclass(frozen=True, slots=True)
class View:
    """What the timeline shows: a window of rows and the position its cursor starts at."""

    window: Window = field(default_factory=Window)
    position: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What is being read: a claim and the document it stands in; neither before the first."""

    card: ClaimCard | None = None
    document: DocumentView | None = None

    @property
    def place(self) -> tuple[int | None, int | None]:
        """Which document and which claim of it: what a panel scrolls to."""
        return (
            self.document.id if self.document else None,
            self.card.row.id if self.card else None,
        )


@dataclass(frozen=True, slots=True)
class Hits:
    """A search's hits: the ids, and their positions in the list, ascending; or its problem."""

    search: str = ""
    ids: frozenset[int] = frozenset()
    positions: Sequence[int] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A filter's claims in order, their headings, the count without terms, the cursor's place.

    ``last`` is the id of the claim that came last when they were read.
    """

    ids: Sequence[int] = ()
    headings: Sequence[Heading] = ()
    total: int = 0
    position: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Histogram:
    """A filter's claims counted in buckets of one size, in time's order."""

    buckets: tuple[Bucket, ...] = ()
    size: BucketSize = "day"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the header tells: counts, selection, search, filter, and the cursor's heading."""

    shown: int = 0
    total: int = 0
    selected: int = 0
    ranging: bool = False
    search: str = ""
    hits: int = 0
    filter: Filter = field(default_factory=Filter)
    place: str = ""
    readonly: bool = False
    arrived: int = 0
