"""Editions of a document (`D`): what each added, dropped, softened; and its copies elsewhere.

>>> EditionsDialog.heading
'Editions and copies'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from store.numbers import counted
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, paragraph, words

if TYPE_CHECKING:
    from store.editions import Change
    from store.query import Copy, EditionLine

_SIGNS = {"added": "+", "dropped": "−", "softened": "↓", "hardened": "↑", "reworded": "≈"}


class _Line(NamedTuple):
    """What a line of the list shows, and the claim that Enter goes to."""

    shown: Content
    claim: int | None


class EditionsDialog(Dialog[int]):
    """List editions with their changes, and copies; the answer is the claim to go to."""

    heading = "Editions and copies"
    BINDINGS: ClassVar[list[BindingType]] = [accept("go to it")]

    def __init__(
        self, subject: str, editions: Sequence[EditionLine], copies: Sequence[Copy]
    ) -> None:
        super().__init__(subject)
        several = editions if len(editions) > 1 else ()
        self.lines = [*_of_editions(several), *_of_copies(copies)]
        self.set_class(len(self.lines) > 8, "roomy")

    def body(self) -> ComposeResult:
        """One line an edition, under it those of its changes; then the copies."""
        if self.lines:
            yield Choices((line.shown for line in self.lines), id="editions")
        else:
            yield paragraph("There is one edition of this document, and no copy of it.", id="none")

    def action_accept(self) -> None:
        """Go to the claim under the cursor, if the line is of one."""
        chosen = self.query(Choices)
        claim = self.lines[chosen.first().highlighted or 0].claim if chosen else None
        if claim is not None or not chosen:
            self.dismiss(claim)


def _of_editions(editions: Sequence[EditionLine]) -> Iterator[_Line]:
    for number, edition in enumerate(editions, 1):
        facts = f"  {when(edition)} · {edition.source} · {counted(edition.claims, 'claim')}"
        yield _Line(Content.assemble(words(f"edition {number}", "bold"), words(facts)), None)
        if number > 1 and not edition.changes:
            yield _Line(words("  no claim changed", "dim"), None)
        for change in edition.changes:
            yield from _of_change(change)


def _of_change(change: Change) -> Iterator[_Line]:
    said = change.new or change.old
    if said is None:
        return
    kind = f"  {_SIGNS[change.kind]} {change.kind:<9}"
    flags = " → ".join(dict.fromkeys(one.flag for one in (change.old, change.new) if one))
    shown = Content.assemble(words(kind, "bold"), words(f"{flags}  "), words(f"“{said.quote}”"))
    yield _Line(shown, said.id)
    if change.old and change.new and change.old.quote != change.new.quote:
        yield _Line(words(f"      was  “{change.old.quote}”", "dim"), change.old.id)


def _of_copies(copies: Sequence[Copy]) -> Iterator[_Line]:
    for copy in copies:
        facts = " · ".join(filter(None, (f"  {copy.source}", copy.published, copy.title)))
        yield _Line(Content.assemble(words("copy", "bold"), words(facts)), copy.claim)


def when(edition: EditionLine) -> str:
    """The time of an edition: when it was edited, as it says, else captured, else loaded."""
    for verb, time in (
        ("edited", edition.edited),
        ("captured", edition.captured),
        ("loaded", edition.loaded),
    ):
        if time:
            return f"{verb} {time[:16].replace('T', ' ')}"
    return ""
