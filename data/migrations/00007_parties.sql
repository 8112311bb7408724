-- +goose Up

-- The register of parties: organisations, and what the user adds about municipalities and counties, which the program
-- knows by itself.
CREATE TABLE party (
	number     INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice: groups name members by it
	kind       TEXT    NOT NULL,
	body       TEXT    NOT NULL, -- the number of a municipality or county; '' for an organisation
	org_number TEXT    NOT NULL, -- nine digits, or ''
	content    TEXT    NOT NULL, -- the party, and its other names, as JSON
	updated    INTEGER NOT NULL, -- seconds since 1970, UTC
	deleted    INTEGER           -- when it was deleted; null while it is in use
) STRICT;

CREATE UNIQUE INDEX party_body ON party (body) WHERE body <> '';
CREATE UNIQUE INDEX party_org_number ON party (org_number) WHERE org_number <> '' AND deleted IS NULL AND body = '';

-- Saved groups of counterparts.
CREATE TABLE party_group (
	number  INTEGER PRIMARY KEY AUTOINCREMENT,
	name    TEXT    NOT NULL UNIQUE,
	members TEXT    NOT NULL, -- keys of parties, a JSON array: a municipality's or county's number, or "o" and party.number
	updated INTEGER NOT NULL
) STRICT;
