"""What the panels show, as frozen values: a view of the list, a reading, counts.

>>> View().window.lines.total, Reading().document
(0, None)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from store.query import Filter
from tui.rows import Window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.database import Store
    from store.query import ClaimCard, DocumentView, Listing


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
class Fetched:
    """A filter's claims, counted; how many there are without its terms; the cursor's place.

    ``last`` is the id of the claim that came last when they were read, ``store`` the connection
    that they are read from, to be closed when they are no longer shown.
    """

    store: Store
    listing: Listing
    total: int
    position: int
    last: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """Claims by day, an ordinal: ``every`` claim among which is looked, those of a filter.

    ``found`` is None where the filter asks for nothing.
    """

    every: Mapping[int, int] = field(default_factory=dict)
    found: Mapping[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the header tells: counts, selection, search, filter, heading, what is under way."""

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
    acting: str = ""
