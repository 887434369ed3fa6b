CREATE TABLE further (id INTEGER PRIMARY KEY, words TEXT NOT NULL, more TEXT NOT NULL);
INSERT INTO further (words, more)
SELECT claims.quote, hex(randomblob(2000)) FROM claims, claims AS others LIMIT 2000;
UPDATE further SET more = hex(randomblob(1500));
CREATE INDEX further_by_words ON further (words);
ALTER TABLE claims ADD COLUMN further INTEGER NOT NULL DEFAULT 0;
