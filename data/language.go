package data

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
)

// LanguageEntries gives a list of what the user has decided about the language: values by key.
func (s *Store) LanguageEntries(ctx context.Context, list string) (map[string]string, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT key, value FROM language WHERE list = ?`, list)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	entries := make(map[string]string)
	for rows.Next() {
		var key, value string
		if err := rows.Scan(&key, &value); err != nil {
			return nil, explain(err, s.path)
		}
		entries[key] = value
	}
	return entries, explain(rows.Err(), s.path)
}

// ChangeLanguageEntries keeps entries of a list, all of them or none; one with the value "" is forgotten. Entries that
// are not named stay as they are.
func (s *Store) ChangeLanguageEntries(ctx context.Context, list string, entries map[string]string) error {
	if len(entries) == 0 {
		return nil
	}
	return s.change(ctx, func(tx *sql.Tx) error {
		for key, value := range entries {
			if err := setLanguageEntry(ctx, tx, list, key, value); err != nil {
				return err
			}
		}
		return nil
	})
}

func setLanguageEntry(ctx context.Context, tx *sql.Tx, list, key, value string) error {
	if value == "" {
		_, err := tx.ExecContext(ctx, `DELETE FROM language WHERE list = ? AND key = ?`, list, key)
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO language (list, key, value) VALUES (?, ?, ?)
		ON CONFLICT (list, key) DO UPDATE SET value = excluded.value`, list, key, value)
	return err
}

// Exists reports whether a folder holds a store, so that whoever only wants to read need not make one.
func Exists(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, databaseName))
	return err == nil && info.Mode().IsRegular() && info.Size() > 0
}
