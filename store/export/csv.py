"""CSV, one claim a line, for spreadsheets.

>>> defused("=HYPERLINK(1)")
"'=HYPERLINK(1)"
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

from store.database import Store
from store.plain import passage
from store.query import ClaimCard, Filter, claim, ids

COLUMNS = (
    *("key", "date", "earliest", "latest", "date_means", "flag", "verdict", "grade", "place"),
    *("claim", "chain", "origin", "source", "title", "document", "published"),
    *("hedges", "cautions", "tags", "note", "corrected", "on_timeline", "hidden"),
)
# A spreadsheet takes a cell that begins so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def to_csv(store: Store, filter: Filter, out: TextIO) -> int:
    """Write the claims of a filter in its order; how many. ``out`` is opened with newline=""."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    written = 0
    for line in _lines(store, filter):
        writer.writerow([defused(cell) for cell in line])
        written += 1
    return written


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, without control characters."""
    plain = passage(cell)
    return f"'{plain}" if plain.lstrip().startswith(_FORMULA) else plain


def _lines(store: Store, filter: Filter) -> Iterator[tuple[str, ...]]:
    for id in ids(store, filter):
        card = claim(store, id)
        if card is not None:
            yield (*_claim(card), *_document(store, card), *_decided(card))


def _claim(card: ClaimCard) -> tuple[str, ...]:
    row = card.row
    return (
        *(row.key, row.edtf, row.earliest, row.latest, row.basis, row.flag, row.verdict),
        *(row.grade, "; ".join(dict.fromkeys(place.name for place in card.places)), row.quote),
        *(" ← ".join((row.source, *(hop.name for hop in card.chain))), row.origin, row.source),
    )


def _document(store: Store, card: ClaimCard) -> tuple[str, ...]:
    name, published = store.db.execute(
        "SELECT name, coalesce(published, '') FROM documents WHERE id = ?", (card.row.document,)
    ).fetchone()
    return card.title, name, published


def _decided(card: ClaimCard) -> tuple[str, ...]:
    row = card.row
    return (
        " ".join(dict.fromkeys(hedge.kind for hedge in card.hedges)),
        *(" ".join(card.cautions), " ".join(row.tags), card.note, " ".join(row.corrected)),
        *("yes" if row.timeline else "no", "yes" if row.hidden else "no"),
    )
