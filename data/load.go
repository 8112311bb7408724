package data

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"avtalebok/agreement"
)

// statusToday is the status on a day, which is to be given twice. Days that are not known are empty.
const statusToday = `CASE
	WHEN last_day <> '' AND last_day < ? THEN outcome
	WHEN first_day <> '' AND first_day <= ? THEN 'running'
	ELSE status END`

// Load gives the newest revision of a draft. One that is not there, or is deleted, is NotFound; a deleted one can
// still be looked at with LoadRevision.
func (s *Store) Load(ctx context.Context, id string) (agreement.Agreement, error) {
	var r revision
	var deleted bool
	today := s.Today().String()
	err := s.read.QueryRowContext(ctx, `SELECT `+statusToday+`, r.revision, r.saved, r.content, a.deleted IS NOT NULL
		FROM agreement a JOIN revision r ON r.entry = a.entry WHERE a.id = ?`, today, today, id).
		Scan(&r.status, &r.number, &r.saved, &r.content, &deleted)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return agreement.Agreement{}, unknownDraft(id)
	case err != nil:
		return agreement.Agreement{}, explain(err, s.path)
	case deleted:
		return agreement.Agreement{}, deletedDraft(agreement.NotFound, id)
	}
	return r.unpack(id)
}

// LoadRevision gives a draft, deleted or not, as it was saved as a revision. NotFound where there is no such draft,
// or where the revision has been thinned out. To go back to it, save it with the newest revision as its base.
func (s *Store) LoadRevision(ctx context.Context, id string, number int) (agreement.Agreement, error) {
	r := revision{number: number}
	today := s.Today().String()
	err := s.read.QueryRowContext(ctx, `SELECT `+statusToday+`, r.saved, r.content
		FROM agreement a JOIN revision r ON r.agreement = a.number WHERE a.id = ? AND r.revision = ?`, today, today, id, number).
		Scan(&r.status, &r.saved, &r.content)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return agreement.Agreement{}, unknownRevision(id, number)
	case err != nil:
		return agreement.Agreement{}, explain(err, s.path)
	}
	return r.unpack(id)
}

// RevisionInfo tells of a revision that is kept.
type RevisionInfo struct {
	Number int
	Saved  time.Time // UTC, to the second
}

// Revisions lists the kept revisions of a draft, deleted or not, newest first.
func (s *Store) Revisions(ctx context.Context, id string) ([]RevisionInfo, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT r.revision, r.saved
		FROM agreement a JOIN revision r ON r.agreement = a.number WHERE a.id = ? ORDER BY r.revision DESC`, id)
	if err != nil {
		return nil, explain(err, s.path)
	}
	infos, err := scanRevisions(rows)
	if err != nil {
		return nil, explain(err, s.path)
	}
	if infos == nil {
		return nil, unknownDraft(id)
	}
	return infos, nil
}

func scanRevisions(rows *sql.Rows) ([]RevisionInfo, error) {
	defer rows.Close()
	var infos []RevisionInfo
	for rows.Next() {
		var info RevisionInfo
		var saved int64
		if err := rows.Scan(&info.Number, &saved); err != nil {
			return nil, err
		}
		info.Saved = time.Unix(saved, 0).UTC()
		infos = append(infos, info)
	}
	return infos, rows.Err()
}
