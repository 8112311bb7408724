package data

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// The bank keeps the entries that the user has saved. Those that stand in the templates are not in it.

// SaveBankEntry keeps an entry and gives it back with its ID and the moment. An entry with an ID takes the place of the
// one that had it. A new one with the same kind and wordings as one that is there, or that was deleted, becomes that
// one, with the tags of both. An entry that BankEntry.Validate refuses is Invalid, and one that is gone is NotFound.
func (s *Store) SaveBankEntry(ctx context.Context, e agreement.BankEntry) (agreement.BankEntry, error) {
	if err := e.Validate(); err != nil {
		return e, err
	}
	saved := e
	saved.Updated = s.clock().UTC().Truncate(time.Second)
	err := s.change(ctx, func(tx *sql.Tx) error {
		same, found, err := sameBankEntry(ctx, tx, saved)
		switch {
		case err != nil:
			return err
		case saved.ID == 0 && found:
			saved.ID = same.ID
			saved.Tags = agreement.ParseTags(strings.Join(append(same.Tags, saved.Tags...), "\n"))
		case found && same.ID != saved.ID: // it has become like another one, which it replaces
			if err := removeBankEntry(ctx, tx, same.ID); err != nil {
				return err
			}
		}
		return writeBankEntry(ctx, tx, &saved)
	})
	if err != nil {
		return e, err
	}
	return saved, nil
}

// DeleteBankEntry takes an entry out of the bank. RestoreBankEntry brings it back. Deleting twice is no error.
func (s *Store) DeleteBankEntry(ctx context.Context, id int64) error {
	return s.markBankEntry(ctx, id, sql.NullInt64{Int64: s.clock().Unix(), Valid: true})
}

// RestoreBankEntry brings a deleted entry back as it was. Restoring one that is in use is no error.
func (s *Store) RestoreBankEntry(ctx context.Context, id int64) error {
	return s.markBankEntry(ctx, id, sql.NullInt64{})
}

func (s *Store) markBankEntry(ctx context.Context, id int64, deleted sql.NullInt64) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE bank SET deleted = ? WHERE id = ?`, deleted, id)
		if err != nil {
			return err
		}
		return one(result, unknownBankEntry())
	})
}

func unknownBankEntry() error {
	return agreement.NewError(agreement.NotFound, "error.bank.unknown", nil)
}

// SearchBank gives the entries that a query asks for, the last saved first.
func (s *Store) SearchBank(ctx context.Context, q agreement.BankQuery) ([]agreement.BankEntry, error) {
	match, searching := matchExpression(q.Search)
	if searching && match == "" {
		return nil, nil
	}
	text, arguments := `SELECT `+bankColumns+` FROM bank WHERE deleted IS NULL`, []any{}
	if searching {
		text += ` AND id IN (SELECT rowid FROM bank_search WHERE bank_search MATCH ?)`
		arguments = append(arguments, match)
	}
	if q.Kind != "" {
		text += ` AND kind = ?`
		arguments = append(arguments, q.Kind)
	}
	text += ` ORDER BY updated DESC, id DESC`
	if q.Limit > 0 {
		text += ` LIMIT ?`
		arguments = append(arguments, q.Limit)
	}
	rows, err := s.read.QueryContext(ctx, text, arguments...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var found []agreement.BankEntry
	for rows.Next() {
		e, err := scanBankEntry(rows)
		if err != nil {
			return nil, explain(err, s.path)
		}
		found = append(found, e)
	}
	return found, explain(rows.Err(), s.path)
}

const bankColumns = `id, kind, title, text, tags, source_nb, source_nn, updated`

func scanBankEntry(row interface{ Scan(...any) error }) (agreement.BankEntry, error) {
	var e agreement.BankEntry
	var title, text, tags string
	var updated int64
	if err := row.Scan(&e.ID, &e.Kind, &title, &text, &tags, &e.Source.NB, &e.Source.NN, &updated); err != nil {
		return e, err
	}
	e.Updated = time.Unix(updated, 0).UTC()
	return e, errors.Join(
		json.Unmarshal([]byte(title), &e.Title),
		json.Unmarshal([]byte(text), &e.Text),
		json.Unmarshal([]byte(tags), &e.Tags))
}

// sameBankEntry finds the entry, deleted or not, that has the same kind and wordings.
func sameBankEntry(ctx context.Context, tx *sql.Tx, e agreement.BankEntry) (agreement.BankEntry, bool, error) {
	same, err := scanBankEntry(tx.QueryRowContext(ctx, `SELECT `+bankColumns+` FROM bank WHERE digest = ?`, bankDigest(e)))
	if errors.Is(err, sql.ErrNoRows) {
		return same, false, nil
	}
	return same, err == nil, err
}

// bankDigest tells entries apart: half of a SHA-256 over the kind and the wordings, which hold no zero byte.
func bankDigest(e agreement.BankEntry) []byte {
	sum := sha256.Sum256([]byte(strings.Join([]string{
		string(e.Kind), e.Title.NB, e.Title.NN, e.Text.NB, e.Text.NN,
	}, "\x00")))
	return sum[:sha256.Size/2]
}

func removeBankEntry(ctx context.Context, tx *sql.Tx, id int64) error {
	for _, statement := range []string{`DELETE FROM bank_search WHERE rowid = ?`, `DELETE FROM bank WHERE id = ?`} {
		if _, err := tx.ExecContext(ctx, statement, id); err != nil {
			return err
		}
	}
	return nil
}

// writeBankEntry writes an entry, in use, with what it is found by, and gives it an ID where it has none.
func writeBankEntry(ctx context.Context, tx *sql.Tx, e *agreement.BankEntry) error {
	title, text, tags, err := packBankEntry(*e)
	if err != nil {
		return err
	}
	if e.ID == 0 {
		result, err := tx.ExecContext(ctx, `INSERT INTO bank (kind, digest, title, text, tags, source_nb, source_nn, updated)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			e.Kind, bankDigest(*e), title, text, tags, e.Source.NB, e.Source.NN, e.Updated.Unix())
		if err != nil {
			return err
		}
		if e.ID, err = result.LastInsertId(); err != nil {
			return err
		}
	} else {
		result, err := tx.ExecContext(ctx, `UPDATE bank SET kind = ?, digest = ?, title = ?, text = ?, tags = ?,
			source_nb = ?, source_nn = ?, updated = ?, deleted = NULL WHERE id = ?`,
			e.Kind, bankDigest(*e), title, text, tags, e.Source.NB, e.Source.NN, e.Updated.Unix(), e.ID)
		if err != nil {
			return err
		}
		if err := one(result, unknownBankEntry()); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM bank_search WHERE rowid = ?`, e.ID); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO bank_search (rowid, words) VALUES (?, ?)`, e.ID, norm.NFC.String(e.Words()))
	return err
}

func packBankEntry(e agreement.BankEntry) (title, text, tags string, err error) {
	packed := make([]string, 3)
	list := e.Tags
	if list == nil {
		list = []string{}
	}
	for i, v := range []any{e.Title, e.Text, list} {
		raw, err := json.Marshal(v)
		if err != nil {
			return "", "", "", agreement.NewError(agreement.Internal, "error.internal", err)
		}
		packed[i] = string(raw)
	}
	return packed[0], packed[1], packed[2], nil
}
