package transfer

import "testing"

func TestCaseIsToldByTheFirstAndTheLastLetter(t *testing.T) {
	for word, want := range map[string]string{
		"": "aa", "ord": "aa", "Ord": "Aa", "ORD": "AA", "O": "Aa", "OrD": "AA", "oRD": "aa", "Å": "Aa", "ÅÆ": "AA", "1A": "aa",
	} {
		if got := caseOf(word); got != want {
			t.Errorf("%q is %s instead of %s", word, got, want)
		}
	}
}

// "Aa" makes a capital of each word's first letter; what is a word, Unicode's word boundaries say.
func TestWordsAreSpeltInACase(t *testing.T) {
	for _, c := range [][3]string{
		{"aa", "ORD", "ord"},
		{"AA", "straße", "STRASSE"},
		{"Aa", "ord", "Ord"},
		{"Aa", "e-post", "E-Post"},
		{"Aa", "a.b", "A.B"},
		{"Aa", "it's", "It's"},
		{"Aa", "12abc", "12abc"},
		{"Aa", "1.2", "1.2"},
		{"Aa", "to ord", "To Ord"},
		{"Aa", "ORD", "Ord"},
		{"Aa", "ǆ", "ǅ"},
		{"Aa", "", ""},
	} {
		if got := inCase(c[0], c[1]); got != c[2] {
			t.Errorf("%q in %s is %q instead of %q", c[1], c[0], got, c[2])
		}
	}
}

func TestCaseOfAWordWithTagsIsThatOfWhatIsAround(t *testing.T) {
	for _, c := range [][3]string{
		{"AA", "ta<v># med", "TA<v># MED"},
		{"Aa", "ta<v># MED", "Ta<v># med"},
		{"aa", "TA<v>", "ta<v>"},
		{"", "TA<v>", "ta<v>"},
		{"", "TA", "TA"},
		{"Aa", "ta", "Ta"},
	} {
		if got := aroundTags(c[0], c[1]); got != c[2] {
			t.Errorf("%q with the case of %q is %q instead of %q", c[1], c[0], got, c[2])
		}
	}
}
