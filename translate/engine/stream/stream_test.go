package stream_test

import (
	"slices"
	"strings"
	"testing"

	"avtalebok/translate/engine/stream"
)

// parts writes a stream's parts down: blanks as they are, words in parentheses with what is bound to them.
func parts(t testing.TB, text string) string {
	t.Helper()
	var list []string
	if err := stream.Each(text, func(blank string, w stream.Word) {
		list = append(list, blank)
		if !w.None {
			list = append(list, "("+w.Bound+"|"+w.Text+")")
		}
	}); err != nil {
		return "error"
	}
	return strings.Join(list, "")
}

func TestAStreamIsWordsAndBlanks(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "",
		"^a<n>$ ^b$\n":           "(|a<n>) (|b)\n",
		"[<b>]^a$[</b>]":         "[<b>](|a)[</b>]",
		"[[t:b:1]]^a$[[/]]":      "([[t:b:1]]|a)[[/]]",
		"x[[t]] [[u]]^a$":        "x[[t]] ([[u]]|a)",
		"[[/]]^a$":               "[[/]](|a)",
		`\^a ^b\$c$`:             `\^a (|b\$c)`,
		`[a\]^b$]^c$`:            `[a\]^b$](|c)`,
		"[^no word$]^a$":         "[^no word$](|a)",
		"^a":                     "error",
		`^a\$`:                   "error",
		"[never closed ^a$":      "[never closed ^a$",
		"[[never closed] ^a$ ^b": "[[never closed] ^a$ ^b",
		`ends with \`:            `ends with \`,
	} {
		if got := parts(t, in); got != want {
			t.Errorf("%q is read as %q instead of %q", in, got, want)
		}
	}
}

func TestSymbolsOfAWord(t *testing.T) {
	for in, want := range map[string][]string{
		"ab<n><sg>": {"a", "b", "<n>", "<sg>"}, `\<æ`: {"<", "æ"}, "a<b": {"a", "<", "b"}, `a\`: {"a", `\`}, "": nil,
	} {
		var got []string
		stream.Symbols(in, func(tag string, c rune) {
			if tag != "" {
				got = append(got, "<"+tag+">")
			} else {
				got = append(got, string(c))
			}
		})
		if !slices.Equal(got, want) {
			t.Errorf("%q is read as %q instead of %q", in, got, want)
		}
	}
}

// Whatever a stream holds, its parts put together are the stream.
func FuzzEach(f *testing.F) {
	for _, s := range []string{"^a$ ^b$", "[[t]]^a$", `\^[`, "[[/]]^x$", "^"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b strings.Builder
		err := stream.Each(text, func(blank string, w stream.Word) {
			b.WriteString(blank)
			if !w.None {
				b.WriteString(w.Bound + "^" + w.Text + "$")
			}
			stream.Symbols(w.Text, func(string, rune) {})
		})
		if err == nil && b.String() != text {
			t.Errorf("%q came out as %q", text, b.String())
		}
	})
}
