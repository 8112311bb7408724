package templates

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"avtalebok/agreement"
)

func readTemplate(t testing.TB, src string) agreement.Template {
	t.Helper()
	tpl, err := Parse("test.toml", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

func expectRoundTrip(t *testing.T, want agreement.Template) {
	t.Helper()
	src, err := Write("test.toml", want)
	if err != nil {
		t.Fatalf("%v", err)
	}
	got, err := Parse("test.toml", src)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("read again it is another template:\n%s\n got %+v\nwant %+v", src, got, want)
	}
	again, err := Write("test.toml", got)
	if err != nil || string(again) != string(src) {
		t.Errorf("written again it is another file (%v)", err)
	}
}

func TestWrittenTemplatesAreReadAsTheSame(t *testing.T) {
	for _, tpl := range All() {
		t.Run(tpl.ID, func(t *testing.T) { expectRoundTrip(t, tpl) })
	}
	t.Run("minimal", func(t *testing.T) { expectRoundTrip(t, readTemplate(t, minimal(t))) })
}

func TestTextsWithSignsAreReadAsTheSame(t *testing.T) {
	tpl := readTemplate(t, minimal(t))
	for _, s := range []string{
		`Han sa "ja" \ nei`, `""" tre`, `\n er ikke linjeskift`, "hard\u00a0blank",
		strings.Repeat("langt ord ", 40) + "slutt", "Første avsnitt.\n\nAndre avsnitt.\n\nTredje.",
		"# ingen merknad", "[[sections]]", "slutter med \\",
		strings.Repeat("ord ", 40) + "slutt \\",
	} {
		tpl.Sections[0].Items[0].Text = agreement.Both(s, s)
		tpl.Name = agreement.Pair{NB: fold(s), NN: fold(s)}
		expectRoundTrip(t, tpl)
	}
}

func TestAgreedWordingIsWritten(t *testing.T) {
	tpl := readTemplate(t, minimal(t))
	s := &tpl.Sections[0]
	s.Lead = agreement.Both("Fylkeskommunen skal", "Fylkeskommunen skal")
	unlocked := s.Items[0]
	expectRoundTrip(t, tpl)
	s.Lead = s.Lead.Lock()
	expectRoundTrip(t, tpl)
	s.Items[0].Text = unlocked.Text.Lock()
	expectRoundTrip(t, tpl)
	s.Lead = agreement.Both("Fylkeskommunen skal", "Fylkeskommunen skal")
	expectRoundTrip(t, tpl)
}

func TestWhatParseWouldRefuseIsNotWritten(t *testing.T) {
	tpl := readTemplate(t, minimal(t))
	tpl.Sections[0].Items[0].Text = agreement.Both("Bare bokmål.", "")
	_, err := Write("min.toml", tpl)
	var problems Problems
	if !errors.As(err, &problems) || problems[0].Key != "error.template.missingForm" {
		t.Errorf("got %v", err)
	}
}

// TestWrittenFilesAreBrokenWhereWordsEnd keeps them fit to be read and compared by people.
func TestWrittenFilesAreBrokenWhereWordsEnd(t *testing.T) {
	src, err := Write("x.toml", All()[0])
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(src)) {
		if len([]rune(line)) > 140 && !strings.HasPrefix(line, "options") {
			t.Errorf("a long line: %s", line)
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("Bodø", "«sitat» \"\\", "a\n\nb")
	base, err := os.ReadFile("testdata/minimal.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, help, text string) {
		tpl := readTemplate(t, string(base))
		tpl.Name = agreement.Pair{NB: fold(name), NN: fold(name)}
		tpl.Fields[0].Help = agreement.Pair{NB: fold(help), NN: fold(help)}
		tpl.Sections[0].Items[0].Text = agreement.Both(fold(text), fold(text))
		src, err := Write("fuzz.toml", tpl)
		if err != nil {
			return // braces that mean nothing, or no words
		}
		got, err := Parse("fuzz.toml", src)
		if err != nil || !reflect.DeepEqual(got, tpl) {
			t.Errorf("%v\n%s", err, src)
		}
	})
}
