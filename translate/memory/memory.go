package memory

import (
	"context"
	"iter"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"avtalebok/agreement"
)

// Store keeps the pairs. Several programs may use the same one at a time.
type Store interface {
	// RememberTranslations keeps pairs that a person accepted and gives them back with their IDs, which rise.
	RememberTranslations(ctx context.Context, pairs []agreement.Translation) ([]agreement.Translation, error)
	// ImportTranslations takes in pairs from a file, all or none, and counts those that were known.
	ImportTranslations(ctx context.Context, source string, pairs iter.Seq2[agreement.Translation, error]) (added, known int, err error)
	// TranslationImports lists the imports that are complete, oldest first.
	TranslationImports(ctx context.Context) ([]int64, error)
	// TranslationsSince goes through an import's pairs, or with 0 the accepted ones, whose IDs are greater than after:
	// newest first.
	TranslationsSince(ctx context.Context, number, after int64) iter.Seq2[agreement.Translation, error]
	// Translations gives the pairs with these IDs that are there.
	Translations(ctx context.Context, ids []int64) ([]agreement.Translation, error)
	// AllTranslations goes through all pairs, ordered by their wordings.
	AllTranslations(ctx context.Context) iter.Seq2[agreement.Translation, error]
	// SearchTranslations gives the pairs that hold words beginning like those of a text, the last confirmed first.
	SearchTranslations(ctx context.Context, text string, limit int) ([]agreement.Translation, error)
	DeleteTranslation(ctx context.Context, id int64) error
	// RestoreTranslation brings back a pair that was deleted, with another ID.
	RestoreTranslation(ctx context.Context, t agreement.Translation) (agreement.Translation, error)
	// DeleteTranslationImports forgets what came with files of a name, and says how many pairs those were.
	DeleteTranslationImports(ctx context.Context, source string) (deleted int, err error)
	CountTranslationUse(ctx context.Context, id int64) error
}

// MaxIndexed is how many pairs can be found as matches. Of a store with more, the accepted ones and then the latest
// imports are; the others are still there to be searched, deleted and exported.
const MaxIndexed = 250_000

// maxTokens bounds what the indexed wordings of one form come to; 250,000 sentences are some 6 million tokens.
const maxTokens = 12_000_000

// Memory is the translation memory. It may be used from several goroutines.
type Memory struct {
	store      Store
	templates  map[int64]agreement.Translation // by ID, below zero: they are no part of the store
	inTemplate map[agreement.Pair]bool
	limit      int

	refreshing chan struct{} // holds a token while nobody brings the index up to date
	refreshed  atomic.Int64  // when that was done last, seconds since 1970
	seen       map[int64]int64
	mu         sync.RWMutex // guards index
	index      *index       // nil until it has been loaded

	stop       context.CancelFunc
	background sync.WaitGroup
	life       context.Context
}

// Open gives the memory of a store and of the program's templates. Nothing is read from the store before it is needed.
func Open(store Store, templates []agreement.Template) *Memory {
	return open(store, templates, MaxIndexed)
}

func open(store Store, templates []agreement.Template, limit int) *Memory {
	m := &Memory{
		store: store, templates: map[int64]agreement.Translation{}, inTemplate: map[agreement.Pair]bool{}, limit: limit,
		refreshing: make(chan struct{}, 1),
	}
	for _, t := range templates {
		for _, pair := range fromTemplate(t) {
			if !m.inTemplate[pair.Pair] {
				m.inTemplate[pair.Pair] = true
				pair.ID = int64(-1 - len(m.templates))
				m.templates[pair.ID] = pair
			}
		}
	}
	m.life, m.stop = context.WithCancel(context.Background())
	m.refreshing <- struct{}{}
	return m
}

// Load begins to load the index in the background, so that the first lookup need not wait for it.
func (m *Memory) Load() { m.refreshSoon() }

// Close ends what goes on in the background.
func (m *Memory) Close() {
	m.stop()
	m.background.Wait()
}

// Refresh brings in what others have added to the store. Lookups do so by themselves, for the next lookup.
func (m *Memory) Refresh(ctx context.Context) error {
	select {
	case <-m.refreshing:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { m.refreshing <- struct{}{} }()
	return m.refresh(ctx)
}

// refreshSoon refreshes in the background, unless somebody is at it or just was.
func (m *Memory) refreshSoon() {
	if m.life.Err() != nil || m.refreshed.Load() == time.Now().Unix() {
		return
	}
	select {
	case <-m.refreshing:
		m.background.Go(func() {
			defer func() { m.refreshing <- struct{}{} }()
			_ = m.refresh(m.life) // who needs the index and finds none tries again and gets the error
		})
	default:
	}
}

// refresh loads what is new in the store, or everything where there is no index yet or the old one has become
// wasteful. The caller holds the token.
func (m *Memory) refresh(ctx context.Context) error {
	m.refreshed.Store(time.Now().Unix())
	numbers, err := m.store.TranslationImports(ctx)
	if err != nil {
		return err
	}
	if m.outdated(numbers) {
		return m.loadAll(ctx, numbers)
	}
	index := m.current()
	for _, number := range newestFirst(numbers) {
		// Some room above the limit: the index is made anew, with the newest pairs, when that is used up.
		if err := m.load(ctx, index, &m.mu, m.seen, number, m.limit+m.limit/5); err != nil {
			return err
		}
	}
	return nil
}

// outdated reports whether the index has to be made anew: there is none, it has become wasteful, or it holds an import
// that is gone. The caller holds the token.
func (m *Memory) outdated(imports []int64) bool {
	for number := range m.seen {
		if number != 0 && !slices.Contains(imports, number) {
			return true
		}
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.index == nil || m.index.wasteful(m.limit)
}

// current gives the index in use, nil before there is one.
func (m *Memory) current() *index {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.index
}

// newestFirst gives the numbers to load by: 0 for the accepted pairs, then the imports.
func newestFirst(imports []int64) []int64 {
	numbers := slices.Clone(imports)
	slices.Reverse(numbers)
	return slices.Insert(numbers, 0, 0)
}

// loadAll makes the index anew, beside the one in use.
func (m *Memory) loadAll(ctx context.Context, imports []int64) error {
	index, seen := newIndex(), map[int64]int64{}
	for id := range m.templates {
		index.add(m.templates[id])
	}
	var alone sync.RWMutex
	for _, number := range newestFirst(imports) {
		if err := m.load(ctx, index, &alone, seen, number, m.limit); err != nil {
			return err
		}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.index, m.seen = index, seen
	return nil
}

// loadBatch is how many pairs go into the index while lookups wait.
const loadBatch = 100

// load takes an import's pairs, or with 0 the accepted ones, that have not been seen yet into an index, until
// it holds most.
func (m *Memory) load(
	ctx context.Context, into *index, guard *sync.RWMutex, seen map[int64]int64, number int64, most int,
) error {
	last, again := seen[number]
	if again && number != 0 {
		return nil // a complete import does not grow
	}
	var batch []agreement.Translation
	full := func() bool {
		guard.RLock()
		defer guard.RUnlock()
		return into.full(most - len(batch))
	}
	if full() {
		seen[number] = last
		return nil
	}
	add := func() {
		guard.Lock()
		defer guard.Unlock()
		for _, t := range batch {
			into.add(t)
		}
		batch = batch[:0]
	}
	for t, err := range m.store.TranslationsSince(ctx, number, last) {
		if err != nil {
			return err
		}
		last = max(last, t.ID)
		if batch = append(batch, t); len(batch) == loadBatch {
			add()
		}
		if full() {
			break
		}
	}
	add()
	seen[number] = last
	return nil
}

// Remember keeps pairs that a person has accepted as saying the same. Source says where: the agreement's title.
// Pairs that a template has are known already.
func (m *Memory) Remember(ctx context.Context, source string, passages ...Passage) error {
	return m.remember(ctx, source, time.Time{}, passages)
}

// Learn keeps the accepted pairs of an agreement, as of its last save. Doing so again changes nothing.
func (m *Memory) Learn(ctx context.Context, a agreement.Agreement) error {
	return m.remember(ctx, agreement.FullTitle(a, agreement.Nynorsk), a.Updated, Approved(a))
}

func (m *Memory) remember(ctx context.Context, source string, when time.Time, passages []Passage) error {
	var pairs []agreement.Translation
	for _, passage := range passages {
		for _, p := range parts(passage.Pair) {
			if !m.inTemplate[p] {
				pairs = append(pairs, agreement.Translation{Pair: p, Source: agreement.CleanLine(source), Confirmed: when})
			}
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	kept, err := m.store.RememberTranslations(ctx, pairs)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.index != nil {
		for _, t := range kept {
			m.index.add(t)
		}
	}
	return nil
}

// Used counts that a pair's suggestion was inserted.
func (m *Memory) Used(ctx context.Context, id int64) error {
	if id < 0 {
		return nil
	}
	return m.store.CountTranslationUse(ctx, id)
}

// Delete forgets a pair. NotFound where there is none with that ID; Refused for a template's, which the program
// brings along again at every start.
func (m *Memory) Delete(ctx context.Context, id int64) error {
	if _, ok := m.templates[id]; ok {
		return agreement.NewError(agreement.Refused, "error.tm.template", nil, "ID", id)
	}
	if err := m.store.DeleteTranslation(ctx, id); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.index != nil {
		m.index.remove(id)
	}
	return nil
}

// Restore brings back a pair that Delete has forgotten, and gives it with its new ID.
func (m *Memory) Restore(ctx context.Context, t agreement.Translation) (agreement.Translation, error) {
	t, err := m.store.RestoreTranslation(ctx, t)
	if err != nil {
		return t, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.index != nil {
		m.index.add(t)
	}
	return t, nil
}

// DeleteImports forgets what came with files of a name, and says how many pairs those were. Pairs that a person has
// accepted since stay. NotFound where no such file was taken in.
func (m *Memory) DeleteImports(ctx context.Context, source string) (deleted int, err error) {
	deleted, err = m.store.DeleteTranslationImports(ctx, source)
	if err != nil || m.current() == nil {
		return deleted, err
	}
	return deleted, m.Refresh(ctx)
}

// Search gives the pairs, templates' included, that hold words beginning like those of a text, in either form: at
// most limit of them, the last confirmed first and the templates' last. An empty text finds all.
func (m *Memory) Search(ctx context.Context, text string, limit int) ([]agreement.Translation, error) {
	found, err := m.store.SearchTranslations(ctx, text, limit)
	if err != nil {
		return nil, err
	}
	for id := int64(-1); len(found) < limit; id-- {
		t, ok := m.templates[id]
		if !ok {
			break
		}
		if holds(t.NB+"\n"+t.NN, text) {
			found = append(found, t)
		}
	}
	return found, nil
}

// holds reports whether each word of a text begins one of another text's.
func holds(text, words string) bool {
	all := tokens(text)
	for _, word := range strings.Fields(words) {
		word = strings.ToLower(strings.Trim(word, `.,;:!?«»"'()`))
		if !slices.ContainsFunc(all, func(t token) bool { return strings.HasPrefix(strings.ToLower(t.Text), word) }) {
			return false
		}
	}
	return true
}
