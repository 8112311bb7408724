package translate

import (
	"context"
	"strings"

	"avtalebok/agreement"
)

// Terms is a list of terms that gives a term that was carried over its name in the other form. It is *terms.List.
type Terms interface {
	Repair(source, target string, to agreement.Form) string
}

// WithTerms gives an engine that looks up in a list of terms what another one does not know. Only words marked as
// unknown are looked up: of the others the engine knows more than a list can, as many words are spelt alike in both
// forms and mean different things. A word that the list knows is not marked any more.
func WithTerms(e Engine, terms Terms) Engine { return termRepairer{e, terms} }

type termRepairer struct {
	Engine
	terms Terms
}

// Translate implements Engine.
func (r termRepairer) Translate(ctx context.Context, d Direction, segments []Segment) ([]Translation, error) {
	translations, err := r.Engine.Translate(ctx, d, segments)
	if err != nil {
		return nil, err
	}
	for i, t := range translations {
		if t.Err == nil && len(t.Unknown) > 0 {
			translations[i] = r.lookUp(d, segments[i].Text, t)
		}
	}
	return translations, nil
}

func (r termRepairer) lookUp(d Direction, source string, t Translation) Translation {
	var out Translation
	var text strings.Builder
	at := 0
	for _, span := range t.Unknown {
		word := t.Text[span.Start:span.End]
		text.WriteString(t.Text[at:span.Start])
		at = span.End
		if known := r.terms.Repair(source, word, d.To); known != word {
			text.WriteString(known)
			continue
		}
		out.Unknown = append(out.Unknown, Span{text.Len(), text.Len() + len(word)})
		text.WriteString(word)
	}
	text.WriteString(t.Text[at:])
	out.Text = text.String()
	return out
}
