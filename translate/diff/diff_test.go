package diff_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"avtalebok/translate/diff"
)

// marked writes changes as one line: [-gone-]{+come+}.
func marked(changes []diff.Change) string {
	var b strings.Builder
	for _, c := range changes {
		switch c.Operation {
		case diff.Equal:
			b.WriteString(c.Text)
		case diff.Delete:
			b.WriteString("[-" + c.Text + "-]")
		case diff.Insert:
			b.WriteString("{+" + c.Text + "+}")
		}
	}
	return b.String()
}

func TestChangesReadLikeAProofreadersMarks(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"the same", "Avtalen gjelder.", "Avtalen gjelder.", "Avtalen gjelder."},
		{"nothing at all", "", "", ""},
		{"from nothing", "", "Mål", "{+Mål+}"},
		{"to nothing", "Mål", "", "[-Mål-]"},
		{"one word", "Partene skal møtes årlig.", "Partene skal møtes jevnlig.", "Partene skal møtes [-årlig-]{+jevnlig+}."},
		{"a word more", "Partene møtes.", "Begge partene møtes.", "[-Partene-]{+Begge partene+} møtes."},
		{"a phrase is one change", "innen tre måneder", "innen seks uker", "innen [-tre måneder-]{+seks uker+}"},
		{"an amount is one word", "kr 500 000 årlig", "kr 1 500 000 årlig", "kr [-500 000-]{+1 500 000+} årlig"},
		{"a date is one word", "den 8. februar 2015.", "den 8. mars 2015.", "den [-8. februar 2015-]{+8. mars 2015+}."},
		{"a placeholder is one word", "i {county}s regi", "i {municipality.name}s regi", "i [-{county}-]{+{municipality.name}+}s regi"},
		{"punctuation alone", "mål, tiltak", "mål og tiltak", "mål[-,-]{+ og+} tiltak"},
		{"a paragraph more", "Ein.\nTo.", "Ein.\nNy.\nTo.", "Ein.\n{+Ny.\n+}To."},
		{"capitals count", "partene", "Partene", "[-partene-]{+Partene+}"},
		{"hard blanks count", "§ 15", "§\u00a015", "§[- -]{+\u00a0+}15"},
	} {
		if got := marked(diff.Words(c.old, c.new)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Avtalen gjeld.", "w:Avtalen s:  w:gjeld m:."},
		{"e-post og O’Brien-saka", "w:e-post s:  w:og s:  w:O’Brien-saka"},
		{"sist- og", "w:sist m:- s:  w:og"},
		{"kr 1 500 000,50 i alt", "w:kr s:  f:1 500 000,50 s:  w:i s:  w:alt"},
		{"10\u00a0000 og 10\u202f000", "f:10\u00a0000 s:  w:og s:  f:10\u202f000"},
		{"i 2026 400 personar", "w:i s:  f:2026 s:  f:400 s:  w:personar"},
		{"12 3456", "f:12 s:  f:3456"},
		{"8. februar 2015, 9. mars og 1. ledd", "f:8. februar 2015 m:, s:  f:9. mars s:  w:og s:  f:1 m:. s:  w:ledd"},
		{"08.02.2015 kl. 10.30", "f:08.02.2015 s:  w:kl m:. s:  f:10.30"},
		{"sak 26/01234.", "w:sak s:  f:26/01234 m:."},
		{"2024–2026", "f:2024 m:– f:2026"},
		{"4H", "f:4 w:H"},
		{"{county}s rolle", "p:{county} w:s s:  w:rolle"},
		{"{ikkje noko}", "m:{ w:ikkje s:  w:noko m:}"},
		{"kari@example.no, sjå https://example.no/a?b=c.", "a:kari@example.no m:, s:  w:sjå s:  a:https://example.no/a?b=c m:."},
		{"(www.ks.no)", "m:( a:www.ks.no m:)"},
		{"@ http:// www.", "m:@ s:  w:http m:: m:/ m:/ s:  w:www m:."},
		{"👩‍👧 §", "m:👩 m:\u200d m:👧 s:  m:§"},
	} {
		var got []string
		for _, token := range diff.Tokens(c.text) {
			got = append(got, string("swmfpa"[token.Kind])+":"+token.Text)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %s\nwant %s", c.text, s, c.want)
		}
	}
}

func FuzzWordsLeadFromTheOldTextToTheNew(f *testing.F) {
	f.Add("Partane møtest {year}s 8. mai.", "Partene møtes 9. juni, 10 000 ganger.")
	f.Add("a\n\nb", "\xff\xfe{")
	f.Fuzz(func(t *testing.T, old, new string) {
		checkWords(t, old, new)
	})
}

func checkWords(t *testing.T, old, new string) {
	t.Helper()
	changes := diff.Words(old, new)
	if diff.Old(changes) != old || diff.New(changes) != new {
		t.Fatalf("from %q to %q: %q", old, new, changes)
	}
	if old == new && len(changes) > 1 {
		t.Errorf("%q against itself: %q", old, changes)
	}
	for i := 1; i < len(changes); i++ {
		if a, b := changes[i-1].Operation, changes[i].Operation; a == b || a == diff.Insert && b == diff.Delete {
			t.Errorf("from %q to %q: changes out of order: %q", old, new, changes)
		}
	}
	for _, s := range []string{old, new} {
		var joined strings.Builder
		for _, token := range diff.Tokens(s) {
			joined.WriteString(token.Text)
		}
		if joined.String() != s {
			t.Errorf("the tokens of %q are those of %q", s, joined.String())
		}
	}
}

func TestRandomEditsAreUndoneByTheirChanges(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("partane skal , . møtast {county} 500 000 8. mai og i avtalen ja")
	for range 2000 {
		checkWords(t, sentence(random, words), sentence(random, words))
	}
}

func sentence(random *rand.Rand, words []string) string {
	picked := make([]string, random.IntN(30))
	for i := range picked {
		picked[i] = words[random.IntN(len(words))]
	}
	return strings.Join(picked, " ")
}

// longest is the length of the longest common subsequence, found in the plainest way.
func longest(a, b []int) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		corner := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = corner + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			corner = above
		}
	}
	return row[len(b)]
}

func TestAlignFindsAllThatIsInCommon(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		a, b := numbers(random, 24, 4), numbers(random, 24, 4)
		runs := diff.Align(a, b)
		total, atA, atB := 0, 0, 0
		for _, run := range runs {
			if run.A < atA || run.B < atB || run.Length < 1 {
				t.Fatalf("%v, %v: runs %v out of order", a, b, runs)
			}
			if !slices.Equal(a[run.A:run.A+run.Length], b[run.B:run.B+run.Length]) {
				t.Fatalf("%v, %v: run %v is not in common", a, b, run)
			}
			atA, atB = run.A+run.Length, run.B+run.Length
			total += run.Length
		}
		if want := longest(a, b); total != want {
			t.Fatalf("%v, %v: %d in common, want %d (%v)", a, b, total, want, runs)
		}
	}
}

func numbers(random *rand.Rand, most, kinds int) []int {
	out := make([]int, random.IntN(most))
	for i := range out {
		out[i] = random.IntN(kinds)
	}
	return out
}

func TestTextsWithNothingInCommonAreReplacedAsAWhole(t *testing.T) {
	old, new := make([]int, 20_000), make([]int, 20_000)
	for i := range old {
		old[i], new[i] = i, -i-1
	}
	if runs := diff.Align(old, new); len(runs) != 0 {
		t.Errorf("runs %v", runs)
	}
	if got := diff.Align(append(old, 7), append(new, 7)); !reflect.DeepEqual(got, []diff.Run{{A: 20_000, B: 20_000, Length: 1}}) {
		t.Errorf("with a common end: %v", got)
	}
}

func BenchmarkWords(b *testing.B) {
	paragraph := "Partene skal samarbeide om å utvikle {theme} i perioden 2024–2028, med 500 000 kroner i året. "
	for name, text := range map[string]string{
		"no blanks": strings.Repeat("a.", 20_000) + "@", "braces": strings.Repeat("{", 20_000), "marks": strings.Repeat("-+", 20_000),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				diff.Words(text, "x"+text[len(text)/2:]+text[:len(text)/2])
			}
		})
	}
	for _, n := range []int{1, 10, 100} {
		old := strings.Repeat(paragraph, n)
		new := strings.ReplaceAll(strings.Replace(old, "samarbeide", "samarbeide tett", n/2+1), "500 000", "600 000")
		b.Run(fmt.Sprintf("%d characters", len(old)), func(b *testing.B) {
			for b.Loop() {
				diff.Words(old, new)
			}
		})
	}
}
