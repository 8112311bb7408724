package translate

import (
	"context"

	"avtalebok/agreement"
)

// Suggestion is what an engine proposes for a passage. It is never approved by itself.
type Suggestion struct {
	Place agreement.Place
	Translation
}

// Open lists the places of the passages that have no wording in a form but one in the other, in reading order;
// with outdated also those whose other wording was changed after the pair was approved.
func Open(a agreement.Agreement, form agreement.Form, outdated bool) []agreement.Place {
	var places []agreement.Place
	for place, text := range a.Shown().Passages() {
		switch text.State(form) {
		case agreement.Missing:
			places = append(places, place)
		case agreement.Outdated:
			if outdated {
				places = append(places, place)
			}
		}
	}
	return places
}

// together is how many passages go to an engine at once: enough to keep it busy, few enough for progress to be seen.
const together = 8

// Suggest translates passages of an agreement into a form and hands each suggestion to each as it comes, in order.
// Places without a wording in the other form are passed over. It ends at the first error of the engine; suggestions
// handed out before stay good.
func Suggest(ctx context.Context, e Engine, a agreement.Agreement, form agreement.Form, places []agreement.Place, each func(Suggestion)) error {
	for len(places) > 0 {
		n := min(together, len(places))
		if err := suggest(ctx, e, a, form, places[:n], each); err != nil {
			return err
		}
		places = places[n:]
	}
	return nil
}

func suggest(ctx context.Context, e Engine, a agreement.Agreement, form agreement.Form, places []agreement.Place, each func(Suggestion)) error {
	var from []agreement.Place
	var segments []Segment
	for _, place := range places {
		text, ok := a.Text(place)
		if ok && text.In(form.Other()) != "" {
			from = append(from, place)
			segments = append(segments, Segment{Text: text.In(form.Other())})
		}
	}
	translations, err := e.Translate(ctx, To(form), segments)
	if err != nil {
		return err
	}
	for i, t := range translations {
		each(Suggestion{Place: from[i], Translation: t})
	}
	return nil
}
