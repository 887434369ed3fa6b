"""Every act, its inverse, its journal entry; undo and redo as far back as the store goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store import edtf, query
from store.database import Store, open_store
from store.edits import (
    AddClaim,
    BadValueError,
    Edit,
    EditError,
    Forget,
    GivenUpError,
    Grade,
    Hide,
    Judge,
    Keys,
    NoSuchClaimError,
    NoSuchDocumentError,
    NoSuchSourceError,
    Note,
    NothingToUndo,
    Publish,
    Rate,
    ReadOnlyError,
    Rechain,
    Redate,
    Relocate,
    RemoveClaim,
    Respan,
    Tag,
    Unchanged,
    apply,
    many,
    preview,
    redo,
    replay,
    touched,
    undo,
)
from store.edits.written import read, written
from store.journal import Entry, broken, entries, log
from store.model import Span, Verdict
from store.query import ClaimCard, Filter, Row
from store.verify import verify
from tests.store.desk import BORDER, FRONT, NOW, UNDATED, fill, span
from tests.store.test_query import BRIDGE, CAPTURE, DRONES, FORECAST, ROAD, TROOPS, keys_of

IDENTITY = FRONT.document.identity


def act(store: Store, edit: Edit) -> Entry:
    """Apply an edit that is known to change something."""
    entry = apply(store, edit, "ann", NOW)
    assert isinstance(entry, Entry)
    return entry


def card(store: Store, quote: str) -> ClaimCard:
    """The card of a claim by its quote."""
    (id,) = store.db.execute("SELECT id FROM claims WHERE quote = ?", (quote,)).fetchone()
    found = query.claim(store, id)
    assert found is not None
    return found


def state(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All that a person can change or see, without what is only bookkeeping.

    Row ids of names and the names themselves stay after an undo, and so does their journal.
    """
    return {sql: store.db.execute(sql).fetchall() for sql in _STATE}


_STATE = (
    """SELECT claims.id, key, span_start, span_end, quote, edtf, earliest, latest, basis, newest,
    places, chain, tags, verdict, letter, digit, note, hidden, actors.name, places.name
    FROM claims LEFT JOIN actors ON actors.id = origin_id
    LEFT JOIN places ON places.id = place_id ORDER BY claims.id""",
    "SELECT claim_id, name FROM claim_tags JOIN tags ON tags.id = tag_id ORDER BY 1, 2",
    "SELECT * FROM corrections ORDER BY 1, 2",
    "SELECT * FROM claim_cautions ORDER BY 1, 2",
    """SELECT claim_id, by_hand, position, in_force, name FROM claim_hops
    JOIN actors ON actors.id = actor_id ORDER BY 1, 2, 3""",
    """SELECT claim_id, by_hand, position, in_force, name FROM claim_places
    JOIN places ON places.id = place_id ORDER BY 1, 2, 3""",
    "SELECT id, published, published_basis, stated FROM documents ORDER BY id",
    "SELECT id, edtf, anchor, cautions FROM date_phrases ORDER BY id",
    "SELECT name, reliability FROM sources ORDER BY name",
    "SELECT * FROM claim_terms ORDER BY 1, 2, 3, 4",
    "SELECT * FROM term_counts WHERE claims > 0 ORDER BY 1, 2, 3",
    "SELECT * FROM heading_counts WHERE claims > 0 ORDER BY 1, 2",
    "SELECT * FROM claim_columns WHERE cells <> zeroblob(length(cells)) ORDER BY 1, 2, 3",
)


def everything(store: Store) -> list[Edit]:
    """One edit of every kind, in an order in which each can be done."""
    both = keys_of(store, CAPTURE, DRONES)
    return [
        Judge(both, "verified"),
        Tag(both, ("key", "today")),
        Tag(both[:1], ("late",), ("key",)),
        Note(both, "ask the desk"),
        Grade(both, "B", "2"),
        Grade(both[:1], digit=""),
        Redate(both, "2025-07-30~"),
        Relocate(both, ("Часов Яр", "Kramatorsk")),
        Rechain(both, ("Example Agency", "a soldier")),
        Rechain(both[:1], ()),
        Respan(both[0], Span(20, 60)),
        Hide(both),
        AddClaim(IDENTITY, span(FRONT.text, "a channel wrote")),
        Publish(IDENTITY, "2024-05-01"),
        Publish(IDENTITY, None),
        Rate("Example Daily", "D"),
    ]


@pytest.mark.parametrize("number", range(16))
def test_an_act_can_be_undone_and_done_again(desk: Store, number: int) -> None:
    """Undo brings back the state before it, redo the state after it."""
    edits = everything(desk)
    for edit in edits[:number]:
        act(desk, edit)
    before = state(desk)
    act(desk, edits[number])
    after = state(desk)
    assert after != before
    assert isinstance(undo(desk, "bob", NOW), Entry)
    assert state(desk) == before
    assert isinstance(redo(desk, "bob", NOW), Entry)
    assert state(desk) == after


def test_all_of_it_can_be_undone_after_a_restart(tmp_path: Path) -> None:
    """As far back as the store goes; the journal keeps every step, and its chain holds."""
    with open_store(tmp_path / "desk.db") as store:
        fill(store)
        before = state(store)
        for edit in everything(store):
            act(store, edit)
        after = state(store)
    with open_store(tmp_path / "desk.db") as store:
        while isinstance(undo(store, "bob", NOW), Entry):
            continue
        assert state(store) == before
    with open_store(tmp_path / "desk.db") as store:
        while isinstance(redo(store, "bob", NOW), Entry):
            continue
        assert state(store) == after
        assert len(list(log(store))) == 3 * 16
        assert broken(store) is None


def test_a_new_act_ends_what_could_be_done_again(desk: Store) -> None:
    """History is a line."""
    keys = keys_of(desk, TROOPS)
    act(desk, Judge(keys, "false"))
    act(desk, Tag(keys, ("a",)))
    undo(desk, "ann", NOW)
    act(desk, Tag(keys, ("b",)))
    assert str(redo(desk, "ann", NOW)) == "There is nothing to do again."
    undone = [undo(desk, "ann", NOW), undo(desk, "ann", NOW), undo(desk, "ann", NOW)]
    assert isinstance(undone[2], NothingToUndo)
    assert card(desk, TROOPS).row.verdict == ""


def test_what_changes_nothing_is_not_journalled(desk: Store) -> None:
    """And cannot be undone, because nothing was done."""
    keys = keys_of(desk, TROOPS)
    act(desk, Judge(keys, "false"))
    for edit in (
        Judge(keys, "false"),
        Tag(keys, (), ("absent",)),
        Grade(keys),
        Hide(keys, False),
        Redate(keys, None),
        Judge((), "false"),
        Publish(BORDER.document.identity, "2025-08-04"),
    ):
        assert isinstance(apply(desk, edit, "ann", NOW), Unchanged)
    assert len(list(log(desk))) == 1


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (lambda _: Judge(("nokey",), "false"), NoSuchClaimError),
        (lambda k: Judge(k, cast(Verdict, "maybe")), BadValueError),
        (lambda k: Tag(k, ("two words",)), BadValueError),
        (lambda k: Tag(k, ("-x",)), BadValueError),
        (lambda k: Tag(k, ("",)), BadValueError),
        (lambda k: Tag(k, ("a",), ("a",)), BadValueError),
        (lambda k: Grade(k, letter="G"), BadValueError),
        (lambda k: Grade(k, digit="7"), BadValueError),
        (lambda k: Redate(k, "yesterday"), BadValueError),
        (lambda k: Relocate(k, ("",)), BadValueError),
        (lambda k: Respan(k[0], Span(5, 5)), BadValueError),
        (lambda k: Respan(k[0], Span(0, 9999)), BadValueError),
        (lambda k: RemoveClaim(k[0]), BadValueError),
        (lambda _: AddClaim("0" * 64, Span(0, 5)), NoSuchDocumentError),
        (lambda _: AddClaim(IDENTITY, Span(18, 20)), BadValueError),
        (lambda _: Publish(IDENTITY, "soon"), BadValueError),
        (lambda _: Publish("0" * 64, None), NoSuchDocumentError),
        (lambda _: Forget("0" * 64), NoSuchDocumentError),
        (lambda _: Rate("Nobody", "A"), NoSuchSourceError),
        (lambda _: Rate("Example Daily", "a"), BadValueError),
    ],
)
def test_an_edit_that_cannot_be_is_refused(
    desk: Store, edit: Callable[[tuple[str, ...]], Edit], error: type[EditError]
) -> None:
    """In a sentence; nothing is changed and nothing journalled."""
    before = state(desk)
    with pytest.raises(error) as raised:
        apply(desk, edit(keys_of(desk, TROOPS)), "ann", NOW)
    assert str(raised.value).endswith(".")
    assert state(desk) == before
    assert not list(log(desk))


def test_a_readonly_store_takes_no_edits(desk: Store) -> None:
    """And says so."""
    with open_store(desk.path, readonly=True) as store:
        for attempt in (
            lambda: apply(store, Judge(keys_of(store, TROOPS), "false"), "ann", NOW),
            lambda: undo(store, "ann", NOW),
            lambda: redo(store, "ann", NOW),
        ):
            with pytest.raises(ReadOnlyError, match="reading only"):
                attempt()


def test_a_corrected_claim(desk: Store) -> None:
    """Shows what was set by hand, everywhere; the machine's finding stays beneath it."""
    keys = keys_of(desk, CAPTURE)
    act(desk, Redate(keys, "2025-07-29/2025-07-30"))
    act(desk, Relocate(keys, ("Kramatorsk",)))
    act(desk, Rechain(keys, ("Example Agency", "a soldier")))
    act(desk, Respan(keys[0], span(FRONT.text, "the ministry announced the capture")))
    found = card(desk, "the ministry announced the capture")
    assert (found.row.edtf, found.row.place, found.row.origin) == (
        "2025-07-29/2025-07-30",
        "Kramatorsk",
        "a soldier",
    )
    assert found.row.corrected == ("chain", "date", "place", "span")
    assert [hop.name for hop in found.chain] == ["Example Agency", "a soldier"]
    assert found.date is not None
    assert found.date.dating.edtf == "2025-07-31"
    assert "set by hand" in query.explain(desk, found.row.id)
    for line in ("place:kramatorsk", 'actor:"a soldier"', "kramatorsk", "2025-07-30"):
        filter = query.parse(line)
        assert isinstance(filter, Filter)
        assert list(query.ids(desk, filter)) == [found.row.id]


def test_a_claim_added_by_hand(desk: Store) -> None:
    """It takes the date among its words, can be decided on, and can be removed again."""
    words = "On July 31, the ministry announced"
    entry = act(desk, AddClaim(IDENTITY, span(FRONT.text, words)))
    (key,) = touched(entry)
    row = card(desk, words).row
    assert (row.key, row.edtf, row.by_hand, row.timeline) == (key, "2025-07-31", True, True)
    act(desk, Judge((key,), "false"))
    act(desk, Relocate((key,), ("Kramatorsk",)))
    before = state(desk)
    act(desk, RemoveClaim(key))
    undo(desk, "ann", NOW)
    assert state(desk) == before


def test_the_keys_of_added_claims_are_the_same_everywhere(desk: Store, tmp_path: Path) -> None:
    """Keys come from the document and the words, so the journal means the same in any store."""
    edit = AddClaim(IDENTITY, span(FRONT.text, "a channel wrote"))
    with open_store(tmp_path / "other.db") as other:
        fill(other, [UNDATED, FRONT])
        assert touched(act(other, edit)) == touched(act(desk, edit))
        assert keys_of(other, CAPTURE) == keys_of(desk, CAPTURE)


def test_a_publication_date_resolves_every_date_again(desk: Store) -> None:
    """What the preview shows is what comes; what a person has set stays; undo takes it back."""
    identity = UNDATED.document.identity
    (pinned,) = keys_of(desk, ROAD)
    act(desk, Redate((pinned,), "2020"))
    edit = Publish(identity, "2024-08-03")
    shown = [
        (change.quote, change.old, change.new, change.pinned) for change in preview(desk, edit)
    ]
    assert shown == [(BRIDGE, "XXXX-07-30", "2024-07-30", False), (ROAD, "2020", "2020", True)]
    act(desk, edit)
    assert (card(desk, BRIDGE).row.edtf, card(desk, ROAD).row.edtf) == ("2024-07-30", "2020")
    assert "pubdate-unknown" not in card(desk, BRIDGE).cautions
    undo(desk, "ann", NOW)
    assert card(desk, BRIDGE).row.edtf == "XXXX-07-30"


def test_forgetting_is_final(desk: Store) -> None:
    """Text, claims and decisions go; the journal keeps the act; undo passes it over."""
    act(desk, Judge(keys_of(desk, CAPTURE, TROOPS), "false"))
    entry = act(desk, Forget(IDENTITY))
    assert "cannot be undone" in entry.sentence
    assert [line.name for line in query.documents(desk)] == ["border.txt", "undated.txt"]
    for line in ("capture", "text:announced"):
        filter = query.parse(line)
        assert isinstance(filter, Filter)
        assert query.count(desk, filter) == 0
    undone = undo(desk, "ann", NOW)
    assert isinstance(undone, Entry)
    assert "judged" in undone.sentence
    assert card(desk, TROOPS).row.verdict == ""
    desk.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = desk.path.read_bytes()
    assert b"announced the capture" not in content


def test_undo_passes_over_decisions_on_what_was_forgotten(desk: Store) -> None:
    """Their claims are gone; the act before them that still has its claims is undone."""
    act(desk, Judge(keys_of(desk, TROOPS), "verified"))
    act(desk, Judge(keys_of(desk, CAPTURE), "false"))
    act(desk, Publish(IDENTITY, "2024-01-01"))
    act(desk, Forget(IDENTITY))
    undo(desk, "ann", NOW)
    assert card(desk, TROOPS).row.verdict == ""
    assert isinstance(undo(desk, "ann", NOW), NothingToUndo)


def test_a_forgotten_document_can_be_loaded_again(desk: Store) -> None:
    """Under the same keys, without what was decided on it."""
    keys = keys_of(desk, CAPTURE)
    act(desk, Judge(keys, "false"))
    act(desk, Forget(IDENTITY))
    fill(desk)
    assert keys_of(desk, CAPTURE) == keys
    assert card(desk, CAPTURE).row.verdict == ""


def test_analysis_can_be_judged_like_the_rest(desk: Store) -> None:
    """Claims off the timeline have keys, too."""
    act(desk, Tag(keys_of(desk, FORECAST), ("watch",)))
    assert card(desk, FORECAST).row.tags == ("watch",)


def test_the_journal_replayed_over_a_fresh_load(desk: Store, tmp_path: Path) -> None:
    """Gives the same state: it names documents by hash and claims by key."""
    for edit in everything(desk):
        act(desk, edit)
    for _ in range(4):
        undo(desk, "bob", NOW)
    redo(desk, "bob", NOW)
    replayed_is_the_same(desk, tmp_path / "other.db")


def replayed_is_the_same(desk: Store, path: Path) -> None:
    """A fresh load of the desk's articles and the journal of this one make the same store."""
    with open_store(path) as other:
        fill(other)
        replay(other, entries(desk))
        assert state(other) == state(desk)
        assert list(entries(other)) == list(entries(desk))
        assert all(finding.ok for finding in verify(other))


def test_a_journal_that_forgets_is_replayed(desk: Store, tmp_path: Path) -> None:
    """What was decided on a document before it was forgotten and loaded again is forgotten."""
    keys = keys_of(desk, CAPTURE, TROOPS)
    act(desk, Judge(keys, "false"))
    act(desk, Respan(keys[0], Span(20, 60)))
    act(desk, AddClaim(IDENTITY, span(FRONT.text, "a channel wrote")))
    act(desk, Publish(IDENTITY, "2024-05-01"))
    act(desk, Forget(IDENTITY))
    fill(desk)
    act(desk, Tag(keys_of(desk, CAPTURE), ("again",)))
    undo(desk, "ann", NOW)
    undo(desk, "ann", NOW)
    assert all(finding.ok for finding in verify(desk))
    with open_store(tmp_path / "other.db") as other:
        fill(other, (BORDER, UNDATED, FRONT))  # in the order in which they came to the desk
        replay(other, entries(desk))
        assert rows_of(other) == rows_of(desk)


def rows_of(store: Store) -> list[Row]:
    """All rows as a list shows them, without ids of rows, which tell the past."""
    shown = query.first(store, Filter(scope="all"), 99)
    return sorted((row._replace(id=0, document=0) for row in shown), key=lambda row: row.key)


words = st.sampled_from(["a", "b", "наступ"])
letters = st.sampled_from(["", "A", "F", None])
digits = st.sampled_from(["", "1", "6", None])
dates = st.sampled_from(["2025-07-01", "2025-07/2025-08", "XXXX-01-01", "../2025", None])
names = st.one_of(st.none(), st.lists(st.sampled_from(["Kyiv", "Часов Яр"]), max_size=2).map(tuple))


def edits_on(keys: list[str]) -> st.SearchStrategy[Edit]:
    """Any edit on any of the claims."""
    some = st.lists(st.sampled_from(keys), max_size=4, unique=True).map(tuple)
    tags = st.frozensets(words)
    return st.one_of(
        st.builds(Judge, some, st.sampled_from(["false", "verified", None])),
        st.builds(
            lambda k, one, other: Tag(k, tuple(sorted(one - other)), tuple(sorted(other))),
            some,
            tags,
            tags,
        ),
        st.builds(Note, some, st.sampled_from(["", "x", "y"])),
        st.builds(Grade, some, letters, digits),
        st.builds(Redate, some, dates),
        st.builds(Relocate, some, names),
        st.builds(Rechain, some, names),
        st.builds(Hide, some, st.booleans()),
        st.builds(Respan, st.sampled_from(keys), st.sampled_from([Span(0, 4), Span(3, 9), None])),
        st.builds(Publish, st.just(IDENTITY), st.sampled_from(["2024-01-02", "2025-09", None])),
        st.builds(AddClaim, st.just(IDENTITY), st.sampled_from([Span(0, 5), Span(23, 30)])),
        st.builds(Rate, st.just("Example Wire"), st.sampled_from(["A", "E", None])),
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_sequence_of_acts_undone_is_none(desk: Store, data: st.DataObject) -> None:
    """Whatever was done: undone to the last it was never done, done again it is as it was."""
    keys = [row.key for row in query.first(desk, Filter(scope="all"), 99)]
    before = state(desk)
    done = 0
    for edit in data.draw(st.lists(edits_on(keys), max_size=8)):
        done += isinstance(apply(desk, edit, "ann", NOW), Entry)
    after = state(desk)
    assert all(finding.ok for finding in verify(desk))
    assert all(isinstance(undo(desk, "ann", NOW), Entry) for _ in range(done))
    assert state(desk) == before
    assert all(isinstance(redo(desk, "ann", NOW), Entry) for _ in range(done))
    assert state(desk) == after
    for _ in range(done):
        undo(desk, "ann", NOW)


@given(edits_on(["k3f7", "m2ab"]))
def test_the_journal_reads_what_it_writes(edit: Edit) -> None:
    """An edit comes back from its JSON as it was."""
    assert read(written([edit])) == (edit,)


def test_the_values_of_the_strategy_are_edtf() -> None:
    """So that the property above tries dates that can be."""
    for value in ("2025-07-01", "2025-07/2025-08", "XXXX-01-01", "../2025"):
        assert not isinstance(edtf.parse(value), edtf.EdtfProblem)


@pytest.mark.parametrize("number", [1, 2, 3, 7])
@pytest.mark.parametrize(
    "make",
    [
        lambda keys: Judge(keys, "verified"),
        lambda keys: Tag(keys, ("key", "ask"), ("front",)),
        lambda keys: Grade(keys, "B", "2"),
        lambda keys: Redate(keys, "2025-06"),
    ],
)
def test_an_act_in_stretches_is_one_act(
    desk: Store, monkeypatch: pytest.MonkeyPatch, make: Callable[[Keys], Edit], number: int
) -> None:
    """It is told of after each, written as one entry, and taken back as one."""
    keys = tuple(row.key for row in query.first(desk, Filter()))
    act(desk, Judge(keys[::2], "false"))
    act(desk, Tag(keys[1:3], ("front",)))
    before = state(desk)
    monkeypatch.setattr(many, "STRETCH", number)
    heard: list[tuple[int, int]] = []

    def go_on(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    apply(desk, make(keys), "ann", NOW, go_on)
    assert heard == [(done, len(keys)) for done in range(0, len(keys), number)]
    assert len(list(log(desk))) == 3
    after = state(desk)
    undo(desk, "ann", NOW)
    assert state(desk) == before
    redo(desk, "ann", NOW)
    assert state(desk) == after
    assert all(finding.ok for finding in verify(desk))


def test_an_act_that_is_given_up_has_done_nothing(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the act nor its undoing, however far it was; and it can be done afterwards."""
    monkeypatch.setattr(many, "STRETCH", 2)
    keys = tuple(row.key for row in query.first(desk, Filter()))
    for do in (partial(apply, desk, Tag(keys, ("key",))), partial(undo, desk), partial(redo, desk)):
        before = state(desk)
        with pytest.raises(GivenUpError):
            do("ann", NOW, lambda done, _total: done < 4)
        assert state(desk) == before
        do("ann", NOW)
        assert state(desk) != before
