package stagetest

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/grammar"
	"avtalebok/translate/engine/lexicon"
	"avtalebok/translate/engine/selection"
	"avtalebok/translate/engine/sequence"
	"avtalebok/translate/engine/tagger"
	"avtalebok/translate/engine/transfer"
)

const folder = enginetest.Folder

var record = flag.Bool("record", false, "record anew what Apertium's own programs give")

// ways are the calls of the programs for each direction, in the order of the mode files.
var ways = map[string][]string{
	"nno": {
		"lt-proc -w -e nno-nob.automorf.bin", "cg-proc nno-nob.seg.rlx.bin", "cg-proc -w nno-nob.rlx.bin",
		"apertium-tagger -g nno-nob.prob", "apertium-pretransfer", "lt-proc -b nno-nob.autobil.bin",
		"lrx-proc -m nno-nob.autolex.bin", "apertium-transfer -b apertium-nno-nob.nno-nob.t1x nno-nob.t1x.bin",
		"apertium-interchunk apertium-nno-nob.nno-nob.t2x nno-nob.t2x.bin",
		"apertium-postchunk apertium-nno-nob.nno-nob.t3x nno-nob.t3x.bin", "lt-proc -N1 -g nno-nob.autogen.bin",
	},
	"nob": {
		"lt-proc -w -e nob-nno.automorf.bin", "cg-proc nob-nno.seg.rlx.bin", "cg-proc nob-nno.rlx.bin",
		"apertium-tagger -p -g nob-nno.prob", "cg-proc capstag.rlx.bin", "cg-proc -n -1 nob-nno.syn.rlx.bin",
		"apertium-pretransfer", "lsx-proc -w nob-nno.autoseq.bin", "lsx-proc -w capstag.autoseq.bin",
		"lt-proc -b nob-nno.autobil.bin", "cg-proc nob-nno.biprefs.rlx.bin", "lrx-proc -m nob-nno.autolex.bin",
		"apertium-transfer -b apertium-nno-nob.nob-nno.refsyn.t1x nob-nno.refsyn.t1x.bin",
		"apertium-transfer -b apertium-nno-nob.nob-nno.t1x nob-nno.t1x.bin",
		"apertium-interchunk apertium-nno-nob.nob-nno.t2x nob-nno.t2x.bin",
		"apertium-postchunk apertium-nno-nob.nob-nno.t3x nob-nno.t3x.bin", "lsx-proc -w nno.autoseq.bin",
		"lt-proc -g -b nob-nno.autogen.bin", "cg-proc nob-nno.e_vi_genprefs.rlx.bin",
		"cg-proc -1 -n -g nob-nno.genprefs.rlx.bin", "lt-proc -p nob-nno.autopgen.bin",
	},
}

// TestEachStageGivesTheBytesOfApertium gives each stage what Apertium's stage before it gave.
func TestEachStageGivesTheBytesOfApertium(t *testing.T) {
	if !*record {
		enginetest.NeedsRecordedData(t)
	}
	for way, calls := range ways {
		in := source(t, way)
		for i, call := range calls {
			name := fmt.Sprintf("%s-%02d", way, i+1)
			want := recorded(t, name, call, in)
			t.Run(name+" "+call, func(t *testing.T) {
				got, err := stage(t, call)(context.Background(), in)
				if err != nil {
					t.Fatal(err)
				}
				wantSame(t, got, want)
			})
			in = want
		}
	}
}

// TestTheProgramsStillGiveWhatWasRecorded tells a new version of the programs or of the data from a mistake of ours.
func TestTheProgramsStillGiveWhatWasRecorded(t *testing.T) {
	if !enginetest.HasProgram("apertium-transfer") {
		t.Skip("Apertium's programs are not installed")
	}
	enginetest.NeedsRecordedData(t)
	for way, calls := range ways {
		in := source(t, way)
		for i, call := range calls {
			name := fmt.Sprintf("%s-%02d", way, i+1)
			want := recorded(t, name, call, in)
			wantSame(t, program(t, call, in), want)
			in = want
		}
	}
}

// source gives the sentences of a language as apertium-destxt hands them on.
func source(t *testing.T, way string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", way+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("\n", ".[][\n]", "@", `\@`).Replace(string(text))
}

// recorded gives what the program gave when the test was written.
func recorded(t *testing.T, name, call, in string) string {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *record {
		if err := os.WriteFile(file, []byte(program(t, call, in)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// program runs a call of Apertium's own.
func program(t *testing.T, call, in string) string {
	t.Helper()
	words := strings.Fields(call)
	command := exec.Command(words[0], words[1:]...)
	command.Dir = folder
	command.Stdin = strings.NewReader(in)
	var out, complaints bytes.Buffer
	command.Stdout, command.Stderr = &out, &complaints
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v %s", call, err, complaints.String())
	}
	return out.String()
}

func wantSame(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("line %d became\n%s\ninstead of\n%s", i+1, g[i], w[i])
		}
	}
	if len(g) != len(w) {
		t.Errorf("there are %d lines instead of %d", len(g), len(w))
	}
}

// stage gives what this program does for a call.
func stage(t *testing.T, call string) func(context.Context, string) (string, error) {
	t.Helper()
	words := strings.Fields(call)
	has := func(option string) bool { return strings.Contains(call+" ", " "+option+" ") }
	file := func(fromEnd int) []byte {
		b, err := os.ReadFile(filepath.Join(folder, words[len(words)-fromEnd]))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	switch words[0] {
	case "lt-proc":
		return lexical(t, has, file(1))
	case "cg-proc":
		g := must(grammar.Read(file(1)))(t)
		options := grammar.Options{First: has("-1"), NoForm: has("-n"), Generate: has("-g"), Case: has("-w")}
		return func(ctx context.Context, in string) (string, error) { return g.Run(ctx, options, in) }
	case "apertium-tagger":
		m := must(tagger.Read(file(1)))(t)
		return func(ctx context.Context, in string) (string, error) { return m.Run(ctx, in, has("-p")) }
	case "apertium-pretransfer":
		return func(_ context.Context, in string) (string, error) { return sequence.Split(in) }
	case "lsx-proc":
		return must(sequence.NewReplacer(file(1)))(t).Run
	case "lrx-proc":
		return must(selection.Read(file(1)))(t).Run
	}
	return must(transfer.Read(file(2), file(1)))(t).Run
}

func lexical(t *testing.T, has func(string) bool, data []byte) func(context.Context, string) (string, error) {
	t.Helper()
	limit := 0
	if has("-N1") {
		limit = 1
	}
	switch {
	case has("-b"):
		return must(lexicon.NewDictionary(data, limit))(t).Translate
	case has("-g"):
		return must(lexicon.NewDictionary(data, limit))(t).Generate
	case has("-p"):
		return must(lexicon.NewPostGenerator(data))(t).Run
	}
	return must(lexicon.NewAnalyser(data))(t).Run
}

func must[T any](value T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}
