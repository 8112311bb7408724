package data

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"iter"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"avtalebok/agreement"
)

// The translation memory. A pair is kept once, whoever vouches for it; one that a person accepted takes the place of
// an imported one.

// RememberTranslations keeps pairs that a person accepted, and gives them back with their IDs. A pair that is there
// already is confirmed anew: the later of the two moments counts.
func (s *Store) RememberTranslations(ctx context.Context, pairs []agreement.Translation) ([]agreement.Translation, error) {
	kept := make([]agreement.Translation, 0, len(pairs))
	err := s.change(ctx, func(tx *sql.Tx) error {
		kept = kept[:0]
		for _, t := range pairs {
			t.Origin, t.Confirmed = agreement.FromApproval, s.moment(t.Confirmed)
			t, err := remember(ctx, tx, t)
			if err != nil {
				return err
			}
			kept = append(kept, t)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return kept, nil
}

// moment gives a time to be kept: now for one that is missing, or that lies in the future and would put its pair
// before all others for good.
func (s *Store) moment(t time.Time) time.Time {
	now := s.clock()
	if t.IsZero() || t.After(now) {
		t = now
	}
	return t.UTC().Truncate(time.Second)
}

func remember(ctx context.Context, tx *sql.Tx, t agreement.Translation) (agreement.Translation, error) {
	var number, confirmed int64
	digest := pairDigest(t.Pair)
	err := tx.QueryRowContext(ctx, `SELECT id, import, confirmed, uses FROM translation WHERE digest = ?`, digest).
		Scan(&t.ID, &number, &confirmed, &t.Uses)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return insertTranslation(ctx, tx, t, digest)
	case err != nil:
		return t, err
	case number != 0: // it gets a new ID, so that it is found among the accepted ones behind all that was there
		if err := deleteTranslation(ctx, tx, t.ID); err != nil {
			return t, err
		}
		return insertTranslation(ctx, tx, t, digest)
	}
	if last := time.Unix(confirmed, 0).UTC(); last.After(t.Confirmed) {
		t.Confirmed = last
	}
	_, err = tx.ExecContext(ctx, `UPDATE translation SET confirmed = ?, source = ? WHERE id = ?`,
		t.Confirmed.Unix(), t.Source, t.ID)
	return t, err
}

func insertTranslation(ctx context.Context, tx *sql.Tx, t agreement.Translation, digest []byte) (agreement.Translation, error) {
	result, err := tx.ExecContext(ctx, `INSERT INTO translation (nb, nn, digest, import, source, confirmed, uses)
		VALUES (?, ?, ?, 0, ?, ?, ?)`, t.NB, t.NN, digest, t.Source, t.Confirmed.Unix(), t.Uses)
	if err != nil {
		return t, err
	}
	if t.ID, err = result.LastInsertId(); err != nil {
		return t, err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO translation_search (rowid, words) VALUES (?, ?)`, t.ID, translationWords(t.Pair))
	return t, err
}

func deleteTranslation(ctx context.Context, tx *sql.Tx, id int64) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM translation_search WHERE rowid = ?`, id); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM translation WHERE id = ?`, id)
	return err
}

// pairDigest tells pairs apart: half of a SHA-256 over both wordings, which no text can hold a zero byte in.
func pairDigest(p agreement.Pair) []byte {
	sum := sha256.Sum256([]byte(p.NB + "\x00" + p.NN))
	return sum[:sha256.Size/2]
}

func translationWords(p agreement.Pair) string { return norm.NFC.String(p.NB + "\n" + p.NN) }

// DeleteTranslation forgets a pair. NotFound where there is none with that ID.
func (s *Store) DeleteTranslation(ctx context.Context, id int64) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		found, err := visible(ctx, tx, id)
		if err != nil {
			return err
		}
		if !found {
			return agreement.NewError(agreement.NotFound, "error.tm.unknown", nil, "ID", id)
		}
		return deleteTranslation(ctx, tx, id)
	})
}

// RestoreTranslation brings back a pair that DeleteTranslation has forgotten, as it was but for its ID. A pair that is
// there again already stays as it is. One whose import is gone counts as accepted by a person: who brought it back.
func (s *Store) RestoreTranslation(ctx context.Context, t agreement.Translation) (agreement.Translation, error) {
	err := s.change(ctx, func(tx *sql.Tx) error {
		var number int64
		if t.Origin == agreement.FromImport {
			err := tx.QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM translation_import
				WHERE source = ? AND finished IS NOT NULL`, t.Source).Scan(&number)
			if err != nil {
				return err
			}
		}
		digest := pairDigest(t.Pair)
		err := tx.QueryRowContext(ctx, `SELECT id FROM translation WHERE digest = ?`, digest).Scan(&t.ID)
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if t, err = insertTranslation(ctx, tx, t, digest); err != nil || number == 0 {
			return err
		}
		_, err = tx.ExecContext(ctx, `UPDATE translation SET import = ?, source = '' WHERE id = ?`, number, t.ID)
		return err
	})
	return t, err
}

func visible(ctx context.Context, tx *sql.Tx, id int64) (found bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM `+translations+` AND t.id = ?)`, id).Scan(&found)
	return found, err
}

// CountTranslationUse counts that a pair was inserted into an agreement. A pair that is gone is no error.
func (s *Store) CountTranslationUse(ctx context.Context, id int64) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE translation SET uses = uses + 1 WHERE id = ?`, id)
		return err
	})
}

// The pairs that count as there, and what is read of them.
const (
	translations = `translation t LEFT JOIN translation_import i ON i.number = t.import
		WHERE (t.import = 0 OR i.finished IS NOT NULL)`
	translationColumns = `t.id, t.nb, t.nn, t.import, coalesce(i.source, t.source), t.confirmed, t.uses`
)

// Translations gives the pairs with these IDs, in no particular order; those that are gone are left out.
func (s *Store) Translations(ctx context.Context, ids []int64) ([]agreement.Translation, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	arguments := make([]any, len(ids))
	for i, id := range ids {
		arguments[i] = id
	}
	return collect(s.eachTranslation(ctx, `SELECT `+translationColumns+` FROM `+translations+
		` AND t.id IN (?`+strings.Repeat(", ?", len(ids)-1)+`)`, arguments...))
}

// SearchTranslations gives the pairs that hold words beginning like those of a text, in either form; all of them for
// an empty text. The last confirmed stand first, at most limit of them.
func (s *Store) SearchTranslations(ctx context.Context, text string, limit int) ([]agreement.Translation, error) {
	const order = ` ORDER BY t.confirmed DESC, t.id DESC LIMIT ?`
	match, searching := matchExpression(text)
	switch {
	case !searching:
		return collect(s.eachTranslation(ctx, `SELECT `+translationColumns+` FROM `+translations+order, limit))
	case match == "":
		return nil, nil
	}
	return collect(s.eachTranslation(ctx, `SELECT `+translationColumns+` FROM `+translations+
		` AND t.id IN (SELECT rowid FROM translation_search WHERE translation_search MATCH ?)`+order, match, limit))
}

// AllTranslations goes through all pairs, ordered by their wordings, byte by byte.
func (s *Store) AllTranslations(ctx context.Context) iter.Seq2[agreement.Translation, error] {
	return s.eachTranslation(ctx, `SELECT `+translationColumns+` FROM `+translations+` ORDER BY t.nb, t.nn`)
}

// TranslationsSince goes through the pairs of an import, or with 0 through those that a person accepted, that have
// an ID greater than after: newest first.
func (s *Store) TranslationsSince(ctx context.Context, number, after int64) iter.Seq2[agreement.Translation, error] {
	return s.eachTranslation(ctx, `SELECT `+translationColumns+` FROM `+translations+
		` AND t.import = ? AND t.id > ? ORDER BY t.id DESC`, number, after)
}

// eachTranslation goes through the rows of a query. After an error there is nothing more.
func (s *Store) eachTranslation(ctx context.Context, query string, arguments ...any) iter.Seq2[agreement.Translation, error] {
	return func(yield func(agreement.Translation, error) bool) {
		rows, err := s.read.QueryContext(ctx, query, arguments...)
		if err != nil {
			yield(agreement.Translation{}, explain(err, s.path))
			return
		}
		defer rows.Close()
		for rows.Next() {
			t, err := scanTranslation(rows)
			if err != nil {
				yield(agreement.Translation{}, explain(err, s.path))
				return
			}
			if !yield(t, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(agreement.Translation{}, explain(err, s.path))
		}
	}
}

func scanTranslation(rows *sql.Rows) (agreement.Translation, error) {
	t := agreement.Translation{Origin: agreement.FromApproval}
	var number, confirmed int64
	if err := rows.Scan(&t.ID, &t.NB, &t.NN, &number, &t.Source, &confirmed, &t.Uses); err != nil {
		return t, err
	}
	if number != 0 {
		t.Origin = agreement.FromImport
	}
	t.Confirmed = time.Unix(confirmed, 0).UTC()
	return t, nil
}

func collect(all iter.Seq2[agreement.Translation, error]) ([]agreement.Translation, error) {
	var found []agreement.Translation
	for t, err := range all {
		if err != nil {
			return nil, err
		}
		found = append(found, t)
	}
	return found, nil
}
