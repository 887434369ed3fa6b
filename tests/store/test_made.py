"""Stores that the benchmarks make are what they say, so that their figures mean something."""

from __future__ import annotations

import pytest

from benchmarks import make_store
from benchmarks.made import Making, made
from store import query
from store.database import Store
from store.query import Filter
from store.verify import verify


def test_a_made_store(empty: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many claims on the timeline, numbered against its order, and about a tenth beside it."""
    monkeypatch.setattr(make_store, "_STRETCH", 60)
    make_store.fill(empty, Making(seed=7, claims=300), processes=1)
    make_store.decide(empty, Making(seed=7, claims=300))
    listed = query.rows(empty, query.ids(empty, Filter()))
    assert [row.quote.split(maxsplit=3)[:3] for row in listed] == [
        [f"#{300 - at}", "of", "300"] for at in range(300)
    ]
    assert 15 <= query.count(empty, Filter(scope="all")) - 300 <= 60
    assert all(finding.ok for finding in verify(empty))


def test_the_same_seed_makes_the_same_articles() -> None:
    """And another seed others."""
    texts = [[made(Making(seed, 300), number).title for number in range(5)] for seed in (7, 7, 8)]
    assert texts[0] == texts[1] != texts[2]
