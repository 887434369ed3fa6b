"""The journal: its chain of hashes, and whether what is shown is what it tells.

The journal holds every decision, so folding it says what has to stand on each claim, source and
document; a verdict that was written into the file from outside shows here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from store.database import Store
from store.edits.values import (
    Edit,
    Forget,
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
from store.edits.written import read
from store.journal import broken, entries

Decided = dict[str, Any]


@dataclass
class _Told:
    """What the journal tells so far: of claims by key, sources by name, documents by identity."""

    documents_of: dict[str, str]
    claims: dict[str, Decided] = field(default_factory=lambda: defaultdict(dict))
    sources: dict[str, str | None] = field(default_factory=dict)
    documents: dict[str, str | None] = field(default_factory=dict)


def journal(store: Store) -> Iterator[str]:
    """The first entry that does not follow from the one before it."""
    entry = broken(store)
    if entry is not None:
        yield f"entry {entry.number} does not follow from the one before it"


def decisions(store: Store) -> Iterator[str]:
    """Claims, sources and documents on which something else stands than the journal tells."""
    told = _told(store)
    shown = dict(_shown(store))
    for key in sorted(told.claims.keys() | shown.keys()):
        for name in sorted(_differing(told.claims.get(key, {}), shown.get(key))):
            yield f"the {name} of claim {key} is not what the journal tells"
    for name, letter in store.db.execute("SELECT name, reliability FROM sources ORDER BY id"):
        if told.sources.get(name) != letter:
            yield f"the reliability of {name} is not what the journal tells"
    for identity, name, published in store.db.execute(_PUBLISHED):
        if told.documents.get(identity, published) != published:
            yield f"the publication date of {name} is not what the journal tells"


def orphaned(store: Store) -> Iterator[str]:
    """The keys of claims that are not here though the journal tells of decisions on them."""
    told = _told(store)
    for key in sorted(told.claims.keys() - told.documents_of.keys()):
        if any(told.claims[key].values()):
            yield key


def _differing(told: Decided, shown: Decided | None) -> Iterator[str]:
    if shown is None:
        yield from ("presence",) if any(told.values()) else ()
        return
    for name in told.keys() | shown.keys():
        if (told.get(name) or None) != (shown.get(name) or None):
            yield name


def _told(store: Store) -> _Told:
    told = _Told(dict(store.db.execute(_OWNERS)))
    for entry in entries(store):
        for edit in read(entry.edit):
            _tell(told, edit)
    return told


def _tell(told: _Told, edit: Edit) -> None:
    match edit:
        case Rate():
            told.sources[edit.source] = edit.letter
        case Publish():
            told.documents[edit.document] = edit.edtf
        case Forget():
            _forget(told, edit.document)
        case RemoveClaim():
            told.claims.pop(edit.key, None)
        case Respan():
            told.claims[edit.key]["span"] = edit.span and list(edit.span)
        case Judge() | Tag() | Note() | Grade() | Hide() | Redate() | Relocate() | Rechain():
            for key in edit.keys:
                _decide(told.claims[key], edit)


def _forget(told: _Told, document: str) -> None:
    """All that was decided on a document's claims goes with it.

    Which claims they were is known only of those that are here again; of others nothing is asked.
    """
    told.documents.pop(document, None)
    gone = [key for key in told.claims if told.documents_of.get(key, document) == document]
    for key in gone:
        del told.claims[key]


def _decide(decided: Decided, edit: Edit) -> None:
    match edit:
        case Judge():
            decided["verdict"] = edit.verdict
        case Note():
            decided["note"] = edit.text
        case Hide():
            decided["hiding"] = edit.hidden
        case Tag():
            decided["tags"] = (decided.get("tags", set()) | set(edit.add)) - set(edit.remove)
        case Grade():
            halves = {"letter": edit.letter, "digit": edit.digit}
            decided.update({name: half for name, half in halves.items() if half is not None})
        case Redate():
            decided["date"] = edit.edtf
        case Rechain():
            decided["chain"] = None if edit.chain is None else (list(edit.chain), True)
        case Relocate():
            # Under which canonical names they are kept is the vocabulary's matter.
            decided["place"] = edit.places is not None


def _shown(store: Store) -> Iterator[tuple[str, Decided]]:
    """What stands on each claim that is there."""
    for key, verdict, letter, digit, note, hidden, tags, corrections in store.db.execute(_SHOWN):
        shown = {"verdict": verdict, "letter": letter, "digit": digit, "note": note}
        shown |= {"hiding": bool(hidden), "tags": set(tags.split())}
        for name, value in json.loads(corrections).items():
            shown[name] = _correction(name, value)
        yield key, shown


def _correction(name: str, value: str) -> Any:
    match name:
        case "place":
            return True
        case "chain":
            return json.loads(value), True
        case "span":
            return json.loads(value)
    return value


_OWNERS = """
SELECT key, identity FROM claims JOIN documents ON documents.id = claims.document_id
"""
_PUBLISHED = "SELECT identity, name, published FROM documents ORDER BY id"
_SHOWN = """
SELECT key, verdict, letter, digit, note, hidden, tags, (
    SELECT json_group_object(field, value) FROM corrections WHERE claim_id = claims.id
) FROM claims
"""
