package translate

import (
	"context"
	"strings"
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
	asked := make([]Segment, len(segments))
	for i, s := range segments {
		asked[i] = s
		if d == ToBokmal {
			asked[i].Text = completed(s.Text)
		}
	}
	translations, err := r.Engine.Translate(ctx, d, asked)
	if err != nil {
		return nil, err
	}
	for i := range translations {
		if asked[i] != segments[i] && !uncomplete(&translations[i]) {
			again, err := r.Engine.Translate(ctx, d, segments[i:i+1])
			if err != nil {
				return nil, err
			}
			translations[i] = again[0]
		}
		if translations[i].Err == nil {
			translations[i] = r.repair(d, segments[i].Text, translations[i])
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

// intro makes a whole sentence of a fragment that goes on from "Kommunen skal": without it, engines take the
// infinitive for an imperative.
const (
	intro       = "Dei skal "
	introBokmal = "De skal "
)

// completed puts the intro before a nynorsk fragment that begins with what may be an infinitive.
func completed(text string) string {
	first, _, more := strings.Cut(text, " ")
	if !more || first == "" || strings.ToLower(first) != first || notInfinitives[first] {
		return text
	}
	if strings.HasSuffix(first, "e") || strings.HasSuffix(first, "a") {
		return intro + text
	}
	return text
}

var notInfinitives = map[string]bool{
	"alle": true, "begge": true, "denne": true, "desse": true, "ei": true, "felles": true, "fleire": true, "ikkje": true,
	"mange": true, "nokre": true, "same": true, "slike": true, "berre": true, "ikke": true, "hele": true, "heile": true,
	"inne": true, "ute": true, "oppe": true, "nede": true, "borte": true, "vidare": true, "både": true, "medan": true,
}

// uncomplete takes the intro away again; false where the engine has made something else of it.
func uncomplete(t *Translation) bool {
	text, ok := strings.CutPrefix(t.Text, introBokmal)
	if !ok {
		return false
	}
	t.Text = text
	for i := range t.Unknown {
		t.Unknown[i].Start -= len(introBokmal)
		t.Unknown[i].End -= len(introBokmal)
	}
	return true
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
