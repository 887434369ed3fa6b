"""What the schema gained after its first format, a script a format; ``store.schema`` lists them.

>>> LANE.format("").splitlines()[0]
'CASE'
"""

from __future__ import annotations

# Where a claim belongs: 0 the timeline, 1 beside it, 2 hidden, 3 folded; {0} qualifies columns.
LANE = """CASE
    WHEN {0}hidden THEN 2 WHEN NOT {0}timeline THEN 1
    WHEN {0}told_by IS NULL OR {0}verdict IS NOT NULL OR {0}tags <> '' OR {0}note <> ''
        OR {0}letter IS NOT NULL OR {0}digit IS NOT NULL THEN 0
    ELSE 3
END"""

# Documents that tell the same: editions (one address), copies of one wire text (``wire`` is the
# first of them), and the claims folded for it (``told_by`` is the claim that stands for one).
EDITIONS = f"""
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
FEEDS = """
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
