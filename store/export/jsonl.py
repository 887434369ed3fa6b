"""JSON Lines, one document a line with its claims: nothing is left out, and it loads again.

The fields of a line are those that the reader of JSON Lines takes, and ``claims``.
"""

from __future__ import annotations

import base64
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TextIO

from store.database import Store
from store.query import ClaimCard, Filter, claim, document, ids
from store.records.documents import document_of


def to_jsonl(store: Store, filter: Filter, out: TextIO) -> int:
    """Write the documents of a filter's claims, each with those claims; how many claims.

    Documents come in the order in which the filter first meets them.
    """
    found: dict[int, list[int]] = defaultdict(list)
    for id, document_id in _owners(store, ids(store, filter)):
        found[document_id].append(id)
    for document_id, claims in found.items():
        out.write(json.dumps(_line(store, document_id, claims), ensure_ascii=False) + "\n")
    return sum(map(len, found.values()))


def _owners(store: Store, ids: Sequence[int]) -> list[tuple[int, int]]:
    owners = dict(
        store.db.execute(
            "SELECT id, document_id FROM claims WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    )
    return [(id, owners[id]) for id in ids]


def _line(store: Store, document_id: int, claims: Sequence[int]) -> dict[str, Any]:
    view = document(store, document_id)
    read = document_of(store.db, document_id)
    assert view is not None
    line: dict[str, Any] = {"name": read.name, "text": read.text}
    if read.raw != read.text.encode():
        line["raw"] = base64.b64encode(read.raw).decode()
    line |= {"title": view.title, "title_span": read.title, "skipped": read.skipped}
    line |= {"source": read.source, "author": read.author, "url": read.url}
    line |= {"language": read.language, "identity": view.identity, "sha256": view.sha256}
    if read.published is not None:
        line |= {"published": read.published.edtf, "published_basis": read.published.basis}
    cards = [card for id in claims if (card := claim(store, id)) is not None]
    return line | {"reliability": view.reliability, "claims": [_claim(card) for card in cards]}


def _claim(card: ClaimCard) -> dict[str, Any]:
    """All of a card by field; row ids and headings mean nothing outside this store."""
    row = asdict(card.row)
    for name in ("id", "document", "heading", "unseen", "has_note"):
        del row[name]
    rest = asdict(card)
    del rest["row"]
    for relation in rest["relations"]:
        del relation["claim"]
    return row | rest
