package data

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"
	"os"
	"time"

	"github.com/pressly/goose/v3"

	"avtalebok/agreement"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

func migrations() fs.FS {
	sub, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		panic(err) // the name is right there
	}
	return sub
}

// schemaVersion is the version of the database that this program writes: the number of its newest migration.
func schemaVersion() int64 {
	entries, err := fs.ReadDir(migrations(), ".")
	if err != nil {
		panic(err)
	}
	newest, err := goose.NumericComponent(entries[len(entries)-1].Name())
	if err != nil {
		panic(err)
	}
	return newest
}

// applicationID marks the file as this program's; the first migration sets it.
const applicationID = 0x41767442

// inspect tells the version of the database at path without changing a byte of it; 0 is one that has yet to be
// made. It refuses what is no database, another program's database, and one that a newer Avtalebok has written.
func inspect(ctx context.Context, path string, busy time.Duration) (version int64, err error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return 0, nil
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return 0, storageError("corrupt", path, nil)
	case info.Size() == 0: // the process that made it was ended before it got further
		return 0, nil
	}
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		version, err = readVersion(ctx, path, inspectingAlone, busy)
		if err == nil || agreement.CodeOf(err) == agreement.Storage {
			return version, err
		}
		// A process that has just opened it may have been writing what was being read. Look again, with locks.
	}
	return readVersion(ctx, path, inspecting, busy)
}

func readVersion(ctx context.Context, path string, use access, busy time.Duration) (version int64, err error) {
	db, err := connect(path, use, busy)
	if err != nil {
		return 0, err
	}
	defer db.Close()

	var owner, tables, versions int64
	err = db.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
			(SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'),
			(SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version')`,
	).Scan(&owner, &tables, &versions)
	switch {
	case err != nil:
		return 0, err
	case tables > 0 && owner != applicationID:
		return 0, storageError("foreign", path, nil)
	case versions == 0:
		return 0, nil
	}
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&version)
	if err == nil && version > schemaVersion() {
		err = storageError("newer", path, nil)
	}
	return version, err
}

// migrate brings the database up to the version that this program writes, each step whole or not at all.
func migrate(ctx context.Context, db *sql.DB) error {
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, migrations())
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}
