package ui

import (
	"context"
	"errors"
	"log/slog"
	"sync"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	language "avtalebok/translate/check"
	"avtalebok/translate/memory"
	"avtalebok/translate/terms"
	"avtalebok/ui/desk"
)

// The keys of what the user has decided about the language, in the store.
const (
	styleSetting    = "language.style"    // a style file's content
	apertiumSetting = "language.apertium" // the folder of an installation; "" where systems install it
)

// Language is what carries texts between the written forms and checks them: memory, engine and house style. It may
// be used from several goroutines.
type Language struct {
	memory *memory.Memory
	log    *slog.Logger
	find   func(folder string) (*apertium.Installation, error)
	open   func(*apertium.Installation, translate.Style) translate.Engine

	mu     sync.Mutex
	closed bool
	folder string // of Apertium, as the user has chosen it
	style  translate.Style
	engine translate.Engine // nil where there is none
	where  string           // where Apertium was found
	err    error            // why there is no engine
	looked chan struct{}    // closed when it is known whether there is an engine
	once   sync.Once
}

// NewLanguage gives the memory of a store and of templates. Nothing is read before Start.
func NewLanguage(store memory.Store, templates []agreement.Template, log *slog.Logger) *Language {
	return &Language{
		memory: memory.Open(store, templates), log: log, looked: make(chan struct{}), find: apertium.Find,
		open: func(in *apertium.Installation, style translate.Style) translate.Engine {
			return translate.Repair(translate.WithTerms(apertium.New(in, style, apertium.Limits{}), terms.Default()), style)
		},
	}
}

// Start reads the settings, loads the memory and looks for the engine. It belongs in the background.
func (l *Language) Start(ctx context.Context, settings desk.Settings) {
	l.memory.Load()
	style, err := settings.Setting(ctx, styleSetting)
	if err != nil {
		l.log.Warn("the house style was not read", "error", err)
	}
	folder, err := settings.Setting(ctx, apertiumSetting)
	if err != nil {
		l.log.Warn("the folder of the engine was not read", "error", err)
	}
	parsed, err := translate.ParseStyle("", []byte(style))
	if err != nil {
		l.log.Warn("the house style was not understood", "error", err)
		parsed = translate.Style{}
	}
	_ = l.use(parsed, folder) // what is missing is said when the engine is asked for
}

// use takes a house style and the folder of an installation, and replaces the engine. The error says what is missing.
func (l *Language) use(style translate.Style, folder string) error {
	var engine translate.Engine
	where := ""
	in, err := l.find(folder)
	if err == nil {
		engine, where = l.open(in, style), in.Folder
	}
	l.mu.Lock()
	old := l.engine
	if l.closed {
		old, engine = engine, nil
	} else {
		l.style, l.folder, l.engine, l.where, l.err = style, folder, engine, where, err
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

// Checker makes a checker in the house style, where one is chosen.
func (l *Language) Checker(o language.Options) desk.Checker {
	l.mu.Lock()
	style := l.style
	l.mu.Unlock()
	if !style.Equal(translate.Style{}) {
		o.Style = &style
	}
	return language.New(o)
}

// state tells what is in use: the house style, the chosen folder, and where Apertium was found or what is missing.
func (l *Language) state() (style translate.Style, folder, where string, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.style, l.folder, l.where, l.err
}

// Close ends the engine's programs and the memory's work in the background.
func (l *Language) Close() error {
	l.mu.Lock()
	engine := l.engine
	l.engine, l.closed = nil, true
	l.mu.Unlock()
	l.once.Do(func() { close(l.looked) })
	l.memory.Close()
	if engine == nil {
		return nil
	}
	return errors.Join(engine.Close())
}
