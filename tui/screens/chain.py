"""The attribution chain (`c`): from the page to the origin, one hop under the other.

>>> origin_sentence("Example Daily", [ChainHop("Deep State", "channel")])
'Origin: Deep State.'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.widgets import Static

from tui.screens.dialog import Dialog
from tui.screens.parts import Page, grid, paragraph


@dataclass(frozen=True, slots=True)
class ChainHop:
    """One hop: its canonical name, what kind of voice it is, and its wording in the text."""

    name: str
    kind: str
    wording: str = ""
    anonymous: bool = False


class ChainDialog(Dialog[None]):
    """Show through whom a claim reached us; ``hops`` run from the outermost to the origin."""

    heading = "Attribution chain"

    def __init__(self, subject: str, source: str, hops: Sequence[ChainHop]) -> None:
        super().__init__(subject)
        self.source, self.hops = source, tuple(hops)

    def body(self) -> ComposeResult:
        """The hops as a table, then the origin in a sentence."""
        with Page():
            yield Static(grid(hop_rows(self.source, self.hops), bold=1), id="hops")
            yield paragraph(origin_sentence(self.source, self.hops), id="origin")


def hop_rows(source: str, hops: Sequence[ChainHop]) -> list[tuple[str, str, str]]:
    """The document's source, then each hop: its number, its name, its kind and wording."""
    rows = [("page", source, "the document's source")]
    for number, hop in enumerate(hops, start=1):
        rows.append((f"← {number}", hop.name or "unnamed", hop_words(hop)))
    return rows


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
