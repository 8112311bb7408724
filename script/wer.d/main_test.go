package main

import (
	"testing"

	"avtalebok/translate"
	"avtalebok/translate/apertium"
)

func TestOwnTranslationsHaveFewerWrongWordsThanPlainApertium(t *testing.T) {
	if !apertium.Available() {
		t.Skip("Apertium with nynorsk and bokmål is not installed")
	}
	rates, err := run("../../translate/testdata/wer-nb-nn.tsv", "", false)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []translate.Direction{translate.ToNynorsk, translate.ToBokmal} {
		if own, plain := rates[d][own], rates[d][plainApertium]; own.Percent() >= plain.Percent() {
			t.Errorf("%s to %s: %.1f %%, plain Apertium %.1f %%", d.From, d.To, own.Percent(), plain.Percent())
		}
	}
}
