"""Correct a claim by hand: choose what is wrong, then type what is right.

The chooser asks what to correct and hands over to the dialog for it; the answer of the chooser is
that dialog's. In each, ctrl+r takes a correction back, and the loader's reading shows again.

>>> read_hops("Example Daily ← the ministry")
('Example Daily', 'the ministry')
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.widgets import Input, TextArea

from store.model import Span
from store.plain import printable
from tui.screens.dialog import Dialog, Result, accept
from tui.screens.parts import Choices, paragraph, words
from tui.screens.span import SpanCorrection, SpanDialog
from tui.widgets.typing import TypedLine, TypedText

_ARROW = re.compile(r"\n|←|<-")


@dataclass(frozen=True, slots=True)
class PlaceCorrection:
    """The places of the claim, the one that is shown first; None goes back to the loader's."""

    places: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ChainCorrection:
    """The hops, outermost first, () for the document's own voice; None: the loader's."""

    hops: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class DateCorrection:
    """Go on with the event date."""


Correction: TypeAlias = PlaceCorrection | ChainCorrection | SpanCorrection | DateCorrection


@dataclass(frozen=True, slots=True)
class Correctable:
    """What of a claim can be corrected: ``text`` is its whole document, ``span`` lies in it."""

    subject: str
    text: str
    span: Span
    places: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    known_places: Sequence[str] = field(default=(), repr=False)


def cleaned(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names as they can be shown, and left as they are."""
    return tuple(map(printable, names))


def read_hops(typed: str) -> tuple[str, ...]:
    """The hops of a typed chain, one a line or parted by arrows, outermost first."""
    return read_names(_ARROW.sub(";", typed.replace(";", ",")))


def read_names(typed: str) -> tuple[str, ...]:
    """Names parted by semicolons, each once.

    >>> read_names("Chasiv Yar; Kostiantynivka;")
    ('Chasiv Yar', 'Kostiantynivka')
    """
    names = (" ".join(printable(name).split()) for name in typed.split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


class CorrectDialog(Dialog[Correction]):
    """Ask what to correct, then correct it."""

    heading = "Correct by hand"
    BINDINGS: ClassVar[list[BindingType]] = [
        accept("correct"),
        Binding("p", "correct(0)", show=False),
        Binding("c", "correct(1)", show=False),
        Binding("w", "correct(2)", show=False),
        Binding("d", "correct(3)", show=False),
    ]

    def __init__(self, claim: Correctable) -> None:
        super().__init__(claim.subject)
        self.claim = claim

    def body(self) -> ComposeResult:
        """What can be corrected, and how it stands."""
        now = "; ".join(self.claim.places), " ← ".join(self.claim.chain)
        yield Choices(
            [
                chooser_line("p", "place", now[0] or "none"),
                chooser_line("c", "chain", now[1] or "the document's own voice"),
                chooser_line("w", "words", self.claim.span.cut(self.claim.text)),
                chooser_line("d", "date", "as with e"),
            ],
            id="what",
        )

    def action_accept(self) -> None:
        """Correct what is under the cursor."""
        self.action_correct(self.query_one("#what", Choices).highlighted or 0)

    def action_correct(self, what: int) -> None:
        """Open the dialog for a line of the list."""
        claim = self.claim
        if what == 0:
            self.app.push_screen(PlaceDialog(claim), self._done)
        elif what == 1:
            self.app.push_screen(HopsDialog(claim), self._done)
        elif what == 2:
            self.app.push_screen(SpanDialog(claim.text, claim.span), self._done)
        else:
            self.dismiss(DateCorrection())

    def _done(self, correction: Correction | None) -> None:
        if correction is not None:
            self.dismiss(correction)


def chooser_line(key: str, name: str, now: str) -> Content:
    """A thing to correct as a line: its key, its name, how it stands."""
    return Content.assemble((f"{key} ", "bold"), f"{name:<7}", words(now, "dim"))


class CorrectionDialog(Dialog[Result]):
    """The base of the two dialogs in which names are typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "revert", "the loader's")]

    def __init__(self, claim: Correctable) -> None:
        super().__init__(claim.subject)
        self.claim = claim

    def action_revert(self) -> None:
        """Take the correction back."""
        raise NotImplementedError


class PlaceDialog(CorrectionDialog[PlaceCorrection]):
    """Type the places of a claim; known names complete with the right arrow."""

    heading = "Correct the place"
    BINDINGS: ClassVar[list[BindingType]] = [accept("correct")]

    def body(self) -> ComposeResult:
        """The places that stand, to be changed."""
        known = SuggestFromList(map(printable, self.claim.known_places), case_sensitive=False)
        shown = "; ".join(self.claim.places)
        yield TypedLine(shown, id="places", suggester=known, compact=True)
        yield paragraph("several are parted by ; and the first is shown")

    def action_accept(self) -> None:
        """Give the places; nothing where they are as they were."""
        places = read_names(self.query_one("#places", Input).value)
        self.dismiss(PlaceCorrection(places) if places != cleaned(self.claim.places) else None)

    def action_revert(self) -> None:
        """Back to the loader's places."""
        self.dismiss(PlaceCorrection(None))


class HopsDialog(CorrectionDialog[ChainCorrection]):
    """Type the chain of a claim, one hop a line, the outermost first."""

    heading = "Correct the chain"
    BINDINGS: ClassVar[list[BindingType]] = [accept("correct", "ctrl+s")]

    def body(self) -> ComposeResult:
        """The hops that stand, to be changed."""
        yield TypedText("\n".join(self.claim.chain), id="hops")
        yield paragraph("one hop a line, outermost first; empty: the document's own voice")

    def action_accept(self) -> None:
        """Give the hops; nothing where they are as they were."""
        hops = read_hops(self.query_one("#hops", TextArea).text)
        self.dismiss(ChainCorrection(hops) if hops != cleaned(self.claim.chain) else None)

    def action_revert(self) -> None:
        """Back to the loader's chain."""
        self.dismiss(ChainCorrection(None))
