-- +goose Up

-- Says whose file this is ("AvtB"); tools such as file(1) show it.
PRAGMA application_id = 0x41767442;

-- One row a draft: what lists show, and where its newest revision is. Moments are seconds since 1970, UTC.
CREATE TABLE agreement (
	number           INTEGER PRIMARY KEY,
	id               TEXT    NOT NULL UNIQUE,
	template         TEXT    NOT NULL,
	template_version INTEGER NOT NULL,
	kind             TEXT    NOT NULL,
	status           TEXT    NOT NULL,
	title_nb         TEXT    NOT NULL,
	title_nn         TEXT    NOT NULL,
	parties          TEXT    NOT NULL, -- full names, a JSON array
	revision         INTEGER NOT NULL, -- the newest
	entry            INTEGER NOT NULL UNIQUE, -- the newest revision's entry
	digest           BLOB    NOT NULL, -- SHA-256 of the newest revision's JSON
	updated          INTEGER NOT NULL,
	thinned          INTEGER NOT NULL, -- when its old revisions were last thinned out
	deleted          INTEGER           -- when it was deleted; null while it is in use
) STRICT;

-- Every save, the newest included. The entry rises with every save of any draft, so it is also the order in which
-- drafts are listed: the last saved first, whatever the clock said.
CREATE TABLE revision (
	entry     INTEGER PRIMARY KEY,
	agreement INTEGER NOT NULL REFERENCES agreement (number),
	revision  INTEGER NOT NULL,
	saved     INTEGER NOT NULL,
	content   BLOB    NOT NULL, -- the agreement as JSON, gzip
	UNIQUE (agreement, revision)
) STRICT;

-- The rowid is agreement.entry: a search then meets the last saved drafts first and can stop when it has enough of
-- them. Only the index is kept, not the words: those are in the newest revision.
CREATE VIRTUAL TABLE search USING fts5 (
	words,
	content = '',
	contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 0",
	prefix = '2 3 4'
);

CREATE TABLE setting (
	key   TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
