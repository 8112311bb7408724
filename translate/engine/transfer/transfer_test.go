package transfer_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/transfer"
)

// The rules of the tests stand in testdata, as they are written and as apertium-preprocess-transfer compiles them.
const (
	words  = "words.t1x"
	chunks = "chunks.t2x"
	within = "words.t3x"
)

var programs = map[string][]string{
	words:  {"apertium-transfer", "-b", words, words + ".bin"},
	chunks: {"apertium-interchunk", chunks, chunks + ".bin"},
	within: {"apertium-postchunk", within, within + ".bin"},
}

func read(t testing.TB, name string) *transfer.Stage {
	t.Helper()
	s, err := transfer.Read(file(t, name), file(t, name+".bin"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRules(t *testing.T) {
	for _, c := range []struct{ name, rules, in, want string }{
		{
			"a macro makes words agree; tags are linked to the chunk's", words,
			"^ein<det><m><sg>/ein<det><m><sg>$ ^bok<n><f><sg>/bok<n><f><sg># med$",
			"^dn<SN><f>{^ein<det><f><sg>$ ^bok<2><sg># med$}$",
		},
		{
			"a chunk takes the case of a variable, and format stands between its words", words,
			"^Ein<det>/ein<det><m>$[<b>]^bok<n>/bok<n><f><sg>$", "^Dn<SN><f>{^ein<det><f>$[<b>]^bok<2><sg>$}$",
		},
		{
			"lists without regard to case; a variable grows until the text ends", words,
			"^Mann<n>/mann<n><m>$ ^kvinne<n>/kvinne<n><f>$", "^person<SN>{^Person<n>+x$}$ ^person<SN>{^person<n>+xx$}$",
		},
		{"a part is spelt anew", words, "^hus<n>/hus<n><nt>$", "^n<SN><nt>{^HUS<n><nt>$}$"},
		{"the longest pattern", words, "^stor<adj>/stor<adj>$ ^sterk<adj>/sterk<adj>$", "^twice<SA>{^sterk-stor<adj><pst>$}$"},
		{
			"a rule that is rejected leaves its words to shorter ones, and its blank behind", words,
			"^stor<adj>/stor<adj>$[x]^grå<adj>/grå<adj>$", "[x]^big<SA>{^stor<adj>$}$[x]^default<default>{^grå<adj>$}$",
		},
		{"no rule is about it", words, "^xyz<adv>/xyz<adv>$ ^*abc/*abc$", "^default<default>{^xyz<adv>$}$ ^unknown<unknown>{^*abc$}$"},
		{"nothing", words, "", ""},
		{
			"chunks change places", chunks, "^big<SA>{^stor<adj>$}$ ^n<SN><nt>{^HUS<n>$}$",
			"^n<SN><turned>{^HUS<n>$}$ ^big<SA>{^stor<adj>$}$",
		},
		{"a chunk that no rule is about", chunks, "^unknown<unknown>{^*abc$}$", "^unknown<unknown>{^*abc$}$"},
		{"words within a chunk change places", within, "^dn<SN><f>{^ein<det>$[x]^bok<2><sg>$}$", "^bok<f><sg>$[x]^ein<det>$"},
		{"a capital of the chunk's name", within, "^Dn<SN><f>{^ein<det>$ ^bok<n><2><sg>$}$", "^bok<n><f><sg>$ ^Ein<det>$"},
		{"capitals of the chunk's name", within, "^DN<SN><f>{^ein<det>$ ^bok<n><2><sg>$}$", "^BOK<n><f><sg>$ ^EIN<det>$"},
		{
			"a chunk that no rule is about is unwrapped", within,
			"^dn<SN><f>{^ein<det>$}$ ^n<SN>{^a<x>$ ^b<1>$}$", "^ein<det>$ ^a<x>$ ^b<SN>$",
		},
		{"an unknown word", within, "^Unknown<unknown>{^*abc$}$", "^*Abc$"},
	} {
		got, err := read(t, c.rules).Run(context.Background(), c.in)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became\n%s, %v\ninstead of\n%s", c.name, c.in, got, err, c.want)
		}
		if out, ok := program(t, programs[c.rules], c.in+"\n"); ok && out != c.want+"\n" {
			t.Errorf("%s: %s makes of %q\n%s", c.name, programs[c.rules][0], c.in, out)
		}
	}
}

// program runs Apertium's own, where it is installed.
func program(t *testing.T, call []string, in string) (out string, ok bool) {
	t.Helper()
	if !enginetest.HasProgram(call[0]) {
		return "", false
	}
	command := exec.Command(call[0], call[1:]...)
	command.Dir = "testdata"
	command.Stdin = strings.NewReader(in)
	b, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(b), true
}

func TestAVariableIsForgottenWhenATextEnds(t *testing.T) {
	s := read(t, words)
	for range 2 {
		got, err := s.Run(context.Background(), "^mann<n>/mann<n>$")
		if want := "^person<SN>{^person<n>+x$}$"; err != nil || got != want {
			t.Errorf("it became %q, %v instead of %q", got, err, want)
		}
	}
}

func TestRulesThatCannotBeRunAreRefused(t *testing.T) {
	rules, compiled := file(t, words), file(t, words+".bin")
	for name, bad := range map[string][]byte{
		"no rules at all":    []byte("<other/>"),
		"cut off":            rules[:len(rules)/2],
		"a missing macro":    bytes.Replace(rules, []byte(`<call-macro n="agree">`), []byte(`<call-macro n="gone">`), 1),
		"an odd instruction": bytes.Replace(rules, []byte("<modify-case>"), []byte("<modify-odd>"), 1),
		"a nest":             bytes.Replace(rules, []byte("<modify-case>"), bytes.Repeat([]byte("<modify-case>"), 1_000_000), 1),
		"a part too few":     bytes.Replace(rules, []byte(`<lit v="AA"/></modify-case>`), []byte(`</modify-case>`), 1),
	} {
		if _, err := transfer.Read(bad, compiled); err == nil {
			t.Errorf("%s: it is taken", name)
		}
	}
	for n := range compiled {
		if _, err := transfer.Read(rules, compiled[:n]); err == nil {
			t.Errorf("compiled rules cut off at byte %d of %d are taken", n, len(compiled))
		}
	}
}

// patience is a context that ends when it has been asked so many times whether it has.
type patience struct {
	context.Context
	left int
}

func (p *patience) Err() error {
	if p.left--; p.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Rules that nobody would write, but a damaged file may hold.
func TestRulesThatGoOnForEverAreStopped(t *testing.T) {
	rules := string(file(t, words))
	i := strings.Index(rules, "<action>") + len("<action>")
	with := func(macros, action string) []byte {
		j := strings.Index(rules, "</section-def-macros>")
		return []byte(rules[:j] + macros + rules[j:i] + action + rules[i:])
	}
	for name, c := range map[string]struct {
		rules []byte
		err   error
	}{
		"macros that call themselves twice": {with(
			`<def-macro n="on" npar="0"><call-macro n="on"/><call-macro n="on"/></def-macro>`, `<call-macro n="on"/>`), context.DeadlineExceeded},
		"a variable that is doubled with each word": {with("", `<let><var n="v"/><lit v="x"/></let>`+
			strings.Repeat(`<let><var n="v"/><concat><var n="v"/><var n="v"/></concat></let>`, 60)), nil},
		"a variable that is added to itself": {with("", `<let><var n="v"/><lit v="x"/></let>`+
			strings.Repeat(`<append n="v"><var n="v"/></append>`, 60)), nil},
	} {
		s, err := transfer.Read(c.rules, file(t, words+".bin"))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		_, err = s.Run(&patience{Context: context.Background(), left: 1000}, strings.Repeat("^ein<det><m><sg>/ein<det><m><sg>$ ^bok<n><f><sg>/bok<n><f><sg>$ ", 3))
		if err == nil || c.err != nil && !errors.Is(err, c.err) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file(f, words), file(f, words+".bin"))
	f.Add(file(f, chunks), file(f, chunks+".bin"))
	f.Add(file(f, within), file(f, within+".bin"))
	f.Fuzz(func(_ *testing.T, rules, compiled []byte) {
		if s, err := transfer.Read(rules, compiled); err == nil {
			_, _ = s.Run(context.Background(), "^ein<det>/ein<det>$ ^mann<n>/mann<n>$ ^dn<SN>{^a<x>$ ^b<1>$}$")
		}
	})
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"^ein<det>/ein<det><m>$ ^bok<n>/bok<n><f>$", "^dn<SN>{^a<x>$ ^b<1>$}$", `^\/<{`, "[[a]]^Dn<SN>{^", "^stor<adj>/x<adj>$"} {
		f.Add(s)
	}
	stages := []*transfer.Stage{read(f, words), read(f, chunks), read(f, within)}
	f.Fuzz(func(_ *testing.T, text string) {
		for _, s := range stages {
			_, _ = s.Run(context.Background(), text)
		}
	})
}
