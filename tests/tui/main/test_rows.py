"""The window over ordered claims: lines, headings, pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database import open_store
from store.query import Filter, Heading, Row, headings, ids, rows
from tests.tui.desk import make_desk
from tui.rows import PAGE, PAGES, FirstRows, Line, Lines, Window

counts = st.integers(0, 60)


@st.composite
def some_lines(draw: st.DrawFn) -> Lines:
    """Claims with headings before the first and some others."""
    count = draw(counts)
    starts = draw(st.sets(st.integers(1, max(1, count - 1)), max_size=count))
    found = sorted({0, *(start for start in starts if start < count)}) if count else []
    return Lines(count, found, found)


@given(some_lines())
def test_every_claim_and_every_heading_has_one_line(lines: Lines) -> None:
    """Line by line the list is headings and claims in order, and back again."""
    shown = [lines.at(line) for line in range(lines.total)]
    assert [line.position for line in shown if not line.heading] == list(range(lines.count))
    assert [line.position for line in shown if line.heading] == lines.starts
    for position in range(lines.count):
        assert lines.at(lines.line_of(position)) == Line(position, False)


@given(some_lines())
def test_headings_head_all_claims(lines: Lines) -> None:
    """The numbers beside the headings add up to the claims."""
    assert sum(lines.headed(start) for start in lines.starts) == lines.count


@given(some_lines(), st.data())
def test_steps_stay_within_the_list(lines: Lines, data: st.DataObject) -> None:
    """Next is never before, previous never after, both are claims."""
    if lines.count:
        position = data.draw(st.integers(0, lines.count - 1))
        assert position <= lines.next_start(position) < lines.count
        assert 0 <= lines.previous_start(position) <= position


def row(number: int) -> Row:
    """A row that is nothing but its id."""
    return Row(
        **{
            **dict.fromkeys(Row._fields, ""),
            "id": number,
            "document": 1,
            "heading": 0,
            "tags": (),
            "corrected": (),
        }  # type: ignore[arg-type]
    )


def over(ids: Sequence[int], read: Callable[[Sequence[int]], Sequence[Row]]) -> Window:
    """A window over claims that stand under one heading."""
    claims = FirstRows([row(number) for number in ids])
    return Window(claims, claims.lines, read)


@pytest.mark.parametrize("count", [1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE])
def test_a_page_is_read_once(count: int) -> None:
    """At every edge of a page the right row, and no page is read twice while it is kept."""
    asked: list[int] = []

    def read(wanted: Sequence[int]) -> list[Row]:
        asked.append(len(wanted))
        return [row(number) for number in wanted]

    window = over(range(100, 100 + count), read)
    for position in (0, count - 1, 0):
        found = window.row(position)
        assert found is not None
        assert found.id == 100 + position
    assert asked == ([count] if count <= PAGE else [PAGE, count - PAGE])


def test_a_window_holds_few_rows_however_many_are_looked_at() -> None:
    """From one end to the other and back: no more pages are kept than are meant to be."""
    count = (PAGES + 3) * PAGE
    asked: list[int] = []

    def read(wanted: Sequence[int]) -> list[Row]:
        asked.append(wanted[0])
        return [row(number) for number in wanted]

    window = over(range(count), read)
    for position in (*range(0, count, PAGE), 0, count - 1):
        window.row(position)
    assert asked == [*range(0, count, PAGE), 0]


def test_a_claim_that_is_gone_leaves_a_gap() -> None:
    """The rows after it keep their places."""
    window = over([1, 2, 3], lambda wanted: [row(n) for n in wanted if n != 2])
    assert [found.id if found else None for found in map(window.row, range(3))] == [1, None, 3]


def test_finding_a_claim() -> None:
    """Its position, or None."""
    window = over([7, 8, 9], lambda _: ())
    assert (window.find(9), window.find(1)) == (2, None)


def test_an_empty_window_has_no_lines() -> None:
    """Before anything was read, and where nothing is found."""
    assert (len(Window()), Window().lines.total) == (0, 0)


def test_headings_of_a_first_page_are_those_of_the_store(tmp_path: Path) -> None:
    """The page that is shown first has its headings where the whole list will have them."""
    with open_store(make_desk(tmp_path / "desk.db")) as store:
        lines = FirstRows(rows(store, ids(store, Filter()))).lines
        found = [Heading(*at) for at in zip(lines.starts, lines.numbers, strict=True)]
        assert found == headings(store, Filter())
