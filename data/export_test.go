package data

import (
	"context"
	"fmt"
)

// LimitPages makes the disk full once the database has so many pages, or as many as it has now if that is more.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	_, err := s.write.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", max(pages, 1)))
	return err
}

// MatchExpression is what a search is turned into.
var MatchExpression = matchExpression
