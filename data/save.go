package data

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// Save keeps a as the newest revision of its draft and gives it back with the new revision number and the moment of
// the save. When Save returns without an error, the draft is on the disk.
//
// a.Revision names the revision that a builds on, 0 for a new draft. Where that is no longer the newest, somebody
// else has saved in between: the error's code is Conflict, and nothing is written. Saving what is the newest
// revision already writes nothing and gives back that revision. A deleted draft is a Conflict too: it has to be
// restored first. A signed agreement is Refused: it is changed by Amend. A draft with a base that is not in the store is
// NotFound, and one that Agreement.Validate refuses is Invalid.
func (s *Store) Save(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error) {
	draft, err := pack(a)
	if err != nil {
		return a, err
	}
	saved := a
	err = s.change(ctx, func(tx *sql.Tx) (err error) {
		saved, err = s.keep(ctx, tx, a, draft)
		return err
	})
	if err != nil {
		return a, err
	}
	return saved, nil
}

// packed is an agreement made ready to be written, outside of the transaction.
type packed struct {
	content []byte
	digest  [sha256.Size]byte
	title   agreement.Pair
	parties []byte
	words   string
	entry   string // what the register shows of it
}

func pack(a agreement.Agreement) (packed, error) {
	text, err := encode(a)
	if err != nil {
		return packed{}, err
	}
	content, err := compress(text)
	if err != nil {
		return packed{}, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	parties, err := json.Marshal(partyNames(a))
	if err != nil {
		return packed{}, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	entry, err := contentOf(a)
	if err != nil {
		return packed{}, err
	}
	return packed{
		content: content,
		digest:  sha256.Sum256(text),
		title:   agreement.Pair{NB: agreement.FullTitle(a, agreement.Bokmal), NN: agreement.FullTitle(a, agreement.Nynorsk)},
		parties: parties,
		words:   words(a),
		entry:   entry,
	}, nil
}

// head is what the database knows about a draft's newest revision; number 0 is a draft that is not there.
type head struct {
	number   int64
	entry    int64
	revision int
	digest   [sha256.Size]byte
	updated  time.Time
	thinned  time.Time
	deleted  bool
	stage    agreement.Status // how far the parties have come
	today    agreement.Status // what it is on the day that was asked for
}

// frozen reports whether the text stands because it was signed.
func (h head) frozen() bool { return h.stage == agreement.Signed }

func newest(ctx context.Context, tx *sql.Tx, id string, day register.Date) (head, error) {
	var h head
	var digest []byte
	var updated, thinned int64
	err := tx.QueryRowContext(ctx, `SELECT number, entry, revision, digest, updated, thinned, deleted IS NOT NULL, status, `+statusToday+`
		FROM agreement WHERE id = ?`, day.String(), day.String(), id).
		Scan(&h.number, &h.entry, &h.revision, &digest, &updated, &thinned, &h.deleted, &h.stage, &h.today)
	if errors.Is(err, sql.ErrNoRows) {
		return head{stage: agreement.Draft, today: agreement.Draft}, nil
	}
	copy(h.digest[:], digest)
	h.updated, h.thinned = time.Unix(updated, 0).UTC(), time.Unix(thinned, 0).UTC()
	return h, err
}

// record writes saved as the draft's newest revision, with what lists and the search show of it.
func (s *Store) record(ctx context.Context, tx *sql.Tx, last head, saved agreement.Agreement, draft packed) error {
	if last.number == 0 {
		var err error
		if last, err = s.introduce(ctx, tx, saved); err != nil {
			return err
		}
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO revision (agreement, revision, saved, content) VALUES (?, ?, ?, ?)`,
		last.number, saved.Revision, saved.Updated.Unix(), draft.content)
	if err != nil {
		return err
	}
	entry, err := result.LastInsertId()
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE agreement SET template = ?, template_version = ?, kind = ?, status = ?,
		title_nb = ?, title_nn = ?, parties = ?, revision = ?, entry = ?, digest = ?, updated = ? WHERE number = ?`,
		saved.Template.ID, saved.Template.Version, saved.Kind, saved.Status, draft.title.NB, draft.title.NN,
		string(draft.parties), saved.Revision, entry, draft.digest[:], saved.Updated.Unix(), last.number)
	if err != nil {
		return err
	}
	own, err := follow(ctx, tx, last.number, draft.entry)
	if err != nil {
		return err
	}
	if err := index(ctx, tx, last.entry, entry, draft.words+"\n"+own); err != nil {
		return err
	}
	return thin(ctx, tx, last, saved.Updated)
}

// index makes a draft found by its words as they are now, under the entry of its newest revision, in place of an earlier one.
func index(ctx context.Context, tx *sql.Tx, before, entry int64, words string) error {
	if _, err := tx.ExecContext(ctx, `DELETE FROM search WHERE rowid = ?`, before); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO search (rowid, words) VALUES (?, ?)`, entry, words)
	return err
}

// introduce makes the row of a draft that is saved for the first time; record fills it in.
func (s *Store) introduce(ctx context.Context, tx *sql.Tx, a agreement.Agreement) (head, error) {
	if err := s.keepOrigin(ctx, tx, a.Template); err != nil {
		return head{}, err
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO agreement
		(id, template, template_version, kind, status, title_nb, title_nn, parties, revision, entry, digest, updated, thinned)
		VALUES (?, '', 0, '', '', '', '', '', 0, 0, x'', 0, ?)`, a.ID, a.Updated.Unix())
	if err != nil {
		return head{}, err
	}
	number, err := result.LastInsertId()
	return head{number: number, thinned: a.Updated}, err
}
