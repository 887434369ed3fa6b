"""What servers said the last time, kept in the store.

>>> recall.__name__, note.__name__
('recall', 'note')
"""

from __future__ import annotations

from store.database import Store
from store.web.values import Visit


def recall(store: Store, url: str) -> Visit:
    """The last visit to an address; an empty one where there was none."""
    found = store.db.execute(
        "SELECT etag, modified, at, retry FROM visits WHERE url = ?", (url,)
    ).fetchone()
    return Visit(*found) if found else Visit()


def note(store: Store, url: str, visit: Visit, problem: str = "") -> None:
    """Keep what came of a visit; ``problem`` is the sentence of a refusal."""
    if store.readonly:
        return
    with store.transaction() as db:
        db.execute(
            "INSERT OR REPLACE INTO visits (url, etag, modified, at, retry, problem) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (url, visit.etag, visit.modified, visit.at, visit.retry, problem),
        )
