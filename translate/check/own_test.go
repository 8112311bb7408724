package check_test

import (
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate/check"
	"avtalebok/translate/terms"
)

func TestOwnTermsAreLookedForWhateverTheirKind(t *testing.T) {
	own := func(class terms.Class, nb, nn string) terms.Term {
		return terms.Term{Bokmal: terms.Word{Lemma: nb}, Nynorsk: []terms.Word{{Lemma: nn}}, Class: class}
	}
	c := check.New(check.Options{Terms: terms.Default().With(
		own(terms.Phrase, "kraftlag", "kraftsamvirke"), own(terms.Phrase, "lokal ordning", "lokal skipnad"))})
	for text, want := range map[string]string{"Eit kraftlag finst.": "kraftsamvirke", "Ei lokal ordning finst.": "lokal skipnad"} {
		found := c.Text(text, agreement.Nynorsk)
		if len(found) != 1 || found[0].Rule != "bokmal-term" || found[0].Replacements[0] != want {
			t.Errorf("%q: %+v", text, found)
		}
	}
}
