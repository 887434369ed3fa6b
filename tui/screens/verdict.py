"""The verdict picker (`v`): one key gives a verdict, `–` takes it back.

>>> [row.verdict for row in VERDICTS if row.letter == "v"]
['verified']
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from store.model import Verdict
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """A verdict (None: none yet), its keys, and what it means."""

    verdict: Verdict | None
    digit: str
    letter: str
    meaning: str


VERDICTS: tuple[VerdictRow, ...] = (
    VerdictRow("undetermined", "1", "u", "looked at, nothing decided"),
    VerdictRow("in-progress", "2", "p", "being checked now"),
    VerdictRow("verified", "3", "v", "independent evidence shows that it is so"),
    VerdictRow("false", "4", "f", "evidence shows that it is not so"),
    VerdictRow("misleading", "5", "m", "partly so, but gives a wrong picture"),
    VerdictRow("disputed", "6", "d", "credible sources contradict one another"),
    VerdictRow("inconclusive", "7", "i", "checked, and the evidence does not decide it"),
    VerdictRow("out-of-scope", "8", "o", "not ours to judge"),
    VerdictRow(None, "–", "0", "no verdict: take back the one given"),
)


@dataclass(frozen=True, slots=True)
class VerdictChoice:
    """The verdict to give; None takes back what was given."""

    verdict: Verdict | None


class VerdictDialog(Dialog[VerdictChoice]):
    """Choose a verdict; ``current`` are those the subject has now, "" or None for none."""

    heading = "Verdict"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("judge"),
        *(
            Binding(f"{row.digit},{row.letter}", f"pick({index})", show=False)
            for index, row in enumerate(VERDICTS)
        ),
        Binding("-", f"pick({len(VERDICTS) - 1})", "none", key_display="–"),
    ]

    def __init__(self, subject: str, current: Collection[str | None] = ()) -> None:
        super().__init__(subject)
        self.current = {verdict or None for verdict in current}

    def body(self) -> ComposeResult:
        """The list, with the cursor on the verdict that stands, else on the first."""
        given = self.current - {None}
        standing = [index for index, row in enumerate(VERDICTS) if row.verdict in given]
        lines = (verdict_line(row, row.verdict in self.current) for row in VERDICTS)
        yield Choices(lines, id="verdicts", at=standing[0] if standing else 0)

    def action_pick(self, index: int) -> None:
        """Give the verdict of a row."""
        self.dismiss(VerdictChoice(VERDICTS[index].verdict))

    def action_accept(self) -> None:
        """Give the verdict under the cursor."""
        self.action_pick(self.query_one("#verdicts", Choices).highlighted or 0)


def verdict_line(row: VerdictRow, stands: bool) -> Content:
    """A row as a line: its keys, a mark where it stands now, its name and meaning."""
    mark = "●" if stands else " "
    return Content.assemble(
        (f"{row.digit} {row.letter} ", "bold"),
        f"{mark} {row.verdict or 'none':<13} ",
        (row.meaning, "dim"),
    )
