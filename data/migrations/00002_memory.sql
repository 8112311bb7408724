-- +goose Up

-- Files that pairs were taken in from. While an import is going on, or after it was broken off, finished is null and
-- its pairs count as not there.
CREATE TABLE translation_import (
	number   INTEGER PRIMARY KEY AUTOINCREMENT,
	source   TEXT    NOT NULL, -- the file's name
	finished INTEGER           -- seconds since 1970, UTC
) STRICT;

-- The translation memory: one row for each pair of wordings. A number is never used twice, so that whoever has read
-- up to one finds what is new behind it.
CREATE TABLE translation (
	id        INTEGER PRIMARY KEY AUTOINCREMENT,
	nb        TEXT    NOT NULL,
	nn        TEXT    NOT NULL,
	digest    BLOB    NOT NULL UNIQUE, -- of both wordings: SHA-256, the first half
	import    INTEGER NOT NULL,        -- the import it came with; 0 for one that a person accepted in an agreement
	source    TEXT    NOT NULL,        -- what it comes from; '' where the import says so
	confirmed INTEGER NOT NULL,        -- when it was last accepted
	uses      INTEGER NOT NULL         -- how often it was inserted
) STRICT;

CREATE INDEX translation_import_index ON translation (import, id);

-- The rowid is translation.id.
CREATE VIRTUAL TABLE translation_search USING fts5 (
	words,
	content = '',
	contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0"
);
