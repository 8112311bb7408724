-- +goose Up

-- One agreement to many: what was made from what, so that making it again finds its drafts, and so that what was changed
-- by hand in one of them is known.
CREATE TABLE batch (
	number  INTEGER PRIMARY KEY,
	id      TEXT    NOT NULL UNIQUE, -- that of the source and the name
	plan    TEXT    NOT NULL,        -- JSON; read by the package batch
	updated INTEGER NOT NULL         -- seconds since 1970, UTC
) STRICT;

-- What the drafts of a batch have in common, kept as long as one of them builds on it.
CREATE TABLE batch_common (
	number  INTEGER PRIMARY KEY,
	batch   INTEGER NOT NULL REFERENCES batch (number),
	digest  BLOB    NOT NULL, -- SHA-256 of the content before it was compressed
	content BLOB    NOT NULL, -- an .avtale file, compressed
	UNIQUE (batch, digest)
) STRICT;

CREATE TABLE batch_draft (
	batch    INTEGER NOT NULL REFERENCES batch (number),
	draft    TEXT    NOT NULL, -- agreement.id
	position INTEGER NOT NULL, -- from 0, in the order of the counterparts
	common   INTEGER NOT NULL REFERENCES batch_common (number),
	made     INTEGER NOT NULL, -- the revision that the batch wrote last; a newer one was changed by hand
	PRIMARY KEY (batch, draft)
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_draft_draft ON batch_draft (draft);
