package engine_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"avtalebok/data/templates"
	"avtalebok/translate"
	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/wer"
)

var record = flag.Bool("record", false, "record anew what Apertium's own programs translate the texts to")

// recordedText is a line of testdata/nn.tsv or nb.tsv: what Apertium's programs made of a text in a house style.
type recordedText struct {
	forms, text, translation, unknown string
}

// TestTranslationsAreThoseThatWereRecorded holds all stages together to the words of Apertium's programs where only its
// data are installed.
func TestTranslationsAreThoseThatWereRecorded(t *testing.T) {
	for _, d := range directions {
		file := filepath.Join("testdata", string(d.To)+".tsv")
		if *record {
			recordAnew(t, d, file)
		}
		enginetest.NeedsRecordedData(t)
		byStyle := make(map[string][]recordedText)
		for i, r := range readRecorded(t, file) {
			if testing.Short() && i%6 > 0 { // script/test takes some with the race detector, .ci/run all without
				continue
			}
			byStyle[r.forms] = append(byStyle[r.forms], r)
		}
		for forms, list := range byStyle {
			var texts []string
			for _, r := range list {
				texts = append(texts, r.text)
			}
			for i, got := range translated(t, open(t, styleOf(t, split(forms)...)), d, texts) {
				if want := list[i]; got.Text != want.translation || fmt.Sprint(got.Unknown) != want.unknown {
					t.Errorf("%s, style %q: %q\n became %q, unknown %v\ninstead %q, unknown %s",
						d.To, forms, want.text, got.Text, got.Unknown, want.translation, want.unknown)
				}
			}
		}
	}
}

func split(forms string) []string {
	return strings.FieldsFunc(forms, func(r rune) bool { return r == ',' })
}

func readRecorded(t *testing.T, file string) []recordedText {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var list []recordedText
	for line := range strings.Lines(string(content)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 4 {
			t.Fatalf("%s: a line has %d fields: %s", file, len(fields), line)
		}
		for i := range fields {
			if fields[i], err = strconv.Unquote(`"` + fields[i] + `"`); err != nil {
				t.Fatalf("%s: %v: %s", file, err, line)
			}
		}
		list = append(list, recordedText{fields[0], fields[1], fields[2], fields[3]})
	}
	return list
}

func recordAnew(t *testing.T, d translate.Direction, file string) {
	t.Helper()
	var out strings.Builder
	for _, forms := range stylesFor(d) {
		texts := textsFor(t, d)
		if forms != "" {
			texts = styledTexts
		}
		style := styleOf(t, split(forms)...)
		own := translated(t, open(t, style), d, texts)
		for i, got := range translated(t, oracle(t, style), d, texts) {
			if got.Text != own[i].Text { // programs that have read other texts before may answer otherwise
				got = translated(t, oracle(t, style), d, texts[i:i+1])[0]
			}
			for j, field := range []string{forms, texts[i], got.Text, fmt.Sprint(got.Unknown)} {
				quoted := strconv.Quote(field)
				out.WriteString(quoted[1:len(quoted)-1] + []string{"\t", "\t", "\t", "\n"}[j])
			}
		}
	}
	if err := os.WriteFile(file, []byte(out.String()), 0o600); err != nil {
		t.Fatal(err)
	}
}

// stylesFor gives the house styles that are recorded: the usual one, and towards nynorsk some others.
func stylesFor(d translate.Direction) []string {
	if d == translate.ToNynorsk {
		return append([]string{""}, styles...)
	}
	return []string{""}
}

// textsFor gives a few hundred texts of a form: the sentences with references, some of the templates, and awkward ones.
func textsFor(t *testing.T, d translate.Direction) []string {
	t.Helper()
	const oneIn = 12
	pairs := readPairs(t)
	var texts []string
	for _, p := range pairs {
		texts = append(texts, p.In(d.From)...)
	}
	n := 0
	for _, template := range templates.All() {
		for _, text := range template.Working().Passages() {
			if n++; n%oneIn == 0 {
				texts = append(texts, text.In(d.From))
			}
		}
	}
	texts = append(texts, endings...)
	texts = append(texts, awkward...)
	slices.Sort(texts)
	return slices.Compact(texts)
}

func readPairs(t *testing.T) []wer.Pair {
	t.Helper()
	f, err := os.Open("../testdata/wer-nb-nn.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	pairs, err := wer.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

// endings are texts that end in a word of several parts, without a full stop: there the large grammars take readings
// for each other.
var endings = []string{
	"Bøttefylling", "listevisning", "Ny klasselagring", "helsesøsterstilling", "Posteriseringsvideofilter", "flatekraft", "Gå til maskefil",
	"helseforvaltning", "endring av klokkeendring", "SDL1.0 image videodekoder", "kulturminneplan", "skuleskyss", "fylkesveg", "Liste over klassevisning",
}
