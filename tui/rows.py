"""A window over the claims of a filter: which line shows what, and the rows of the lines in sight.

The timeline never holds the claims: a listing of the store knows how many stand under each heading
and gives the ids of any stretch; rows are read a page at a time and the last few pages are kept.

>>> lines = Lines(5, [0, 2], [7, 8])  # five claims; headings before the first and the third
>>> [lines.at(line) for line in range(lines.total)][:4]
[Line(position=0, heading=True), Line(position=0, heading=False), \
Line(position=1, heading=False), Line(position=2, heading=True)]
>>> lines.line_of(2)
4
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from store.query import Place, Row
from store.timeline import day_of

PAGE = 128
"""Rows read at a time: a screen or two, read in a millisecond."""
PAGES = 6
"""Pages kept: twenty screens, 1 MB."""


class Line(NamedTuple):
    """What a line of the timeline shows: a claim, or the heading above it."""

    position: int
    heading: bool


class Lines:
    """Where ``count`` claims and the headings above them stand, all by index, nothing by walking.

    ``starts`` are the positions of the claims below each heading, ascending from 0; ``numbers``
    what the headings are.
    """

    def __init__(self, count: int, starts: Sequence[int], numbers: Sequence[int]) -> None:
        self.count = count
        self.starts = starts
        self.numbers = numbers

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


class Claims(Protocol):
    """The claims of a list in order, by position: see ``store.query.Listing``."""

    def __len__(self) -> int:
        """How many claims there are."""

    def ids(self, start: int, stop: int) -> Sequence[int]:
        """The row ids from one position to before another."""

    def place(self, claim: int) -> Place:
        """Where a claim stands, or would stand."""

    def position_of_day(self, day: str) -> int:
        """Where the list reaches an ISO day."""


class FirstIds:
    """Some claims of a list, for as long as no others are known.

    Any other claim is taken for the position ``here``.
    """

    def __init__(self, ids: Sequence[int], here: int) -> None:
        self._ids = ids
        self._here = here

    def __len__(self) -> int:
        return len(self._ids)

    def ids(self, start: int, stop: int) -> Sequence[int]:
        """The row ids from one position to before another."""
        return self._ids[start:stop]

    def place(self, claim: int) -> Place:
        """Where a claim stands, or would stand."""
        there = claim in self._ids
        return Place(self._ids.index(claim) if there else self._here, there)


class FirstRows(FirstIds):
    """The first rows of a list; any other claim would stand behind them."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        super().__init__([row.id for row in rows], len(rows))
        starts = [
            at for at, row in enumerate(rows) if not at or rows[at - 1].heading != row.heading
        ]
        self.lines = Lines(len(rows), starts, [rows[at].heading for at in starts])

    def position_of_day(self, day: str) -> int:
        """Where the list reaches an ISO day is not known yet; its beginning."""
        del day
        return 0


class Window:
    """The rows of claims, read in pages when they come into sight.

    ``lines`` say where they stand; ``read`` gives the rows of ids, of which a claim that another
    process took away has none; ``close`` is called when the window is no longer shown. One that
    is not ``whole`` has the claims around the cursor, while the others have yet to be counted.
    """

    def __init__(
        self,
        claims: Claims | None = None,
        lines: Lines | None = None,
        read: Callable[[Sequence[int]], Sequence[Row]] = lambda _ids: (),
        close: Callable[[], object] = lambda: None,
        *,
        whole: bool = True,
    ) -> None:
        self.claims: Claims = claims or FirstRows()
        self.lines = lines or Lines(0, (), ())
        self.close = close
        self.whole = whole
        self._read = read
        self._pages: OrderedDict[int, _Page] = OrderedDict()

    def __len__(self) -> int:
        return len(self.claims)

    def row(self, position: int) -> Row | None:
        """The row at a position, which must lie within the window; None where it is gone."""
        page, place = divmod(position, PAGE)
        rows = self._page(page)
        return rows[place] if place < len(rows) else None

    def find(self, claim: int) -> int | None:
        """The position of a claim's id; None where it is not in the order."""
        place = self.claims.place(claim)
        return place.position if place.there else None

    def page_of(self, position: int) -> Sequence[Row | None]:
        """The rows that were read together with the one at a position."""
        return self._page(position // PAGE)

    def forget(self) -> None:
        """Read the rows anew when they are next wanted; where they stand is kept."""
        for page in self._pages.values():
            page.rows = None

    def _page(self, number: int) -> Sequence[Row | None]:
        page = self._pages.get(number)
        if page is None:
            start = number * PAGE
            page = self._pages[number] = _Page(self.claims.ids(start, start + PAGE))
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        if page.rows is None:
            found = {row.id: row for row in self._read(page.ids)}
            page.rows = [found.get(claim) for claim in page.ids]
        return page.rows


class _Page:
    def __init__(self, ids: Sequence[int]) -> None:
        self.ids = ids
        self.rows: Sequence[Row | None] | None = None
