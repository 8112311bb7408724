package data

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/templates"
)

// OwnTemplate is a template of the user's own as lists show it.
type OwnTemplate struct {
	agreement.Template           // its newest version, or the working copy with Version 0 where none was published
	Changed            bool      // the working copy is ahead of the newest version
	Updated            time.Time // when it was last saved; UTC, to the second
	Deleted            bool
}

// OwnTemplates gives the user's templates that are in use, or those that were deleted, the last saved first.
func (s *Store) OwnTemplates(ctx context.Context, deleted bool) ([]OwnTemplate, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT t.id, t.version, t.changed, t.updated, coalesce(v.content, t.working)
		FROM template t LEFT JOIN template_version v ON v.template = t.id AND v.version = t.version
		WHERE (t.deleted IS NOT NULL) = ? ORDER BY t.updated DESC, t.number DESC`, deleted)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var out []OwnTemplate
	for rows.Next() {
		own := OwnTemplate{Deleted: deleted}
		var id string
		var version int
		var updated int64
		r := revision{}
		if err := rows.Scan(&id, &version, &own.Changed, &updated, &r.content); err != nil {
			return nil, explain(err, s.path)
		}
		a, err := r.decode()
		if err != nil {
			return nil, unreadableTemplate(id, version, err)
		}
		own.Template, own.Updated = agreement.TemplateOf(a), time.Unix(updated, 0).UTC()
		own.Version = version
		out = append(out, own)
	}
	return out, explain(rows.Err(), s.path)
}

// FindTemplate gives the newest version of a template, the program's or the user's own. Where there is none in use,
// the error is of code NotFound and suggests one.
func (s *Store) FindTemplate(ctx context.Context, id string) (agreement.Template, error) {
	var version int
	err := s.read.QueryRowContext(ctx, `SELECT version FROM template WHERE id = ? AND version > 0 AND deleted IS NULL`, id).Scan(&version)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return templates.Get(id)
	case err != nil:
		return agreement.Template{}, explain(err, s.path)
	}
	return s.TemplateVersion(ctx, agreement.TemplateRef{ID: id, Version: version})
}

// TemplateVersion gives a version of a template as it was, also where it is deleted or a newer one is there. NotFound
// where it was never kept here, as when a draft came from elsewhere.
func (s *Store) TemplateVersion(ctx context.Context, ref agreement.TemplateRef) (agreement.Template, error) {
	r := revision{number: ref.Version}
	err := s.read.QueryRowContext(ctx, `SELECT content FROM template_version WHERE template = ? AND version = ?`,
		ref.ID, ref.Version).Scan(&r.content)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		if t, err := templates.Get(ref.ID); err == nil && t.Version == ref.Version {
			return t, nil
		}
		return agreement.Template{}, unknownTemplate(ref.ID)
	case err != nil:
		return agreement.Template{}, explain(err, s.path)
	}
	a, err := r.decode()
	if err != nil {
		return agreement.Template{}, unreadableTemplate(ref.ID, ref.Version, err)
	}
	return agreement.TemplateOf(a), nil
}

// TemplateUses counts the drafts in use that were made from each template, whatever the version, by the template's ID.
func (s *Store) TemplateUses(ctx context.Context) (map[string]int, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT template, count(*) FROM agreement WHERE deleted IS NULL GROUP BY template`)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	uses := make(map[string]int)
	for rows.Next() {
		var id string
		var n int
		if err := rows.Scan(&id, &n); err != nil {
			return nil, explain(err, s.path)
		}
		uses[id] = n
	}
	return uses, explain(rows.Err(), s.path)
}

// DeleteTemplate takes one of the user's templates out of use. Drafts made from it stay as they are, and
// RestoreTemplate brings it back. Deleting twice is no error.
func (s *Store) DeleteTemplate(ctx context.Context, id string) error {
	return s.markTemplate(ctx, id, sql.NullInt64{Int64: s.clock().Unix(), Valid: true})
}

// RestoreTemplate brings a deleted template back as it was. Restoring one that is in use is no error.
func (s *Store) RestoreTemplate(ctx context.Context, id string) error {
	return s.markTemplate(ctx, id, sql.NullInt64{})
}

func (s *Store) markTemplate(ctx context.Context, id string, deleted sql.NullInt64) error {
	return s.change(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE template SET deleted = ? WHERE id = ?`, deleted, id)
		if err != nil {
			return err
		}
		return one(result, unknownTemplate(id))
	})
}

// packTemplate gives a working copy as it is kept.
func packTemplate(a agreement.Agreement) ([]byte, error) {
	a.Template.ID = a.ID
	text, err := encode(a)
	if err != nil {
		return nil, err
	}
	content, err := compress(text)
	if err != nil {
		return nil, agreement.NewError(agreement.Internal, "error.internal", err)
	}
	return content, nil
}

// sameTemplate reports whether two templates say the same, whatever their versions.
func sameTemplate(x, y agreement.Template) bool {
	x.Version, y.Version = 1, 1
	one, errOne := agreement.Encode(x.Working())
	two, errTwo := agreement.Encode(y.Working())
	return errOne == nil && errTwo == nil && bytes.Equal(one, two)
}

func unknownTemplate(id string) error {
	return agreement.NewError(agreement.NotFound, "error.template.gone", nil, "ID", id)
}

func unreadableTemplate(id string, version int, cause error) error {
	return agreement.NewError(agreement.Storage, "error.template.unreadable", cause, "ID", id, "Version", version)
}

func templateConflict(id string) error {
	return agreement.NewError(agreement.Conflict, "error.template.conflict", nil, "ID", id)
}

func unpublishedTemplate(id string) error {
	return agreement.NewError(agreement.Refused, "error.template.unpublished", nil, "ID", id)
}
