package agreement_test

import (
	"encoding/json"
	"testing"

	"avtalebok/agreement"
)

func TestTheStateOfAWordingFollowsFromThePairAndWhatWasApproved(t *testing.T) {
	approved := agreement.Both("et mål", "eit mål")
	for _, c := range []struct {
		name   string
		text   agreement.Text
		nb, nn agreement.State
	}{
		{"nothing written", agreement.Text{}, agreement.Empty, agreement.Empty},
		{"only bokmål", agreement.Text{}.With(agreement.Bokmal, "et mål"), agreement.Unreviewed, agreement.Missing},
		{"both, never approved", agreement.Text{Pair: approved.Pair}, agreement.Unreviewed, agreement.Unreviewed},
		{"approved", approved, agreement.Approved, agreement.Approved},
		{"bokmål changed since", approved.With(agreement.Bokmal, "to mål"), agreement.Unreviewed, agreement.Outdated},
		{"nynorsk changed since", approved.With(agreement.Nynorsk, "to mål"), agreement.Outdated, agreement.Unreviewed},
		{"both changed since", approved.With(agreement.Bokmal, "to mål").With(agreement.Nynorsk, "to måla"), agreement.Unreviewed, agreement.Unreviewed},
		{"changed and changed back", approved.With(agreement.Bokmal, "x").With(agreement.Bokmal, "et mål"), agreement.Approved, agreement.Approved},
		{"changed and approved again", approved.With(agreement.Bokmal, "to mål").Approve(), agreement.Approved, agreement.Approved},
		{"nynorsk taken away", approved.With(agreement.Nynorsk, " "), agreement.Unreviewed, agreement.Missing},
	} {
		if nb, nn := c.text.State(agreement.Bokmal), c.text.State(agreement.Nynorsk); nb != c.nb || nn != c.nn {
			t.Errorf("%s: nb %s nn %s, want %s and %s", c.name, nb, nn, c.nb, c.nn)
		}
	}
}

func TestATextSurvivesJSONWithWhatWasApproved(t *testing.T) {
	approved := agreement.Both("et mål", "eit mål")
	for _, text := range []agreement.Text{{}, approved, approved.With(agreement.Bokmal, "to mål"), {Pair: approved.Pair}, approved.Lock(), approved.Lock().With(agreement.Nynorsk, "to mål")} {
		raw, err := json.Marshal(text)
		if err != nil {
			t.Fatal(err)
		}
		var back agreement.Text
		if err := json.Unmarshal(raw, &back); err != nil || back != text {
			t.Errorf("%s gives %+v (%v), want %+v", raw, back, err, text)
		}
	}
}

func TestCleanKeepsWhatIsSeenAndNothingElse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Bodø", "Bodø"},
		{"a\u030angstrom", "ångstrom"},
		{"ein\r\nto\rtre", "ein\nto\ntre"},
		{"tabulator\there", "tabulator here"},
		{"usynleg\u200b\ufeff\u202etekst", "usynlegtekst"},
		{"klokke\a", "klokke"},
		{"øydelagd\xff", "øydelagd"},
		{"smil 😀", "smil 😀"},
		{"10\u00a0000", "10\u00a0000"},
	} {
		if got := agreement.Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func FuzzCleanTwiceIsCleanOnce(f *testing.F) {
	f.Add("e\u0301\r\n\x00\xff")
	f.Fuzz(func(t *testing.T, s string) {
		once := agreement.Clean(s)
		if twice := agreement.Clean(once); twice != once {
			t.Errorf("Clean(%q) = %q, then %q", s, once, twice)
		}
	})
}
