package translate

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Repair gives an engine that mends what another one is known to get wrong, and that writes nynorsk in a house style
// where the other one's preferences do not reach. The rules are few, look at source and translation together, and
// leave alone what they are not sure of.
func Repair(e Engine, style Style) Engine { return repairer{e, style} }

type repairer struct {
	Engine
	style Style
}

// Translate implements Engine.
func (r repairer) Translate(ctx context.Context, d Direction, segments []Segment) ([]Translation, error) {
	translations, err := r.Engine.Translate(ctx, d, segments)
	if err != nil {
		return nil, err
	}
	if d == ToBokmal {
		if err := r.infinitives(ctx, segments, translations); err != nil {
			return nil, err
		}
	}
	for i, t := range translations {
		if t.Err == nil {
			translations[i] = r.repair(d, segments[i].Text, t)
		}
	}
	return translations, nil
}

// repair mends a translation sentence by sentence.
func (r repairer) repair(d Direction, source string, t Translation) Translation {
	mask := &mask{}
	from, to := sentences(mask.hide(source)), sentences(mask.hide(t.Text))
	if len(from) != len(to) {
		from, to = []string{strings.Join(from, "")}, []string{strings.Join(to, "")}
	}
	unknown := newUnknownWords(t)
	var text strings.Builder
	for i := range to {
		s := pair{source: split(from[i]), target: split(to[i])}
		unknown.adapt(&s.target, d)
		if d == ToNynorsk {
			repairNynorsk(&s)
			writeStyle(&s.target, r.style)
		} else {
			repairBokmal(&s)
		}
		s.lowerStrayCapitals()
		s.followCapitals()
		text.WriteString(s.target.String())
	}
	out := Translation{Text: mask.show(text.String())}
	out.Unknown = find(out.Text, unknown.words)
	return out
}

// find gives the places of words in a text, in order; words that are gone are left out.
func find(text string, words []string) []Span {
	var spans []Span
	at := 0
	for _, w := range words {
		if i := strings.Index(text[at:], w); i >= 0 {
			spans = append(spans, Span{at + i, at + i + len(w)})
			at += i + len(w)
		}
	}
	return spans
}

// The intro makes a whole sentence of a fragment that goes on from "Kommunen skal": without it, engines take the
// infinitive for an imperative ("lag en oversikt").
const (
	intro       = "Dei skal "
	introBokmal = "De skal "
)

// infinitives translates fragments once more, as whole sentences, whose first infinitive has become an imperative.
func (r repairer) infinitives(ctx context.Context, segments []Segment, translations []Translation) error {
	var at []int
	var whole []Segment
	for i, t := range translations {
		if t.Err == nil && imperative(segments[i].Text, t.Text) {
			at = append(at, i)
			whole = append(whole, Segment{Text: intro + segments[i].Text})
		}
	}
	if len(whole) == 0 {
		return nil
	}
	again, err := r.Engine.Translate(ctx, ToBokmal, whole)
	if err != nil {
		return err
	}
	for n, t := range again {
		if t, ok := withoutIntro(t); ok {
			translations[at[n]] = t
		}
	}
	return nil
}

// imperative reports whether a fragment that may begin with a nynorsk infinitive, in -e or -a, was given another kind
// of word in bokmål, where infinitives of more than one syllable have -e.
func imperative(source, target string) bool {
	from, more, _ := strings.Cut(source, " ")
	to, _, _ := strings.Cut(target, " ")
	if more == "" || from != strings.ToLower(from) || len(from) < 4 || !strings.HasSuffix(from, "e") && !strings.HasSuffix(from, "a") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(to)
	return unicode.IsLetter(last) && !strings.ContainsRune("aeioå", last)
}

// withoutIntro takes the intro away; false where the engine has made something else of it.
func withoutIntro(t Translation) (Translation, bool) {
	text, ok := strings.CutPrefix(t.Text, introBokmal)
	if !ok || t.Err != nil {
		return t, false
	}
	out := Translation{Text: text}
	for _, s := range t.Unknown {
		out.Unknown = append(out.Unknown, Span{s.Start - len(introBokmal), s.End - len(introBokmal)})
	}
	return out, true
}

// mask hides the fixed parts of texts behind single characters, so that no rule touches them.
type mask struct{ hidden []string }

// The characters come from Unicode's private use area. Those that a text has itself are hidden like any other that is
// not prose.
const (
	firstMask = '\uE000'
	mostMasks = 0x1900
)

func (m *mask) hide(text string) string {
	var b strings.Builder
	for _, p := range Parts(text) {
		if !p.Fixed || len(m.hidden) == mostMasks {
			b.WriteString(p.Text)
			continue
		}
		b.WriteRune(firstMask + rune(len(m.hidden)))
		m.hidden = append(m.hidden, p.Text)
	}
	return b.String()
}

func (m *mask) show(text string) string {
	var b strings.Builder
	for _, r := range text {
		if n := int(r - firstMask); n >= 0 && n < len(m.hidden) {
			b.WriteString(m.hidden[n])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
