"""From an older format of the store to the present one, step by step.

>>> [version for version, _ in MIGRATIONS]
[2, 3, 4, 5, 6]
"""

from __future__ import annotations

from store.schema.columns import COLUMNS, FILL
from store.schema.search import SEARCH
from store.schema.tables import INDEXES, LANE
from store.schema.terms import TERMS, WANTED
from store.schema.views import VIEWS

# Documents that tell the same: editions (one address), copies of one wire text (``wire`` is the
# first of them), and the claims folded for it (``told_by`` is the claim that stands for one).
_TO_2 = f"""
ALTER TABLE documents ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN wire INTEGER;
ALTER TABLE documents ADD COLUMN reader TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN edited TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN captured TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';
ALTER TABLE documents ADD COLUMN passed_on TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN left_out TEXT NOT NULL DEFAULT '[]';
ALTER TABLE documents ADD COLUMN stated_how TEXT NOT NULL DEFAULT '';

-- 252 bytes: the least hash in each of 63 bins, by which copies are told (store/sketch.py)
CREATE TABLE sketches (
    document_id INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    sketch BLOB NOT NULL
);
-- Without a reference to documents, which would want a second index as large as the table;
-- forgetting a document takes its rows away.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    PRIMARY KEY (band, document_id)
) WITHOUT ROWID;

ALTER TABLE claims ADD COLUMN told_by INTEGER REFERENCES claims(id) ON DELETE SET NULL;

-- 3 folded: another claim stands for it. What a person has decided on is never folded.
DROP TRIGGER claims_lane_insert;
DROP TRIGGER claims_lane_update;
CREATE TRIGGER claims_lane_insert AFTER INSERT ON claims
WHEN new.lane <> {LANE.format("new.")} BEGIN
    UPDATE claims SET lane = {LANE.format("")} WHERE id = new.id;
END;
CREATE TRIGGER claims_lane_update
AFTER UPDATE OF timeline, hidden, told_by, verdict, tags, note, letter, digit ON claims
WHEN new.lane <> {LANE.format("new.")} BEGIN
    UPDATE claims SET lane = {LANE.format("")} WHERE id = new.id;
END;

-- the editions of a document
CREATE INDEX documents_by_address ON documents (address, id) WHERE address <> '';
-- the documents that run one wire text
CREATE INDEX documents_by_wire ON documents (wire) WHERE wire IS NOT NULL;
-- how many claims are folded under one, and SET NULL when it goes
CREATE INDEX claims_by_told ON claims (told_by) WHERE told_by IS NOT NULL;
-- the timeline unfolded, either way
CREATE INDEX claims_unfolded_by_newest ON claims (hidden, timeline, newest);
CREATE INDEX claims_unfolded_by_oldest ON claims (hidden, timeline, oldest);
-- source:x and origin:x, in which copies differ and so are never folded, and their facets
DROP INDEX claims_by_source;
DROP INDEX claims_by_origin;
CREATE INDEX claims_by_source ON claims (hidden, timeline, source_id, newest);
CREATE INDEX claims_by_origin ON claims (hidden, timeline, origin_id, newest);
"""
# What is followed and fetched over the network.
_TO_3 = """
CREATE TABLE feeds (
    url TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    added TEXT NOT NULL
);
-- What a server said of an address the last time: asked again for what is newer alone
CREATE TABLE visits (
    url TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    modified TEXT NOT NULL,
    at TEXT NOT NULL,
    retry TEXT NOT NULL,
    problem TEXT NOT NULL
);
"""
# Lists are read from claim_terms; tags are searched by their own index.
_TO_4 = f"""
DROP VIEW timeline;
DROP VIEW chains;
DROP INDEX claims_by_newest;
DROP INDEX claims_by_oldest;
DROP INDEX claims_all_by_newest;
DROP INDEX claims_all_by_oldest;
DROP INDEX claims_by_flag;
DROP INDEX claims_by_verdict;
DROP INDEX claims_by_source;
DROP INDEX claims_by_origin;
DROP INDEX claims_by_document;
DROP INDEX claims_by_seen;
DROP INDEX claims_noted;
DROP INDEX claims_tagged;
DROP INDEX claims_by_phrase;
DROP INDEX hops_by_actor;
DROP INDEX places_by_place;
DROP INDEX tags_by_tag;
DROP INDEX cautions_by_kind;
DROP INDEX hedges_by_kind;
DROP INDEX relations_by_target;
DROP INDEX documents_by_sha256;
DROP INDEX documents_by_source;
DROP INDEX actors_by_folded;
DROP INDEX sources_by_folded;
DROP INDEX journal_by_act;
DROP INDEX documents_by_address;
DROP INDEX documents_by_wire;
DROP INDEX claims_by_told;
DROP INDEX claims_unfolded_by_newest;
DROP INDEX claims_unfolded_by_oldest;
DROP TRIGGER claims_fts_insert;
DROP TRIGGER claims_fts_delete;
DROP TRIGGER claims_fts_update;
DROP TRIGGER texts_fts_insert;
DROP TRIGGER texts_fts_delete;
DROP TABLE claims_fts;
DROP TABLE texts_fts;
ALTER TABLE claims DROP COLUMN oldest;
{INDEXES}
{SEARCH}
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
INSERT INTO texts_fts (texts_fts) VALUES ('rebuild');
INSERT INTO tags_fts (tags_fts) VALUES ('rebuild');
{TERMS}
{WANTED}
INSERT INTO labels (name)
SELECT flag FROM claims UNION SELECT verdict FROM claims WHERE verdict IS NOT NULL
UNION SELECT caution FROM claim_cautions UNION SELECT kind FROM claim_hedges;
INSERT INTO claim_terms SELECT * FROM claim_terms_wanted ORDER BY 1, 2, 3, 4;
{VIEWS}
"""

# New claims come with their lane, and go into the search index a batch at a time.
_TO_5 = """
DROP TRIGGER IF EXISTS claims_lane_insert;
DROP TRIGGER IF EXISTS claims_fts_insert;
DROP TRIGGER IF EXISTS texts_fts_insert;
"""

# Very many claims are counted from columns.
_TO_6 = f"""
{COLUMNS}
{FILL}
"""

MIGRATIONS: tuple[tuple[int, str], ...] = (
    *((2, _TO_2), (3, _TO_3), (4, _TO_4), (5, _TO_5), (6, _TO_6)),
)
"""The version that each step leads to, and its SQL."""
