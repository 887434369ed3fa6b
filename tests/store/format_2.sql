CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL,
    reliability TEXT CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'))
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    source_id INTEGER NOT NULL REFERENCES sources(id),
    source_basis TEXT NOT NULL,
    author TEXT NOT NULL,
    url TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT,
    published_basis TEXT,
    published_zone INTEGER,
    stated TEXT,
    stated_basis TEXT,
    stated_zone INTEGER,
    title_start INTEGER,
    title_end INTEGER,
    dateline_start INTEGER,
    dateline_end INTEGER,
    skipped TEXT NOT NULL,
    extractor TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    loaded_by TEXT NOT NULL,
    read_at TEXT NOT NULL,
    read_by TEXT NOT NULL
);

-- Apart from documents, so that a list of documents does not drag their texts along.
CREATE TABLE texts (
    document_id INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    raw_zlib BLOB NOT NULL
);

CREATE TABLE date_phrases (
    id INTEGER PRIMARY KEY,
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    words TEXT NOT NULL,
    meaning TEXT NOT NULL,
    edtf TEXT NOT NULL,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    granularity TEXT NOT NULL,
    extent TEXT NOT NULL,
    role TEXT NOT NULL,
    rule TEXT NOT NULL,
    anchor TEXT NOT NULL,
    anchor_kind TEXT NOT NULL,
    confidence REAL NOT NULL,
    alternatives TEXT NOT NULL,
    cautions TEXT NOT NULL,
    timex TEXT NOT NULL,
    UNIQUE (document_id, position)
);

CREATE TABLE actors (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
);

CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Every spelling that a place has been met under, the canonical name among them.
CREATE TABLE place_names (
    folded TEXT NOT NULL,
    place_id INTEGER NOT NULL REFERENCES places(id),
    name TEXT NOT NULL,
    PRIMARY KEY (folded, place_id)
) WITHOUT ROWID;

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES sources(id),

    -- what the loader found, or a person added
    by_hand INTEGER NOT NULL DEFAULT 0,
    found_start INTEGER NOT NULL,
    found_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    flag TEXT NOT NULL,
    flag_reason TEXT NOT NULL,
    timeline INTEGER NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    phrase_id INTEGER REFERENCES date_phrases(id) ON DELETE SET NULL,
    role TEXT NOT NULL,
    date_join TEXT NOT NULL,
    lost INTEGER NOT NULL DEFAULT 0,

    -- what is in force: the loader's, unless a row of corrections says otherwise
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    edtf TEXT NOT NULL DEFAULT '',
    earliest TEXT NOT NULL DEFAULT '',
    latest TEXT NOT NULL DEFAULT '',
    granularity TEXT NOT NULL DEFAULT '',
    basis TEXT NOT NULL DEFAULT 'undated',
    newest INTEGER NOT NULL DEFAULT 0,
    oldest INTEGER NOT NULL DEFAULT 0,
    origin_id INTEGER REFERENCES actors(id),
    place_id INTEGER REFERENCES places(id),

    -- what is searched
    quote TEXT NOT NULL,
    title TEXT NOT NULL,
    places TEXT NOT NULL DEFAULT '',
    chain TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',

    -- what a person decided
    verdict TEXT,
    letter TEXT CHECK (letter IN ('A', 'B', 'C', 'D', 'E', 'F')),
    digit TEXT CHECK (digit IN ('1', '2', '3', '4', '5', '6')),
    note TEXT NOT NULL DEFAULT '',
    hidden INTEGER NOT NULL DEFAULT 0,
    seen INTEGER NOT NULL DEFAULT 0,

    -- 0 on the timeline, 1 beside it (analysis, forecast, reaction), 2 hidden: what every list
    -- begins with. Kept by triggers; SQLite 3.40 has no covering index on a generated column.
    lane INTEGER NOT NULL DEFAULT 0
);
CREATE TRIGGER claims_lane_insert AFTER INSERT ON claims
WHEN new.lane <> CASE WHEN new.hidden THEN 2 ELSE 1 - new.timeline END BEGIN
    UPDATE claims SET lane = CASE WHEN hidden THEN 2 ELSE 1 - timeline END WHERE id = new.id;
END;
CREATE TRIGGER claims_lane_update AFTER UPDATE OF timeline, hidden ON claims
WHEN new.lane <> CASE WHEN new.hidden THEN 2 ELSE 1 - new.timeline END BEGIN
    UPDATE claims SET lane = CASE WHEN hidden THEN 2 ELSE 1 - timeline END WHERE id = new.id;
END;

CREATE TABLE corrections (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    field TEXT NOT NULL CHECK (field IN ('date', 'place', 'chain', 'span')),
    value TEXT NOT NULL,
    PRIMARY KEY (claim_id, field)
) WITHOUT ROWID;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE claim_tags (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tags(id),
    PRIMARY KEY (claim_id, tag_id)
) WITHOUT ROWID;

CREATE TABLE claim_hops (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    by_hand INTEGER NOT NULL,
    position INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    actor_id INTEGER NOT NULL REFERENCES actors(id),
    kind TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    span_start INTEGER,
    span_end INTEGER,
    antecedent_start INTEGER,
    antecedent_end INTEGER,
    PRIMARY KEY (claim_id, by_hand, position)
) WITHOUT ROWID;

CREATE TABLE claim_places (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    by_hand INTEGER NOT NULL,
    position INTEGER NOT NULL,
    in_force INTEGER NOT NULL,
    place_id INTEGER NOT NULL REFERENCES places(id),
    span_start INTEGER,
    span_end INTEGER,
    PRIMARY KEY (claim_id, by_hand, position)
) WITHOUT ROWID;

CREATE TABLE claim_hedges (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position)
) WITHOUT ROWID;

-- from_date: the caution comes from how the date was reached and goes with it
CREATE TABLE claim_cautions (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    caution TEXT NOT NULL,
    from_date INTEGER NOT NULL,
    PRIMARY KEY (claim_id, caution, from_date)
) WITHOUT ROWID;

CREATE TABLE claim_repeats (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    PRIMARY KEY (claim_id, position)
) WITHOUT ROWID;

CREATE TABLE claim_quantities (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    low INTEGER,
    high INTEGER,
    counted TEXT NOT NULL,
    PRIMARY KEY (claim_id, position)
) WITHOUT ROWID;

CREATE TABLE claim_relations (
    claim_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    target_id INTEGER NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    PRIMARY KEY (claim_id, kind, target_id)
) WITHOUT ROWID;

-- Never rewritten. Names documents by identity and claims by key, never by row id.
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('act', 'undo', 'redo')),
    of INTEGER REFERENCES journal(number),
    sentence TEXT NOT NULL,
    edit TEXT NOT NULL,
    inverse TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);

-- the timeline, newest first: ids, headings, counts, histogram; is:analysis, is:hidden
CREATE INDEX claims_by_newest ON claims (lane, newest);
-- the timeline, oldest first
CREATE INDEX claims_by_oldest ON claims (lane, oldest);
-- the timeline and what stands beside it, either way
CREATE INDEX claims_all_by_newest ON claims (hidden, newest);
CREATE INDEX claims_all_by_oldest ON claims (hidden, oldest);
-- flag:x, and the flag facet
CREATE INDEX claims_by_flag ON claims (lane, flag, newest);
-- verdict:x, verdict:none and the verdict facet
CREATE INDEX claims_by_verdict ON claims (lane, verdict, newest);
-- source:x, and the source facet
CREATE INDEX claims_by_source ON claims (lane, source_id, newest);
-- origin:x, and the origin facet
CREATE INDEX claims_by_origin ON claims (lane, origin_id, newest);
-- the claims of one document: its marks, resolving again, forgetting
CREATE INDEX claims_by_document ON claims (document_id);
-- the next unseen claim
CREATE INDEX claims_by_seen ON claims (lane, seen, newest);
-- has:note, has:tag (few among many)
CREATE INDEX claims_noted ON claims (newest) WHERE note <> '';
CREATE INDEX claims_tagged ON claims (newest) WHERE tags <> '';
-- the claims of a date phrase, and SET NULL when phrases go
CREATE INDEX claims_by_phrase ON claims (phrase_id);
-- actor:x and the actor facet
CREATE INDEX hops_by_actor ON claim_hops (actor_id, in_force);
-- place:x and the place facet
CREATE INDEX places_by_place ON claim_places (place_id, in_force);
-- tag:x and the tag facet
CREATE INDEX tags_by_tag ON claim_tags (tag_id);
-- caution:x and the caution facet
CREATE INDEX cautions_by_kind ON claim_cautions (caution);
-- hedge:x and the hedge facet
CREATE INDEX hedges_by_kind ON claim_hedges (kind);
-- relations that point at a claim
CREATE INDEX relations_by_target ON claim_relations (target_id);
-- doc:x by hash
CREATE INDEX documents_by_sha256 ON documents (sha256);
-- the documents of a source
CREATE INDEX documents_by_source ON documents (source_id);
-- names as a person types them
CREATE INDEX actors_by_folded ON actors (folded);
CREATE INDEX sources_by_folded ON sources (folded);
-- the last undo or redo of an act
CREATE INDEX journal_by_act ON journal (of, number);

CREATE VIRTUAL TABLE claims_fts USING fts5 (
    quote, title, places, chain, tags,
    content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN
    INSERT INTO claims_fts (rowid, quote, title, places, chain, tags)
    VALUES (new.id, new.quote, new.title, new.places, new.chain, new.tags);
END;
CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, quote, title, places, chain, tags)
    VALUES ('delete', old.id, old.quote, old.title, old.places, old.chain, old.tags);
END;
CREATE TRIGGER claims_fts_update AFTER UPDATE OF quote, title, places, chain, tags ON claims
WHEN (old.quote, old.title, old.places, old.chain, old.tags)
    IS NOT (new.quote, new.title, new.places, new.chain, new.tags)
BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, quote, title, places, chain, tags)
    VALUES ('delete', old.id, old.quote, old.title, old.places, old.chain, old.tags);
    INSERT INTO claims_fts (rowid, quote, title, places, chain, tags)
    VALUES (new.id, new.quote, new.title, new.places, new.chain, new.tags);
END;

CREATE VIRTUAL TABLE texts_fts USING fts5 (
    text,
    content = 'texts', content_rowid = 'document_id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER texts_fts_insert AFTER INSERT ON texts BEGIN
    INSERT INTO texts_fts (rowid, text) VALUES (new.document_id, new.text);
END;
CREATE TRIGGER texts_fts_delete AFTER DELETE ON texts BEGIN
    INSERT INTO texts_fts (texts_fts, rowid, text) VALUES ('delete', old.document_id, old.text);
END;

-- What the application lists, in words, for whoever opens the file with another program.
CREATE VIEW timeline AS
SELECT
    claims.key, claims.edtf AS date, claims.basis AS date_means, claims.flag, claims.verdict,
    places.name AS place, claims.quote, actors.name AS origin, claims.chain,
    sources.name AS source, documents.title, documents.published, claims.tags, claims.note,
    coalesce(claims.letter, sources.reliability, 'F') || coalesce(claims.digit, '6') AS grade
FROM claims
JOIN documents ON documents.id = claims.document_id
JOIN sources ON sources.id = claims.source_id
LEFT JOIN actors ON actors.id = claims.origin_id
LEFT JOIN places ON places.id = claims.place_id
WHERE claims.lane = 0
ORDER BY claims.newest, claims.id;

-- Attribution chains, one hop a line, outermost first.
CREATE VIEW chains AS
SELECT claims.key, claim_hops.position, actors.name AS actor, claim_hops.kind,
    claim_hops.anonymous, claim_hops.by_hand
FROM claim_hops
JOIN claims ON claims.id = claim_hops.claim_id
JOIN actors ON actors.id = claim_hops.actor_id
WHERE claim_hops.in_force = 1
ORDER BY claim_hops.claim_id, claim_hops.position;

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
WHEN new.lane <> CASE
    WHEN new.hidden THEN 2 WHEN NOT new.timeline THEN 1
    WHEN new.told_by IS NULL OR new.verdict IS NOT NULL OR new.tags <> '' OR new.note <> ''
        OR new.letter IS NOT NULL OR new.digit IS NOT NULL THEN 0
    ELSE 3
END BEGIN
    UPDATE claims SET lane = CASE
    WHEN hidden THEN 2 WHEN NOT timeline THEN 1
    WHEN told_by IS NULL OR verdict IS NOT NULL OR tags <> '' OR note <> ''
        OR letter IS NOT NULL OR digit IS NOT NULL THEN 0
    ELSE 3
END WHERE id = new.id;
END;
CREATE TRIGGER claims_lane_update
AFTER UPDATE OF timeline, hidden, told_by, verdict, tags, note, letter, digit ON claims
WHEN new.lane <> CASE
    WHEN new.hidden THEN 2 WHEN NOT new.timeline THEN 1
    WHEN new.told_by IS NULL OR new.verdict IS NOT NULL OR new.tags <> '' OR new.note <> ''
        OR new.letter IS NOT NULL OR new.digit IS NOT NULL THEN 0
    ELSE 3
END BEGIN
    UPDATE claims SET lane = CASE
    WHEN hidden THEN 2 WHEN NOT timeline THEN 1
    WHEN told_by IS NULL OR verdict IS NOT NULL OR tags <> '' OR note <> ''
        OR letter IS NOT NULL OR digit IS NOT NULL THEN 0
    ELSE 3
END WHERE id = new.id;
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
