package data

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"time"
)

// Store keeps agreements in one folder. It may be used from several goroutines, and several processes may have the
// same folder open.
type Store struct {
	path  string
	read  *sql.DB
	write *sql.DB
	clock func() time.Time
	busy  time.Duration

	register registerCache
}

// Option changes how a Store works.
type Option func(*Store)

// WithClock makes the store take the time from clock instead of the system.
func WithClock(clock func() time.Time) Option { return func(s *Store) { s.clock = clock } }

// WithBusyTimeout sets how long to wait while another process writes; five seconds unless told.
func WithBusyTimeout(d time.Duration) Option { return func(s *Store) { s.busy = d } }

// Open opens the store in the folder dir, which it makes, with an empty database, where they are missing.
//
// Every error is an agreement.Error with the code Storage. What can't be used is left as it was, byte by byte: a
// database that a newer version of the program has written, another program's, a damaged file.
func Open(ctx context.Context, dir string, options ...Option) (*Store, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, storageError("failing", dir, err)
	}
	s := &Store{path: filepath.Join(dir, databaseName), clock: time.Now, busy: 5 * time.Second}
	for _, set := range options {
		set(s)
	}
	private, err := prepareFolder(dir)
	if err != nil {
		return nil, err
	}
	if err := s.open(ctx, dir, private); err != nil {
		_ = s.Close() // err says more
		return nil, explain(err, s.path)
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, dir string, private bool) error {
	version, err := inspect(ctx, s.path, s.busy)
	if err != nil {
		return err
	}
	if err := restrictFiles(dir); err != nil {
		return err
	}
	if version < schemaVersion() {
		if err := s.bringUp(ctx, dir); err != nil {
			return err
		}
	}
	if s.write, err = connect(s.path, writing, s.busy); err != nil {
		return err
	}
	if s.read, err = connect(s.path, reading, s.busy); err != nil {
		return err
	}
	if err := s.tryWriting(ctx); err != nil {
		return err
	}
	if err := s.keepPrivate(ctx, dir, private); err != nil {
		return err
	}
	return restrictFiles(dir)
}

// bringUp makes the database or brings it up to date, one process at a time.
func (s *Store) bringUp(ctx context.Context, dir string) error {
	lock := filepath.Join(dir, lockName)
	if err := createFile(lock); err != nil {
		return err
	}
	unlock, err := lockFile(ctx, lock, s.busy)
	if err != nil {
		return err
	}
	defer unlock()
	if _, err := inspect(ctx, s.path, s.busy); err != nil { // another process may have come first
		return err
	}
	if err := createFile(s.path); err != nil {
		return err
	}
	db, err := connect(s.path, writing, s.busy)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := migrate(ctx, db); err != nil {
		return err
	}
	return s.keepOrigins(ctx, db)
}

// tryWriting finds out now, rather than at the first save, that nothing can be written.
func (s *Store) tryWriting(ctx context.Context) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE setting SET value = '' WHERE FALSE`)
		return err
	})
}

// folderSetting remembers that the folder is the program's own, so that it may mend the permissions.
const folderSetting = "folder.private"

// keepPrivate sees that nobody else can look into the folder, if it is the program's own.
func (s *Store) keepPrivate(ctx context.Context, dir string, private bool) error {
	own, err := s.Setting(ctx, folderSetting)
	switch {
	case err != nil:
		return err
	case own != "":
		return restrict(dir)
	case private:
		return s.SetSetting(ctx, folderSetting, "yes")
	}
	return nil
}

// Close ends the work with the store; what was saved is safe already.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*sql.DB{s.read, s.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return explain(errors.Join(errs...), s.path)
}

// change runs one change of the database, whole or not at all.
func (s *Store) change(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(err, s.path)
	}
	defer tx.Rollback() // does nothing once committed
	if err := do(tx); err != nil {
		return explain(err, s.path)
	}
	return explain(tx.Commit(), s.path)
}

// one gives missing where what was to be changed is not there.
func one(result sql.Result, missing error) error {
	n, err := result.RowsAffected()
	if err == nil && n != 1 {
		return missing
	}
	return err
}

// Setting gives what is kept under a key, such as the window's size; "" where nothing is.
func (s *Store) Setting(ctx context.Context, key string) (string, error) {
	var value string
	err := s.read.QueryRowContext(ctx, `SELECT value FROM setting WHERE key = ?`, key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, explain(err, s.path)
}

// SetSetting keeps a value under a key; "" forgets it.
func (s *Store) SetSetting(ctx context.Context, key, value string) error {
	return s.change(ctx, func(tx *sql.Tx) error { return writeSetting(ctx, tx, key, value) })
}

func writeSetting(ctx context.Context, tx *sql.Tx, key, value string) error {
	if value == "" {
		_, err := tx.ExecContext(ctx, `DELETE FROM setting WHERE key = ?`, key)
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO setting (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
	return err
}

// Delete takes a draft out of use. Nothing is lost: Restore brings it back. Deleting twice is no error. A signed agreement
// is Refused: it has to be kept.
func (s *Store) Delete(ctx context.Context, id string) error {
	return s.setDeleted(ctx, id, sql.NullInt64{Int64: s.clock().Unix(), Valid: true})
}

// Restore brings a deleted draft back as it was. Restoring one that is in use is no error.
func (s *Store) Restore(ctx context.Context, id string) error {
	return s.setDeleted(ctx, id, sql.NullInt64{})
}

func (s *Store) setDeleted(ctx context.Context, id string, when sql.NullInt64) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		last, err := newest(ctx, tx, id, s.Today())
		switch {
		case err != nil:
			return err
		case when.Valid && last.frozen():
			return keepSigned(id)
		}
		if err := touch(ctx, tx, id); err != nil {
			return err
		}
		result, err := tx.ExecContext(ctx, `UPDATE agreement
			SET deleted = CASE WHEN ?1 IS NULL THEN NULL ELSE coalesce(deleted, ?1) END WHERE id = ?2`, when, id)
		if err != nil {
			return err
		}
		return one(result, unknownDraft(id))
	})
}
