"""Dates typed to go somewhere."""

from __future__ import annotations

from datetime import date

import pytest

from store.dates import DateProblem, ReadDate
from tui.typed import read_near

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "near", "edtf"),
    [
        ("aug 2", date(2025, 12, 5), "2025-08-02"),
        ("aug 2", None, "2026-08-02"),
        ("july", date(2025, 8, 5), "2025-07"),
        ("2024-07", date(2025, 8, 5), "2024-07"),
        ("3 Aug 2023", date(2025, 8, 5), "2023-08-03"),
        ("yesterday", date(2025, 8, 5), "2026-11-21"),
        ("friday", date(2025, 8, 5), "2026-11-20"),
    ],
)
def test_a_year_left_out_is_the_one_nearby(typed: str, near: date | None, edtf: str) -> None:
    """What counts from today still does; what names its year keeps it."""
    answer = read_near(typed, TODAY, near)
    assert isinstance(answer, ReadDate)
    assert answer.edtf == edtf


def test_what_is_no_date_is_said() -> None:
    """The same sentence wherever one looks from."""
    answer = read_near("when it rained", TODAY, date(2025, 8, 5))
    assert isinstance(answer, DateProblem)
    assert "when it rained" in str(answer)
