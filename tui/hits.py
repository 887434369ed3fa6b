"""The hits of a search among the claims shown: where they are, without a list of them.

>>> Hits().search, len(Hits())
('', 0)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from store.query import Place
from tui.rows import FirstIds


class Found(Protocol):
    """Hits in the order of the list: see ``store.query.Listing``."""

    def __len__(self) -> int:
        """How many there are."""

    def ids(self, start: int, stop: int) -> Sequence[int]:
        """The row ids from one position among the hits to before another."""

    def place(self, claim: int) -> Place:
        """Where among the hits a claim stands, or would stand."""

    def among(self, ids: Sequence[int]) -> set[int]:
        """Those of some claims that are hits."""


class FirstHits(FirstIds):
    """The hits around a place, ``here`` being the first behind it, while no others are known."""

    def among(self, ids: Sequence[int]) -> set[int]:
        """Those of some claims that are hits."""
        return set(self._ids) & set(ids)


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What a search found, or its problem; ``close`` gives back what it is read from.

    As long as they are not ``counted`` there may be more, before the first and behind the last.
    """

    search: str = ""
    found: Found | None = None
    problem: str = ""
    close: Callable[[], object] = lambda: None
    counted: bool = True

    def __len__(self) -> int:
        return len(self.found) if self.found else 0

    def among(self, ids: Sequence[int]) -> set[int]:
        """Those of some claims that are hits."""
        return self.found.among(ids) if self.found else set()

    def at_or_after(self, claim: int | None) -> int | None:
        """The claim itself if it is a hit, else the next hit; behind the last the first."""
        return self._hit(claim, 0)

    def after(self, claim: int | None) -> int | None:
        """The next hit; behind the last the first."""
        return self._hit(claim, 1)

    def before(self, claim: int | None) -> int | None:
        """The hit before; before the first the last."""
        return self._hit(claim, -1)

    def _hit(self, claim: int | None, step: int) -> int | None:
        if not self.found or not len(self):
            return None
        place = self.found.place(claim) if claim is not None else Place(0, False)
        # From between two hits the one that follows is a step ahead already.
        at = place.position + (step if place.there or step < 0 else 0)
        if not self.counted and at not in range(len(self)):
            return None
        return next(iter(self.found.ids(at % len(self), at % len(self) + 1)), None)
