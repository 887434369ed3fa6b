"""The event date dialog (`e`): when it happened, set by hand.

>>> EventDate("2025-07-31")
EventDate(edtf='2025-07-31')
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.screens.typed_date import Parse, ReadDate, TypedDateDialog


@dataclass(frozen=True, slots=True)
class EventDate:
    """The EDTF date to set by hand; None goes back to the loader's."""

    edtf: str | None


class EventDateDialog(TypedDateDialog[EventDate]):
    """Correct the date of the subject; ``current`` is the EDTF value that stands ("" for none).

    Where it stands ``by_hand`` it is there to be changed, and an empty line goes back to the
    loader's; otherwise the line begins empty.
    """

    heading = "Event date"
    example = "31 July 2025 · jul 29-31 · 2025-07 · before 3 Aug 2025"

    def __init__(self, subject: str, current: str, by_hand: bool, parse: Parse) -> None:
        super().__init__(subject, parse, current if by_hand else "")
        self.current, self.by_hand = current, by_hand

    def emptied(self) -> EventDate | None:
        """Back to the loader's date, where there is a way to go."""
        return EventDate(None) if self.by_hand else None

    def empty_words(self) -> str:
        """What the empty line means."""
        if self.by_hand:
            return "empty: back to the loader's date"
        return f"now {self.current} (the loader's)" if self.current else "now without a date"

    def result_of(self, date: ReadDate) -> EventDate:
        """The EDTF value as read."""
        return EventDate(date.edtf)
