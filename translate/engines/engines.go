// Package engines finds what can translate on this machine and decides which is used: the engine within the program
// that reads Apertium's language data, or Apertium's own programs.
//
// It knows no screens, and keeps nothing.
package engines

import (
	"context"
	"log/slog"
	"sync"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/apertium"
	"avtalebok/translate/engine"
)

// Kind names an engine. The words are those of the command line and of the store.
type Kind string

// The kinds.
const (
	Automatic Kind = ""         // the internal one wherever its data lie and can be used, else Apertium
	Internal  Kind = "internal" // the engine within the program
	Apertium  Kind = "apertium" // Apertium's own programs
)

// Kinds lists what can be chosen by name.
var Kinds = []Kind{Internal, Apertium}

// ParseKind reads a kind's name, "" for Automatic.
func ParseKind(name string) (Kind, error) {
	switch k := Kind(name); k {
	case Automatic, Internal, Apertium:
		return k, nil
	}
	return Automatic, agreement.NewError(agreement.Invalid, "error.engine.kind", nil, "Engine", name)
}

// Found is an engine that can be used.
type Found struct {
	Kind   Kind   // Internal or Apertium
	Folder string // where its data lie

	internal *engine.Installation
	programs *apertium.Installation
}

// Find looks for an engine in a folder, or, given "", where programs and systems have it. The error says what is missing.
func Find(kind Kind, folder string) (Found, error) {
	var f Found
	var err error
	if kind != Apertium {
		if f.internal, err = engine.Find(folder); err == nil {
			f.Kind, f.Folder = Internal, f.internal.Folder
		}
		if kind == Internal {
			return f, err
		}
	}
	var missing error
	if f.programs, missing = apertium.Find(folder); missing == nil && f.Kind == "" {
		f.Kind, f.Folder = Apertium, f.programs.Folder
	}
	switch {
	case f.Kind != "":
		return f, nil
	case err != nil:
		return f, err
	}
	return f, missing
}

// Open makes the engine, which writes nynorsk in a house style. Where both were found, Apertium's programs stand in
// from the moment that the data turn out to be of no use to the other.
func (f Found) Open(style translate.Style, log *slog.Logger) translate.Engine {
	if f.Kind == Apertium {
		return apertium.New(f.programs, style, apertium.Limits{})
	}
	own := engine.New(f.internal, style, engine.Limits{}, log)
	if f.programs == nil {
		return own
	}
	return &relieved{Engine: own, log: log, relief: func() translate.Engine { return apertium.New(f.programs, style, apertium.Limits{}) }}
}

// relieved is an engine that another one stands in for once its data have turned out to be of no use.
type relieved struct {
	translate.Engine
	relief func() translate.Engine
	log    *slog.Logger

	mu      sync.Mutex
	instead translate.Engine
}

// Translate implements translate.Engine.
func (r *relieved) Translate(ctx context.Context, d translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	if e := r.standIn(); e != nil {
		return e.Translate(ctx, d, segments)
	}
	translations, err := r.Engine.Translate(ctx, d, segments)
	if !engine.IsDataError(err) {
		return translations, err
	}
	r.mu.Lock()
	if r.instead == nil {
		r.log.Warn("Apertium's programs are used, as the engine can't use their data", "error", err)
		r.instead = r.relief()
	}
	r.mu.Unlock()
	return r.standIn().Translate(ctx, d, segments)
}

func (r *relieved) standIn() translate.Engine {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.instead
}

// Close implements translate.Engine.
func (r *relieved) Close() error {
	err := r.Engine.Close()
	if e := r.standIn(); e != nil {
		return e.Close()
	}
	return err
}
