"""What is seen of a load while it runs: how much is read, how fast, how long still; and Ctrl+C.

>>> with watched([], alone=False) as watch:
...     list(watch.reading([1, 2])), list(watch.written([3]))
([1, 2], [3])
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from store.readers import Input, Item, Parcel, weigh

if TYPE_CHECKING:
    from rich.progress import Progress

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Watch:
    """Counts what passes by on its way in and on its way out; without a bar nothing is shown."""

    bar: Progress | None = None

    def reading(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, each counted by its bytes when it is taken."""
        for item in items:
            yield item
            if self.bar and isinstance(item, Parcel | Item):
                size = item.size if isinstance(item, Parcel) else len(item.raw)
                self.bar.advance(self.bar.task_ids[0], size)

    def written(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """The items, each counted as a document when it comes."""
        for number, item in enumerate(items, 1):
            if self.bar:
                self.bar.update(self.bar.task_ids[0], documents=number)
            yield item

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Without the moving line for as long as a person is asked something."""
        if self.bar:
            self.bar.stop()
        yield
        if self.bar:
            self.bar.start()


@contextmanager
def watched(inputs: Sequence[Input], *, alone: bool = True) -> Iterator[Watch]:
    """A line that moves on stderr meanwhile, if somebody sees it and it is ``alone`` there."""
    if not (alone and sys.stderr.isatty()):
        yield Watch()
        return
    with _bar() as bar:
        bar.add_task("reading", total=weigh(inputs) or None, documents=0)
        yield Watch(bar)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        """Documents a second, since the beginning."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.fields['documents'] / max(task.elapsed or 0, 1):.0f}/s")

    return Progress(
        TextColumn("{task.description} {task.fields[documents]} documents"),
        Rate(),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        # What goes to a pipe must not be drawn into this line instead.
        redirect_stdout=False,
    )


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl+C was pressed; what runs then ends at its next pause, pressed twice at once."""
    pressed = threading.Event()

    def stop(*_: object) -> None:
        pressed.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)
