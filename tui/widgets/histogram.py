"""The strip under the header: how many claims each stretch of time has, the cursor's marked.

>>> HistogramLine.LABELS
30
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.bars import bars, bucket_of, label
from tui.shown import Histogram


class HistogramLine(Widget):
    """Shows ``histogram``; a click on a bar asks to go to its first day."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *("histogram--bar", "histogram--cursor", "histogram--label")
    }
    LABELS: ClassVar[int] = 30
    """Cells for the dates at both ends and the size of a bucket."""

    histogram: reactive[Histogram] = reactive(Histogram)
    day: reactive[str] = reactive("")

    class Clicked(Message):
        """The bar of a bucket that begins on a day was clicked."""

        def __init__(self, day: str) -> None:
            super().__init__()
            self.day = day

    @property
    def room(self) -> int:
        """How many bars fit beside the labels."""
        return max(1, self.size.width - self.LABELS)

    def render(self) -> Content:
        """Where it begins, the bars, where it ends, and how much time a bar is."""
        buckets, size = self.histogram.buckets, self.histogram.size
        if not buckets:
            return Content("")
        drawn = Content.styled(bars([bucket.claims for bucket in buckets]), ".histogram--bar")
        if self.day:
            at = bucket_of(buckets, self.day)
            drawn = drawn.stylize(".histogram--cursor", at, at + 1)
        end = f" {label(buckets[-1].start, size)} by {size} "
        muted = ".histogram--label"
        return Content.assemble((self._start, muted), drawn, (end, muted))

    @property
    def _start(self) -> str:
        buckets, size = self.histogram.buckets, self.histogram.size
        return f" {label(buckets[0].start, size)} " if buckets else ""

    def on_click(self, event: events.Click) -> None:
        """Ask to go to the bucket under the mouse."""
        at = event.x - len(self._start)
        if 0 <= at < len(self.histogram.buckets):
            self.post_message(self.Clicked(self.histogram.buckets[at].start))
