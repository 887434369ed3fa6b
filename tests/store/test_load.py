"""Loading: what is added, what is there already, what fails; loading twice adds nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from store import query
from store.crew import SEVERAL
from store.database import Store, open_store
from store.load import Outcome, Report, load
from store.model import Document, Publication
from store.query import Filter
from store.readers import ReadProblem
from store.records.documents import document_of
from store.records.force import put_in_force, put_spans
from store.records.names import Names
from tests.store.desk import BORDER, DESK, FRONT, NOW, UNDATED, Article, analyse, fill


def again(store: Store, document: Document, *, update: bool = False) -> Outcome:
    """The outcome of loading one more document."""
    report = load(store, [document], who="bob", now=NOW, update=update, analyse=analyse)
    return report.outcomes[0]


def contents(store: Store) -> list[str]:
    """Everything in a store, as SQL."""
    return list(store.db.iterdump())


def test_each_document_has_an_outcome(empty: Store) -> None:
    """Claims on the timeline and off it, dates whose year is unknown."""
    report = fill(empty)
    assert [(o.status, o.claims, o.aside, o.yearless) for o in report.outcomes] == [
        ("added", 3, 1, 0),
        ("added", 2, 0, 0),
        ("added", 2, 0, 1),
    ]
    assert (report.claims, report.failed) == (7, False)


def test_loading_twice_adds_nothing(desk: Store) -> None:
    """Not a byte."""
    before = contents(desk)
    assert {outcome.status for outcome in fill(desk).outcomes} == {"unchanged"}
    assert contents(desk) == before


def test_the_same_text_twice_in_one_load(empty: Store) -> None:
    """The second is the first."""
    report = fill(empty, [FRONT, FRONT])
    assert [outcome.status for outcome in report.outcomes] == ["added", "unchanged"]


def test_another_source_or_address_is_another_document(desk: Store) -> None:
    """Identity is the bytes, the source and the URL."""
    for other in (
        replace(FRONT.document, source="Example Copy"),
        replace(FRONT.document, url="https://copy.example"),
    ):
        assert again(desk, other).status == "added"


def test_one_bad_file_never_stops_the_rest(empty: Store) -> None:
    """It is reported in its place."""
    items: list[Document | ReadProblem] = [
        FRONT.document,
        ReadProblem("bad.txt", "It is not text."),
        BORDER.document,
    ]
    heard: list[str] = []
    report = load(
        empty,
        items,
        who="ann",
        now=NOW,
        analyse=analyse,
        progress=lambda outcome: heard.append(outcome.status),
    )
    assert heard == [outcome.status for outcome in report.outcomes] == ["added", "failed", "added"]
    assert report.outcomes[1].sentence == "It is not text."
    assert report.failed


def test_another_publication_date_is_said_and_not_taken(desk: Store) -> None:
    """Unless it is asked for; then the document's dates are resolved again, as an act."""
    other = replace(UNDATED.document, published=Publication("2024-08-03", "given"))
    assert again(desk, other).sentence == (
        "unchanged; stored without a publication date, given 2024-08-03"
    )
    assert again(desk, other, update=True).status == "updated"
    assert again(desk, other).status == "unchanged"
    rows = query.first(desk, Filter().having("doc", "undated.txt"))
    assert [row.edtf for row in rows] == ["../2024-08-03", "2024-07-30"]
    (sentence,) = desk.db.execute("SELECT sentence FROM journal").fetchone()
    assert sentence.startswith("set the publication date")


def test_a_date_the_document_states_is_not_a_new_one(desk: Store) -> None:
    """Only what a person gives is compared with what is stored."""
    other = replace(FRONT.document, published=Publication("2025-08-01", "metadata"))
    assert again(desk, other).sentence == ""


def test_given_and_stated_that_differ_are_said(empty: Store) -> None:
    """The given one is taken, and the other kept."""
    stated = replace(BORDER.document, stated=Publication("2025-08-01", "dateline"))
    outcome = again(empty, stated)
    assert outcome.sentence == "given 2025-08-04, the document itself says 2025-08-01"
    view = query.document(empty, outcome.document or 0)
    assert view is not None
    assert view.stated == stated.stated


def test_a_dry_run_writes_nothing(desk: Store) -> None:
    """It says what would come, of a store that is open for reading only, too."""
    new = Article("new.txt", "Example Daily", "Nothing new.", ())
    other = replace(FRONT.document, published=Publication("2025-08-09", "given"))
    before = contents(desk)
    with open_store(desk.path, readonly=True) as store:
        report = load(
            store,
            [new.document, new.document, other],
            who="ann",
            now=NOW,
            update=True,
            dry_run=True,
            analyse=lambda document: analyse(document, (*DESK, new)),
        )
    assert [outcome.status for outcome in report.outcomes] == ["added", "unchanged", "updated"]
    assert contents(desk) == before


def test_documents_are_kept_whole(desk: Store) -> None:
    """Text, bytes and everything known of them come back as they were read."""
    for line, article in zip(query.documents(desk), DESK, strict=True):
        assert document_of(desk.db, line.id) == article.document


def test_a_new_claim_is_in_force_as_it_was_found(desk: Store) -> None:
    """Working out once more what is in force changes nothing."""
    before = contents(desk)
    everything = list(query.ids(desk, Filter(scope="all")))
    put_spans(desk.db, everything)
    put_in_force(desk.db, Names(desk.db), everything)
    assert contents(desk) == before


@pytest.mark.parametrize("number", [1, SEVERAL, SEVERAL + 1])
def test_batches_have_no_seams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """However many documents."""
    monkeypatch.setattr("store.load.BATCH", 0)
    articles = [Article(f"{n}.txt", "Example", f"Post {n}.", ()) for n in range(number)]
    with open_store(tmp_path / "many.db") as store:
        assert fill(store, articles).claims == 0
        assert len(query.documents(store)) == number


def test_a_report_of_nothing() -> None:
    """Has not failed."""
    assert not Report(()).failed
