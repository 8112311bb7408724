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

const (
	applicationID = 0x41767442 // set by the first migration
	fileHeader    = "SQLite format 3\x00"
)

// inspect tells the version of the database at path without changing a byte of it; 0 is one that has yet to be
// made. It refuses what is no database, another program's database, and one that a newer Avtalebok has written.
func inspect(ctx context.Context, path string, busy time.Duration) (version int64, err error) {
	switch started, err := hasHeader(path); {
	case err != nil:
		return 0, err
	case !started:
		return 0, nil
	}
	db, err := connect(path, inspecting, busy)
	if err != nil {
		return 0, explain(err, path)
	}
	defer func() { err = errors.Join(err, db.Close()) }()

	var owner, tables, versions int64
	err = db.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
			(SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'),
			(SELECT count(*) FROM sqlite_schema WHERE name = 'goose_db_version')`,
	).Scan(&owner, &tables, &versions)
	switch {
	case err != nil:
		return 0, explain(err, path)
	case tables > 0 && owner != applicationID:
		return 0, storageError("foreign", path, nil)
	case versions == 0:
		return 0, nil
	}
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&version)
	if err != nil {
		return 0, explain(err, path)
	}
	if version > schemaVersion() {
		return 0, storageError("newer", path, nil)
	}
	return version, nil
}

// hasHeader reports whether the file at path begins as a database does; a missing or empty one has yet to.
func hasHeader(path string) (bool, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, explain(err, path)
	}
	defer f.Close()
	header := make([]byte, len(fileHeader))
	n, err := f.Read(header)
	switch {
	case n == 0:
		return false, nil
	case string(header) != fileHeader:
		return false, storageError("corrupt", path, err)
	}
	return true, nil
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
