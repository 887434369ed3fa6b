"""Complaints about existing tools, each of which must never come true here."""

from __future__ import annotations

import pytest

from tests.dates.reading import dated

SUNDAY = "2025-08-03"

NO_DATE = [
    "It may well have been a shell.",
    "We saw an M113 and two T-72 tanks.",
    "May he rest. We sat there, and the sun set.",
    "The march began.",
    "A commander of the 4th Brigade spoke.",
    "Call 2882015 or +380 44 2882015.",
    "More informatiON, FRIpple and MONkeys.",
    "It cost $2014 and weighed 1,914 kg.",
    "They counted 1500 men and 2000 people.",
    "He is second in line.",
    "He described the fall of Chasov Yar.",
    "After the fall of the city, they left.",
    "The fall in prices was small, and walls that fall on people kill.",
    "Towers began to fall. Groups spring up. They march on.",
    "A day after he was hit, they left.",
]

VALUES = [
    ("As of August 2, 14 were dead.", [("August 2", "2025-08-02")]),
    ("It burned July 29-31.", [("July 29-31", "2025-07-29/2025-07-31")]),
    ("It burned in April and May 2019.", [("April and May 2019", "{2019-04,2019-05}")]),
    ("It fell on Sunday.", [("Sunday", "2025-08-03")]),
    ("It fell the previous week.", [("the previous week", "2025-07-21/2025-07-27")]),
    ("It fell overnight.", [("overnight", "2025-08-02/2025-08-03")]),
    ("It fell in the early hours of Monday.", [("the early hours of Monday", "2025-07-28")]),
    ("It fell in late January.", [("late January", "2025-01")]),
    ("It fell earlier this week.", [("earlier this week", "2025-07-28/2025-08-03")]),
    ("It fell the previous day.", [("the previous day", "2025-08-02")]),
    ("It fell three days earlier.", [("three days earlier", "2025-07-31")]),
    ("The second such trip in a week.", [("a week", "")]),
    ("It was built in the 1990s.", [("the 1990s", "199X")]),
    ("Prices would fall this year.", [("this year", "2025")]),
    ("It fell in 2023.", [("2023", "2023")]),
    ("On July 31, it fell.", [("July 31", "2025-07-31")]),
    (
        "It fell on the night of 16-17 February.",
        [("the night of 16-17 February", "2025-02-16/2025-02-17")],
    ),
    ("Это было в мае 2024 года.", [("мае 2024 года", "2024-05")]),
    ("Это было в июне.", [("июне", "2025-06")]),
    ("Это было на прошлой неделе.", [("прошлой неделе", "2025-07-21/2025-07-27")]),
]


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date_is_made_of_other_words(text: str) -> None:
    """Modal verbs, vehicles, sums, counts and parts of words are no dates."""
    assert [value for _, value in dated(text, SUNDAY) if value] == []


@pytest.mark.parametrize(("text", "phrases"), VALUES)
def test_a_phrase_is_not_mistaken(text: str, phrases: list[tuple[str, str]]) -> None:
    """The phrase is found whole, and means what a reader takes it to mean."""
    assert dated(text, SUNDAY) == phrases


@pytest.mark.parametrize("piece", ["1", "3 May ", "((", "12.12.2012 ", "may ", "1 2 3 and ", "'"])
def test_a_long_hostile_text_returns(piece: str) -> None:
    """A hundred thousand characters of digits, dates or brackets come to an end at once."""
    assert isinstance(dated(piece * (100_000 // len(piece)), SUNDAY), list)
