"""Reading again with other rules: keys and every human decision stay."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import query
from store.database import Store
from store.edits import AddClaim, Judge, Note, Redate, Tag, apply
from store.likeness import pairs
from store.model import Analysis, Document
from store.query import Filter
from store.reread import RereadReport, reread
from store.verify import verify
from tests.store.desk import FRONT, NOW, Article, Said, analyse, span
from tests.store.test_query import CAPTURE, DENIAL, DRONES, FORECAST, keys_of, quotes

NEWER = replace(
    FRONT,
    said=(
        Said("announced the capture of Chasov Yar", "disputed", by=("the ministry",), on="July 31"),
        Said("Two drones hit the depot in June", "claimed", on="June"),
        Said("Town changes hands", "reported"),
    ),
)


def newer(document: Document) -> Analysis:
    """What other rules find in the same texts."""
    return analyse(document, (NEWER, *_OTHERS))


_OTHERS: tuple[Article, ...] = ()


@pytest.fixture
def front(empty: Store) -> Store:
    """A store with one article."""
    from tests.store.desk import fill

    fill(empty, [FRONT])
    return empty


def again(store: Store) -> RereadReport:
    """Read again with the newer rules."""
    return reread(store, who="bob", now=NOW, analyse=newer)


@pytest.mark.parametrize(
    ("old", "new", "paired"),
    [
        (["a b c"], ["a b c"], {0: 0}),
        (["a b c d"], ["a b"], {0: 0}),
        (["a b c d e f g"], ["a b"], {}),
        (["a b c", "a b c d"], ["a b c d"], {0: 1}),
        (["x y", "a b"], ["a b", "x y"], {0: 1, 1: 0}),
        (["a b", "a b"], ["a b"], {0: 0}),
        (["A, b!"], ["a b"], {0: 0}),
        ([], ["a"], {}),
        (["—"], ["…"], {}),
    ],
)
def test_pairs(old: list[str], new: list[str], paired: dict[int, int]) -> None:
    """One to one, the most alike first, from half alike on."""
    assert pairs(old, new) == paired


texts = st.lists(st.text("abc ", max_size=8), max_size=6)


@given(texts, texts)
def test_nothing_is_paired_twice(old: list[str], new: list[str]) -> None:
    """And a text that stayed is paired with itself."""
    found = pairs(old, new)
    assert len(set(found.values())) == len(found)
    assert all(index in found for index, text in enumerate(new) if old.count(text) >= len(new))


def test_the_same_rules_change_nothing(desk: Store) -> None:
    """But when and with what the documents were read."""
    before = [query.claim(desk, id) for id in query.ids(desk, Filter(scope="all"))]
    report = reread(desk, who="bob", now=NOW, analyse=analyse)
    assert report == RereadReport(documents=3, kept=8)
    assert [query.claim(desk, id) for id in query.ids(desk, Filter(scope="all"))] == before


def test_keys_and_decisions_stay(front: Store) -> None:
    """A claim found again in other words keeps its key and what was decided on it."""
    keys = keys_of(front, CAPTURE)
    apply(front, Judge(keys, "false"), "ann", NOW)
    apply(front, Redate(keys, "2025-07-30"), "ann", NOW)
    report = again(front)
    assert report == RereadReport(documents=1, kept=2, new=1, gone=2, lost=0)
    row = next(row for row in query.first(front, Filter()) if row.key in keys)
    assert row.quote == "announced the capture of Chasov Yar"
    assert (row.verdict, row.edtf, row.flag) == ("false", "2025-07-30", "disputed")
    assert quotes(front, "show:all") == [
        "Town changes hands",
        row.quote,
        "Two drones hit the depot in June",
    ]


def test_a_decided_claim_that_is_lost_stays(front: Store) -> None:
    """With a caution, until the rules find it again."""
    keys = keys_of(front, DENIAL, FORECAST)
    apply(front, Tag(keys[:1], ("key",)), "ann", NOW)
    apply(front, Note(keys[1:], "watch"), "ann", NOW)
    assert again(front).lost == 2
    lost = [query.claim(front, id) for id in query.ids(front, Filter(scope="all"))]
    marked = [card for card in lost if card is not None and card.row.lost]
    assert {card.row.key for card in marked} == set(keys)
    assert all("lost-on-reread" in card.cautions for card in marked)
    assert set(quotes(front, "caution:lost-on-reread show:all")) == {DENIAL, FORECAST}
    reread(front, who="bob", now=NOW, analyse=analyse)
    assert quotes(front, "is:lost show:all") == []
    assert quotes(front, "caution:lost-on-reread show:all") == []


def test_a_claim_added_by_hand_stands_for_the_one_found(front: Store) -> None:
    """It is not doubled, and stays as the person marked it."""
    identity = FRONT.document.identity
    apply(front, AddClaim(identity, span(FRONT.text, "Town changes hands")), "ann", NOW)
    assert again(front).new == 0
    (row,) = (row for row in query.first(front, Filter()) if row.by_hand)
    assert row.quote == "Town changes hands"


def test_the_store_is_sound_afterwards(front: Store) -> None:
    """Links, search index, quotes and tags agree."""
    apply(front, Tag(keys_of(front, DENIAL, DRONES), ("key",)), "ann", NOW)
    again(front)
    assert [finding for finding in verify(front) if not finding.ok] == []
    assert quotes(front, "capture") == ["announced the capture of Chasov Yar"]
