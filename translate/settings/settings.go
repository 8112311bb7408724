// Package settings is what the user has decided about the language: the house style, terms of his own, rules that are
// off, findings that are never to be shown again, and words that the spelling dictionary lacks. The window and the
// command line read it from the same store, so that both say the same.
//
// The package does not know how the store keeps things, and no screens.
package settings

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/check"
	"avtalebok/translate/engines"
	"avtalebok/translate/terms"
)

// Store keeps the decisions.
type Store interface {
	// Setting gives what is kept under a key, "" where nothing is; SetSetting keeps it, and forgets it for "".
	Setting(ctx context.Context, key string) (string, error)
	SetSetting(ctx context.Context, key, value string) error
	// LanguageEntries gives a list's values by key; ChangeLanguageEntries changes some of them, and forgets those that
	// are "", all or none.
	LanguageEntries(ctx context.Context, list string) (map[string]string, error)
	ChangeLanguageEntries(ctx context.Context, list string, entries map[string]string) error
}

// The keys of single values in the store.
const (
	StyleKey    = "language.style"    // a style file's content
	ApertiumKey = "language.apertium" // the folder of an installation; "" where systems install it
	EngineKey   = "language.engine"   // the kind of engine; "" for the best there is
	ignoredKey  = "language.ignored"  // findings that are ignored everywhere; those of one draft stand under it and its ID
)

// The names of lists in the store.
const (
	termList = "term" // own terms as JSON, by their keys
	offList  = "off"  // rules that are off, by their IDs
	wordList = "word" // own words, by themselves; the written form's code follows
)

// Settings are all decisions together. The zero value is what applies before there are any.
type Settings struct {
	Style    translate.Style
	Apertium string
	Engine   engines.Kind
	Own      []terms.Term                // in the order of their bokmål words
	Off      []string                    // IDs of rules, in order
	Ignored  []check.Ignore              // everywhere
	Words    map[agreement.Form][]string // in order
}

// Read reads the decisions. What can't be read or makes no sense has its default: the settings can be used whatever
// the error, which tells of all of that.
func Read(ctx context.Context, store Store) (Settings, error) {
	var s Settings
	var errs []error
	note := func(what string, err error) {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", what, err))
		}
	}
	style, err := store.Setting(ctx, StyleKey)
	note("house style", err)
	if s.Style, err = translate.ParseStyle("", []byte(style)); err != nil {
		note("house style", err)
		s.Style = translate.Style{}
	}
	s.Apertium, err = store.Setting(ctx, ApertiumKey)
	note("folder of the engine", err)
	kind, err := store.Setting(ctx, EngineKey)
	note("engine", err)
	s.Engine, err = engines.ParseKind(kind)
	note("engine", err)
	s.Own, err = ownTerms(ctx, store)
	note("own terms", err)
	s.Off, err = listed(ctx, store, offList)
	note("rules", err)
	s.Ignored, err = Ignored(ctx, store, "")
	note("ignored findings", err)
	s.Words = make(map[agreement.Form][]string)
	for _, form := range agreement.Forms {
		s.Words[form], err = listed(ctx, store, wordsOf(form))
		note("own words", err)
	}
	return s, errors.Join(errs...)
}

// Terms gives the built-in list overlaid with the user's own terms. Making it costs some milliseconds; keep it.
func (s Settings) Terms() *terms.List {
	if len(s.Own) == 0 {
		return terms.Default()
	}
	return terms.Default().With(s.Own...)
}

// Options gives what a checker is to look for, with a list that Terms has given. Findings that are ignored and names
// are for the caller to add.
func (s Settings) Options(list *terms.List) check.Options {
	o := check.Options{Terms: list, Off: s.Off}
	if !s.Style.Equal(translate.Style{}) {
		style := s.Style
		o.Style = &style
	}
	return o
}

func ownTerms(ctx context.Context, store Store) ([]terms.Term, error) {
	entries, err := store.LanguageEntries(ctx, termList)
	var own []terms.Term
	for key, value := range entries {
		var t terms.Term
		if broken := cmp.Or(json.Unmarshal([]byte(value), &t), t.Check(0)); broken != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", key, broken))
			continue
		}
		own = append(own, t)
	}
	slices.SortFunc(own, func(a, b terms.Term) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Bokmal.Lemma), strings.ToLower(b.Bokmal.Lemma)), cmp.Compare(a.Class, b.Class))
	})
	return own, err
}

// KeepTerms keeps own terms; those with the same key take the place of what was kept.
func KeepTerms(ctx context.Context, store Store, own ...terms.Term) error {
	entries := make(map[string]string, len(own))
	for _, t := range own {
		if err := t.Check(0); err != nil {
			return err
		}
		value, err := json.Marshal(t)
		if err != nil {
			return agreement.NewError(agreement.Internal, "error.internal", err)
		}
		entries[t.Key()] = string(value)
	}
	return store.ChangeLanguageEntries(ctx, termList, entries)
}

// ForgetTerms forgets own terms, by their keys.
func ForgetTerms(ctx context.Context, store Store, keys ...string) error {
	return store.ChangeLanguageEntries(ctx, termList, blank(keys))
}

// SetRule puts a rule on or off.
func SetRule(ctx context.Context, store Store, id string, on bool) error {
	value := "off"
	if on {
		value = ""
	}
	return store.ChangeLanguageEntries(ctx, offList, map[string]string{id: value})
}

// AddWord adds an own word of a written form, which the spelling then takes for right with any use of capitals.
func AddWord(ctx context.Context, store Store, form agreement.Form, word string) error {
	if word = strings.TrimSpace(agreement.CleanLine(word)); word == "" || strings.ContainsAny(word, " ") || len(word) > maxWord {
		return agreement.NewError(agreement.Invalid, "error.lint.word", nil)
	}
	return store.ChangeLanguageEntries(ctx, wordsOf(form), map[string]string{word: "own"})
}

// maxWord bounds an own word, in bytes.
const maxWord = 100

// ForgetWord takes an own word away.
func ForgetWord(ctx context.Context, store Store, form agreement.Form, word string) error {
	return store.ChangeLanguageEntries(ctx, wordsOf(form), blank([]string{word}))
}

func wordsOf(form agreement.Form) string { return wordList + "." + string(form) }

func blank(keys []string) map[string]string {
	entries := make(map[string]string, len(keys))
	for _, k := range keys {
		entries[k] = ""
	}
	return entries
}

func listed(ctx context.Context, store Store, list string) ([]string, error) {
	entries, err := store.LanguageEntries(ctx, list)
	keys := make([]string, 0, len(entries))
	for k := range entries {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys, err
}
