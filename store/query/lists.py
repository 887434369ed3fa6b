"""Lists of claims under a filter: ordered ids, headings, rows, positions."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from typing import Any

from store.database import Store
from store.query.filter import Filter, FilterProblem
from store.query.language import parse
from store.query.values import Heading, Row
from store.query.where import where
from store.timeline import heading_of_newest, heading_of_oldest, newest_on, oldest_on


def ids(store: Store, filter: Filter) -> array[int]:
    """The row ids of a filter's claims, in its order."""
    sql, parameters = where(filter)
    rows = store.db.execute(
        f"SELECT id FROM claims WHERE {sql} ORDER BY {filter.order}, id", parameters
    )
    return array("q", (row[0] for row in rows))


def first(store: Store, filter: Filter, limit: int = 50) -> list[Row]:
    """The first rows of a filter, without a list of all."""
    sql, parameters = where(filter)
    found = store.db.execute(
        f"SELECT id FROM claims WHERE {sql} ORDER BY {filter.order}, id LIMIT ?",
        (*parameters, limit),
    )
    return rows(store, [row[0] for row in found])


def count(store: Store, filter: Filter) -> int:
    """How many claims a filter has."""
    sql, parameters = where(filter)
    found = store.db.execute(f"SELECT count(*) FROM claims WHERE {sql}", parameters).fetchone()
    return int(found[0])


def headings(store: Store, filter: Filter) -> list[Heading]:
    """Where headings stand in the list of a filter; no row is read for it."""
    sql, parameters = where(filter)
    heading_of = heading_of_newest if filter.order == "newest" else heading_of_oldest
    found: list[Heading] = []
    for position, (packed,) in enumerate(
        store.db.execute(
            f"SELECT {filter.order} FROM claims WHERE {sql} ORDER BY {filter.order}, id",
            parameters,
        )
    ):
        number = heading_of(packed)
        if not found or found[-1].heading != number:
            found.append(Heading(position, number))
    return found


def position_of_date(store: Store, filter: Filter, day: str) -> int:
    """Where a filter's list reaches an ISO day: the number of claims that stand before it."""
    sql, parameters = where(filter)
    start = newest_on(day) if filter.order == "newest" else oldest_on(day)
    found = store.db.execute(
        f"SELECT count(*) FROM claims WHERE {sql} AND {filter.order} < ?", (*parameters, start)
    ).fetchone()
    return int(found[0])


def hits(store: Store, filter: Filter, line: str) -> array[int] | FilterProblem:
    """The claims of a filter that match a search line too, in the filter's order."""
    searched = parse(line, typing=True)
    if isinstance(searched, FilterProblem):
        return searched
    sql, parameters = where(filter)
    more, further = where(Filter(searched.terms, scope="all", selected=filter.selected))
    found = store.db.execute(
        f"SELECT id FROM claims WHERE {sql} AND {more} ORDER BY {filter.order}, id",
        (*parameters, *further),
    )
    return array("q", (row[0] for row in found))


def rows(store: Store, ids: Sequence[int]) -> list[Row]:
    """The rows of claims in the order asked; ids that are gone are left out."""
    found = {
        row[0]: _row(row)
        for row in store.db.execute(
            f"{_ROWS} WHERE claims.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    }
    return [found[id] for id in ids if id in found]


def _row(columns: Sequence[Any]) -> Row:
    id, key, document, oldest, edtf, earliest, latest, granularity, basis = columns[:9]
    flag, verdict, grade, place, quote, origin, source, tags, corrected = columns[9:18]
    has_note, timeline, hidden, unseen, by_hand, lost = map(bool, columns[18:24])
    return Row(
        id=id,
        key=key,
        document=document,
        heading=heading_of_oldest(oldest),
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
SELECT claims.id, key, document_id, oldest, edtf, earliest, latest, granularity, basis,
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
