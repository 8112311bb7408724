package data

import (
	"context"
	"fmt"
	"path/filepath"

	"avtalebok/agreement"
)

// LimitPages makes the disk full once the database has so many pages, or as many as it has now if that is more.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	_, err := s.write.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", max(pages, 1)))
	return err
}

// Dir is the folder that the store keeps everything in.
func (s *Store) Dir() string { return filepath.Dir(s.path) }

// MatchExpression is what a search is turned into.
var MatchExpression = matchExpression

// Errors gives one of each error that this package makes.
func Errors() []error {
	errs := []error{
		unknownDraft("a1"), deletedDraft(agreement.Conflict, "a1"), conflict("a1", 3, 4), unreadable("a1", 3, nil),
		unknownRevision("a1", 3), unknownTemplate("own-1"), unreadableTemplate("own-1", 2, nil), templateConflict("own-1"), unpublishedTemplate("own-1"), frozen("a1"), keepSigned("a1"),
	}
	for _, key := range []string{
		string(full), string(readOnly), string(locked), string(corrupt), string(failing),
		"newer", "foreign", "notFolder", "noHome",
	} {
		errs = append(errs, storageError(key, "/home/kari/utkast", nil))
	}
	return errs
}

// KeptVersions counts the versions of a template that are written down.
func (s *Store) KeptVersions(ctx context.Context, id string) (n int) {
	if err := s.read.QueryRowContext(ctx, `SELECT count(*) FROM template_version WHERE template = ?`, id).Scan(&n); err != nil {
		return -1
	}
	return n
}

// KeepOrigins does what bringing the database up does for drafts from before templates were kept.
func (s *Store) KeepOrigins(ctx context.Context) error {
	if _, err := s.write.ExecContext(ctx, `DELETE FROM template_version`); err != nil {
		return err
	}
	return s.keepOrigins(ctx, s.write)
}
