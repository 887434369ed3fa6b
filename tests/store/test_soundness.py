"""The journal's chain, the checks of verify, and the plans of the queries that must stay fast."""

from __future__ import annotations

import sqlite3

import pytest

from store import query
from store.database import Store, open_store
from store.edits import Judge, Tag, apply, undo
from store.journal import broken, log
from store.query import Filter
from store.verify import verify
from tests.store.desk import NOW, fill
from tests.store.test_query import CAPTURE, TROOPS, keys_of


@pytest.fixture
def used(desk: Store) -> Store:
    """A store with a journal of three entries."""
    apply(desk, Judge(keys_of(desk, CAPTURE), "false"), "ann", NOW)
    apply(desk, Tag(keys_of(desk, TROOPS), ("key",)), "bob", NOW)
    undo(desk, "ann", NOW)
    return desk


def test_the_journal_tells_who_did_what(used: Store) -> None:
    """The newest first."""
    key_of_capture, key_of_troops = *keys_of(used, CAPTURE), *keys_of(used, TROOPS)
    assert [(e.number, e.who, e.kind, e.of, e.sentence) for e in log(used)] == [
        (3, "ann", "undo", 2, f"undid: tagged claim {key_of_troops[:8]} key"),
        (2, "bob", "act", None, f"tagged claim {key_of_troops[:8]} key"),
        (1, "ann", "act", None, f"judged claim {key_of_capture[:8]} false"),
    ]
    assert [entry.number for entry in log(used, 1)] == [3]


@pytest.mark.parametrize(
    ("tampering", "number"),
    [
        ("UPDATE journal SET who = 'eve' WHERE number = 1", 1),
        ("UPDATE journal SET sentence = sentence || '.' WHERE number = 3", 3),
        ("DELETE FROM journal WHERE number = 1", 2),
        ("UPDATE journal SET of = NULL WHERE number = 3; DELETE FROM journal WHERE number = 2", 3),
        ("UPDATE journal SET hash = 'x' WHERE number = 2", 2),
    ],
)
def test_a_changed_journal_shows(used: Store, tampering: str, number: int) -> None:
    """At the first entry that does not follow from the one before it."""
    assert broken(used) is None
    for statement in tampering.split("; "):
        used.db.execute(statement)
    entry = broken(used)
    assert entry is not None
    assert entry.number == number


def test_a_sound_store(used: Store) -> None:
    """Every check passes, whether it may be written or not."""
    assert all(finding.ok for finding in verify(used))
    with open_store(used.path, readonly=True) as store:
        assert all(finding.ok for finding in verify(store))


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        ("UPDATE claims SET span_start = span_start + 1 WHERE id = 1", ["quotes"]),
        ("UPDATE documents SET sha256 = 'x' WHERE id = 1", ["texts"]),
        ("UPDATE texts SET raw_zlib = X'00' WHERE document_id = 1", ["texts"]),
        ("UPDATE journal SET who = 'eve'", ["journal"]),
        ("UPDATE claims SET tags = 'other' WHERE id = 1", ["decisions", "rows", "lists"]),
        ("UPDATE claims SET chain = 'other' WHERE id = 1", ["rows"]),
        ("UPDATE claims SET places = 'other' WHERE id = 1", ["rows"]),
        ("UPDATE claims SET edtf = '2020' WHERE id = 1", ["dates"]),
        ("UPDATE claims SET verdict = 'verified' WHERE id = 1", ["decisions", "lists"]),
        ("UPDATE claims SET note = 'so it is' WHERE id = 2", ["decisions", "lists"]),
        ("INSERT INTO corrections VALUES (1, 'date', '2020')", ["decisions", "lists", "dates"]),
        ("DELETE FROM claim_terms WHERE field = 1", ["lists"]),
        ("UPDATE claim_terms SET lane = 1 WHERE field = 0", ["lists"]),
        ("UPDATE term_counts SET claims = 7 WHERE field = 5", ["lists"]),
        ("UPDATE heading_counts SET claims = 7", ["lists"]),
        ("UPDATE claim_columns SET cells = zeroblob(4096) WHERE field = 4", ["lists"]),
        ("INSERT INTO claim_columns VALUES (3, 9, 0, x'07000000')", ["lists"]),
        ("UPDATE sources SET reliability = 'A'", ["decisions"]),
        ("UPDATE claim_hedges SET span_end = 5000", ["quotes"]),
        ("UPDATE texts SET text = 'x' || text WHERE document_id = 1", ["search index", "quotes"]),
        ("DELETE FROM actors", ["links", "rows"]),
        (
            "DROP TRIGGER claims_fts_delete; DELETE FROM claims WHERE id = 1",
            ["links", "search index", "decisions", "lists"],
        ),
        ("DROP TRIGGER texts_fts_delete; DELETE FROM texts", ["search index", "texts", "quotes"]),
    ],
)
def test_damage_is_found(used: Store, damage: str, found: list[str]) -> None:
    """And named by the check that sees it."""
    used.db.execute("PRAGMA foreign_keys = OFF")
    for statement in damage.split("; "):
        used.db.execute(statement)
    assert [finding.check for finding in verify(used) if not finding.ok] == found


def test_the_file_reads_well_elsewhere(desk: Store) -> None:
    """The views say in words what the application lists."""
    with sqlite3.connect(desk.path) as db:
        db.row_factory = sqlite3.Row
        lines = db.execute("SELECT * FROM timeline").fetchall()
        hops = db.execute("SELECT actor FROM chains WHERE key = ?", keys_of(desk, CAPTURE))
        assert [line["quote"] for line in lines] == [
            row.quote for row in query.first(desk, Filter(), 99)
        ]
        assert [hop["actor"] for hop in hops] == ["the ministry"]
        assert lines[0]["grade"] == "F6"


def test_a_card_and_a_view_show_everything(desk: Store) -> None:
    """Chain, hedges, places, relations, cautions and date; and their spans in the text."""
    (key,) = keys_of(desk, "Kyiv denied it")
    id = query.find(desk, key)
    assert isinstance(id, int)
    card = query.claim(desk, id)
    assert card is not None
    assert [(hop.name, hop.kind) for hop in card.chain] == [("Kyiv", "outlet")]
    assert [(hedge.kind, hedge.words) for hedge in card.hedges] == [("denied", "denied")]
    assert [(r.kind, r.quote, r.incoming) for r in card.relations] == [("disputes", CAPTURE, False)]
    assert (card.title, card.extractor) == ("Town changes hands", "tests 1")
    view = query.document(desk, card.row.document)
    assert view is not None
    marked = {(mark.style, mark.span.cut(view.text)) for mark in view.marks if mark.claim == id}
    assert marked == {("claim", "Kyiv denied it"), ("hop", "Kyiv"), ("hedge", "denied")}
    assert list(view.marks) == sorted(
        view.marks, key=lambda mark: (mark.span.start, -mark.span.end)
    )
    assert query.claim(desk, 999) is None
    assert query.document(desk, 999) is None


def test_a_date_explains_itself(desk: Store) -> None:
    """From the phrase to the value, or why there is none."""
    for quote, words in ((CAPTURE, "July 31"), ("Kyiv denied it", "cannot be later")):
        id = query.find(desk, *keys_of(desk, quote))
        assert isinstance(id, int)
        assert words in query.explain(desk, id)


def test_loading_keeps_the_store_sound(empty: Store) -> None:
    """Every check passes after a load."""
    fill(empty)
    assert all(finding.ok for finding in verify(empty))
