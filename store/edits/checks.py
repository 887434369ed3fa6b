"""Whether an edit can be done at all: its claims exist, its values are such as can be.

Raises an EditError; changes nothing.
"""

from __future__ import annotations

import json
import re
from typing import get_args

from store import edtf
from store.database import Store
from store.edits.errors import (
    BadValueError,
    EditError,
    NoSuchClaimError,
    NoSuchDocumentError,
    NoSuchSourceError,
    ReadOnlyError,
)
from store.edits.values import (
    AddClaim,
    Edit,
    Forget,
    Grade,
    Judge,
    Publish,
    Rate,
    Rechain,
    Redate,
    Relocate,
    RemoveClaim,
    Respan,
    Tag,
)
from store.errors import SAVED, DamagedStoreError
from store.model import Span, Verdict

# No space, comma or quotation mark, and no sign that means something before a tag.
_TAG = re.compile(r"[^\s,\"~-][^\s,\"*]*")


def check(store: Store, edit: Edit) -> None:
    """Raise the EditError that says why an edit cannot be done, if so."""
    check_writable(store)
    _check_names(store, edit)
    problem = _problem(store, edit)
    if problem is not None:
        raise problem


def check_writable(store: Store) -> None:
    """Raise an error that says why nothing can be decided in a store, if so."""
    if store.damage:
        raise DamagedStoreError(store.path, store.damage, SAVED)
    if store.readonly:
        raise ReadOnlyError(store.path)


def _check_names(store: Store, edit: Edit) -> None:
    if isinstance(edit, (AddClaim, Publish, Forget)):
        _check_document(store, edit.document)
    elif isinstance(edit, Rate):
        if not store.db.execute("SELECT 1 FROM sources WHERE name = ?", (edit.source,)).fetchone():
            raise NoSuchSourceError(edit.source)
    elif isinstance(edit, (Respan, RemoveClaim)):
        _check_keys(store, (edit.key,))
    else:
        _check_keys(store, edit.keys)


def _check_document(store: Store, identity: str) -> None:
    if not store.db.execute("SELECT 1 FROM documents WHERE identity = ?", (identity,)).fetchone():
        raise NoSuchDocumentError(identity)


def _check_keys(store: Store, keys: tuple[str, ...]) -> None:
    missing = store.db.execute(
        """
        SELECT value FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM claims WHERE claims.key = value)
        """,
        (json.dumps(sorted(keys)),),
    ).fetchone()
    if missing:
        raise NoSuchClaimError(missing[0])


def _problem(store: Store, edit: Edit) -> EditError | None:
    match edit:
        case Judge(verdict=str(verdict)) if verdict not in get_args(Verdict):
            return BadValueError(verdict, f"a verdict is one of {', '.join(get_args(Verdict))}")
        case Tag():
            return _bad_tag(edit)
        case Grade():
            return _bad_letter(edit.letter or "") or _bad_digit(edit.digit or "")
        case Rate():
            return _bad_letter(edit.letter or "")
        case Redate(edtf=str(value)) | Publish(edtf=str(value)):
            return _bad_date(value)
        case Relocate(places=tuple(names)) | Rechain(chain=tuple(names)):
            return _bad_name(names)
        case Respan(span=Span()) | AddClaim():
            return _bad_span(store, edit)
        case RemoveClaim():
            return _not_by_hand(store, edit.key)
    return None


def _bad_tag(edit: Tag) -> EditError | None:
    for tag in (*edit.add, *edit.remove):
        if not _TAG.fullmatch(tag):
            return BadValueError(tag, "a tag is one word, without spaces, commas, quotes or *")
    both = set(edit.add) & set(edit.remove)
    return BadValueError(min(both), "it cannot be put on and taken off at once") if both else None


def _bad_letter(letter: str) -> EditError | None:
    good = not letter or re.fullmatch("[A-F]", letter)
    return None if good else BadValueError(letter, "a source's letter is one of A to F")


def _bad_digit(digit: str) -> EditError | None:
    good = not digit or re.fullmatch("[1-6]", digit)
    return None if good else BadValueError(digit, "a claim's digit is one of 1 to 6")


def _bad_date(value: str) -> EditError | None:
    problem = edtf.parse(value)
    if isinstance(problem, edtf.EdtfProblem):
        return BadValueError(value, f"a date is written in EDTF, like 2025-07-31 ({problem})")
    return None


def _bad_name(names: tuple[str, ...]) -> EditError | None:
    empty = any(not name.strip() for name in names)
    return BadValueError("", "a name has at least one letter") if empty else None


def _bad_span(store: Store, edit: Respan | AddClaim) -> EditError | None:
    text = _text(store, edit)
    span = edit.span
    if span is None or (0 <= span.start < span.end <= len(text) and span.cut(text).strip()):
        return None
    return BadValueError(f"{span.start}-{span.end}", "a claim covers some words of its document")


def _text(store: Store, edit: Respan | AddClaim) -> str:
    sql, name = (
        (_TEXT_OF_CLAIM, edit.key)
        if isinstance(edit, Respan)
        else (_TEXT_OF_DOCUMENT, edit.document)
    )
    return str(store.db.execute(sql, (name,)).fetchone()[0])


def _not_by_hand(store: Store, key: str) -> EditError | None:
    (by_hand,) = store.db.execute("SELECT by_hand FROM claims WHERE key = ?", (key,)).fetchone()
    if by_hand:
        return None
    return BadValueError(key, "only a claim that was added by hand can be removed; hide it")


_TEXT_OF_CLAIM = """
SELECT text FROM texts JOIN claims ON claims.document_id = texts.document_id WHERE key = ?
"""
_TEXT_OF_DOCUMENT = """
SELECT text FROM texts JOIN documents ON documents.id = texts.document_id WHERE identity = ?
"""
