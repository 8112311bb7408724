package engine

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"avtalebok/agreement"
	"avtalebok/translate"
	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/pair"
)

var quiet = slog.New(slog.DiscardHandler)

// installed gives the installed data, or skips the test.
func installed(t testing.TB) *Installation {
	t.Helper()
	in, err := Find("")
	if err != nil {
		t.Skip("Apertium's data for nynorsk and bokmål are not installed")
	}
	if err := usable(); err != nil {
		t.Skipf("the installed data are of another version: %v", err)
	}
	return in
}

// usable reports why the installed data are not those that the engine reads.
var usable = sync.OnceValue(func() error {
	in, err := Find("")
	if err != nil {
		return err
	}
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		if _, _, err := in.Stages(context.Background(), d, translate.Style{}); err != nil && !enginetest.HasRecordedData() {
			return err
		}
	}
	return nil
})

// made gives an engine towards nynorsk of stages that the test makes up.
func made(t *testing.T, stages ...Stage) *Engine {
	t.Helper()
	p := &pipeline{stages: stages, ready: make(chan struct{})}
	close(p.ready)
	e := New(&Installation{data: &pair.Data{}}, translate.Style{}, Limits{}, quiet)
	e.pipelines[translate.ToNynorsk] = p
	t.Cleanup(func() { _ = e.Close() })
	return e
}

// capitals is a stage that writes what stands outside of brackets in capitals, and fails in a chosen way at a text with a
// chosen word.
func capitals(word string, fail func() error) Stage {
	return Stage{Call: "capitals", Run: func(_ context.Context, text string) (string, error) {
		if word != "" && strings.Contains(text, word) {
			return "", fail()
		}
		return outside.ReplaceAllStringFunc(text, strings.ToUpper), nil
	}}
}

var outside = regexp.MustCompile(`(?:^|\])[^\[]+`)

func ask(e *Engine, texts ...string) ([]translate.Translation, error) {
	segments := make([]translate.Segment, len(texts))
	for i, text := range texts {
		segments[i].Text = text
	}
	return e.Translate(context.Background(), translate.ToNynorsk, segments)
}

func wantKey(t *testing.T, err error, key string) *agreement.Error {
	t.Helper()
	var known *agreement.Error
	if !errors.As(err, &known) || known.Key != key {
		t.Fatalf("the error is %v, not %s", err, key)
	}
	return known
}

func TestTextsComeBackInOrderWithTheirWhiteSpaceAndFixedParts(t *testing.T) {
	texts := []string{"rolla", "", "  to avsnitt\n\nog {county}s plan [b] ^$ \U0001F600\n", "12 345", "sjå https://x.no/søk?b=øst"}
	want := []string{"ROLLA", "", "  TO AVSNITT\n\nOG {county}s PLAN [B] ^$ \U0001F600\n", "12 345", "SJÅ https://x.no/søk?b=øst"}
	got, err := ask(made(t, capitals("", nil)), texts...)
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range want {
		if got[i].Text != w || got[i].Err != nil {
			t.Errorf("text %d: %q (%v), want %q", i, got[i].Text, got[i].Err, w)
		}
	}
}

func TestWhatGoesWrongCostsItsTextAlone(t *testing.T) {
	for name, fail := range map[string]func() error{
		"an error": func() error { return errors.New("no") },
		"a bug":    func() error { panic("index out of range") },
	} {
		got, err := ask(made(t, capitals("gift", fail)), "god", "gift", "mat")
		if err != nil {
			t.Fatal(err)
		}
		wantKey(t, got[1].Err, "error.translate.text")
		if got[0].Text != "GOD" || got[1].Text != "gift" || got[2].Text != "MAT" || got[0].Err != nil || got[2].Err != nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Many texts go through the stages together, each with its own time.
func TestATextThatFailsAmongManyCostsItselfAlone(t *testing.T) {
	waits := Stage{Call: "waits", Run: func(ctx context.Context, text string) (string, error) {
		if strings.Contains(text, "LENGE") {
			<-ctx.Done()
		}
		return text, ctx.Err()
	}}
	e := made(t, capitals("gift", func() error { panic("index out of range") }), waits, capitals("GIFT", nil))
	e.limits.Patience = time.Second
	texts := []string{"gift", "lenge"}
	for i := range 16 * runtime.GOMAXPROCS(0) {
		texts = append(texts, "ord "+strings.Repeat("i", i))
	}
	got, err := ask(e, texts...)
	if err != nil {
		t.Fatal(err)
	}
	for i, g := range got {
		if i < 2 {
			wantKey(t, g.Err, "error.translate.text")
		} else if g.Err != nil || g.Text != strings.ToUpper(texts[i]) {
			t.Errorf("%q became %q, %v", texts[i], g.Text, g.Err)
		}
	}
}

func TestAnAnswerThatIsNoneOrGrowsWithoutEndIsRefused(t *testing.T) {
	for name, run := range map[string]func(context.Context, string) (string, error){
		"empty":      func(context.Context, string) (string, error) { return "", nil },
		"cut":        func(_ context.Context, text string) (string, error) { return text[:len(text)/2], nil },
		"long":       func(_ context.Context, text string) (string, error) { return strings.Repeat(text, 10_000), nil },
		"out of all": func(context.Context, string) (string, error) { return strings.Repeat("x", maxStream+1), nil },
	} {
		got, err := ask(made(t, Stage{Call: "x", Run: run}), "ein {x} tekst")
		if err != nil {
			t.Fatal(err)
		}
		if got[0].Err == nil || got[0].Text != "ein {x} tekst" {
			t.Errorf("%s: %v", name, got[0])
		}
	}
}

// A stage that never ends but looks whether it is still wanted, as all stages do.
func endless(begun chan<- struct{}) Stage {
	return Stage{Call: "endless", Run: func(ctx context.Context, _ string) (string, error) {
		begun <- struct{}{}
		<-ctx.Done()
		return "", ctx.Err()
	}}
}

func TestARequestIsCancelledInTheMiddle(t *testing.T) {
	begun := make(chan struct{}, 100)
	e := made(t, endless(begun))
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		<-begun
		cancel()
	}()
	if _, err := e.Translate(ctx, translate.ToNynorsk, []translate.Segment{{Text: "a"}, {Text: "b"}, {Text: "c"}}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestATextThatTakesTooLongIsGivenUp(t *testing.T) {
	e := made(t, endless(make(chan struct{}, 100)))
	e.limits.Patience = time.Nanosecond
	got, err := ask(e, "a", "b")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range got {
		wantKey(t, g.Err, "error.translate.text")
	}
}

func TestClosingEndsWhatRunsAndWhatComesLater(t *testing.T) {
	begun := make(chan struct{}, 100)
	e := made(t, endless(begun))
	go func() {
		<-begun
		_ = e.Close()
	}()
	_, err := ask(e, "a", "b", "c")
	wantKey(t, err, "error.translate.closed")
	_, err = ask(e, "a")
	wantKey(t, err, "error.translate.closed")
}

func TestRequestsBeyondBoundsAreRefused(t *testing.T) {
	e := made(t, capitals("", nil))
	e.limits.Request = 1 << 20
	_, err := ask(e, strings.Repeat("og ", 1<<19))
	wantKey(t, err, "error.translate.size")
	_, err = e.Translate(context.Background(), translate.Direction{}, nil)
	wantKey(t, err, "error.form")
}

func TestNothingIsReadBeforeItIsNeededAndEachFileOnce(t *testing.T) {
	in := installed(t)
	e := New(in, translate.Style{}, Limits{}, quiet)
	defer e.Close()
	if _, err := ask(e, "12 000", "", "{x}"); err != nil || len(e.library.read) > 0 {
		t.Errorf("%d files were read for nothing (%v)", len(e.library.read), err)
	}
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			if got, err := ask(e, "Ikke noe."); err != nil || got[0].Text != "Ikkje noko." {
				t.Errorf("%v, %v", got, err)
			}
		})
	}
	asking.Wait()
	mode, _ := in.data.Mode(translate.ToNynorsk, translate.Style{})
	files := make(map[string]bool)
	for _, s := range mode {
		if len(s.Files()) > 0 {
			files[strings.Join(s.Files(), " ")] = true
		}
	}
	if len(e.library.read) != len(files) {
		t.Errorf("%d files were read %d times", len(files), len(e.library.read))
	}
}

func TestCallsThatAreNotKnownAreNamed(t *testing.T) {
	for call, named := range map[string]string{
		"cg-proc -x a/b":                     "-x",
		"lt-proc -w -e -s a/b":               "-s",
		"lt-proc a/b":                        "-w",
		"lt-proc -g -Nx a/b":                 "-Nx",
		"lt-proc -g -N0 a/b":                 "-N0",
		"lt-proc -p":                         "0 files",
		"apertium-transfer a/b a/c":          "-b",
		"apertium-transfer -b a/b":           "1 files",
		"apertium-tagger a/b":                "-g",
		"apertium-anaphora a/b":              "apertium-anaphora",
		"apertium-interchunk -t a/b a/c":     "-t",
		"lsx-proc a/b":                       "-w",
		"apertium-pretransfer -z":            "-z",
		"lrx-proc -m -t a/b":                 "-t",
		"apertium-postchunk a/b a/c a/d":     "3 files",
		"lt-proc -p -g -w -z a/b":            "-p",
		"cg-proc -1 -n -g --sections=2 a/b.": "--sections=2",
	} {
		words := strings.Fields(call)
		if _, err := open(pair.Stage{Program: words[0], Args: words[1:]}); err == nil || !strings.Contains(err.Error(), named) {
			t.Errorf("%s: %v", call, err)
		}
	}
}

func FuzzModeFilesAreOpenedOrRefused(f *testing.F) {
	f.Add("lt-proc -w -e 'x/apertium/a/b.bin' | cg-proc -w a/c.bin |apertium-transfer -b a/x.t1x a/x.bin | lt-proc $1 -N2 a/d.bin")
	f.Add("lrx-proc -m a/b|lsx-proc -w a/b|apertium-tagger -g -p a/b|apertium-pretransfer|apertium-postchunk a/b a/c")
	f.Fuzz(func(t *testing.T, content string) {
		stages, err := pair.ParseMode(content)
		if err != nil {
			return
		}
		for _, s := range stages {
			if o, err := open(s); err == nil && o == nil {
				t.Fatalf("%s is neither opened nor refused", s)
			}
		}
	})
}

// Each data file in turn is damaged in several ways: the error names it.
func TestDamagedDataAreNamed(t *testing.T) {
	in := installed(t)
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		mode, _ := in.data.Mode(d, translate.Style{})
		for _, s := range mode {
			for _, file := range s.Files() {
				for _, damage := range damages {
					wantDamageNamed(t, in, s, file, damage)
				}
			}
		}
	}
}

var damages = []func([]byte) []byte{
	func([]byte) []byte { return nil },
	func(b []byte) []byte { return b[:len(b)/2] },
	func([]byte) []byte { return []byte("GIF89a and something else altogether") },
	func(b []byte) []byte { return b[:min(len(b), 9)] },
}

func wantDamageNamed(t *testing.T, in *Installation, s pair.Stage, file string, damage func([]byte) []byte) {
	t.Helper()
	root := t.TempDir()
	for _, f := range s.Files() {
		content, err := os.ReadFile(in.data.Path(f))
		if err != nil {
			t.Fatal(err)
		}
		if f == file {
			content = damage(content)
		}
		path := filepath.Join(root, filepath.FromSlash(f))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o, err := open(s)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o(newLibrary(&pair.Data{Folder: root}))
	known := (*agreement.Error)(nil)
	if !errors.As(err, &known) || known.Key != "error.engine.data" || known.Args["File"] != filepath.Join(root, filepath.FromSlash(file)) {
		t.Errorf("%s with a damaged %s: %v", s.Program, file, err)
	}
}

func TestAFileThatIsGoneIsNamed(t *testing.T) {
	o, err := open(pair.Stage{Program: "cg-proc", Args: []string{"a/b.bin"}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = o(newLibrary(&pair.Data{Folder: t.TempDir()}))
	if known := wantKey(t, err, "error.engine.read"); !strings.HasSuffix(known.Args["File"].(string), "b.bin") || !IsDataError(err) {
		t.Errorf("%v", err)
	}
}
