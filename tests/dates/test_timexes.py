"""TIMEX3 values, as the batch interface gives them."""

from __future__ import annotations

import pytest

from store.dates import timexes

VALUES = [
    ("It lasted two days.", [("two days", "P2D")]),
    ("It lasted 2 1/2 years.", [("2 1/2 years", "P2Y6M")]),
    ("It lasted twenty-five minutes.", [("twenty-five minutes", "PT25M")]),
    ("It lasted several weeks.", [("several weeks", "PXW")]),
    ("They meet every Friday.", [("every Friday", "XXXX-WXX-5")]),
    ("It flies on Tuesday nights.", [("Tuesday nights", "XXXX-WXX-2")]),
    ("It flies on Monday and Tuesday nights.", [("Monday and Tuesday nights", "XXXX-WXX-1")]),
    ("They meet daily.", [("daily", "P1D")]),
    ("It is quiet now.", [("now", "PRESENT_REF")]),
    ("It fell on Friday night.", [("Friday night", "2025-08-01TNI")]),
    ("It fell on Friday at 9 p.m.", [("Friday at 9 p.m.", "2025-08-01T21:00")]),
    ("It fell last week.", [("last week", "2025-W30")]),
    ("It burned July 29-31.", [("July 29", "2025-07-29"), ("31", "2025-07-31")]),
    ("It burned from May to June 1942.", [("May", "1942-05"), ("June 1942", "1942-06")]),
    ("It burned in 1957-58.", [("1957", "1957"), ("58", "1958")]),
    ("It fell in summer 2024.", [("summer 2024", "2024-SU")]),
    ("It was built in the 1990s.", [("the 1990s", "199")]),
    ("It fell some years ago.", [("some years ago", "PAST_REF")]),
    ("Идут бои уже два года.", [("два года", "P2Y")]),
]


@pytest.mark.parametrize(("text", "values"), VALUES)
def test_a_phrase_has_a_timex_value(text: str, values: list[tuple[str, str]]) -> None:
    """Dates, times, durations, sets and vague times; a range comes as its ends."""
    found = [(text[start:end], value) for start, end, value in timexes(text, "2025-08-03")]
    assert found == values


def test_without_publication_the_year_is_open() -> None:
    """A date stays half a date, and what counts from the publication is left out."""
    found = timexes("It fell on July 31. It fell yesterday.", None)
    assert found == [(11, 18, "XXXX-07-31")]
