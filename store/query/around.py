"""The claims of a filter around a place, before any are counted: what a screen shows at once.

>>> around.__name__
'around'
"""

from __future__ import annotations

from store.database import Store
from store.query.filter import Filter
from store.query.firsts import NEAR, among_hits, first_ids, without_words
from store.query.found import gathering
from store.query.plan import Plan, plan
from store.query.whole import BACKWARDS, UPWARDS


def around(
    store: Store, filter: Filter, claim: int | None, number: int, within: Filter | None = None
) -> tuple[list[int], list[int]]:
    """The row ids of ``number`` claims before the place of a claim, and of as many from it on.

    Of a search there are those among the nearest that are hits: none, or more than ``number``.
    Both are empty where the oldest come first, for there headings are turned and not what is under
    them. ``within`` is a wider filter in whose list they are to be found.
    """
    if filter.order == "oldest":
        return [], []
    row = store.db.execute("SELECT newest FROM claims WHERE id = ?", (claim,)).fetchone()
    if row is None:
        return [], first_ids(store, filter, number)
    others, words = without_words(filter)
    place = f"(c.newest, c.claim_id) {{}} ({row[0]}, {claim})"
    with gathering(store.db) as gathered:
        found = plan(gathered, others, within=within)
        before = _ids(store, found, place.format("<"), BACKWARDS["newest"], number)[::-1]
        looked_at = NEAR if words else number
        behind = _ids(store, found, place.format(">="), UPWARDS["newest"], looked_at)
    hits = set(among_hits(store.db, words, [*before, *behind]))
    return [id for id in before if id in hits], [id for id in behind if id in hits]


def _ids(store: Store, found: Plan, where: str, order: str, number: int) -> list[int]:
    sql = found.sql("c.claim_id", f"AND {where} ORDER BY {order} LIMIT {number}")
    return [id for (id,) in store.db.execute(sql)]
