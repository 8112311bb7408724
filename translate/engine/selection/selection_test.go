package selection_test

import (
	"context"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/selection"
)

const three = "^hus<n>/hus<n>/heim<n>/bygning<n>$"

func TestSelection(t *testing.T) {
	r, err := selection.Read(enginetest.SelectionRules())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, in, want string }{
		{"a rule about the word alone", three, "^hus<n>/hus<n>/heim<n>$"},
		{"a rule about the next word", three + " ^god<adj>/god<adj>$", "^hus<n>/heim<n>$ ^god<adj>/god<adj>$"},
		{"the rule with more weight", "^i<pr>/i<pr>$ " + three + " ^god<adj>/god<adj>$", "^i<pr>/i<pr>$ ^hus<n>/hus<n>$ ^god<adj>/god<adj>$"},
		{"a capital is a small letter, too", "^Hus<n>/heim<n>/bygning<n>$", "^Hus<n>/heim<n>$"},
		{"the last one is never removed", "^hus<n>/bygning<n>$", "^hus<n>/bygning<n>$"},
		{"no rule is about it", "^bil<n>/a<n>/b<n>$", "^bil<n>/a<n>/b<n>$"},
		{"blanks stay", " [<b>]" + three + "\n", " [<b>]^hus<n>/hus<n>/heim<n>$\n"},
		{"an unknown word", "^*xyz/*xyz$", "^*xyz/*xyz$"},
	} {
		got, err := r.Run(context.Background(), c.in)
		if err != nil || got != c.want {
			t.Errorf("%s: %q became %q, %v instead of %q", c.name, c.in, got, err, c.want)
		}
		if out, ok := enginetest.Program(t, enginetest.SelectionRules(), c.in+"\n", "lrx-proc", "-m", "FILE"); ok && out != c.want+"\n" {
			t.Errorf("%s: lrx-proc makes of %q\n%s", c.name, c.in, out)
		}
	}
}

func TestDamagedRulesAreRefused(t *testing.T) {
	whole := enginetest.SelectionRules()
	for n := range len(whole) - 64 { // behind that come records, of which there may be fewer
		if _, err := selection.Read(whole[:n]); err == nil {
			t.Errorf("cut off at byte %d of %d: it is taken", n, len(whole))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(enginetest.SelectionRules())
	f.Fuzz(func(_ *testing.T, data []byte) {
		if r, err := selection.Read(data); err == nil {
			_, _ = r.Run(context.Background(), three+" ^god<adj>/god<adj>$")
		}
	})
}

func FuzzRun(f *testing.F) {
	f.Add(three)
	f.Add("^i<pr>/i<pr>$[x] " + three + `^\/<$`)
	r, err := selection.Read(enginetest.SelectionRules())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string) { _, _ = r.Run(context.Background(), text) })
}
