package data

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"avtalebok/agreement"
	"avtalebok/agreement/register"
)

// registerCache holds the register as it was last read. It is brought up to date before every use by reading the rows
// that have changed since, those that other processes have written included.
type registerCache struct {
	mu      sync.Mutex
	filled  bool  // drafts from before there was a register have their rows
	read    int64 // register.changed up to here
	entries map[string]*register.Entry
	amends  map[string][]string // IDs of the amendments of an agreement
	list    []*register.Entry   // the entries, the last saved first, never changed once made; nil when it has to be made
}

// Today gives the day that it is by the store's clock.
func (s *Store) Today() register.Date { return register.DateOf(s.clock()) }

// Register gives the entries that a query asks for, as they stand today. The search finds what List finds, and the
// register's own words. The entries are shared: they must not be changed.
func (s *Store) Register(ctx context.Context, q register.Query) ([]*register.Entry, error) {
	all, err := s.registered(ctx)
	if err != nil {
		return nil, err
	}
	match, searching := matchExpression(q.Search)
	if searching {
		if all, err = s.searched(ctx, all, match); err != nil {
			return nil, err
		}
	}
	today := s.Today()
	found := q.Filter.Keep(all, today)
	if q.Order == (register.Order{}) {
		return found, nil
	}
	return register.Sort(found, q.Order, today), nil
}

// RegisterEntry gives the entry of one agreement. One that is not there, or is deleted, is NotFound.
func (s *Store) RegisterEntry(ctx context.Context, id string) (register.Entry, error) {
	c := &s.register
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := s.refresh(ctx); err != nil {
		return register.Entry{}, err
	}
	e, ok := c.entries[id]
	if !ok {
		return register.Entry{}, unknownDraft(id)
	}
	return *c.linked(e), nil
}

// registered gives all entries, the last saved first. The list is shared: it must not be changed.
func (s *Store) registered(ctx context.Context) ([]*register.Entry, error) {
	c := &s.register
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := s.refresh(ctx); err != nil {
		return nil, err
	}
	if c.list == nil {
		c.relist()
	}
	return c.list, nil
}

// refresh reads the rows that have changed since they were read last. It is called with the cache locked.
func (s *Store) refresh(ctx context.Context) error {
	c := &s.register
	if !c.filled {
		if err := s.fillRegister(ctx); err != nil {
			return err
		}
		c.filled, c.entries, c.amends = true, map[string]*register.Entry{}, map[string][]string{}
	}
	return explain(s.readRegister(ctx), s.path)
}

func (s *Store) readRegister(ctx context.Context) error {
	c := &s.register
	rows, err := s.read.QueryContext(ctx, `SELECT r.changed, a.deleted IS NOT NULL, `+entryColumns+`
		FROM register r JOIN agreement a ON a.number = r.agreement WHERE r.changed > ? ORDER BY r.changed`, c.read)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var deleted bool
		var changed int64
		e, err := scanEntry(rows, &changed, &deleted)
		if err != nil {
			return err
		}
		c.take(&e, deleted)
		c.read = changed
	}
	return rows.Err()
}

// take puts an entry in the place of what was there of the same agreement.
func (c *registerCache) take(e *register.Entry, deleted bool) {
	c.list = nil
	if before, ok := c.entries[e.ID]; ok && before.Amends != nil {
		c.amends[before.Amends.ID] = slices.DeleteFunc(c.amends[before.Amends.ID], func(id string) bool { return id == e.ID })
	}
	if deleted {
		delete(c.entries, e.ID)
		return
	}
	c.entries[e.ID] = e
	if e.Amends != nil {
		c.amends[e.Amends.ID] = append(c.amends[e.Amends.ID], e.ID)
	}
}

// relist makes the list anew.
func (c *registerCache) relist() {
	list := make([]*register.Entry, 0, len(c.entries))
	for _, e := range c.entries {
		list = append(list, c.linked(e))
	}
	slices.SortFunc(list, func(a, b *register.Entry) int {
		if way := b.Updated.Compare(a.Updated); way != 0 {
			return way
		}
		return int(b.Row - a.Row)
	})
	c.list = list
}

// linked gives an entry with the amendments to it, in the order in which they were made.
func (c *registerCache) linked(e *register.Entry) *register.Entry {
	if len(c.amends[e.ID]) == 0 {
		return e
	}
	var links []*register.Entry
	for _, id := range c.amends[e.ID] {
		links = append(links, c.entries[id])
	}
	slices.SortFunc(links, func(a, b *register.Entry) int { return int(a.Row - b.Row) })
	with := *e
	for _, l := range links {
		with.Amendments = append(with.Amendments, register.Link{ID: l.ID, Title: l.Title, Replaces: l.Amends.Replaces, Signed: l.Signed})
	}
	return &with
}

// searched gives those of the entries that hold the words of an FTS5 expression.
func (s *Store) searched(ctx context.Context, all []*register.Entry, match string) ([]*register.Entry, error) {
	if match == "" {
		return nil, nil
	}
	var numbers string // as one text: ten thousand rows take ten times as long
	err := s.read.QueryRowContext(ctx, `SELECT coalesce(group_concat(a.number), '')
		FROM search CROSS JOIN agreement a ON a.entry = search.rowid WHERE search MATCH ? AND a.deleted IS NULL`, match).Scan(&numbers)
	if err != nil {
		return nil, explain(err, s.path)
	}
	found := map[int64]bool{}
	for number := range strings.SplitSeq(numbers, ",") {
		n, _ := strconv.ParseInt(number, 10, 64) // SQLite wrote it
		found[n] = true
	}
	var out []*register.Entry
	for _, e := range all {
		if found[e.Row] {
			out = append(out, e)
		}
	}
	return out, nil
}

const entryColumns = `a.number, a.id, a.template, a.template_version, a.kind, a.title_nb, a.title_nn, a.revision, a.updated,
	r.content, r.facts, r.steps`

func scanEntry(row interface{ Scan(...any) error }, before ...any) (register.Entry, error) {
	var e register.Entry
	var updated int64
	var content, facts, steps sql.RawBytes
	texts := []any{&content, &facts, &steps}
	if _, many := row.(*sql.Rows); !many { // RawBytes only hold until the next row, and a single Row has none
		texts = []any{(*[]byte)(&content), (*[]byte)(&facts), (*[]byte)(&steps)}
	}
	into := append(before, &e.Row, &e.ID, &e.Template.ID, &e.Template.Version, &e.Kind,
		&e.Title.NB, &e.Title.NN, &e.Revision, &updated)
	if err := row.Scan(append(into, texts...)...); err != nil {
		return e, err
	}
	e.Updated = time.Unix(updated, 0).UTC()
	for _, part := range []struct {
		raw  []byte
		into any
	}{{content, &e.Content}, {facts, &e.Facts}, {steps, &e.Steps}} {
		if len(part.raw) <= len("{}") {
			continue
		}
		if err := json.Unmarshal(part.raw, part.into); err != nil {
			return e, unreadable(e.ID, e.Revision, err)
		}
	}
	return e, nil
}

// entryOf reads one entry within a change. One that is not there, or is deleted, is an error.
func entryOf(ctx context.Context, tx *sql.Tx, id string) (register.Entry, error) {
	var deleted bool
	e, err := scanEntry(tx.QueryRowContext(ctx, `SELECT a.deleted IS NOT NULL, `+entryColumns+`
		FROM register r JOIN agreement a ON a.number = r.agreement WHERE a.id = ?`, id), &deleted)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return e, unknownDraft(id)
	case err == nil && deleted:
		return e, deletedDraft(agreement.NotFound, id)
	}
	return e, err
}
