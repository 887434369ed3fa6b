"""JSON Lines, one document a line with its claims: nothing is left out, and it loads again.

The fields of a line are those that the reader of JSON Lines takes, and ``claims``.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, TextIO

from store.database import Store
from store.edits.brought import Brought, acts_of, as_json, published_before
from store.model import Document, Publication
from store.plain import escaped
from store.query import ClaimCard, Filter, claim, document, ids
from store.readers.values import MORE
from store.records.documents import document_of


def to_jsonl(store: Store, filter: Filter, out: TextIO) -> int:
    """Write the documents of a filter's claims, each with those claims; how many claims.

    Documents come in the order in which the filter first meets them; without terms those that have
    no claims follow. Each claim is written, also where another stands for it on the screen.
    """
    unfolded = replace(filter, scope="unfolded" if filter.scope == "timeline" else filter.scope)
    found: dict[int, list[int]] = defaultdict(list)
    for id, document_id in _owners(store, ids(store, unfolded)):
        found[document_id].append(id)
    if not filter.active:
        for (document_id,) in store.db.execute("SELECT id FROM documents ORDER BY id"):
            found.setdefault(document_id, [])
    decided = _Decided.on(store, found)
    for document_id, claims in found.items():
        line = _line(store, document_id, claims, decided)
        out.write(f"{escaped(json.dumps(line, ensure_ascii=False))}\n")
    return sum(map(len, found.values()))


@dataclass(frozen=True, slots=True)
class _Decided:
    """What was decided on documents, by identity: acts, and the publication date before them."""

    acts: Mapping[str, Sequence[Brought]]
    before: Mapping[str, Publication | None]

    @classmethod
    def on(cls, store: Store, documents: Iterable[int]) -> _Decided:
        rows = store.db.execute("SELECT id, identity FROM documents")
        wanted = set(documents)
        identities = [identity for id, identity in rows if id in wanted]
        return cls(acts_of(store, identities), published_before(store))


def _owners(store: Store, ids: Sequence[int]) -> list[tuple[int, int]]:
    owners = dict(
        store.db.execute(
            "SELECT id, document_id FROM claims WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    )
    return [(id, owners[id]) for id in ids]


def _line(
    store: Store, document_id: int, claims: Sequence[int], decided: _Decided
) -> dict[str, Any]:
    view = document(store, document_id)
    read = document_of(store.db, document_id)
    assert view is not None
    line: dict[str, Any] = {"name": read.name, "text": read.text}
    if read.raw != read.text.encode():
        line["raw"] = base64.b64encode(read.raw).decode()
    line |= {"title": view.title, "title_span": read.title, "skipped": read.skipped}
    line |= {"source": read.source, "author": read.author, "url": read.url}
    line |= {"language": read.language, "identity": view.identity, "sha256": view.sha256}
    line |= {"source_basis": read.source_basis, "reader": read.reader}
    line |= _published(read, decided.before.get(view.identity, read.published))
    line |= {name: value for name in MORE if (value := getattr(read, name))}
    if read.passed_on:
        line["passed_on"] = [asdict(hop) for hop in read.passed_on]
    if read.left_out:
        line["left_out"] = read.left_out
    cards = [card for id in claims if (card := claim(store, id)) is not None]
    line |= {"reliability": view.reliability, "claims": [_claim(card) for card in cards]}
    acts = decided.acts.get(view.identity, ())
    return line | ({"acts": [as_json(act) for act in acts]} if acts else {})


def _published(read: Document, published: Publication | None) -> dict[str, Any]:
    """The publication date before anybody corrected it, and what the document states otherwise."""
    fields: dict[str, Any] = {}
    if published is not None:
        fields |= {"published": published.edtf, "published_basis": published.basis}
        fields |= {"published_zone": published.zone} if published.zone is not None else {}
        fields |= {"published_how": published.how} if published.how else {}
    if read.stated is not None:
        fields |= {"stated": read.stated.edtf, "stated_basis": read.stated.basis}
    return fields


def _claim(card: ClaimCard) -> dict[str, Any]:
    """All of a card by field; row ids and headings mean nothing outside this store."""
    row = card.row._asdict()
    for name in ("id", "document", "heading", "unseen", "has_note"):
        del row[name]
    rest = asdict(card)
    del rest["row"]
    for relation in rest["relations"]:
        del relation["claim"]
    return row | rest
