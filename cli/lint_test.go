package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/cli"
)

// lint checks a text that stands in a file, or on the standard input where the last argument is "-".
func (d desk) lint(text string, args ...string) outcome {
	d.t.Helper()
	if len(args) == 0 || args[len(args)-1] != "-" {
		file := filepath.Join(d.t.TempDir(), "tekst.txt")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			d.t.Fatal(err)
		}
		args = append(args, file)
		text = ""
	} else {
		args = args[:len(args)-1]
	}
	var out, errs bytes.Buffer
	streams := cli.Streams{In: strings.NewReader(text), Out: &out, Err: &errs}
	code := cli.Run(context.Background(), append([]string{"lint"}, args...), "test", streams, nil)
	return outcome{code, out.String(), errs.String()}
}

func TestLintNamesEachFindingOnALine(t *testing.T) {
	d := newDesk(t)
	const text = "Å vere med er viktig.\r\nÆrleg talt: ikke no.\nKommunens vedtak gjeld.\n"
	const want = "2:13: bokmal-word: “ikke” is bokmål → ikkje\n3:1: s-genitive: S-genitive of a common noun: “Kommunens”\n"
	for _, args := range [][]string{{"--form", "nn"}, {"--form", "nn", "-"}} {
		if o := d.lint(text, args...); o.code != 1 || o.out != want || o.err != "" {
			t.Errorf("%v: exit %d\n%s%s", args, o.code, o.out, o.err)
		}
	}
	if o := d.lint("\uFEFFikke", "--form", "nn"); !strings.HasPrefix(o.out, "1:1: ") {
		t.Errorf("with a byte order mark: %q", o.out)
	}
}

func TestLintExitsWithOneOnlyForErrors(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		text string
		args []string
		code int
	}{
		{"Kommunen vedtek planen.", []string{"--form", "nn"}, 0},
		{"", []string{"--form", "nn"}, 0},
		{"Kommunens vedtak gjeld.", []string{"--form", "nn"}, 0}, // advice on style
		{"Vi veit ikke.", []string{"--form", "nn"}, 1},
		{"Vi vet ikke.", []string{"--form", "nb"}, 0},
		{"Vi veit ikke.", []string{"--form", "nn", "--off", "bokmal-word"}, 0},
		{"Vi veit ikke.", []string{"--form", "nn", "--off", "nonsense"}, 2},
		{"Vi veit ikke.", nil, 2},
		{"Vi veit ikke.", []string{"--form", "no"}, 2},
		{"\xff\xfe", []string{"--form", "nn"}, 1},
	} {
		if o := d.lint(c.text, c.args...); o.code != c.code {
			t.Errorf("%q %v: exit %d, expected %d\n%s%s", c.text, c.args, o.code, c.code, o.out, o.err)
		}
	}
	if o := d.run("lint", "--form", "nn", filepath.Join(t.TempDir(), "none.txt")); o.code != 1 || !strings.Contains(o.err, "none.txt") {
		t.Errorf("no such file: exit %d, %s", o.code, o.err)
	}
}

func TestLintTakesAHouseStyleAndOwnTerms(t *testing.T) {
	d := newDesk(t)
	folder := t.TempDir()
	style, terms := filepath.Join(folder, "stil.toml"), filepath.Join(folder, "termar.csv")
	for name, content := range map[string]string{
		style: "name = \"X\"\nforms = [\"me\"]\n",
		terms: "bokmål,nynorsk,ordklasse,bøying bokmål,bøying nynorsk\r\nfjordlag,vestlandslag,substantiv,n,n\r\n",
	} {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if o := d.lint("Vi møtest i fjordlaget.", "--form", "nn", "--style", style, "--terms", terms); o.code != 1 ||
		!strings.Contains(o.out, "1:1: house-style:") || !strings.Contains(o.out, "→ vestlandslaget") {
		t.Errorf("exit %d\n%s%s", o.code, o.out, o.err)
	}
	if o := d.lint("Vi møtest.", "--form", "nn", "--terms", style); o.code != 1 || o.err == "" {
		t.Errorf("terms that are none: exit %d, %q", o.code, o.err)
	}
}
