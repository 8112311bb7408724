package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"avtalebok/agreement"
)

// ones measures every character as one point.
type ones struct{}

func (ones) Width(_ Style, _ float64, text string) float64 {
	return float64(utf8.RuneCountInString(text))
}

// broken sets a text in lines of so many characters.
func broken(text string, measure float64) []string {
	var out []string
	for _, l := range breakLines(ones{}, face{}, words(ones{}, face{}, []agreement.Span{{Text: text}}), measure) {
		s := ""
		for _, r := range l.runs {
			s += r.Text
		}
		out = append(out, s)
	}
	return out
}

func TestLinesBreakWhereNorwegianTypographyAllows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		measure    float64
		want       []string
	}{
		{"space stays at the end of a wrapped line", "en to tre", 6, []string{"en to ", "tre"}},
		{"no-break space", "ord ord\u00a0ord", 8, []string{"ord ", "ord\u00a0ord"}},
		{"no-break hyphen", "ord bind\u2011ord", 10, []string{"ord ", "bind\u2011ord"}},
		{"paragraph", "se også § 4", 10, []string{"se også ", "§ 4"}},
		{"date", "innen den 8. februar", 13, []string{"innen den ", "8. februar"}},
		{"year", "fra 8. februar 2025", 16, []string{"fra ", "8. februar 2025"}},
		{"amount", "tilskudd 500 000 kroner", 17, []string{"tilskudd ", "500 000 kroner"}},
		{"telephone", "ring 75 65 00 00", 13, []string{"ring ", "75 65 00 00"}},
		{"dash stays with the word before", "skole – hjem", 7, []string{"skole – ", "hjem"}},
		{"compound", "barnehage-skole", 12, []string{"barnehage-", "skole"}},
		{"but not after a single letter", "din e-post her", 7, []string{"din ", "e-post ", "her"}},
		{"suspended hyphen", "kultur- og fritid", 10, []string{"kultur- og ", "fritid"}},
		{"range of years", "årene 2020–2024", 10, []string{"årene ", "2020–2024"}},
		{"web address", "https://fylke.example/sti/side", 22, []string{"https://fylke.example/", "sti/side"}},
		{"hyphen in a web address", "https://fylke.example/lang-sti-her", 30, []string{"https://fylke.example/", "lang-sti-her"}},
		{"e-mail address", "post@kommunen.example", 16, []string{"post@", "kommunen.example"}},
		{"an address longer than a line", "anne-lise.by-vik@k.no", 12, []string{"anne-lise.", "by-vik@k.no"}},
		{"a word longer than a line", "abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		{"soft hyphen at the very edge", "abcde\u00adfgh", 5, []string{"abcde", "fgh"}},
		{"line break", "en\nto", 20, []string{"en ", "to"}},
		{"spaces are dropped at the ends", "  en to  ", 20, []string{"en to "}},
		{"nothing", " ", 20, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := broken(c.text, c.measure)
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLinesAreEven(t *testing.T) {
	// Filling each line as far as it goes would leave a last line of one short word.
	got := broken("aaaa bbbb cccc dddd eeee ffff gggg hhhh i", 24)
	if last := got[len(got)-1]; last == "i" {
		t.Errorf("got %q", got)
	}
}

func TestASoftHyphenShowsOnlyWhereTheLineBreaks(t *testing.T) {
	text := "sam\u00adarbeid"
	if got := broken(text, 20); got[0] != "samarbeid" {
		t.Errorf("got %q", got)
	}
	if got := broken(text, 7); got[0] != "sam\u00ad" || got[1] != "arbeid" {
		t.Errorf("got %q", got)
	}
}

func TestMissingAndBlankSpansAreMarked(t *testing.T) {
	spans := []agreement.Span{{Text: "fra "}, {Kind: agreement.Blank}, {Text: " til "}, {Text: "[dato]", Kind: agreement.Unfilled}, {Text: "."}}
	lines := breakLines(ones{}, face{}, words(ones{}, face{}, spans), 1000)
	if len(lines) != 1 {
		t.Fatalf("%d lines", len(lines))
	}
	if want := []span{{4, 4 + blankWidth}}; len(lines[0].blanks) != 1 || lines[0].blanks[0] != want[0] {
		t.Errorf("blanks %v, want %v", lines[0].blanks, want)
	}
	from := 4.0 + blankWidth + 5
	if len(lines[0].marks) != 1 || lines[0].marks[0] != (span{from, from + 6}) {
		t.Errorf("marks %v, want one from %v", lines[0].marks, from)
	}
}
