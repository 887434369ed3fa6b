"""Applying, undoing and doing again: each act and its journal entry in one transaction."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from store import journal
from store.database import Store
from store.edits import corrections, decisions, documents
from store.edits.checks import check, check_writable
from store.edits.many import GoOn, done_in_stretches, ids_of, keys_of
from store.edits.values import (
    AddClaim,
    Edit,
    Forget,
    Grade,
    Hide,
    Judge,
    Note,
    NothingToUndo,
    Publish,
    Rate,
    Rechain,
    Redate,
    Relocate,
    RemoveClaim,
    Respan,
    Tag,
    Unchanged,
)
from store.edits.words import sentence
from store.edits.written import read, written
from store.journal import Entry


def _always(_done: int, _total: int) -> bool:
    return True


def apply(
    store: Store, edit: Edit, who: str, now: datetime, go_on: GoOn = _always
) -> Entry | Unchanged:
    """Do an edit and journal it; an edit that changes nothing is not journalled.

    Raises an EditError where the edit cannot be done. A new act ends what could be done again.
    ``go_on`` hears every few thousand claims how far it is; where it says no, GivenUpError is
    raised and nothing has changed.
    """
    with store.transaction():
        check(store, edit)
        inverse = done_in_stretches(store, [edit], _do, go_on)
        if not inverse and not isinstance(edit, Forget):
            return Unchanged()
        return journal.append(
            store,
            now=now,
            who=who,
            kind="act",
            sentence=sentence(edit, _title(store, edit)),
            edit=written([edit]),
            inverse=written(inverse),
        )


def _title(store: Store, edit: Edit) -> str:
    """What a person calls the document of an edit; "" where it names none, or none that is left."""
    if not isinstance(edit, (AddClaim, Publish)):
        return ""
    sql = "SELECT iif(title = '', name, title) FROM documents WHERE identity = ?"
    found = store.db.execute(sql, (edit.document,)).fetchone()
    return str(found[0]) if found else ""


def perform(store: Store, edit: Edit) -> tuple[Edit, ...]:
    """Change the tables; the edits that would change them back."""
    return _do(store, edit, ids_of(store, keys_of(edit)))


def _do(store: Store, edit: Edit, ids: Sequence[int]) -> tuple[Edit, ...]:
    """An edit done, to claims with these row ids where it is on any number."""
    if act := _ON_CLAIMS.get(type(edit)):
        inverse: tuple[Edit, ...] = act(store, edit, ids)
    else:
        inverse = _ON_ONE[type(edit)](store, edit)
    return inverse


def undo(store: Store, who: str, now: datetime, go_on: GoOn = _always) -> Entry | NothingToUndo:
    """Undo the last act that stands, in this session or an earlier one; ``go_on`` as in apply."""
    check_writable(store)
    with store.transaction():
        act = _last_to_undo(store)
        if act is None:
            return NothingToUndo("There is nothing to undo.")
        return _again(store, act, "undo", who, now, go_on)


def redo(store: Store, who: str, now: datetime, go_on: GoOn = _always) -> Entry | NothingToUndo:
    """Do again what was undone last, unless something else was done since; as in apply."""
    check_writable(store)
    with store.transaction():
        number = journal.next_to_redo(store)
        if number is None:
            return NothingToUndo("There is nothing to do again.")
        act = journal.entry(store, number)
        return _again(store, act, "redo", who, now, go_on)


def touched(entry: Entry) -> tuple[str, ...]:
    """The keys of the claims that an entry speaks of, those it added or removed included."""
    found: dict[str, None] = {}
    for edit in (*read(entry.edit), *read(entry.inverse)):
        if isinstance(edit, (Respan, RemoveClaim)):
            found[edit.key] = None
        elif not isinstance(edit, (AddClaim, Publish, Rate, Forget)):
            found.update(dict.fromkeys(edit.keys))
    return tuple(found)


def _last_to_undo(store: Store) -> Entry | None:
    """The last act that stands and whose claims or document are still here to be put back."""
    number = journal.next_to_undo(store)
    while number is not None:
        act = journal.entry(store, number)
        if any(_is_here(store, edit) for edit in read(act.inverse)):
            return act
        number = journal.next_to_undo(store, before=number)
    return None


def _is_here(store: Store, edit: Edit) -> bool:
    """Whether anything an edit speaks of is in the store; a document may have been forgotten."""
    if isinstance(edit, Rate):
        return True
    if isinstance(edit, (AddClaim, Publish, Forget)):
        return _any(store, "SELECT 1 FROM documents WHERE identity = ?", [edit.document])
    keys = [edit.key] if isinstance(edit, (Respan, RemoveClaim)) else edit.keys
    sql = "SELECT 1 FROM json_each(?) CROSS JOIN claims ON claims.key = value LIMIT 1"
    return _any(store, sql, [json.dumps(keys)])


def _any(store: Store, sql: str, values: Sequence[str]) -> bool:
    return store.db.execute(sql, values).fetchone() is not None


def _again(
    store: Store, act: Entry, kind: journal.Kind, who: str, now: datetime, go_on: GoOn
) -> Entry:
    back = kind == "undo"
    doing, inverse = (act.inverse, act.edit) if back else (act.edit, act.inverse)
    done_in_stretches(store, read(doing), _do, go_on)
    return journal.append(
        store,
        now=now,
        who=who,
        kind=kind,
        sentence=f"{'undid' if back else 'did again'}: {act.sentence}",
        edit=doing,
        inverse=inverse,
        of=act.number,
    )


_ON_CLAIMS: dict[type[Edit], Any] = {
    Judge: decisions.judge,
    Tag: decisions.tag,
    Note: decisions.note,
    Grade: decisions.grade,
    Hide: decisions.hide,
    Redate: corrections.redate,
    Relocate: corrections.relocate,
    Rechain: corrections.rechain,
}
_ON_ONE: dict[type[Edit], Any] = {
    Rate: decisions.rate,
    Respan: corrections.respan,
    Publish: documents.publish,
    AddClaim: documents.add_claim,
    RemoveClaim: documents.remove_claim,
    Forget: documents.forget,
}
