package selection_test

import (
	"context"
	"encoding/binary"
	"math"
	"testing"

	"avtalebok/translate/engine/enginetest"
	"avtalebok/translate/engine/selection"
)

// rules: hus is heim before god (1), bygning is never chosen (2), and behind i it is hus after all, with more weight (3).
func rules() []byte {
	targets := []string{"heim<ANY_TAG>", "bygning<ANY_TAG>", "hus<ANY_TAG>"}
	ways := []string{
		"hus<n><$>god<adj><$><$>:<select>heim<ANY_TAG><$><skip><$><1>",
		"hus<ANY_TAG><$><$>:<remove>bygning<ANY_TAG><$><2>",
		"i<pr><$>hus<ANY_TAG><$><$>:<skip><$><select>hus<ANY_TAG><$><3>",
	}
	w := &enginetest.Writer{}
	w.Alphabet(append(append([]string{"<ANY_CHAR>", "<ANY_UPPER>", "<ANY_LOWER>", "<$$>"}, targets...), ways...)...)
	w.Number(3)
	w.Text("<select>heim<ANY_TAG>").Machine(targets[0])
	w.Text("<remove>bygning<ANY_TAG>").Machine(targets[1])
	w.Text("<select>hus<ANY_TAG>").Machine(targets[2])
	w.Text("main").Machine(ways...)
	for rule, weight := range []float64{1: 1, 2: 1, 3: 2} {
		w.Data = binary.LittleEndian.AppendUint64(w.Data, uint64(rule))
		w.Data = binary.LittleEndian.AppendUint64(w.Data, math.Float64bits(weight))
	}
	return w.Data
}

const three = "^hus<n>/hus<n>/heim<n>/bygning<n>$"

func TestSelection(t *testing.T) {
	r, err := selection.Read(rules())
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
		if out, ok := enginetest.Program(t, rules(), c.in+"\n", "lrx-proc", "-m", "FILE"); ok && out != c.want+"\n" {
			t.Errorf("%s: lrx-proc makes of %q\n%s", c.name, c.in, out)
		}
	}
}

func TestDamagedRulesAreRefused(t *testing.T) {
	whole := rules()
	for n := range len(whole) - 64 { // behind that come records, of which there may be fewer
		if _, err := selection.Read(whole[:n]); err == nil {
			t.Errorf("cut off at byte %d of %d: it is taken", n, len(whole))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(rules())
	f.Fuzz(func(_ *testing.T, data []byte) {
		if r, err := selection.Read(data); err == nil {
			_, _ = r.Run(context.Background(), three+" ^god<adj>/god<adj>$")
		}
	})
}

func FuzzRun(f *testing.F) {
	f.Add(three)
	f.Add("^i<pr>/i<pr>$[x] " + three + `^\/<$`)
	r, err := selection.Read(rules())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(_ *testing.T, text string) { _, _ = r.Run(context.Background(), text) })
}
