"""A cue: the words that attribute, whose words they are, and where the content stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from store.claims.phrases import Range

Side = Literal["right", "left", "around", "none"]


class Cue(NamedTuple):
    """A cue, its source, and the side of it that the content stands on.

    ``side`` is "right", "left" (before the source), "around" (for "according to") or "none".
    ``shared`` says that the source is that of the cue before.
    """

    first: int
    end: int
    label: str
    source: Range | None
    side: Side
    shared: bool = False

    @property
    def reach(self) -> Range:
        """The words from the source to the cue, in either order."""
        if self.source is None or self.shared:
            return self.first, self.end
        return min(self.first, self.source[0]), max(self.end, self.source[1])
