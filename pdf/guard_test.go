package pdf_test

import (
	"errors"
	"testing"

	"avtalebok/agreement"
	"avtalebok/pdf"
	"avtalebok/pdf/internal/sample"
)

func TestCharactersThatCannotBePrintedAreNamed(t *testing.T) {
	for _, c := range []struct {
		name, text           string
		character, codePoint string // empty code point: it can be printed
	}{
		{"Norwegian", "æøå ÆØÅ «ord» – — § 4 € ’", "", ""},
		{"Sámi", "Áččat čđŋšŧž ČĐŊŠŦŽ ǩǥǧǯʒ ï õ", "", ""},
		{"no-break space and hyphen", "a\u00a0b\u2011c", "", ""},
		{"soft hyphen and break", "a\u00adb\u200bc\nd", "", ""},
		{"emoji", "bra 🙂", "🙂", "U+1F642"},
		{"beyond the first plane", "a\U00020000", "\U00020000", "U+20000"},
		{"no glyph", "漢", "漢", "U+6F22"},
		{"control character", "a\x07b", "", "U+0007"},
		{"tab", "a\tb", "", "U+0009"},
		{"direction mark", "a\u202eb", "", "U+202E"},
		{"private use", "a\ue001", "", "U+E001"},
		{"replacement character", "a\ufffd", "", "U+FFFD"},
		{"broken UTF-8", "a\xffb", "", "0xff"},
		{"decomposed letter", "cafe\u0301", "e\u0301", "U+0065U+0301"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := sample.Empty(agreement.Bokmal)
			d.Sections = []agreement.DocumentSection{
				sample.Section("background", agreement.Prose, "Bakgrunn", sample.Paragraphs("background", "Fin.", c.text)...),
			}
			file, err := pdf.Render(d, pdf.Options{})
			if c.codePoint == "" {
				if err != nil || len(file) == 0 {
					t.Fatalf("refused: %v", err)
				}
				return
			}
			var refusal *agreement.Error
			if !errors.As(err, &refusal) || refusal.Code != agreement.Refused || refusal.Key != "error.pdf.character" {
				t.Fatalf("got error %v", err)
			}
			if a := refusal.Args; a["Section"] != "Bakgrunn" || a["Character"] != c.character || a["CodePoint"] != c.codePoint {
				t.Errorf("got %v", a)
			}
			var problem pdf.Problem
			if !errors.As(err, &problem) || problem.Place != (agreement.Place{Section: "background", Item: "p2", Part: agreement.PartText}) {
				t.Errorf("the place is %+v", problem.Place)
			}
			if file != nil {
				t.Error("a file was made all the same")
			}
		})
	}
}

func TestTheGuardReadsEveryText(t *testing.T) {
	const bad = "漢"
	text := sample.Text(bad)
	blank := func(change func(*agreement.Document)) agreement.Document {
		d := sample.Empty(agreement.Bokmal)
		change(&d)
		return d
	}
	section := func(b ...agreement.Block) agreement.Document {
		return blank(func(d *agreement.Document) {
			d.Sections = []agreement.DocumentSection{sample.Section("s", agreement.Prose, "Del", b...)}
		})
	}
	for name, d := range map[string]agreement.Document{
		"title":      blank(func(d *agreement.Document) { d.Title = text }),
		"theme":      blank(func(d *agreement.Document) { d.Theme = text }),
		"between":    blank(func(d *agreement.Document) { d.Between = text }),
		"case":       blank(func(d *agreement.Document) { d.CaseNumber = bad }),
		"party":      blank(func(d *agreement.Document) { d.Parties = []string{bad} }),
		"label":      blank(func(d *agreement.Document) { d.Labels.SignHere = bad }),
		"subheading": section(agreement.Subheading{Passage: text}),
		"paragraph":  section(agreement.Paragraph{Passage: text}),
		"item":       section(agreement.List{Items: []agreement.ListItem{{Paragraphs: []agreement.Passage{text}}}}),
		"item title": section(agreement.List{Items: []agreement.ListItem{{Title: text}}}),
		"contact":    section(agreement.ContactTable{Rows: []agreement.ContactRow{{Email: text}}}),
		"signer":     section(agreement.SignatureBlock{Signers: []agreement.Signer{{Title: text}}}),
		"field":      section(agreement.SignatureBlock{Signers: []agreement.Signer{{Field: bad}}}),
	} {
		if problems, err := pdf.Uncovered(d); err != nil || len(problems) != 1 || problems[0].Character != bad {
			t.Errorf("%s: %v, %v", name, problems, err)
		}
	}
}

func TestEachCharacterIsReportedOnceForAPassage(t *testing.T) {
	d := sample.Empty(agreement.Bokmal)
	d.Sections = []agreement.DocumentSection{
		sample.Section("s", agreement.Prose, "Del", sample.Paragraphs("s", "漢漢字", "漢")...),
	}
	problems, err := pdf.Uncovered(d)
	if err != nil || len(problems) != 3 {
		t.Errorf("got %v, %v", problems, err)
	}
}

func TestAccentColourMustBeReadable(t *testing.T) {
	d := sample.Partnership(agreement.Bokmal)
	for _, c := range []struct{ colour, key string }{
		{"", ""},
		{"#004B44", ""},
		{"#767676", ""}, // 4.54:1
		{"#777777", "error.pdf.contrast"},
		{"#ffee00", "error.pdf.contrast"},
		{"blue", "error.pdf.colour"},
		{"#12345", "error.pdf.colour"},
		{"#+12345", "error.pdf.colour"},
	} {
		_, err := pdf.Render(d, pdf.Options{Accent: c.colour})
		var refusal *agreement.Error
		if c.key == "" && err != nil || c.key != "" && (!errors.As(err, &refusal) || refusal.Key != c.key) {
			t.Errorf("%q: got %v, want %q", c.colour, err, c.key)
		}
	}
}
