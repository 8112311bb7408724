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
var broken = regexp.MustCompile("  |\\.\\.|,,|[sxz]s’|’s|[sxz]’s|\\[|\\]|\\{|\\}|\\(")

// TestEveryCountyAndMunicipalityFits makes each template's agreement with every county and every municipality.
func TestEveryCountyAndMunicipalityFits(t *testing.T) {
	counties, municipalities := facts.Counties(), facts.Municipalities()
	if len(municipalities) != 357 {
		t.Fatalf("%d municipalities", len(municipalities))
	}
	for _, template := range templates.All() {
		for i, m := range municipalities {
			if i >= len(counties) && !wants(template, agreement.MunicipalityParty) {
				break // only the counties differ
			}
			a := agreement.New(template, parties(template, counties[i%len(counties)], m)...)
			for _, form := range agreement.Forms {
				doc, err := a.Resolve(form)
				if err != nil || doc.Draft {
					t.Fatalf("%s with %s in %s: %v, %+v", template.ID, m, form, err, a.Check(form))
				}
				for _, text := range words(doc) {
					if broken.MatchString(text) {
						t.Errorf("%s with %s in %s: %s", template.ID, m, form, text)
					}
				}
			}
		}
	}
}

func wants(template agreement.Template, kind agreement.PartyKind) bool {
	for _, r := range template.Roles {
		if r.Kind == kind {
			return true
		}
	}
	return false
}

// parties gives a county, a municipality and an organisation their roles; a repeated role gets its least number.
func parties(template agreement.Template, county, municipality facts.Body) []agreement.Party {
	var out []agreement.Party
	for _, r := range template.Roles {
		least, _ := r.Bounds()
		for range least {
			p := agreement.Party{Kind: r.Kind, Name: "Røde Kors", Short: "Røde Kors"}
			switch r.Kind {
			case agreement.CountyParty:
				p = county.Party()
			case agreement.MunicipalityParty:
				p = municipality.Party()
			}
			p.Role = r.ID
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
