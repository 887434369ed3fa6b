"""Rows of the tables of names, each looked up or made once.

>>> import sqlite3
>>> from store.schema import TABLES
>>> db = sqlite3.connect(":memory:")
>>> _ = db.executescript(TABLES)
>>> names = Names(db)
>>> names.actor("RIA Novosti") == names.actor("RIA Novosti")
True
"""

from __future__ import annotations

import sqlite3

from store.records.keys import folded, sounding

MOST = 100_000
"""Names remembered, some 20 MB; a load of any size needs no more than that."""


class Names:
    """Row ids of sources, actors, places and tags, so many of them remembered.

    Not to be kept over a rollback: what it remembers may then be gone.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._known: dict[tuple[str, str], int] = {}
        self._spellings: set[tuple[int, str]] = set()

    def source(self, name: str) -> int:
        """The id of a source."""
        return self._id("sources", name)

    def actor(self, name: str) -> int:
        """The id of an actor: whoever stands in a chain."""
        return self._id("actors", name)

    def place(self, name: str, spelling: str = "") -> int:
        """The id of a place, which is from now on found under this spelling, too."""
        place = self._id("places", name)
        self._spell(place, name)
        self._spell(place, spelling or name)
        return place

    def tag(self, name: str) -> int:
        """The id of a tag."""
        return self._id("tags", name)

    def _id(self, table: str, name: str) -> int:
        known = self._known.get((table, name))
        if known is None:
            self._make_room()
            known = self._known[table, name] = self._found(table, name) or self._made(table, name)
        return known

    def _make_room(self) -> None:
        if len(self._known) + len(self._spellings) >= MOST:
            self._known.clear()
            self._spellings.clear()

    def _found(self, table: str, name: str) -> int | None:
        found = self.db.execute(f"SELECT id FROM {table} WHERE name = ?", (name,)).fetchone()
        return int(found[0]) if found else None

    def _made(self, table: str, name: str) -> int:
        if table in ("sources", "actors"):
            sql, values = f"INSERT INTO {table} (name, folded) VALUES (?, ?)", (name, folded(name))
            return self.db.execute(sql, values).lastrowid or 0
        return self.db.execute(f"INSERT INTO {table} (name) VALUES (?)", (name,)).lastrowid or 0

    def _spell(self, place: int, spelling: str) -> None:
        if (place, spelling) not in self._spellings:
            self._spellings.add((place, spelling))
            found_by = filter(None, (folded(spelling), sounding(spelling)))
            self.db.executemany(
                "INSERT OR IGNORE INTO place_names (folded, place_id, name) VALUES (?, ?, ?)",
                [(key, place, spelling) for key in found_by],
            )
