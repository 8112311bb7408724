package grammar

import (
	"context"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"avtalebok/translate/engine/enginetest"
)

var record = flag.Bool("record", false, "compile the tests' grammars anew with cg-comp")

// behaviours are small grammars, each for one thing that rules do. Compiled they lie in testdata.
var behaviours = []struct {
	name, grammar string
	options       Options
	in, want      string
}{
	{"select", `SELECT (n) ;`, Options{}, `^a/x<n>/x<v>$`, `^a/x<n>$`},
	{"remove", `REMOVE (n) ;`, Options{}, `^a/x<n>/x<v>$`, `^a/x<v>$`},
	{"remove-never-the-last", `REMOVE (n) ;`, Options{}, `^a/x<n>$`, `^a/x<n>$`},
	{"test-beside", `SELECT (n) (-1 (det)) ;`, Options{}, `^e/e<det>$ ^a/x<n>/x<v>$ ^a/x<n>/x<v>$`, `^e/e<det>$ ^a/x<n>$ ^a/x<n>/x<v>$`},
	{"test-not", `SELECT (n) (NOT 1 (det)) ;`, Options{}, `^a/x<n>/x<v>$ ^e/e<det>$`, `^a/x<n>/x<v>$ ^e/e<det>$`},
	{"test-careful", `SELECT (n) (1C (det)) ;`, Options{}, `^a/x<n>/x<v>$ ^e/e<det>/e<v>$`, `^a/x<n>/x<v>$ ^e/e<det>/e<v>$`},
	{"scan", `SELECT (n) (-1* (det)) ;`, Options{}, `^e/e<det>$ ^i/i<adv>$ ^a/x<n>/x<v>$`, `^e/e<det>$ ^i/i<adv>$ ^a/x<n>$`},
	{"scan-barrier", `SELECT (n) (-1* (det) BARRIER (adv)) ;`, Options{}, `^e/e<det>$ ^i/i<adv>$ ^a/x<n>/x<v>$`, `^e/e<det>$ ^i/i<adv>$ ^a/x<n>/x<v>$`},
	{"linked", `SELECT (n) (-1* (det) LINK 1 (adv)) ;`, Options{}, `^e/e<det>$ ^i/i<adv>$ ^a/x<n>/x<v>$`, `^e/e<det>$ ^i/i<adv>$ ^a/x<n>$`},
	{"negate", `SELECT (n) (NEGATE -1 (det) LINK -1 (det)) ;`, Options{}, `^e/e<det>$ ^a/x<n>/x<v>$`, `^e/e<det>$ ^a/x<n>$`},
	{"word-form", `"<a>" SELECT (n) ;`, Options{}, `^a/x<n>/x<v>$ ^b/x<n>/x<v>$`, `^a/x<n>$ ^b/x<n>/x<v>$`},
	{"lemma-any-case", `SELECT ("oslo"i) ;`, Options{}, `^a/Oslo<np>/x<v>$`, `^a/Oslo<np>$`},
	{"lemma-expression", `SELECT ("os.*"r) ;`, Options{}, `^a/oslo<np>/x<v>$`, `^a/oslo<np>$`},
	{"several-tags", `SELECT (n pl) ;`, Options{}, `^a/x<n><sg>/x<n><pl>$`, `^a/x<n><pl>$`},
	{"set-operators", "LIST A = n v ; LIST B = sg ; LIST C = v ; SET D = A + B - C ; SECTION\nSELECT D ;", Options{}, `^a/x<n><sg>/x<n>/x<v><sg>$`, `^a/x<n><sg>$`},
	{"unify-tags", "LIST G = m f ; SECTION\nSELECT $$G (-1 $$G) ;", Options{}, `^e/e<f>$ ^a/x<m>/x<f>$`, `^e/e<f>$ ^a/x<f>$`},
	{"unify-sets", "LIST M = m mf ; LIST F = f mf2 ; SET G = M OR F ; SET H = G + (n) ; SECTION\nSELECT &&G (-1 &&G) ;", Options{}, `^e/e<mf>$ ^a/x<m>/x<f>$`, `^e/e<mf>$ ^a/x<m>$`},
	{"map", `MAP (@subj) (n) ;`, Options{}, `^a/x<n>/x<v>$`, `^a/x<n><@subj>/x<v>$`},
	{"map-twice", `MAP (@a) (n) ; MAP (@b) (n) ;`, Options{}, `^a/x<n>$`, `^a/x<n><@a>$`},
	{"append", `APPEND ("z" k) (n) ;`, Options{First: true}, `^a/x<v>$`, `^a/x<v>$`},
	{"protect", `PROTECT (n) ; MAP (@m) (*) ;`, Options{}, `^a/x<n>/x<v>$`, `^a/x<n>/x<v><@m>$`},
	{"sub-reading", `REMOVE SUB:1 (n) ;`, Options{}, `^a/x<n>+y<v>/z<v>+y<v>$`, `^a/z<v>+y<v>$`},
	{"sub-reading-any", `REMOVE SUB:* (n) ;`, Options{}, `^a/x<n>+y<v>/z<v>+y<v>$`, `^a/z<v>+y<v>$`},
	{"template", "TEMPLATE T = (-1 (det)) OR (1 (det)) ; SECTION\nSELECT (n) (T:T) ;", Options{}, `^a/x<n>/x<v>$ ^e/e<det>$`, `^a/x<n>$ ^e/e<det>$`},
	{"variable", `REMOVE (n) (0 (VAR:form)) ;`, Options{}, `^./.<p>$[<STREAMCMD:SETVAR:form,b>]^a/x<n>/x<v>$`, `^./.<p>$[<STREAMCMD:SETVAR:form,b>]^a/x<v>$`},
	{"variable-from-the-next-window", `REMOVE (n) (0 (VAR:form)) ;`, Options{}, `^a/x<n>/x<v>$ ^./.<p>$[<STREAMCMD:SETVAR:form=1>]^a/x<n>/x<v>$`, `^a/x<n>/x<v>$ ^./.<p>$[<STREAMCMD:SETVAR:form=1>]^a/x<v>$`},
	{"variable-at-once", `REMOVE (n) (0 (VAR:form)) ;`, Options{}, `^a/x<n>/x<v>$ ^./.<p>$[<STREAMCMD:SETVAR:form>]^a/x<n>/x<v>$`, `^a/x<v>$ ^./.<p>$[<STREAMCMD:SETVAR:form>]^a/x<v>$`},
	{"variable-removed", `REMOVE (n) (0 (VAR:form)) ;`, Options{}, `[<STREAMCMD:SETVAR:form>]^a/x<n>/x<v>$ ^./.<p>$[<STREAMCMD:REMVAR:form>]^a/x<n>/x<v>$`, `[<STREAMCMD:SETVAR:form>]^a/x<v>$ ^./.<p>$[<STREAMCMD:REMVAR:form>]^a/x<n>/x<v>$`},
	{"window-ends", `SELECT (n) (1* (det)) ;`, Options{}, `^a/x<n>/x<v>$ ^./.<p>$ ^e/e<det>$`, `^a/x<n>/x<v>$ ^./.<p>$ ^e/e<det>$`},
	{"window-spanned", `SELECT (n) (1*W (det)) ;`, Options{}, `^a/x<n>/x<v>$ ^./.<p>$ ^e/e<det>$`, `^a/x<n>$ ^./.<p>$ ^e/e<det>$`},
	{"equal-readings", `SELECT (zz) ;`, Options{}, `^a/x<n><m>/x<m><n>/y<v>$`, `^a/x<n><m>/y<v>$`},
	{"first", `SELECT (zz) ;`, Options{First: true}, `^a/x<n>/x<v>$`, `^a/x<n>$`},
	{"no-form", `SELECT (zz) ;`, Options{NoForm: true}, `[<b>]^a/x<n>$ `, `[<b>]^x<n>$ `},
	{"generate", `SELECT (zz) ;`, Options{NoForm: true, First: true, Generate: true}, `^a/forma/formb$ ^b/\@x$`, `forma #x`},
	{"case", `SELECT (zz) ;`, Options{Case: true}, `^Oslo/oslo<np>$ ^NAV/nav<np>$ ^a/a<x>$`, `^Oslo/Oslo<np>$ ^NAV/NAV<np>$ ^a/a<x>$`},
	{"shared-hash", `SELECT (m) ;`, Options{}, `^b/b<f><cmp>+f<m>/b<m><cmp>+f<f>/q<z>$`, `^b/b<f><cmp>+f<m>/b<m><cmp>+f<f>$`},
	{"shared-hash-the-other-first", `SELECT (m) ;`, Options{}, `^b/b<m><cmp>+f<f>/b<f><cmp>+f<m>/q<z>$`, `^b/b<m><cmp>+f<f>/b<f><cmp>+f<m>/q<z>$`},
	{"shared-hash-closer-look", `LIST R = "f"i ; SET X = R + (m) ; SECTION
SELECT X ;`, Options{}, `^b/b<f><cmp>+f<m>/b<m><cmp>+f<f>/q<z>$`, `^b/b<f><cmp>+f<m>$`},
	{"copied-hit-is-none", `SELECT SUB:* (m) ;`, Options{}, `^b/b<x>+f<m>/b<m>+f<x>/q<z>$ ^z/z$`, `^b/b<x>+f<m>$ ^z/z$`},
	{"copied-hit-counts", `REMOVE SUB:* (m) ;`, Options{}, `^b/b<x>+f<m>/b<m>+f<x>$ ^z/z$`, `^b/b<x>+f<m>/b<m>+f<x>$ ^z/z$`},
	{"not-to-both-sides-from-the-beginning", `SELECT (z) (-1 (>>>) LINK NOT 0* (m)) ;`, Options{}, `^t/q<z>/q<y>$ ^x/a<m>$`, `^t/q<z>$ ^x/a<m>$`},
	{"not-to-both-sides-with-barrier", `SELECT (z) (NOT 0* (m) BARRIER (f)) ;`, Options{}, `^t/q<z>/q<y>$ ^x/a<m>$`, `^t/q<z>$ ^x/a<m>$`},
	{"hash-lemma", `SELECT (zz) ;`, Options{}, `^a/ta<v># med/x<n>$`, `^a/ta# med<v>/x<n>$`},
}

// switches gives the options as cg-proc's.
func (o Options) switches() (list []string) {
	for s, on := range map[string]bool{"-1": o.First, "-n": o.NoForm, "-g": o.Generate, "-w": o.Case} {
		if on {
			list = append(list, s)
		}
	}
	return list
}

func TestBehaviours(t *testing.T) {
	for _, c := range behaviours {
		file := filepath.Join("testdata", c.name+".bin")
		if *record {
			compile(t, c.grammar, file)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, err := Read(data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		got, err := g.Run(context.Background(), c.options, c.in+"\n")
		if err != nil || got != c.want+"\n" {
			t.Errorf("%s: %s became\n%s, %v\ninstead of\n%s", c.name, c.in, got, err, c.want)
		}
		if !enginetest.HasProgram("cg-proc") {
			continue
		}
		command := exec.Command("cg-proc", append(c.options.switches(), file)...)
		command.Stdin = strings.NewReader(c.in + "\n")
		if out, err := command.Output(); err != nil || string(out) != c.want+"\n" {
			t.Errorf("%s: cg-proc makes of %s\n%s%v", c.name, c.in, out, err)
		}
	}
}

func compile(t *testing.T, text, file string) {
	t.Helper()
	head := "DELIMITERS = \"<.>\" ;\n"
	if !strings.Contains(text, "SECTION") {
		head += "SECTION\n"
	}
	source := filepath.Join(t.TempDir(), "grammar")
	if err := os.WriteFile(source, []byte(head+text+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("cg-comp", source, file).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v %s", file, err, out)
	}
}

// What the known grammars don't use is refused by name: an engine that left it out would answer wrongly.
func TestWhatIsNotKnownIsRefusedByName(t *testing.T) {
	if !enginetest.HasProgram("cg-comp") {
		t.Skip("cg-comp is not installed, or another version of it")
	}
	for text, name := range map[string]string{
		`ADD (@x) (n) ;`:                                "kind",
		`SUBSTITUTE (n) (v) (n) ;`:                      "substitutes",
		`SELECT (<W>5>) ;`:                              "numeric",
		`SELECT (n) (p (v)) ;`:                          "dependencies",
		`SELECT (n) (0T/* (v)) ;`:                       "T",
		`SELECT (n) (-1* (v) LINK 0* (x) LINK 1 (y)) ;`: "both sides",
		`PROTECT (n) ; REMOVE SUB:1 (n) ;`:              "protects",
	} {
		file := filepath.Join(t.TempDir(), "compiled")
		compile(t, text, file)
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Read(data)
		place := (*FileError)(nil)
		if !errors.As(err, &place) || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestDamagedGrammarsAreRefused(t *testing.T) {
	whole, err := os.ReadFile("testdata/template.bin")
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		if _, err := Read(whole[:n]); err == nil {
			t.Errorf("cut off at byte %d of %d: it is taken", n, len(whole))
		}
	}
	if _, err := Read(append(whole, 0)); err == nil {
		t.Error("a byte behind the end is taken")
	}
}

// The files have the hash of each tag: computed from its text, and raised by one where it was taken.
func TestHashesAreThoseOfTheFiles(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.bin")
	if enginetest.HasRecordedData() {
		installed, _ := filepath.Glob(enginetest.Folder + "/*.rlx.bin")
		files = append(files, installed...)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, err := Read(data)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for _, x := range g.tags {
			if x != nil && x.text != "" && textHash(x.text) != x.plainHash {
				t.Errorf("%s: the hash of %q is %d instead of %d", file, x.text, textHash(x.text), x.plainHash)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	own, _ := filepath.Glob("testdata/*.bin")
	for _, file := range own {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(_ *testing.T, data []byte) {
		if g, err := Read(data); err == nil {
			_, _ = g.Run(context.Background(), Options{}, "^a/x<n>/x<v>+y<n>$ ^e/e<det>$ ^./.<p>$")
		}
	})
}

func FuzzRun(f *testing.F) {
	var all []*Grammar
	for _, c := range behaviours {
		f.Add(c.in)
		data, err := os.ReadFile(filepath.Join("testdata", c.name+".bin"))
		if err != nil {
			f.Fatal(err)
		}
		if g, err := Read(data); err == nil {
			all = append(all, g)
		}
	}
	f.Add(`^a<b<\/[[x]] ^/+<>$ [[/]]`)
	f.Fuzz(func(_ *testing.T, text string) {
		for _, g := range all {
			_, _ = g.Run(context.Background(), Options{Case: true}, text)
			_, _ = g.Run(context.Background(), Options{Generate: true, NoForm: true}, text)
		}
	})
}
