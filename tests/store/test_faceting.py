"""Facets are what one would count by hand, however the claims are found and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from store import query
from store.database import Store
from store.edits import Grade, Hide, Judge, Note, Rate, Tag, apply
from store.query import ClaimCard, Field, Filter
from tests.store.desk import NOW

FIELDS_WITH_VALUES: tuple[Field, ...] = (
    *("flag", "verdict", "tag", "source", "actor", "origin"),
    *("place", "caution", "hedge", "grade", "has", "is"),
)
LINES = [
    *("", "show:all", "show:unfolded", "is:hidden", "is:analysis", "is:unseen"),
    *("flag:claimed", "-flag:claimed", "flag:claimed flag:denied", 'place:"chasiv yar"'),
    *("chasiv", "-chasiv", "chasiv flag:claimed", "text:announced", "source:example*"),
    *("2025-07", "2025-07.. flag:claimed", "grade:F", "tag:key -verdict:none", "has:note"),
    *("flag:retracted", "nowhere"),
]


@pytest.fixture
def judged(desk: Store) -> Store:
    """The desk after a few decisions."""
    keys = [row.key for row in query.first(desk, Filter(scope="all"))]
    for edit in (
        *(Judge((keys[1],), "false"), Tag(tuple(keys[1:4]), ("key", "наступ"))),
        *(Note((keys[2],), "ask again"), Grade((keys[3],), "B", "2"), Rate("Example Notes", "C")),
        Hide((keys[5],)),
    ):
        apply(desk, edit, "ann", NOW)
    return desk


@pytest.fixture(params=["few", "sets", "columns"])
def counted_by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims that are few, that are looked for in large sets, that are chosen by columns."""
    if request.param != "few":
        monkeypatch.setattr("store.query.plan.FEW", 0)
        monkeypatch.setattr("store.query.found.FEW", 0)
    if request.param == "columns":
        monkeypatch.setattr("store.query.columns.MANY", -1)


@pytest.mark.usefixtures("counted_by")
@pytest.mark.parametrize("line", LINES)
def test_facets_are_what_the_cards_say(judged: Store, line: str) -> None:
    """Of every field, asked in one run or alone; its own terms are left out."""
    filter = query.parse(line)
    assert isinstance(filter, Filter)
    found = dict(query.faceted(judged, filter, FIELDS_WITH_VALUES))
    assert list(found) == list(FIELDS_WITH_VALUES)
    for field, facets in found.items():
        assert dict(facets) == by_hand(judged, filter, field), field
        assert facets == query.facets(judged, filter, field)


def by_hand(store: Store, filter: Filter, field: Field) -> Counter[str]:
    """The values of a field among a filter's claims without its terms of it."""
    others = replace(filter, terms=tuple(t for t in filter.terms if t.field != field))
    # Claims that are told again are shown where one asks for what they differ in.
    scope = "unfolded" if field in ("source", "origin", "caution") else others.scope
    shown = others if others.scope == "all" else replace(others, scope=scope)
    if field == "is":
        return Counter({name: n for name, n in standing(store, others).items() if n})
    cards = (query.claim(store, id) for id in query.ids(store, shown))
    return Counter(value for card in cards if card for value in set(values_of(card, field)))


def standing(store: Store, filter: Filter) -> dict[str, int]:
    """How the claims stand, each asked for by itself."""
    names = ("seen", "unseen", "hidden", "analysis", "folded", "lost", "corrected")
    return {name: query.count(store, filter.having("is", name)) for name in names}


def values_of(card: ClaimCard, field: Field) -> Iterator[str]:
    """What a claim has in a field."""
    row = card.row
    match field:
        case "flag" | "source" | "grade":
            yield getattr(row, field)
        case "verdict":
            yield row.verdict or "none"
        case "tag":
            yield from row.tags
        case "actor":
            yield from (hop.name for hop in card.chain)
        case "origin":
            yield row.origin
        case "place":
            yield from (place.name for place in card.places)
        case "caution":
            yield from card.cautions
        case "hedge":
            yield from (hedge.kind for hedge in card.hedges)
        case "has":
            yield from (name for name in ("tag", "verdict") if getattr(row, name, row.tags))
            yield from (["note"] if row.has_note else [])


def test_counting_can_be_given_up(desk: Store) -> None:
    """What is not taken is not counted, and the store is free again."""
    with closing(query.faceted(desk, Filter(), FIELDS_WITH_VALUES)) as found:
        assert next(found)[0] == "flag"
        assert desk.db.in_transaction
    assert not desk.db.in_transaction
