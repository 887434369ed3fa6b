"""The values of all claims in a field, side by side, for counting very many claims at once.

A search that finds 200 000 claims, or a flag that 270 000 have: to look each up in a table takes a
microsecond, to pick its value out of a column of them a tenth of it.

>>> FILL.split()[:3]
['INSERT', 'INTO', 'claim_columns']
"""

from __future__ import annotations

from store.cells import STRETCH

COLUMNS = """
-- field: as in claim_terms; nth: 0 for a claim's least value, 1 for the next, and so on. cells: 4
-- bytes for each of 1024 claims (claim_id / 1024 = stretch), its value, 0 for none; under field 0
-- 8 bytes say where the claim stands, its heading's slot and its lane: (newest >> 15) << 3 |
-- (lane + 1). What has no row is 0 throughout.
CREATE TABLE claim_columns (
    field INTEGER NOT NULL,
    stretch INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    cells BLOB NOT NULL,
    PRIMARY KEY (field, stretch, nth)
);
"""

PLACE = "newest >> 15 << 3 | lane + 1"
"""What stands in the cells of the field "every"."""

WANTED_COLUMNS = f"""
SELECT field, claim_id / {STRETCH} AS stretch, nth, cells(field, claim_id, value) AS cells FROM (
    SELECT field, value, claim_id,
        row_number() OVER (PARTITION BY field, claim_id ORDER BY value) - 1 AS nth
    FROM claim_terms WHERE field > 0
    UNION ALL SELECT 0, {PLACE}, claim_id, 0 FROM claim_terms WHERE field = 0
) GROUP BY 1, 2, 3
"""
"""What ``claim_columns`` should hold; the function ``cells`` is in ``store.cells``."""

FILL = f"INSERT INTO claim_columns {WANTED_COLUMNS};"
