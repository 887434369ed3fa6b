"""EDTF values: what is read, what is refused, and what they cover."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import edtf

COVERED = [
    ("2025-07-31", "2025-07-31", "2025-07-31", "day"),
    ("2025-02", "2025-02-01", "2025-02-28", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2025", "2025-01-01", "2025-12-31", "year"),
    ("202X", "2020-01-01", "2029-12-31", "decade"),
    ("20XX", "2000-01-01", "2099-12-31", "century"),
    ("2025-21", "2025-03-01", "2025-05-31", "season"),
    ("2025-24", "2025-12-01", "2026-02-28", "season"),
    ("2025-34", "2025-04-01", "2025-06-30", "quarter"),
    ("2025-41", "2025-07-01", "2025-12-31", "half"),
    ("2025-07-29/2025-07-31", "2025-07-29", "2025-07-31", "interval"),
    ("../2025-08-03", "", "2025-08-03", "interval"),
    ("2025-08/..", "2025-08-01", "", "interval"),
    ("{2025-03-03,2025-03-05}", "2025-03-03", "2025-03-05", "interval"),
    ("XXXX-07-31", "", "", "day"),
    ("XXXX-02-29", "", "", "day"),
    ("XXXX-07", "", "", "month"),
    ("-0217", "", "", "year"),
    ("2025-03-03~", "2025-03-03", "2025-03-03", "day"),
]

REFUSED = [
    ("", "is no date"),
    ("yesterday", "is no date"),
    ("2025-13", "has a month 13"),
    ("2025-02-29", "has a day 29"),
    ("2025-21-03", "has a day in a group of months"),
    ("202X-03", "not the whole year"),
    ("XXXX", "neither year nor month"),
    ("../..", "open at both ends"),
    ("2025/2024", "ends before it begins"),
    ("{2025-03-03,soon}", "is no date"),
]


@pytest.mark.parametrize(("text", "first", "last", "grain"), COVERED)
def test_a_value_covers_days(text: str, first: str, last: str, grain: str) -> None:
    """A value is read, printed as it was, and knows its first and last day."""
    value = edtf.parse(text)
    assert not isinstance(value, edtf.EdtfProblem)
    assert (str(value), edtf.earliest(value), edtf.latest(value)) == (text, first, last)
    assert edtf.granularity(value) == grain


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_what_is_no_value_is_refused_with_a_reason(text: str, why: str) -> None:
    """A problem names the value and says what is wrong with it."""
    problem = edtf.parse(text)
    assert isinstance(problem, edtf.EdtfProblem)
    assert why in str(problem)


days = st.dates(date(1, 1, 1), date(9998, 12, 31)).map(date.isoformat)
points = st.one_of(
    days,
    days.map(lambda day: day[:7]),
    days.map(lambda day: day[:4]),
    days.map(lambda day: f"{day[:3]}X"),
    days.map(lambda day: f"XXXX{day[4:]}"),
    st.builds("{}-{}".format, days.map(lambda day: day[:4]), st.sampled_from([21, 24, 33, 41])),
)
marked = st.builds("{}{}".format, points, st.sampled_from(["", "~", "?", "%"]))
values = st.one_of(
    marked,
    st.builds("{}/..".format, marked),
    st.builds("../{}".format, marked),
    st.builds("/".join, st.lists(days, min_size=2, max_size=2).map(sorted)),
    st.builds("{{{},{}}}".format, marked, marked),
)


@given(values)
def test_printing_and_reading_give_back_the_value(text: str) -> None:
    """What is read prints as it was written."""
    assert str(edtf.parse(text)) == text


@given(values)
def test_no_value_ends_before_it_begins(text: str) -> None:
    """The first day of a value is not after its last."""
    value = edtf.parse(text)
    assert not isinstance(value, edtf.EdtfProblem)
    first, last = edtf.earliest(value), edtf.latest(value)
    assert not (first and last) or first <= last


@given(st.text(max_size=30))
def test_any_string_is_a_value_or_a_problem(text: str) -> None:
    """No string makes the reader fail."""
    assert str(edtf.parse(text))


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2025-07-30", "2025-07-31", -1),
        ("2025-07", "2025-07-01", -1),
        ("2025-07-01", "2025-07-01", 0),
        ("XXXX-07-01", "2025-07-01", 1),
    ],
)
def test_values_are_ordered_by_their_days(one: str, other: str, order: int) -> None:
    """The earlier comes first, of two that begin together the longer, the unknown last."""
    left, right = edtf.parse(one), edtf.parse(other)
    assert not isinstance(left, edtf.EdtfProblem)
    assert not isinstance(right, edtf.EdtfProblem)
    assert edtf.compare(left, right) == order
    assert edtf.compare(right, left) == -order
