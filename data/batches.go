package data

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"avtalebok/agreement"
)

// Batch is an agreement that is made out to many counterparts.
type Batch struct {
	ID      string
	Plan    []byte    // JSON; the package batch knows what it says
	Updated time.Time // UTC, to the second
	Drafts  int       // that are in use
}

// BatchDraft is one of a batch's drafts, as the batch remembers it and as it stands.
type BatchDraft struct {
	ID       string
	Common   int64 // the number of the common text that it builds on
	Made     int   // the revision that the batch wrote last
	Revision int   // the newest
	Deleted  bool
	Status   agreement.Status // today
}

// ByHand reports whether the draft was changed since the batch wrote it.
func (d BatchDraft) ByHand() bool { return d.Revision != d.Made }

// Batches gives all batches that have drafts in use, the last one made first.
func (s *Store) Batches(ctx context.Context) ([]Batch, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT b.id, b.plan, b.updated, count(*)
		FROM batch b JOIN batch_draft d ON d.batch = b.number JOIN agreement a ON a.id = d.draft
		WHERE a.deleted IS NULL GROUP BY b.number ORDER BY b.updated DESC, b.number DESC`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var out []Batch
	for rows.Next() {
		var b Batch
		var updated int64
		if err := rows.Scan(&b.ID, &b.Plan, &updated, &b.Drafts); err != nil {
			return nil, explain(err, s.path)
		}
		b.Updated = time.Unix(updated, 0).UTC()
		out = append(out, b)
	}
	return out, explain(rows.Err(), s.path)
}

// BatchDrafts gives the drafts of a batch in the order of its counterparts; none where there is no such batch.
func (s *Store) BatchDrafts(ctx context.Context, id string) ([]BatchDraft, error) {
	today := s.Today().String()
	rows, err := s.read.QueryContext(ctx, `SELECT d.draft, d.common, d.made, a.revision, a.deleted IS NOT NULL, `+statusToday+`
		FROM batch b JOIN batch_draft d ON d.batch = b.number JOIN agreement a ON a.id = d.draft
		WHERE b.id = ? ORDER BY d.position, d.draft`, today, today, id)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var out []BatchDraft
	for rows.Next() {
		var d BatchDraft
		if err := rows.Scan(&d.ID, &d.Common, &d.Made, &d.Revision, &d.Deleted, &d.Status); err != nil {
			return nil, explain(err, s.path)
		}
		out = append(out, d)
	}
	return out, explain(rows.Err(), s.path)
}

// BatchCommon gives a common text that drafts of a batch build on.
func (s *Store) BatchCommon(ctx context.Context, number int64) (agreement.Agreement, error) {
	var r revision
	err := s.read.QueryRowContext(ctx, `SELECT content FROM batch_common WHERE number = ?`, number).Scan(&r.content)
	if err != nil {
		return agreement.Agreement{}, explain(err, s.path)
	}
	a, err := r.decode()
	if err != nil {
		return a, unreadable("", 0, err)
	}
	return a, nil
}

// BatchSave is what SaveBatch is to keep.
type BatchSave struct {
	ID      string
	Plan    []byte                // in place of an earlier one; empty leaves that
	Commons []agreement.Agreement // what the drafts have in common, with that of each by its index
	Drafts  []BatchSaveDraft
}

// BatchSaveDraft is a draft of a batch that is to be kept.
type BatchSaveDraft struct {
	agreement.Agreement
	Common   int // index into Commons
	Position int
	ByHand   bool // it was changed by hand before, and still counts as that
}

// SaveBatch keeps drafts of a batch as SaveMany does, and in the same transaction what the batch has to remember of them.
// Those with an Err are not remembered.
func (s *Store) SaveBatch(ctx context.Context, b BatchSave) ([]Kept, error) {
	commons := make([]packed, len(b.Commons))
	for i, a := range b.Commons {
		var err error
		if commons[i], err = pack(a); err != nil {
			return nil, err
		}
	}
	many := make([]agreement.Agreement, len(b.Drafts))
	for i, d := range b.Drafts {
		many[i] = d.Agreement
	}
	return s.saveMany(ctx, many, func(tx *sql.Tx, kept []Kept) error { return s.rememberBatch(ctx, tx, b, commons, kept) })
}

func (s *Store) rememberBatch(ctx context.Context, tx *sql.Tx, b BatchSave, commons []packed, kept []Kept) error {
	number, err := s.introduceBatch(ctx, tx, b)
	if err != nil {
		return err
	}
	numbers := make([]int64, len(commons))
	for i, common := range commons {
		if numbers[i], err = keepCommon(ctx, tx, number, common); err != nil {
			return err
		}
	}
	for i, d := range b.Drafts {
		if kept[i].Err != nil {
			continue
		}
		if err := rememberDraft(ctx, tx, number, numbers[d.Common], d, kept[i].Revision); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM batch_common WHERE batch = ?1
		AND NOT EXISTS (SELECT 1 FROM batch_draft WHERE common = batch_common.number)`, number)
	return err
}

func (s *Store) introduceBatch(ctx context.Context, tx *sql.Tx, b BatchSave) (number int64, err error) {
	if len(b.Plan) == 0 {
		err := tx.QueryRowContext(ctx, `SELECT number FROM batch WHERE id = ?`, b.ID).Scan(&number)
		if errors.Is(err, sql.ErrNoRows) {
			err = unknownDraft(b.ID)
		}
		return number, err
	}
	err = tx.QueryRowContext(ctx, `INSERT INTO batch (id, plan, updated) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET plan = excluded.plan, updated = excluded.updated RETURNING number`,
		b.ID, string(b.Plan), s.clock().Unix()).Scan(&number)
	return number, err
}

func keepCommon(ctx context.Context, tx *sql.Tx, batch int64, common packed) (number int64, err error) {
	err = tx.QueryRowContext(ctx, `INSERT INTO batch_common (batch, digest, content) VALUES (?, ?, ?)
		ON CONFLICT (batch, digest) DO UPDATE SET digest = excluded.digest RETURNING number`,
		batch, common.digest[:], common.content).Scan(&number)
	return number, err
}

func rememberDraft(ctx context.Context, tx *sql.Tx, batch, common int64, d BatchSaveDraft, revision int) error {
	made := revision
	if d.ByHand {
		made = 0
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO batch_draft (batch, draft, position, common, made) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (batch, draft) DO UPDATE SET position = excluded.position, common = excluded.common, made = excluded.made`,
		batch, d.ID, d.Position, common, made)
	return err
}
