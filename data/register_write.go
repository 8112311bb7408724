package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"strings"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// tick gives the number of the next change of the register.
func tick(ctx context.Context, tx *sql.Tx) (now int64, err error) {
	err = tx.QueryRowContext(ctx, `UPDATE register_clock SET now = now + 1 RETURNING now`).Scan(&now)
	return now, err
}

// follow keeps the register's row in step with the draft that is being saved, and gives the words that the draft is
// found by because of it.
func follow(ctx context.Context, tx *sql.Tx, number int64, content string) (own string, err error) {
	now, err := tick(ctx, tx)
	if err != nil {
		return "", err
	}
	var e register.Entry
	var facts, steps string
	err = tx.QueryRowContext(ctx, `INSERT INTO register (agreement, changed, content, facts, steps) VALUES (?, ?, ?, '{}', '{}')
		ON CONFLICT (agreement) DO UPDATE SET changed = excluded.changed, content = excluded.content
		RETURNING facts, steps`, number, now, content).Scan(&facts, &steps)
	if err != nil {
		return "", err
	}
	if err := json.Unmarshal([]byte(facts), &e.Facts); err != nil {
		return "", err
	}
	if err := json.Unmarshal([]byte(steps), &e.Steps); err != nil {
		return "", err
	}
	return ownWords(e), nil
}

// ownWords gives what an agreement is found by because of its entry in the register.
func ownWords(e register.Entry) string { return norm.NFC.String(strings.Join(e.Words(), "\n")) }

// touch makes others read an agreement's row again.
func touch(ctx context.Context, tx *sql.Tx, id string) error {
	now, err := tick(ctx, tx)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE register SET changed = ?
		WHERE agreement = (SELECT number FROM agreement WHERE id = ?)`, now, id)
	return err
}

// writeEntry keeps an entry's facts and steps, what they make of its status, and what it is found by.
func writeEntry(ctx context.Context, tx *sql.Tx, before, e register.Entry) error {
	now, err := tick(ctx, tx)
	if err != nil {
		return err
	}
	facts, err := json.Marshal(e.Facts)
	if err != nil {
		return err
	}
	steps, err := json.Marshal(e.Steps)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE register SET changed = ?, facts = ?, steps = ? WHERE agreement = ?`,
		now, string(facts), string(steps), e.Row)
	if err != nil {
		return err
	}
	last, outcome := e.End()
	_, err = tx.ExecContext(ctx, `UPDATE agreement SET status = ?, first_day = ?, last_day = ?, outcome = ? WHERE number = ?`,
		e.Stage(), e.Start().String(), last.String(), outcome, e.Row)
	if err != nil || ownWords(before) == ownWords(e) {
		return err
	}
	return reindex(ctx, tx, e)
}

// reindex makes an agreement found by its words and those of its entry.
func reindex(ctx context.Context, tx *sql.Tx, e register.Entry) error {
	a, entry, err := newestIn(ctx, tx, e)
	if err != nil {
		return err
	}
	return index(ctx, tx, entry, entry, words(a)+"\n"+ownWords(e))
}

// newestIn reads the newest revision of an entry's agreement within a change.
func newestIn(ctx context.Context, tx *sql.Tx, e register.Entry) (a agreement.Agreement, entry int64, err error) {
	var r revision
	err = tx.QueryRowContext(ctx, `SELECT r.entry, r.revision, r.saved, r.content
		FROM agreement a JOIN revision r ON r.entry = a.entry WHERE a.number = ?`, e.Row).
		Scan(&entry, &r.number, &r.saved, &r.content)
	if err != nil {
		return a, 0, err
	}
	a, err = r.unpack(e.ID)
	return a, entry, err
}

// fillBatch is how many drafts get their rows in one change, so that saves come in between.
const fillBatch = 200

// fillRegister makes the rows of drafts that were saved before there was a register. A draft that can't be read gets an
// entry with what lists show of it.
func (s *Store) fillRegister(ctx context.Context) error {
	for {
		filled := 0
		err := s.change(ctx, func(tx *sql.Tx) error {
			missing, err := unregistered(ctx, tx)
			filled = len(missing)
			if err != nil {
				return err
			}
			for _, e := range missing {
				content := "{}"
				if a, _, err := newestIn(ctx, tx, e); err == nil {
					if content, err = contentOf(a); err != nil {
						return err
					}
				}
				if _, err := follow(ctx, tx, e.Row, content); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil || filled < fillBatch {
			return err
		}
	}
}

func unregistered(ctx context.Context, tx *sql.Tx) ([]register.Entry, error) {
	rows, err := tx.QueryContext(ctx, `SELECT number, id FROM agreement
		WHERE NOT EXISTS (SELECT 1 FROM register WHERE agreement = number) ORDER BY number LIMIT ?`, fillBatch)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []register.Entry
	for rows.Next() {
		var e register.Entry
		if err := rows.Scan(&e.Row, &e.ID); err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, rows.Err()
}

func contentOf(a agreement.Agreement) (string, error) {
	raw, err := json.Marshal(register.ContentOf(a))
	if err != nil {
		return "", agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return string(raw), nil
}
