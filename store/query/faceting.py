"""The values of fields among a filter's claims, with their counts.

>>> facets.__name__, faceted.__name__
('facets', 'faceted')
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator, Iterable

from store.database import Store
from store.query.columns import LANES, Columns, places
from store.query.counting import number
from store.query.filter import Field, Filter
from store.query.found import Gathered, gathering
from store.query.plan import EVERY, Plan, number_of, plan
from store.query.values import Facet
from store.schema import FIELDS, HAS, IS


def facets(store: Store, filter: Filter, field: Field) -> list[Facet]:
    """The values of a field among a filter's claims with their counts, the most frequent first.

    The filter's own terms of that field are left out, so that the alternatives can be seen.
    Fields without a list of values (words, text, date, doc) have none.
    """
    return next(faceted(store, filter, [field]))[1]


def faceted(
    store: Store, filter: Filter, fields: Iterable[Field]
) -> Generator[tuple[Field, list[Facet]]]:
    """The same of several fields, each as soon as it is counted; all are of one moment.

    What they have in common is looked for once, and a field is asked for when the one before was
    taken. The moment lasts until the last was taken, or until this is closed.
    """
    with store.reading(), gathering(store.db) as gathered:
        counting = _Counting(gathered)
        for field in fields:
            counted = counting.of(field, plan(gathered, filter, leaving=field))
            there = (Facet(value, claims) for value, claims in counted.items() if claims)
            yield field, sorted(there, key=lambda facet: (-facet.claims, facet.value))


class _Counting:
    """Counts fields; those that leave out no term of the filter are counted of the same claims."""

    def __init__(self, gathered: Gathered) -> None:
        self.db = gathered.db
        self._columns: dict[Plan, Columns] = {}

    def of(self, field: Field, found: Plan) -> Counter[str]:
        """The values of a field and their claims, by name."""
        match field:
            case "grade":
                return self._grades(found)
            case "has":
                return self._known("has", found)
            case "is":
                return self._known("is", found) + self._standing(found)
            case "verdict":
                named = self._named(field, found)
                return named + Counter(none=number(self.db, found) - named.total())
        return self._named(field, found) if field in _NAMES else Counter()

    def _named(self, field: Field, found: Plan) -> Counter[str]:
        counted = self._counted(field, found)
        sql = f"SELECT id, name FROM {_NAMES[field]} WHERE id IN (SELECT value FROM json_each(?))"
        names = self.db.execute(sql, (json.dumps(list(counted)),))
        return Counter({name: counted[value] for value, name in names})

    def _known(self, field: Field, found: Plan) -> Counter[str]:
        counted = self._counted(field, found)
        return Counter({name: counted[value] for name, value in _VALUES[field].items()})

    def _standing(self, found: Plan) -> Counter[str]:
        """How many are unseen, and how many stand where the timeline does not go."""
        seen = self._counted("is", found)[IS["seen"]]
        lanes = self._lanes(found)
        there = sum(lanes[lane] for lane in found.lanes)
        return Counter({"unseen": there - seen, **{n: lanes[lane] for n, lane in _LANES.items()}})

    def _lanes(self, found: Plan) -> Counter[int]:
        """How many claims there are in each lane."""
        counted: Counter[int] = Counter()
        if found.simple and found.value:
            return Counter({n: number_of(self.db, [found.value], (n,)) for n in LANES})
        for (_, lane), claims in places(self.db, found).items():
            counted[lane] += claims
        return counted

    def _counted(self, field: Field, found: Plan) -> Counter[int]:
        """The numbers of a field's values and their claims."""
        if found.simple and found.value == EVERY:
            lanes = ", ".join(map(str, found.lanes))
            return Counter(dict(self.db.execute(_WRITTEN.format(FIELDS[field], lanes))))
        return self._of(found).counted(FIELDS[field])

    def _of(self, found: Plan) -> Columns:
        if found not in self._columns:
            self._columns[found] = Columns(self.db, found)
        return self._columns[found]

    def _grades(self, found: Plan) -> Counter[str]:
        """By sources, whose letter nearly all claims have; then the few that have their own.

        To look every claim's grade up would be to read all claims.
        """
        letters = dict(self.db.execute("SELECT id, coalesce(reliability, 'F') FROM sources"))
        counted: Counter[str] = Counter()
        for source, claims in self._counted("source", found).items():
            counted[f"{letters[source]}6"] += claims
        for _, source, letter, digit in self._of(found).among(self.db.execute(_GRADED)):
            counted[f"{letters[source]}6"] -= 1
            counted[f"{letter or letters[source]}{digit or 6}"] += 1
        return counted


_VALUES: dict[Field, dict[str, int]] = {"has": dict(HAS), "is": dict(IS)}
_LANES = {"analysis": 1, "hidden": 2, "folded": 3}
_NAMES: dict[Field, str] = {
    **dict.fromkeys(("flag", "verdict", "caution", "hedge"), "labels"),
    **dict.fromkeys(("actor", "origin"), "actors"),
    "tag": "tags",
    "source": "sources",
    "place": "places",
}
_WRITTEN = """
SELECT value, sum(claims) AS claims FROM term_counts
WHERE field = {} AND lane IN ({}) GROUP BY value
"""
_GRADED = """
SELECT id, source_id, letter, digit FROM claims INDEXED BY claims_graded
WHERE letter IS NOT NULL OR digit IS NOT NULL
"""
