package agreement_test

import (
	"testing"

	"avtalebok/agreement"
)

func TestGenitive(t *testing.T) {
	for name, want := range map[string]string{
		"Bodø": "Bodøs", "Alstahaug": "Alstahaugs", "Røros": "Røros’", "Moss": "Moss’", "Evje og Hornnes": "Evje og Hornnes’",
		"Bodø kommune": "Bodø kommunes", "KS": "KS’", "Felix": "Felix’", "Schultz": "Schultz’", "tre måneder": "tre måneders", "": "",
	} {
		if got := agreement.Genitive(name); got != want {
			t.Errorf("Genitive(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPlaceholders(t *testing.T) {
	type found struct {
		id       string
		genitive bool
	}
	for _, c := range []struct {
		text  string
		want  []found
		stray int
	}{
		{"ingen", nil, -1},
		{"{municipality} og {county.name}", []found{{"municipality", false}, {"county.name", false}}, -1},
		{"{municipality}s plan", []found{{"municipality", true}}, -1},
		{"{municipality}sin", []found{{"municipality", false}}, -1},
		{"{municipality}s, og", []found{{"municipality", true}}, -1},
		{"{municipality}s", []found{{"municipality", true}}, -1},
		{"{municipality", nil, 0},
		{"a } b", nil, 2},
		{"{} {Stor} {a b}", nil, 0},
		{"{{county}}", []found{{"county", false}}, 0},
	} {
		got, stray := agreement.Placeholders(c.text)
		if stray != c.stray || len(got) != len(c.want) {
			t.Errorf("%q: %v, stray %d; want %v, stray %d", c.text, got, stray, c.want, c.stray)
			continue
		}
		for i := range got {
			if got[i].ID != c.want[i].id || got[i].Genitive != c.want[i].genitive {
				t.Errorf("%q: %v, want %v", c.text, got[i], c.want[i])
			}
		}
	}
}

func TestAnswersAreWrittenOutAsNorwegianTextHasThem(t *testing.T) {
	for _, c := range []struct {
		kind   agreement.FieldType
		raw    string
		nb, nn string
	}{
		{agreement.MonthsField, "1", "én måned", "éin månad"},
		{agreement.MonthsField, "3", "tre måneder", "tre månader"},
		{agreement.MonthsField, "12", "tolv måneder", "tolv månader"},
		{agreement.MonthsField, "18", "18\u00a0måneder", "18\u00a0månader"},
		{agreement.NumberField, "4500", "4500", "4500"},
		{agreement.NumberField, "-10000", "-10\u00a0000", "-10\u00a0000"},
		{agreement.AmountField, "kr 500 000", "500\u00a0000\u00a0kroner", "500\u00a0000\u00a0kroner"},
		{agreement.AmountField, "1250000", "1\u00a0250\u00a0000\u00a0kroner", "1\u00a0250\u00a0000\u00a0kroner"},
		{agreement.DateField, "2015-02-08", "8.\u00a0februar\u00a02015", "8.\u00a0februar\u00a02015"},
		{agreement.DateField, "8. februar 2015", "8.\u00a0februar\u00a02015", "8.\u00a0februar\u00a02015"},
		{agreement.DateField, "08.02.2015", "8.\u00a0februar\u00a02015", "8.\u00a0februar\u00a02015"},
		{agreement.LineField, " 26/01234 ", "26/01234", "26/01234"},
	} {
		f := agreement.Field{Type: c.kind, Answer: agreement.Answer{Value: c.raw}}
		if nb, nn := f.Written(agreement.Bokmal), f.Written(agreement.Nynorsk); nb != c.nb || nn != c.nn {
			t.Errorf("%s %q is written %q and %q, want %q and %q", c.kind, c.raw, nb, nn, c.nb, c.nn)
		}
	}
}

func TestAnswersAreValidated(t *testing.T) {
	for _, c := range []struct {
		field agreement.Field
		raw   string
		want  agreement.Problem
	}{
		{agreement.Field{Type: agreement.MonthsField, Min: number(1), Max: number(24)}, "0", agreement.TooSmall},
		{agreement.Field{Type: agreement.MonthsField, Min: number(1), Max: number(24)}, "25", agreement.TooLarge},
		{agreement.Field{Type: agreement.MonthsField}, "tre", agreement.NotNumber},
		{agreement.Field{Type: agreement.AmountField}, "-1", agreement.TooSmall},
		{agreement.Field{Type: agreement.AmountField}, "99999999999999999999", agreement.NotNumber},
		{agreement.Field{Type: agreement.DateField}, "31.02.2026", agreement.NotDate},
		{agreement.Field{Type: agreement.YearField}, "26", agreement.NotYear},
		{agreement.Field{Type: agreement.YearField}, "2026", agreement.NoProblem},
		{agreement.Field{Type: agreement.LineField, MaxLength: 3}, "æøåæ", agreement.TooLong},
		{agreement.Field{Type: agreement.LineField, Required: true}, "  ", agreement.NotAnswered},
		{agreement.Field{Type: agreement.LineField}, "", agreement.NoProblem},
	} {
		c.field.Answer.Value = c.raw
		if got := c.field.Validate(agreement.Bokmal); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.field.Type, c.raw, got, c.want)
		}
	}
}
