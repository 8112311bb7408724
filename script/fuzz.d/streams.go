package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/engine"
	"avtalebok/translate/pair"
	"avtalebok/translate/request"
)

// data is what there is of the installed data: their stages with real streams for each, and their files.
type data struct {
	ways  []way
	files []original
}

// way is one direction.
type way struct {
	direction translate.Direction
	engine    *engine.Engine
	log       *remember
	stages    []stage
	texts     []string
}

// stage is a stage with real streams for it.
type stage struct {
	engine.Stage
	streams []string
}

// lookAtInstalled opens the installed data and takes the templates' texts through their stages.
func lookAtInstalled() (*data, error) {
	in, err := engine.Find("")
	if err != nil {
		return nil, err
	}
	files, _, err := pair.Look(in.Folder)
	if err != nil {
		return nil, err
	}
	d := &data{}
	for _, direction := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		w, err := open(in, direction)
		if err != nil {
			return nil, err
		}
		d.ways = append(d.ways, w)
		mode, _ := files.Mode(direction, translate.Style{})
		for i, s := range mode {
			found, err := originals(files, s, w.stages[i].streams)
			if err != nil {
				return nil, err
			}
			d.files = append(d.files, found...)
		}
	}
	modes, err := filepath.Glob(filepath.Join(files.Folder, "modes", "n*.mode"))
	if err != nil {
		return nil, err
	}
	for _, path := range modes {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		d.files = append(d.files, original{kind: "mode", content: content})
	}
	return d, nil
}

func open(in *engine.Installation, direction translate.Direction) (way, error) {
	log := &remember{}
	w := way{direction: direction, log: log, engine: engine.New(in, translate.Style{}, engine.Limits{Patience: patience}, slog.New(log))}
	stages, setvar, err := in.Stages(context.Background(), direction, translate.Style{})
	if err != nil {
		return w, err
	}
	const oneIn = 10
	n := 0
	for _, t := range templates.All() {
		for _, text := range t.Working().Passages() {
			if n++; n%oneIn == 0 {
				w.texts = append(w.texts, text.In(direction.From))
			}
		}
	}
	var streams []string
	for _, text := range w.texts {
		streams = append(streams, request.Encode(1, request.SetVariables(setvar), text).Text)
	}
	for _, s := range stages {
		w.stages = append(w.stages, stage{s, streams})
		next := make([]string, len(streams))
		for i, in := range streams {
			if next[i], err = s.Run(context.Background(), in); err != nil {
				return w, err
			}
		}
		streams = next
	}
	return w, nil
}

// streamTargets gives each stage by itself, all stages of a direction together, and the engine.
func streamTargets(d *data) (list []target) {
	for _, w := range d.ways {
		for i, s := range w.stages {
			list = append(list, target{
				name: fmt.Sprintf("to %s, stage %d: %s", w.direction.To, i+1, short(s.Call)),
				make: func(r *rand.Rand) input { return input{content: changedStream(r, s.streams)} },
				feed: func(ctx context.Context, in input) error {
					_, err := run1(ctx, s.Run, string(in.content))
					return err
				},
			})
		}
		list = append(list, target{
			name: fmt.Sprintf("to %s, all stages", w.direction.To),
			make: func(r *rand.Rand) input { return input{content: changedStream(r, w.stages[0].streams)} },
			feed: w.all,
		}, target{
			name: fmt.Sprintf("to %s, a request", w.direction.To),
			make: func(r *rand.Rand) input { return input{content: changedStream(r, w.texts)} },
			feed: w.ask,
		})
	}
	return list
}

// short gives a call without the folders of its files.
func short(call string) string {
	words := strings.Fields(call)
	for i, word := range words {
		words[i] = filepath.Base(word)
	}
	return strings.Join(words, " ")
}

func (w way) all(ctx context.Context, in input) error {
	text := string(in.content)
	for _, s := range w.stages {
		var err error
		if text, err = run1(ctx, s.Run, text); err != nil {
			return err
		}
	}
	return nil
}

// ask gives the engine a request. What it makes of it has to be a translation, or a text's own error.
func (w way) ask(ctx context.Context, in input) error {
	got, err := w.engine.Translate(ctx, w.direction, []translate.Segment{{Text: string(in.content)}})
	if reason := w.log.take(); reason != "" {
		return bug{errors.New(reason)}
	}
	if err != nil {
		return err
	}
	return got[0].Err
}

// most is what the engine lets pass from one stage to the next, in bytes.
const most = 16 << 20

// run1 gives a stage a stream. The stage has to end soon after its context does, and not to make much of little.
func run1(ctx context.Context, run func(context.Context, string) (string, error), text string) (string, error) {
	out, err := run(ctx, text)
	if len(out) > 4*most {
		return "", bug{fmt.Errorf("%d bytes became %d", len(text), len(out))}
	}
	if len(out) > most {
		return "", errors.New("too large")
	}
	return out, err
}

// remember is a log that keeps what the engine says of its own failings.
type remember struct {
	mu      sync.Mutex
	reasons []string
}

// Enabled implements slog.Handler.
func (*remember) Enabled(context.Context, slog.Level) bool { return true }

// Handle implements slog.Handler.
func (m *remember) Handle(_ context.Context, record slog.Record) error {
	text := record.Message
	record.Attrs(func(a slog.Attr) bool {
		text += " " + a.String()
		return true
	})
	m.mu.Lock()
	defer m.mu.Unlock()
	m.reasons = append(m.reasons, text)
	return nil
}

// WithAttrs implements slog.Handler.
func (m *remember) WithAttrs([]slog.Attr) slog.Handler { return m }

// WithGroup implements slog.Handler.
func (m *remember) WithGroup(string) slog.Handler { return m }

// take gives what was said since it was asked last.
func (m *remember) take() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	text := strings.Join(m.reasons, "\n")
	m.reasons = nil
	return text
}
