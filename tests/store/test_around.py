"""What a screen shows before anything is counted is what stands in the list at that place."""

from __future__ import annotations

import pytest

from store import query
from store.database import Store
from store.query import Filter
from tests.store.test_plans import asked, steps

LINES = ["", "show:all", "flag:claimed", "-flag:claimed", "town", "flag:claimed town", "nowhere"]


@pytest.mark.parametrize("number", [1, 2, 100])
@pytest.mark.parametrize("line", LINES)
def test_the_claims_around_a_place_are_those_of_the_list(
    desk: Store, line: str, number: int
) -> None:
    """From every claim, of the list or not: what comes before it, and from it on."""
    wanted = asked(line)
    listed = list(query.ids(desk, wanted))
    with query.listed(desk, wanted) as found:
        for claim in query.ids(desk, Filter(scope="all")):
            at = found.place(claim).position
            before, behind = query.around(desk, wanted, claim, number)
            nearest = len(before) if "town" in line else number
            assert before == listed[max(0, at - nearest) : at]
            assert behind[:number] == listed[at : at + number]


def test_without_a_place_they_are_the_first(desk: Store) -> None:
    """Also of a claim that is gone; where the oldest come first there are none."""
    listed = list(query.ids(desk, Filter()))
    assert query.around(desk, Filter(), None, 3) == ([], listed[:3])
    assert query.around(desk, Filter(), 10**9, 3) == ([], listed[:3])
    assert query.around(desk, Filter(order="oldest"), listed[0], 3) == ([], [])


@pytest.mark.parametrize("line", ["", "flag:claimed"])
def test_they_are_one_stretch_of_the_index(desk: Store, line: str) -> None:
    """To either side, without a step that sorts."""
    asked_for: list[str] = []
    desk.db.set_trace_callback(asked_for.append)
    query.around(desk, asked(line), 1, 9)
    desk.db.set_trace_callback(None)
    plans = [steps(desk, sql) for sql in asked_for if "c.claim_id) " in sql]
    assert [len(plan) for plan in plans] == [1, 1]
    assert all("SEARCH c USING PRIMARY KEY (field=? AND value=?" in plan[0] for plan in plans)
