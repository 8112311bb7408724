package ui

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/translate"
	language "avtalebok/translate/check"
	"avtalebok/translate/engines"
	"avtalebok/translate/hunspell"
	"avtalebok/translate/memory"
	"avtalebok/translate/settings"
	"avtalebok/translate/terms"
	"avtalebok/ui/desk"
)

// Language is what carries texts between the written forms and checks them: memory, engine, house style, terms and
// spelling. It may be used from several goroutines.
type Language struct {
	memory  *memory.Memory
	store   settings.Store
	speller *hunspell.Speller
	log     *slog.Logger
	find    func(kind engines.Kind, folder string) (engines.Found, error)
	open    func(engines.Found, translate.Style) translate.Engine

	mu      sync.Mutex
	closed  bool
	chosen  engineChoice
	decided settings.Settings
	terms   *terms.List      // the built-in ones and the user's own
	engine  translate.Engine // nil where there is none
	found   engines.Found    // which engine that is
	err     error            // why there is no engine
	looked  chan struct{}    // closed when it is known whether there is an engine
	once    sync.Once
	read    chan struct{} // closed when the decisions were read, or never will be
	reading sync.Once
}

// engineChoice is what the user has chosen about the engine.
type engineChoice struct {
	style  translate.Style
	kind   engines.Kind
	folder string // of the language data, "" for where they are found
}

// languageStore keeps the memory and what the user has decided.
type languageStore interface {
	memory.Store
	settings.Store
}

// NewLanguage gives the memory of a store and of templates. Nothing is read before Start.
func NewLanguage(store languageStore, templates []agreement.Template, log *slog.Logger) *Language {
	l := &Language{
		memory: memory.Open(store, templates), store: store, speller: hunspell.New(""), log: log, terms: terms.Default(),
		looked: make(chan struct{}), read: make(chan struct{}), find: engines.Find,
	}
	l.open = func(found engines.Found, style translate.Style) translate.Engine {
		live := liveTerms{l}
		engine := translate.WithTerms(found.Open(style, log), live)
		return translate.WithOwnTerms(translate.Repair(engine, style), live)
	}
	return l
}

// Start reads what the user has decided, loads the memory and looks for the engine. It belongs in the background.
func (l *Language) Start(ctx context.Context) {
	l.memory.Load()
	l.speller.SetNames(facts.PlaceNames())
	decided := l.reread(ctx)
	l.reading.Do(func() { close(l.read) })
	_ = l.use(engineChoice{decided.Style, decided.Engine, decided.Apertium}) // what is missing is said when the engine is asked for
}

// reread takes over what the user has decided, as the store has it now.
func (l *Language) reread(ctx context.Context) settings.Settings {
	decided, err := settings.Read(ctx, l.store)
	if err != nil {
		l.log.Warn("some of what was decided about the language was not read", "error", err)
	}
	list := decided.Terms()
	for _, form := range agreement.Forms {
		l.speller.SetOwn(form, decided.Words[form])
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.decided, l.terms = decided, list
	return decided
}

// decide changes what is decided and takes it over. It belongs away from the UI thread.
func (l *Language) decide(ctx context.Context, change func(context.Context, settings.Store) error) error {
	if err := change(ctx, l.store); err != nil {
		return err
	}
	l.reread(ctx)
	return nil
}

// decisions gives what is decided, and the list of terms that follows from it.
func (l *Language) decisions() (settings.Settings, *terms.List) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.decided, l.terms
}

// liveTerms is the list of terms as it is at the moment, so that the engine need not be started anew for a new term.
type liveTerms struct{ language *Language }

// Repair implements translate.Terms.
func (t liveTerms) Repair(source, target string, to agreement.Form) string {
	_, list := t.language.decisions()
	return list.Repair(source, target, to)
}

// OwnWords implements translate.OwnTerms.
func (t liveTerms) OwnWords(text string, form agreement.Form) map[string]string {
	_, list := t.language.decisions()
	return list.OwnWords(text, form)
}

// LikeCapitals implements translate.OwnTerms.
func (t liveTerms) LikeCapitals(model, text string) string { return terms.LikeCapitals(model, text) }

// use takes a choice over, and replaces the engine. The error says what is missing.
func (l *Language) use(c engineChoice) error {
	var engine translate.Engine
	found, err := l.find(c.kind, c.folder)
	if err == nil {
		engine = l.open(found, c.style)
	} else {
		found = engines.Found{}
	}
	l.mu.Lock()
	old := l.engine
	if l.closed {
		old, engine = engine, nil
	} else {
		l.decided.Style, l.chosen, l.engine, l.found, l.err = c.style, c, engine, found, err
	}
	l.mu.Unlock()
	l.once.Do(func() { close(l.looked) })
	if old != nil {
		if closing := old.Close(); closing != nil {
			l.log.Warn("the engine did not end well", "error", closing)
		}
	}
	return err
}

// Translate implements desk.Engine. The error of a missing engine says how to get it.
func (l *Language) Translate(ctx context.Context, d translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	select {
	case <-l.looked:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	l.mu.Lock()
	engine, err := l.engine, l.err
	l.mu.Unlock()
	if engine == nil {
		if err == nil {
			err = agreement.NewError(agreement.Refused, "error.translate.closed", nil)
		}
		return nil, err
	}
	return engine.Translate(ctx, d, segments)
}

// Checker makes a checker that follows what the user has decided. It belongs away from the UI thread.
func (l *Language) Checker(o language.Options) desk.Checker {
	<-l.read
	decided, list := l.decisions()
	own := decided.Options(list)
	own.Ignored, own.Names = o.Ignored, o.Names
	return language.New(own)
}

// Check implements check.Speller.
func (l *Language) Check(ctx context.Context, form agreement.Form, words []string) ([][]string, error) {
	return l.speller.Check(ctx, form, words)
}

// AddWord adds a word to those that the spelling takes for right.
func (l *Language) AddWord(ctx context.Context, form agreement.Form, word string) error {
	return l.decide(ctx, func(ctx context.Context, store settings.Store) error {
		return settings.AddWord(ctx, store, form, word)
	})
}

// state tells what was chosen, and the engine that was found for it or what is missing. Before it is known, there is
// neither.
func (l *Language) state() (c engineChoice, found engines.Found, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	c = l.chosen
	c.style = l.decided.Style
	return c, l.found, l.err
}

// Close ends the engine's programs and the memory's work in the background.
func (l *Language) Close() error {
	l.mu.Lock()
	engine := l.engine
	l.engine, l.closed = nil, true
	l.mu.Unlock()
	l.once.Do(func() { close(l.looked) })
	l.reading.Do(func() { close(l.read) })
	l.speller.Close()
	l.memory.Close()
	if engine == nil {
		return nil
	}
	return errors.Join(engine.Close())
}
