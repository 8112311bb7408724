-- +goose Up

-- The register of agreements. What can be computed from a draft or from the calendar is not kept, but for what is drawn
-- from the newest revision so that a list need not unpack ten thousand drafts. The columns in JSON are read by
-- agreement/register; lists are filtered and sorted in memory.
CREATE TABLE register (
	agreement INTEGER NOT NULL PRIMARY KEY REFERENCES agreement (number),
	changed   INTEGER NOT NULL UNIQUE, -- rises with every change of any row, so that whoever has read up to one finds the rest
	content   TEXT    NOT NULL,        -- drawn from the newest revision
	facts     TEXT    NOT NULL,        -- what the user says besides
	steps     TEXT    NOT NULL         -- what the events come to
) STRICT;

CREATE TABLE register_clock (now INTEGER NOT NULL) STRICT;
INSERT INTO register_clock (now) VALUES (0);

-- What has happened to agreements, nothing left out: what was taken back is marked so.
CREATE TABLE register_event (
	number    INTEGER PRIMARY KEY AUTOINCREMENT,
	agreement INTEGER NOT NULL REFERENCES agreement (number),
	recorded  INTEGER NOT NULL, -- seconds since 1970, UTC
	event     TEXT    NOT NULL, -- JSON
	undone    INTEGER           -- when it was taken back; null while it holds
) STRICT;

CREATE INDEX register_event_agreement ON register_event (agreement, number);

-- agreement.status is how far the parties have come (draft, sent, anchored, signed). What it is on a day follows from
-- these, which are '' before it is signed or where there is no such day: 2006-01-02.
ALTER TABLE agreement ADD COLUMN first_day TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN last_day  TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN outcome   TEXT NOT NULL DEFAULT ''; -- the status after the last day
