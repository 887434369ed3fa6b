"""Three real articles in, one timeline out. They are no part of the project: absent, this skips."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import edits, query
from store.database import Store, open_store
from store.edits import Publish
from store.load import load
from store.query import ClaimCard, Filter
from store.readers import read
from tests.shared import SEEDS, needs_seeds

NOW = datetime(2026, 1, 2, tzinfo=UTC)
PUBLISHED = ("2025-08-03", "2025-08-05", "2025-12-04")

pytestmark = needs_seeds


def filled(path: Path, *, dated: bool) -> Store:
    """A store with the seeds, each under its publication date or all without one."""
    store = open_store(path)
    for file, published in zip(sorted(SEEDS.glob("*.txt")), PUBLISHED, strict=True):
        load(store, read([file], published if dated else None), who="tester", now=NOW)
    return store


def cards(store: Store) -> list[ClaimCard]:
    """All claims on the timeline, newest first."""
    found = [query.claim(store, id_) for id_ in query.ids(store, Filter())]
    return [card for card in found if card is not None]


@pytest.mark.parametrize(
    ("words", "edtf", "hops"),
    [
        ("capture of Chasov Yar", "2025-07-31", ("Russian Ministry of Defense",)),
        ("advancing near the borders", "2025-08-02", ("Deep State",)),
        ("visit to the military headquarters", "2025-12-02", ()),
        ("near Malinovka", "", ("Voenkory Russkoy Vesny", "Alex")),
        ("captured the crew of a tank", "", ("RIA Novosti", "Russian Ministry of Defense")),
    ],
)
def test_claims_come_with_their_date_and_chain(
    tmp_path: Path, words: str, edtf: str, hops: tuple[str, ...]
) -> None:
    """The five claims that the project was asked for first."""
    with filled(tmp_path / "seeds.db", dated=True) as store:
        [card, *_] = [card for card in cards(store) if words in card.row.quote]
    assert edtf in card.row.edtf
    names = [hop.name for hop in card.chain]
    assert len(names) == len(hops)
    assert all(wanted in name for wanted, name in zip(hops, names, strict=True))


def test_nothing_is_dated_by_a_word_that_is_no_date(tmp_path: Path) -> None:
    """The verb "may", "M113" and "we" give no date: nothing lies in May."""
    with filled(tmp_path / "seeds.db", dated=True) as store:
        for card in cards(store):
            assert "-05" not in card.row.earliest[4:7]
            assert card.date is None or card.date.words.lower() not in {"may", "m113", "we"}


def test_what_the_text_says_of_its_claims_is_kept(tmp_path: Path) -> None:
    """The tank crew is unverified or disputed; the strike on the repository hangs on "if"."""
    with filled(tmp_path / "seeds.db", dated=True) as store:
        found = cards(store)
    [tank, *_] = [card for card in found if "captured the crew of a tank" in card.row.quote]
    [strike, *_] = [card for card in found if "military repository" in card.row.quote]
    assert tank.row.flag in ("unverified", "disputed")
    assert "if-confirmed" in {hedge.kind for hedge in strike.hedges}


def test_without_a_publication_date_the_year_stays_open_until_it_is_set(tmp_path: Path) -> None:
    """``XXXX-07-31`` with a caution; setting the date resolves all, undo takes it back."""
    with filled(tmp_path / "seeds.db", dated=False) as store:

        def chasov_yar() -> ClaimCard:
            return next(c for c in cards(store) if "capture of Chasov Yar" in c.row.quote)

        before = chasov_yar()
        assert before.row.edtf == "XXXX-07-31"
        assert "date-unresolved" in before.cautions
        document = query.document(store, before.row.document)
        assert document is not None
        edits.apply(store, Publish(document.identity, "2025-08-03"), "tester", NOW)
        assert chasov_yar().row.edtf == "2025-07-31"
        edits.undo(store, "tester", NOW)
        assert chasov_yar().row == before.row
