package data_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"avtalebok/data"
	"avtalebok/data/storetest"
)

func TestMatchExpression(t *testing.T) {
	tests := []struct{ text, want string }{
		{"møte", `"møte"*`},
		{"felles  mål", `"felles"* "mål"*`},
		{"24/1234", `"24 1234"*`},
		{`"sitat"`, `"sitat"*`},
		{"«sitat»", `"sitat"*`},
		{"a AND b", `"a"* "AND"* "b"*`},
		{"a\u030a", `"å"*`},
		{"!? 🙂", ``},
		{strings.Repeat("a ", 100), strings.TrimSpace(strings.Repeat(`"a"* `, 24))},
	}
	for _, test := range tests {
		if got, searching := data.MatchExpression(test.text); got != test.want || !searching {
			t.Errorf("%q gives %s, %t; want %s", test.text, got, searching, test.want)
		}
	}
	if _, searching := data.MatchExpression(" \n"); searching {
		t.Error("blanks are taken for a search")
	}
}

// A draft is found by the beginnings of any words that stand in it, in any case.
func TestADraftIsFoundByItsOwnWords(t *testing.T) {
	s := open(t, t.TempDir())
	defer s.Close()
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧžéüö0123456789")
	for range 60 {
		var words []string
		for range 1 + random.IntN(30) {
			word := make([]rune, 1+random.IntN(12))
			for i := range word {
				word[i] = letters[random.IntN(len(letters))]
			}
			words = append(words, string(word))
		}
		a := storetest.Draft("a", "Bodø", strings.Join(words, ", "), "nynorsk")
		if old, err := s.Load(t.Context(), "a"); err == nil {
			a.Revision = old.Revision
		}
		if _, err := s.Save(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		search := words[0]
		for _, word := range words[1:min(len(words), 5)] {
			letters := []rune(word)
			search += " " + strings.ToUpper(string(letters[:1+random.IntN(len(letters))]))
		}
		if got, err := s.List(t.Context(), data.Query{Search: search}); err != nil || len(got) != 1 {
			t.Errorf("%q finds %d drafts, %v, in %q", search, len(got), err, words)
		}
	}
}

func FuzzSearch(f *testing.F) {
	for _, seed := range []string{
		"årsmøte", `"`, `""`, "*", "a*b", "^a", "-a", "a OR", "NOT a", "NEAR(a b, 2)", "words:a", "{a b}", "(", "a\x00b", "\xff",
		"🙂", "e\u0301", "\u0301", "\u200d", "\ue000", "ʼn", "ﬁ", "İ", "一二", "a+b", `a"b`, "'; --", "\U0001f468\u200d\U0001f469",
	} {
		f.Add(seed)
	}
	s := open(f, f.TempDir())
	f.Cleanup(func() { s.Close() })
	if _, err := s.Save(f.Context(), storetest.Draft("a", "Bodø", "én", "ein")); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := s.List(t.Context(), data.Query{Search: text}); err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if got, _ := data.MatchExpression(text); !utf8.ValidString(got) || strings.ContainsAny(got, "\x00'()^:+-") {
			t.Errorf("%q gives %q", text, got)
		}
	})
}
