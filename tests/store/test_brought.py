"""Decisions travel with the documents of an export, and mean the same in another store."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from store import edits, query
from store.database import Store, open_store
from store.edits import (
    AddClaim,
    Edit,
    Grade,
    Hide,
    Judge,
    Note,
    Publish,
    Rate,
    Rechain,
    Redate,
    Relocate,
    RemoveClaim,
    Respan,
    Tag,
)
from store.export import to_jsonl
from store.journal import log
from store.load import load
from store.model import Span
from store.query import Filter
from store.readers import read_bytes
from store.verify import verify
from tests.store.desk import NOW
from tests.store.test_folding import of, put

TEXT = of("Alpha").text


def exported(store: Store, line: str = "show:all") -> bytes:
    """The export of a filter."""
    filter = query.parse(line)
    assert isinstance(filter, Filter)
    out = io.StringIO()
    to_jsonl(store, filter, out)
    return out.getvalue().encode()


def bring(
    store: Store, raw: bytes, *, update: bool = False, source: str | None = None
) -> list[str]:
    """Load an export as another person; what became of each document."""
    items = read_bytes("export.jsonl", raw, source=source)
    report = load(store, items, who="bob", now=NOW, update=update)
    return [f"{outcome.status}: {outcome.sentence}" for outcome in report.outcomes]


def shown(store: Store) -> list[dict[str, object]]:
    """Everything that an export tells of claims, as the store shows it."""
    lines = [json.loads(line) for line in exported(store).splitlines()]
    return [line["claims"] for line in lines]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    """A store with one article."""
    with open_store(tmp_path / "here.db") as store:
        put(store, replace(of("Alpha"), reader="text"))
        yield store


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """Another store, empty."""
    with open_store(tmp_path / "there.db") as store:
        yield store


def keys(store: Store) -> list[str]:
    """The keys of all claims, in the order of the text."""
    sql = "SELECT key FROM claims ORDER BY span_start, id"
    return [key for (key,) in store.db.execute(sql)]


def acts(store: Store) -> list[Edit]:
    """One act of every kind."""
    first, second = keys(store)[:2]
    (document,) = query.documents(store)
    return [
        Tag((first, second), ("key", "check")),
        Tag((second,), (), ("check",)),
        Judge((first,), "false"),
        Note((first,), "call the ministry"),
        Grade((second,), "B", "2"),
        Hide((second,)),
        Redate((first,), "2025-07-30"),
        Relocate((first,), ("Kharkiv",)),
        Rechain((first,), ("a soldier", "the ministry")),
        Respan(first, Span(3, 40)),
        Rate("Alpha", "C"),
        AddClaim(document.identity, Span(TEXT.index("Rescuers"), len(TEXT))),
        Publish(document.identity, "2024-08-03"),
    ]


def decided(store: Store) -> None:
    """Take every act, some of them back, and one again."""
    for edit in acts(store):
        edits.apply(store, edit, "ann", NOW)
    edits.apply(store, Judge((keys(store)[0],), "verified"), "ann", NOW)
    edits.undo(store, "ann", NOW)
    hand = store.db.execute("SELECT key FROM claims WHERE by_hand = 1").fetchone()[0]
    edits.apply(store, Tag((hand,), ("mine",)), "ann", NOW)


def test_every_decision_comes_back(here: Store, there: Store) -> None:
    """Shown the same, journalled under who took it and when; a second export is the first."""
    decided(here)
    (told,) = bring(there, exported(here))
    assert told == "added: 14 decisions taken in"
    assert shown(there) == shown(here)
    assert exported(there) == exported(here)
    assert {entry.who for entry in log(there)} == {"ann"}
    assert all(entry.sentence.endswith("brought in by bob") for entry in log(there))
    assert all(finding.ok for finding in verify(there))


def test_a_decision_that_came_can_be_undone(here: Store, there: Store) -> None:
    """As any other."""
    edits.apply(here, Judge((keys(here)[0],), "false"), "ann", NOW)
    bring(there, exported(here))
    edits.undo(there, "bob", NOW)
    assert all(row.verdict == "" for row in query.first(there, Filter()))


def test_bringing_twice_adds_nothing(here: Store, there: Store) -> None:
    """Nor does an update with what is known already."""
    decided(here)
    bring(there, exported(here))
    before = list(log(there))
    bring(there, exported(here))
    bring(there, exported(here), update=True)
    assert list(log(there)) == before


def test_a_colleague_has_the_documents_already(here: Store, there: Store) -> None:
    """Decisions are told of, and taken in only with an update."""
    put(there, of("Alpha"))
    edits.apply(here, Judge((keys(here)[0],), "false"), "ann", NOW)
    assert bring(there, exported(here)) == [
        "unchanged: it comes with decisions; --update takes them in"
    ]
    assert not list(log(there))
    assert bring(there, exported(here), update=True) == ["updated: 1 decision taken in"]
    assert [row.verdict for row in query.first(there, Filter())].count("false") == 1


def test_under_another_source_the_words_tell_which_claim_is_meant(
    here: Store, there: Store
) -> None:
    """Keys are others then."""
    edits.apply(here, Judge((keys(here)[1],), "false"), "ann", NOW)
    bring(there, exported(here), source="Omega")
    wanted = [row.quote for row in query.first(here, Filter()) if row.verdict]
    assert [row.quote for row in query.first(there, Filter()) if row.verdict] == wanted


def test_an_act_on_many_documents_is_one_of_each(here: Store, there: Store) -> None:
    """And what is about documents that are not exported stays away."""
    put(here, of("Beta", "On August 2, rebels entered the town of Redville, a monitor said."))
    edits.apply(here, Tag(tuple(keys(here)), ("key",)), "ann", NOW)
    bring(there, exported(here, "source:Beta"))
    (entry,) = log(there)
    assert json.loads(entry.edit)[0]["keys"] == keys(there)


def test_a_claim_added_and_removed_again(here: Store, there: Store) -> None:
    """Both acts come, and nothing is left of them."""
    (document,) = query.documents(here)
    edits.apply(here, AddClaim(document.identity, Span(0, 20)), "ann", NOW)
    (hand,) = here.db.execute("SELECT key FROM claims WHERE by_hand = 1").fetchone()
    edits.apply(here, RemoveClaim(hand), "ann", NOW)
    bring(there, exported(here))
    assert keys(there) == keys(here)
    assert len(list(log(there))) == 2


def test_documents_without_claims_come_too(here: Store, there: Store) -> None:
    """Where nothing is filtered out."""
    put(here, of("Beta", "Good morning to all."))
    assert len(bring(there, exported(here, ""))) == 2
    assert len(exported(here, "flag:claimed").splitlines()) == 1


@pytest.mark.parametrize(
    "broken",
    [
        "[1]",
        '[{"at": "x", "who": "a", "edit": []}]',
        '[{"at": "2025-08-03", "who": "a", "edit": [{"act": "fly"}]}]',
        '[{"at": "2025-08-03", "who": "a", "edit": [{"act": "judge", "verdict": "false"}]}]',
        '[{"at": "2025-08-03", "who": "a", "edit": [{"act": "tag", "keys": ["x"]}]}]',
        '"acts"',
    ],
)
def test_acts_that_are_none_are_passed_over(there: Store, broken: str) -> None:
    """Whoever wrote the file: the document comes, and nothing is decided."""
    line = json.dumps({"text": TEXT, "identity": "x", "acts": json.loads(broken)})
    (told,) = bring(there, line.encode())
    assert told.startswith("added: ")
    assert not list(log(there))
