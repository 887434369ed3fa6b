"""The jump dialog (`J`): go to a date on the timeline, typed as people write it.

>>> JumpDialog.heading
'Go to a date'
"""

from __future__ import annotations

from tui.screens.typed_date import Parse, ReadDate, TypedDateDialog


class JumpDialog(TypedDateDialog[ReadDate]):
    """Type a date; the answer is the date as ``parse`` read it."""

    heading = "Go to a date"
    example = "aug 2 · 2025-07 · yesterday"

    def __init__(self, parse: Parse) -> None:
        super().__init__("", parse)

    def result_of(self, date: ReadDate) -> ReadDate:
        """The date itself."""
        return date
