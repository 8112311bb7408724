package memory

import (
	"strings"

	"avtalebok/agreement"
	"avtalebok/translate/memory/tmx"
)

// Passage is an accepted pair and where it stands.
type Passage struct {
	Place agreement.Place
	agreement.Pair
}

// Approved gives the passages of an agreement that a person has accepted in both forms as they now stand, in reading
// order. Placeholders are kept: the same pair then serves in the next agreement.
func Approved(a agreement.Agreement) []Passage {
	var found []Passage
	for place, text := range a.Passages() {
		if text.State(agreement.Bokmal) == agreement.Approved {
			found = append(found, Passage{place, text.Pair})
		}
	}
	return found
}

// NewlyApproved gives the accepted passages of an agreement that were not accepted, or not with these wordings,
// before: what a command such as approving a passage has brought.
func NewlyApproved(before, after agreement.Agreement) []Passage {
	known := map[string]agreement.Pair{}
	for _, p := range Approved(before) {
		known[p.Place.Key()] = p.Pair
	}
	var found []Passage
	for _, p := range Approved(after) {
		if known[p.Place.Key()] != p.Pair {
			found = append(found, p)
		}
	}
	return found
}

// fromTemplate gives a template's pairs.
func fromTemplate(t agreement.Template) []agreement.Translation {
	var found []agreement.Translation
	add := func(p agreement.Pair) {
		for _, p := range parts(p) {
			found = append(found, agreement.Translation{Pair: p, Origin: agreement.FromTemplate, Source: t.Name.NN})
		}
	}
	for _, text := range agreement.New(t).Passages() {
		add(text.Pair)
	}
	for _, role := range t.Roles {
		for _, p := range role.Signatories {
			add(p)
		}
		for _, p := range role.Contacts {
			add(p)
		}
	}
	return found
}

// parts gives what is to be remembered of a pair: the pair, cleaned, and where both forms have the same number of
// paragraphs, more than one, also each paragraph. Nothing of a pair with an empty or overlong form.
func parts(p agreement.Pair) []agreement.Pair {
	p = agreement.Pair{NB: tmx.Clean(p.NB), NN: tmx.Clean(p.NN)}
	if p.NB == "" || p.NN == "" || max(len(p.NB), len(p.NN)) > tmx.MaxLength {
		return nil
	}
	found := []agreement.Pair{p}
	nb, nn := paragraphs(p.NB), paragraphs(p.NN)
	if len(nb) == len(nn) && len(nb) > 1 {
		for i := range nb {
			found = append(found, agreement.Pair{NB: nb[i], NN: nn[i]})
		}
	}
	return found
}

func paragraphs(s string) []string {
	var found []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			found = append(found, line)
		}
	}
	return found
}
