"""Lists of claims under a filter: ordered ids, headings, rows, positions."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from store.database import Store
from store.query.counting import number
from store.query.filter import Filter, FilterProblem
from store.query.firsts import first_ids
from store.query.found import gathering
from store.query.language import parse
from store.query.listing import listed
from store.query.plan import plan
from store.query.values import Heading, Row
from store.timeline import heading_of

# Ids read at a time: the statement is short, and others may read in between.
_STRETCH = 50_000


def ids(store: Store, filter: Filter, within: Filter | None = None) -> array[int]:
    """The row ids of a filter's claims, in its order; ``within`` is the filter of the list."""
    with listed(store, filter, within) as found:
        gathered = array("q")
        for start in range(0, len(found), _STRETCH):
            gathered.extend(found.ids(start, start + _STRETCH))
        return gathered


def first(store: Store, filter: Filter, limit: int = 50) -> list[Row]:
    """The first rows of a filter, without a list of all."""
    return rows(store, first_ids(store, filter, limit))


def count(store: Store, filter: Filter) -> int:
    """How many claims a filter has."""
    with store.reading(), gathering(store.db) as gathered:
        return number(store.db, plan(gathered, filter))


def headings(store: Store, filter: Filter) -> list[Heading]:
    """Where headings stand in the list of a filter; no row is read for it."""
    with listed(store, filter) as found:
        return [
            Heading(start, heading)
            for start, (heading, _) in zip(found.starts, found.headings(), strict=False)
        ]


def position_of_date(store: Store, filter: Filter, day: str) -> int:
    """Where a filter's list reaches an ISO day: the number of claims that stand before it."""
    with listed(store, filter) as found:
        return found.position_of_day(day)


def searched(filter: Filter, line: str) -> Filter | FilterProblem:
    """The filter narrowed by a search line, whatever that line says of order and scope."""
    asked = parse(line, typing=True)
    if isinstance(asked, FilterProblem):
        return asked
    return replace(filter, terms=(*filter.terms, *asked.terms))


def hits(store: Store, filter: Filter, line: str) -> array[int] | FilterProblem:
    """The claims of a filter that match a search line too, in the filter's order."""
    wanted = searched(filter, line)
    return wanted if isinstance(wanted, FilterProblem) else ids(store, wanted, filter)


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
