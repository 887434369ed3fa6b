"""The plans of the queries that must stay fast however many claims there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from store import query
from store.database import Store
from store.edits import Grade, apply
from store.query import Filter, firsts, parse
from store.query.found import gathering
from store.query.plan import plan
from store.schema import BRANCHES
from tests.store.desk import NOW

LISTED = "SEARCH c USING PRIMARY KEY (field=? AND value=?)"
BETWEEN = "SEARCH c USING PRIMARY KEY (field=? AND value=? AND newest>? AND newest<?)"
LOOKED_UP = "SEARCH t USING PRIMARY KEY (field=? AND value=? AND newest=? AND claim_id=?)"
GATHERED = "USING ROWID SEARCH ON TABLE found FOR IN-OPERATOR"
FEW = "SCAN found | SEARCH claims USING INTEGER PRIMARY KEY (rowid=?)"


@pytest.fixture
def large(desk: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The desk as if it held so many claims that none are few."""
    monkeypatch.setattr("store.query.plan.FEW", 0)
    monkeypatch.setattr("store.query.found.FEW", 0)
    monkeypatch.setattr("store.query.columns.MANY", -1)
    return desk


def steps(store: Store, sql: str) -> list[str]:
    """How SQLite goes about a query, step by step; temporary tables are called "found"."""
    rows = store.db.execute(f"EXPLAIN QUERY PLAN {sql}")
    return [" ".join(_plain(row[3].split())) for row in rows]


def _plain(words: list[str]) -> Iterator[str]:
    for word in words:
        yield "found" if word.startswith("found_") else word


def asked(line: str) -> Filter:
    """The filter of a line that is known to be one."""
    filter = parse(line)
    assert isinstance(filter, Filter), filter
    return filter


SHAPES = [
    ("", LISTED, ""),
    ("show:all", LISTED, ""),
    ("is:hidden", LISTED, ""),
    ("is:analysis", LISTED, ""),
    ("flag:denied", LISTED, ""),
    ("-flag:denied", LISTED, ""),
    ("flag:denied flag:claimed", LISTED, ""),
    ('source:"example daily"', LISTED, ""),
    ("source:example*", LISTED, ""),
    ('place:"chasiv yar"', LISTED, ""),
    ('origin:"a channel"', LISTED, ""),
    ("caution:unnamed-source", LISTED, ""),
    ("hedge:denied", LISTED, ""),
    ('flag:claimed source:"example daily"', LISTED, ""),
    ('flag:claimed place:"chasiv yar"', LISTED, LOOKED_UP),
    ('place:"chasiv yar" actor:"the ministry"', LISTED, LOOKED_UP),
    ('place:"chasiv yar" place:dnipropetrovsk', LISTED, LOOKED_UP),
    ("verdict:none", LISTED, LOOKED_UP),
    ("is:unseen", LISTED, LOOKED_UP),
    ("-has:note", LISTED, LOOKED_UP),
    ("chasiv", LISTED, ""),
    ("-chasiv", LISTED, ""),
    ("text:announced", LISTED, ""),
    ("flag:claimed chasiv", LISTED, ""),
]


@pytest.mark.parametrize(("line", "read", "asks"), SHAPES)
def test_a_list_is_read_in_its_order(large: Store, line: str, read: str, asks: str) -> None:
    """From one stretch of ``claim_terms``, nothing sorted; what else is asked is looked up."""
    with gathering(large.db) as gathered:
        found = plan(gathered, asked(line))
        order = "ORDER BY c.newest, c.claim_id LIMIT 50"
        listed = [s for s in steps(large, found.sql("c.claim_id", order)) if s[:4] != "CORR"]
    assert listed == [step for step in (read, asks) if step]


@pytest.mark.parametrize("line", ["-chasiv", "flag:denied text:announced"])
def test_a_small_set_is_looked_up_in_its_table(desk: Store, line: str) -> None:
    """By the ids of the claims that something rarer finds."""
    with gathering(desk.db) as gathered:
        found = plan(gathered, asked(line))
        listed = steps(desk, found.sql("c.claim_id", "ORDER BY c.newest, c.claim_id LIMIT 50"))
    assert listed == [LISTED, GATHERED]


@pytest.mark.parametrize("line", ["chasiv", "-chasiv", "flag:claimed -depot"])
def test_a_mask_is_handed_over_once_a_statement(large: Store, line: str) -> None:
    """Once for each claim it would take a hundred times as long as the claims themselves."""
    with gathering(large.db) as gathered:
        sql = plan(gathered, asked(line)).sql("c.claim_id")
        (name,) = set(re.findall(r"found_\d+", sql))
        (mask,) = large.db.execute(f"SELECT {name}()").fetchone()
        handed = iter([mask])
        large.db.create_function(name, 0, lambda: next(handed), deterministic=True)
        assert len(large.db.execute(sql).fetchall()) > 1
        assert not list(handed)


@pytest.mark.parametrize("line", ["", "show:all", "2025-07", "show:all 2025-07.."])
def test_all_claims_of_some_days_are_counted_already(large: Store, line: str) -> None:
    """Their numbers are written down, heading by heading."""
    with gathering(large.db) as gathered:
        sql = plan(gathered, asked(line)).counts()
    assert "claim_terms" not in sql
    assert steps(large, sql) == ["CO-ROUTINE c", "SCAN c", "SCAN c"]


@pytest.mark.parametrize("line", ["verdict:none", "is:unseen", "-has:note", "-flag:denied"])
def test_what_is_shut_out_is_read_from_its_own_stretch(large: Store, line: str) -> None:
    """Few of many: they are counted and taken away."""
    with gathering(large.db) as gathered:
        found = plan(gathered, asked(line))
        _, shut_out = found.apart(found.conditions[0])
        assert steps(large, shut_out.counts_few())[0] == LISTED
        assert steps(large, shut_out.sql("count(*)")) == [LISTED]


@pytest.mark.parametrize(
    ("line", "read", "asks"), [shape for shape in SHAPES if shape[0] not in ("", "show:all")]
)
def test_headings_are_counted_one_stretch_each(
    large: Store, line: str, read: str, asks: str
) -> None:
    """Nothing is sorted, and no claim outside of a heading is looked at."""
    del read
    with gathering(large.db) as gathered:
        counted = steps(large, plan(gathered, asked(line)).counts())
    assert counted[:3] == ["CO-ROUTINE c", "SCAN heading_counts", "SCAN c"]
    assert [step for step in counted[3:] if step[:4] != "CORR"] == [
        step for step in (BETWEEN, asks) if step
    ]


@pytest.mark.parametrize("line", ["2025-07", "2025-07..", "flag:claimed 2025-07..2025-08"])
def test_a_range_of_days_begins_where_it_begins(large: Store, line: str) -> None:
    """Not at the newest claim; and a heading outside of it is not counted."""
    with gathering(large.db) as gathered:
        found = plan(gathered, asked(line))
        order = "ORDER BY c.newest, c.claim_id LIMIT 50"
        assert steps(large, found.sql("c.claim_id", order)) == [
            "SEARCH c USING PRIMARY KEY (field=? AND value=? AND newest>?)"
        ]
        assert "WHERE c.newest >=" in found.counts().split(") AS c")[-1]


@pytest.mark.parametrize(
    "line", ["chasiv", "doc:front.txt", "text:announced", "flag:denied flag:claimed"]
)
def test_few_claims_are_read_by_their_ids(desk: Store, line: str) -> None:
    """And sorted, which takes less than to look for them among all."""
    with gathering(desk.db) as gathered:
        found = plan(gathered, asked(line))
        assert " | ".join(steps(desk, found.sql("c.newest, c.claim_id"))[:2]) == FEW


@pytest.mark.parametrize("order", ["newest", "oldest"])
@pytest.mark.parametrize(
    "line", ["", "flag:claimed", 'flag:claimed place:"chasiv yar"', "-chasiv", "2025-07-31"]
)
def test_a_page_is_a_stretch(
    large: Store, monkeypatch: pytest.MonkeyPatch, line: str, order: str
) -> None:
    """From a heading on, in its order or, from the nearer end, against it."""
    monkeypatch.setattr("store.query.listing.HELD", -1)
    said: list[str] = []
    with query.listed(large, asked(f"{line} order:{order}")) as found:
        large.db.set_trace_callback(said.append)
        for start in range(len(found)):
            found.ids(start, start + 1)
        found.ids(0, len(found))
        large.db.set_trace_callback(None)
        for sql in said:
            taken = steps(large, sql)
            assert taken[0] == BETWEEN
            assert "USE TEMP B-TREE FOR ORDER BY" not in taken


@pytest.mark.parametrize("line", ["2025-08", "-flag:denied 2025"])
def test_a_page_of_some_days_reads_their_slots_alone(
    large: Store, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    """Not what is between them: what reaches into the days began long before."""
    monkeypatch.setattr("store.query.listing.HELD", -1)
    with query.listed(large, asked(line)) as found:
        (sql,) = said_of(large, lambda: found.ids(0, len(found)))
    taken = [step for step in steps(large, sql) if step[:4] != "CORR"]
    assert taken[:2] == ["SCAN json_each VIRTUAL TABLE INDEX 1:", BETWEEN]


def test_hits_are_looked_for_where_claims_lie_close_together(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One look for neighbours; of words that begin alike all hits are read anew for each."""
    monkeypatch.setattr("store.query.firsts.APART", 1)
    looks = {}
    for line in ("example", "exam*"):
        said = said_of(desk, partial(firsts.first_ids, desk, asked(line), 1))
        looks[line] = sum("claims_fts MATCH" in sql for sql in said)
    assert looks == {"example": 2, "exam*": 1}


@pytest.mark.parametrize("field", ["flag", "actor"])
def test_facets_of_all_claims_are_counted_already(large: Store, field: query.Field) -> None:
    """Their numbers are written down."""
    said = said_of(large, lambda: query.facets(large, Filter(), field))
    (sql,) = [sql for sql in said if "FROM term_counts" in sql and "GROUP BY" in sql]
    assert steps(large, sql)[0] == "SEARCH term_counts USING PRIMARY KEY (field=?)"


WIDE = ["chasiv", "show:all chasiv", "flag:claimed chasiv", "-flag:claimed -is:seen chasiv"]


@pytest.mark.parametrize(
    "line",
    [
        *WIDE,
        *("flag:claimed", "show:all -flag:claimed", 'flag:claimed place:"chasiv yar"'),
        *("2025-07", "flag:claimed 2025-07.. -chasiv", "grade:F"),
    ],
)
@pytest.mark.parametrize("field", ["tag", "source", "actor", "place", "caution", "verdict"])
def test_the_values_of_many_claims_are_picked_out_of_columns(
    large: Store, monkeypatch: pytest.MonkeyPatch, field: query.Field, line: str
) -> None:
    """Each a stretch of its table, however the claims are chosen."""
    expected = query.facets(large, asked(line), field)
    monkeypatch.setattr("store.query.columns.MANY", 100)
    said = said_of(large, lambda: query.facets(large, asked(line), field))
    read = [step for sql in said if "claim_columns" in sql for step in steps(large, sql)]
    assert read
    assert all("INDEX sqlite_autoindex_claim_columns_1 (field=?" in step for step in read)
    assert query.facets(large, asked(line), field) == expected


@pytest.mark.parametrize("line", WIDE)
def test_hits_are_counted_from_columns(large: Store, line: str) -> None:
    """No claim is looked up, neither for the count nor for the headings."""
    for count in (query.count, query.headings):
        said = said_of(large, partial(count, large, asked(line)))
        assert any("claim_columns" in sql for sql in said)
        assert not any("count(*)" in sql and "claim_terms AS c" in sql for sql in said)
    assert query.count(large, asked(line)) == len(query.ids(large, asked(line)))


def said_of(store: Store, run: Callable[[], object]) -> list[str]:
    """The statements that something runs."""
    said: list[str] = []
    store.db.set_trace_callback(said.append)
    run()
    store.db.set_trace_callback(None)
    return said


@pytest.mark.parametrize("branch", BRANCHES, ids=lambda branch: f"{branch.field} {branch.value}")
def test_new_claims_are_listed_without_looking_at_the_others(desk: Store, branch: object) -> None:
    """A load of any size reads what it brought alone."""
    (made,) = [other for other in BRANCHES if other is branch]
    for these in ("claims.id BETWEEN 7 AND 9", "claims.id IN (SELECT id FROM refiling)"):
        desk.db.execute("CREATE TEMP TABLE IF NOT EXISTS refiling (id INTEGER PRIMARY KEY)")
        taken = steps(desk, made.sql(these))
        assert not [step for step in taken if step.startswith("SCAN")]


@pytest.mark.parametrize(
    ("sql", "index"),
    [
        ("SELECT id FROM claims WHERE document_id = 1", "claims_by_document"),
        (
            "SELECT count(*) FROM claims WHERE document_id = 1 AND lane = 0",
            "COVERING INDEX claims_by_document",
        ),
        ("SELECT id FROM claims WHERE key BETWEEN 'a' AND 'b'", "sqlite_autoindex_claims_1"),
        (
            "SELECT letter FROM claims INDEXED BY claims_graded WHERE id = 1 AND letter NOTNULL",
            "COVERING INDEX claims_graded",
        ),
        ("SELECT claim_id FROM claim_relations WHERE target_id = 1", "relations_by_target"),
        ("SELECT id FROM claims WHERE phrase_id = 1", "claims_by_phrase"),
        ("SELECT id FROM documents WHERE sha256 = ''", "documents_by_sha256"),
        ("SELECT id FROM documents WHERE source_id = 1", "documents_by_source"),
        ("SELECT id FROM actors WHERE folded = ''", "actors_by_folded"),
        ("SELECT id FROM sources WHERE folded = ''", "sources_by_folded"),
        (
            "SELECT 1 FROM journal WHERE of = 1 ORDER BY number DESC LIMIT 1",
            "COVERING INDEX journal_by_act",
        ),
        (
            "DELETE FROM claim_terms WHERE (field, value, newest, claim_id) IN ("
            "SELECT field, value, newest, claim_id FROM claim_terms_wanted WHERE claim_id = 1)",
            "claim_terms USING PRIMARY KEY (field=? AND value=? AND newest=? AND claim_id=?)",
        ),
    ],
)
def test_every_index_serves_its_query(desk: Store, sql: str, index: str) -> None:
    """The query named in the schema beside each index is answered by it."""
    assert index in " | ".join(steps(desk, sql))


def test_grades_are_looked_up_among_the_few_that_have_one(desk: Store) -> None:
    """All other claims have the letter of their source."""
    row = query.first(desk, Filter(), 1)[0]
    apply(desk, Grade((row.key,), "B", "2"), "ann", NOW)
    with gathering(desk.db) as gathered:
        found = plan(gathered, asked("grade:B2"))
        assert "SEARCH claims USING COVERING INDEX claims_graded (id=? AND letter>?)" in steps(
            desk, found.sql("c.claim_id")
        )


def test_first_hits_are_looked_for_in_one_stretch_of_the_search_index(desk: Store) -> None:
    """And among the tags of a few claims, each by its own."""
    (hits,) = steps(desk, firsts.HITS_BETWEEN.replace("?", "'1'"))
    assert hits.endswith("><")
    tagged = steps(desk, firsts.TAGGED_AMONG.replace("?", "'1'"))
    assert "SEARCH claim_tags USING PRIMARY KEY (claim_id=? AND tag_id=?)" in tagged
