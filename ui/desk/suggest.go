package desk

import (
	"context"
	"errors"
	"slices"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
	"avtalebok/translate/diff"
	"avtalebok/translate/memory"
)

// Memory is the translation memory as the desk needs it. Its methods are called away from the user-interface
// goroutine, and several at a time.
type Memory interface {
	Lookup(ctx context.Context, q memory.Query) ([]memory.Match, error)
	Remember(ctx context.Context, source string, passages ...memory.Passage) error
	Used(ctx context.Context, id int64) error
}

// Engine translates. Its method is called away from the user-interface goroutine; the error of one that is not
// installed says what is missing and how to get it.
type Engine interface {
	Translate(ctx context.Context, d translate.Direction, segments []translate.Segment) ([]translate.Translation, error)
}

const (
	// suggestDelay is how long nothing must happen before suggestions are looked for.
	suggestDelay = 300 * time.Millisecond
	// mostMatches is how many matches of the memory are shown; the engine's suggestion comes after them.
	mostMatches = 2
)

// suggestion is a wording for the passage that is worked on. It becomes part of the agreement only when it is
// inserted, and is not approved by that.
type suggestion struct {
	text    string
	unknown []translate.Span // of the engine: words that it left as they were
	match   *memory.Match    // of the memory; nil for the engine's
}

// question is what suggestions are asked for: the wording of a place in one form, given that in the other.
type question struct {
	place  agreement.Place
	form   agreement.Form // of the suggestions
	source string         // in the other form
}

// suggester finds wordings for the passage that is worked on.
type suggester struct {
	desk   *Desk
	asking *coalescer
	end    context.CancelFunc // ends the work that is under way
	asked  question           // what found answers, or what is under way
	found  []suggestion
	ready  bool  // all of found is there
	failed error // why the memory could not be asked the last time
}

func newSuggester(d *Desk) *suggester {
	s := &suggester{desk: d}
	s.asking = &coalescer{timing: d.timing, delay: suggestDelay, run: s.ask}
	return s
}

func (s *suggester) on() bool { return s.desk.options.Memory != nil || s.desk.options.Engine != nil }

// entered follows the cursor into a passage, changed a change of the agreement.
func (s *suggester) entered() {
	if !s.on() {
		return
	}
	q, ok := s.desk.question()
	if !ok || q.place != s.asked.place || q.form != s.asked.form {
		s.stop()
		s.asked, s.found, s.ready = question{}, nil, false
	}
	s.desk.strip.show()
	if ok && q != s.asked {
		s.later()
	}
}

func (s *suggester) changed() { s.entered() }

// later asks when nothing has happened for a moment.
func (s *suggester) later() {
	s.asking.stop()
	s.asking.ask()
}

// stop ends what is waited for and what is under way.
func (s *suggester) stop() {
	s.asking.stop()
	if s.end != nil {
		s.end()
		s.end = nil
	}
}

// question tells what the passage with the cursor wants: the form that has no wording, else the one whose other form
// was changed, else, where nobody has accepted the pair, the form that is worked on.
func (d *Desk) question() (question, bool) {
	s := d.current
	if s == nil || s.form == "" {
		return question{}, false
	}
	text, ok := d.editor.Agreement().Text(s.place)
	if !ok {
		return question{}, false
	}
	form, wanted := wantedForm(text, s.form)
	return question{place: s.place, form: form, source: text.In(form.Other())}, wanted
}

// wantedForm gives the form of a text that is to be worked on, and whether any is.
func wantedForm(text agreement.Text, focused agreement.Form) (agreement.Form, bool) {
	for _, state := range []agreement.State{agreement.Missing, agreement.Outdated} {
		for _, form := range []agreement.Form{focused, focused.Other()} {
			if text.State(form) == state {
				return form, true
			}
		}
	}
	return focused, unreviewed(text)
}

// unreviewed reports whether both forms have a wording and nobody has accepted them as saying the same.
func unreviewed(text agreement.Text) bool {
	return text.State(agreement.Bokmal) == agreement.Unreviewed && text.State(agreement.Nynorsk) == agreement.Unreviewed
}

// ask looks the passage up in the memory, and then asks the engine.
func (s *suggester) ask() {
	s.stop()
	q, ok := s.desk.question()
	if !ok {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.end, s.asked, s.ready = cancel, q, false
	var known []suggestion
	var failed error
	s.desk.timing.Background(func() { known, failed = s.desk.remembered(ctx, q) }, func() {
		if ctx.Err() != nil || s.desk.closed {
			return
		}
		s.desk.sayMemory(failed)
		s.found = known
		s.desk.strip.show()
		s.askEngine(ctx, q)
	})
}

// askEngine adds the engine's suggestion. One that can't be had is no reason to interrupt: translating on request
// says why.
func (s *suggester) askEngine(ctx context.Context, q question) {
	engine := s.desk.options.Engine
	if engine == nil {
		s.ready = true
		return
	}
	var translations []translate.Translation
	s.desk.timing.Background(func() {
		var err error
		translations, err = engine.Translate(ctx, translate.To(q.form), []translate.Segment{{Text: q.source}})
		if err != nil {
			translations = nil
		}
	}, func() {
		if ctx.Err() != nil || s.desk.closed {
			return
		}
		s.ready = true
		for _, t := range translations {
			if t.Err == nil && !s.has(t.Text) {
				s.found = append(s.found, suggestion{text: t.Text, unknown: t.Unknown})
			}
		}
		s.desk.strip.show()
	})
}

func (s *suggester) has(text string) bool {
	return slices.ContainsFunc(s.found, func(f suggestion) bool { return f.text == text })
}

// remembered gives what the memory has for a question. It does not belong on the user-interface goroutine. Where there
// is an error, the engine may still know something.
func (d *Desk) remembered(ctx context.Context, q question) ([]suggestion, error) {
	if d.options.Memory == nil {
		return nil, nil
	}
	matches, err := d.options.Memory.Lookup(ctx, memory.Query{From: q.form.Other(), Text: q.source, Limit: mostMatches})
	if err != nil {
		return nil, err
	}
	out := make([]suggestion, len(matches))
	for i := range matches {
		out[i] = suggestion{text: matches[i].Suggestion, match: &matches[i]}
	}
	return out, nil
}

// sayMemory says in the status line that the memory could not be asked or told, once until it works again.
func (d *Desk) sayMemory(err error) {
	again := d.suggester.failed != nil
	if errors.Is(err, context.Canceled) {
		return
	}
	if d.suggester.failed = err; err != nil && !again {
		d.Say(d.words.T("desk.suggest.memory_failed", "Reason", d.words.Error(err)))
	}
}

// offered are the suggestions that say something else than the passage does.
func (s *suggester) offered() []suggestion {
	if s.asked == (question{}) {
		return nil
	}
	text, _ := s.desk.editor.Agreement().Text(s.asked.place)
	var out []suggestion
	for _, f := range s.found {
		if f.text != text.In(s.asked.form) {
			out = append(out, f)
		}
	}
	return out
}

// InsertSuggestion puts the suggestion with a number from 1 into the passage, in place of what stands there. It is
// one step, and the passage is not approved by it.
func (d *Desk) InsertSuggestion(number int) {
	s := d.suggester
	offered := s.offered()
	q, ok := d.question()
	if !ok || q != s.asked || number > len(offered) {
		if ok && s.on() {
			d.Say(d.words.T("desk.suggest.none"))
		}
		return
	}
	chosen := offered[number-1]
	d.whenAllowed([]agreement.Place{q.place}, func() {
		d.history.seal()
		d.do(agreement.Together("suggestion", q.place, agreement.SetText(q.place, q.form, chosen.text)))
		d.history.seal()
		if len(chosen.unknown) > 0 {
			d.proof.leftAlone(map[agreement.Place][]check.Finding{q.place: untranslated(q.place, q.form, chosen.text, chosen.unknown)})
		}
		d.goTo(q.place, q.form)
		if chosen.match != nil && chosen.match.ID > 0 {
			d.timing.Background(func() {
				_ = d.options.Memory.Used(context.Background(), chosen.match.ID) // a count, worth no interruption
			}, func() {})
		}
	})
}

// changes gives what the remembered wording says otherwise than the one at hand, or nil where that is nothing.
func (s suggestion) changes() []diff.Change {
	if s.match == nil || s.match.Score >= 100 {
		return nil
	}
	return s.match.Changes
}
