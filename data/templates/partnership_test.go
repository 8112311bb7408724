package templates

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func partnership(t *testing.T) agreement.Template {
	t.Helper()
	tpl, err := Get("partnership-county-municipality")
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// TestPartnershipHasItsParts holds the structure of the model that Nordland's agreements follow.
func TestPartnershipHasItsParts(t *testing.T) {
	tpl := partnership(t)
	if tpl.Kind != agreement.Partnership || tpl.Version != 1 {
		t.Errorf("kind %s, version %d", tpl.Kind, tpl.Version)
	}
	if want := (agreement.Pair{NB: "Partnerskapsavtale", NN: "Partnarskapsavtale"}); tpl.Title != want {
		t.Errorf("title: got %v", tpl.Title)
	}
	type part struct {
		id    string
		kind  agreement.SectionKind
		party string
		items int
	}
	want := []part{
		{"anchoring", agreement.Prose, "", 2},
		{"contacts", agreement.Contacts, "", 1},
		{"duration", agreement.Prose, "", 2},
		{"goals", agreement.Goals, "", 3},
		{"county-duties", agreement.Roles, "county", 10},
		{"municipality-duties", agreement.Roles, "municipality", 7},
		{"background", agreement.Prose, "", 4},
		{"focus", agreement.Focus, "", 3},
		{"signatures", agreement.Signatures, "", 1},
	}
	var got []part
	for _, s := range tpl.Sections {
		got = append(got, part{s.ID, s.Kind, s.Party, len(s.Items)})
	}
	if !slices.Equal(got, want) {
		t.Errorf("sections:\n got %v\nwant %v", got, want)
	}
}

func TestPartnershipHasItsParties(t *testing.T) {
	tpl := partnership(t)
	want := []struct {
		id        string
		kind      agreement.PartyKind
		signatory agreement.Pair
	}{
		{"county", agreement.CountyParty, agreement.Pair{NB: "Fylkesordfører", NN: "Fylkesordførar"}},
		{"municipality", agreement.MunicipalityParty, agreement.Pair{NB: "Ordfører", NN: "Ordførar"}},
	}
	for i, w := range want {
		r := tpl.Roles[i]
		if r.ID != w.id || r.Kind != w.kind || len(r.Signatories) != 1 || r.Signatories[0] != w.signatory || len(r.Contacts) != 1 {
			t.Errorf("role %d: got %+v", i, r)
		}
	}
}

func TestPartnershipAsksItsQuestions(t *testing.T) {
	tpl := partnership(t)
	a := agreement.New(tpl)
	notice, _ := a.Field("notice")
	if notice.Type != agreement.MonthsField || notice.Answer.Value != "3" || *notice.Min != 1 || *notice.Max != 24 || !notice.Required {
		t.Errorf("notice: got %+v", notice)
	}
	unit, _ := a.Field("unit")
	if !unit.Bilingual() || !unit.Required || unit.In(agreement.Bokmal) != "faggruppe Folkehelse og lokal samfunnsutvikling" {
		t.Errorf("unit: got %+v", unit)
	}
	number, ok := a.Field("case_number")
	if !ok || number.Type != agreement.LineField || number.Required {
		t.Errorf("case number: got %+v", number)
	}
}

// TestPartnershipSaysWhatTheModelSays looks for the facts in the agreement as it will be printed.
func TestPartnershipSaysWhatTheModelSays(t *testing.T) {
	tests := []struct{ section, nb, nn string }{
		{"anchoring", "forankrer avtalen politisk, både i kommunen og i fylkeskommunen", "forankrar avtalen politisk, både i kommunen og i fylkeskommunen"},
		{"anchoring", "I Bodø kommune er det kommunedirektøren", "I Bodø kommune er det kommunedirektøren"},
		{"anchoring", "I Nordland fylkeskommune er det faggruppe Folkehelse og lokal samfunnsutvikling.", "I Nordland fylkeskommune er det faggruppe Folkehelse og lokal samfunnsutvikling."},
		{"anchoring", "årlige møter", "årlege møte"},
		{"contacts", "Kommunen peker ut en person", "Kommunen peiker ut ein person"},
		{"duration", "fra den datoen begge parter har skrevet under", "frå den datoen begge partane har skrive under"},
		{"duration", "skriftlig, med tre måneders varsel", "skriftleg, med tre månaders varsel"},
		{"duration", "endre avtalen i avtaleperioden når de er enige", "endre avtalen i avtaleperioden når dei er samde"},
		{"duration", "Hvis en av dem ber om det", "Dersom ein av dei ber om det"},
		{"duration", "forankre revisjonen politisk", "forankre revisjonen politisk"},
		{"goals", "innbyggerne i Nordland", "innbyggjarane i Nordland"},
		{"goals", "familier med lav inntekt", "familiar med låg inntekt"},
		{"signatures", "to eksemplarer av avtalen og får ett hver", "to eksemplar av avtalen og får eitt kvar"},
	}
	tpl := partnership(t)
	for _, form := range agreement.Forms {
		doc, err := agreement.New(tpl, parties(tpl, 0)...).Resolve(form)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range tests {
			want := agreement.Pair{NB: test.nb, NN: test.nn}.In(form)
			i := slices.IndexFunc(doc.Sections, func(s agreement.DocumentSection) bool { return s.ID == test.section })
			if i < 0 {
				t.Fatalf("no section %s in %s", test.section, form)
			}
			one := agreement.Document{Sections: doc.Sections[i : i+1]}
			// Hard spaces are spaces to a reader.
			if text := strings.ReplaceAll(plain(one), "\u00a0", " "); !strings.Contains(text, want) {
				t.Errorf("%s in %s does not say %q:\n%s", test.section, form, want, text)
			}
		}
	}
}

// TestPartnershipFocusAreasAreParagraphed: the first and the third focus area have two paragraphs, the second one.
func TestPartnershipFocusAreasAreParagraphed(t *testing.T) {
	tpl := partnership(t)
	for _, form := range agreement.Forms {
		var got []int
		for _, it := range tpl.Sections[7].Items {
			got = append(got, 1+strings.Count(it.Text.In(form), "\n\n"))
		}
		if want := []int{2, 1, 2}; !slices.Equal(got, want) {
			t.Errorf("in %s: got %v paragraphs, want %v", form, got, want)
		}
	}
}
