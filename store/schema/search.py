"""The search indexes over claims, texts and tags, kept in step by triggers.

New claims and texts are put in by ``store.records.indexing``, a batch at a time.

A claim's tags are found through the index of tags: in the claims' own they would have to be
written again with every act, and tagging 100 000 claims would take ten seconds.

>>> SEARCH.count("CREATE VIRTUAL TABLE")
3
"""

from __future__ import annotations

SEARCH = """
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    quote, title, places, chain,
    content = 'claims', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, quote, title, places, chain)
    VALUES ('delete', old.id, old.quote, old.title, old.places, old.chain);
END;
CREATE TRIGGER claims_fts_update AFTER UPDATE OF quote, title, places, chain ON claims
WHEN (old.quote, old.title, old.places, old.chain)
    IS NOT (new.quote, new.title, new.places, new.chain)
BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, quote, title, places, chain)
    VALUES ('delete', old.id, old.quote, old.title, old.places, old.chain);
    INSERT INTO claims_fts (rowid, quote, title, places, chain)
    VALUES (new.id, new.quote, new.title, new.places, new.chain);
END;

CREATE VIRTUAL TABLE texts_fts USING fts5 (
    text,
    content = 'texts', content_rowid = 'document_id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER texts_fts_delete AFTER DELETE ON texts BEGIN
    INSERT INTO texts_fts (texts_fts, rowid, text) VALUES ('delete', old.document_id, old.text);
END;

CREATE VIRTUAL TABLE tags_fts USING fts5 (
    name, content = 'tags', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER tags_fts_insert AFTER INSERT ON tags BEGIN
    INSERT INTO tags_fts (rowid, name) VALUES (new.id, new.name);
END;
CREATE TRIGGER tags_fts_delete AFTER DELETE ON tags BEGIN
    INSERT INTO tags_fts (tags_fts, rowid, name) VALUES ('delete', old.id, old.name);
END;
"""
