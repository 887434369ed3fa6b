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


class Names:
    """Row ids of sources, actors, places and tags, remembered for as long as one batch lasts.

    Not to be kept over a rollback: what it remembers may then be gone.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._known: dict[tuple[str, str], int] = {}
        self._spellings: set[tuple[int, str]] = set()

    def source(self, name: str) -> int:
        """The id of a source."""
        return self._id(
            ("sources", name),
            "SELECT id FROM sources WHERE name = ?",
            "INSERT INTO sources (name, folded) VALUES (?, ?)",
            (name, folded(name)),
        )

    def actor(self, name: str) -> int:
        """The id of an actor: whoever stands in a chain."""
        return self._id(
            ("actors", name),
            "SELECT id FROM actors WHERE name = ?",
            "INSERT INTO actors (name, folded) VALUES (?, ?)",
            (name, folded(name)),
        )

    def place(self, name: str, spelling: str = "") -> int:
        """The id of a place, which is from now on found under this spelling, too."""
        place = self._id(
            ("places", name),
            "SELECT id FROM places WHERE name = ?",
            "INSERT INTO places (name) VALUES (?)",
            (name,),
        )
        self._spell(place, name)
        self._spell(place, spelling or name)
        return place

    def tag(self, name: str) -> int:
        """The id of a tag."""
        return self._id(
            ("tags", name),
            "SELECT id FROM tags WHERE name = ?",
            "INSERT INTO tags (name) VALUES (?)",
            (name,),
        )

    def _id(self, known: tuple[str, str], find: str, make: str, values: tuple[str, ...]) -> int:
        if known not in self._known:
            row = self.db.execute(find, values[:1]).fetchone()
            self._known[known] = row[0] if row else self.db.execute(make, values).lastrowid or 0
        return self._known[known]

    def _spell(self, place: int, spelling: str) -> None:
        if (place, spelling) not in self._spellings:
            self._spellings.add((place, spelling))
            found_by = filter(None, (folded(spelling), sounding(spelling)))
            self.db.executemany(
                "INSERT OR IGNORE INTO place_names (folded, place_id, name) VALUES (?, ?, ?)",
                [(key, place, spelling) for key in found_by],
            )
