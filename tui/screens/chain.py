"""The attribution chain (`c`): from the page to the origin, then the claim as it is told on.

>>> origin_sentence("Example Daily", [ChainHop("Deep State", "channel")])
'Origin: Deep State.'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from store.query import Term
from store.tellings import Telling, hardened
from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, paragraph, words


@dataclass(frozen=True, slots=True)
class ChainHop:
    """One hop: its canonical name, what kind of voice it is, and its wording in the text."""

    name: str
    kind: str
    wording: str = ""
    anonymous: bool = False


class _Line(NamedTuple):
    """What a line of the list shows, and what Enter does there: a filter, or a claim to go to."""

    shown: Content
    chosen: Term | int | None


class ChainDialog(Dialog[Term | int]):
    """Show through whom a claim reached us; ``hops`` run from the outermost to the origin.

    ``tellings`` are those of the claim as it travels. The answer is a filter by the voice under the
    cursor, or the claim of the telling there.
    """

    heading = "Attribution chain"
    BINDINGS: ClassVar[list[BindingType]] = [accept("filter by it, or go to it")]

    def __init__(
        self,
        subject: str,
        source: str,
        hops: Sequence[ChainHop],
        tellings: Sequence[Telling] = (),
    ) -> None:
        super().__init__(subject)
        self.source, self.hops = source, tuple(hops)
        self.lines = [*_of_hops(source, hops), *_of_tellings(tellings)]
        self.set_class(len(self.lines) > 8, "roomy")

    def body(self) -> ComposeResult:
        """The origin in a sentence, then a line a hop and the tellings."""
        yield paragraph(origin_sentence(self.source, self.hops), id="origin")
        yield Choices((line.shown for line in self.lines), id="hops")

    def action_accept(self) -> None:
        """Give what the line under the cursor stands for, if it stands for something."""
        chosen = self.lines[self.query_one("#hops", Choices).highlighted or 0].chosen
        if chosen is not None:
            self.dismiss(chosen)


def _of_hops(source: str, hops: Sequence[ChainHop]) -> Iterator[_Line]:
    """The document's source, then each hop: its number, its name, its kind and wording."""
    page = Content.assemble("page  ", words(source, "bold"), "  the document's source")
    yield _Line(page, Term("source", source))
    for number, hop in enumerate(hops, start=1):
        name, said = hop.name or "unnamed", f"  {hop_words(hop)}"
        shown = Content.assemble(f"← {number}   ", words(name, "bold"), words(said))
        yield _Line(shown, Term("actor", hop.name) if hop.name else None)


def _of_tellings(tellings: Sequence[Telling]) -> Iterator[_Line]:
    """Each telling, the first of them nearest to the origin, and how it hardens the text before.

    A headline is held against the text that it stands over.
    """
    if len(tellings) < 2:
        return
    yield _Line(words("as it is told on", "bold"), None)
    before: Telling | None = None
    for telling in tellings:
        who = f"{telling.who}, headline" if telling.headline else telling.who
        facts = " · ".join(part for part in (who, telling.when) if part)
        shown = Content.assemble(words(f"  {facts}", "dim"), "\n", words(f"  “{telling.words}”"))
        yield _Line(shown, telling.claim)
        for how in hardened(before, telling) if before else ():
            yield _Line(words(f"  ↑ hardened: {how}", "bold"), telling.claim)
        before = before if telling.headline else telling


def hop_words(hop: ChainHop) -> str:
    """What is known of a hop besides its name."""
    said = [hop.kind, "anonymous" if hop.anonymous and hop.kind != "anonymous" else ""]
    said.append(f"“{hop.wording}”" if hop.wording and hop.wording != hop.name else "")
    return " · ".join(word for word in said if word)


def origin_sentence(source: str, hops: Sequence[ChainHop]) -> str:
    """Who stands at the end of the chain, in words."""
    if not hops:
        return f"{source} says so in its own voice: no other source is named."
    last = hops[-1]
    return f"Origin: {last.name or 'unnamed'}{', who stays anonymous' if last.anonymous else ''}."
