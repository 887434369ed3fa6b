"""What people type where a date is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from store.dates import DateProblem, ReadDate, read_date

TODAY = date(2025, 8, 3)

READ = [
    ("3 Aug 2025", "2025-08-03"),
    ("Aug 3, 2025", "2025-08-03"),
    ("2025-08-03", "2025-08-03"),
    ("2025-08", "2025-08"),
    ("2025", "2025"),
    ("aug 2", "2025-08-02"),
    ("sept 2024", "2024-09"),
    ("yesterday", "2025-08-02"),
    ("today", "2025-08-03"),
    ("last week", "2025-07-21/2025-07-27"),
    ("3 août 2025", "2025-08-03"),
    ("3. August 2025", "2025-08-03"),
    ("agosto de 2025", "2025-08"),
    ("July 29-31", "2025-07-29/2025-07-31"),
    ("friday", "2025-08-01"),
    ("31.07.2025", "2025-07-31"),
    ("31 июля 2025", "2025-07-31"),
    ("вчера", "2025-08-02"),
    ("торік", "2024"),
    ("2025-07-29/2025-07-31", "2025-07-29/2025-07-31"),
    ("2025-07-29 / 2025-07-31", "2025-07-29/2025-07-31"),
    ("../2025-08-03", "../2025-08-03"),
    ("XXXX-07-31", "XXXX-07-31"),
    ("since july 29", "2025-07-29/.."),
]

REFUSED = [
    ("", "Nothing was typed"),
    ("when it rained", "is no date"),
    ("2025-02-30", "has a day 30"),
    ("aug 2 and sept 3", "is no date"),
    ("7/8/2026", "could be 2026-07-08 or 2026-08-07"),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_date_is_read(text: str, value: str) -> None:
    """Figures, words in three languages and EDTF; counted from today."""
    found = read_date(text, TODAY)
    assert isinstance(found, ReadDate), found
    assert found.edtf == value


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_date_is_told_why(text: str, why: str) -> None:
    """The sentence names what was typed and what is wrong with it."""
    problem = read_date(text, TODAY)
    assert isinstance(problem, DateProblem)
    assert why in str(problem)
