package data

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"path/filepath"

	"avtalebok/agreement"
)

const (
	importLockName = ownPrefix + "-import.lock" // held while pairs are taken in from a file

	// importBatch is how many pairs are written in one go: few enough that a draft that is being saved meanwhile
	// hardly waits.
	importBatch = 1000
)

// ImportTranslations takes in pairs from a file, all of them or, where the sequence or the store gives an error or
// the context is cancelled, none. Nobody sees any of them before the last one is there. They are written in batches,
// so that neither their number nor the time they take keeps others from saving; what a broken-off process leaves
// behind is swept away by the next import. A pair that is known already stays as it is and is only counted.
func (s *Store) ImportTranslations(
	ctx context.Context, source string, pairs iter.Seq2[agreement.Translation, error],
) (added, known int, err error) {
	unlock, err := s.lockImports(ctx)
	if err != nil {
		return 0, 0, err
	}
	defer unlock()
	if err := s.sweepImports(ctx); err != nil {
		return 0, 0, err
	}
	number, err := s.beginImport(ctx, source)
	if err != nil {
		return 0, 0, err
	}
	in := incoming{store: s, number: number}
	if err = in.takeAll(ctx, pairs); err == nil {
		err = s.finishImport(ctx, number, in.added)
	}
	if err != nil {
		// The error tells what went wrong; what can't be swept now is out of sight and swept by the next import.
		_ = s.sweepImports(context.WithoutCancel(ctx))
		return 0, 0, err
	}
	return in.added, in.known, nil
}

// lockImports lets one import at a time go on, in whichever process.
func (s *Store) lockImports(ctx context.Context) (unlock func(), err error) {
	lock := filepath.Join(filepath.Dir(s.path), importLockName)
	if err := createFile(lock); err != nil {
		return nil, explain(err, lock)
	}
	unlock, err = lockFile(ctx, lock, s.busy)
	if agreement.CodeOf(explain(err, lock)) == agreement.Storage && troubleOf(err) == locked {
		return nil, agreement.NewError(agreement.Refused, "error.tm.importing", err)
	}
	return unlock, explain(err, lock)
}

func (s *Store) beginImport(ctx context.Context, source string) (number int64, err error) {
	err = s.change(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO translation_import (source) VALUES (?)`, source)
		if err != nil {
			return err
		}
		number, err = result.LastInsertId()
		return err
	})
	return number, err
}

// finishImport makes an import's pairs visible. One that brought nothing is forgotten.
func (s *Store) finishImport(ctx context.Context, number int64, added int) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		if added == 0 {
			_, err := tx.ExecContext(ctx, `DELETE FROM translation_import WHERE number = ?`, number)
			return err
		}
		_, err := tx.ExecContext(ctx, `UPDATE translation_import SET finished = ? WHERE number = ?`, s.clock().Unix(), number)
		return err
	})
}

// incoming is an import that is going on.
type incoming struct {
	store  *Store
	number int64
	batch  []agreement.Translation
	added  int
	known  int
}

func (in *incoming) takeAll(ctx context.Context, pairs iter.Seq2[agreement.Translation, error]) error {
	for t, err := range pairs {
		if err != nil {
			return err
		}
		in.batch = append(in.batch, t)
		if len(in.batch) == importBatch {
			if err := in.write(ctx); err != nil {
				return err
			}
		}
	}
	return in.write(ctx)
}

// write puts the batch into the database.
func (in *incoming) write(ctx context.Context) error {
	var added int
	err := in.store.change(ctx, func(tx *sql.Tx) error {
		added = 0
		pairs, err := tx.PrepareContext(ctx, `INSERT INTO translation (nb, nn, digest, import, source, confirmed, uses)
			VALUES (?, ?, ?, ?, '', ?, 0) ON CONFLICT (digest) DO NOTHING`)
		if err != nil {
			return err
		}
		defer pairs.Close()
		search, err := tx.PrepareContext(ctx, `INSERT INTO translation_search (rowid, words) VALUES (?, ?)`)
		if err != nil {
			return err
		}
		defer search.Close()
		for _, t := range in.batch {
			confirmed := in.store.moment(t.Confirmed).Unix()
			result, err := pairs.ExecContext(ctx, t.NB, t.NN, pairDigest(t.Pair), in.number, confirmed)
			if err != nil {
				return err
			}
			if n, err := result.RowsAffected(); err != nil || n == 0 {
				if err != nil {
					return err
				}
				continue
			}
			id, err := result.LastInsertId()
			if err != nil {
				return err
			}
			if _, err := search.ExecContext(ctx, id, translationWords(t.Pair)); err != nil {
				return err
			}
			added++
		}
		return nil
	})
	if err != nil {
		return err
	}
	in.added += added
	in.known += len(in.batch) - added
	in.batch = in.batch[:0]
	return nil
}

// TranslationImports lists the numbers of the imports that have come to their end, oldest first.
func (s *Store) TranslationImports(ctx context.Context) ([]int64, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT number FROM translation_import WHERE finished IS NOT NULL ORDER BY number`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var numbers []int64
	for rows.Next() {
		var number int64
		if err := rows.Scan(&number); err != nil {
			return nil, explain(err, s.path)
		}
		numbers = append(numbers, number)
	}
	return numbers, explain(rows.Err(), s.path)
}

// DeleteTranslationImports forgets what came with files of a name, all at once, and says how many pairs those were.
// Pairs that a person has accepted since stay. NotFound where no such file was taken in.
func (s *Store) DeleteTranslationImports(ctx context.Context, source string) (deleted int, err error) {
	unlock, err := s.lockImports(ctx)
	if err != nil {
		return 0, err
	}
	defer unlock()
	err = s.change(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT count(*) FROM translation t JOIN translation_import i ON i.number = t.import
			WHERE i.source = ? AND i.finished IS NOT NULL`, source).Scan(&deleted)
		if err != nil {
			return err
		}
		// They are out of sight from here on, whatever becomes of the sweeping.
		result, err := tx.ExecContext(ctx, `UPDATE translation_import SET finished = NULL
			WHERE source = ? AND finished IS NOT NULL`, source)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return agreement.NewError(agreement.NotFound, "error.tm.unknownSource", nil, "Source", source)
	})
	if err != nil {
		return 0, err
	}
	return deleted, s.sweepImports(ctx)
}

// sweepImports forgets the imports that were broken off, with all they had brought. The caller holds the lock.
func (s *Store) sweepImports(ctx context.Context) error {
	for {
		var number int64
		err := s.read.QueryRowContext(ctx, `SELECT number FROM translation_import WHERE finished IS NULL LIMIT 1`).Scan(&number)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return nil
		case err != nil:
			return explain(err, s.path)
		}
		if err := s.removeImport(ctx, number); err != nil {
			return err
		}
	}
}

// removeImport deletes an import's pairs in batches, and then the import.
func (s *Store) removeImport(ctx context.Context, number int64) error {
	for left := true; left; {
		err := s.change(ctx, func(tx *sql.Tx) error {
			_, err := tx.ExecContext(ctx, `DELETE FROM translation_search WHERE rowid IN
				(SELECT id FROM translation WHERE import = ?1 ORDER BY id LIMIT ?2)`, number, importBatch)
			if err != nil {
				return err
			}
			result, err := tx.ExecContext(ctx, `DELETE FROM translation WHERE id IN
				(SELECT id FROM translation WHERE import = ?1 ORDER BY id LIMIT ?2)`, number, importBatch)
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if left = n == importBatch; left || err != nil {
				return err
			}
			_, err = tx.ExecContext(ctx, `DELETE FROM translation_import WHERE number = ?`, number)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
