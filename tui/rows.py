"""A window over ordered claims: which line shows what, and the rows of the lines in sight.

The timeline never holds the claims, only their ids in order and where each heading begins; rows
are read a page at a time and the last few pages are kept.

>>> headings = [Heading(0, 7), Heading(2, 8)]
>>> lines = Lines(5, headings)  # five claims; headings before the first and the third
>>> [lines.at(line) for line in range(lines.total)][:4]
[Line(position=0, heading=True), Line(position=0, heading=False), \
Line(position=1, heading=False), Line(position=2, heading=True)]
>>> lines.line_of(2)
4
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from store.query import Heading, Row
from store.timeline import day_of

PAGE = 128
"""Rows read at a time: a screen or two, read in well under a millisecond."""
PAGES = 64
"""Pages kept."""


class Line(NamedTuple):
    """What a line of the timeline shows: a claim, or the heading above it."""

    position: int
    heading: bool


class Lines:
    """Where ``count`` claims and the headings above them stand, all by index, nothing by walking.

    ``headings`` ascend by position; the first stands before position 0.
    """

    def __init__(self, count: int, headings: Sequence[Heading]) -> None:
        self.count = count
        self.starts = [heading.position for heading in headings]
        self.numbers = [heading.heading for heading in headings]

    @property
    def total(self) -> int:
        """How many lines there are."""
        return self.count + len(self.starts)

    def at(self, line: int) -> Line:
        """What stands on a line, which must lie within the total."""
        above = self._headings_above(line)
        if above and self.starts[above - 1] + above - 1 == line:
            return Line(self.starts[above - 1], True)
        return Line(line - above, False)

    def line_of(self, position: int) -> int:
        """The line of the claim at a position."""
        return position + bisect_right(self.starts, position)

    def headed(self, position: int) -> int:
        """How many claims stand under the heading at a position."""
        following = bisect_right(self.starts, position)
        end = self.starts[following] if following < len(self.starts) else self.count
        return end - position

    def next_start(self, position: int) -> int:
        """The first claim under the next heading, or the last claim."""
        following = bisect_right(self.starts, position)
        return self.starts[following] if following < len(self.starts) else self.count - 1

    def previous_start(self, position: int) -> int:
        """The first claim under this heading, from there the one before, at the top the first."""
        before = bisect_left(self.starts, position)
        return self.starts[before - 1] if before else 0

    def next_month(self, position: int) -> int:
        """The first claim of the next month that has any, or the last claim."""
        here = self._heading_of(position)
        months = range(here + 1, len(self.starts))
        found = next((i for i in months if self._month(i) != self._month(here)), None)
        return self.count - 1 if found is None else self.starts[found]

    def previous_month(self, position: int) -> int:
        """The first claim of this month, from there of the month before, at the top the first."""
        before = self.previous_start(position)
        here = self._heading_of(before)
        while here > 0 and self._month(here - 1) == self._month(here):
            here -= 1
        return self.starts[here] if self.starts else 0

    def number_of(self, position: int) -> int:
        """The number of the heading that a claim stands under."""
        return self.numbers[self._heading_of(position)]

    def _month(self, heading: int) -> str:
        return day_of(self.numbers[heading])[:7]

    def _heading_of(self, position: int) -> int:
        return max(0, bisect_right(self.starts, position) - 1)

    def _headings_above(self, line: int) -> int:
        """How many headings stand on lines up to this one; heading i stands on starts[i] + i."""
        indices = range(len(self.starts))
        return bisect_right(indices, line, key=lambda i: self.starts[i] + i)


class Window:
    """The rows of ordered ids, read in pages when they come into sight.

    ``read`` gives the rows of ids; a claim that another process took away has none.
    """

    def __init__(
        self,
        ids: Sequence[int] = (),
        headings: Sequence[Heading] = (),
        read: Callable[[Sequence[int]], Sequence[Row]] = lambda _ids: (),
    ) -> None:
        self.ids = ids
        self.lines = Lines(len(ids), headings)
        self._read = read
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, position: int) -> Row | None:
        """The row at a position, which must lie within the window; None where it is gone."""
        page, place = divmod(position, PAGE)
        return self._page(page)[place]

    def find(self, claim: int) -> int | None:
        """The position of a claim's id; None where it is not in the order."""
        try:
            return self.ids.index(claim)
        except ValueError:
            return None

    def forget(self) -> None:
        """Read every page anew when it is next wanted."""
        self._pages.clear()

    def _page(self, page: int) -> Sequence[Row | None]:
        rows = self._pages.get(page)
        if rows is None:
            ids = self.ids[page * PAGE : (page + 1) * PAGE]
            found = {row.id: row for row in self._read(ids)}
            rows = self._pages[page] = [found.get(claim) for claim in ids]
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return rows


def positions(ids: Sequence[int], wanted: frozenset[int]) -> Sequence[int]:
    """Where the wanted ids stand in the order, ascending.

    >>> list(positions([7, 3, 9], frozenset({9, 7})))
    [0, 2]
    """
    return array("q", (place for place, claim in enumerate(ids) if claim in wanted))


def headings_of(rows: Sequence[Row]) -> list[Heading]:
    """The headings of a first page, before those of the whole order are known."""
    return [
        Heading(place, row.heading)
        for place, row in enumerate(rows)
        if not place or rows[place - 1].heading != row.heading
    ]
