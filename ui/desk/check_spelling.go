package desk

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/translate/hunspell"
)

const (
	// spellTogether is how many passages are looked through before what was found is shown.
	spellTogether = 6
	// spellPatience bounds the work on them. The dictionary's program answers most words in microseconds, but may think
	// for a second about what is meant by one that it does not know.
	spellPatience = 15 * time.Second
	// spellingRule is the rule of what the dictionary does not know.
	spellingRule = "spelling"
)

// spelling is the part of the proof that asks the dictionary.
type spelling struct {
	found   map[agreement.Place][]check.Finding
	missing map[agreement.Form]bool // there is no dictionary
	ended   context.Context
	end     context.CancelFunc
}

func newSpelling() *spelling {
	s := &spelling{found: make(map[agreement.Place][]check.Finding), missing: make(map[agreement.Form]bool)}
	s.ended, s.end = context.WithCancel(context.Background())
	return s
}

// spell looks through passages in the background, some at a time, and shows what it finds as it comes. It ends when
// another check begins. Then is called when all is done; it may be nil.
func (p *proof) spell(passages []check.Passage, checker Checker, run int, then func()) {
	d := p.desk
	if d.options.Speller == nil || len(passages) == 0 {
		if then != nil {
			then()
		}
		return
	}
	some := passages[:min(spellTogether, len(passages))]
	found := make(map[agreement.Place][]check.Finding)
	missing := make(map[agreement.Form]bool)
	var failed error
	d.timing.Background(func() { failed = p.misspelt(some, checker, found, missing) }, func() {
		if d.closed || run != p.running {
			return
		}
		for form := range missing { // a passage whose words are all known is no sign that there is a dictionary
			p.spelling.missing[form] = true
		}
		for _, passage := range some {
			delete(p.spelling.found, passage.Place)
		}
		for place, findings := range found {
			p.spelling.found[place] = findings
		}
		p.show()
		if failed != nil { // it will be asked again at the next change
			passages = some
		}
		p.spell(passages[len(some):], checker, run, then)
	})
}

// misspelt asks the dictionary about some passages. It does not belong on the user-interface goroutine. The error is
// that of a dictionary that is there and does not answer.
func (p *proof) misspelt(
	passages []check.Passage, checker Checker, found map[agreement.Place][]check.Finding, missing map[agreement.Form]bool,
) error {
	ctx, cancel := context.WithTimeout(p.spelling.ended, spellPatience)
	defer cancel()
	for _, passage := range passages {
		for _, form := range agreement.Forms {
			findings, err := checker.Spelling(ctx, passage.In(form), form, p.desk.options.Speller)
			switch {
			case errors.Is(err, hunspell.ErrMissing):
				missing[form] = true
				continue
			case err != nil:
				return err
			}
			for _, f := range findings {
				f.Place = passage.Place
				found[passage.Place] = append(found[passage.Place], f)
			}
		}
	}
	return nil
}

// withSpelling puts what the dictionary does not know among the other findings about a place, form by form.
func withSpelling(findings, misspelt []check.Finding) []check.Finding {
	if len(misspelt) == 0 {
		return findings
	}
	var out []check.Finding
	for _, form := range agreement.Forms {
		in := func(list []check.Finding) []check.Finding {
			return slices.DeleteFunc(slices.Clone(list), func(f check.Finding) bool { return f.Form != form })
		}
		out = append(out, check.Merge(in(findings), in(misspelt))...)
	}
	return out
}

// addWord takes a word that the dictionary does not know for right from now on.
func (d *Desk) addWord(f check.Finding) {
	var err error
	d.timing.Background(func() {
		err = d.options.AddWord(context.Background(), f.Form, f.Found)
	}, func() {
		if d.closed {
			return
		}
		if err != nil {
			d.fail(err)
			return
		}
		for place, findings := range d.proof.spelling.found {
			d.proof.spelling.found[place] = slices.DeleteFunc(findings, func(other check.Finding) bool {
				return other.Form == f.Form && strings.EqualFold(other.Found, f.Found)
			})
		}
		d.Say(d.words.T("desk.check.word_added", "Found", f.Found))
		d.proof.show()
	})
}
