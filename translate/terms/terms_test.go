package terms_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"avtalebok/agreement"
	"avtalebok/translate/terms"
)

func TestTheBuiltInListIsLargeAndSound(t *testing.T) {
	all := terms.Default().All()
	if len(all) < 400 {
		t.Errorf("only %d terms", len(all))
	}
	seen := map[string]bool{}
	for _, term := range all {
		key := string(term.Class) + term.Bokmal.Lemma
		if seen[key] {
			t.Errorf("%s stands twice", term.Bokmal.Lemma)
		}
		seen[key] = true
		for _, form := range agreement.Forms {
			for _, w := range term.In(form) {
				if len(terms.Default().Lookup(w.Lemma, form)) == 0 {
					t.Errorf("%s %q is not found", form, w.Lemma)
				}
			}
		}
	}
}

func TestTermsAreFoundInAnyInflection(t *testing.T) {
	list := terms.Default()
	for _, c := range []struct {
		form  agreement.Form
		word  string
		lemma string // the bokmål word
		slot  terms.Slot
	}{
		{agreement.Bokmal, "avtale", "avtale", terms.Base},
		{agreement.Bokmal, "Samarbeidsavtalene", "samarbeidsavtale", terms.DefinitePlural},
		{agreement.Bokmal, "lederne", "leder", terms.DefinitePlural},
		{agreement.Bokmal, "prosjekter", "prosjekt", terms.Plural},
		{agreement.Bokmal, "prosjekta", "prosjekt", terms.DefinitePlural},
		{agreement.Bokmal, "oppgava", "oppgave", terms.Definite},
		{agreement.Bokmal, "forankret", "forankre", terms.Past},
		{agreement.Bokmal, "reglene", "regel", terms.DefinitePlural},
		{agreement.Nynorsk, "OPPGÅVENE", "oppgave", terms.DefinitePlural},
		{agreement.Nynorsk, "ordningane", "ordning", terms.DefinitePlural},
		{agreement.Nynorsk, "tilskota", "tilskudd", terms.DefinitePlural},
		{agreement.Nynorsk, "rekneskapen", "regnskap", terms.Definite},
		{agreement.Nynorsk, "moglegheiter", "mulighet", terms.Plural},
		{agreement.Nynorsk, "forankrast", "forankre", terms.Passive},
		{agreement.Nynorsk, "offentlege", "offentlig", terms.Many},
		{agreement.Nynorsk, "dagleg  leiar", "daglig leder", terms.Base},
	} {
		found := slices.ContainsFunc(list.Lookup(strings.Join(strings.Fields(c.word), " "), c.form), func(e terms.Entry) bool {
			return e.Term.Bokmal.Lemma == c.lemma && e.Slot == c.slot
		})
		if !found {
			t.Errorf("%s %q is not %s in slot %d", c.form, c.word, c.lemma, c.slot)
		}
	}
	if got := list.Lookup("fjordhest", agreement.Nynorsk); len(got) > 0 {
		t.Errorf("a word of no list is found: %v", got)
	}
}

func TestTheCounterpartIsInflectedAlike(t *testing.T) {
	list := terms.Default()
	for _, c := range []struct {
		from       agreement.Form
		word, want string
	}{
		{agreement.Bokmal, "tilskuddet", "tilskotet"},
		{agreement.Bokmal, "Oppgavene", "Oppgåvene"},
		{agreement.Bokmal, "HOVEDMÅL", "HOVUDMÅL"},
		{agreement.Bokmal, "partnerskapsavtaler", "partnarskapsavtalar"},
		{agreement.Bokmal, "kjærlighet", ""},
		{agreement.Nynorsk, "verksemdene", "virksomhetene"},
		{agreement.Nynorsk, "rekneskapen", "regnskapet"},
		{agreement.Nynorsk, "oppseiing", "oppsigelse"},
	} {
		if got := list.Counterpart(c.word, c.from); got != c.want {
			t.Errorf("%s %q: %q, expected %q", c.from, c.word, got, c.want)
		}
	}
}

func TestATranslationIsRepaired(t *testing.T) {
	for _, c := range []struct {
		name, source, target string
		to                   agreement.Form
		want                 string
	}{
		{"a term carried over", "Tilskuddet gjelder i to år.", "Tilskuddet gjeld i to år.", agreement.Nynorsk, "Tilskotet gjeld i to år."},
		{"with the mark of an unknown word", "Frivillighetspolitikken er ny.", "*Frivillighetspolitikken er ny.", agreement.Nynorsk, "Frivilligheitspolitikken er ny."},
		{"nothing to repair", "Tilskuddet er gitt.", "Tilskotet er gitt.", agreement.Nynorsk, "Tilskotet er gitt."},
		{"a word that both forms have", "Avtalen er ny.", "Avtalen er ny.", agreement.Nynorsk, "Avtalen er ny."},
		{"a word that the source doesn't have", "Noe helt annet.", "Han sa «tilskudd».", agreement.Nynorsk, "Han sa «tilskudd»."},
		{"as often as in the source", "Én enhet.", "Éi enhet, to enhet.", agreement.Nynorsk, "Éi eining, to enhet."},
		{"the other way", "Verksemda har ei oppgåve.", "Verksemda har en oppgåve.", agreement.Bokmal, "Virksomheten har en oppgave."},
		{"placeholders stay", "{tilskudd} og tilskudd", "{tilskudd} og tilskudd", agreement.Nynorsk, "{tilskudd} og tilskot"},
		{"nothing", "", "", agreement.Nynorsk, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := terms.Default().Repair(c.source, c.target, c.to); got != c.want {
				t.Errorf("got %q, expected %q", got, c.want)
			}
		})
	}
}

func TestAListSurvivesWritingAndReading(t *testing.T) {
	all := terms.Default().All()
	again, err := terms.ReadTerms(terms.Write(all))
	if err != nil {
		t.Fatal(err)
	}
	if len(again) != len(all) {
		t.Fatalf("%d terms became %d", len(all), len(again))
	}
	for i := range all {
		if a, b := all[i], again[i]; a.Bokmal != b.Bokmal || a.Class != b.Class || a.Note != b.Note || !slices.Equal(a.Nynorsk, b.Nynorsk) {
			t.Errorf("%+v became %+v", a, b)
		}
	}
}

func TestSpreadsheetFilesAreRead(t *testing.T) {
	for name, file := range map[string]string{
		"semicolons":          "bokmål;nynorsk\nleir;leir\n",
		"commas":              "bokmål,nynorsk\nleir,leir\n",
		"tabs":                "bokmål\tnynorsk\nleir\tleir\n",
		"a byte order mark":   "\uFEFFbokmål;nynorsk\r\nleir;leir\r\n",
		"other order":         "merknad;Nynorsk;Bokmål\nom noko;leir;leir\n",
		"more columns":        "bokmål;nynorsk;status\nleir;leir;ok\n",
		"blank lines":         "bokmål;nynorsk\n\n;\nleir;leir\n",
		"a separator in text": "bokmål;nynorsk;merknad\nleir;leir;\"her; der, «og» \"\"alt\"\"\"\n",
		"short lines":         "bokmål;nynorsk;ordklasse;merknad\nleir;leir\n",
	} {
		got, err := terms.ReadTerms([]byte(file))
		if err != nil || len(got) != 1 || got[0].Bokmal.Lemma != "leir" || got[0].Nynorsk[0].Lemma != "leir" {
			t.Errorf("%s: %+v %v", name, got, err)
		}
	}
}

func TestFilesThatAreNoListsSayWhy(t *testing.T) {
	for file, key := range map[string]string{
		"":                                   "error.terms.syntax",
		"nynorsk;merknad\na;b":               "error.terms.column",
		"bokmål;norsk\na;b":                  "error.terms.column",
		"bokmål;nynorsk\na;":                 "error.terms.half",
		"bokmål;nynorsk\na; | ":              "error.terms.half",
		"bokmål;nynorsk\n\"a;b":              "error.terms.syntax",
		"bokmål;nynorsk;ordklasse\na;b;ting": "error.terms.class",
		"bokmål;nynorsk;ordklasse;bøying bokmål\na;b;substantiv;kaos": "error.terms.inflection",
		"bokmål;nynorsk\n\xff;b":                                         "error.terms.encoding",
		"bokmål;nynorsk\n" + strings.Repeat("a", 500) + ";b":             "error.terms.long",
		"bokmål;nynorsk\n" + strings.Repeat("a;b\n", terms.MaxFile/4+10): "error.terms.size",
	} {
		_, err := terms.ReadTerms([]byte(file))
		var e *agreement.Error
		if !errors.As(err, &e) || e.Key != key {
			t.Errorf("%.60q: %v, expected %s", file, err, key)
		}
	}
}

func TestTheUsersTermsComeFirst(t *testing.T) {
	own, err := terms.ReadTerms([]byte("bokmål;nynorsk;ordklasse;bøying bokmål;bøying nynorsk\ntilskudd;stønad;substantiv;n;m-er\nleirskole;leirskule;substantiv;m;m\n"))
	if err != nil {
		t.Fatal(err)
	}
	list := terms.Default().With(own...)
	for word, want := range map[string]string{"tilskuddet": "stønaden", "leirskoler": "leirskular", "regnskapet": "rekneskapen"} {
		if got := list.Counterpart(word, agreement.Bokmal); got != want {
			t.Errorf("%q: %q, expected %q", word, got, want)
		}
	}
	if terms.Default().Counterpart("tilskuddet", agreement.Bokmal) != "tilskotet" {
		t.Error("the overlay changed the built-in list")
	}
}

func FuzzReadingAndRepairing(f *testing.F) {
	f.Add("bokmål;nynorsk\na;b\n", "Tilskuddet gjelder *tilskuddet.")
	f.Add("\uFEFFbokmål,nynorsk,ordklasse\na,b | c,verb", "å\xff {x} TILSKUDD")
	f.Add("bokmål\tnynorsk\tbøying bokmål\n\"\t\"\t//", "")
	f.Fuzz(func(t *testing.T, file, text string) {
		if list, err := terms.Read([]byte(file)); err == nil {
			list.Find(text, agreement.Bokmal)
			list.Repair(text, text, agreement.Nynorsk)
			if _, err := terms.ReadTerms(terms.Write(list.All())); err != nil {
				t.Fatalf("what was read can't be read again: %v", err)
			}
		}
		for _, form := range agreement.Forms {
			for _, hit := range terms.Default().Find(text, form) {
				if hit.Start < 0 || hit.End > len(text) || hit.Start >= hit.End {
					t.Fatalf("%q: hit at %d–%d", text, hit.Start, hit.End)
				}
			}
			if got := terms.Default().Repair(text, text, form); utf8.ValidString(text) && !utf8.ValidString(got) {
				t.Fatalf("%q became %q", text, got)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Fylkeskommunen gir tilskudd til frivillige organisasjoner i tre år av gangen. ", 20)
	for b.Loop() {
		terms.Default().Find(text, agreement.Bokmal)
	}
}
