package memory

import (
	"context"
	"slices"
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate"
)

// Recall gives an engine that says what the memory has for the very same wording, and asks another engine only for the
// rest. Closing it closes the other engine and leaves the memory open.
func (m *Memory) Recall(e translate.Engine) translate.Engine { return recaller{e, m} }

type recaller struct {
	translate.Engine
	memory *Memory
}

// Translate implements translate.Engine.
func (r recaller) Translate(ctx context.Context, d translate.Direction, segments []translate.Segment) ([]translate.Translation, error) {
	out := make([]translate.Translation, len(segments))
	var rest []translate.Segment
	var places []int // of rest, in out
	for i, s := range segments {
		text, known, err := r.memory.recall(ctx, d.From, s.Text)
		if err != nil {
			return nil, err
		}
		if known {
			out[i].Text = text
			continue
		}
		rest, places = append(rest, s), append(places, i)
	}
	if len(rest) == 0 {
		return out, nil
	}
	translations, err := r.Engine.Translate(ctx, d, rest)
	if err != nil {
		return nil, err
	}
	for k, t := range translations {
		out[places[k]] = t
	}
	return out, nil
}

// recall gives what the memory has for the very same wording, with the white space around the text at hand. A wording
// in other lines than the text's is left: the suggestion would have them too.
func (m *Memory) recall(ctx context.Context, from agreement.Form, text string) (other string, known bool, err error) {
	inner := strings.TrimSpace(text)
	if inner == "" {
		return "", false, nil
	}
	matches, err := m.Lookup(ctx, Query{From: from, Text: inner, Least: exact, Limit: 5})
	if err != nil {
		return "", false, err
	}
	same := slices.IndexFunc(matches, func(match Match) bool {
		return match.Score == exact && lineBreaks(match.Suggestion) == lineBreaks(inner)
	})
	if same < 0 {
		return "", false, nil
	}
	before, after, _ := strings.Cut(text, inner)
	return before + matches[same].Suggestion + after, true, nil
}

func lineBreaks(text string) int { return strings.Count(text, "\n") }
