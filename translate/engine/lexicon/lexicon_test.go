package lexicon_test

import (
	"context"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/lexicon"
)

const letters = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"

// analyser knows a few words: two that may begin a compound or end one, one with a blank in it, and the full stop.
var words = enginetest.Dictionary(letters,
	enginetest.Section{Name: "main@standard", Entries: []string{
		"bok:bok<n><sg>", "bok:bok<n><compound-only-L>", "hylle:hylle<n><sg>", "hylle:hylle<n><sg><compound-R>",
		"bokhylle:bokhylle<n><compound-R>", "i dag:i dag<adv>", "Oslo:Oslo<np>", "a:b", "a:c",
		"skriv:skriv<compound-only-L>",
	}},
	enginetest.Section{Name: "final@inconditional", Entries: []string{".:.<sent>", "%:%<percent>"}},
)

func analyser(t testing.TB) *lexicon.Analyser {
	t.Helper()
	a, err := lexicon.NewAnalyser(words)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAnalysis(t *testing.T) {
	a := analyser(t)
	for _, c := range []struct{ name, text, want string }{
		{"a known word", "bok", "^bok/bok<n><sg>$"},
		{"several readings in the order of the file", "a", "^a/b/c$"},
		{"the longest match counts, over blanks too", "i dag", "^i dag/i dag<adv>$"},
		{"a match that ends within a word does not count", "bokx", "^bokx/*bokx$"},
		{"an unknown word", "xyz", "^xyz/*xyz$"},
		{"letters that no dictionary lists are letters", "ж", "^ж/*ж$"},
		{"figures are letters", "12", "^12/*12$"},
		{"a capital may stand for a small letter", "BOK", "^BOK/bok<n><sg>$"},
		{"a small letter does not stand for a capital", "oslo", "^oslo/*oslo$"},
		{"what is inconditional may stand against a word", "bok.", "^bok/bok<n><sg>$^./.<sent>$"},
		{"what is no part of words is copied", "bok, bok", "^bok/bok<n><sg>$, ^bok/bok<n><sg>$"},
		{"format is a blank", "bok[<b>]bok", "^bok/bok<n><sg>$[<b>]^bok/bok<n><sg>$"},
		{"format within a word comes after it", "i[<b>]dag", "^i dag/i dag<adv>$[<b>]"},
		{"a blank bound to a word", "[[t:b:x]]bok[[/]]", "[[t:b:x]]^bok/bok<n><sg>$[[/]]"},
		{"a backslash takes the meaning of a character", `\[bok\]`, `\[^bok/bok<n><sg>$\]`},
		{"a soft hyphen is no part of a word", "bo\u00adk", "^bok/bok<n><sg>$"},
		{"of compounds those with the fewest joints", "bokbokhylle", "^bokbokhylle/bok<n>+bokhylle<n>$"},
		{"a word that is known is no compound", "bokhylle", "^bokhylle/bokhylle<n>$"},
		{"what may only end a compound does not begin one", "hyllebok", "^hyllebok/*hyllebok$"},
		{"what may only begin a compound is no word by itself", "skriv bok", "^skriv/*skriv$ ^bok/bok<n><sg>$"},
		{"nothing", "", ""},
	} {
		got, err := a.Run(context.Background(), c.text)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became\n%s, %v\ninstead of\n%s", c.name, c.text, got, err, c.want)
		}
		wantOfProgram(t, words, c.text, c.want, "-w", "-e")
	}
}

// wantOfProgram sees, where lt-proc is installed, that it gives what the test expects.
func wantOfProgram(t *testing.T, data []byte, text, want string, options ...string) {
	t.Helper()
	text, want = text+"\n", want+"\n" // without an end of line it adds a character of its own
	if out, ok := enginetest.Program(t, data, text, "lt-proc", append(options, "FILE")...); ok && out != want {
		t.Errorf("lt-proc %v makes of %q\n%s\nand not\n%s", options, text, out, want)
	}
}

// A damaged dictionary may end a word before it has begun, or begin one with a space. The original goes on for ever there.
func TestWordsThatReadNothingAreNone(t *testing.T) {
	for _, entries := range [][]string{{":e", "bok:bok<n>"}, {" dag:dag<n>"}} {
		a, err := lexicon.NewAnalyser(enginetest.Main(letters, entries...))
		if err != nil {
			t.Fatal(err)
		}
		for in, want := range map[string]string{"xyz [<b>]d": "^xyz/*xyz$ [<b>]^d/*d$", "[<b>]dab": "[<b>]^dab/*dab$", " d.": " ^d/*d$."} {
			if got, err := a.Run(context.Background(), in); err != nil || got != want {
				t.Errorf("%v: %q became %q, %v", entries, in, got, err)
			}
		}
	}
}

func TestReservedCharactersWithoutABackslashAreAnError(t *testing.T) {
	for _, text := range []string{"a]", "{", "}", "^", "$", "/", "@", ">"} {
		if got, err := analyser(t).Run(context.Background(), text); err == nil {
			t.Errorf("%q became %q", text, got)
		}
	}
}

var pairs = enginetest.Main(letters, "bok<n>:bok<n><f>", "hus<n>:hus<n><nt>", "hus<n>:heim<n><m>", "god<adj><pst>:bra<adj>", "vere:være", "a.b<n>:c/d<n>")

func dictionary(t testing.TB, limit int) *lexicon.Dictionary {
	t.Helper()
	d, err := lexicon.NewDictionary(pairs, limit)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestTranslationOfWords(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a word with all its tags", "^bok<n>$", "^bok<n>/bok<n><f>$"},
		{"tags behind those that are known are kept", "^bok<n><sg><ind>$", "^bok<n><sg><ind>/bok<n><f><sg><ind>$"},
		{"tags that nobody knows, too", "^bok<n><odd>$", "^bok<n><odd>/bok<n><f><odd>$"},
		{"several words", "^hus<n>$", "^hus<n>/hus<n><nt>/heim<n><m>$"},
		{"a capital at the beginning", "^Bok<n>$", "^Bok<n>/Bok<n><f>$"},
		{"capitals", "^BOK<n>$", "^BOK<n>/BOK<n><f>$"},
		{"a word that is not there", "^båt<n>$", "^båt<n>/@båt<n>$"},
		{"a word that no dictionary knew", "^*xyz$", "^*xyz/*xyz$"},
		{"reserved characters of the other word get a backslash", "^a.b<n>$", `^a.b<n>/c\/d<n>$`},
		{"blanks and format are copied", " [<b>]^bok<n>$\n", " [<b>]^bok<n>/bok<n><f>$\n"},
		{"a blank bound to the word is copied before it", "^[[t:b:x]]bok<n>$", "[[t:b:x]]^bok<n>/bok<n><f>$"},
	} {
		got, err := dictionary(t, 0).Translate(context.Background(), c.text)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became\n%s, %v\ninstead of\n%s", c.name, c.text, got, err, c.want)
		}
		wantOfProgram(t, pairs, c.text, c.want, "-b")
	}
}

func TestGeneration(t *testing.T) {
	for _, c := range []struct {
		name, text, want string
		limit            int
	}{
		{"a form", "^vere$", "være", 0},
		{"forms", "^hus<n>$", "hus<n><nt>/heim<n><m>", 0},
		{"the first form alone", "^hus<n>$", "hus<n><nt>", 1},
		{"there is no form", "^hus<v>$", "#hus", 0},
		{"the word was never known", "^*xyz$", "*xyz", 0},
		{"the word was not translated", "^@xyz<n>$", `\@xyz`, 0},
		{"what is around stays", "[<b>]^vere$ [[/]]", "[<b>]være [[/]]", 0},
	} {
		got, err := dictionary(t, c.limit).Generate(context.Background(), c.text)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became %q, %v instead of %q", c.name, c.text, got, err, c.want)
		}
		options := []string{"-g"}
		if c.limit > 0 {
			options = []string{"-N1", "-g"}
		}
		wantOfProgram(t, pairs, c.text, c.want, options...)
	}
}

func TestWordsWithoutAnEndAreAnError(t *testing.T) {
	if got, err := dictionary(t, 0).Translate(context.Background(), "^bok<n>"); err == nil {
		t.Errorf("it became %q", got)
	}
}

func TestPostGeneration(t *testing.T) {
	p, err := lexicon.NewPostGenerator(enginetest.Main(letters, "lll:ll", "ttt:tt"))
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"ballleik\n": "balleik\n", "ttt lll[lll]lll ": "tt ll[lll]ll ", "LLL ": "LL ", "~bok ": "bok ", `a\~b `: `a\~b `, "": "",
	} {
		if got, err := p.Run(context.Background(), in); err != nil || got != want {
			t.Errorf("%q became %q, %v instead of %q", in, got, err, want)
		}
	}
	if _, err := lexicon.NewPostGenerator(enginetest.Main(letters, "de el:del")); err == nil {
		t.Error("a dictionary that joins words is taken")
	}
	endless, err := lexicon.NewPostGenerator(enginetest.Main(letters, "nn:nnn"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := endless.Run(context.Background(), "mann\n"); err == nil {
		t.Errorf("a word that grows without end became %q", got)
	}
}

// Where one match goes over into the next, it matters how far the first has gone; and what begins with two capitals is
// taken for a word in capitals.
func TestPostGenerationOfLongRows(t *testing.T) {
	data := enginetest.Main(letters, "alllk:allk", "lllll:llll", "alllll:allll")
	p, err := lexicon.NewPostGenerator(data)
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]string{
		"llllll ": "lllll ", "allllllll ": "allllll ", "alllkalllk ": "allkallk ", "LLLLLl ": "LLLLl ", "LLlll ": "LLLL ", "aLLLk ": "aLLk ",
		"ALLLk ": "ALLK ", "Alllk ": "Allk ", "LllLL ": "LllL ", "LLLLLLLlll ": "LLLLLLl ",
	} {
		if got, err := p.Run(context.Background(), in); err != nil || got != want {
			t.Errorf("%q became %q, %v instead of %q", in, got, err, want)
		}
		if got, ok := enginetest.Program(t, data, in+"\n", "lt-proc", "-p", "FILE"); ok && got != want+"\n" {
			t.Errorf("lt-proc makes %q of %q", got, in)
		}
	}
}

func FuzzStages(f *testing.F) {
	for _, s := range []string{"bok", "^bok<n>/x$", "[[a]]b", `\`, "[", "^", "bokbokbokbokhylle", "i [x]dag.", "^a<n"} {
		f.Add(s)
	}
	a, d := analyser(f), dictionary(f, 0)
	p, err := lexicon.NewPostGenerator(enginetest.Main(letters, "lll:ll"))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string) {
		for _, run := range []func(context.Context, string) (string, error){a.Run, d.Translate, d.Generate, p.Run} {
			_, _ = run(context.Background(), text)
		}
	})
}
