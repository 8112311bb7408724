package templates_test

import (
	"regexp"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data/facts"
	"avtalebok/data/templates"
)

// placeName finds a municipality's short name after a preposition, which takes "i" with some names and "på" with others.
var placeName = regexp.MustCompile(`(?i)\b(i|på) \{(municipality|municipalities)\}`)

func TestPlaceNamesStandWithoutAPreposition(t *testing.T) {
	for _, template := range templates.All() {
		for _, text := range agreement.New(template).Passages() {
			for _, form := range agreement.Forms {
				if found := placeName.FindString(text.In(form)); found != "" {
					t.Errorf("%s in %s: %q fits only some names: %s", template.ID, form, found, text.In(form))
				}
			}
		}
	}
}

// broken finds what a name must never do to a text: double blanks, stops or genitives, and brackets of what is missing.
var broken = regexp.MustCompile(`  |\.\.|,,|[sxz]s’|’s|[sxz]’s|\[|\]|\{|\}|\(`)

// TestEveryCountyAndMunicipalityFits makes each template's agreement with every county and every municipality, as many at
// a time as it takes.
func TestEveryCountyAndMunicipalityFits(t *testing.T) {
	counties, municipalities := facts.Counties(), facts.Municipalities()
	if len(municipalities) != 357 {
		t.Fatalf("%d municipalities", len(municipalities))
	}
	for _, template := range templates.All() {
		atOnce := len(municipalities) // they take no part: only the counties differ
		for _, r := range template.Roles {
			if r.Kind == agreement.MunicipalityParty {
				_, atOnce = r.Bounds()
			}
		}
		agreements := max(len(counties), (len(municipalities)+atOnce-1)/atOnce)
		for i := range agreements {
			from := i * atOnce % len(municipalities)
			with := municipalities[from:min(from+atOnce, len(municipalities))]
			fits(t, agreement.New(template, parties(template, counties[i%len(counties)], with)...))
		}
	}
}

// fits expects an agreement to be ready and its texts to be whole.
func fits(t *testing.T, a agreement.Agreement) {
	t.Helper()
	for _, form := range agreement.Forms {
		doc, err := a.Resolve(form)
		if err != nil || doc.Draft {
			t.Fatalf("%s in %s: %v, %+v", agreement.FullTitle(a, form), form, err, a.Check(form))
		}
		for _, text := range words(doc) {
			if broken.MatchString(text) {
				t.Errorf("%s in %s: %s", agreement.FullTitle(a, form), form, text)
			}
		}
	}
}

// parties gives a county, municipalities and two organisations their roles.
func parties(template agreement.Template, county facts.Body, municipalities []facts.Body) []agreement.Party {
	var out []agreement.Party
	for _, r := range template.Roles {
		bodies := []agreement.Party{{Name: "Røde Kors", Short: "Røde Kors"}, {Name: "Fram", Short: "Fram"}}
		switch r.Kind {
		case agreement.CountyParty:
			bodies = []agreement.Party{county.Party()}
		case agreement.MunicipalityParty:
			bodies = nil
			for _, m := range municipalities {
				bodies = append(bodies, m.Party())
			}
		}
		_, most := r.Bounds()
		for _, p := range bodies[:min(most, len(bodies))] {
			p.Role, p.Kind = r.ID, r.Kind
			out = append(out, p)
		}
	}
	return out
}

// words gives the running text of a document, a passage each.
func words(doc agreement.Document) []string {
	out := []string{doc.Title.String(), doc.Theme.String()}
	for _, s := range doc.Sections {
		out = append(out, s.Heading.String())
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case agreement.Paragraph:
				out = append(out, b.Passage.String())
			case agreement.List:
				for _, it := range b.Items {
					for _, p := range it.Paragraphs {
						out = append(out, p.String())
					}
				}
			}
		}
	}
	return out
}
