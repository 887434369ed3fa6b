"""A set of claims as bits is a set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.query import Chosen

some = st.frozensets(st.integers(0, 300))


@given(some, some)
def test_it_does_what_sets_do(one: frozenset[int], other: frozenset[int]) -> None:
    """Together, apart, inside, equal; in order, and hashed by what is in it."""
    left, right = Chosen.of(one), Chosen.of(other)
    assert list(left) == sorted(one)
    assert len(left) == len(one)
    assert left | right == one | other
    assert left ^ right == one ^ other
    assert (left <= right) == (one <= other)
    assert (left == right) == (one == other)
    assert all(id in left for id in one)
    assert not any(id in left for id in other - one)
    assert hash(left | right) == hash(Chosen.of(one | other))


def test_what_is_no_id_is_not_in_it() -> None:
    """Nor is what lies beyond the last."""
    chosen = Chosen.of([1])
    assert [id in chosen for id in (1, -1, "1", 900)] == [True, False, False, False]
