package memory

import (
	"cmp"
	"context"
	"slices"

	"avtalebok/agreement"
	"avtalebok/translate/diff"
	"avtalebok/translate/memory/tmx"
)

// Least is the score below which a match helps nobody; it is what Lookup takes for 0.
const Least = 60

// Query asks for matches.
type Query struct {
	From  agreement.Form // the form of Text; suggestions are in the other one
	Text  string
	Least int // lowest score, 50 to 100; 0 for Least
	Limit int // at most so many matches; 0 for five
}

// Match is a remembered pair that fits a wording.
type Match struct {
	agreement.Translation
	Score      int           // 100 where the wording is the same, else less
	Suggestion string        // for the other form, with the wording's own figures, addresses and placeholders
	Changes    []diff.Change // what leads from the remembered wording to the one at hand
}

// Lookup gives the matches for a wording, the best first and among equals the one confirmed last. Of several with
// the same suggestion only the first is given. It waits for the memory to be loaded; the error is the context's or
// the store's.
func (m *Memory) Lookup(ctx context.Context, q Query) ([]Match, error) {
	if q.Least == 0 {
		q.Least = Least
	}
	q.Least = min(max(q.Least, 50), exact)
	if q.Limit == 0 {
		q.Limit = 5
	}
	q.Text = tmx.Clean(q.Text)
	hits, err := m.hits(ctx, q)
	if err != nil {
		return nil, err
	}
	pairs, err := m.texts(ctx, hits)
	if err != nil {
		return nil, err
	}
	return best(pairs, q), nil
}

// hits asks the index.
func (m *Memory) hits(ctx context.Context, q Query) ([]hit, error) {
	if err := m.loaded(ctx); err != nil {
		return nil, err
	}
	defer m.refreshSoon()
	m.mu.RLock()
	defer m.mu.RUnlock()
	hits := m.index.exactHits(q.From, q.Text)
	for _, h := range m.index.nearHits(q.From, q.Text, q.Least) {
		if !slices.ContainsFunc(hits, func(other hit) bool { return other.id == h.id }) {
			hits = append(hits, h)
		}
	}
	return hits, nil
}

// loaded waits until there is an index.
func (m *Memory) loaded(ctx context.Context) error {
	if m.current() != nil {
		return nil
	}
	return m.Refresh(ctx)
}

// texts gets the pairs of hits; those that somebody has deleted meanwhile are left out.
func (m *Memory) texts(ctx context.Context, hits []hit) ([]agreement.Translation, error) {
	var pairs []agreement.Translation
	var ids []int64
	for _, h := range hits {
		if t, ok := m.templates[h.id]; ok {
			pairs = append(pairs, t)
			continue
		}
		ids = append(ids, h.id)
	}
	stored, err := m.store.Translations(ctx, ids)
	return append(pairs, stored...), err
}

// best scores pairs by their texts.
func best(pairs []agreement.Translation, q Query) []Match {
	var matches []Match
	for _, t := range pairs {
		c := compare(q.Text, t.In(q.From), t.In(q.From.Other()))
		if c.score >= q.Least {
			matches = append(matches, Match{Translation: t, Score: c.score, Suggestion: c.suggestion})
		}
	}
	slices.SortFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), b.Confirmed.Compare(a.Confirmed), cmp.Compare(b.ID, a.ID))
	})
	suggested := map[string]bool{}
	matches = slices.DeleteFunc(matches, func(m Match) bool {
		known := suggested[m.Suggestion]
		suggested[m.Suggestion] = true
		return known
	})
	matches = matches[:min(len(matches), q.Limit)]
	for i, match := range matches {
		matches[i].Changes = diff.Words(match.In(q.From), q.Text)
	}
	return matches
}
