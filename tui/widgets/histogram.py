"""The strip under the header: how many claims each stretch of time has, the cursor's marked.

Without a filter the bars are two lines high; with one all that the store has stands in the upper
line, what the filter finds in the one below it. The years stand under both. The strip can be
entered: its cursor takes the timeline along.

>>> HistogramLine.FOCUS_ON_CLICK
False
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.query import BucketSize, bucket_at
from store.query import begin_of as begin
from store.query import end_of as end
from tui.bars import SIZES, Chart, axis, bars, chart_of, counted, fitting
from tui.keys import bindings
from tui.looks import look
from tui.shown import Histogram


class HistogramLine(Widget, can_focus=True):
    """Shows ``histogram`` in buckets of ``bucket``, or the finest that fit; ``day`` is marked."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("histogram")
    FOCUS_ON_CLICK = False
    WORDS: ClassVar[int] = 14
    """Cells at the right for the size of a bucket."""

    histogram: reactive[Histogram] = reactive(Histogram)
    day: reactive[str] = reactive("")
    bucket: reactive[BucketSize | None] = reactive[BucketSize | None](None)
    begun: reactive[str] = reactive("")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._by_size: dict[BucketSize, tuple[dict[int, int], dict[int, int]]] = {}

    @dataclass
    class Chosen(Message):
        """A bucket of the days from one to another, both ISO and in it, is to be gone to."""

        since: str
        until: str

    @dataclass
    class Ranged(Message):
        """These days are asked for."""

        since: str
        until: str

    @property
    def chart(self) -> Chart:
        """What is in sight."""
        room = max(1, self.size.width - self.WORDS)
        size = self.bucket or fitting(self.histogram.every, room)
        every, found = self._counted(size)
        return chart_of(every, found, size, room, self._ordinal)

    def _counted(self, size: BucketSize) -> tuple[dict[int, int], dict[int, int]]:
        """All claims and the filter's by bucket; worked out once for each size."""
        if size not in self._by_size:
            shown = self.histogram
            self._by_size[size] = counted(shown.every, size), counted(shown.found or {}, size)
        return self._by_size[size]

    @property
    def _ordinal(self) -> int:
        return date.fromisoformat(self.day).toordinal() if self.day else 0

    def watch_histogram(self) -> None:
        """Other claims."""
        self._by_size.clear()

    def render(self) -> Content:
        """The bars of all, those of the filter, the years and the size of a bucket."""
        if not self.histogram.every:
            return Content("")
        chart = self.chart
        if self.histogram.found is None:
            drawn = self._marked(chart, chart.every, "all", 2)
        else:
            every = self._marked(chart, chart.every, "all", 1)
            drawn = [*every, *self._marked(chart, chart.found, "bar", 1)]
        more = f"{'‹' if chart.before else ' '}{'›' if chart.after else ' '}"
        words = f" {axis(chart)} {more} by {chart.size}"
        return Content("\n").join([*drawn, Content.styled(words, look("histogram", "label"))])

    def _marked(self, chart: Chart, counts: list[int], part: str, height: int) -> list[Content]:
        low, high = self._range(chart)
        here = bucket_at(self._ordinal, chart.size) if self.day else -1
        lines = []
        for line in bars(counts, chart.width, height):
            drawn = Content.styled(line, look("histogram", part))
            drawn = self._painted(drawn, chart, range(low, high + 1), "range")
            drawn = self._painted(drawn, chart, range(here, here + 1), "cursor")
            lines.append(Content.assemble(" ", drawn))
        return lines

    def _painted(self, drawn: Content, chart: Chart, numbers: range, part: str) -> Content:
        first = max(numbers.start, chart.numbers.start) - chart.numbers.start
        last = min(numbers.stop, chart.numbers.stop) - chart.numbers.start
        if first >= last:
            return drawn
        style = look("histogram", part, colourless=self.app.no_color)
        return drawn.stylize(style, first * chart.width, last * chart.width)

    def _range(self, chart: Chart) -> tuple[int, int]:
        """The buckets from the anchor to the cursor; none where none was begun."""
        if not self.begun or not self.day:
            return 0, -1
        begun = bucket_at(date.fromisoformat(self.begun).toordinal(), chart.size)
        here = bucket_at(self._ordinal, chart.size)
        return min(begun, here), max(begun, here)

    def on_click(self, event: events.Click) -> None:
        """Go to the bucket under the mouse."""
        number = self.chart.at(event.x - 1)
        if number is not None:
            self.post_message(self.Chosen(*self._days(number, number)))

    def on_blur(self) -> None:
        """A range that was begun and not asked for is given up."""
        self.begun = ""

    def _step(self, step: int) -> None:
        """To the next bar that has claims."""
        size = self.chart.size
        every, found = self._counted(size)
        numbers = sorted(every if self.histogram.found is None else found)
        if numbers:
            here = bucket_at(self._ordinal, size) if self.day else numbers[-1]
            at = bisect_left(numbers, here) - 1 if step < 0 else bisect_right(numbers, here)
            number = numbers[max(0, min(at, len(numbers) - 1))]
            since, until = self._days(number, number)
            # Before the timeline tells: the next key may come first.
            self.day = until
            self.post_message(self.Chosen(since, until))

    def _days(self, low: int, high: int) -> tuple[str, str]:
        size = self.chart.size
        return begin(low, size).isoformat(), end(high, size).isoformat()

    def action_bar_left(self) -> None:
        """One bar to the left."""
        self._step(-1)

    def action_bar_right(self) -> None:
        """One bar to the right."""
        self._step(1)

    def action_finer(self) -> None:
        """Finer buckets."""
        self._zoom(1)

    def action_coarser(self) -> None:
        """Coarser buckets."""
        self._zoom(-1)

    def _zoom(self, step: int) -> None:
        at = SIZES.index(self.chart.size) + step
        self.bucket = SIZES[max(0, min(at, len(SIZES) - 1))]

    def action_range(self) -> None:
        """Begin a range at this bar, or give it up."""
        self.begun = "" if self.begun else self.day

    def action_only_range(self) -> None:
        """Ask for the days of the range, else of this bar."""
        chart = self.chart
        if self.day:
            here = bucket_at(self._ordinal, chart.size)
            low, high = self._range(chart) if self.begun else (here, here)
            self.post_message(self.Ranged(*self._days(low, high)))
