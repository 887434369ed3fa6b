"""The grade dialog (`r`): the Admiralty code, by typing a letter and a digit, as in "B2".

The letter is the source's: set once, shown on all its claims, and overridden on one claim where
that claim deserves it. The digit is the claim's. The two are judged apart. The wording is that of
NATO's AJP-2.1, in short.

>>> [row.meaning for row in LETTERS if row.sign == "B"]
['usually reliable']
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from store.numbers import counted, grouped
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, words

Scope = Literal["source", "claim"]


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A sign of the code ("" clears) and what it means."""

    sign: str
    meaning: str


LETTERS: tuple[GradeRow, ...] = (
    GradeRow("A", "completely reliable"),
    GradeRow("B", "usually reliable"),
    GradeRow("C", "fairly reliable"),
    GradeRow("D", "not usually reliable"),
    GradeRow("E", "unreliable"),
    GradeRow("F", "cannot be judged"),
    GradeRow("", "no letter"),
)
DIGITS: tuple[GradeRow, ...] = (
    GradeRow("1", "confirmed by others"),
    GradeRow("2", "probably true"),
    GradeRow("3", "possibly true"),
    GradeRow("4", "doubtful"),
    GradeRow("5", "improbable"),
    GradeRow("6", "cannot be judged"),
    GradeRow("", "no digit"),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the subject is graded now.

    ``letter`` and ``digit`` are those in force, "" where none is or where claims differ;
    ``own_letter`` says that the letter is the claim's and not its source's. ``origins`` counts
    the independent origins that are known for the claim, the fewest of the selection.
    """

    source: str
    letter: str = ""
    digit: str = ""
    own_letter: bool = False
    origins: int = 1
    claims: int = 1
    sources: int = 1


@dataclass(frozen=True, slots=True)
class GradeChoice:
    """The letter and the digit to set: None leaves it as it is, "" clears it.

    ``scope`` is about the letter: the source's, or these claims' own.
    """

    letter: str | None
    digit: str | None
    scope: Scope


class GradeDialog(Dialog[GradeChoice]):
    """Choose letter, digit, and for whom the letter holds."""

    heading = "Grade"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("grade"),
        Binding("s", "scope", "source or claim"),
        *(
            Binding(f"{row.sign},{row.sign.lower()}", f"set('letters', {at})", show=False)
            for at, row in enumerate(LETTERS[:-1])
        ),
        *(
            Binding(row.sign, f"set('digits', {at})", show=False)
            for at, row in enumerate(DIGITS[:-1])
        ),
        Binding("-", "clear", "clear", key_display="–"),
        Binding("left,h", "focus_list('letters')", show=False),
        Binding("right,l", "focus_list('digits')", show=False),
    ]

    def __init__(self, subject: str, standing: Standing) -> None:
        super().__init__(subject)
        self.standing = standing
        self.scope: Scope = "claim" if standing.own_letter else "source"
        self._letter: str | None = None
        self._digit: str | None = None

    def body(self) -> ComposeResult:
        """Letters and digits side by side, for whom the letter holds, and what to beware of."""
        with Horizontal(id="lists"):
            yield Choices(lines(LETTERS), id="letters", at=place(LETTERS, self.standing.letter))
            yield Choices(lines(DIGITS), id="digits", at=place(DIGITS, self.standing.digit))
        yield Static(id="scope")
        yield Static(id="warning")

    def on_mount(self) -> None:
        """Say how it stands."""
        self._tell()

    @on(OptionList.OptionHighlighted)
    def moved(self, event: OptionList.OptionHighlighted) -> None:
        """The cursor chooses; where it stood at first it leaves things as they are."""
        if event.option_list.id == "letters":
            self._letter = changed(LETTERS, event.option_index, self.standing.letter)
        else:
            self._digit = changed(DIGITS, event.option_index, self.standing.digit)
        self._tell()

    def clicked(self, name: str) -> None:
        """A click chooses a line; it takes Enter to grade, since there are two lists."""

    def action_set(self, name: str, at: int) -> None:
        """Put the cursor of a list on a row and go on in that list."""
        self.query_one(f"#{name}", Choices).highlighted = at
        self.action_focus_list(name)

    def action_clear(self) -> None:
        """Choose "none" in both lists."""
        for name, rows in (("letters", LETTERS), ("digits", DIGITS)):
            self.query_one(f"#{name}", Choices).highlighted = len(rows) - 1

    def action_focus_list(self, name: str) -> None:
        """Go to the letters or to the digits."""
        self.query_one(f"#{name}", Choices).focus()

    def action_scope(self) -> None:
        """Let the letter hold for the whole source, or for these claims only."""
        self.scope = "source" if self.scope == "claim" else "claim"
        self._tell()

    def action_accept(self) -> None:
        """Give the grade; nothing where nothing was changed."""
        letter = self._letter_to_set()
        choice = GradeChoice(letter, self._digit, self.scope)
        self.dismiss(None if letter is None and self._digit is None else choice)

    def _letter_to_set(self) -> str | None:
        """The letter where it is new, or where it is now to hold for others than before."""
        moved_scope = (self.scope == "claim") != self.standing.own_letter
        if self._letter is None and moved_scope and self.standing.letter:
            return self.standing.letter
        return self._letter

    def _tell(self) -> None:
        self.query_one("#scope", Static).update(scope_line(self.standing, self.scope))
        warned = "1" if self._digit == "1" else ""
        self.query_one("#warning", Static).update(warning(warned, self.standing))


def lines(rows: tuple[GradeRow, ...]) -> list[Content]:
    """The rows as lines of a list."""
    return [Content.assemble((f"{row.sign or '–'} ", "bold"), row.meaning) for row in rows]


def place(rows: tuple[GradeRow, ...], sign: str) -> int:
    """The row of a sign; the last row, "none", for any other."""
    return next((at for at, row in enumerate(rows) if row.sign == sign), len(rows) - 1)


def changed(rows: tuple[GradeRow, ...], at: int, standing: str) -> str | None:
    """The sign of a row, None where it stands already."""
    return None if rows[at].sign == standing else rows[at].sign


def scope_line(standing: Standing, scope: Scope) -> Content:
    """For whom the letter will hold."""
    source = standing.source if standing.sources == 1 else counted(standing.sources, "source")
    for_source = f"the letter is for all claims of {source}"
    claims = "this claim" if standing.claims == 1 else f"these {grouped(standing.claims)} claims"
    said = for_source if scope == "source" else f"the letter is for {claims} only"
    return Content.assemble(("s  ", "bold"), words(said))


def warning(digit: str, standing: Standing) -> Content:
    """What to beware of before a "1": it says that others confirm the claim."""
    if digit != "1" or standing.origins >= 2:
        return Content("")
    known = counted(standing.origins, "independent origin")
    return Content(f"! 1 says that independent sources confirm it: {known} known")
