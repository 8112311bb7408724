package parties_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"avtalebok/agreement"
	"avtalebok/data/parties"
	"avtalebok/locales"
)

func read(t *testing.T, content string) parties.List {
	t.Helper()
	list, err := parties.Read([]byte(content))
	if err != nil {
		t.Fatalf("%q: %v", content, err)
	}
	return list
}

// keyOf gives the last part of an error's message key.
func keyOf(err error) string {
	var e *agreement.Error
	if !errors.As(err, &e) {
		return ""
	}
	return strings.TrimPrefix(e.Key, "error.parties.")
}

func TestARowBecomesAParty(t *testing.T) {
	list := read(t, "Namn;Organisasjonsnummer;Kortnamn;Adresse;Postnr;Stad;Målform;Kontaktperson;Tittel;E-post;Telefon;Styreleiar;Gruppe\r\n"+
		"Bygdelaget Framtid;974 760 673;Framtid;Storgata 1;8006;Bodø;nynorsk;Kari Nordmann;dagleg leiar;kari@example.no;900 00 000;Ola Nordmann;Folkehelse | Friluft\r\n")
	if len(list.Rows) != 1 || list.Rows[0].Err != nil || len(list.Rows[0].Notes) > 0 || list.Latin || list.Separator != ';' {
		t.Fatalf("%+v", list)
	}
	got := list.Rows[0]
	want := parties.Entry{Party: agreement.Party{
		Kind: agreement.OrganisationParty, Name: "Bygdelaget Framtid", OrgNumber: "974760673", Short: "Framtid",
		Address: "Storgata 1, 8006 Bodø", Adopted: agreement.AdoptedNynorsk,
		Contacts: []agreement.Person{{
			ID: "contact-1", Name: "Kari Nordmann", Title: agreement.Both("daglig leder", "dagleg leiar"), Email: "kari@example.no", Phone: "900 00 000",
		}},
		Signatories: []agreement.Person{{ID: "signatory-1", Name: "Ola Nordmann", Title: agreement.Both("styreleder", "styreleiar")}},
	}}
	if !got.Entry.Same(want) || got.Line != 2 || !slices.Equal(got.Groups, []string{"Folkehelse", "Friluft"}) {
		t.Errorf("%+v\nwant %+v", got, want)
	}
}

func TestColumnsMayStandInAnyOrderAndLanguage(t *testing.T) {
	for _, content := range []string{
		"Navn;Orgnr;E-post\nLaget;974760673;a@b.no\n",
		"e-post;ORGANISASJONSNUMMER;namn\na@b.no;974760673;Laget\n",
		"E-mail,Organisation number,Name\na@b.no,974760673,Laget\n",
		"Org. nr.\tNavn\tepost\n974760673\tLaget\ta@b.no\n",
		"\uFEFFsep=;\r\n\"Navn\";\"Orgnr\";\"E-post\"\r\n\"Laget\";\"974760673\";\"a@b.no\"\r\n",
		";;\n\nNavn;Orgnr;E-post\n\nLaget;974760673;a@b.no\n;;\n",
		"Navn;Orgnr;E-post\rLaget;974760673;a@b.no\r",
	} {
		list := read(t, content)
		if len(list.Rows) != 1 || list.Rows[0].Err != nil {
			t.Errorf("%q: %+v", content, list)
			continue
		}
		e := list.Rows[0].Entry
		if e.Name != "Laget" || e.OrgNumber != "974760673" || len(e.Contacts) != 1 || e.Contacts[0].Email != "a@b.no" {
			t.Errorf("%q: %+v", content, e)
		}
	}
}

func TestÆØÅAreReadInEveryEncoding(t *testing.T) {
	const content = "Namn;Kontaktperson\nSkjærgårdslaget på Bømlo;Åse Bø\n"
	encoded := map[string][]byte{"UTF-8": []byte(content), "UTF-8 with a byte order mark": []byte("\uFEFF" + content)}
	for name, e := range map[string]interface{ Bytes([]byte) ([]byte, error) }{
		"Latin-1": charmap.ISO8859_1.NewEncoder(), "Windows-1252": charmap.Windows1252.NewEncoder(),
		"UTF-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(),
	} {
		raw, err := e.Bytes([]byte(content))
		if err != nil {
			t.Fatal(err)
		}
		encoded[name] = raw
	}
	for name, raw := range encoded {
		list, err := parties.Read(raw)
		if err != nil || len(list.Rows) != 1 || list.Rows[0].Entry.Name != "Skjærgårdslaget på Bømlo" ||
			list.Rows[0].Entry.Contacts[0].Name != "Åse Bø" {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
		if latin := name == "Latin-1" || name == "Windows-1252"; list.Latin != latin {
			t.Errorf("%s counts as Latin: %v", name, list.Latin)
		}
	}
}

func TestOrganisationNumbersAreReadAsPeopleAndSpreadsheetsWriteThem(t *testing.T) {
	for text, want := range map[string]string{
		"974760673": "974760673", " 974 760 673 ": "974760673", "974\u00a0760\u00a0673": "974760673", "974.760.673": "974760673",
		"NO 974 760 673 MVA": "974760673", `="974760673"`: "974760673", "'974760673": "974760673", "974760673,0": "974760673",
		"974760673.00": "974760673", "0974760673": "974760673", "9,74760673E+08": "974760673", "9.74760673e8": "974760673",
		"": "", "-": "", " – ": "",
	} {
		got, err := parties.ReadNumber(text)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
	for text, want := range map[string]string{
		"9,12E+08": "number_excel", "9.7476E+08": "number_excel", "9,74760673E+09": "number_excel", "9E8": "number_excel",
		"974760674": "number_check", "000000000": "number_check", "97476067": "number_digits", "ukjend": "number_digits",
		"9747606733": "number_digits", "97476O673": "number_digits",
	} {
		if got, err := parties.ReadNumber(text); got != "" || keyOf(err) != want {
			t.Errorf("%q: %q, %v; want %s", text, got, err, want)
		}
	}
}

func TestEveryOtherDigitMakesANumberWrong(t *testing.T) {
	const valid = "974760673"
	for i := range valid {
		for d := byte('0'); d <= '9'; d++ {
			changed := valid[:i] + string(d) + valid[i+1:]
			if parties.ValidNumber(changed) != (changed == valid) {
				t.Errorf("%s counts as valid: %v", changed, changed != valid)
			}
		}
	}
}

func TestARowThatIsNoPartySaysWhy(t *testing.T) {
	const head = "Navn;Orgnr;Kommunenr;E-post;Målform\n"
	for row, want := range map[string]string{
		";974760673;;a@b.no;":        "name",
		"Laget;9,12E+08;;;":          "number_excel",
		"Laget;974760674;;;":         "number_check",
		"Laget;12;;;":                "number_digits",
		"Laget;;9999;;":              "body",
		"Herøy kommune;;;;":          "error.facts.ambiguous",
		"Bodo komune kommune;;;;":    "error.facts.unknownMunicipality",
		"Laget;;;;;;hei":             "cells",
		"Laget,974760673,,a@b.no,nb": "separator",
		`Laget "Glimt;;;;`:           "", // a sign in the middle is a part of the name
		`"Laget;974760673;;;`:        "quote",
		strings.Repeat("L", 1001):    "long",
	} {
		list := read(t, head+row+"\nEt annet lag;;;;\n")
		if len(list.Rows) != 2 || keyOf(list.Rows[0].Err) != want || list.Rows[1].Err != nil {
			t.Errorf("%q: %+v; want %s", row, list.Rows, want)
		}
		if got := list.Rows[0]; want != "" && (got.Text == "" || got.Entry.Name != "") {
			t.Errorf("%q: the row does not show what is wrong: %+v", row, got)
		}
	}
}

func TestWhatShouldBeLookedAtIsTakenInAllTheSame(t *testing.T) {
	list := read(t, "Navn;E-post;Målform;Kommunenr\nLaget;kari(a)example.no;;\nSongkoret;;samisk;\nx;;bokmål;1515\nBodø kommune;;;\n")
	want := []string{"email", "form", "form_body", "nothing_new"}
	for i, r := range list.Rows {
		if r.Err != nil || len(r.Notes) == 0 || keyOf(r.Notes[0]) != want[i] {
			t.Errorf("%+v; want %s", r, want[i])
		}
	}
}

func TestMunicipalitiesAndCountiesAreKnownByNumberOrName(t *testing.T) {
	list := read(t, "Namn;Kommunenr;Kontaktperson\nBodø kommune;;Kari\nNordland fylkeskommune;;Kari\n;301;Kari\nkva som helst;1804;Kari\n")
	want := []string{"1804 Bodø kommune", "18 Nordland fylkeskommune", "0301 Oslo kommune", "1804 Bodø kommune"}
	for i, r := range list.Rows {
		if r.Err != nil || r.Entry.Number+" "+r.Entry.Name != want[i] || len(r.Entry.Contacts) != 1 {
			t.Errorf("%+v; want %s", r, want[i])
		}
	}
	list = read(t, "Kommune;E-post\nBodø;a@b.no\n")
	if list.Rows[0].Entry.Number != "1804" {
		t.Errorf("%+v", list.Rows[0])
	}
}

func TestAFileThatIsNoListIsRefusedAsAWhole(t *testing.T) {
	for content, want := range map[string]string{
		"":                                "empty",
		"\n;;\n":                          "empty",
		"Navn;Orgnr\n":                    "empty",
		"Laget;974760673\nKoret;\n":       "columns",
		"Navn|Orgnr\nLaget|974760673":     "columns",
		"Orgnr;E-post\n974760673;a@b.no":  "columns",
		"PK\x03\x04\x14\x00":              "workbook",
		"\xD0\xCF\x11\xE0\xA1":            "workbook",
		"Navn;\x00\n":                     "encoding",
		"\"Navn;Orgnr\nLaget;974760673\n": "quote",
		"Navn\n" + strings.Repeat("Laget\n", parties.MaxRows+1): "rows",
		strings.Repeat(" ", parties.MaxFile+1):                  "size",
	} {
		if _, err := parties.Read([]byte(content)); keyOf(err) != want {
			t.Errorf("%.40q: %v; want %s", content, err, want)
		}
	}
}

func TestColumnsThatMeanNothingAreNamed(t *testing.T) {
	list := read(t, "Navn;Antall medlemmer;Kommune\nLaget;25;Bodø\n")
	if !slices.Equal(list.Ignored, []string{"Antall medlemmer", "Kommune"}) || list.Rows[0].Entry.Name != "Laget" {
		t.Errorf("%+v", list)
	}
}

func TestABrokenLineCostsNoOther(t *testing.T) {
	list := read(t, "Navn;Orgnr\nLaget;\n\"Koret;974760673\nSpeiderne;\n\"Over to\nlinjer\";\nMusikklaget;12\n")
	var got []string
	for _, r := range list.Rows {
		got = append(got, fmt.Sprint(r.Line, " ", r.Entry.Name, keyOf(r.Err)))
	}
	want := []string{"2 Laget", "3 quote", "4 Speiderne", "5 Over to linjer", "7 number_digits"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEveryReasonIsSaidInEveryLanguage(t *testing.T) {
	var errs []error
	for _, content := range []string{
		"", "Orgnr\n1", "PK\x03\x04", "\x00", strings.Repeat(" ", parties.MaxFile+1), "Navn\n" + strings.Repeat("L\n", parties.MaxRows+1),
	} {
		_, err := parties.Read([]byte(content))
		errs = append(errs, err)
	}
	list := read(t, "Navn;Orgnr;Kommunenr;E-post;Målform\n;1\nL;9,12E+08\nL;974760674\nL;;9999\nL;;;;;;x\nL,1,2,3,4\n\"L;\n"+
		strings.Repeat("L", 1001)+"\nL;;;x;samisk\nx;;1804;;nn\nBodø kommune\n")
	for _, r := range list.Rows {
		errs = append(append(errs, r.Notes...), r.Err)
	}
	_, err := parties.Group{}.Clean()
	crowd := parties.Entry{Party: agreement.Party{Name: "x", Contacts: make([]agreement.Person, parties.MaxPeople+1)}}
	errs = append(errs, err, crowd.Validate())
	for _, language := range locales.Languages {
		l := locales.New(language)
		for _, err := range errs {
			if err == nil {
				continue
			}
			if got := l.Error(err); got == l.T("error.internal") || strings.ContainsAny(got, "{}<>") {
				t.Errorf("%s, %v: %q", language, err, got)
			}
		}
	}
}

// Whatever a file holds, every row is a party that the register takes or says why not, and none is lost.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Navn;Orgnr\nLaget;974760673\n", "Name,Email\n\"a\nb\",x@y.z\n", "sep=,\nNamn,Tittel\nx,leiar", "\xff\xfeN\x00a\x00", "Navn\n\"\n\"\"\n\"\"\"\n",
		"Kommune;Kommunenr\nBodø;1804\nHerøy;\n", "Navn;Gruppe;Styreleder\nL;a|b;K\n", "Navn\tOrgnr\nL\t9,12E+08", "navn\n\xe6\xf8\xe5",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		list, err := parties.Read(content)
		if err != nil {
			if keyOf(err) == "" {
				t.Fatalf("no reason for people: %v", err)
			}
			return
		}
		for _, r := range list.Rows {
			if (r.Err == nil) != (r.Entry.Name != "") || r.Err != nil && keyOf(r.Err) == "" || r.Line < 1 {
				t.Fatalf("%+v", r)
			}
			if r.Err != nil {
				continue
			}
			again := r.Entry.Clean()
			if err := again.Validate(); err != nil || !again.Same(r.Entry) {
				t.Fatalf("%+v is not fit to be kept: %v", r.Entry, err)
			}
			if a := (agreement.Agreement{ID: "a", Kind: "x", Status: "x", Roles: []agreement.Role{{ID: "r"}}, Parties: []agreement.Party{withRole(r.Entry.Party)}}); a.Validate() != nil {
				t.Fatalf("%+v can't be a party: %v", r.Entry, a.Validate())
			}
		}
		plan := parties.Plan(list.Rows, nil)
		for i, p := range plan {
			if !slices.Contains(p.Choices(), p.Choice) || p.Line != list.Rows[i].Line {
				t.Fatalf("%+v", p)
			}
		}
	})
}

func withRole(p agreement.Party) agreement.Party {
	p.Role = "r"
	return p
}
