package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"avtalebok/agreement"
)

// Query says which drafts to list.
type Query struct {
	Search  string // words that the drafts must hold, each at least as the beginning of a word; "" for all
	Deleted bool   // the deleted drafts instead of those in use
	Limit   int    // at most so many; 0 for all
}

// Summary is what a list shows of a draft.
type Summary struct {
	ID       string
	Template agreement.TemplateRef
	Kind     agreement.Kind
	Title    agreement.Pair // with the parties: "Partnerskapsavtale mellom … og …"
	Parties  []string       // full names
	Status   agreement.Status
	Revision int
	Updated  time.Time // UTC, to the second
	Deleted  bool
}

// List gives the drafts that a query asks for, the last saved first; deleted ones with the last deleted first.
func (s *Store) List(ctx context.Context, q Query) ([]Summary, error) {
	text, arguments, possible := listQuery(q, s.Today().String())
	if !possible {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, text, arguments...)
	if err != nil {
		return nil, explain(err, s.path)
	}
	defer rows.Close()
	var found []Summary
	for rows.Next() {
		summary, err := scanSummary(rows)
		if err != nil {
			return nil, explain(err, s.path)
		}
		found = append(found, summary)
	}
	return found, explain(rows.Err(), s.path)
}

// listQuery gives the SQL of a query on a day; possible is false where nothing can match.
func listQuery(q Query, today string) (text string, arguments []any, possible bool) {
	match, searching := matchExpression(q.Search)
	arguments = []any{today, today}
	from, order := `agreement WHERE (deleted IS NULL)`, `entry DESC`
	if searching {
		if match == "" {
			return "", nil, false
		}
		// CROSS JOIN keeps the search on the outside, which gives its rows in the order asked for.
		from = `search CROSS JOIN agreement ON entry = search.rowid WHERE search MATCH ? AND (deleted IS NULL)`
		order = `search.rowid DESC`
		arguments = append(arguments, match)
	}
	if q.Deleted {
		from += ` IS FALSE`
		order = `deleted DESC, entry DESC`
	}
	text = `SELECT id, template, template_version, kind, ` + statusToday + `, title_nb, title_nn, parties, revision, updated,
		deleted IS NOT NULL FROM ` + from + ` ORDER BY ` + order
	if q.Limit > 0 {
		text += ` LIMIT ?`
		arguments = append(arguments, q.Limit)
	}
	return text, arguments, true
}

func scanSummary(rows *sql.Rows) (Summary, error) {
	var summary Summary
	var parties string
	var updated int64
	err := rows.Scan(&summary.ID, &summary.Template.ID, &summary.Template.Version, &summary.Kind, &summary.Status,
		&summary.Title.NB, &summary.Title.NN, &parties, &summary.Revision, &updated, &summary.Deleted)
	if err != nil {
		return Summary{}, err
	}
	if err := json.Unmarshal([]byte(parties), &summary.Parties); err != nil {
		return Summary{}, unreadable(summary.ID, summary.Revision, err)
	}
	summary.Updated = time.Unix(updated, 0).UTC()
	return summary, nil
}
