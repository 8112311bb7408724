package data

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"avtalebok/agreement"
	"avtalebok/data/templates"
)

// AddTemplate keeps a template of the user's own and gives it as it is kept. A new one is published as its version,
// or as version 1 where it has none. Where there is one with its ID already, deleted or not, that one gets a new
// version, unless its newest says the same; it is in use then in any case. One with changes that are not published is
// left alone: the error's code is Refused.
func (s *Store) AddTemplate(ctx context.Context, t agreement.Template) (agreement.Template, error) {
	t = agreement.TemplateOf(t.Working())
	if t.ID == "" {
		t.ID = agreement.NewTemplateID()
	}
	if templates.Has(t.ID) { // the program's own keeps its name
		t.ID = agreement.NewTemplateID()
	}
	err := s.change(ctx, func(tx *sql.Tx) error {
		head, err := templateHead(ctx, tx, t.ID)
		if err != nil {
			return err
		}
		if head.version > 0 {
			newest, err := templateVersion(ctx, tx, t.ID, head.version)
			switch {
			case err != nil:
				return err
			case sameTemplate(newest, t):
				t = newest
				_, err := tx.ExecContext(ctx, `UPDATE template SET deleted = NULL WHERE id = ?`, t.ID)
				return err
			}
		}
		if head.changed { // a working copy that is ahead would be lost
			return unpublishedTemplate(t.ID)
		}
		t.Version = max(t.Version, head.version+1)
		if err := s.introduceTemplate(ctx, tx, head, t.Working()); err != nil {
			return err
		}
		return s.publish(ctx, tx, t)
	})
	return t, err
}

// NewTemplate keeps a template that has yet to be published, as a working copy with an ID of its own, and gives the
// working copy.
func (s *Store) NewTemplate(ctx context.Context, t agreement.Template) (agreement.Agreement, error) {
	t.ID, t.Version = agreement.NewTemplateID(), 0
	a := t.Working()
	err := s.change(ctx, func(tx *sql.Tx) error { return s.introduceTemplate(ctx, tx, templateRow{}, a) })
	a.Revision = 1
	return a, err
}

// OpenTemplate gives the working copy of one of the user's templates, with the number of its last save as revision.
func (s *Store) OpenTemplate(ctx context.Context, id string) (agreement.Agreement, error) {
	var r revision
	err := s.read.QueryRowContext(ctx, `SELECT revision, updated, working FROM template WHERE id = ? AND deleted IS NULL`, id).
		Scan(&r.number, &r.saved, &r.content)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return agreement.Agreement{}, unknownTemplate(id)
	case err != nil:
		return agreement.Agreement{}, explain(err, s.path)
	}
	a, err := r.unpack(id)
	if err != nil {
		return a, unreadableTemplate(id, 0, err)
	}
	return a, nil
}

// SaveTemplate keeps a working copy, as Save keeps a draft: what it builds on must be the last save, else the error's
// code is Conflict and nothing is written.
func (s *Store) SaveTemplate(ctx context.Context, a agreement.Agreement) (agreement.Agreement, error) {
	content, err := packTemplate(a)
	if err != nil {
		return a, err
	}
	saved := a
	err = s.change(ctx, func(tx *sql.Tx) error {
		head, err := templateHead(ctx, tx, a.ID)
		switch {
		case err != nil:
			return err
		case head.number == 0 || head.deleted:
			return unknownTemplate(a.ID)
		case head.revision != a.Revision:
			return templateConflict(a.ID)
		}
		saved.Revision, saved.Updated = head.revision+1, s.clock().UTC().Truncate(time.Second)
		changed := true
		if head.version > 0 {
			newest, err := templateVersion(ctx, tx, a.ID, head.version)
			if err != nil {
				return err
			}
			changed = !sameTemplate(newest, agreement.TemplateOf(a))
		}
		_, err = tx.ExecContext(ctx, `UPDATE template SET revision = ?, changed = ?, working = ?, updated = ? WHERE number = ?`,
			saved.Revision, changed, content, saved.Updated.Unix(), head.number)
		return err
	})
	if err != nil {
		return a, err
	}
	return saved, nil
}

// PublishTemplate makes the working copy the template's newest version, for drafts that are made from now on, and
// gives it. Drafts made from earlier versions keep theirs. Publishing what is published already changes nothing.
func (s *Store) PublishTemplate(ctx context.Context, id string) (agreement.Template, error) {
	var t agreement.Template
	err := s.change(ctx, func(tx *sql.Tx) error {
		head, err := templateHead(ctx, tx, id)
		switch {
		case err != nil:
			return err
		case head.number == 0 || head.deleted:
			return unknownTemplate(id)
		}
		a, err := revision{content: head.working}.decode()
		if err != nil {
			return unreadableTemplate(id, 0, err)
		}
		t = agreement.TemplateOf(a)
		if head.version > 0 {
			newest, err := templateVersion(ctx, tx, id, head.version)
			switch {
			case err != nil:
				return err
			case sameTemplate(newest, t):
				t = newest
				return nil
			}
		}
		t.Version = head.version + 1
		return s.publish(ctx, tx, t)
	})
	return t, err
}

// templateRow is what the database knows about one of the user's templates; the zero value is one that is not there.
type templateRow struct {
	number            int64
	version, revision int
	working           []byte
	changed, deleted  bool
}

func templateHead(ctx context.Context, tx *sql.Tx, id string) (templateRow, error) {
	var h templateRow
	err := tx.QueryRowContext(ctx, `SELECT number, version, revision, working, changed, deleted IS NOT NULL FROM template WHERE id = ?`, id).
		Scan(&h.number, &h.version, &h.revision, &h.working, &h.changed, &h.deleted)
	if errors.Is(err, sql.ErrNoRows) {
		return templateRow{}, nil
	}
	return h, err
}

func templateVersion(ctx context.Context, tx *sql.Tx, id string, version int) (agreement.Template, error) {
	var r revision
	if err := tx.QueryRowContext(ctx, `SELECT content FROM template_version WHERE template = ? AND version = ?`, id, version).
		Scan(&r.content); err != nil {
		return agreement.Template{}, err
	}
	a, err := r.decode()
	if err != nil {
		return agreement.Template{}, unreadableTemplate(id, version, err)
	}
	return agreement.TemplateOf(a), nil
}

// introduceTemplate makes the row of a template, or puts another working copy into the one that is there.
func (s *Store) introduceTemplate(ctx context.Context, tx *sql.Tx, head templateRow, working agreement.Agreement) error {
	content, err := packTemplate(working)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO template (id, version, revision, changed, working, updated)
		VALUES (?1, 0, 1, 1, ?2, ?3)
		ON CONFLICT (id) DO UPDATE SET revision = revision + 1, changed = 1, working = ?2, updated = ?3, deleted = NULL`,
		working.ID, content, s.clock().Unix())
	return err
}

// publish writes a version and makes it the newest; the working copy is level with it then.
func (s *Store) publish(ctx context.Context, tx *sql.Tx, t agreement.Template) error {
	if err := s.keepVersion(ctx, tx, t); err != nil {
		return err
	}
	content, err := packTemplate(t.Working())
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `UPDATE template SET version = ?, changed = 0, working = ?, revision = revision + 1 WHERE id = ?`,
		t.Version, content, t.ID)
	return err
}

func (s *Store) keepVersion(ctx context.Context, tx *sql.Tx, t agreement.Template) error {
	content, err := packTemplate(t.Working())
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO template_version (template, version, made, content) VALUES (?, ?, ?, ?)
		ON CONFLICT DO NOTHING`, t.ID, t.Version, s.clock().Unix(), content)
	return err
}

// keepOrigin sees that the version of the program's template that a draft was made from stays known when a later
// program brings a newer one. The user's own are kept anyway.
func (s *Store) keepOrigin(ctx context.Context, tx *sql.Tx, ref agreement.TemplateRef) error {
	var there bool
	err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM template_version WHERE template = ? AND version = ?)`, ref.ID, ref.Version).
		Scan(&there)
	if err != nil || there || !templates.Has(ref.ID) {
		return err
	}
	t, err := templates.Get(ref.ID)
	if err != nil || t.Version != ref.Version { // a draft of another program's version: that one is not to be had
		return err
	}
	return s.keepVersion(ctx, tx, t)
}

// keepOrigins does so for all drafts, when the database has just got the place for it.
func (s *Store) keepOrigins(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing once committed
	for _, t := range templates.All() {
		var used bool
		err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM agreement WHERE template = ? AND template_version = ?)`, t.ID, t.Version).
			Scan(&used)
		if err != nil {
			return err
		}
		if !used {
			continue
		}
		if err := s.keepOrigin(ctx, tx, agreement.TemplateRef{ID: t.ID, Version: t.Version}); err != nil {
			return err
		}
	}
	return tx.Commit()
}
