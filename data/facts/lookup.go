package facts

import (
	"cmp"
	"slices"
	"strings"

	"avtalebok/agreement"
)

// Lookup finds the one body of a kind that a number or a name stands for: "1804", "Bodø", "bodø kommune",
// "Nordland fylkeskommune". What Body.String writes is understood too, and so is the county after the name,
// "Herøy (Nordland)". A name that several bodies share is Refused, with the bodies as Args["Candidates"]; an
// unknown one is NotFound, with the nearest names as Args["Candidates"]. Both are agreement.Errors.
func Lookup(kind agreement.PartyKind, numberOrName string) (Body, error) {
	text := strings.Join(strings.Fields(numberOrName), " ")
	if b, ok := byNumber(kind, text); ok {
		return b, nil
	}
	found := byName(kind, text)
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		key := "error.facts.unknownMunicipality"
		if kind == agreement.CountyParty {
			key = "error.facts.unknownCounty"
		}
		return Body{}, agreement.NewError(agreement.NotFound, key, nil,
			"Name", text, "Candidates", nearest(kind, text))
	default:
		return Body{}, agreement.NewError(agreement.Refused, "error.facts.ambiguous", nil,
			"Name", text, "Candidates", found)
	}
}

// byNumber finds "1804", and "1804 Bodø" where the name agrees with the number.
func byNumber(kind agreement.PartyKind, text string) (Body, bool) {
	number, rest, _ := strings.Cut(text, " ")
	b, ok := load().byNumber[number]
	if !ok || b.Kind != kind {
		return Body{}, false
	}
	return b, rest == "" || slices.Contains(byName(kind, rest), b)
}

// byName finds the bodies with this name, spelled as it is or, if there are none, as on a foreign keyboard.
func byName(kind agreement.PartyKind, text string) []Body {
	name, county, _ := strings.Cut(strings.TrimSuffix(text, ")"), " (")
	wanted, within := newNeedle(name), newNeedle(county)
	for _, limit := range []int{exactMatch, spellings + exactMatch} {
		var found []Body
		for _, b := range load().of(kind) {
			inCounty := within.typed == "" || fold(lower(b.County)) == within.folded
			if wanted.typed != "" && inCounty && wanted.rank(b) == limit {
				found = append(found, b)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// nearest suggests at most three bodies: those that the text could be the beginning or a part of, else those whose
// names take the fewest typing errors to get from it.
func nearest(kind agreement.PartyKind, text string) []Body {
	const most = 3
	if text == "" {
		return nil
	}
	if found := Search(text, kind); len(found) > 0 {
		return found[:min(most, len(found))]
	}
	wanted := newNeedle(strings.TrimSuffix(strings.TrimSuffix(lower(text), " kommune"), " fylkeskommune")).folded
	if len(wanted) > 60 { // no name is near that long; do not let a pasted page cost time
		return nil
	}
	type candidate struct {
		Body
		distance int
	}
	var candidates []candidate
	for _, b := range load().of(kind) {
		d := distance(wanted, fold(lower(b.Name)))
		if d <= max(1, len(wanted)/3) {
			candidates = append(candidates, candidate{b, d})
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var found []Body
	for _, c := range candidates[:min(most, len(candidates))] {
		found = append(found, c.Body)
	}
	return found
}

// distance counts the letters to insert, remove or replace to get from a to b (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
