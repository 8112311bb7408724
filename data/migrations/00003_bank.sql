-- +goose Up

-- The bank: goals, duties, focus areas and paragraphs that the user keeps for other agreements.
CREATE TABLE bank (
	id        INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice, so that the last kept ones stand first
	kind      TEXT    NOT NULL,
	digest    BLOB    NOT NULL UNIQUE, -- of the kind and all wordings: SHA-256, the first half
	title     TEXT    NOT NULL, -- both forms, and what was approved, as JSON
	text      TEXT    NOT NULL, -- likewise
	tags      TEXT    NOT NULL, -- a JSON array
	source_nb TEXT    NOT NULL,
	source_nn TEXT    NOT NULL,
	updated   INTEGER NOT NULL, -- seconds since 1970, UTC
	deleted   INTEGER           -- when it was deleted; null while it is in use
) STRICT;

-- The rowid is bank.id.
CREATE VIRTUAL TABLE bank_search USING fts5 (
	words,
	content = '',
	contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0",
	prefix = '2 3 4'
);
