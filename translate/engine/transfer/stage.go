package transfer

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"avtalebok/translate/engine/stream"
	"avtalebok/translate/engine/transducer"
)

// Stage is one file of rules, ready to run.
type Stage struct {
	*compiled
	*program
}

// Read reads a stage from its rules as they are written and as they are compiled.
func Read(rules, compiledRules []byte) (*Stage, error) {
	c, err := readCompiled(compiledRules)
	if err != nil {
		return nil, err
	}
	p, err := readProgram(rules, c)
	if err != nil {
		return nil, err
	}
	return &Stage{compiled: c, program: p}, nil
}

// run is a run over one text.
type run struct {
	*Stage
	ctx       context.Context
	out       strings.Builder
	tokens    []token
	match     *transducer.Match
	variables []string

	words   []*word  // that the rule sees
	room    []word   // for the words of one rule
	blanks  []string // between the words that it is about, not yet written
	chunk   *word    // in postchunk, the chunk that the words are in
	writing bool     // inside <out>
	reject  bool     // the rule is not to be applied after all
	calls   int

	done      int   // instructions carried out
	outAtMost int   // bytes
	err       error // why the run can't go on
}

// Run carries the rules out on a text.
func (s *Stage) Run(ctx context.Context, text string) (string, error) {
	r := &run{
		Stage: s, ctx: ctx, tokens: tokens(text, s.level > 1), match: s.patterns.NewMatch(),
		variables: slices.Clone(s.values),
		outAtMost: outAtMost(len(text)),
	}
	r.out.Grow(len(text))
	banned := make(map[int]bool)
	for i := 0; i < len(r.tokens); {
		if i&0x3f == 0 && ctx.Err() != nil {
			return "", ctx.Err()
		}
		if len(banned) == 0 {
			r.out.WriteString(r.tokens[i].blank)
		}
		if r.tokens[i].last {
			break
		}
		rule, n, seen := r.longest(i, banned)
		if n == 0 {
			r.unmatched(r.tokens[i].text)
			clear(banned)
			i++
			continue
		}
		applied := r.apply(rule, i, n, seen)
		if r.bound(0) {
			return "", r.err
		}
		if applied {
			clear(banned)
			i += n
		} else {
			banned[rule] = true
		}
	}
	return r.out.String(), ctx.Err()
}

// longest finds the rule that is about the most words from a word on, and how many words were looked at.
func (r *run) longest(i int, banned map[int]bool) (rule, n, seen int) {
	r.match.Start()
	for j := i; j < len(r.tokens) && !r.tokens[j].last; j++ {
		if j > i {
			r.match.Step(' ')
		}
		seen = j - i + 1
		r.match.Step('^')
		stream.Symbols(r.visible(r.tokens[j].text), func(tag string, c rune) {
			if tag != "" {
				r.match.Tag(tag)
			} else {
				r.match.Letter(unicode.ToLower(c))
			}
		})
		r.match.Step('$')
		if !r.match.Alive() {
			break
		}
		if number, ok := r.match.Number(banned); ok {
			rule, n = number, j-i+1
		}
	}
	return rule, n, seen
}

// visible gives the part of a word that patterns see.
func (r *run) visible(text string) string {
	switch r.level {
	case 1:
		return text[:cut(text, '/')]
	case 2:
		return text[:cut(text, '{')]
	}
	return text[:min(cut(text, '<'), cut(text, '{'))]
}

// unmatched writes a word that no rule is about.
func (r *run) unmatched(text string) {
	switch r.level {
	case 1:
		w := newWord(text)
		switch {
		case w.target == "":
		case !r.chunks:
			r.out.WriteString("^" + w.target + "$")
		case strings.HasPrefix(w.target, "*"):
			r.out.WriteString("^unknown<unknown>{^" + w.target + "$}$")
		default:
			r.out.WriteString("^default<default>{^" + w.target + "$}$")
		}
	case 2:
		r.out.WriteString("^" + text + "$")
	case 3:
		r.out.WriteString(unwrapped(newChunk(text)))
	}
}

// apply carries out a rule on n words from a word on, and reports whether it was not rejected.
func (r *run) apply(rule, i, n, seen int) bool {
	r.words, r.room, r.blanks, r.reject, r.chunk = r.words[:0], r.room[:0], r.blanks[:0], false, nil
	if r.level == 3 {
		chunk := newChunk(r.tokens[i].text)
		r.chunk = &chunk
		before := r.enter()
		r.out.WriteString(before)
	} else {
		for j := i; j < i+seen; j++ {
			if r.level == 1 {
				r.see(newWord(r.tokens[j].text))
			} else {
				r.see(newChunk(r.tokens[j].text))
			}
		}
		for j := i + 1; j < i+n; j++ {
			r.blanks = append(r.blanks, r.tokens[j].blank)
		}
	}
	if rule >= 1 && rule <= len(r.rules) {
		r.do(r.rules[rule-1].children, true)
	}
	for _, b := range r.blanks { // of a rejected rule, too, as in the original
		if b != " " {
			r.out.WriteString(b)
		}
	}
	return !r.reject
}

// see makes a word the next that the rule sees. Where there is no room left, the words before it stay where they are.
func (r *run) see(w word) {
	r.room = append(r.room, w)
	r.words = append(r.words, &r.room[len(r.room)-1])
}

// enter makes the words within a chunk those that the rule sees, and gives what stands before the first.
func (r *run) enter() (before string) {
	list := tokens(filled(r.chunk), false)
	for i, t := range list {
		switch {
		case i == 0:
			before = t.blank
		case !t.last:
			r.blanks = append(r.blanks, t.blank)
		}
		if !t.last {
			r.see(word{source: t.text, target: t.text})
		}
	}
	return before
}
