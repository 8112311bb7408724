// Package facts holds the counties and municipalities of Norway with the written form that each has adopted, and
// finds them by number or by name.
//
// It must not know about agreements in the making: it only hands out parties that somebody else gives a role.
package facts

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"avtalebok/agreement"
)

// AsOf is the month, year first, at which the table stood. An adopted form may have been changed since.
const AsOf = "2026-01"

//go:embed bodies.tsv
var source string

// Body is a county municipality or a municipality.
type Body struct {
	Kind         agreement.PartyKind
	Number       string // two digits for a county, four for a municipality
	Name         string // without what it is: "Bodø", "Nordland"
	CountyNumber string // the county that it is or lies in
	County       string // that county's name
	Adopted      agreement.AdoptedForm
}

// FullName gives the name as it stands in an agreement: "Bodø kommune", "Nordland fylkeskommune". Oslo, which is
// both, is "Oslo kommune" in either capacity.
func (b Body) FullName() string {
	if b.Kind == agreement.CountyParty && b.Name != "Oslo" {
		return b.Name + " fylkeskommune"
	}
	return b.Name + " kommune"
}

// String gives a line that cannot be mistaken for another body: "1515 Herøy (Møre og Romsdal)".
func (b Body) String() string {
	if b.Kind == agreement.CountyParty {
		return b.Number + " " + b.Name
	}
	return fmt.Sprintf("%s %s (%s)", b.Number, b.Name, b.County)
}

// Party gives the body as a party without role, signatories and contact persons.
func (b Body) Party() agreement.Party {
	return agreement.Party{
		Kind:    b.Kind,
		Number:  b.Number,
		Name:    b.FullName(),
		Short:   b.Name,
		Adopted: b.Adopted,
	}
}

// Counties gives the counties in alphabetical order.
func Counties() []Body { return slices.Clone(load().counties) }

// Municipalities gives the municipalities in alphabetical order; those that share a name stand by number.
func Municipalities() []Body { return slices.Clone(load().municipalities) }

// PlaceNames gives the names of all counties and municipalities, without what they are.
func PlaceNames() []string {
	var names []string
	for _, b := range slices.Concat(load().counties, load().municipalities) {
		names = append(names, b.Name)
	}
	return names
}

// County finds a county by its two digits.
func County(number string) (Body, bool) {
	b, ok := load().byNumber[number]
	return b, ok && b.Kind == agreement.CountyParty
}

// Municipality finds a municipality by its four digits.
func Municipality(number string) (Body, bool) {
	b, ok := load().byNumber[number]
	return b, ok && b.Kind == agreement.MunicipalityParty
}

type table struct {
	counties, municipalities []Body
	byNumber                 map[string]Body
}

func (t *table) of(kind agreement.PartyKind) []Body {
	switch kind {
	case agreement.CountyParty:
		return t.counties
	case agreement.MunicipalityParty:
		return t.municipalities
	default:
		return nil
	}
}

var load = sync.OnceValue(func() *table {
	t, err := parse(source)
	if err != nil {
		panic("facts: the embedded table is broken: " + err.Error()) // a test reads it; users never meet this
	}
	return t
})

// parse reads the table: comments, the line with the as-of date, then one body a line, counties first.
func parse(text string) (*table, error) {
	t := &table{byNumber: map[string]Body{}}
	asOf := ""
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		if date, ok := strings.CutPrefix(line, "as of\t"); ok {
			asOf = date
			continue
		}
		if err := t.add(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	if asOf != AsOf {
		return nil, fmt.Errorf("the table is as of %q, the program says %q", asOf, AsOf)
	}
	slices.SortFunc(t.counties, alphabetically)
	slices.SortFunc(t.municipalities, alphabetically)
	return t, nil
}

func (t *table) add(columns []string) error {
	if len(columns) != 3 {
		return fmt.Errorf("%d columns instead of 3", len(columns))
	}
	b := Body{Number: columns[0], Name: columns[1], Adopted: agreement.AdoptedForm(columns[2])}
	switch b.Adopted {
	case agreement.AdoptedBokmal, agreement.AdoptedNynorsk, agreement.AdoptedNeutral:
	default:
		return fmt.Errorf("unknown form %q", b.Adopted)
	}
	if _, taken := t.byNumber[b.Number]; taken {
		return fmt.Errorf("number %s occurs twice", b.Number)
	}
	switch len(b.Number) {
	case 2:
		b.Kind, b.CountyNumber, b.County = agreement.CountyParty, b.Number, b.Name
		t.counties = append(t.counties, b)
	case 4:
		county, ok := t.byNumber[b.Number[:2]]
		if !ok {
			return fmt.Errorf("no county for %s", b.Number)
		}
		b.Kind, b.CountyNumber, b.County = agreement.MunicipalityParty, county.Number, county.Name
		t.municipalities = append(t.municipalities, b)
	default:
		return fmt.Errorf("number %q has neither two nor four digits", b.Number)
	}
	t.byNumber[b.Number] = b
	return nil
}

// alphabetically orders by the Norwegian alphabet, in which æ, ø and å come last, in that order.
func alphabetically(a, b Body) int {
	return cmp.Or(
		cmp.Compare(sortKey.Replace(lower(a.Name)), sortKey.Replace(lower(b.Name))),
		cmp.Compare(a.Number, b.Number),
	)
}

var sortKey = strings.NewReplacer("æ", "{", "ø", "|", "å", "}") // the three characters after z
