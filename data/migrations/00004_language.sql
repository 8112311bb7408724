-- +goose Up

-- What the user has decided about the language, one row a decision: own terms, own words of the spelling. What keys
-- and values mean is known to who keeps them. A row each, so that two windows do not undo each other's work.
CREATE TABLE language (
	list  TEXT NOT NULL,
	key   TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY (list, key)
) STRICT, WITHOUT ROWID;
