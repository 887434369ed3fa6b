"""A claim as it is told on: which tellings there are, in which order, and where one hardens it."""

from __future__ import annotations

import pytest

from store import query
from store.database import Store
from store.load import load
from store.model import Document, Publication, Span
from store.tellings import Telling, hardened
from tests.store.desk import NOW

STRIKE = "fourteen fighters {} killed in a strike near Sotk"
NORD = f"On 13 May, {STRIKE.format('may have been')}, a source close to the talks told Nord."
DAILY = f"On 13 May, {STRIKE.format('were')}, Nord reported, citing the army."
POST = f"On 13 May, {STRIKE.format('were')}. The village is empty."
OTHER = "On 13 May, two boats sank near Arvi, the coast guard said."
LATE = f"On 20 June, {STRIKE.format('were')}, the army said."


def _put(store: Store, source: str, text: str, day: str, headline: str = "") -> None:
    whole = f"{headline}\n\n{text}" if headline else text
    title = Span(0, len(headline)) if headline else None
    published = Publication(day, "given")
    document = Document(source, whole.encode(), whole, source, title=title, published=published)
    load(store, [document], who="ann", now=NOW)


def _told(store: Store, source: str) -> list[Telling]:
    found = query.parse(f'source:"{source}" show:all')
    assert isinstance(found, query.Filter)
    return query.tellings(store, query.ids(store, found)[0])


def test_tellings_come_in_the_order_of_their_way(empty: Store) -> None:
    """Whom another names as its source comes first, then by publication; a headline last."""
    _put(empty, "Post", POST, "2024-05-14")
    _put(empty, "Daily", DAILY, "2024-05-15", "Fourteen fighters killed in a strike near Sotk")
    _put(empty, "Nord", NORD, "2024-05-16")
    told = _told(empty, "Daily")
    assert [(one.who, one.headline) for one in told] == [
        ("Nord", False),
        ("Post", False),
        ("Daily", False),
        ("Daily", True),
    ]


def test_only_what_tells_the_same_of_the_same_days(empty: Store) -> None:
    """Neither another event of that day is a telling, nor the same words of another month."""
    for source, text in (("Daily", DAILY), ("Gazette", OTHER), ("Herald", LATE)):
        _put(empty, source, text, "2024-06-25")
    assert [one.who for one in _told(empty, "Daily")] == ["Daily"]


def test_a_headline_is_read_as_it_stands_alone(empty: Store) -> None:
    """It has the sources and hedges of its own words, whatever the text below says."""
    _put(empty, "Nord", NORD, "2024-05-16", "Fourteen fighters reportedly killed near Sotk")
    text, headline = _told(empty, "Nord")
    assert text.sources
    assert not headline.sources
    assert headline.hedges == {"alleged": "reportedly"}


def test_a_claim_that_is_gone(empty: Store) -> None:
    """It has no tellings."""
    assert query.tellings(empty, 7) == []


AIDE = Telling(
    "Nord", "14 may have died", ("an aide",), unnamed=True, hedges={"speculative": "may"}
)
ARMY = Telling("Daily", "14 died", ("Nord", "the army"))
FACT = Telling("Post", "14 died")


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        (AIDE, AIDE, []),
        (AIDE, ARMY, ["“may” is dropped", "an aide, who is not named, became the army"]),
        (ARMY, FACT, ["a claim became a fact: no source is named"]),
        (FACT, AIDE, []),
        (ARMY, AIDE, []),
        (ARMY, ARMY._replace(hedges={"alleged": "reportedly"}), []),
        (AIDE, FACT, ["“may” is dropped", "a claim became a fact: no source is named"]),
    ],
)
def test_how_a_telling_hardens_the_one_before(
    before: Telling, after: Telling, how: list[str]
) -> None:
    """A hedge dropped, an unnamed source named, no source left; nothing where it is softer."""
    assert hardened(before, after) == how
