"""The journal page: every act, the newest first, and which one `u` would take back.

Entries are read as the cursor nears the end of those shown, so that a long journal opens at once.

>>> JournalDialog.heading
'Journal'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from store.journal import Entry
from tui.screens.dialog import Dialog
from tui.screens.parts import Choices, paragraph, words

PAGE = 200
FINAL = "[]"
MARKS = {
    "next": ("u", ""),
    "undone": ("×", " (taken back)"),
    "final": ("!", " (cannot be taken back)"),
    "": (" ", ""),
}


class JournalDialog(Dialog[None]):
    """Show the journal; ``entries`` come newest first and may be read lazily."""

    heading = "Journal"

    def __init__(self, entries: Iterable[Entry]) -> None:
        super().__init__()
        self._lines = map(entry_line, marked(entries))
        self.add_class("roomy")

    def body(self) -> ComposeResult:
        """The first entries, or a sentence where there are none."""
        first = list(islice(self._lines, PAGE))
        if first:
            yield Choices(first, id="entries")
        else:
            yield paragraph("Nothing has been decided yet.", id="none")

    @on(OptionList.OptionHighlighted, "#entries")
    def read_on(self, event: OptionList.OptionHighlighted) -> None:
        """Read more where the cursor nears the end."""
        if event.option_index > event.option_list.option_count - PAGE // 4:
            event.option_list.add_options(islice(self._lines, PAGE))

    def clicked(self, name: str) -> None:
        """A click only moves the cursor: there is nothing to choose."""


def marked(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str]]:
    """Each entry and how it stands: "next" is what `u` would take back, "undone" was taken back.

    "final" cannot be taken back; "" is all else. Newest first, the first word on an act is the
    last one that was said of it.
    """
    undone: dict[int | None, bool] = {}
    waiting = True
    for entry in entries:
        if entry.kind != "act":
            undone.setdefault(entry.of, entry.kind == "undo")
            yield entry, ""
        elif undone.get(entry.number, False):
            yield entry, "undone"
        elif entry.inverse == FINAL:
            yield entry, "final"
        else:
            yield entry, "next" if waiting else ""
            waiting = False


def entry_line(line: tuple[Entry, str]) -> Content:
    """An entry as a line: its mark, when and who, and what was done."""
    entry, mark = line
    sign, remark = MARKS[mark]
    when = entry.at[:16].replace("T", " ")
    return Content.assemble(
        (sign, "bold"),
        words(f" {when} {entry.who}  ", "dim"),
        words(entry.sentence, "bold" if mark == "next" else ""),
        remark,
    )
