"""What claims are listed under: one row for each term that finds a claim, in the timeline's order.

A filter's term is a field and a value. ``claim_terms`` holds for each the claims it finds, newest
first, so that any list, count, facet or page under one term is one stretch of one table, and under
several a stretch of the rarest with the others looked up. It is made from the other tables: the
view ``claim_terms_wanted`` says how, and ``store.records.filing`` keeps it so. Flag and source go
along in each row, because nearly every question asks for them.

>>> FIELDS["actor"]
5
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

FIELDS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, name in enumerate(
            (
                *("every", "flag", "verdict", "tag", "source", "actor"),
                *("origin", "place", "caution", "hedge", "has", "is"),
            )
        )
    }
)
"""The numbers of the fields in ``claim_terms``; each claim stands once under "every", value 0."""

HAS: Mapping[str, int] = MappingProxyType({"note": 1, "tag": 2, "verdict": 3})
IS: Mapping[str, int] = MappingProxyType({"seen": 1, "lost": 2, "corrected": 3})
"""The values of the fields "has" and "is"."""

TERMS = """
-- Numbers for words that are no names: flags, verdicts, cautions, hedges.
CREATE TABLE labels (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- value: the id of a label, tag, source, actor or place. lane as in claims; flag: a label's id.
CREATE TABLE claim_terms (
    field INTEGER NOT NULL,
    value INTEGER NOT NULL,
    newest INTEGER NOT NULL,
    claim_id INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    flag INTEGER NOT NULL,
    source INTEGER NOT NULL,
    PRIMARY KEY (field, value, newest, claim_id)
) WITHOUT ROWID;

-- How many claims a term finds, and how many stand under a heading (whose slot is newest >> 15):
-- what the timeline, its histogram and the facets show before anything is counted.
CREATE TABLE term_counts (
    field INTEGER NOT NULL,
    value INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    PRIMARY KEY (field, value, lane)
) WITHOUT ROWID;
CREATE TABLE heading_counts (
    slot INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    PRIMARY KEY (slot, lane)
) WITHOUT ROWID;

CREATE TRIGGER claim_terms_insert AFTER INSERT ON claim_terms BEGIN
    INSERT INTO term_counts VALUES (new.field, new.value, new.lane, 1)
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_terms_delete AFTER DELETE ON claim_terms BEGIN
    UPDATE term_counts SET claims = claims - 1
    WHERE field = old.field AND value = old.value AND lane = old.lane;
END;
CREATE TRIGGER claim_terms_insert_heading AFTER INSERT ON claim_terms WHEN new.field = 0 BEGIN
    INSERT INTO heading_counts VALUES (new.newest >> 15, new.lane, 1)
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_terms_lane AFTER UPDATE OF lane ON claim_terms BEGIN
    UPDATE term_counts SET claims = claims - 1
    WHERE field = old.field AND value = old.value AND lane = old.lane;
    INSERT INTO term_counts VALUES (new.field, new.value, new.lane, 1)
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_terms_lane_heading
AFTER UPDATE OF lane ON claim_terms WHEN new.field = 0 BEGIN
    UPDATE heading_counts SET claims = claims - 1
    WHERE slot = old.newest >> 15 AND lane = old.lane;
    INSERT INTO heading_counts VALUES (new.newest >> 15, new.lane, 1)
    ON CONFLICT DO UPDATE SET claims = claims + 1;
END;
CREATE TRIGGER claim_terms_delete_heading AFTER DELETE ON claim_terms WHEN old.field = 0 BEGIN
    UPDATE heading_counts SET claims = claims - 1
    WHERE slot = old.newest >> 15 AND lane = old.lane;
END;
"""


class Branch(NamedTuple):
    """Where the terms of a field come from: the value, the tables and the condition, in SQL."""

    field: str
    value: str
    tables: str = "claims"
    condition: str = "TRUE"

    def sql(self, these: str = "TRUE") -> str:
        """The rows of ``claim_terms`` that the branch wants, of all claims or of ``these``."""
        return f"""
SELECT DISTINCT {FIELDS[self.field]} AS field, {self.value} AS value, newest, claims.id AS claim_id,
    lane, (SELECT labels.id FROM labels WHERE name = flag) AS flag, source_id AS source
FROM {self.tables} WHERE {self.condition} AND {these}"""


def _label(column: str) -> str:
    return f"(SELECT labels.id FROM labels WHERE name = {column})"


def _with(table: str) -> str:
    return f"claims JOIN {table} ON {table}.claim_id = claims.id"


BRANCHES: tuple[Branch, ...] = (
    Branch("every", "0"),
    Branch("flag", _label("flag")),
    Branch("verdict", _label("verdict"), condition="verdict IS NOT NULL"),
    Branch("tag", "tag_id", _with("claim_tags")),
    Branch("source", "source_id"),
    Branch("actor", "actor_id", _with("claim_hops"), "in_force = 1"),
    Branch("origin", "origin_id", condition="origin_id IS NOT NULL"),
    Branch("place", "claim_places.place_id", _with("claim_places"), "in_force = 1"),
    Branch("caution", _label("caution"), _with("claim_cautions")),
    Branch("hedge", _label("kind"), _with("claim_hedges")),
    Branch("has", str(HAS["note"]), condition="note <> ''"),
    Branch("has", str(HAS["tag"]), condition="tags <> ''"),
    Branch("has", str(HAS["verdict"]), condition="verdict IS NOT NULL"),
    Branch("is", str(IS["seen"]), condition="seen = 1"),
    Branch("is", str(IS["lost"]), condition="lost = 1"),
    Branch("is", str(IS["corrected"]), _with("corrections")),
)
"""All that a claim is listed under; the one place that says so."""

WANTED = f"""
CREATE VIEW claim_terms_wanted AS
{" UNION ALL ".join(branch.sql() for branch in BRANCHES)};

-- Whatever moves a claim to another lane, its rows go along.
CREATE TRIGGER claims_relist AFTER UPDATE OF lane ON claims WHEN new.lane <> old.lane BEGIN
    UPDATE claim_terms SET lane = new.lane WHERE (field, value, newest, claim_id) IN (
        SELECT field, value, newest, claim_id FROM claim_terms_wanted WHERE claim_id = new.id
    );
END;
-- A claim that goes, in whatever way, is listed no longer.
CREATE TRIGGER claims_unlist BEFORE DELETE ON claims BEGIN
    DELETE FROM claim_terms WHERE (field, value, newest, claim_id) IN (
        SELECT field, value, newest, claim_id FROM claim_terms_wanted WHERE claim_id = old.id
    );
END;
"""
