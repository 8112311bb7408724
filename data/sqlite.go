package data

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// This file alone knows the driver.

// access says what a connection is for.
type access int

const (
	inspecting      access = iota // changes nothing, not even the journal mode
	inspectingAlone               // the same without locks and without leaving a -shm file; nobody may be writing
	reading
	writing
	locking // holds a lock file's lock for as long as a transaction lasts
)

// connect opens the database at path, which must exist. Nothing is read before the first query.
func connect(path string, use access, busy time.Duration) (*sql.DB, error) {
	parameters := url.Values{"_busy_timeout": {strconv.FormatInt(busy.Milliseconds(), 10)}}
	most := 1
	switch use {
	case inspecting:
		parameters.Set("mode", "ro")
	case inspectingAlone:
		parameters.Set("mode", "ro")
		parameters.Set("immutable", "1")
	case reading:
		most = 4
		parameters.Set("mode", "rw")
		parameters.Set("_query_only", "on")
		parameters.Set("_foreign_keys", "on")
	case writing:
		parameters.Set("mode", "rw")
		parameters.Set("_foreign_keys", "on")
		parameters.Set("_journal_mode", "WAL")
		parameters.Set("_synchronous", "FULL")
		parameters.Set("_txlock", "immediate")
	case locking:
		parameters.Set("mode", "rw")
		parameters.Set("_txlock", "exclusive")
	}
	db, err := sql.Open("sqlite3", fileURI(path)+"?"+parameters.Encode())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db, nil
}

// fileURI gives SQLite's URI of an absolute path; a Windows drive gets the slash that the URI wants before it.
func fileURI(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath()
}

// trouble is what can be wrong with a database, as far as a user can do something about it.
type trouble string

const (
	noTrouble trouble = ""
	full      trouble = "full"
	readOnly  trouble = "readOnly"
	locked    trouble = "locked"
	corrupt   trouble = "corrupt"
	failing   trouble = "failing" // the disk or the network drive does not answer as it should
)

// troubleOf tells what the driver complains about.
func troubleOf(err error) trouble {
	var e sqlite3.Error
	if !errors.As(err, &e) {
		return noTrouble
	}
	switch e.Code {
	case sqlite3.ErrFull:
		return full
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrCantOpen, sqlite3.ErrAuth:
		return readOnly
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrProtocol:
		return locked
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB, sqlite3.ErrSchema, sqlite3.ErrMismatch:
		return corrupt
	default:
		return failing
	}
}

// lockFile waits for the lock that the file at path stands for, and holds it until the returned function is called
// or the process ends. SQLite's own locks serve, since they work the same on every system and outlive no process.
func lockFile(ctx context.Context, path string, busy time.Duration) (unlock func(), err error) {
	db, err := connect(path, locking, busy)
	if err != nil {
		return nil, err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return func() {
		_ = tx.Rollback() // closing gives the lock back whatever comes of it
		_ = db.Close()
	}, nil
}
