-- +goose Up

-- The user's own templates: what lists show, and the working copy. Moments are seconds since 1970, UTC.
CREATE TABLE template (
	number   INTEGER PRIMARY KEY,
	id       TEXT    NOT NULL UNIQUE,
	version  INTEGER NOT NULL, -- the newest that was published; 0 while there is none
	revision INTEGER NOT NULL, -- counts the saves of the working copy
	changed  INTEGER NOT NULL, -- whether the working copy is ahead of the newest version
	working  BLOB    NOT NULL, -- the working copy as JSON, gzip
	updated  INTEGER NOT NULL,
	deleted  INTEGER           -- when it was deleted; null while it is in use
) STRICT;

-- Every published version of the user's templates, and of the program's those that drafts were made from: without the
-- version that a draft began with, nobody could tell what was changed in it by hand.
CREATE TABLE template_version (
	template TEXT    NOT NULL, -- the template's id
	version  INTEGER NOT NULL,
	made     INTEGER NOT NULL,
	content  BLOB    NOT NULL, -- as JSON, gzip
	PRIMARY KEY (template, version)
) STRICT;
