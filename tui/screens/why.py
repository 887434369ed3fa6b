"""Why a claim has its date (`w`): in sentences, and step by step from the phrase to the value.

>>> steps(Why("", phrase="July 31", value="2025-07-31"))
[('phrase', '“July 31”'), ('value', '2025-07-31')]
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Static

from tui.screens.dialog import Dialog
from tui.screens.parts import Page, grid, paragraph


@dataclass(frozen=True, slots=True)
class Why:
    """How a date came about; what does not apply is empty. ``by_hand`` is a person's value."""

    sentences: str
    phrase: str = ""
    rule: str = ""
    anchor: str = ""
    value: str = ""
    earliest: str = ""
    latest: str = ""
    alternatives: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    by_hand: str = ""


class WhyDialog(Dialog[None]):
    """Explain the date of the subject."""

    heading = "Why this date"

    def __init__(self, subject: str, why: Why) -> None:
        super().__init__(subject)
        self.why = why

    def body(self) -> ComposeResult:
        """The sentences, one a line as they come, then the steps."""
        with Page():
            for sentence in self.why.sentences.splitlines():
                yield paragraph(sentence)
            yield Static(grid(steps(self.why)), id="steps")


def steps(why: Why) -> list[tuple[str, str]]:
    """From the phrase to the value: what each step is and what it gave, empty steps left out."""
    days = f"{why.earliest or 'open'} – {why.latest or 'open'}"
    rows = [
        ("phrase", f"“{why.phrase}”" if why.phrase else ""),
        ("rule", why.rule),
        ("anchor", why.anchor),
        ("value", why.value),
        ("days", days if why.earliest or why.latest else ""),
        ("or else", ", ".join(why.alternatives)),
        ("cautions", ", ".join(why.cautions)),
        ("by hand", why.by_hand),
    ]
    return [(name, value) for name, value in rows if value]
