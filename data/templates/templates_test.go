package templates

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"avtalebok/agreement"
)

func TestGet(t *testing.T) {
	for _, want := range All() {
		got, err := Get(want.ID)
		if err != nil || got.ID != want.ID {
			t.Errorf("%s: got %q, %v", want.ID, got.ID, err)
		}
	}
}

func TestGetSuggestsTheTemplateThatWasMeant(t *testing.T) {
	_, err := Get("partnership-county-municipalty")
	if agreement.CodeOf(err) != agreement.NotFound {
		t.Fatalf("got %v", err)
	}
	for language, want := range map[string]string{
		"nb": "Mente du «partnership-county-municipality»?",
		"nn": "Meinte du «partnership-county-municipality»?",
		"en": `Did you mean "partnership-county-municipality"?`,
	} {
		if m := languages[language].Error(err); !strings.Contains(m, want) {
			t.Errorf("in %s: %s", language, m)
		}
	}
	if _, err := Get("leasing"); !strings.Contains(languages["en"].Error(err), "There are: partnership-county-municipality") {
		t.Errorf("got %s", languages["en"].Error(err))
	}
}

func TestAllGivesItsCallersTheirOwnSlice(t *testing.T) {
	first := All()
	first[0] = agreement.Template{}
	if All()[0].ID == "" {
		t.Error("a caller changed the templates for all")
	}
}

func TestShippedTemplatesLieInFilesOfTheirNames(t *testing.T) {
	for id, read := range shipped {
		if tpl := read(); tpl.ID != id {
			t.Errorf("%s%s has the template %q", id, Ending, tpl.ID)
		}
	}
}

func TestShippedTemplatesHaveIDsOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, tpl := range All() {
		if seen[tpl.ID] {
			t.Errorf("two templates are called %q", tpl.ID)
		}
		seen[tpl.ID] = true
	}
}

// bodies are parties whose names are hard on running text: several words, s at the end, two letters.
var bodies = map[agreement.PartyKind][]agreement.Party{
	agreement.CountyParty: {
		{Name: "Nordland fylkeskommune", Short: "Nordland"},
		{Name: "Møre og Romsdal fylkeskommune", Short: "Møre og Romsdal"},
		{Name: "Troms fylkeskommune", Short: "Troms"},
	},
	agreement.MunicipalityParty: {
		{Name: "Bodø kommune", Short: "Bodø"},
		{Name: "Røros kommune", Short: "Røros"},
		{Name: "Bø kommune", Short: "Bø"},
		{Name: "Evje og Hornnes kommune", Short: "Evje og Hornnes"},
	},
	agreement.OrganisationParty: {
		{Name: "Idrettslaget Fram", Short: "Idrettslaget Fram"},
		{Name: "Røde Kors", Short: "Røde Kors"},
	},
}

// parties gives a party for each role of a template, and for a repeated role all that there are.
func parties(tpl agreement.Template, i int) []agreement.Party {
	var out []agreement.Party
	for _, r := range tpl.Roles {
		list := bodies[r.Kind]
		if !r.Repeated() {
			list = []agreement.Party{list[i%len(list)]}
		}
		for _, p := range list {
			p.Role, p.Kind = r.ID, r.Kind
			out = append(out, p)
		}
	}
	return out
}

// everyPassage gives all that a template's author wrote and a reader of the agreement sees, by form.
func everyPassage(tpl agreement.Template, visit func(form agreement.Form, where, text string)) {
	for _, form := range agreement.Forms {
		visit(form, "name", tpl.Name.In(form))
		visit(form, "about", tpl.About.In(form))
		visit(form, "title", tpl.Title.In(form))
		visit(form, "theme", tpl.Theme.In(form))
		for _, f := range tpl.Fields {
			visit(form, "label of "+f.ID, f.Label.In(form))
			visit(form, "help of "+f.ID, f.Help.In(form))
			visit(form, "default of "+f.ID, f.In(form))
			for _, o := range f.Options {
				visit(form, "option "+o.ID+" of "+f.ID, o.Label.In(form))
			}
		}
		for _, s := range tpl.Sections {
			visit(form, s.ID+" heading", s.Heading.In(form))
			visit(form, s.ID+" lead", s.Lead.In(form))
			for _, it := range s.Items {
				visit(form, s.ID+"/"+it.ID+" title", it.Title.In(form))
				visit(form, s.ID+"/"+it.ID, it.Text.In(form))
			}
			for _, p := range s.Payments {
				visit(form, s.ID+"/"+p.ID, p.Purpose.In(form))
			}
		}
	}
}

func TestShippedTemplatesAreWholeInBothForms(t *testing.T) {
	for _, tpl := range All() {
		everyPassage(tpl, func(form agreement.Form, where, text string) {
			other := ""
			everyPassage(tpl, func(f agreement.Form, w, s string) {
				if w == where && f == form.Other() {
					other = s
				}
			})
			if (text == "") != (other == "") {
				t.Errorf("%s: %s is only there in one form: %q, %q", tpl.ID, where, text, other)
			}
		})
		for _, f := range tpl.Fields {
			if f.Help.Blank() {
				t.Errorf("%s: field %s has no help", tpl.ID, f.ID)
			}
		}
	}
}

func TestFreshAgreementIsReadyOnceItsPartiesAreChosen(t *testing.T) {
	for _, tpl := range All() {
		for i := range 4 {
			a := agreement.New(tpl, parties(tpl, i)...)
			for _, form := range agreement.Forms {
				for _, f := range a.Check(form) {
					t.Errorf("%s with %s: %+v", tpl.ID, a.Parties[0].Name, f)
				}
			}
		}
	}
}

func TestShippedTemplatesResolveWithoutBrackets(t *testing.T) {
	for _, tpl := range All() {
		for _, form := range agreement.Forms {
			doc, err := agreement.New(tpl, parties(tpl, 0)...).Resolve(form)
			if err != nil {
				t.Fatal(err)
			}
			if text := plain(doc); strings.ContainsAny(text, "{}[]") {
				t.Errorf("%s in %s has a bracket left:\n%s", tpl.ID, form, text)
			}
		}
	}
}

// plain gives the words of a document, one passage a line.
func plain(doc agreement.Document) string {
	var lines []string
	add := func(p agreement.Passage) { lines = append(lines, p.String()) }
	add(doc.Title)
	add(doc.Theme)
	add(doc.Between)
	for _, s := range doc.Sections {
		add(s.Heading)
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case agreement.Paragraph:
				add(b.Passage)
			case agreement.List:
				for _, it := range b.Items {
					add(it.Title)
					for _, p := range slices.Concat(it.Paragraphs, it.Facts) {
						add(p)
					}
				}
			case agreement.Table:
				for _, row := range slices.Concat(b.Rows, [][]agreement.Passage{b.Total}) {
					lines = append(lines, strings.TrimSpace(rowText(row)))
				}
			}
		}
	}
	return strings.Join(lines, "\n")
}

// rowText gives a row of a table with a blank between the cells.
func rowText(row []agreement.Passage) string {
	cells := make([]string, len(row))
	for i, c := range row {
		cells[i] = c.String()
	}
	return strings.Join(cells, " ")
}

// TestHouseStyle holds what an editor would otherwise have to look for in every text.
func TestHouseStyle(t *testing.T) {
	for _, tpl := range All() {
		everyPassage(tpl, func(form agreement.Form, where, text string) {
			if strings.Contains(text, `"`) || strings.Contains(text, "--") || strings.Contains(text, " - ") {
				t.Errorf("%s: %s in %s: use «» and –: %s", tpl.ID, where, form, text)
			}
			for _, phrase := range officialese[form] {
				if slices.Contains(strings.FieldsFunc(strings.ToLower(text), notLetter), phrase) ||
					strings.Contains(phrase, " ") && strings.Contains(strings.ToLower(text), phrase) {
					t.Errorf("%s: %s in %s has %q: %s", tpl.ID, where, form, phrase, text)
				}
			}
		})
		for _, s := range tpl.Sections {
			for _, form := range agreement.Forms {
				headingStyle(t, tpl, form, s.Heading.In(form))
				for _, it := range s.Items {
					headingStyle(t, tpl, form, it.Title.In(form))
				}
			}
		}
	}
}

func headingStyle(t *testing.T, tpl agreement.Template, form agreement.Form, heading string) {
	t.Helper()
	if strings.HasSuffix(heading, ".") || strings.HasSuffix(heading, ":") {
		t.Errorf("%s: heading in %s ends with a stop: %s", tpl.ID, form, heading)
	}
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && r != '-' }

// officialese are words that do not stand in the templates: office phrases, words of the other form, and the slips of
// the agreement that the first template took its facts from.
var officialese = map[agreement.Form][]string{
	agreement.Bokmal: {
		"i forhold til", "i henhold til", "ift", "mht", "samt", "vedrørende", "undertegnede",
		"ikkje", "ein", "eit", "frå", "vere", "mållrettet", "academia", "ovenfor", "tiltak om",
	},
	agreement.Nynorsk: {
		"i forhold til", "i henhold til", "i høve til", "ift", "mht", "samt", "vedrørande", "underteikna",
		"ikke", "en", "et", "fra", "være", "også", "verte", "vert", "tilskudd", "bare", "mye", "noe", "hvordan",
		"legge", "bygge", "følge", "søke", "ovanfor", "academia",
	},
}

// TestDutiesCompleteTheirLead holds the pattern of lists that go on from a lead without a stop of its own: each duty
// begins with a small letter and ends without a stop (Språkrådet, «Punktlister»).
func TestDutiesCompleteTheirLead(t *testing.T) {
	for _, tpl := range All() {
		for _, s := range tpl.Sections {
			if s.Kind != agreement.Roles {
				continue
			}
			for _, form := range agreement.Forms {
				if lead := s.Lead.In(form); !strings.HasSuffix(lead, " skal") {
					t.Errorf("%s/%s: lead in %s is %q", tpl.ID, s.ID, form, lead)
				}
				for _, it := range s.Items {
					duty := it.Text.In(form)
					first, _ := utf8.DecodeRuneInString(duty)
					last, _ := utf8.DecodeLastRuneInString(duty)
					if !unicode.IsLower(first) || !unicode.IsLetter(last) {
						t.Errorf("%s/%s/%s in %s: %s", tpl.ID, s.ID, it.ID, form, duty)
					}
					if n := len(strings.Fields(duty)); n < 6 || n > 27 {
						t.Errorf("%s/%s/%s in %s has %d words: %s", tpl.ID, s.ID, it.ID, form, n, duty)
					}
				}
			}
		}
	}
}

// TestDocumentedTemplateIsRight reads the template that docs/templates.md shows to authors.
func TestDocumentedTemplateIsRight(t *testing.T) {
	doc, err := os.ReadFile("../../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(doc), "```toml\n")
	src, _, closed := strings.Cut(rest, "```\n")
	if !found || !closed {
		t.Fatal("docs/templates.md shows no template")
	}
	tpl, err := Parse("trail-cooperation.toml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range agreement.Forms {
		if found := agreement.New(tpl, parties(tpl, 0)...).Check(form); len(found) > 0 {
			t.Errorf("in %s: %+v", form, found)
		}
	}
}

// TestDocumentationNamesAllThatCanBeWritten keeps docs/templates.md in step with what the reader accepts.
func TestDocumentationNamesAllThatCanBeWritten(t *testing.T) {
	doc, err := os.ReadFile("../../docs/templates.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range slices.Concat(kinds, partyKinds, sectionKinds, fieldTypes) {
		if !strings.Contains(string(doc), "`"+word+"`") {
			t.Errorf("docs/templates.md does not name %q", word)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	src, err := files.ReadFile("partnership-county-municipality.toml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("partnership-county-municipality.toml", src); err != nil {
			b.Fatal(err)
		}
	}
}
