"""The tables: what the loader found, what a person decided, and what of both is in force.

Machine and human stand in columns and tables of their own; the date, places and chain *in force*
are kept beside them.

>>> TABLES.count("CREATE TABLE")
23
"""

from __future__ import annotations

TABLES = """
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
    read_by TEXT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    wire INTEGER,
    reader TEXT NOT NULL DEFAULT '',
    edited TEXT NOT NULL DEFAULT '',
    captured TEXT NOT NULL DEFAULT '',
    reply_to TEXT NOT NULL DEFAULT '',
    passed_on TEXT NOT NULL DEFAULT '[]',
    left_out TEXT NOT NULL DEFAULT '[]',
    stated_how TEXT NOT NULL DEFAULT ''
);

-- Documents that tell the same are editions (of one address), or copies of one wire text: ``wire``
-- is the first of these.
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

-- Every spelling that a place has been met under, the canonical name among them, folded and (behind
-- a ~) by its sound, which is the same in other scripts.
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

    -- 0 on the timeline, 1 beside it (analysis, forecast, reaction), 2 hidden, 3 folded: another
    -- claim stands for it. What a person has decided on is never folded. Kept by a trigger, for
    -- SQLite 3.40 has no covering index on a generated column; a new claim comes with its lane (a
    -- trigger on insert made SQLite look for children of each, 100 us a claim).
    lane INTEGER NOT NULL DEFAULT 0,
    told_by INTEGER REFERENCES claims(id) ON DELETE SET NULL
);
CREATE TRIGGER claims_lane_update
AFTER UPDATE OF timeline, hidden, told_by, verdict, tags, note, letter, digit ON claims
WHEN new.lane <> {lane_of_new} BEGIN
    UPDATE claims SET lane = {lane} WHERE id = new.id;
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

-- What is followed and fetched over the network.
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
"""

LANE = """CASE
    WHEN {0}hidden THEN 2 WHEN NOT {0}timeline THEN 1
    WHEN {0}told_by IS NULL OR {0}verdict IS NOT NULL OR {0}tags <> '' OR {0}note <> ''
        OR {0}letter IS NOT NULL OR {0}digit IS NOT NULL THEN 0
    ELSE 3
END"""
TABLES = TABLES.format(lane=LANE.format(""), lane_of_new=LANE.format("new."))

INDEXES = """
-- the claims of one document, and their number on the timeline
CREATE INDEX claims_by_document ON claims (document_id, lane);
-- the claims of a date phrase, and SET NULL when phrases go
CREATE INDEX claims_by_phrase ON claims (phrase_id);
-- grade:x, whose letter is the source's but for these few
CREATE INDEX claims_graded ON claims (id, letter, digit)
WHERE letter IS NOT NULL OR digit IS NOT NULL;
-- relations that point at a claim
CREATE INDEX relations_by_target ON claim_relations (target_id);
-- doc:x by hash
CREATE INDEX documents_by_sha256 ON documents (sha256);
-- the documents of a source
CREATE INDEX documents_by_source ON documents (source_id);
-- names as a person types them
CREATE INDEX actors_by_folded ON actors (folded);
CREATE INDEX sources_by_folded ON sources (folded);
-- the editions of a document
CREATE INDEX documents_by_address ON documents (address, id) WHERE address <> '';
-- the documents that run one wire text
CREATE INDEX documents_by_wire ON documents (wire) WHERE wire IS NOT NULL;
-- how many claims are folded under one, and SET NULL when it goes
CREATE INDEX claims_by_told ON claims (told_by) WHERE told_by IS NOT NULL;
-- the last undo or redo of an act
CREATE INDEX journal_by_act ON journal (of, number);
"""
