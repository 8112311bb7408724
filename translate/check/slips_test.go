package check_test

import (
	"slices"
	"testing"

	"avtalebok/agreement"
	"avtalebok/translate/check"
)

// The slips are of the kinds that stand in agreements that were signed and published.
func TestSlipsOfPublishedAgreementsAreFound(t *testing.T) {
	for _, c := range []struct {
		form agreement.Form
		text string
		want []string // "found→replacement"
	}{
		{agreement.Bokmal, "Kommunen prioriterer tiltak om virker på lang sikt.", []string{"om→som"}},
		{agreement.Bokmal, "Mållrettet innsats gir resultater.", []string{"Mållrettet→Målrettet"}},
		{agreement.Bokmal, "Avtalen knytter næringsliv og academia sammen.", []string{"academia→akademia"}},
		{agreement.Bokmal, "Vi vil løse oppgavene som kysten står ovenfor.", []string{"står ovenfor→står overfor"}},
		{agreement.Bokmal, "Klima og miljøutfordringene angår alle.", []string{"Klima→Klima-"}},
		{agreement.Nynorsk, "Fylkeskommunen skal leggje til rette for møte og dele kunnskap.\nKommunen skal fasilitera nettverk.", []string{"fasilitera→fasilitere"}},
		{agreement.Nynorsk, "Partane skal leggje planar og følgje dei opp.\nDei skal legge fram eit budsjett.", []string{"legge→leggje"}},
	} {
		_, said := lint(check.New(check.Options{}), c.text, c.form)
		var got []string
		for _, f := range said {
			got = append(got, f.text+"→"+f.replace)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
