package casing_test

import (
	"testing"

	"avtalebok/translate/engine/casing"
)

func TestFullMappings(t *testing.T) {
	for _, c := range [][3]string{
		{"blåbær", "BLÅBÆR", "blåbær"},
		{"Straße", "STRASSE", "straße"},
		{"ﬁn", "FIN", "ﬁn"},
		{"ΟΔΟΣ", "ΟΔΟΣ", "οδο\u03c2"},
		{"", "", ""},
		{"İ", "İ", "i̇"},
		{"ŋ", "Ŋ", "ŋ"},
	} {
		if got := casing.Upper(c[0]); got != c[1] {
			t.Errorf("%q in capitals is %q instead of %q", c[0], got, c[1])
		}
		if got := casing.Lower(c[0]); got != c[2] {
			t.Errorf("%q in small letters is %q instead of %q", c[0], got, c[2])
		}
	}
	for r, want := range map[rune]string{'a': "A", 'å': "Å", 'ß': "Ss", 'ﬁ': "Fi", 'ǆ': "ǅ", '1': "1"} {
		if got := casing.Title(r); got != want {
			t.Errorf("%q at the beginning is %q instead of %q", r, got, want)
		}
	}
}
