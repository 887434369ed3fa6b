"""Where claims stand on the timeline, and what the headings say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import edtf
from store.model import Dating, Publication
from store.timeline import (
    Placement,
    day_of,
    heading,
    heading_of,
    heading_on,
    newest_between,
    newest_in,
    newest_on,
    place,
    place_value,
    slot,
    slot_of,
)

PUBLISHED = Publication("2025-08-03", "given")


def placed(value: str, published: Publication | None = PUBLISHED) -> Placement:
    """The place of a claim whose date is an EDTF value."""
    parsed = edtf.parse(value)
    assert not isinstance(parsed, edtf.EdtfProblem), parsed
    return place_value(parsed, "event", published)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2025-07-31", "Thu 31 Jul 2025"),
        ("2025-07-31~", "about Thu 31 Jul 2025"),
        ("2025-07-31?", "perhaps Thu 31 Jul 2025"),
        ("2025-07", "July 2025"),
        ("2025-07~", "about July 2025"),
        ("2025", "2025"),
        ("202X", "the 2020s"),
        ("19XX", "the years 1900–1999"),
        ("2025-21", "spring 2025"),
        ("2025-24", "winter 2025–26"),
        ("2025-35", "third quarter of 2025"),
        ("2025-41", "second half of 2025"),
        ("2025-07-29/2025-07-31", "29–31 Jul 2025"),
        ("2025-07-29/2025-08-02", "29 Jul – 2 Aug 2025"),
        ("2025-12-30/2026-01-02", "30 Dec 2025 – 2 Jan 2026"),
        ("../2025-08-03", "on or before 3 Aug 2025"),
        ("2025-08-03/..", "since 3 Aug 2025"),
        ("XXXX-07-31", "year unknown"),
    ],
)
def test_headings(value: str, words: str) -> None:
    """Coarse dates have headings of their own; nothing is made more exact than it is."""
    assert heading(placed(value).heading) == words


@pytest.mark.parametrize(
    ("granularity", "words"),
    [("week", "week of 28 Jul 2025"), ("weekend", "weekend of 28 Jul 2025")],
)
def test_a_week_stays_a_week(granularity: str, words: str) -> None:
    """EDTF writes it as an interval; the dating knows better."""
    dating = Dating(
        "2025-07-28/2025-08-03", "2025-07-28", "2025-08-03", granularity, "within", "event", "week"  # type: ignore[arg-type]
    )  # fmt: skip
    assert heading(place(dating, "event", PUBLISHED).heading) == words


@pytest.mark.parametrize(
    ("role", "basis"), [("event", "event"), ("as-of", "as-of"), ("announcement", "said")]
)
def test_what_a_date_means(role: str, basis: str) -> None:
    """The role of the date is kept beside it."""
    parsed = edtf.parse("2025-07-31")
    assert not isinstance(parsed, edtf.EdtfProblem)
    assert place_value(parsed, role, None).basis == basis  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("published", "shown", "basis"),
    [
        (PUBLISHED, "on or before 3 Aug 2025", "bound"),
        (Publication("2025-08", "metadata"), "on or before 31 Aug 2025", "bound"),
        (None, "no date", "undated"),
    ],
)
def test_without_a_date_the_publication_is_a_bound(
    published: Publication | None, shown: str, basis: str
) -> None:
    """And without that there is no day at all."""
    found = place(None, "event", published)
    assert (heading(found.heading), found.basis) == (shown, basis)


def test_a_duration_dates_nothing() -> None:
    """A dating without a value leaves the bound."""
    dating = Dating("", "", "", "day", "throughout", "event", "duration", timex="P2D")
    assert place(dating, "event", PUBLISHED).edtf == "../2025-08-03"


ORDER = [
    "../2025-08-03",
    "2025-08-03",
    "2025-08-02",
    "2025-07-31",
    "2025-07-29/2025-07-31",
    "2025-07-29",
    "2025",
    "2025-01",
    "2025-01-01",
    "2024-12-31",
]


def test_newest_first() -> None:
    """By day, the longer before the shorter; the undated last."""
    values = [*ORDER, "XXXX-07-31"]
    assert sorted(set(values), key=lambda value: placed(value).newest) == values


def test_oldest_first() -> None:
    """The days turned round, the longer still first, the undated still last."""
    values = [
        *("2024-12-31", "2025", "2025-01", "2025-01-01", "2025-07-29/2025-07-31", "2025-07-29"),
        *("2025-07-31", "2025-08-02", "../2025-08-03", "XXXX-07-31"),
    ]
    assert sorted(set(values), key=lambda value: placed(value).heading) == values


def test_ties_go_by_publication() -> None:
    """What was published later stands nearer to the newest end; unknown comes last there."""
    early, late = Publication("2025-08-01", "given"), Publication("2025-08-09", "given")
    newest = [placed("2025-07-31", published).newest for published in (late, early, None)]
    assert newest == sorted(newest)


days = st.dates(max_value=date(9000, 1, 1)).map(lambda day: day.isoformat())


@given(days, days, st.one_of(st.none(), days))
def test_the_packed_orders_agree_with_the_days(one: str, other: str, published: str | None) -> None:
    """Whatever the days: slots sort by them one way, headings the other, and each gives both."""
    publication = Publication(published, "given") if published else None
    first, second = placed(one, publication), placed(other, publication)
    assert (first.newest < second.newest) == (one > other)
    assert (first.heading < second.heading) == (one < other)
    assert first.heading == heading_of(first.newest) == slot_of(slot(first.newest))
    assert slot_of(first.heading) == slot(first.newest)
    start, below = newest_in(slot(first.newest))
    assert start <= first.newest < below
    assert day_of(first.heading) == one
    assert 0 <= first.newest < 2**63


@given(days, days, days)
def test_ranges_of_days(day: str, since: str, until: str) -> None:
    """``newest_between`` holds exactly the days between, both included."""
    first, below = newest_between(since, until)
    assert (first <= placed(day).newest < below) == (since <= day <= until)
    assert newest_on(day) <= placed(day).newest
    assert heading_on(day) <= placed(day).heading
