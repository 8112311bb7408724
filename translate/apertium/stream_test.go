package apertium

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"avtalebok/translate"
)

func TestWhatAChainPassesOnUnchangedComesBackAsItWas(t *testing.T) {
	for _, text := range difficult {
		block, fixed := encode(7, "", text)
		if bytes.IndexByte(block, 0) != len(block)-1 {
			t.Errorf("%q: NUL within the block %q", text, block)
		}
		got, unknown, err := decode(block[:len(block)-1], 7, "", fixed)
		if err != nil || got != text || unknown != nil {
			t.Errorf("%q came back as %q, %v, %v", text, got, unknown, err)
		}
	}
}

var difficult = []string{
	"", "og", "a/b", `\ [ ] { } ^ $ / < > @ * # + ~`, "[7]", "[7.0]", "[[t:b:x]]ord[[/]]", "{municipality}s rolle {county.name}",
	"\U0001F469\u200D\U0001F469\u200D\U0001F466 familie", "\xff\xfe", "a\x00b", "\u2028", "b=øst", "\tinnrykk", "tal\u00a0500\u00a0000 kroner",
	"[<STREAMCMD:FLUSH>]", "^ord/ord<n>$", "Čáhppe ŋ š ŧ ž", "ein\rto",
}

func TestAnswersToOtherRequestsAreRefused(t *testing.T) {
	_, fixed := encode(7, "", "a {x} b {y} c")
	for _, answer := range []string{
		"", "a [7.0] b [7.1] c", "a [7.0] b [7.1] c[8]", "a [8.0] b [7.1] c[7]", "a [7.0] b c[7]", "a [7.0] [7.1] b [7.1] c[7]",
		"a [7.0] b [7.2] c[7]", "a [7.0] b [7.1 c[7]", "a [7.00] b [7.1] c[7]", "a [7.0] b [7.1] c[7]x", "a [7.0] b [7.1] \xff[7]", "[7]", "a\\[7]",
	} {
		if got, _, err := decode([]byte(answer), 7, "", fixed); !errors.Is(err, errForeign) {
			t.Errorf("%q was taken for %q", answer, got)
		}
	}
}

func TestUnknownWordsAreGivenByPosition(t *testing.T) {
	block, fixed := encode(1, "[<x>]", "a {y} b")
	if !bytes.HasPrefix(block, []byte("[<x>]a ")) {
		t.Errorf("the block is %q", block)
	}
	got, unknown, err := decode([]byte("[<x>]Ein *blåse [1.0] #fin-fin, @på.*[1]\n"), 1, "[<x>]", fixed)
	if err != nil || got != "Ein blåse {y} fin-fin, på." {
		t.Errorf("got %q, %v", got, err)
	}
	var words []string
	for _, s := range unknown {
		words = append(words, got[s.Start:s.End])
	}
	if !slices.Equal(words, []string{"blåse", "fin-fin", "på"}) {
		t.Errorf("unknown: %q", words)
	}
}

func FuzzAnyTextSurvivesTheStream(f *testing.F) {
	for _, text := range difficult {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		block, fixed := encode(12, "", text)
		if bytes.IndexByte(block, 0) != len(block)-1 {
			t.Fatalf("NUL within %q", block)
		}
		// The programs take a block for what it is only where nothing but blanks has brackets.
		if outside(string(block[:len(block)-1])) {
			t.Fatalf("%q has characters that mean something to the programs", block)
		}
		got, _, err := decode(block[:len(block)-1], 12, "", fixed)
		if trimmed := strings.TrimRight(text, " \n"); err != nil || strings.TrimRight(got, " \n") != trimmed {
			t.Fatalf("%q came back as %q, %v", text, got, err)
		}
	})
}

// outside reports whether characters of the stream format stand outside of blanks.
func outside(block string) bool {
	in := false
	for i, r := range block {
		switch {
		case r == '[':
			in = true
		case r == ']':
			in = false
		case r == '/' && i > 0 && block[i-1] == '\\', r == '\\' && block[i+1] == '/':
		case !in && strings.ContainsRune(`\{}^$/<>@*#`, r):
			return true
		}
	}
	return false
}

func FuzzAnyAnswerIsReadOrRefused(f *testing.F) {
	f.Add([]byte("a [1.0] *b[1]\n"))
	f.Add([]byte(`\[1]`))
	f.Fuzz(func(t *testing.T, answer []byte) {
		got, unknown, err := decode(answer, 1, "", []string{"{x}"})
		if err != nil {
			return
		}
		if strings.Count(got, "{x}") < 1 {
			t.Fatalf("%q lost its fixed part: %q", answer, got)
		}
		for _, s := range unknown {
			if s.Start < 0 || s.End > len(got) || s.Start >= s.End {
				t.Fatalf("%q: %v in %q", answer, s, got)
			}
		}
	})
}

func TestModeFiles(t *testing.T) {
	stages, err := parseMode("lt-proc -w '/usr/share/apertium/apertium-nno-nob/a.bin' | apertium-tagger -g $2 '/x y/share/apertium/apertium-nno-nob/b.prob'\n" +
		` | lt-proc $1 -b 'C:\Program Files\Apertium\share\apertium\apertium-nno-nob\c.bin'`)
	want := []stage{
		{"lt-proc", []string{"-z", "-w", "apertium-nno-nob/a.bin"}},
		{"apertium-tagger", []string{"-z", "-g", "apertium-nno-nob/b.prob"}},
		{"lt-proc", []string{"-z", "-g", "-b", "apertium-nno-nob/c.bin"}},
	}
	if err != nil || len(stages) != len(want) {
		t.Fatalf("%v, %v", stages, err)
	}
	for i := range want {
		if stages[i].program != want[i].program || !slices.Equal(stages[i].args, want[i].args) {
			t.Errorf("stage %d is %q, want %q", i, stages[i], want[i])
		}
	}
}

func TestModeFilesThatStartAnythingElseAreRefused(t *testing.T) {
	for _, content := range []string{
		"", "rm -rf x", "lt-proc a | sh", "lt-proc a; rm x", "lt-proc 'a", "lt-proc $(x)", "lt-proc a > b", "lt-proc a | | lt-proc b", "lt-proc `x`",
		"/tmp/lt-proc a", "lt-proc a &",
	} {
		if stages, err := parseMode(content); err == nil {
			t.Errorf("%q would start %v", content, stages)
		}
	}
}

func FuzzModeFiles(f *testing.F) {
	f.Add("lt-proc -w '/usr/share/apertium/apertium-nno-nob/a.bin' | apertium-tagger -g $2 b | cg-proc $1")
	f.Add("lt-proc 'a | b' c'd'")
	f.Add("lt-proc '/'0 /apertium/../../x")
	f.Fuzz(func(t *testing.T, content string) {
		stages, err := parseMode(content)
		if err != nil {
			return
		}
		for _, s := range stages {
			if !slices.Contains(programs, s.program) || len(s.args) == 0 || s.args[0] != "-z" {
				t.Fatalf("%q starts %q", content, s)
			}
		}
		for _, file := range dataFiles(stages) {
			if !filepath.IsLocal(file) {
				t.Fatalf("%q reads %q", content, file)
			}
		}
	})
}

func TestEveryPreferenceOfAStyleIsOneOfItsForms(t *testing.T) {
	for form := range variables {
		if _, ok := translate.PreferenceOf(form); !ok {
			t.Errorf("%q is no form of a house style", form)
		}
	}
}

func TestAStyleChoosesModeAndVariables(t *testing.T) {
	for forms, want := range map[string]struct{ mode, some, not string }{
		"":                               {"nob-nno_e", "vart_blei=1", "infa_infe"},
		"vart,derfor":                    {"nob-nno_e", "kviss_quiz=1", "vart_blei"},
		"me":                             {"nob-nno", "infa_infe=1", "me_vi"},
		"a-infinitiv":                    {"nob-nno", "me_vi=1", "infa_infe"},
		"a-infinitiv,me":                 {"nob-nno", "vart_blei=1", "me_vi"},
		"kløyvd infinitiv,me,søke,skole": {"nob-nno", "skule_skole=1", "infa_infe"},
	} {
		var style translate.Style
		for _, form := range strings.FieldsFunc(forms, func(r rune) bool { return r == ',' }) {
			var err error
			if style, err = style.With(form); err != nil {
				t.Fatal(err)
			}
		}
		if mode, set := nynorskMode(style), setvars(style); mode != want.mode || !strings.Contains(set, want.some) || strings.Contains(set, want.not) {
			t.Errorf("%s: mode %s with %s", forms, mode, set)
		}
	}
}
