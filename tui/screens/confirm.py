"""Questions before an act that cannot be taken back: to forget a document.

>>> consequences_of_forgetting(3, 1)[0]
'3 claims leave the timeline, 1 of them judged, tagged or noted'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from store.numbers import counted
from tui.screens.dialog import Dialog
from tui.screens.parts import Page, paragraph


class ConfirmDialog(Dialog[bool]):
    """Ask ``question`` and say what will happen; True for yes, None for anything else.

    A ``grave`` question takes `y` and not Enter, so that no key held too long answers it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "yes", "yes"),
        Binding("n", "close", "no"),
        Binding("enter", "accept", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        question: str,
        consequences: Sequence[str] = (),
        *,
        subject: str = "",
        grave: bool = False,
    ) -> None:
        super().__init__(subject)
        self.asked, self.question = title, question
        self.consequences, self.grave = consequences, grave

    def title_text(self) -> str:
        """The title given."""
        return self.asked

    def body(self) -> ComposeResult:
        """The question and, point by point, what yes will do."""
        with Page():
            yield paragraph(self.question, id="question")
            for consequence in self.consequences:
                yield paragraph(f"· {consequence}")

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_accept(self) -> None:
        """Answer yes, unless the question is grave."""
        if self.grave:
            self.show_keys("y and only y says yes", "n no")
        else:
            self.action_yes()


def forget_dialog(document: str, claims: int, decided: int) -> ConfirmDialog:
    """Ask whether to forget a document with its claims, ``decided`` of which carry decisions."""
    points = consequences_of_forgetting(claims, decided)
    return ConfirmDialog("Forget a document", f"Forget {document}?", points, grave=True)


def consequences_of_forgetting(claims: int, decided: int) -> tuple[str, ...]:
    """What forgetting does, point by point."""
    touched = f", {decided} of them judged, tagged or noted" if decided else ""
    return (
        f"{counted(claims, 'claim')} {'leaves' if claims == 1 else 'leave'} the timeline{touched}",
        "its text leaves the store, and all decisions on it; the journal keeps its hash",
        "this cannot be undone",
    )
