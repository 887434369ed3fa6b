"""The rows of claims that are named by their ids: one statement for a page of them.

>>> rows.__doc__
'The rows of claims in the order asked; ids that are gone are left out.'
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from store.query.values import Row
from store.timeline import heading_of

if TYPE_CHECKING:
    from store.database import Store


def rows(store: Store, ids: Sequence[int]) -> list[Row]:
    """The rows of claims in the order asked; ids that are gone are left out."""
    found = {
        row[0]: _row(row)
        for row in store.db.execute(
            f"{_ROWS} WHERE claims.id IN (SELECT value FROM json_each(?))",
            (str(list(ids)),),  # JSON, without the time that its import takes
        )
    }
    return [found[id] for id in ids if id in found]


def _row(columns: Sequence[Any]) -> Row:
    id, key, document, newest, edtf, earliest, latest, granularity, basis = columns[:9]
    flag, verdict, grade, place, quote, origin, source, tags, corrected = columns[9:18]
    has_note, timeline, hidden, unseen, by_hand, lost = map(bool, columns[18:24])
    return Row(
        id=id,
        key=key,
        document=document,
        heading=heading_of(newest),
        edtf=edtf,
        earliest=earliest,
        latest=latest,
        granularity=granularity,
        basis=basis,
        flag=flag,
        verdict=verdict,
        grade=grade,
        place=place,
        quote=quote,
        origin=origin,
        source=source,
        tags=tuple(tags.split()),
        corrected=tuple(corrected.split()),
        has_note=has_note,
        timeline=timeline,
        hidden=hidden,
        unseen=unseen,
        by_hand=by_hand,
        lost=lost,
        others=columns[24],
    )


_ROWS = """
SELECT claims.id, key, document_id, newest, edtf, earliest, latest, granularity, basis,
    flag, coalesce(verdict, ''), coalesce(letter, sources.reliability, 'F') || coalesce(digit, '6'),
    coalesce(places.name, ''), quote, coalesce(actors.name, ''), sources.name,
    tags,
    coalesce((SELECT group_concat(field, ' ') FROM corrections WHERE claim_id = claims.id), ''),
    note <> '', timeline, hidden, NOT seen, by_hand, lost,
    (SELECT count(*) FROM claims AS other WHERE other.told_by = claims.id AND other.lane = 3)
FROM claims
JOIN sources ON sources.id = claims.source_id
LEFT JOIN actors ON actors.id = claims.origin_id
LEFT JOIN places ON places.id = claims.place_id
"""
