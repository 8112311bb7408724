package data_test

import (
	"strings"
	"testing"

	"avtalebok/agreement"
	"avtalebok/data"
	"avtalebok/data/facts"
	"avtalebok/locales"
)

func TestEveryErrorSaysSomethingInEveryLanguage(t *testing.T) {
	errs := data.Errors()
	for _, text := range []string{"Herøy", "Trondhiem", "qqqqq"} {
		for _, kind := range []agreement.PartyKind{agreement.CountyParty, agreement.MunicipalityParty} {
			_, err := facts.Lookup(kind, text)
			errs = append(errs, err)
		}
	}
	for _, language := range locales.Languages {
		l := locales.New(language)
		for _, err := range errs {
			got := l.Error(err)
			if got == l.T("error.internal") || strings.ContainsAny(got, "{}<>") {
				t.Errorf("%s, %v: %q", language, err, got)
			}
		}
	}
}

func TestAnAmbiguousNameIsAnsweredWithTheCandidates(t *testing.T) {
	_, err := facts.Lookup(agreement.MunicipalityParty, "Herøy")
	for _, language := range locales.Languages {
		got := locales.New(language).Error(err)
		if !strings.Contains(got, "1515 Herøy (Møre og Romsdal), 1818 Herøy (Nordland)") {
			t.Errorf("%s: %q", language, got)
		}
	}
}
