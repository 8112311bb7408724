package pair

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"avtalebok/translate"
)

func TestModeFiles(t *testing.T) {
	stages, err := ParseMode("lt-proc -w '/usr/share/apertium/apertium-nno-nob/a.bin' | apertium-tagger -g $2 '/x y/share/apertium/apertium-nno-nob/b.prob'\n" +
		` | lt-proc $1 -b 'C:\Program Files\Apertium\share\apertium\apertium-nno-nob\c.bin' | lt-merge --unmerge`)
	want := []Stage{
		{"lt-proc", []string{"-w", "apertium-nno-nob/a.bin"}},
		{"apertium-tagger", []string{"-g", "apertium-nno-nob/b.prob"}},
		{"lt-proc", []string{"-g", "-b", "apertium-nno-nob/c.bin"}},
		{"lt-merge", []string{"--unmerge"}}, // of later versions of the data
	}
	if err != nil || len(stages) != len(want) {
		t.Fatalf("%v, %v", stages, err)
	}
	for i := range want {
		if stages[i].Program != want[i].Program || !slices.Equal(stages[i].Args, want[i].Args) {
			t.Errorf("stage %d is %q, want %q", i, stages[i], want[i])
		}
	}
}

func TestModeFilesThatStartAnythingElseAreRefused(t *testing.T) {
	for _, content := range []string{
		"", "rm -rf x", "lt-proc a | sh", "lt-proc a; rm x", "lt-proc 'a", "lt-proc $(x)", "lt-proc a > b", "lt-proc a | | lt-proc b", "lt-proc `x`",
		"/tmp/lt-proc a", "lt-proc a &",
	} {
		if stages, err := ParseMode(content); err == nil {
			t.Errorf("%q would start %v", content, stages)
		}
	}
}

func FuzzModeFiles(f *testing.F) {
	f.Add("lt-proc -w '/usr/share/apertium/apertium-nno-nob/a.bin' | apertium-tagger -g $2 b | cg-proc $1")
	f.Add("lt-proc 'a | b' c'd'")
	f.Add("lt-proc '/'0 /apertium/../../x")
	f.Fuzz(func(t *testing.T, content string) {
		stages, err := ParseMode(content)
		if err != nil {
			return
		}
		for _, s := range stages {
			if !slices.Contains(Programs, s.Program) {
				t.Fatalf("%q starts %q", content, s)
			}
		}
		for _, s := range stages {
			for _, file := range s.Files() {
				if !filepath.IsLocal(file) {
					t.Fatalf("%q reads %q", content, file)
				}
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
