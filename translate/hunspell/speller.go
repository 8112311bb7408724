package hunspell

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"sync"
	"time"

	"avtalebok/agreement"
)

// dictionaries are the names of the dictionaries of the written forms.
var dictionaries = map[agreement.Form]string{agreement.Bokmal: "nb_NO", agreement.Nynorsk: "nn_NO"}

// ErrMissing says that the program or the dictionary is not installed.
var ErrMissing = errors.New("hunspell is not installed")

// defaultPatience bounds the wait for one answer. Hunspell answers a word in microseconds; suggestions for a long unknown
// compound may take most of a second.
const defaultPatience = 5 * time.Second

// idle is how long a process is kept that nobody asks.
const idle = 5 * time.Minute

// Speller knows how words are spelt: from the installed dictionaries and the user's own words. It may be used from
// several goroutines.
type Speller struct {
	program  string
	patience time.Duration

	mu      sync.Mutex
	own     map[agreement.Form]map[string]bool
	names   map[string]bool
	known   map[agreement.Form]map[string][]string // answers given before
	running map[agreement.Form]*process
}

// New finds the program; path is its file, or "" for the one on the system's path. It gives a speller in any case;
// without the program, Check gives ErrMissing.
func New(path string) *Speller {
	if path == "" {
		path, _ = exec.LookPath("hunspell")
	}
	return &Speller{
		program: path, patience: defaultPatience,
		own:     map[agreement.Form]map[string]bool{},
		known:   map[agreement.Form]map[string][]string{},
		running: map[agreement.Form]*process{},
	}
}

// SetOwn replaces the user's own words of one form. They count with any use of capitals.
func (s *Speller) SetOwn(form agreement.Form, words []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.own[form] = make(map[string]bool, len(words))
	for _, w := range words {
		s.own[form][strings.ToLower(strings.TrimSpace(w))] = true
	}
}

// SetNames replaces the names, of places say, that are right in both forms as they are written here, with or without the
// s of the genitive. A name of several words, or of parts with hyphens, is right in its parts too.
func (s *Speller) SetNames(names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names = make(map[string]bool, 2*len(names))
	for _, name := range names {
		for _, part := range strings.Fields(name) {
			s.names[part] = true
			for _, piece := range strings.Split(part, "-") {
				s.names[piece] = true
			}
		}
	}
}

// name reports whether a word is one of the names.
func (s *Speller) name(word string) bool {
	return s.names[word] || s.names[strings.TrimSuffix(word, "s")]
}

// Available reports whether a written form can be checked: whether the program starts with its dictionary.
func (s *Speller) Available(ctx context.Context, form agreement.Form) bool {
	_, err := s.Check(ctx, form, []string{"avtale"})
	return err == nil
}

// maxKnown bounds the answers that are remembered, by form.
const maxKnown = 20_000

// Check gives, for each word, nil where it is known, else what may be meant. A word with blanks or line breaks is
// taken for known: it is no word.
func (s *Speller) Check(ctx context.Context, form agreement.Form, words []string) ([][]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.program == "" || dictionaries[form] == "" {
		return nil, ErrMissing
	}
	answers := make([][]string, len(words))
	for i, w := range words {
		if !askable(w) || s.own[form][strings.ToLower(w)] || s.name(w) {
			continue
		}
		answer, ok := s.known[form][w]
		if !ok {
			var err error
			if answer, err = s.ask(ctx, form, w); err != nil {
				return nil, err
			}
			s.remember(form, w, answer)
		}
		answers[i] = answer
	}
	return answers, nil
}

func (s *Speller) remember(form agreement.Form, word string, answer []string) {
	if s.known[form] == nil || len(s.known[form]) >= maxKnown {
		s.known[form] = make(map[string][]string)
	}
	s.known[form][word] = answer
}

// askable reports whether the program takes a word for one word and not for a command.
func askable(w string) bool {
	return w != "" && len(w) < 100 && !strings.ContainsAny(w, " \t\r\n\u00a0\x00") && !strings.ContainsRune("*&@+-~#!%`^", rune(w[0]))
}

// ask puts a question to the running process, starting it where that is needed. A process that died or hangs is
// replaced once; then the error counts.
func (s *Speller) ask(ctx context.Context, form agreement.Form, word string) ([]string, error) {
	for attempt := 0; ; attempt++ {
		p, err := s.process(ctx, form)
		if err != nil {
			return nil, err
		}
		answer, err := p.ask(ctx, word, s.patience)
		if err == nil {
			p.keep(idle)
			return answer, nil
		}
		p.close()
		delete(s.running, form)
		if ctx.Err() != nil || attempt > 0 {
			return nil, err
		}
	}
}

func (s *Speller) process(ctx context.Context, form agreement.Form) (*process, error) {
	if p := s.running[form]; p != nil && p.alive() {
		return p, nil
	}
	p, err := start(ctx, s.program, dictionaries[form], s.patience)
	if err != nil {
		return nil, err
	}
	s.running[form] = p
	return p, nil
}

// Close ends the processes. The speller can be used again afterwards.
func (s *Speller) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for form, p := range s.running {
		p.close()
		delete(s.running, form)
	}
}
