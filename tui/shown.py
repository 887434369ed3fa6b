"""What the panels show, as frozen values: a view of the list, a reading, counts.

>>> View().window.lines.total, Reading().document
(0, None)
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from store.query import Filter
from tui.rows import Window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.database import Store
    from store.query import ClaimCard, DocumentView, Listing


class View(NamedTuple):
    """What the timeline shows: a window of rows and the position its cursor starts at."""

    window: Window = Window()
    position: int = 0


class Reading(NamedTuple):
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


class Histogram(NamedTuple):
    """Claims by day, an ordinal: ``every`` claim among which is looked, those of a filter.

    ``found`` is None where the filter asks for nothing.
    """

    every: Mapping[int, int] = MappingProxyType({})
    found: Mapping[int, int] | None = None


class Fetched(NamedTuple):
    """A filter's claims, counted; how many there are without its terms; both by day.

    ``last`` is the id of the claim that came last when they were read, ``store`` the connection
    that they are read from, to be closed when they are no longer shown.
    """

    store: Store
    listing: Listing
    total: int
    histogram: Histogram
    last: int


class Standing(NamedTuple):
    """What the header tells: counts, selection, search, filter, heading, what is under way.

    ``shown`` and ``hits`` are None while they are not counted yet.
    """

    shown: int | None = 0
    total: int = 0
    selected: int = 0
    ranging: bool = False
    search: str = ""
    hits: int | None = 0
    filter: Filter = Filter()
    place: str = ""
    readonly: bool = False
    arrived: int = 0
    acting: str = ""
