"""What speaks against a claim (`x`): claims that dispute, deny, revise or supersede it.

>>> ContradictionsDialog.heading
'Related claims'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from tui.screens.dialog import Dialog, accept
from tui.screens.parts import Choices, paragraph, words


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim that stands in a relation to the subject; ``id`` finds it again."""

    id: int
    relation: str
    heading: str
    flag: str
    origin: str
    quote: str


class ContradictionsDialog(Dialog[int]):
    """List the claims against the subject; the answer is the id of the one to go to."""

    heading = "Related claims"
    BINDINGS: ClassVar[list[BindingType]] = [accept("go to it")]

    def __init__(self, subject: str, claims: Sequence[Contradiction]) -> None:
        super().__init__(subject)
        self.claims = tuple(claims)
        self.set_class(len(self.claims) > 4, "roomy")

    def body(self) -> ComposeResult:
        """Two lines a claim: how it stands and who says so, then its words."""
        if not self.claims:
            yield paragraph("No other claim contradicts or repeats this one.", id="none")
            return
        yield Choices(map(contradiction_lines, self.claims), id="claims")

    def action_accept(self) -> None:
        """Go to the claim under the cursor."""
        if not self.claims:
            self.dismiss(None)
            return
        self.dismiss(self.claims[self.query_one("#claims", Choices).highlighted or 0].id)


def contradiction_lines(claim: Contradiction) -> Content:
    """A claim in two lines."""
    facts = " · ".join(part for part in (claim.heading, claim.flag, claim.origin) if part)
    return Content.assemble(
        words(claim.relation, "bold"), "  ", words(facts), "\n", words(f"“{claim.quote}”", "dim")
    )
